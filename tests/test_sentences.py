"""Nothing that people read is written in the code without going through `Wording`: each literal is looked at."""

from __future__ import annotations

import ast
import re
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot import replies

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent
FOR_TRANSLATORS = ROOT / "bot" / "locales"
"""What prints what waits for a translation."""
WORD_LISTS = {ROOT / "bot" / "chatting.py"}
"""Modules of words in many languages that are recognized, and never said."""
SOURCES = sorted(
    path
    for floor in ("bot", "adapters")
    for path in (ROOT / floor).rglob("*.py")
    if FOR_TRANSLATORS not in path.parents and path not in WORD_LISTS
)

NOT_READ = {"address", "account", "key", "name", "style", "command", "purpose", "emphasis", "delivery"}
"""Fields of a document that are not text for people, or are a file's name."""
SAYING = {"spans", "text", "count", "word"}
"""The methods of `Wording`: what is written in a call of them is translated."""
FOR_OPERATORS = {
    "option": "the help of the command line, which is English as that of most programs",
    "argument": "as above",
    "version_option": "as above",
    "group": "as above",
    "give_up": "wrong use of the command line, or of the environment: one English line for who installs",
    "BadParameter": "as above",
    "debug": "the log",
    "info": "the log",
    "warning": "the log",
    "error": "the log",
    "exception": "the log",
    "compile": "a pattern",
    "split": "a list of words to be recognized",
    "cast": "a type",
    "Counter": "what a number of the process means, for who operates it",
    "Gauge": "as above",
    "Histogram": "as above",
}
"""Calls in which English is not for the people who ask, and why."""
SEVERAL_WORDS = re.compile(r"[^\W\d_]{2,}[,;:]? [^\W\d_]+")
"""Two words, one behind the other."""
SQL = re.compile(r"\s*(?:SELECT|INSERT|UPDATE|DELETE|PRAGMA|CREATE|BEGIN|LISTEN|NOTIFY|VACUUM|ALTER|LOCK|SET)\b")
NOT_SENTENCES = {
    "REPEATABLE READ": "an isolation level",
    "Application Support": "a folder of macOS",
    "Explain terms": "the name under which Discord knows a menu; what people see is translated beside it",
    "/invite @malmoi": "a command of Slack, in every language",
    "Malmoi is not installed in this workspace any more. An administrator can install it again.": (
        "said for Slack's library where nothing is installed, so that nobody's language is known"
    ),
}
"""Literals that look like sentences for people and are none, or cannot be translated, and why."""


def shown_literals(source: str) -> list[str]:
    """Find the literals in a module that people would read untranslated.

    These are words handed to a document (a label, a title, a span), also through a name that was given to them before,
    and whole sentences anywhere but where the code speaks to those who run it.
    """
    tree = ast.parse(source)
    parents = {child: parent for parent in ast.walk(tree) for child in ast.iter_child_nodes(parent)}
    constants = {
        target.id: node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    others = set(_names_of_others(tree))
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call) and _name(node.func) not in others)
    found = {node for call in calls for node in _read_in(call, constants)}
    found |= {
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.expr) and _is_sentence(_text(node)) and not _is_excused(node, parents)
    }
    return [f"{node.lineno}: {_text(node)}" for node in sorted(found, key=lambda node: node.lineno)]


def _names_of_others(tree: ast.Module) -> Iterator[str]:
    """Name what a module defines itself or has from elsewhere: an ``Option`` that is not that of a document."""
    for node in ast.walk(tree):
        match node:
            case ast.ClassDef(name):
                yield name
            case ast.ImportFrom(module, names) if module != "bot.replies":
                yield from (one.asname or one.name for one in names)
            case _:
                pass


def _read_in(call: ast.Call, constants: dict[str, ast.expr]) -> Iterator[ast.expr]:
    """Give the literals with letters that a call puts into a document."""
    names = _fields_read().get(_name(call.func))
    if names is None:
        return
    values = [*zip(names, call.args, strict=False), *((one.arg, one.value) for one in call.keywords)]
    for name, value in values:
        literal = constants.get(value.id, value) if isinstance(value, ast.Name) else value
        text = _text(literal)
        if name and name not in NOT_READ and text not in NOT_SENTENCES and any(map(str.isalpha, text)):
            yield literal


