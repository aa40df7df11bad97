"""What the environment says about the database."""

from __future__ import annotations

import pytest

from adapters.sql.settings import Settings
from adapters.sql.sqlite import SqliteDatabase
from glossary.errors import MalformedError


@pytest.mark.parametrize(
    ("written", "understood"),
    [
        ("", "sqlite+aiosqlite:///malmoi.sqlite3"),
        ("sqlite:///words.sqlite3", "sqlite+aiosqlite:///words.sqlite3"),
        ("sqlite:////var/lib/malmoi/words.db", "sqlite+aiosqlite:////var/lib/malmoi/words.db"),
        ("postgres://u:p@db.example.com:5433/words", "postgresql+asyncpg://u:p@db.example.com:5433/words"),
        ("postgresql://db/words?sslmode=require", "postgresql+asyncpg://db/words?ssl=require"),
        ("postgresql:///words?host=/run/postgresql", "postgresql+asyncpg:///words?host=%2Frun%2Fpostgresql"),
    ],
)
def test_an_address_is_read_as_hosts_and_people_write_it(written: str, understood: str) -> None:
    """Heroku says ``postgres://``, others ``postgresql://``; nothing at all is a file in the working directory."""
    settings = Settings.of({"DATABASE_URL": written})
    assert settings.url.render_as_string(hide_password=False) == understood


@pytest.mark.parametrize("written", ["words.sqlite3", "mysql://db/words", "sqlite://", "sqlite:///:memory:"])
def test_an_address_that_is_none_is_refused(written: str) -> None:
    """With the name of the variable to look at."""
    with pytest.raises(MalformedError) as refusal:
        Settings.of({"DATABASE_URL": written})
    assert refusal.value.field == "DATABASE_URL"


def test_the_connections_of_a_process_can_be_set() -> None:
    """In the address, and nothing of it reaches the server."""
    settings = Settings.of({"DATABASE_URL": "postgresql://db/words?connections=20"})
    assert (settings.connections, settings.url.query) == (20, {})
    with pytest.raises(MalformedError):
        Settings.of({"DATABASE_URL": "postgresql://db/words?connections=many"})


def test_several_keys_are_read_newest_first() -> None:
    """With or without spaces between them; one that could be guessed is refused."""
    assert Settings.of({"MALMOI_SECRET_KEY": f"{'b' * 32}, {'a' * 40},"}).keys == ("b" * 32, "a" * 40)
    assert Settings.of({}).keys == ()
    with pytest.raises(MalformedError):
        Settings.of({"MALMOI_SECRET_KEY": "hunter2"})


async def test_without_an_address_a_file_is_used() -> None:
    """Its name is that of the bot."""
    database = Settings.of({}).database()
    assert isinstance(database, SqliteDatabase)
    assert str(database.path) == "malmoi.sqlite3"
    await database.close()
