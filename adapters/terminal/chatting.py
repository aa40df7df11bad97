"""How does a conversation go in a terminal? Question, answer, and the choices picked by their numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from adapters.terminal import saying
from adapters.terminal.asking import PLACE
from adapters.terminal.drawing import picks
from adapters.terminal.filling import Filling, number_in
from bot.commands import Typed
from bot.replies import Form, Reply, Silence
from bot.requests import Request

LARGEST_NUMBER = 50
"""More choices than any reply has."""

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from adapters.terminal.screen import Terminal
    from bot.commands import Command
    from bot.replies import Choice
    from bot.requests import Asker
    from bot.wording import Wording

    Door = Callable[[Request], Awaitable[Reply | Form | Silence]]
    """What answers: `Conversation.reply_to`."""
    Speaking = Callable[[], Awaitable[Wording]]
    """Gives the sentences in the language that the asker reads just now; it can change with every question."""
    Hearing = Callable[["Chat"], Awaitable[None]]
    """Lets a chat tell what there is to be told unasked."""


class Chat:
    """A conversation at one terminal: every question is answered exactly once, and shown."""

    def __init__(
        self, door: Door, asker: Asker, terminal: Terminal, speaking: Speaking, hearing: Hearing | None = None
    ) -> None:
        self._door = door
        self._asker = asker
        self._terminal = terminal
        self._speaking = speaking
        self._hearing = hearing
        self._offered: tuple[Choice, ...] = ()

    async def greet(self) -> None:
        """Begin politely."""
        for sentence in saying.greeting(await self._speaking()):
            self._terminal.screen.say(sentence, "dim")

    async def answer_all(self) -> None:
        """Answer until there are no more questions; an empty line is none. Before each, say what is to be told."""
        while True:
            if self._hearing is not None:
                await self._hearing(self)
            try:
                typed = await self._terminal.lines.question()
            except EOFError:
                return
            if self._is_missed(typed):
                sentence = saying.no_such_number(await self._speaking(), len(self._offered))
                self._terminal.screen.say(sentence, "dim")
            elif typed.strip():
                await self._answer(self._meant(typed))

    def tell(self, reply: Reply) -> None:
        """Say something unasked; its numbers go on from those of the last answer, which can still be picked."""
        self._terminal.screen.show(reply, len(self._offered) + 1)
        self._offered += picks(reply)

    async def take_leave(self) -> None:
        """End politely."""
        self._terminal.screen.say(saying.farewell(await self._speaking()), "dim")

    def _is_missed(self, typed: str) -> bool:
        """Tell whether a number was meant for the choices, and is none of theirs; a long one may be a term."""
        number = number_in(typed)
        return bool(self._offered) and number is not None and len(self._offered) < number <= LARGEST_NUMBER

    def _meant(self, typed: str) -> Command:
        number = number_in(typed)
        if number is not None and number <= len(self._offered):
            return self._offered[number - 1].command
        return Typed(typed)

    async def _answer(self, command: Command) -> None:
        """Show the reply; a form is filled in first, as often as it comes back."""
        answer = await self._door(Request(self._asker, PLACE, command))
        while isinstance(answer, Form):
            filling = Filling(self._terminal, await self._speaking())
            submitted = await filling.of(answer)
            if submitted is None:
                return
            answer = await self._door(Request(self._asker, PLACE, submitted))
        if isinstance(answer, Reply):
            self._offered = picks(answer)
            self._terminal.screen.show(answer)
