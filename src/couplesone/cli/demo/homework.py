"""Recording the homework of a worked case over HTTP: tools, experiments, and what came back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from couplesone.cli.demo.story import ExperimentStory, ResponseStory, ToolStory
from couplesone.sdk import ConflictError, Couplesone
from couplesone.sdk.types import ToolCode


@dataclass(frozen=True, slots=True)
class RefusedTool:
    """A tool that could not be offered: as what kind of homework it waits, and which blocks stand in the way."""

    tool: str
    title: str
    code: str
    blocked: str
    blocks: list[str]


class Homework:
    """What a client does at home, recorded as of the days of the story."""

    def __init__(self, client: Couplesone) -> None:
        self.client = client
        self.assignments: dict[str, str] = {}
        self.experiments: dict[str, str] = {}
        self.refused: list[RefusedTool] = []

    def offer(self, case_id: str, on: date, tool: ToolStory) -> None:
        """Offer a tool, which the client takes up."""
        offered = self.client.record_tool_assignment(case_id, tool=tool.tool, offered_on=on)
        self.client.accept_tool_assignment(offered["id"], accepted_on=on, if_match=offered["version"])
        self.assignments[tool.tool] = offered["id"]

    def try_in_vain(self, case_id: str, on: date, tool: ToolCode) -> None:
        """Offer a tool that the API refuses, and keep what it says."""
        title = self.client.get_tool(tool)["title"]
        try:
            self.client.record_tool_assignment(case_id, tool=tool, offered_on=on)
        except ConflictError as refusal:
            blocks = [block["code"] for block in refusal.extra["blocks"]]
            self.refused.append(RefusedTool(tool, title, refusal.code, refusal.extra["blocked"], blocks))
            return
        raise AssertionError(f"this tool should have been refused: {title}")

    def practise(self, case_id: str, on: date, tool: ToolStory) -> None:
        """Note that the client practised a tool."""
        self.client.record_tool_practice(self.assignments[tool.tool], practised_on=on)

    def plan(self, case_id: str, on: date, experiment: ExperimentStory) -> None:
        """Plan an experiment."""
        made = self.client.record_experiment(
            case_id,
            own_move=experiment.own_move,
            expected_change_back=experiment.expected_change_back,
            planned_on=on,
        )
        self.experiments[experiment.own_move] = made["id"]

    def observe(self, case_id: str, on: date, experiment: ExperimentStory) -> None:
        """Note what was observed of an experiment."""
        self.client.finish_experiment(
            self.experiments[experiment.own_move], done_on=on, observed=experiment.observed, if_match=1
        )

    def respond(
        self, case_id: str, on: date, response: ResponseStory, experiment: ExperimentStory | None = None
    ) -> None:
        """Record what came back, after an experiment or without one."""
        self.client.record_system_response(
            case_id,
            occurred_on=on,
            valence=response.valence,
            type=response.type,
            initiated_by=response.initiated_by,
            words=response.words,
            experiment_id=self.experiments[experiment.own_move] if experiment is not None else None,
        )
