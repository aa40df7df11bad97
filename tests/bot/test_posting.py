"""Proposals in a chosen channel: shown to everybody there, decided by those who may, once, and seen to be decided."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from adapters.memory import MemoryStore
from bot.commands import (
    Accept,
    Add,
    Barred,
    Decline,
    Define,
    Edit,
    Forget,
    More,
    MyData,
    PlaceLanguage,
    Posted,
    ReviewHere,
    Settings,
    Typed,
    Unposted,
)
from bot.keeping import HOME, Change, Proposal, ProposalId, Revision
from bot.keeping import Edit as ConceptEdit
from bot.policy import REVIEW_CHANNEL
from bot.replies import Attachment, Delivery, Form, Reply, Silence
from bot.requests import AccountId, Asker, ChannelId, Fact, Place, Request, WorkspaceId
from bot.tokens import command_of
from bot.wishes.reviewing import LOOKED_THROUGH
from tests.fakes import HERE, NOON, Person, choices_of, words_of
from tests.terms import KO, MLOPS, REDIS, TERMS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.keeping import Notice

REVIEWS = ChannelId("#reviews")
CHANNEL = Place(HERE.workspace, REVIEWS)
FOR_ALL = Place(HERE.workspace, REVIEWS, is_public=True)
NOBODY = Asker(AccountId("terminal:"))
PROPOSING = frozenset[Fact]()


class Board:
    """A workspace with two curators and somebody who proposes; the curators are in the chosen channel."""

    def __init__(self) -> None:
        self.store = MemoryStore(TERMS)
        self.ada = Person(self.store, name="ada", place=CHANNEL)
        self.cora = Person(self.store, name="cora", place=CHANNEL)
        self.pat = Person(self.store, name="pat", facts=PROPOSING)

    async def chosen(self) -> Board:
        """Choose the channel, and let what is said there be said."""
        await self.ada.asks(ReviewHere())
        await self.told()
        return self

    async def told(self) -> Sequence[Notice]:
        """Take what is to be said."""
        leased = await self.store.lease_notices("terminal", "p", NOON, NOON + timedelta(hours=1))  # type: ignore[arg-type]
        return [notice for _, notice in leased]

    async def said(self, notice: Notice) -> Reply:
        """Let the door answer a notice to the channel, as an adapter would."""
        command = command_of(notice.token)
        assert command is not None
        reply = await self.ada.replies_to(Request(NOBODY, FOR_ALL, command))
        assert isinstance(reply, Reply)
        return reply

    async def proposed(self, text: str = "Keeps keys.") -> str:
        """Let somebody propose a new entry; give the id of the proposal."""
        preview = await self.pat.fills(await self.pat.opens(Add("Etcd")), definition=text)
        await self.pat.clicks(preview, "Propose")
        return (await self.store.open_proposals(HOME))[-1].id

    async def shown(self) -> Reply:
        """Let somebody propose a new entry; give what the channel sees of it."""
        await self.proposed()
        (notice,) = await self.told()
        assert notice.recipient == "terminal:#reviews"
        return await self.said(notice)


def labels(reply: Reply) -> list[str]:
    """List what can be pressed."""
    return [choice.label for choice in choices_of(reply)]


async def test_a_proposal_is_shown_in_the_chosen_channel() -> None:
    """Whoever proposes it, what it would change, and the ways to decide: asked as nobody, in the channel's language."""
    board = await Board().chosen()
    post = await board.shown()
    assert words_of(post)[0] == "pat proposes for Etcd:"
    assert any("Keeps keys." in line for line in words_of(post))
    assert labels(post) == ["Accept", "Edit and accept", "Decline"]
    await board.ada.asks(PlaceLanguage("channel", "ko"))
    again = await board.ada.replies_to(Request(NOBODY, FOR_ALL, Posted((await board.store.open_proposals(HOME))[0].id)))
    assert isinstance(again, Reply)
    assert labels(again) == ["받아들이기", "고쳐서 받아들이기", "거절하기"]


async def test_nothing_is_said_anywhere_while_no_channel_is_chosen() -> None:
    """Proposals wait in the queue."""
    board = Board()
    await board.proposed()
    assert await board.told() == []


