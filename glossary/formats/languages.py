"""Which language is this, going by how it is named or written? For files that say it in words, or not at all."""

from __future__ import annotations

import re
from typing import Final

from glossary.concept import LanguageTag

ENGLISH: Final = LanguageTag("en")
KOREAN: Final = LanguageTag("ko")
_JAPANESE: Final = LanguageTag("ja")
_CHINESE: Final = LanguageTag("zh")

# The first name of each is its own, and the one that is written; the others are only read.
_NAMES: Final = {
    "en": ("English", "영어"),
    "ko": ("한국어", "Korean", "한글"),
    "ja": ("日本語", "Japanese", "일본어"),
    "zh": ("中文", "Chinese", "중국어"),
    "zh-Hans": ("简体中文", "Simplified Chinese"),
    "zh-Hant": ("繁體中文", "Traditional Chinese"),
    "de": ("Deutsch", "German", "독일어"),
    "es": ("Español", "Spanish", "스페인어"),
    "fr": ("Français", "French", "프랑스어"),
    "it": ("Italiano", "Italian", "이탈리아어"),
    "nl": ("Nederlands", "Dutch", "네덜란드어"),
    "pl": ("Polski", "Polish", "폴란드어"),
    "pt": ("Português", "Portuguese", "포르투갈어"),
    "pt-BR": ("Português (Brasil)", "Brazilian Portuguese"),
    "ru": ("Русский", "Russian", "러시아어"),
    "tr": ("Türkçe", "Turkish", "튀르키예어"),
    "uk": ("Українська", "Ukrainian", "우크라이나어"),
    "vi": ("Tiếng Việt", "Vietnamese", "베트남어"),
}
_OWN_NAMES: Final = {LanguageTag(tag): names[0] for tag, names in _NAMES.items()}
_TAGS: Final = {name.casefold(): LanguageTag(tag) for tag, names in _NAMES.items() for name in names}
_SURE: Final = frozenset({*_TAGS, "en", "ko", "ja", "zh"})
_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,6}")
_SCRIPT_LENGTH = 4
_REGION_LENGTH = 2

_HANGUL = re.compile(r"[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]")
_KANA = re.compile(r"[\u3041-\u30ff\uff66-\uff9f]")
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff]")
_ENOUGH_TO_TELL = 2000
"""Code points; the language of a text shows in its beginning."""
_SHARE = 3
"""A text is Korean when at least one word in so many has Hangul: a Korean text may be full of Latin names."""


def tag_of(text: str) -> LanguageTag | None:
    """Read the name of a language (in English, in Korean or in itself) or a BCP 47 tag, in any case."""
    text = text.strip()
    if named := _TAGS.get(text.casefold()):
        return named
    if not _TAG.fullmatch(text):
        return None
    first, *others = text.lower().split("-")
    return LanguageTag("-".join((first, *map(_subtag, others))))


def _subtag(text: str) -> str:
    if text.isalpha() and len(text) == _SCRIPT_LENGTH:
        return text.title()
    return text.upper() if text.isalpha() and len(text) == _REGION_LENGTH else text


def tag_of_heading(text: str) -> LanguageTag | None:
    """Read a heading that says only which language follows: ``한국어``, ``ko``, ``pt-BR``, or any tag as ``(gsw)``.

    A bare tag must begin with two small letters, because ``API``, ``IT`` and ``use`` are tags too, and likelier
    something else; only few cannot be mistaken in any case.
    """
    text = text.strip()
    if text.startswith("(") and text.endswith(")"):
        return tag_of(text[1:-1])
    is_bare_tag = text[:2].islower() and text[2:3] in {"", "-"}
    return tag_of(text) if is_bare_tag or text.casefold() in _SURE else None


def heading_of(language: LanguageTag) -> str:
    """Name a language so that ``tag_of_heading`` knows it."""
    return _OWN_NAMES.get(language) or (language if tag_of_heading(language) else f"({language})")


def language_of(text: str, default: LanguageTag) -> LanguageTag:
    """Tell the language by the script: Hangul, kana, Han without kana; else the default, because Latin says nothing.

    A Latin name in a Korean entry is therefore in the default language (``Redis``, ``SAP``), and not undetermined:
    readers of that language call it so, and every name needs a language in which it can be preferred.
    """
    text = text[:_ENOUGH_TO_TELL]
    if text.isascii():
        return default
    words = text.split()
    if sum(1 for word in words if _HANGUL.search(word)) * _SHARE >= max(1, len(words)):
        return KOREAN
    kana, han = len(_KANA.findall(text)), len(_HAN.findall(text))
    if (kana + han) * _SHARE >= max(1, sum(map(str.isalpha, text))):
        return _JAPANESE if kana else _CHINESE
    return default
