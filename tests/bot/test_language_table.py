"""Which language answers, and what is said when it is not the one wanted: every ground against every other, in a table.

A row reads: what is typed | chosen, locale, channel, workspace | who reads | languages of the definitions | answer.
A fifth language is the one that the platform says is spoken in the place. A dash stands for nothing. The answer is the
language of the definition that is shown; where that is not what was wanted, the note follows: ``en: ko`` is English,
after a sentence that says there is no Korean, and ``/ja`` names the language of that sentence. Unless it says so, the
bot speaks the language that was wanted.
"""

from __future__ import annotations

import pytest

from adapters.memory import MemoryStore
from bot.commands import Typed
from bot.policy import LANGUAGE
from bot.requests import ChannelId, Place, WorkspaceId
from bot.wording import wording_in
from glossary.concept import Concept, ConceptId, Definition, LabelKind, LanguageTag
from tests.fakes import Person, words_of
from tests.terms import name

TABLE = """
# ── nothing is known: English, and what there is ──────────────────────────────────────────────────────────────────────
redis                       | -     -     -     -     | asker | en ko       | en
redis                       | -     -     -     -     | asker | ko en       | en
redis                       | -     -     -     -     | asker | ko          | ko: en
redis                       | -     -     -     -     | asker | ja ko       | ja: en
redis                       | -     -     -     -     | asker | -           | none
redis                       | -     -     -     -     | all   | en ko       | en
redis                       | -     -     -     -     | all   | de          | de: en
# ── one ground alone, for the asker ───────────────────────────────────────────────────────────────────────────────────
redis                       | ko    -     -     -     | asker | en ko       | ko
redis                       | -     ko    -     -     | asker | en ko       | ko
redis                       | -     -     ko    -     | asker | en ko       | ko
redis                       | -     -     -     ko    | asker | en ko       | ko
레디스                      | -     -     -     -     | asker | en ko       | ko
레디스가 뭐야               | -     -     -     -     | asker | en ko       | ko
redis가 뭐야                | -     -     -     -     | asker | en ko       | ko
qu'est-ce que redis         | -     -     -     -     | asker | en fr       | fr
was ist redis?              | -     -     -     -     | asker | en de       | de
¿qué es redis?              | -     -     -     -     | asker | en es       | es
redisとは                   | -     -     -     -     | asker | en ja       | ja
redis in korean             | -     -     -     -     | asker | en ko       | ko
redis --ko                  | -     -     -     -     | asker | en ko       | ko
redis 한국어로              | -     en    -     -     | asker | en ko       | ko
redis auf deutsch           | -     -     -     -     | asker | en de       | de
redis en español            | -     -     -     -     | asker | en es       | es
redis (ja)                  | -     -     -     -     | asker | en ja       | ja
# ── one ground alone, for everybody ───────────────────────────────────────────────────────────────────────────────────
redis                       | ko    -     -     -     | all   | en ko       | ko
redis                       | -     ko    -     -     | all   | en ko       | ko
redis                       | -     -     ko    -     | all   | en ko       | ko
redis                       | -     -     -     ko    | all   | en ko       | ko
레디스                      | -     -     -     -     | all   | en ko       | ko
레디스가 뭐야               | -     -     -     -     | all   | en ko       | ko
redis in korean             | -     -     -     -     | all   | en ko       | ko
# ── one against another, for the asker: named, chosen, question, locale, channel, workspace ───────────────────────────
redis in korean             | ja    -     -     -     | asker | en ko ja    | ko
redis in korean             | -     ja    -     -     | asker | en ko ja    | ko
redis in korean             | -     -     ja    -     | asker | en ko ja    | ko
redis in korean             | -     -     -     ja    | asker | en ko ja    | ko
레디스 in english           | -     -     -     -     | asker | en ko       | en
레디스 영어로               | ko    ko    ko    ko    | asker | en ko       | en
레디스가 뭐야               | ja    -     -     -     | asker | en ko ja    | ja
레디스                      | en    -     -     -     | asker | en ko       | en
redis                       | ko    en    -     -     | asker | en ko       | ko
redis                       | ko    -     en    -     | asker | en ko       | ko
redis                       | ko    -     -     en    | asker | en ko       | ko
레디스가 뭐야               | -     en    -     -     | asker | en ko       | ko
레디스                      | -     en    -     -     | asker | en ko       | ko
레디스가 뭐야               | -     -     en    -     | asker | en ko       | ko
레디스가 뭐야               | -     -     -     en    | asker | en ko       | ko
what is redis               | -     ko    -     -     | asker | en ko       | en
what is 레디스?             | -     ko    -     -     | asker | en ko       | en
redis                       | -     ko    en    -     | asker | en ko       | ko
redis                       | -     ko    -     en    | asker | en ko       | ko
redis                       | -     -     ko    en    | asker | en ko       | ko
redis                       | -     -     en    ko    | asker | en ko       | en
redis                       | ko    ja    de    fr    | asker | en ko ja de fr | ko
redis                       | -     ja    de    fr    | asker | en ko ja de fr | ja
redis                       | -     -     de    fr    | asker | en ko ja de fr | de
redis                       | -     -     -     fr    | asker | en ko ja de fr | fr
레디스                      | -     ja    de    fr    | asker | en ko ja de fr | ko
레디스                      | ja    de    de    fr    | asker | en ko ja de fr | ja
redis in german             | ko    ja    fr    es    | asker | en ko ja de fr | de
# ── one against another, for everybody: named, channel, workspace, question, asker ────────────────────────────────────
redis in korean             | -     -     ja    de    | all   | en ko ja de | ko
레디스                      | -     -     en    -     | all   | en ko       | en
레디스가 뭐야               | -     -     en    -     | all   | en ko       | en
레디스가 뭐야               | -     -     -     en    | all   | en ko       | en
redis                       | ko    -     en    -     | all   | en ko       | en
redis                       | ko    -     -     en    | all   | en ko       | en
redis                       | -     ko    en    -     | all   | en ko       | en
redis                       | -     ko    -     en    | all   | en ko       | en
redis                       | -     -     ko    en    | all   | en ko       | ko
redis                       | -     -     en    ko    | all   | en ko       | en
레디스가 뭐야               | en    -     -     -     | all   | en ko       | ko
레디스                      | -     en    -     -     | all   | en ko       | ko
what is redis               | ko    -     -     -     | all   | en ko       | en
redis                       | ko    en    -     -     | all   | en ko       | ko
redis                       | ko    ja    de    fr    | all   | en ko ja de fr | de
redis                       | ko    ja    -     fr    | all   | en ko ja de fr | fr
레디스                      | en    ja    -     -     | all   | en ko ja    | ko
# ── what the platform says is spoken in the place, which nobody chose for this bot ────────────────────────────────────
redis                       | -     -     -     -  ko | asker | en ko       | ko
redis                       | -     -     -     -  ko | all   | en ko       | ko
redis                       | -     en    -     -  ko | asker | en ko       | en
redis                       | en    -     -     -  ko | asker | en ko       | en
redis                       | -     -     en    -  ko | asker | en ko       | en
redis                       | -     -     -     en ko | asker | en ko       | en
레디스                      | -     -     -     -  en | asker | en ko       | ko
redis                       | -     en    -     -  ko | all   | en ko       | ko
redis                       | en    -     -     -  ko | all   | en ko       | ko
redis                       | -     -     en    -  ko | all   | en ko       | en
redis                       | -     -     -     en ko | all   | en ko       | en
what is redis               | -     -     -     -  ko | all   | en ko       | en
redis in english            | -     -     -     -  ko | all   | en ko       | en
redis                       | ja    -     -     -  ko | all   | en ja       | ja: ko
# ── what a question says, and what it does not ────────────────────────────────────────────────────────────────────────
redis                       | -     ko    -     -     | asker | en ko       | ko
redis?                      | -     ko    -     -     | asker | en ko       | ko
Redis cache                 | -     ko    -     -     | asker | en ko       | ko
definition of done          | -     ko    -     -     | asker | en ko       | ko
what is definition of done  | -     ko    -     -     | asker | en ko       | en
레디스 meaning              | -     ko    -     -     | asker | en ko       | en
редис                       | -     en    -     -     | asker | en ru       | en
что такое редис             | -     en    -     -     | asker | en ru       | ru
ρεντις                      | -     en    -     -     | asker | en el       | el
レディス                    | -     ko    -     -     | asker | en ko ja    | ja
redis = 저장소              | -     en    -     -     | asker | en ko       | form
define redis                | -     ko    -     -     | asker | en ko       | ko
define what is redis        | -     ko    -     -     | asker | en ko       | en
정의 redis                  | -     en    -     -     | asker | en ko       | ko
定義 redis                  | -     ja    -     -     | asker | en ja       | ja
# ── what is near enough, and what is not ──────────────────────────────────────────────────────────────────────────────
redis                       | -     ko-KR -     -     | asker | en ko       | ko
redis                       | -     en-AU -     -     | asker | ko en       | en
redis                       | pt    -     -     -     | asker | en pt-BR    | pt-BR
redis                       | pt-AO -     -     -     | asker | pt-BR pt-PT | pt-PT
redis                       | zh-TW -     -     -     | asker | en zh-Hant zh-Hans | zh-Hant
redis                       | zh    -     -     -     | asker | en zh-Hant zh-Hans | zh-Hans
redis                       | zh-TW -     -     -     | asker | en zh-Hans  | en: zh-TW/en
redis                       | es-MX -     -     -     | asker | en es-419 es | es-419
redis                       | no    -     -     -     | asker | en nb       | nb
redis                       | nn    -     -     -     | asker | en nb       | nb
redis                       | de-AT -     -     -     | asker | en de       | de
redis                       | ca    -     -     -     | asker | en es       | en: ca/en
redis                       | ca    es    -     -     | asker | ko es       | es: ca/es
redis                       | -     rubbish! -  -     | asker | en ko       | en: rubbish!/en
# ── what stands in where the wanted one is missing, and in which language that is said ────────────────────────────────
redis                       | ko    -     -     -     | asker | en          | en: ko
redis                       | ja    -     -     -     | asker | en ko       | en: ja
redis                       | ja    ko    -     -     | asker | en ko       | ko: ja
redis                       | ja    ko    -     -     | asker | en          | en: ja
redis                       | ja    -     ko    -     | asker | en ko       | ko: ja
redis                       | ja    -     -     ko    | asker | en ko       | ko: ja
redis                       | ja    -     de    ko    | asker | en ko       | ko: ja
redis                       | de    -     -     -     | asker | ko ja       | ko: de
redis                       | fr    -     -     -     | asker | ja ko       | ja: fr
redis                       | -     es    -     -     | asker | en          | en: es
redis                       | -     -     ko    -     | asker | en          | en: ko
redis                       | -     -     -     ja    | asker | en          | en: ja
레디스가 뭐야               | -     en    -     -     | asker | en          | en: ko
레디스가 뭐야               | -     ja    -     -     | asker | en ja       | ja: ko
레디스                      | ja    -     -     -     | asker | en ko       | ko: ja
qu'est-ce que redis         | -     ko    -     -     | asker | en ko       | ko: fr
redis                       | th    -     -     -     | asker | en          | en: th/en
redis                       | th    ko    -     -     | asker | en          | en: th/ko
redis                       | th    ja    -     -     | asker | ja          | ja: th/ja
redis in german             | -     -     -     -     | asker | en ko       | en: de/en
redis in german             | ko    -     -     -     | asker | en ko       | ko: de/ko
redis in german             | -     ja    -     -     | asker | en ko       | en: de/ja
redis in german             | ko    -     -     -     | asker | en          | en: de/ko
redis 독일어로              | -     en    -     -     | asker | en ko       | ko: de/ko
redis --pt-BR               | -     fr    -     -     | asker | en fr       | fr: pt-BR/fr
redis                       | ko    -     en    -     | all   | ko          | ko: en
redis                       | -     -     ko    -     | all   | en          | en: ko
redis                       | -     -     ja    ko    | all   | en ko       | ko: ja
redis                       | ko    -     ja    -     | all   | en ko       | ko: ja
레디스                      | -     en    ja    -     | all   | en ko       | ko: ja
redis in german             | -     -     ko    -     | all   | en          | en: de/ko
redis                       | ko    -     -     -     | asker | -           | none
"""
ROWS = [line for line in TABLE.strip().splitlines() if not line.startswith("#")]


