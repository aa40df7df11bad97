"""What is kept about a person? Found through the columns that name accounts, in whichever table they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, select, update

from adapters.sql.tables import GOES, PERSONAL, metadata
from bot.requests import person_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sqlalchemy import Column, Table

    from adapters.sql.database import Database
    from bot.requests import AccountId


class SqlPeople:
    """Fulfils `bot.ports.PersonStore`."""

    _database: Database

    async def kept_about(self, account: AccountId) -> Mapping[str, Sequence[Mapping[str, object]]]:
        """Read every row that names an account or its person, by table; tables without one are left out."""
        found: dict[str, list[Mapping[str, object]]] = {}
        async with self._database.reading() as connection:
            for table, column in personal_columns():
                rows = (await connection.execute(select(table).where(column.in_(names_of(account))))).mappings().all()
                found.setdefault(table.name, []).extend(dict(row) for row in rows)
        return {table: rows for table, rows in found.items() if rows}

    async def forget(self, account: AccountId) -> None:
        """Remove the rows that are only about the person, and take the name out of the others."""
        names = names_of(account)
        async with self._database.writing(*names) as connection:
            for table, column in personal_columns():
                if column.info[PERSONAL] == GOES:
                    await connection.execute(delete(table).where(column.in_(names)))
                else:
                    await connection.execute(update(table).where(column.in_(names)).values({column.name: None}))


def names_of(account: AccountId) -> tuple[str, ...]:
    """List by which names something is kept about somebody: that of the account, and that of the person."""
    return tuple(dict.fromkeys((account, person_of(account))))


def personal_columns() -> Iterator[tuple[Table, Column[Any]]]:
    """Go through the columns that name accounts, with their tables."""
    for table in metadata.sorted_tables:
        for column in table.columns:
            if PERSONAL in column.info:
                yield table, column