@cache
def _fields_read() -> dict[str, list[str]]:
    """Name the fields of each part of a document, in the order of its positions."""
    kinds = (kind for kind in vars(replies).values() if is_dataclass(kind) and isinstance(kind, type))
    return {kind.__name__: [field.name for field in fields(kind)] for kind in kinds}


def _is_sentence(text: str) -> bool:
    """Tell whether a text is written as people are spoken to: several words, from a capital or to a full stop."""
    written = text.strip()
    begins = next((not character.islower() for character in written if character.isalpha()), False)
    return bool(SEVERAL_WORDS.search(written)) and (begins or written.endswith((".", "!", "?", "…")))


def _is_excused(node: ast.AST, parents: dict[ast.AST, ast.AST]) -> bool:
    """Tell whether a sentence is translated, or is not for the people who ask."""
    if _text(node) in NOT_SENTENCES or SQL.match(_text(node)):
        return True
    while (parent := parents.get(node)) is not None:
        match parent:
            case ast.Expr() if isinstance(node, ast.Constant):  # a docstring
                return True
            case ast.Raise() | ast.Assert():
                return True
            case ast.Call(func=function) if _name(function) in FOR_OPERATORS.keys() | SAYING:
                return True
            case ast.ClassDef(bases=[ast.Name("StrEnum" | "Enum")]):  # the names that the code gives to cases
                return True
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.Module():
                return False
            case _:
                pass
        node = parent
    return False


def _name(function: ast.expr) -> str:
    match function:
        case ast.Name(name) | ast.Attribute(attr=name):
            return name
        case _:
            return ""


def _text(node: ast.AST) -> str:
    """Read a literal: a text, or what is written between the values of a formatted one; "" for anything else."""
    match node:
        case ast.Constant(str(text)):
            return text
        case ast.JoinedStr(parts):
            return " ".join(filter(None, map(_text, parts)))
        case _:
            return ""


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_whatever_people_read_comes_through_wording(path: Path) -> None:
    """Add the sentence with `wording.text(…)` or `wording.spans(…)`, or say above why it is not for people."""
    assert shown_literals(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "planted",
    [
        'Choice("Save", Save(draft.id))',
        'Choice(label="Save", command=Save(draft.id))',
        'Reply((Prose((Span("Saved."),)),))',
        'Span(f"{name} saved")',
        'LineField("name", wording.text("Name"), hint="One a line")',
        'Form("Edit", fields, wish, wording.text("Save"))',
        'Form(wording.text("Edit"), fields, wish, submit="Save")',
        'Picture(address, "a cat")',
        'label = "Save"\nChoice(label, wish)',
        'NOTHING = "Nothing was found."',
        'await interaction.send_message("Something went wrong.")',
        'blocks = [{"type": "plain_text", "text": "Nothing was found here"}]',
        'ack(text=f"Sorry, {name} is not here")',
        'return "저장하지 못했어요. 다시 해 주세요."',
    ],
)
def test_a_literal_that_people_would_read_is_found(planted: str) -> None:
    """Whether it is a word in a document or a sentence anywhere, and in whatever script."""
    assert shown_literals(f"async def show():\n    {planted.replace(chr(10), chr(10) + '    ')}") != []


@pytest.mark.parametrize(
    "innocent",
    [
        '"""Say what was found."""',
        'wording.text("Nothing was found.")',
        'wording.count("{number} line was read", "{number} lines were read", number)',
        'Choice(wording.text("Save"), Save(draft.id))',
        'Span(" · ")',
        'Span(f"{number}. ")',
        'LineField("name", label)',
        'raise ValueError("a form has fields")',
        'logger.error("%s was not sent", reference)',
        'give_up("No platform is configured.")',
        'connection.execute(text("SELECT name FROM concepts"))',
        'Attachment("my-data.json", text)',
    ],
)
def test_what_is_translated_or_read_by_nobody_is_left_alone(innocent: str) -> None:
    """Otherwise the test would be in the way."""
    assert shown_literals(f"def show():\n    {innocent}") == []
