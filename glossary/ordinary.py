"""Is this an ordinary word of English or Korean? A slip hardly ever makes one; the only place that knows word lists.

The list holds hashes, not words: ``bench/words.py`` builds it, and says from what. One word in some hundreds that is in
no dictionary is taken for one, which costs a doubt and no more.
"""

from __future__ import annotations

import zlib
from enum import IntEnum
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np

from glossary.hangul import has_hangul
from glossary.spelling import letters_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

HASH_BITS: Final = 28
_REMEMBERED: Final = 4096
"""Words whose answer is kept: a word is compared with many names."""
SHORTEST_STEM: Final = 3
"""Letters; before an ending of two or more, that is a syllable and a half."""

_ENDINGS: Final = """
    하다 한 할 함 해 해서 했다 하여 하고 하는 하기 하게 되다 된 될 됨 돼 되어 되고 되는 되지 되기
    시키다 시킨 시킬 시켜 시키는 거리다 거린 거릴 거려 거리어 거리는 대다 댄 댈 대는 적 적인 적으로
    스럽다 스러운 스러워 롭다 로운 로워 화 화된 화하다 화되다 화되어 이다 인 다 은 는 을 고 어 아 여 지 기 음
""".split()  # noqa: SIM905 - rows of words read better


class Ordinary(IntEnum):
    """How a word is known."""

    NO = 0
    DERIVED = 1
    """A dictionary's word with a Korean ending."""
    LISTED = 2


def hash_of(letters: str) -> int:
    """Hash a word, the same on every machine."""
    return zlib.crc32(letters.encode()) >> (32 - HASH_BITS)


def packed(words: Iterable[str]) -> bytes:
    """Pack a word list (folded words as letters): the gaps between the hashes, in as few bytes as they need."""
    hashes = np.unique(np.fromiter(map(hash_of, words), np.uint32))
    return zlib.compress(np.diff(hashes, prepend=np.uint32(0)).astype("<u4").tobytes(), 9)


def unpacked(packed: bytes) -> NDArray[np.uint32]:
    """Give the hashes of a packed word list, in ascending order."""
    return np.cumsum(np.frombuffer(zlib.decompress(packed), "<u4"), dtype=np.uint32)


@cache
def _hashes() -> NDArray[np.uint32]:
    return unpacked(Path(__file__).with_name("ordinary.bin").read_bytes())


@cache
def _endings() -> tuple[str, ...]:
    return tuple(sorted(set(map(letters_of, _ENDINGS)), key=len, reverse=True))


@lru_cache(maxsize=_REMEMBERED)
def ordinary(letters: str) -> Ordinary:
    """Look a word up, given as letters."""
    if _is_listed(letters):
        return Ordinary.LISTED
    if has_hangul(letters):
        for ending in _endings():
            stem = letters.removesuffix(ending)
            if SHORTEST_STEM <= len(stem) < len(letters) and _is_listed(stem):
                return Ordinary.DERIVED
    return Ordinary.NO


def listed(words: Sequence[str]) -> list[bool]:
    """Tell of each of these words, given as letters, whether it is in the list; for many of them at once."""
    wanted = np.fromiter(map(hash_of, words), np.uint32, len(words))
    hashes = _hashes()
    found: list[bool] = (hashes[np.minimum(hashes.searchsorted(wanted), len(hashes) - 1)] == wanted).tolist()
    return found


def _is_listed(letters: str) -> bool:
    hashes, wanted = _hashes(), hash_of(letters)
    place = int(hashes.searchsorted(np.uint32(wanted)))
    return place < len(hashes) and int(hashes[place]) == wanted
