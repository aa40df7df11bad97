"""Writing into the glossary: forms, drafts, clashes, proposals, history, owners, pins, and being forgotten."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.memory import MemoryStore
from bot.access import NEEDED, Role
from bot.commands import (
    CARRIED,
    Accept,
    Add,
    AddThere,
    Aimed,
    Barred,
    Carried,
    Command,
    Complete,
    Decided,
    Decline,
    Define,
    Delete,
    Edit,
    Explain,
    Forget,
    Gone,
    History,
    Joined,
    Meant,
    More,
    MyData,
    Names,
    Owner,
    Pin,
    PlaceLanguage,
    Put,
    Queue,
    Relate,
    Restore,
    Resume,
    Review,
    Roles,
    RollBack,
    Said,
    Save,
    Separate,
    Settings,
    Show,
    Stale,
    StillTrue,
    Submitted,
    TakeBack,
    Translate,
    Typed,
    Undo,
)
from bot.conversation import utc_now
from bot.keeping import HOME, Draft, DraftId, Proposal, ProposalId, Revision
from bot.keeping import Edit as ConceptEdit
from bot.replies import Delivery, Form, Reply
from bot.requests import ChannelId, Fact, Place, WorkspaceId
from bot.sentences import sentence_of_problem
from bot.tokens import Token, command_of
from bot.wording import wording_in
from glossary.concept import Concept, ConceptId, Definition, LabelKind
from glossary.errors import ChangedMeanwhileError, TakenError
from glossary.rules import Problem, Rule
from tests.bot.commands import EXAMPLES
from tests.fakes import HERE, Person, choices_of, words_of
from tests.terms import EN, KO, MLOPS, REDIS, SAP_COMPANY, TERMS, name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.keeping import Change, Decision, GlossaryId, Notice
    from glossary.concept import LanguageTag

MEMBER = frozenset({Fact.IS_FULL_MEMBER})
NOBODY_SPECIAL = frozenset[Fact]()
GUEST = frozenset({Fact.IS_GUEST})
DEEDS = ("define", "name", "more", "delete", "confirm")


class Team:
    """Three people at one glossary: an admin, a member, somebody who may propose, and a guest."""

    def __init__(self) -> None:
        self.store = MemoryStore(TERMS)
        self.admin = Person(self.store, name="ada")
        self.member = Person(self.store, name="mia", facts=MEMBER)
        self.proposer = Person(self.store, name="pat", facts=NOBODY_SPECIAL)
        self.guest = Person(self.store, name="gus", facts=GUEST)


def labels(reply: Reply) -> list[str]:
    """List what can be pressed."""
    return [choice.label for choice in choices_of(reply)]


async def saved(person: Person, command: Command, **values: str) -> Reply:
    """Open a form, fill it in, save what is previewed, and get the confirmation."""
    preview = await person.fills(await person.opens(command), **values)
    reply = await person.clicks(preview, "Save")
    assert isinstance(reply, Reply)
    return reply


async def concept(person: Person, concept_id: str) -> Concept:
    """Read a concept as it is kept."""
    return next(one for one in await person.store.concepts(HOME) if one.id == concept_id)


# ── writing ───────────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_a_new_entry_is_shown_before_it_is_saved() -> None:
    """The form, the preview as readers get it, the confirmation with its undo, and then the answer."""
    mia = Team().member
    form = await mia.opens(Add("kafka"))
    assert [field.key for field in form.fields] == ["name", "definition", "language", "names", "domain"]
    preview = await mia.fills(form, definition="A log of events.", names="Apache Kafka\n카프카 (ko)")
    assert words_of(preview)[:4] == [
        "Not saved yet. This is how readers will get it:",
        "kafka",
        "Also: Apache Kafka, 카프카",
        "A log of events.",
    ]
    assert labels(preview) == ["Save", "Edit again", "Discard"]
    assert not (await mia.asks(Define(None, "kafka"))).is_found
    confirmation = await mia.clicks(preview, "Save")
    assert isinstance(confirmation, Reply)
    assert words_of(confirmation) == ["kafka is saved.", "[Show the entry]", "[Undo]"]
    assert words_of(await mia.asks(Define(None, "카프카")))[0] == "kafka"


async def test_a_line_is_enough_for_a_new_entry() -> None:
    """`TERM = definition` saves at once, also with the language behind the term."""
    mia = Team().member
    assert words_of(await mia.asks(Typed("Etcd = A small store of keys.")))[0] == "Etcd is saved."
    assert words_of(await mia.asks(Typed("카프카 (ko) = 사건의 기록이다.")))[0] == "카프카를 저장했어요."
    assert "사건의 기록이다." in words_of(await mia.asks(Typed("카프카")))


async def test_a_line_over_an_entry_shows_the_difference_and_asks() -> None:
    """Nothing changes before the button."""
    mia = Team().member
    preview = await mia.asks(Typed("mlops = Running models well."))
    assert "definition (English): Running *models* in production well." in words_of(preview)
    assert (await concept(mia, "mlops")).definitions == MLOPS.definitions
    await mia.clicks(preview, "Save")
    assert "Running models well." in words_of(await mia.asks(Typed("mlops")))


async def test_a_line_for_a_name_with_two_meanings_asks_which() -> None:
    """The line is kept for either."""
    mia = Team().member
    reply = await mia.asks(Put(None, "sap", "Something."))
    assert labels(reply) == ["SAP (company)", "SAP (networking)"]
    form = await mia.gets(choices_of(reply)[1].command)
    assert isinstance(form, Form)
    preview = await mia.fills(form)
    await mia.clicks(preview, "Save")
    assert "Something." in words_of(await mia.asks(Show(ConceptId("sap-net"))))


async def test_a_line_near_another_entry_is_shown_first() -> None:
    """Near-duplicates are pointed out, and can be saved all the same."""
    mia = Team().member
    preview = await mia.asks(Put(EN, "Redix", "A driver."))
    assert "There is something near already:" in words_of(preview)
    assert "Redix is saved." in words_of(
        await mia.asks(next(c for c in choices_of(preview) if c.label == "Save").command)
    )


async def test_faults_stand_at_their_fields_and_nothing_is_lost() -> None:
    """All of them at once; what was written is still in the form."""
    mia = Team().member
    form = await mia.opens(Add())
    again = await mia.gets(Submitted(form.purpose, (("name", " "), ("definition", "x" * 4001), ("language", "en"))))
    assert isinstance(again, Form)
    assert dict(again.errors) == {
        "name": "This cannot be left empty.",
        "definition": "Too long: at most 4,000 characters.",
    }
    assert "x" * 4001 in {getattr(field, "value", "") for field in again.fields}
    assert isinstance(again.purpose, Resume)
    preview = await mia.fills(again, name="Etcd", definition="A store.")
    assert "Etcd" in words_of(preview)
    assert len(mia.store._state.drafts) == 1  # noqa: SLF001 — it is the same draft all along


async def test_every_form_shows_the_present_values_and_saves_new_ones() -> None:
    """Edit, translate, names, relations, and the rest."""
    mia = Team().member
    edit = await mia.opens(Edit(MLOPS.id))
    assert [getattr(field, "value", "") for field in edit.fields] == ["MLOps", "Running *models* in production.", ""]
    await saved(mia, Translate(REDIS.id, EN), definition="A store in memory.", names="Remote Dictionary Server")
    assert "A store in memory." in words_of(await mia.asks(Typed("remote dictionary server")))
    await saved(mia, Names(REDIS.id), abbreviations="RDS", avoided="Redis DB")
    kinds = {label.text: label.kind for label in (await concept(mia, "redis")).labels}
    assert kinds["RDS"] is LabelKind.ABBREVIATION
    assert kinds["Redis DB"] is LabelKind.AVOIDED
    await saved(mia, Relate(REDIS.id), related="MLOps\nSAP (company)", replaced_by="Chef")
    assert (await concept(mia, "redis")).related == (MLOPS.id, SAP_COMPANY.id)
    await saved(
        mia, More(REDIS.id), domain="databases", tags="store, memory", links="https://redis.io", contact="#data"
    )
    redis = await concept(mia, "redis")
    assert (redis.domain, redis.tags, redis.contact) == ("databases", ("store", "memory"), "#data")


async def test_a_form_of_something_that_is_gone_says_so() -> None:
    """Opening it and saving it both."""
    mia = Team().member
    assert not (await mia.asks(Edit(ConceptId("gone")))).is_found
    preview = await mia.fills(await mia.opens(Edit(REDIS.id)), definition="Anew.")
    await Person(mia.store).asks(Delete(REDIS.id, is_confirmed=True))
    reply = await mia.clicks(preview, "Save")
    assert isinstance(reply, Reply)
    assert words_of(reply)[0].startswith("This draft is no longer here")


async def test_a_draft_is_its_writers_alone_and_can_be_discarded() -> None:
    """Somebody else's, an expired and a discarded one are not there."""
    team = Team()
    preview = await team.member.fills(await team.member.opens(Add("Etcd")), definition="A store.")
    save = next(choice.command for choice in choices_of(preview) if choice.label == "Save")
    assert not (await team.admin.asks(save)).is_found
    again = await team.member.clicks(preview, "Edit again")
    assert isinstance(again, Form)
    assert isinstance(await team.member.clicks(preview, "Discard"), Reply)
    assert not (await team.member.asks(save)).is_found
    assert not (await team.member.asks(Resume("unknown"))).is_found
    assert not (await team.member.asks(Submitted(Resume("unknown"), ()))).is_found
    assert words_of(await team.admin.asks(next(c.command for c in choices_of(preview) if c.label == "Discard")))


