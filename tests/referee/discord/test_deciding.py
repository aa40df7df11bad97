"""Proposals in a chosen channel, as curators of a server decide them there: judged by the referee."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from tests.referee.discord.acting import manager, words_of

if TYPE_CHECKING:
    from tests.referee.discord.conftest import Begin, World

IN_PLACE, MODAL = 7, 9
REVIEWED = {"review": ["yes"], "stale_months": ["0"]}


async def posted(world: World, channel: str, said: str) -> Any:  # noqa: ANN401 — the referee says no types
    """Wait for the message in a channel that says this."""
    async with asyncio.timeout(20):
        while True:
            for message in list(world.fd.messages.values()):
                if message["channel_id"] == channel and said in "\n".join(words_of(message)):
                    return message
            await asyncio.sleep(0.05)


async def propose(world: World, user: Any, name: str, definition: str) -> None:  # noqa: ANN401 — as above
    """Propose an entry."""
    opened = await world.slash(user, "glossary term add", term=name)
    preview = await world.submit(user, opened, {"Name": name, "Definition": definition})
    await world.click(user, preview.message, label="Propose")


async def test_proposals_are_decided_in_a_chosen_channel(begin: Begin) -> None:
    """Picked in the settings; accepted, edited and declined there, once, and seen by everybody."""
    async with begin() as world:
        ada, cora, pat = manager(world), manager(world, "cora"), world.user("pat")
        settings = await world.slash(ada, "glossary team settings")
        channel = world.channel["id"]
        kept = await world.submit(
            ada, settings, {"review": ["yes"], "review_channel": [channel], "stale_months": ["0"]}
        )
        assert "from now on" in "\n".join(words_of(kept.message))
        await posted(world, channel, "Proposals are shown in this channel")

        await propose(world, pat, "Etcd", "Keeps keys.")
        post = await posted(world, channel, "Etcd")
        refused = await world.click(pat, post, label="Accept")
        assert refused.ephemeral
        pressed = await asyncio.gather(world.click(ada, post, label="Accept"), world.click(cora, post, label="Accept"))
        assert [one.it.callback["type"] for one in pressed] == [IN_PLACE, IN_PLACE]
        decided = words_of(world.fd.messages[post["id"]])
        assert any("has accepted this." in line for line in decided)
        assert any("Keeps keys." in line for line in decided)

        await propose(world, pat, "Quorum", "Enough of them.")
        post = await posted(world, channel, "Quorum")
        opened = await world.click(ada, post, label="Edit and accept")
        assert opened.it.callback["type"] == MODAL
        await world.submit(ada, opened, {"definition": "More than half of them."})
        decided = words_of(world.fd.messages[post["id"]])
        assert any("More than half of them." in line for line in decided)
        assert any("has accepted this." in line for line in decided)

        await propose(world, pat, "Gossip", "Idle talk.")
        post = await posted(world, channel, "Gossip")
        opened = await world.click(cora, post, label="Decline")
        await world.submit(cora, opened, {"Reason": "Everybody knows."})
        declined = "\n".join(words_of(world.fd.messages[post["id"]]))
        assert "has declined this." in declined
        assert "Everybody knows." not in declined


async def test_whoever_chose_a_channel_is_told_when_the_bot_may_not_post_there(begin: Begin) -> None:
    """Discord refuses the message; then proposals wait in the queue."""
    async with begin() as world:
        ada = manager(world)
        world.fd.fail("create_message", 403)
        settings = await world.slash(ada, "glossary team settings")
        await world.submit(
            ada, settings, {"review": ["yes"], "review_channel": [world.channel["id"]], "stale_months": ["0"]}
        )
        told = await posted(world, world.fd.dm_channel(ada)["id"], "I may not post")
        assert any("Add me to that channel" in line for line in words_of(told))
