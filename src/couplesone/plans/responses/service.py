"""Recording what came back from the system."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from couplesone.cases.access import OpenCase, item_for, item_to_change
from couplesone.cases.kinds.service import ItemService
from couplesone.cases.records import record_item
from couplesone.kernel.errors import RecordNotFound, not_before, not_in_the_future
from couplesone.plans.experiments.models import Experiment
from couplesone.plans.responses.codes import ReadinessOutcome, Valence
from couplesone.plans.responses.errors import NothingToReview
from couplesone.plans.responses.models import SystemResponse
from couplesone.plans.responses.schemas import SystemResponseChange, SystemResponseCreate
from couplesone.safety.codes import DueCause
from couplesone.safety.due.causes import screen_becomes_due

_TENSE = (Valence.TENSION, Valence.MIXED)


class ResponseService(ItemService[SystemResponse]):
    """The responses of a case, each as it was reported."""

    kind = SystemResponse

    def enter(self, case: OpenCase, content: SystemResponseCreate) -> SystemResponse:
        """Record a response; one of tension with fear makes a safety screen due (S0.16, invariant 12).

        Raises RecordNotFound for an experiment of another case.
        """
        self._of_case(content.experiment_id, case.id)
        response = record_item(self.work, case, SystemResponse, content)
        self._heed(response)
        return response

    def change(self, item_id: UUID, change: SystemResponseChange, version: int) -> Any:  # type: ignore[override]
        """Change a response; one that comes to be of tension with fear, or of a later day, is heeded like a new one.

        Raises DatesOutOfOrder, and RecordNotFound for an experiment of another case.
        """
        response = item_to_change(self.work, SystemResponse, item_id, version)
        not_in_the_future(change.occurred_on, self.work.today, "/occurred_on")
        self._of_case(change.experiment_id, response.case_id)
        alarming, day = _alarming(response), response.occurred_on
        for name, value in change.changes().items():
            setattr(response, name, value)
        self.work.flush()
        if not alarming or response.occurred_on > day:
            self._heed(response)
        return self._one(response)

    def review(
        self, item_id: UUID, reviewed_on: date | None, outcome: ReadinessOutcome, version: int
    ) -> SystemResponse:
        """Settle the readiness review that a response opened. Raises NothingToReview, DatesOutOfOrder."""
        response = item_to_change(self.work, SystemResponse, item_id, version)
        if not response.feeds_readiness or response.reviewed_on is not None:
            raise NothingToReview
        day = reviewed_on or self.work.today
        not_in_the_future(day, self.work.today, "/reviewed_on")
        not_before(day, response.occurred_on, "/reviewed_on")
        response.reviewed_on, response.readiness_outcome = day, outcome.value
        self.work.flush()
        return response

    def _of_case(self, experiment_id: UUID | None, case_id: UUID) -> None:
        if experiment_id is None:
            return
        experiment = item_for(self.work, Experiment, experiment_id)
        if experiment.case_id != case_id or experiment.entered_in_error_at is not None:
            raise RecordNotFound

    def _heed(self, response: SystemResponse) -> None:
        if _alarming(response):
            screen_becomes_due(self.work, response.case_id, DueCause.TENSION_WITH_FEAR, response.occurred_on)


def _alarming(response: SystemResponse) -> bool:
    return response.with_fear and response.valence in _TENSE
