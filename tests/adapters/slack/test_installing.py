"""Journeys over HTTP: a workspace installs the app, its token is renewed, and it removes the app again."""

from __future__ import annotations

import asyncio
import json
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import pytest

from adapters.memory import MemoryStore
from adapters.slack.oauth import States
from adapters.slack.platform import AN_HOUR, Passing
from bot.keeping import Holder, Lease
from glossary.errors import UnavailableError
from tests.adapters.slack.conftest import Bot, delivered, running, settled
from tests.adapters.slack.standin import words_of
from tests.fakes import NOON
from tests.terms import TERMS

if TYPE_CHECKING:
    from tests.adapters.slack.standin import Slack, StandIn

pytestmark = pytest.mark.filterwarnings("ignore:BasicAuth is deprecated")  # slack_sdk 3.48 with aiohttp 3.14

TOKEN_OF_T2, NEXT = "xoxb-t2", "xoxb-2"
OAUTH = {"SLACK_CLIENT_ID": "1.2", "SLACK_CLIENT_SECRET": "client-secret", "SLACK_BOT_TOKEN": ""}


class Clock:
    """A clock that is set, and pauses that wait for ever."""

    def __init__(self) -> None:
        self.at = datetime.now(UTC)

    def now(self) -> datetime:
        """Tell the time."""
        return self.at

    async def pause(self, seconds: float) -> None:
        """Wait, for ever if it is long."""
        if seconds >= AN_HOUR:
            await asyncio.Event().wait()


def grant(team: str, token: str, **more: Any) -> dict[str, Any]:  # noqa: ANN401 — what Slack gives
    """Make what oauth.v2.access gives."""
    return {
        "access_token": token,
        "token_type": "bot",
        "bot_user_id": "UBOT",
        "app_id": "A1",
        "scope": "commands",
        "team": {"id": team, "name": team},
        "enterprise": None,
        "is_enterprise_install": False,
        "authed_user": {"id": "U1"},
        **more,
    }


async def installs(slack: Slack, code: str) -> tuple[int, str]:
    """Go through the pages as a browser does; gives status and text of the last one."""
    async with slack.session.get(f"{slack.address}/slack/install") as page:
        text, cookie = await page.text(), page.headers["Set-Cookie"].partition(";")[0]
    link = text.partition('href="https:')[2].partition('"')[0].replace("&amp;", "&")
    state = parse_qs(urlsplit(link).query)["state"][0]
    address = f"{slack.address}/slack/oauth_redirect"
    query, headers = {"code": code, "state": state}, {"Cookie": cookie}
    async with slack.session.get(address, params=query, headers=headers) as page:
        status = page.status
    async with slack.session.get(address, params=query, headers=headers) as again:
        assert again.status == 401, "a state is good once"
        return status, await again.text()


async def test_a_workspace_installs_and_is_answered(standin: StandIn, bot: Bot) -> None:
    """With its own token, its own glossary, and a word to whoever did it."""
    standin.grants["code-1"] = grant("T2", TOKEN_OF_T2)
    async with running(standin, bot, OAUTH) as (slack, platform):
        assert (await installs(slack, "code-1"))[0] == 200
        assert await delivered(bot, platform) == 1
        welcome = await standin.heard("chat.postMessage")
        assert welcome["channel"] == "U1"
        slack.team = "T2"
        answer = await slack.command("/define", "mlops")
        assert "is not in this glossary" in words_of(answer), "the home glossary is not theirs"
        assert {call.token for call in standin.made("chat.postMessage")} == {TOKEN_OF_T2}


async def test_tokens_are_kept_as_secrets_and_nowhere_else(standin: StandIn, bot: Bot) -> None:
    """The store seals them; a warm command asks it no more."""
    standin.grants["code-1"] = grant("T2", TOKEN_OF_T2)
    async with running(standin, bot, OAUTH) as (slack, _):
        await installs(slack, "code-1")
        kept = await bot.store.secret("slack:installation:T2")
        assert kept is not None
        assert json.loads(kept)["token"] == TOKEN_OF_T2


async def test_a_wrong_code_installs_nothing(standin: StandIn, bot: Bot) -> None:
    """And a page says so."""
    async with running(standin, bot, OAUTH) as (slack, _):
        assert (await installs(slack, "another"))[0] == 401
        slack.team = "T2"
        assert "not installed" in (await slack.command("/define", "mlops"))["text"]


async def test_a_token_is_renewed_before_it_runs_out_and_once(standin: StandIn, bot: Bot) -> None:
    """Beside the answers; a refresh token is good once."""
    clock = Clock()
    rotating = {"expires_in": 43_200, "refresh_token": "r1"}
    standin.grants["code-1"] = grant("T2", "xoxb-1", **rotating)
    standin.grants["r1"] = grant("T2", NEXT, **{**rotating, "refresh_token": "r2"})
    async with running(standin, bot, OAUTH, Passing(clock.now, pause=clock.pause)) as (slack, _):
        await installs(slack, "code-1")
        slack.team = "T2"
        clock.at += timedelta(hours=11)
        for _ in range(5):
            await slack.command("/glossary", "help")
        await slack.event({"type": "message", "channel_type": "im", "user": "U1", "channel": "D1", "text": "help"})
        await standin.heard("chat.postMessage")
    assert standin.made("chat.postMessage")[-1].token == NEXT
    renewed = [call for call in standin.made("oauth.v2.access") if call.arguments.get("refresh_token")]
    assert len(renewed) == 1


