"""Writing a pack: one form to make it, forms to change it, and what is wrong in them."""

from __future__ import annotations

import pytest

from bot.commands import PackEdit, PackNew, PackOrder, PackPreview, Packs, Submitted, Typed
from bot.keeping import HOME
from bot.packs import MOST_TERMS
from bot.replies import Form, Reply
from glossary.concept import Concept, ConceptId, Definition
from tests.bot.newcomers import Team
from tests.fakes import choices_of, words_of
from tests.terms import DE, EN, KO, MLOPS, REDIS, TERMS, name


def values(form: Form) -> dict[str, str]:
    """Read what stands in a form."""
    return {field.key: getattr(field, "value", "") for field in form.fields}


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
        ({"tag": "x" * 41}, [("tag", "Too long: at most 40 characters.")]),
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
