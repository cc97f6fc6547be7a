"""Ultimatums: considered, issued, withdrawn, enforced; how ambivalent the client is, is always asked."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from couplesone.cases.formulation.ultimatums.moves import MOVES
from couplesone.jobs.models import OutboxEvent
from support.formulation import ULTIMATUM

row = pytest.mark.row


@pytest.fixture
def where(case) -> str:
    return f"/v1/cases/{case}/ultimatums"


@pytest.fixture
def announced(world):
    """Return the types of events of ultimatums, in their order, and the payload of the last."""

    def look() -> tuple[list[str], dict[str, str]]:
        with world.works.open(world.home.id) as work:
            rows = work.db.scalars(select(OutboxEvent).order_by(OutboxEvent.id)).all()
            found = [event for event in rows if event.type.startswith("ultimatum.")]
            return [event.type for event in found], dict(found[-1].payload) if found else {}

    return look


@row("S2.37")
def test_an_ultimatum_goes_from_thought_to_deed_on_days(therapist, case, where, mara, announced) -> None:
    body = ULTIMATUM | {"considered_on": "2026-02-10", "deadline_on": "2026-04-05"}
    found = therapist.post(where, body)
    assert {name: found[name] for name in body} == body
    assert (found["status"], announced()) == ("considered", ([], {}))
    path = f"/v1/ultimatums/{found['id']}"
    found = therapist.post(f"{path}/issue", {"occurred_on": "2026-02-18"}, etag=found)
    assert (found["status"], found["issued_on"]) == ("issued", "2026-02-18")
    found = therapist.post(f"{path}/enforce", {}, etag=found)
    assert (found["status"], found["enforced_on"]) == ("enforced", "2026-03-02")
    types, payload = announced()
    assert types == ["ultimatum.issued", "ultimatum.enforced"]
    assert payload == {"case_id": str(case), "client_id": str(mara), "ultimatum_id": found["id"]}
    assert not any(action["allowed"] for action in found["actions"])


def test_one_that_was_given_already_may_be_withdrawn(therapist, where, announced) -> None:
    found = therapist.post(where, ULTIMATUM | {"issued_on": "2026-02-18"})
    assert (found["status"], found["considered_on"]) == ("issued", "2026-02-18")
    found = therapist.post(f"/v1/ultimatums/{found['id']}/withdraw", {}, etag=found)
    assert (found["status"], found["withdrawn_on"]) == ("withdrawn", "2026-03-02")
    assert announced()[0] == ["ultimatum.issued", "ultimatum.withdrawn"]


@row("S2.39")
@pytest.mark.parametrize("missing", ["stay", "leave"])
def test_how_much_the_client_wants_to_stay_and_to_leave_is_asked(therapist, where, missing) -> None:
    silent = {name: value for name, value in ULTIMATUM.items() if name != missing}
    assert therapist.refused("POST", where, silent) == (422, "validation_failed")
    made = therapist.post(where, ULTIMATUM)
    read = therapist.get(f"/v1/ultimatums/{made['id']}")
    assert (read["stay"], read["leave"]) == (6, 7)
    assert therapist.refused("PATCH", f"/v1/ultimatums/{made['id']}", {missing: None}, etag=made) == (
        422,
        "validation_failed",
    )


@pytest.mark.parametrize("operation", MOVES.moves)
def test_what_the_table_does_not_name_is_refused(therapist, where, operation) -> None:
    verb = operation.split("_")[0]
    for moves in ((), ("issue",), ("withdraw",), ("issue", "enforce")):
        found = therapist.post(where, ULTIMATUM)
        path = f"/v1/ultimatums/{found['id']}"
        for move in moves:
            found = therapist.post(f"{path}/{move}", {}, etag=found)
        allowed = found["status"] in MOVES.moves[operation]
        shown = {action["action"]: action["allowed"] for action in found["actions"]}
        assert shown[operation] is allowed
        if allowed:
            assert therapist.post(f"{path}/{verb}", {}, etag=found)["status"] != found["status"]
        else:
            refused = therapist.refused("POST", f"{path}/{verb}", {}, etag=found)
            assert refused == (409, "ultimatum_transition_refused")


@pytest.mark.parametrize(
    "days",
    [
        {"issued_on": "2026-03-03"},
        {"considered_on": "2026-02-20", "issued_on": "2026-02-19"},
        {"considered_on": "2026-02-20", "deadline_on": "2026-02-19"},
    ],
)
def test_days_come_in_their_order(therapist, where, days) -> None:
    assert therapist.refused("POST", where, ULTIMATUM | days) == (422, "dates_out_of_order")


def test_a_move_and_a_change_keep_the_order(therapist, where) -> None:
    found = therapist.post(where, ULTIMATUM | {"issued_on": "2026-02-18"})
    path, order = f"/v1/ultimatums/{found['id']}", (422, "dates_out_of_order")
    for day in ("2026-02-17", "2026-03-03"):
        assert therapist.refused("POST", f"{path}/withdraw", {"occurred_on": day}, etag=found) == order
    for change in ({"considered_on": "2026-02-19"}, {"deadline_on": "2026-02-17"}):
        assert therapist.refused("PATCH", path, change, etag=found) == order
    assert therapist.patch(path, {"considered_on": "2026-02-01"}, etag=found)["version"] == 2


@row("S2.37")
def test_an_enforced_ultimatum_makes_a_safety_screen_due(world, therapist, case, where) -> None:
    from couplesone.safety.due.models import DueScreen

    found = therapist.post(where, ULTIMATUM | {"issued_on": "2026-02-18"})

    def due() -> list[str]:
        with world.works.open(world.home.id) as work:
            return list(work.db.scalars(select(DueScreen.cause).where(DueScreen.case_id == case)))

    assert due() == []
    therapist.post(f"/v1/ultimatums/{found['id']}/enforce", {}, etag=found)
    assert due() == ["ultimatum_enforced"]
