"""What does the list under an entry's heading say? ``- **Names (ko)**: …``: its keys, in English and in Korean."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from glossary.formats.languages import tag_of
from glossary.formats.reading import Finding, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from glossary.concept import LanguageTag

_LONGEST_KEY = 60
"""Code points, with the marks around it; a colon further on belongs to a sentence."""


class Key(StrEnum):
    """What a line of the list is about; the value is the word that is written."""

    HEADWORD = "Headword"
    NAMES = "Names"
    ABBREVIATIONS = "Abbreviations"
    MISSPELLINGS = "Misspellings"
    AVOIDED = "Avoided"
    DOMAIN = "Domain"
    TAGS = "Tags"
    RELATED = "Related"
    REPLACED_BY = "Replaced by"
    LINKS = "Links"
    IMAGE = "Image"
    CONTACT = "Contact"
    ID = "Id"


_WORDS: Final = {
    Key.HEADWORD: ("headwords", "표제어", "대표어"),
    Key.NAMES: ("name", "synonym", "synonyms", "alias", "aliases", "also known as", "aka", "이름", "동의어", "별칭"),
    Key.ABBREVIATIONS: ("abbreviation", "acronym", "acronyms", "약어", "약자", "줄임말"),
    Key.MISSPELLINGS: ("misspelling", "typo", "typos", "오타", "틀린 표기"),
    Key.AVOIDED: ("avoid", "deprecated", "쓰지 않는 이름", "피할 이름"),
    Key.DOMAIN: ("분야",),
    Key.TAGS: ("tag", "태그"),
    Key.RELATED: ("see also", "관련", "관련어", "관련 용어"),
    Key.REPLACED_BY: ("대체어", "대신 쓸 말"),
    Key.LINKS: ("link", "링크"),
    Key.IMAGE: ("picture", "그림", "이미지"),
    Key.CONTACT: ("owner", "문의", "담당"),
    Key.ID: ("식별자",),
}
_KEYS: Final = {word.casefold(): key for key, words in _WORDS.items() for word in (key, *words)}


def key_of(word: str) -> Key | None:
    """Read a key, in any case, in English or Korean."""
    return _KEYS.get(" ".join(word.split()).casefold())


@dataclass(frozen=True, slots=True)
class KeyLine:
    """One line of the list: the value still escaped, and the number of the line."""

    key: Key
    language: LanguageTag | None
    value: str
    line: int


@dataclass(frozen=True, slots=True)
class EntryList:
    """The list of an entry, and how many lines of the entry it takes up: 0 where there is none."""

    lines: tuple[KeyLine, ...]
    findings: tuple[Finding, ...]
    length: int


@dataclass(frozen=True, slots=True)
class _Bullet:
    """A line of a list before its key is known. The length counts the lines from the beginning up to its end."""

    head: str
    value: str
    line: int
    length: int


def entry_list_of(lines: Sequence[str], first_line: int, name: str) -> EntryList:
    """Read the list at the beginning of an entry. A list without one known key belongs to the text."""
    bullets = tuple(_bullets(lines, first_line))
    if not any(_key_of(bullet.head)[0] for bullet in bullets):
        return EntryList((), (), 0)
    found: list[KeyLine] = []
    findings: list[Finding] = []
    for bullet in bullets:
        key, language = _key_of(bullet.head)
        if key is None:
            findings.append(Finding(Rule.UNKNOWN_KEY, name, bullet.line, bullet.head))
            continue
        tag = tag_of(language) if language else None
        if language and tag is None:
            findings.append(Finding(Rule.UNKNOWN_LANGUAGE, name, bullet.line, language))
        found.append(KeyLine(key, tag, bullet.value, bullet.line))
    return EntryList(tuple(found), tuple(findings), bullets[-1].length)


def _bullets(lines: Sequence[str], first_line: int) -> Iterator[_Bullet]:
    """Go through the bullets with a key; indented lines go on with the one before, indented bullets too."""
    current: _Bullet | None = None
    for index, line in enumerate(lines):
        text = line.strip()
        if not text:
            continue
        is_indented = line.startswith(("  ", "\t"))
        if current and is_indented and current.length == index:
            is_item = text[:2] in {"- ", "* ", "+ "}
            value = f"{current.value}, {text[2:]}" if is_item else f"{current.value} {text}"
            current = _Bullet(current.head, value.lstrip(", "), current.line, index + 1)
            continue
        if current:
            yield current
        current = _bullet(text, first_line + index, index + 1)
        if current is None:
            return
    if current:
        yield current


def _bullet(text: str, line: int, length: int) -> _Bullet | None:
    """Read ``- **Key**: value``, ``* **Key:** value`` or ``- Key: value``; without stars only a known key counts."""
    if text[:2] not in {"- ", "* ", "+ "}:
        return None
    head, colon, value = text[2 : _LONGEST_KEY + 2].replace("：", ":").partition(":")
    value = text[2 + len(head) + 1 :].strip()
    is_bold = head.strip().startswith("**")
    if is_bold and head.count("**") == 1:
        value = value.removeprefix("**").lstrip()
    head = head.strip(" *")
    return _Bullet(head, value, line, length) if colon and (is_bold or _key_of(head)[0]) else None


def _key_of(head: str) -> tuple[Key | None, str]:
    """Take ``Names (ko)`` apart into the key, None where it is unknown, and the language as it is written, or ""."""
    word, _, language = head.partition("(")
    return _KEYS.get(" ".join(word.casefold().split())), language.strip(" )")
