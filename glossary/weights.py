"""How much does each feature count? Learned by bench/learn.py, read by glossary/scoring.py; never edited by hand.

Log odds per unit of the feature: above 0 it speaks for the match, below 0 against it.
"""

from typing import Final

NEARNESS: Final = {
    "asked": -0.274,  # the words of a question were taken away
    "stem": -0.046,  # Korean particles were taken away
    "keyboard": -0.046,  # read as typed with the other keyboard
    "by_sound": 0.238,  # another script was read by its sound
    "cost": 1.032,  # how bold the reading is
    "as_part": 1.095,  # one of the names that a label joins
    "as_romanized": 0.755,  # the name in Latin letters, by its sound
    "as_acronym": -1.321,  # the first letters of the name's words
    "as_numeronym": 0.934,  # first letter, number of letters between, last letter
    "as_initials": -0.290,  # the Korean initial consonants
    "short_form": -3.280,  # 1 / letters of such a short form
    "equal": 1.620,  # nothing differs
    "equal_short": 0.601,  # nothing differs, in fewer than 4 letters: how many fewer
    "keyboard_short": 0.047,  # the same, with the other keyboard
    "difference": -5.833,  # slips / letters of the longer one
    "difference_squared": 3.416,  # its square
    "slips": -0.171,  # slips (letters added, left out, replaced, swapped), at most 6
    "one_slip": 1.232,  # one slip only
    "slips_in_short": 0.120,  # slips / letters of the shorter one
    "shortness": -10.549,  # 1 / letters typed
    "winkler": 0.266,  # Jaro-Winkler similarity, which looks at the beginning
    "first_letter": -0.497,  # the first letters differ
    "last_letter": 0.212,  # the last letters differ
    "swapped": 0.400,  # letters swapped
    "digit": -2.686,  # digits that differ
    "confused": 0.579,  # letters replaced by one that sounds alike
    "vowel": 0.258,  # a vowel for a vowel
    "neighbour": -0.549,  # a key for the one beside it
    "replaced": 0.002,  # other letters replaced
    "undoubled": 0.082,  # one letter for a double one
    "missing_vowel": 0.466,  # vowels left out
    "missing": -0.336,  # other letters left out
    "doubled": 0.189,  # a double letter for one
    "extra_neighbour": 0.029,  # a key hit together with the one beside it
    "extra_vowel": 0.121,  # vowels put in
    "extra": -0.106,  # other letters put in
    "half_typed": 0.000,  # loose jamo among syllables
    "words_equal": 0.190,  # share of the typed letters in words that the name has
    "words_begun": 0.199,  # share in words that begin a word of the name
    "words_mended": -0.106,  # share in words that are like a word of the name
    "words_missing": -1.226,  # share in words that the name does not have
    "name_left": -1.559,  # share of the name's words that were not typed
    "name_left_letters": -1.316,  # share of the name's letters that were not typed
    "all_found": -0.854,  # every typed word is there in some way
    "all_clean": 1.792,  # every typed word is there without a slip
    "clean_shortness": -0.910,  # then: 1 / letters typed
    "all_equal": 0.335,  # every typed word is there as it is
    "disorder": 1.850,  # the words stand in another order
    "reordered": 0.439,  # and none is left
    "within": -0.671,  # the whole name, among other words
    "prefix": 1.024,  # the name begins with what was typed
    "prefix_share": -2.326,  # then: the share of the name that was typed
    "inside": -0.124,  # what was typed stands within the name
    "around": 1.959,  # the name stands within what was typed: the name's share
    "ordinary": -1.500,  # the one word that was typed is in a dictionary
    "ordinary_derived": -0.641,  # and so it is without its Korean ending
    "ordinary_among": -0.384,  # one of the words that differ is in a dictionary
    "known": -0.699,  # a word that differs is in another name of this glossary
    "one_word": -0.153,  # only one word was typed
    "inflected": 0.371,  # the words that differ differ in an English ending
    "bias": 3.622,  # where nothing speaks for or against
}
"""Is this name what was meant, seen by itself? It orders the names."""

