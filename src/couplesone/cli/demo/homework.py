"""Recording the homework of a worked case over HTTP: tools, experiments, and what came back."""

from __future__ import annotations

from datetime import date

from couplesone.cli.demo.story import ExperimentStory, ResponseStory, ToolStory
from couplesone.sdk import Couplesone


class Homework:
    """What a client does at home, recorded as of the days of the story."""

    def __init__(self, client: Couplesone) -> None:
        self.client = client
        self.assignments: dict[str, str] = {}
        self.experiments: dict[str, str] = {}

    def offer(self, case_id: str, on: date, tool: ToolStory) -> None:
        """Offer a tool, which the client takes up."""
        offered = self.client.record_tool_assignment(case_id, tool=tool.tool, offered_on=on)
        self.client.accept_tool_assignment(offered["id"], accepted_on=on, if_match=offered["version"])
        self.assignments[tool.tool] = offered["id"]

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
