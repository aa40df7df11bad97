"""What is served over HTTP, and where."""

from __future__ import annotations

import pytest

from adapters.web.numbers import outcome_of
from adapters.web.serving import address_in, listening
from bot.commands import Help
from bot.refusing import mistake
from bot.replies import Form, LineField, Prose, Reply, Silence, Span
from bot.wording import wording_in
from glossary.errors import MalformedError
from tests.terms import EN


def test_the_address_is_read_from_the_environment() -> None:
    """Everywhere on 8080 unless it says otherwise, as hosts do with PORT."""
    assert address_in({}) == ("0.0.0.0", 8080)  # noqa: S104 — the default of a container
    assert address_in({"HOST": "127.0.0.1", "PORT": "5000"}) == ("127.0.0.1", 5000)


@pytest.mark.parametrize("port", ["x", "-1", "65536", "80.0"])
def test_what_is_no_port_is_refused(port: str) -> None:
    """By the name of its variable."""
    with pytest.raises(MalformedError) as refused:
        address_in({"PORT": port})
    assert refused.value.field == "PORT"


def test_an_address_of_the_sixth_version_can_be_listened_on() -> None:
    """It is told from one of the fourth by its colons."""
    try:
        listener = listening("::1", 0)
    except MalformedError:
        pytest.skip("this machine has no IPv6")
    with listener:
        assert listener.getsockname()[0] == "::1"


def test_every_answer_has_an_outcome() -> None:
    """Bugs are told from words that are not there."""
    prose = (Prose((Span("x"),)),)
    assert outcome_of(Reply(prose)) == "answered"
    assert outcome_of(Reply(prose, is_found=False)) == "not found"
    assert outcome_of(mistake("1a2b", wording_in(EN))) == "mistake"
    assert outcome_of(Form("Add", (LineField("name", "Name"),), Help(), "Save")) == "form"
    assert outcome_of(Silence()) == "silence"
