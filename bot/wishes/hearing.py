"""What is meant by a message that was said to the bot? A command, one term, several, a question, or nothing at all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.chatting import greets, is_chat
from bot.commands import Define, Explain, Help, Show
from bot.replies import Choice, Choices, Heading, Note, Options, Prose, Reply, Silence, Span
from bot.understanding import behind_explain, understood
from bot.wishes.defining import looked_up
from bot.wishes.presenting import answer_blocks, option_for
from bot.wording import plain, quoted
from glossary.lookup import Ambiguous, Answer, Query, resolve
from glossary.questions import asked_in, is_question

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.commands import Aimed, Said, Understood
    from bot.counting import Looked
    from bot.replies import Block
    from bot.scene import Scene
    from glossary.concept import Concept

MOST_TERMS = 10
"""In one message; what has more parts is no list of terms."""
MOST_IN_FULL = 3
"""Entries shown with their definitions; of more, each gets a line."""
LONGEST_TERM = 5
"""Words; a part of a message that has more is no term, nor is a message that asks nothing."""

_BETWEEN_TERMS = re.compile(
    r"\s*[,;、，；\n]\s*(?:and\s+|or\s+|y\s+|et\s+|und\s+)?"
    r"|\s+(?:and|or|vs\.?|versus|und|oder|y|et|ou|및|또는|그리고)\s+"
    r"|\s+[&/+|]\s+"
    r"|(?<=[가-힣])(?:와|과|랑|이랑|하고)\s+",
    re.IGNORECASE,
)


def heard(wish: Said, scene: Scene, count: Callable[[Looked], None]) -> Reply | Silence | Aimed | Understood:
    """Tell the command in a message; answer a list of terms; keep silent when nothing was asked."""
    text = wish.text.strip()
    meant = understood(text, scene.catalogue)
    if isinstance(meant, Explain):
        return Explain(meant.text or "\n".join(wish.thread))
    if wish.thread and _points_at_thread(text, meant, scene):
        return Explain("\n".join(wish.thread))
    if not isinstance(meant, Define) or scene.catalogue.named(text):
        return meant
    if greets(text):
        return Help()
    if is_chat(text):
        return Silence()
    if isinstance(_resolved(meant.text, scene), Answer | Ambiguous):
        return meant
    terms = _terms_in(text, scene)
    if terms:
        return _several(terms, scene, count)
    if not _is_asked(text):
        return Silence()
    spotted = _spotted_in(text, scene)
    return _several(spotted, scene, count) if spotted else meant


def _points_at_thread(text: str, meant: Aimed | Understood, scene: Scene) -> bool:
    """Tell whether it asks to explain what is no term, as in "explain this": what was said above it is meant."""
    if behind_explain(text) is None or not isinstance(meant, Define):
        return False
    return not isinstance(_resolved(meant.text, scene), Answer | Ambiguous)


def _is_asked(text: str) -> bool:
    """Tell whether a message that holds no term of this glossary asks for one: a question, or a word or two."""
    return is_question(text) or "?" in text or "？" in text or len(text.split()) <= LONGEST_TERM


def _terms_in(text: str, scene: Scene) -> tuple[str, ...]:
    """Take a list of terms apart, also one inside a question; nothing where no part of it is in the glossary."""
    for asked in asked_in(text):
        parts = tuple(dict.fromkeys(part for part in _BETWEEN_TERMS.split(asked.text) if part.strip()))
        is_list = 1 < len(parts) <= MOST_TERMS and all(len(part.split()) <= LONGEST_TERM for part in parts)
        if is_list and any(isinstance(_resolved(part, scene), Answer | Ambiguous) for part in parts):
            return parts
    return ()


def _spotted_in(text: str, scene: Scene) -> tuple[str, ...]:
    """Find the names that stand in a question, as they are written there, in order."""
    sight = scene.spotting().ready()
    spotted = sight.spot(text) if sight is not None else ()
    return tuple(dict.fromkeys(text[one.start : one.end] for one in spotted))[:MOST_TERMS]


def _several(terms: tuple[str, ...], scene: Scene, count: Callable[[Looked], None]) -> Reply:
    """Answer several terms in one reply: what is not there is said in one line below."""
    found: dict[str, Concept] = {}
    missing = []
    for term in terms:
        match looked_up(Define(None, term), scene, count):
            case Answer(match):
                found.setdefault(match.concept.id, match.concept)
            case Ambiguous(matches):
                found.update({match.concept.id: match.concept for match in matches})
            case _:
                missing.append(term)
    concepts = tuple(found.values())
    blocks = _in_full(concepts, scene) if len(concepts) <= MOST_IN_FULL else _in_lines(concepts, scene)
    if missing:
        names = tuple(span for term in missing for span in (Span(", "), *quoted(term)))[1:]
        blocks = (*blocks, Note(scene.wording.spans("Not in this glossary: {names}", names=names)))
    return Reply(blocks)


def _in_full(concepts: tuple[Concept, ...], scene: Scene) -> tuple[Block, ...]:
    blocks = tuple(block for concept in concepts for block in answer_blocks(concept, None, scene))
    titles = [plain(block.spans) for block in blocks if isinstance(block, Heading)]
    choices = (Choice(title, Show(concept.id)) for title, concept in zip(titles, concepts, strict=True))
    return (*blocks, Choices(tuple(choices)))


def _in_lines(concepts: tuple[Concept, ...], scene: Scene) -> tuple[Block, ...]:
    options = tuple(option_for(concept, scene, Show(concept.id)) for concept in concepts)
    return (Prose(scene.wording.spans("This is what they mean here:")), Options(options))


def _resolved(text: str, scene: Scene) -> object:
    return resolve(Query(text, scene.reader), scene.catalogue, scene.likelihood)
