"""How fast are names found, beside what other bots do? ``python -m bench.matching [--sizes 2000 …] [--words FILE…]``.

Titles are drawn from real word lists: files with a word a line, or those of two packages that bring some (``pip install
symspellpy python-mecab-ko-dic``). The questions are mixed as people ask: as it is written, within a sentence, with a
slip, on the other keyboard, in part, and for what is not there. Everything runs on one core, each size in a process of
its own, so that its peak of memory is its own too.
"""

from __future__ import annotations

import argparse
import difflib
import gc
import os
import random
import resource
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from glossary.catalogue import Catalogue
from glossary.concept import Concept, ConceptId, Label, LabelKind, LanguageTag
from glossary.hangul import has_hangul, initials_of, other_keyboard
from glossary.lookup import Query, resolve

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

QUICK_SIZES = (2_000, 20_000, 200_000)
QUESTIONS = 2_000
ROUNDS = 2
SCANNED = 12
"""Questions put to those who look at every name, which takes them long."""
SLOWEST_SCAN = 200_000
NAMES_A_CONCEPT = 2
KOREAN_SHARE = 0.4
SEED = 20_000


def words_of(paths: Sequence[Path]) -> tuple[list[str], list[str]]:
    """Read the words, Latin and Korean, each once and in a fixed order."""
    if paths:
        found = {word.strip() for path in paths for word in path.read_text("utf-8").splitlines()}
    else:
        from bench.words import english, korean  # noqa: PLC0415 - needs packages that --words does without

        found = {*english(), *(word for word in korean() if not word.endswith("다"))}
    words = sorted(word for word in found if len(word) > 1)
    return [word for word in words if word.isascii()], [word for word in words if has_hangul(word)]


def titles_of(latin: Sequence[str], korean: Sequence[str], number: int, draw: random.Random) -> list[str]:
    """Draw names of one to three words, no two the same; frequent words come up more often, as in real names."""
    titles: dict[str, None] = {}
    while len(titles) < number:
        words = korean if draw.random() < KOREAN_SHARE else latin
        chosen = [words[int(len(words) * draw.random() ** 2)] for _ in range(draw.choices((1, 2, 3), (3, 5, 2))[0])]
        titles[" ".join(chosen)] = None
    return list(titles)


def concepts_of(titles: Sequence[str]) -> list[Concept]:
    """Give each concept two names."""
    return [
        Concept(
            ConceptId(f"c{place:x}"),
            tuple(
                Label(title, LanguageTag("ko" if has_hangul(title) else "en"), kind)
                for title, kind in zip(
                    titles[place : place + NAMES_A_CONCEPT], (LabelKind.HEADWORD, LabelKind.SYNONYM), strict=False
                )
            ),
        )
        for place in range(0, len(titles), NAMES_A_CONCEPT)
    ]


def slipped(text: str, draw: random.Random) -> str:
    """Make one slip."""
    place = draw.randrange(len(text))
    letter = draw.choice(text)
    return draw.choice(
        (
            text[:place] + text[place + 1 :] or letter,
            text[:place] + letter + text[place:],
            text[:place] + letter + text[place + 1 :],
        )
    )


def _asked(text: str, draw: random.Random) -> str:
    forms = (
        ("{}이 뭐야?", "{} 뜻", "{}란?", "{}에서는")
        if has_hangul(text)
        else ("what is {}?", "define {} please", "{} meaning", "what does {} mean?")
    )
    return draw.choice(forms).format(text)


