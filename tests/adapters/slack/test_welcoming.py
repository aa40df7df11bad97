"""Who is told how to begin: whoever installs the app, or the first administrator who comes by; once."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from adapters.memory import MemoryStore
from bot.commands import FirstRun
from bot.conversation import utc_now
from bot.keeping import Holder
from bot.tokens import carried
from glossary.errors import UnavailableError
from tests.adapters.slack.conftest import Bot, delivered, running, settled
from tests.adapters.slack.standin import buttons_of, words_of
from tests.adapters.slack.test_installing import OAUTH, TOKEN_OF_T2, grant, installs
from tests.terms import TERMS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.keeping import GlossaryId, Notice
    from tests.adapters.slack.standin import StandIn

pytestmark = pytest.mark.filterwarnings("ignore:BasicAuth is deprecated")  # slack_sdk 3.48 with aiohttp 3.14


class Falling(MemoryStore):
    """A store that does not take the first notices."""

    falls = 1

    async def post_notices(self, glossary: GlossaryId, caused: Sequence[Notice]) -> None:
        """Fail as often as it is to."""
        if self.falls:
            self.falls -= 1
            raise UnavailableError("database")
        await super().post_notices(glossary, caused)


async def told(bot: Bot) -> list[str]:
    """List who is to be told how to begin."""
    now = utc_now()
    leased = await bot.store.lease_notices("slack", Holder("test"), now, now + timedelta(hours=1))
    return [notice.recipient for _, notice in leased if notice.token == carried(FirstRun())]


async def test_the_first_administrator_who_comes_by_is_told_how_to_begin(standin: StandIn, bot: Bot) -> None:
    """Where a token was set nobody has installed anything; members, and who merely joins, are told nothing."""
    standin.knows("UBOSS", is_owner=True)
    async with running(standin, bot) as (slack, platform):
        await slack.command("/glossary", "help", "U1")
        joined = {"type": "member_joined_channel", "user": "UBOSS", "channel": "C1"}
        await slack.event(joined)
        await platform.stop()
        assert await told(bot) == []
    async with running(standin, bot) as (slack, platform):
        await slack.command("/define", "mlops", "UADMIN")
        await settled(platform)
        assert await delivered(bot, platform) == 1
        welcome = await standin.heard("chat.postMessage")
        assert welcome["channel"] == "UADMIN"
        assert "Choose a language" in buttons_of(welcome)
        for user in ("UADMIN", "UBOSS"):
            await slack.command("/glossary", "help", user)
        await settled(platform)
        assert await delivered(bot, platform) == 0


async def test_two_processes_tell_one_administrator(standin: StandIn, bot: Bot) -> None:
    """Whichever is first; a third, later, tells nobody."""
    standin.knows("UBOSS", is_owner=True)
    async with running(standin, bot) as (one, first), running(standin, bot) as (other, second):
        await asyncio.gather(one.command("/glossary", "help", "UADMIN"), other.command("/glossary", "help", "UBOSS"))
        await settled(first, second)
        assert len(await told(bot)) == 1
    async with running(standin, bot) as (slack, platform):
        await slack.command("/glossary", "help", "UADMIN")
        await settled(platform)
        assert await told(bot) == []


async def test_an_administrator_is_told_at_the_next_try_when_the_store_was_away(standin: StandIn) -> None:
    """Nothing is lost by it."""
    bot = Bot(Falling(TERMS))
    async with running(standin, bot) as (slack, platform):
        for count in (0, 1):
            await slack.command("/glossary", "help", "UADMIN")
            await settled(platform)
            assert len(await told(bot)) == count


async def test_whoever_installs_is_told_and_nobody_after_that(standin: StandIn, bot: Bot) -> None:
    """Also when it is installed once more for other scopes; when it was removed meanwhile, they are told again."""
    async with running(standin, bot, OAUTH) as (slack, platform):
        slack.team = "T2"
        for code, count in (("code-1", 1), ("code-2", 0)):
            standin.grants[code] = grant("T2", TOKEN_OF_T2)
            await installs(slack, code)
            await slack.command("/glossary", "help", "UADMIN")
            await settled(platform)
            assert len(await told(bot)) == count
        for _ in range(2):
            await slack.event({"type": "app_uninstalled"})
        standin.grants["code-3"] = grant("T2", TOKEN_OF_T2)
        await installs(slack, "code-3")
        assert await told(bot) == ["slack:T2:U1"]


async def test_an_organization_is_told_once_and_each_workspace_when_it_is_first_met(standin: StandIn, bot: Bot) -> None:
    """Whoever installed hears what is left to do, in their language; then the first administrator in each workspace."""
    standin.knows("U1", "ko-KR")
    everywhere = {"is_enterprise_install": True, "team": None, "enterprise": {"id": "E1", "name": "grid"}}
    async with running(standin, bot, OAUTH) as (slack, platform):
        for code in ("code-1", "code-2"):
            standin.grants[code] = {**grant("", "xoxb-org"), **everywhere}
            await installs(slack, code)
            await settled(platform)
        (said,) = standin.made("chat.postMessage")
        assert said.arguments["channel"] == "U1"
        assert "워크스페이스" in words_of(said.arguments)
        slack.team = "T7"
        enterprise = {"enterprise": {"id": "E1"}, "action_id": "find", "block_id": "find", "value": "x"}
        for _ in range(2):
            await slack.interact("block_suggestion", "UADMIN", **enterprise)
            await settled(platform)
        assert await told(bot) == ["slack:T7:UADMIN"]


async def test_an_organization_is_told_in_english_where_slack_says_no_language(standin: StandIn, bot: Bot) -> None:
    """Rather than not at all; nobody is told where it is not known who that was."""
    everywhere = {"is_enterprise_install": True, "team": None, "enterprise": {"id": "E1", "name": "grid"}}
    standin.failures.append(("users.info", 200, {}, {"ok": False, "error": "user_not_found"}))
    async with running(standin, bot, OAUTH) as (slack, _):
        standin.grants["code-1"] = {**grant("", "xoxb-org"), **everywhere}
        await installs(slack, "code-1")
        assert "organization" in words_of(await standin.heard("chat.postMessage"))
