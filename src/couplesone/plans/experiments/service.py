"""Planning experiments, and noting what was observed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select

from couplesone.cases.access import OpenCase, case_for, item_for, item_to_change, open_to, standing_of
from couplesone.cases.formulation.own_parts.access import require_own_part_of
from couplesone.cases.kinds.service import ItemService
from couplesone.cases.records import Shown
from couplesone.cases.schemas import ItemInput
from couplesone.cases.wording import names_in
from couplesone.kernel.errors import RecordNotFound, invalid_field, not_in_the_future
from couplesone.kernel.permissions import Permission
from couplesone.plans import conduct
from couplesone.plans.conduct import Wording
from couplesone.plans.experiments import moves
from couplesone.plans.experiments.codes import ExperimentStatus, ExperimentTemplate
from couplesone.plans.experiments.errors import ExperimentTransitionRefused
from couplesone.plans.experiments.models import Experiment
from couplesone.plans.experiments.moves import ExperimentMove
from couplesone.plans.experiments.schemas import ExperimentChange, ExperimentCreate, ExperimentFinish
from couplesone.plans.models import Strategy
from couplesone.plans.responses.models import SystemResponse
from couplesone.safety.blocks import require_clear
from couplesone.safety.codes import Guarded
from couplesone.web.schemas import Patch

_PLAN = frozenset({"own_move", "expected_change_back", "planned_on", "days_planned", "wording_confirmation"})


class ExperimentService(ItemService[Experiment]):
    """The experiments of a case; the move is always the client's own."""

    kind = Experiment
    day = "planned_on"

    def enter(self, case: OpenCase, content: ExperimentCreate) -> Experiment:
        """Plan an experiment.

        Raises SafetyBlock where such homework may not be given now, GoalOutsideOwnControl and
        ConfirmationNeedsClinician for a move that is not the client's own, ValidationFailed for days that do not
        fit the template, RecordNotFound for a strategy and LinkedRecordMissing for an own part of another case.
        """
        work = self.work
        homework = _homework(content)
        if homework is not None:
            require_clear(work, case.id, homework)
        if (content.template is ExperimentTemplate.CREATE_SPACE) != (content.days_planned is not None):
            raise invalid_field(
                "/days_planned", "days_for_space", "Days are planned for creating space, and only for that."
            )
        if content.strategy_id is not None:
            strategy = item_for(work, Strategy, content.strategy_id)
            if strategy.case_id != case.id or strategy.entered_in_error_at is not None:
                raise RecordNotFound
        require_own_part_of(work, case.id, content.own_part_item_id)
        experiment = Experiment(
            **content.model_dump(exclude={"wording_confirmation"}),
            id=work.new_id(),
            case_id=case.id,
            client_id=case.client_id,
            recorded_by=work.staff_id,
            status=ExperimentStatus.PLANNED.value,
        )
        self._settle(experiment, case.partner_id, content)
        return work.add(experiment)

    def change(self, item_id: UUID, change: ExperimentChange, version: int) -> Any:  # type: ignore[override]
        """Change the plan of a planned experiment, or what was observed of one that is done.

        Raises ExperimentTransitionRefused for anything else, and the problems of planning.
        """
        experiment = item_to_change(self.work, Experiment, item_id, version)
        sent = change.model_fields_set
        open_now = {ExperimentStatus.PLANNED: _PLAN, ExperimentStatus.DONE: {"observed", "days_kept"}}
        if not sent <= open_now.get(ExperimentStatus(experiment.status), frozenset()):
            raise ExperimentTransitionRefused
        before = experiment.own_move
        self._fit_days(experiment, change.days_planned, change.days_kept)
        for name in sent - {"wording_confirmation"}:
            setattr(experiment, name, getattr(change, name))
        if experiment.own_move != before:
            self._settle(experiment, case_for(self.work, experiment.case_id).partner_id, change)
        self.work.flush()
        return self._one(experiment)

    def finish(self, item_id: UUID, content: ExperimentFinish, version: int) -> Any:
        """Note what was observed. Raises ExperimentTransitionRefused, DatesOutOfOrder, ValidationFailed."""
        experiment = item_to_change(self.work, Experiment, item_id, version)
        experiment.status = moves.after(ExperimentMove.DO, experiment)
        self._fit_days(experiment, None, content.days_kept)
        experiment.ended_on = self._past(content.done_on, "/done_on")
        experiment.observed, experiment.days_kept = content.observed, content.days_kept
        self.work.flush()
        return self._one(experiment)

    def drop(self, item_id: UUID, dropped_on: date | None, reason: str | None, version: int) -> Any:
        """Let an experiment go. Raises ExperimentTransitionRefused, DatesOutOfOrder."""
        experiment = item_to_change(self.work, Experiment, item_id, version)
        experiment.status = moves.after(ExperimentMove.DROP, experiment)
        experiment.ended_on = self._past(dropped_on, "/dropped_on")
        experiment.dropped_reason = reason
        self.work.flush()
        return self._one(experiment)

    def shown(self, items: Sequence[Experiment]) -> Sequence[Any]:
        """Bring the responses reported after each, and what can be done: two statements for all of them."""
        if not items:
            return []
        found: dict[UUID, list[SystemResponse]] = defaultdict(list)
        of_these = SystemResponse.experiment_id.in_([item.id for item in items])
        statement = select(SystemResponse).where(
            of_these,
            SystemResponse.entered_in_error_at.is_(None),
            open_to(self.work.staff_id, SystemResponse),
        )
        for response in self.work.db.scalars(
            statement.order_by(SystemResponse.occurred_on, SystemResponse.id)
        ):
            assert response.experiment_id is not None
            found[response.experiment_id].append(response)
        standing = standing_of(self.work, items[0].case_id, Permission.PLAN_WRITE)
        return [
            Shown(item, responses=found[item.id], actions=moves.actions(item, standing.refusal))
            for item in items
        ]

    def _has_come(self, content: ItemInput | Patch) -> None:
        """Take any day: an experiment may be planned ahead."""

    def _past(self, day: date | None, pointer: str) -> date:
        not_in_the_future(day, self.work.today, pointer)
        return day or self.work.today

    def _fit_days(self, experiment: Experiment, planned: int | None, kept: int | None) -> None:
        of = planned or experiment.days_planned
        if planned is not None and experiment.days_planned is None:
            raise invalid_field(
                "/days_planned", "days_for_space", "Days are planned for creating space, and only for that."
            )
        if kept is not None and (of is None or kept > of):
            raise invalid_field("/days_kept", "more_than_planned", "No more days are kept than were planned.")

    def _settle(
        self, experiment: Experiment, partner_id: UUID | None, sent: ExperimentCreate | ExperimentChange
    ) -> None:
        names = names_in(self.work, experiment.client_id, partner_id)
        findings = conduct.wording_findings([Wording("/own_move", experiment.own_move)], names)
        reason = sent.wording_confirmation.reason if sent.wording_confirmation else None
        conduct.settle_wording(self.work, experiment, "experiment", findings, reason, {"/own_move"})


def _homework(content: ExperimentCreate) -> Guarded | None:
    if content.own_part_item_id is not None:
        return Guarded.OWN_PART_HOMEWORK
    soft = content.template is ExperimentTemplate.SOFT_CONVERSATION
    return Guarded.SOFT_CONVERSATION_HOMEWORK if soft else None
