"""Telling once is honesty; telling again unasked is pressing; and nobody plans it against the client's safety."""

from __future__ import annotations

import pytest

from couplesone.cases.told_partner.guard import TELLING_GUARD, telling_is_held
from couplesone.cases.told_partner.models import PartnerTelling, TransparencyPlan

TOLD = {"shared": ["attends_therapy"], "occurred_on": "2026-02-02"}


class Guard:
    """Stands for what the safety room puts there."""

    def __init__(self, *, held: bool, shown: bool) -> None:
        self.held, self.shown = held, shown

    def holds(self, work, case_id) -> bool:
        return self.held

    def shows_danger(self, work, case_id) -> bool:
        return self.shown


@pytest.fixture
def guard(world):
    """Put a guard where the wiring puts it."""

    def put(*, held=False, shown=False) -> None:
        world.works.extras[TELLING_GUARD] = Guard(held=held, shown=shown)

    put()
    return put


@pytest.fixture
def tell(therapist, case):
    """Record what the partner was told."""
    return lambda **more: therapist.post(f"/v1/cases/{case}/told-partner", TOLD | more)


@pytest.fixture
def plan(therapist, case):
    """Record a transparency plan."""
    sent = {"intent": "tell", "what": ["attends_therapy"]}
    return lambda **more: therapist.post(f"/v1/cases/{case}/transparency-plans", sent | more)


@pytest.fixture
def attempts(therapist, case):
    """Return the attempts that count, by day."""

    def seen() -> list[tuple[str, str]]:
        items = therapist.get(f"/v1/cases/{case}/pressure-events")["items"]
        return sorted(
            (one["occurred_on"], one["type"]) for one in items if one["entered_in_error_at"] is None
        )

    return seen


@pytest.mark.row("S3.24")
@pytest.mark.row("S3.25")
def test_what_was_told_is_kept_with_words_and_reaction(therapist, case, tell, files):
    sent = {
        "shared": ["tool_sheet", "attends_therapy", "what_i_work_on", "tool_sheet"],
        "words": "I go because I want us to be better.",
        "partner_reaction": "Do what you like.",
        "prompted": True,
    }
    told = tell(**sent)
    expected = sent | {
        "shared": ["attends_therapy", "what_i_work_on", "tool_sheet"],
        "counts_as_pressure": False,
    }
    assert {name: told[name] for name in expected} == expected
    assert therapist.get(f"/v1/told-partner/{told['id']}") == told
    assert "better" not in files.raw(PartnerTelling, told["id"], "words")
    assert "like" not in files.raw(PartnerTelling, told["id"], "partner_reaction")
    changed = therapist.patch(
        f"/v1/told-partner/{told['id']}", {"shared": ["other"], "partner_reaction": None}, etag=told
    )
    assert (changed["shared"], changed["partner_reaction"], changed["version"]) == (["other"], None, 2)
    refusal = therapist.refused("POST", f"/v1/cases/{case}/told-partner", TOLD | {"shared": []})
    assert refusal == (422, "validation_failed")
    assert therapist.refused(
        "POST", f"/v1/cases/{case}/told-partner", TOLD | {"occurred_on": "2026-03-03"}
    ) == (422, "dates_out_of_order")


def test_a_private_telling_stays_its_authors_also_as_an_attempt(files, mara, case, tell, attempts, strangers):
    """The telling that another records before it makes it an attempt; the attempt is its author's as well."""
    files.join(mara, "colleague", "covering")
    colleague, where = strangers["colleague"].call, f"/v1/cases/{case}"
    private = {"occurred_on": "2026-02-10", "visibility": "author_private"}
    told = colleague.post(f"{where}/told-partner", TOLD | private)
    tell(occurred_on="2026-02-02")
    assert attempts() == []
    (attempt,) = colleague.get(f"{where}/pressure-events")["items"]
    assert (attempt["recorded_by"], attempt["occurred_on"]) == (told["recorded_by"], "2026-02-10")