@pytest.mark.parametrize("place", [CHANNEL, replace(FOR_ALL, channel=ChannelId("#other")), HERE])
async def test_what_is_shown_in_the_channel_is_shown_nowhere_else_but_to_curators(place: Place) -> None:
    """Whoever has its name by some other way learns nothing; a curator sees it as in the queue."""
    board = await Board().chosen()
    proposal = await board.proposed()
    reply = await board.pat.replies_to(Request(board.pat.asker, place, Posted(proposal)))
    assert isinstance(reply, Reply)
    assert not reply.is_found
    assert "Keeps keys." not in "".join(words_of(reply))
    seen = await board.ada.replies_to(Request(board.ada.asker, place, Posted(proposal)))
    assert isinstance(seen, Reply)
    assert next(choice.command for choice in choices_of(seen)) == Accept(proposal)


async def test_whoever_may_decides_and_everybody_sees_it() -> None:
    """The message is replaced by what was decided and by whom, in the language of the channel."""
    board = await Board().chosen()
    await board.cora.asks(PlaceLanguage("channel", "ko"))
    post = await board.shown()
    refused = await board.pat.replies_to(Request(board.pat.asker, CHANNEL, choices_of(post)[0].command))
    assert isinstance(refused, Reply)
    assert (refused.is_found, refused.delivery) == (False, Delivery.ASKER), "the post stays as it is for the others"
    decided = await board.ada.clicks(post, "받아들이기")
    assert isinstance(decided, Reply)
    assert decided.delivery is Delivery.IN_PLACE
    assert words_of(decided)[-2:] == ["ada 님이 받아들였어요.", "[용어 보기]"]
    assert any("Keeps keys." in line for line in words_of(decided))
    assert (await board.pat.asks(Define(None, "Etcd"))).is_found
    (told,) = await board.told()
    assert str(told.recipient) == board.pat.asker.account


async def test_a_second_press_shows_what_was_decided() -> None:
    """From the post as it was before, by anybody who may decide, whichever button; and from the queue."""
    board = await Board().chosen()
    post = await board.shown()
    await board.ada.clicks(post, "Accept")
    for label in ("Accept", "Edit and accept", "Decline"):
        late = await board.cora.clicks(post, label)
        assert isinstance(late, Reply)
        assert (late.is_found, late.delivery) == (False, Delivery.IN_PLACE)
        assert words_of(late)[-2:] == ["ada has accepted this.", "[Show the entry]"]


async def test_what_was_decided_in_the_queue_is_seen_where_it_was_shown() -> None:
    """At the next press."""
    board = await Board().chosen()
    post = await board.shown()
    proposal = (await board.store.open_proposals(HOME))[0].id
    await board.cora.fills(await board.cora.opens(Decline(proposal)), reason="We say store.")
    late = await board.ada.clicks(post, "Accept")
    assert isinstance(late, Reply)
    assert words_of(late)[-1] == "cora has declined this."
    assert "We say store." not in "".join(words_of(late)), "that is for the proposer"


async def test_two_who_press_at_the_same_time_decide_once() -> None:
    """One is first; the other sees who that was."""
    board = await Board().chosen()
    post = await board.shown()
    replies = await asyncio.gather(board.ada.clicks(post, "Accept"), board.cora.clicks(post, "Accept"))
    shown = [(reply.is_found, words_of(reply)[-2]) for reply in replies if isinstance(reply, Reply)]
    assert sorted(found for found, _ in shown) == [False, True]
    assert len({line for _, line in shown}) == 1
    assert len(await board.told()) == 1


async def test_a_proposal_is_edited_where_it_was_shown() -> None:
    """Everybody sees what was saved, and not what was proposed; also whoever presses later."""
    board = await Board().chosen()
    post = await board.shown()
    form = await board.ada.clicks(post, "Edit and accept")
    assert isinstance(form, Form)
    decided = await board.ada.fills(form, definition="Keeps keys and values.")
    assert decided.delivery is Delivery.IN_PLACE
    late = await board.cora.fills(form, definition="Something else.")
    for reply in (decided, late):
        assert any("Keeps keys and values." in line for line in words_of(reply))
        assert words_of(reply)[-2] == "ada has accepted this."
    assert not late.is_found


async def test_a_proposal_is_declined_where_it_was_shown() -> None:
    """The reason is for the proposer; a second one changes nothing."""
    board = await Board().chosen()
    post = await board.shown()
    form = await board.ada.clicks(post, "Decline")
    assert isinstance(form, Form)
    declined = await board.ada.fills(form, reason="We say store.")
    assert declined.delivery is Delivery.IN_PLACE
    assert words_of(declined)[-1] == "ada has declined this."
    assert "We say store." not in "".join(words_of(declined))
    late = await board.cora.fills(form, reason="Me too.")
    assert words_of(late)[-1] == "ada has declined this."


