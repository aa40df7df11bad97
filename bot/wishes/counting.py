"""What do the numbers say? Of lookups and packs: never names, and no group so small that somebody can be told."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.bars import chart
from bot.counts import Outcome
from bot.languages import headword_for, languages_of
from bot.packs import terms_of
from bot.replies import Heading, Note, Prose, Reply
from bot.wishes.onboarding import found, no_pack

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from bot.commands import PackReport
    from bot.counts import Lookup
    from bot.desk import Desk
    from bot.packs import Pack, Standing
    from bot.replies import Block
    from bot.scene import Scene

FEWEST_PEOPLE = 3
"""People in a group that is shown; of fewer somebody could be told."""
MOST_LISTED = 8
WEEKS = 8
QUARTERS = 4

_ANSWERED = (Outcome.ANSWERED, Outcome.CORRECTED, Outcome.AMBIGUOUS)


async def stats(scene: Scene, desk: Desk) -> Reply:
    """Tell of the last weeks: what was asked and what came of it, by week, language and term; and what is there."""
    monday = scene.now.date() - timedelta(days=scene.now.weekday())
    since = monday - timedelta(weeks=WEEKS - 1)
    lookups = await desk.store.lookups(scene.context.glossary, since)
    blocks: list[Block] = [Heading(scene.wording.spans("What was asked since {day}", day=scene.wording.day(since)))]
    if lookups:
        blocks += [_outcomes(lookups, scene), *_by_week(lookups, since, scene)]
        blocks += [*_most_asked(lookups, scene), *_languages(lookups, scene)]
    else:
        blocks.append(Prose(scene.wording.spans("Nobody has asked anything yet.")))
    return Reply((*blocks, *_coverage(scene)))


def _outcomes(lookups: Sequence[tuple[Lookup, int]], scene: Scene) -> Block:
    times: Counter[Outcome] = Counter()
    for lookup, number in lookups:
        times[lookup.outcome] += number
    wording = scene.wording
    names = {
        Outcome.ANSWERED: wording.text("answered"),
        Outcome.CORRECTED: wording.text("answered, by another spelling"),
        Outcome.AMBIGUOUS: wording.text("several meanings"),
        Outcome.SUGGESTED: wording.text("only suggestions"),
        Outcome.NOT_FOUND: wording.text("not found"),
        Outcome.UNTRANSLATED: wording.text("wanted in another language"),
    }
    return chart([(names[outcome], times[outcome]) for outcome in Outcome], times.total())


def _by_week(lookups: Sequence[tuple[Lookup, int]], since: date, scene: Scene) -> Iterator[Block]:
    times: Counter[int] = Counter()
    for lookup, number in lookups:
        times[(lookup.day - since).days // 7] += number
    weeks = [(scene.wording.day(since + timedelta(weeks=week)), times[week]) for week in range(WEEKS)]
    yield Prose(scene.wording.spans("Questions in the week from"))
    yield chart(weeks)


def _most_asked(lookups: Sequence[tuple[Lookup, int]], scene: Scene) -> Iterator[Block]:
    """Name the entries that were asked for most; what was asked in vain is told by the gaps."""
    times: Counter[str] = Counter()
    for lookup, number in lookups:
        if lookup.outcome in _ANSWERED:
            for concept, _ in scene.catalogue.named(lookup.key)[:1]:
                times[headword_for(concept, scene.reader).text] += number
    if times:
        yield Prose(scene.wording.spans("Most asked"))
        yield chart(times.most_common(MOST_LISTED))


def _languages(lookups: Sequence[tuple[Lookup, int]], scene: Scene) -> Iterator[Block]:
    times: Counter[str] = Counter()
    for lookup, number in lookups:
        times[scene.wording.name_of(lookup.language)] += number
    yield Prose(scene.wording.spans("Languages"))
    yield chart(times.most_common(MOST_LISTED))


def _coverage(scene: Scene) -> Iterator[Block]:
    """Tell how many entries have a definition in each language."""
    entries = len(scene.catalogue)
    if not entries:
        return
    defined: Counter[str] = Counter()
    for concept in scene.catalogue:
        defined.update(definition.language for definition in concept.definitions)
    languages = languages_of(scene.catalogue)[:MOST_LISTED]
    yield Prose(scene.wording.count("Definitions of {number} entry", "Definitions of {number} entries", entries))
    yield chart([(scene.wording.name_of(language), defined[language]) for language in languages], entries)


# ── packs ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


async def report(wish: PackReport, scene: Scene, desk: Desk) -> Reply:
    """Tell how far people get with a pack, and about which terms most wanted to know more."""
    pack = await found(wish.pack, scene, desk)
    if pack is None:
        return no_pack(scene)
    standings = await desk.store.standings_in(scene.context.glossary, pack.id)
    people = sum(standing.people for standing in standings)
    heading = Heading(scene.wording.spans("How far people get with {name}", name=pack.name))
    few = Note(scene.wording.spans("Groups of fewer than {number} people are not shown.", number=FEWEST_PEOPLE))
    if people < FEWEST_PEOPLE:
        return Reply((heading, few))
    begun = Prose(scene.wording.count("{number} person has begun", "{number} people have begun", people))
    size = len(terms_of(pack, scene.catalogue))
    far = chart(_reached(standings, size), people)
    return Reply((heading, begun, far, *await _asked_about(pack, scene, desk), few))


def _reached(standings: Sequence[Standing], size: int) -> list[tuple[str, int]]:
    """Group people by how much of a pack they have passed; a group that is too small goes with the next one."""
    quarters: Counter[int] = Counter()
    for standing in standings:
        quarters[min(standing.passed * QUARTERS // size, QUARTERS) if size else 0] += standing.people
    groups: list[tuple[int, int, int]] = []
    first = waiting = 0
    for quarter in range(QUARTERS + 1):
        first = first if waiting else quarter
        waiting += quarters[quarter]
        if waiting >= FEWEST_PEOPLE:
            groups.append((first, quarter, waiting))
            waiting = 0
    if waiting:  # too few to stand alone, and nobody comes after them
        begin, _, number = groups.pop()
        groups.append((begin, QUARTERS, number + waiting))
    return [(_span(begin, end), number) for begin, end, number in groups]


def _span(begin: int, end: int) -> str:
    """Write from how much to how much: quarters begin with each 25 %, and the last group is those who have it all."""
    low = begin * 100 // QUARTERS
    high = 100 if end == QUARTERS else (end + 1) * 100 // QUARTERS - 1
    return f"{low} %" if low == high else f"{low}–{high} %"


async def _asked_about(pack: Pack, scene: Scene, desk: Desk) -> list[Block]:
    people = await desk.store.asked_about(scene.context.glossary)
    asked = Counter(
        {
            headword_for(concept, scene.reader).text: people[concept.id]
            for concept in terms_of(pack, scene.catalogue)
            if people.get(concept.id, 0) >= FEWEST_PEOPLE
        }
    )
    if not asked:
        return []
    return [Prose(scene.wording.spans("Most asked about")), chart(asked.most_common(MOST_LISTED))]
