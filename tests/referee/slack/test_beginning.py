"""How a workspace begins with the bot, and how that ends: by a token, by OAuth, for an organization."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import aiohttp
import pytest

from tests.referee.conftest import free_port
from tests.referee.slack.conftest import HTTP, Stage, playing, staged, words_of
from tests.referee.slack.test_journeys import labels

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable
    from pathlib import Path

OAUTH = {"SLACK_CLIENT_ID": "1.2", "SLACK_CLIENT_SECRET": "client-secret", "SLACK_BOT_TOKEN": ""}


@asynccontextmanager
async def distributed(folder: Path) -> AsyncIterator[tuple[Stage, int]]:
    """Run a bot that any workspace can install."""
    async with staged(HTTP, folder, **OAUTH) as (stage, port), playing(stage, port):
        yield stage, port
        stage.judge()


async def installed(stage: Stage, port: int, code: str, **grant: str) -> int:
    """Go through the pages as a browser does; give the status of the last one."""
    stage.web.grant(code, **grant)
    base = f"http://127.0.0.1:{port}/slack"
    async with aiohttp.ClientSession() as browser:
        async with browser.get(f"{base}/install") as page:
            text, cookie = await page.text(), page.headers["Set-Cookie"].partition(";")[0]
        link = text.partition('href="https:')[2].partition('"')[0].replace("&amp;", "&")
        query = {"code": code, "state": parse_qs(urlsplit(link).query)["state"][0]}
        async with browser.get(f"{base}/oauth_redirect", params=query, headers={"Cookie": cookie}) as page:
            return int(page.status)


async def test_the_first_administrator_is_told_how_to_begin_once(transport: str, tmp_path: Path) -> None:
    """Where a token was set: not a member, not the next administrator, and not again after a restart."""
    async with staged(transport, tmp_path) as (stage, port):
        async with playing(stage, port):
            await stage.command("mlops", "U1")
            await stage.command("help", "U1", command="/glossary")
            await stage.command("mlops", "UADMIN")
            told = (await stage.gateway.wait_call("chat.postMessage", timeout=15)).args
            assert told["channel"] == "UADMIN"
            assert labels(told)[:3] == ["Choose a language", "Import", "Settings"]
            await stage.press(told, "Settings", "UADMIN", channel="DADMIN", ephemeral=False)
            assert (await stage.opened())["title"]["text"] == "Settings"
            await stage.command("help", "UFIRST", command="/glossary")
        async with playing(stage, port):
            await stage.command("help", "UFIRST", command="/glossary")
            await stage.event(stage.team.ev_message("mlops", user="UFIRST", channel="D1"))
            answer = (await stage.gateway.wait_call("chat.postMessage", count=2, timeout=15)).args
            assert answer["channel"] == "D1"
        assert len(stage.gateway.made("chat.postMessage")) == 2
        stage.judge()


async def test_two_processes_tell_one_administrator(tmp_path: Path) -> None:
    """Whoever it meets, and whichever process that is."""
    async with staged(HTTP, tmp_path) as (stage, port), playing(stage, port):
        another = free_port()
        stage.environment["PORT"] = str(another)
        async with playing(stage, another):
            second = f"http://127.0.0.1:{another}/slack/events"
            for user, url in (("UADMIN", None), ("UFIRST", second), ("UADMIN", second), ("UFIRST", None)):
                fields = stage.team.slash_command(
                    "/glossary", "help", user=user, channel="C1", response_url=stage.urls.new()
                )
                (await stage.slack.command(fields, url=url)).expect()
            await stage.gateway.wait_call("chat.postMessage", timeout=15)
            event = stage.team.event_callback(stage.team.ev_message("mlops", user="U1", channel="D1"))
            (await stage.slack.event(event)).expect()
            await stage.gateway.wait_call("chat.postMessage", count=2, timeout=15)
        channels = [call.args["channel"] for call in stage.gateway.made("chat.postMessage")]
        assert channels in (["UADMIN", "D1"], ["UFIRST", "D1"])
        stage.judge()


async def test_a_workspace_installs_is_welcomed_and_removes_the_app(tmp_path: Path) -> None:
    """With a glossary of its own; once the app is removed nothing is answered, until it is installed again."""
    async with distributed(tmp_path) as (stage, port):
        assert await installed(stage, port, "code-1", team_id="T2", user="UADMIN") == 200
        welcome = await stage.gateway.wait_call("chat.postMessage", timeout=15)
        assert welcome.args["channel"] == "UADMIN"
        token = welcome.token
        assert token.startswith("xoxb-T2-")
        stage.team = replace(stage.team, team_id="T2")
        for user in ("U1", "UADMIN"):
            stage.web.add_user(user, team_id="T2", is_admin=user == "UADMIN")
        assert "is saved" in words_of(await stage.command("Zanzibar = Who may do what."))
        await stage.event({"type": "app_uninstalled"}, "Ev1", times=2)
        gone = await stage.command("zanzibar")
        assert "not installed" in gone["text"]
        assert await installed(stage, port, "code-2", team_id="T2", user="UADMIN") == 200
        assert "Who may do what." in words_of(await stage.command("zanzibar")), "it is kept for a while"
        again = await stage.gateway.wait_call("chat.postMessage", count=2, timeout=15)
        assert again.args["channel"] == "UADMIN"
        assert again.token != token


@pytest.mark.parametrize(
    "tokens", [{"bot": ["U0BOT"]}, {"oauth": [], "bot": ["U0BOT"]}], ids=["bot", "bot and no user"]
)
async def test_a_token_that_is_revoked_answers_nobody(tmp_path: Path, tokens: dict[str, list[str]]) -> None:
    """At once, also in the process that remembers it; one of a user's changes nothing."""
    async with distributed(tmp_path) as (stage, port):
        await installed(stage, port, "code-1", team_id="T2", user="UADMIN")
        stage.team = replace(stage.team, team_id="T2")
        stage.web.add_user("U1", team_id="T2")
        await stage.event({"type": "tokens_revoked", "tokens": {"oauth": ["U1"], "bot": []}})
        assert "not installed" not in (await stage.command("mlops"))["text"]
        await stage.event({"type": "tokens_revoked", "tokens": tokens})
        assert "not installed" in (await stage.command("mlops"))["text"]


