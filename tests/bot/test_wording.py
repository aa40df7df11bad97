"""The bot's sentences in each language."""

from __future__ import annotations

import gettext
import io
from typing import TYPE_CHECKING

import pytest
from babel import Locale
from babel.messages.pofile import read_po

from bot.locales.__main__ import collected, merged, update
from bot.locales.checking import faults, missing
from bot.replies import Span, Style
from bot.wording import LOCALES, available, name_of_language, plain, quoted, wording_in
from glossary.concept import LanguageTag
from tests.terms import EN, KO

if TYPE_CHECKING:
    from pathlib import Path

    from babel.messages.catalog import Catalog


def catalog_of(text: str) -> Catalog:
    """Read a translation."""
    return read_po(io.BytesIO(text.encode()))


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


COMPLETE = ("de", "es", "fr", "ja", "ko")
"""The languages that have every sentence; others may be on their way."""


@pytest.mark.parametrize("path", TRANSLATIONS, ids=lambda path: path.parts[-3])
def test_every_translation_has_the_sentences_of_the_code_and_no_other(path: Path) -> None:
    """`make messages` has nothing to do, no value is forgotten, and each plural form is there."""
    text = path.read_text(encoding="utf-8")
    assert merged(text, collected()) == text, "run `make messages`"
    catalog = catalog_of(text)
    assert faults(catalog) == []
    assert catalog.locale_identifier == path.parts[-3]
    if path.parts[-3] in COMPLETE:
        assert missing(catalog) == []


def test_every_translation_is_compiled_and_six_languages_are_complete() -> None:
    """English is in the code itself; adding a language touches none."""
    assert {path.parts[-3] for path in TRANSLATIONS} | {"en"} == set(available())
    assert {*COMPLETE, "en"} <= set(available())


@pytest.mark.parametrize("path", TRANSLATIONS, ids=lambda path: path.parts[-3])
def test_the_plural_rules_are_those_of_cldr(path: Path) -> None:
    """For every number up to a thousand: the same numbers share a form, and "one" has the first."""
    catalog = catalog_of(path.read_text(encoding="utf-8"))
    form_of = gettext.c2py(catalog.plural_expr)
    name_of = Locale.parse(path.parts[-3]).plural_form
    forms = {(name_of(number), form_of(number)) for number in range(1001)}
    assert forms <= {("one", 0), ("other", catalog.num_plurals - 1)}
    assert len(forms) == catalog.num_plurals


@pytest.mark.parametrize(
    ("po", "what"),
    [
        ('msgid "Hi {name}"\nmsgstr "Hallo"', "says [], and not ['name']"),
        ('msgid "Hi {name}"\nmsgstr "Hallo {nane}"', "says ['nane'], and not ['name']"),
        ('msgid "Hi {name}"\nmsgstr "Hallo {name"', "expected '}'"),
        ('msgid "Hi {name}"\nmsgstr "{name:은}"', "no pair of particles"),
        ('msgid "{n} a"\nmsgid_plural "{n} b"\nmsgstr[0] "{n}"\nmsgstr[1] "no"', "says [], and not ['n']"),
        ('msgid "{n} a"\nmsgid_plural "{n} b"\nmsgstr[0] "{n}"', "1 plural forms, and not 2"),
    ],
)
def test_a_translation_that_would_break_a_sentence_is_found(po: str, what: str) -> None:
    """Values that are missing, misspelt or badly written, particles without a pair, too few plural forms."""
    head = 'msgid ""\nmsgstr ""\n"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
    catalog = catalog_of(head + po + "\n")
    if "msgstr[0]" in po and "msgstr[1]" not in po:  # Babel adds an empty one when it reads
        catalog[("{n} a", "{n} b")].string = ("{n}",)
    assert [what in fault.what for fault in faults(catalog)] == [True]


def test_updating_drops_what_the_code_no_longer_says(tmp_path: Path) -> None:
    """And leaves what waits for a translation empty, and says so."""
    po = tmp_path / "de" / "LC_MESSAGES" / "malmoi.po"
    po.parent.mkdir(parents=True)
    po.write_text('msgid "Gone"\nmsgstr "Weg"\n\nmsgid "Automatic"\nmsgstr "Automatisch"\n', encoding="utf-8")
    told = list(update(tmp_path))
    text = po.read_text(encoding="utf-8")
    assert "Gone" not in text
    assert 'msgid "Automatic"\nmsgstr "Automatisch"\n' in text
    assert 'msgid "Next page"\nmsgstr ""\n' in text
    assert told[0].startswith("de: ")
    assert "  - Next page" in told
    assert "  - Automatic" not in told


def test_the_sentences_are_found_in_the_code() -> None:
    """The extraction knows the methods by which a sentence is said; a context keeps command words apart."""
    ids = {(message.context, _strings(message.id)[0]) for message in collected() if message.id}
    assert (None, "Not what I meant") in ids
    assert (None, "{number} entry") in ids
    assert ("command", "browse") in ids


def _strings(found: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    return (found,) if isinstance(found, str) else tuple(found or ())