async def test_a_form_submitted_twice_is_one_entry() -> None:
    """Pressing save again tells the same revision; a second draft of the same name meets the guard."""
    mia = Team().member
    form = await mia.opens(Add("Etcd"))
    first, second = await mia.fills(form, definition="A store."), await mia.fills(form, definition="A store.")
    await mia.clicks(first, "Save")
    again = await mia.clicks(first, "Save")
    assert isinstance(again, Reply)
    assert words_of(again) == ["This is saved already.", "[Undo]"]
    guarded = await mia.clicks(second, "Save")
    assert isinstance(guarded, Reply)
    assert "Save" not in labels(guarded)
    assert len(await mia.store.concepts(HOME)) == len(TERMS) + 1


async def test_two_people_editing_one_entry_lose_nothing() -> None:
    """The second learns what the first made of it, and decides."""
    team = Team()
    first = await team.member.fills(await team.member.opens(Edit(REDIS.id, KO)), definition="먼저 쓴 것이다.")
    second = await team.admin.fills(await team.admin.opens(Edit(REDIS.id, KO)), definition="나중에 쓴 것이다.")
    await team.member.clicks(first, "Save")
    conflict = await team.admin.clicks(second, "Save")
    assert isinstance(conflict, Reply)
    assert words_of(conflict)[0].startswith("Somebody changed this entry while you wrote.")
    assert "먼저 쓴 것이다." in words_of(await team.admin.asks(Show(REDIS.id, KO)))
    assert isinstance(await team.admin.clicks(conflict, "Save mine"), Reply)
    assert "나중에 쓴 것이다." in words_of(await team.admin.asks(Show(REDIS.id, KO)))


async def test_two_people_saving_at_the_very_same_moment_lose_nothing() -> None:
    """Both are in the middle of it before either is done: one is saved, and the other learns what it became."""
    team = Team()
    both = asyncio.Barrier(2)

    class Meeting(MemoryStore):
        """A store in which two changes meet before either is carried out."""

        def __init__(self, store: MemoryStore) -> None:
            self._state = store._state  # noqa: SLF001 — the same data

        async def commit(self, change: Change) -> Revision:
            """Wait for the other."""
            await both.wait()
            return await super().commit(change)

    people = [Person(Meeting(team.store), name=who, facts=MEMBER) for who in ("mia", "max")]
    previews = [
        await person.fills(await person.opens(Edit(REDIS.id, KO)), definition=f"{person.asker.account}가 쓴 것이다.")
        for person in people
    ]
    replies = await asyncio.gather(
        *(one.clicks(preview, "Save") for one, preview in zip(people, previews, strict=True))
    )
    first, second = sorted((words_of(reply)[0] for reply in replies if isinstance(reply, Reply)), key=len)
    assert first == "Redis is saved."
    assert second.startswith("Somebody changed this entry while you wrote.")
    assert len(await team.store.history(HOME, REDIS.id)) == 2


