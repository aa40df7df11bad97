"""Secrets are kept so that whoever has the disk has not the secret."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from adapters.sql.maintaining import migrate
from adapters.sql.sealing import Seal
from adapters.sql.settings import Settings
from glossary.errors import UnavailableError

if TYPE_CHECKING:
    from pathlib import Path

OLD, NEW = "o" * 32, "n" * 32


def test_a_sealed_secret_is_not_in_what_is_kept() -> None:
    """And the same secret never looks the same."""
    seal = Seal([OLD])
    assert b"xoxb" not in seal.close(b"xoxb")
    assert seal.close(b"xoxb") != seal.close(b"xoxb")
    assert seal.open(seal.close(b"xoxb")) == b"xoxb"


def test_the_newest_key_closes_and_every_key_opens() -> None:
    """So a key can be exchanged while the bot runs."""
    before = Seal([OLD]).close(b"token")
    both = Seal([NEW, OLD])
    assert both.open(before) == b"token"
    assert Seal([NEW]).open(both.close(b"token")) == b"token"


@pytest.mark.parametrize("keys", [[NEW], []])
def test_without_the_key_a_secret_stays_closed(keys: list[str]) -> None:
    """It is refused like a database that does not answer: whoever runs the bot can put the key back."""
    sealed = Seal([OLD]).close(b"token")
    with pytest.raises(UnavailableError):
        Seal(keys).open(sealed)


def test_without_any_key_what_is_closed_stays_readable() -> None:
    """For what is better kept openly than not at all, such as the keys of the months."""
    assert Seal().open(Seal().close(b"month")) == b"month"
    assert Seal([OLD]).open(Seal().close(b"month")) == b"month"


async def test_a_store_without_a_key_keeps_no_token(sqlite_url: str) -> None:
    """Better no installation than a token that anybody can read."""
    settings = Settings.of({"DATABASE_URL": sqlite_url})
    store = settings.store_on(settings.database())
    with pytest.raises(UnavailableError):
        await store.keep_secret("slack:T1", "xoxb")
    assert await store.secret("slack:T1") is None
    await store.close()


async def test_migrating_seals_again_when_there_is_a_new_key(url: str) -> None:
    """The keys of the months too; after it the old key can go."""
    month = date(2026, 6, 1)
    for keys in (OLD, f"{NEW},{OLD}", NEW):
        settings = Settings.of({"DATABASE_URL": url, "MALMOI_SECRET_KEY": keys})
        await migrate(settings)
        store = settings.store_on(settings.database())
        if keys == OLD:
            await store.keep_secret("slack:T1", "xoxb")
            kept = await store.month_key(month)
        assert await store.secret("slack:T1") == "xoxb"
        assert await store.month_key(month) == kept
        await store.close()


async def test_secrets_are_sealed_again_with_a_new_key(url: str, tmp_path: Path) -> None:
    """Then the old key can go; and in the file there is nothing to read."""
    environment = {"DATABASE_URL": url, "MALMOI_SECRET_KEY": OLD}
    for keys, expected in ((OLD, 0), (f"{NEW}, {OLD}", 1), (NEW, 1)):
        settings = Settings.of({**environment, "MALMOI_SECRET_KEY": keys})
        store = settings.store_on(settings.database())
        assert await store.seal_again() == expected
        await store.keep_secret("slack:T1", "xoxb-very-secret")
        assert await store.secret("slack:T1") == "xoxb-very-secret"
        await store.close()
    assert not files_with(b"xoxb-very-secret", tmp_path)


def files_with(secret: bytes, folder: Path) -> list[Path]:
    """Find the files that a secret can be read in."""
    return [file for file in folder.iterdir() if secret in file.read_bytes()]
