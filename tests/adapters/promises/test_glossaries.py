"""What a glossary store promises."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.keeping import EMPTY, HOME, Change, Deed, Edit, GlossaryId, Holder, Revision
from bot.requests import WorkspaceId
from glossary.catalogue import Catalogue
from glossary.concept import ConceptId
from glossary.errors import ChangedMeanwhileError, TakenError
from tests.adapters.promises.changes import ALEX, MINJI, MINUTE, NOON, change, concept, notice, removal
from tests.terms import TERMS

if TYPE_CHECKING:
    from bot.ports import Store

ELSEWHERE = GlossaryId("slack:T2")
T1, T2 = WorkspaceId("slack:T1"), WorkspaceId("slack:T2")
FULL = replace(
    TERMS[0],
    domain="운영",
    tags=("a", "b"),
    replaced_by=ConceptId("other"),
    links=TERMS[2].links,
    image=TERMS[2].image,
    contact="#ml",
)


async def test_an_unknown_glossary_is_empty(store: Store) -> None:
    """Asking for what is not there is no error."""
    assert await store.concepts(HOME) == ()
    assert await store.revision_of(HOME) == EMPTY
    assert list(await store.history(HOME)) == []


async def test_a_concept_comes_back_as_it_went_in(store: Store) -> None:
    """Every field, with its order, in every script."""
    await store.commit(change(*TERMS[1:], FULL))
    assert await store.concepts(HOME) == (*TERMS[1:], FULL)


async def test_each_change_is_one_revision_however_large(store: Store) -> None:
    """An import of many counts as much as one edit."""
    many = [concept(f"c{number}") for number in range(1200)]
    assert await store.commit(change(*many)) == 1
    assert await store.commit(change(concept("one"), based_on=1)) == 2
    assert await store.revision_of(HOME) == 2
    assert await store.concepts(HOME) == (*many, concept("one"))


async def test_several_changes_are_carried_out_in_a_row(store: Store) -> None:
    """Each is a revision of its own, with its time and its author, as if they had come one by one."""
    changes = [
        change(concept("a"), concept("b"), author=ALEX),
        change(concept("a", meaning="x"), based_on=1, at=NOON + MINUTE, why="better", notices=(notice("n"),)),
        removal("b", based_on=2),
    ]
    assert await store.commit_all(changes) == 3
    assert await store.concepts(HOME) == (concept("a", meaning="x"),)
    assert [(one.revision, one.concept, one.author, one.why) for one in await store.history(HOME)] == [
        (3, "b", MINJI, ""),
        (2, "a", MINJI, "better"),
        (1, "a", ALEX, ""),
        (1, "b", ALEX, ""),
    ]


async def test_of_several_changes_all_are_carried_out_or_none(store: Store) -> None:
    """The second one is refused: nothing is left of the first, not even its notice."""
    await store.commit(change(concept("a")))
    with pytest.raises(ChangedMeanwhileError):
        await store.commit_all([change(concept("b"), based_on=1, notices=(notice("n"),)), change(concept("a"))])
    assert await store.concepts(HOME) == (concept("a"),)
    assert await store.revision_of(HOME) == 1
    assert len(await store.history(HOME)) == 1
    assert list(await store.lease_notices("slack", Holder("p"), NOON, NOON + MINUTE)) == []


async def test_many_free_names_are_looked_up_and_the_first_that_is_taken_is_told(store: Store) -> None:
    """More than fit into one statement; what the change itself replaces takes no name."""
    await store.commit(change(concept("a", "Redis"), concept("b", "Kafka")))
    names = tuple(f"name {number}" for number in range(1200))
    wanted = change(concept("a", "Redis"), based_on=1, free_names=(*names, "redis", "KAFKA", "kafka"))
    with pytest.raises(TakenError) as refusal:
        await store.commit(wanted)
    assert (refusal.value.name, refusal.value.concepts) == ("KAFKA", ("b",))


async def test_concepts_stand_in_the_order_of_their_first_addition(store: Store) -> None:
    """A changed concept keeps its place; one that was removed and comes back is last."""
    await store.commit(change(concept("a"), concept("b"), concept("c")))
    await store.commit(change(concept("a", meaning="changed"), based_on=1))
    await store.commit(removal("b", based_on=2))
    await store.commit(change(concept("b", meaning="back"), based_on=3))
    assert [one.id for one in await store.concepts(HOME)] == ["a", "c", "b"]


async def test_changes_bring_an_earlier_state_up_to_date(store: Store) -> None:
    """Only what was changed after the revision, each concept as it stands now."""
    await store.commit(change(concept("a"), concept("b"), concept("c")))
    await store.commit(change(concept("a", meaning="first"), based_on=1))
    await store.commit(removal("b", based_on=2))
    await store.commit(change(concept("a", meaning="second"), concept("d"), based_on=3))
    changes = await store.changes(HOME, Revision(1))
    assert changes.revision == 4
    assert changes.put == (concept("a", meaning="second"), concept("d"))
    assert changes.removed == ("b",)
    assert (await store.changes(HOME, Revision(4))).put == ()
    assert (await store.changes(HOME, EMPTY)).removed == ()


@pytest.mark.parametrize("seed", range(3))
async def test_following_the_changes_leads_to_the_same_glossary(store: Store, seed: int) -> None:
    """Whatever happens, and however far behind somebody is: the changes make of the old state the new one."""
    draw = random.Random(seed)
    followed, seen = Catalogue(), EMPTY
    for number in range(30):
        ids = draw.sample("abcdef", draw.randint(1, 3))
        edits = tuple(
            Edit(ConceptId(one), None if draw.random() < 0.3 else concept(one, meaning=str(number))) for one in ids
        )
        latest = await store.commit(Change(HOME, edits, Revision(number), None, NOON))
        if draw.random() < 0.4:
            changes = await store.changes(HOME, seen)
            for removed in changes.removed:
                followed.remove(removed)
            for put in changes.put:
                followed.put(put)
            seen = changes.revision
            assert seen == latest
            assert {one.id: one for one in followed} == {one.id: one for one in await store.concepts(HOME)}


async def test_a_change_of_the_same_concept_in_the_meantime_is_not_overwritten(store: Store) -> None:
    """Both versions are in the refusal, and the first stays."""
    await store.commit(change(concept("a")))
    mine, theirs = concept("a", meaning="mine"), concept("a", meaning="theirs")
    await store.commit(change(theirs, based_on=1))
    with pytest.raises(ChangedMeanwhileError) as refusal:
        await store.commit(change(mine, concept("b"), based_on=1))
    assert (refusal.value.current, refusal.value.wanted) == (theirs, mine)
    assert await store.concepts(HOME) == (theirs,)
    assert await store.revision_of(HOME) == 2


async def test_a_removal_in_the_meantime_is_a_conflict_too(store: Store) -> None:
    """The refusal says that nothing is there any more."""
    await store.commit(change(concept("a")))
    await store.commit(removal("a", based_on=1))
    with pytest.raises(ChangedMeanwhileError) as refusal:
        await store.commit(change(concept("a", meaning="mine"), based_on=1))
    assert refusal.value.current is None


async def test_a_change_of_another_concept_in_the_meantime_is_no_conflict(store: Store) -> None:
    """Two people who edit different entries at the same moment both succeed."""
    await store.commit(change(concept("a"), concept("b")))
    await store.commit(change(concept("a", meaning="theirs"), based_on=1))
    assert await store.commit(change(concept("b", meaning="mine"), based_on=1)) == 3


async def test_a_change_sent_twice_is_done_once(store: Store) -> None:
    """The second time tells the revision of the first, whatever happened in between."""
    wanted = change(concept("a"), key="form-1", notices=(notice("added"),))
    assert await store.commit(wanted) == 1
    await store.commit(change(concept("b"), based_on=1))
    assert await store.commit(wanted) == 1
    assert await store.revision_of(HOME) == 2
    assert len(await store.history(HOME)) == 2


async def test_a_name_that_must_be_free_is_guarded(store: Store) -> None:
    """In any folding; but not against the concepts that the change itself puts."""
    await store.commit(change(concept("ml", "ML Ops")))
    with pytest.raises(TakenError) as refusal:
        await store.commit(change(concept("other", "mlops"), based_on=1, free_names=("mlops",)))
    assert (refusal.value.name, refusal.value.concepts) == ("mlops", ("ml",))
    assert await store.revision_of(HOME) == 1
    await store.commit(change(concept("ml", "MLOps"), based_on=1, free_names=("MLOps", "free")))
    await store.commit(removal("ml", based_on=2))
    assert await store.commit(change(concept("other", "mlops"), based_on=3, free_names=("mlops",))) == 4


async def test_the_history_says_who_did_what_when_and_why(store: Store) -> None:
    """Newest first, with the concept before and after."""
    first, second = concept("a"), concept("a", "A", "에이", meaning="two")
    await store.commit(change(first, concept("b"), deed=Deed.IMPORTED, why="the old wiki"))
    await store.commit(change(second, based_on=1, author=ALEX, at=NOON + MINUTE))
    await store.commit(removal("a", based_on=2))
    gone, changed, added, other = await store.history(HOME)
    assert (gone.before, gone.after, gone.author) == (second, None, MINJI)
    assert (changed.before, changed.after, changed.author, changed.at) == (first, second, ALEX, NOON + MINUTE)
    assert (added.before, added.after, added.deed, added.why) == (None, first, Deed.IMPORTED, "the old wiki")
    assert [entry.revision for entry in (gone, changed, added, other)] == [3, 2, 1, 1]
    assert other.concept == "b"


async def test_the_history_can_be_read_in_pages(store: Store) -> None:
    """Of one concept or of all, before a revision, so many at a time."""
    for number in range(5):
        await store.commit(change(concept("a", meaning=str(number)), based_on=number))
    await store.commit(change(concept("b"), based_on=5))
    assert [entry.revision for entry in await store.history(HOME, ConceptId("a"), limit=2)] == [5, 4]
    page = await store.history(HOME, ConceptId("a"), before=Revision(4), limit=2)
    assert [entry.revision for entry in page] == [3, 2]
    assert [entry.revision for entry in await store.history(HOME, before=Revision(2))] == [1]


async def test_glossaries_do_not_mix(store: Store) -> None:
    """The same id in two glossaries is two concepts, each with revisions and keys of its own."""
    ours, theirs = concept("a", meaning="ours"), concept("a", meaning="theirs")
    await store.commit(change(ours, key="k"))
    await store.commit(replace(change(theirs, key="k"), glossary=ELSEWHERE))
    await store.commit(replace(change(concept("a", meaning="more"), based_on=1), glossary=ELSEWHERE))
    assert await store.concepts(HOME) == (ours,)
    assert await store.revision_of(HOME) == 1
    assert [entry.after for entry in await store.history(HOME)] == [ours]


async def test_a_new_workspace_is_settled_once(store: Store) -> None:
    """The glossary is begun with the starter; a second settling changes nothing."""
    assert await store.glossary_of(T2) is None
    assert await store.settle(T2, ELSEWHERE, TERMS, NOON) == ELSEWHERE
    assert await store.settle(T2, HOME, (), NOON) == ELSEWHERE
    assert await store.glossary_of(T2) == ELSEWHERE
    assert await store.concepts(ELSEWHERE) == TERMS
    assert {entry.deed for entry in await store.history(ELSEWHERE)} == {Deed.STARTED}


async def test_a_starter_is_not_laid_over_what_is_there(store: Store) -> None:
    """The second workspace of a glossary finds it as the first left it."""
    await store.settle(T1, HOME, (), NOON)
    assert await store.revision_of(HOME) == EMPTY
    await store.settle(T2, HOME, TERMS, NOON + MINUTE)
    assert await store.concepts(HOME) == ()
    assert await store.workspaces_of(HOME) == [T1, T2]


async def test_a_workspace_can_join_another_glossary(store: Store) -> None:
    """What it used before stays as it is."""
    await store.settle(T1, HOME, (), NOON)
    await store.settle(T2, ELSEWHERE, TERMS, NOON)
    await store.join(T2, HOME, NOON + MINUTE)
    assert await store.glossary_of(T2) == HOME
    assert await store.workspaces_of(HOME) == [T1, T2]
    assert list(await store.workspaces_of(ELSEWHERE)) == []
    assert await store.concepts(ELSEWHERE) == TERMS
    await store.join(T1, GlossaryId("brand new"), NOON)
    assert await store.glossary_of(T1) == "brand new"


async def test_a_stamp_tells_of_every_change(store: Store) -> None:
    """What somebody would have to read again has another stamp afterwards."""
    await store.settle(T1, HOME, (), NOON)
    for subject, doing in (
        (HOME, lambda: store.commit(change(concept("a")))),
        (T2, lambda: store.settle(T2, ELSEWHERE, (), NOON)),
        (T1, lambda: store.join(T1, ELSEWHERE, NOON)),
        (MINJI, lambda: store.choose_language(MINJI, TERMS[0].labels[0].language)),
    ):
        before = store.stamp(subject)
        await doing()
        assert store.stamp(subject) != before, subject


async def test_a_refused_change_leaves_nothing(store: Store) -> None:
    """No notice, no history, no concept of a change that was refused on its last condition."""
    await store.commit(change(concept("a", "taken")))
    with pytest.raises(TakenError):
        await store.commit(
            change(concept("b"), concept("c"), based_on=1, free_names=("taken",), notices=(notice("never"),))
        )
    assert await store.concepts(HOME) == (concept("a", "taken"),)
    assert len(await store.history(HOME)) == 1
    assert await store.lease_notices("slack", Holder("p1"), NOON, NOON + MINUTE) == []
