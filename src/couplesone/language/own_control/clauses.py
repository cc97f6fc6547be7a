"""From words to clauses: which say what the goal is, and which only when, why or about what."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from enum import Enum, IntEnum
from itertools import pairwise

from couplesone.language.own_control import lexicon as lex
from couplesone.language.own_control.reading import BREAKS, ENDS, Case, Word, word_at
from couplesone.language.own_control.structure import Person


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
    ended_by: str = ""
    before: "Clause | None" = None
    after: "Clause | None" = None
    spots: list["Spot"] = field(default_factory=list)

    @property
    def actor(self) -> Person | None:
        """The person whom the grammatical subject stands for, if it is a person."""
        return None if self.subject is None else self.words[self.subject].person

    @property
    def predicate(self) -> list[Word]:
        """The words behind the subject."""
        return self.words if self.subject is None else self.words[self.subject + 1 :]

    @property
    def steps_back(self) -> bool:
        """Whether the client refrains, waits or leaves in this clause."""
        restrained = any(word.text in lex.RESTRAINTS for word in self.predicate[:3])
        return restrained and self.actor is Person.CLIENT

    def followed_by(self, markers: AbstractSet[str], actor: Person | None = None) -> bool:
        """Tell whether one of the markers opens the next clause, and the person, if given, acts in it."""
        return (
            self.after is not None
            and self.after.marker in markers
            and (actor is None or self.after.actor is actor)
        )


class Drop(IntEnum):
    """How far a word stands under something that the client does not do."""

    NO = 0
    DENIED = 1
    GIVEN_UP = 2


@dataclass(frozen=True, slots=True)
class Spot:
    """A word at its place: whether it is dropped, the word behind it, the next twelve without adverbs."""

    word: Word
    at: int
    drop: Drop
    next_text: str
    rest: list[Word]


def split(words: list[Word]) -> list[Clause]:
    """Cut the words into clauses, in order and without empty ones."""
    return _Splitter(words).run()


def is_adverb(word: Word) -> bool:
    """Tell whether a word can stand anywhere in a clause without changing who does what."""
    manner = word.text.endswith("ly") and word.text.isalpha() and not word.person
    return manner or word.text in lex.ADVERBS


def is_gerund(word: Word) -> bool:
    """Tell whether a word names an act ("drinking"), as far as its ending tells."""
    return word.text.endswith("ing") and word.text not in lex.NOT_GERUNDS


def looks_finite(word: Word) -> bool:
    """Tell whether a word right behind a noun makes that noun a subject."""
    verb = word.text.partition("_")[0]
    finite = verb.endswith("s") or verb in lex.FINITE
    return finite or is_adverb(word)


def dropped(words: list[Word]) -> list[Drop]:
    """Tell for each word whether it stands under something that the client gives up or does not do."""
    flags: list[Drop] = []
    under, gerunds = Drop.NO, False
    for at, word in enumerate(words):
        after = word_at(words, at + 1)
        gives_up = word.of(lex.GIVING_UP) and after.person not in (Person.PARTNER, Person.BOTH)
        if gives_up:
            under, gerunds = Drop.GIVEN_UP, True
        elif word.text in lex.NOT_DOING:
            under, gerunds = max(under, Drop.DENIED if word.text in lex.DENIALS else Drop.GIVEN_UP), False
        elif word.text == "but" or (word.text == "and" and _takes_up(after, gerunds, under)):
            under = Drop.NO
        flags.append(under)
    return flags


def _takes_up(word: Word, gerunds: bool, under: Drop) -> bool:
    """Tell whether what follows "and" is done after all: "stop nagging and push him", "nag less and push him"."""
    if gerunds:
        return not word.text.endswith("ing")
    return under is Drop.GIVEN_UP and word.text in lex.BASE_VERBS


def _spots(words: list[Word]) -> list[Spot]:
    return [
        Spot(
            word,
            at,
            drop,
            word_at(words, at + 1).text,
            [after for after in words[at + 1 : at + 13] if not is_adverb(after)],
        )
        for at, (word, drop) in enumerate(zip(words, dropped(words), strict=True))
    ]


class _Splitter:
    def __init__(self, words: list[Word]) -> None:
        self.words = words
        self.clauses: list[Clause] = [Clause(Role.MAIN)]
        self.client_ahead = self._client_ahead()
        self.main_seen = False

    def _client_ahead(self) -> list[bool]:
        """For each place, whether a bare "I" that could open the main clause still comes in this sentence."""
        ahead, flags = False, []
        for at in range(len(self.words) - 1, -1, -1):
            word = self.words[at]
            if word.text in ENDS:
                ahead = False
            flags.append(ahead)
            before = self.words[at - 1].text if at else ""
            if word.is_(Person.CLIENT, Case.SUBJECT) and before not in lex.FUNCTION_WORDS:
                ahead = True
        return flags[::-1]

    @property
    def current(self) -> Clause:
        return self.clauses[-1]

    def open(self, role: Role, marker: str = "", *, after_comma: bool = False) -> None:
        self.clauses.append(Clause(role, marker, after_comma=after_comma))

    def run(self) -> list[Clause]:
        for at, word in enumerate(self.words):
            after = word_at(self.words, at + 1)
            if word.text in ENDS:
                self.current.ended_by = word.text
                self.main_seen = False
                self.open(Role.MAIN)
            elif word.text in BREAKS:
                self.current.ended_by = word.text
                self.open(Role.CONTEXT if word.text == "(" else Role.MAIN, after_comma=True)
            elif not self._opens_clause(word, after):
                if self._may_be_subject(word, after):
                    self._place_subject(word, at)
                elif self._resumes_main(word):
                    self.open(Role.MAIN)
                self.current.words.append(word)
                if self.current.role is Role.MAIN and not _is_filler(word):
                    self.main_seen = True
        full = [clause for clause in self.clauses if _has_body(clause)]
        for clause, following in pairwise(full):
            clause.after, following.before = following, clause
        for clause in full:
            clause.spots = _spots(clause.words)
        return full

    def _opens_clause(self, word: Word, after: Word) -> bool:
        """Open the clause that a conjunction announces; tell whether the word was one."""
        text = word.text
        person_next = after.case in (Case.SUBJECT, Case.NAMED)
        if text == "that":
            self._open_that_clause()
            return True
        if text in lex.CONTEXT_OPENERS or (text in lex.CONTEXT_OPENERS_BEFORE_SUBJECT and person_next):
            self.open(Role.CONTEXT, text)
        elif text in lex.AIM_OPENERS or (text == "so" and person_next):
            self.open(Role.AIM, text)
        elif text in lex.CONTENT_OPENERS:
            self.open(Role.CONTENT, text)
        else:
            return False
        return True

    def _open_that_clause(self) -> None:
        """Go on with a goal ("that he listens"), or open an aim, a wish, or something said."""
        clause = self.current
        if not _has_body(clause):
            return
        if wishes(clause):
            self.open(Role.MAIN, "wish")
        elif clause.role is Role.MAIN and any(word.text in lex.DEGREES for word in clause.words):
            self.open(Role.AIM, "so_that")
        else:
            self.open(Role.CONTENT, "that")

    def _may_be_subject(self, word: Word, after: Word) -> bool:
        if word.case is Case.SUBJECT:
            return True
        if word.case is not Case.NAMED:
            return False
        clause = self.current
        if not _has_body(clause):
            return not clause.after_comma or looks_finite(after)
        before = clause.words[-1]
        if before.text in lex.COORDINATORS:
            return looks_finite(after) and not is_adverb(after)
        if before.text in lex.PREPOSITIONS or not looks_finite(after):
            return False
        return clause.role is Role.CONTEXT or _is_fronted(clause) or wishes(clause)

    def _place_subject(self, word: Word, at: int) -> None:
        """Decide whether a subject belongs to the clause at hand or opens the next one."""
        clause = self.current
        coordinated = bool(clause.words) and clause.words[-1].text in lex.COORDINATORS
        if _has_body(clause):
            if clause.role is Role.MAIN:
                self._place_beside_main(clause, word.person, coordinated=coordinated)
            elif coordinated:
                told = clause.role is Role.CONTENT and clause.actor is Person.CLIENT
                if self.main_seen and (
                    told or word.person is Person.CLIENT or clause.words[-1].text == "but"
                ):
                    self.open(Role.MAIN)
            elif not self.main_seen:
                said = any(before.of(lex.SAYS) for before in clause.words[-2:])
                if said or (word.person is not Person.CLIENT and self.client_ahead[at]):
                    return
                self.open(Role.MAIN)
        if self.current.subject is None:
            self.current.subject = len(self.current.words)

    def _place_beside_main(self, clause: Clause, person: Person | None, *, coordinated: bool) -> None:
        if coordinated or _is_fronted_after_and(clause):
            self.open(Role.MAIN)
        elif wishes(clause):
            self.open(Role.MAIN, "wish")
        elif not _is_fronted(clause):
            pushed = person is Person.PARTNER and any(word.text == "so" for word in clause.words[:-1])
            self.open(*((Role.AIM, "so_that") if pushed else (Role.CONTENT, "contact")))

    def _resumes_main(self, word: Word) -> bool:
        """Tell whether "and make" takes up the client's clause again behind a clause about the partner."""
        clause = self.current
        return (
            clause.role is not Role.MAIN
            and bool(clause.words)
            and clause.words[-1].text in ("and", "but", "then")
            and word.text in lex.BASE_VERBS
            and self.main_seen
        )


