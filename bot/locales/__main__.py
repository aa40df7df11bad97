"""Bring every ``.po`` up to date with the sentences in the code, and print what waits for a translation."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from bot.locales.checking import faults, missing, sentences_of

if TYPE_CHECKING:
    from collections.abc import Iterator

KEYWORDS = {"spans": None, "text": None, "count": (1, 2), "word": ((1, "c"), 2)}
HERE = Path(__file__).parent
ROOT = HERE.parent.parent
WIDTH = 120
HEADER = """\
msgid ""
msgstr ""
"Project-Id-Version: malmoi\\n"
"Language: {language}\\n"
"Plural-Forms: {plurals};\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""


def update(locales: Path) -> Iterator[str]:
    """Merge the sentences of the code into each language, and tell what is missing; those that are gone are dropped."""
    template = collected()
    for path in sorted(locales.glob("*/LC_MESSAGES/malmoi.po")):
        path.write_text(merged(path.read_text(encoding="utf-8"), template), encoding="utf-8")
        with path.open("rb") as file:
            yield from _told(path.parts[-3], read_po(file))


def _told(language: str, catalog: Catalog) -> Iterator[str]:
    """Say what a translation lacks, and what is wrong with it."""
    waiting, wrong = missing(catalog), faults(catalog)
    yield f"{language}: {len(waiting)} of {len(list(sentences_of(catalog)))} sentences wait, {len(wrong)} are wrong"
    yield from (f"  - {sentence}" for sentence in waiting)
    yield from (f"  ! {fault.sentence}: {fault.what}" for fault in wrong)


def merged(po: str, template: Catalog) -> str:
    """Give the text of a ``.po`` with exactly the sentences of the template, sorted, and a header without dates."""
    catalog = read_po(io.BytesIO(po.encode()))
    catalog.update(template, no_fuzzy_matching=True)
    catalog.obsolete.clear()
    written = io.BytesIO()
    write_po(written, catalog, width=WIDTH, sort_output=True, no_location=True, omit_header=True)
    header = HEADER.format(language=catalog.locale_identifier, plurals=catalog.plural_forms.rstrip(";"))
    return header + written.getvalue().decode().lstrip("\n")


def collected() -> Catalog:
    """Collect every sentence in the code of the bot and the adapters."""
    template = Catalog()
    for floor in ("adapters", "bot"):
        found = extract_from_dir(str(ROOT / floor), method_map=[("**.py", "python")], keywords=KEYWORDS)
        for _, _, message, _, context in found:
            template.add(message, context=context)
    return template


if __name__ == "__main__":
    for line in update(HERE):
        sys.stdout.write(f"{line}\n")
