"""What do letters say? The tables of spelling and sound, and nothing else.

A rule is one or more ways to spell (regular expressions, with a space between them) and the sound: capitals for
consonants, small letters for vowels, None for what is written itself. The first rule that fits at a place holds there.
"""

from __future__ import annotations

from typing import Final

Rules = tuple[tuple[str, str | None], ...]

ENGLISH: Final[Rules] = (
    # Letters that say nothing, and pairs that say one thing.
    (r"\bkn \bgn", "N"),
    (r"\bwr rh", "L"),
    (r"\bps", "S"),
    (r"\bx", "J"),
    (r"wh", "u"),
    (r"mb\b mn\b", "M"),
    (r"(?<=[iu])gh(?=t|\b)", ""),
    (r"gh", "G"),
    (r"ph", "P"),
    (r"ck cqu que\b", "K"),
    (r"qu", "Ku"),
    (r"q", "K"),
    (r"gu(?=[ei]) gue\b", "G"),
    # Endings that have worn down.
    (r"tio(?=n) cia(?=n)", "Sa"),
    (r"s?sio(?=n)", "Ja"),
    (r"ti(?=al|an|en|ou) ci(?=al|ou|en)", "S"),
    (r"ture", "Ca"),
    (r"sure", "Ja"),
    (r"dure", "Ja"),
    (r"t(?=ua)", "C"),
    (r"d(?=ul)", "J"),
    (r"(?<=[aeiouy][bcdfghjklmnpqrstvwxz])age (?<=[aeiouy][bcdfghjklmnpqrstvwxz]{2})age (?<=u)age", "iJi"),
    # ch: Greek words keep their k, French ones have sh. A hissing sound at the end gets a vowel.
    (r"tch\b ch\b", "Ci"),
    (r"sh\b", "Si"),
    (r"dge\b", "Ji"),
    (r"tch", "C"),
    (r"sch", "SK"),
    (r"ch(?=[rl]|ao|em|or|ara) (?<=te)ch(?!e[rs]) (?<=ar)ch(?=[iay]) (?<=[emny])ch(?=[oar]) (?<=or)ch(?=[ei])", "K"),
    (r"(?<=[a-z][aeiou])che\b", "Si"),
    (r"ch", "C"),
    (r"sh", "S"),
    (r"\bthe\b", "Da"),
    (r"th(?=er\b)", "D"),
    (r"th", "S"),
    # c and g are soft before e, i and y.
    (r"cc(?=[eiy])", "KS"),
    (r"s?c(?=[eiy])", "S"),
    (r"cc?", "K"),
    (r"dg(?=[eiy])", "J"),
    (r"ng(?=[eiy](?!ng|r\b))", "NJ"),
    (r"ng(?=[aourl])", "NG"),
    (r"ng", "N"),
    (r"gg \bg(?=e[at]|i[tvf]) (?<=r)g(?=et)", "G"),
    (r"g(?=[eiy])", "J"),
    (r"g", "G"),
    (r"x", "KS"),
    (r"j zz?", "J"),
    (r"ss?", "S"),
    (r"ff? pp?", "P"),
    (r"v bb?", "B"),
    (r"tt?", "T"),
    (r"dd?", "D"),
    (r"k", "K"),
    (r"ll?", "L"),
    (r"mm?", "M"),
    (r"nn?", "N"),
    (r"(?<=[aeiou])h(?![aeiou])", ""),
    (r"h", "H"),
    (r"w", "u"),
    # r colours the vowel before it, and is heard before a vowel only.
    (r"ire\b", "aia"),
    (r"are\b", "ea"),
    (r"ore\b", "oa"),
    (r"(?:er|ir|ur|or|re|ar)\b", "a"),
    (r"(?:er|ir|ur)(?![aeiouyr])", "a"),
    (r"rr?(?=[aeiouy])(?!e[sd]?\b)", "L"),
    (r"rr?", ""),
    # Vowels: a silent e lengthens the one before it; unstressed ones fade.
    (r"(?<=[a-z])e(?=[sd]?\b)(?!d\b)", ""),
    (r"eau oa oe au aw a(?=ll|l[kmt])", "o"),
    (r"ee ea ie ey", "i"),
    (r"oo ou eu ew", "u"),
    (r"ai ay ei a(?=[bcdfgklmnpstvz](?:e\b|ing|ion))", "ei"),
    (r"oi oy", "oi"),
    (r"igh i(?=[bcdfgklmnpstvz]e\b)", "ai"),
    (r"y(?=(?:th|[bcdfgklmnprt])[aeiou])", "ai"),
    (r"\by(?=[aeiou])", ""),
    (r"y", "i"),
    (r"a(?=l\b|ble|n[tc]|r|\b) e(?=n[tc]\b) o(?=us\b)", "a"),
    (r"(?<=[pfb])u(?=sh|ll|t)", "u"),
    (r"\bu(?=n) u(?=[bcdfgklmnprstvxz](?:[bcdfghjklmnpqrstvwxz]|\b))", "a"),
    (r"a", "e"),
    (r"[eiou]", None),
)
"""What English letters say; other languages in Latin letters are near enough."""

ROMANIZED_KOREAN: Final[Rules] = (
    (r"ch", "C"),
    (r"ng(?![aeiouwy])", "N"),
    (r"kk k", "K"),
    (r"g", "G"),
    (r"tt t", "T"),
    (r"d", "D"),
    (r"pp p", "P"),
    (r"b", "B"),
    (r"ss s", "S"),
    (r"jj j", "J"),
    (r"ll l r", "L"),
    (r"m", "M"),
    (r"n", "N"),
    (r"h", "H"),
    (r"eui", "i"),
    (r"eo", "a"),
    (r"eu", ""),
    (r"ae", "e"),
    (r"w(?=o) y", ""),
    (r"w", "u"),
    (r"[aeiou]", None),
)
"""What the letters of the Revised Romanization of Korean say."""
