"""What may have been meant by what was typed? Query → readings, each with its cost: the only place that guesses.

As typed; without the words of a question around it; without Korean particles; as typed with the other keyboard; by its
initial consonants; by its sound. The other side of ``forms``.
"""

from __future__ import annotations

import re
from enum import StrEnum
from operator import attrgetter
from typing import TYPE_CHECKING, Final, NamedTuple

from glossary.forms import LONGEST_ACRONYM, Form, in_latin_letters, spaced
from glossary.glued_questions import KO
from glossary.hangul import are_initials, has_hangul, initials_of, other_keyboard, plain_initials, well_formedness
from glossary.letter_names import spelled_out
from glossary.particles import without_particles
from glossary.questions import asked_in
from glossary.sounds import skeleton_of, sound_of
from glossary.spelling import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from glossary.concept import LanguageTag

MOST_READINGS = 12
"""Readings of one query, at most."""
LONGEST_OTHER_KEYBOARD = 120
"""Code points; nobody types more without looking."""

PLAINLY_ASKED = 0.2
"""The cost up to which a question is taken for one, also where its word is not found."""

_INITIALS: Final = 0.1
_KEYBOARD: Final = 0.2
_LETTER_NAMES: Final = 0.2
_SOUND: Final = 0.4
_LATIN: Final = 0.5
_DOUBT: Final = 0.5
_CONSONANT_AND_VOWEL_KEYS: Final = re.compile(r"[a-gq-tv-xz][h-puy]", re.IGNORECASE)
_LEAST_ALTERNATING: Final = 0.35
_NUMERONYM: Final = re.compile(r"[a-z]\d{1,2}[a-z]")


class Means(StrEnum):
    """By which detour a reading came from what was typed."""

    ASKED = "asked"
    """Without the words of a question around it."""
    STEM = "stem"
    """Without Korean particles."""
    KEYBOARD = "keyboard"
    SPELLED_OUT = "spelled_out"
    """The Korean names of Latin letters were read as the letters."""
    INITIALS = "initials"
    SOUND = "by_sound"


_TYPED: Final = frozenset[Means]()
_ASKED: Final = frozenset({Means.ASKED})
_STEM: Final = frozenset({Means.STEM})
_cost: Final = attrgetter("cost")


class Reading(NamedTuple):
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
    def is_plainly_asked(self) -> bool:
        """Tell whether this is what a question asks about, as far as that can be told without finding it."""
        return self.means == _ASKED and self.cost <= PLAINLY_ASKED


def readings_of(text: str) -> tuple[Reading, ...]:
    """Guess what was asked in every way: the plainest guess first, no two the same, at most MOST_READINGS.

    None where the text has neither letter nor digit.
    """
    plain = plain_reading(text)
    spoken = spoken_readings(plain) if plain else ()
    return plainest((*spoken, *bolder_readings(spoken)))


def plain_reading(text: str) -> Reading | None:
    """Read a text as it stands; None where it has neither letter nor digit."""
    return next(_read(text.strip(), _TYPED, 0.0, None), None)


def spoken_readings(plain: Reading) -> tuple[Reading, ...]:
    """Guess what was asked by taking away what only asks; as typed comes first. At most MOST_READINGS."""
    return plainest((plain, *_spoken(plain)))


def bolder_readings(spoken: Sequence[Reading]) -> tuple[Reading, ...]:
    """Guess what was asked in all other ways; none is the same as one of ``spoken_readings``. At most MOST_READINGS."""
    known = {(reading.letters, reading.forms) for reading in spoken}
    return plainest(reading for reading in _bolder(spoken) if (reading.letters, reading.forms) not in known)


def plainest(guesses: Iterable[Reading]) -> tuple[Reading, ...]:
    """Keep one of those that say the same: the plainest guess first, at most MOST_READINGS."""
    found: dict[tuple[str, tuple[Form, ...]], Reading] = {}
    for guess in sorted(guesses, key=_cost):
        found.setdefault((guess.letters, guess.forms), guess)
    return tuple(found.values())[:MOST_READINGS]


def _spoken(plain: Reading) -> Iterator[Reading]:
    for asked in asked_in(plain.text):
        means = _ASKED if asked.cost else _TYPED
        if asked.cost:
            yield from _read(asked.text, means, asked.cost, asked.named_language)
        if asked.language != KO and has_hangul(asked.text):  # of a Korean question they have been taken off
            for stem in without_particles(asked.text):
                yield from _read(stem.text, means | _STEM, asked.cost + stem.cost, asked.named_language)


def _bolder(spoken: Sequence[Reading]) -> Iterator[Reading]:
    whole = [reading for reading in spoken if Means.STEM not in reading.means]
    asked = [reading for reading in whole if reading.means and reading.cost <= PLAINLY_ASKED] or whole
    for reading in asked:
        if not reading.text.isascii():
            yield from _in_another_script(reading)
    # The other keyboard writes no questions: either they were typed with the right one, or there is none.
    for reading in asked[:1]:
        yield from _on_the_other_keyboard(reading)


def _read(text: str, means: frozenset[Means], cost: float, language: LanguageTag | None) -> Iterator[Reading]:
    """Read a text as the name itself, if there is anything in it."""
    letters = spaced(words(text))
    if any(map(str.isalnum, letters)):
        yield Reading(text, letters, means, cost, language, _forms_of(letters))


def _in_another_script(reading: Reading) -> Iterator[Reading]:
    text = reading.text
    if are_initials(text):
        initials = plain_initials(initials_of("".join(words(text))))
        yield _derived(reading, initials, Means.INITIALS, _INITIALS, Form.INITIALS)
    if not has_hangul(text):
        if latin := in_latin_letters(words(text)):
            yield _derived(reading, latin, Means.SOUND, _LATIN, Form.ROMANIZED)
        return
    if letters := spelled_out(text):
        yield from _read(letters, reading.means | {Means.SPELLED_OUT}, reading.cost + _LETTER_NAMES, reading.language)
    if skeleton_of(sound := sound_of(words(text))):
        yield _derived(reading, sound, Means.SOUND, _SOUND, Form.SOUND)


def _derived(reading: Reading, letters: str, means: Means, cost: float, form: Form) -> Reading:
    return Reading(reading.text, letters, reading.means | {means}, reading.cost + cost, reading.language, (form,))


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


def _on_the_other_keyboard(reading: Reading) -> Iterator[Reading]:
    text = reading.text
    if len(text) > LONGEST_OTHER_KEYBOARD or not _may_be_keystrokes(text):
        return
    for converted in other_keyboard(text):
        # What was typed looking like words makes a slip of the keyboard less likely.
        doubt = well_formedness(text) if converted.isascii() else 1 - well_formedness(converted)
        cost = reading.cost + _KEYBOARD + _DOUBT * doubt
        yield from _read(converted, reading.means | {Means.KEYBOARD}, cost, reading.language)


def _may_be_keystrokes(content: str) -> bool:
    """Tell cheaply whether a text can have been typed for Hangul, or is Hangul: most English does not alternate so."""
    letters = sum(map(str.isalpha, content))
    return not content.isascii() or _LEAST_ALTERNATING * letters <= 2 * len(_CONSONANT_AND_VOWEL_KEYS.findall(content))
