"""What a goal's sentence says about whose conduct it needs: the half of the own-control check that reads words.

A sentence is cut into words (`reading`), the words into clauses (`clauses`); the rules below read the clauses
that say what the goal is or is for. Clauses that say when, why or about what are context and raise no alarm.
"""

from collections.abc import Callable, Iterable
from enum import StrEnum

from couplesone.plans.own_control import lexicon as lex
from couplesone.plans.own_control.clauses import Clause, Drop, Role, dropped, is_adverb, looks_finite, split, wishes
from couplesone.plans.own_control.reading import Case, Word, read
from couplesone.plans.own_control.structure import Person


class WordingRule(StrEnum):
    """Why a sentence is no goal of the client's own; `explanation` says it to the therapist."""

    PARTNER_IS_SUBJECT = "partner_is_subject"
    OTHER_IS_SUBJECT = "other_is_subject"
    WISHES_PARTNER_TO_ACT = "wishes_partner_to_act"
    CAUSES_PARTNER_TO_ACT = "causes_partner_to_act"
    AIMS_AT_PARTNER_CHANGE = "aims_at_partner_change"
    PARTNER_MUST_RESPOND = "partner_must_respond"
    NEEDS_BOTH = "needs_both"
    AIMS_TO_CONVINCE = "aims_to_convince"

    @property
    def explanation(self) -> str:
        """One sentence for the therapist who wrote the goal."""
        return _EXPLANATIONS[self]


_EXPLANATIONS = {
    WordingRule.PARTNER_IS_SUBJECT: "The partner acts in this sentence; a goal says what the client does.",
    WordingRule.OTHER_IS_SUBJECT: "Somebody else acts in this sentence; a goal says what the client does.",
    WordingRule.WISHES_PARTNER_TO_ACT: "This is a wish about the partner; a goal is in the client's own hands.",
    WordingRule.CAUSES_PARTNER_TO_ACT: "The client is to make the partner do something, and nobody can.",
    WordingRule.AIMS_AT_PARTNER_CHANGE: "The client's step is measured here by what the partner does next.",
    WordingRule.PARTNER_MUST_RESPOND: "Only the partner can give what this sentence asks for.",
    WordingRule.NEEDS_BOTH: "This takes both partners; a goal is what the client does alone.",
    WordingRule.AIMS_TO_CONVINCE: "This aims at being right against the partner; counselling does not decide that.",
}

_END = Word(".")


def wording_alarm(
    sentence: str, *, partner_names: Iterable[str] = (), client_names: Iterable[str] = ()
) -> WordingRule | None:
    """Name the first rule by which a goal's sentence is not the client's own conduct, or None.

    :param sentence: the goal in plain English; read up to `reading.LONGEST_SENTENCE` characters.
    :param partner_names: names by which the sentence may call the partner; whole words, in any case.
    :param client_names: names by which the sentence may call the client.

    Sources: S0.15 and S2.42 (only one's own conduct is controllable), S3.22 (no partner as subject),
    S2.33 (no proving or convincing).

    >>> wording_alarm("Get him to come to a session.")
    <WordingRule.CAUSES_PARTNER_TO_ACT: 'causes_partner_to_act'>
    >>> wording_alarm("When he goes silent I wait twenty minutes.") is None
    True
    """
    clauses = split(read(sentence, partner_names=partner_names, client_names=client_names))
    only_context = all(clause.role is Role.CONTEXT for clause in clauses)
    for clause in clauses:
        if clause.role is Role.MAIN or only_context:
            if _is_topic(clause) or _sets_the_scene(clause):
                continue
            rules: tuple[_Rule, ...] = _MAIN_RULES
        elif clause.role is Role.AIM:
            rules = (_aim,)
        else:
            rules = (_hindrance,)
        for rule in rules:
            if found := rule(clause):
                return found
    return None


_Rule = Callable[[Clause], WordingRule | None]


# ---- clauses that turn out to be context -----------------------------------------------------------------


def _is_topic(clause: Clause) -> bool:
    """"Our evenings: ..." names what it is about."""
    return clause.ended_by == ":" and len(clause.words) <= 3


