"""Learn glossary/weights.py from questions with known answers: ``python -m bench.learn DIRECTORY [--write]``.

The directory holds glossary.jsonl and queries.jsonl, as the measure of finding terms has them. The weights are fitted
on one half of the questions, so that the other can judge them; no concept is in both. Two logistic regressions: the
first learns how near a name is, from every candidate of every question; the second how sure the nearest one is, from
how it stands among the others. So that the second sees enough of what is not there, every question is asked again with
its answers taken out of the glossary.
"""

from __future__ import annotations

import argparse
import json
import zlib
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from glossary import candidates
from glossary.catalogue import Catalogue
from glossary.formats.measure import concepts_in
from glossary.readings import readings_of
from glossary.scoring import STANDING, Scored, ranked, standing, weighed
from glossary.similarity import FEATURES, Features, features_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from glossary.candidates import Candidate

TAKEN_OUT_WEIGHT = 0.3
"""How much a question counts whose answer was taken out."""
RIDGE = 1.0
STEPS = 40
CONVERGED = 1e-6
ONLY_SUGGESTED = "partial_ambiguous"
"""A category that should be suggested and not answered: several names hold what was typed."""
STAGES = (candidates.equal, candidates.near, candidates.alike)


@dataclass(frozen=True)
class Question:
    """A question, what may be answered (nothing: it is not in the glossary), and how much it counts."""

    query: str
    right: frozenset[str]
    hidden: frozenset[str]
    weight: float
    is_answered: bool = True
    """One of them may be the answer; otherwise they may be suggested only."""


def questions_of(path: Path, half: str) -> list[Question]:
    """Read the questions of one half, each with its answers and again without them."""
    found = []
    for line in path.read_text("utf-8").splitlines():
        record: dict[str, Any] = json.loads(line)
        right = frozenset(record["expected"] or ())
        if half_of(record) != half:
            continue
        found.append(Question(record["query"], right, frozenset(), 1.0, record["category"] != ONLY_SUGGESTED))
        if right:
            found.append(Question(record["query"], frozenset(), right, TAKEN_OUT_WEIGHT))
    return found


def half_of(record: dict[str, Any]) -> str:
    """Tell the half: all questions about one concept are in the same."""
    fact = min(record["expected"]) if record["expected"] else record["qid"]
    return "ab"[zlib.crc32(fact.encode()) & 1]


def considered(question: Question, catalogue: Catalogue) -> list[list[Candidate]]:
    """Search as a lookup does, to the end: the candidates of each stage."""
    readings = readings_of(question.query)
    stages = (
        [one for one in stage(readings, catalogue) if one.hit.concept.id not in question.hidden] for stage in STAGES
    )
    return list(stages)


def matrix_of(rows: Sequence[Features], names: Sequence[str]) -> NDArray[np.float64]:
    """Lay features out as a matrix, with a last column of ones."""
    column = {name: place for place, name in enumerate(names)}
    matrix = np.zeros((len(rows), len(names) + 1))
    matrix[:, -1] = 1
    for place, row in enumerate(rows):
        for name, value in row.items():
            matrix[place, column[name]] = value
    return matrix


def fitted(
    rows: Sequence[Features], names: Sequence[str], right: Sequence[bool], weights: Sequence[float]
) -> dict[str, float]:
    """Fit a logistic regression by Newton's method."""
    matrix, wanted, weight = matrix_of(rows, names), np.array(right, float), np.array(weights)
    ridge = np.full(matrix.shape[1], RIDGE)
    ridge[-1] = CONVERGED  # the last column is the bias, which needs no holding back
    solution = np.zeros(matrix.shape[1])
    for _ in range(STEPS):
        likely = 1 / (1 + np.exp(-np.clip(matrix @ solution, -30, 30)))
        slope = matrix.T @ (weight * (likely - wanted)) + ridge * solution
        bend = (matrix.T * (weight * likely * (1 - likely))) @ matrix + np.diag(ridge)
        step = np.linalg.solve(bend, slope)
        solution -= step
        if np.abs(step).max() < CONVERGED:
            break
    learned = dict(zip([*names, "bias"], solution.tolist(), strict=True))
    used = {name for row in rows for name in row} | {"bias"}
    return {name: value if name in used else 0.0 for name, value in learned.items()}


Described = list[list[tuple["Candidate", Features]]]
"""The candidates of each stage, with what speaks for them."""


def described(question: Question, catalogue: Catalogue) -> Described:
    """Search as a lookup does, to the end."""
    return [[(one, features_of(one, catalogue.knows)) for one in stage] for stage in considered(question, catalogue)]


def nearness_learned(asked: Sequence[tuple[Question, Described]]) -> dict[str, float]:
    """Learn how near a name is, from every candidate of every question."""
    every = [(question, *one) for question, stages in asked for one in chain.from_iterable(stages)]
    return fitted(
        [features for _, _, features in every],
        list(FEATURES),
        [candidate.hit.concept.id in question.right for question, candidate, _ in every],
        [question.weight for question, _, _ in every],
    )


def ranking_of(stages: Described, nearness: Mapping[str, float]) -> tuple[Scored, ...]:
    """Rank as a lookup does, by these weights."""
    return ranked(Scored(one, features, weighed(features, nearness)) for one, features in chain.from_iterable(stages))


def sureness_learned(asked: Sequence[tuple[Question, Described]], nearness: Mapping[str, float]) -> dict[str, float]:
    """Learn how sure the nearest name is."""
    rankings = [(question, ranking) for question, stages in asked if (ranking := ranking_of(stages, nearness))]
    return fitted(
        [standing(ranking) for _, ranking in rankings],
        [*FEATURES, *STANDING],
        [
            question.is_answered and ranking[0].candidate.hit.concept.id in question.right
            for question, ranking in rankings
        ],
        [question.weight for question, _ in rankings],
    )


def written(nearness: dict[str, float], sureness: dict[str, float]) -> str:
    """Write the tables as a module."""
    lines = [
        '"""How much does each feature count? Learned by bench/learn.py, read by scoring; never edited by hand.',
        "",
        "Log odds per unit of the feature: above 0 it speaks for the match, below 0 against it.",
        '"""',
        "",
        "from typing import Final",
        "",
    ]
    for title, name, table in (
        ("Is this name what was meant, seen by itself? It orders the names.", "NEARNESS", nearness),
        ("Is the nearest name what was meant? It decides whether to answer.", "SURENESS", sureness),
    ):
        lines.append(f"{name}: Final = {{")
        meanings = {**FEATURES, **STANDING, "bias": "where nothing speaks for or against"}
        lines += [f'    "{key}": {value:.3f},  # {meanings[key]}' for key, value in table.items()]
        lines += ["}", f'"""{title}"""', ""]
    return "\n".join(lines)


def main() -> None:
    """Learn, and write the weights or print them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("directory", type=Path)
    parser.add_argument("--half", default="a", choices=("a", "b"))
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    with (given.directory / "glossary.jsonl").open(encoding="utf-8") as lines:
        catalogue = Catalogue(concepts_in(lines))
    questions = questions_of(given.directory / "queries.jsonl", given.half)
    asked = [(question, described(question, catalogue)) for question in questions]
    nearness = nearness_learned(asked)
    text = written(nearness, sureness_learned(asked, nearness))
    if given.write:
        (Path(__file__).parent.parent / "glossary" / "weights.py").write_text(text, "utf-8")
    else:
        print(text)


if __name__ == "__main__":
    main()
