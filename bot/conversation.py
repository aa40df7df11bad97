"""The one door: every wish comes in here and leaves as a reply or a form."""

from __future__ import annotations

import logging
import secrets
import traceback
from typing import TYPE_CHECKING, assert_never

from bot.commands import Browse, Define, Help, Language, Nearby, Show, Submitted, Typed
from bot.languages import DEFAULT, nearest, question_language
from bot.refusing import mistake, refused
from bot.scene import Scene
from bot.understanding import understood
from bot.wishes.defining import define, nearby, show
from bot.wishes.guiding import guide
from bot.wishes.listing import browse
from bot.wishes.speaking import speak
from bot.wording import available, wording_in
from glossary.concept import LanguageTag
from glossary.errors import RefusalError

if TYPE_CHECKING:
    from bot.commands import Command
    from bot.ports import PreferenceStore
    from bot.remembering import Catalogues, Context, Contexts
    from bot.replies import Form, Reply
    from bot.requests import Request
    from bot.wording import Wording

logger = logging.getLogger(__name__)


class Conversation:
    """Answers every request with exactly one reply or form. It never sends and never raises."""

    def __init__(self, contexts: Contexts, catalogues: Catalogues, preferences: PreferenceStore) -> None:
        self._contexts = contexts
        self._catalogues = catalogues
        self._preferences = preferences

    async def reply_to(self, request: Request) -> Reply | Form:
        """Answer; a refusal and a bug are answers too."""
        wording = wording_for(request.asker.locale or DEFAULT)
        try:
            context = await self._contexts.of(request.asker, request.place)
            reader = _reader(request.command, context)
            wording = wording_for(reader)
            catalogue = await self._catalogues.of(context.glossary)
            scene = Scene(request.asker, request.place, context, catalogue, reader, wording)
            return await self._carried_out(request.command, scene)
        except RefusalError as refusal:
            return refused(refusal, wording)
        except Exception as error:  # noqa: BLE001 — whatever went wrong, the person gets an answer
            reference = secrets.token_hex(4)
            # Where, and never what: the message of an exception may hold what somebody typed.
            where = [
                f"{frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(error.__traceback__)
            ]
            logger.error("%s: %s at %s", reference, type(error).__name__, " < ".join(reversed(where)))  # noqa: TRY400 — as above
            return mistake(reference, wording)

    async def _carried_out(self, command: Command, scene: Scene) -> Reply | Form:
        match command:
            case Typed(text):
                return await self._carried_out(understood(text, scene.catalogue), scene)
            case Define():
                return define(command, scene)
            case Show():
                return show(command, scene)
            case Nearby():
                return nearby(command, scene)
            case Browse():
                return browse(command, scene)
            case Language():
                return await speak(command, scene, self._preferences)
            case Help():
                return guide(scene)
            case Submitted(purpose):
                return await self._carried_out(purpose, scene)
            case _:
                assert_never(command)


def wording_for(reader: LanguageTag) -> Wording:
    """Give the bot's sentences in the language nearest to the reader's, English where none is near."""
    spoken = nearest(reader, tuple(LanguageTag(tag) for tag in sorted(available())))
    return wording_in(spoken or DEFAULT)


def _reader(command: Command, context: Context) -> LanguageTag:
    """Tell which language the asker reads: the chosen one, else that of the question, else the platform's."""
    asked = question_language(command.text) if isinstance(command, Typed | Define) else None
    return context.chosen or asked or context.locale or DEFAULT
