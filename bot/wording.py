"""How does the bot say it? The only place where its own sentences become a language; gettext, one ``.po`` per language.

A sentence is written in English where it is used, and that is its key. Values enter untouched, as spans of their own:
a term called ``*args`` or ``<b>`` stays that. A translation may ask for the right Korean particle after a value by
writing both forms behind a colon: ``{term:은/는}``.
"""

from __future__ import annotations

import gettext
from functools import cache, lru_cache
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING, assert_never

from bot.languages import DEFAULT, nearest
from bot.particles import with_particle
from bot.replies import Span, Spans
from glossary.concept import LanguageTag

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

LOCALES = Path(__file__).parent / "locales"
SOURCE_LANGUAGE = "en"

Value = str | int | Span | Spans
_SMALLEST_GROUPED = 1000
"""Below it no language writes a number otherwise than with digits alone."""


class Wording:
    """The bot's sentences in one language; a sentence that it lacks comes in English."""

    def __init__(self, language: LanguageTag, translations: gettext.NullTranslations) -> None:
        self.language = language
        self._translations = translations

    def spans(self, sentence: str, **values: Value) -> Spans:
        """Say a sentence as spans."""
        return self._filled(self._translations.gettext(sentence), values)

    def text(self, sentence: str, **values: Value) -> str:
        """Say a sentence as plain text: for the labels of buttons, and where no style can be shown."""
        return plain(self.spans(sentence, **values))

    def count(self, one: str, many: str, number: int, **values: Value) -> Spans:
        """Say a sentence about a number in the plural form that the language has for it; it is also ``{number}``."""
        return self._filled(self._translations.ngettext(one, many, number), {"number": number, **values})

    def word(self, context: str, word: str) -> str:
        """Say a single word that means something only in its context, such as a command word."""
        return self._translations.pgettext(context, word)

    def number(self, number: int) -> str:
        """Write a number as readers of the language do."""
        if abs(number) < _SMALLEST_GROUPED:
            return str(number)
        from babel.numbers import format_decimal  # noqa: PLC0415 — as in `name_of_language`

        return format_decimal(number, locale=self.language.replace("-", "_"))

    def listed(self, items: Iterable[Span]) -> Spans:
        """Put items one behind the other, with what the language writes between them."""
        between = Span(self.word("list", ", "))
        spans: list[Span] = []
        for item in items:
            spans += [between] * bool(spans) + [item]
        return tuple(spans)

    def day(self, day: date) -> str:
        """Write a day as readers of the language do."""
        from babel.dates import format_date  # noqa: PLC0415 — as in `name_of_language`

        return format_date(day, "medium", locale=self.language.replace("-", "_"))

    def name_of(self, language: LanguageTag) -> str:
        """Name a language in this one: ``ko`` is "Korean", "한국어" or "Koreanisch".

        A region is named where it says something: ``en-US`` is English, and ``en-GB`` is that of the United Kingdom.
        """
        return name_of_language(_without_its_likely_region(language), self.language)

    def _filled(self, template: str, values: dict[str, Value]) -> Spans:
        spans: list[Span] = []
        for literal, name, particle, _ in Formatter().parse(template):
            if literal:
                spans.append(Span(literal))
            if name is not None:
                put = self._put(values[name])
                spans += put
                if particle:
                    spans.append(Span(with_particle(plain(put), particle)))
        return tuple(spans)

    def _put(self, value: Value) -> Spans:
        match value:
            case tuple():
                return value
            case Span():
                return (value,)
            case int():
                return (Span(self.number(value)),)
            case str():
                return (Span(value),)
            case _:
                assert_never(value)


def plain(spans: Spans) -> str:
    """Drop the styles."""
    return "".join(span.text for span in spans)


def quoted(text: str, longest: int = 60) -> Spans:
    """Show what somebody typed, on one line and no longer than this many code points."""
    line = " ".join(text.split())
    return (Span("“"), Span(line if len(line) <= longest else line[: longest - 1] + "…"), Span("”"))


@lru_cache(maxsize=4096)
def name_of_language(language: LanguageTag, in_language: LanguageTag) -> str:
    """Name one language in another, as CLDR has it; the tag itself where CLDR has no name."""
    # Here and not above: Babel takes longer to import than most answers take to give.
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415

    for readers in (in_language, SOURCE_LANGUAGE):
        try:
            return Locale.parse(language, sep="-").get_display_name(Locale.parse(readers, sep="-")) or language
        except (UnknownLocaleError, ValueError):
            continue
    return language


@lru_cache(maxsize=4096)
def _without_its_likely_region(language: LanguageTag) -> LanguageTag:
    """Take away the region in which most people speak a language, as CLDR has it: platforms always name one."""
    from babel.core import get_global  # noqa: PLC0415 — as in `name_of_language`

    spoken, _, region = language.partition("-")
    is_likely = get_global("likely_subtags").get(spoken, "").endswith(f"_{region}")
    return LanguageTag(spoken) if region and is_likely else language


@cache
def available() -> frozenset[str]:
    """Tell the languages in which the bot has sentences of its own."""
    return frozenset({SOURCE_LANGUAGE, *(path.parts[-3] for path in LOCALES.glob("*/LC_MESSAGES/malmoi.mo"))})


@cache
def wording_in(language: LanguageTag) -> Wording:
    """Give the sentences in exactly this language, one of `available`."""
    return Wording(language, gettext.translation("malmoi", LOCALES, [language], fallback=language == SOURCE_LANGUAGE))


@lru_cache(maxsize=4096)
def wording_for(*wanted: LanguageTag | None) -> Wording:
    """Give the bot's sentences in the language nearest to the first of these that is near to any; English otherwise."""
    spoken = tuple(LanguageTag(tag) for tag in sorted(available()))
    near = (nearest(language, spoken) for language in wanted if language)
    return wording_in(next(filter(None, near), DEFAULT))
