"""The bot's sentences in each language."""

from __future__ import annotations

from string import Formatter
from typing import TYPE_CHECKING

import pytest
from babel.messages.pofile import read_po

from bot.locales.__main__ import collected, merged, update
from bot.replies import Span, Style
from bot.wording import LOCALES, available, name_of_language, plain, quoted, wording_in
from glossary.concept import LanguageTag
from tests.terms import EN, KO

if TYPE_CHECKING:
    from pathlib import Path

TRANSLATIONS = sorted(LOCALES.glob("*/LC_MESSAGES/malmoi.po"))


def test_a_value_enters_untouched_and_keeps_its_style() -> None:
    """Braces, markup and percent signs in a value are text; a span stays the span that it was."""
    for hostile in ("{typed}", "<b>", "*args", "%s", "{0.__class__}"):
        spans = wording_in(EN).spans("{typed} is not in this glossary.", typed=Span(hostile, Style.CODE))
        assert spans == (Span(hostile, Style.CODE), Span(" is not in this glossary."))


def test_a_sentence_that_is_not_translated_comes_in_english() -> None:
    """A language that lacks a sentence falls back for this sentence only."""
    assert wording_in(KO).text("Nobody ever translated this.") == "Nobody ever translated this."


def test_korean_particles_follow_the_value() -> None:
    """The translation asks for a particle, and the value decides which form it takes."""
    korean = wording_in(KO)
    assert korean.text("{typed} is not in this glossary.", typed="레디스") == "레디스는 이 용어집에 없어요."
    assert korean.text("{typed} is not in this glossary.", typed=quoted("SQL")) == "“SQL”은 이 용어집에 없어요."


def test_a_number_takes_the_plural_of_its_language() -> None:
    """English has two forms and Korean one."""
    count = ("{number} entry", "{number} entries")
    assert [plain(wording_in(EN).count(*count, number)) for number in (1, 2)] == ["1 entry", "2 entries"]
    assert [plain(wording_in(KO).count(*count, number)) for number in (1, 2)] == ["용어 1개", "용어 2개"]


def test_a_long_quotation_is_cut_to_one_line() -> None:
    """What somebody typed is shown on one line, and never at any length."""
    assert plain(quoted("two\n lines")) == "“two lines”"
    assert plain(quoted("x" * 99, longest=5)) == "“xxxx…”"


@pytest.mark.parametrize(
    ("language", "in_language", "name"),
    [
        ("ko", "en", "Korean"),
        ("ko", "ko", "한국어"),
        ("pt-BR", "pt-BR", "português (Brasil)"),
        ("tlh", "en", "tlh"),
        ("not a tag", "en", "not a tag"),
        ("ko", "tlh", "Korean"),
    ],
)
def test_a_language_has_a_name_in_every_language(language: str, in_language: str, name: str) -> None:
    """CLDR's name, in English where the readers' language is not in CLDR, else the tag itself."""
    assert name_of_language(LanguageTag(language), LanguageTag(in_language)) == name


def test_every_language_has_every_sentence_of_the_code_and_no_other() -> None:
    """`make messages` has nothing to do, and nothing waits for a translation."""
    assert {path.parts[-3] for path in TRANSLATIONS} | {"en"} == set(available())
    for path in TRANSLATIONS:
        text = path.read_text(encoding="utf-8")
        assert merged(text) == text, f"run `make messages`: {path.name} of {path.parts[-3]} is not up to date"
        with path.open("rb") as file:
            missing = [message.id for message in read_po(file) if message.id and not all(_strings(message.string))]
        assert missing == []


def test_updating_drops_what_the_code_no_longer_says(tmp_path: Path) -> None:
    """And leaves what waits for a translation empty."""
    po = tmp_path / "de" / "LC_MESSAGES" / "malmoi.po"
    po.parent.mkdir(parents=True)
    po.write_text('msgid "Gone"\nmsgstr "Weg"\n\nmsgid "Automatic"\nmsgstr "Automatisch"\n', encoding="utf-8")
    update(tmp_path)
    text = po.read_text(encoding="utf-8")
    assert "Gone" not in text
    assert 'msgid "Automatic"\nmsgstr "Automatisch"\n' in text
    assert 'msgid "Next page"\nmsgstr ""\n' in text


def test_every_translation_has_the_placeholders_of_its_sentence() -> None:
    """A value that the sentence names is named in each plural form of the translation, and no other."""
    for path in TRANSLATIONS:
        with path.open("rb") as file:
            for message in read_po(file):
                wanted = _placeholders(_strings(message.id)[-1])
                for string in _strings(message.string):
                    if message.id:
                        assert _placeholders(string) == wanted, string


def test_the_sentences_are_found_in_the_code() -> None:
    """The extraction knows the methods by which a sentence is said; a context keeps command words apart."""
    ids = {(message.context, _strings(message.id)[0]) for message in collected() if message.id}
    assert (None, "Not what I meant") in ids
    assert (None, "{number} entry") in ids
    assert ("command", "browse") in ids


def _strings(found: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    return (found,) if isinstance(found, str) else tuple(found or ())


def _placeholders(sentence: str) -> set[str]:
    return {field for _, field, _, _ in Formatter().parse(sentence) if field is not None}
