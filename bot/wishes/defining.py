"""What does it mean here? The replies to a lookup: an answer, a question back, suggestions, or "not found"."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, assert_never

from bot.access import Role
from bot.commands import Add, Ask, Browse, Define, Edit, Meant, Nearby, Share, Show, StillTrue
from bot.counting import Looked
from bot.keeping import Outcome
from bot.languages import Reason, choose, headword_for, nearest
from bot.policy import is_stale
from bot.prose import blocks_of, first_line_of
from bot.repeating import Answered
from bot.replies import Choice, Choices, Heading, Note, Option, Options, Picture, Prose, Reply, Span, Style
from bot.tokens import token_of
from bot.wishes import translating
from bot.wishes.mentioning import mentioned_in
from bot.wording import name_of_language, plain, quoted
from glossary.concept import LabelKind
from glossary.lookup import (
    Ambiguous,
    Answer,
    How,
    Match,
    NotFound,
    Query,
    Resolution,
    Suggestions,
    resolve,
)
from glossary.spelling import strict_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bot.commands import Command
    from bot.replies import Block, Spans
    from bot.scene import Scene
    from bot.wording import Wording
    from glossary.concept import Concept, LanguageTag

MOST_TAUGHT = 3
"""Buttons that teach a name; more would hide the suggestions."""
MOST_RELATED = 5
"""Buttons; the related concepts beyond that are reached through these."""
MOST_MENTIONED = 5
"""Buttons for what a definition mentions."""


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
    choices = (
        *_languages(concept, named, scene),
        *_related(concept, named, scene),
        *islice(_mentioned(concept, named, scene), MOST_MENTIONED),
        *_sharing(concept, scene),
        *(_not_it(typed, scene.wording) if why else ()),
        *_mending(concept, named, scene),
        *_confirming(concept, scene),
    )
    blocks = (title, *why, *rest, Choices(choices)) if choices else (title, *why, *rest)
    return Reply(blocks)


def answer_blocks(concept: Concept, named: LanguageTag | None, scene: Scene) -> tuple[Block, ...]:
    """Show a concept as readers get it, without what can be done next; the title comes first."""
    reader = named or scene.reader
    blocks: list[Block] = [Heading(title_of(concept, reader)), *_names(concept, reader, scene.wording)]
    blocks += _replacement(concept, scene)
    chosen = choose(concept, reader, scene.voice.languages)
    if chosen.definition is None:
        blocks.append(Prose(scene.wording.spans("Nobody has written a definition yet.")))
    else:
        if chosen.is_fallback:
            blocks.append(Note(_fallback(reader, chosen.definition.language, scene.wording)))
        blocks += blocks_of(chosen.definition.text)
        if chosen.definition.is_outdated:
            blocks.append(Note(_outdated(concept, scene)))
    blocks += _extras(concept, scene.wording)
    return tuple(blocks)


def _outdated(concept: Concept, scene: Scene) -> Spans:
    """Say that a translation was overtaken: quietly to readers, and to those who can mend it by which language."""
    newer = [one.language for one in concept.definitions if not one.is_outdated]
    if not _may_mend(scene) or not newer:
        return scene.wording.spans("Another language of this entry is newer.")
    languages = ", ".join(scene.wording.name_of(language) for language in newer)
    return scene.wording.spans("This may be out of date: the definition in {languages} is newer.", languages=languages)


def title_of(concept: Concept, reader: LanguageTag) -> Spans:
    """Name the concept in the reader's language, with its first name beside it where they differ."""
    name, original = headword_for(concept, reader).text, concept.headword.text
    title = [Span(name)]
    # What is written in either direction stands in spans of its own, so that each can be kept apart from the signs.
    if strict_key(original) != strict_key(name):
        title += [Span(" · "), Span(original)]
    if concept.domain:
        title += [Span(" ("), Span(concept.domain), Span(")")]
    return tuple(title)


def _names(concept: Concept, reader: LanguageTag, wording: Wording) -> Iterator[Block]:
    """Give the other names that are in good use, each once, those in the reader's language first."""
    shown = {strict_key(headword_for(concept, reader).text), strict_key(concept.headword.text)}
    mine = nearest(reader, tuple(dict.fromkeys(label.language for label in concept.labels)))
    names: dict[str, str] = {}
    used = [label for label in concept.labels if label.kind not in {LabelKind.MISSPELLING, LabelKind.AVOIDED}]
    for label in sorted(used, key=lambda label: label.language != mine):
        if (key := strict_key(label.text)) not in shown:
            names.setdefault(key, label.text)
    if names:
        yield Note(wording.spans("Also: {names}", names=wording.listed(map(Span, names.values()))))


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


