"""Documents as nobody would write them, for hypothesis: every block, with any text in any place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from bot.commands import Define, Help, Search, Show
from bot.replies import (
    Attachment,
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
    from hypothesis.strategies import SearchStrategy

    from bot.replies import Block, Field

_HOSTILE = st.sampled_from(
    [
        "<!channel>",
        "<@U123>",
        "&lt;",
        "&" * 3100,
        "*a* _b_ ~c~ `d`",
        "\u202eabc",
        "שלום",
        "👩‍👩‍👧‍👦" * 30,
        "e\u0301" * 1600,
        " ",
        "\n",
        "\ud800",
    ]
)
texts: SearchStrategy[str] = st.one_of(
    st.text(max_size=40),
    _HOSTILE,
    st.builds(lambda text, times: text * times, st.text(max_size=9), st.sampled_from([0, 1, 40, 400])),
)
_addresses = st.one_of(st.just(""), st.just("https://example.com/a|b?c=d&e=f"), texts)
_accounts = st.one_of(st.just(""), st.just("slack:T1:U1"), st.just("discord:1:2"), texts)
spans = st.lists(st.builds(Span, texts, st.sampled_from(Style), _addresses, _accounts), max_size=3).map(tuple)
_commands = st.one_of(
    st.just(Help()),
    st.text(max_size=90).map(Search),
    st.text(max_size=90).map(lambda text: Define(None, text)),
    st.just(Show(ConceptId("a"))),
)
choices = st.builds(Choice, texts, _commands, st.sampled_from(Emphasis))
blocks: SearchStrategy[Block] = st.one_of(
    spans.map(Heading),
    spans.map(Prose),
    spans.map(Note),
    texts.map(Preformatted),
    st.builds(Listing, st.lists(spans, max_size=5).map(tuple), st.booleans()),
    st.builds(Picture, _addresses, texts),
    st.builds(Attachment, texts, texts),
    st.lists(st.builds(Option, choices, spans), max_size=14).map(lambda options: Options(tuple(options))),
    st.lists(choices, max_size=30).map(lambda found: Choices(tuple(found))),
)
replies = st.lists(blocks, min_size=1, max_size=5).map(lambda found: Reply(tuple(found)))

_keys = st.text("abcdefghij_", min_size=1, max_size=20)
_longest = st.integers(1, 5000)
_options = st.lists(st.tuples(st.text(max_size=60), texts), max_size=25).map(tuple)
_fields: SearchStrategy[Field] = st.one_of(
    st.builds(LineField, _keys, texts, texts, texts, st.booleans(), _longest),
    st.builds(TextField, _keys, texts, texts, texts, st.booleans(), _longest),
    st.builds(ChoiceField, _keys, texts, _options, st.text(max_size=60), texts),
    st.builds(FileField, _keys, texts, texts),
)
forms = st.builds(
    lambda title, fields, submit, error: Form(
        title, tuple(fields), Help(), submit, tuple((field.key, error) for field in fields)
    ),
    texts,
    st.lists(_fields, min_size=1, max_size=5, unique_by=lambda field: field.key),
    texts,
    texts,
)