def _sets_the_scene(clause: Clause) -> bool:
    """"She shouts and I leave", "he may sulk, I go out": the partner's clause is the occasion, not the goal."""
    following = clause.after
    if clause.actor is not Person.PARTNER:
        return False
    verbs = clause.predicate[:4]
    if any(word.text in lex.PERMITS for word in verbs):
        return True
    if following is None or following.actor is not Person.CLIENT:
        return False
    if not verbs or clause.ended_by == "?" or following.marker == "so":
        return True
    return any(word.text == "can" for word in verbs) or (
        any(word.of(lex.HARMS) for word in verbs) and not any(dropped(clause.predicate))
    )


# ---- rules for the clause that says what the goal is -----------------------------------------------------


def _subject(clause: Clause) -> WordingRule | None:
    """"He listens", "for her to call", "we talk", "him coming along"."""
    words = clause.words
    if clause.actor is None:
        return _bare_subject(clause)
    if clause.actor is Person.CLIENT:
        return None
    if clause.actor is Person.BOTH:
        return WordingRule.NEEDS_BOTH
    if clause.actor is Person.OTHER:
        witnesses = any(w.person is Person.CLIENT for w in clause.predicate) and any(
            w.of(lex.RECEIVES) for w in clause.predicate[:2]
        )
        return None if witnesses or not clause.predicate else WordingRule.OTHER_IS_SUBJECT
    if _comes_from_client(clause.predicate):
        return None
    return WordingRule.WISHES_PARTNER_TO_ACT if clause.marker == "wish" else WordingRule.PARTNER_IS_SUBJECT


def _bare_subject(clause: Clause) -> WordingRule | None:
    """"Him taking over the school run", "for her to forgive me", "our arguments become shorter"."""
    words = clause.words
    first = words[0]
    second = words[1] if len(words) > 1 else _END
    if first.text == "for" and second.case is not Case.OWNER:
        third = words[2] if len(words) > 2 else _END
        if third.text == "to" and second.person is Person.PARTNER:
            return WordingRule.WISHES_PARTNER_TO_ACT
        if third.text == "to" and second.person is Person.BOTH:
            return WordingRule.NEEDS_BOTH
    if first.is_(Person.PARTNER, Case.OBJECT, Case.KIND) and not clause.after_comma:
        return WordingRule.PARTNER_IS_SUBJECT
    if _is_third_singular(first) and any(w.text in ("me", "my") for w in words):
        return WordingRule.PARTNER_IS_SUBJECT
    if first.is_(Person.BOTH):
        return None if _comes_from_client(words) else WordingRule.NEEDS_BOTH
    if first.is_(Person.PARTNER, Case.OWNER):
        return _owned_subject(words)
    return None


def _is_third_singular(word: Word) -> bool:
    """Tell whether a sentence opens in the third person without naming it ("listens to me")."""
    return word.text in ("is", "has", "does") or (
        word.text.endswith("s") and word.of(lex.BASE_VERBS) and word.text not in lex.BASE_VERBS
    )


def _owned_subject(words: list[Word]) -> WordingRule | None:
    """"His drinking stops", "her coming along", "my wife's apology"."""
    rest = words[1:]
    if _comes_from_client(rest) or any(w.text in ("his", "hers", "theirs", "business") for w in rest):
        return None
    if any(w.text.startswith("un") and w.text.endswith("ed") for w in rest):
        return None
    if any(w.text in lex.NEGATIONS for w in rest) and any(w.person is Person.CLIENT for w in rest):
        return None
    happens = any(looks_finite(word) and not is_adverb(word) for word in rest[1:])
    gives = any(word.text.endswith("ing") or word.text in lex.RESPONSES for word in rest[:3])
    return WordingRule.PARTNER_IS_SUBJECT if happens or gives else None


def _comes_from_client(words: list[Word]) -> bool:
    """"(She) gets an apology from me", "(his letters) are answered by me": the client acts after all."""
    verb = next((w for w in words if not is_adverb(w) and w.text not in lex.MODALS | lex.NEGATIONS | lex.DO), _END)
    for at, word in enumerate(words[:-1]):
        if word.text in ("from", "by", "on") and words[at + 1].person is Person.CLIENT:
            return words[at + 1].case is not Case.OWNER and (verb.of(lex.RECEIVES) or word.text == "by" or verb.person is None and not verb.of(lex.BASE_VERBS))
    return False


