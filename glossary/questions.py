"""Which term is asked about? Sentence → the parts of it that may be the term: the only place that unwraps questions."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING, Final, NamedTuple, assert_never

from glossary.glued_questions import GLUED, KO
from glossary.korean_sentences import is_clause, terms_told
from glossary.named_languages import named_language
from glossary.particles import without_particles
from glossary.phrases import Kind, glued_phrases, spaced_phrases
from glossary.spaced_questions import SPACED
from glossary.spelling import word_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.concept import LanguageTag
    from glossary.phrases import Cut

MOST_ASKED = 8
"""Parts of one text that may be the term, at most."""
LONGEST_QUESTION = 400
"""Code points; what is longer is no question about a word, and is only looked at as typed."""
MOST_SPANS = 24
"""Parts of one text that are looked into, at most."""

_REMEMBERED: Final = 4096
"""Words kept with the word of a form that each is near to."""
_TEXTS_REMEMBERED: Final = 256
"""Texts kept, because the language of a question is looked for before its term is."""
_WRAPPED: Final = 0.05
_SLIP: Final = 0.1
_STILL_WRAPPED: Final = 0.2
_ASIDE: Final = 0.02
_ASIDE_OF_THE_TERM: Final = 0.1
_SHORTER_WRAPPER: Final = 0.15
_TOLD: Final = 0.05
_TOLD_EARLIER: Final = 0.1
_WORD_OF_A_SENTENCE: Final = 0.05
_MOST_FOR_A_SENTENCE: Final = 0.3
_QUOTED: Final = 0.1
_ARTICLE: Final = 0.03
_OF_A_PARTICLE: Final = 0.25
"""The share of the cost of taking a particle off that counts in a question, where nearly every term has one."""
_WITH_A_PARTICLE: Final = 0.1

_NOISE: Final = r"<[@#!][^<>]*>|:[a-z0-9_+-]+:"
_LAUGHTER: Final = "ㅋㅎㅠㅜ"
_NOISE_BEFORE: Final = re.compile(rf"(?:\s|{_NOISE}(?=\s)|[¿¡,;!?…]|[-–—>]\s)+", re.IGNORECASE)
_NOISE_AFTER: Final = re.compile(
    rf"(?:\s|(?<=\s)(?:{_NOISE})|(?<=\s)[-–—=]|[,;:.!?~^…。、，？！؟]|[{_LAUGHTER}])+$", re.IGNORECASE
)
_NO_SPACE: Final = re.compile(r"\S+")
_NAME_BEFORE: Final = re.compile(r"\A@\w+[,:]?\s+(?=\S)")
_HANGUL: Final = re.compile("[ㄱ-ㆎ가-힣]")
_KANA_OR_HAN: Final = re.compile("[぀-ヿ㐀-鿿]")
_IN_KANA_OR_HAN: Final = tuple(language for language in GLUED if language != KO)
_QUOTATION: Final = re.compile(
    "“([^“”]+)”|「([^「」]+)」|『([^『』]+)』|«([^«»]+)»|\"([^\"]+)\"|`([^`]+)`|‘([^‘’]+)’|(?<![A-Za-z])'([^']+)'(?![A-Za-z])"
)


class Asked(NamedTuple):
    """A part of what was typed that may be the term."""

    text: str
    """As typed, without the words around it."""
    language: LanguageTag | None
    """The language in which the question was put; None where no question was recognized."""
    named_language: LanguageTag | None
    """The language in which the answer is wanted, where one was named."""
    cost: float
    """0 as typed … 1 far-fetched."""


class _Part(NamedTuple):
    """A part of the text, and what was understood on the way to it."""

    text: str
    cost: float = 0.0
    language: LanguageTag | None = None
    named: LanguageTag | None = None
    layers: int = 0
    """How many forms of asking were taken off."""
    is_told: bool = False
    """A question about something said before was cut off: this is a sentence that holds the term."""
    is_asked: bool = False
    """A form of asking was the last that was taken off: this is what it asks about."""


def is_question(text: str) -> bool:
    """Tell whether a form of asking was recognized."""
    return any(asked.language for asked in asked_in(text))


@lru_cache(maxsize=_TEXTS_REMEMBERED)
def asked_in(text: str) -> tuple[Asked, ...]:
    """Give the parts of a text that may be the term, the likeliest first, at most MOST_ASKED.

    The first one is the text as typed, at no cost. An empty text gives nothing.
    """
    typed = text.strip()
    found = {typed: Asked(typed, None, None, 0.0)} if typed else {}
    if len(typed) <= LONGEST_QUESTION:
        parts = (term for part in _looked_into(typed) for term in _terms(part))
        for part in sorted(parts, key=lambda part: (round(part.cost, 2), len(part.text))):
            found.setdefault(part.text, Asked(part.text, part.language, part.named, min(part.cost, 1.0)))
    return tuple(found.values())[:MOST_ASKED]


def _looked_into(typed: str) -> list[_Part]:
    """Take off what stands around the term, layer by layer, in every way that the tables allow."""
    parts = [_Part(_trimmed(_NAME_BEFORE.sub("", typed, count=1)))]
    known = {_understood(parts[0])}
    inside: list[list[_Part]] = []
    for part in parts:  # it grows while we go
        inside.append(smaller := _inside(part))
        for inner in smaller:
            if len(parts) < MOST_SPANS and (understood := _understood(inner)) not in known:
                known.add(understood)
                parts.append(inner)
    return list(_doubted(parts, inside)) if len(parts) > 1 else parts


def _doubted(parts: list[_Part], inside: list[list[_Part]]) -> Iterator[_Part]:
    """Make the parts dearer that still hold a form of asking, however deep; and leave out those that ask for nothing.

    Where what is asked about is only pointed at, the words around it are no term either: ``what does that mean``.
    """
    deepest: dict[tuple[object, ...], int] = {}
    pointing: set[tuple[object, ...]] = set()
    asking: list[_Part] = []
    for part, smaller in sorted(zip(parts, inside, strict=True), key=lambda pair: len(pair[0].text)):
        layers = max([part.layers, *(deepest.get(_understood(inner), 0) for inner in smaller)])
        deepest[_understood(part)] = layers
        if any(_understood(inner) in pointing or (inner.is_asked and _is_pointed_at(inner)) for inner in smaller):
            pointing.add(_understood(part))
        else:
            asking.append(part._replace(cost=part.cost + _STILL_WRAPPED) if layers > part.layers else part)
    return iter(() if _understood(parts[0]) in pointing else asking)


def _understood(part: _Part) -> tuple[object, ...]:
    return part.text, part.is_told, part.language, part.named


def _terms(part: _Part) -> Iterator[_Part]:
    """Give the part as a term, and without its article or particle, if anything was asked about it."""
    if not (part.language or part.named) or _is_pointed_at(part):
        return
    stems = without_particles(part.text) if part.language == KO else ()
    bare = [part._replace(text=_trimmed(stem.text), cost=part.cost + stem.cost * _OF_A_PARTICLE) for stem in stems]
    doubt = _WITH_A_PARTICLE if any(stem.agrees for stem in stems) else 0.0
    if part.is_told:
        doubt += min(_MOST_FOR_A_SENTENCE, _WORD_OF_A_SENTENCE * len(part.text.split()))
    yield part._replace(cost=part.cost + doubt)
    yield from bare
    if part.language in SPACED:
        yield from _without_article(part, SPACED[part.language].articles)


def _is_pointed_at(part: _Part) -> bool:
    """Tell that nothing is named: there are no letters, or only words such as "that", with a particle or without."""
    stems = without_particles(part.text) if part.language == KO else ()
    return any(_is_pointing(text, part.language) for text in (part.text, *(stem.text for stem in stems)))


def _is_pointing(text: str, language: LanguageTag | None) -> bool:
    pointing, articles, beside = _nameless_words(language)
    words = set(map(word_key, text.split()))
    others = words - pointing
    # An article points at nothing by itself: "the mean" is a term, and "that means" is none.
    return not others or (beside.issuperset(others) and not articles.issuperset(words - others))


@cache
def _nameless_words(language: LanguageTag | None) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Give the words that point, the articles, and the words that name nothing beside one that points."""
    forms = SPACED.get(language) or GLUED.get(language) if language else None
    tables = (forms.pointing, forms.articles, forms.beside) if forms else ("", "", "")
    pointing, articles, beside = (frozenset(map(word_key, ["", *words.split()])) for words in tables)
    return pointing, articles, beside


