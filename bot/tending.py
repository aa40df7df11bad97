"""Which wish of newcomers, about packs, and about what is missing is carried out where? Goes on from `carrying`."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from bot import commands as c
from bot.wishes import announcing, asking, counting, gapping, greeting, onboarding, pack_forms, packing, quizzing

if TYPE_CHECKING:
    from bot.desk import Desk
    from bot.replies import Form, Reply
    from bot.scene import Scene


async def welcome(command: c.Newcoming, scene: Scene, desk: Desk) -> Reply:
    """Carry out what a newcomer wishes."""
    match command:
        case c.Greet():
            return await greeting.greet(command, scene, desk)
        case c.Remind():
            return await greeting.remind(command, scene, desk)
        case c.Onboarding():
            return await onboarding.onboard(command, scene, desk)
        case c.Next() | c.Know():
            return await onboarding.go_on(command, scene, desk)
        case c.AskAbout():
            return await onboarding.tell_more(command, scene, desk)
        case c.NotNow() | c.Stop():
            return await onboarding.leave(command, scene, desk)
        case c.Quiz():
            return await quizzing.quiz(command, scene, desk)
        case c.Guess():
            return await quizzing.guess(command, scene, desk)
        case _:
            assert_never(command)


async def pack(command: c.Packing, scene: Scene, desk: Desk) -> Reply | Form:
    """Carry out what somebody wishes who makes packs."""
    match command:
        case c.Packs():
            return await packing.listed(scene, desk)
        case c.PackNew():
            return pack_forms.make(scene)
        case c.PackEdit():
            return await pack_forms.edit(command, scene, desk)
        case c.PackOrder():
            return await pack_forms.order(command, scene, desk)
        case c.PackPreview():
            return await packing.preview(command, scene, desk)
        case c.PackReport():
            return await counting.report(command, scene, desk)
        case c.PackHere():
            return await packing.place(command, scene, desk)
        case c.PackDelete():
            return await packing.delete(command, scene, desk)
        case _:
            assert_never(command)


async def want(  # noqa: C901 — a table: one line for each command
    command: c.Wanting, scene: Scene, desk: Desk
) -> Reply | Form:
    """Carry out what is wished about what is missing, and about numbers and news."""
    match command:
        case c.Ask():
            return await asking.ask(command, scene, desk)
        case c.Unask():
            return await asking.unask(command, scene, desk)
        case c.Fulfilled():
            return asking.fulfilled(command, scene)
        case c.Gaps():
            return await gapping.gaps(command, scene, desk)
        case c.Missing():
            return await gapping.missing(command, scene, desk)
        case c.Means():
            return gapping.means(command, scene)
        case c.Dismiss():
            return await gapping.dismiss(command, scene, desk)
        case c.Stats():
            return await counting.stats(scene, desk)
        case c.Announce():
            return await announcing.announce(command, scene, desk)
        case c.Digest():
            return await announcing.digest(command, scene, desk)
        case _:
            assert_never(command)
