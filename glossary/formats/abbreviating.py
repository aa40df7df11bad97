"""Is this the short form of that? Decided as Schwartz and Hearst do, and only here.

Source: A. Schwartz, M. Hearst, *A simple algorithm for identifying abbreviation definitions in biomedical text* (2003).
"""

from __future__ import annotations

_SHORTEST = 2
_LONGEST = 10
"""Characters; the limits of the paper."""


def abbreviates(short: str, long: str) -> bool:
    """Tell whether every letter of a short form comes, in order, from its long form, the first from a word's beginning.

    A word of the long form is no short form of it. Stricter than the paper in one point: the long form begins with the
    first letter, because here it is a whole name and no stretch of a sentence.
    """
    letters = [letter for letter in short.casefold() if letter.isalnum()]
    source = long.casefold()
    if not (_SHORTEST <= len(short) <= _LONGEST and " " in long and " " not in short and len(short) < len(long)):
        return False
    if short.casefold() in source.split() or not any(map(str.isalpha, letters)) or source[0] != letters[0]:
        return False
    at = len(source)
    for letter in reversed(letters[1:]):
        at = source.rfind(letter, 1, at)
        if at < 0:
            return False
    return True
