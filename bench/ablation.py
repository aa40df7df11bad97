"""What does each part of finding buy? ``python -m bench.ablation DIRECTORY``: F1 without it, learned anew.

The directory holds what ``bench/learn.py`` learns from; learned on one half of the questions, judged on the other. Each
line leaves one part out: of the readings, of the ways of searching, or of the features.
"""

from __future__ import annotations

import argparse
import math
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from bench.learn import Described, Question, described, nearness_learned, questions_of, ranking_of, sureness_learned
from glossary.catalogue import Catalogue
from glossary.formats.measure import concepts_in
from glossary.forms import Form
from glossary.lookup import SURE_ENOUGH_TO_ANSWER
from glossary.readings import Means
from glossary.scoring import standing, weighed
from glossary.similarity import FEATURES
from glossary.slips import KINDS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from glossary.candidates import Candidate
    from glossary.scoring import Scored

WORDS = frozenset(
    name
    for name in FEATURES
    if name.startswith(("words_", "name_left", "all_", "several_", "clean_", "reorder", "disorder"))
)


@dataclass(frozen=True)
class Part:
    """A part of the engine that can be left out."""

    name: str
    means: frozenset[Means] = frozenset()
    forms: frozenset[Form] = frozenset()
    features: frozenset[str] = field(default_factory=frozenset)
    is_near: bool = False
    """The one-slip neighbourhood and the triples, or either."""
    is_alike: bool = False

    def leaves(self, candidate: Candidate) -> bool:
        """Tell whether a candidate is still found."""
        return not (self.means & candidate.reading.means or candidate.hit.form in self.forms)

    def without(self, stages: Described) -> Described:
        """Leave the part out of what was found."""
        kept = [
            [
                (one, {name: value for name, value in features.items() if name not in self.features})
                for one, features in stage
                if self.leaves(one)
            ]
            for stage in stages
        ]
        return [
            stage for stage, left_out in zip(kept, (False, self.is_near, self.is_alike), strict=True) if not left_out
        ]


PARTS = (
    Part("nothing left out"),
    Part("unwrapping questions", means=frozenset({Means.ASKED})),
    Part("particles", means=frozenset({Means.STEM})),
    Part("the other keyboard", means=frozenset({Means.KEYBOARD})),
    Part("sounds", forms=frozenset({Form.SOUND})),
    Part("Latin spelling of other scripts", forms=frozenset({Form.ROMANIZED})),
    Part("initial consonants", forms=frozenset({Form.INITIALS})),
    Part("acronyms and numeronyms", forms=frozenset({Form.ACRONYM, Form.NUMERONYM})),
    Part("the one-slip neighbourhood", is_near=True),
    Part("letter triples", is_alike=True),
    Part("both", is_near=True, is_alike=True),
    Part("the list of ordinary words", features=frozenset({"ordinary", "ordinary_derived", "ordinary_among"})),
    Part("words of the glossary itself", features=frozenset({"known"})),
    Part("kinds of slips", features=KINDS),
    Part("words one by one", features=WORDS),
)


def outcome(
    part: Part, learned_from: Sequence[tuple[Question, Described]], judged_on: Sequence[tuple[Question, Described]]
) -> tuple[float, float]:
    """Learn without a part, and give F1 and the share of false answers."""
    asked = [(question, part.without(stages)) for question, stages in learned_from]
    nearness = nearness_learned(asked)
    sureness = sureness_learned(asked, nearness)
    right = answers = false = 0
    for question, stages in judged_on:
        if _answers(ranking := ranking_of(part.without(stages), nearness), sureness):
            answers += 1
            right += ranking[0].candidate.hit.concept.id in question.right
            false += not question.right
    answerable = sum(bool(question.right) for question, _ in judged_on)
    return 2 * right / (answers + answerable), false / (len(judged_on) - answerable)


def _answers(ranking: Sequence[Scored], sureness: Mapping[str, float]) -> bool:
    return bool(ranking) and 1 / (1 + math.exp(-weighed(standing(ranking), sureness))) >= SURE_ENOUGH_TO_ANSWER


def main() -> None:
    """Print what each part buys."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("directory", type=Path)
    directory = parser.parse_args().directory
    with (directory / "glossary.jsonl").open(encoding="utf-8") as lines:
        catalogue = Catalogue(concepts_in(lines))
    halves = [
        [(question, described(question, catalogue)) for question in questions_of(directory / "queries.jsonl", half)]
        for half in "ab"
    ]
    judged_on = [(question, stages) for question, stages in halves[1] if not question.hidden and question.is_answered]
    whole, _ = outcome(PARTS[0], halves[0], judged_on)
    for part in PARTS:
        f1, false_answers = outcome(part, halves[0], judged_on)
        print(f"{part.name:34} F1 {f1:.3f}  lost {whole - f1:.3f}  false answers {false_answers:.3f}")


if __name__ == "__main__":
    main()
