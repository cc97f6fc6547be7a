import json
import time
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path
from typing import TypedDict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from couplesone.plans.own_control import Person, WordingRule, structure_alarm, wording_alarm
from couplesone.plans.own_control.tokens import LONGEST_SENTENCE

HERE = Path(__file__).parent


class Sentence(TypedDict):
    text: str
    label: str
    partner_name: str | None
    client_name: str | None


def sentences(name: str) -> list[Sentence]:
    with (HERE / name).open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def verdict(sentence: Sentence, text: str | None = None) -> WordingRule | None:
    return wording_alarm(
        sentence["text"] if text is None else text,
        partner_names=[sentence["partner_name"]] if sentence["partner_name"] else [],
        client_names=[sentence["client_name"]] if sentence["client_name"] else [],
    )


def rates(name: str) -> tuple[float, float]:
    """The hit rate among sentences to refuse, the false-alarm rate among sentences to allow."""
    alarms: dict[str, list[bool]] = {"refuse": [], "allow": []}
    for sentence in sentences(name):
        alarms[sentence["label"]].append(verdict(sentence) is not None)
    refused, allowed = alarms["refuse"], alarms["allow"]
    return sum(refused) / len(refused), sum(allowed) / len(allowed)


DEVELOP = sentences("develop.jsonl")
FRESH = sentences("fresh.jsonl")

KNOWN_WEAK_SPOTS = {
    "I trust that by autumn he has found a job.",
    "Make clear to him once and for all who pays the bills here",
    "Not one more night alone because he's out drinking",
    "I get a say in how he spends our savings.",
    "For once, I'm the one who's right.",
    "I want it to be her who calls first.",
    "Be taken in their arms when I'm sad",
    "Let him finally notice how unhappy I am.",
    "Before Karl answers Lena he takes a breath.",
    "Being allowed to see my friends without a fight",
    "He asks for space, and I give it without slamming the door.",
    "That peace returns to our home",
    "Get back to being friends",
    "Nils's plate stays where it is until he clears it away himself; I say nothing.",
}
"""Idioms and references that the rules do not follow; a change that mends one takes it off this list."""


# ---- structure -------------------------------------------------------------------------------------------


@pytest.mark.row("S2.42")
@pytest.mark.parametrize(("acting", "measured"), list(product(Person, Person)))
def test_a_goal_is_in_own_hands_only_when_the_client_both_acts_and_is_measured(
    acting: Person, measured: Person
) -> None:
    assert structure_alarm(acting, measured) is not (acting is Person.CLIENT and measured is Person.CLIENT)


# ---- wording: whole sets ---------------------------------------------------------------------------------


@pytest.mark.row("S0.15")
@pytest.mark.parametrize("sentence", DEVELOP, ids=[sentence["text"][:50] for sentence in DEVELOP])
def test_each_sentence_of_the_develop_set_is_judged_as_labelled(sentence: Sentence) -> None:
    assert (verdict(sentence) is not None) is (sentence["label"] == "refuse")


@pytest.mark.row("S3.22")
def test_sentences_written_after_the_rules_are_mostly_judged_as_labelled() -> None:
    hits, false_alarms = rates("fresh.jsonl")
    assert hits >= 0.98
    assert false_alarms <= 0.01


def test_the_misjudged_sentences_are_known() -> None:
    misjudged = {
        sentence["text"]
        for sentence in FRESH
        if (verdict(sentence) is not None) is not (sentence["label"] == "refuse")
    }
    assert misjudged == KNOWN_WEAK_SPOTS


@pytest.mark.row("S3.22")
def test_held_out_rates(capsys: pytest.CaptureFixture[str]) -> None:
    hits, false_alarms = rates("held_out.jsonl")
    with capsys.disabled():
        print(f"\nheld-out: hit rate {hits:.3f}, false-alarm rate {false_alarms:.3f}")
    enough, few = hits >= 0.95, false_alarms <= 0.05
    assert (enough, few) == (True, True)


# ---- wording: each rule and its nearest innocent ---------------------------------------------------------


