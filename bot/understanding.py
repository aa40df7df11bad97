"""What does a typed line wish? The only place that tells a command word from a term.

A line that is exactly a name in the glossary is looked up, whatever word it is; ``define help`` always looks up.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.commands import (
    Add,
    Aimed,
    Announce,
    Ask,
    Browse,
    Define,
    Explain,
    Export,
    Forget,
    Gaps,
    Help,
    Import,
    Invite,
    Join,
    Language,
    Leave,
    MyData,
    Onboarding,
    Orphans,
    PackDelete,
    PackEdit,
    PackHere,
    PackNew,
    PackOrder,
    PackPreview,
    PackReport,
    Packs,
    PlaceLanguage,
    Put,
    Queue,
    Quiz,
    Random,
    Recent,
    Restore,
    ReviewHere,
    Roles,
    Search,
    Settings,
    Stale,
    Starter,
    Stats,
    Typed,
    Why,
)
from bot.languages import language_called
from bot.vocabulary import command_words, pack_words, place_words, queue_words
from glossary.concept import ConceptId, LanguageTag
from glossary.spelling import strict_key

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.commands import Carried, Understood
    from glossary.catalogue import Catalogue

LONGEST_TERM = 2
"""Words behind the word that asks to explain them; more are a text in which terms stand."""
AIMED = frozenset(
    {"edit", "translate", "names", "relate", "more", "delete", "history", "owner", "pin", "unpin", "known"}
)
"""The command words that are said of a term."""

_ALONE: Mapping[str, Carried] = {
    "help": Help(),
    "browse": Browse(),
    "recent": Recent(),
    "random": Random(),
    "data": MyData(),
    "forget": Forget(),
    "queue": Queue(),
    "stale": Stale(),
    "orphans": Orphans(),
    "starter": Starter(),
    "invite": Invite(),
    "leave": Leave(),
    "settings": Settings(),
    "onboarding": Onboarding(),
    "quiz": Quiz(),
    "gaps": Gaps(),
    "stats": Stats(),
    "announce": Announce(),
    "pack": Packs(),
    "restore": Restore(ConceptId("")),
    "import": Import(),
}
_OF_TEXT: Mapping[str, Callable[[str], Carried]] = {"why": Why, "search": Search, "ask": Ask}
_INTERVALS = frozenset({"day", "week", "never"})
_PACK: Mapping[str, Callable[[str], Carried]] = {
    "edit": PackEdit,
    "order": PackOrder,
    "preview": PackPreview,
    "here": PackHere,
    "report": PackReport,
    "delete": PackDelete,
}
CODE_PARTS = 3
"""Groups of letters that a code is written in."""
_PUT = re.compile(
    r"(?P<term>.+?)(?: \((?P<language>[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\))? = (?P<definition>.+)", re.DOTALL
)


def understood(line: str, catalogue: Catalogue) -> Aimed | Understood:
    """Tell the wish in a typed line."""
    text = " ".join(line.split())
    if not text:
        return Help()
    if catalogue.named(text):
        return Define(None, text)
    explained = behind_explain(line)
    if explained is not None:
        return Explain(explained) if is_text(explained) else Define(None, " ".join(explained.split()))
    first, _, rest = text.partition(" ")
    if command_words().get(strict_key(first)) == "define" and rest:
        put = _put(line.strip()[len(first) :])
        return put or Define(None, rest)
    return _command(command_words().get(strict_key(first), ""), rest, text) or _put(line) or Define(None, text)


def looked_up(line: str) -> Typed | Put | Define:
    """Tell the wish in what follows a platform's command for looking up: any word is a term there, but a call for help.

    ``TERM = definition`` writes there as well.
    """
    if command_words().get(strict_key(line.strip()), "") == "help" or not line.strip():
        return Typed(line)
    return _put(line) or Define(None, " ".join(line.split()))


def without_command_word(line: str) -> str:
    """Take away the word that calls a command, in whatever language: it says nothing about the language of the rest."""
    first, _, rest = line.strip().partition(" ")
    return rest if strict_key(first) in command_words() else line


def behind_explain(line: str) -> str | None:
    """Give what stands behind the word that asks to explain it, as it was written; None where another word is first."""
    first, *rest = line.split(maxsplit=1) or [""]
    return "".join(rest) if command_words().get(strict_key(first)) == "explain" else None


def is_text(explained: str) -> bool:
    """Tell whether a text is to be explained, or the one that is meant by none; a word or two are a term to look up."""
    return len(explained.split()) not in range(1, LONGEST_TERM + 1)


def _command(  # noqa: C901 — a table: one case for each word that something may follow
    word: str, rest: str, line: str
) -> Aimed | Understood | None:
    """Read what follows a command word; None where it is no command after all ("help desk")."""
    if word in _ALONE and not rest:
        return _ALONE[word]
    if word in AIMED:
        return Aimed(word, rest, line) if rest else None
    if word in _READ:
        return _READ[word](rest)
    if word in _OF_TEXT:
        return _OF_TEXT[word](rest) if rest else None
    match word:
        case "define":
            return Help()
        case "join":
            return Join(rest) if len(rest.split()) <= CODE_PARTS else None
        case "browse":
            return Browse(rest.upper()) if len(rest) == 1 else None
        case "add":
            return Add(rest)
        case "roles":
            holder, _, role = rest.rpartition(" ")
            return Roles(holder, role) if holder or not rest else None
        case "export":
            return Export(rest.lower()) if len(rest.split()) <= 1 else None
        case "language":
            return _language(rest)
        case _:
            return None


def _pack(rest: str) -> Carried | None:
    """Read what follows ``pack``: a word of its own, and the name of a pack."""
    first, _, name = rest.partition(" ")
    word = pack_words().get(strict_key(first), "")
    if word == "new":
        return PackNew() if not name else None
    return _PACK[word](name) if word in _PACK and name else None


def _announce(rest: str) -> Carried | None:
    """Read how often a channel is to hear of news."""
    return Announce(rest.lower()) if rest.lower() in _INTERVALS else None


def _queue(rest: str) -> Carried | None:
    """Read in which channel proposals are to be shown."""
    word = queue_words().get(strict_key(rest))
    return ReviewHere(is_here=word == "here") if word else None


_READ: Mapping[str, Callable[[str], Carried | None]] = {"pack": _pack, "announce": _announce, "queue": _queue}


def _language(rest: str) -> Language | PlaceLanguage | None:
    """Read whose language is meant, and which; None where it is a term after all ("language model")."""
    first, _, behind = rest.partition(" ")
    place = place_words().get(strict_key(first))
    choice = behind if place else rest
    if len(choice.split()) > 1 and language_called(choice) is None:
        return None
    return PlaceLanguage(place, choice) if place else Language(choice)


def _put(line: str) -> Put | None:
    """Read ``TERM = definition``; the line breaks of the definition stay."""
    found = _PUT.fullmatch(line.strip())
    if found is None:
        return None
    language = LanguageTag(found["language"]) if found["language"] else None
    return Put(language, " ".join(found["term"].split()), found["definition"].strip())
