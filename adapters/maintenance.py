"""What does whoever runs the bot type? The commands about the database: migrate, backup, restore, doctor."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, assert_never

import click

from adapters.ending import done

if TYPE_CHECKING:
    from adapters.sql.examining import Finding
    from adapters.sql.settings import Settings
    from bot.wording import Wording

PROBLEM = 1


@click.command()
def migrate() -> None:
    """Bring the database to what this version needs."""
    from adapters.sql import maintaining  # noqa: PLC0415 — see the command line

    done(lambda: maintaining.migrate(_settings()))


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
def backup(file: Path) -> None:
    """Write a consistent copy into FILE while the bot runs.

    A SQLite database becomes another one, or JSON Lines where FILE ends so; a PostgreSQL always becomes JSON Lines.
    """
    from adapters.sql import maintaining  # noqa: PLC0415 — see the command line

    if file.exists():
        raise click.UsageError(f"{file} is there already; nothing was written.")
    done(lambda: maintaining.back_up(_settings(), file))


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def restore(file: Path) -> None:
    """Read a copy in JSON Lines into an empty database, of either kind."""
    from adapters.sql import maintaining  # noqa: PLC0415 — see the command line

    done(lambda: maintaining.restore(_settings(), file))


@click.command()
def doctor() -> None:
    """Look what is wrong, and say what to do. Exit code 1: there is a problem."""
    from adapters.sitting import asker_here, wording_of  # noqa: PLC0415 — see the command line
    from adapters.sql import maintaining  # noqa: PLC0415 — as above
    from adapters.sql.examining import Level  # noqa: PLC0415 — as above
    from bot.conversation import utc_now  # noqa: PLC0415 — as above

    found = done(lambda: maintaining.diagnose(_settings(), utc_now()))
    wording = wording_of(asker_here())
    for finding in found:
        click.echo(f"{_mark(finding)} {sentence_of(finding, wording)}")
    is_well = _discord_is_well(wording)
    sys.exit(PROBLEM if any(finding.level is Level.PROBLEM for finding in found) or not is_well else 0)


def _discord_is_well(wording: Wording) -> bool:
    """Look at Discord, where a token is set; say what was found, and tell whether all of it is as it should be."""
    if not os.environ.get("DISCORD_TOKEN"):
        return True
    from adapters.discord import examining  # noqa: PLC0415 — discord.py is not needed for a database
    from adapters.discord.settings import Settings as DiscordSettings  # noqa: PLC0415 — as above

    found = done(lambda: examining.examined(DiscordSettings.of(os.environ), wording))
    for one in found:
        click.echo(f"{'ok     ' if one.is_fine else 'PROBLEM'} {one.sentence}")
    return all(one.is_fine for one in found)


def sentence_of(finding: Finding, wording: Wording) -> str:  # noqa: C901, PLR0912 — a table: one line for each check
    """Say what was found, and what to do about it where something is wrong."""
    from adapters.sql.examining import Check, Level  # noqa: PLC0415 — see the command line

    is_fine, fact = finding.level is Level.FINE, finding.fact
    match finding.check:
        case Check.REACHABLE if is_fine:
            return wording.text("The database answers: {name}.", name=fact)
        case Check.REACHABLE:
            return wording.text(
                "The database does not answer ({reason}). Check DATABASE_URL and the server.", reason=fact
            )
        case Check.VERSION if is_fine:
            return wording.text("Its version is {version}.", version=fact)
        case Check.VERSION:
            return wording.text("Its version, {version}, is older than what was tested. Update it.", version=fact)
        case Check.MIGRATIONS if is_fine:
            return wording.text("Its tables are those of this version.")
        case Check.MIGRATIONS:
            return wording.text("Its tables are not those of this version. Run: malmoi migrate")
        case Check.CLOCK if is_fine:
            return wording.text("The clocks agree.")
        case Check.CLOCK:
            return wording.text("The clocks differ by {seconds} seconds. Set this machine's clock.", seconds=fact)
        case Check.SECRETS:
            return _about_secrets(finding, wording)
        case Check.JOURNAL if is_fine:
            return wording.text("SQLite writes ahead (WAL), and waits for the disk.")
        case Check.JOURNAL:
            return wording.text("SQLite does not write ahead: the journal is {mode}. Is the file read-only?", mode=fact)
        case Check.DISK if is_fine:
            return wording.text("There is room on the disk.")
        case Check.DISK:
            return wording.text("The disk is nearly full: {bytes} bytes are left.", bytes=fact)
        case Check.LASTING if is_fine:
            return wording.text("The disk outlasts this process.")
        case Check.LASTING:
            return wording.text(
                "The database is on {kind}, which will not last or cannot be shared. Move it.", kind=fact
            )
        case Check.PROCESSES if is_fine:
            return wording.text("No other process has the file open.")
        case Check.PROCESSES:
            return wording.text("{number} other processes have the file open. Use PostgreSQL for several.", number=fact)
        case _:
            assert_never(finding.check)


def _about_secrets(finding: Finding, wording: Wording) -> str:
    from adapters.sql.examining import Level  # noqa: PLC0415 — see the command line

    match finding.level:
        case Level.FINE:
            return wording.text("Every secret can be opened.")
        case Level.WARNING:
            return wording.text("MALMOI_SECRET_KEY is not set: tokens cannot be kept. Set 32 random characters.")
        case Level.PROBLEM:
            return wording.text(
                "{name} was sealed with another MALMOI_SECRET_KEY. Add that key too.", name=finding.fact
            )
        case _:
            assert_never(finding.level)


def _mark(finding: Finding) -> str:
    from adapters.sql.examining import Level  # noqa: PLC0415 — see the command line

    return {Level.FINE: "ok     ", Level.WARNING: "warning", Level.PROBLEM: "PROBLEM"}[finding.level]


def _settings() -> Settings:
    from adapters.sql.settings import Settings  # noqa: PLC0415 — see the command line

    return Settings.of(os.environ)


COMMANDS = (migrate, backup, restore, doctor)
