"""How does a file come into the glossary from a chat? Handed over in a form, shown as what it would change, then taken.

What was read of the file waits as a draft: the button works for a day, and on any process. Reading and comparing are
done beside the event loop, which goes on answering meanwhile.
"""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from bot.commands import Bring, Import
from bot.desk import DRAFTS_LAST, fresh_draft_id, fresh_proposal_id
from bot.found_names import edits_for
from bot.keeping import Change, Deed, Draft, DraftId, Edit, Proposal
from bot.outcomes import totals
from bot.replies import Choice, ChoiceField, Choices, FileField, Form, Listing, Note, Prose, Reply, Span
from bot.tokens import carried, command_of
from bot.wishes.drafting import lost
from bot.wishes.keeping import confirmation
from bot.wishes.previewing import MOST_LINES, finding_line, preview
from bot.wording import quoted
from glossary.concept import ConceptId, Label, LabelKind, LanguageTag
from glossary.errors import ChangedMeanwhileError, TakenError
from glossary.formats.choosing import FORMATS, JSON_LINES, MARKDOWN, format_named, format_of, harvest, written
from glossary.formats.reading import Harvest
from glossary.formats.reading import Proposal as NameProposal
from glossary.merging import Mode, free_names, lacking, plan, to_keep

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.commands import HandedFile
    from bot.desk import Desk
    from bot.keeping import Revision
    from bot.replies import Block, Spans
    from bot.scene import Scene
    from glossary.concept import Concept
    from glossary.formats.choosing import Format
    from glossary.merging import Outcome

LARGEST_FILE = 5_000_000
"""Bytes. What is larger comes in with ``malmoi import``."""
MOST_CONCEPTS = 20_000
FILE, MODE = "file", "mode"


@dataclass(frozen=True, slots=True)
class _Brought:
    """What a file gave, as a draft keeps it."""

    file: str
    form: Format
    mode: Mode
    concepts: tuple[Concept, ...]
    names: tuple[NameProposal, ...]
    """Names that its texts seem to give."""


def form(scene: Scene) -> Form:
    """Ask for the file, and for what becomes of entries that are there."""
    wording = scene.wording
    modes = (
        (Mode.MERGE.value, wording.text("Add to entries that are there")),
        (Mode.REPLACE.value, wording.text("Replace entries that are there")),
    )
    hint = wording.text("Markdown, CSV, TSV, JSON Lines, YAML, SKOS or TBX, up to 5 MB")
    endings = tuple(ending for one in FORMATS for ending in one.endings)
    fields = (
        FileField(FILE, wording.text("File"), hint, is_required=True, most_bytes=LARGEST_FILE, endings=endings),
        ChoiceField(MODE, wording.text("What becomes of your entries"), modes, Mode.MERGE.value),
    )
    return Form(wording.text("Import"), fields, Import(), wording.text("Show what would change"))


async def submitted(values: Mapping[str, str], files: Mapping[str, HandedFile], scene: Scene, desk: Desk) -> Reply:
    """Read the file, keep what it gave as a draft, and show what it would change.

    The form never comes back: to fetch and read a file takes longer than a platform waits for one.
    """
    file = files.get(FILE)
    if file is None:
        return _refused(scene.wording.spans("There is no file."), scene)
    if len(file.data) > LARGEST_FILE:
        return _refused(scene.wording.spans("The file is larger than 5 MB; malmoi import takes it."), scene)
    kind = format_of(file.name, file.data) or MARKDOWN
    read = await asyncio.to_thread(harvest, kind, [file.data], file.name)
    if not read.concepts:
        lines = tuple((Span(finding_line(one, scene)),) for one in read.findings[:MOST_LINES])
        said = scene.wording.spans("There is nothing to import in {file}.", file=quoted(file.name))
        return _refused(said, scene, Listing(lines))
    if len(read.concepts) > MOST_CONCEPTS:
        most = scene.wording.spans(
            "These are more than {limit} entries; malmoi import takes them.", limit=MOST_CONCEPTS
        )
        return _refused(most, scene)
    mode = Mode.REPLACE if values.get(MODE) == Mode.REPLACE else Mode.MERGE
    brought = _Brought(file.name, kind, mode, read.concepts, read.proposals)
    draft = _draft_of(brought, scene)
    await desk.store.keep_draft(draft)
    return preview(draft, brought.file, await _outcomes(brought, scene), read, scene)


