"""Which word was most likely meant by one that nobody knows."""

import enum
from collections.abc import Iterable, Mapping

ALIKE = 0.6
"""How alike two words are, from 0 to 1, if one may be a slip of the other."""
CLEARLY = 0.1
"""By how much a word has to be more alike than one that means something else."""


def nearest(word: str, words: Iterable[str], alike: float = ALIKE) -> str:
    """The known word that was most likely meant, or nothing."""
    import difflib

    bare = {_bare(one): one for one in words}
    near = difflib.get_close_matches(_bare(word), bare, n=1, cutoff=alike)
    return bare[near[0]] if near else ""


def nearest_choice(word: str, words: Mapping[str, enum.Enum]) -> str:
    """The word most likely meant, or nothing where its opposite is as near: 越抵越好 may be either."""
    import difflib

    alike = {known: difflib.SequenceMatcher(None, _bare(word), _bare(known)).ratio() for known in words}
    near = max(words, key=alike.__getitem__)
    others = (alike[known] for known, choice in words.items() if choice is not words[near])
    is_clear = alike[near] >= ALIKE and alike[near] - max(others, default=0.0) >= CLEARLY
    return near if is_clear else ""


def _bare(word: str) -> str:
    return word.strip().casefold().replace("_", "").replace("-", "").replace(" ", "")