def _wish(clause: Clause) -> WordingRule | None:
    """"I want her to ...", "I'd love for him to ...", "it would help if he ..."."""
    following = clause.after
    words, flags = clause.words, dropped(clause.words)
    would = any(word.text == "would" for word in words)
    if would and following is not None and following.marker == "if" and following.actor is Person.PARTNER:
        if any(word.of(lex.LIKINGS) or word.text in ("be", "help", "mean") for word in words):
            return WordingRule.WISHES_PARTNER_TO_ACT
    for at, word in enumerate(words[:-1]):
        wants = word.of(frozenset({"want"}))
        if flags[at] is Drop.GIVEN_UP or (flags[at] is Drop.DENIED and not word.of(frozenset({"want", "wish"}))):
            continue
        if not (wants or word.of(lex.DESIRES | lex.LIKINGS | {"need", "wait", "rely", "count"}) or word.text in lex.BE):
            continue
        rest = [w for w in words[at + 1 :] if not is_adverb(w) and w.text not in _WISH_LINKS]
        linked = any(w.text == "for" for w in words[at + 1 : at + 5])
        if word.text in lex.BE and not (linked and wishes(clause)):
            continue
        if not rest or rest[0].person not in (Person.PARTNER, Person.BOTH) or rest[0].case is Case.OWNER:
            continue
        if word.of(frozenset({"wait"})):
            asks = len(rest) > 2 and rest[1].text == "to" and not rest[2].of(lex.TURNS)
        elif wants:
            asks = flags[at] is Drop.NO or len(rest) > 1
        else:
            asks = len(rest) > 1 and (rest[1].text in lex.MODALS | {"to"} or rest[1].of(lex.BASE_VERBS))
        if asks:
            return WordingRule.NEEDS_BOTH if rest[0].person is Person.BOTH else WordingRule.WISHES_PARTNER_TO_ACT
    return None


_WISH_LINKS = frozenset({"for", "that", "of", "on", "important", "essential", "vital", "necessary", "time"})


def _causation(clause: Clause) -> WordingRule | None:
    """"Get him to come", "make her apologise", "talk him into it", "keep asking her to change"."""
    following = clause.after
    words, flags = clause.words, dropped(clause.words)
    for at, word in enumerate(words):
        rest = [w for w in words[at + 1 :] if not is_adverb(w)]
        if flags[at] is Drop.DENIED and _withholds(word, rest):
            return WordingRule.CAUSES_PARTNER_TO_ACT
        if flags[at] or word.person:
            continue
        if word.of(lex.DRUMS) and any(a.text == "into" and b.is_(Person.PARTNER, Case.OBJECT, Case.NAMED) for a, b in zip(rest[:3], rest[1:4], strict=False)):
            return WordingRule.CAUSES_PARTNER_TO_ACT
        if word.text == "with" and _attends(words, rest):
            return WordingRule.PARTNER_MUST_RESPOND
        whom = rest[0] if rest else _END
        if whom.person in (None, Person.CLIENT):
            if _impersonal_cause(word, rest):
                return WordingRule.CAUSES_PARTNER_TO_ACT
            continue
        next_ = rest[1] if len(rest) > 1 else _END
        if next_.text in ("less", "fewer"):
            continue
        if whom.case is Case.OWNER:
            if whom.person is Person.PARTNER and word.of(lex.ALTERS):
                return WordingRule.CAUSES_PARTNER_TO_ACT
            continue
        if whom.person is Person.OTHER and not any(w.person is Person.PARTNER for w in rest):
            if next_.text != "to" or len(rest) < 3 or not rest[2].of(lex.BASE_VERBS):
                continue
        if _causes(word, next_, rest):
            return WordingRule.NEEDS_BOTH if whom.person is Person.BOTH else WordingRule.CAUSES_PARTNER_TO_ACT
    last = next((w for w in reversed(words) if not is_adverb(w)), _END)
    if last.of(lex.ALTERS) and not flags[-1] and following is not None and following.actor is Person.PARTNER:
        if following.marker in ("the_way", "how", "what"):
            return WordingRule.CAUSES_PARTNER_TO_ACT
    return _insists(words, flags)