def questions_of(titles: Sequence[str], strangers: Sequence[str], number: int, draw: random.Random) -> list[str]:
    """Ask as people do, in the proportions of the measure's development set."""
    kinds: tuple[tuple[int, Callable[[str], str]], ...] = (
        (20, lambda text: text.upper()),
        (8, lambda text: text.replace(" ", "-")),
        (11, lambda text: _asked(text, draw)),
        (22, lambda text: slipped(text, draw)),
        (5, lambda text: slipped(slipped(slipped(text, draw), draw), draw)),
        (5, lambda text: _asked(slipped(text, draw), draw)),
        (5, lambda text: next(iter(other_keyboard(text)), text)),
        (8, lambda text: text.split()[-1] if " " in text else text[: len(text) // 2 + 1]),
        (2, lambda text: " ".join(reversed(text.split()))),
        (2, initials_of),
    )
    known = [
        draw.choices([make for _, make in kinds], [share for share, _ in kinds])[0](draw.choice(titles))
        for _ in range(number * 3 // 4)
    ]
    unknown = [
        draw.choice((str, lambda text: _asked(text, draw)))(draw.choice(strangers)) for _ in range(number - len(known))
    ]
    questions = known + unknown
    draw.shuffle(questions)
    return questions


@dataclass(frozen=True)
class Times:
    """How long answers took, in milliseconds."""

    sorted_ms: list[float]

    def at(self, percent: float) -> float:
        """Give a percentile."""
        return self.sorted_ms[min(len(self.sorted_ms) - 1, int(len(self.sorted_ms) * percent / 100))]

    def __str__(self) -> str:
        return f"{self.at(50):9.3f} {self.at(99):9.3f}"


def timed(answer: Callable[[str], object], questions: Sequence[str]) -> Times:
    """Time every question by itself."""
    found = []
    for question in questions:
        start = time.perf_counter()
        answer(question)
        found.append((time.perf_counter() - start) * 1000)
    return Times(sorted(found))


def peak_megabytes() -> float:
    """Tell the most memory this process ever had."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure(size: int, latin: Sequence[str], korean: Sequence[str], *, scans: bool) -> None:
    """Measure one size, and print a line for each way of finding."""
    draw = random.Random(SEED + size)
    titles = titles_of(latin, korean, size * 5 // 4, draw)
    strangers = titles[size:]
    titles = titles[:size]
    questions = questions_of(titles, strangers, QUESTIONS, draw)
    concepts = concepts_of(titles)
    gc.collect()
    start = time.perf_counter()
    catalogue = Catalogue(concepts)
    catalogue.knows("")
    built = time.perf_counter() - start
    timed(lambda text: resolve(Query(text), catalogue), questions[:100])
    ours = timed(lambda text: resolve(Query(text), catalogue), questions)
    print(f"{size:>9,}  malmoi                   {ours}   build {built:6.2f} s   peak {peak_megabytes():6.0f} MB")
    prefixes = [question[: 1 + len(question) // 2] for question in questions]
    if hasattr(catalogue, "complete"):
        print(f"{size:>9,}  malmoi, type-ahead       {timed(lambda text: catalogue.complete(text, None, 5), prefixes)}")
    change = timed(
        lambda text: (catalogue.put(concepts_of([text, text + "s"])[0]), resolve(Query(text), catalogue)),
        strangers[:50],
    )
    print(f"{size:>9,}  malmoi, change and look  {change}")
    if scans and size <= SLOWEST_SCAN:
        some = draw.sample(questions, SCANNED)
        peers: tuple[tuple[str, Callable[[str], object]], ...] = (
            ("rapidfuzz WRatio", lambda text: process.extract(text, titles, scorer=fuzz.WRatio, limit=5)),
            ("rapidfuzz OSA", lambda text: process.extract(text, titles, scorer=OSA.normalized_similarity, limit=5)),
            ("difflib", lambda text: difflib.get_close_matches(text, titles, n=5, cutoff=0.6)),
        )
        for name, answer in peers:
            times = timed(answer, some if name != "difflib" else some[: SCANNED // 4])
            print(f"{size:>9,}  {name:24} {times}   {times.at(50) / ours.at(50):8.0f} × the median above")


def main() -> None:
    """Measure the sizes asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=QUICK_SIZES)
    parser.add_argument("--words", type=Path, nargs="*", default=())
    parser.add_argument("--no-scans", action="store_true")
    given = parser.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    latin, korean = words_of(given.words)
    print("    names                                p50 ms    p99 ms")
    for size in given.sizes:
        measure(size, latin, korean, scans=not given.no_scans)


if __name__ == "__main__":
    main()
