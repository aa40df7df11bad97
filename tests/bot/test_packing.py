"""Making packs: forms, the preview, whom they greet, and how far people get."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.commands import (
    Delete,
    Know,
    Next,
    Onboarding,
    PackDelete,
    PackEdit,
    PackHere,
    PackNew,
    PackOrder,
    PackPreview,
    PackReport,
    Packs,
    Submitted,
    Typed,
)
from bot.keeping import HOME
from bot.packs import LONGEST_PACK_NAME, MOST_TERMS, Pack, PackId, Progress, Status, pack_called, terms_of, welcome_of
from bot.replies import Form, LineField, Reply
from bot.requests import AccountId
from bot.wishes.counting import _reached
from glossary.catalogue import Catalogue
from glossary.concept import Concept, ConceptId, Definition
from tests.bot.newcomers import DIRECT, Team
from tests.fakes import HERE, NOON, choices_of, words_of
from tests.terms import DE, EN, KO, MLOPS, REDIS, SAP_COMPANY, TERMS, name

if TYPE_CHECKING:
    from bot.packs import Standing


def values(form: Form) -> dict[str, str]:
    """Read what stands in a form."""
    return {field.key: getattr(field, "value", "") for field in form.fields}


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


# ── forms ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_a_pack_is_made_in_one_form() -> None:
    """And shown as newcomers get it, with what can be done next."""
    team = Team()
    assert words_of(await team.ada.asks(Typed("pack"))) == ["Nobody has made a pack for newcomers yet.", "[New pack]"]
    form = await team.ada.opens(Typed("pack new"))
    assert [field.label for field in form.fields] == [
        "Name",
        "Entries",
        "Or everything with this tag",
        "Welcome (English)",
        "Remind once",
    ]
    reply = await team.ada.fills(form, name=" First  week ", terms="redis\n엠엘옵스", welcome="Hello!", reminder="3")
    assert words_of(reply) == [
        "This is how newcomers get it:",
        "First week",
        "Hello!",
        "2 terms to know here: Redis, MLOps",
        "How far you are is only for you.",
        "Redis",
        "MLOps",
        "It greets nobody yet.",
        "[Greet who joins this channel]",
        "[Greet everybody who joins]",
        "[Edit]",
        "[Order]",
        *(f"[Welcome ({language})]" for language in ("German", "Spanish", "French", "Japanese", "Korean")),
        "[Report]",
        "[Delete]",
    ]
    (kept,) = await team.store.packs_of(HOME)
    assert (kept.name, kept.concepts, kept.reminder_days) == ("First week", (REDIS.id, MLOPS.id), 3)
    assert kept.welcomes == ((EN, "Hello!"),)
    assert words_of(await team.ada.asks(Packs())) == ["Packs", "[First week] 2 terms", "[New pack]"]


@pytest.mark.parametrize(
    ("written", "errors"),
    [
        ({"name": " "}, [("name", "This cannot be left empty.")]),
        ({"name": "x" * 41}, [("name", "Too long: at most 40 characters.")]),
        ({"name": "first WEEK"}, [("name", "There is a pack of this name already.")]),
        ({"terms": ""}, [("terms", "This cannot be left empty.")]),
        ({"terms": "nothing"}, [("terms", "“nothing” is not in this glossary.")]),
        ({"terms": "SAP"}, [("terms", "“SAP” means several things; add the domain in brackets.")]),
        ({"terms": "", "tag": "x" * 41}, [("tag", "Too long: at most 40 characters.")]),
        ({"tag": "data"}, [("tag", "A pack has entries or a tag. Empty one of the two.")]),
        ({"welcome": "x" * 1001}, [("welcome", "Too long: at most 1,000 characters.")]),
    ],
)
async def test_a_form_with_faults_comes_back_with_what_was_written(
    written: dict[str, str], errors: list[tuple[str, str]]
) -> None:
    """Each with a sentence at its field; nothing is kept."""
    team = Team()
    await team.make()
    good = {"name": "Other", "terms": "Redis", "tag": "", "welcome": "Hi", "reminder": "0"}
    form = await team.ada.gets(Submitted(PackNew(), tuple((good | written).items())))
    assert isinstance(form, Form)
    assert list(form.errors) == errors
    assert values(form) == good | written
    assert len(await team.store.packs_of(HOME)) == 1


async def test_a_pack_can_hold_more_entries_than_an_entry_has_relations() -> None:
    """And no more than anybody reads; names that would not fit into a field are written as ids."""
    terms = tuple(
        Concept(ConceptId(f"c{number}"), (name(f"{'Long ' * 10}name {number}"),)) for number in range(MOST_TERMS + 1)
    )
    team = Team(terms)
    pack = await team.make(terms="\n".join(f"#{one.id}" for one in terms[:-1]))
    form = await team.ada.opens(PackOrder(pack))
    assert values(form)["terms"].startswith("#c0\n#c1\n")
    back = await team.ada.gets(Submitted(form.purpose, (("terms", "\n".join(f"#{one.id}" for one in terms)),)))
    assert isinstance(back, Form)
    assert back.errors == (("terms", "Too many: at most 100."),)


async def test_a_pack_is_edited_with_what_is_in_it() -> None:
    """A welcome for each language; a field that did not come back keeps its value."""
    team = Team()
    pack = await team.make(welcome="Hello!")
    form = await team.ada.opens(Typed("pack edit first week"))
    assert values(form) == {
        "name": "First week",
        "terms": "MLOps\nRedis\nChef",
        "tag": "",
        "welcome": "Hello!",
        "reminder": "0",
    }
    korean = await team.ada.clicks(await team.ada.asks(PackPreview(pack)), "Welcome (Korean)")
    assert isinstance(korean, Form)
    assert values(korean)["welcome"] == ""
    await team.ada.fills(korean, welcome="안녕하세요!")
    await team.ada.asks(Submitted(PackEdit(pack, EN, 2), (("name", "Week one"),)))
    (kept,) = await team.store.packs_of(HOME)
    assert (kept.name, kept.welcomes) == ("Week one", ((EN, "Hello!"), (KO, "안녕하세요!")))
    assert kept.concepts == (MLOPS.id, REDIS.id, ConceptId("chef"))
    emptied = await team.ada.opens(PackEdit(pack, EN))
    await team.ada.fills(emptied, welcome="")
    assert (await team.store.packs_of(HOME))[0].welcomes == ((KO, "안녕하세요!"),)
    minji = team.newcomer(locale=DE)
    minji.asker = team.ada.asker
    assert values(await minji.opens(PackEdit(pack)))["welcome"] == ""


async def test_who_edits_what_somebody_changed_is_told() -> None:
    """What was written is still there, and saving again replaces the other's, knowingly."""
    team = Team()
    pack = await team.make()
    mine, theirs = await team.ada.opens(PackEdit(pack)), await team.ada.opens(PackOrder(pack))
    await team.ada.fills(theirs, terms="Redis")
    back = await team.ada.gets(Submitted(mine.purpose, tuple({**values(mine), "name": "Mine"}.items())))
    assert isinstance(back, Form)
    assert back.errors == (("name", "Somebody changed this pack meanwhile; saving again replaces it."),)
    assert values(back)["name"] == "Mine"
    assert (await team.ada.fills(back)).is_found
    late = await team.ada.gets(Submitted(theirs.purpose, (("terms", "Chef"),)))
    assert isinstance(late, Form)
    assert late.errors[0][0] == "terms"
    (kept,) = await team.store.packs_of(HOME)
    assert (kept.name, len(kept.concepts)) == ("Mine", 3)


