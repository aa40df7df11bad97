"""What is a word in a text that is searched, and which spellings count? The only place that cuts texts into terms.

A term of a script with spaces is a folded word. A *dense* script (Korean, Chinese, Japanese, Thai and their like, whose
words do not stand apart or carry their particles with them) is searched by its runs: its terms are pairs of characters.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from glossary.spelling import loose_key, strict_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.concept import Concept

SHORTEST_BEGINNING = 3
"""Letters: a shorter word, such as ``ai``, is looked for as a whole."""

DENSE: Final = (
    "\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u3130-\u318f"
    "\u31f0-\u31ff\u3400-\u9fff\uac00-\ud7ff\uf900-\ufaff\uff66-\uffdc\U00020000-\U0003ffff"
)
PLAIN: Final = (
    (0x3041, 0x3096),
    (0x30A1, 0x30FA),
    (0x30FC, 0x30FC),
    (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF),
    (0xAC00, 0xD7A3),
)
"""Dense letters, first and last, that fold to themselves whatever plain letters stand beside them."""
PLAIN_LETTERS: Final = "".join(f"{chr(first)}-{chr(last)}" for first, last in PLAIN)
# Spaces and punctuation, but not what stands inside words: + and # (C++, C#), apostrophes, the joiners of Persian.
BETWEEN: Final = (
    r"\s!-\"$-&(-*,-/:-@\[-`{-~\xa1-\xa9\xab-\xb4\xb6-\xb9\xbb-\xbf\u055d\u0589\u05be\u060c\u061b\u061f\u06d4"
    r"\u0964\u0965\u2000-\u200b\u200e-\u2018\u201a-\u206f\u2190-\u2bff\u3000-\u3004\u3008-\u3030\ufe10-\ufe6f"
    r"\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65"
)
_TOKEN: Final = re.compile(f"([{DENSE}]+)|[^{DENSE}{BETWEEN}]+")
_PLAIN_RUN: Final = re.compile(f"[{PLAIN_LETTERS}]+")
_DENSE_LETTER: Final = re.compile(f"[{DENSE}]")
_GAPS: Final = re.compile(f"[{BETWEEN}]+")

# Endings of an English word that its dictionary form does not have, the longest first.
_ENDINGS: Final = re.compile(r"(?:ies|(?<=s|x|z)es|(?<=ch|sh)es|(?<![sui])s|ing|ed)$")
_DOUBLED: Final = re.compile(r"([bdgmnprt])\1$")
_PARTICLE: Final = re.compile(
    r"(?:에게서|에서|에게|까지|부터|처럼|보다|만큼|하고|으로써|으로서|로써|로서|으로|이라는|라는|이란|란"
    r"|[은는이가을를의에와과도만로])(?:는|도|만|의)?$"
)


class Token(NamedTuple):
    """A run of letters in a text, from `start` to `end` in code points, and its folded spelling; never empty."""

    start: int
    end: int
    folded: str
    is_dense: bool


@dataclass(frozen=True, slots=True)
class Word:
    """One word that is searched for, in its spellings (at most two), the one that was typed first."""

    forms: tuple[str, ...]
    beginnings: tuple[str, ...]
    """What a longer word may begin with to count as well."""
    is_dense: bool


def tokens_of(text: str) -> Iterator[Token]:
    """Cut a text into its tokens, in order."""
    for found in _TOKEN.finditer(text):
        is_dense = found.lastindex is not None
        folded = _folded_run(found[0]) if is_dense else folded_word(found[0])
        if folded:
            yield Token(found.start(), found.end(), folded, is_dense)


def words_of(query: str) -> tuple[Word, ...]:
    """Read what to search for, each word once; a lone Korean syllable beside other words is a particle, and no word."""
    tokens = tuple(tokens_of(query))
    telling = [token for token in tokens if not (token.is_dense and len(token.folded) == 1)] or tokens
    return tuple(dict.fromkeys(map(_word_of, telling)))


def is_in(word: Word, token: Token) -> bool:
    """Tell whether a token is a word, begins with it, or in a dense script holds it; one letter is no part."""
    if token.is_dense is not word.is_dense:
        return False
    if token.is_dense:
        shortest = word.forms[-1]  # a part of the other
        return shortest in token.folded and (len(shortest) > 1 or len(token.folded) == 1)
    return token.folded in word.forms or token.folded.startswith(word.beginnings)


def pairs_of(run: str) -> tuple[str, ...]:
    """List the neighbours in a run of a dense script, each pair once; a character that stands alone is its own term."""
    return tuple(dict.fromkeys(run[place : place + 2] for place in range(max(1, len(run) - 1))))


def is_pair(term: str) -> bool:
    """Tell whether a term is of a dense script."""
    return _DENSE_LETTER.match(term) is not None


def name_terms(concept: Concept | None) -> set[str]:
    """List the terms of all names; what is written apart in a name counts in one word as well."""
    texts = () if concept is None else tuple(label.text for label in concept.labels)
    return {term for text in texts for one in (text, joined(text)) for term in terms_of(one)}


def definition_terms(concept: Concept | None) -> set[str]:
    """List the terms of all definitions."""
    return set() if concept is None else {term for one in concept.definitions for term in terms_of(one.text)}


def joined(name: str) -> str:
    """Write a name of several words as one."""
    return _GAPS.sub("", name)


def terms_of(text: str) -> Iterator[str]:
    """List the terms of a text, in order; one that comes again is listed again."""
    for token in tokens_of(text):
        if token.is_dense:
            yield from pairs_of(token.folded)
        else:
            yield token.folded


def _word_of(token: Token) -> Word:
    if token.is_dense:
        stem = _PARTICLE.sub("", token.folded)
        return Word((token.folded, stem) if 1 < len(stem) < len(token.folded) else (token.folded,), (), is_dense=True)
    stem = _DOUBLED.sub(r"\1", _ENDINGS.sub("", token.folded))
    forms = (token.folded, stem) if SHORTEST_BEGINNING <= len(stem) < len(token.folded) else (token.folded,)
    return Word(forms, tuple(form for form in forms if len(form) >= SHORTEST_BEGINNING), is_dense=False)


def _folded_run(run: str) -> str:
    return run if _PLAIN_RUN.fullmatch(run) else strict_key(run)


@lru_cache(maxsize=1 << 14)
def folded_word(word: str) -> str:
    """Fold a word of a script with spaces; "" for one that is nothing but signs."""
    folded = loose_key(word).lstrip("+#")
    return folded if folded.strip("+#") else ""
