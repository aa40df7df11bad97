"""Who asks, and about which server? What Discord says elsewhere counts for nothing here."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from adapters.discord.naming import account_of, channel_in, person_in
from adapters.discord.people import MEMBERS_LAST, Member, People
from adapters.memory import MemoryStore
from bot.requests import Fact
from glossary.errors import UnavailableError
from tests.terms import EN, KO

if TYPE_CHECKING:
    from bot.keeping import Subject
    from bot.requests import WorkspaceId

HERE, THERE, MIA = 42, 43, 7


class Servers:
    """Two servers, in which a test lets people be."""

    def __init__(self, *guilds: int) -> None:
        self.guilds = guilds
        self.members: dict[tuple[int, int], Member] = {}
        self.asked = 0
        self.is_away = False

    def has(self, guild: int) -> bool:
        """Tell whether the bot is in a server."""
        return guild in self.guilds

    def only(self) -> int | None:
        """Give the only one."""
        return self.guilds[0] if len(self.guilds) == 1 else None

    async def member(self, guild: int, user: int) -> Member | None:
        """Tell what a server says of somebody."""
        self.asked += 1
        if self.is_away:
            raise UnavailableError("discord")
        return self.members.get((guild, user))


class NoStore(MemoryStore):
    """A store that does not answer."""

    async def settings_of(self, subject: Subject) -> dict[str, str]:
        """Fail."""
        raise UnavailableError(subject)


class Clock:
    """A clock that a test moves."""

    now = 0.0

    def __call__(self) -> float:
        """Tell the time."""
        return self.now


def people_of(
    servers: Servers, *home: str, store: MemoryStore | None = None, clock: Clock | None = None, is_open: bool = False
) -> People:
    """Make what introduces people."""
    at_home: set[WorkspaceId] = set(home)  # type: ignore[arg-type]  # names of workspaces, as a test writes them
    return People(servers, store or MemoryStore(), at_home, clock or Clock(), is_open=is_open)


async def test_a_direct_message_is_about_the_server_last_used_while_one_belongs_to_it() -> None:
    """With what one may do there; whoever left is a stranger."""
    servers, clock = Servers(HERE, THERE), Clock()
    people = people_of(servers, f"discord:{HERE}", clock=clock)
    servers.members[THERE, MIA] = Member(may_manage=True, roles=("9",))
    await people.keep(people.here(THERE, MIA, Member(), KO))
    person = await people.elsewhere(MIA, None)
    assert (person.guild, person.locale) == (THERE, KO)
    assert person.facts == {Fact.OWNS_OR_ADMINISTERS}
    assert person.groups == {"9"}
    del servers.members[THERE, MIA]
    clock.now = MEMBERS_LAST + 1
    person = await people.elsewhere(MIA, None)
    assert person.workspace == "discord:0"
    assert person.facts == {Fact.IS_FROM_ELSEWHERE}


async def test_the_next_question_knows_where_the_last_one_was_asked() -> None:
    """Also before that is kept, which happens after the answer; while the store is away it is not, and asked again."""
    servers, store = Servers(HERE, THERE), NoStore()
    servers.members[THERE, MIA] = Member()
    people = people_of(servers, store=store)
    here = people.here(THERE, MIA, Member(), KO)
    people.use(here)
    assert (await people.elsewhere(MIA, None)).guild == THERE
    with pytest.raises(UnavailableError):
        await people.keep(here)


async def test_strangers_read_what_is_at_home_only_where_it_is_open() -> None:
    """Anybody can install the bot for themselves, and whoever left a team can still write to it."""
    for is_open, guild in ((False, 0), (True, HERE)):
        person = await people_of(Servers(HERE, THERE), f"discord:{HERE}", is_open=is_open).elsewhere(MIA, None)
        assert person.guild == guild
        assert person.facts == {Fact.IS_FROM_ELSEWHERE}


async def test_while_discord_does_not_say_who_is_a_member_what_was_known_counts() -> None:
    """And it is asked again with the next question; whoever was not known is a stranger until then."""
    servers, clock = Servers(HERE), Clock()
    servers.members[HERE, MIA] = Member()
    people = people_of(servers, clock=clock)
    servers.is_away = True
    assert (await people.elsewhere(MIA, None)).guild == 0
    servers.is_away = False
    assert (await people.elsewhere(MIA, None)).guild == HERE
    servers.is_away = True
    clock.now = MEMBERS_LAST + 1
    assert (await people.elsewhere(MIA, None)).guild == HERE


async def test_a_button_names_its_server_and_gives_no_right_there() -> None:
    """Whoever is no member of it is a stranger, also one of another server: "undo 5" means another change there."""
    servers = Servers(HERE, THERE)
    people = people_of(servers, f"discord:{HERE}")
    servers.members[HERE, MIA] = Member(may_manage=True)
    person = await people.elsewhere(MIA, EN, about=THERE)
    assert (person.workspace, person.facts) == ("discord:0", frozenset({Fact.IS_FROM_ELSEWHERE}))


async def test_nobody_is_asked_twice_within_five_minutes() -> None:
    """Discord takes only so many questions."""
    servers, clock = Servers(HERE), Clock()
    servers.members[HERE, MIA] = Member()
    people = people_of(servers, clock=clock)
    for _ in range(3):
        await people.elsewhere(MIA, None)
    assert servers.asked == 1
    clock.now = MEMBERS_LAST + 1
    await people.elsewhere(MIA, None)
    assert servers.asked == 2


async def test_where_nothing_is_known_and_nothing_is_at_home_there_is_a_place_of_its_own() -> None:
    """Strangers never read the glossary of a team that is at home on another platform."""
    person = await people_of(Servers(HERE, THERE), "terminal", "slack:T1").elsewhere(MIA, None)
    assert person.workspace == "discord:0"
    assert person.facts == {Fact.IS_FROM_ELSEWHERE}


async def test_while_the_store_is_away_home_answers() -> None:
    """Which server was used last cannot be read; that is no reason to be silent."""
    servers = Servers(HERE)
    servers.members[HERE, MIA] = Member()
    person = await people_of(servers, store=NoStore()).elsewhere(MIA, None)
    assert person.guild == HERE


async def test_whoever_wants_to_be_forgotten_is() -> None:
    """Also where they asked last, and in which language."""
    store = MemoryStore()
    people = people_of(Servers(HERE, THERE), store=store)
    await people.keep(people.here(THERE, MIA, Member(), KO))
    assert await store.settings_of(f"discord:{MIA}") == {"workspace": "43"}
    await store.forget(account_of(THERE, MIA))  # as the door does
    people.forget(MIA)
    assert (await people.told(HERE, MIA)).locale is None
    await people.keep(people.here(THERE, MIA, Member(), KO))
    assert await store.settings_of(f"discord:{MIA}") == {"workspace": "43"}


def test_names_of_people_and_channels_are_told_apart() -> None:
    """Both are numbers on Discord."""
    assert person_in("discord:42:7") == (42, 7)
    assert channel_in("discord:42:#7") == 7
    assert person_in("discord:42:#7") is None
    assert channel_in("discord:42:7") is None
    assert person_in("slack:T1:U1") is None
