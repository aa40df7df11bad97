"""How long does a large import take, and how much memory? 100 000 concepts as CSV and JSON Lines, read and planned."""

from __future__ import annotations

import resource
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from typing import TYPE_CHECKING

from glossary.concept import Concept, Definition, Label, LabelKind, LanguageTag
from glossary.formats.choosing import format_named, read, written
from glossary.formats.mentions import derived_id
from glossary.formats.reading import Taken
from glossary.merging import Added, plan

if TYPE_CHECKING:
    from collections.abc import Iterator

COUNT = 100_000
_EN, _KO = LanguageTag("en"), LanguageTag("ko")


def concepts(count: int) -> Iterator[Concept]:
    """Make concepts of the usual size: three names, two definitions, two tags."""
    for number in range(count):
        name = f"release train {number}"
        yield Concept(
            derived_id(name, ""),
            (
                Label(name, _EN, LabelKind.HEADWORD),
                Label(f"배포 열차 {number}", _KO, LabelKind.HEADWORD),
                Label(f"RT{number}", _EN, LabelKind.ABBREVIATION),
            ),
            (
                Definition(f"A fixed date on which whatever is ready ships, number {number}. " * 3, _EN),
                Definition(f"준비된 것은 무엇이든 내보내기로 정해 둔 날이며 {number}번째이다. " * 3, _KO),
            ),
            tags=("release", "planning"),
        )


def main(name: str) -> None:
    """Measure one format; in a process of its own, because memory is only ever taken."""
    form = format_named(name)
    if form is None:
        raise SystemExit(f"no format is called {name}")
    pieces = list(written(form, concepts(COUNT)))
    size = sum(map(len, pieces))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    begin = time.perf_counter()
    taken = [item.concept for item in read(form, pieces, "x") if isinstance(item, Taken)]
    middle = time.perf_counter()
    outcomes = plan((), taken)
    end = time.perf_counter()
    if sum(isinstance(outcome, Added) for outcome in outcomes) != COUNT:
        raise SystemExit("not everything would be added")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(
        f"{form.title}: {COUNT} concepts, {size // 1_000_000} MB; read in {middle - begin:.1f} s, planned in "
        f"{end - middle:.1f} s; peak {peak} MB, of which {before} MB for the file and its making"
    )


if __name__ == "__main__":
    if len(sys.argv) > 1:
        main(sys.argv[1])
    else:
        import subprocess

        for each in ("csv", "jsonl"):
            subprocess.run([sys.executable, __file__, each], check=True)  # noqa: S603 — this very file
