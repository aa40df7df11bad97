"""Documents of every shape, for renderers: drawn by hypothesis, and one of each kind written out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from bot.commands import Browse, Define, Nearby, Settings, Show
from bot.replies import (
    MOST_FIELDS,
    Attachment,
    ChannelField,
    Choice,
    ChoiceField,
    Choices,
    Emphasis,
    FileField,
    Form,
    Heading,
    LineField,
    Listing,
    Note,
    Option,
    Options,
    Picture,
    Preformatted,
    Prose,
    Reply,
    Span,
    Style,
    TextField,
)
from glossary.concept import ConceptId

if TYPE_CHECKING:
    from bot.replies import Field

HOSTILE = (
    "@everyone @here <@1> <@!1> <@&1> <#1> <!channel> <!here> <@U1> <#C1> <!subteam^S1> [x](https://evil.example)",
    "**bold** __under__ ~~gone~~ ||spoiler|| `code` ```block``` > quote\n# heading\n-# small\n- item\n1. item",
    "<https://evil.example|bank.example> &amp; <script>alert(1)</script> %s {term} ${x}",
    "\u200b\u200c\u200d\u2060\ufeff",
    "\u202egnp.exe \u2066x\u2069 قاموس",
    "가" * 2_000,
    "😀" * 2_000,
    "*" * 4_096,
    "a b " * 1_500,
    "\ud800",
    "&lt;",
    "&" * 3_100,
    "e\u0301" * 1_600,
    "👩\u200d👩\u200d👧\u200d👦" * 30,
    "",
    " ",
    "\n\n",
)
TEXT = st.one_of(st.text(max_size=80), st.sampled_from(HOSTILE), st.text("`*_\\[]()<>#-|~@:/ a가\n", max_size=300))
ADDRESS = st.one_of(st.just(""), st.just("https://example.com/a_(b)"), st.just("javascript:alert(1)"), TEXT)
_ACCOUNTS = st.sampled_from(("", "discord:4:7", "slack:T:U"))
SPANS: st.SearchStrategy[tuple[Span, ...]] = st.lists(
    st.builds(Span, TEXT, st.sampled_from(Style), ADDRESS, _ACCOUNTS), max_size=5
).map(lambda spans: tuple(spans))  # noqa: PLW0108 — what mypy makes of the class itself is no function
COMMANDS = st.one_of(
    st.builds(Show, st.text("abc", min_size=1, max_size=12).map(ConceptId)),
    st.builds(Nearby, st.text(max_size=80)),
    st.builds(Define, st.none(), TEXT),
    st.builds(Browse, st.just(""), st.integers(0, 99)),
)
CHOICES = st.builds(Choice, TEXT, COMMANDS, st.sampled_from(Emphasis))
BLOCKS = st.one_of(
    st.builds(Heading, SPANS),
    st.builds(Prose, SPANS),
    st.builds(Note, SPANS),
    st.builds(Listing, st.lists(SPANS, max_size=12).map(tuple), st.booleans()),
    st.builds(Preformatted, TEXT),
    st.builds(Picture, ADDRESS, TEXT),
    st.builds(Attachment, TEXT, TEXT),
    st.builds(Options, st.lists(st.builds(Option, CHOICES, SPANS), max_size=60).map(tuple)),
    st.builds(Choices, st.lists(CHOICES, max_size=60).map(tuple)),
)
REPLIES = st.builds(Reply, st.lists(BLOCKS, min_size=1, max_size=15).map(tuple), st.booleans())

_VALUES = st.lists(st.tuples(st.text("abc", max_size=8), TEXT), min_size=1, max_size=25, unique_by=lambda pair: pair[0])
_LONGEST = st.integers(1, 9_000)
_FIELDS = st.one_of(
    st.builds(LineField, st.just("k"), TEXT, TEXT, TEXT, st.booleans(), _LONGEST),
    st.builds(TextField, st.just("k"), TEXT, TEXT, TEXT, st.booleans(), _LONGEST),
    st.builds(ChoiceField, st.just("k"), TEXT, _VALUES.map(tuple), st.text("abc", max_size=8), TEXT, st.booleans()),
    st.builds(ChannelField, st.just("k"), TEXT, st.sampled_from(("", "C1", "#12")), TEXT, st.booleans()),
    st.builds(FileField, st.just("k"), TEXT, TEXT, st.booleans()),
)


def _numbered(
    fields: list[Field],
) -> tuple[Field, ...]:
    return tuple(replace(field, key=f"k{number}") for number, field in enumerate(fields))


FORMS = st.builds(
    Form,
    TEXT,
    st.lists(_FIELDS, min_size=1, max_size=MOST_FIELDS).map(_numbered),
    st.just(Settings()),
    TEXT,
    st.lists(st.tuples(st.sampled_from(("k0", "k1")), TEXT), max_size=2).map(tuple),
)
