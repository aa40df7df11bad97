"""What each format keeps, as a table in ``docs/formats.md``; ``python -m`` and the name of this module writes it."""

from __future__ import annotations

from pathlib import Path

from glossary.formats.choosing import FOLDER_KEEPS, FORMATS, Field

PAGE = Path(__file__).parents[3] / "docs" / "formats.md"
BEGIN, END = "<!-- The table is written by a test. -->\n", "<!-- The end of the table. -->\n"


def table() -> str:
    """Write the table: a row for each field, a column for each format."""
    columns = [(form.title, form.keeps) for form in FORMATS] + [("Hugo folder", FOLDER_KEEPS)]
    head = ["", *(title for title, _ in columns)]
    rows = [[field.value, *("✓" if field in keeps else "–" for _, keeps in columns)] for field in Field]
    return "".join(f"| {' | '.join(row)} |\n" for row in (head, ["---"] * len(head), *rows))


def page_with_table(text: str) -> str:
    """Put the table into the page."""
    before, _, rest = text.partition(BEGIN)
    return before + BEGIN + "\n" + table() + "\n" + END + rest.partition(END)[2]


if __name__ == "__main__":
    PAGE.write_text(page_with_table(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
