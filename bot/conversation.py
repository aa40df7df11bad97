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
from bot.commands import Aimed, Define, Greet, Joined, Remind, Said, Typed
from bot.desk import PACE, Desk
from bot.habits import Habits
from bot.placing import aloud, is_for_everybody, placed
from bot.question_language import language_of_question
from bot.queueing import Line
from bot.refusing import from_memory, mistake, refused
from bot.reopening import instead_of
from bot.repeating import Repeating, Seen, for_anybody
from bot.replies import Form, Reply, Silence
from bot.scene import Scene
from bot.understanding import understood
from bot.wishes.aiming import aimed
from bot.wishes.defining import answered
from bot.wishes.greeting import joined
from bot.wishes.hearing import heard
from bot.wording import wording_for
from glossary.errors import RefusalError

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import timedelta

    from bot.commands import Command, Understood
    from bot.counting import Looked
    from bot.habits import Habit
    from bot.ports import Store
    from bot.remembering import Catalogues, Context, Contexts, Known
    from bot.repeating import Answered
    from bot.requests import Place, Request
    from bot.wording import Wording

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
        self._repeating = Repeating()

    async def reply_to(self, request: Request) -> Reply | Form | Silence:
        """Answer; a refusal and a bug are answers too.

        That somebody joined is met with silence. Anything else says that it could not be kept, and that the platform
        should tell it again, where it can.
        """
        if isinstance(request.command, Joined):
            return await self._line.through(lambda: self._reply_to(request))
        return await self._reply_to(request)

    async def _reply_to(self, request: Request) -> Reply | Form | Silence:
        wording = partial(wording_for, request.asker.locale)
        try:
            context = _as_told(await self._contexts.of(request.asker, request.place), request.command)
            wording = partial(_wording_of, context, request.place)
            known = await self._catalogues.known(context.glossary)
            habit = await self._habits.of(context.standing, request.place, known)
            command = request.command
            if isinstance(command, Define) and not request.place.is_public:
                answer: Reply | Form | Silence = self._looked_up(command, request, context, known, habit)
            else:
                scene = self._scene(request, context, known, habit)
                wording = partial(wording_for, *scene.voice.languages)
                answer = await self._answer(command, scene)
            if isinstance(answer, Form) and (not request.takes_forms or isinstance(request.command, Said)):
                answer = instead_of(answer, wording())
            is_current = context.is_current and not self._catalogues.is_behind(context.glossary)
            return answer if is_current else from_memory(answer, wording())
        except RefusalError as refusal:
            return refused(refusal, wording())
        except Exception as error:  # noqa: BLE001 — whatever went wrong, the person gets an answer
            reference = secrets.token_hex(4)
            # Where, and never what: the message of an exception may hold what somebody typed.
            where = [
                f"{frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(error.__traceback__)
            ]
            logger.error("%s: %s at %s", reference, type(error).__name__, " < ".join(reversed(where)))  # noqa: TRY400 — as above
            return mistake(reference, wording())

    def _looked_up(self, wish: Define, request: Request, context: Context, known: Known, habit: Habit) -> Reply:
        """Answer a lookup that only the asker reads; as before, where nothing that its answer shows has changed.

        Every role may look up, so none is asked for here; what an answer offers depends on it.
        """

        def anew() -> Answered:
            return for_anybody(wish, self._scene(request, context, known, habit), answered)

        # Until names can be spotted, an answer lacks what its definition mentions: that is not worth keeping.
        is_whole = known.spotting().ready() is not None
        found = self._repeating.answered(self._seen(wish, request, context, known), anew) if is_whole else anew()
        self._desk.count(replace(found.looked, surface=request.place.surface, asker=request.asker.account))
        if found.concept is not None:
            habit.note(found.concept)
        return found.reply

    def _seen(self, wish: Define, request: Request, context: Context, known: Known) -> Seen:
        standing = context.standing
        return Seen(
            wish,
            known.edition,
            context.grounds(),
            role_of(request.asker, standing.roles, is_reviewed=standing.policy.is_reviewed),
            standing.policy,
            request.place.can_share,
            self._now().date(),
        )

    def _scene(self, request: Request, context: Context, known: Known, habit: Habit) -> Scene:
        standing = context.standing
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


def _wording_of(context: Context, place: Place) -> Wording:
    return wording_for(*context.voice(is_public=place.is_public).languages)