@settings(deadline=None, max_examples=50)  # each example is a whole conversation
@given(st.lists(st.tuples(st.sampled_from(DEEDS), st.integers(0, len(TERMS) - 1)), max_size=6))
async def test_whatever_was_done_is_undone_newest_first(deeds: list[tuple[str, int]]) -> None:
    """Through the door, by the button of each confirmation: the glossary is the first one again."""
    store = MemoryStore(TERMS)
    ada = Person(store)
    done: list[Reply] = []
    for number, (deed, which) in enumerate(deeds):
        concept_id = TERMS[which].id
        if all(one.id != concept_id for one in await store.concepts(HOME)):
            continue
        match deed:
            case "define":
                done.append(await saved(ada, Edit(concept_id, EN), definition=f"Written {number}."))
            case "name":
                done.append(await saved(ada, Edit(concept_id, EN), name=f"Renamed {number}"))
            case "more":
                done.append(await saved(ada, More(concept_id), contact=f"#{number}"))
            case "delete":
                done.append(await ada.asks(Delete(concept_id, is_confirmed=True)))
            case _:
                done.append(await ada.asks(StillTrue(concept_id)))
    for confirmation in reversed(done):
        assert isinstance(await ada.clicks(confirmation, "Undo"), Reply)
    assert {one.id: one for one in await store.concepts(HOME)} == {one.id: one for one in TERMS}


# ── names that clash ──────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("taken", ["REDIS", "레디스", "re-dis", "fpeltm"])
async def test_a_name_that_leads_elsewhere_is_shown_before_saving(taken: str) -> None:
    """In any folding, script or keyboard form: save is not offered, but the three ways out are."""
    mia = Team().member
    preview = await mia.fills(await mia.opens(Add(taken)), definition="Something else.")
    assert labels(preview) == ["Add the name to Redis", "A different meaning", "Edit again", "Discard"]


async def test_the_plural_of_a_name_leads_to_it() -> None:
    """Whoever asks for it is answered with the other entry."""
    mia = Team().member
    preview = await mia.fills(await mia.opens(Add("Chefs")), definition="People who cook.")
    assert labels(preview)[0] == "Add the name to Chef"


async def test_a_different_meaning_asks_for_its_domain() -> None:
    """Then it is saved beside the other, and asking for the name is ambiguous."""
    mia = Team().member
    preview = await mia.fills(await mia.opens(Add("redis")), definition="A band.")
    form = await mia.clicks(preview, "A different meaning")
    assert isinstance(form, Form)
    preview = await mia.fills(form, domain="music")
    await mia.clicks(preview, "Save")
    assert set(labels(await mia.asks(Typed("redis")))) == {"Redis", "redis (music)"}
    assert not (await mia.asks(Submitted(Separate("unknown"), ()))).is_found
    assert not (await mia.asks(Separate("unknown"))).is_found
    assert not (await mia.asks(AddThere("unknown", REDIS.id))).is_found


async def test_a_name_can_be_added_where_it_leads() -> None:
    """The other entry gets it, once that is saved."""
    mia = Team().member
    preview = await mia.fills(await mia.opens(Add("RE-DIS")), definition="The same.")
    adding = await mia.clicks(preview, "Add the name to Redis")
    assert isinstance(adding, Reply)
    await mia.clicks(adding, "Save")
    assert "RE-DIS" in {label.text for label in (await concept(mia, "redis")).labels}


async def test_a_name_taken_a_second_ago_is_noticed() -> None:
    """By another process, after the preview: the transaction itself refuses."""
    team = Team()
    preview = await team.member.fills(await team.member.opens(Add("Etcd")), definition="A store.")
    others = Person(team.store, name="other")
    await saved(others, Add("Etcd"), definition="Somebody else's.")
    reply = await team.member.clicks(preview, "Save")
    assert isinstance(reply, Reply)
    assert "A different meaning" in labels(reply)


async def test_what_was_meant_can_be_taught() -> None:
    """From a miss: the name goes to the suggestion, through the same preview, and is found from then on."""
    mia = Team().member
    preview = await mia.clicks(await mia.asks(Typed("mlo")), "“mlo” means MLOps")
    assert isinstance(preview, Reply)
    await mia.clicks(preview, "Save")
    assert words_of(await mia.asks(Typed("mlo")))[0] == "MLOps"


# ── proposals ─────────────────────────────────────────────────────────────────────────────────────────────────────────


async def proposed(team: Team, text: str = "Keeps keys.") -> str:
    """Let the proposer propose a new entry; give the id of the proposal."""
    preview = await team.proposer.fills(await team.proposer.opens(Add("Etcd")), definition=text, names="etcd3")
    assert labels(preview)[0] == "Propose"
    thanks = await team.proposer.clicks(preview, "Propose")
    assert isinstance(thanks, Reply)
    assert words_of(thanks)[0].startswith("Thank you.")
    return (await team.store.open_proposals(HOME))[0].id


async def told(team: Team) -> list[Reply]:
    """Let the door answer every notice, as an adapter would."""
    people = {person.asker.account: person for person in (team.admin, team.member, team.proposer)}
    leased = await team.store.lease_notices("terminal", "p1", team.admin.now, team.admin.now + timedelta(minutes=1))  # type: ignore[arg-type]
    replies = []
    for _, notice in leased:
        command = command_of(notice.token)
        assert command is not None
        replies.append(await people[notice.recipient].asks(command))  # type: ignore[index]
    return replies


async def test_a_proposal_waits_in_the_queue_and_is_accepted() -> None:
    """Nothing changes before; then the proposer hears of it, and the history names the proposer."""
    team = Team()
    proposal = await proposed(team)
    assert not (await team.member.asks(Define(None, "Etcd"))).is_found
    queue = await team.admin.asks(Queue())
    assert words_of(queue) == ["Waiting to be decided", "[Etcd] pat: new entry"]
    review = await team.admin.asks(choices_of(queue)[0].command)
    assert words_of(review)[0] == "pat proposes for Etcd:"
    assert labels(review) == ["Accept", "Edit and accept", "Decline"]
    accepted = await team.admin.clicks(review, "Accept")
    assert isinstance(accepted, Reply)
    assert words_of(accepted)[0] == "Accepted: Etcd is saved."
    assert [words_of(reply)[0] for reply in await told(team)] == ["Your proposal for Etcd was accepted. Thank you!"]
    assert words_of(await team.admin.asks(Queue())) == ["Nothing waits to be decided."]
    assert words_of(await team.admin.asks(Review(proposal))) == ["ada has accepted this already."]


