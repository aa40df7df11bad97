"""How far a long work has come is shown on a terminal, and nowhere else."""

from __future__ import annotations

import io

from adapters.terminal.progress import progress_on
from tests.adapters.terminal.scripted import FakeTerminal


def test_steps_are_shown_while_they_go_on_and_taken_away_at_the_end() -> None:
    """Each with what it is called, as it stands; a step without a total is done when it ends."""
    paper = FakeTerminal()
    with progress_on(paper) as progress:
        with progress.step("Reading [bold]\x1b[2J.csv", 10) as watch:
            watch(5)
        with progress.step("Storing"):
            pass
    shown = paper.getvalue()
    assert "Reading [bold]␛[2J.csv" in shown
    assert "Storing" in shown
    assert "100%" in shown
    assert "\x1b[2K" in shown


def test_a_pipe_sees_nothing() -> None:
    """What is written there is for programs."""
    paper = io.StringIO()
    with progress_on(paper) as progress, progress.step("Reading x.csv", 10) as watch:
        watch(10)
    assert paper.getvalue() == ""
