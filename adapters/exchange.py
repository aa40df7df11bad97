"""How do words come in, and how do they leave? The commands import and export, as they are typed."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from adapters.ending import done

FORMATS = ("markdown", "csv", "tsv", "jsonl", "yaml", "turtle", "rdfxml", "jsonld", "tbx", "glossary-bot")
FOLDER = "folder"
"""A folder of pages, which is no format of one file."""

workspace_option = click.option("--workspace", metavar="ID", help="Another glossary than home, such as slack:T0123.")


@click.command(name="import")
@click.argument("files", metavar="FILE…", nargs=-1, required=True)
@click.option("--format", "name", type=click.Choice(FORMATS), help="Instead of what the name or content tells.")
@click.option("--merge/--replace", "is_merging", default=True, help="Add to entries (default), or replace them.")
@click.option("--dry-run", "is_dry", is_flag=True, help="Say for each entry what would happen; change nothing.")
@click.option("--strict", "is_strict", is_flag=True, help="All or nothing: any finding or refusal stops it.")
@click.option("--propose-names", "is_proposing", is_flag=True, help="Let curators decide about names found in texts.")
@click.option(
    "--starter/--no-starter",
    "has_starter",
    default=True,
    help="Begin a glossary that is not there yet with the starter (default), or empty.",
)
@workspace_option
def import_(files: tuple[str, ...], name: str | None, *, is_merging: bool, **options: Any) -> None:  # noqa: ANN401 — the fields of a wish
    """Bring files or folders into the glossary, as one change.

    Exit code 0: all taken. 1: something was refused, and is listed. 2: wrong use.
    """
    from adapters.importing import Wish, bring_in  # noqa: PLC0415 — see the command line
    from adapters.sitting import asker_here, wording_of  # noqa: PLC0415 — as above
    from glossary.formats.choosing import format_named  # noqa: PLC0415 — as above
    from glossary.merging import Mode  # noqa: PLC0415 — as above

    form = format_named(name) if name else None
    wish = Wish(Mode.MERGE if is_merging else Mode.REPLACE, form, **options)
    sys.exit(done(lambda: bring_in(files, wish, wording_of(asker_here()))))


@click.command()
@click.option(
    "--format",
    "name",
    type=click.Choice((*FORMATS, FOLDER)),
    default="jsonl",
    help="Default: jsonl, which loses nothing.",
)
@click.option("--output", type=click.Path(path_type=Path), help="A file, or a folder, instead of standard output.")
@click.option("--tag", "tags", multiple=True, help="Only entries with this tag; several mean any of them.")
@click.option("--language", "languages", metavar="TAG", multiple=True, help="Only what is said in this language.")
@click.option("--all", "is_all", is_flag=True, help="Everything, so that an import gives an equal glossary.")
@click.option("--history", "has_history", is_flag=True, help="With --all: every change, and who made it, too.")
@workspace_option
def export(  # noqa: PLR0913 — one for each option
    name: str,
    output: Path | None,
    tags: tuple[str, ...],
    languages: tuple[str, ...],
    workspace: str | None,
    *,
    is_all: bool,
    has_history: bool,
) -> None:
    """Write the glossary, in an order in which a comparison shows just what changed."""
    if is_all and (name != "jsonl" or tags or languages):
        raise click.UsageError("--all is everything, as jsonl: it goes with no other choice.")
    if has_history and not is_all:
        raise click.UsageError("--history goes with --all.")
    if name == FOLDER and output is None:
        raise click.UsageError("A folder of pages needs --output FOLDER.")
    from adapters.exporting import Wish, hand_out  # noqa: PLC0415 — see the command line
    from adapters.terminal.asking import tag_of  # noqa: PLC0415 — as above
    from glossary.formats.choosing import format_named  # noqa: PLC0415 — as above

    wanted = {tag: tag_of(tag) for tag in languages}
    for tag, language in wanted.items():
        if language is None:
            raise click.BadParameter(f"{tag!r} is no language tag; one looks like ko or pt-BR.")
    known = frozenset(filter(None, wanted.values()))
    wish = Wish(format_named(name), output, frozenset(tags), known, workspace, has_history)
    done(lambda: hand_out(wish))


COMMANDS = (import_, export)
