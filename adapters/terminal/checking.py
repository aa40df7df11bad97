"""What does a check of glossary files print? Findings for people, for programs and for a code host's review."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import TYPE_CHECKING, assert_never

from bot.findings import sentence_of
from bot.harmless import one_line
from glossary.formats.reading import Severity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.wording import Wording
    from glossary.formats.reading import Finding


class Format(StrEnum):
    """Who reads the findings."""

    TEXT = "text"
    """People: one finding a line."""
    JSON = "json"
    """Programs: one array of objects."""
    GITHUB = "github"
    """GitHub Actions, which shows them beside the lines: *Workflow commands for GitHub Actions*."""


def has_errors(findings: Sequence[Finding], *, is_strict: bool) -> bool:
    """Tell whether a check fails; strictly taken, every finding is an error."""
    return any(_severity(finding, is_strict=is_strict) is Severity.ERROR for finding in findings)


def listed(findings: Sequence[Finding], written: Format, wording: Wording, *, is_strict: bool) -> str:
    """Write the findings down in their order; "" for none, but for JSON, where that is an empty array."""
    facts = [_facts(finding, wording, is_strict=is_strict) for finding in findings]
    match written:
        case Format.TEXT:
            return "".join(
                one_line(f"{fact['file']}:{fact['line']}: {fact['severity']}: {fact['message']}") + "\n"
                for fact in facts
            )
        case Format.JSON:
            return json.dumps(facts, ensure_ascii=False, indent=2) + "\n"
        case Format.GITHUB:
            return "".join(_annotation(fact) for fact in facts)
        case _:
            assert_never(written)


def _severity(finding: Finding, *, is_strict: bool) -> Severity:
    return Severity.ERROR if is_strict else finding.severity


def _facts(finding: Finding, wording: Wording, *, is_strict: bool) -> dict[str, str | int]:
    return {
        "file": finding.file,
        "line": finding.line,
        "severity": _severity(finding, is_strict=is_strict),
        "rule": finding.rule,
        "message": sentence_of(finding, wording),
    }


def _annotation(fact: dict[str, str | int]) -> str:
    file = _escaped(str(fact["file"])).replace(":", "%3A").replace(",", "%2C")
    place = f"file={file},line={fact['line']},title={fact['rule']}"
    return f"::{fact['severity']} {place}::{_escaped(str(fact['message']))}\n"


def _escaped(text: str) -> str:
    """Escape as the runner's own toolkit does (actions/toolkit, command.ts)."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
