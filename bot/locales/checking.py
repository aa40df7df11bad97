"""What is wrong with a translation? Sentences that wait, and those that could not be said, as ``msgfmt -c`` has it.

Babel checks neither the names in braces nor the number of plural forms.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from string import Formatter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from babel.messages.catalog import Catalog, Message

_PARTICLES = re.compile(r"[가-힣]+/[가-힣]+")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one sentence."""

    sentence: str
    what: str


def sentences_of(catalog: Catalog) -> Iterator[Message]:
    """Go through the sentences, without the header."""
    return (message for message in catalog if message.id)


def missing(catalog: Catalog) -> list[str]:
    """List the sentences that nobody has translated, or of which nobody is sure."""
    return [_english(one) for one in sentences_of(catalog) if not all(_forms(one.string)) or one.fuzzy]


def faults(catalog: Catalog) -> list[Fault]:
    """List what would break a sentence when it is said: other values than it has, or the wrong number of plurals."""
    return [Fault(_english(one), what) for one in sentences_of(catalog) for what in _faults_of(one, catalog)]


def _faults_of(message: Message, catalog: Catalog) -> Iterator[str]:
    translated = [form for form in _forms(message.string) if form]
    if not translated:
        return
    if message.pluralizable and len(_forms(message.string)) != catalog.num_plurals:
        yield f"{len(_forms(message.string))} plural forms, and not {catalog.num_plurals}"
    wanted = set().union(*(_values(form) for form in _forms(message.id)))
    for form in translated:
        try:
            found = _values(form)
        except ValueError as error:
            yield f"{error}: {form}"
            continue
        if found != wanted:
            yield f"says {sorted(found)}, and not {sorted(wanted)}: {form}"
        if any(particle and not _PARTICLES.fullmatch(particle) for particle in _particles(form)):
            yield f"no pair of particles: {form}"


def _values(sentence: str) -> set[str]:
    """Name the values that a sentence says."""
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


def _particles(sentence: str) -> list[str]:
    return [particle for _, name, particle, _ in Formatter().parse(sentence) if name is not None and particle]


def _forms(text: str | list[str] | tuple[str, ...] | None) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text or ("",))


def _english(message: Message) -> str:
    return _forms(message.id)[0]
