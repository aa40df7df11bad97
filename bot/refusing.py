"""How is a wish refused? Refusals and bugs as replies: the only place where facts of an error become a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.replies import Prose, Reply, Span, Style
from glossary.errors import UnavailableError

if TYPE_CHECKING:
    from bot.wording import Wording
    from glossary.errors import RefusalError


def refused(refusal: RefusalError, wording: Wording) -> Reply:
    """Say why a wish is not carried out."""
    if isinstance(refusal, UnavailableError):
        sentence = wording.spans(
            "I cannot reach my memory right now. Nothing has changed; please try again in a minute."
        )
    else:
        sentence = wording.spans("This is not possible here. Nothing has changed.")
    return Reply((Prose(sentence),), is_found=False)


def mistake(reference: str, wording: Wording) -> Reply:
    """Own up to a bug; the reference is what the log knows it by."""
    sentence = wording.spans(
        "Something went wrong on my side. If you report it, give this reference: {reference}.",
        reference=Span(reference, Style.CODE),
    )
    return Reply((Prose(sentence),), is_found=False)