async def test_an_entry_that_was_changed_since_is_looked_at_once_more_by_everybody() -> None:
    """The post shows what it would change now; to take it as it is, is offered no more."""
    board = await Board().chosen()
    preview = await board.pat.fills(await board.pat.opens(Edit(REDIS.id, KO)), definition="새로 쓴 것이다.")
    await board.pat.clicks(preview, "Propose")
    (notice,) = await board.told()
    post = await board.said(notice)
    preview = await board.cora.fills(await board.cora.opens(More(REDIS.id)), tags="fast")
    await board.cora.clicks(preview, "Save")
    overtaken = await board.ada.clicks(post, "Accept")
    assert isinstance(overtaken, Reply)
    assert (overtaken.is_found, overtaken.delivery) == (False, Delivery.IN_PLACE)
    assert "The entry was changed since this was proposed. Look at it once more." in words_of(overtaken)
    assert labels(overtaken) == ["Edit and accept", "Decline"]
    form = await board.ada.clicks(overtaken, "Edit and accept")
    assert isinstance(form, Form)
    assert words_of(await board.ada.fills(form))[-2] == "ada has accepted this."


async def test_what_was_decided_long_ago_is_said_without_what_it_changed() -> None:
    """Where the change is not found any more: an entry may have changed often since."""
    board = await Board().chosen()
    post = await board.shown()
    await board.ada.clicks(post, "Accept")
    await board.pat.asks(Forget(is_confirmed=True))
    late = await board.cora.clicks(post, "Accept")
    assert isinstance(late, Reply)
    assert words_of(late)[0] == "somebody proposes for Etcd:"
    assert len(words_of(late)) > 3, "with what it changed"
    etcd = next(one for one in await board.store.concepts(HOME) if one.headword.text == "Etcd")
    for number in range(LOOKED_THROUGH):
        edit, since = ConceptEdit(etcd.id, replace(etcd, tags=(f"tag{number}",))), await board.store.revision_of(HOME)
        await board.store.commit(Change(HOME, (edit,), since, None, NOON + timedelta(minutes=1)))
    later = await board.cora.clicks(post, "Accept")
    assert isinstance(later, Reply)
    assert words_of(later) == ["somebody proposes for Etcd:", "ada has accepted this.", "[Show the entry]"]


async def test_to_delete_an_entry_is_shown_and_decided_too() -> None:
    """There is nothing to edit then."""
    board = await Board().chosen()
    edit = ConceptEdit(MLOPS.id, None)
    await board.store.propose(
        Proposal(ProposalId("p0"), HOME, edit, Revision(1), board.pat.asker.account, NOON, why="We never say it.")
    )
    post = await board.ada.replies_to(Request(NOBODY, FOR_ALL, Posted("p0")))
    assert isinstance(post, Reply)
    assert words_of(post)[:2] == ["pat proposes for MLOps:", "We never say it."]
    decided = await board.ada.clicks(post, "Edit and accept")
    assert isinstance(decided, Reply)
    assert words_of(decided)[-2] == "ada has accepted this."
    assert not (await board.ada.asks(Define(None, "MLOps"))).is_found


async def test_every_workspace_that_shares_the_glossary_hears_of_it_where_it_chose_to() -> None:
    """The queue is one, too."""
    board = await Board().chosen()
    other = WorkspaceId("slack:T2")
    await board.store.join(other, HOME, NOON)
    await board.store.set_setting(other, REVIEW_CHANNEL, "C9")
    await board.proposed()
    told = [*await board.told(), *(await _leased(board, "slack"))]
    assert sorted(notice.recipient for notice in told) == ["slack:T2:C9", "terminal:#reviews"]


async def _leased(board: Board, platform: str) -> list[Notice]:
    leased = await board.store.lease_notices(platform, "p", NOON, NOON + timedelta(hours=1))  # type: ignore[arg-type]
    return [notice for _, notice in leased]


# ── choosing the channel ──────────────────────────────────────────────────────────────────────────────────────────────


