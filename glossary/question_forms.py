"""What is a form of asking? The shape of the tables in ``spaced_questions`` and ``glued_questions``.

``_`` stands for the term, ``*`` for any one word, ``(a|b|)`` for one of several or nothing. Case, accents and
punctuation do not matter, so ``whats`` is ``What's`` too; where words are not spaced, spaces do not matter either.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Forms:
    """The forms of one language, in groups by what may stand in the place of ``_``."""

    asking: tuple[str, ...]
    """A question about the term: the place holds the term, or another form."""
    aside: tuple[str, ...] = ()
    """What stands beside a question and asks nothing: greetings, politeness, where and when a word was met."""
    following: tuple[str, ...] = ()
    """A question about something said before it; the sentence before holds the term."""
    telling: tuple[str, ...] = ()
    """What introduces the term in a sentence before such a question."""
    reporting: tuple[str, ...] = ()
    """What comes after the term in a sentence before such a question."""
    articles: str = ""
    """Words before a noun that are no part of its name; one that ends in an apostrophe is joined to the noun."""
    pointing: str = ""
    """Words that point at something and name nothing: no terms."""
    beside: str = ""
    """Words that name nothing beside one that points: ``this word``, ``does that``."""
