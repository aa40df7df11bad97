"""Which wishes are answered with a form."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from adapters.memory import MemoryStore
from bot.access import Role
from bot.commands import (
    CARRIED,
    Accept,
    Add,
    AddThere,
    Aimed,
    Carried,
    Decline,
    Edit,
    Export,
    Import,
    Join,
    Means,
    Meant,
    More,
    Names,
    PackEdit,
    PackNew,
    PackOrder,
    Put,
    Relate,
    Resume,
    Said,
    Save,
    Search,
    Separate,
    Settings,
    Submitted,
    Translate,
    Typed,
)
from bot.keeping import HOME
from bot.opening import opens_form
from bot.packs import Pack, PackId
from bot.replies import Form
from glossary.concept import ConceptId
from tests.bot.commands import EXAMPLES
from tests.fakes import Person
from tests.terms import EN, REDIS, TERMS

if TYPE_CHECKING:
    from bot.commands import Command

LONG = "x" * 81
"""No name may be that long, so a form that holds it comes back."""


async def faulty(person: Person) -> str:
    """Leave a draft that breaks a rule, and give its id."""
    form = await person.gets(Submitted(Add(), (("name", LONG),)))
    assert isinstance(form, Form)
    assert isinstance(form.purpose, Resume)
    return form.purpose.draft


async def proposed(person: Person) -> str:
    """Propose a new entry, and give the id of the proposal."""
    proposer = Person(person.store, name="pat", facts=frozenset())
    preview = await proposer.fills(await proposer.opens(Add("Etcd")), definition="A store.")
    await proposer.clicks(preview, "Propose")
    return (await person.store.open_proposals(HOME))[0].id


async def forms(person: Person) -> list[Command]:
    """Give a wish of every kind that is answered with a form now."""
    draft, proposal = await faulty(person), await proposed(person)
    pack = "First week"
    await person.store.keep_pack(HOME, Pack(PackId("p"), pack, (REDIS.id,)))
    values = (("name", LONG), ("definition", "A store."))
    here: list[Command] = [Add(), Edit(REDIS.id), Translate(REDIS.id, EN), Names(REDIS.id), Relate(REDIS.id)]
    here += [More(REDIS.id), Meant(REDIS.id, LONG), Save(draft), Resume(draft), Separate(draft), Settings()]
    here += [Search(""), Join(), Typed("join")]
    here += [
        Accept(proposal, is_edited=True),
        Decline(proposal),
        Put(None, LONG, "A store."),
        Typed(f"{LONG} = A store."),
    ]
    here += [Import(), Typed("import"), Typed("edit redis"), Aimed("more", "redis", "more redis")]
    here += [PackNew(), PackEdit(pack), PackOrder(pack), Means("banana")]
    here += [Submitted(PackNew(), ()), Submitted(PackEdit(pack), ()), Submitted(PackOrder(pack), ())]
    here += [Submitted(Means("banana"), (("entry", "nothing"),)), Typed("pack new")]
    here += [
        Submitted(Add(), values),
        Submitted(Resume(draft), values),
        Submitted(Accept(proposal, is_edited=True), values),
    ]
    return here


async def test_every_wish_that_is_answered_with_a_form_says_so() -> None:
    """So that no adapter puts it off, which would leave no way to open the form."""
    ada = Person(MemoryStore(TERMS))
    wishes = await forms(ada)
    for wish in wishes:
        assert isinstance(await ada.gets(wish), Form), wish
        assert opens_form(wish), wish
    opening = {type(command) for command in (*EXAMPLES, *wishes) if opens_form(command)} & set(CARRIED.values())
    assert opening - {type(wish) for wish in wishes} == {AddThere}  # its form is that of `Meant`


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("command", EXAMPLES, ids=lambda command: type(command).__name__)
async def test_no_other_wish_is_answered_with_a_form(command: Carried, role: Role) -> None:
    """Whoever asks."""
    person = Person(MemoryStore(TERMS))
    await Person(person.store).asks(Typed(f"roles {person.asker.account} {role.name.lower()}"))
    answer = await person.hears(command)
    assert opens_form(command) or not isinstance(answer, Form)


@pytest.mark.parametrize(
    "command",
    [
        Accept("p"),
        Search("words"),
        Join("K7QF-2M9X-PT4W"),
        Join(own="merge"),
        Typed("redis"),
        Typed("settings for what"),
        Said("thanks"),
        Said("add Etcd"),
        Aimed("history", "redis", "history redis"),
        Submitted(Settings(), ()),
        Submitted(Decline("p"), ()),
        Submitted(Import(), ()),
        Export(),
    ],
)
def test_what_opens_no_form_may_be_put_off(command: Command) -> None:
    """A look-up, a decision, and a form that never comes back."""
    assert not opens_form(command)


def test_a_name_that_has_no_entry_can_still_be_added() -> None:
    """A concept that is gone is answered with a sentence, and is none the less never put off."""
    assert opens_form(Edit(ConceptId("gone")))