def _replacement(concept: Concept, scene: Scene) -> Iterator[Block]:
    successor = scene.catalogue.get(concept.replaced_by) if concept.replaced_by else None
    if successor is not None:
        name = Span(headword_for(successor, scene.reader).text, Style.STRONG)
        yield Note(scene.wording.spans("Replaced by {name}.", name=name))


def _fallback(reader: LanguageTag, shown: LanguageTag, wording: Wording) -> Spans:
    return wording.spans(
        "There is no definition in {wanted} yet; this one is in {shown}.",
        wanted=wording.name_of(reader),
        shown=wording.name_of(shown),
    )


def _extras(concept: Concept, wording: Wording) -> Iterator[Block]:
    if concept.image:
        yield Picture(concept.image.address, concept.image.alternative_text)
    for link in concept.links:
        yield Prose((Span(link.title, address=link.address),))
    if concept.contact:
        yield Note(wording.spans("Who to ask: {contact}", contact=concept.contact))


def _languages(concept: Concept, named: LanguageTag | None, scene: Scene) -> Iterator[Choice]:
    """Offer the definition in other languages, and what can be done where the wanted one is missing.

    Each language is offered by its own name. Where others read along, everybody is offered their own instead.
    """
    chosen = choose(concept, named or scene.reader, scene.voice.languages)
    if scene.place.is_public:
        yield Choice(scene.wording.text("In my language"), Show(concept.id))
    else:
        shown = chosen.definition.language if chosen.definition else None
        for language in (definition.language for definition in concept.definitions):
            if language != shown:
                yield Choice(name_of_language(language, language), Show(concept.id, language))
    if chosen.is_fallback:
        yield from translating.offers(concept, named or scene.reader, scene)


def _carried(named: LanguageTag | None, scene: Scene) -> LanguageTag | None:
    """Tell which language a button must carry so that what it leads to comes in the language of the question."""
    return named or (scene.reader if scene.voice.reason is Reason.QUESTION else None)


def _related(concept: Concept, named: LanguageTag | None, scene: Scene) -> Iterator[Choice]:
    successor = (concept.replaced_by,) if concept.replaced_by else ()
    for concept_id in dict.fromkeys((*successor, *concept.related[:MOST_RELATED])):
        related = scene.catalogue.get(concept_id)
        if related is not None:
            yield Choice(headword_for(related, named or scene.reader).text, Show(related.id, _carried(named, scene)))


def _mentioned(concept: Concept, named: LanguageTag | None, scene: Scene) -> Iterator[Choice]:
    """Offer the known terms in the definition that is shown, but those that are offered as related."""
    definition = choose(concept, named or scene.reader, scene.voice.languages).definition
    offered = {concept.id, concept.replaced_by, *concept.related[:MOST_RELATED]}
    for other in mentioned_in(definition.text, scene) if definition else ():
        if other.id not in offered:
            yield Choice(headword_for(other, named or scene.reader).text, Show(other.id, _carried(named, scene)))


def _sharing(concept: Concept, scene: Scene) -> Iterator[Choice]:
    if scene.place.can_share:
        yield Choice(scene.wording.text("Share here"), Share(concept.id))


def _not_it(typed: str, wording: Wording) -> Iterator[Choice]:
    if token_of(Nearby(typed)):
        yield Choice(wording.text("Not what I meant"), Nearby(typed))


def _may_mend(scene: Scene) -> bool:
    """Tell whether whoever reads it may write; where others read it too, they need not."""
    return scene.role >= Role.EDITOR and not scene.place.is_public


def _mending(concept: Concept, named: LanguageTag | None, scene: Scene) -> Iterator[Choice]:
    """Offer those who may write to bring an overtaken translation up to date."""
    shown = choose(concept, named or scene.reader, scene.voice.languages).definition
    if shown is not None and shown.is_outdated and _may_mend(scene):
        yield Choice(scene.wording.text("Edit"), Edit(concept.id, shown.language))


def _confirming(concept: Concept, scene: Scene) -> Iterator[Choice]:
    """Offer those who look after the glossary to say that an entry is still right, when it is time."""
    if scene.role >= Role.EDITOR and is_stale(concept, scene.policy, scene.now.date()):
        yield Choice(scene.wording.text("Still true"), StillTrue(concept.id))


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


def option_for(concept: Concept, scene: Scene, command: Command, named: LanguageTag | None = None) -> Option:
    """Offer a concept with the one line that tells it from the others."""
    reader = named or scene.reader
    definition = choose(concept, reader, scene.voice.languages).definition
    line = first_line_of(definition.text) if definition else ()
    return Option(Choice(plain(title_of(concept, reader)), command), line)


def _option(concept: Concept, named: LanguageTag | None, scene: Scene) -> Option:
    return option_for(concept, scene, Show(concept.id, _carried(named, scene)), named)


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