def _has_body(clause: Clause) -> bool:
    return any(not _is_filler(word) for word in clause.words)


def _is_fronted(clause: Clause) -> bool:
    """Tell whether the clause so far only says when or where ("on Sundays ...")."""
    first = next(word for word in clause.words if word.text not in lex.COORDINATORS)
    dated = clause.words[-1].text in lex.TIMES and not first.of(lex.BASE_VERBS)
    correlated = first.text == "may" or (
        first.text == "the" and clause.words[-1].text in ("more", "less", "better")
    )
    return dated or correlated or first.text in lex.FRONTING or is_adverb(first)


def _is_fronted_after_and(clause: Clause) -> bool:
    """Tell "(I keep quiet) and on Sundays (he cooks)"."""
    joined = max((at for at, word in enumerate(clause.words) if word.text in ("and", "but")), default=None)
    return joined is not None and word_at(clause.words, joined + 1).text in lex.FRONTING


def _is_filler(word: Word) -> bool:
    return word.text in lex.COORDINATORS or is_adverb(word)


def is_wish_frame(words: list[Word]) -> bool:
    """Tell "my goal is (that)", "it is important to me (that)", with nothing else behind the verb."""
    verb = max((at for at, word in enumerate(words) if word.text in lex.BE), default=None)
    if verb is None or not any(word.text in lex.WISH_FRAMES for word in words):
        return False
    return all(w.text in lex.FRAMES or is_adverb(w) for w in words[verb + 1 :])


def wishes(clause: Clause) -> bool:
    """Tell whether the clause ends in a verb that wishes for what follows, and is not given up."""
    if clause.role is not Role.MAIN:
        return False
    if is_wish_frame(clause.words):
        return True
    for word, drop in reversed(list(zip(clause.words, dropped(clause.words), strict=True))):
        if word.of(lex.DESIRES):
            return drop is Drop.NO or (drop is Drop.DENIED and word.of({"want"}))
        if word.of(lex.LIKINGS):
            return any(before.text == "would" for before in clause.words)
        if not word.person and not is_adverb(word) and word.text not in lex.WISH_LINKS:
            return False
    return False