@pytest.mark.parametrize(
    ("refused", "rule", "allowed"),
    [
        ("He listens to me.", "partner_is_subject", "I listen to him."),
        ("When I cry he comes.", "partner_is_subject", "When he cries I come."),
        ("His drinking stops.", "partner_is_subject", "His bottles stay untouched."),
        ("She answers.", "partner_is_subject", "She is answered by me."),
        ("My mother calls.", "other_is_subject", "My mother hears me say no."),
        ("I want him to listen.", "wishes_partner_to_act", "I stop wanting him to listen."),
        ("I expect her to guess.", "wishes_partner_to_act", "I don't expect her to guess."),
        ("I wait for her to yield.", "wishes_partner_to_act", "I wait for her to finish."),
        ("My goal is that he pays.", "wishes_partner_to_act", "My goal is that I pay."),
        ("Get him to come.", "causes_partner_to_act", "Get him a coffee."),
        ("Make her apologise.", "causes_partner_to_act", "Make her a tea."),
        ("Have my wife call.", "causes_partner_to_act", "Have a talk with my wife."),
        ("Let him suffer.", "causes_partner_to_act", "Let him finish."),
        ("Keep asking him to come.", "causes_partner_to_act", "Stop asking him to come."),
        ("I won't stop asking him to come.", "causes_partner_to_act", "I won't ask him to come."),
        ("Not let him drink.", "causes_partner_to_act", "Not let him hit me."),
        ("I nod so that he gives in.", "aims_at_partner_change", "I nod so that he can go on."),
        ("I ask until he comes.", "aims_at_partner_change", "I read until he comes home."),
        ("I won't reply before she admits it.", "aims_at_partner_change", "I reply before she admits it."),
        ("To be respected by my wife", "partner_must_respond", "To be patient with my wife"),
        ("To be seen", "partner_must_respond", "To be seen by a doctor"),
        ("More affection from him", "partner_must_respond", "More affection for him"),
        ("Earn her trust", "partner_must_respond", "Return her trust"),
        ("Live with a wife who asks", "partner_must_respond", "To be a wife who asks"),
        ("I talk without him sneering.", "partner_must_respond", "I cook without him asking."),
        ("He shouts less and I leave.", "partner_is_subject", "He shouts and I leave."),
        ("He finally sulks and I leave.", "partner_is_subject", "He wants quiet, so I leave."),
        ("Until he calls, he stays.", "partner_is_subject", "When I say he hurt me I cry."),
        ("For him to stay calm", "wishes_partner_to_act", "For me to stay calm"),
        ("I would love that he calls.", "wishes_partner_to_act", "I love that he calls."),
        ("To feel close to my wife", "partner_must_respond", "To feel close to my sister"),
        ("I talk without being mocked by her.", "partner_must_respond", "I cook without being asked."),
        ("We talk more.", "needs_both", "When we talk, I sit down."),
        ("Get us to talk", "needs_both", "Get myself to talk"),
        ("Save our marriage", "needs_both", "Write about our marriage"),
        ("Fewer fights", "needs_both", "Fewer fights started by me"),
        ("My husband and I walk.", "needs_both", "I greet my husband and I walk."),
        ("Convince her", "aims_to_convince", "Convince myself"),
        ("Show him that he is wrong", "aims_to_convince", "Show him that I care"),
        ("Have the last word", "aims_to_convince", "Let her have the last word"),
        ("Win the argument", "aims_to_convince", "Win some time by breathing"),
    ],
)
def test_each_rule_tells_its_case_from_the_nearest_innocent(refused: str, rule: str, allowed: str) -> None:
    assert wording_alarm(refused) == rule
    assert wording_alarm(allowed) is None


@pytest.mark.parametrize("rule", WordingRule)
def test_each_rule_explains_itself_in_one_sentence(rule: WordingRule) -> None:
    assert rule.explanation.endswith(".")
    assert rule.explanation.count(".") == 1


# ---- names -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text", ["Zoë calls.", "ZOE calls.", "zoe's apology", "Zoë\u2019s apology", "I want Zoe to call"]
)
def test_a_partner_is_found_by_name_in_any_case_and_as_an_owner(text: str) -> None:
    assert wording_alarm(text, partner_names=["Zoë"]) is not None
    assert wording_alarm(text, partner_names=["Zo"]) is None


def test_a_name_counts_only_as_a_whole_word() -> None:
    assert wording_alarm("Make Tomatoes last", partner_names=["Tom"]) is None


