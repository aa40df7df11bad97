"""How long does full-text search take? Ours beside a plain scan and SQLite's trigram index, in one run.

Run with ``python bench/searching.py``. The glossary is drawn from a seeded generator: 10 000 concepts, half English,
half Korean, each with a definition of about 500 characters whose words are as unevenly frequent as in real prose.
"""

from __future__ import annotations

import random
import sqlite3
import statistics
import time
import tracemalloc
from typing import TYPE_CHECKING

from glossary.concept import Concept, ConceptId, Definition, Label, LabelKind, LanguageTag
from glossary.search_index import SearchIndex
from glossary.searching import search

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

CONCEPTS = 10_000
DEFINITION_LENGTH = 500
VOCABULARY = 20_000
ROUNDS = 30
PARTICLES = ("은", "는", "이", "가", "을", "를", "에서", "의", "로", "")
LATIN = ("con", "de", "ra", "ser", "mo", "del", "pro", "ti", "fra", "lo", "ge", "ne", "tion", "er", "ing", "s", "us")


def english_word(source: random.Random) -> str:
    """Make a word of two to four syllables."""
    return "".join(source.choices(LATIN, k=source.randint(2, 4)))


def korean_word(source: random.Random) -> str:
    """Make a word of two to four syllables, out of some 600 that are in use."""
    return "".join(chr(0xAC00 + source.randrange(600) * 18) for _ in range(source.randint(2, 4)))


def prose(source: random.Random, words: Sequence[str], weights: Sequence[float], endings: Sequence[str]) -> str:
    """Write a definition; the words are as frequent as their weights."""
    drawn = source.choices(words, cum_weights=weights, k=DEFINITION_LENGTH // 4)
    return " ".join(f"{word}{source.choice(endings)}" for word in drawn)[:DEFINITION_LENGTH]


def glossary(source: random.Random) -> tuple[list[Concept], dict[str, list[str]]]:
    """Draw the concepts, and the vocabularies, the most frequent words first."""
    vocabularies = {
        "en": list(dict.fromkeys(english_word(source) for _ in range(VOCABULARY))),
        "ko": list(dict.fromkeys(korean_word(source) for _ in range(VOCABULARY))),
    }
    weights: dict[str, list[float]] = {}
    for language, words in vocabularies.items():
        total = 0.0
        weights[language] = [total := total + 1 / rank for rank in range(1, len(words) + 1)]
    concepts = []
    for number in range(CONCEPTS):
        language = "en" if number % 2 else "ko"
        words = vocabularies[language]
        name = " ".join(source.choices(words, k=2))
        text = prose(source, words, weights[language], ("",) if number % 2 else PARTICLES)
        tag = LanguageTag(language)
        labels = (Label(name, tag, LabelKind.HEADWORD),)
        concepts.append(Concept(ConceptId(str(number)), labels, (Definition(text, tag),)))
    return concepts, vocabularies


def queries(vocabularies: dict[str, list[str]]) -> dict[str, str]:
    """Choose what to ask: frequent, ordinary and rare words, beginnings, several words, and nothing that is there."""
    english, korean = vocabularies["en"], vocabularies["ko"]
    return {
        "most frequent word": english[0],
        "ordinary word": english[300],
        "rare word": english[9_000],
        "beginning, 3 letters": "con",
        "two words": f"{english[5]} {english[40]}",
        "eight words": " ".join(english[3:11]),
        "가장 잦은 낱말": korean[0],
        "낱말과 조사": f"{korean[300]}에서는",
        "두 음절": korean[200][:2],
        "두 낱말": f"{korean[5]}을 {korean[40]}",
        "not there": "qqqqq",
    }


def measured(action: Callable[[], object]) -> tuple[float, float]:
    """Time an action on the processor: its median and its worst, in milliseconds."""
    times = []
    for _ in range(ROUNDS):
        start = time.process_time()
        action()
        times.append((time.process_time() - start) * 1000)
    return statistics.median(times), max(times)


def scan(words: str, texts: Sequence[str]) -> list[int]:
    """Look for every word in every text, which must be folded already."""
    wanted = words.casefold().split()
    return [row for row, text in enumerate(texts) if all(word in text for word in wanted)][:20]


def trigrams(texts: Sequence[str]) -> sqlite3.Connection:
    """Put the texts into SQLite's trigram index."""
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE texts USING fts5(text, tokenize = 'trigram')")
    database.executemany("INSERT INTO texts VALUES (?)", ((text,) for text in texts))
    return database


def ask(database: sqlite3.Connection, words: str) -> list[tuple[int]]:
    """Ask SQLite, best first, with the place marked as ours is."""
    phrase = " ".join(f'"{word}"' for word in words.split())
    sql = "SELECT rowid, snippet(texts, 0, '[', ']', '…', 64) FROM texts WHERE texts MATCH ? ORDER BY rank LIMIT 20"
    return database.execute(sql, (phrase,)).fetchall()


def memory(concepts: Sequence[Concept]) -> float:
    """Tell what an index holds beyond its concepts, in MB."""
    tracemalloc.start()
    index = SearchIndex(concepts)
    search("con", index)
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return held / 2**20


def main() -> None:
    """Build all three, and time them on the same queries."""
    concepts, vocabularies = glossary(random.Random(20))
    texts = [f"{one.labels[0].text} {one.definitions[0].text}".casefold() for one in concepts]
    start = time.process_time()
    index = SearchIndex(concepts)
    built = time.process_time() - start
    print(f"ours: {built:.1f} s to build, {memory(concepts):.0f} MB for {len(index):,} concepts", end="; ")
    renewed = Concept(ConceptId("1"), concepts[1].labels, concepts[2].definitions)
    search("con", index)
    both = iter((renewed, concepts[1]) * ROUNDS)
    print("put {:.2f} ms (worst {:.2f})".format(*measured(lambda: index.put(next(both)))))
    start = time.process_time()
    database = trigrams(texts)
    print(f"trigram index of SQLite {sqlite3.sqlite_version}: {time.process_time() - start:.1f} s to build\n")
    print(f"{'median (worst) ms; found':28}{'ours':>24}{'scan with in':>24}{'SQLite trigram':>24}")
    for name, words in queries(vocabularies).items():
        rows = (lambda: search(words, index), lambda: scan(words, texts), lambda: ask(database, words))  # noqa: B023 — called at once
        cells = ("{:.2f} ({:.2f}); {:>2}".format(*measured(row), len(row())) for row in rows)
        print(f"{name:28}" + "".join(f"{cell:>24}" for cell in cells))


if __name__ == "__main__":
    main()