def _causes(verb: Word, next_: Word, rest: list[Word]) -> bool:
    """Tell whether a verb with a person behind it says that the person is brought to something."""
    text = next_.text
    if verb.of(lex.COMPELS):
        return True
    if verb.of(lex.URGES):
        return text in lex.URGED_TO
    if verb.of(frozenset({"get"})):
        return text in lex.URGED_TO or text.endswith(("ing", "ed")) or text in lex.PREPOSITIONS
    if verb.of(frozenset({"make", "have"})):
        thing = next_.person is not None or text in lex.DETERMINERS | lex.SERVED or next_ is _END
        return not thing
    if verb.of(frozenset({"help"})):
        helped = rest[2] if text == "to" and len(rest) > 2 else next_
        return helped.of(lex.INSIGHTS)
    if verb.of(frozenset({"let"})):
        return text in ("suffer", "pay", "regret", "beg", "crawl", "stew", "realise", "realize")
    if verb.of(frozenset({"keep"})):
        return text in lex.KEPT
    if verb.of(frozenset({"see", "hear", "watch"})):
        return next_.text in lex.BASE_VERBS - {"out"} or text in lex.STATES
    if verb.of(frozenset({"calm", "straighten", "sort"})):
        return text in ("down", "out", "up")
    if verb.of(frozenset({"take"})):
        return text == "to" and any(w.text in ("therapy", "counselling", "session", "therapist") for w in rest)
    return False


def _attends(words: list[Word], rest: list[Word]) -> bool:
    """"With him wanting it too"; not "cope with him shouting"."""
    return (
        len(rest) > 1
        and rest[0].is_(Person.PARTNER, Case.OBJECT, Case.NAMED)
        and rest[1].text.endswith("ing")
        and not rest[1].of(lex.HARMS | {"be"})
        and not any(word.of(lex.BEARS) for word in words)
    )


def _withholds(verb: Word, rest: list[Word]) -> bool:
    """"Not let him see his friends"; not "not let him shout at me", which guards the client."""
    return (
        verb.of(frozenset({"let", "allow"}))
        and len(rest) > 1
        and rest[0].is_(Person.PARTNER, Case.OBJECT, Case.NAMED)
        and not any(word.is_(Person.CLIENT) for word in rest)
    )


def _impersonal_cause(verb: Word, rest: list[Word]) -> bool:
    """"Make it impossible for him to refuse", "make sure my wife stops"."""
    if not verb.of(frozenset({"make"})) or not rest or rest[0].text != "it":
        return False
    return any(
        a.text == "for" and b.is_(Person.PARTNER) and c.text == "to" for a, b, c in zip(rest, rest[1:], rest[2:], strict=False)
    )


def _insists(words: list[Word], flags: list[Drop]) -> WordingRule | None:
    """"Keep asking him to come", "keep on at him": it goes on until the partner yields."""
    for at, word in enumerate(words[:-1]):
        if flags[at] or not word.of(lex.REPEATS):
            continue
        said, near = words[at + 1], words[at + 2 : at + 4]
        if any(w.person is Person.PARTNER for w in near) and (
            said.text == "at" or said.of(lex.PRESSES) or (said.of(lex.REPEATED) and any(w.text == "to" for w in words[at + 3 :]))
        ):
            return WordingRule.CAUSES_PARTNER_TO_ACT
    return None


def _conviction(clause: Clause) -> WordingRule | None:
    """"Prove that I was right", "convince her", "win the argument", "show him that he is wrong"."""
    following = clause.after
    words, flags = clause.words, dropped(clause.words)
    for at, word in enumerate(words):
        if flags[at] or word.person:
            continue
        rest = words[at + 1 :]
        if word.of(lex.CONVINCES) and not any(w.text in ("myself", "me") for w in rest[:2]):
            return WordingRule.AIMS_TO_CONVINCE
        if word.of(frozenset({"win", "score"})) and _contested(rest):
            return WordingRule.AIMS_TO_CONVINCE
        if word.of(lex.FIGHTS | {"catch"}) and rest and rest[0].is_(Person.PARTNER, Case.OBJECT, Case.NAMED):
            if not word.of(frozenset({"catch"})) or (len(rest) > 1 and rest[1].text.endswith(("ing", "out"))):
                return WordingRule.AIMS_TO_CONVINCE
        if word.of(lex.SHOWS) and any(w.person is Person.PARTNER for w in rest[:2]):
            if following is not None and following.role is Role.CONTENT and _blames(following):
                return WordingRule.AIMS_TO_CONVINCE
        if word.of(frozenset({"have", "get"})) and any(w.text in lex.VICTORIES for w in rest[:3]) and not (
            at and words[at - 1].is_(Person.PARTNER)
        ):
            return WordingRule.AIMS_TO_CONVINCE
    return None


def _contested(rest: list[Word]) -> bool:
    return not rest or any(w.person in (Person.PARTNER, Person.BOTH) or w.text in lex.CONTESTS for w in rest)


