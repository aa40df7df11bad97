"""Who asks in a terminal, and in which language? The only place that reads the locale."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.requests import AccountId, Asker, Fact, Place, WorkspaceId
from glossary.concept import LanguageTag

if TYPE_CHECKING:
    from collections.abc import Mapping

PLACE = Place(WorkspaceId("terminal"))
LOCALE_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
"""The first that is set counts: POSIX, Base Definitions, section 8.2."""

_TAG = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{1,8})*", re.IGNORECASE)
_SCRIPTS = {"latin": "Latn", "cyrillic": "Cyrl", "devanagari": "Deva"}
"""What comes behind the @ of a locale and is a script; ``@euro`` and its like say nothing about the language."""
_SCRIPT_LENGTH = 4
_REGION_LENGTH = 2


def asker_of(user: str, language: LanguageTag | None) -> Asker:
    """Introduce whoever sits at this terminal."""
    return Asker(AccountId(f"terminal:{user}"), language)


def administrator(user: str, language: LanguageTag | None) -> Asker:
    """Introduce whoever started the bot on a database of their own: they could change all of it anyway."""
    return Asker(AccountId(f"terminal:{user}"), language, frozenset({Fact.OWNS_OR_ADMINISTERS}))


def as_guest(asker: Asker) -> Asker:
    """Let somebody read only: what they wrote would be lost with the process."""
    return replace(asker, facts=frozenset({Fact.IS_GUEST}))


def language_of(environ: Mapping[str, str]) -> LanguageTag | None:
    """Read the language of the locale: ``ko_KR.UTF-8`` gives ``ko-KR``; None for ``C`` and for rubbish."""
    locale = next((value for name in LOCALE_VARIABLES if (value := environ.get(name))), "")
    name, _, modifier = locale.partition("@")
    name = name.partition(".")[0]
    if name in {"C", "POSIX"}:
        return None
    language, separator, region = name.partition("_")
    script = _SCRIPTS.get(modifier)
    return tag_of("-".join(filter(None, (language, script, region if separator else ""))))


def tag_of(text: str) -> LanguageTag | None:
    """Read a BCP 47 tag in any case, with hyphens or underscores; None for what has not the shape of one."""
    written = text.strip().replace("_", "-")
    if not _TAG.fullmatch(written):
        return None
    language, *others = written.lower().split("-")
    return LanguageTag("-".join((language, *map(_in_its_case, others))))


def _in_its_case(subtag: str) -> str:
    if len(subtag) == _SCRIPT_LENGTH and subtag.isalpha():
        return subtag.title()
    return subtag.upper() if len(subtag) == _REGION_LENGTH else subtag
