"""Which word was most likely meant by one that nobody knows."""

import enum
from collections.abc import Iterable, Mapping

ALIKE = 0.6
"""How alike two words are, from 0 to 1, if one may be a slip of the other."""
MOST_COMPARED = 50_000
"""So many pairs of words take a fifth of a second; a bundle with more unknown names lacks a whole list."""
TINY = 1e-9
"""More than binary fractions can be off by."""
CLEARLY = 0.1
"""By how much a word has to be more alike than one that means something else."""


def nearest(word: str, words: Iterable[str], alike: float = ALIKE) -> str:
    """The known word that was most likely meant, or nothing."""
    import difflib

    bare = {_bare(one): one for one in words}
    near = difflib.get_close_matches(_bare(word), bare, n=1, cutoff=alike)
    return bare[near[0]] if near else ""


class Known:
    """Words of which one may have been meant; each unknown one is looked for once, while that is cheap."""

    def __init__(self, words: Iterable[str], alike: float = ALIKE, most: int = MOST_COMPARED) -> None:
        self._alike = alike
        self._by_length: dict[int, list[str]] = {}
        for word in dict.fromkeys(words):
            self._by_length.setdefault(len(word), []).append(word)
        self._left = most
        self._found: dict[str, str] = {}

    def nearest(self, word: str) -> str:
        """The known word that was most likely meant, or nothing; nothing as well after much comparing."""
        near = self._found.get(word)
        if near is None:
            near = self._found[word] = self._sought(word) if self._left > 0 else ""
        return near

    def _sought(self, word: str) -> str:
        import difflib

        own = len(word)
        # Of two words so alike, neither is much longer than the other.
        sizes = [size for size in self._by_length if 2 * min(own, size) >= self._alike * (own + size) - TINY]
        near = [one for size in sizes for one in self._by_length[size]]
        self._left -= len(near)
        found = difflib.get_close_matches(word, near, n=1, cutoff=self._alike)
        return found[0] if found else ""


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
