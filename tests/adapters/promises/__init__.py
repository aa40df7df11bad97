"""What every store promises, run against each of them: in memory, SQLite and PostgreSQL."""
