"""Attitudes before and after."""

from __future__ import annotations

import pytest

TODAY, TOMORROW = "2026-03-02", "2026-03-03"
BEFORE = {"able": 2, "respecting": 4, "interested": 3, "caring": 5}
AFTER = {"able": 6, "respecting": 4, "interested": 5, "caring": 4}


@pytest.fixture
def path(chart) -> str:
    return f"/v1/cases/{chart.case_id}/attitude-ratings"


@pytest.mark.row("S4.10")
def test_four_sliders_are_taken_before_and_after(therapist, path) -> None:
    made = therapist.post(path, {"before": BEFORE, "occurred_on": "2026-02-09"})
    assert (made["before"], made["after"], made["change"]) == (BEFORE, None, None)
    url = f"/v1/attitude-ratings/{made['id']}"
    again = therapist.post(f"{url}/again", {"after": AFTER, "again_on": "2026-02-27"}, etag=made)
    assert (again["before"], again["after"], again["again_on"]) == (BEFORE, AFTER, "2026-02-27")
    assert again["change"] == {"able": 4, "respecting": 0, "interested": 2, "caring": -1}
    later = therapist.post(f"{url}/again", {"after": BEFORE}, etag=again)
    assert (later["again_on"], set(later["change"].values())) == (TODAY, {0})
    corrected = therapist.patch(url, {"before": AFTER, "occurred_on": "2026-02-10"}, etag=later)
    assert (corrected["before"], corrected["occurred_on"]) == (AFTER, "2026-02-10")
    assert therapist.get(path)["items"] == [corrected]


@pytest.mark.row("S1.7")
def test_the_gap_in_investment_is_the_clients_view(therapist, path) -> None:
    made = therapist.post(path, {"before": BEFORE, "perceived_investment_gap": 7})
    assert (made["perceived_investment_gap"], made["confided_by"]) == (7, "client")
    url = f"/v1/attitude-ratings/{made['id']}"
    assert (
        therapist.patch(url, {"perceived_investment_gap": None}, etag=made)["perceived_investment_gap"]
        is None
    )
    tool = therapist.get("/v1/tools/needs_statement")
    assert ("S1.7" in tool["rows"], tool["homework"]) == (True, None)


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"before": {**BEFORE, "able": 11}},
        {"before": {**BEFORE, "able": -1}},
        {"before": {name: value for name, value in BEFORE.items() if name != "able"}},
        {"before": {**BEFORE, "loving": 3}},
        {"before": BEFORE, "perceived_investment_gap": 11},
        {"before": BEFORE, "after": AFTER},
    ],
)
def test_what_is_no_rating(therapist, path, body) -> None:
    assert therapist.refused("POST", path, body) == (422, "validation_failed")


def test_days_come_in_order(therapist, path) -> None:
    late = (422, "dates_out_of_order")
    assert therapist.refused("POST", path, {"before": BEFORE, "occurred_on": TOMORROW}) == late
    made = therapist.post(path, {"before": BEFORE, "occurred_on": "2026-02-09"})
    url = f"/v1/attitude-ratings/{made['id']}"
    for day in (TOMORROW, "2026-02-08"):
        assert therapist.refused("POST", f"{url}/again", {"after": AFTER, "again_on": day}, etag=made) == late
    again = therapist.post(f"{url}/again", {"after": AFTER, "again_on": "2026-02-20"}, etag=made)
    assert therapist.refused("PATCH", url, {"occurred_on": "2026-02-21"}, etag=again) == late
    assert therapist.refused("PATCH", url, {"occurred_on": TOMORROW}, etag=again) == late


def test_strangers_find_nothing(strangers, therapist, path) -> None:
    made = therapist.post(path, {"before": BEFORE})
    for person in strangers:
        assert person.call.refused("GET", f"/v1/attitude-ratings/{made['id']}") == (404, "not_found")
        assert person.call.refused("POST", path, {"before": BEFORE}) == (404, "not_found")
