"""Which word does a Korean sentence tell of before it asks? ``요즘 … 많이 쓰던데``, ``문서에 …라고 나오는데``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from glossary.particles import without_particles

if TYPE_CHECKING:
    from collections.abc import Iterator


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_QUOTED: Final = 0.05
_TOLD: Final = 0.1
_WITH_CIRCUMSTANCES: Final = 0.15

_QUOTING: Final = ("라고", "라는", "라던", "라고는", "라고도", "라는게", "란")
"""Particles that mark the word before them as a word."""
_CONNECTING: Final = tuple(
    _words("데 데요 더라고요 더라구요 더라 길래 니까 지만 면서 고 어서 아서 해서 는지 던지 요 다 습니다")
)
"""Ends of a clause after which the question follows."""
_LIGHT: Final = _words(
    "많이 자주 계속 엄청 자꾸 되게 꽤 갑자기 다들 막 또 좀 가끔 여기저기 여기저기서 한창 요새 요즘 "
    "누가 모두 전부 이제 얘기가 얘기를 얘기 이야기가 이야기를 이야기 말이 말을 말 단어가 단어를 단어 "
    "용어가 용어를 용어 표현이 표현을 표현 소리가 소리를 개념이 개념을 글자가 약자가 약어가 것이 "
    "것을 게 걸 도입을 도입 사용 사용을 언급이 언급 나와서 대해 대해서 관해 관해서"
)
"""Words between the term and the verb that only carry the sentence."""
_REPORTED: Final = ("자고", "다고", "려고", "하는", "한다는")
"""Ends of a verb that is reported by the last one: ``도입하자고 하시는데``."""
_CIRCUMSTANCE: Final = _words(
    "요즘 요새 최근 최근에 어제 오늘 아까 방금 지난주 지난번 이번 이번에 저번에 자꾸 계속 혹시 근데 "
    "그런데 누가 누군가 다들 사람들이 저희 우리 제가 저는 나는 내가 모두 여기 거기 저기 갑자기 처음 "
    "가끔 팀에서 그냥 아니 또 맨날 매일"
)
"""Words of time, of people and of surprise with which such a sentence begins."""
_CIRCUMSTANCE_ENDINGS: Final = tuple(
    _words(
        "에서 에서는 에는 에 에게 한테 한테서 께서 님이 님께서 분이 들이 때 중에 보니 보니까 보면 보다가 다가 읽다가"
    )
)
"""Ends of such words: places, and people with their honorific."""

_RELATIVE: Final = _words(
    "나온 나오는 나왔던 언급된 언급한 말한 말하는 말씀하신 얘기한 얘기하는 이야기한 들은 본 봤던 "
    "쓰는 쓰이는 적힌 올라온"
)
"""Verbs that attach what came before them to the term: ``회의에서 나온 …``."""
_MOST_WORDS_OF_CIRCUMSTANCE: Final = 5


def is_clause(text: str) -> bool:
    """Tell whether this is the first half of a sentence, which tells of a word, and not the word itself."""
    words = text.split()
    return len(words) > 1 and (
        words[-1].rstrip(",.").endswith(_CONNECTING)
        or any(word.endswith(_QUOTING) or word in _RELATIVE for word in words[:-1])
    )


def terms_told(text: str) -> Iterator[tuple[str, float]]:
    """Give what such a sentence may tell of, with what the guess costs."""
    words = [match.span() for match in re.finditer(r"\S+", text)]
    marked = list(_marked(text, words))
    if marked:
        yield from marked
    elif text.rstrip(",.").endswith(_CONNECTING):
        last = len(words) - 2
        while last > 0 and _is_light(text[slice(*words[last])]):
            last -= 1
        yield from _without_circumstances(text[: words[last][1]], _TOLD)
    else:
        yield from _without_circumstances(text, _TOLD)


def _marked(text: str, words: list[tuple[int, int]]) -> Iterator[tuple[str, float]]:
    """Find the last word with a particle of quoting that is not the end of the text."""
    for start, end in reversed(words[:-1]):
        if text[start:end].endswith(_QUOTING):
            for stem in without_particles(text[:end]):
                if stem.particle.endswith(_QUOTING):
                    yield from _without_circumstances(stem.text, _QUOTED + stem.cost)
            return


def _without_circumstances(text: str, cost: float) -> Iterator[tuple[str, float]]:
    words = text.split()
    beginning = words[: min(len(words) - 1, _MOST_WORDS_OF_CIRCUMSTANCE)]
    last = max((count for count, word in enumerate(beginning, start=1) if _is_circumstance(word)), default=0)
    yield text.split(maxsplit=last)[-1], cost
    if last:
        yield text, cost + _WITH_CIRCUMSTANCES


def _is_light(word: str) -> bool:
    return word in _LIGHT or word.endswith(_REPORTED)


def _is_circumstance(word: str) -> bool:
    return word in _CIRCUMSTANCE or word in _RELATIVE or word.endswith(_CIRCUMSTANCE_ENDINGS)
