"""Which slips lead from a name to what was typed? The only place that knows which are common."""

from __future__ import annotations

from typing import Final, cast

from rapidfuzz.distance import OSA, Levenshtein

KINDS: Final = frozenset(
    (
        "swapped", "digit", "confused", "vowel", "neighbour", "replaced", "undoubled", "missing_vowel", "missing",
        "doubled", "extra_neighbour", "extra_vowel", "extra",
    )
)  # fmt: skip
"""What a slip can be: letters swapped, replaced, left out or put in; the features tell what each kind means."""

_KEYBOARDS: Final = (
    ("qwertyuiop", "asdfghjkl", "zxcvbnm"),
    ("ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔ", "ㅁㄴㅇㄹㅎㅗㅓㅏㅣ", "ㅋㅌㅊㅍㅠㅜㅡ"),
)
_HALF_A_KEY: Final = 0.5
_SOUND_ALIKE: Final = """
    ckqx szx fvp bpv dt gj mn iy lr uw
    ㄱㄲㅋ ㄷㄸㅌ ㅂㅃㅍ ㅅㅆ ㅈㅉㅊ ㅐㅔㅖㅒ ㅅㄷㅌㅈ ㅗㅓ ㅡㅜ ㅣㅡ ㅓㅏ ㅛㅗ ㅑㅏ ㅕㅓ ㅠㅜ
""".split()  # noqa: SIM905 - rows of groups read better
_VOWELS: Final = frozenset("aeiouyㅏㅑㅓㅕㅗㅛㅜㅠㅡㅣㅐㅒㅔㅖ")


def _beside(rows: tuple[str, ...]) -> frozenset[str]:
    """Give the pairs of keys that touch; each row of a keyboard is shifted by half a key."""
    places = {key: (y, x + y * _HALF_A_KEY) for y, row in enumerate(rows) for x, key in enumerate(row)}
    return frozenset(
        one + other
        for one, (y, x) in places.items()
        for other, (other_y, other_x) in places.items()
        if one != other and abs(y - other_y) <= 1 and abs(x - other_x) <= 1
    )


_NEIGHBOURS: Final = _beside(_KEYBOARDS[0]) | _beside(_KEYBOARDS[1])
_CONFUSED: Final = frozenset(a + b for group in _SOUND_ALIKE for a in group for b in group if a != b)


def slips_between(typed: str, name: str) -> dict[str, int]:
    """Count the slips that make what was typed of a name, by kind."""
    found: dict[str, int] = {}
    swapped = Levenshtein.distance(typed, name) - OSA.distance(typed, name)
    if swapped:
        found["swapped"] = swapped
    in_swaps = 2 * swapped
    edits = cast("list[tuple[str, int, int]]", Levenshtein.editops(typed, name).as_list())
    for operation, at, to in edits:
        if in_swaps and operation != "replace":
            in_swaps -= 1
            continue
        match operation:
            case "replace":
                kind = _replaced(typed[at], name[to])
            case "insert":
                kind = _left_out(name, to)
            case _:
                kind = _put_in(typed, at)
        found[kind] = found.get(kind, 0) + 1
    return found


def _replaced(typed: str, meant: str) -> str:
    if typed.isdigit() or meant.isdigit():
        return "digit"
    if typed + meant in _CONFUSED:
        return "confused"
    if typed in _VOWELS and meant in _VOWELS:
        return "vowel"
    return "neighbour" if typed + meant in _NEIGHBOURS else "replaced"


def _left_out(name: str, place: int) -> str:
    letter = name[place]
    if letter.isdigit():
        return "digit"
    if letter in (name[place - 1 : place], name[place + 1 : place + 2]):
        return "undoubled"
    return "missing_vowel" if letter in _VOWELS else "missing"


def _put_in(typed: str, place: int) -> str:
    letter, before, after = typed[place], typed[place - 1 : place], typed[place + 1 : place + 2]
    if letter.isdigit():
        return "digit"
    if letter in (before, after):
        return "doubled"
    if before + letter in _NEIGHBOURS or letter + after in _NEIGHBOURS:
        return "extra_neighbour"
    return "extra_vowel" if letter in _VOWELS else "extra"
