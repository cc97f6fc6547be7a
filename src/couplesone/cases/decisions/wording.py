"""The words under which a client writes a decision: a version and a hash of them are kept with it as evidence."""

from __future__ import annotations

import hashlib
from typing import Final

from couplesone.cases.decisions.codes import DecisionOption

VERSION: Final = "1"
STATEMENT: Final = (
    "This is my decision as of today, in my own words. Nobody made it for me, and I may change it on any day."
)
ORDER: Final = "The answers are in the order of the alphabet; none is meant to be better than another."
QUESTIONS: Final[dict[str, str]] = {
    "choice": "What do you decide as of today?",
    "options": "Which answers did you weigh?",
    "dealbreakers": "What must not go on? One on each line; you may leave this empty.",
    "ambivalence_stay": "How strongly does something in you want to stay? 0 is not at all, 10 as strongly as can be.",
    "ambivalence_leave": "How strongly does something in you want to leave? 0 is not at all, 10 as strongly as can be.",
    "using_refusal_as_evidence": "Do you take the no to coming along as proof that it cannot work?",
    "viability_doubt": "How much do you doubt that it can last? 0 is not at all, 10 is as much as can be.",
    "words": "Anything you want to add, in your own words?",
    "review_on": "On which day do you want to look at this again?",
}
_OPTIONS: Final = tuple(f"{option.value}={option.label}" for option in DecisionOption)
_WORDS: Final = "\n".join((VERSION, STATEMENT, ORDER, *QUESTIONS.values(), *_OPTIONS))
SHA256: Final = hashlib.sha256(_WORDS.encode()).hexdigest()
"""The hash of every word of the form."""
