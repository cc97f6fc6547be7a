"""Back from an inflected word to the base forms it may come from."""

from functools import lru_cache

_IRREGULAR = {
    "got": "get", "gotten": "get", "made": "make", "has": "have", "had": "have", "won": "win", "came": "come",
    "told": "tell", "kept": "keep", "brought": "bring", "taught": "teach", "led": "lead", "began": "begin",
    "said": "say", "gave": "give", "given": "give", "saw": "see", "seen": "see",
    "heard": "hear", "felt": "feel", "left": "leave", "drank": "drink", "knew": "know", "did": "do",
    "done": "do", "went": "go", "took": "take", "am": "be", "is": "be", "are": "be", "was": "be", "were": "be",
    "been": "be", "proven": "prove", "forbade": "forbid", "stood": "stand", "put": "put", "lying": "lie",
}  # fmt: skip


@lru_cache(maxsize=4096)
def bases(word: str) -> frozenset[str]:
    """Give every base form an English word may be inflected from, itself included.

    >>> sorted(bases("stopped"))
    ['stop', 'stopp', 'stoppe', 'stopped']
    """
    found = {word, _IRREGULAR.get(word, word)}
    for ending in ("s", "es", "ed", "ing"):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            stem = word.removesuffix(ending)
            found |= {stem, stem + "e"}
            if len(stem) > 2 and stem[-1] == stem[-2]:
                found.add(stem[:-1])
            if stem.endswith("i"):
                found.add(stem[:-1] + "y")
    return frozenset(found)