SURENESS: Final = {
    "asked": -2.113,  # the words of a question were taken away
    "stem": -1.954,  # Korean particles were taken away
    "keyboard": -1.480,  # read as typed with the other keyboard
    "by_sound": 0.152,  # another script was read by its sound
    "cost": -1.101,  # how bold the reading is
    "as_part": -0.141,  # one of the names that a label joins
    "as_romanized": -1.680,  # the name in Latin letters, by its sound
    "as_acronym": -0.408,  # the first letters of the name's words
    "as_numeronym": 0.146,  # first letter, number of letters between, last letter
    "as_initials": 0.042,  # the Korean initial consonants
    "short_form": -0.598,  # 1 / letters of such a short form
    "equal": -0.030,  # nothing differs
    "equal_short": 0.071,  # nothing differs, in fewer than 4 letters: how many fewer
    "keyboard_short": 0.014,  # the same, with the other keyboard
    "difference": 0.135,  # slips / letters of the longer one
    "difference_squared": 0.536,  # its square
    "slips": -0.017,  # slips (letters added, left out, replaced, swapped), at most 6
    "one_slip": 0.075,  # one slip only
    "slips_in_short": -0.153,  # slips / letters of the shorter one
    "shortness": -0.498,  # 1 / letters typed
    "winkler": -0.007,  # Jaro-Winkler similarity, which looks at the beginning
    "first_letter": -0.985,  # the first letters differ
    "last_letter": -1.075,  # the last letters differ
    "swapped": 0.257,  # letters swapped
    "digit": -0.780,  # digits that differ
    "confused": -0.057,  # letters replaced by one that sounds alike
    "vowel": -0.301,  # a vowel for a vowel
    "neighbour": 0.328,  # a key for the one beside it
    "replaced": -0.423,  # other letters replaced
    "undoubled": -0.849,  # one letter for a double one
    "missing_vowel": -0.796,  # vowels left out
    "missing": 0.538,  # other letters left out
    "doubled": -0.053,  # a double letter for one
    "extra_neighbour": -0.260,  # a key hit together with the one beside it
    "extra_vowel": -0.580,  # vowels put in
    "extra": -0.326,  # other letters put in
    "half_typed": 0.000,  # loose jamo among syllables
    "words_equal": 0.209,  # share of the typed letters in words that the name has
    "words_begun": -0.998,  # share in words that begin a word of the name
    "words_mended": 0.076,  # share in words that are like a word of the name
    "words_missing": 0.963,  # share in words that the name does not have
    "name_left": 0.809,  # share of the name's words that were not typed
    "name_left_letters": 2.394,  # share of the name's letters that were not typed
    "all_found": 0.724,  # every typed word is there in some way
    "all_clean": 1.012,  # every typed word is there without a slip
    "clean_shortness": 0.069,  # then: 1 / letters typed
    "all_equal": 0.079,  # every typed word is there as it is
    "disorder": -2.971,  # the words stand in another order
    "reordered": 0.618,  # and none is left
    "within": -1.459,  # the whole name, among other words
    "prefix": 0.381,  # the name begins with what was typed
    "prefix_share": -0.207,  # then: the share of the name that was typed
    "inside": -0.189,  # what was typed stands within the name
    "around": -1.387,  # the name stands within what was typed: the name's share
    "ordinary": -1.214,  # the one word that was typed is in a dictionary
    "ordinary_derived": 0.259,  # and so it is without its Korean ending
    "ordinary_among": -0.459,  # one of the words that differ is in a dictionary
    "known": -1.568,  # a word that differs is in another name of this glossary
    "one_word": -0.213,  # only one word was typed
    "inflected": 1.171,  # the words that differ differ in an English ending
    "nearness": 1.426,  # how near the first one is, by the other table
    "nearness_squared": -0.451,  # a tenth of its square
    "lead": 0.016,  # how much nearer than the second one, at most MOST_LEAD
    "close_race": -0.407,  # 1 less that lead, where it is smaller than 1
    "rivals": -0.346,  # others among the next five at most 1 behind
    "alone": -0.468,  # there is no second one
    "bias": 0.837,  # where nothing speaks for or against
}
"""Is the nearest name what was meant? It decides whether to answer."""
