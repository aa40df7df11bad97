"""Is a language named in what was typed? ``mlops in korean``, ``mlops --ko``, ``mlops 한국어로``: decided here only."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from glossary.concept import LanguageTag
from glossary.spelling import loose_key, word_key

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_NAMED: Final = 0.05
_ONLY_NAMED: Final = 0.25
"""The name of a language alone may be a part of the term."""
_FLAG: Final = re.compile(
    r"\s+(?:--?(?:lang(?:uage)?[ =])?|lang(?:uage)?[:=]\s?|[(\[/])([a-z]{2}(?:[-_](?:[a-z]{2,4}|419))?)[)\]]?$",
    re.IGNORECASE,
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
_SCRIPT_LENGTH: Final = 4
_FIRST_OF_THE_JOINING_SCRIPTS: Final = "\u3040"
"""Kana, Han and Hangul come after all other scripts of the names."""
_NAMES_BY_TAG: Final = {
    "ko": (
        "korean 한국어 한글 국문 우리말 coreano koreanisch coreen корейском 韓国語 韩语 韓語 韓文 韩文 korece korea hàn"
    ),
    "en": "english 영어 영문 ingles englisch anglais inglese английском 英語 英语 英文 ingilizce inggris anh",
    "ja": (
        "japanese 일본어 일어 japones japanisch japonais giapponese японском 日本語 日语 日語 日文 japonca jepang nhật"
    ),
    "zh": (
        "chinese mandarin 중국어 중문 chino chines chinesisch chinois cinese китайском 中国語 中文 "
        "汉语 漢語 çince mandarin trung"
    ),
    "es": (
        "spanish 스페인어 español espanhol spanisch espagnol spagnolo испанском スペイン語 西班牙语 "
        "ispanyolca spanyol castellano"
    ),
    "pt": (
        "portuguese 포르투갈어 portugues portugiesisch portugais portoghese португальском "
        "ポルトガル語 葡萄牙语 portekizce portugis"
    ),
    "fr": (
        "french 프랑스어 불어 frances französisch français francese французском フランス語 法语 法文 "
        "fransızca prancis pháp"
    ),
    "de": "german 독일어 독어 aleman alemao deutsch allemand tedesco немецком ドイツ語 德语 德文 almanca jerman đức",
    "it": "italian 이탈리아어 italiano italienisch italien итальянском イタリア語 意大利语 italyanca",
    "ru": "russian 러시아어 노어 ruso russo russisch russe русском ロシア語 俄语 俄文 rusça rusia nga",
    "tr": "turkish 터키어 튀르키예어 turco türkisch turc турецком トルコ語 土耳其语 türkçe turki",
    "vi": (
        "vietnamese 베트남어 vietnamita vietnamesisch vietnamien вьетнамском ベトナム語 越南语 vietnamca việt vietnam"
    ),
    "id": (
        "indonesian 인도네시아어 indonesio indonesisch indonesien индонезийском インドネシア語 "
        "印尼语 endonezce indonesia"
    ),
    "hi": "hindi 힌디어 हिन्दी हिंदी",
    "ar": "arabic 아랍어 arabe arabisch العربية عربي",
    "nl": "dutch 네덜란드어 nederlands",
    "uk": "ukrainian 우크라이나어 українською",
    "pl": "polish 폴란드어 polsku",
    "sv": "swedish 스웨덴어 svenska",
}
"""What languages are called, in the languages above."""

_ADVERBS_BY_TAG: Final = {
    "ru": "по-русски",
    "en": "по-английски",
    "ko": "по-корейски",
    "de": "по-немецки",
    "es": "по-испански",
    "fr": "по-французски",
    "uk": "по-українськи",
}
"""Words that say "in that language" by themselves."""

_BEFORE: Final = "in into to auf en em no in het på po по на bằng tiếng dalam bahasa ke"
"""Words that lead to the name of a language, in languages that write spaces."""

_AFTER: Final = "로 로는 으로 말로 버전 で では でいうと"
"""What is joined to the name of a language, in languages that join."""


@cache
def known_names() -> Mapping[str, LanguageTag]:
    """Give what the common languages are called in several languages: folded name → language."""
    return {loose_key(name): LanguageTag(tag) for tag, names in _NAMES_BY_TAG.items() for name in names.split()}


@cache
def _plain_names() -> frozenset[str]:
    """Names that need no word before them: the English ones, and those of scripts that join."""
    english = {names.split()[0] for names in _NAMES_BY_TAG.values()}
    return frozenset(english | {name for name in known_names() if name >= _FIRST_OF_THE_JOINING_SCRIPTS})


@cache
def _adverbs() -> dict[str, LanguageTag]:
    """Words that say "in that language": adverbs, and names joined to a particle."""
    adverbs = {loose_key(adverb): LanguageTag(tag) for tag, adverb in _ADVERBS_BY_TAG.items()}
    joined = {
        name + loose_key(end): tag
        for name, tag in known_names().items()
        if name >= _FIRST_OF_THE_JOINING_SCRIPTS
        for end in _AFTER.split()
    }
    return adverbs | joined


@cache
def _leading() -> frozenset[str]:
    return frozenset(map(loose_key, _BEFORE.split()))


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


def language_in_words(text: str) -> LanguageTag | None:
    """Read what is nothing but the name of a language: ``korean``, ``in korean``, ``한국어로``; None for more."""
    words = list(map(loose_key, text.split()))
    while len(words) > 1 and words[0] in _leading():
        words.pop(0)
    return known_names().get(words[0]) or _adverbs().get(words[0]) if len(words) == 1 else None


def _tag(typed: str) -> LanguageTag | None:
    typed = typed.replace("_", "-")
    if typed in _OTHER_TAGS:
        return LanguageTag(_OTHER_TAGS[typed])
    language, _, part = typed.partition("-")
    if language not in _NAMES_BY_TAG:
        return None
    part = part.title() if len(part) == _SCRIPT_LENGTH else part.upper()
    return LanguageTag(f"{language}-{part}" if part else language)


def _at_the_end(text: str, words: list[str]) -> Iterator[tuple[str, LanguageTag, float]]:
    last = word_key(words[-1])
    if adverb := _adverbs().get(last):
        yield text[: text.rindex(words[-1])], adverb, _NAMED
    elif name := known_names().get(last):
        rest = len(words) - 1
        while rest and word_key(words[rest - 1]) in _leading():
            rest -= 1
        is_led_to = rest < len(words) - 1
        if rest and (is_led_to or last in _plain_names()):
            yield text.rsplit(maxsplit=len(words) - rest)[0], name, _NAMED if is_led_to else _ONLY_NAMED


def _at_the_beginning(text: str, words: list[str]) -> Iterator[tuple[str, LanguageTag, float]]:
    first = word_key(words[0])
    if adverb := _adverbs().get(first):
        yield text.split(maxsplit=1)[1], adverb, _NAMED
    elif first in _leading() and len(words) > 2 and (name := known_names().get(word_key(words[1]))):  # noqa: PLR2004
        yield text.split(maxsplit=2)[2], name, _NAMED
