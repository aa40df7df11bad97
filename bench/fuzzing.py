"""Do the readers bear anything? Damages the golden files for some minutes: ``python bench/fuzzing.py MINUTES [SEED]``.

The tests do the same for seconds. The first file that makes a reader stumble is kept, and its name is printed.
"""

from __future__ import annotations

import random
import sys
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from glossary.formats.choosing import FORMATS
from tests.glossary.formats.fuzzing import bear, bear_page, mutated, pages, seeds_of

KEPT = Path("fuzzing-found")


def main(minutes: float = 0.2, seed: int = 1) -> int:
    """Fuzz every reader in turn; the exit code says whether one stumbled."""
    generator = random.Random(seed)
    rounds, findings, concepts = Counter[str](), Counter[str](), 0
    readers = [(form.name, seeds_of(form), lambda data, form=form: bear(form, data)) for form in FORMATS]
    readers.append(("folder", pages(), bear_page))
    end = time.monotonic() + 60 * minutes
    while time.monotonic() < end:
        for name, seeds, read in readers:
            data = mutated(generator.choice(seeds or [b"## A\n- Tags: x\n\na\n\n## B or C\n```\nb\n```\n"]), generator)
            try:
                found = read(data)
            except Exception as error:  # noqa: BLE001 — whatever it is, it is what is looked for
                KEPT.write_bytes(data)
                print(f"{name}: {error!r}\nThe file is kept as {KEPT}.")
                return 1
            rounds[name] += 1
            concepts += len(found.concepts)
            findings.update(finding.rule for finding in found.findings)
    print(f"{sum(rounds.values())} files in {minutes} minutes, {concepts} concepts; {dict(rounds)}")
    print("\n".join(f"{count:>9} {rule}" for rule, count in findings.most_common()))
    return 0


if __name__ == "__main__":
    sys.exit(main(*map(float, sys.argv[1:2]), *map(int, sys.argv[2:3])))
