"""Commands and the tokens that carry them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.commands import (
    Browse,
    Command,
    Define,
    Delete,
    Explain,
    Help,
    Known,
    Language,
    Nearby,
    Show,
    Submitted,
    TakeBack,
    Typed,
)
from bot.requests import AccountId
from bot.tokens import LONGEST_CARRIED_QUERY, LONGEST_TOKEN, carried, command_of, token_of
from glossary.concept import ConceptId, LanguageTag

languages = st.one_of(st.none(), st.sampled_from(["ko", "pt-BR", "zh-Hant"]).map(LanguageTag))
commands = st.one_of(
    st.builds(Define, languages, st.text(max_size=LONGEST_CARRIED_QUERY)),
    st.builds(Show, st.text("abcdefgh234", min_size=1, max_size=12).map(ConceptId), languages),
    st.builds(Nearby, st.text(max_size=LONGEST_CARRIED_QUERY)),
    st.builds(Browse, st.sampled_from(["", "A", "ㄱ", "A–C", "#"]), st.integers(min_value=0)),
    st.builds(TakeBack, st.sampled_from(["slack:T0123:U0456", "discord:42:77"]).map(AccountId)),
    st.builds(Language, st.text(max_size=35)),
    st.builds(Known, st.just(ConceptId("redis")), st.booleans()),
    st.just(Help()),
    st.builds(Delete, st.just(ConceptId("redis")), st.booleans()),
)


def test_yes_and_no_are_carried_too() -> None:
    """A button that confirms is another one than the button that asked."""
    asked, confirmed = Delete(ConceptId("redis")), Delete(ConceptId("redis"), is_confirmed=True)
    tokens = [token_of(command) for command in (asked, confirmed)]
    assert [command_of(token) for token in tokens if token] == [asked, confirmed]


@given(commands)
def test_a_click_brings_back_the_command_that_the_button_carried(command: Command) -> None:
    """Whatever fits into a button comes out of it unchanged."""
    token = token_of(command)
    assert token is not None
    assert len(token) <= LONGEST_TOKEN
    assert command_of(token) == command


@given(st.text())
def test_any_text_is_a_command_or_nothing(text: str) -> None:
    """A token that was tampered with is not understood; it never raises, and never means two things."""
    command = command_of(text)
    assert command is None or token_of(command) == text


@pytest.mark.parametrize(
    "token",
    [
        "",
        "1",
        "1:",
        "2:help",
        "1:unknown",
        "1:help:more",
        "1:browse:1",
        "1:browse::x",
        "1:browse::+1",
        "1:show:redis",
        "1:define:ko",
        "1:define:" + "x" * 101,
    ],
)
def test_a_foreign_or_stale_token_is_not_understood(token: str) -> None:
    """Another version, an unknown word, a missing or a wrong field: none of them is a command."""
    assert command_of(token) is None


@pytest.mark.parametrize(
    "command",
    [
        Typed("mlops"),
        Explain("a text"),
        Submitted(Help(), ()),
        Define(None, "x" * (LONGEST_CARRIED_QUERY + 1)),
        Nearby("x" * (LONGEST_CARRIED_QUERY + 1)),
        Language("x" * LONGEST_TOKEN),
        Define(None, "\ud800"),
    ],
)
def test_what_a_button_cannot_carry_gets_no_token(command: Command) -> None:
    """Typed lines, forms, long queries and what is no text have no token, so no button is made for them."""
    assert token_of(command) is None
    with pytest.raises(ValueError, match="does not fit into a button"):
        carried(command)
