"""Keeps everything in a SQL database: SQLite beside the bot, or PostgreSQL when a team outgrows one machine.

`store.SqlStore` fulfils every port; what differs between the engines stands in `sqlite` and `postgres` alone.
"""
