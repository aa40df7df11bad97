"""What is missing? What people asked for in vain, gathered, and what a curator can do about it."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.commands import Add, Dismiss, Gaps, Means, Meant, Missing, Translate
from bot.languages import headword_for, nearest
from bot.replies import (
    Choice,
    Choices,
    Delivery,
    Emphasis,
    Form,
    Heading,
    LineField,
    Note,
    Option,
    Options,
    Prose,
    Reply,
    Span,
)
from bot.sentences import sentence_of_problem
from bot.tokens import LONGEST_CARRIED_QUERY
from bot.wishes.drafting import learn
from bot.wording import quoted
from glossary.fields import read_concepts
from glossary.gathering import gathered, keys_of
from glossary.lookup import NotFound, Query, Suggestions, resolve
from glossary.readings import readings_of
from glossary.rules import LONGEST_DOMAIN, LONGEST_NAME, Problem, Rule, language_tag_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from bot.counts import Gap
    from bot.desk import Desk
    from bot.replies import Block
    from bot.scene import Scene

PAGE = 10
MOST_GAPS = 150
"""Of a month, those that most people asked for."""
MOST_FORMS = 6
"""Spellings that are shown of one gap."""
MOST_MEANT = 3
"""Entries that are offered as what was meant."""
ENTRY = "entry"


@dataclass(frozen=True, slots=True)
class Cluster:
    """What was asked for and not found, in all its spellings."""

    text: str
    """The spelling that most people used, without the words of a question."""
    forms: tuple[str, ...]
    people: int
    """Within one month; nobody is followed from one month to the next, so of two months the one with more counts."""
    translate: Translate | None = None
    """What closes it, where an entry is there and wanted in another language."""


async def gaps(wish: Gaps, scene: Scene, desk: Desk) -> Reply:
    """List the gaps, what most people asked for first."""
    clusters = await _clusters(scene, desk)
    if not clusters:
        return Reply((Prose(scene.wording.spans("Nothing was asked for in vain lately.")),))
    last = (len(clusters) - 1) // PAGE + 1
    page = min(max(wish.page, 1), last)
    shown = clusters[(page - 1) * PAGE : page * PAGE]
    heading = Heading(scene.wording.spans("Asked for and not found"))
    options = Options(tuple(Option(Choice(one.text, Missing(one.text)), _line(one, scene)) for one in shown))
    turning = []
    if page > 1:
        turning.append(Choice(scene.wording.text("Previous page"), Gaps(page - 1)))
    if page < last:
        turning.append(Choice(scene.wording.text("Next page"), Gaps(page + 1)))
    return Reply((heading, options, *([Choices(tuple(turning))] if turning else [])))


def _line(cluster: Cluster, scene: Scene) -> tuple[Span, ...]:
    people = scene.wording.count("{number} person", "{number} people", cluster.people)
    others = [form for form in cluster.forms if form != cluster.text][:MOST_FORMS]
    return (*people, Span(f": {', '.join(others)}")) if others else people


async def missing(wish: Missing, scene: Scene, desk: Desk) -> Reply:
    """Show one gap, with the ways to close it."""
    cluster = await _cluster_of(wish.text, scene, desk)
    wording = scene.wording
    blocks: list[Block] = [Heading(quoted(cluster.text)), Note(_line(cluster, scene))]
    choices = (
        *_closing(cluster, scene),
        Choice(wording.text("Dismiss"), Dismiss(cluster.text), Emphasis.DANGER),
        Choice(wording.text("All gaps"), Gaps(1)),
    )
    return Reply((*blocks, Choices(choices)))


def _closing(cluster: Cluster, scene: Scene) -> Iterator[Choice]:
    """Offer what closes a gap."""
    wording = scene.wording
    if cluster.translate is not None:
        yield Choice(wording.text("Translate it"), cluster.translate, Emphasis.PRIMARY)
        return
    yield Choice(wording.text("Define it"), Add(cluster.text), Emphasis.PRIMARY)
    yield from _meant(cluster.text, scene)
    yield Choice(wording.text("It means …"), Means(cluster.text))


def _meant(text: str, scene: Scene) -> Iterator[Choice]:
    """Offer the entries that come near."""
    resolution = resolve(Query(text, scene.reader), scene.catalogue)
    if isinstance(resolution, Suggestions):
        for match in resolution.matches[:MOST_MEANT]:
            name = headword_for(match.concept, scene.reader).text
            yield Choice(scene.wording.text("It means {name}", name=name), Meant(match.concept.id, text))


def means(wish: Means, scene: Scene, value: str = "", errors: tuple[tuple[str, str], ...] = ()) -> Form:
    """Ask of which entry it is another name."""
    wording = scene.wording
    hint = wording.text("{typed} becomes another name of it.", typed=quoted(wish.text))
    longest = LONGEST_NAME + LONGEST_DOMAIN
    field = LineField(ENTRY, wording.text("Entry"), value, hint, is_required=True, longest=longest)
    return Form(wording.text("It means …"), (field,), wish, wording.text("Continue"), errors)


async def meant(wish: Means, values: Mapping[str, str], scene: Scene, desk: Desk) -> Reply | Form:
    """Show what the entry would be with the new name; the form comes back where there is no such entry."""
    problems: list[Problem] = []
    found = read_concepts(values.get(ENTRY, ""), ENTRY, scene.catalogue, problems, most=1)
    if not found and not problems:
        problems.append(Problem(ENTRY, Rule.REQUIRED))
    if problems:
        errors = ((ENTRY, sentence_of_problem(problems[0], scene.wording)),)
        return means(wish, scene, values.get(ENTRY, ""), errors)
    return await learn(Meant(found[0], wish.text), scene, desk)


async def dismiss(wish: Dismiss, scene: Scene, desk: Desk) -> Reply:
    """Leave a gap out of the list, in all its spellings, and show the rest."""
    cluster = await _cluster_of(wish.text, scene, desk)
    await desk.store.dismiss(scene.context.glossary, _keys_of(cluster), scene.now)
    rest = await gaps(Gaps(1), scene, desk)
    said = Note(scene.wording.spans("{typed} is dismissed.", typed=quoted(cluster.text)))
    return replace(rest, blocks=(said, *rest.blocks), delivery=Delivery.IN_PLACE)


async def _cluster_of(text: str, scene: Scene, desk: Desk) -> Cluster:
    """Find the gap that a text belongs to; a gap of its own where it is in none."""
    return next((one for one in await _clusters(scene, desk) if one.text == text), Cluster(text, (), 0))


async def _clusters(scene: Scene, desk: Desk) -> list[Cluster]:
    """Gather the gaps of this month and the last one; what is found by now, and what was dismissed, is left out."""
    glossary, this_month = scene.context.glossary, scene.now.date().replace(day=1)
    last_month = (this_month - timedelta(days=1)).replace(day=1)
    found = [
        (month, gap, _entry_in(gap.typed[0], scene))
        for month in (this_month, last_month)
        for gap in await desk.store.gaps(glossary, month, MOST_GAPS)
    ]
    # What is wanted in another language stays apart: its spelling is ours, and the languages differ in a letter.
    terms = [(month, gap) for month, gap, wish in found if wish is None]
    groups = await asyncio.to_thread(gathered, [gap.typed[0] for _, gap in terms])
    clusters = [_cluster([terms[place] for place in group]) for group in groups]
    by_wish: dict[Translate, list[tuple[date, Gap]]] = {}
    for month, gap, wish in found:
        if wish is not None:
            by_wish.setdefault(wish, []).append((month, gap))
    clusters += [_untranslated(wish, gaps_of_it) for wish, gaps_of_it in by_wish.items()]
    dismissed = await desk.store.dismissed(glossary)
    open_ones = [one for one in clusters if one.text and not _keys_of(one) & dismissed and _is_open(one, scene)]
    return sorted(open_ones, key=lambda one: (-one.people, one.text))


def _keys_of(cluster: Cluster) -> frozenset[str]:
    """Give the keys by which a gap is dismissed."""
    if cluster.translate is not None:
        return frozenset({f"{cluster.translate.concept} in {cluster.translate.language}"})
    return frozenset().union(*map(keys_of, (cluster.text, *cluster.forms)))


def _entry_in(typed: str, scene: Scene) -> Translate | None:
    """Read ``MLOps (ko)``, as a wanted translation is counted; None for anything else."""
    name, _, behind = typed.rpartition(" (")
    tag = language_tag_of(behind.removesuffix(")"))
    concepts = scene.catalogue.named(name) if tag and behind.endswith(")") else ()
    return Translate(concepts[0][0].id, tag) if concepts else None


def _untranslated(wish: Translate, gaps_of_it: Sequence[tuple[date, Gap]]) -> Cluster:
    """Gather what is wanted of one entry in one language."""
    text = gaps_of_it[0][1].typed[0]
    return replace(_cluster(gaps_of_it), text=text if len(text) <= LONGEST_CARRIED_QUERY else "", translate=wish)


def _cluster(gaps_of_it: Sequence[tuple[date, Gap]]) -> Cluster:
    askers: dict[date, set[str]] = {}
    for month, gap in gaps_of_it:
        askers.setdefault(month, set()).update(gap.askers)
    by_use = sorted((gap for _, gap in gaps_of_it), key=lambda gap: (-len(gap.askers), -gap.times, gap.key))
    forms = tuple(dict.fromkeys(form for gap in by_use for form in gap.typed))
    names = (_asked_for(form) for form in forms)
    text = next((name for name in names if 0 < len(name) <= LONGEST_CARRIED_QUERY and keys_of(name)), "")
    return Cluster(text, forms, max(map(len, askers.values())))


def _asked_for(typed: str) -> str:
    """Take away the words of a question."""
    plainly = (reading.text for reading in readings_of(typed) if reading.is_plainly_asked)
    return next(plainly, " ".join(typed.split()))


def _is_open(cluster: Cluster, scene: Scene) -> bool:
    """Tell whether it is still not found, or still not there in the language in which it is wanted."""
    if cluster.translate is not None:
        concept, language = scene.catalogue.get(cluster.translate.concept), cluster.translate.language
        spoken = tuple(definition.language for definition in concept.definitions) if concept else ()
        return language is not None and nearest(language, spoken) is None
    resolution = resolve(Query(cluster.text, scene.reader), scene.catalogue)
    return isinstance(resolution, NotFound | Suggestions)
