"""The lint points at wordings and blocks nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from couplesone.cases.lint.codes import LintCode, UnderminingCategory
from couplesone.cases.lint.phrases import PHRASES
from couplesone.cases.lint.reading import warnings_in
from couplesone.wiring import VOCABULARIES

FOUND = [
    ("Tobias is just stubborn.", {"partner_label"}, "stubborn"),
    ("He is a narcissist", {"proxy_diagnosis", "partner_has_disorder"}, "narcissist"),
    ("Sounds like borderline to me", {"proxy_diagnosis"}, "borderline"),
    ("She doesn't even care about us", {"lack_of_care"}, "doesn't even care"),
    ("He doesn\u2019t care.", {"lack_of_care"}, "doesn\u2019t care"),
    ("He'll never change", {"partner_never_changes"}, "He'll never change"),
    ("I think they will never change", {"partner_never_changes"}, "will never change"),
    ("They do it on purpose", {"partner_bad_motives"}, "They do it on purpose"),
    ("The marriage was doomed", {"doomed_from_start"}, "doomed"),
    ("This is beyond repair.", {"beyond_repair"}, "beyond repair"),
    ("You should leave him", {"ending_is_best"}, "should leave him"),
    ("Divorce would be best", {"ending_is_best"}, "Divorce would be best"),
    ("It is all her fault", {"side_taking"}, "all her fault"),
    ("I told the client I am on your side", {"side_taking"}, "on your side"),
    ("You deserve so much better!", {"commiseration"}, "deserve so much better"),
    ("Poor thing", {"commiseration"}, "Poor thing"),
    ("We talked about how to convince him", {"proved_or_convinced"}, "convince him"),
    ("She wants to make him see it", {"proved_or_convinced"}, "make him see"),
    ("Keep this as evidence for the lawyer", {"ammunition"}, "as evidence"),
    ("Client is building a case", {"ammunition"}, "building a case"),
    ("Client is married to a selfish man", {"partner_label"}, "selfish"),
    ("I am sure he is selfish", {"partner_label"}, "selfish"),
    ("I was there. Tobias was childish", {"partner_label"}, "childish"),
]
FINE = [
    "I was stubborn myself last night.",
    "Client was diagnosed with ADHD.",
    "Client has been selfish, in her own words.",
    "I will never change my name.",
    "He threatened to hurt her and took her phone.",
    "She controls the money and hits the wall.",
    "Tobias said that he does not talk to strangers about us.",
    "I said what I need in one sentence.",
    "",
]


@pytest.mark.row("S2.15", "S2.55", "S3.17", "S3.18", "S1.16")
@pytest.mark.parametrize(("text", "codes", "words"), FOUND)
def test_a_wording_is_pointed_at(text: str, codes: set[str], words: str) -> None:
    found = warnings_in(text)
    assert {warned.code.value for warned in found} >= codes
    assert words in [text[warned.start : warned.end] for warned in found if warned.code in codes]


@pytest.mark.parametrize("text", FINE)
def test_what_the_client_says_of_themselves_and_words_of_danger_are_left_alone(text: str) -> None:
    assert warnings_in(text) == []


def test_no_text_has_no_warnings() -> None:
    assert warnings_in(None) == []


@pytest.mark.parametrize("code", LintCode)
def test_every_code_has_a_phrase_that_finds_it(code: LintCode) -> None:
    assert any(phrase.code is code for phrase in PHRASES)
    assert any(code.value in codes for _, codes, _ in FOUND)


def test_the_six_undermining_categories_are_lint_codes() -> None:
    assert [category.value for category in UnderminingCategory] == [code.value for code in LintCode][:6]


PIECES = st.sampled_from(
    [word for text, _, _ in FOUND for word in text.split()] + ["\u2019", "\U0001f622", "\n"]
)


@given(st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=40).map(" ".join)))
def test_spans_lie_within_the_text_in_order(text: str) -> None:
    found = warnings_in(text)
    assert all(0 <= warned.start < warned.end <= len(text) for warned in found)
    assert [warned.start for warned in found] == sorted(warned.start for warned in found)


@pytest.mark.row("S2.17")
@pytest.mark.parametrize(("text", "codes", "words"), FOUND)
def test_he_and_she_and_they_are_read_alike(text: str, codes: set[str], words: str) -> None:
    def told(subject: str, possessive: str, object_: str) -> list[str]:
        said = (
            f"{subject} is selfish; it is {possessive} fault; convince {object_}; {subject} is a narcissist"
        )
        return [warned.code.value for warned in warnings_in(said)]

    assert told("he", "his", "him") == told("she", "her", "her") == told("they", "their", "them")


@pytest.mark.row("S2.8")
@pytest.mark.parametrize("vocabulary", VOCABULARIES, ids=lambda vocabulary: vocabulary.__name__)
def test_no_label_that_people_see_judges_anybody(vocabulary) -> None:
    judging = ("offen", "guilty", "badger", "nag", "trick", "drag", "bribe", "fail to", "violat", "refuser")
    for member in vocabulary:
        named = vocabulary in (LintCode, UnderminingCategory)  # they name what is warned about
        assert named or warnings_in(member.label) == [], member.label
        assert not [word for word in judging if word in member.label.lower()], member.label


def test_a_question_answers_with_spans_and_stores_nothing(world) -> None:
    before = len(world.statements)
    answer = world.therapist.post("/v1/lint", {"text": "  He is stubborn"})
    assert [(found["code"], found["start"], found["end"]) for found in answer["warnings"]] == [
        ("partner_label", 8, 16)
    ]
    assert answer["warnings"][0]["suggestion"] == "For example: has said no and stays with it."
    assert not [sent for sent in world.statements[before:] if sent.lstrip().upper().startswith("INSERT")]


def test_who_writes_nothing_asks_nothing(world) -> None:
    for role in ("supervisor", "front_desk", "biller", "owner"):
        refusal = world.home.people[role].call.refused("POST", "/v1/lint", {"text": "x"})
        assert refusal == (403, "permission_denied")
    assert world.therapist.refused("POST", "/v1/lint", {"text": ""}) == (422, "validation_failed")


@pytest.mark.row("S1.16", "S2.55")
def test_a_note_is_recorded_with_hints_beside_it(therapist, case) -> None:
    sent = {"minutes": 50, "note": "She is building a case, and I am on her side."}
    note = therapist.post(f"/v1/cases/{case}/sessions", sent)
    assert [found["code"] for found in note["lint"]] == ["ammunition", "side_taking"]
    assert note["note"] == sent["note"]
    changed = therapist.patch(f"/v1/sessions/{note['id']}", {"note": None}, etag=note)
    assert changed["lint"] == []
