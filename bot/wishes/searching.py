"""Where do these words stand? Full-text search over names and definitions, with the place marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.commands import Search, Show
from bot.replies import Choice, Form, Heading, LineField, Option, Options, Prose, Reply, Span, Style
from bot.wishes.presenting import title_of
from bot.wording import plain, quoted
from glossary.searching import search as found_by

if TYPE_CHECKING:
    from bot.replies import Spans
    from bot.scene import Scene
    from glossary.searching import Hit

MOST_HITS = 10
WORDS = "words"
"""The field of the form."""
AROUND = 50
"""Code points of the text shown on either side of the first place."""


async def search(wish: Search, scene: Scene) -> Reply | Form:
    """Find the concepts that speak of these words, best first; without words, ask for them."""
    if not wish.text.strip():
        field = LineField(WORDS, scene.wording.text("Words in names and definitions"), is_required=True)
        return Form(scene.wording.text("Search"), (field,), Search(""), scene.wording.text("Search"))
    hits = found_by(wish.text, await scene.index(), scene.reader, MOST_HITS)
    if not hits:
        nothing = scene.wording.spans("Nothing in this glossary speaks of {typed}.", typed=quoted(wish.text))
        return Reply((Prose(nothing),), is_found=False)
    heading = scene.wording.spans("What speaks of {typed}", typed=quoted(wish.text))
    return Reply((Heading(heading), Options(tuple(_option(hit, scene) for hit in hits))))


def _option(hit: Hit, scene: Scene) -> Option:
    return Option(Choice(plain(title_of(hit.concept, scene.reader)), Show(hit.concept.id)), _marked(hit))


def _marked(hit: Hit) -> Spans:
    """Show the text around the first place, with every place in it set apart."""
    text = hit.place.text
    begin = max(0, hit.spans[0][0] - AROUND) if hit.spans else 0
    end = min(len(text), hit.spans[0][1] + AROUND) if hit.spans else 2 * AROUND
    spans = [Span("…")] if begin else []
    at = begin
    for start, stop in hit.spans:
        if stop > end:
            break
        spans += [Span(_line(text[at:start])), Span(_line(text[start:stop]), Style.STRONG)]
        at = stop
    spans += [Span(_line(text[at:end])), Span("…" if end < len(text) else "")]
    return tuple(span for span in spans if span.text)


def _line(text: str) -> str:
    return text.replace("\n", " ")
