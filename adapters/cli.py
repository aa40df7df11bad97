"""The command line, and the only place where the parts are put together.

Everything heavy is imported where it is used: ``malmoi --help`` must not wait for what it does not need.
"""

from __future__ import annotations

import io
import os
import sys
from typing import TYPE_CHECKING

import click

from adapters import exchange, logs, maintenance
from adapters.ending import NOT_FOUND, done, give_up

if TYPE_CHECKING:
    from glossary.concept import LanguageTag

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
    from adapters.talking import defined  # noqa: PLC0415
    from adapters.terminal.screen import Screen  # noqa: PLC0415

    reply = done(lambda: defined(" ".join(term), language, glossary, is_explained=is_explained))
    Screen(sys.stdout, os.environ, can_pick=False).show(reply)
    sys.exit(0 if reply.is_found else NOT_FOUND)


@commands.command()
@language_option
@glossary_option
@click.option("--as", "name", metavar="NAME", help="Talk as somebody else, who has the roles that were given to them.")
def chat(language: LanguageTag | None, glossary: str | None, name: str | None) -> None:
    """Talk to the bot here, or pipe questions in. A glossary that is a file is only read."""
    from adapters.chatting import converse  # noqa: PLC0415
    from adapters.sitting import asker_here  # noqa: PLC0415
    from adapters.terminal.asking import as_guest  # noqa: PLC0415

    asker = asker_here(language, name)
    done(lambda: converse(asker if glossary is None else as_guest(asker), glossary))


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
    from adapters.sitting import asker_here, harvested, wording_of  # noqa: PLC0415
    from adapters.terminal.checking import Format, has_errors, listed  # noqa: PLC0415
    from glossary.formats.reading import Rule  # noqa: PLC0415
    from glossary.formats.reviewing import review  # noqa: PLC0415

    unknown = sorted({*ignored} - {*Rule})
    if unknown:
        raise click.BadParameter(f"There is no rule {unknown[0]}; there are: {', '.join(Rule)}.")
    harvests = [harvested(file) for file in files]
    placed = [(concept, harvest.places[concept.id]) for harvest in harvests for concept in harvest.concepts]
    found = (*(finding for harvest in harvests for finding in harvest.findings), *review(placed))
    findings = [finding for finding in found if finding.rule not in ignored]
    sys.stdout.write(listed(findings, Format(written), wording_of(asker_here()), is_strict=is_strict))
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
        give_up(f"{glossary}: {error.strerror}")
    except (ValueError, KeyError, TypeError) as error:
        give_up(f"{glossary}: not in the measure's form ({type(error).__name__})")


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
        from adapters.serving import fast_loop, served  # noqa: PLC0415

        done(lambda: served(wanted), fast_loop())
        return
    if not or_chat:
        tokens = " or ".join(PLATFORM_TOKENS.values())
        give_up(f"No platform is configured: {tokens} is not set. Without a platform, try: malmoi chat")
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
        give_up(f"{error.field}: {error.rule}")


for command in (*exchange.COMMANDS, *maintenance.COMMANDS):
    commands.add_command(command)


def main() -> None:
    """Run the command line. It reads and writes UTF-8 whatever the locale says."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace" if stream is sys.stdin else "backslashreplace")
    logs.begin(os.environ)
    commands()