async def test_an_organization_installs_and_each_workspace_is_welcomed(tmp_path: Path) -> None:
    """Whoever installs hears what is left to do; then the first administrator in each workspace how to begin."""
    async with distributed(tmp_path) as (stage, port):
        stage.web.users["U1"]["locale"] = "ko-KR"
        grid = {"code": "code-1", "team_id": "T2", "user": "U1", "enterprise_id": "E1"}
        stage.gateway.local["oauth.v2.access"] = _granting(stage)
        assert await installed(stage, port, **grid) == 200
        told = (await stage.gateway.wait_call("chat.postMessage", timeout=15)).args
        assert told["channel"] == "U1"
        assert "워크스페이스" in words_of(told)
        for count, team in enumerate(("T7", "T8"), 2):
            stage.team = replace(stage.team, team_id=team, enterprise_id="E1")
            admin = stage.web.add_user(f"UA{team}", team_id=team, is_admin=True)
            await stage.command("help", admin["id"], command="/glossary")
            welcome = (await stage.gateway.wait_call("chat.postMessage", count=count, timeout=15)).args
            assert welcome["channel"] == admin["id"]
            await stage.command("help", admin["id"], command="/glossary")
        assert len(stage.gateway.made("chat.postMessage")) == 3


def _granting(stage: Stage) -> Callable[[object], Awaitable[dict[str, Any]]]:
    """Give what Slack gives to an organization: a token of no workspace."""

    async def granted(_: object) -> dict[str, Any]:
        stage.web.tokens["xoxb-org"] = {"team_id": "T7", "bot_id": "B0", "user_id": "U0BOT"}
        return {
            "ok": True,
            "app_id": "A1",
            "token_type": "bot",
            "access_token": "xoxb-org",
            "scope": "commands",
            "bot_user_id": "U0BOT",
            "team": None,
            "enterprise": {"id": "E1", "name": "grid"},
            "is_enterprise_install": True,
            "authed_user": {"id": "U1"},
        }

    return granted


async def test_the_commands_may_be_called_otherwise(transport: str, tmp_path: Path) -> None:
    """Where another app owns `/define`."""
    names = {"SLACK_DEFINE_COMMAND": "/what", "SLACK_GLOSSARY_COMMAND": "words"}
    async with staged(transport, tmp_path, **names) as (stage, port), playing(stage, port):
        assert "MLOps" in words_of(await stage.command("mlops", command="/what"))
        assert "Type a word" in words_of(await stage.command("help", command="/words"))
        stage.judge()
