"""Which entry is meant by a command word said of a term? Finds the concept, or offers the ones it may be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.commands import Define, Delete, Edit, History, Known, More, Names, Owner, Pin, Relate, Translate
from bot.languages import language_called
from bot.replies import Options, Prose, Reply
from bot.wishes.presenting import option_for
from bot.wording import quoted
from glossary.lookup import Ambiguous, Answer, Query, Suggestions, resolve

if TYPE_CHECKING:
    from bot.commands import Aimed, Understood
    from bot.scene import Scene
    from glossary.concept import ConceptId
    from glossary.lookup import Match

PEOPLE = frozenset({"me", "nobody"})


def aimed(wish: Aimed, scene: Scene) -> Understood | Reply:
    """Give the command for the concept that is meant; a choice among several; a look-up where no such term is found."""
    readings = [(term, rest, resolve(Query(term, scene.reader), scene.catalogue)) for term, rest in _readings(wish)]
    for term, rest, found in readings:
        if isinstance(found, Answer):
            return aimed_at(wish.word, found.match.concept.id, rest)
        if isinstance(found, Ambiguous):
            return _which(wish.word, rest, term, found.matches, scene)
    for term, rest, found in readings:
        if isinstance(found, Suggestions):
            return _which(wish.word, rest, term, found.matches, scene)
    return Define(None, wish.line)


def _readings(wish: Aimed) -> list[tuple[str, str]]:
    """Read the term whole first, then without a last word that may say a language or a person."""
    term, _, last = wish.term.rpartition(" ")
    takes_more = {"translate": language_called, "edit": language_called, "owner": _person}.get(wish.word)
    if term and takes_more is not None and takes_more(last):
        return [(wish.term, ""), (term, last)]
    return [(wish.term, "")]


def _person(word: str) -> bool:
    return word in PEOPLE or ":" in word


def aimed_at(word: str, concept: ConceptId, rest: str) -> Understood:
    """Give the command of a word for a concept that is known already; the rest says a language or a person."""
    language = language_called(rest) if rest and word in {"edit", "translate"} else None
    commands: dict[str, Understood] = {
        "edit": Edit(concept, language),
        "translate": Translate(concept, language),
        "names": Names(concept),
        "relate": Relate(concept),
        "more": More(concept),
        "delete": Delete(concept),
        "history": History(concept),
        "owner": Owner(concept, rest),
        "pin": Pin(concept),
        "unpin": Pin(concept, is_pinned=False),
        "known": Known(concept),
    }
    return commands[word]


def _which(word: str, rest: str, term: str, matches: tuple[Match, ...], scene: Scene) -> Reply:
    question = Prose(scene.wording.spans("Which one do you mean by {typed}?", typed=quoted(term)))
    options = tuple(option_for(match.concept, scene, aimed_at(word, match.concept.id, rest)) for match in matches)
    return Reply((question, Options(options)), is_found=False)
