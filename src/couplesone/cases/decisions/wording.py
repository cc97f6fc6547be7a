"""The words under which a client writes a decision: a version and a hash of them are kept with it as evidence.

The hash is of the words in the language in which they were shown, so it tells the language too.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from typing import Final

from couplesone.cases.decisions.codes import DecisionOption
from couplesone.rendering.translation import message, translator

VERSION: Final = "1"
STATEMENT: Final = message(
    "This is my decision as of today, in my own words. Nobody made it for me, and I may change it on any day."
)
ORDER: Final = message(
    "The answers are in the order of the alphabet; none is meant to be better than another."
)
QUESTIONS: Final[dict[str, str]] = {
    "choice": message("What do you decide as of today?"),
    "options": message("Which answers did you weigh?"),
    "dealbreakers": message("What must not go on? One on each line; you may leave this empty."),
    "ambivalence_stay": message(
        "How strongly does something in you want to stay? 0 is not at all, 10 as strongly as can be."
    ),
    "ambivalence_leave": message(
        "How strongly does something in you want to leave? 0 is not at all, 10 as strongly as can be."
    ),
    "using_refusal_as_evidence": message("Do you take the no to coming along as proof that it cannot work?"),
    "viability_doubt": message(
        "How much do you doubt that it can last? 0 is not at all, 10 is as much as can be."
    ),
    "words": message("Anything you want to add, in your own words?"),
    "review_on": message("On which day do you want to look at this again?"),
}


@dataclass(frozen=True, slots=True)
class Words:
    """The words of the form in one language; ``options`` by code, in the order in which they are shown."""

    statement: str
    order: str
    questions: dict[str, str]
    options: dict[str, str]

    @property
    def sha256(self) -> str:
        """The hash of every word of the form."""
        options = (f"{code}={label}" for code, label in self.options.items())
        words = (VERSION, self.statement, self.order, *self.questions.values(), *options)
        return hashlib.sha256("\n".join(words).encode()).hexdigest()


@cache
def words_in(locale: str) -> Words:
    """Return the words in the language of a locale; the options in the order of its alphabet, as the words say."""
    say = translator(locale)
    options = {option.value: say(option.label) for option in DecisionOption}
    return Words(
        say(STATEMENT),
        say(ORDER),
        {name: say(question) for name, question in QUESTIONS.items()},
        dict(sorted(options.items(), key=lambda option: option[1].casefold())),
    )
