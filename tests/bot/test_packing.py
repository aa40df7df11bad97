"""What a pack is: whom it greets, its end, how far people get, and what is in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.commands import (
    Know,
    Next,
    PackDelete,
    PackEdit,
    PackHere,
    PackOrder,
    PackPreview,
    PackReport,
    Submitted,
    Typed,
)
from bot.keeping import HOME
from bot.packs import Pack, PackId, Progress, Status, pack_called, terms_of, welcome_of
from bot.replies import Reply
from bot.requests import AccountId
from bot.wishes.counting import _reached
from glossary.catalogue import Catalogue
from glossary.concept import ConceptId
from tests.bot.newcomers import DIRECT, Team
from tests.fakes import HERE, NOON, choices_of, words_of
from tests.terms import DE, EN, KO, MLOPS, REDIS, SAP_COMPANY, TERMS

if TYPE_CHECKING:
    from bot.packs import Standing


async def test_a_pack_can_greet_who_is_given_a_role() -> None:
    """However many roles; each can be taken out again, and a role is no channel."""
    team = Team()
    pack = await team.make()
    shown = await team.ada.asks(PackHere(pack, group="99"))
    assert "It greets nobody yet." not in words_of(shown)
    assert "It greets who is given one of these roles:" in words_of(shown)
    assert "[No longer greet] 99" in words_of(shown)
    assert [place for _, place in await team.store.places_of(HOME)] == [f"{team.ada.place.workspace}:&99"]
    await team.ada.asks(PackHere(pack, group="98"))
    both = words_of(await team.ada.asks(PackHere(pack)))
    assert "It greets who joins this channel." in both
    assert {"[No longer greet] 98", "[No longer greet] 99"} <= set(both)
    await team.ada.clicks(shown, "No longer greet")
    assert sorted(place for _, place in await team.store.places_of(HOME)) == sorted(
        [team.ada.place.subject, f"{team.ada.place.workspace}:&98"]
    )


async def test_a_workspace_says_which_packs_belong_to_which_places() -> None:
    """To this channel, to all who join; and no longer."""
    team = Team()
    pack = await team.make()
    here = await team.ada.clicks(await team.ada.asks(PackPreview(pack)), "Greet who joins this channel")
    assert isinstance(here, Reply)
    assert "It greets who joins this channel." in words_of(here)
    everybody = await team.ada.clicks(here, "Greet everybody who joins")
    assert isinstance(everybody, Reply)
    assert "It greets everybody who joins." in words_of(everybody)
    assert list(await team.store.places_of(HOME)) == [(pack, "terminal"), (pack, "terminal:C1")]
    await team.ada.clicks(everybody, "No longer greet everybody")
    team.ada.place = HERE
    assert "It greets who joins 1 other channel." in words_of(await team.ada.asks(PackPreview(pack)))
    team.ada.place = here_again = team.newcomer().place
    gone = await team.ada.clicks(await team.ada.asks(PackPreview(pack)), "No longer greet in this channel")
    assert isinstance(gone, Reply)
    assert "It greets nobody yet." in words_of(gone)
    assert here_again.channel


async def test_a_place_without_channels_is_the_workspace() -> None:
    """In a terminal; and in a direct message there is nobody to join."""
    team = Team()
    pack = await team.make()
    team.ada.place = HERE
    assert "It greets everybody who joins." in words_of(await team.ada.asks(Typed("pack here First week")))
    team.ada.place = DIRECT
    refused = await team.ada.asks(PackHere(pack))
    assert (words_of(refused), refused.is_found) == (["Write this in the channel that it is about."], False)
    labels = [choice.label for choice in choices_of(await team.ada.asks(PackPreview(pack)))]
    assert "Greet who joins this channel" not in labels


async def test_a_pack_is_deleted_once_that_is_confirmed() -> None:
    """The entries stay."""
    team = Team()
    await team.make()
    asked = await team.ada.asks(Typed("pack delete First week"))
    assert words_of(asked) == [
        "Delete the pack First week? How far people have come with it is lost; the entries stay.",
        "[Delete]",
    ]
    done = await team.ada.clicks(asked, "Delete")
    assert isinstance(done, Reply)
    assert words_of(done) == ["First week is deleted."]
    assert list(await team.store.packs_of(HOME)) == []
    assert len(await team.store.concepts(HOME)) == len(TERMS)


@pytest.mark.parametrize(
    "wish",
    [
        PackEdit("gone"),
        PackOrder("gone"),
        PackPreview("gone"),
        PackReport("gone"),
        PackHere("gone"),
        PackDelete("gone"),
        Submitted(PackEdit("gone"), ()),
    ],
)
async def test_a_pack_that_is_gone_is_said_to_be(wish: PackEdit) -> None:
    """Whatever is wished about it."""
    reply = await Team().ada.asks(wish)
    assert (words_of(reply), reply.is_found) == (["There is no such pack here."], False)


async def test_a_report_tells_how_far_people_get_without_names() -> None:
    """In groups of at least three; and which terms at least three people asked about."""
    team = Team()
    pack = await team.make(terms="MLOps\nRedis\nChef\nSAP (company)")
    few = words_of(await team.ada.asks(PackReport(pack)))
    assert few == ["How far people get with First week", "Groups of fewer than 3 people are not shown."]
    readers = [team.newcomer(f"n{number}") for number in range(7)]
    for number, reader in enumerate(readers):
        for concept in (MLOPS.id, REDIS.id, ConceptId("chef"), SAP_COMPANY.id)[: (0, 0, 0, 2, 2, 4, 4)[number]]:
            await reader.asks(Know(pack, concept))
        card = await reader.asks(Typed("onboarding"))
        if number < 3:
            await reader.clicks(card, "Ask about it")
    report = words_of(await team.ada.asks(Typed("pack report First week")))
    assert report == [
        "How far people get with First week",
        "7 people have begun",
        "████░░░░░░ 3  0–24 %\n██████░░░░ 4  50–100 %",
        "Most asked about",
        "██████████ 3  MLOps",
        "Groups of fewer than 3 people are not shown.",
    ]
    assert not any(reader.asker.account.rpartition(":")[2] in line for reader in readers for line in report)


@pytest.mark.parametrize(
    ("passed", "groups"),
    [
        ([0] * 3, [("0–24 %", 3)]),
        ([0, 0, 4, 4], [("0–100 %", 4)]),
        ([4, 4, 4], [("100 %", 3)]),
        ([1, 2, 3, 4, 4], [("25–100 %", 5)]),
        ([0, 0, 0, 1], [("0–100 %", 4)]),
        ([0, 0, 0, 2, 2, 2, 4], [("0–24 %", 3), ("50–100 %", 4)]),
        ([9] * 3, [("100 %", 3)]),
    ],
)
async def test_no_group_is_so_small_that_somebody_could_be_told(
    passed: list[int], groups: list[tuple[str, int]]
) -> None:
    """A small one goes with its neighbour; also nobody can be told by subtracting."""
    team = Team()
    for number, one in enumerate(passed):
        account = AccountId(f"terminal:n{number}")
        await team.store.keep_progress(HOME, Progress(account, PackId("p"), Status.READING, one, NOON))
    standings: list[Standing] = list(await team.store.standings_in(HOME, PackId("p")))
    assert _reached(standings, 4) == groups
    assert sum(number for _, number in groups) == len(passed)


async def test_a_report_of_an_empty_pack_is_no_division() -> None:
    """Nobody has passed anything of nothing."""
    team = Team()
    pack = await team.make("Empty", "", tag="nothing")
    for number in range(3):
        await team.newcomer(f"n{number}").asks(Next(pack, MLOPS.id))
    assert "██████████ 3  0–24 %" in words_of(await team.ada.asks(PackReport(pack)))


def test_a_pack_lists_what_is_still_in_the_glossary() -> None:
    """In its order; a pack is called by its name in any folding, or its id."""
    pack = Pack(PackId("p"), "First Week", (REDIS.id, ConceptId("gone"), MLOPS.id))
    assert terms_of(pack, Catalogue(TERMS)) == (REDIS, MLOPS)
    assert [pack_called(called, [pack]) for called in ("first-week", "p", "P", "other")] == [pack, pack, None, None]


def test_a_welcome_is_in_the_readers_language_where_there_is_one() -> None:
    """Else English, else the first, else nothing."""
    both = Pack(PackId("p"), "x", welcomes=((KO, "안녕"), (EN, "Hello")))
    only = Pack(PackId("p"), "x", welcomes=((KO, "안녕"),))
    assert [welcome_of(both, language) for language in (KO, EN, DE)] == ["안녕", "Hello", "Hello"]
    assert [welcome_of(only, language) for language in (KO, EN)] == ["안녕", "안녕"]
    assert welcome_of(Pack(PackId("p"), "x"), EN) == ""
