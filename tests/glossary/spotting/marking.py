"""The marked-up sentences, the glossary that they speak of, and how well something finds what is marked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from glossary.concept import Concept, ConceptId, Definition, Label, LabelKind, LanguageTag
from glossary.hangul import has_hangul

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

HERE = Path(__file__).parent
MARKED, HELD_OUT = HERE / "marked.txt", HERE / "held_out.txt"
_MARK = re.compile("⟦(.*?)⟧")

Places = frozenset[tuple[int, int]]
"""From where to where something stands in a sentence, in code points."""


@dataclass(frozen=True)
class Sentence:
    """A sentence as people write it, and where its names stand."""

    text: str
    places: Places


@dataclass(frozen=True)
class Score:
    """How much of what was found is right, and how much of what is right was found: 0 … 1."""

    precision: float
    recall: float


def glossary() -> list[Concept]:
    """Read the glossary of the invented team."""
    return [_concept(number, line) for number, line in enumerate(_lines(HERE / "names.txt"))]


def sentences(path: Path) -> list[Sentence]:
    """Read marked-up sentences."""
    return [_sentence(line.replace("\\n", "\n")) for line in _lines(path)]


def score_of(find: Callable[[str], Iterable[tuple[int, int]]], marked: Iterable[Sentence]) -> Score:
    """Compare what is found with what is marked: each place counts once."""
    pairs = [(sentence.places, frozenset(find(sentence.text))) for sentence in marked]
    right = sum(len(places & found) for places, found in pairs)
    return Score(right / sum(len(found) for _, found in pairs), right / sum(len(places) for places, _ in pairs))


def _lines(path: Path) -> Iterator[str]:
    return (line for line in path.read_text("utf-8").splitlines() if line and not line.startswith("#"))


def _concept(number: int, line: str) -> Concept:
    names, _, meaning = line.partition(" :: ")
    labels: dict[LanguageTag, list[Label]] = {}
    for name in names.split(" | "):
        language = LanguageTag("ko" if has_hangul(name) else "en" if name.isascii() else "ja")
        kind = LabelKind.SYNONYM if language in labels else LabelKind.HEADWORD
        labels.setdefault(language, []).append(Label(name.strip(), language, kind))
    definitions = (Definition(meaning, LanguageTag("en")),) if meaning else ()
    return Concept(ConceptId(f"c{number}"), tuple(label for some in labels.values() for label in some), definitions)


def _sentence(line: str) -> Sentence:
    parts = _MARK.split(line)
    places, text = [], ""
    for number, part in enumerate(parts):
        if number % 2:
            places.append((len(text), len(text) + len(part)))
        text += part
    return Sentence(text, frozenset(places))
