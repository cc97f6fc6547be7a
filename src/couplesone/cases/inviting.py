"""What the invitations room reads of cases about one case, by the parameter ``case_id``: facts for its holds.

Everything counts here, whoever recorded it and whoever asks: a hold stands also for those who may not know why.
"""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import aliased

from couplesone.cases.formulation.codes import UltimatumStatus
from couplesone.cases.formulation.stop_asking.models import StopAskingPact
from couplesone.cases.formulation.ultimatums.models import Ultimatum
from couplesone.cases.items import ClinicalItem
from couplesone.cases.litigation.models import LegalProceeding
from couplesone.cases.models import Case, PartnerStance, PressureEvent
from couplesone.cases.overview import CASE, CLIENT_ID, PARTNER_ID
from couplesone.cases.secrecy.codes import SecretState
from couplesone.cases.secrecy.models import Secret
from couplesone.persistence.json_sql import json_object, json_one, json_rows

_STANDS: Final = or_(
    Ultimatum.status == UltimatumStatus.ISSUED.value, Ultimatum.status == UltimatumStatus.ENFORCED.value
)


def facts_of_case() -> dict[str, ColumnElement[Any]]:
    """Return the facts by name; days as ISO text, null where there is none."""
    return {
        "stance": latest_stance(),
        "ultimatum_since": _day(Ultimatum, func.min(Ultimatum.issued_on), _STANDS),
        "ultimatum_withdrawn": _day(
            Ultimatum, func.max(Ultimatum.withdrawn_on), Ultimatum.issued_on.is_not(None)
        ),
        "pact": _pact(),
        "secret_since": _day(Secret, func.min(Secret.occurred_on), Secret.state == SecretState.OPEN.value),
        "litigation_since": _day(
            LegalProceeding, func.min(LegalProceeding.begun_on), LegalProceeding.ended_on.is_(None)
        ),
        "pressure": _pressure(),
    }


def latest_stance() -> ColumnElement[Any]:
    """Return the partner's latest stance: stance, occurred_on; or null."""
    shown = json_object(stance=PartnerStance.stance, occurred_on=PartnerStance.occurred_on)
    rows = select(shown).where(*_in_case(PartnerStance))
    return json_one(rows.order_by(PartnerStance.occurred_on.desc(), PartnerStance.id.desc()))


def _pact() -> ColumnElement[Any]:
    shown = json_object(started_on=StopAskingPact.started_on, target_days=StopAskingPact.target_days)
    rows = select(shown).where(*_of_couple(StopAskingPact), StopAskingPact.ended_on.is_(None))
    return json_one(rows.order_by(StopAskingPact.started_on.desc(), StopAskingPact.id.desc()))


def _pressure() -> ColumnElement[Any]:
    shown = json_object(occurred_on=PressureEvent.occurred_on, times=PressureEvent.times)
    return json_rows(select(shown).where(*_in_case(PressureEvent)))


def _day(kind: type[ClinicalItem], day: Any, *more: ColumnElement[bool]) -> ColumnElement[Any]:
    return select(day).where(*_of_couple(kind), *more).scalar_subquery()


def _in_case(kind: type[ClinicalItem]) -> tuple[ColumnElement[bool], ...]:
    return kind.case_id == CASE, kind.entered_in_error_at.is_(None)


def _of_couple(kind: type[ClinicalItem]) -> tuple[ColumnElement[bool], ...]:
    """Return the condition that an item is of any episode about the same partner: closing a case lifts no hold."""
    same = aliased(Case)
    episodes = select(same.id).where(same.client_id == CLIENT_ID, same.partner_id == PARTNER_ID)
    episodes = episodes.correlate(Case)  # not in the select next to it, but in the one around both
    return or_(kind.case_id == CASE, kind.case_id.in_(episodes)), kind.entered_in_error_at.is_(None)


def cases_of_partner(partner_id: Any) -> Any:
    """Return a select of the ids of cases in which somebody is the partner."""
    case = aliased(Case)
    return select(case.id).where(case.partner_id == partner_id)
