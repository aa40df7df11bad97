"""How is a question answered here? By a bot on the file that is named, or on the database."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from adapters.assembling import bot_of, bot_on_database
from adapters.ending import give_up, warn
from adapters.files import starter
from adapters.sitting import asker_here, harvested, wording_of
from adapters.terminal.asking import PLACE
from adapters.terminal.checking import Format, listed
from adapters.terminal.saying import needs_a_look
from bot.commands import Define, Why
from bot.replies import Reply
from bot.requests import Request

if TYPE_CHECKING:
    from contextlib import AbstractAsyncContextManager

    from adapters.assembling import Bot
    from bot.requests import Asker
    from glossary.concept import Concept, LanguageTag


def bot_for(glossary: str | None, asker: Asker) -> AbstractAsyncContextManager[Bot]:
    """Make the bot: from a file, or on the database."""
    if glossary is not None:
        return bot_of(_opened(glossary, asker))
    return bot_on_database(os.environ, lambda: starter().concepts)


async def defined(term: str, language: LanguageTag | None, glossary: str | None, *, is_explained: bool) -> Reply:
    """Look a term up, or explain how it is found."""
    asker = asker_here(language)
    async with bot_for(glossary, asker) as bot:
        wish = Why(term) if is_explained else Define(language, term)
        reply = await bot.reply_to(Request(asker, PLACE, wish))
    assert isinstance(reply, Reply), "a lookup opens no form"  # noqa: S101 — what the door's type cannot say
    return reply


def _opened(glossary: str, asker: Asker) -> tuple[Concept, ...]:
    """Read the glossary to answer from. One that is partly bad is used, and that is said in one line."""
    harvest, wording = harvested(glossary), wording_of(asker)
    if not harvest.concepts:
        give_up(listed(harvest.findings[:1], Format.TEXT, wording, is_strict=False).rstrip("\n"))
    if harvest.findings:
        lines = len({finding.line for finding in harvest.findings})
        warn(needs_a_look(wording, lines, glossary))
    return harvest.concepts
