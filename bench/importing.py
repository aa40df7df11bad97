"""How long does a large import take, and how much memory? 100 000 concepts, read, compared and stored.

Each format runs as a process of its own, as people run it, into a new SQLite file. The peer is what a script without a
glossary would do: the module csv, and rows into one table in one transaction; nothing is checked, found again or kept
as history.
"""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from typing import TYPE_CHECKING, NamedTuple

from glossary.concept import Concept, Definition, Label, LabelKind, LanguageTag
from glossary.formats.choosing import format_named, written
from glossary.formats.mentions import derived_id

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent
COUNT = 100_000
_EN, _KO = LanguageTag("en"), LanguageTag("ko")
_MALMOI = "from adapters.cli import main; main()"
_PEER = """
import csv, sqlite3, sys
table = sqlite3.connect(sys.argv[2])
with open(sys.argv[1], encoding="utf-8-sig", newline="") as file:
    rows = csv.reader(file)
    head = next(rows)
    table.execute("CREATE TABLE terms (" + ", ".join(f"c{number}" for number, _ in enumerate(head)) + ")")
    table.executemany("INSERT INTO terms VALUES (" + ", ".join("?" * len(head)) + ")", rows)
table.commit()
"""


class Cost(NamedTuple):
    """What a process took."""

    seconds: float
    processor: float
    """Seconds of all its threads, which other work on the machine does not lengthen."""
    megabytes: float
    """The most memory that it held at a time."""


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


def cost_of(*command: str, **environ: str) -> Cost:
    """Run a command to its end, and tell what it took."""
    begin = time.perf_counter()
    process = subprocess.Popen(  # noqa: S603 — our own programs
        command, env={**os.environ, "PYTHONPATH": str(ROOT), **environ}, stdout=subprocess.DEVNULL
    )
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{command[0]} ended with {process.returncode}")
    return Cost(time.perf_counter() - begin, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def held_in(database: Path, question: str) -> int:
    """Count rows."""
    connection = sqlite3.connect(database)
    (count,) = connection.execute(question).fetchone()
    connection.close()
    return int(count)


def main(count: int, folder: Path) -> None:
    """Measure the peer, and an import in each format."""
    files: dict[str, Path] = {}
    for name in ("csv", "jsonl"):
        form = format_named(name)
        if form is None:
            raise SystemExit(f"no format is called {name}")
        files[name] = folder / f"terms.{name}"
        with files[name].open("wb") as file:
            file.writelines(written(form, concepts(count)))
    table = folder / "peer.sqlite3"
    peer = cost_of(sys.executable, "-c", _PEER, str(files["csv"]), str(table))
    if held_in(table, "SELECT count(*) FROM terms") != count:
        raise SystemExit("the peer did not keep everything")
    print(f"{count} concepts, as three names and two definitions each, into SQLite")
    size = files["csv"].stat().st_size / 1e6
    print(f"  {'csv and executemany':<22} {size:5.0f} MB   {peer.seconds:6.1f} s, processor {peer.processor:5.1f} s")
    for name, path in files.items():
        database = folder / f"{name}.sqlite3"
        command = (sys.executable, "-c", _MALMOI, "import", "--no-starter", str(path))
        cost = cost_of(*command, DATABASE_URL=f"sqlite:///{database}")
        revisions = held_in(database, "SELECT count(DISTINCT revision) FROM history")
        if held_in(database, "SELECT count(*) FROM concepts") != count or revisions != 1:
            raise SystemExit("not everything was kept, or not as one change")
        print(_line(f"malmoi import, {name}", path, cost, peer))


def _line(what: str, path: Path, cost: Cost, peer: Cost) -> str:
    return (
        f"  {what:<22} {path.stat().st_size / 1e6:5.0f} MB   {cost.seconds:6.1f} s (target 60), processor "
        f"{cost.processor:5.1f} s = {cost.processor / peer.processor:4.1f} × the peer, "
        f"peak {cost.megabytes:4.0f} MB (target 500)"
    )


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else COUNT, Path(place))