async def test_an_organization_installs_for_all_of_its_workspaces(standin: StandIn, bot: Bot) -> None:
    """One token for all of them; each workspace has its own glossary."""
    everywhere = {"is_enterprise_install": True, "team": None, "enterprise": {"id": "E1", "name": "grid"}}
    standin.grants["code-1"] = {**grant("", "xoxb-org"), **everywhere}
    async with running(standin, bot, OAUTH) as (slack, _):
        assert (await installs(slack, "code-1"))[0] == 200
        for team in ("T7", "T8"):
            slack.team = team
            answer = await slack.interact(
                "block_suggestion", enterprise={"id": "E1"}, action_id="find", block_id="find", value="x"
            )
            assert [option["value"] for option in answer["options"]] == ["1:define::x"]
        slack.team = "T7"  # from here on the organization is known without being told
        assert "is not in this glossary" in words_of(await slack.command("/define", "mlops"))


@pytest.mark.parametrize(
    "event", [{"type": "app_uninstalled"}, {"type": "tokens_revoked", "tokens": {"oauth": [], "bot": ["UBOT"]}}]
)
async def test_a_workspace_that_removes_the_app_is_forgotten(standin: StandIn, bot: Bot, event: dict[str, Any]) -> None:
    """Its token goes at once."""
    standin.grants["code-1"] = grant("T2", TOKEN_OF_T2)
    async with running(standin, bot, OAUTH) as (slack, _):
        await installs(slack, "code-1")
        slack.team = "T2"
        await slack.event(event)
        assert await bot.store.secret("slack:installation:T2") is None
        assert "not installed" in (await slack.command("/define", "mlops"))["text"]


async def test_a_user_token_that_is_revoked_changes_nothing(standin: StandIn, bot: Bot) -> None:
    """The app is still there."""
    standin.grants["code-1"] = grant("T2", TOKEN_OF_T2)
    async with running(standin, bot, OAUTH) as (slack, _):
        await installs(slack, "code-1")
        slack.team = "T2"
        await slack.event({"type": "tokens_revoked", "tokens": {"oauth": ["U1"], "bot": []}})
        assert await bot.store.secret("slack:installation:T2") is not None


@pytest.mark.parametrize("state", ["", "a.b", "1.x.y", "..", "9999999999.x.sig"])
async def test_a_state_that_is_not_ours_is_refused(bot: Bot, state: str) -> None:
    """Whatever it looks like."""
    assert not await States("secret", bot.store, lambda: NOON).async_consume(state)


async def test_a_state_is_good_for_ten_minutes(bot: Bot) -> None:
    """And once."""
    state = await States("secret", bot.store, lambda: NOON).async_issue()
    assert not await States("secret", bot.store, lambda: NOON + timedelta(minutes=11)).async_consume(state)
    assert not await States("other", bot.store, lambda: NOON).async_consume(state)
    assert await States("secret", bot.store, lambda: NOON).async_consume(state)
    assert not await States("secret", bot.store, lambda: NOON).async_consume(state)


class Locked(MemoryStore):
    """A store that has no key to seal a secret with."""

    async def keep_secret(self, *_: str) -> None:
        """Refuse."""
        raise UnavailableError("MALMOI_SECRET_KEY")


async def test_an_installation_that_cannot_be_kept_is_said_on_the_page(standin: StandIn) -> None:
    """Rather than to be lost silently."""
    standin.grants["code-1"] = grant("T2", TOKEN_OF_T2)
    async with running(standin, Bot(Locked(TERMS)), OAUTH) as (slack, _):
        assert (await installs(slack, "code-1"))[0] >= 400
    assert standin.made("chat.postMessage") == []


async def test_a_token_that_could_not_be_renewed_is_used_on(standin: StandIn, bot: Bot) -> None:
    """As long as it lasts; it is tried again later, and by another process not while one does."""
    clock = Clock()
    rotating = {"expires_in": 43_200, "refresh_token": "r1"}
    standin.grants["code-1"] = grant("T2", "xoxb-1", **rotating)
    async with running(standin, bot, OAUTH, Passing(clock.now, pause=clock.pause)) as (slack, platform):
        await installs(slack, "code-1")
        slack.team = "T2"
        clock.at += timedelta(hours=11)
        for _ in range(2):
            assert "Type a word" in words_of(await slack.command("/glossary", "help"))
            await settled(platform)
        clock.at += timedelta(minutes=11)
        held = Lease("renew:slack:installation:T2", Holder("another"), clock.at + timedelta(minutes=1))
        assert await bot.store.acquire(held, clock.at)
        assert "Type a word" in words_of(await slack.command("/glossary", "help"))
        await settled(platform)
    renewals = [call for call in standin.made("oauth.v2.access") if call.arguments.get("refresh_token")]
    assert len(renewals) == 1
