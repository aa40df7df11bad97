"""What `malmoi doctor` says about Discord: it logs in as the bot would, and never connects."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from adapters.discord.examining import FEW_STARTS, Finding, examined
from adapters.discord.settings import Settings
from bot.wording import wording_in
from tests.adapters.discord.standing_in import GUILD, TOKEN
from tests.terms import EN

if TYPE_CHECKING:
    from tests.adapters.discord.conftest import World

MEMBERS, MEMBERS_LIMITED = 1 << 14, 1 << 15
"""discord-api-docs, resources/application, Application Flags."""
FINE = Finding("Discord knows the bot: user10.")


async def found(world: World, **environment: str) -> list[Finding]:
    """Let the doctor look."""
    return await examined(Settings.of(world.discord.environment | environment), wording_in(EN))


def problems(findings: list[Finding]) -> list[str]:
    """Keep what is wrong; everything else must be that the bot is known."""
    assert [one for one in findings if one.is_fine] in ([], [FINE])
    return [one.sentence for one in findings if not one.is_fine]


async def test_a_bot_that_is_set_up_well_is_known(world: World) -> None:
    """Nothing else is said, and no session is begun."""
    assert await found(world) == [FINE]
    assert await found(world, DISCORD_SYNC_GUILD=str(GUILD)) == [FINE]
    assert world.discord.identified == []


async def test_a_token_that_is_refused_is_to_be_copied_anew(world: World) -> None:
    """The token itself is not said."""
    world.discord.fail("GET /users/@me", 401)
    (said,) = problems(await found(world))
    assert "DISCORD_TOKEN" in said
    assert TOKEN not in said


@pytest.mark.parametrize("path", ["GET /users/@me", "GET /gateway/bot", "GET /oauth2", "GET /guilds"])
async def test_when_discord_does_not_answer_that_is_said(world: World, path: str) -> None:
    """Whichever question it is; 403 is not what a token that works is met with."""
    world.discord.fail(path, 418)
    (said,) = problems(await found(world, DISCORD_SYNC_GUILD=str(GUILD)))
    assert said.startswith("Discord does not answer.")


async def test_when_there_is_nothing_at_the_address_that_is_said() -> None:
    """Such as without a network."""
    settings = Settings.of({"DISCORD_TOKEN": TOKEN, "DISCORD_API_URL": "http://127.0.0.1:9/api/v10"})
    (said,) = problems(await examined(settings, wording_in(EN)))
    assert said.startswith("Discord does not answer.")


@pytest.mark.parametrize(("flags", "is_fine"), [(0, False), (MEMBERS, True), (MEMBERS_LIMITED, True)])
async def test_an_intent_that_is_wanted_and_not_given_is_said(world: World, flags: int, *, is_fine: bool) -> None:
    """Either of the two flags gives it; where nobody is greeted it is not missed."""
    world.discord.application["flags"] = flags
    said = problems(await found(world, DISCORD_GREET_MEMBERS="yes"))
    assert [("Server Members Intent" in one) for one in said] == ([] if is_fine else [True])
    assert problems(await found(world)) == []


async def test_commands_that_discord_sends_elsewhere_are_said(world: World) -> None:
    """With an address for interactions none comes through the gateway."""
    world.discord.application["interactions_endpoint_url"] = "https://example.com"
    (said,) = problems(await found(world))
    assert "Interactions Endpoint URL" in said


@pytest.mark.parametrize("status", [403, 404])
async def test_a_server_for_the_commands_that_the_bot_is_not_in_is_said(world: World, status: int) -> None:
    """They would be registered nowhere."""
    world.discord.fail("GET /guilds", status)
    (said,) = problems(await found(world, DISCORD_SYNC_GUILD="77"))
    assert "DISCORD_SYNC_GUILD" in said


async def test_a_bot_that_is_started_again_and_again_is_said(world: World) -> None:
    """Before Discord takes its token away."""
    world.discord.starts = FEW_STARTS - 1
    (said,) = problems(await found(world))
    assert f" {FEW_STARTS - 1} more connections" in said
