"""Why did a lookup end as it did? The readings, what was found, what spoke for it, and the decision, for curators."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, assert_never

from bot.languages import headword_for
from bot.replies import Heading, Listing, Prose, Reply, Span, Style
from bot.wishes.presenting import title_of
from bot.wording import plain, quoted
from glossary.explaining import Family, explain
from glossary.forms import Form
from glossary.likelihood import Ground
from glossary.lookup import Ambiguous, Answer, How, NotFound, Query, Suggestions
from glossary.readings import Means

if TYPE_CHECKING:
    from bot.commands import Why
    from bot.replies import Block, Spans
    from bot.scene import Scene
    from bot.wording import Wording
    from glossary.explaining import Considered, Contribution, Explanation
    from glossary.lookup import Resolution
    from glossary.readings import Reading

MOST_REASONS = 6
"""Reasons shown of each candidate, the weightiest first; the others hardly counted."""


def why(wish: Why, scene: Scene) -> Reply:
    """Look a term up, and show every step to what came of it."""
    wording = scene.wording
    found = explain(Query(wish.text, scene.reader), scene.catalogue, scene.likelihood)
    blocks: list[Block] = [Heading(_outcome(found.resolution, wish.text, wording))]
    if found.readings:
        blocks += [Prose(wording.spans("Read as:")), Listing(tuple(_reading(one, wording) for one in found.readings))]
    for number, candidate in enumerate(found.candidates, 1):
        blocks += _candidate(candidate, number, scene)
    if found.contributions:
        blocks.append(Prose(wording.spans("What made the first one sure or not:")))
        blocks.append(_reasons(found.contributions, wording))
    if isinstance(found.resolution, Ambiguous):
        blocks += [Prose(wording.spans("Its meanings stand in this order:")), _order(found.resolution, scene)]
    blocks.append(Prose(_decision(found, wording)))
    return Reply(tuple(blocks), is_found=isinstance(found.resolution, Answer | Ambiguous))


def _outcome(resolution: Resolution, typed: str, wording: Wording) -> Spans:
    said = quoted(typed)
    match resolution:
        case Answer(match):
            label = Span(match.label.text, Style.STRONG)
            return wording.spans(
                "{typed} is answered with {name}: {how}", typed=said, name=label, how=_how(match.how, wording)
            )
        case Ambiguous(matches):
            return wording.spans("{typed} is asked back: {number} meanings", typed=said, number=len(matches))
        case Suggestions(matches):
            return wording.spans("{typed} is only suggested: {number} names", typed=said, number=len(matches))
        case NotFound():
            return wording.spans("{typed} is not found", typed=said)
        case _:
            assert_never(resolution)


def _reading(reading: Reading, wording: Wording) -> Spans:
    ways = sorted(reading.means, key=lambda one: one.value)
    means = wording.listed(Span(_means(one, wording)) for one in ways) or wording.text("as typed")
    text = Span(reading.text, Style.STRONG)
    return wording.spans("{reading} — {means}, cost {cost}", reading=text, means=means, cost=f"{reading.cost:.2f}")


def _candidate(considered: Considered, number: int, scene: Scene) -> tuple[Block, ...]:
    scored = considered.scored
    hit = scored.candidate.hit
    name = Span(headword_for(hit.concept, scene.reader).text, Style.STRONG)
    line = scene.wording.spans(
        "{number}. {name}, by its name “{label}” ({form}): nearness {nearness}",
        number=number,
        name=name,
        label=hit.label.text,
        form=_form(hit.form, scene.wording),
        nearness=f"{scored.nearness:+.2f}",
    )
    return (Prose(line), _reasons(considered.contributions, scene.wording))


def _order(resolution: Ambiguous, scene: Scene) -> Listing:
    """Say of each meaning what puts it where it stands."""
    lines = []
    for match in resolution.matches:
        weights = scene.likelihood.weights(match.concept, match.label, scene.reader)
        grounds = [Span(_ground(ground, scene.wording)) for ground, weight in weights if weight]
        title = (Span(plain(title_of(match.concept, scene.reader)), Style.STRONG),)
        lines.append((*title, Span(": "), *scene.wording.listed(grounds)) if grounds else title)
    return Listing(tuple(lines), is_numbered=True)


def _ground(ground: Ground, wording: Wording) -> str:
    """Say what speaks for a meaning here; how often something was looked up is nobody's business."""
    return {
        Ground.PINNED: wording.text("pinned here"),
        Ground.LISTED: wording.text("in a pack of this place"),
        Ground.TOPIC: wording.text("about the same as what is at home here"),
        Ground.USED_HERE: wording.text("often looked up here"),
        Ground.USED: wording.text("often looked up in this workspace"),
        Ground.LANGUAGE: wording.text("its name is in your language"),
    }[ground]