def test_telling_once_is_no_pressure(tell, attempts):
    assert tell()["counts_as_pressure"] is False
    assert attempts() == []


@pytest.mark.parametrize(
    ("days", "prompted", "counts"),
    [("2026-02-02", False, True), ("2026-02-28", False, True), ("2026-02-28", True, False)],
)
def test_a_second_unprompted_telling_within_thirty_days_explains_again(
    tell, attempts, days, prompted, counts
):
    tell()
    again = tell(occurred_on=days, prompted=prompted)
    assert again["counts_as_pressure"] is counts
    assert (again["pressure_event_id"] is not None) is counts
    assert attempts() == ([(days, "explain_again")] if counts else [])


@pytest.mark.parametrize(("day", "counts"), [("2026-01-31", True), ("2026-02-01", False)])
def test_the_thirtieth_day_is_within(tell, attempts, day, counts):
    tell(occurred_on="2026-01-01")
    assert tell(occurred_on=day)["counts_as_pressure"] is counts


def test_the_days_are_a_setting_with_history(world, tell):
    owner = world.home.people["owner"].call
    world.days(60)
    owner.post("/v1/practice/settings", {"key": "telling_again_days", "value": 3})
    tell(occurred_on="2026-04-01")
    assert tell(occurred_on="2026-04-11")["counts_as_pressure"] is True, "as it held on that day"
    world.days(40)
    tell(occurred_on="2026-06-01")
    assert tell(occurred_on="2026-06-05")["counts_as_pressure"] is False
    assert tell(occurred_on="2026-06-08")["counts_as_pressure"] is True


def test_a_telling_recorded_late_makes_the_later_one_the_second(therapist, tell, attempts):
    later = tell(occurred_on="2026-02-20")
    tell(occurred_on="2026-02-10")
    assert attempts() == [("2026-02-20", "explain_again")]
    assert therapist.get(f"/v1/told-partner/{later['id']}")["counts_as_pressure"] is True


def test_the_attempt_follows_its_telling(therapist, tell, attempts):
    first, again = tell(), tell(occurred_on="2026-02-20")
    path = f"/v1/told-partner/{again['id']}"
    moved = therapist.patch(path, {"occurred_on": "2026-02-21"}, etag=again)
    assert attempts() == [("2026-02-21", "explain_again")]
    asked = therapist.patch(path, {"prompted": True}, etag=moved)
    assert (asked["counts_as_pressure"], attempts()) == (False, [])
    unasked = therapist.patch(path, {"prompted": False}, etag=asked)
    assert attempts() == [("2026-02-21", "explain_again")]
    void = therapist.post(f"{path}/mark-in-error", {"reason": "Wrong case."}, etag=unasked)
    assert (void["counts_as_pressure"], attempts()) == (False, [])
    third = tell(occurred_on="2026-02-22")
    assert third["counts_as_pressure"] is True
    therapist.post(f"/v1/told-partner/{first['id']}/mark-in-error", {"reason": "x"}, etag=first)
    assert attempts() == []


def test_an_attempt_that_somebody_voided_stays_so(therapist, tell, attempts):
    tell()
    again = tell(occurred_on="2026-02-20")
    event = f"/v1/pressure-events/{again['pressure_event_id']}"
    therapist.post(f"{event}/mark-in-error", {"reason": "He had asked."}, etag=therapist.get(event))
    therapist.patch(f"/v1/told-partner/{again['id']}", {"prompted": True}, etag=again)
    assert attempts() == []


@pytest.mark.row("S1.14")
def test_a_plan_says_what_when_and_by_whom(therapist, plan, files):
    sent = {"planned_for": "2026-04-01", "words": "On the walk.", "by_whom": "client_in_session"}
    planned = plan(**sent)
    assert {name: planned[name] for name in sent} == sent
    path = f"/v1/transparency-plans/{planned['id']}"
    assert therapist.get(path) == planned
    assert therapist.patch(path, {"planned_for": None}, etag=planned)["planned_for"] is None
    assert plan()["by_whom"] == "client"
    assert "walk" not in files.raw(TransparencyPlan, planned["id"], "words")
    private = plan(intent="keep_private", what=[])
    assert (private["what"], private["by_whom"]) == ([], None)


