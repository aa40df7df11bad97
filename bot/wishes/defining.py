"""What does it mean here? The replies to a lookup: an answer, a question back, suggestions, or "not found"."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from bot.access import Role
from bot.commands import Add, Ask, Browse, Define, Meant, Nearby, Show
from bot.counting import Looked
from bot.counts import Outcome
from bot.languages import choose
from bot.repeating import Answered
from bot.replies import Choice, Choices, Heading, Note, Option, Options, Prose, Reply, Span, Style
from bot.tokens import token_of
from bot.wishes.continuing import carried, next_steps
from bot.wishes.presenting import answer_blocks, option_for, title_of
from bot.wording import plain, quoted
from glossary.concept import LabelKind
from glossary.lookup import Ambiguous, Answer, How, Match, NotFound, Query, Resolution, Suggestions, resolve

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bot.replies import Block
    from bot.scene import Scene
    from bot.wording import Wording
    from glossary.concept import Concept, LanguageTag

MOST_TAUGHT = 3
"""Buttons that teach a name; more would hide the suggestions."""


def define(wish: Define, scene: Scene, count: Callable[[Looked], None]) -> Reply:
    """Look a term up, count that, and say what came of it."""
    found = answered(wish, scene)
    count(found.looked)
    if found.concept is not None:
        scene.note(found.concept)
    return found.reply


def answered(wish: Define, scene: Scene) -> Answered:
    """Look a term up, and say what came of it and what is to be counted."""
    resolution = resolve(Query(wish.text, scene.reader), scene.catalogue, scene.likelihood)
    shown = resolution.match.concept.id if isinstance(resolution, Answer) else None
    return Answered(_told(resolution, wish, scene), _looked(wish, resolution, scene), shown)


def _told(resolution: Resolution, wish: Define, scene: Scene) -> Reply:
    match resolution:
        case Answer(match):
            named = wish.language or match.language
            return _answer(match.concept, named, scene, _why(match, wish, scene.wording), wish.text)
        case Ambiguous(matches):
            return _ambiguous(matches, wish.language or matches[0].language, scene)
        case Suggestions(matches):
            return _suggestions(wish.text, matches, wish.language or matches[0].language, scene)
        case NotFound(reading):
            return not_found(reading or wish.text, scene)
        case _:
            assert_never(resolution)


def looked_up(wish: Define, scene: Scene, count: Callable[[Looked], None]) -> Resolution:
    """Look a term up, and count that."""
    resolution = resolve(Query(wish.text, scene.reader), scene.catalogue, scene.likelihood)
    count(_looked(wish, resolution, scene))
    if isinstance(resolution, Answer):
        scene.note(resolution.match.concept.id)
    return resolution


def _looked(wish: Define, resolution: Resolution, scene: Scene) -> Looked:
    match resolution:
        case Answer(match):
            shown = choose(match.concept, wish.language or match.language or scene.reader).definition
            outcome = Outcome.CORRECTED if match.how is How.CORRECTED else Outcome.ANSWERED
            reading, language = match.label.text, shown.language if shown else scene.reader
        case Ambiguous(matches):
            outcome, reading, language = Outcome.AMBIGUOUS, matches[0].label.text, scene.reader
        case Suggestions(matches):
            outcome, reading, language = Outcome.SUGGESTED, matches[0].reading or wish.text, scene.reader
        case NotFound(asked):
            outcome, reading, language = Outcome.NOT_FOUND, asked or wish.text, scene.reader
        case _:
            assert_never(resolution)
    surface, asker = scene.place.surface, scene.asker.account
    return Looked(scene.context.glossary, reading, wish.text, outcome, language, surface, asker)


def pick(wish: Show, scene: Scene) -> Reply:
    """Show what was picked, of several meanings or from anywhere else."""
    if scene.catalogue.get(wish.concept) is not None:
        scene.note(wish.concept)
    return show(wish, scene)


def show(wish: Show, scene: Scene) -> Reply:
    """Show a concept that is known by its id, or say that it is gone."""
    concept = scene.catalogue.get(wish.concept)
    return gone(scene) if concept is None else _answer(concept, wish.language, scene)


def gone(scene: Scene) -> Reply:
    """Say that a concept is not there any more: the button is older than its deletion."""
    missing = Prose(scene.wording.spans("This entry is no longer in the glossary."))
    return Reply((missing, _browsing(scene.wording)), is_found=False)


def nearby(wish: Nearby, scene: Scene) -> Reply:
    """Show what else could have been meant when the first answer was not it."""
    resolution = resolve(Query(wish.text, scene.reader), scene.catalogue, scene.likelihood)
    match resolution:
        case Answer(_, others) if others:
            return _suggestions(wish.text, others, others[0].language, scene)
        case Ambiguous(matches) | Suggestions(matches):
            return _suggestions(wish.text, matches, matches[0].language, scene)
        case Answer() | NotFound():
            return not_found(wish.text, scene)
        case _:
            assert_never(resolution)


def _answer(
    concept: Concept, named: LanguageTag | None, scene: Scene, why: tuple[Block, ...] = (), typed: str = ""
) -> Reply:
    title, *rest = answer_blocks(concept, named, scene)
    choices = tuple(next_steps(concept, named, scene, typed if why else ""))
    blocks = (title, *why, *rest, Choices(choices)) if choices else (title, *why, *rest)
    return Reply(blocks)


def _why(match: Match, wish: Define, wording: Wording) -> tuple[Block, ...]:
    """Explain a match that a reader could wonder about; nothing for a name as it stands in the glossary."""
    name = Span(match.label.text, Style.STRONG)
    if match.label.kind is LabelKind.AVOIDED:
        better = Span(match.concept.headword.text, Style.STRONG)
        return (Note(wording.spans("{name} should no longer be used; say {better}.", name=name, better=better)),)
    typed = quoted(match.reading or wish.text)
    match match.how:
        case How.EXACT | How.FOLDED | How.ALIAS | How.ABBREVIATION | How.INFLECTED | How.REORDERED:
            return ()
        case How.CORRECTED:
            sentence = wording.spans("You wrote {typed}; the nearest name is {name}.", typed=typed, name=name)
        case How.KEYBOARD:
            keys = quoted(wish.text)
            sentence = wording.spans("{typed} on the other keyboard is {name}.", typed=keys, name=name)
        case How.INITIALS:
            sentence = wording.spans("{typed} are the initial consonants of {name}.", typed=typed, name=name)
        case How.ROMANIZED:
            sentence = wording.spans("{typed} sounds like {name}.", typed=typed, name=name)
        case How.PART:
            sentence = wording.spans("{typed} is a part of {name}.", typed=typed, name=name)
        case _:
            assert_never(match.how)
    return (Note(sentence),)


def _ambiguous(matches: tuple[Match, ...], named: LanguageTag | None, scene: Scene) -> Reply:
    name = Span(matches[0].label.text, Style.STRONG)
    heading = scene.wording.count(
        "{name} means {number} thing here:", "{name} means {number} different things here:", len(matches), name=name
    )
    return Reply((Heading(heading), Options(tuple(_option(match.concept, named, scene) for match in matches))))


def _suggestions(typed: str, matches: tuple[Match, ...], named: LanguageTag | None, scene: Scene) -> Reply:
    nothing = Prose(scene.wording.spans("I have no {typed} here. Did you mean one of these?", typed=quoted(typed)))
    options = Options(tuple(_option(match.concept, named, scene) for match in matches))
    return Reply((nothing, options, *_teaching(typed, matches, scene)), is_found=False)


def _teaching(typed: str, matches: tuple[Match, ...], scene: Scene) -> Iterator[Block]:
    """Offer to learn what was typed as a name of one of the suggestions, to those who may at least propose."""
    if scene.role < Role.CONTRIBUTOR or not token_of(Meant(matches[0].concept.id, typed)):
        return
    choices = []
    for match in matches[:MOST_TAUGHT]:
        name = plain(title_of(match.concept, scene.reader))
        label = scene.wording.text("{typed} means {name}", typed=quoted(typed), name=name)
        choices.append(Choice(label, Meant(match.concept.id, typed)))
    yield Choices(tuple(choices))


def _option(concept: Concept, named: LanguageTag | None, scene: Scene) -> Option:
    return option_for(concept, scene, Show(concept.id, carried(named, scene)), named)


def not_found(typed: str, scene: Scene) -> Reply:
    """Say that it is not there, and what can be done about that."""
    if not any(character.isalnum() for character in typed):
        return Reply((Prose(scene.wording.spans("Which word would you like to know?")),), is_found=False)
    missing = Prose(scene.wording.spans("{typed} is not in this glossary.", typed=quoted(typed)))
    further = _browsing(scene.wording)
    if scene.role >= Role.CONTRIBUTOR and token_of(Add(typed)):
        further = Choices((Choice(scene.wording.text("Add it"), Add(typed)), *further.choices))
    if token_of(Ask(typed)):
        further = Choices((*further.choices, Choice(scene.wording.text("Ask for it"), Ask(typed))))
    return Reply((missing, further), is_found=False)


def _browsing(wording: Wording) -> Choices:
    return Choices((Choice(wording.text("Show all names"), Browse()),))
