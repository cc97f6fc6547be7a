"""From a sentence to its tokens: one spelling a word, contractions taken apart, phrases folded into one.

The work is linear in a length that is capped: every pattern here matches in one way only.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from couplesone.language.own_control import idioms
from couplesone.language.own_control import lexicon as lex
from couplesone.language.own_control.inflection import bases

LONGEST_SENTENCE = 1_500
"""Characters read; a goal is a sentence, not a letter."""

MOST_WORDS = 200
"""Words read."""

_SPOKEN = re.compile(r'"[^"]*"')
_TOKEN = re.compile(r"[^\W_]+(?:['-][^\W_]+)*|(?<=s)'(?!\w)|[.!?;:,()-]")
_PLAIN = str.maketrans(
    {
        "\u2018": "'",
        "\u2019": "'",
        "\u02bc": "'",
        "\u00b4": "'",
        "`": "'",
        "\u201c": '"',
        "\u201d": '"',
        "\u201e": '"',
        "\u00ab": '"',
        "\u00bb": '"',
    }
    | dict.fromkeys("\u2013\u2014\u2015\u2212", " - ")
)
_CONTRACTIONS = {
    "can't": "can not", "won't": "will not", "let's": "we", "dont": "do not", "wont": "will not",
    "cant": "can not", "im": "i am", "hes": "he is", "shes": "she is", "wanna": "want to",
}  # fmt: skip
_CLITICS = {"'s": "'s", "'re": "are", "'ll": "will", "'d": "would", "'ve": "have", "'m": "am"}
_PHRASES = dict.fromkeys(
    [
        f"{article}{some} of us"
        for article in ("", "the ")
        for some in ("both", "two", "each", "neither", "either", "all", "pair", "none")
    ],
    "us_two",
)
_FOLDED = {
    "make_sure": ("make certain", "bring it about", "make it so"),
    "give_in": (
        "back down",
        "give way",
        "come round",
        "come around",
        "cave in",
        "own up",
        "gets it",
        "get the point",
    ),
    "make_clear": ("make it clear", "make it plain", "make plain"),
    "thank-you": ("thank you",),
    "want": (
        "what i want is",
        "all i want is",
        "what i need is",
        "all i need is",
        "what i would like is",
        "what i wish for is",
        "what matters to me is",
        "what matters is",
        "is it too much to ask",
        "what would help is",
        "the point is",
        "all it takes is",
        "what counts is",
        "the main thing is",
    ),
    "each_other": ("each other", "one another"),
    "several": ("a couple of", "all of", "most of", "some of", "one of"),
    "wish": ("if only",),
    "need_not": ("need not",),
}


def _phrase_table() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Every phrase of the lexicon, by its first word, the longest first."""
    phrases = _PHRASES | {phrase: word for word, folded in _FOLDED.items() for phrase in folded}
    for value in (*vars(lex).values(), *vars(idioms).values()):
        if isinstance(value, frozenset):
            phrases |= {entry.replace("_", " "): entry for entry in value if "_" in entry}
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase in sorted(phrases, key=len, reverse=True):
        parts = tuple(phrase.split())
        table.setdefault(parts[0], []).append((parts, phrases[phrase]))
    return table


_TABLE = _phrase_table()


def tokens(sentence: str) -> list[str]:
    """Give the words, phrases and stops of a sentence in order; quoted speech is one word, "quotation"."""
    return list(_folded(list(_split(sentence))[:MOST_WORDS]))


def _split(sentence: str) -> Iterator[str]:
    text = unicodedata.normalize("NFKC", sentence[:LONGEST_SENTENCE])[:LONGEST_SENTENCE].translate(_PLAIN)
    text = unicodedata.normalize("NFD", text.casefold())
    text = "".join(char for char in text if unicodedata.category(char) not in ("Mn", "Cf"))
    spoken = _SPOKEN.sub(" quotation ", text)
    for token in _TOKEN.findall(text if spoken.strip(" .!?") == "quotation" else spoken):
        if token in _CONTRACTIONS:
            yield from _CONTRACTIONS[token].split()
        elif token.endswith("n't"):
            yield from (token[:-3], "not")
        elif (clitic := token[token.rfind("'") :]) in _CLITICS:
            yield from (token.removesuffix(clitic), _CLITICS[clitic])
        else:
            yield token


@lru_cache(maxsize=4096)
def _phrases_from(token: str) -> list[tuple[tuple[str, ...], str]]:
    """Give the phrases that a word may open in any of its forms: "rubs off" is "rub off"."""
    return [phrase for form in (token, *sorted(bases(token) - {token})) for phrase in _TABLE.get(form, ())]


def _folded(tokens: list[str]) -> Iterator[str]:
    at = 0
    while at < len(tokens):
        for parts, word in _phrases_from(tokens[at]):
            if tuple(tokens[at + 1 : at + len(parts)]) == parts[1:]:
                yield word
                at += len(parts)
                break
        else:
            yield tokens[at]
            at += 1
