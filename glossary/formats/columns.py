"""What does a column of a table hold, going by its head? The words that teams write there, in English and Korean."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from glossary.concept import LabelKind
from glossary.formats.entry_list import Key, key_of
from glossary.formats.languages import tag_of


class Column(StrEnum):
    """What only tables have; everything else is a ``Key``. The value is the word that is written."""

    TERM = "Term"
    """The name by which the row is known: a headword."""
    CONCEPT_ID = "Concept id"
    """An id, whatever it looks like; a column called ``id`` may as well number the rows."""
    DEFINITION = "Definition"
    ANY_NAMES = "Other names"
    """Names of kinds that the file does not tell."""
    WORDS = "Subsystem tags"
    """Tags separated by spaces."""
    NOTHING = "Type"
    """What is known and not kept."""


_WORDS: Final = {
    Column.TERM: ("word", "terms", "title", "entry", "용어", "단어", "낱말", "용어명", "한글명", "국문명", "영문명"),
    Column.CONCEPT_ID: ("concept-id", "concept_id"),
    Column.DEFINITION: (
        "definitions",
        "description",
        "meaning",
        "explanation",
        "short description",
        "정의",
        "설명",
        "뜻",
        "의미",
        "풀이",
        "뜻풀이",
    ),
    Column.ANY_NAMES: (
        "associated acronyms and alternative terms",
        "alternative terms",
        "aka",
        "a.k.a.",
        "also known as",
        "alias",
        "aliases",
        "다른 이름",
        "다른이름",
    ),
    Column.WORDS: ("documentation tags",),
    Column.NOTHING: (
        "no",
        "no.",
        "#",
        "번호",
        "순번",
        "creation_date",
        "user_name",
        "defined_date",
        "defined_user",
        "date",
        "tsv_search",
        "status",
    ),
}
_MORE_KEYS: Final = {
    "영문약어": Key.ABBREVIATIONS,
    "영문약어명": Key.ABBREVIATIONS,
    "category": Key.TAGS,
    "categories": Key.TAGS,
    "카테고리": Key.TAGS,
    "분류": Key.TAGS,
    "유의어": Key.NAMES,
    "url": Key.LINKS,
    "reference": Key.LINKS,
    "출처": Key.LINKS,
}
_COLUMNS: Final = {word.casefold(): column for column, words in _WORDS.items() for word in (column, *words)}
_LANGUAGE_IN_WORD: Final = {"한글명": "ko", "국문명": "ko", "영문명": "en", "영문약어": "en", "영문약어명": "en"}
_LANGUAGE_WORDS: Final = {"국문": "ko", "영문": "en", "한국말": "ko"}
_WITH_LANGUAGE = re.compile(r"(.+?)\s*[(\[（]\s*([^()\[\]（）]+?)\s*[)\]）]|(.+?)_([A-Za-z]{2})")
KINDS: Final = {
    Key.HEADWORD: LabelKind.HEADWORD,
    Key.NAMES: LabelKind.SYNONYM,
    Key.ABBREVIATIONS: LabelKind.ABBREVIATION,
    Key.MISSPELLINGS: LabelKind.MISSPELLING,
    Key.AVOIDED: LabelKind.AVOIDED,
}
_STAND_INS: Final = (Key.HEADWORD, Key.NAMES, Key.ABBREVIATIONS)
"""What is the term where no column is called so, the first of these that there is: ``Name,Description``."""


@dataclass(frozen=True, slots=True)
class Head:
    """What a column holds, and in which language ("" where the script tells)."""

    column: Column | Key
    language: str = ""


def heads_of(row: list[str]) -> list[Head | None]:
    """Read the first row of a table; None for each word that means nothing here."""
    heads = [_head(cell) for cell in row]
    if not any(head and head.column is Column.TERM for head in heads):
        for stand_in in _STAND_INS:
            at = next((index for index, head in enumerate(heads) if head and head.column is stand_in), None)
            if at is not None:
                heads[at] = Head(Column.TERM, head.language if (head := heads[at]) else "")
                break
    return heads


def is_table(heads: list[Head | None]) -> bool:
    """Tell whether a first row names a column for the terms."""
    return any(head and head.column is Column.TERM for head in heads)


def _head(cell: str) -> Head | None:
    word = " ".join(cell.split()).casefold()
    if column := column_of(word):
        return Head(column, _LANGUAGE_IN_WORD.get(word, ""))
    match = _WITH_LANGUAGE.fullmatch(word)
    column = column_of((match[1] or match[3]).strip()) if match else None
    said = (match[2] or match[4]) if match else ""
    language = _LANGUAGE_WORDS.get(said) or tag_of(said) or ""
    return Head(column, language) if column and language else None


def column_of(word: str) -> Column | Key | None:
    """Tell what a word stands for, written small and with single spaces; fields of YAML have the same names."""
    return _COLUMNS.get(word) or _MORE_KEYS.get(word) or key_of(word)
