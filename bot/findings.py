"""How is a finding in a glossary file said? One sentence for each rule, and only here."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from bot.wording import quoted
from glossary.formats.reading import Rule

if TYPE_CHECKING:
    from bot.wording import Wording
    from glossary.formats.reading import Finding


def sentence_of(finding: Finding, wording: Wording) -> str:  # noqa: C901, PLR0912 — a table: one line for each rule
    """Say what was found; file, line and severity stand beside it."""
    said, other = quoted(finding.text), finding.other_line or 0
    match finding.rule:
        case Rule.TOO_LARGE:
            return wording.text("The file is too large; nothing of it was read.")
        case Rule.NOT_UTF8:
            return wording.text("The file is not UTF-8: byte {byte} is no text. Nothing of it was read.", byte=said)
        case Rule.NO_HEADING:
            return wording.text("There is no entry: an entry begins with a line like “## Name”.")
        case Rule.NO_NAME:
            return wording.text("An entry has no name.")
        case Rule.NO_TEXT:
            return wording.text("{name} has no definition.", name=said)
        case Rule.UNCLOSED_FENCE:
            return wording.text("A fenced block begins here and is never closed.")
        case Rule.CONTROL_CHARACTER:
            return wording.text("The control character {code} stands here.", code=said)
        case Rule.BIDI_CONTROL:
            return wording.text("{code} stands here, a character that makes text read in another order.", code=said)
        case Rule.NAME_TWICE:
            return wording.text("{name} is already an entry, in line {line}.", name=said, line=other)
        case Rule.ID_TWICE:
            return wording.text("The id {id} already belongs to the entry in line {line}.", id=said, line=other)
        case Rule.BAD_ID:
            return wording.text("{id} is no id: it is empty or too long.", id=said)
        case Rule.HEADWORD_TWICE:
            return wording.text("{name} is a second headword in one language.", name=said)
        case Rule.DEFINITION_TWICE:
            return wording.text("This is a second definition in one language.")
        case Rule.DAMAGED_TEXT:
            return wording.text("{text} looks damaged: characters were lost before the file came here.", text=said)
        case Rule.UNKNOWN_KEY:
            return wording.text("{key} means nothing here; the line was left out.", key=said)
        case Rule.KEY_TWICE:
            return wording.text("{key} was said before in this entry; the first one counts.", key=said)
        case Rule.NAME_REPEATED:
            return wording.text("{name} was listed before in this entry.", name=said)
        case Rule.UNKNOWN_LANGUAGE:
            return wording.text(
                "{language} is no language that I know; the script of the names decided.", language=said
            )
        case Rule.BAD_ADDRESS:
            return wording.text("{address} is no web address that may stand here; it was left out.", address=said)
        case Rule.UNKNOWN_TERM:
            return wording.text("No entry is called {name}; the reference was left out.", name=said)
        case Rule.AMBIGUOUS_TERM:
            return wording.text("Several entries are called {name}; the reference was left out.", name=said)
        case Rule.NO_ENTRY:
            return wording.text("There is no entry in this file.")
        case Rule.MALFORMED:
            return wording.text("This breaks the rules of the file's format: {reason}.", reason=said)
        case Rule.BAD_BYTE:
            return wording.text("Byte {byte} is no text in the encoding of this file.", byte=said)
        case Rule.BAD_VALUE:
            return wording.text("{field} holds another kind of value than it should.", field=said)
        case Rule.TOO_LONG if finding.limit:
            return wording.text("{field} has more than {limit} characters.", field=said, limit=finding.limit)
        case Rule.TOO_LONG:
            return wording.text("{field} is longer than any file may make it.", field=said)
        case Rule.TOO_MANY if finding.limit:
            return wording.text("{field} holds more than {limit} values.", field=said, limit=finding.limit)
        case Rule.TOO_MANY:
            return wording.text("{field} holds more values than any file may give it.", field=said)
        case Rule.SURPLUS:
            return wording.text(
                "{field} holds more than {limit} values; the others were left out.", field=said, limit=finding.limit
            )
        case Rule.LENGTHY:
            return wording.text(
                "{field} has more than {limit} characters, and was left out.", field=said, limit=finding.limit
            )
        case Rule.NO_COLUMN:
            return wording.text("The first row names no column for the terms; it needs one called “Term”.")
        case Rule.FORBIDDEN:
            return wording.text("{construct} is not read here, because it can do harm.", construct=said)
        case Rule.OUTSIDE_FOLDER:
            return wording.text("{path} leads out of the folder.", path=said)
        case Rule.NO_FRONT_MATTER:
            return wording.text("The page does not begin with a block of fields between lines of “---”.")
        case Rule.EXTRA_NEEDED:
            return wording.text("To read this, install {package}: pip install 'malmoi[formats]'.", package=said)
        case Rule.ENCODING:
            return wording.text("The file is not UTF-8; it was read as {encoding}.", encoding=said)
        case Rule.UNKNOWN_COLUMN:
            return wording.text("{column} means nothing here; the column was left out.", column=said)
        case Rule.MORE_FINDINGS:
            return wording.text("There are {number} more findings, which are not listed.", number=finding.text)
        case Rule.NEAR_DUPLICATE if finding.other_file:
            place = f"{finding.other_file}:{other}"
            return wording.text("{name} is nearly the name of the entry at {place}.", name=said, place=place)
        case Rule.NEAR_DUPLICATE:
            return wording.text("{name} is nearly the name of the entry in line {line}.", name=said, line=other)
        case Rule.CIRCULAR:
            return wording.text("The definition of {name} says no more than its name.", name=said)
        case Rule.UNDEFINED_WORD:
            return wording.text("{word} stands in several definitions and is no entry.", word=said)
        case Rule.MISSING_LANGUAGE:
            return wording.text("{name} lacks a definition in a language that most entries have.", name=said)
        case _:
            assert_never(finding.rule)
