"""Every command of the table, as Discord gets it: in order, in every language, within its limits."""

from __future__ import annotations

import re
from typing import Any

import discord
import pytest
from discord import app_commands

from adapters.discord.table import DEFINE, ROWS
from adapters.discord.tree import MENU, Spoken, commands_for, menu_for
from bot.commands import Aimed, Define, Edit, Export, Join, Language, PlaceLanguage, Roles, Show
from bot.vocabulary import words_in
from bot.wording import available, wording_in
from glossary.concept import ConceptId, LanguageTag
from tests.terms import EN, KO

NAME = re.compile(r"[-_'\w]{1,32}")
PICKED = "1:show:redis:"


class Nobody:
    """Takes nothing in."""

    async def command(self, *_: object) -> None:
        """Do nothing."""

    async def menu(self, *_: object) -> None:
        """Do nothing."""

    async def typing(self, *_: object) -> list[app_commands.Choice[str]]:
        """Offer nothing."""
        return []


async def payloads() -> list[dict[str, Any]]:
    """Write the commands as Discord is told them."""
    tree = app_commands.CommandTree(discord.Client(intents=discord.Intents.none()))
    commands = [*commands_for(Nobody()), menu_for(Nobody())]
    return [await command.get_translated_payload(tree, Spoken()) for command in commands]


def named(payload: dict[str, Any]) -> list[dict[str, Any]]:
    """Collect everything that has a name, down to the options."""
    return [payload, *(inner for option in payload.get("options", ()) for inner in named(option))]


async def test_every_name_and_description_is_one_that_discord_takes() -> None:
    """Small letters, no spaces, at most 32 and 100; in every language, and no name twice beside another."""
    for payload in (await payloads())[:2]:
        for one in named(payload):
            names = [one["name"], *(one.get("name_localizations") or {}).values()]
            assert all(NAME.fullmatch(name) and name == name.lower() for name in names), names
            said = [one["description"], *(one.get("description_localizations") or {}).values()]
            assert all(1 <= len(text) <= 100 for text in said), said
            inside = one.get("options", ())
            for locale in ("none", "ko", "ja", "de", "fr", "es-ES"):
                beside = [(option["name_localizations"] or {}).get(locale, option["name"]) for option in inside]
                assert len(set(beside)) == len(beside), (locale, beside)
            assert len(inside) <= 25


async def test_no_command_is_larger_than_discord_takes() -> None:
    """8 000 characters, where the longest language counts: discord-api-docs, application-commands."""
    for payload in await payloads():
        assert sum(map(_size, named(payload))) <= 8_000


def _size(one: dict[str, Any]) -> int:
    longest = [
        max(len(text) for text in ((one.get(key) or ""), *(one.get(f"{key}_localizations") or {}).values()))
        for key in ("name", "description")
    ]
    return sum(longest) + sum(len(choice["name"]) + len(choice["value"]) for choice in one.get("choices", ()))


async def test_commands_are_there_in_the_language_of_the_client() -> None:
    """And in English under English's own keys, for what a client falls back to."""
    define, glossary, menu = await payloads()
    assert define["name_localizations"]["ko"] == "정의"
    assert define["name_localizations"]["en-US"] == define["name_localizations"]["en-GB"] == "define"
    assert define["options"][0]["name_localizations"]["ko"] == "용어"
    assert glossary["name_localizations"]["ko"] == "용어집"
    assert (menu["name"], menu["name_localizations"]["ko"]) == (MENU, "용어 설명")
    locales = {"ko": "ko", "ja": "ja", "de": "de", "fr": "fr", "es": "es-ES"}
    for language in available() & locales.keys():
        assert locales[language] in define["name_localizations"]


async def test_people_and_servers_can_install_it_and_use_it_everywhere() -> None:
    """In servers, in direct messages with the bot, and in those with others."""
    for payload in await payloads():
        assert payload["integration_types"] == [0, 1]
        assert payload["contexts"] == [0, 1, 2]


def test_every_command_word_has_a_row() -> None:
    """A word that can be typed is a command here, too."""
    rows = (DEFINE, *ROWS)
    assert {row.word for row in rows} | {row.group.name for row in rows if row.group} >= set(words_in(wording_in(EN)))


@pytest.mark.parametrize("language", sorted(available()))
def test_every_row_says_what_it_does(language: str) -> None:
    """In every language of the bot."""
    for row in (DEFINE, *ROWS):
        wording = wording_in(LanguageTag(language))
        assert row.named(wording)
        assert row.says(wording)


def row(word: str) -> Any:  # noqa: ANN401 — a row, for its wish
    """Find a row."""
    return next(row for row in (DEFINE, *ROWS) if row.word == word)


@pytest.mark.parametrize(
    ("word", "given", "wish"),
    [
        ("define", {"term": "redis"}, Define(None, "redis")),
        ("define", {"term": "redis", "language": "korean"}, Define(KO, "redis")),
        ("define", {"term": PICKED}, Show(ConceptId("redis"))),
        ("edit", {"term": "redis", "language": "ko"}, Aimed("edit", "redis ko", "redis")),
        ("edit", {"term": PICKED, "language": "ko"}, Edit(ConceptId("redis"), KO)),
        ("language", {"language": "ko"}, Language("ko")),
        ("language", {"language": "ko", "where": "channel"}, PlaceLanguage("channel", "ko")),
        ("roles", {}, Roles()),
        ("roles", {"holder": "7", "role": "curator"}, Roles("7", "curator")),
        ("export", {"format": "csv"}, Export("csv")),
        ("join", {}, Join()),
    ],
)
def test_what_is_filled_in_makes_the_wish(word: str, given: dict[str, str], wish: object) -> None:
    """What was picked is the entry itself; everything else is looked up."""
    assert row(word).wish(given) == wish
