"""Where does an answer go? The only place that decides who reads a reply, and which message it takes the place of."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot import commands as c
from bot.replies import Choice, Choices, Delivery, Reply

if TYPE_CHECKING:
    from bot.replies import Form, Silence
    from bot.scene import Scene

_FOR_EVERYBODY = (c.Define, c.Show, c.Nearby, c.Why, c.Browse, c.Search, c.Recent, c.Random, c.Help)
"""Everything else is between the asker and the bot."""


def placed(answer: Reply | Form | Silence, command: c.Understood) -> Reply | Form | Silence:
    """Let a reply that carries something further take the place of the message whose button was pressed.

    A refusal does not: the message is still what it was for everybody who may do more with it.
    """
    if isinstance(answer, Reply) and answer.is_found and answer.delivery is Delivery.ASKER and _is_next_step(command):
        return replace(answer, delivery=Delivery.IN_PLACE)
    return answer


def aloud(reply: Reply, scene: Scene) -> Reply:
    """Let everybody in a place read an answer that was asked for there; whoever asked can take it back."""
    if not scene.place.is_public:
        return reply
    *blocks, last = reply.blocks
    removing = Choice(scene.wording.text("Remove"), c.TakeBack(scene.asker.account))
    further = Choices((*last.choices, removing)) if isinstance(last, Choices) else Choices((removing,))
    kept = blocks if isinstance(last, Choices) else reply.blocks
    return replace(reply, blocks=(*kept, further), delivery=Delivery.CHANNEL)


def is_for_everybody(command: c.Understood) -> bool:
    """Tell whether the answer is about the glossary, and not about the asker."""
    return isinstance(command, _FOR_EVERYBODY)


def _is_next_step(command: c.Understood) -> bool:
    """Tell whether a wish carries on what a message had begun: pages, a question to confirm, a draft, a proposal."""
    match command:
        case c.Browse() | c.Stale() | c.Gaps():
            return command.page > 0
        case c.History():
            return command.before > 0
        case c.RollBack() | c.Delete() | c.Forget() | c.PackDelete() | c.Starter() | c.Leave():
            return command.is_confirmed
        case c.Save() | c.Discard() | c.AddThere() | c.Undo() | c.Accept():
            return True
        case c.Next() | c.Know() | c.AskAbout() | c.NotNow() | c.Stop() | c.Guess() | c.Unask() | c.PackHere():
            return True
        case c.Quiz():
            return bool(command.pack)
        case c.Announce():
            return bool(command.every)
        case c.Join():
            return bool(command.own)
        case c.Submitted(purpose):
            return isinstance(purpose, c.Resume | c.Separate | c.Accept | c.Decline)
        case _:
            return False
