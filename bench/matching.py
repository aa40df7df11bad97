"""How fast are names found, beside what other bots do? ``python -m bench.matching [--sizes 2000 …] [--words FILE…]``.

Titles are drawn from real word lists: files with a word a line, or those of two packages that bring some (``pip install
symspellpy python-mecab-ko-dic``). The questions are mixed as people ask: as it is written, within a sentence, with a
slip, on the other keyboard, in part, and for what is not there. Everything runs on one core, each size in a process of
its own, so that its peak of memory is its own too. Times are the processor's, which other programs do not change.
"""

from __future__ import annotations

import argparse
import difflib
import gc
import multiprocessing
import os
import random
import resource
import tempfile
import time
from dataclasses import dataclass
from functools import partial
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
    from multiprocessing.context import SpawnContext

QUICK_SIZES = (2_000, 20_000, 200_000)
QUESTIONS = 2_000
CHANGES = 50
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
        start = time.process_time()
        answer(question)
        found.append((time.process_time() - start) * 1000)
    return Times(sorted(found))


def peak_megabytes() -> float:
    """Tell the most memory this process ever had."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def changed(catalogue: Catalogue, text: str) -> object:
    """Add a concept, and look it up."""
    catalogue.put(Concept(ConceptId("new"), (Label(text, LanguageTag("en"), LabelKind.HEADWORD),)))
    return resolve(Query(text), catalogue)


def measure(size: int, drawn: Path, *, scans: bool) -> None:
    """Measure one size, and print a line for each way of finding."""
    draw = random.Random(SEED + size)
    titles = drawn.read_text("utf-8").split("\n")
    titles, strangers = titles[:size], titles[size:]
    questions = questions_of(titles, strangers, QUESTIONS, draw)
    resolve(Query("what is a slipp 시작?"), Catalogue(concepts_of(["slip", "시작"])))  # tables that are made once
    catalogue = Catalogue(concepts_of(titles))
    gc.collect()
    before = peak_megabytes()
    start = time.process_time()
    catalogue.knows("")
    built = time.process_time() - start
    gc.freeze()
    resolve_ours = partial(_resolved, catalogue)
    timed(resolve_ours, questions[-200:])
    ours = timed(resolve_ours, questions)
    peak = peak_megabytes()
    print(f"{size:>9,}  malmoi                 {ours}   build {built:.2f} s, peak {peak:.0f} MB (titles: {before:.0f})")
    prefixes = [question[: 1 + len(question) // 2] for question in questions]
    print(f"{size:>9,}  malmoi, type-ahead     {timed(partial(_completed, catalogue), prefixes)}")
    print(f"{size:>9,}  malmoi, change and ask {timed(partial(changed, catalogue), strangers[:CHANGES])}")
    if scans and size <= SLOWEST_SCAN:
        some = draw.sample(questions, SCANNED)
        peers: tuple[tuple[str, Callable[[str], object]], ...] = (
            ("rapidfuzz WRatio", lambda text: process.extract(text, titles, scorer=fuzz.WRatio, limit=5)),
            ("rapidfuzz OSA", lambda text: process.extract(text, titles, scorer=OSA.normalized_similarity, limit=5)),
            ("difflib", lambda text: difflib.get_close_matches(text, titles, n=5, cutoff=0.6)),
        )
        for name, answer in peers:
            times = timed(answer, some if name != "difflib" else some[: SCANNED // 4])
            print(f"{size:>9,}  {name:22} {times}   {times.at(50) / ours.at(50):.0f} × the median above")


def _resolved(catalogue: Catalogue, text: str) -> object:
    return resolve(Query(text), catalogue)


def _completed(catalogue: Catalogue, text: str) -> object:
    return catalogue.complete(text, None, 5)


def main() -> None:
    """Measure the sizes asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=QUICK_SIZES)
    parser.add_argument("--words", type=Path, nargs="*", default=())
    parser.add_argument("--no-scans", action="store_true")
    given = parser.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    with tempfile.TemporaryDirectory() as directory:
        words = Path(directory) / "words.txt"
        processes = multiprocessing.get_context("spawn")
        print("    names                              p50 ms    p99 ms")
        for size in given.sizes:
            _in_a_process(processes, _draw, given.words, size, words)
            _in_a_process(processes, _measure, size, words, not given.no_scans)


def _draw(paths: Sequence[Path], size: int, drawn: Path) -> None:
    titles = titles_of(*words_of(paths), size * 5 // 4, random.Random(SEED + size))
    drawn.write_text("\n".join(titles), "utf-8")


def _measure(size: int, drawn: Path, scans: bool) -> None:  # noqa: FBT001 - a process is started with positions only
    measure(size, drawn, scans=scans)


def _in_a_process(context: SpawnContext, work: Callable[..., None], *arguments: object) -> None:
    """Do it in a process of its own, so that its memory is its own too."""
    process_of_its_own = context.Process(target=work, args=arguments)
    process_of_its_own.start()
    process_of_its_own.join()
    if process_of_its_own.exitcode:
        raise SystemExit(process_of_its_own.exitcode)


if __name__ == "__main__":
    main()
