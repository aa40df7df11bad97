"""In which channel are proposals shown, so that curators decide there? The choice of it, and what is said there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.commands import Posted, Queue, Review, ReviewedHere, Settings, Unposted
from bot.keeping import Notice, NoticeKey, ProposalId, Recipient
from bot.policy import REVIEW_CHANNEL, policy_of
from bot.replies import Choice, Choices, Prose, Reply, Silence
from bot.tokens import carried
from bot.wishes.proposing import review
from bot.wishes.reviewing import waiting, ways

if TYPE_CHECKING:
    from bot.commands import ReviewHere
    from bot.desk import Desk
    from bot.keeping import GlossaryId
    from bot.replies import Spans
    from bot.requests import ChannelId
    from bot.scene import Scene


async def post(wish: Posted, scene: Scene, desk: Desk) -> Reply:
    """Show a proposal that waits to everybody in the channel chosen for it; elsewhere to those who may decide it.

    Raises:
        NotPermittedError: It is another place, and the asker may not decide it.
    """
    found = await desk.store.proposal(scene.context.glossary, ProposalId(wish.proposal))
    is_chosen = scene.place.is_public and scene.place.channel == scene.policy.review_channel is not None
    if found is None or found.decision is not None or not is_chosen:
        return await review(Review(wish.proposal), scene, desk)
    return Reply((*waiting(found, scene), ways(found, scene, is_posted=True)))


async def notices_of(proposal: ProposalId, glossary: GlossaryId, scene: Scene, desk: Desk) -> list[Notice]:
    """Make what is said of a new proposal in the channels that were chosen: one of each workspace of the glossary."""
    notices = []
    for workspace in await desk.store.workspaces_of(glossary):
        channel = policy_of(await desk.store.settings_of(workspace)).review_channel
        if channel is not None:
            key, recipient = f"posted:{proposal}:{workspace}:{channel}", Recipient(f"{workspace}:{channel}")
            notices.append(Notice(NoticeKey(key), recipient, carried(Posted(proposal)), scene.now))
    return notices


async def here(wish: ReviewHere, scene: Scene, desk: Desk) -> Reply:
    """Show proposals in this channel from now on, or in none."""
    if not wish.is_here:
        return Reply((Prose(await choose(None, scene, desk)),))
    if scene.place.channel is None or scene.place.is_direct:
        return Reply((Prose(scene.wording.spans("Write this in the channel that it is about.")),), is_found=False)
    return Reply((Prose(await choose(scene.place.channel, scene, desk)),))


async def choose(channel: ChannelId | None, scene: Scene, desk: Desk) -> Spans:
    """Keep in which channel proposals are shown, say so there, and remember who is told when that does not work."""
    workspace, chooser = scene.place.workspace, scene.asker.account
    await desk.store.set_setting(workspace, REVIEW_CHANNEL, channel)
    await desk.store.set_setting(chooser, REVIEW_CHANNEL, channel)
    if channel is None:
        return scene.wording.spans("Proposals wait in the queue, and are shown in no channel.")
    recipient, key = Recipient(f"{workspace}:{channel}"), NoticeKey(f"reviewed:{channel}:{scene.now.isoformat()}")
    told = Notice(key, recipient, carried(ReviewedHere()), scene.now)
    await desk.store.post_notices(scene.context.glossary, [told])
    return scene.wording.spans("Proposals are shown in that channel from now on. If I may not post there, I tell you.")


def say_so(scene: Scene) -> Reply:
    """Say in the channel that was chosen what it was chosen for."""
    said = scene.wording.spans("Proposals are shown in this channel from now on. Curators decide about them here.")
    return Reply((Prose(said),))


async def barred(scene: Scene, desk: Desk) -> Silence:
    """Show proposals no longer in a channel where the bot may not post, and tell whoever chose it."""
    channel, workspace = scene.place.channel, scene.place.workspace
    if channel is None or channel != scene.policy.review_channel:
        return Silence()
    await desk.store.set_setting(workspace, REVIEW_CHANNEL, None)
    for chooser, kept in (await desk.store.settings_named(REVIEW_CHANNEL)).items():
        if kept == channel and chooser.startswith(f"{workspace}:"):
            key = NoticeKey(f"unposted:{chooser}:{scene.now.isoformat()}")
            told = Notice(key, Recipient(chooser), carried(Unposted()), scene.now)
            await desk.store.set_setting(chooser, REVIEW_CHANNEL, None)
            await desk.store.post_notices(scene.context.glossary, [told])
    return Silence()


def unposted(scene: Scene) -> Reply:
    """Tell whoever chose a channel that the bot may not post there, and what to do."""
    wording = scene.wording
    sentences = (
        wording.spans("I may not post in the channel that you chose for proposals, so they wait in the queue."),
        wording.spans("Add me to that channel, then choose it again."),
    )
    ways_on = (Choice(wording.text("Settings"), Settings()), Choice(wording.text("Proposals"), Queue()))
    return Reply((*map(Prose, sentences), Choices(ways_on)))
