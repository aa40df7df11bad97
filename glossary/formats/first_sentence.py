"""What does a definition call the thing that it defines? The only place that finds names nobody marked as names.

A definition names its concept where it begins, and in few frames. So only the first sentence counts, and in it only:

* its subject, when brackets or an "or" put another name beside a known one: ``레디스(Redis)는``, ``A or B is``;
* its subject, when it is a known name with capitalised words added (``SAP SE is``), or the long or short form of one;
* a frame right behind a known name, or behind a subject that begins one: ``agile (sometimes written Agile)``;
* what the subject is said to be short for, or also called: ``…는 Remote Dictionary Server의 약자``.

Whatever stands in brackets elsewhere belongs to something else that the text mentions.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from glossary.concept import LabelKind
from glossary.formats.abbreviating import abbreviates
from glossary.formats.languages import language_of
from glossary.spelling import loose_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.concept import LanguageTag

_LONGEST_SENTENCE = 600
"""Code points. A name stands at the beginning, and a sentence that goes on for longer is none."""
_MOST_WORDS = 6
_MOST_ADDED_WORDS = 2

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?![a-z\s])")
_INTRODUCTION = re.compile(r"(?:(?:in|within|for) [^(),]{1,60}, |[^(),.]{1,40}?에서(?:는)?,? )", re.IGNORECASE)
_KOREAN_SUBJECT = re.compile(r"([^()]{1,120}?) ?(?:\(([^()]{1,200})\))?(?:은|는|이란|란) (.*)")
_ENGLISH_SUBJECT = re.compile(
    r"(?P<article>(?:the|an?) )?(?P<name>[^(),;:]{1,120}?) ?(?:\((?P<inside>[^()]{1,200})\))? "
    r"(?P<verb>is|are|was|were|refers to|means|stands for|denotes|describes) (?P<rest>.*)",
    re.IGNORECASE,
)
_FRAME = re.compile(
    r" ?(?:(?P<bracket>\()|, )"
    r"(?:(?:sometimes|often|also|commonly|frequently|formerly|previously|widely|better) )*"
    r"(?P<frame>known as|called|written(?: as)?|spell?ed(?: as)?|spelt(?: as)?|referred to as|abbreviated(?: as| to)?|"
    r"shortened to|misspell?ed(?: as)?|misspelt(?: as)?|a\.?k\.?a\.?|short for|or|또는|혹은|일명|줄여서|약칭) "
    r"(?(bracket)(?P<names>[^();]{1,120})\)|(?P<name>[^(),;.]{1,80}),)",
    re.IGNORECASE,
)
_INSIDE_LABEL = re.compile(
    r"(?:영어|한국어|일본어|중국어|독일어|프랑스어|English|Korean|Japanese|Chinese|German|French): ?"
)
_NAMES_IN_A_ROW = re.compile(r", (?:or |and )?|; | or | and | 또는 | 혹은 ")
_ALTERNATIVES = re.compile(r" or | 또는 | 혹은 ")
_KOREAN_LONG_FORM = re.compile(
    r"([^(),]{1,120}?)(?:의 (?:약자|약어|약칭|줄임말|준말|두문자어|머리글자)|[을를] 줄인 말)"
)
_KOREAN_ALSO_CALLED = re.compile(r"([^(),]{1,60}?)(?:이)?라고도 (?:하|한|불|부|쓰|쓴)")
_ENGLISH_LONG_FORM = re.compile(r"(?:short|an? (?:abbreviation|acronym|initialism|contraction)) (?:for|of) (.+)")
_END_OF_NAME = re.compile(r"[,.;:()]| (?:and|which|that|in|is|was|used) ")
_QUOTES = "\"'“”‘’«»「」『』*_` "
_NO_NAME = re.compile(
    r"(?:any|some|other|another|the|an?|its?|their|all|each|every|more|similar) |.*[?/\d]", re.IGNORECASE
)
_HANGING = ("인", "한", "의", "된", "는", "은", "을", "를", "에", "로", "고")
"""How a Korean word ends that describes the next one, or belongs to it as a part of a sentence and not of a name."""


class Said(NamedTuple):
    """A name that a text gives its concept."""

    name: str
    kind: LabelKind


def names_said(text: str, known: tuple[str, ...], default: LanguageTag) -> Iterator[Said]:
    """Find the names that a definition's first sentence gives, in its order; some may be known, or stand twice."""
    sentence = _first_sentence(text)
    names = _Names(known, default)
    introduction = _INTRODUCTION.match(sentence)
    body = sentence[introduction.end() :] if introduction else sentence
    if match := _KOREAN_SUBJECT.match(body):
        yield from names.beside_each_other(match[1], match[2] or "")
        if any(map(names.has, (match[1], *_row(match[2] or "")))):
            yield from names.said_in_korean(match[3])
    if match := _ENGLISH_SUBJECT.match(body):
        yield from names.beside_each_other(match["name"], match["inside"] or "")
        if not match["article"]:
            yield from names.grown(match["name"], match["rest"])
        if names.has(match["name"]):
            yield from names.long_form(match["verb"], match["rest"])
    yield from names.in_frames(body)


