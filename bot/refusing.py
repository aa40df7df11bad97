"""How is a wish refused? Refusals and bugs as replies: the only place where facts of an error become a sentence."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.replies import Note, Prose, Reply, Span, Style
from glossary.errors import ChangedMeanwhileError, NotPermittedError, TakenError, UnavailableError

if TYPE_CHECKING:
    from bot.replies import Form, Silence, Spans
    from bot.wording import Wording
    from glossary.errors import RefusalError


def refused(refusal: RefusalError, wording: Wording) -> Reply:
    """Say why a wish is not carried out, and who could."""
    is_away = isinstance(refusal, UnavailableError)
    return Reply((Prose(_sentence(refusal, wording)),), is_found=False, is_away=is_away)


def from_memory(answer: Reply | Form | Silence, wording: Wording) -> Reply | Form | Silence:
    """Say below a reply that it is what was known when the database was last seen."""
    if not isinstance(answer, Reply):
        return answer
    note = Note(wording.spans("I cannot reach my memory right now; this is what I knew last."))
    return replace(answer, blocks=(*answer.blocks, note))


def mistake(reference: str, wording: Wording) -> Reply:
    """Own up to a bug; the reference is what the log knows it by."""
    sentence = wording.spans(
        "Something went wrong on my side. If you report it, give this reference: {reference}.",
        reference=Span(reference, Style.CODE),
    )
    return Reply((Prose(sentence),), is_found=False, is_mistake=True)


def _sentence(refusal: RefusalError, wording: Wording) -> Spans:
    match refusal:
        case UnavailableError():
            return wording.spans(
                "I cannot reach my memory right now. Nothing has changed; please try again in a minute."
            )
        case NotPermittedError(needed="admin"):
            return wording.spans("This needs an administrator of this workspace.")
        case NotPermittedError(needed="curator"):
            return wording.spans("This needs a curator. An administrator of this workspace can give you that role.")
        case NotPermittedError(needed="editor"):
            return wording.spans("This needs somebody who may edit. An administrator of this workspace can let you.")
        case NotPermittedError():
            return wording.spans("This needs a member of this workspace; guests read. An administrator can let you.")
        case ChangedMeanwhileError():
            return wording.spans("Somebody changed this a moment ago. Look at it again, then decide.")
        case TakenError():
            return wording.spans("Somebody gave one of these names away a moment ago. Nothing has changed; try again.")
        case _:
            return wording.spans("This is not possible here. Nothing has changed.")