async def test_a_proposal_says_which_of_its_names_lead_elsewhere_by_now() -> None:
    """Certainly: what is merely like another name was shown to whoever proposed it."""
    team = Team()
    for text, names in (("Redix", ""), ("Etcd", "Kafka")):
        form = await team.proposer.opens(Add(text))
        await team.proposer.clicks(await team.proposer.fills(form, definition="A store.", names=names), "Propose")
    await saved(team.member, Add("kafka"), definition="A log.")
    queue = await team.admin.asks(Queue())
    reviews = {choice.label: words_of(await team.admin.asks(choice.command)) for choice in choices_of(queue)}
    assert "“Kafka” leads to kafka already." in reviews["Etcd"]
    assert not any("leads to" in line for line in reviews["Redix"])


async def test_a_proposal_is_declined_with_a_reason() -> None:
    """Which the proposer reads; nobody else gets it."""
    team = Team()
    proposal = await proposed(team)
    form = await team.admin.opens(Decline(proposal))
    await team.admin.fills(form, reason="We call it the store.")
    (reply,) = await told(team)
    assert words_of(reply) == ["Your proposal for Etcd was not taken.", "The reason: We call it the store."]
    assert not (await team.member.asks(Decided(proposal))).is_found
    assert words_of(await team.admin.fills(form, reason="Again.")) == ["ada has declined this already."]
    assert not (await Team().admin.asks(Accept(proposal))).is_found
    without = Team()
    await without.admin.fills(await without.admin.opens(Decline(await proposed(without))))
    assert [words_of(reply) for reply in await told(without)] == [["Your proposal for Etcd was not taken."]]


async def test_two_curators_decide_once() -> None:
    """Whoever comes first; the other learns who it was."""
    team = Team()
    other = Person(team.store, name="cora")
    proposal = await proposed(team)
    replies = await asyncio.gather(team.admin.asks(Accept(proposal)), other.asks(Accept(proposal)))
    assert sorted(reply.is_found for reply in replies) == [False, True]
    assert len(await told(team)) == 1


async def test_a_proposal_can_be_edited_before_it_is_accepted() -> None:
    """The curator's words are saved, and faults come back at their fields."""
    team = Team()
    proposal = await proposed(team)
    form = await team.admin.opens(Accept(proposal, is_edited=True))
    faulty = await team.admin.gets(Submitted(form.purpose, (("name", "Etcd"), ("definition", "x" * 4001))))
    assert isinstance(faulty, Form)
    assert [field for field, _ in faulty.errors] == ["definition"]
    await team.admin.fills(form, definition="Keeps keys and values.")
    assert words_of(await team.admin.fills(form)) == ["ada has accepted this already."]
    assert "Keeps keys and values." in words_of(await team.member.asks(Define(None, "etcd3")))


async def test_a_proposal_that_was_overtaken_is_looked_at_again() -> None:
    """What others changed since stays, and what was proposed is laid over it."""
    team = Team()
    preview = await team.proposer.fills(await team.proposer.opens(Edit(REDIS.id, KO)), definition="새로 쓴 것이다.")
    await team.proposer.clicks(preview, "Propose")
    proposal = (await team.store.open_proposals(HOME))[0].id
    await saved(team.member, More(REDIS.id), tags="fast")
    overtaken = await team.admin.asks(Accept(proposal))
    assert not overtaken.is_found
    form = await team.admin.clicks(overtaken, "Edit and accept")
    assert isinstance(form, Form)
    await team.admin.fills(form)
    redis = await concept(team.admin, "redis")
    assert redis.tags == ("fast",)
    assert redis.definition_in(KO) is not None
    assert "새로 쓴 것이다." in words_of(await team.member.asks(Show(REDIS.id, KO)))


async def test_who_looks_after_an_entry_hears_of_proposals() -> None:
    """And hands it on, or lets it go."""
    team = Team()
    assert labels(await team.member.asks(Owner(REDIS.id))) == ["I look after it"]
    assert words_of(await team.member.asks(Owner(REDIS.id, "me"))) == ["mia looks after Redis now."]
    preview = await team.proposer.fills(await team.proposer.opens(Edit(REDIS.id, KO)), definition="새로 쓴 것이다.")
    await team.proposer.clicks(preview, "Propose")
    (reply,) = await told(team)
    assert words_of(reply)[0] == "pat proposes for Redis:"
    assert words_of(await team.admin.asks(Owner(REDIS.id))) == ["mia looks after Redis."]
    assert not (await team.proposer.asks(Owner(REDIS.id, "me"))).is_found
    assert labels(await team.member.asks(Owner(REDIS.id))) == ["Let it go"]
    assert words_of(await team.admin.asks(Typed("owner redis terminal:pat"))) == ["pat looks after Redis now."]
    assert words_of(await team.admin.asks(Typed("owner redis nobody"))) == ["Nobody looks after Redis now."]
    assert not (await team.admin.asks(Owner(ConceptId("gone")))).is_found


# ── history ───────────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_the_history_says_who_and_what_and_leads_back() -> None:
    """Newest first; going back shows the difference, and is itself a change."""
    mia = Team().member
    await saved(mia, Edit(REDIS.id, KO), definition="둘째이다.", why="clearer")
    await saved(mia, Names(REDIS.id), abbreviations="RDS")
    history = await mia.asks(History(REDIS.id))
    assert words_of(history)[0] == "How Redis came to be"
    assert words_of(history)[1].endswith("mia: abbreviations (English)")
    assert words_of(history)[2].endswith("mia: definition (Korean) — clearer")
    assert words_of(history)[3].endswith("the installation: new entry")
    asked = await mia.gets(choices_of(history)[2].command)
    assert isinstance(asked, Reply)
    differing = [line.partition(":")[0] for line in words_of(asked)[1:-1]]
    assert differing == ["abbreviations (English)", "definition (Korean)"]
    await mia.clicks(asked, "Go back")
    assert (await concept(mia, "redis")).labels == REDIS.labels
    again = await mia.asks(choices_of(history)[2].command)
    assert words_of(again) == ["It stands like that already."]
    assert not (await mia.asks(RollBack(REDIS.id, 99))).is_found
    assert not (await mia.asks(History(ConceptId("gone")))).is_found


