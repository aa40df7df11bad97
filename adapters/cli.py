"""The command line, and the only place where the parts are put together.

Everything heavy is imported where it is used: ``malmoi --help`` must not wait for what it does not need.
"""

from __future__ import annotations

import io
import os
import sys
from typing import TYPE_CHECKING, NoReturn

import click

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from adapters.memory import MemoryStore
    from bot.conversation import Conversation
    from bot.requests import Asker
    from bot.wording import Wording
    from glossary.concept import Concept, LanguageTag
    from glossary.formats.reading import Harvest

NOT_FOUND = 1
WRONG_USE = 2

PLATFORM_TOKENS = {"slack": "SLACK_BOT_TOKEN", "discord": "DISCORD_TOKEN"}


def _tag(context: click.Context, option: click.Parameter, value: str | None) -> LanguageTag | None:
    from adapters.terminal.asking import tag_of  # noqa: PLC0415

    if value is None:
        return None
    tag = tag_of(value)
    if tag is None:
        raise click.BadParameter(f"{value!r} is no language tag; one looks like ko or pt-BR.", context, option)
    return tag


glossary_option = click.option(
    "--glossary", metavar="FILE", help="Answer from this file instead of the starter glossary."
)
language_option = click.option(
    "--language", metavar="TAG", callback=_tag, help="Answer in this language where it is there, such as ko."
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="malmoi", message="malmoi %(version)s")
def commands() -> None:
    """Learn what a word means here, however you type it."""


@commands.command()
@click.argument("term", nargs=-1, required=True)
@language_option
@glossary_option
def define(term: tuple[str, ...], language: LanguageTag | None, glossary: str | None) -> None:
    """Say what TERM means.

    Exit code 0: answered, also when the name means several things. 1: not found, or only suggestions. 2: wrong use.
    """
    import asyncio  # noqa: PLC0415

    from adapters.terminal.asking import PLACE  # noqa: PLC0415
    from adapters.terminal.screen import Screen  # noqa: PLC0415
    from bot.commands import Define  # noqa: PLC0415
    from bot.replies import Form  # noqa: PLC0415
    from bot.requests import Request  # noqa: PLC0415

    asker = _asker(language)
    conversation, _ = _conversation(_opened(glossary, asker))
    reply = asyncio.run(conversation.reply_to(Request(asker, PLACE, Define(language, " ".join(term)))))
    if isinstance(reply, Form):
        raise click.UsageError("This opens a form; malmoi chat can fill it in.")
    Screen(sys.stdout, os.environ, can_pick=False).show(reply)
    sys.exit(0 if reply.is_found else NOT_FOUND)


@commands.command()
@language_option
@glossary_option
def chat(language: LanguageTag | None, glossary: str | None) -> None:
    """Talk to the bot here, or pipe questions in."""
    import asyncio  # noqa: PLC0415

    asker = _asker(language)
    conversation, store = _conversation(_opened(glossary, asker))
    asyncio.run(_chat(conversation, store, asker))


@commands.command()
@click.argument("files", metavar="FILE…", nargs=-1, required=True)
@click.option("--strict", "is_strict", is_flag=True, help="Take warnings for errors.")
@click.option(
    "--format", "written", type=click.Choice(["text", "json", "github"]), default="text", help="Who reads it."
)
def check(files: tuple[str, ...], written: str, *, is_strict: bool) -> None:
    """List what is wrong in glossary files.

    Exit code 0: nothing, or warnings only. 1: errors. 2: wrong use.
    """
    from adapters.terminal.checking import Format, has_errors, listed  # noqa: PLC0415

    harvests = [_harvest(file) for file in files]
    findings = [finding for harvest in harvests for finding in harvest.findings]
    sys.stdout.write(listed(findings, Format(written), _wording(_asker(None)), is_strict=is_strict))
    sys.stdout.flush()
    sys.exit(1 if has_errors(findings, is_strict=is_strict) else 0)


@commands.command()
@click.argument("platforms", nargs=-1, type=click.Choice(sorted(PLATFORM_TOKENS)))
@click.option("--or-chat", is_flag=True, help="Without any platform configured, talk here instead.")
@click.pass_context
def run(context: click.Context, platforms: tuple[str, ...], *, or_chat: bool) -> None:
    """Start the bot on Slack, Discord or both.

    Without a name: on every one whose token is set.
    """
    wanted = platforms or tuple(name for name, token in PLATFORM_TOKENS.items() if os.environ.get(token))
    if wanted:
        _give_up(f"This version talks only in the terminal, not yet on {' and '.join(wanted)}. Try: malmoi chat")
    if not or_chat:
        tokens = " or ".join(PLATFORM_TOKENS.values())
        _give_up(f"No platform is configured: {tokens} is not set. Without a platform, try: malmoi chat")
    context.invoke(chat)


