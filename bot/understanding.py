"""What does a typed line wish? The only place that tells a command word from a term.

A line that is exactly a name in the glossary is looked up, whatever word it is; ``define help`` always looks up.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from bot.commands import Browse, Define, Help, Language
from bot.languages import language_called
from bot.wording import available, wording_in
from glossary.concept import LanguageTag
from glossary.spelling import strict_key

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.commands import Carried
    from bot.wording import Wording
    from glossary.catalogue import Catalogue


def understood(line: str, catalogue: Catalogue) -> Carried:
    """Tell the wish in a typed line."""
    text = " ".join(line.split())
    if not text:
        return Help()
    if catalogue.named(text):
        return Define(None, text)
    first, _, rest = text.partition(" ")
    return _command(command_words().get(strict_key(first), ""), rest.strip()) or Define(None, text)


def _command(word: str, rest: str) -> Carried | None:
    """Read what follows a command word; None where it is no command after all ("help desk")."""
    match word:
        case "define":
            return Define(None, rest) if rest else Help()
        case "help":
            return Help() if not rest else None
        case "browse":
            return Browse() if not rest else None
        case "language":
            return Language(rest) if len(rest.split()) <= 1 or language_called(rest) else None
        case _:
            return None


@cache
def command_words() -> Mapping[str, str]:
    """Give each command word in every language of the bot, folded, with the word that the code knows it by."""
    return {
        strict_key(written): word
        for language in sorted(available())
        for word, written in words_in(wording_in(LanguageTag(language))).items()
    }


def words_in(wording: Wording) -> Mapping[str, str]:
    """Give the command words as they are written in one language, in the order of a help text."""
    return {
        "define": wording.word("command", "define"),
        "browse": wording.word("command", "browse"),
        "language": wording.word("command", "language"),
        "help": wording.word("command", "help"),
    }
