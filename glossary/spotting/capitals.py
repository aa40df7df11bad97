"""When is a word a name, and when is it only spelt like one? Decided by how it is written: ``Go`` and ``go``.

A name that is an ordinary word, or a single letter, counts only as it stands in the glossary. Where another script
surrounds it, nobody means the ordinary word.
"""

from __future__ import annotations

import re
from enum import Enum, auto
from itertools import compress
from typing import TYPE_CHECKING, Final

from glossary.concept import LabelKind
from glossary.ordinary import listed
from glossary.spotting.folding import DENSE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glossary.concept import Concept, Label

SHORTEST_NOUN: Final = 4
"""Letters; whether a shorter name is also a plain noun cannot be told from a definition."""
_FEW_WORDS: Final = 40
"""Code points on either side that show whether everything is in capitals."""
_SHOUTED: Final = 8

_COMMONEST: Final = frozenset(
    """
    a about after again all also always am an and any are around as ask at away back be because been before best
    better big both but by call came can come could day did do does done down each else end even ever every far
    few find first for found from full get give go good got great had has have he help her here hey hi him his
    home how i if in into is it its just keep know last late later left less let like little long look made make
    man many may me meet more most move much must my name near need never new next nice no none not now of off
    ok old on once one only open or other our out over own part people place please point put quite read really
    rest right run said same say see set she should show side since so some soon start stay still stop such sure
    take tell than thank thanks that the their them then there these they thing think this those though time to
    today together too try turn two under until up us use used very wait want was way we well went were what
    when where which while who whole why will with word work would yes yet you your
    """.split()  # noqa: SIM905 - rows of words read better
)
_NUMBERED: Final = frozenset(
    """
    plan option section appendix group team vitamin type class grade part step point room table column row drive
    key letter block building gate hall line case exhibit figure schedule series size hepatitis
    """.split()  # noqa: SIM905 - rows of words read better
)
"""Words after which a letter is a number."""
_KOREAN: Final = frozenset(
    """
    이 그 저 것 거 게 수 때 등 및 더 안 못 잘 또 다 내 네 제 너 나 새 온
    한 두 세 첫 몇 각 전 후 중 위 말 분 번 개 곳 데 줄 일 뿐
    """.split()  # noqa: SIM905 - rows of words read better
)
"""Syllables that are words by themselves in every other sentence."""
_VERBS: Final = frozenset(("is", "was", "has", "had", "are", "were", "will", "does", "did", "can", "and", "or", "vs"))

_BEFORE: Final = re.compile(r"([^\W_]*)[^\w.!?:;\n•>]*$")
_AFTER: Final = re.compile(r"[^\w.!?:;,\n]*([^\W_]*)")
_POSSESSIVE: Final = re.compile("['’]s\\b")
_DENSE: Final = re.compile(f"[{DENSE}]")
_LATIN: Final = re.compile(r"[A-Za-z]")
_BESIDE_LETTER: Final = frozenset("&/'’+-_=*^·%$")
CONTEXT: Final = 60
"""Code points before and after a name that are looked at."""


class Demand(Enum):
    """What a name asks of the way it is written."""

    NOTHING = auto()
    AS_WRITTEN = auto()
    NO_BEGINNING = auto()
    """As written, and where only the first letter is a capital, a sentence that begins with it proves nothing."""
    LETTER = auto()
    """As written, and standing alone: no initial, no part of ``R&D``, no ``Plan C``."""
    NEVER = auto()


def demands_of(named: Sequence[tuple[Concept, Label]], folded: Sequence[str]) -> list[Demand]:
    """Decide what each name asks for; `folded` gives each of them folded, its words apart."""
    single = [word if " " not in word and not _DENSE.search(word) else "" for word in folded]
    words = list(dict.fromkeys(filter(None, single)))
    ordinary = {*compress(words, listed(words)), *_COMMONEST}
    return [
        _demand_of(label, concept, word, is_ordinary=word in ordinary) if word else _demand_of_others(all_of_it)
        for (concept, label), word, all_of_it in zip(named, single, folded, strict=True)
    ]


def _demand_of_others(folded: str) -> Demand:
    return Demand.NEVER if not folded or folded in _KOREAN else Demand.NOTHING


def _demand_of(label: Label, concept: Concept, word: str, *, is_ordinary: bool) -> Demand:
    if len(word) == 1:
        return Demand.LETTER
    if not is_ordinary:
        return Demand.NOTHING
    if label.kind is LabelKind.MISSPELLING:
        return Demand.NEVER
    if label.text == label.text.lower():
        return Demand.NEVER if word in _COMMONEST else Demand.NOTHING
    if len(word) >= SHORTEST_NOUN and word not in _COMMONEST and _is_noun(label.text.lower(), concept):
        return Demand.NOTHING
    return Demand.NO_BEGINNING if label.text[1:] == label.text[1:].lower() else Demand.AS_WRITTEN


def _is_noun(word: str, concept: Concept) -> bool:
    """Tell whether a concept's own definitions write its name small after an article: its capital is a title's."""
    noun = re.compile(rf"\b(?:[Aa]n?|[Tt]he|[Ee]ach|[Ee]very|[Oo]ne|[Pp]er|[Tt]his|[Tt]hese) {re.escape(word)}s?\b")
    return any(noun.search(definition.text) for definition in concept.definitions)


def is_met(demand: Demand, name: str, written: str, before: str, after: str) -> bool:
    """Tell whether what is written in a text is written as this name asks; before and after stands the text around.

    It asks for something: `Demand.NOTHING` and `Demand.NEVER` are not to be looked at.
    """
    if demand is Demand.LETTER:
        return written == name and _stands_alone(before, after)
    if _is_among_dense(before, after):
        return True
    if written != name or _is_shouted(before, after):
        return False
    return demand is Demand.AS_WRITTEN or _is_name_at(before, after)


def _stands_alone(before: str, after: str) -> bool:
    if before[-1:] in _BESIDE_LETTER or after[:1] in _BESIDE_LETTER or _is_shouted(before, after):
        return False
    word = _BEFORE.search(before)
    return word is None or word[1].lower() not in _NUMBERED


def _is_among_dense(before: str, after: str) -> bool:
    """Tell whether a particle follows, or words of a script without spaces stand on both sides."""
    if _DENSE.match(after):
        return True
    beside = [re.search(r"[^\W_]\W*$", before), re.match(r"\W*[^\W_]", after)]
    letters = [found[0] for found in beside if found]
    return bool(letters) and all(map(_DENSE.search, letters))


def _is_shouted(before: str, after: str) -> bool:
    around = "".join(_LATIN.findall(before[-_FEW_WORDS:] + after[:_FEW_WORDS]))
    return len(around) >= _SHOUTED and around.isupper()


def _is_name_at(before: str, after: str) -> bool:
    """Tell whether a word with a capital is a name: within a sentence always, at its beginning when a verb follows."""
    previous = _BEFORE.search(before)
    if previous and previous[1]:
        return True
    found = _AFTER.match(after)
    following = found[1] if found and not _POSSESSIVE.match(after) else ""
    return not following.isalpha() or following != following.lower() or following in _VERBS or _is_verb(following)


def _is_verb(word: str) -> bool:
    """Tell whether a word looks like a verb of the third person: ``keeps``."""
    return len(word) > SHORTEST_NOUN and word.endswith("s") and not word.endswith("ss")
