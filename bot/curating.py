"""Which wish of those who write and look after entries is carried out where? Goes on from `carrying`."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from bot import commands as c
from bot.wishes import caring, drafting, keeping, parting, posting, proposing

if TYPE_CHECKING:
    from bot.desk import Desk
    from bot.replies import Form, Reply
    from bot.scene import Scene


async def draft(command: c.Drafting, scene: Scene, desk: Desk) -> Reply | Form:
    """Carry out what is wished about a draft."""
    match command:
        case c.Save():
            return await drafting.save(command, scene, desk)
        case c.Resume():
            return await drafting.resume(command, scene, desk)
        case c.Discard():
            return await drafting.discard(command, scene, desk)
        case c.Separate():
            return await drafting.separate(command, scene, desk)
        case c.AddThere():
            return await drafting.add_there(command, scene, desk)
        case _:
            assert_never(command)


async def keep(command: c.Delete | c.History | c.RollBack | c.Undo | c.Restore, scene: Scene, desk: Desk) -> Reply:
    """Carry out what takes an entry out or brings it back, or tells what was done to it."""
    match command:
        case c.Delete():
            return await keeping.delete(command, scene, desk)
        case c.History():
            return await keeping.history(command, scene, desk)
        case c.RollBack():
            return await keeping.roll_back(command, scene, desk)
        case c.Undo():
            return await keeping.undo(command, scene, desk)
        case c.Restore():
            return await keeping.restore(command, scene, desk)
        case _:
            assert_never(command)


async def care(command: c.Owner | c.Pin | c.Orphans | c.Stale | c.StillTrue, scene: Scene, desk: Desk) -> Reply:
    """Carry out what is wished by those who look after entries."""
    match command:
        case c.Owner():
            return await caring.own(command, scene, desk)
        case c.Pin():
            return await caring.pin(command, scene, desk)
        case c.Orphans():
            return await parting.orphans(scene, desk)
        case c.Stale():
            return caring.stale(command, scene)
        case c.StillTrue():
            return await caring.confirm(command, scene, desk)
        case _:
            assert_never(command)


async def post(command: c.Posted | c.ReviewHere | c.ReviewedHere | c.Unposted, scene: Scene, desk: Desk) -> Reply:
    """Carry out what concerns proposals that are shown in a channel."""
    match command:
        case c.Posted():
            return await posting.post(command, scene, desk)
        case c.ReviewHere():
            return await posting.here(command, scene, desk)
        case c.ReviewedHere():
            return posting.say_so(scene)
        case c.Unposted():
            return posting.unposted(scene)
        case _:
            assert_never(command)


async def propose(
    command: c.Queue | c.Review | c.Accept | c.Decline | c.Decided, scene: Scene, desk: Desk
) -> Reply | Form:
    """Carry out what is wished about proposals."""
    match command:
        case c.Queue():
            return await proposing.queue(scene, desk)
        case c.Review():
            return await proposing.review(command, scene, desk)
        case c.Accept():
            return await proposing.accept(command, scene, desk)
        case c.Decline():
            return await proposing.decline(command, scene, desk)
        case c.Decided():
            return await proposing.tell(command, scene, desk)
        case _:
            assert_never(command)
