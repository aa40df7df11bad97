"""Who sits at this terminal, in which language do they read, and what stands in the files that they name?"""

from __future__ import annotations

import os
from getpass import getuser
from typing import TYPE_CHECKING

from adapters.ending import give_up
from adapters.files import harvest_of
from adapters.terminal.asking import administrator, asker_of, language_of
from bot.wording import wording_for

if TYPE_CHECKING:
    from bot.requests import Asker
    from bot.wording import Wording
    from glossary.concept import LanguageTag
    from glossary.formats.reading import Harvest


def asker_here(language: LanguageTag | None = None, name: str | None = None) -> Asker:
    """Introduce whoever sits here: the administrator of what is theirs, or the person they name."""
    if name is not None:
        return asker_of(name, language or language_of(os.environ))
    try:
        user = getuser()
    except (KeyError, OSError):  # a container may run under a number that has no name
        user = "nobody"
    return administrator(user, language or language_of(os.environ))


def wording_of(asker: Asker, chosen: LanguageTag | None = None) -> Wording:
    """Speak as somebody chose, or else as their terminal does."""
    return wording_for(chosen, asker.locale)


def harvested(file: str) -> Harvest:
    """Read a glossary file, or end and say why not."""
    try:
        return harvest_of(file)
    except OSError as error:
        give_up(f"{file}: {error.strerror}")