def _first_sentence(text: str) -> str:
    paragraph = " ".join(text.split("\n\n", 1)[0][: 2 * _LONGEST_SENTENCE].split())[:_LONGEST_SENTENCE]
    return _SENTENCE_END.split(paragraph, maxsplit=1)[0]


def _row(text: str) -> list[str]:
    """Take apart names in a row; each without quotes around it and without the name of its language before it."""
    parts = (part.strip(_QUOTES) for part in _NAMES_IN_A_ROW.split(text))
    return [_INSIDE_LABEL.sub("", part, count=1) for part in parts if part]


def _is_name(text: str) -> bool:
    """Tell whether words can be a name as they stand: few, none from around it, no question mark, figure or slash."""
    words = text.split()
    hangs = any(word.endswith(_HANGING) for word in words[:-1])
    return 1 <= len(words) <= _MOST_WORDS and not hangs and not _NO_NAME.match(text)


class _Names:
    """The names that a concept has before its text is read, and what they make of the text."""

    def __init__(self, known: tuple[str, ...], default: LanguageTag) -> None:
        self._known = known
        self._keys = frozenset(map(loose_key, known))
        self._default = default

    def has(self, text: str) -> bool:
        """Tell whether this is one of the names, in any folding."""
        return loose_key(text) in self._keys

    def beside_each_other(self, subject: str, inside: str) -> Iterator[Said]:
        """Find the names in ``A or B (C, D)`` when one of them is known."""
        outer = [part.strip(_QUOTES) for part in _ALTERNATIVES.split(subject)]
        if any(map(self.has, outer)):
            yield from (Said(name, self._kind(name)) for name in outer if _is_name(name))
        every = [*outer, *_row(inside)]
        partners = [name for name in every if self.has(name)]
        for name in every:
            if _is_name(name) and any(self._is_pair(name, partner) for partner in partners):
                yield Said(name, self._kind(name))

    def _is_pair(self, name: str, other: str) -> bool:
        is_translation = language_of(name, self._default) != language_of(other, self._default)
        return is_translation or abbreviates(name, other) or abbreviates(other, name)

    def _kind(self, name: str) -> LabelKind:
        """Tell a short form from another name. A long form is a synonym: what the heading says stays the headword."""
        is_short = any(abbreviates(name, long) for long in self._known)
        return LabelKind.ABBREVIATION if is_short else LabelKind.SYNONYM

    def grown(self, subject: str, rest: str) -> Iterator[Said]:
        """Find a subject that is a known name with capitalised words around it, or its long or short form.

        If the rest of the sentence says the known name again, then the subject is something else (a book on it).
        """
        if not _is_name(subject) or _ALTERNATIVES.search(subject):
            return
        if any(abbreviates(name, subject) or abbreviates(subject, name) for name in self._known):
            yield Said(subject, self._kind(subject))
        words = subject.split()
        for name in self._known:
            size = len(name.split())
            added = {loose_key(" ".join(words[:size])): words[size:], loose_key(" ".join(words[-size:])): words[:-size]}
            new = added.get(loose_key(name), [])
            is_proper = all(word[0].isupper() for word in new)
            if 1 <= len(new) <= _MOST_ADDED_WORDS and is_proper and name.casefold() not in rest.casefold():
                yield Said(subject, LabelKind.SYNONYM)

    def in_frames(self, sentence: str) -> Iterator[Said]:
        """Find ``(also called X)`` and ``, also known as X,`` behind a known name or a subject that begins one."""
        for match in _FRAME.finditer(sentence):
            if not self._is_meant(sentence[: match.start()]):
                continue
            for name in _row(match["names"] or match["name"]):
                if _is_name(name):
                    yield Said(name, self._kind_in_frame(match["frame"].casefold(), name))

    def _is_meant(self, before: str) -> bool:
        words = before.split()
        if any(self.has(" ".join(words[-size:])) for size in range(1, _MOST_WORDS + 1)):
            return True
        subject = re.sub(r"^(?:the|an?) ", "", before.casefold())
        return any(name.casefold().startswith(subject + " ") for name in self._known)

    def _kind_in_frame(self, frame: str, name: str) -> LabelKind:
        if frame.startswith("missp"):
            return LabelKind.MISSPELLING
        if frame.startswith(("written", "spel")):
            return LabelKind.SYNONYM
        is_short = frame.startswith(("abbreviated", "shortened", "줄여서", "약칭"))
        return LabelKind.ABBREVIATION if is_short else self._kind(name)

    def said_in_korean(self, rest: str) -> Iterator[Said]:
        """Find what follows the subject: ``X의 약자``, ``X라고도 한다``."""
        for pattern in (_KOREAN_LONG_FORM, _KOREAN_ALSO_CALLED):
            match = pattern.match(rest)
            if match and _is_name(name := match[1].strip(_QUOTES)):
                yield Said(name, self._kind(name))

    def long_form(self, verb: str, rest: str) -> Iterator[Said]:
        """Find what follows the subject: ``stands for X``, ``is an acronym for X``; its end shows in the letters."""
        match = _ENGLISH_LONG_FORM.match(rest)
        said = rest if verb.casefold() == "stands for" else match[1] if match else ""
        name = _END_OF_NAME.split(said, maxsplit=1)[0].strip(_QUOTES)
        if any(abbreviates(short, name) for short in self._known):
            yield Said(name, LabelKind.SYNONYM)
