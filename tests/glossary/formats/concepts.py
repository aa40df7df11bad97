"""Concepts as hypothesis may think them up: every field filled with what a format could stumble over."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from glossary.concept import Concept, ConceptId, Definition, Image, Label, LabelKind, LanguageTag, Link
from glossary.formats.blocks import tidy
from glossary.formats.mentions import derived_id
from glossary.formats.reading import one_line
from glossary.rules import LONGEST_NAME, LONGEST_TAG

LANGUAGES = tuple(map(LanguageTag, ("en", "ko", "ja", "pt-BR", "zh-Hant", "gsw", "und", "sr-Latn", "de-CH-1996")))

HOSTILE_WORDS = (
    "C#",
    "C #",
    "#",
    "## x",
    "*args",
    "**b**",
    "<b>",
    "A or B",
    "A 또는 B",
    "a/b",
    "SAP (company)",
    "(x)",
    "x)",
    "a, b",
    ",",
    "id:x",
    "&amp;",
    "&#35;",
    "R&D",
    "\\",
    "\\#",
    "`code`",
    "[1]",
    "[a](b)",
    "!",
    "- **Tags**: x",
    "Names: y",
    "한국어",
    "ko",
    "레디스",
    "레디스(Redis)는 x의 약자",
    "~~x~~",
    "| a |",
    "---",
    "***",
    "_",
    "://",
    "Id",
    "x: y",
    "ＡＢ",
    "e\u0301",
    "\u0338",
    "\u2028",
    "\u00a0x",
    "A (b, c)",
    "***:",
    "ERP (Enterprise Resource Planning)",
    "<!-- x -->",
    "@here",
    "1. x",
)
HOSTILE_LINES = (
    "",
    "  ",
    "# x",
    "## Redis",
    "##",
    "### 한국어",
    "### ko",
    "### (gsw)",
    "#### English",
    "\\## x",
    "\\\\### ko",
    "```",
    "````",
    "~~~",
    "~~~~ py",
    "```python",
    "\\```",
    "    ```",
    "- **Names**: x",
    "---",
    "===",
    "a  ",
    "\tb",
    "레디스(Redis)는 x이다.",
    "Redis or Valkey is a store.",
    "> q",
    "1. x",
    "### Note",
    "### English ###",
    "    code",
    "[1] x[2]",
)

_UNWANTED = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_characters = st.characters(exclude_categories=("Cs", "Cc"), exclude_characters=_UNWANTED)
one_liners = (
    st.lists(st.one_of(st.sampled_from(HOSTILE_WORDS), st.text(_characters, max_size=8)), min_size=1, max_size=3)
    .map(lambda words: one_line(" ".join(words)))
    .filter(lambda text: 0 < len(text) <= LONGEST_NAME)
)
short_ones = one_liners.filter(lambda text: len(text) <= LONGEST_TAG)
languages = st.sampled_from(LANGUAGES)
texts = (
    st.lists(st.one_of(st.sampled_from(HOSTILE_LINES), one_liners), min_size=1, max_size=8)
    .map(lambda lines: "\n".join(tidy(lines)))
    .filter(bool)
)
addresses = st.text(st.characters(categories=("L", "N", "P", "S")), min_size=1, max_size=12).map(
    lambda path: "https://x/" + path
)


@st.composite
def labels(draw: st.DrawFn) -> tuple[Label, ...]:
    """Draw labels of one concept, in any order, that hold its invariants."""
    drawn = draw(st.lists(st.builds(Label, one_liners, languages, st.sampled_from(LabelKind)), min_size=1, max_size=6))
    kept: dict[tuple[str, LanguageTag], Label] = {}
    headed = set[LanguageTag]()
    for label in drawn:
        is_second = label.kind is LabelKind.HEADWORD and label.language in headed
        if (label.text, label.language) in kept or is_second:
            continue
        headed.update([label.language] if label.kind is LabelKind.HEADWORD else [])
        kept[label.text, label.language] = label
    if not headed:
        first = drawn[0]
        kept[first.text, first.language] = replace(first, kind=LabelKind.HEADWORD)
    return tuple(kept.values())


@st.composite
def concepts(draw: st.DrawFn) -> Concept:
    """Draw a concept that refers to no other. Its id is given, or the one that a file without ids gives it."""
    names = draw(labels())
    domain = draw(st.one_of(st.just(""), short_ones))
    headword = next(label.text for label in names if label.kind is LabelKind.HEADWORD)
    given = draw(st.one_of(st.none(), one_liners.map(lambda text: text.replace(" ", "")[:12])))
    defined = draw(st.lists(st.builds(Definition, texts, languages), max_size=3, unique_by=lambda one: one.language))
    return Concept(
        ConceptId(one_line(given)) if given and one_line(given) else derived_id(headword, domain),
        names,
        tuple(defined),
        domain=domain,
        tags=tuple(draw(st.lists(short_ones, max_size=2))),
        links=tuple(draw(st.lists(st.builds(Link, one_liners, addresses), max_size=2))),
        image=draw(st.one_of(st.none(), st.builds(Image, addresses, one_liners))),
        contact=draw(st.one_of(st.just(""), one_liners)),
    )


@st.composite
def glossaries(draw: st.DrawFn) -> tuple[Concept, ...]:
    """Draw concepts with different ids that refer to each other."""
    drawn = draw(st.lists(concepts(), max_size=4, unique_by=lambda concept: concept.id))
    ids = [concept.id for concept in drawn]
    related = st.lists(st.sampled_from(ids), max_size=3).map(tuple) if ids else st.just(())
    replaced = st.one_of(st.none(), st.sampled_from(ids)) if ids else st.none()
    return tuple(replace(concept, related=draw(related), replaced_by=draw(replaced)) for concept in drawn)
