"""How much does each feature count? Learned by bench/learn.py, read by glossary/scoring.py; never edited by hand.

Log odds per unit of the feature: above 0 it speaks for the match, below 0 against it.
"""

from typing import Final

NEARNESS: Final = {
    "asked": -1.008,  # the words of a question were taken away
    "stem": 0.171,  # Korean particles were taken away
    "keyboard": 0.244,  # read as typed with the other keyboard
    "by_sound": 0.617,  # another script was read by its sound
    "cost": 0.092,  # how bold the reading is
    "as_part": 1.217,  # one of the names that a label joins
    "as_romanized": 0.753,  # the name in Latin letters, by its sound
    "as_acronym": -1.221,  # the first letters of the name's words
    "as_numeronym": 0.937,  # first letter, number of letters between, last letter
    "as_initials": -0.209,  # the Korean initial consonants
    "short_form": -3.401,  # 1 / letters of such a short form
    "equal": 2.191,  # nothing differs
    "equal_short": 0.449,  # nothing differs, in fewer than 4 letters: how many fewer
    "keyboard_short": 0.029,  # the same, with the other keyboard
    "difference": -6.361,  # slips / letters of the longer one
    "difference_squared": 4.146,  # its square
    "slips": -0.166,  # slips (letters added, left out, replaced, swapped), at most 6
    "one_slip": 1.292,  # one slip only
    "slips_in_short": 0.137,  # slips / letters of the shorter one
    "shortness": -10.245,  # 1 / letters typed
    "winkler": 0.287,  # Jaro-Winkler similarity, which looks at the beginning
    "first_letter": -0.578,  # the first letters differ
    "last_letter": 0.249,  # the last letters differ
    "swapped": 0.341,  # letters swapped
    "digit": -2.244,  # digits that differ
    "confused": 0.573,  # letters replaced by one that sounds alike
    "vowel": 0.251,  # a vowel for a vowel
    "neighbour": -0.547,  # a key for the one beside it
    "replaced": -0.031,  # other letters replaced
    "undoubled": -0.012,  # one letter for a double one
    "missing_vowel": 0.420,  # vowels left out
    "missing": -0.289,  # other letters left out
    "doubled": 0.205,  # a double letter for one
    "extra_neighbour": 0.052,  # a key hit together with the one beside it
    "extra_vowel": 0.072,  # vowels put in
    "extra": -0.109,  # other letters put in
    "half_typed": 0.000,  # loose jamo among syllables
    "words_equal": -0.015,  # share of the typed letters in words that the name has
    "words_begun": -0.328,  # share in words that begin a word of the name
    "words_mended": -0.121,  # share in words that are like a word of the name
    "words_missing": -1.234,  # share in words that the name does not have
    "name_left": -1.530,  # share of the name's words that were not typed
    "name_left_letters": -1.094,  # share of the name's letters that were not typed
    "all_found": -0.709,  # every typed word is there in some way
    "all_clean": 1.954,  # every typed word is there without a slip
    "clean_shortness": -0.537,  # then: 1 / letters typed
    "all_equal": 0.385,  # every typed word is there as it is
    "disorder": 1.612,  # the words stand in another order
    "reordered": 0.434,  # and none is left
    "within": -0.538,  # the whole name, among other words
    "prefix": 0.789,  # the name begins with what was typed
    "prefix_share": -1.919,  # then: the share of the name that was typed
    "inside": -0.085,  # what was typed stands within the name
    "around": 1.610,  # the name stands within what was typed: the name's share
    "ordinary": -1.640,  # the one word that was typed is in a dictionary
    "ordinary_derived": -1.093,  # and so it is without its Korean ending
    "ordinary_among": -0.240,  # one of the words that differ is in a dictionary
    "known": -0.738,  # a word that differs is in another name of this glossary
    "one_word": -0.196,  # only one word was typed
    "inflected": 0.500,  # the words that differ differ in an English ending
    "bias": 3.653,  # where nothing speaks for or against
}
"""Is this name what was meant, seen by itself? It orders the names."""