async def bring(wish: Bring, scene: Scene, desk: Desk) -> Reply:
    """Do what a file was said to change, once; where the glossary has changed since, show it anew instead."""
    draft = await desk.store.draft(scene.context.glossary, DraftId(wish.draft), scene.asker.account, scene.now)
    if draft is None or not isinstance(command_of(draft.purpose), Import):
        return lost(scene)
    done = await desk.store.made_by(draft.glossary, _key(draft))
    if done is not None:
        return confirmation(scene.wording.spans("This is imported already."), done, None, scene)
    brought = await asyncio.to_thread(_brought, draft)
    outcomes = await _outcomes(brought, scene)
    change = await asyncio.to_thread(_change, draft, brought.form, outcomes, scene)
    try:
        revision = await desk.store.commit(change)
    except (ChangedMeanwhileError, TakenError):
        draft = replace(draft, based_on=scene.revision)
        await desk.store.keep_draft(draft)
        note = Note(scene.wording.spans("Somebody changed the glossary meanwhile. Now it is this:"))
        shown = preview(draft, brought.file, outcomes, Harvest(brought.concepts, proposals=brought.names), scene)
        return replace(shown, blocks=(note, *shown.blocks), is_found=False)
    if wish.has_names:
        await _propose_names(brought, outcomes, revision, scene, desk)
    counted = totals(outcomes, scene.wording)
    said = scene.wording.spans("{file} is imported: {totals}.", file=quoted(brought.file), totals=counted)
    return confirmation(said, revision, None, scene)


def _change(draft: Draft, form: Format, outcomes: Sequence[Outcome], scene: Scene) -> Change:
    concepts = to_keep(outcomes, scene.now.date(), form.keeps)
    return Change(
        draft.glossary,
        tuple(Edit(concept.id, concept) for concept in concepts),
        draft.based_on,
        scene.asker.account,
        scene.now,
        Deed.IMPORTED,
        key=_key(draft),
        free_names=free_names(outcomes, scene.catalogue),
    )


async def _propose_names(
    brought: _Brought, outcomes: Sequence[Outcome], revision: Revision, scene: Scene, desk: Desk
) -> None:
    """Let curators decide about the names that the texts seem to give."""
    found = lacking(brought.concepts, outcomes, brought.names)
    kept = to_keep(outcomes, scene.now.date(), brought.form.keeps)
    glossary, author = scene.context.glossary, scene.asker.account
    for edit, place in edits_for(found, kept, scene.catalogue):
        await desk.store.propose(Proposal(fresh_proposal_id(), glossary, edit, revision, author, scene.now, place))


def _key(draft: Draft) -> str:
    """Name the change that a file becomes: taking it twice is taking it once."""
    return f"draft:{draft.id}"


def _draft_of(brought: _Brought, scene: Scene) -> Draft:
    """Keep what was read, and not the file: it is read once."""
    concepts = b"".join(written(JSON_LINES, brought.concepts)).decode()
    values = (
        (FILE, brought.file),
        ("format", brought.form.name),
        (MODE, brought.mode.value),
        ("concepts", concepts),
        ("names", json.dumps([_row_of(one) for one in brought.names], ensure_ascii=False)),
    )
    return Draft(
        fresh_draft_id(),
        scene.context.glossary,
        scene.asker.account,
        carried(Import()),
        values,
        scene.revision,
        scene.now + DRAFTS_LAST,
    )


def _brought(draft: Draft) -> _Brought:
    values = dict(draft.values)
    concepts = harvest(JSON_LINES, [values["concepts"].encode()], values[FILE]).concepts
    names = tuple(map(_name_in, json.loads(values["names"])))
    return _Brought(values[FILE], format_named(values["format"]) or MARKDOWN, Mode(values[MODE]), concepts, names)


def _row_of(name: NameProposal) -> list[str | int]:
    return [name.concept, name.label.text, name.label.language, name.label.kind.value, name.file, name.line]


def _name_in(row: Sequence[Any]) -> NameProposal:
    concept, text, language, kind, file, line = row
    return NameProposal(ConceptId(concept), Label(text, LanguageTag(language), LabelKind(kind)), file, line)


async def _outcomes(brought: _Brought, scene: Scene) -> tuple[Outcome, ...]:
    present = tuple(scene.catalogue)
    return await asyncio.to_thread(plan, present, brought.concepts, brought.mode, brought.form.keeps)


def _refused(sentence: Spans, scene: Scene, *more: Block) -> Reply:
    """Say why a file is not taken, and let another one be chosen."""
    again = Choices((Choice(scene.wording.text("Choose another file"), Import()),))
    return Reply((Prose(sentence), *more, again), is_found=False)
