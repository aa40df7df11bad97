"""How does everything leave a database as text, and come into another? JSON Lines, complete, of and for either engine.

The first line names the schema. Each other line is one row, ``["table", {"column": value}]``, the tables in an order in
which they can be filled. It is read again only by the same version of the schema.
"""

from __future__ import annotations

import base64
import json
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import Date, DateTime, LargeBinary, func, insert, select

from adapters.sql.documents import json_of
from adapters.sql.tables import SCHEMA, Moment, metadata
from glossary.errors import MalformedError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import TextIO

    from sqlalchemy import Column, Table
    from sqlalchemy.ext.asyncio import AsyncConnection

    from adapters.sql.database import Database

PORTION = 1000
"""Rows that are written or read at a time, so that memory does not grow with the database."""


async def write_lines(database: Database, copy: Path) -> None:
    """Write everything, as it is at one moment; the file appears when it is complete."""
    unfinished = copy.with_name(f"{copy.name}.unfinished")
    async with database.reading() as connection:
        with unfinished.open("w", encoding="utf-8") as file:
            file.write(f"{json_of({'malmoi': SCHEMA})}\n")
            for table in metadata.sorted_tables:
                everything = select(table).order_by(*table.primary_key)
                rows = await connection.stream(everything, execution_options={"yield_per": PORTION})
                async for row in rows.mappings():
                    values = {column.name: _written(row[column.name]) for column in table.columns}
                    file.write(f"{json_of([table.name, values])}\n")
    unfinished.replace(copy)


async def read_lines(database: Database, copy: Path) -> None:
    """Read everything into a database that was migrated and is empty: all of it or nothing.

    Raises:
        MalformedError: The file is none of ours or of another version, or the database is not empty.
    """
    async with database.writing() as connection:
        await _check_empty(connection)
        with copy.open(encoding="utf-8") as file:
            if _parsed(file.readline()) != {"malmoi": SCHEMA}:
                raise MalformedError("another version", "file")
            for table, rows in _portions(file):
                await connection.execute(insert(table), rows)


async def _check_empty(connection: AsyncConnection) -> None:
    for table in metadata.sorted_tables:
        if (await connection.execute(select(func.count()).select_from(table))).scalar_one():
            raise MalformedError("not empty", table.name)


def _portions(file: TextIO) -> Iterator[tuple[Table, list[dict[str, Any]]]]:
    """Gather rows of one table that follow each other.

    Raises:
        MalformedError: A line is no row of ours.
    """
    rows: list[dict[str, Any]] = []
    gathered: Table | None = None
    for line in file:
        table, row = _row_of(line)
        if gathered is not None and (table is not gathered or len(rows) >= PORTION):
            yield gathered, rows
            rows = []
        gathered = table
        rows.append(row)
    if gathered is not None:
        yield gathered, rows


def _row_of(line: str) -> tuple[Table, dict[str, Any]]:
    match _parsed(line):
        case [str(name), dict(values)] if name in metadata.tables:
            table = metadata.tables[name]
            if values.keys() == set(table.columns.keys()):
                return table, {column.name: value_of(column, values[column.name]) for column in table.columns}
    raise MalformedError("not a row", "file")


def _parsed(line: str) -> object:
    try:
        return json.loads(line)
    except ValueError as error:
        raise MalformedError("not JSON", "file") from error


def _written(value: object) -> object:
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    return value.isoformat() if isinstance(value, date) else value  # a datetime is a date


def value_of(column: Column[Any], value: Any) -> Any:  # noqa: ANN401 — whatever a column holds
    """Read what a line says of a column."""
    if value is None:
        return None
    if isinstance(column.type, LargeBinary):
        return base64.b64decode(value)
    if isinstance(column.type, Moment | DateTime):
        return datetime.fromisoformat(value)
    return date.fromisoformat(value) if isinstance(column.type, Date) else value
