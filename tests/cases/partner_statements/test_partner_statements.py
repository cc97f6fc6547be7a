"""What is said about the partner keeps its provenance, and never becomes a fact by itself."""

from __future__ import annotations

from itertools import permutations, product
from uuid import UUID

import pytest
from sqlalchemy import select

from couplesone.cases.errors import ItemInError
from couplesone.cases.partner_statements import facts
from couplesone.cases.partner_statements.codes import Accuracy, Verdict
from couplesone.cases.partner_statements.errors import StatementUnverified
from couplesone.cases.partner_statements.events import HarmfulConductReported
from couplesone.cases.partner_statements.facts import BANNER
from couplesone.cases.partner_statements.models import PartnerStatement
from couplesone.cases.partner_statements.moves import MOVES, accuracy_after
from couplesone.jobs.models import OutboxEvent

SAID = {"text": "He said he will not come.", "occurred_on": "2026-02-02"}


@pytest.fixture
def say(therapist, case):
    """Record a statement about the partner."""

    def record(**more):
        return therapist.post(f"/v1/cases/{case}/partner-statements", SAID | more)

    return record


@pytest.fixture
def judge(therapist):
    """Let a later statement speak on an earlier one."""

    def call(verb, earlier, later, **more):
        path = f"/v1/partner-statements/{earlier['id']}"
        return therapist.post(
            f"{path}/{verb}", {"by_statement_id": later["id"], **more}, etag=therapist.get(path)
        )

    return call


@pytest.mark.row("S3.27", "S1.10")
def test_a_statement_is_unverified_and_says_so_on_its_face(therapist, case, say):
    sent = {
        "kind": "partner_protectiveness",
        "text": "He guards what he calls his peace.",
        "source": "document",
        "directness": "hearsay",
        "occurred_on": "2026-02-03",
    }
    said = say(**sent)
    expected = sent | {
        "accuracy": "unverified",
        "banner": BANNER,
        "about": "partner",
        "confided_by": "other",
        "line_crossing": None,
        "assessments": [],
    }
    assert {name: said[name] for name in expected} == expected
    path = f"/v1/partner-statements/{said['id']}"
    assert therapist.get(path) == said
    assert [item["banner"] for item in therapist.get(f"/v1/cases/{case}/partner-statements")["items"]] == [
        BANNER
    ]
    assert therapist.patch(path, {"directness": "first_hand"}, etag=said)["banner"] == BANNER


@pytest.mark.parametrize(
    ("source", "confided_by"),
    [
        ("client", "client"),
        ("partner", "partner"),
        ("therapist_observation", "therapist"),
        ("document", "other"),
    ],
)
def test_who_confided_it_follows_from_the_source(say, source, confided_by):
    assert say(source=source)["confided_by"] == confided_by


def test_an_accuracy_cannot_be_sent(therapist, case, say):
    where = f"/v1/cases/{case}/partner-statements"
    assert therapist.refused("POST", where, SAID | {"accuracy": "corroborated"}) == (422, "validation_failed")
    said = say()
    path = f"/v1/partner-statements/{said['id']}"
    for member in ({"accuracy": "corroborated"}, {"source": "document"}):
        assert therapist.refused("PATCH", path, member, etag=said) == (422, "validation_failed")


def test_hints_stand_beside_the_record_and_block_nothing(say):
    said = say(text="He is stubborn and doesn't care.")
    assert [found["code"] for found in said["lint"]] == ["partner_label", "lack_of_care"]


@pytest.mark.row("S3.27")
def test_later_statements_bear_out_contradict_or_dispute(say, judge, therapist):
    first = say()
    seen, denied = say(source="therapist_observation"), say(source="partner", text="I never said that.")
    assert judge("corroborate", first, seen)["accuracy"] == "corroborated"
    both = judge("contradict", first, denied, noted_on="2026-02-20")
    assert both["accuracy"] == "disputed"
    assert [(one["by_statement_id"], one["verdict"]) for one in both["assessments"]] == [
        (denied["id"], "contradicts"),
        (seen["id"], "corroborates"),
    ]
    assert both["version"] == 3
    other = say()
    assert judge("contradict", other, say(source="partner"))["accuracy"] == "contradicted"


def test_the_table_knows_every_accuracy_and_order_does_not_matter():
    assert {verdict: set(moves) for verdict, moves in MOVES.items()} == {
        verdict: set(Accuracy) for verdict in Verdict
    }
    for verdicts in product(Verdict, repeat=3):
        assert len({accuracy_after(order) for order in permutations(verdicts)}) == 1
        said = set(verdicts)
        expected = Accuracy.DISPUTED if len(said) == 2 else accuracy_after(said)
        assert accuracy_after(verdicts) is expected
    assert accuracy_after(()) is Accuracy.UNVERIFIED


def test_a_statement_is_contradicted_by_the_same_one_once(say, judge, therapist):
    first, denied = say(), say(source="partner")
    judged = judge("contradict", first, denied)
    body = {"by_statement_id": denied["id"]}
    for verb in ("contradict", "corroborate"):
        refusal = therapist.refused("POST", f"/v1/partner-statements/{first['id']}/{verb}", body, etag=judged)
        assert refusal == (409, "statement_already_assessed")