async def test_a_long_history_comes_in_pages() -> None:
    """Five changes on each."""
    mia = Team().member
    for number in range(6):
        await saved(mia, More(REDIS.id), contact=f"#{number}")
    first = await mia.asks(History(REDIS.id))
    older = await mia.clicks(first, "Older changes")
    assert isinstance(older, Reply)
    assert "Older changes" not in labels(older)


async def test_undo_takes_back_just_its_change() -> None:
    """Also after somebody changed something else; not when they changed the same; not after a week."""
    team = Team()
    mia = team.member
    confirmation = await saved(mia, More(REDIS.id), contact="#data")
    await saved(team.admin, Edit(REDIS.id, KO), definition="다른 것이다.")
    done = await mia.clicks(confirmation, "Undo")
    assert isinstance(done, Reply)
    assert words_of(done)[0] == "Done."
    redis = await concept(mia, "redis")
    assert (redis.contact, redis.definitions[0].text) == ("", "다른 것이다.")
    edit = await saved(mia, More(REDIS.id), contact="#one")
    await saved(team.admin, More(REDIS.id), contact="#two")
    conflict = await mia.clicks(edit, "Undo")
    assert isinstance(conflict, Reply)
    assert labels(conflict) == ["Show the history"]
    last = await saved(mia, More(REDIS.id), contact="#three")
    mia.now += timedelta(days=8)
    late = await mia.clicks(last, "Undo")
    assert isinstance(late, Reply)
    assert not late.is_found
    assert not (await mia.asks(Undo(99))).is_found


async def test_undoing_twice_is_said() -> None:
    """And a new entry is gone again."""
    mia = Team().member
    confirmation = await saved(mia, Add("Etcd"), definition="A store.")
    await mia.clicks(confirmation, "Undo")
    assert not (await mia.asks(Define(None, "etcd"))).is_found
    again = await mia.clicks(confirmation, "Undo")
    assert isinstance(again, Reply)
    assert words_of(again) == ["It is undone already."]


async def test_rolling_back_across_a_rename() -> None:
    """The old name comes back with the rest."""
    mia = Team().member
    await saved(mia, Edit(REDIS.id, EN), name="Valkey")
    assert "Valkey" in words_of(await mia.asks(Typed("valkey")))[0]
    history = await mia.asks(History(REDIS.id))
    first = choices_of(history)[1].command
    assert isinstance(first, RollBack)
    await mia.asks(replace(first, is_confirmed=True))
    assert (await concept(mia, "redis")).labels == REDIS.labels


async def test_what_was_deleted_can_be_brought_back() -> None:
    """By its name, as it was."""
    team = Team()
    assert words_of(await team.admin.asks(Typed("restore"))) == ["Nothing was deleted."]
    asked = await team.admin.asks(Typed("delete redis"))
    assert words_of(asked)[0] == "Take Redis out of the glossary? It can be brought back."
    await team.admin.clicks(asked, "Delete")
    assert (await team.admin.asks(Show(REDIS.id))).is_found is False
    deleted = await team.admin.asks(Typed("restore"))
    assert words_of(deleted) == ["Deleted entries", "[Redis]"]
    await team.admin.asks(choices_of(deleted)[0].command)
    assert await concept(team.admin, "redis") == REDIS
    assert not (await team.admin.asks(Restore(ConceptId("gone")))).is_found
    assert not (await team.admin.asks(Delete(ConceptId("gone")))).is_found
    await team.admin.asks(Delete(SAP_COMPANY.id, is_confirmed=True))
    assert words_of(await team.admin.asks(Typed("restore")))[1] == "[SAP] company"


async def test_who_looks_after_an_entry_may_delete_it() -> None:
    """And no other member."""
    team = Team()
    assert not (await team.member.asks(Delete(REDIS.id, is_confirmed=True))).is_found
    await team.member.asks(Owner(REDIS.id, "me"))
    assert (await team.member.asks(Delete(REDIS.id, is_confirmed=True))).is_found


# ── what comes first, and what wants a second look ────────────────────────────────────────────────────────────────────


async def test_a_pinned_meaning_comes_first_in_its_channel() -> None:
    """The other stays one click away; elsewhere nothing changes."""
    store = MemoryStore(TERMS)
    channel = Person(store, place=Place(WorkspaceId("terminal"), ChannelId("C1")))
    assert labels(await channel.asks(Typed("sap"))) == ["SAP (company)", "SAP (networking)"]
    assert (await channel.asks(Pin(ConceptId("sap-net")))).is_found
    assert labels(await channel.asks(Typed("sap"))) == ["SAP (networking)", "SAP (company)"]
    assert labels(await Person(store).asks(Typed("sap"))) == ["SAP (company)", "SAP (networking)"]
    assert (await channel.asks(Pin(ConceptId("sap-net"), is_pinned=False))).is_found
    assert labels(await channel.asks(Typed("sap"))) == ["SAP (company)", "SAP (networking)"]
    assert not (await Person(store).asks(Pin(ConceptId("sap-net")))).is_found
    assert not (await channel.asks(Pin(ConceptId("gone")))).is_found


async def test_a_rewritten_definition_outdates_its_translations() -> None:
    """Readers are told quietly, who may write by which language; confirming takes it back."""
    team = Team()
    mia, guest = team.member, team.guest
    quiet, clear = (
        "Another language of this entry is newer.",
        "This may be out of date: the definition in English is newer.",
    )
    await saved(mia, Edit(MLOPS.id, EN), definition="Anew.")
    assert quiet in words_of(await guest.asks(Show(MLOPS.id, KO)))
    assert "Edit" not in labels(await guest.asks(Show(MLOPS.id, KO)))
    shown = await mia.asks(Show(MLOPS.id, KO))
    assert clear in words_of(shown)
    form = await mia.clicks(shown, "Edit")
    assert isinstance(form, Form)
    assert form.purpose == Edit(MLOPS.id, KO, 2)
    assert not {quiet, clear} & set(words_of(await mia.asks(Show(MLOPS.id, EN))))
    await mia.asks(StillTrue(MLOPS.id))
    assert not {quiet, clear} & set(words_of(await mia.asks(Show(MLOPS.id, KO))))
    assert not (await mia.asks(StillTrue(ConceptId("gone")))).is_found


