"""From words to clauses: which say what the goal is, and which only when, why or about what."""

from dataclasses import dataclass, field
from enum import Enum, IntEnum
from itertools import pairwise

from couplesone.plans.own_control import lexicon as lex
from couplesone.plans.own_control.reading import BREAKS, ENDS, Case, Word
from couplesone.plans.own_control.structure import Person


class Role(Enum):
    """What a clause does in its sentence."""

    MAIN = "says what the goal is"
    AIM = "says what it is for"
    CONTEXT = "says when or why"
    CONTENT = "says what is said, seen or meant"


@dataclass(slots=True)
class Clause:
    """A run of words with at most one subject; `marker` opened it, `ended_by` is the stop behind it."""

    role: Role
    marker: str = ""
    words: list[Word] = field(default_factory=list)
    subject: int | None = None
    after_comma: bool = False
    sentence: int = 0
    ended_by: str = ""
    before: "Clause | None" = None
    after: "Clause | None" = None

    @property
    def actor(self) -> Person | None:
        """The person whom the grammatical subject stands for, if it is a person."""
        return None if self.subject is None else self.words[self.subject].person

    @property
    def predicate(self) -> list[Word]:
        """The words behind the subject."""
        return self.words if self.subject is None else self.words[self.subject + 1 :]


def split(words: list[Word]) -> list[Clause]:
    """Cut the words into clauses, in order and without empty ones."""
    return _Splitter(words).run()


def is_adverb(word: Word) -> bool:
    """Tell whether a word can stand anywhere in a clause without changing who does what."""
    text = word.text
    return text in lex.ADVERBS or (text.endswith("ly") and text.isalpha() and text not in lex.NOT_ADVERBS and not word.person)


def looks_finite(word: Word) -> bool:
    """Tell whether a word right behind a noun makes that noun a subject."""
    text = word.text
    return (
        text in lex.AUXILIARIES | lex.NEGATIONS
        or is_adverb(word)
        or (text.endswith("s") and not text.endswith("ss") and text.isalpha())
        or text in lex.BASE_VERBS
    )


class Drop(IntEnum):
    """How far a word stands under something that the client does not do."""

    NO = 0
    DENIED = 1
    GIVEN_UP = 2


def dropped(words: list[Word]) -> list[Drop]:
    """Tell for each word whether it stands under something that the client gives up or does not do."""
    flags: list[Drop] = []
    under, gerunds = Drop.NO, False
    for at, word in enumerate(words):
        after = words[at + 1] if at + 1 < len(words) else Word(".")
        gives_up = word.of(lex.GIVING_UP) and after.person is not Person.PARTNER
        if gives_up and under:
            under = Drop.NO
        elif gives_up:
            under, gerunds = Drop.GIVEN_UP, True
        elif word.text in lex.NOT_DOING:
            under, gerunds = max(under, Drop.DENIED if word.text in lex.DENIALS else Drop.GIVEN_UP), False
        elif word.text == "but" or (word.text == "and" and gerunds and not after.text.endswith("ing")):
            under = Drop.NO
        flags.append(under)
    return flags


