"""Which wish is carried out where? Command → the function of `wishes` that does it, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from bot import commands as c
from bot import curating, tending
from bot.wishes import (
    completing,
    defining,
    drafting,
    explaining,
    exporting,
    gapping,
    governing,
    guiding,
    importing,
    joining,
    leaving,
    listing,
    mine,
    pack_forms,
    parting,
    posting,
    proposing,
    reasoning,
    searching,
    settling,
    sharing,
    speaking,
    translating,
    welcoming,
)
from bot.wishes.writing import form_of

if TYPE_CHECKING:
    from bot.desk import Desk
    from bot.replies import Form, Reply, Silence
    from bot.scene import Scene


async def carry_out(  # noqa: C901, PLR0912 — a table: one line for each group of commands
    command: c.Understood, scene: Scene, desk: Desk
) -> Reply | Form | Silence:
    """Carry a wish out that is understood and permitted.

    Raises:
        RefusalError: It is not possible, and nothing has changed.
    """
    match command:
        case c.Define() | c.Show() | c.Nearby() | c.Why() | c.Search() | c.Language() | c.Help():
            return await _read(command, scene, desk)
        case c.PlaceLanguage():
            return await speaking.speak_in_place(command, scene, desk.store)
        case c.AskTranslation():
            return translating.ask(command, scene, desk.count)
        case c.Home() | c.Browse() | c.Recent() | c.Random():
            return await _list(command, scene, desk)
        case c.Explain():
            return await explaining.explain(command, scene, desk.store)
        case c.Explained():
            return explaining.show_explained(command, scene)
        case c.Known():
            return await explaining.know(command, scene, desk.store)
        case c.Complete():
            return completing.complete(command, scene)
        case c.Share():
            return sharing.share(command, scene)
        case c.TakeBack():
            return sharing.take_back(command, scene)
        case c.MyData():
            return await mine.hand_over(scene, desk.store)
        case c.Forget():
            return await mine.forget(command, scene, desk.store)
        case c.Put():
            return await drafting.put(command, scene, desk)
        case c.Add() | c.Edit() | c.Translate() | c.Names() | c.Relate() | c.More():
            return form_of(command, scene) or defining.gone(scene)
        case c.Meant():
            return await drafting.learn(command, scene, desk)
        case c.Save() | c.Resume() | c.Discard() | c.Separate() | c.AddThere():
            return await curating.draft(command, scene, desk)
        case c.Delete() | c.History() | c.RollBack() | c.Undo() | c.Restore():
            return await curating.keep(command, scene, desk)
        case c.Gone():
            return await parting.part(scene, desk)
        case c.Owner() | c.Pin() | c.Orphans() | c.Stale() | c.StillTrue():
            return await curating.care(command, scene, desk)
        case c.Barred():
            return await posting.barred(scene, desk)
        case c.Queue() | c.Review() | c.Accept() | c.Decline() | c.Decided():
            return await curating.propose(command, scene, desk)
        case c.Posted() | c.ReviewHere() | c.ReviewedHere() | c.Unposted():
            return await curating.post(command, scene, desk)
        case c.Roles():
            return await governing.give_roles(command, scene, desk)
        case c.Settings():
            return governing.settings(scene)
        case c.Import() | c.Bring() | c.Export():
            return await _exchange(command, scene, desk)
        case c.Submitted(c.Import(), values, files):
            return await importing.submitted(dict(values), dict(files), scene, desk)
        case c.FirstRun() | c.Starter() | c.Invite() | c.Join() | c.Leave():
            return await _settle(command, scene, desk)
        case (
            c.Greet()
            | c.Remind()
            | c.Onboarding()
            | c.Next()
            | c.Know()
            | c.AskAbout()
            | c.NotNow()
            | c.Stop()
            | c.Quiz()
            | c.Guess()
        ):
            return await tending.welcome(command, scene, desk)
        case (
            c.Packs()
            | c.PackNew()
            | c.PackEdit()
            | c.PackOrder()
            | c.PackPreview()
            | c.PackReport()
            | c.PackHere()
            | c.PackDelete()
        ):
            return await tending.pack(command, scene, desk)
        case (
            c.Ask()
            | c.Unask()
            | c.Fulfilled()
            | c.Gaps()
            | c.Missing()
            | c.Means()
            | c.Dismiss()
            | c.Stats()
            | c.Announce()
            | c.Digest()
        ):
            return await tending.want(command, scene, desk)
        case c.Submitted(purpose, values):
            return await _submitted(purpose, dict(values), scene, desk)
        case _:
            assert_never(command)


async def _read(
    command: c.Define | c.Show | c.Nearby | c.Why | c.Search | c.Language | c.Help, scene: Scene, desk: Desk
) -> Reply | Form:
    match command:
        case c.Define():
            return defining.define(command, scene, desk.count)
        case c.Show():
            return defining.pick(command, scene)
        case c.Nearby():
            return defining.nearby(command, scene)
        case c.Why():
            return reasoning.why(command, scene)
        case c.Search():
            return await searching.search(command, scene)
        case c.Language():
            return await speaking.speak(command, scene, desk.store)
        case c.Help():
            return guiding.guide(scene)
        case _:
            assert_never(command)


async def _list(command: c.Home | c.Browse | c.Recent | c.Random, scene: Scene, desk: Desk) -> Reply:
    match command:
        case c.Home():
            return await welcoming.home(scene, desk)
        case c.Browse():
            return listing.browse(command, scene)
        case c.Recent():
            return await listing.recent(scene, desk)
        case c.Random():
            return listing.at_random(scene)
        case _:
            assert_never(command)


async def _settle(command: c.Settling, scene: Scene, desk: Desk) -> Reply | Form:
    match command:
        case c.FirstRun():
            return welcoming.first_run(scene)
        case c.Starter():
            return await settling.take_out_starter(command, scene, desk)
        case c.Invite():
            return await joining.invite(scene, desk)
        case c.Join():
            return await joining.join(command, scene, desk)
        case c.Leave():
            return await leaving.leave(command, scene, desk)
        case _:
            assert_never(command)


async def _exchange(command: c.Exchanging, scene: Scene, desk: Desk) -> Reply | Form:
    match command:
        case c.Import():
            return importing.form(scene)
        case c.Bring():
            return await importing.bring(command, scene, desk)
        case c.Export():
            return await exporting.export(command, scene)
        case _:
            assert_never(command)


async def _submitted(purpose: c.Understood, values: dict[str, str], scene: Scene, desk: Desk) -> Reply | Form | Silence:
    """Take what came back in a form; a form of a wish that has none means the wish."""
    match purpose:
        case c.Add() | c.Edit() | c.Translate() | c.Names() | c.Relate() | c.More() | c.Resume():
            return await drafting.submit(purpose, values, scene, desk)
        case c.Separate():
            return await drafting.set_apart(purpose, values, scene, desk)
        case c.Accept():
            return await proposing.accept_edited(purpose, values, scene, desk)
        case c.Decline():
            return await proposing.declined(purpose, values, scene, desk)
        case c.Settings():
            return await governing.keep_settings(values, scene, desk)
        case c.Search():
            return await searching.search(c.Search(values.get(searching.WORDS, "")), scene)
        case c.Join():
            return await joining.join(c.Join(values.get(joining.CODE, "")), scene, desk)
        case c.PackNew() | c.PackEdit() | c.PackOrder():
            return await pack_forms.submit(purpose, values, scene, desk)
        case c.Means():
            return await gapping.meant(purpose, values, scene, desk)
        case _:
            return await carry_out(purpose, scene, desk)
