"""The command line, and the only place where the parts are put together.

Everything heavy is imported where it is used: ``malmoi --help`` must not wait for what it does not need.
"""

from __future__ import annotations

import io
import os
import sys
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

import click

from adapters import exchange, logs, maintenance

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop
    from collections.abc import Callable, Coroutine
    from contextlib import AbstractAsyncContextManager
    from pathlib import Path

    from adapters.assembling import Bot
    from bot.replies import Reply
    from bot.requests import Asker
    from bot.wording import Wording
    from glossary.concept import Concept, LanguageTag
    from glossary.formats.reading import Harvest

Value = TypeVar("Value")

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
@click.option("--explain", "is_explained", is_flag=True, help="Show how it came to the answer, step by step.")
def define(term: tuple[str, ...], language: LanguageTag | None, glossary: str | None, *, is_explained: bool) -> None:
    """Say what TERM means.

    Exit code 0: answered, also when the name means several things. 1: not found, or only suggestions. 2: wrong use.
    """
    from adapters.terminal.screen import Screen  # noqa: PLC0415

    reply = _run(_defined(" ".join(term), language, glossary, is_explained=is_explained))
    Screen(sys.stdout, os.environ, can_pick=False).show(reply)
    sys.exit(0 if reply.is_found else NOT_FOUND)


@commands.command()
@language_option
@glossary_option
@click.option("--as", "name", metavar="NAME", help="Talk as somebody else, who has the roles that were given to them.")
def chat(language: LanguageTag | None, glossary: str | None, name: str | None) -> None:
    """Talk to the bot here, or pipe questions in. A glossary that is a file is only read."""
    from adapters.terminal.asking import as_guest  # noqa: PLC0415

    asker = _asker(language, name)
    _run(_chat(asker if glossary is None else as_guest(asker), glossary))


@commands.command()
@click.argument("files", metavar="FILE…", nargs=-1, required=True)
@click.option("--strict", "is_strict", is_flag=True, help="Take warnings for errors.")
@click.option(
    "--format", "written", type=click.Choice(["text", "json", "github"]), default="text", help="Who reads it."
)
@click.option("--ignore", "ignored", metavar="RULE", multiple=True, help="Pass over findings such as near-duplicate.")
def check(files: tuple[str, ...], written: str, ignored: tuple[str, ...], *, is_strict: bool) -> None:
    """List what is wrong in glossary files, and what somebody should look at; the files are taken together.

    Exit code 0: nothing, or warnings only. 1: errors. 2: wrong use.
    """
    from adapters.terminal.checking import Format, has_errors, listed  # noqa: PLC0415
    from glossary.formats.reading import Rule  # noqa: PLC0415
    from glossary.formats.reviewing import review  # noqa: PLC0415

    unknown = sorted({*ignored} - {*Rule})
    if unknown:
        raise click.BadParameter(f"There is no rule {unknown[0]}; there are: {', '.join(Rule)}.")
    harvests = [_harvest(file) for file in files]
    placed = [(concept, harvest.places[concept.id]) for harvest in harvests for concept in harvest.concepts]
    found = (*(finding for harvest in harvests for finding in harvest.findings), *review(placed))
    findings = [finding for finding in found if finding.rule not in ignored]
    sys.stdout.write(listed(findings, Format(written), _wording(_asker(None)), is_strict=is_strict))
    sys.stdout.flush()
    sys.exit(1 if has_errors(findings, is_strict=is_strict) else 0)


@commands.command()
@click.option("--glossary", metavar="FILE", required=True, help="A glossary in the measure's JSON lines.")
def resolve(glossary: str) -> None:
    """Answer the measure of finding terms: one JSON line in, one out."""
    from adapters.measuring import answer_lines  # noqa: PLC0415

    try:
        answer_lines(glossary, sys.stdin, sys.stdout)
    except OSError as error:
        _give_up(f"{glossary}: {error.strerror}")
    except (ValueError, KeyError, TypeError) as error:
        _give_up(f"{glossary}: not in the measure's form ({type(error).__name__})")


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
        _run(_served(wanted), _fast_loop())
        return
    if not or_chat:
        tokens = " or ".join(PLATFORM_TOKENS.values())
        _give_up(f"No platform is configured: {tokens} is not set. Without a platform, try: malmoi chat")
    context.invoke(chat)


@commands.group()
def slack() -> None:
    """Set the Slack app up."""


@slack.command()
@click.option("--url", default="", metavar="https://…", help="Where Slack reaches the bot; without it, Socket Mode.")
@click.option("--distributed", "is_distributed", is_flag=True, help="For many workspaces: with renewed tokens.")
def manifest(url: str, *, is_distributed: bool) -> None:
    """Print the manifest to paste on Slack's page for a new app."""
    from adapters.slack.manifest import Filling, manifest_of  # noqa: PLC0415
    from adapters.slack.settings import commands_in  # noqa: PLC0415
    from glossary.errors import MalformedError  # noqa: PLC0415

    try:
        sys.stdout.write(manifest_of(Filling(url, *commands_in(os.environ), is_distributed)))
    except MalformedError as error:
        _give_up(f"{error.field}: {error.rule}")


maintenance.add_to(commands, lambda work: _run(work()), lambda: _wording(_asker(None)))
exchange.add_to(commands, lambda work: _run(work()), lambda: _wording(_asker(None)))


