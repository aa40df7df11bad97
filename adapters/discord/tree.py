"""How does the table become Discord's own commands? Names in every language, options, and one way back to a row."""

from __future__ import annotations

import inspect
import re
from typing import TYPE_CHECKING, Any, Protocol

import discord
from discord import app_commands
from discord.app_commands import AppCommandContext, AppInstallationType, TranslationContextLocation, locale_str

from adapters.discord.markdown import plain_line
from adapters.discord.options import Kind
from adapters.discord.table import DEFINE, ROWS, Row
from bot.languages import nearest
from bot.wording import SOURCE_LANGUAGE, available, wording_in
from glossary.concept import LanguageTag

if TYPE_CHECKING:
    from discord.app_commands import TranslationContextTypes

    from adapters.discord.options import Option, Say
    from adapters.discord.table import Group

GLOSSARY = "glossary"
MENU = "Explain terms"
LONGEST_NAME = 32
LONGEST_DESCRIPTION = 100
INSTALLS = AppInstallationType(guild=True, user=True)
CONTEXTS = AppCommandContext(guild=True, dm_channel=True, private_channel=True)

_NAME = re.compile(r"[-_\w]{1,32}")
"""discord-api-docs, application-commands, Naming; discord.py knows no apostrophe."""
_PLACES_OF_NAMES = frozenset(
    {
        TranslationContextLocation.command_name,
        TranslationContextLocation.group_name,
        TranslationContextLocation.parameter_name,
    }
)

Interaction = discord.Interaction[Any]


class Reception(Protocol):
    """Takes what comes in."""

    async def command(self, interaction: Interaction, row: Row, given: dict[str, object]) -> None:
        """Answer a command."""
        ...

    async def menu(self, interaction: Interaction, message: discord.Message) -> None:
        """Answer a choice in the menu of a message."""
        ...

    async def typing(self, interaction: Interaction, kind: Kind, text: str) -> list[app_commands.Choice[str]]:
        """Complete what is being typed into an option."""
        ...


class Spoken(app_commands.Translator):
    """Says names and descriptions in the languages of the bot, by the same sentences as everything else."""

    async def translate(
        self, string: locale_str, locale: discord.Locale, context: TranslationContextTypes
    ) -> str | None:
        """Say it in the language nearest to a locale; None where there is none, or it makes no name."""
        say: Say | None = string.extras.get("say")
        language = nearest(LanguageTag(locale.value), tuple(LanguageTag(tag) for tag in sorted(available())))
        if say is None or language is None:
            return None
        said = say(wording_in(language))
        if isinstance(context.data, app_commands.ContextMenu):
            return plain_line(said, LONGEST_NAME)
        if context.location in _PLACES_OF_NAMES:
            return _name(said)
        return plain_line(said, LONGEST_DESCRIPTION)


def commands_for(reception: Reception) -> list[app_commands.Command[Any, ..., Any] | app_commands.Group]:
    """Make the commands of the table."""
    glossary = app_commands.Group(
        name=locale_str(GLOSSARY, say=lambda w: w.word("command", "glossary")),
        description=_said(lambda w: w.text("Everything else: look around, write, keep, settings")),
        allowed_installs=INSTALLS,
        allowed_contexts=CONTEXTS,
    )
    groups: dict[Group | None, app_commands.Group] = {None: glossary}
    for row in ROWS:
        if row.group is not None and row.group not in groups:
            groups[row.group] = _group(row.group, glossary)
        groups[row.group].add_command(_command(row, reception))
    define = _command(DEFINE, reception)
    define.allowed_installs, define.allowed_contexts = INSTALLS, CONTEXTS
    return [define, glossary]


def menu_for(reception: Reception) -> app_commands.ContextMenu:
    """Make the entry in the menu of messages."""

    async def explain(interaction: Interaction, message: discord.Message) -> None:
        await reception.menu(interaction, message)

    name = locale_str(MENU, say=lambda w: w.text("Explain terms"))
    menu = app_commands.ContextMenu(name=name, callback=explain)
    menu.allowed_installs, menu.allowed_contexts = INSTALLS, CONTEXTS
    return menu


def _group(group: Group, parent: app_commands.Group) -> app_commands.Group:
    name = locale_str(group.name, say=group.named)
    return app_commands.Group(name=name, description=_said(group.says), parent=parent)


def _command(row: Row, reception: Reception) -> app_commands.Command[Any, ..., Any]:
    """Make a command; discord.py reads its parameters from a signature, as from a function written by hand."""

    async def callback(interaction: Interaction, **given: object) -> None:
        await reception.command(interaction, row, given)

    parameters = [inspect.Parameter("interaction", inspect.Parameter.POSITIONAL_ONLY)]
    parameters += [_parameter(option) for option in row.options]
    callback.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]  # PEP 362; mypy does not know it
    described = app_commands.describe(**{option.key: _said(option.says) for option in row.options})(callback)
    named = app_commands.rename(**{option.key: locale_str(option.key, say=option.name) for option in row.options})
    listed = app_commands.choices(**{option.key: _choices(option) for option in row.options if option.values})
    name = locale_str(row.word, say=row.named)
    command: app_commands.Command[Any, ..., Any] = app_commands.Command(
        name=name, description=_said(row.says), callback=listed(named(described))
    )
    for option in row.options:
        if option.kind in {Kind.TERM, Kind.LANGUAGE}:
            command.autocomplete(option.key)(_completion(option.kind, reception))
    return command


def _completion(kind: Kind, reception: Reception) -> Any:  # noqa: ANN401 — discord.py's own type is a union of functions
    async def complete(interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        return await reception.typing(interaction, kind, typed)

    return complete


def _parameter(option: Option) -> inspect.Parameter:
    kinds: dict[Kind, object] = {
        Kind.YES: bool,
        Kind.FILE: discord.Attachment,
        Kind.HOLDER: discord.Member | discord.User | discord.Role,
        Kind.ROLE: discord.Role,
    }
    default = inspect.Parameter.empty if option.is_required else None
    annotation = kinds.get(option.kind, str)
    return inspect.Parameter(option.key, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation)


def _choices(option: Option) -> list[app_commands.Choice[str]]:
    return [app_commands.Choice(name=locale_str(value, say=name), value=value) for value, name in option.values]


def _said(say: Say) -> locale_str:
    english = say(wording_in(LanguageTag(SOURCE_LANGUAGE)))
    return locale_str(plain_line(english, LONGEST_DESCRIPTION), say=say)


def _name(said: str) -> str | None:
    """Make a name of a word: small, without spaces; None for what Discord would not take."""
    written = "-".join(said.lower().split())
    return written if _NAME.fullmatch(written) else None