async def test_a_tag_decides_what_is_in_a_pack() -> None:
    """By name, whatever is tagged later too; there is no other order."""
    tagged = [
        Concept(ConceptId(called), (name(called),), (Definition("x", EN),), tags=("Data",)) for called in ("b", "a")
    ]
    team = Team((*TERMS, *tagged))
    pack = await team.make("Data team", "", tag="data")
    assert words_of(await team.ada.asks(PackPreview(pack)))[2] == "2 terms to know here: a, b"
    assert words_of(await team.ada.asks(PackOrder(pack))) == [
        "Data team holds what has the tag data, by name: there is no other order."
    ]
    assert "Order" not in [choice.label for choice in choices_of(await team.ada.asks(PackPreview(pack)))]
    late = await team.ada.gets(Submitted(PackOrder(pack, 0), (("terms", "Redis"),)))
    assert isinstance(late, Reply)


# ── whom it greets ────────────────────────────────────────────────────────────────────────────────────────────────────


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


# ── how far people get ────────────────────────────────────────────────────────────────────────────────────────────────


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


# ── what is in a pack ─────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_pack_lists_what_is_still_in_the_glossary() -> None:
    """In its order; a pack is called by its name in any folding, or its id."""
    pack = Pack(PackId("p"), "First Week", (REDIS.id, ConceptId("gone"), MLOPS.id))
    assert terms_of(pack, Catalogue(TERMS)) == (REDIS, MLOPS)
    assert [pack_called(called, [pack]) for called in ("first-week", "p", "P", "other")] == [pack, pack, None, None]


async def test_a_pack_says_why_there_is_nothing_in_it() -> None:
    """A tag that no entry has, or entries that are gone; who reads it is not congratulated on having read nothing."""
    team = Team((REDIS,))
    await team.make("Data team", "", tag="data")
    assert "No entry has the tag data yet." in words_of(await team.ada.asks(PackPreview("Data team")))
    await team.make("First week", "Redis")
    await team.ada.asks(Delete(REDIS.id, is_confirmed=True))
    shown = words_of(await team.ada.asks(PackPreview("First week")))
    assert shown[:3] == [
        "This is how newcomers get it:",
        "First week",
        "None of its entries is in the glossary any more.",
    ]
    assert words_of(await team.ada.asks(Onboarding("First week"))) == ["There is nothing to read in First week yet."]


@pytest.mark.parametrize(("said", "offered"), [("First week", "First week"), ("x" * 50, "x" * LONGEST_PACK_NAME)])
async def test_the_name_that_is_said_stands_in_the_form_of_a_new_pack(said: str, offered: str) -> None:
    """As much of it as a name may have, also where a button has to open the form."""
    team = Team()
    form = await team.ada.opens(Typed(f"pack new {said}"))
    assert isinstance(form.fields[0], LineField)
    assert form.fields[0].value == offered
    assert form.purpose == PackNew(offered)


def test_a_welcome_is_in_the_readers_language_where_there_is_one() -> None:
    """Else English, else the first, else nothing."""
    both = Pack(PackId("p"), "x", welcomes=((KO, "안녕"), (EN, "Hello")))
    only = Pack(PackId("p"), "x", welcomes=((KO, "안녕"),))
    assert [welcome_of(both, language) for language in (KO, EN, DE)] == ["안녕", "Hello", "Hello"]
    assert [welcome_of(only, language) for language in (KO, EN)] == ["안녕", "안녕"]
    assert welcome_of(Pack(PackId("p"), "x"), EN) == ""
