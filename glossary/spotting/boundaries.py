"""Does a name begin and end where a word does? Decided for each script as it is written.

Scripts with spaces: at its letters' end, or before a plural's. Korean: see `endings`; words of a compound may join.
Kana: not within a longer word of katakana, and hiragana only before a particle. Other scripts without spaces: anywhere.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from glossary.spotting.endings import may_follow, may_precede
from glossary.spotting.folding import DENSE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from glossary.spotting.folding import Folded

Found = tuple[int, int, int]
"""The number of a spelling, and from where to where it stands in the folded text."""

_DENSE: Final = re.compile(f"[{DENSE}]")
_BEFORE_DENSE: Final = "\u0e00"
"""No script before it is dense."""
_LETTER: Final = re.compile(rf"[^ {DENSE}]")
_PLURAL: Final = re.compile(rf"(?:(?<=[sxz])es|(?<=[cs]h)es|s)(?![^ {DENSE}])")
_HANGUL_AFTER: Final = re.compile("[가-힣]+")
_HANGUL_BEFORE: Final = re.compile("[가-힣]+$")
_KANA: Final = re.compile("[ぁ-ゖ]+")
_HAN: Final = re.compile("[\u3005\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_LONGEST_HEAD: Final = 8
"""Syllables that are looked at before a name in a compound."""
_PARTICLES_OF_KANA: Final = frozenset("はがをにでとものへやか")


def bounded(found: Iterable[Found], folded: Folded, text: str) -> list[Found]:
    """Keep what begins and ends as a word does; in the order of their beginnings, the longest first."""
    words = folded.text
    whole: list[Found] = []
    joined: list[tuple[Found, bool, bool]] = []
    for one in found if folded.starts is None else _parting(found, folded):
        _, begin, end = one
        is_spaced = words[begin] == " "
        if is_spaced and words[end - 1] < _BEFORE_DENSE:
            after = words[end]
            if after == " " or (_PLURAL.match(words, end) if after in "se" else not _LETTER.match(after)):
                whole.append(one)
            continue
        is_first = is_spaced or _begins(begin, end, folded, text)
        is_last = _ends(begin, end, folded, text)
        if is_first and is_last:
            whole.append(one)
        else:
            joined.append((one, is_first, is_last))
    if joined:
        whole += _compounds(joined, whole, words)
    whole.sort(key=lambda one: (one[1] + (words[one[1]] == " "), -one[2]))
    return whole


def _parting(found: Iterable[Found], folded: Folded) -> Iterator[Found]:
    """Leave out what would cut a character of the text in two."""
    for one in found:
        _, begin, end = one
        if folded.parts(begin + (folded.text[begin] == " ")) and folded.parts(end):
            yield one


def _begins(begin: int, end: int, folded: Folded, text: str) -> bool:
    words = folded.text
    first, before = words[begin], words[begin - 1]
    if _is_hangul(first):
        return not _is_hangul(before)
    if _is_kana(first):
        return _is_apart(begin, begin - 1, words[begin:end], folded, text)
    return end - begin > 1 or not _HAN.match(before)


def _ends(begin: int, end: int, folded: Folded, text: str) -> bool:
    words = folded.text
    last, after = words[end - 1], words[end]
    if _is_hangul(last):
        tail = _HANGUL_AFTER.match(words, end)
        return tail is None or may_follow(tail[0], words[begin:end].rpartition(" ")[2])
    if _is_kana(last):
        return _is_apart(end - 1, end, words[begin:end], folded, text)
    if _DENSE.match(last):
        return end - begin > 1 or not _HAN.match(after)
    return not _LETTER.match(after) or _PLURAL.match(words, end) is not None


def _is_apart(edge: int, beside: int, name: str, folded: Folded, text: str) -> bool:
    """Tell whether kana at the edge of a name is no part of a longer word of kana."""
    if not _is_kana(folded.text[beside]):
        return True
    if _is_katakana(edge, folded, text):
        return not _is_katakana(beside, folded, text)
    is_only_kana = _KANA.fullmatch(name) is not None
    return not is_only_kana or _is_katakana(beside, folded, text) or folded.text[beside] in _PARTICLES_OF_KANA


def _compounds(joined: Sequence[tuple[Found, bool, bool]], whole: Sequence[Found], words: str) -> list[Found]:
    """Find the names that follow each other without a gap, and those that say what kind of thing it is.

    A name may begin where another ends, and end where another begins, if these do as well: one pass in each direction.
    """
    ends = {end for _, _, end in whole}
    firsts = []
    for one, is_first, is_last in sorted(joined, key=lambda each: each[0][1:]):
        _, begin, end = one
        if is_first or begin in ends or (is_last and _is_headed(begin, end, words)):
            ends.add(end)
            firsts.append((one, is_last))
    begins = {begin for _, begin, _ in whole}
    found = []
    for one, is_last in sorted(firsts, key=lambda each: each[0][2:], reverse=True):
        _, begin, end = one
        if is_last or end in begins:
            begins.add(begin)
            found.append(one)
    return found


def _is_headed(begin: int, end: int, words: str) -> bool:
    head = _HANGUL_BEFORE.search(words[max(0, begin - _LONGEST_HEAD) : begin])
    return head is not None and may_precede(head[0], words[begin:end])


def _is_hangul(character: str) -> bool:
    return "가" <= character <= "힣"


def _is_kana(character: str) -> bool:
    return "ぁ" <= character <= "ゖ"


def _is_katakana(place: int, folded: Folded, text: str) -> bool:
    """Tell how a kana was written: folded, both are hiragana."""
    written = text[folded.start(place)]
    return "ァ" <= written <= "ヿ" or "ｦ" <= written <= "ﾟ"
