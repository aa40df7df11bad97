"""How a newcomer is met: the greeting, whom it reaches and when, and the reminder."""

from __future__ import annotations

from dataclasses import replace

from bot.commands import (
    Joined,
    Next,
    PackDelete,
    PackHere,
    Remind,
    Typed,
)
from bot.keeping import Holder
from bot.replies import Delivery, Reply, Silence
from bot.requests import ChannelId, Fact, channel_among, place_of_group
from tests.bot.newcomers import NEVER, STEPS, Team
from tests.fakes import HERE, NOON, Person, words_of
from tests.terms import KO, MLOPS


async def greeted(team: Team) -> list[str]:
    """Name who is to be greeted, and empty the letter box."""
    return [account.rpartition(":")[2] for account, _ in await team.told()]


async def test_who_joins_is_greeted_with_the_first_terms() -> None:
    """Privately, in a notice; with the welcome, what comes, and the first entry as readers get it."""
    team = Team()
    pack = await team.make(welcome="Hello! *Good* that you are here.")
    await team.ada.asks(PackHere(pack))
    assert await team.newcomer().hears(Joined()) == Silence()
    ((account, greeting),) = await team.told()
    assert account == "terminal:noa"
    assert words_of(greeting) == [
        "First week",
        "Hello! Good that you are here.",
        "3 terms to know here: MLOps, Redis, Chef",
        "How far you are is only for you.",
        "MLOps",
        "Also: ML Ops, 엠엘옵스",
        "Running models in production.",
        "░░░░░░░░░░ 0 of 3",
        *STEPS,
    ]


async def test_who_cannot_be_told_privately_is_told_aside_that_there_is_something_to_read() -> None:
    """In the channel that they came into, and else wherever; begun there, the rest is private again."""
    team = Team()
    pack = await team.make()
    await team.ada.asks(PackHere(pack, is_for_all=True))
    await team.ada.asks(PackHere(pack))
    await team.newcomer().hears(Joined((ChannelId("C1"),)))
    await team.newcomer("gil", place=HERE).hears(Joined())
    (_, noas), (_, gils) = await team.told()
    assert noas.aside is not None
    assert gils.aside is not None
    assert words_of(Reply(noas.aside.blocks)) == [
        "noa, there is a short reading list for you here: First week. Only you see what you read.",
        "[Begin]",
    ]
    assert (noas.aside.account, noas.aside.channel) == ("terminal:noa", "C1")
    assert (gils.aside.account, gils.aside.channel) == ("terminal:gil", None)
    begun = await team.newcomer().clicks(Reply(noas.aside.blocks), "Begin")
    assert isinstance(begun, Reply)
    assert begun.delivery is Delivery.ASKER
    assert words_of(begun)[0] == "MLOps"


def test_the_channel_of_a_place_is_told_from_a_workspace_and_a_group() -> None:
    """Where something can be said is a channel only."""
    workspace = HERE.workspace
    assert channel_among(f"{workspace}:C1", workspace) == "C1"
    assert channel_among(workspace, workspace) == ""
    assert channel_among(f"{workspace}:{place_of_group('99')}", workspace) == ""


async def test_nobody_is_greeted_twice_for_one_pack() -> None:
    """Not who comes back, nor who joins another place of the same pack; for another pack they are."""
    team = Team()
    first, second = await team.make(), await team.make("Second week", "SAP (company)")
    for pack in (first, second):
        await team.ada.asks(PackHere(pack, is_for_all=True))
    await team.ada.asks(PackHere(first))
    noa = team.newcomer()
    await noa.hears(Joined())
    await noa.hears(Joined())
    assert await greeted(team) == ["noa"]
    noa.place = HERE
    await noa.hears(Joined())
    ((_, greeting),) = await team.told()
    assert words_of(greeting)[0] == "Second week"
    await noa.hears(Joined())
    assert await greeted(team) == []


async def test_neither_bots_are_greeted_nor_who_joins_elsewhere() -> None:
    """A place without a pack, or whose pack is empty or gone, says nothing."""
    team = Team()
    pack = await team.make()
    noa = team.newcomer()
    await noa.hears(Joined())
    assert await greeted(team) == []
    await team.ada.asks(PackHere(pack))
    noa.asker = replace(noa.asker, facts=frozenset({Fact.IS_BOT}))
    await noa.hears(Joined())
    assert await greeted(team) == []
    tagged = await team.make("Empty", "", tag="nobody has this")
    await team.ada.asks(PackHere(pack, is_placed=False))
    await team.ada.asks(PackHere(tagged))
    await team.newcomer("gil").hears(Joined())
    await team.ada.asks(PackDelete(tagged, is_confirmed=True))
    await team.newcomer("gil").hears(Joined())
    assert await greeted(team) == []


async def test_channels_that_come_with_a_workspace_greet_with_it() -> None:
    """Each of their packs, once."""
    team = Team()
    await team.ada.asks(PackHere(await team.make()))
    noa = team.newcomer()
    noa.place = replace(noa.place, channel=None)
    await noa.hears(Joined((ChannelId("elsewhere"),)))
    assert await greeted(team) == []
    assert team.ada.place.channel is not None
    await noa.hears(Joined((ChannelId("elsewhere"), team.ada.place.channel)))
    assert await greeted(team) == ["noa"]


async def test_a_greeting_speaks_the_language_of_the_platform() -> None:
    """As it was when they joined; what somebody chose for this bot comes before it."""
    team = Team()
    await team.ada.asks(PackHere(await team.make(welcome="Hello")))
    await team.newcomer("min", KO).hears(Joined())
    ((_, greeting),) = await team.told()
    assert words_of(greeting)[2] == "여기서 알아 둘 용어 3개: 엠엘옵스, 레디스, Chef"
    assert words_of(greeting)[4] == "엠엘옵스 · MLOps"
    chooser = team.newcomer("cho", KO)
    await chooser.asks(Typed("language en"))
    await chooser.hears(Joined())
    ((_, greeting),) = await team.told()
    assert words_of(greeting)[2].startswith("3 terms to know here")


async def test_a_crowd_is_greeted_one_after_the_other() -> None:
    """At the pace that the platform bears."""
    team = Team()
    await team.ada.asks(PackHere(await team.make()))
    for number in range(3):
        await team.newcomer(f"n{number}").hears(Joined())
    leased = await team.store.lease_notices("terminal", Holder("p"), NEVER, NEVER)
    seconds = [(notice.due - NOON).total_seconds() for _, notice in leased]
    assert seconds == [0, 1.2, 2.4]


async def test_a_reminder_shows_where_one_left_off() -> None:
    """In the language of the platform, as it was when they joined."""
    team = Team()
    pack = await team.make()
    noa = team.newcomer()
    await noa.asks(Next(pack, MLOPS.id))
    assert words_of(await noa.asks(Remind(pack)))[:2] == [
        "First week is waiting for you. This is where you left off:",
        "Redis",
    ]
    stranger = Person(team.store, None, "noa")
    assert words_of(await stranger.asks(Remind(pack, KO)))[0].startswith("First week가 기다리고 있어요.")
