"""The tables: what belongs to a glossary can be divided by glossaries, and the first version makes just these."""

from __future__ import annotations

import pytest
from sqlalchemy import Table, UniqueConstraint

from adapters.sql.tables import metadata

KEPT_BY_ALL = {"workspaces", "leases", "lanes", "events", "month_keys", "secrets"}
OF_THE_INSTALLATION = {*KEPT_BY_ALL, "roles", "preferences", "known"}
TABLES = [pytest.param(table, id=table.name) for table in metadata.sorted_tables]


@pytest.mark.parametrize("table", TABLES)
def test_what_belongs_to_a_glossary_is_keyed_by_it_first(table: Table) -> None:
    """So PostgreSQL can partition the table by it, and Citus distribute it: both want it in all that is unique."""
    if table.name in OF_THE_INSTALLATION:
        assert "glossary" not in table.columns
        return
    unique = [constraint.columns for constraint in table.constraints if isinstance(constraint, UniqueConstraint)]
    unique += [index.columns for index in table.indexes if index.unique]
    for columns in (table.primary_key.columns, *unique):
        assert next(iter(columns)).name == "glossary"
    for constraint in table.foreign_key_constraints:
        assert constraint.column_keys[0] == "glossary"
