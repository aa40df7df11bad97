"""Is a language named in what was typed? ``mlops in korean``, ``mlops --ko``, ``mlops 한국어로``: decided here only."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from glossary.concept import LanguageTag
from glossary.question_forms import AFTER_A_LANGUAGE, BEFORE_A_LANGUAGE, LANGUAGE_ADVERBS, LANGUAGE_NAMES
from glossary.spelling import loose_key

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAMED: Final = 0.05
_ONLY_NAMED: Final = 0.25
"""The name of a language alone may be a part of the term."""
_FLAG: Final = re.compile(
    r"\s+(?:--?(?:lang(?:uage)?[ =])?|lang(?:uage)?[:=]\s?|[(\[/])([a-z]{2}(?:-[a-z]{2,4})?)[)\]]?$", re.IGNORECASE
)
_OTHER_TAGS: Final = {
    "jp": "ja",
    "kr": "ko",
    "cn": "zh",
    "en-us": "en",
    "en-gb": "en",
    "zh-cn": "zh-Hans",
    "zh-tw": "zh-Hant",
}
_MOST_WORDS: Final = 3


@cache
def _names() -> dict[str, LanguageTag]:
    return {loose_key(name): LanguageTag(tag) for tag, names in LANGUAGE_NAMES.items() for name in names.split()}


@cache
def _adverbs() -> dict[str, LanguageTag]:
    """Words that say "in that language": adverbs, and names joined to a particle."""
    adverbs = {loose_key(adverb): LanguageTag(tag) for tag, adverb in LANGUAGE_ADVERBS.items()}
    joined = {
        name + loose_key(end): tag
        for name, tag in _names().items()
        if not name.isascii()
        for end in AFTER_A_LANGUAGE.split()
    }
    return adverbs | joined


@cache
def _leading() -> frozenset[str]:
    return frozenset(map(loose_key, BEFORE_A_LANGUAGE.split()))


def named_language(text: str) -> Iterator[tuple[str, LanguageTag, float]]:
    """Give the text without the language that it names at an end, the language, and what the guess costs."""
    flag = _FLAG.search(text)
    tag = _tag(flag.group(1).casefold()) if flag else None
    if flag and tag:
        yield text[: flag.start()], tag, _NAMED
    words = text.split()
    if len(words) > 1:
        yield from _at_the_end(text, words)
        yield from _at_the_beginning(text, words)


def _tag(typed: str) -> LanguageTag | None:
    tag = _OTHER_TAGS.get(typed, typed)
    return LanguageTag(tag) if tag in LANGUAGE_NAMES or typed in _OTHER_TAGS else None


def _at_the_end(text: str, words: list[str]) -> Iterator[tuple[str, LanguageTag, float]]:
    last = loose_key(words[-1])
    if adverb := _adverbs().get(last):
        yield text[: text.rindex(words[-1])], adverb, _NAMED
    elif name := _names().get(last):
        leading = 0
        while leading + 2 < len(words) and leading < _MOST_WORDS and loose_key(words[-2 - leading]) in _leading():
            leading += 1
        rest = text.rsplit(maxsplit=leading + 1)[0]
        yield rest, name, _NAMED if leading else _ONLY_NAMED


def _at_the_beginning(text: str, words: list[str]) -> Iterator[tuple[str, LanguageTag, float]]:
    first = loose_key(words[0])
    if adverb := _adverbs().get(first):
        yield text.split(maxsplit=1)[1], adverb, _NAMED
    elif first in _leading() and len(words) > 2 and (name := _names().get(loose_key(words[1]))):  # noqa: PLR2004
        yield text.split(maxsplit=2)[2], name, _NAMED