async def test_what_nobody_confirmed_is_listed_once_the_workspace_wants_it() -> None:
    """Off by default; the oldest first; what was written today is not among it."""
    team = Team()
    assert words_of(await team.admin.asks(Stale()))[0].startswith("Reminders are off.")
    form = await team.admin.opens(Settings())
    await team.admin.fills(form, stale_months="12")
    reply = await team.admin.asks(Stale())
    assert words_of(reply)[:4] == [
        "5 entries want a second look",
        "[Chef] last confirmed: never",
        "[Still true]",
        "[Edit]",
    ]
    assert [choice.command for choice in choices_of(reply)][:3] == [
        Show(ConceptId("chef")),
        StillTrue(ConceptId("chef")),
        Edit(ConceptId("chef")),
    ]
    for one in TERMS:
        await team.admin.clicks(await team.admin.asks(Show(one.id)), "Still true")
    assert "Still true" not in labels(await team.admin.asks(Show(REDIS.id)))
    assert words_of(await team.admin.asks(Stale())) == ["Nothing waits for a second look."]
    team.admin.now += timedelta(days=400)
    assert words_of(await team.admin.asks(Stale()))[1].endswith("last confirmed: Nov 23, 2026")


# ── roles, settings, and being forgotten ──────────────────────────────────────────────────────────────────────────────


async def test_what_wants_a_second_look_comes_in_pages() -> None:
    """Of five, turned in place; each entry has buttons of its own."""
    many = [Concept(ConceptId(f"c{number}"), (name(f"Name {number}"),)) for number in range(7)]
    ada = Person(MemoryStore(many))
    await ada.store.set_setting(HERE.workspace, "stale_months", "3")
    first = await ada.asks(Stale())
    assert labels(first) == [*(label for n in range(5) for label in (f"Name {n}", "Still true", "Edit")), "Next page"]
    second = await ada.clicks(first, "Next page")
    assert isinstance(second, Reply)
    assert second.delivery is Delivery.IN_PLACE
    assert labels(second)[-3:] == ["Still true", "Edit", "Previous page"]
    assert await ada.clicks(second, "Previous page") == replace(first, delivery=Delivery.IN_PLACE)


async def test_roles_are_given_shown_and_taken() -> None:
    """By an admin only; an unknown role changes nothing."""
    team = Team()
    assert words_of(await team.admin.asks(Roles()))[0].startswith("Nobody was given a role")
    assert words_of(await team.admin.asks(Typed("roles terminal:pat curator"))) == ["pat is curator now."]
    assert (await team.proposer.asks(Queue())).is_found
    assert words_of(await team.admin.asks(Roles())) == ["Roles that were given here:", "pat: curator"]
    unknown = await team.admin.asks(Roles("terminal:pat", "king"))
    assert words_of(unknown) == ["There is no role “king”. Roles: reader, contributor, editor, curator, admin, none."]
    assert not unknown.is_found
    for holder in ("pat", "@pat"):
        nobody = await team.admin.asks(Roles(holder, "admin"))
        assert words_of(nobody) == [
            f"I do not know who “{holder}” is. Mention them, or write an account such as terminal:ada."
        ]
        assert not nobody.is_found
    assert words_of(await team.admin.asks(Roles("terminal:pat", "none"))) == ["pat has no role any more."]
    assert not (await team.proposer.asks(Queue())).is_found


async def test_roles_are_called_as_in_the_language_of_who_gives_them() -> None:
    """Typed in it, told in it, and listed in it; English counts everywhere."""
    team = Team()
    await team.admin.asks(Typed("언어 한국어"))
    assert words_of(await team.admin.asks(Typed("역할 terminal:pat 큐레이터"))) == [
        "pat 님의 역할은 이제 큐레이터예요."
    ]
    assert words_of(await team.admin.asks(Typed("역할 terminal:pat curator"))) == ["pat 님의 역할은 이제 큐레이터예요."]
    assert words_of(await team.admin.asks(Roles())) == ["여기서 준 역할:", "pat: 큐레이터"]
    unknown = words_of(await team.admin.asks(Typed("역할 terminal:pat 왕")))
    assert unknown == ["“왕”이라는 역할은 없어요. 역할: 독자, 기여자, 편집자, 큐레이터, 관리자, 없음"]
    assert words_of(await team.admin.asks(Typed("역할 terminal:pat 없음"))) == ["pat 님은 이제 역할이 없어요."]


async def test_a_workspace_can_have_everything_reviewed() -> None:
    """Members propose then; it is in force at once."""
    team = Team()
    await team.admin.fills(await team.admin.opens(Settings()), review="yes")
    preview = await team.member.fills(await team.member.opens(Add("Etcd")), definition="A store.")
    assert labels(preview)[0] == "Propose"


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("command", EXAMPLES, ids=lambda command: type(command).__name__)
async def test_every_command_by_every_role(command: Carried, role: Role) -> None:
    """The table decides, behind the door: a role that is too low is refused with the one that would do."""
    person = Person(facts=NOBODY_SPECIAL if role else GUEST)
    if role:
        await Person(person.store).asks(Roles(person.asker.account, role.name.lower()))
    asked_again: dict[type[Command], Role] = {
        Delete: Role.CURATOR,
        Owner: Role.CONTRIBUTOR,
        PlaceLanguage: Role.ADMIN,
        TakeBack: Role.CURATOR,
    }
    needed = asked_again.get(type(command), NEEDED[type(command)])
    reply = await person.gets(command)
    refused = isinstance(reply, Reply) and any(line.startswith("This needs ") for line in words_of(reply))
    assert refused == (role < needed)


def test_every_command_has_a_role() -> None:
    """A new command is refused to everybody but admins until it stands in the table."""
    assert set(NEEDED) == {
        *CARRIED.values(),
        Typed,
        Said,
        Joined,
        Complete,
        Explain,
        Gone,
        Barred,
        Put,
        Aimed,
        Submitted,
    }
    assert {type(command) for command in EXAMPLES} == set(CARRIED.values())


async def test_a_form_does_not_smuggle_a_command_past_the_roles() -> None:
    """What came back in a form is looked at like what was pressed."""
    team = Team()
    assert words_of(await team.guest.asks(Submitted(Settings(), (("review", "yes"),))))[0].startswith("This needs ")
    assert words_of(await team.guest.asks(Typed("etcd = a store")))[0].startswith("This needs ")


