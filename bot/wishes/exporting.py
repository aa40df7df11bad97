"""How does the glossary leave a chat? As a file in the format that was asked for."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from bot.commands import Export
from bot.replies import Attachment, Choice, Option, Options, Prose, Reply, Span
from bot.wording import quoted
from glossary.formats.choosing import FORMATS, format_named, written

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.scene import Scene
    from bot.wording import Wording
    from glossary.concept import Concept
    from glossary.formats.choosing import Format

LARGEST_FILE = 8_000_000
"""Bytes; Discord takes 10 MiB from a bot: discord-api-docs, reference, Uploading Files."""


async def export(wish: Export, scene: Scene) -> Reply:
    """Give the whole glossary as a file; without a format, or with one that is not known, offer them all."""
    form = format_named(wish.form)
    if form is None:
        return _which(wish, scene)
    concepts = tuple(scene.catalogue)
    text = await asyncio.to_thread(_text, form, concepts)
    if len(text.encode()) > LARGEST_FILE:
        said = scene.wording.spans(
            "The file would be larger than 8 MB; malmoi export --format {name} writes it.", name=form.name
        )
        return Reply((Prose(said),), is_found=False)
    said = scene.wording.count(
        "{number} entry, as {format}.", "{number} entries, as {format}.", len(concepts), format=form.title
    )
    return Reply((Prose(said), Attachment(f"glossary{form.endings[0]}", text)))


def _text(form: Format, concepts: tuple[Concept, ...]) -> str:
    return b"".join(written(form, concepts)).decode()


def _which(wish: Export, scene: Scene) -> Reply:
    """Ask for the format, by what it is good for."""
    uses = _uses(scene.wording)
    options = tuple(
        Option(Choice(form.title, Export(form.name)), (Span(uses[form.name]),)) for form in FORMATS if form.name in uses
    )
    if not wish.form:
        return Reply((Prose(scene.wording.spans("As which file?")), Options(options)))
    unknown = scene.wording.spans("There is no format {typed}; there are these:", typed=quoted(wish.form))
    return Reply((Prose(unknown), Options(options)), is_found=False)


def _uses(wording: Wording) -> Mapping[str, str]:
    """Say for each format what it is good for, in the order of the formats."""
    return {
        "markdown": wording.text("to read, and to keep in a repository"),
        "csv": wording.text("for spreadsheets"),
        "tsv": wording.text("for spreadsheets, with tabs between the columns"),
        "jsonl": wording.text("everything, for other programs and for a copy"),
        "yaml": wording.text("for programs and people"),
        "turtle": wording.text("for vocabularies in SKOS"),
        "rdfxml": wording.text("for vocabularies in SKOS"),
        "jsonld": wording.text("for vocabularies in SKOS"),
        "tbx": wording.text("for translation tools"),
        "glossary-bot": wording.text("for codeforamerica/glossary-bot"),
    }
