"""How alike are what was read and a name? Candidate → features: the only place that says what speaks for a match."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rapidfuzz.distance import OSA, JaroWinkler

from glossary.forms import SPELLED_FORMS, Form
from glossary.hangul import has_hangul
from glossary.ordinary import Ordinary, ordinary
from glossary.readings import Means
from glossary.slips import slips_between
from glossary.sounds import skeleton_of, sounds_alike
from glossary.spelling import letters_of, words

if TYPE_CHECKING:
    from collections.abc import Callable

    from glossary.candidates import Candidate

Features = dict[str, float]
"""What speaks for and against a match, by name; what is not there is 0."""

FEATURES: Final = {
    "asked": "the words of a question were taken away",
    "stem": "Korean particles were taken away",
    "keyboard": "read as typed with the other keyboard",
    "by_sound": "another script was read by its sound",
    "cost": "how bold the reading is",
    "spelled_out": "Korean names of letters were read as the letters",
    "as_part": "one of the names that a label joins",
    "as_romanized": "the name in Latin letters, by its sound",
    "as_acronym": "the first letters of the name's words",
    "as_numeronym": "first letter, number of letters between, last letter",
    "as_initials": "the Korean initial consonants",
    "as_sound": "the consonants that are heard are (nearly) the same",
    "unlike_sound": "1 less the likeness of the sounds",
    "unlike_sound_squared": "its square",
    "same_consonants": "the same consonants are heard",
    "same_sound": "the same is heard",
    "sound_shortness": "1 / sounds",
    "syllables": "difference in vowels heard, by the vowels of the longer one",
    "mixed": "Korean and Latin letters were typed together",
    "native": "compared by sound with a name that is written in the same script",
    "short_form": "1 / letters of such a short form",
    "equal": "nothing differs",
    "equal_short": "nothing differs, in fewer than 4 letters: how many fewer",
    "keyboard_short": "the same, with the other keyboard",
    "difference": "slips / letters of the longer one",
    "difference_squared": "its square",
    "slips": "slips (letters added, left out, replaced, swapped), at most 6",
    "one_slip": "one slip only",
    "slips_in_short": "slips / letters of the shorter one",
    "shortness": "1 / letters typed, of what is not equal",
    "winkler": "Jaro-Winkler similarity, which looks at the beginning",
    "first_letter": "the first letters differ",
    "last_letter": "the last letters differ",
    "swapped": "letters swapped",
    "digit": "digits that differ",
    "confused": "letters replaced by one that sounds alike",
    "vowel": "a vowel for a vowel",
    "neighbour": "a key for the one beside it",
    "replaced": "other letters replaced",
    "undoubled": "one letter for a double one",
    "missing_vowel": "vowels left out",
    "missing": "other letters left out",
    "doubled": "a double letter for one",
    "extra_neighbour": "a key hit together with the one beside it",
    "extra_vowel": "vowels put in",
    "extra": "other letters put in",
    "half_typed": "loose jamo among syllables",
    "words_equal": "share of the typed letters in words that the name has",
    "words_begun": "share in words that begin a word of the name",
    "words_mended": "share in words that are like a word of the name",
    "words_missing": "share in words that the name does not have",
    "name_left": "share of the name's words that were not typed",
    "name_left_letters": "share of the name's letters that were not typed",
    "all_found": "every typed word is there in some way",
    "all_clean": "every typed word is there without a slip",
    "clean_shortness": "then: 1 / letters typed",
    "several_clean": "and there are several",
    "several_begun": "and there are several, of which some only begin a word",
    "all_equal": "every typed word is there as it is",
    "disorder": "the words stand in another order",
    "reordered": "and none is left",
    "within": "the whole name, among other words",
    "prefix": "the name begins with what was typed",
    "prefix_share": "then: the share of the name that was typed",
    "inside": "what was typed stands within the name",
    "around": "the name stands within what was typed: the name's share",
    "ordinary": "the one word that was typed is in a dictionary",
    "ordinary_derived": "and so it is without its Korean ending",
    "ordinary_among": "one of the words that differ is in a dictionary",
    "known": "a word that differs is in another name of this glossary",
    "one_word": "only one word was typed",
    "inflected": "the words that differ differ in an English ending",
}

_AS_FORM: Final = {form: f"as_{form.name.lower()}" for form in Form}
_TOLD_BY_ITS_FORM: Final = {Means.INITIALS}
_MOST_SLIPS: Final = 6
_SHORT: Final = 3
_HALF: Final = 0.5
_LIKE_A_WORD: Final = 0.6
_STEM: Final = 3
_ENGLISH_ENDINGS: Final = frozenset(
    ("", "s", "es", "d", "ed", "ing", "er", "ers", "ies", "y", "e", "ly", "al", "ion", "ions")
)


def features_of(candidate: Candidate, knows: Callable[[str], bool]) -> Features:
    """Compare in every detail. ``knows`` tells whether a word is in a name of the glossary."""
    reading, hit = candidate
    found: Features = dict.fromkeys(reading.means - _TOLD_BY_ITS_FORM, 1.0)
    found["cost"] = reading.cost
    if hit.form is not Form.NAME:
        found[_AS_FORM[hit.form]] = 1.0
    typed, name = reading.letters.replace(" ", ""), hit.letters.replace(" ", "")
    if hit.form is Form.SOUND:
        _compare_sounds(found, candidate)
    elif hit.form not in SPELLED_FORMS:
        found["short_form"] = 1 / len(typed)
    elif typed == name:
        found["equal"] = 1.0
        if len(typed) <= _SHORT:
            found["equal_short"] = _SHORT + 1.0 - len(typed)
            if Means.KEYBOARD in reading.means:
                found["keyboard_short"] = found["equal_short"]
    else:
        found["shortness"] = 1 / len(typed)
        _compare_places(found, typed, name)
        beside = _Words(reading.letters.split(" "), hit.letters.split(" "))
        beside.compare(found)
        if differing := [word for word, _ in beside.mended] + beside.missing:
            # What was left out on purpose is no slip.
            _compare_letters(found, typed, name)
            kind = max(map(ordinary, differing))
            if len(beside.typed) > 1:
                found["ordinary_among"] = float(kind is not Ordinary.NO)
            elif kind is not Ordinary.NO:
                found["ordinary"] = 1.0
                found["ordinary_derived"] = float(kind is Ordinary.DERIVED)
            found["known"] = float(any(map(knows, differing)))
    return found


def _compare_sounds(found: Features, candidate: Candidate) -> None:
    text, label = candidate.reading.text, candidate.hit.label.text
    typed, name = candidate.reading.letters, candidate.hit.letters
    unlike = 1 - sounds_alike(typed, name)
    found["unlike_sound"] = unlike
    found["unlike_sound_squared"] = unlike * unlike
    found["same_consonants"] = float(skeleton_of(typed) == skeleton_of(name))
    found["same_sound"] = float(typed == name)
    found["sound_shortness"] = 1 / len(typed)
    vowels = [sum(map(str.islower, sound)) for sound in (typed, name)]
    found["syllables"] = abs(vowels[0] - vowels[1]) / max(*vowels, 1)
    folded = words(text)
    found["mixed"] = float(any(map(str.isascii, "".join(folded))))
    found["native"] = float(has_hangul(text) == has_hangul(label))
    if len(folded) == 1:
        found["one_word"] = 1.0
        kind = ordinary(letters_of(folded[0]))
        found["ordinary"] = float(kind is not Ordinary.NO)
        found["ordinary_derived"] = float(kind is Ordinary.DERIVED)


def _compare_letters(found: Features, typed: str, name: str) -> None:
    longer, shorter = max(len(typed), len(name)), min(len(typed), len(name))
    distance = OSA.distance(typed, name)
    difference = distance / longer
    found["difference"] = difference
    found["difference_squared"] = difference * difference
    found["slips"] = min(distance, _MOST_SLIPS)
    found["slips_in_short"] = distance / shorter
    found["winkler"] = JaroWinkler.similarity(typed, name)
    if distance == 1:
        found["one_slip"] = 1.0
    if typed[0] != name[0]:
        found["first_letter"] = 1.0
    if typed[-1] != name[-1]:
        found["last_letter"] = 1.0
    if difference <= _HALF:
        found.update(slips_between(typed, name))


def _compare_places(found: Features, typed: str, name: str) -> None:
    if name.startswith(typed):
        found["prefix"] = 1.0
        found["prefix_share"] = len(typed) / len(name)
    elif typed in name:
        found["inside"] = 1.0
    elif name in typed:
        found["around"] = len(name) / len(typed)


class _Words:
    """The words that were typed beside those of a name, each matched at most once."""

    __slots__ = ("begun", "covered", "equal", "left", "mended", "missing", "name", "order", "typed")

    def __init__(self, typed: list[str], name: list[str]) -> None:
        """Match what is equal first, so that nothing similar takes its place."""
        self.typed, self.name, self.left = typed, name, list(name)
        self.order: list[tuple[int, int]] = []
        self.mended: list[tuple[str, str]] = []
        self.missing: list[str] = []
        self.equal = self.begun = 0
        self.covered = 0.0
        others = []
        for place, word in enumerate(typed):
            if word in self.left:
                self.equal += len(word)
                self._take(place, word, len(word))
            else:
                others.append((place, word))
        for place, word in others:
            self._match_like(place, word)

    def _take(self, place: int, word: str, covered: float) -> None:
        self.left.remove(word)
        self.order.append((place, self.name.index(word)))
        self.covered += covered

    def _match_like(self, place: int, word: str) -> None:
        likest, best = "", 0.0
        for other in self.left:
            if other.startswith(word):
                self.begun += len(word)
                self._take(place, other, len(word))
                return
            likeness = OSA.normalized_similarity(word, other)
            if likeness > best:
                likest, best = other, likeness
        if best >= _LIKE_A_WORD or (likest and _is_inflected(word, likest)):
            self.mended.append((word, likest))
            self._take(place, likest, len(word) * best)
        else:
            self.missing.append(word)

    def compare(self, found: Features) -> None:
        """Say what the matching of words speaks for."""
        letters = sum(map(len, self.typed))
        missing = sum(map(len, self.missing))
        found["words_equal"] = self.equal / letters
        found["words_begun"] = self.begun / letters
        found["words_mended"] = (letters - self.equal - self.begun - missing) / letters
        found["words_missing"] = missing / letters
        found["name_left"] = len(self.left) / len(self.name)
        found["name_left_letters"] = max(0.0, 1 - self.covered / sum(map(len, self.name)))
        if len(self.typed) == 1:
            found["one_word"] = 1.0
        if not self.missing:
            self._compare_found(found, letters)
        elif not self.left:
            found["within"] = 1.0

    def _compare_found(self, found: Features, letters: int) -> None:
        found["all_found"] = 1.0
        if not self.mended:
            found["all_clean"] = 1.0
            found["clean_shortness"] = 1 / letters
            if not self.begun:
                found["all_equal"] = 1.0
            if len(self.typed) > 1:
                found["several_clean"] = 1.0
                found["several_begun"] = float(self.begun > 0)
        elif all(_is_inflected(word, other) for word, other in self.mended):
            found["inflected"] = 1.0
        order = [name_place for _, name_place in sorted(self.order)]
        if order != sorted(order):
            found["disorder"] = 1.0
            if not self.left:
                found["reordered"] = 1.0


def _is_inflected(word: str, other: str) -> bool:
    """Tell whether two words differ in an English ending only."""
    same = next(
        (place for place, (a, b) in enumerate(zip(word, other, strict=False)) if a != b), min(len(word), len(other))
    )
    return same >= _STEM and word[same:] in _ENGLISH_ENDINGS and other[same:] in _ENGLISH_ENDINGS
