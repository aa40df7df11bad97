"""Which refusals are there? All of them, in one small tree; they carry facts, never sentences for people.

RefusalError
├── MalformedError          what was given cannot be understood or breaks a limit
├── NotPermittedError       this asker may not do this here
├── TakenError              a name already leads to another concept
├── ChangedMeanwhileError   the concept changed after the asker last saw it
└── UnavailableError        the database (or another part of the world) does not answer

An expected outcome of a lookup is a value and never one of these.
"""

from __future__ import annotations

# Not frozen: the standard library sets __traceback__ on an exception that passes through a context manager.
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from glossary.concept import Concept, ConceptId


@dataclass(eq=False)
class RefusalError(Exception):
    """The wish was understood or not, and is not carried out. Nothing has changed."""


@dataclass(eq=False)
class MalformedError(RefusalError):
    """What was given breaks a rule: which rule, at which field."""

    rule: str
    field: str = ""


@dataclass(eq=False)
class NotPermittedError(RefusalError):
    """The asker lacks a role: the lowest one that would do."""

    needed: str


@dataclass(eq=False)
class TakenError(RefusalError):
    """A name already leads to these concepts (at least one)."""

    name: str
    concepts: tuple[ConceptId, ...]


@dataclass(eq=False)
class ChangedMeanwhileError(RefusalError):
    """The concept changed since: how it stands now (None when deleted), and how the asker wanted it."""

    current: Concept | None
    wanted: Concept | None


@dataclass(eq=False)
class UnavailableError(RefusalError):
    """A part of the outside world does not answer: which one."""

    part: str