async def test_everything_about_a_person_is_handed_over_and_forgotten() -> None:
    """As a file; then no trace of the account is left, and what they wrote stays."""
    team = Team()
    assert words_of(await team.guest.asks(MyData())) == ["Nothing is kept about you."]
    mia = team.member
    await mia.asks(Typed("language en"))
    await saved(mia, Add("Etcd"), definition="A store.")
    await mia.asks(Owner(REDIS.id, "me"))
    await proposed_by_mia(team)
    handed = await mia.asks(MyData())
    assert "malmoi-my-data.json" in str(handed)
    assert mia.asker.account in str(handed)
    asked = await mia.asks(Forget())
    await mia.clicks(asked, "Forget me")
    assert words_of(await mia.asks(MyData())) == ["Nothing is kept about you."]
    assert (await mia.asks(Define(None, "etcd"))).is_found


async def proposed_by_mia(team: Team) -> None:
    """Let the member decide about a proposal and make one."""
    await team.admin.asks(Roles(team.member.asker.account, "curator"))
    preview = await team.proposer.fills(await team.proposer.opens(Add("Zeta")), definition="A letter.")
    await team.proposer.clicks(preview, "Propose")
    proposal = (await team.store.open_proposals(HOME))[0].id
    await team.member.asks(Accept(proposal))


# ── finding and aiming ────────────────────────────────────────────────────────────────────────────────────────────────


async def test_search_finds_words_in_definitions() -> None:
    """With the place marked; nothing found is said."""
    somebody = Person()
    reply = await somebody.asks(Typed("search production"))
    assert words_of(reply) == ["What speaks of “production”", "[MLOps] Running *models* in production."]
    assert not (await somebody.asks(Typed("search zebra"))).is_found
    await saved(somebody, Add("Etcd"), definition="A zebra of a store.")
    await somebody.asks(Delete(REDIS.id, is_confirmed=True))
    assert labels(await somebody.asks(Typed("search zebra"))) == ["Etcd"]


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("edit redis", Edit),
        ("translate redis en", Translate),
        ("names redis", Names),
        ("relate redis", Relate),
        ("more redis", More),
    ],
)
async def test_a_command_word_with_a_term_opens_its_form(line: str, wanted: type[Command]) -> None:
    """For the concept that the term leads to."""
    form = await Person().opens(Typed(line))
    assert isinstance(form.purpose, wanted)


async def test_a_command_word_with_a_doubtful_term_asks_which() -> None:
    """Each choice carries the command; without any such term the line is looked up."""
    somebody = Person()
    assert [choice.command for choice in choices_of(await somebody.asks(Typed("history sap")))] == [
        History(SAP_COMPANY.id),
        History(ConceptId("sap-net")),
    ]
    assert words_of(await somebody.asks(Typed("edit banana")))[0] == "“edit banana” is not in this glossary."
    assert (await somebody.asks(Typed("owner redis"))).is_found
    assert (await somebody.asks(Typed("unpin redis"))).is_found is False
    assert HERE.channel is None


async def test_a_proposal_to_delete_is_carried_out_as_it_is() -> None:
    """There is nothing in it to edit; nor does a proposal of somebody forgotten tell anybody."""
    team = Team()
    edited = Submitted(Accept("p2", is_edited=True), ())
    wishes: tuple[Command, ...] = (Accept("p0", is_edited=True), Accept("p1"), edited)
    for number, wish in enumerate(wishes):
        edit = ConceptEdit(TERMS[number].id, None)
        await team.store.propose(
            Proposal(ProposalId(f"p{number}"), HOME, edit, Revision(1), None, team.admin.now, "old")
        )
        if not number:
            assert words_of(await team.admin.asks(Queue())) == ["Waiting to be decided", "[MLOps] somebody: deleted"]
            assert words_of(await team.admin.asks(Review("p0")))[:2] == ["somebody proposes for MLOps:", "old"]
        assert (await team.admin.asks(wish)).is_found
    assert len(await team.store.concepts(HOME)) == len(TERMS) - 3
    assert await told(team) == []


async def test_a_decision_that_came_first_is_named() -> None:
    """Also when it came between looking and deciding, and when the one who decided is forgotten."""
    team = Team()
    proposal = await proposed(team)

    class Late(MemoryStore):
        """A store in which somebody else decides just before."""

        def __init__(self, store: MemoryStore, first: Command) -> None:
            self._state = store._state  # noqa: SLF001 — the same data
            self._first = first

        async def commit(self, change: Change) -> Revision:
            """Let the other one go first."""
            await team.admin.asks(self._first)
            return await super().commit(change)

        async def decide(self, glossary: GlossaryId, decision: Decision, caused: Sequence[Notice] = ()) -> bool:
            """Let the other one go first."""
            await team.admin.asks(self._first)
            return await super().decide(glossary, decision, caused)

    late = Person(Late(team.store, Accept(proposal)), name="late")
    assert words_of(await late.asks(Accept(proposal))) == ["ada has accepted this already."]
    again = Team()
    other = await proposed(again)
    team.admin = again.admin
    form = await Person(again.store, name="late").opens(Decline(other))
    slow = Person(Late(again.store, Submitted(Decline(other), (("reason", "no"),))), name="late")
    assert words_of(await slow.fills(form)) == ["ada has declined this already."]
    await again.admin.asks(Forget(is_confirmed=True))
    assert words_of(await slow.asks(Review(other))) == ["somebody has declined this already."]


async def test_a_draft_whose_form_is_of_another_version_keeps_its_words() -> None:
    """It opens as a new entry."""
    mia = Team().member
    values = (("name", "Etcd"), ("definition", "A store."))
    draft = Draft(
        DraftId("d"), HOME, mia.asker.account, Token("9:what"), values, Revision(1), mia.now + timedelta(hours=1)
    )
    await mia.store.keep_draft(draft)
    form = await mia.opens(Resume("d"))
    assert [getattr(field, "value", "") for field in form.fields][:2] == ["Etcd", "A store."]


