"""The one door: every wish comes in here and leaves as a reply or a form."""

from __future__ import annotations

import logging
import secrets
import traceback
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from bot.access import permitted, role_of
from bot.carrying import carry_out
from bot.commands import Aimed, Greet, Joined, Remind, Said, Typed
from bot.desk import PACE, Desk
from bot.habits import Habits
from bot.placing import aloud, is_for_everybody, placed
from bot.question_language import language_of_question
from bot.queueing import Line
from bot.refusing import from_memory, mistake, refused
from bot.reopening import instead_of
from bot.replies import Form, Reply, Silence
from bot.scene import Scene
from bot.understanding import understood
from bot.wishes.aiming import aimed
from bot.wishes.hearing import heard
from bot.wishes.onboarding import joined
from bot.wording import wording_for
from glossary.errors import RefusalError

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import timedelta

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

    def __init__(  # noqa: PLR0913 — the parts that it is put together from
        self,
        contexts: Contexts,
        catalogues: Catalogues,
        store: Store,
        count: Callable[[Looked], None],
        now: Callable[[], datetime] = utc_now,
        *,
        pace: timedelta = PACE,
        line: Line | None = None,
        habits: Habits | None = None,
    ) -> None:
        self._contexts = contexts
        self._catalogues = catalogues
        self._desk = Desk(store, count, contexts.housing, pace)
        self._now = now
        self._line = line or Line()
        self._habits = habits or Habits(store, now)

    async def reply_to(self, request: Request) -> Reply | Form | Silence:
        """Answer; a refusal and a bug are answers too.

        That somebody joined is met with silence. Anything else says that it could not be kept, and that the platform
        should tell it again, where it can.
        """
        if isinstance(request.command, Joined):
            return await self._line.through(lambda: self._reply_to(request))
        return await self._reply_to(request)

    async def _reply_to(self, request: Request) -> Reply | Form | Silence:
        wording = wording_for(request.asker.locale)
        try:
            context = _as_told(await self._contexts.of(request.asker, request.place), request.command)
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
        habit = await self._habits.of(standing, request.place, known)
        return Scene(
            asker=request.asker,
            place=request.place,
            context=context,
            catalogue=known.catalogue,
            voice=voice,
            wording=wording_for(*voice.languages),
            role=role_of(request.asker, standing.roles, is_reviewed=standing.policy.is_reviewed),
            policy=standing.policy,
            likelihood=habit.likelihood,
            note=habit.note,
            revision=known.revision,
            now=self._now(),
            index=partial(self._catalogues.index_of, context.glossary, known),
            spotting=known.spotting,
        )

    async def _answer(self, command: Command, scene: Scene) -> Reply | Form | Silence:
        """Understand what was typed or said, look whether it is permitted, and carry it out."""
        if isinstance(command, Joined):
            return await joined(command, scene, self._desk)
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

    def _meant(self, command: Typed | Said | Aimed | Understood, scene: Scene) -> Aimed | Understood | Reply | Silence:
        match command:
            case Typed():
                return understood(command.text, scene.catalogue)
            case Said():
                return heard(command, scene, self._desk.count)
            case _:
                return command


def _as_told(context: Context, command: Command) -> Context:
    """Let what is said unasked speak the language that the platform spoke when it was caused, if it says none now."""
    told = command.language if isinstance(command, Greet | Remind) else None
    return replace(context, locale=context.locale or told)