def _blames(content: Clause) -> bool:
    return content.actor in (Person.PARTNER, Person.BOTH) or any(
        word.text in ("wrong", "right", "boss", "fault") for word in content.words
    )


def _response(clause: Clause) -> WordingRule | None:
    """"To be listened to", "feel respected by her", "more affection from him", "earn her trust"."""
    following = clause.after
    words, flags = clause.words, dropped(clause.words)
    for at, word in enumerate(words):
        if word.of(frozenset({"be", "feel", "get"})) and _passive(words, at):
            return WordingRule.PARTNER_MUST_RESPOND
        if word.of(lex.OBTAINS) and not flags[at] and _obtained(words[at + 1 :]):
            return WordingRule.PARTNER_MUST_RESPOND
    kind = next((at for at, word in enumerate(words) if word.is_(Person.PARTNER, Case.KIND)), None)
    if following is not None and following.marker == "which" and following.actor is Person.PARTNER:
        if clause.subject is None and _is_noun_phrase(words):
            return WordingRule.PARTNER_MUST_RESPOND
    if kind is not None and not flags[kind] and following is not None and following.marker == "who":
        return WordingRule.PARTNER_MUST_RESPOND
    giver = _giver(words)
    if giver is None or (following is not None and following.marker == "without"):
        return None
    obtained = any(word.of(lex.OBTAINS) and not flag for word, flag in zip(words, flags, strict=True))
    if obtained or (clause.subject is None and _is_noun_phrase(words)):
        return WordingRule.NEEDS_BOTH if giver is Person.BOTH else WordingRule.PARTNER_MUST_RESPOND
    return None


def _is_noun_phrase(words: list[Word]) -> bool:
    """Tell whether a clause without subject names a thing ("more respect from") rather than an act."""
    opener = next((w for w in words if not is_adverb(w) or w.text in lex.QUANTIFIERS), _END)
    return (
        opener.text in lex.QUANTIFIERS | lex.DETERMINERS | {"quotation"}
        or any(w.text in lex.RESPONSES for w in words[:2])
    )


def _passive(words: list[Word], at: int) -> bool:
    """Tell whether "be", "feel" or "get" at this place is done to the client, by the partner or by nobody named."""
    rest = [w for w in words[at + 1 :] if not is_adverb(w) and w.text not in ("being", "been", "not", "never")]
    if not rest:
        return False
    before = [w for w in words[:at] if not w.person]
    bears = any(word.of(lex.BEARS) for word in before)
    by_partner = any(a.text == "by" and b.person is Person.PARTNER and b.case is not Case.OWNER for a, b in zip(rest, rest[1:7], strict=False))
    participle = rest[0].text
    if participle in lex.REACTIONS or bears:
        return False
    if by_partner:
        return True
    if participle in lex.RELATIONAL_PARTICIPLES:
        return all(_is_chain(word) for word in before)
    near = any(a.text in lex.NEAR and b.person is Person.PARTNER for a, b in zip(rest, rest[1:4], strict=False))
    if words[at].of(frozenset({"feel"})):
        return participle in lex.FELT_NEAR and near
    in_mind = any(a.text == "in" and b.is_(Person.PARTNER, Case.OWNER) for a, b in zip(rest, rest[1:6], strict=False))
    return (near or in_mind) and any(w.text in lex.STANDINGS for w in rest[:3])


def _is_chain(word: Word) -> bool:
    return (
        word.text in lex.AUXILIARIES | lex.NOT_DOING | lex.ADVERBS | lex.COORDINATORS | {"to", "that", "going"}
        or word.of(lex.DESIRES | lex.LIKINGS | lex.GIVING_UP | {"need", "start", "begin", "deserve"})
    )


def _obtained(rest: list[Word]) -> bool:
    """"(Win) her trust", "(get) my wife's attention"."""
    for at, word in enumerate(rest[:3]):
        if word.is_(Person.PARTNER, Case.OWNER):
            return any(w.text in lex.RESPONSES for w in rest[at + 1 : at + 3])
    return False


def _giver(words: list[Word]) -> Person | None:
    """Who is to give in "(more respect) from my wife", "(no secrets) on his side"; None when nobody is."""
    removes = any(w.of(lex.REMOVES) for w in words)
    for link, whom, then in zip(words, words[1:], [*words[2:], _END], strict=False):
        if link.text in ("from", "on") and whom.person in (Person.PARTNER, Person.BOTH):
            if then.text in ("side", "part") if whom.case is Case.OWNER else link.text == "from" and not removes:
                return whom.person
    return None


