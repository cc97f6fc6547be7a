"""Reports show figures of the practice and nobody in it; nothing is ranked."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from couplesone.cases.models import Case, RefusalEpisode, RefusalReason
from couplesone.clients.models import Client
from couplesone.course.reports.cells import MINIMUM_CELL, published, share_percent, total_of
from couplesone.web.routing import operations_of
from couplesone.wiring import ROUTERS

REPORTS = ("refusal-reasons", "case-kinds", "outcomes")


class Archive:
    """Fills a practice with cases past the API."""

    def __init__(self, world: Any, practice: Any) -> None:
        self.world, self.practice = world, practice
        self.staff_id = practice.people["therapist"].id

    def client(self, **more: Any) -> UUID:
        values = {"status": "active", "locale": "en", "time_zone": "UTC", "test_data": False} | more
        with self.world.works.open(self.practice.id) as work:
            client_id = work.new_id()
            work.keyring.register(client_id)
            work.add(Client(id=client_id, name_used="Zebrafinch", **values))
        return client_id

    def cases(self, number: int, client_id: UUID | None = None, **more: Any) -> list[Case]:
        made = []
        for _ in range(number):
            whose = client_id or self.client(**({"test_data": True} if more.pop("test", False) else {}))
            values = {
                "kind": "solo",
                "status": "active",
                "stage": 0,
                "opened_on": date(2025, 1, 7),
                "focus_series": "pressure",
                "opened_by": self.staff_id,
            } | more
            with self.world.works.open(self.practice.id) as work:
                made.append(work.add(Case(client_id=whose, **values)))
        return made

    def closed(
        self, number: int, decision: str | None, attended: bool | None, goals: str | None, **more: Any
    ) -> None:
        self.cases(
            number,
            status="closed",
            closed_on=date(2025, 6, 2),
            relationship_outcome=decision,
            partner_attended=attended,
            goals_outcome=goals,
            **more,
        )

    def refuse(self, case: Case, *codes: str, **more: Any) -> None:
        common = {
            "case_id": case.id,
            "client_id": case.client_id,
            "recorded_by": self.staff_id,
            "about": "partner",
        }
        with self.world.works.open(self.practice.id) as work:
            episode = work.add(
                RefusalEpisode(**common, occurred_on=date(2025, 1, 8), answer="no", quoted=False, **more)
            )
            for code in codes:
                work.add(
                    RefusalReason(
                        **common,
                        refusal_id=episode.id,
                        code=code,
                        reported_by="client",
                        confidence=1,
                        noted_on=date(2025, 1, 8),
                        quoted=False,
                        **more,
                    )
                )


@pytest.fixture
def archive(world):
    """The archive of the home practice."""
    return Archive(world, world.home)


@pytest.fixture
def report(world):
    """Read a report, in one statement."""

    def read(name: str, person: str = "owner") -> Any:
        before = len(world.statements)
        answer = world.home.people[person].call.get(f"/v1/reports/{name}")
        assert len([sent for sent in world.statements[before:] if "AS people" in sent]) == 1
        return answer

    return read


def cell(cells: list[dict[str, Any]], code: str) -> tuple[int | None, bool]:
    (found,) = [one for one in cells if one["code"] == code]
    return found["count"], found["suppressed"]


@pytest.mark.row("S1.2")
def test_reasons_are_counted_in_clients_and_small_cells_are_not_shown(archive, report):
    cases = archive.cases(7)
    for case in cases:
        archive.refuse(case, "autonomy", "hopeless")
        archive.refuse(case, "autonomy")
    for case in cases[:4]:
        archive.refuse(case, "secret_exposure")
    for case in cases[:5]:
        archive.refuse(case, "blame_venue")
    seen = report("refusal-reasons")
    assert (seen["counted"], seen["minimum_cell"], seen["total"], seen["as_of"]) == (
        "clients",
        5,
        5,
        "2026-03-02",
    )
    assert cell(seen["cells"], "autonomy") == (5, False)
    assert cell(seen["cells"], "blame_venue") == (5, False)
    assert cell(seen["cells"], "secret_exposure") == (None, True)
    assert cell(seen["cells"], "vulnerability") == (None, True), "none and few are not told apart"
    assert [one["code"] for one in seen["cells"]] == sorted(one["code"] for one in seen["cells"])
    assert len(seen["cells"]) == 24


def test_one_client_of_many_refusals_is_one_client(archive, report):
    client_id = archive.client()
    for case in archive.cases(6, client_id):
        archive.refuse(case, "autonomy")
    assert cell(report("refusal-reasons")["cells"], "autonomy") == (None, True)
    assert cell(report("case-kinds")["cells"], "solo") == (None, True), (
        "six cases of one person are one person"
    )


def test_what_does_not_count_is_left_out(world, archive, report):
    for case in archive.cases(4):
        archive.refuse(case, "autonomy")
    (void_case,) = archive.cases(1, entered_in_error_at=world.clock.now())
    archive.refuse(void_case, "autonomy")
    (test_case,) = archive.cases(1, test=True)
    archive.refuse(test_case, "autonomy")
    private, void = archive.cases(2)
    archive.refuse(private, "autonomy", visibility="author_private")
    archive.refuse(void, "autonomy", entered_in_error_at=world.clock.now())
    other = Archive(world, world.other)
    for case in other.cases(9):
        other.refuse(case, "autonomy")
    assert cell(report("refusal-reasons")["cells"], "autonomy") == (None, True)
    assert report("case-kinds")["total"] == 5, "six real cases of this practice"


@pytest.mark.row("S0.1")
def test_every_case_is_solo_by_default(world, archive, report):
    client_id = archive.client()
    from couplesone.clients.models import CareTeamMember

    with world.works.open(world.home.id) as work:
        work.add(
            CareTeamMember(
                client_id=client_id, staff_id=archive.staff_id, role="treating", from_on=date(2025, 1, 7)
            )
        )
    assert world.therapist.post(f"/v1/clients/{client_id}/cases", {})["kind"] == "solo"
    archive.cases(9)
    seen = report("case-kinds", "supervisor")
    assert (seen["total"], seen["counted"]) == (10, "cases")
    assert seen["cells"] == [
        {
            "code": "conjoint_part",
            "label": "One client's part of a conjoint case",
            "count": None,
            "suppressed": True,
            "share_percent": None,
        },
        {
            "code": "solo",
            "label": "Couples therapy for one",
            "count": 10,
            "suppressed": False,
            "share_percent": 100,
        },
    ]


@pytest.mark.row("S2.56")
@pytest.mark.row("S2.61")
def test_outcomes_stand_on_two_axes_and_none_is_ranked(archive, report):
    archive.closed(7, "together", True, "met")
    archive.closed(12, "separated", False, "met")
    archive.closed(3, "undecided", None, "not_met")
    archive.cases(6)
    archive.cases(6)
    seen = report("outcomes")
    assert seen["total"] == 15, "what is shown, and no more"
    assert [one["code"] for one in seen["by_decision"]] == ["separated", "together", "undecided", "unknown"]
    assert [one["code"] for one in seen["by_attendance"]] == ["attended", "not_attended", "unknown"]
    assert cell(seen["by_decision"], "together") == (5, False)
    assert cell(seen["by_decision"], "separated") == (10, False)
    assert cell(seen["by_decision"], "undecided") == (None, True)
    assert cell(seen["by_attendance"], "not_attended") == (10, False)
    assert cell(seen["by_attendance"], "unknown") == (None, True)
    for axis in ("by_decision", "by_attendance"):
        for group in seen[axis]:
            codes = [one["code"] for one in group["goals"]]
            assert codes == ["met", "not_assessed", "not_met", "partly_met"]
    (separated,) = [one for one in seen["by_decision"] if one["code"] == "separated"]
    assert cell(separated["goals"], "met") == (10, False)
    assert cell(separated["goals"], "not_met") == (None, True)
    assert "rank" not in str(seen)
    assert "success" not in str(seen)


@pytest.mark.row("S2.61")
def test_goals_met_without_the_partner_count_as_met(archive, report):
    archive.closed(5, "together", False, "met")
    (group,) = [one for one in report("outcomes")["by_attendance"] if one["code"] == "not_attended"]
    assert cell(group["goals"], "met") == (5, False)


def test_what_is_suppressed_follows_from_no_total(archive, report):
    """Two practices that differ in a small cell only look the same, on both axes and in every report."""
    archive.closed(11, "together", True, "met")
    before = [report(name) for name in REPORTS]
    archive.closed(1, "undecided", False, "not_met")
    assert [report(name) for name in REPORTS] == before


@given(st.integers(0, 10_000), st.integers(0, 10_000))
def test_a_count_is_a_step_or_nothing(count, people):
    shown = published(count, people)
    assert (shown is None) == (people < MINIMUM_CELL)
    if shown is not None:
        assert shown % MINIMUM_CELL == 0
        assert 0 <= count - shown < MINIMUM_CELL


@given(st.lists(st.integers(5, 200), min_size=1, max_size=6), st.integers(0, 4))
@example([94, 94, 94, 94], 4)
def test_a_small_cell_does_not_follow_from_the_other_cells_and_the_total(cells, small):
    """Whoever knows all that is shown, and how it is made, still cannot tell how many are in the small cell."""
    shown = [published(one, one) for one in (*cells, small)]
    total = total_of(shown)
    possible = [
        size
        for size in range(MINIMUM_CELL)
        if total_of([published(one, one) for one in (*cells, size)]) == total
    ]
    assert possible == list(range(MINIMUM_CELL))


def test_the_total_is_what_every_way_to_share_out_shows():
    assert total_of([5, None, 10], [5, 5]) == 10
    assert total_of([None, None]) is None


def test_a_share_needs_both_figures():
    assert share_percent(None, 10) is None
    assert share_percent(5, None) is None
    assert share_percent(5, 0) is None
    assert share_percent(5, 15) == 33


@pytest.mark.parametrize("name", REPORTS)
def test_who_reads_reports(world, name):
    for role in ("therapist", "front_desk", "biller"):
        refusal = world.home.people[role].call.refused("GET", f"/v1/reports/{name}")
        assert refusal == (403, "permission_denied")
    key = world.home.api_key(world.home.people["owner"], ["report.read"])
    assert key.get(f"/v1/reports/{name}")["total"] is None


def test_no_report_names_a_client(archive, report):
    archive.closed(6, "together", True, "met")
    for name in REPORTS:
        text = str(report(name))
        assert "Zebrafinch" not in text
        assert "client_id" not in text
    shown = {name for name in operations_of(ROUTERS) if name.startswith("report_")}
    assert shown == {
        "report_refusal_reasons",
        "report_case_kinds",
        "report_outcomes",
        "report_neutrality",
        "report_invitation_funnel",
    }
