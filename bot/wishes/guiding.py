"""What can I do here? The short help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.commands import Browse, Define, Language
from bot.replies import Choice, Choices, Heading, Listing, Prose, Reply, Span, Style
from bot.understanding import words_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.replies import Spans
    from bot.scene import Scene
    from bot.wording import Wording

MOST_EXAMPLES = 3


def guide(scene: Scene) -> Reply:
    """Say in a few lines what can be typed, with examples from this very glossary."""
    heading = Heading(scene.wording.spans("Type a word, and I tell you what it means here."))
    forgiving = Prose(
        scene.wording.spans(
            "Misspelt, abbreviated, in another language or on the wrong keyboard: I look for what you meant."
        )
    )
    names = [concept.headword.text for _, concept in zip(range(MOST_EXAMPLES), scene.catalogue, strict=False)]
    examples = tuple(Choice(name, Define(None, name)) for name in names)
    further = (
        Choice(scene.wording.text("Show all names"), Browse()),
        Choice(scene.wording.text("Choose a language"), Language()),
    )
    return Reply((heading, forgiving, Listing(tuple(_commands(scene.wording))), Choices((*examples, *further))))


def _commands(wording: Wording) -> Iterator[Spans]:
    words = {word: Span(written, Style.CODE) for word, written in words_in(wording).items()}
    yield wording.spans("{word}: look a term up, even one that is also a command", word=words["define"])
    yield wording.spans("{word}: all names in this glossary", word=words["browse"])
    yield wording.spans("{word}: the language you get answers in", word=words["language"])
    yield wording.spans("{word}: this text", word=words["help"])
