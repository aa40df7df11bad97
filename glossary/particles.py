"""Where does a Korean word end and its particle begin? The tables of particles, and the only place that cuts them."""

from __future__ import annotations

from enum import Enum, auto
from typing import Final, NamedTuple

MOST_STEMS = 4
"""Ways to take the particle off one text, at most."""

_LONG_PARTICLE_COST: Final = 0.1
_SHORT_PARTICLE_COST: Final = 0.3
"""One syllable is often part of the word itself: ``도`` is a particle, and the end of ``안정도``."""
_DISAGREEMENT_COST: Final = 0.3

_SYLLABLES: Final = range(0xAC00, 0xD7A4)
_FINALS: Final = 28
_RIEUL: Final = 8


class Ending(Enum):
    """The sound at the end of a word, as far as particles ask for it."""

    VOWEL = auto()
    RIEUL = auto()
    """The consonant ㄹ, after which ``로`` stands as after a vowel."""
    CONSONANT = auto()
    UNKNOWN = auto()


class Stem(NamedTuple):
    """A text without the particle at its end, and the particle."""

    text: str
    particle: str
    agrees: bool
    """The particle is the one that the sound before it asks for, or that sound is not known."""
    cost: float
    """0 certainly a particle … 1 hardly one."""


_AFTER_ALL: Final = frozenset(Ending)
_AFTER_CONSONANT: Final = frozenset({Ending.CONSONANT, Ending.RIEUL, Ending.UNKNOWN})
_AFTER_VOWEL: Final = frozenset({Ending.VOWEL, Ending.UNKNOWN})
_AFTER_VOWEL_OR_RIEUL: Final = frozenset({Ending.VOWEL, Ending.RIEUL, Ending.UNKNOWN})
_AFTER_OTHER_CONSONANT: Final = frozenset({Ending.CONSONANT, Ending.UNKNOWN})

_CASES: Final = {
    _AFTER_ALL: "에 에서 에게 에게서 한테 한테서 께 께서 하고 부터 까지 만 처럼 만큼 보다 대로 에서부터 뿐",
    _AFTER_CONSONANT: "과 이랑",
    _AFTER_VOWEL: "와 랑",
    _AFTER_VOWEL_OR_RIEUL: "로 로서 로써 로부터",
    _AFTER_OTHER_CONSONANT: "으로 으로서 으로써 으로부터",
}
"""Particles after which another one may stand."""

_LAST: Final = {
    _AFTER_ALL: "의 도 조차 마저 밖에 요 같은 같이 인 인데 인지 인가 인가요 입니다 이에요 이었던",
    _AFTER_CONSONANT: "은 이 을 이나 이든 이라 이라도 이란 이라는 이라고 이라면 이라며 이라던 이야 이야말로 이며 이다",
    _AFTER_VOWEL: "는 가 를 나 든 라도 란 라는 라고 라면 라며 라던 야 야말로 예요 에요",
}
"""Particles and endings of the copula that close a word."""

_MIDDLE: Final = ("까지", "부터", "만")
"""Particles that may stand between a case and the last one: ``에서까지도``."""

_LETTERS_BY_NAME: Final = {"L": Ending.RIEUL, "R": Ending.RIEUL, "M": Ending.CONSONANT, "N": Ending.CONSONANT}
"""Capitals whose Korean name ends in a consonant: 엘, 알, 엠, 엔. All others end in a vowel."""
_DIGITS_BY_NAME: Final = {"0": Ending.CONSONANT, "3": Ending.CONSONANT, "6": Ending.CONSONANT} | dict.fromkeys(
    "178", Ending.RIEUL
)
_LETTERS_BY_SOUND: Final = (
    dict.fromkeys("mn", Ending.CONSONANT) | {"l": Ending.RIEUL} | dict.fromkeys("ebcgkpt", Ending.UNKNOWN)
)
"""Small letters by what Korean makes of them at the end of an English word; the others get a vowel (``s`` is 스)."""
_LATIN: Final = _LETTERS_BY_NAME | _DIGITS_BY_NAME | _LETTERS_BY_SOUND


def ending_of(text: str) -> Ending:
    """Tell how a text ends in Korean speech; a capital or a digit by its name, a small Latin letter by its sound."""
    last = next((character for character in reversed(text) if character.isalnum()), "")
    if not last:
        return Ending.UNKNOWN
    if ord(last) in _SYLLABLES:
        final = (ord(last) - _SYLLABLES.start) % _FINALS
        return {0: Ending.VOWEL, _RIEUL: Ending.RIEUL}.get(final, Ending.CONSONANT)
    return _LATIN.get(last, Ending.VOWEL) if last.isascii() else Ending.UNKNOWN


def _listed(table: dict[frozenset[Ending], str]) -> dict[str, frozenset[Ending]]:
    return {particle: after for after, particles in table.items() for particle in particles.split()}


def _stacked() -> dict[str, frozenset[Ending]]:
    """Build every particle, alone and in the orders in which they stack; each with the sounds after which it stands."""
    cases, last = _listed(_CASES), _listed(_LAST)
    closing = cases | last
    middle = {
        first + second: cases[first]
        for first in _MIDDLE
        for second, after in closing.items()
        if ending_of(first) in after
    }
    pairs = {
        first + second: cases[first]
        for first in cases
        for second, after in (closing | middle).items()
        if ending_of(first) in after
    }
    return pairs | closing


_PARTICLES: Final = _stacked()
_LONGEST: Final = max(map(len, _PARTICLES))
_LAST_SYLLABLES: Final = frozenset(particle[-1] for particle in _PARTICLES)


def without_particles(text: str) -> tuple[Stem, ...]:
    """Take Korean particles off the end of the last word, the likeliest way first, at most MOST_STEMS.

    Punctuation after the particle goes with it. A text that ends in no particle, or is nothing else, gives nothing.
    """
    spoken = text.rstrip()
    while spoken and not spoken[-1].isalnum():
        spoken = spoken[:-1]
    if spoken[-1:] not in _LAST_SYLLABLES:
        return ()
    cuts = (len(spoken) - length for length in range(min(_LONGEST, len(spoken) - 1), 0, -1))
    stems = [
        _stem(stem, spoken[cut:]) for cut in cuts if spoken[cut:] in _PARTICLES and (stem := spoken[:cut].rstrip())
    ]
    return tuple(sorted(stems, key=lambda stem: stem.cost))[:MOST_STEMS]


def is_particle(ending: str, after: str) -> bool:
    """Tell whether this is a particle, or several, in the form that stands after such a word."""
    return ending in _PARTICLES and ending_of(after) in _PARTICLES[ending]


def _stem(text: str, particle: str) -> Stem:
    agrees = ending_of(text) in _PARTICLES[particle]
    cost = _LONG_PARTICLE_COST if len(particle) > 1 else _SHORT_PARTICLE_COST
    return Stem(text, particle, agrees, cost if agrees else cost + _DISAGREEMENT_COST)