@pytest.mark.parametrize(
    ("source", "allowed"),
    [("client", False), ("partner", False), ("therapist_observation", False), ("document", True)],
)
def test_a_source_does_not_bear_out_itself(say, judge, therapist, source, allowed):
    first, again = say(source=source), say(source=source)
    path, body = f"/v1/partner-statements/{first['id']}/corroborate", {"by_statement_id": again["id"]}
    if allowed:
        assert judge("corroborate", first, again)["accuracy"] == "corroborated"
    else:
        refusal = therapist.refused("POST", path, body, etag=first)
        assert refusal == (409, "corroboration_not_independent")
    assert judge("contradict", say(source=source), say(source=source))["accuracy"] == "contradicted"


def test_only_a_later_statement_of_the_case_is_named(world, files, say, judge, therapist, mara):
    first = say()
    path = f"/v1/partner-statements/{first['id']}/contradict"

    def refused(by):
        return therapist.refused("POST", path, {"by_statement_id": by}, etag=first)

    assert refused(first["id"]) == (422, "dates_out_of_order")
    assert refused(say(occurred_on="2026-02-01")["id"]) == (422, "dates_out_of_order")
    elsewhere = therapist.post(f"/v1/cases/{files.case(mara)}/partner-statements", SAID)
    assert refused(elsewhere["id"]) == (409, "linked_record_missing")
    assert refused(str(world.works.ids.new(world.clock.now()))) == (409, "linked_record_missing")
    void = say()
    therapist.post(f"/v1/partner-statements/{void['id']}/mark-in-error", {"reason": "x"}, etag=void)
    assert refused(void["id"]) == (409, "linked_record_missing")
    later = say(occurred_on="2026-02-03")
    tomorrow = {"by_statement_id": later["id"], "noted_on": "2026-03-03"}
    assert therapist.refused("POST", path, tomorrow, etag=first) == (422, "dates_out_of_order")
    backwards = f"/v1/partner-statements/{later['id']}/contradict"
    refusal = therapist.refused("POST", backwards, {"by_statement_id": first["id"]}, etag=later)
    assert refusal == (422, "dates_out_of_order")


def test_what_a_void_statement_said_counts_no_more(say, judge, therapist):
    first, denied, seen = say(), say(source="partner"), say(source="document")
    judge("contradict", first, denied)
    assert judge("corroborate", first, seen)["accuracy"] == "disputed"
    path = f"/v1/partner-statements/{denied['id']}"
    therapist.post(f"{path}/mark-in-error", {"reason": "Belongs elsewhere."}, etag=denied)
    now = therapist.get(f"/v1/partner-statements/{first['id']}")
    assert now["accuracy"] == "corroborated"
    assert [one["verdict"] for one in now["assessments"]] == ["corroborates"]
    assert now["version"] == 4


@pytest.mark.row("S3.27", "INV-5")
@pytest.mark.parametrize("change", [{"text": "He threatened to come."}, {"occurred_on": "2026-02-03"}])
def test_other_words_or_another_day_are_not_borne_out_by_what_was_said_before(say, judge, therapist, change):
    """A statement that was borne out does not become a fact with words that nobody bore out (invariant 5)."""
    first, seen, last = (
        say(source=source, occurred_on=day)
        for source, day in (("client", "2026-02-02"), ("document", "2026-02-10"), ("partner", "2026-02-11"))
    )
    judge("corroborate", first, seen)
    judge("contradict", seen, last)
    path = f"/v1/partner-statements/{first['id']}"
    changed = therapist.patch(path, change, etag=therapist.get(path))
    assert (changed["accuracy"], changed["assessments"]) == ("unverified", [])
    assert therapist.refused("POST", f"{path}/as-fact") == (409, "statement_unverified")
    assert judge("corroborate", first, seen)["accuracy"] == "corroborated"
    therapist.patch(
        f"/v1/partner-statements/{seen['id']}",
        change,
        etag=therapist.get(f"/v1/partner-statements/{seen['id']}"),
    )
    assert therapist.get(path)["accuracy"] == "unverified"
    assert therapist.get(f"/v1/partner-statements/{seen['id']}")["accuracy"] == "unverified"


def test_a_change_of_nothing_that_was_said_leaves_what_bears_it_out(say, judge, therapist):
    first = say()
    judge("corroborate", first, say(source="document"))
    path = f"/v1/partner-statements/{first['id']}"
    same = {"directness": "hearsay", "text": SAID["text"], "occurred_on": SAID["occurred_on"]}
    assert therapist.patch(path, same, etag=therapist.get(path))["accuracy"] == "corroborated"


