"""How is a run of styled text written for Slack? As elements of rich text, where text is never markup, or as mrkdwn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from adapters.slack.limits import ADDRESS
from adapters.slack.texts import escaped, harmless, pieces, shortened
from bot.replies import Style

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.replies import Span, Spans

    Element = dict[str, Any]
    """A part of Block Kit, as it becomes JSON."""

_STYLES: dict[Style, dict[str, bool]] = {
    Style.PLAIN: {},
    Style.STRONG: {"bold": True},
    Style.EMPHASIS: {"italic": True},
    Style.CODE: {"code": True},
    Style.REMOVED: {"strike": True},
    Style.ADDED: {"bold": True},
}
_MARKS: dict[Style, str] = {
    Style.PLAIN: "",
    Style.STRONG: "*",
    Style.EMPHASIS: "_",
    Style.CODE: "`",
    Style.REMOVED: "~",
    Style.ADDED: "*",
}
_MARKUP = frozenset("*_~`\n")
"""What mrkdwn would take for formatting; it has no way to escape these."""
_OWN = "slack"
_LONGEST_TITLE = 1000


def words_of(spans: Spans) -> str:
    """Read spans aloud: their harmless text without any style."""
    return "".join(harmless(span.text) for span in spans)


def elements_of(spans: Spans, *, is_bold: bool = False) -> Iterator[Element]:
    """Draw spans as elements of a section of rich text, where text calls nobody and formats nothing."""
    for span in spans:
        if user := user_of(span.account):
            yield {"type": "user", "user_id": user}
            continue
        text, style = harmless(span.text), dict(_STYLES[span.style])
        if is_bold and "code" not in style:
            style["bold"] = True
        dressed: Element = {"style": style} if style else {}
        if is_web_address(span.address):
            title = {"text": shortened(text, _LONGEST_TITLE)} if text.strip() else {}
            yield {"type": "link", "url": span.address, **title, **dressed}
        elif text:
            yield {"type": "text", "text": text, **dressed}


def cut_apart(elements: Iterable[Element], longest: int) -> Iterator[list[Element]]:
    """Share elements out so that no share is longer than so many characters; a style goes on in the next share."""
    share: list[Element] = []
    room = longest
    for element in elements:
        for piece in _pieces_of(element, longest):
            length = len(piece.get("text", "")) or 1
            if length > room and share:
                yield share
                share, room = [], longest
            share.append(piece)
            room -= length
    if share:
        yield share


def mrkdwn_of(spans: Spans) -> Element:
    """Draw spans as a text object for small print: mrkdwn, or plain text where a word holds what would format it."""
    words = words_of(spans)
    if _MARKUP.intersection(words):
        return {"type": "plain_text", "text": "".join(_said(span) for span in spans), "emoji": False}
    bare = ["", *(harmless(span.text) for span in spans), ""]
    marked = (_marked(span, bare[number][-1:], bare[number + 2][:1]) for number, span in enumerate(spans))
    return {"type": "mrkdwn", "text": "".join(marked), "verbatim": True}


def user_of(account: str) -> str:
    """Find Slack's id of an account; "" for one of another platform, and for none."""
    platform, _, rest = account.partition(":")
    user = rest.rpartition(":")[2]
    return user if platform == _OWN and user[:1] in {"U", "W"} and user.isalnum() and user.isascii() else ""


def is_web_address(address: str) -> bool:
    """Tell whether an address is one that a link may lead to."""
    is_web = address.startswith(("https://", "http://"))
    return is_web and address.isprintable() and " " not in address and len(address) <= ADDRESS


def _pieces_of(element: Element, longest: int) -> Iterator[Element]:
    if element["type"] != "text" or len(element["text"]) <= longest:
        yield element
        return
    for piece in pieces(element["text"], longest):
        yield {**element, "text": piece}


def _marked(span: Span, before: str, after: str) -> str:
    """Write one span; a mark that touches a letter, such as a Korean particle, would be shown instead of obeyed."""
    if user := user_of(span.account):
        return f"<@{user}>"
    text, mark = escaped(harmless(span.text)), _MARKS[span.style]
    if is_web_address(span.address):
        return f"<{escaped(span.address).replace('|', '%7C')}|{text.replace('|', '¦') or span.address}>"
    is_obeyed = text and text.strip() == text and not before.isalnum() and not after.isalnum()
    return f"{mark}{text}{mark}" if is_obeyed else text


def _said(span: Span) -> str:
    text = harmless(span.text)
    return f"{text} ({span.address})" if is_web_address(span.address) else text
