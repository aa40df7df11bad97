"""The one door: every wish comes in here and leaves as a reply or a form."""

from __future__ import annotations

import logging
import secrets
import traceback
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from bot.access import permitted, role_of
from bot.carrying import carry_out
from bot.commands import Aimed, Said, Typed
from bot.desk import Desk
from bot.placing import aloud, is_for_everybody, placed
from bot.question_language import language_of_question
from bot.refusing import from_memory, mistake, refused
from bot.reopening import instead_of
from bot.replies import Form, Reply, Silence
from bot.scene import Scene
from bot.understanding import understood
from bot.wishes.aiming import aimed
from bot.wishes.hearing import heard
from bot.wording import wording_for
from glossary.errors import RefusalError
from glossary.lookup import Likelihood

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.commands import Command, Understood
    from bot.counting import Looked
    from bot.ports import Store
    from bot.remembering import Catalogues, Context, Contexts
    from bot.requests import Request

logger = logging.getLogger(__name__)


def utc_now() -> datetime:
    """Tell the time."""
    return datetime.now(UTC)


class Conversation:
    """Answers every request with exactly one reply or form, or keeps silent. It never sends and never raises."""

    def __init__(
        self,
        contexts: Contexts,
        catalogues: Catalogues,
        store: Store,
        count: Callable[[Looked], None],
        now: Callable[[], datetime] = utc_now,
    ) -> None:
        self._contexts = contexts
        self._catalogues = catalogues
        self._desk = Desk(store, count)
        self._now = now

    async def reply_to(self, request: Request) -> Reply | Form | Silence:
        """Answer; a refusal and a bug are answers too."""
        wording = wording_for(request.asker.locale)
        try:
            context = await self._contexts.of(request.asker, request.place)
            wording = wording_for(*context.voice(is_public=request.place.is_public).languages)
            scene = await self._scene(request, context)
            wording = scene.wording
            answer = await self._answer(request.command, scene)
            if isinstance(answer, Form) and (not request.takes_forms or isinstance(request.command, Said)):
                answer = instead_of(answer, wording)
            is_current = context.is_current and not self._catalogues.is_behind(context.glossary)
            return answer if is_current else from_memory(answer, wording)
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

    async def _scene(self, request: Request, context: Context) -> Scene:
        standing = context.standing
        known = await self._catalogues.known(context.glossary)
        asked = language_of_question(request.command, known.catalogue)
        voice = context.voice(asked, is_public=request.place.is_public)
        return Scene(
            asker=request.asker,
            place=request.place,
            context=context,
            catalogue=known.catalogue,
            voice=voice,
            wording=wording_for(*voice.languages),
            role=role_of(request.asker, standing.roles, is_reviewed=standing.policy.is_reviewed),
            policy=standing.policy,
            likelihood=Likelihood(standing.pins.get(request.place.subject, frozenset())),
            revision=known.revision,
            now=self._now(),
            index=partial(self._catalogues.index_of, context.glossary, known),
            spotting=known.spotting,
        )

    async def _answer(self, command: Command, scene: Scene) -> Reply | Form | Silence:
        """Understand what was typed or said, look whether it is permitted, and carry it out."""
        meant = self._meant(command, scene)
        if isinstance(meant, Aimed):
            meant = aimed(meant, scene)
        if isinstance(meant, Silence):
            return meant
        is_said = isinstance(command, Said)
        if isinstance(meant, Reply):
            return aloud(meant, scene) if is_said else meant
        permitted(meant, scene.role)
        answer = placed(await carry_out(meant, scene, self._desk), meant)
        if isinstance(answer, Reply) and is_for_everybody(meant) and (is_said or answer.is_found):
            return aloud(answer, scene)
        return answer

    def _meant(self, command: Command, scene: Scene) -> Aimed | Understood | Reply | Silence:
        match command:
            case Typed():
                return understood(command.text, scene.catalogue)
            case Said():
                return heard(command, scene, self._desk.count)
            case _:
                return command