def _how(how: How, wording: Wording) -> str:
    """Say how a match came about."""
    return {
        How.EXACT: wording.text("as it is written"),
        How.FOLDED: wording.text("but for case, accents and punctuation"),
        How.ALIAS: wording.text("by another name"),
        How.ABBREVIATION: wording.text("by an abbreviation"),
        How.INFLECTED: wording.text("inflected"),
        How.REORDERED: wording.text("in another order"),
        How.PART: wording.text("in part"),
        How.INITIALS: wording.text("by initial consonants"),
        How.ROMANIZED: wording.text("by its sound"),
        How.KEYBOARD: wording.text("on the other keyboard"),
        How.CORRECTED: wording.text("corrected"),
    }[how]


def _means(means: Means, wording: Wording) -> str:
    """Say which detour a reading took."""
    return {
        Means.ASKED: wording.text("without the words of a question"),
        Means.STEM: wording.text("without particles"),
        Means.KEYBOARD: wording.text("on the other keyboard"),
        Means.SPELLED_OUT: wording.text("letters by their names"),
        Means.INITIALS: wording.text("by initial consonants"),
        Means.SOUND: wording.text("by its sound"),
    }[means]


def _form(form: Form, wording: Wording) -> str:
    """Say which spelling of a name was compared."""
    return {
        Form.NAME: wording.text("the name"),
        Form.PART: wording.text("one of joined names"),
        Form.ROMANIZED: wording.text("in Latin letters"),
        Form.SOUND: wording.text("by its sound"),
        Form.ACRONYM: wording.text("first letters"),
        Form.NUMERONYM: wording.text("numeronym"),
        Form.INITIALS: wording.text("by initial consonants"),
    }[form]


def _reasons(contributions: tuple[Contribution, ...], wording: Wording) -> Listing:
    """Show what counted most."""
    lines = (
        (Span(f"{one.counts:+.2f}", Style.CODE), Span(f" {_family(one.family, wording)}")) for one in contributions
    )
    return Listing(tuple(islice(lines, MOST_REASONS)))


def _family(family: Family, wording: Wording) -> str:
    """Say what was looked at."""
    return {
        Family.READING: wording.text("how boldly it was read"),
        Family.FORM: wording.text("which spelling of the name it was compared with"),
        Family.SOUND: wording.text("how alike they sound"),
        Family.EQUAL: wording.text("nothing differs"),
        Family.DIFFERENCE: wording.text("how many letters differ, for a word of this length"),
        Family.SLIPS: wording.text("which slips these are"),
        Family.WORDS: wording.text("which words they have in common"),
        Family.LEFT: wording.text("what of the name was not typed"),
        Family.PLACE: wording.text("one begins with the other, or holds it"),
        Family.ORDINARY: wording.text("whether it is an ordinary word"),
        Family.NEARNESS: wording.text("how near it is"),
        Family.STANDING: wording.text("how it stands among the others"),
        Family.START: wording.text("where everything starts from"),
    }[family]


def _decision(found: Explanation, wording: Wording) -> Spans:
    return wording.spans(
        "Sure by {sureness}; answered from {answer} on, suggested from nearness {suggest} on.",
        sureness=f"{found.sureness:.2f}",
        answer=f"{found.answers_from:.2f}",
        suggest=f"{found.suggests_from:+.2f}",
    )