async def test_a_draft_that_breaks_a_rule_is_never_saved() -> None:
    """Pressing save brings its form back; so does a line that is too long."""
    mia = Team().member
    form = await mia.opens(Add("Etcd"))
    again = await mia.gets(Submitted(form.purpose, (("name", ""),)))
    assert isinstance(again, Form)
    assert isinstance(again.purpose, Resume)
    assert isinstance(await mia.gets(Save(again.purpose.draft)), Form)
    assert isinstance(await mia.gets(Put(None, "Etcd", "x" * 5000)), Form)
    assert not (await mia.asks(Meant(ConceptId("gone"), "x"))).is_found
    assert not (await mia.asks(AddThere(again.purpose.draft, REDIS.id))).is_found
    gone = Draft(
        DraftId("d"), HOME, mia.asker.account, Token("1:names:gone:1"), (), Revision(1), mia.now + timedelta(hours=1)
    )
    await mia.store.keep_draft(gone)
    assert not (await mia.asks(Submitted(Resume("d"), ()))).is_found


async def test_saving_what_changes_nothing_says_so() -> None:
    """The preview shows no difference."""
    mia = Team().member
    preview = await mia.fills(await mia.opens(Edit(REDIS.id, KO)))
    assert "Nothing would change." in words_of(preview)
    assert labels(preview) == ["Edit again", "Discard"]


async def test_every_kind_of_difference_has_a_name() -> None:
    """In the preview, each on a line of its own."""
    mia = Team().member
    await saved(mia, Names(REDIS.id), synonyms="R", abbreviations="RDS", misspellings="Redus", avoided="Old")
    details = {"domain": "d", "tags": "t", "links": "https://a.example", "contact": "c"}
    preview = await mia.fills(await mia.opens(More(REDIS.id)), **details, image="https://a.example/i.png | seen")
    shown = [line.partition(":")[0] for line in words_of(preview)]
    assert {"domain", "tags", "links", "image", "who to ask"} <= set(shown)
    related = await mia.fills(await mia.opens(Relate(REDIS.id)), related="MLOps", replaced_by="Chef")
    assert {"related: MLOps", "replaced by: Chef"} <= set(words_of(related))
    history = await mia.asks(History(REDIS.id))
    kinds = ("other names", "abbreviations", "misspellings", "names to avoid")
    assert all(f"{kind} (English)" in words_of(history)[1] for kind in kinds)


async def test_a_name_taken_between_the_guard_and_the_commit_is_refused() -> None:
    """By the transaction: the ways out are the same as before."""

    class Taken(MemoryStore):
        """A store in which somebody else takes the name just before."""

        async def commit(self, change: Change) -> Revision:
            """Refuse."""
            raise TakenError(change.free_names[0], (REDIS.id,))

    mia = Person(Taken(TERMS), facts=MEMBER)
    reply = await mia.asks(Put(EN, "Etcd", "A store."))
    assert words_of(reply)[0] == "Etcd has just been added by somebody else."
    assert labels(reply) == ["Add it there as a name", "A different meaning", "Edit again"]


async def test_a_deletion_that_was_overtaken_is_asked_again() -> None:
    """The entry changed between the question and the answer."""

    class Changed(MemoryStore):
        """A store in which somebody else was first."""

        async def commit(self, change: Change) -> Revision:
            """Refuse."""
            raise ChangedMeanwhileError(None, change.edits[0].after)

    reply = await Person(Changed(TERMS)).asks(Delete(REDIS.id, is_confirmed=True))
    assert words_of(reply) == ["Somebody changed this a moment ago. Look at it again, then decide."]


async def test_a_stale_entry_is_one_only_where_the_workspace_wants_it() -> None:
    """Whatever was kept as a setting by another version counts as never."""
    somebody = Person()
    await somebody.store.set_setting(HERE.workspace, "stale_months", "7")
    assert words_of(await somebody.asks(Stale()))[0].startswith("Reminders are off.")


async def test_a_long_text_is_shown_around_what_was_found() -> None:
    """Cut on both sides; a name that is only a common misspelling shows the beginning instead."""
    text = "x " * 60 + "needle " + "y " * 60 + "needle"
    long = Concept(ConceptId("long"), (name("Long"),), (Definition(text, EN),))
    reply = await Person(MemoryStore([long, REDIS])).asks(Typed("search needle"))
    (line,) = words_of(reply)[1:]
    assert line.startswith("[Long] …")
    assert line.endswith("…")
    assert line.count("needle") == 1
    assert words_of(await Person(MemoryStore([REDIS])).asks(Typed("search reddis")))[1].startswith("[Redis]")


async def test_a_term_that_is_merely_near_is_asked_about() -> None:
    """A command word with it offers what it may be."""
    reply = await Person().asks(Typed("history mlo"))
    assert not reply.is_found
    assert choices_of(reply)[0].command == History(MLOPS.id)


@pytest.mark.parametrize("rule", Rule)
@pytest.mark.parametrize("language", [EN, KO])
def test_every_rule_has_a_sentence(rule: Rule, language: LanguageTag) -> None:
    """In each language, without a hole in it."""
    sentence = sentence_of_problem(Problem("name", rule, "x", 3), wording_in(language))
    assert sentence
    assert "{" not in sentence


def test_the_clock_is_in_utc() -> None:
    """What is kept is compared across machines."""
    assert utc_now().tzinfo is UTC


async def test_a_long_name_is_written_in_one_line_too() -> None:
    """Longer than a button could carry; and one that is too long gets its form with the reason."""
    mia = Team().member
    assert (await mia.asks(Put(EN, "n" * 70, "A store."))).is_found
    form = await mia.gets(Put(EN, "n" * 81, "A store."))
    assert isinstance(form, Form)
    assert dict(form.errors) == {"name": "Too long: at most 80 characters."}
    assert isinstance(await mia.gets(Submitted(Add("n" * 81), (("name", "Etcd"),))), Reply)


async def test_the_history_marks_how_it_stands_now() -> None:
    """Nothing is gone after a deletion; before it, the newest is the present."""
    mia = Team().member
    await saved(mia, More(REDIS.id), contact="#data")
    assert words_of(await mia.asks(History(REDIS.id)))[1].startswith("[As it is now: ")


async def test_an_entry_without_a_language_is_in_that_of_its_author() -> None:
    """The field can be left alone: a form that brings nothing for it means what it showed."""
    mia = Person(locale=KO)
    preview = await mia.fills(await mia.opens(Add("kafka")), definition="로그다.", language="")
    assert "로그다." in words_of(preview)
