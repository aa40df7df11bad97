"""How do files come in from the command line? Read, compared with what is there, and kept as one change."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from functools import reduce
from pathlib import Path
from typing import TYPE_CHECKING

import click

from adapters.files import size_of, source_of
from adapters.files.histories import changes_in
from adapters.opening import opened
from adapters.terminal.checking import Format, has_errors, listed
from adapters.terminal.progress import progress_on
from bot.conversation import utc_now
from bot.desk import fresh_proposal_id
from bot.found_names import edits_for
from bot.harmless import one_line
from bot.keeping import EMPTY, Change, Deed, Edit, Proposal, Revision
from bot.outcomes import line_of, line_of_proposal, marked, report, totals
from bot.wording import plain
from glossary.catalogue import Catalogue
from glossary.formats.choosing import JSON_LINES
from glossary.merging import Refused, Unchanged, free_names, guard_for, lacking, plan, to_keep

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from adapters.files import Source
    from adapters.sql.store import SqlStore
    from adapters.terminal.progress import Progress
    from bot.keeping import GlossaryId
    from bot.wording import Wording
    from glossary.clashing import Clash
    from glossary.concept import Concept, ConceptId
    from glossary.formats.choosing import Field
    from glossary.formats.choosing import Format as FileFormat
    from glossary.formats.reading import Proposal as NameProposal
    from glossary.merging import Guard, Mode, Outcome

    Found = Sequence[tuple[Concept, NameProposal]]

REFUSED = 1


@dataclass(frozen=True, slots=True)
class Wish:
    """What to do with the files of an import."""

    mode: Mode
    form: FileFormat | None
    """None where each file's name or content tells."""
    workspace: str | None
    is_dry: bool
    is_strict: bool
    is_proposing: bool
    has_starter: bool


@dataclass(frozen=True, slots=True)
class _Planned:
    """What an import would do, and what it is based on."""

    past: Sequence[Change]
    """The history that goes before it; only for a glossary in which nothing happened yet."""
    has_lost_past: bool
    """Whether there is one that does not go before it."""
    revision: Revision
    base: Catalogue
    keeps: frozenset[Field]
    """What every one of the files can hold of a concept."""
    outcomes: Sequence[Outcome]
    found: Found
    """Names that texts seem to give."""


async def bring_in(files: Sequence[str], wish: Wish, wording: Wording) -> int:
    """Bring files in, or say what that would do; tell the exit code.

    Raises:
        UsageError: A file cannot be read.
    """
    with progress_on(sys.stderr) as progress:
        work = _Work(wish, wording, progress)
        sources = [work.read(file) for file in files]
        findings = [finding for source in sources for finding in source.harvest.findings]
        is_faulty = has_errors(findings, is_strict=wish.is_strict)
        store, glossary = await opened(wish.workspace, has_starter=wish.has_starter)
        try:
            planned = await work.plan(store, glossary, sources)
            is_refused = any(isinstance(outcome, Refused) for outcome in planned.outcomes)
            if not wish.is_dry and not (wish.is_strict and (is_faulty or is_refused)):
                await work.keep(store, glossary, planned)
        finally:
            await store.close()
    click.echo(listed(findings, Format.TEXT, wording, is_strict=wish.is_strict), nl=False, err=True)
    if planned.has_lost_past:
        said = wording.text("The history is left out: it goes only into a glossary in which nothing happened.")
        click.echo(said, err=True)
    click.echo("\n".join(map(one_line, _said(planned, wish, wording))))
    return REFUSED if is_refused or is_faulty else 0


@dataclass(frozen=True, slots=True)
class _Work:
    """The three steps of an import, each with its bar."""

    wish: Wish
    wording: Wording
    progress: Progress

    def read(self, file: str) -> Source:
        try:
            with self.progress.step(self.wording.text("Reading {file}", file=file), size_of(file)) as watch:
                return source_of(file, self.wish.form, watch)
        except OSError as error:
            raise click.UsageError(f"{error.filename}: {error.strerror}") from error

    async def plan(self, store: SqlStore, glossary: GlossaryId, sources: Sequence[Source]) -> _Planned:
        present = await store.changes(glossary, EMPTY)
        past = [change for source in sources for change in _history_of(source, glossary)]
        has_lost_past = bool(past) and present.revision != EMPTY
        if has_lost_past:
            past = []
        base = Catalogue(_after(past) if past else present.put)
        harvested = tuple({one.id: one for source in sources for one in source.harvest.concepts}.values())
        keeps = reduce(frozenset.intersection, (source.keeps for source in sources))
        with self.progress.step(self.wording.text("Comparing"), len(harvested)) as watch:
            outcomes = plan(base, harvested, self.wish.mode, keeps, _watched(guard_for(len(harvested)), watch))
        proposals = [one for source in sources for one in source.harvest.proposals]
        found = tuple(lacking(harvested, outcomes, proposals))
        return _Planned(past, has_lost_past, Revision(present.revision + len(past)), base, keeps, outcomes, found)

    async def keep(self, store: SqlStore, glossary: GlossaryId, planned: _Planned) -> None:
        """Commit what is new and what changed, as one change; what stays as it is makes none."""
        now = utc_now()
        concepts = to_keep(planned.outcomes, now.date(), planned.keeps)
        edits = tuple(Edit(concept.id, concept) for concept in concepts)
        names = free_names(planned.outcomes, planned.base)
        change = Change(glossary, edits, planned.revision, None, now, Deed.IMPORTED, free_names=names)
        changes = [*planned.past, *([change] if edits else [])]
        with self.progress.step(self.wording.text("Storing")):
            revision = await store.commit_all(changes) if changes else planned.revision
            if self.wish.is_proposing:
                for edit, place in edits_for(planned.found, concepts, planned.base):
                    await store.propose(Proposal(fresh_proposal_id(), glossary, edit, revision, None, now, place))


def _watched(guard: Guard, watch: Callable[[int], None]) -> Guard:
    """Tell after each entry that one more is compared."""

    def watched(concept: Concept, catalogue: Catalogue) -> Sequence[Clash]:
        watch(1)
        return guard(concept, catalogue)

    return watched


def _history_of(source: Source, glossary: GlossaryId) -> list[Change]:
    if source.form is not JSON_LINES:
        return []
    with Path(source.path).open("rb") as lines:
        return changes_in(lines, glossary, source.path)


def _after(changes: Iterable[Change]) -> list[Concept]:
    """Tell what stands in a glossary when these changes have happened."""
    concepts = {edit.concept: edit.after for change in changes for edit in change.edits}
    return [concept for concept in concepts.values() if concept is not None]


def _said(planned: _Planned, wish: Wish, wording: Wording) -> Iterable[str]:
    """Say what becomes of each entry, in a dry run with each difference; the names found in texts; and the totals."""
    if wish.is_dry:
        yield from report(planned.outcomes, wording, _naming(planned))
    else:
        yield from (marked(line_of(one, wording)) for one in planned.outcomes if not isinstance(one, Unchanged))
    for concept, said in planned.found:
        yield marked(line_of_proposal(concept.headword.text, said, wording))
    yield plain(totals(planned.outcomes, wording))


def _naming(planned: _Planned) -> Callable[[ConceptId], str]:
    def name_of(concept_id: ConceptId) -> str:
        concept = planned.base.get(concept_id)
        return concept.headword.text if concept else concept_id

    return name_of