def tag(written: str) -> LanguageTag | None:
    """Read a cell; a dash is nothing."""
    return None if written == "-" else LanguageTag(written)


@pytest.mark.parametrize("row", ROWS)
async def test_the_table_holds(row: str) -> None:
    """Through the whole door, on a glossary that has just these definitions."""
    typed, grounds, readers, available, expected = (cell.strip() for cell in row.split("|"))
    chosen, locale, channel, workspace, *spoken = map(tag, grounds.split())
    languages = [LanguageTag(each) for each in available.split() if each != "-"]
    store = MemoryStore(concepts_in(languages))
    place = Place(WorkspaceId("terminal"), ChannelId("C1"), readers == "all", locale=next(iter(spoken), None))
    somebody = Person(store, locale, place=place)
    for subject, language in ((place.subject, channel), (place.workspace, workspace)):
        if language:
            await store.set_setting(subject, LANGUAGE, language)
    if chosen:
        await store.choose_language(somebody.asker.account, chosen)
    lines = words_of(await somebody.asks(Typed(typed)))
    if expected == "form":
        assert "저장소" in " ".join(lines)
        return
    shown, _, missing = expected.partition(": ")
    assert (f"Said in {shown}." in lines) == (shown != "none")
    assert [line for line in lines if line in notes_for(languages)] == notes(shown, missing)