def main() -> None:
    """Run the command line. It reads and writes UTF-8 whatever the locale says."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace" if stream is sys.stdin else "backslashreplace")
    commands()


async def _chat(conversation: Conversation, store: MemoryStore, asker: Asker) -> None:
    from adapters.files import text_of  # noqa: PLC0415
    from adapters.terminal.chatting import Chat  # noqa: PLC0415
    from adapters.terminal.listening import EditedLines, PipedLines  # noqa: PLC0415
    from adapters.terminal.screen import Screen, Terminal  # noqa: PLC0415

    async def speaking() -> Wording:
        return _wording(asker, await store.language_of(asker.account))

    is_interactive = sys.stdin.isatty() and sys.stdout.isatty()
    lines = EditedLines(_history()) if is_interactive else PipedLines(sys.stdin)
    conversing = Chat(conversation.reply_to, asker, Terminal(lines, Screen(sys.stdout, os.environ), text_of), speaking)
    if is_interactive:
        await conversing.greet()
    await conversing.answer_all()
    if is_interactive:
        await conversing.take_leave()


def _asker(language: LanguageTag | None) -> Asker:
    from getpass import getuser  # noqa: PLC0415

    from adapters.terminal.asking import asker_of, language_of  # noqa: PLC0415

    try:
        user = getuser()
    except (KeyError, OSError):  # a container may run under a number that has no name
        user = "nobody"
    return asker_of(user, language or language_of(os.environ))


def _wording(asker: Asker, chosen: LanguageTag | None = None) -> Wording:
    from bot.conversation import wording_for  # noqa: PLC0415
    from bot.languages import DEFAULT  # noqa: PLC0415

    return wording_for(chosen or asker.locale or DEFAULT)


def _conversation(concepts: Sequence[Concept]) -> tuple[Conversation, MemoryStore]:
    from datetime import UTC, datetime  # noqa: PLC0415

    from adapters.memory import MemoryStore  # noqa: PLC0415
    from adapters.terminal.asking import PLACE  # noqa: PLC0415
    from bot.conversation import Conversation  # noqa: PLC0415
    from bot.housing import Housing  # noqa: PLC0415
    from bot.remembering import Catalogues, Contexts  # noqa: PLC0415

    store = MemoryStore(concepts)
    housing = Housing(store, {PLACE.workspace}, tuple, lambda: datetime.now(UTC))
    return Conversation(Contexts(housing, store), Catalogues(store), store), store


def _opened(glossary: str | None, asker: Asker) -> tuple[Concept, ...]:
    """Read the glossary to answer from. One that is partly bad is used, and that is said in one line."""
    from adapters.terminal.checking import Format, listed  # noqa: PLC0415
    from adapters.terminal.saying import needs_a_look  # noqa: PLC0415

    if glossary is None:
        from adapters.files import starter  # noqa: PLC0415

        return starter().concepts
    harvest, wording = _harvest(glossary), _wording(asker)
    if not harvest.concepts:
        _give_up(listed(harvest.findings[:1], Format.TEXT, wording, is_strict=False).rstrip("\n"))
    if harvest.findings:
        lines = len({finding.line for finding in harvest.findings})
        _warn(needs_a_look(wording, lines, glossary))
    return harvest.concepts


def _harvest(file: str) -> Harvest:
    from adapters.files import harvest_of  # noqa: PLC0415

    try:
        return harvest_of(file)
    except OSError as error:
        _give_up(f"{file}: {error.strerror}")


def _history() -> Path | None:
    from pathlib import Path  # noqa: PLC0415

    from adapters.terminal.listening import history_in, state_directory  # noqa: PLC0415

    try:
        home = Path.home()
    except RuntimeError:  # no home directory, no history
        return None
    return history_in(state_directory(os.environ, sys.platform, home))


def _warn(sentence: str) -> None:
    from adapters.terminal.harmless import one_line  # noqa: PLC0415

    click.echo(one_line(sentence), err=True)


def _give_up(reason: str) -> NoReturn:
    _warn(reason)
    sys.exit(WRONG_USE)
