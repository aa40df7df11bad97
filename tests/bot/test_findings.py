"""Every finding of a reader has its sentence."""

from __future__ import annotations

import pytest

from bot.findings import sentence_of
from bot.wording import wording_in
from glossary.formats.reading import Finding, Rule
from tests.terms import EN, KO


@pytest.mark.parametrize("more", [(), ("other.md", 80)], ids=["alone", "with a limit and another file"])
@pytest.mark.parametrize("rule", Rule)
def test_every_rule_has_a_sentence_in_each_language(rule: Rule, more: tuple[str, int] | tuple[()]) -> None:
    """Nobody is left alone with the name of a rule, and nothing is left to fill in."""
    finding = Finding(rule, "terms.md", 7, "레디스", 3, *more)
    english, korean = sentence_of(finding, wording_in(EN)), sentence_of(finding, wording_in(KO))
    assert english != korean
    for sentence in (english, korean):
        assert "{" not in sentence
        assert sentence.endswith(".")


def test_a_sentence_names_what_it_is_about() -> None:
    """The place as it stands in the file, and the other line."""
    finding = Finding(Rule.NAME_TWICE, "terms.md", 7, "Redis", 3)
    assert sentence_of(finding, wording_in(EN)) == "“Redis” is already an entry, in line 3."


def test_a_sentence_names_the_limit_and_the_other_file() -> None:
    """Where there are any."""
    long = Finding(Rule.TOO_LONG, "terms.md", 7, "name", limit=80)
    assert sentence_of(long, wording_in(EN)) == "“name” has more than 80 characters."
    near = Finding(Rule.NEAR_DUPLICATE, "b.md", 7, "Redis", 3, "a.md")
    assert sentence_of(near, wording_in(EN)) == "“Redis” is nearly the name of the entry at a.md:3."