def concepts_in(languages: list[LanguageTag]) -> list[Concept]:
    """Define two names in these languages, each definition saying which one it is in."""
    said = tuple(Definition(f"Said in {language}.", language) for language in languages)
    redis = ("Redis", "레디스", "レディス", "редис", "ρεντις", "Redis cache")
    kinds = (name(text, kind=LabelKind.HEADWORD if text == "Redis" else LabelKind.SYNONYM) for text in redis)
    done = (name("definition of done"),)
    return [Concept(ConceptId("redis"), tuple(kinds), said), Concept(ConceptId("done"), done, said)]


def notes(shown: str, missing: str) -> list[str]:
    """Write the note that must stand there: none where nothing is missing."""
    if not missing:
        return []
    wanted, _, spoken = missing.partition("/")
    return [note(LanguageTag(spoken or wanted), LanguageTag(wanted), LanguageTag(shown))]


def note(spoken: LanguageTag, wanted: LanguageTag, shown: LanguageTag) -> str:
    """Say in one language that a definition is missing in another, and which one is shown."""
    wording = wording_in(spoken)
    return wording.text(
        "There is no definition in {wanted} yet; this one is in {shown}.",
        wanted=wording.name_of(wanted),
        shown=wording.name_of(shown),
    )


def notes_for(languages: list[LanguageTag]) -> set[str]:
    """Write every note that could stand there, so that a wrong one is seen."""
    spoken = [LanguageTag(each) for each in ("en", "ko", "ja", "de", "fr", "es")]
    wanted = [
        LanguageTag(each) for each in ["en", "ko", "ja", "de", "fr", "es", "pt-BR", "zh-TW", "ca", "th", "rubbish!"]
    ]
    return {note(one, other, shown) for one in spoken for other in wanted for shown in languages}


def test_the_table_is_as_large_as_it_has_to_be() -> None:
    """And no row stands there twice."""
    assert len(ROWS) >= 120
    assert len({" ".join(row.split()) for row in ROWS}) >= 120
