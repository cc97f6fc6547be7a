"""What is reported to have come back from the partner and the household."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import text

from couplesone.plans.responses import service
from couplesone.plans.responses.codes import ResponseDomain, ResponseType, Valence
from support.papers import NOWHERE, open_chart

TODAY, TOMORROW = "2026-03-02", "2026-03-03"
RESPONSE = {
    "occurred_on": "2026-02-12",
    "valence": "harmony",
    "type": "new_conversation",
    "initiated_by": "partner",
}


@pytest.fixture
def path(chart) -> str:
    return f"/v1/cases/{chart.case_id}/system-responses"


@pytest.fixture
def experiment(chart, therapist) -> dict[str, Any]:
    body = {"own_move": "I say good night in a friendly way", "planned_on": "2026-02-10"}
    return therapist.post(f"/v1/cases/{chart.case_id}/experiments", body)


@pytest.mark.row("S0.13")
@pytest.mark.row("S4.12")
def test_a_response_is_recorded_as_reported_before_any_invitation(therapist, path) -> None:
    made = therapist.post(path, RESPONSE | {"words": "Asked how the evening had been."})
    assert RESPONSE.items() <= made.items()
    assert (made["reported_by"], made["about"], made["domain"]) == ("client", "partner", "partner")
    assert (made["with_fear"], made["experiment_id"], made["feeds_readiness"]) == (False, None, False)
    url = f"/v1/system-responses/{made['id']}"
    changed = therapist.patch(url, {"valence": "mixed", "domain": "work", "words": None}, etag=made)
    assert (changed["valence"], changed["domain"], changed["words"]) == ("mixed", "work", None)
    assert therapist.get(path)["items"] == [changed]
    void = therapist.post(f"{url}/mark-in-error", {"reason": "Another week."}, etag=changed)
    assert void["error_reason"] == "Another week."


@pytest.mark.row("S0.16")
@pytest.mark.parametrize("valence", Valence)
def test_tension_is_a_result_like_harmony(therapist, path, valence) -> None:
    made = therapist.post(path, RESPONSE | {"valence": valence.value})
    assert made["valence"] == valence


@pytest.mark.row("S4.14")
@pytest.mark.parametrize("domain", ResponseDomain)
def test_ripples_reach_every_domain_of_life(therapist, path, domain) -> None:
    assert therapist.post(path, RESPONSE | {"domain": domain.value})["domain"] == domain


@pytest.mark.row("S3.35")
def test_what_followed_an_experiment_stands_with_it(therapist, path, experiment) -> None:
    later = therapist.post(path, RESPONSE | {"experiment_id": experiment["id"]})
    earlier = RESPONSE | {"experiment_id": experiment["id"], "valence": "tension", "type": "change_back"}
    therapist.post(path, earlier | {"occurred_on": "2026-02-11"})
    wrong = therapist.post(path, earlier)
    therapist.post(f"/v1/system-responses/{wrong['id']}/mark-in-error", {"reason": "x"}, etag=wrong)
    found = therapist.get(f"/v1/experiments/{experiment['id']}")["responses"]
    assert [(r["occurred_on"], r["valence"], r["type"]) for r in found] == [
        ("2026-02-11", "tension", "change_back"),
        ("2026-02-12", "harmony", "new_conversation"),
    ]
    assert found[1]["id"] == later["id"]


@pytest.mark.parametrize(
    ("valence", "fear", "calls"),
    [
        ("tension", True, 1),
        ("mixed", True, 1),
        ("harmony", True, 0),
        ("none", True, 0),
        ("tension", False, 0),
    ],
)
def test_tension_with_fear_makes_a_screen_due(monkeypatch, therapist, path, valence, fear, calls) -> None:
    heard: list[str] = []
    monkeypatch.setattr(
        service, "screen_becomes_due", lambda work, case_id, cause, on: heard.append(f"{cause} {on}")
    )
    made = therapist.post(path, RESPONSE | {"valence": valence, "with_fear": fear})
    assert heard == ["tension_with_fear 2026-02-12"] * calls
    url = f"/v1/system-responses/{made['id']}"
    changed = therapist.patch(url, {"with_fear": True, "valence": "tension"}, etag=made)
    assert len(heard) == 1, "it is heeded once"
    therapist.patch(url, {"words": "x"}, etag=changed)
    assert len(heard) == 1


@pytest.mark.row("S2.47")
@pytest.mark.row("S4.22")
def test_a_sign_of_interest_opens_a_review_that_is_settled_once(therapist, path) -> None:
    made = therapist.post(path, RESPONSE | {"type": "curiosity_signal"})
    assert made["feeds_readiness"] is True
    url = f"/v1/system-responses/{made['id']}/review"
    late = (422, "dates_out_of_order")
    for day in (TOMORROW, "2026-02-11"):
        assert therapist.refused("POST", url, {"outcome": "not_yet", "reviewed_on": day}, etag=made) == late
    done = therapist.post(url, {"outcome": "not_yet"}, etag=made)
    assert (done["reviewed_on"], done["readiness_outcome"]) == (TODAY, "not_yet")
    again = therapist.refused("POST", url, {"outcome": "left_to_partner"}, etag=done)
    assert again == (409, "nothing_to_review")


@pytest.mark.row("S2.48")
@pytest.mark.parametrize("kind", ResponseType)
def test_which_responses_open_a_review(therapist, path, kind) -> None:
    made = therapist.post(path, RESPONSE | {"type": kind.value})
    opens = kind in ("curiosity_signal", "asks_to_come", "mutuality")
    assert (made["type"], made["feeds_readiness"]) == (kind, opens)
    url = f"/v1/system-responses/{made['id']}/review"
    assert therapist.call("POST", url, {"outcome": "not_yet"}, etag=made).status_code == (
        200 if opens else 409
    )


def test_a_sign_that_is_private_to_its_author_is_on_nobody_elses_list(world, therapist, path) -> None:
    """Whoever may not read the response does not learn from the worklist that there is one."""
    made = therapist.post(path, RESPONSE | {"type": "asks_to_come", "visibility": "author_private"})
    listed = {
        name: len(world.home.people[name].call.get("/v1/worklists/readiness_review")["items"])
        for name in ("therapist", "supervisor")
    }
    assert listed == {"therapist": 1, "supervisor": 0}
    supervisor = world.home.people["supervisor"].call
    assert supervisor.refused("GET", f"/v1/system-responses/{made['id']}") == (404, "not_found")


def test_an_experiment_of_another_case_is_none(world, therapist, path, experiment) -> None:
    elsewhere = f"/v1/cases/{open_chart(world).case_id}/system-responses"
    assert therapist.refused("POST", elsewhere, RESPONSE | {"experiment_id": experiment["id"]})[0] == 404
    assert therapist.refused("POST", path, RESPONSE | {"experiment_id": NOWHERE}) == (404, "not_found")
    made = therapist.post(path, RESPONSE)
    url = f"/v1/system-responses/{made['id']}"
    assert therapist.refused("PATCH", url, {"experiment_id": NOWHERE}, etag=made) == (404, "not_found")
    linked = therapist.patch(url, {"experiment_id": experiment["id"]}, etag=made)
    assert therapist.patch(url, {"experiment_id": None}, etag=linked)["experiment_id"] is None
    wrong = f"/v1/experiments/{experiment['id']}/mark-in-error"
    therapist.post(wrong, {"reason": "x"}, etag=therapist.get(f"/v1/experiments/{experiment['id']}"))
    assert therapist.refused("POST", path, RESPONSE | {"experiment_id": experiment["id"]})[0] == 404


@pytest.mark.parametrize(
    "change",
    [{"valence": "good"}, {"type": "love"}, {"domain": "pets"}, {"initiated_by": "me"}, {"with_fear": 1}],
)
def test_what_is_no_response(therapist, path, change) -> None:
    assert therapist.refused("POST", path, RESPONSE | change) == (422, "validation_failed")


def test_a_response_lies_in_the_past(therapist, path) -> None:
    late = (422, "dates_out_of_order")
    assert therapist.refused("POST", path, RESPONSE | {"occurred_on": TOMORROW}) == late
    made = therapist.post(path, RESPONSE)
    url = f"/v1/system-responses/{made['id']}"
    assert therapist.refused("PATCH", url, {"occurred_on": TOMORROW}, etag=made) == late


def test_strangers_find_nothing_and_words_are_sealed(world, therapist, strangers, path) -> None:
    made = therapist.post(path, RESPONSE | {"words": "Asked how the evening had been."})
    for person in strangers:
        assert person.call.refused("GET", f"/v1/system-responses/{made['id']}") == (404, "not_found")
    with world.works.open(world.home.id) as work:
        assert "evening" not in str(work.connection.execute(text("SELECT words FROM system_responses")).all())