@pytest.mark.row("S3.27")
def test_an_unverified_statement_never_becomes_a_fact(say, judge, therapist):
    first = say()
    path = f"/v1/partner-statements/{first['id']}/as-fact"
    assert therapist.refused("POST", path) == (409, "statement_unverified")
    assert action(first) == (False, "statement_unverified")
    judge("contradict", first, say(source="partner"))
    assert therapist.refused("POST", path) == (409, "statement_unverified")
    borne_out = say()
    shown = judge("corroborate", borne_out, say(source="document"))
    assert action(shown) == (True, None)
    path = f"/v1/partner-statements/{borne_out['id']}/as-fact"
    assert therapist.post(path) == {
        "statement_id": borne_out["id"],
        "banner": BANNER,
        "text": SAID["text"],
        "source": "client",
        "occurred_on": SAID["occurred_on"],
    }
    judge("contradict", borne_out, say(source="partner"))
    assert therapist.refused("POST", path) == (409, "statement_unverified")
    void = say()
    therapist.post(f"/v1/partner-statements/{void['id']}/mark-in-error", {"reason": "x"}, etag=void)
    assert therapist.refused("POST", f"/v1/partner-statements/{void['id']}/as-fact") == (409, "item_in_error")


def action(statement, name="use_partner_statement_as_fact"):
    (found,) = [one for one in statement["actions"] if one["action"] == name]
    return found["allowed"], found["code"]


@pytest.mark.parametrize("accuracy", Accuracy)
def test_one_function_guards_the_way_to_a_fact(accuracy):
    statement = PartnerStatement(accuracy=accuracy.value, source="client", text="x")
    if accuracy is not Accuracy.CORROBORATED:
        with pytest.raises(StatementUnverified):
            facts.as_fact(statement)
    else:
        assert facts.as_fact(statement).text == "x"


def test_without_the_guard_an_unverified_statement_would_pass(say, therapist, monkeypatch):
    path = f"/v1/partner-statements/{say()['id']}/as-fact"
    monkeypatch.setattr(
        facts,
        "as_fact",
        lambda statement: facts.PartnerFact(statement.id, "x", "client", statement.occurred_on),
    )
    assert therapist.call("POST", path).status_code == 200, "the refusal is the guard's, and nobody else's"


@pytest.mark.row("S2.53")
def test_the_triage_of_harm_is_announced_once_and_within_the_house(world, say, therapist, monkeypatch):
    heard = []
    monkeypatch.setitem(
        world.works.publisher._subscribers,
        HarmfulConductReported,
        (lambda _, event: heard.append({"statement_id": event.statement_id}),),
    )
    told = say(text="He raised his hand.")
    path = f"/v1/partner-statements/{told['id']}"
    for crossing in ("difficult", "unacceptable", "harmful", "harmful"):
        told = therapist.post(f"{path}/triage", {"line_crossing": crossing}, etag=told)
        assert told["line_crossing"] == crossing
    at_once = say(line_crossing="harmful")
    say(line_crossing="difficult")
    with world.works.open(world.home.id) as work:
        assert work.db.scalars(select(OutboxEvent.type).where(OutboxEvent.type.like("%harm%"))).all() == []
    assert [one["statement_id"] for one in heard] == [UUID(told["id"]), UUID(at_once["id"])]
    refusal = therapist.refused("POST", f"{path}/triage", {"line_crossing": "awful"}, etag=told)
    assert refusal == (422, "validation_failed")


def test_a_void_statement_takes_no_verdict_and_no_triage(say, therapist):
    void, later = say(), say(source="partner")
    path = f"/v1/partner-statements/{void['id']}"
    void = therapist.post(f"{path}/mark-in-error", {"reason": "x"}, etag=void)
    for verb, body in (
        ("corroborate", {"by_statement_id": later["id"]}),
        ("contradict", {"by_statement_id": later["id"]}),
        ("triage", {"line_crossing": "difficult"}),
    ):
        assert therapist.refused("POST", f"{path}/{verb}", body, etag=void) == (409, "item_in_error")
        assert action(void, f"{verb}_partner_statement") == (False, "item_in_error")


def test_a_verdict_says_which_version_it_is_of(say, therapist):
    first, later = say(), say(source="partner")
    path, body = f"/v1/partner-statements/{first['id']}/contradict", {"by_statement_id": later["id"]}
    assert therapist.refused("POST", path, body) == (428, "if_match_required")
    assert therapist.refused("POST", path, body, etag=7) == (412, "version_stale")


def test_a_supervisor_reads_and_may_do_nothing(world, say):
    first = say()
    supervisor = world.home.people["supervisor"].call
    seen = supervisor.get(f"/v1/partner-statements/{first['id']}")
    assert action(seen, "triage_partner_statement") == (False, "permission_denied")
    body = {"line_crossing": "harmful"}
    refusal = supervisor.refused("POST", f"/v1/partner-statements/{first['id']}/triage", body, etag=first)
    assert refusal == (403, "permission_denied")


def test_an_item_in_error_is_no_fact():
    void = PartnerStatement(accuracy="corroborated", source="client", text="x", entered_in_error_at="2026")
    with pytest.raises(ItemInError):
        facts.as_fact(void)
