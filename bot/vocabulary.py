"""What is each command called? Every command word, in every language the bot speaks."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from bot.commands.languages import CHANNEL, WORKSPACE
from bot.wording import available, wording_in
from glossary.concept import LanguageTag
from glossary.spelling import strict_key

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.wording import Wording


@cache
def pack_words() -> Mapping[str, str]:
    """Give each word that may follow ``pack`` in every language of the bot, as `command_words`."""
    return _in_every_language(pack_words_in)


def pack_words_in(wording: Wording) -> Mapping[str, str]:
    """Give the words that may follow ``pack`` as they are written in one language."""
    return {
        "new": wording.word("pack", "new"),
        "edit": wording.word("pack", "edit"),
        "order": wording.word("pack", "order"),
        "preview": wording.word("pack", "preview"),
        "here": wording.word("pack", "here"),
        "report": wording.word("pack", "report"),
        "delete": wording.word("pack", "delete"),
    }


@cache
def queue_words() -> Mapping[str, str]:
    """Give each word that may follow ``queue`` in every language of the bot, as `command_words`."""
    return _in_every_language(queue_words_in)


def queue_words_in(wording: Wording) -> Mapping[str, str]:
    """Give the words that may follow ``queue`` as they are written in one language."""
    return {"here": wording.word("queue", "here"), "nowhere": wording.word("queue", "nowhere")}


@cache
def command_words() -> Mapping[str, str]:
    """Give each command word in every language of the bot, folded, with the word that the code knows it by."""
    return _in_every_language(words_in)


@cache
def place_words() -> Mapping[str, str]:
    """Give the words for the places that have a language, in every language of the bot, folded."""
    return _in_every_language(_places_in)


def _places_in(wording: Wording) -> Mapping[str, str]:
    return {CHANNEL: wording.word("place", "channel"), WORKSPACE: wording.word("place", "workspace")}


def words_in(wording: Wording) -> Mapping[str, str]:
    """Give the command words as they are written in one language, in the order of the command table."""
    return {
        "define": wording.word("command", "define"),
        "search": wording.word("command", "search"),
        "explain": wording.word("command", "explain"),
        "known": wording.word("command", "known"),
        "why": wording.word("command", "why"),
        "browse": wording.word("command", "browse"),
        "recent": wording.word("command", "recent"),
        "random": wording.word("command", "random"),
        "add": wording.word("command", "add"),
        "edit": wording.word("command", "edit"),
        "translate": wording.word("command", "translate"),
        "names": wording.word("command", "names"),
        "relate": wording.word("command", "relate"),
        "more": wording.word("command", "more"),
        "delete": wording.word("command", "delete"),
        "restore": wording.word("command", "restore"),
        "history": wording.word("command", "history"),
        "owner": wording.word("command", "owner"),
        "pin": wording.word("command", "pin"),
        "unpin": wording.word("command", "unpin"),
        "language": wording.word("command", "language"),
        "data": wording.word("command", "data"),
        "forget": wording.word("command", "forget"),
        "queue": wording.word("command", "queue"),
        "stale": wording.word("command", "stale"),
        "orphans": wording.word("command", "orphans"),
        "settings": wording.word("command", "settings"),
        "onboarding": wording.word("command", "onboarding"),
        "quiz": wording.word("command", "quiz"),
        "ask": wording.word("command", "ask"),
        "pack": wording.word("command", "pack"),
        "gaps": wording.word("command", "gaps"),
        "stats": wording.word("command", "stats"),
        "announce": wording.word("command", "announce"),
        "starter": wording.word("command", "starter"),
        "invite": wording.word("command", "invite"),
        "join": wording.word("command", "join"),
        "leave": wording.word("command", "leave"),
        "roles": wording.word("command", "roles"),
        "import": wording.word("command", "import"),
        "export": wording.word("command", "export"),
        "help": wording.word("command", "help"),
    }


def _in_every_language(words: Callable[[Wording], Mapping[str, str]]) -> Mapping[str, str]:
    """Lead from each way a word is written, folded, in any language of the bot, to how the code knows it."""
    return {
        strict_key(written): word
        for language in sorted(available())
        for word, written in words(wording_in(LanguageTag(language))).items()
    }