class _Splitter:
    def __init__(self, words: list[Word]) -> None:
        self.words = words
        self.clauses: list[Clause] = [Clause(Role.MAIN)]
        self.sentence = 0
        self.client_ahead = self._client_ahead()

    def _client_ahead(self) -> list[bool]:
        """For each place: does a bare "I" that could open the main clause still come in this sentence?"""
        ahead, flags = False, []
        for at in range(len(self.words) - 1, -1, -1):
            word = self.words[at]
            if word.text in ENDS:
                ahead = False
            flags.append(ahead)
            before = self.words[at - 1].text if at else ""
            if word.is_(Person.CLIENT, Case.SUBJECT) and before not in (
                lex.CONTEXT_OPENERS | lex.CONTENT_OPENERS | lex.AIM_OPENERS | lex.COORDINATORS | {"that", "as"}
            ):
                ahead = True
        return flags[::-1]

    @property
    def current(self) -> Clause:
        return self.clauses[-1]

    def open(self, role: Role, marker: str = "", *, after_comma: bool = False) -> None:
        self.clauses.append(Clause(role, marker, after_comma=after_comma, sentence=self.sentence))

    def run(self) -> list[Clause]:
        for at, word in enumerate(self.words):
            after = self.words[at + 1] if at + 1 < len(self.words) else Word(".")
            if word.text in ENDS:
                self.current.ended_by = word.text
                self.sentence += 1
                self.open(Role.MAIN)
            elif word.text in BREAKS:
                self.current.ended_by = word.text
                self.open(Role.CONTEXT if word.text == "(" else Role.MAIN, after_comma=True)
            elif not self._opens_clause(word, at, after):
                if self._may_be_subject(word, at, after):
                    self._place_subject(word, at)
                elif self._resumes_main(word, after):
                    self.open(Role.MAIN)
                self.current.words.append(word)
        full = [clause for clause in self.clauses if self._has_body(clause)]
        for clause, after in pairwise(full):
            clause.after, after.before = after, clause
        return full

    def _opens_clause(self, word: Word, at: int, after: Word) -> bool:
        """Open the clause that a conjunction announces; tell whether the word was one."""
        text, bare = word.text, not self._has_body(self.current)
        person_next = after.case in (Case.SUBJECT, Case.NAMED)
        if text in lex.CONTEXT_OPENERS or (text in lex.CONTEXT_OPENERS_BEFORE_SUBJECT and person_next):
            self.open(Role.CONTEXT, text)
        elif text in lex.AIM_OPENERS or (text == "so" and person_next and after.person is not Person.OTHER):
            self.open(Role.AIM, text)
        elif text in lex.CONTENT_OPENERS:
            self.open(Role.CONTENT, text)
        elif text == "that":
            if self.current.role is Role.MAIN and bare:
                return True
            if self.current.role is Role.MAIN and any(w.text in ("so", "such", "enough") for w in self.current.words):
                self.open(Role.AIM, "so_that")
            elif wishes(self.current):
                self.open(Role.MAIN, "wish")
            elif person_next or after.case is Case.OWNER or after.text in lex.DETERMINERS:
                self.open(Role.CONTENT, text)
            else:
                return False
        else:
            return False
        return True

    def _may_be_subject(self, word: Word, at: int, after: Word) -> bool:
        if word.case is Case.SUBJECT:
            return True
        if word.case is not Case.NAMED:
            return False
        clause = self.current
        if not self._has_body(clause):
            return not clause.after_comma or looks_finite(after)
        before = clause.words[-1]
        if before.text in lex.COORDINATORS:
            return looks_finite(after) and not is_adverb(after)
        if before.text in lex.PREPOSITIONS or not looks_finite(after):
            return False
        return clause.role is Role.CONTEXT or self._is_fronted(clause) or wishes(clause)

    def _place_subject(self, word: Word, at: int) -> None:
        """Decide whether a subject belongs to the clause at hand or opens the next one."""
        clause = self.current
        coordinated = bool(clause.words) and clause.words[-1].text in lex.COORDINATORS
        if clause.subject is None and not self._has_body(clause):
            pass
        elif clause.role is Role.MAIN:
            if coordinated:
                self.open(Role.MAIN)
            elif wishes(clause):
                self.open(Role.MAIN, "wish")
            elif clause.subject is None and self._is_fronted(clause):
                pass
            else:
                self.open(Role.CONTENT, "contact")
                self.current.subject = 0
                return
        elif coordinated:
            if self._main_seen() and (word.is_(Person.CLIENT) or clause.words[-1].text == "but"):
                self.open(Role.MAIN)
        elif clause.role is Role.CONTEXT and not self._main_seen():
            speaks = any(w.of(lex.SAYS) for w in clause.words[-2:])
            if speaks or (not word.is_(Person.CLIENT) and self.client_ahead[at]):
                return
            self.open(Role.MAIN)
        if self.current.subject is None:
            self.current.subject = len(self.current.words)

    def _resumes_main(self, word: Word, after: Word) -> bool:
        """Tell whether "and make" takes up the client's clause again behind a clause about the partner."""
        clause = self.current
        return (
            clause.role is not Role.MAIN
            and bool(clause.words)
            and clause.words[-1].text in ("and", "but", "then")
            and word.text in lex.BASE_VERBS
            and clause.actor is Person.PARTNER
            and self._main_seen()
        )

    def _main_seen(self) -> bool:
        return any(
            clause.role is Role.MAIN and clause.sentence == self.sentence and self._has_body(clause)
            for clause in self.clauses
        )

    @staticmethod
    def _has_body(clause: Clause) -> bool:
        return any(not _is_filler(word) for word in clause.words)

    @staticmethod
    def _is_fronted(clause: Clause) -> bool:
        """Tell whether the clause so far only says when or where ("on Sundays ...")."""
        first = next(word for word in clause.words if word.text not in lex.COORDINATORS)
        return clause.subject is None and (
            first.text in lex.FRONTING
            or is_adverb(first)
            or (clause.words[-1].text in lex.TIMES and not first.of(lex.BASE_VERBS))
        )


def _is_filler(word: Word) -> bool:
    return word.text in lex.COORDINATORS or (is_adverb(word) and word.text not in lex.QUANTIFIERS)


def _is_wish_frame(words: list[Word]) -> bool:
    """"My goal is (that)", "it is important to me (that)", with nothing else behind the verb."""
    verb = max((at for at, word in enumerate(words) if word.text in lex.BE), default=None)
    if verb is None or not any(word.text in lex.WISH_FRAMES for word in words):
        return False
    return all(w.text in lex.WISH_FRAMES | _FRAME_LINKS or is_adverb(w) for w in words[verb + 1 :])


_FRAME_LINKS = frozenset({"that", "for", "to", "me", "high"})


def wishes(clause: Clause) -> bool:
    """Tell whether the clause ends in a verb that wishes for what follows, and is not given up."""
    if clause.role is not Role.MAIN:
        return False
    if _is_wish_frame(clause.words):
        return True
    flags = dropped(clause.words)
    for at in range(len(clause.words) - 1, max(-1, len(clause.words) - 4), -1):
        word = clause.words[at]
        if word.of(lex.DESIRES):
            return flags[at] is Drop.NO or (flags[at] is Drop.DENIED and word.of(frozenset({"want", "wish"})))
        if word.of(lex.LIKINGS) and any(w.text == "would" for w in clause.words[:at]):
            return True
    return False
