"""The ports: what they name is there."""

from __future__ import annotations

from adapters.memory import MemoryStore
from bot.ports import Store
from tests.adapters.promises.changes import notice


def test_a_store_has_everything_that_the_ports_ask_for() -> None:
    """The types are checked by mypy; this holds for whoever runs without it."""
    promised = {name for port in Store.__mro__ for name in vars(port) if not name.startswith("_")}
    assert "commit" in promised
    assert promised <= set(dir(MemoryStore))


def test_a_notice_knows_the_platform_of_its_recipient() -> None:
    """An account and a channel begin with it."""
    assert notice("k", "discord:42:7").platform == "discord"
