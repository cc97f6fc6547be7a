"""A client who acts through a link reaches themself, for one purpose, and nobody else."""

from __future__ import annotations

import pytest

from couplesone.cases.access import case_for, case_to_write
from couplesone.kernel.errors import RecordNotFound
from couplesone.kernel.permissions import CLIENT_GRANTS, Permission, PermissionDenied, Purpose, Reach
from couplesone.kernel.principal import ActorKind, Principal
from couplesone.plans.check_ins.schemas import CheckInCreate
from couplesone.plans.check_ins.service import CheckInService
from couplesone.plans.codes import Source, WeeklyMeasure
from support.papers import Chart, open_chart
from support.world import World

GRANTED = {
    Purpose.CHECK_IN: {Permission.CHECK_IN_WRITE},
    Purpose.MEASURE: {Permission.MEASURE_WRITE},
    Purpose.DECISION: {Permission.DECISION_WRITE},
    Purpose.APPROVE_TEXT: {Permission.INVITATION_WRITE},
    Purpose.SIGN: set(),
    Purpose.INVITATION: set(),
}
"""Written out a second time on purpose: whoever widens a purpose has to say so twice."""


def client_of(chart: Chart, purpose: Purpose) -> Principal:
    """Return the client of a case as one who acts."""
    return Principal(
        kind=ActorKind.CLIENT,
        practice_id=chart.world.home.id,
        staff_id=None,
        credential_id=chart.case_id,
        roles=frozenset(),
        client_id=chart.client_id,
        purpose=purpose,
    )


@pytest.mark.parametrize("purpose", Purpose)
def test_a_purpose_grants_exactly_this(chart: Chart, purpose: Purpose) -> None:
    client = client_of(chart, purpose)
    assert client.reach == dict.fromkeys(GRANTED[purpose], Reach.OWN) == CLIENT_GRANTS[purpose]
    for permission in set(Permission) - GRANTED[purpose]:
        with pytest.raises(PermissionDenied):
            client.require(permission)


@pytest.mark.parametrize("look", [case_for, case_to_write])
def test_a_client_finds_their_own_case_and_no_other(world: World, chart: Chart, look) -> None:
    other = open_chart(world)
    with world.works.open(world.home.id) as work:
        work.actor, work.permission = client_of(chart, Purpose.CHECK_IN), Permission.CHECK_IN_WRITE
        assert look(work, chart.case_id).id == chart.case_id
        with pytest.raises(RecordNotFound):
            look(work, other.case_id)


def test_a_client_records_no_week_in_anothers_case(world: World, chart: Chart) -> None:
    other = open_chart(world)
    week = CheckInCreate(week_of=world.today, source=Source.CLIENT, ratings={WeeklyMeasure.AGENCY: 5})
    with world.works.open(world.home.id) as work:
        work.actor, work.permission = client_of(chart, Purpose.CHECK_IN), Permission.CHECK_IN_WRITE
        with pytest.raises(RecordNotFound):
            CheckInService(work).record(other.case_id, week)
        assert CheckInService(work).record(chart.case_id, week)[1]
