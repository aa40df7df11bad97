"""Text ↔ concepts, one module a format. Every reader gives a ``Harvest``; every writer gives text."""
