"""Spellings on their way into an index."""

from __future__ import annotations

import numpy as np

from glossary.collecting import BEGUN, WITH_LETTERS, Spellings
from glossary.forms import Form, key_of


def test_spellings_are_read_form_by_form() -> None:
    """Whatever the order in which they came; sounds have no keys, and what is found exactly has no letters."""
    spellings = Spellings()
    spellings.add(Form.ACRONYM, ["rc"], np.array([3]))
    spellings.add(Form.SOUND, ["LeDiS"], np.array([2]))
    spellings.add(Form.NAME, ["redis", "\ud800 레디스"], np.array([0, 1]))
    spellings.add(Form.PART, [], np.array([], np.int64))
    assert spellings.text() == "redis \ud800 레디스 LeDiS "
    assert spellings.lengths().tolist() == [5, 5, 5]
    assert spellings.keys().tolist() == [key_of("redis"), key_of("\ud800레디스"), key_of("rc")]
    assert spellings.owners().tolist() == [0, 1, 2, 3]
    assert (spellings.count(BEGUN), spellings.count(WITH_LETTERS)) == (2, 3)


def test_what_is_let_go_of_is_gone() -> None:
    """All of it."""
    spellings = Spellings()
    spellings.add(Form.NAME, ["redis"], np.array([0]))
    spellings.clear()
    assert spellings.text() == ""
    assert len(spellings.owners()) == len(spellings.keys()) == len(spellings.lengths()) == 0