def main() -> None:
    """Run the command line. It reads and writes UTF-8 whatever the locale says."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace" if stream is sys.stdin else "backslashreplace")
    logs.begin(os.environ)
    commands()


def _fast_loop() -> Callable[[], AbstractEventLoop] | None:
    """Give what makes an event loop for a process that serves: libuv's, where it is installed."""
    try:
        from uvloop import new_event_loop  # noqa: PLC0415
    except ImportError:  # it does not exist for Windows
        return None
    return new_event_loop


def _run(work: Coroutine[Any, Any, Value], loops: Callable[[], AbstractEventLoop] | None = None) -> Value:
    """Do asynchronous work; a database that is away or unknown is one line, not a traceback."""
    import asyncio  # noqa: PLC0415

    from glossary.errors import MalformedError, UnavailableError  # noqa: PLC0415

    try:
        with asyncio.Runner(loop_factory=loops) as runner:
            return runner.run(work)
    except MalformedError as error:
        _give_up(f"{error.field}: {error.rule}")
    except ModuleNotFoundError as error:  # the driver of a database that not everybody needs
        _give_up(f"{error.name} is not installed. Install malmoi[postgres] for PostgreSQL.")
    except UnavailableError as error:
        _give_up("Run malmoi migrate first." if error.part == "schema" else f"The {error.part} does not answer.")


def _bot(glossary: str | None, asker: Asker) -> AbstractAsyncContextManager[Bot]:
    """Make the bot: from a file, or on the database."""
    from adapters.assembling import bot_of, bot_on_database  # noqa: PLC0415
    from adapters.files import starter  # noqa: PLC0415

    if glossary is not None:
        return bot_of(_opened(glossary, asker))
    return bot_on_database(os.environ, lambda: starter().concepts)


async def _defined(term: str, language: LanguageTag | None, glossary: str | None, *, is_explained: bool) -> Reply:
    from adapters.terminal.asking import PLACE  # noqa: PLC0415
    from bot.commands import Define, Why  # noqa: PLC0415
    from bot.replies import Reply  # noqa: PLC0415
    from bot.requests import Request  # noqa: PLC0415

    asker = _asker(language)
    async with _bot(glossary, asker) as bot:
        wish = Why(term) if is_explained else Define(language, term)
        reply = await bot.reply_to(Request(asker, PLACE, wish))
    assert isinstance(reply, Reply), "a lookup opens no form"  # noqa: S101 — what the door's type cannot say
    return reply


async def _served(names: tuple[str, ...]) -> None:
    """Run these platforms until the process is asked to end."""
    import asyncio  # noqa: PLC0415

    from adapters.assembling import bot_on_database, parts_of  # noqa: PLC0415
    from adapters.files import starter  # noqa: PLC0415
    from adapters.running import run_until_stopped, stop_at_signals  # noqa: PLC0415
    from adapters.web.serving import address_in, listening  # noqa: PLC0415

    stop = asyncio.Event()
    stop_at_signals(stop)
    host, port = address_in(os.environ)
    async with bot_on_database(os.environ, lambda: starter().concepts) as bot:
        parts = parts_of(names, bot, os.environ)
        with listening(host, port) as listener:
            await run_until_stopped(parts, listener, stop)


async def _chat(asker: Asker, glossary: str | None) -> None:
    from adapters.assembling import deliveries_of  # noqa: PLC0415
    from adapters.files import bytes_of  # noqa: PLC0415
    from adapters.terminal.chatting import Chat  # noqa: PLC0415
    from adapters.terminal.listening import EditedLines, PipedLines  # noqa: PLC0415
    from adapters.terminal.saying import ending_words  # noqa: PLC0415
    from adapters.terminal.screen import Screen, Terminal  # noqa: PLC0415
    from adapters.terminal.telling import Telling  # noqa: PLC0415

    is_interactive = sys.stdin.isatty() and sys.stdout.isatty()
    lines = EditedLines(_history(), ending_words()) if is_interactive else PipedLines(sys.stdin)
    terminal = Terminal(lines, Screen(sys.stdout, os.environ), bytes_of)
    async with _bot(glossary, asker) as bot:

        async def speaking() -> Wording:
            return _wording(asker, (await bot.store.preferences_of(asker.account)).language)

        conversing = Chat(bot.reply_to, asker, terminal, speaking, Telling(asker, deliveries_of(bot)).tell)
        if is_interactive:
            await conversing.greet()
        await conversing.answer_all()
        if is_interactive:
            await conversing.take_leave()


def _asker(language: LanguageTag | None, name: str | None = None) -> Asker:
    """Introduce whoever sits here: the administrator of what is theirs, or the person they name."""
    from getpass import getuser  # noqa: PLC0415

    from adapters.terminal.asking import administrator, asker_of, language_of  # noqa: PLC0415

    if name is not None:
        return asker_of(name, language or language_of(os.environ))
    try:
        user = getuser()
    except (KeyError, OSError):  # a container may run under a number that has no name
        user = "nobody"
    return administrator(user, language or language_of(os.environ))


def _wording(asker: Asker, chosen: LanguageTag | None = None) -> Wording:
    from bot.wording import wording_for  # noqa: PLC0415

    return wording_for(chosen, asker.locale)


def _opened(glossary: str, asker: Asker) -> tuple[Concept, ...]:
    """Read the glossary to answer from. One that is partly bad is used, and that is said in one line."""
    from adapters.terminal.checking import Format, listed  # noqa: PLC0415
    from adapters.terminal.saying import needs_a_look  # noqa: PLC0415

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
    from bot.harmless import one_line  # noqa: PLC0415

    click.echo(one_line(sentence), err=True)


def _give_up(reason: str) -> NoReturn:
    _warn(reason)
    sys.exit(WRONG_USE)
