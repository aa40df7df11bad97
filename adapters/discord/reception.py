"""What does an interaction wish, and where? Interaction → `Request`; the only place that reads what Discord sends."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

import discord
from discord import app_commands

from adapters.discord.answering import Answering
from adapters.discord.buttons import pressed
from adapters.discord.filling import submitted, uploads_in
from adapters.discord.naming import account_of, channel_of
from adapters.discord.offering import languages_like, names_in
from adapters.discord.options import YES, Kind
from adapters.discord.people import member_of
from adapters.discord.table import asks_for_all
from adapters.discord.uploads import file_of
from bot.commands import Complete, Explain, Forget, Help, Submitted
from bot.replies import Reply
from bot.requests import Place, Request
from glossary.concept import LanguageTag
from glossary.errors import UnavailableError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from adapters.discord.answering import Door
    from adapters.discord.people import People, Person
    from adapters.discord.table import Row
    from adapters.discord.working import Work
    from bot.commands import Command, HandedFile, Understood

Interaction = discord.Interaction[Any]

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Reception:
    """Takes in what people do, and sees to it that each gets an answer."""

    door: Door
    people: People
    work: Work

    async def command(self, interaction: Interaction, row: Row, given: Mapping[str, object]) -> None:
        """Answer a command."""
        with self.work:
            person = await self._person(interaction)
            said = given_of(given, person.guild)
            command = row.wish(said)
            if files := await _files_in(given, interaction):  # what is given beside a command fills in its form
                command = Submitted(cast("Understood", command), (), files)
            await self._answer(interaction, person, command, "command", is_public=asks_for_all(said))

    async def menu(self, interaction: Interaction, message: discord.Message) -> None:
        """Explain the terms in a message."""
        with self.work:
            person = await self._person(interaction)
            await self._answer(interaction, person, Explain(message.content), "menu")

    async def typing(self, interaction: Interaction, kind: Kind, text: str) -> list[app_commands.Choice[str]]:
        """Complete what is being typed; nothing where that fails, for nobody reads an excuse in a list."""
        if kind is Kind.LANGUAGE:
            return languages_like(text, _locale(interaction))
        with self.work:
            person = await self._person(interaction)
            place = _place(interaction, person, "autocomplete")
            answer = await self.door(Request(person.asker, place, Complete(text), takes_forms=False))
            return names_in(answer) if isinstance(answer, Reply) else []

    async def button(self, interaction: Interaction) -> None:
        """Answer a button, or what was picked from a list."""
        with self.work:
            data = cast("Mapping[str, Any]", interaction.data)
            found = pressed(next(iter(data.get("values") or ()), data["custom_id"]))
            person = await self._person(interaction, found.guild if found else None)
            await self._answer(interaction, person, found.command if found else Help(), "button")

    async def form(self, interaction: Interaction) -> None:
        """Take a form that came back."""
        with self.work:
            data = cast("Mapping[str, Any]", interaction.data)
            found = pressed(data["custom_id"])
            person = await self._person(interaction, found.guild if found else None)
            sent = (data.get("resolved") or {}).get("attachments") or {}
            fetch = interaction.client.http.get_from_cdn
            uploaded = [(key, sent[file]) for key, file in uploads_in(data["components"]) if file in sent]
            files = {key: await file_of(file, fetch) for key, file in uploaded}
            command = submitted(data["custom_id"], data["components"], files) or Help()
            await self._answer(interaction, person, command, "button", takes_forms=False)

    async def _answer(  # noqa: PLR0913 — the parts of a request
        self,
        interaction: Interaction,
        person: Person,
        command: Command,
        surface: str,
        *,
        is_public: bool = False,
        takes_forms: bool = True,
    ) -> None:
        place = _place(interaction, person, surface, is_public=is_public)
        request = Request(person.asker, place, command, takes_forms)
        self.people.use(person)
        await Answering(interaction, request, person.guild).answer(self.door)
        await self._keep(person, command)

    async def _person(self, interaction: Interaction, about: int | None = None) -> Person:
        """Introduce whoever did it: where the bot is a member, with what they may do there."""
        member, guild = interaction.user, interaction.guild_id
        if guild is not None and interaction.is_guild_integration() and isinstance(member, discord.Member):
            return self.people.here(guild, member.id, member_of(member, interaction.permissions), _locale(interaction))
        return await self.people.elsewhere(member.id, _locale(interaction), about)

    async def _keep(self, person: Person, command: Command) -> None:
        """Keep where somebody asked last, once they have their answer; whoever wants to be forgotten is."""
        if isinstance(command, Forget) and command.is_confirmed:
            self.people.forget(person.user)
            return
        try:
            await self.people.keep(person)
        except UnavailableError:
            logger.warning("where somebody asked last is not kept: the store does not answer")


def given_of(given: Mapping[str, object], guild: int) -> dict[str, str]:
    """Write what was filled in as texts: people as accounts, roles as their numbers."""
    texts: dict[str, str] = {}
    for key, value in given.items():
        match value:
            case None | False | discord.Attachment():
                continue
            case True:
                texts[key] = YES
            case discord.Role():
                texts[key] = str(value.id)
            case discord.Member() | discord.User():
                texts[key] = account_of(guild, value.id)
            case _:
                texts[key] = str(value)
    return texts


async def _files_in(given: Mapping[str, object], interaction: Interaction) -> tuple[tuple[str, HandedFile], ...]:
    fetch = interaction.client.http.get_from_cdn
    return tuple(
        [
            (key, await file_of({"filename": value.filename, "size": value.size, "url": value.url}, fetch))
            for key, value in given.items()
            if isinstance(value, discord.Attachment)
        ]
    )


def _place(interaction: Interaction, person: Person, surface: str, *, is_public: bool = False) -> Place:
    channel = None if interaction.channel_id is None else channel_of(interaction.channel_id)
    is_direct = interaction.guild_id is None and interaction.context.dm_channel
    spoken = LanguageTag(interaction.guild_locale.value) if interaction.guild_locale else person.spoken
    return Place(person.workspace, channel, is_public and not is_direct, is_direct, f"discord {surface}", spoken)


def _locale(interaction: Interaction) -> LanguageTag:
    return LanguageTag(interaction.locale.value)
