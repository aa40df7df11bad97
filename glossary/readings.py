"""What may have been meant by what was typed? Query → readings, each with its cost: the only place that guesses at intent.

As typed; without the words of a question around it; without Korean particles; as typed with the other keyboard; by its
initial consonants; by its sound. The other side of ``forms``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final

from glossary.forms import LONGEST_ACRONYM, Form, in_latin_letters, key_of, spaced
from glossary.hangul import are_initials, has_hangul, initials_of, other_keyboard, plain_initials, well_formedness
from glossary.particles import without_particles
from glossary.questions import asked_in
from glossary.letter_names import spelled_out
from glossary.sounds import skeleton_of, sound_of
from glossary.spelling import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.concept import LanguageTag

MOST_READINGS = 12
"""Readings of one query, at most."""
LONGEST_OTHER_KEYBOARD = 120
"""Code points; nobody types more without looking."""

PLAINLY_ASKED = 0.2
"""The cost up to which a question is taken for one, also where its word is not found."""

_KEYBOARD: Final = 0.2
_DOUBT: Final = 0.5
_CONSONANT_AND_VOWEL_KEYS: Final = re.compile(r"[a-gq-tv-xz][h-puy]", re.IGNORECASE)
_LEAST_ALTERNATING: Final = 0.35
_NUMERONYM: Final = re.compile(r"[a-z]\d{1,2}[a-z]")


class Means(Enum):
    """By which detour a reading came from what was typed."""

    ASKED = "asked"
    """Without the words of a question around it."""
    STEM = "stem"
    """Without Korean particles."""
    KEYBOARD = "keyboard"
    SPELLED_OUT = "spelled_out"
    """The Korean names of Latin letters."""
    INITIALS = "initials"
    SOUND = "by_sound"


@dataclass(frozen=True, slots=True)
class Reading:
    """A guess at what was asked."""

    text: str
    letters: str
    """The words as letters, parted by spaces; never empty."""
    means: frozenset[Means]
    cost: float
    """0 as typed; the larger, the bolder the guess."""
    language: LanguageTag | None = None
    """The language that the query named."""
    forms: tuple[Form, ...] = (Form.NAME, Form.PART, Form.ROMANIZED)
    """Which spellings of a name it may be."""

    @property
    def keys(self) -> list[int]:
        """The hash of its key in each of its forms; none where only the consonants are compared."""
        return [key_of(form, self.letters) for form in self.forms if form is not Form.SOUND]


def plain_reading(text: str) -> Reading | None:
    """Read a text as it stands; None where it has neither letter nor digit."""
    return next(_plain(text, words(text), frozenset(), 0.0, None), None)


def readings_of(text: str) -> tuple[Reading, ...]:
    """Guess what was asked, the plainest guess first, no two the same; at most MOST_READINGS, none without a letter or digit."""
    found: dict[tuple[str, tuple[Form, ...]], Reading] = {}
    for reading in sorted(_guesses(text), key=lambda guess: guess.cost):
        found.setdefault((reading.letters, reading.forms), reading)
        if len(found) == MOST_READINGS:
            break
    return tuple(found.values())


def _guesses(text: str) -> Iterator[Reading]:
    asked = asked_in(text)
    for part in asked:
        means = frozenset({Means.ASKED}) if part.cost else frozenset[Means]()
        yield from _spoken(part.text, means, part.cost, part.named_language)
    # The other keyboard writes no questions: either they were typed with the right one, or there is none.
    typed = [part for part in asked if PLAINLY_ASKED >= part.cost > 0][:1] or asked[:1]
    for part in typed:
        if len(part.text) <= LONGEST_OTHER_KEYBOARD:
            means = frozenset({Means.ASKED}) if part.cost else frozenset[Means]()
            yield from _other_keyboard(part.text, means, part.cost, part.named_language)


def _plain(
    content: str, folded: list[str], means: frozenset[Means], cost: float, language: LanguageTag | None
) -> Iterator[Reading]:
    letters = spaced(folded)
    if any(map(str.isalnum, letters)):
        yield Reading(content, letters, means, cost, language, _forms_of(letters))


def _spoken(content: str, means: frozenset[Means], cost: float, language: LanguageTag | None) -> Iterator[Reading]:
    folded = words(content)
    for plain in _plain(content, folded, means, cost, language):
        yield plain
        if not content.isascii():
            yield from _in_another_script(content, folded, means, cost, language)


def _in_another_script(
    content: str, folded: list[str], means: frozenset[Means], cost: float, language: LanguageTag | None
) -> Iterator[Reading]:
    if are_initials(content):
        initials = plain_initials(initials_of("".join(folded)))
        yield Reading(content, initials, means | {Means.INITIALS}, cost + 0.1, language, (Form.INITIALS,))
    if has_hangul(content):
        yield from _korean(content, means, cost, language)
    elif not "".join(folded).isascii() and (latin := in_latin_letters(folded)):
        yield Reading(content, latin, means | {Means.SOUND}, cost + 0.5, language, (Form.ROMANIZED,))


def _korean(content: str, means: frozenset[Means], cost: float, language: LanguageTag | None) -> Iterator[Reading]:
    for stem in without_particles(content):
        yield from _plain(stem.text, words(stem.text), means | {Means.STEM}, cost + stem.cost, language)
    if latin := spelled_out(content):
        yield from _plain(latin, words(latin), means | {Means.SPELLED_OUT}, cost + 0.2, language)
    if sound := skeleton_of(sound_of(content)):
        yield Reading(content, sound, means | {Means.SOUND}, cost + 0.4, language, (Form.SOUND,))


def _forms_of(letters: str) -> tuple[Form, ...]:
    """Tell which spellings of a name this may be."""
    if not letters.isascii():
        return (Form.NAME, Form.PART)
    compact = letters.replace(" ", "")
    if _NUMERONYM.fullmatch(compact):
        return (Form.NAME, Form.PART, Form.NUMERONYM)
    if len(compact) <= LONGEST_ACRONYM:
        return (Form.NAME, Form.PART, Form.ROMANIZED, Form.ACRONYM)
    return (Form.NAME, Form.PART, Form.ROMANIZED)


def _other_keyboard(content: str, means: frozenset[Means], cost: float, language: LanguageTag | None) -> Iterator[Reading]:
    for converted in other_keyboard(content) if _may_be_keystrokes(content) else ():
        # What was typed looking like words makes a slip of the keyboard less likely.
        doubt = well_formedness(content) if converted.isascii() else 1 - well_formedness(converted)
        cost_now = cost + _KEYBOARD + _DOUBT * doubt
        yield from _plain(converted, words(converted), means | {Means.KEYBOARD}, cost_now, language)


def _may_be_keystrokes(content: str) -> bool:
    """Tell cheaply whether a text can have been typed for Hangul, or is Hangul: most English does not alternate so."""
    letters = sum(map(str.isalpha, content))
    return not content.isascii() or _LEAST_ALTERNATING * letters <= 2 * len(_CONSONANT_AND_VOWEL_KEYS.findall(content))
