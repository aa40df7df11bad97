"""Findings go in; what a check prints comes out."""

from __future__ import annotations

import json

from adapters.terminal.checking import Format, has_errors, listed
from bot.wording import wording_in
from glossary.formats.reading import Finding, Rule
from tests.terms import EN

WARNING = Finding(Rule.DAMAGED_TEXT, "a.md", 71, "/??/")
ERROR = Finding(Rule.NO_NAME, "a,b:%\n.md", 3)
SENTENCE = "“/??/” looks damaged: characters were lost before the file came here."


def test_people_get_one_line_for_each_finding() -> None:
    """File, line, severity, sentence, as compilers do; a line break in a file's name starts no new line."""
    assert listed((WARNING, ERROR), Format.TEXT, wording_in(EN), is_strict=False) == (
        f"a.md:71: warning: {SENTENCE}\na,b:% .md:3: error: An entry has no name.\n"
    )


def test_programs_get_an_array() -> None:
    """The rule is named, so that nobody has to read sentences; without findings the array is empty."""
    assert json.loads(listed((WARNING,), Format.JSON, wording_in(EN), is_strict=True)) == [
        {"file": "a.md", "line": 71, "severity": "error", "rule": "damaged-text", "message": SENTENCE}
    ]
    assert json.loads(listed((), Format.JSON, wording_in(EN), is_strict=False)) == []


def test_a_code_host_gets_annotations() -> None:
    """What would end a property or a command is escaped."""
    assert listed((WARNING, ERROR), Format.GITHUB, wording_in(EN), is_strict=False) == (
        f"::warning file=a.md,line=71,title=damaged-text::{SENTENCE}\n"
        "::error file=a%2Cb%3A%25%0A.md,line=3,title=no-name::An entry has no name.\n"
    )


def test_warnings_fail_a_check_only_when_it_is_strict() -> None:
    """Errors always do, and nothing never does."""
    assert not has_errors((WARNING,), is_strict=False)
    assert has_errors((WARNING,), is_strict=True)
    assert has_errors((WARNING, ERROR), is_strict=False)
    assert not has_errors((), is_strict=True)