def _joint(clause: Clause) -> WordingRule | None:
    """"Save our marriage", "more sex", "eat together", "fewer fights between us"."""
    words, flags = clause.words, dropped(clause.words)
    plans = any(word.of(lex.PLANS) for word in words)
    for at, word in enumerate(words):
        if word.text in ("together", "each_other", "one_another") and not plans:
            return WordingRule.NEEDS_BOTH
        if word.text == "between" and words[at + 1 : at + 2] and words[at + 1].person is Person.BOTH and clause.subject is None:
            return WordingRule.NEEDS_BOTH
        if word.text in lex.JOINT_PHRASES or word.of(lex.JOINT_PHRASES):
            return WordingRule.NEEDS_BOTH
        if word.of(lex.JOINT_VERBS) and not flags[at] and _is_joint_noun(words[at + 1 : at + 6]):
            return WordingRule.NEEDS_BOTH
    if clause.subject is None and not any(word.is_(Person.CLIENT) for word in words):
        head = [w for w in words if not is_adverb(w) or w.text in lex.QUANTIFIERS][:4]
        for at, word in enumerate(head):
            if word.text in lex.JOINT_NOUNS or (word.text in lex.QUARRELS and head[0].text in lex.QUANTIFIERS):
                return WordingRule.NEEDS_BOTH
            if word.person or word.text in lex.PREPOSITIONS | {"to"} or word.of(lex.BASE_VERBS) or word.text.endswith("ing"):
                break
    return None


def _is_joint_noun(words: list[Word]) -> bool:
    return any(word.text in lex.JOINT_NOUNS for word in words)


# ---- rules for the other clauses -------------------------------------------------------------------------


def _aim(clause: Clause) -> WordingRule | None:
    """"So that he finally listens", "until she gives in"; not "so that he can sleep", "until she has finished"."""
    if clause.actor not in (Person.PARTNER, Person.BOTH):
        return None
    predicate = [word for word in clause.predicate if not is_adverb(word)]
    if clause.marker in lex.WAITING:
        pressed = clause.before is not None and any(w.of(lex.PRESSURES) for w in clause.before.words)
        yields = any(w.of(lex.YIELDS_AT_LAST) for w in predicate)
        alarm = (pressed or yields) and not any(w.text in lex.ARRIVES for w in predicate)
    else:
        alarm = not _benefits(predicate) or any(w.of(lex.YIELDS) for w in predicate)
    return WordingRule.AIMS_AT_PARTNER_CHANGE if alarm else None


def _benefits(predicate: list[Word]) -> bool:
    """"(So that she) can sleep", "knows where I am", "does not have to ask": a service, not a change."""
    first, second, third = [*predicate, _END, _END, _END][:3]
    if first.text in lex.DO:
        return second.text == "not" and third.text in ("have", "need")
    return first.text in lex.BENEFITS and second.text not in ("not", "to")


def _needless(clause: Clause) -> WordingRule | None:
    """"Not having to ask, because he offers": what the client is spared hangs on the partner."""
    following = clause.after
    if following is None or following.marker != "because" or following.actor is not Person.PARTNER:
        return None
    spared = any(
        word.of(frozenset({"have", "need"})) and flag and then.text == "to"
        for word, then, flag in zip(clause.words, clause.words[1:], dropped(clause.words), strict=False)
    )
    return WordingRule.AIMS_AT_PARTNER_CHANGE if spared else None


def _hindrance(clause: Clause) -> WordingRule | None:
    """"Without him rolling his eyes", "without being interrupted by her"; not "without her asking"."""
    if clause.marker != "without":
        return None
    words = clause.words
    if words[0].text == "being" and _passive(words, 0) and any(w.is_(Person.PARTNER) for w in words):
        return WordingRule.PARTNER_MUST_RESPOND
    if words[0].is_(Person.PARTNER) and len(words) > 1 and words[1].text.endswith("ing"):
        if not any(word.of(lex.SPARES) for word in words[1:4]):
            return WordingRule.PARTNER_MUST_RESPOND
    return None


_MAIN_RULES: tuple[_Rule, ...] = (_subject, _wish, _causation, _conviction, _response, _joint, _needless)