def test_a_name_of_several_words_is_one_person() -> None:
    assert wording_alarm("Anna Maria calls.", partner_names=["anna maria"]) == "partner_is_subject"


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Will comes home.", WordingRule.PARTNER_IS_SUBJECT),
        ("I will come home.", None),
        ("I hope Will comes home.", WordingRule.WISHES_PARTNER_TO_ACT),
    ],
)
def test_a_name_that_is_also_a_verb_is_no_name_behind_a_pronoun(text: str, rule: WordingRule | None) -> None:
    assert wording_alarm(text, partner_names=["Will"]) is rule


def test_a_client_who_is_called_by_name_is_also_he_or_she() -> None:
    names = {"partner_names": ["Tom"], "client_names": ["Ruth"]}
    assert wording_alarm("Ruth breathes and she waits.", **names) is None
    assert wording_alarm("Ruth's husband waits.", **names) == "partner_is_subject"
    assert wording_alarm("Tom breathes and he waits.", **names) == "partner_is_subject"


# ---- spelling --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("slip", ["husbnd", "husbannd", "husbend", "husbadn", "husband"])
def test_one_slip_of_the_pen_leaves_a_husband_a_husband(slip: str) -> None:
    assert wording_alarm(f"my {slip} calls") == "partner_is_subject"


@pytest.mark.parametrize("word", ["husky", "thusband", "huzbant", "husban", "hasbund"])
def test_two_slips_or_another_first_letter_make_another_word(word: str) -> None:
    assert (wording_alarm(f"my {word} calls") is None) is (word != "husban")


STYLES: dict[str, Callable[[str], str]] = {
    "upper case": str.upper,
    "blanks around": lambda text: f"  {text} \t\n",
    "curly quotes": lambda text: text.replace("'", "\u2019"),
    "full width": lambda text: "".join(
        chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else char for char in text
    ),
    "zero-width spaces": lambda text: text.replace("e", "e\u200b"),
    "decomposed accents": lambda text: text.replace("é", "e\u0301"),
}


@pytest.mark.parametrize("style", STYLES)
def test_how_a_sentence_is_typed_does_not_change_its_verdict(style: str) -> None:
    for sentence in DEVELOP + FRESH:
        assert verdict(sentence, STYLES[style](sentence["text"])) is verdict(sentence), sentence["text"]


# ---- any text --------------------------------------------------------------------------------------------


def hostile() -> Iterator[str]:
    pieces = [
        "a",
        '"',
        "'",
        "s'",
        "a-",
        ", he",
        "he ",
        "I ",
        "my husband and I and ",
        "when he ",
        "\ufdfa",
        "e\u0301",
    ]
    pieces += [
        "to be loved by ",
        "from him on his side ",
        "stop making my wife not get him to ",
        "the ",
        "not ",
    ]
    for piece in pieces:
        yield piece * (50_000 // len(piece))
    yield " ".join(f"w{number}ing" for number in range(7_000))


@pytest.mark.parametrize("text", list(hostile()), ids=lambda text: repr(text[:20]))
def test_fifty_kilobytes_take_no_longer_than_fifty_milliseconds(text: str) -> None:
    spent = []
    for _ in range(3):
        start = time.perf_counter()
        wording_alarm(text, partner_names=["Tom"], client_names=["Ruth"])
        spent.append(time.perf_counter() - start)
    assert min(spent) <= 0.05


def test_only_the_beginning_of_a_long_text_is_read() -> None:
    assert wording_alarm("x" * (LONGEST_SENTENCE - 4) + ". He") == "partner_is_subject"
    assert wording_alarm("x" * (LONGEST_SENTENCE - 2) + ". He") is None
    assert wording_alarm("x " * 198 + ". He") == "partner_is_subject"
    assert wording_alarm("x " * 199 + ". He") is None


WORDS = sorted(
    {word for sentence in DEVELOP for word in sentence["text"].split()} | {"'s", '"', ",", "(", ":", "?"}
)


@given(st.text(max_size=80) | st.lists(st.sampled_from(WORDS), max_size=15).map(" ".join))
def test_any_text_gets_the_same_verdict_twice(text: str) -> None:
    first = wording_alarm(text, partner_names=["Kit"], client_names=["Ruth"])
    assert first is wording_alarm(text, partner_names=["Kit"], client_names=["Ruth"])
    assert first is None or first in WordingRule
