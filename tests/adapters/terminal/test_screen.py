"""What a stream gets, depending on what it is."""

from __future__ import annotations

import io

import pytest

from adapters.terminal.screen import Screen
from bot.replies import Heading, Reply, Span
from tests.adapters.terminal.scripted import FakeTerminal

REPLY = Reply((Heading((Span("Redis"),)),))


@pytest.mark.parametrize("environ", [{"NO_COLOR": "1"}, {"TERM": "dumb"}, {"TERM": "unknown"}])
def test_a_terminal_that_wants_no_styles_gets_none(environ: dict[str, str]) -> None:
    """NO_COLOR, and terminals that would show the sequences."""
    paper = FakeTerminal()
    Screen(paper, environ).show(REPLY)
    assert paper.getvalue() == "Redis\n"


@pytest.mark.parametrize("environ", [{}, {"NO_COLOR": ""}, {"TERM": "xterm-256color"}])
def test_any_other_terminal_gets_styles(environ: dict[str, str]) -> None:
    """An empty NO_COLOR says nothing, as its definition has it."""
    paper = FakeTerminal()
    Screen(paper, environ).show(REPLY)
    assert paper.getvalue() == "\x1b[1mRedis\x1b[0m\n"


def test_a_pipe_gets_plain_text() -> None:
    """Whatever the terminal behind it could do."""
    paper = io.StringIO()
    Screen(paper, {"TERM": "xterm-256color"}).show(REPLY)
    assert paper.getvalue() == "Redis\n"


def test_replies_stand_apart_and_sentences_stand_close() -> None:
    """An empty line before each reply but the first; none before a sentence."""
    paper = io.StringIO()
    screen = Screen(paper, {})
    screen.show(REPLY)
    screen.say("hello")
    screen.show(REPLY)
    assert paper.getvalue() == "Redis\nhello\n\nRedis\n"