def _without_article(part: _Part, articles: str) -> Iterator[_Part]:
    for article in articles.split():
        opening = article if article.endswith("'") else article + " "
        if part.text.replace("’", "'").casefold().startswith(opening) and part.text[len(opening) :].strip():
            yield part._replace(text=part.text[len(opening) :].strip(), cost=part.cost + _ARTICLE)


def _inside(part: _Part) -> list[_Part]:
    """Give the smaller parts that one more layer leaves, without the punctuation around them."""
    # What leads to the name of a language looks like a place: "in korean" is not where the word was met.
    smaller = list(_named(part)) if part.named is None else []
    if not smaller:
        smaller = [*_spaced(part), *_glued(part), *_quoted(part)]
    trimmed = ((inner, _trimmed(inner.text)) for inner in smaller)
    return [inner if text == inner.text else inner._replace(text=text) for inner, text in trimmed if text]


def _named(part: _Part) -> Iterator[_Part]:
    for rest, language, cost in named_language(part.text):
        yield part._replace(text=rest, named=language, cost=part.cost + cost, layers=part.layers + 1)


def _spaced(part: _Part) -> Iterator[_Part]:
    typed = part.text.split()
    if len(typed) < 2:  # noqa: PLR2004 - a form and a term
        return
    phrases = spaced_phrases()
    nearest = list(map(_nearest, typed))
    words = [word for word, _ in nearest]
    if cuts := sorted(phrases.cuts(words), key=attrgetter("whole"), reverse=True):
        yield from _cut_out(part, list(_spans(part.text, cuts, [slip for _, slip in nearest])))
    if part.is_told:
        places = [match.start() for match in _NO_SPACE.finditer(part.text)]
        for count, first in enumerate(phrases.terms_told(words)):
            cost = part.cost + _TOLD + count * _TOLD_EARLIER
            yield part._replace(text=part.text[places[first] :], cost=cost, is_told=False, layers=part.layers + 1)