SURENESS: Final = {
    "asked": -0.527,  # the words of a question were taken away
    "stem": -0.431,  # Korean particles were taken away
    "keyboard": -1.116,  # read as typed with the other keyboard
    "by_sound": 0.392,  # another script was read by its sound
    "cost": -0.597,  # how bold the reading is
    "as_part": -1.543,  # one of the names that a label joins
    "as_romanized": -1.664,  # the name in Latin letters, by its sound
    "as_acronym": 0.175,  # the first letters of the name's words
    "as_numeronym": 0.203,  # first letter, number of letters between, last letter
    "as_initials": 0.349,  # the Korean initial consonants
    "short_form": -0.333,  # 1 / letters of such a short form
    "equal": -0.529,  # nothing differs
    "equal_short": 0.045,  # nothing differs, in fewer than 4 letters: how many fewer
    "keyboard_short": 0.008,  # the same, with the other keyboard
    "difference": 0.154,  # slips / letters of the longer one
    "difference_squared": 0.620,  # its square
    "slips": 0.028,  # slips (letters added, left out, replaced, swapped), at most 6
    "one_slip": 0.110,  # one slip only
    "slips_in_short": 0.080,  # slips / letters of the shorter one
    "shortness": -1.150,  # 1 / letters typed
    "winkler": -0.194,  # Jaro-Winkler similarity, which looks at the beginning
    "first_letter": 0.480,  # the first letters differ
    "last_letter": -0.869,  # the last letters differ
    "swapped": 0.296,  # letters swapped
    "digit": -0.749,  # digits that differ
    "confused": -0.312,  # letters replaced by one that sounds alike
    "vowel": -0.234,  # a vowel for a vowel
    "neighbour": 0.530,  # a key for the one beside it
    "replaced": -0.317,  # other letters replaced
    "undoubled": -0.131,  # one letter for a double one
    "missing_vowel": -0.623,  # vowels left out
    "missing": 0.401,  # other letters left out
    "doubled": -0.055,  # a double letter for one
    "extra_neighbour": -0.001,  # a key hit together with the one beside it
    "extra_vowel": -0.003,  # vowels put in
    "extra": -0.184,  # other letters put in
    "half_typed": 0.000,  # loose jamo among syllables
    "words_equal": -0.210,  # share of the typed letters in words that the name has
    "words_begun": -1.367,  # share in words that begin a word of the name
    "words_mended": -1.256,  # share in words that are like a word of the name
    "words_missing": 2.635,  # share in words that the name does not have
    "name_left": 0.187,  # share of the name's words that were not typed
    "name_left_letters": 1.596,  # share of the name's letters that were not typed
    "all_found": 1.961,  # every typed word is there in some way
    "all_clean": 0.778,  # every typed word is there without a slip
    "clean_shortness": 0.178,  # then: 1 / letters typed
    "all_equal": -0.402,  # every typed word is there as it is
    "disorder": -2.645,  # the words stand in another order
    "reordered": -0.212,  # and none is left
    "within": 0.246,  # the whole name, among other words
    "prefix": 0.381,  # the name begins with what was typed
    "prefix_share": -0.232,  # then: the share of the name that was typed
    "inside": -1.125,  # what was typed stands within the name
    "around": -1.051,  # the name stands within what was typed: the name's share
    "ordinary": -0.655,  # the one word that was typed is in a dictionary
    "ordinary_derived": 0.857,  # and so it is without its Korean ending
    "ordinary_among": 0.651,  # one of the words that differ is in a dictionary
    "known": -0.839,  # a word that differs is in another name of this glossary
    "one_word": 0.453,  # only one word was typed
    "inflected": 0.513,  # the words that differ differ in an English ending
    "nearness": 1.638,  # how near the first one is, by the other table
    "nearness_squared": -0.445,  # a tenth of its square
    "lead": 0.031,  # how much nearer than the second one, at most MOST_LEAD
    "close_race": -1.058,  # 1 less that lead, where it is smaller than 1
    "rivals": -0.186,  # others among the next five at most 1 behind
    "alone": -0.278,  # there is no second one
    "bias": -0.447,  # where nothing speaks for or against
}
"""Is the nearest name what was meant? It decides whether to answer."""