@pytest.mark.parametrize(
    "wrong",
    [
        {"what": []},
        {"intent": "keep_private"},
        {"intent": "unsafe", "what": [], "by_whom": "client"},
        {"by_whom": "practice"},
        {"what": ["trick"]},
    ],
)
def test_a_plan_that_does_not_hold_together_is_refused(therapist, case, wrong):
    sent = {"intent": "tell", "what": ["attends_therapy"]} | wrong
    refusal = therapist.refused("POST", f"/v1/cases/{case}/transparency-plans", sent)
    assert refusal == (422, "validation_failed")


@pytest.mark.row("S3.24")
def test_whether_the_partner_knows_is_derived_and_unsafe_comes_first(therapist, case, guard, tell, plan):
    def state():
        informed = therapist.get(f"/v1/cases/{case}/partner-informed")
        return informed["state"], informed["informed_on"], informed["plan"] and informed["plan"]["intent"]

    assert state() == ("no", None, None)
    tell(shared=["wants_better_relationship"], occurred_on="2026-01-07")
    plan()
    assert state() == ("no", None, "tell")
    told = tell()
    tell(occurred_on="2026-02-25")
    assert state() == ("yes", "2026-02-02", "tell")
    unsafe = plan(intent="unsafe", what=[])
    assert state() == ("unsafe", "2026-02-02", "unsafe")
    therapist.post(f"/v1/transparency-plans/{unsafe['id']}/mark-in-error", {"reason": "x"}, etag=unsafe)
    assert state() == ("yes", "2026-02-02", "tell")
    guard(shown=True)
    assert state() == ("unsafe", "2026-02-02", "tell")
    guard()
    therapist.post(f"/v1/told-partner/{told['id']}/mark-in-error", {"reason": "x"}, etag=told)
    assert state() == ("yes", "2026-02-25", "tell")


@pytest.mark.row("S3.24")
def test_safety_holds_planning_and_never_the_record(therapist, case, guard, tell, plan):
    guard(held=True)
    sent = {"intent": "tell", "what": ["attends_therapy"]}
    refusal = therapist.refused("POST", f"/v1/cases/{case}/transparency-plans", sent)
    assert refusal == (409, "telling_held")
    assert plan(intent="unsafe", what=[])["intent"] == "unsafe"
    assert tell()["shared"] == ["attends_therapy"]


def test_without_a_guard_nothing_is_held(world, case):
    world.works.extras.pop(TELLING_GUARD, None)
    with world.works.open(world.home.id) as work:
        assert telling_is_held(work, case) is False


@pytest.mark.parametrize("kind", ["told-partner", "transparency-plans"])
def test_lists_send_as_many_statements_for_many_as_for_one(world, therapist, case, guard, tell, plan, kind):
    def record(number):
        for _ in range(number):
            tell(prompted=True)
            plan()

    def sent() -> int:
        before = len(world.statements)
        therapist.get(f"/v1/cases/{case}/{kind}")
        return len(world.statements) - before

    record(1)
    one = sent()
    record(11)
    assert sent() == one
    assert len(therapist.get(f"/v1/cases/{case}/{kind}")["items"]) == 12


def test_who_may_not_know_of_the_case_learns_nothing(world, case, strangers, guard):
    for person in strangers.values():
        refusal = person.call.refused("GET", f"/v1/cases/{case}/partner-informed")
        assert refusal == (404, "not_found")
    assert world.home.people["supervisor"].call.get(f"/v1/cases/{case}/partner-informed")["state"] == "no"


def test_the_timeline_shows_that_something_was_told(therapist, case, guard, tell, plan):
    tell()
    plan()
    kinds = {entry["kind"]: entry["code"] for entry in therapist.get(f"/v1/cases/{case}/timeline")["items"]}
    assert (kinds["telling"], kinds["transparency_plan"]) == (None, "tell")