def _spans(text: str, cuts: list[Cut], slips: list[int]) -> Iterator[tuple[Cut, int, int]]:
    """Give the places in the text between which each cut leaves something, and the slips in the words that it takes."""
    places = [match.span() for match in _NO_SPACE.finditer(text)]
    for cut in cuts:
        if not (cut.kind is Kind.ASIDE and any(_covers(asking, cut) for asking in cuts)):
            taken = sum(slips[: cut.before] + slips[len(slips) - cut.after :])
            yield cut._replace(slips=taken) if taken else cut, places[cut.before][0], places[-1 - cut.after][1]


def _covers(asking: Cut, aside: Cut) -> bool:
    """Tell whether words beside a question are a part of one that is asked."""
    return asking.kind is Kind.ASKING and asking.before >= aside.before and asking.after >= aside.after


@lru_cache(maxsize=_REMEMBERED)
def _nearest(word: str) -> tuple[str, int]:
    return spaced_phrases().nearest(word_key(word))


def _glued(part: _Part) -> Iterator[_Part]:
    languages = _glued_languages(part.text)
    if not languages:
        return
    folded = list(map(word_key, part.text))
    letters, places = "".join(folded), [index for index, letter in enumerate(folded) for _ in letter]
    # Punctuation belongs to the term: quotation marks tell where it ends.
    borders = [0, *places[1:], len(part.text)]
    for language in languages:
        phrases = glued_phrases(language)
        cuts = list(phrases.cuts(letters))
        if language == KO and not part.layers and not any(cut.kind is Kind.ASKING for cut in cuts):
            cuts += filter(None, [phrases.misspelt_cut(letters)])
        yield from _cut_out(part, [(cut, borders[cut.before], borders[len(places) - cut.after]) for cut in cuts])
    if part.language == KO and part.is_told:
        for term, cost in terms_told(part.text):
            yield part._replace(text=term, cost=part.cost + cost, is_told=False, layers=part.layers + 1)


def _glued_languages(text: str) -> tuple[LanguageTag, ...]:
    """Tell by the script which of the languages without spaces a text may be in."""
    if text.isascii():
        return ()
    return (KO,) * bool(_HANGUL.search(text)) + _IN_KANA_OR_HAN * bool(_KANA_OR_HAN.search(text))


def _cut_out(part: _Part, spans: list[tuple[Cut, int, int]]) -> Iterator[_Part]:
    """Give what each cut leaves; of several forms of asking, the longest is likeliest."""
    asking = 0
    for cut, start, end in spans:
        text, cost, is_told = part.text[start:end], part.cost + cut.slips * _SLIP, part.is_told
        match cut.kind:
            case Kind.ASKING:
                cost += _WRAPPED + (_SHORTER_WRAPPER if asking else 0)
                asking += 1
                is_told = is_told or (cut.language == KO and is_clause(text))
            case Kind.FOLLOWING:
                cost += _WRAPPED
                is_told = True
            case Kind.REPORTING:
                if not is_told:
                    continue  # nothing was asked about what came up
                cost += _WRAPPED
                is_told = False
            case Kind.ASIDE:
                cost += _ASIDE_OF_THE_TERM if part.language and not is_told else _ASIDE
                yield part._replace(text=text, cost=cost, is_asked=False)
                continue
            case _:
                assert_never(cut.kind)
        is_asked = cut.kind is Kind.ASKING
        yield _Part(text, cost, part.language or cut.language, part.named, part.layers + 1, is_told, is_asked)


def _quoted(part: _Part) -> Iterator[_Part]:
    if part.language:
        for match in _QUOTATION.finditer(part.text):
            quoted = next(filter(None, match.groups()))
            yield part._replace(text=quoted, cost=part.cost + _QUOTED, is_told=False)


def _trimmed(text: str) -> str:
    """Take off spaces, punctuation, mentions and emoji at both ends, and quotation marks around the whole."""
    if text[:1].isalnum() and text[-1].isalnum() and text[-1] not in _LAUGHTER:
        return text
    opening = _NOISE_BEFORE.match(text)
    text = text[opening.end() :] if opening else text
    closing = _NOISE_AFTER.search(text)
    text = text[: closing.start()] if closing else text
    while text and unicodedata.category(text[-1]) in {"So", "Sk", "Cf"} and text[-1] not in "^`":
        text = text[:-1].rstrip()
    quotation = _QUOTATION.fullmatch(text)
    return next(filter(None, quotation.groups())).strip() if quotation else text