async def test_an_administrator_chooses_the_channel_in_the_settings() -> None:
    """The form shows which one it is; the channel hears what it is for."""
    board = Board()
    form = await board.ada.opens(Settings())
    kept = await board.ada.fills(form, review_channel=REVIEWS)
    assert words_of(kept) == [
        "The settings are kept.",
        "Proposals are shown in that channel from now on. If I may not post there, I tell you.",
    ]
    (notice,) = await board.told()
    assert notice.recipient == "terminal:#reviews"
    assert words_of(await board.said(notice)) == [
        "Proposals are shown in this channel from now on. Curators decide about them here."
    ]
    again = await board.ada.opens(Settings())
    assert [getattr(field, "value", "") for field in again.fields] == ["", "#reviews", "0"]
    assert words_of(await board.ada.fills(again)) == ["The settings are kept."]
    assert await board.told() == []
    assert words_of(await board.ada.fills(again, review_channel=""))[1] == (
        "Proposals wait in the queue, and are shown in no channel."
    )
    await board.proposed()
    assert await board.told() == []


async def test_an_administrator_chooses_the_channel_by_writing_in_it() -> None:
    """In any language; not in a place that is no channel, and nobody else does."""
    board = Board()
    assert "from now on" in words_of(await board.ada.asks(Typed("queue here")))[0]
    assert (await board.store.settings_of(HERE.workspace))[REVIEW_CHANNEL] == "#reviews"
    assert "어느 채널에도" in words_of(await board.ada.asks(Typed("대기 없음")))[0]
    assert REVIEW_CHANNEL not in await board.store.settings_of(HERE.workspace)
    direct = replace(CHANNEL, is_direct=True)
    for place in (HERE, direct):
        assert not (await Person(board.store, place=place).asks(ReviewHere())).is_found
    member = Person(board.store, facts=frozenset({Fact.IS_FULL_MEMBER}), place=CHANNEL)
    assert not (await member.asks(Typed("queue here"))).is_found
    assert words_of(await board.ada.asks(Typed("queue theory")))[0].startswith("“queue theory”")


async def test_whoever_chose_a_channel_is_told_when_the_bot_may_not_post_there() -> None:
    """Once; and proposals wait in the queue from then on, as if no channel had been chosen."""
    board = await Board().chosen()
    await board.store.set_setting("terminal:elsewhere", REVIEW_CHANNEL, "#another")
    assert await board.ada.replies_to(Request(NOBODY, FOR_ALL, Barred())) == Silence()
    assert await board.ada.replies_to(Request(NOBODY, FOR_ALL, Barred())) == Silence()
    (notice,) = await board.told()
    assert (str(notice.recipient), command_of(notice.token)) == (board.ada.asker.account, Unposted())
    told = await board.ada.asks(Unposted())
    assert words_of(told)[:2] == [
        "I may not post in the channel that you chose for proposals, so they wait in the queue.",
        "Add me to that channel, then choose it again.",
    ]
    assert labels(told) == ["Settings", "Proposals"]
    await board.proposed()
    assert await board.told() == []


async def test_another_channel_where_the_bot_may_not_post_changes_nothing() -> None:
    """Nor a place that is no channel."""
    board = await Board().chosen()
    for place in (replace(FOR_ALL, channel=ChannelId("#other")), HERE):
        assert await board.ada.replies_to(Request(NOBODY, place, Barred())) == Silence()
    assert (await board.store.settings_of(HERE.workspace))[REVIEW_CHANNEL] == "#reviews"
    assert await board.told() == []


async def test_who_chose_the_channel_is_among_what_is_kept_of_them_and_forgotten_with_them() -> None:
    """The channel stays chosen; then nobody is told when it does not work."""
    board = await Board().chosen()
    data = await board.ada.asks(MyData())
    assert any("#reviews" in block.text for block in data.blocks if isinstance(block, Attachment))
    await board.ada.asks(Forget(is_confirmed=True))
    assert REVIEW_CHANNEL not in await board.store.settings_of(board.ada.asker.account)
    assert (await board.store.settings_of(HERE.workspace))[REVIEW_CHANNEL] == "#reviews"
    await board.cora.replies_to(Request(NOBODY, FOR_ALL, Barred()))
    assert await board.told() == []


async def test_what_is_not_asked_for_is_not_changed() -> None:
    """A form without the field, from before there was one, leaves the channel as it is."""
    board = await Board().chosen()
    form = await board.ada.opens(Settings())
    shorter = replace(form, fields=tuple(field for field in form.fields if field.key != REVIEW_CHANNEL))
    await board.ada.fills(shorter)
    assert (await board.store.settings_of(HERE.workspace))[REVIEW_CHANNEL] == "#reviews"
