"""How do words come in, and how do they leave? The commands import and export."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from functools import reduce
from pathlib import Path
from typing import TYPE_CHECKING, Any, assert_never

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Iterable, Sequence

    from adapters.files import Source
    from adapters.sql.store import SqlStore
    from bot.keeping import GlossaryId
    from bot.wording import Wording
    from glossary.concept import Concept
    from glossary.formats.reading import Finding
    from glossary.merging import Mode, Outcome

    Running = Callable[[Callable[[], Coroutine[Any, Any, int]]], int]

FORMATS = ("markdown", "csv", "tsv", "jsonl", "yaml", "turtle", "rdfxml", "jsonld", "tbx", "glossary-bot")
REFUSED = 1


@dataclass(frozen=True, slots=True)
class _Wish:
    """What to do with the files of an import."""

    mode: Mode
    workspace: str | None
    is_dry: bool
    is_strict: bool


def add_to(commands: click.Group, running: Running, speaking: Callable[[], Wording]) -> None:
    """Add the commands; `running` does asynchronous work and turns refusals into one line."""

    @commands.command(name="import")
    @click.argument("files", metavar="FILE…", nargs=-1, required=True)
    @click.option("--format", "name", type=click.Choice(FORMATS), help="Instead of what the name or content tells.")
    @click.option("--merge/--replace", "is_merging", default=True, help="Add to entries (default), or replace them.")
    @click.option("--dry-run", "is_dry", is_flag=True, help="Say what would happen; change nothing.")
    @click.option("--strict", "is_strict", is_flag=True, help="All or nothing: any finding or refusal stops it.")
    @click.option("--workspace", metavar="ID", help="Another glossary than home, such as slack:T0123.")
    def import_(  # noqa: PLR0913 — one for each option
        files: tuple[str, ...],
        name: str | None,
        workspace: str | None,
        *,
        is_merging: bool,
        is_dry: bool,
        is_strict: bool,
    ) -> None:
        """Bring files or folders into the glossary, as one change.

        Exit code 0: all taken. 1: something was refused, and is listed. 2: wrong use.
        """
        from adapters.files import source_of  # noqa: PLC0415 — see the command line
        from glossary.formats.choosing import format_named  # noqa: PLC0415 — as above
        from glossary.merging import Mode  # noqa: PLC0415 — as above

        wish = _Wish(Mode.MERGE if is_merging else Mode.REPLACE, workspace, is_dry, is_strict)
        form = format_named(name) if name else None
        try:
            sources = [source_of(file, form) for file in files]
        except OSError as error:
            raise click.UsageError(f"{error.filename}: {error.strerror}") from error
        sys.exit(running(lambda: _bring_in(sources, wish, speaking())))

    @commands.command()
    @click.option(
        "--format", "name", type=click.Choice(FORMATS), default="jsonl", help="Default: jsonl, which loses nothing."
    )
    @click.option("--output", type=click.Path(path_type=Path), help="A file instead of the standard output.")
    @click.option("--tag", help="Only entries with this tag.")
    @click.option("--workspace", metavar="ID", help="Another glossary than home, such as slack:T0123.")
    def export(name: str, output: Path | None, tag: str | None, workspace: str | None) -> None:
        """Write the glossary, in an order in which a comparison shows just what changed."""
        running(lambda: _hand_out(name, output, tag, workspace))


async def _bring_in(sources: Sequence[Source], wish: _Wish, wording: Wording) -> int:
    from adapters.terminal.checking import Format, has_errors, listed  # noqa: PLC0415 — see the command line
    from bot.keeping import Revision  # noqa: PLC0415 — as above
    from glossary.merging import Refused, plan  # noqa: PLC0415 — as above

    findings: list[Finding] = [finding for source in sources for finding in source.harvest.findings]
    click.echo(listed(findings, Format.TEXT, wording, is_strict=wish.is_strict), nl=False, err=True)
    is_faulty = has_errors(findings, is_strict=wish.is_strict)
    store, glossary = await _opened(wish.workspace)
    try:
        present = await store.changes(glossary, Revision(0))
        harvested = {one.id: one for source in sources for one in source.harvest.concepts}
        keeps = reduce(frozenset.intersection, (source.keeps for source in sources))
        outcomes = plan(present.put, tuple(harvested.values()), wish.mode, keeps)
        is_refused = any(isinstance(outcome, Refused) for outcome in outcomes)
        _report(outcomes, wording)
        if not wish.is_dry and not (wish.is_strict and (is_faulty or is_refused)):
            await _keep(store, glossary, outcomes, present.revision)
    finally:
        await store.close()
    return REFUSED if is_refused or is_faulty else 0


async def _keep(store: SqlStore, glossary: GlossaryId, outcomes: Iterable[Outcome], revision: int) -> None:
    """Commit what is new and what changed, as one change; what stays as it is makes none."""
    from bot.conversation import utc_now  # noqa: PLC0415 — see the command line
    from bot.keeping import Change, Deed, Edit, Revision  # noqa: PLC0415 — as above
    from glossary.freshness import freshened  # noqa: PLC0415 — as above
    from glossary.merging import Added, Changed  # noqa: PLC0415 — as above

    now = utc_now()
    edits = []
    for outcome in outcomes:
        if isinstance(outcome, Added):
            edits.append(Edit(outcome.concept.id, outcome.concept))
        elif isinstance(outcome, Changed):
            edits.append(Edit(outcome.after.id, freshened(outcome.before, outcome.after, now.date())))
    if edits:
        await store.commit(Change(glossary, tuple(edits), Revision(revision), None, now, Deed.IMPORTED))


def _report(outcomes: Sequence[Outcome], wording: Wording) -> None:
    """Say what becomes of each entry that does not simply stay, and count them all."""
    from bot.wording import plain  # noqa: PLC0415 — see the command line
    from glossary.merging import Added, Changed, Refused, Unchanged  # noqa: PLC0415 — as above

    for outcome in outcomes:
        if not isinstance(outcome, Unchanged):
            click.echo(_line(outcome, wording))
    counts = {kind: sum(isinstance(one, kind) for one in outcomes) for kind in (Added, Changed, Unchanged, Refused)}
    summary = wording.spans(
        "{added} added, {changed} changed, {unchanged} unchanged, {refused} refused",
        added=counts[Added],
        changed=counts[Changed],
        unchanged=counts[Unchanged],
        refused=counts[Refused],
    )
    click.echo(plain(summary))


def _line(outcome: Outcome, wording: Wording) -> str:
    from bot.harmless import one_line  # noqa: PLC0415 — see the command line
    from bot.wishes.comparing import summary  # noqa: PLC0415 — as above
    from glossary.merging import Added, Changed, Refused, Unchanged  # noqa: PLC0415 — as above

    match outcome:
        case Added(concept):
            said = wording.text("+ {name}", name=concept.headword.text)
        case Changed(before, after):
            what = summary(before, after, wording)
            said = wording.text("~ {name}: {what}", name=after.headword.text, what=what)
        case Refused(concept, clashes):
            names = ", ".join(dict.fromkeys(clash.name for clash in clashes))
            said = wording.text("! {name}: {names} leads to another entry", name=concept.headword.text, names=names)
        case Unchanged(concept):
            said = wording.text("= {name}", name=concept.headword.text)
        case _:
            assert_never(outcome)
    return one_line(said)


async def _hand_out(name: str, output: Path | None, tag: str | None, workspace: str | None) -> int:
    from glossary.formats.choosing import MARKDOWN, format_named, written  # noqa: PLC0415 — see the command line

    store, glossary = await _opened(workspace)
    try:
        concepts: Sequence[Concept] = await store.concepts(glossary)
    finally:
        await store.close()
    wanted = [concept for concept in concepts if tag is None or tag in concept.tags]
    pieces = written(format_named(name) or MARKDOWN, wanted)
    if output is None:
        sys.stdout.buffer.writelines(pieces)
        return 0
    with output.open("wb") as file:
        file.writelines(pieces)
    return 0


async def _opened(workspace: str | None) -> tuple[SqlStore, GlossaryId]:
    """Open the database, and find the glossary: home, or that of a workspace; one that is not there begins empty."""
    from adapters.files import starter  # noqa: PLC0415 — see the command line
    from adapters.sql.maintaining import open_store  # noqa: PLC0415 — as above
    from adapters.sql.settings import Settings  # noqa: PLC0415 — as above
    from adapters.terminal.asking import PLACE  # noqa: PLC0415 — as above
    from bot.conversation import utc_now  # noqa: PLC0415 — as above
    from bot.housing import Housing  # noqa: PLC0415 — as above
    from bot.requests import WorkspaceId  # noqa: PLC0415 — as above

    store = await open_store(Settings.of(os.environ))
    housing = Housing(store, {PLACE.workspace}, lambda: starter().concepts, utc_now)
    return store, await housing.glossary_of(WorkspaceId(workspace) if workspace else PLACE.workspace)
