"""How much does each feature count? Learned by bench/learn.py, read by glossary/scoring.py; never edited by hand.

Log odds per unit of the feature: above 0 it speaks for the match, below 0 against it.
"""

from typing import Final

NEARNESS: Final = {
    "asked": -0.362,  # the words of a question were taken away
    "stem": -0.167,  # Korean particles were taken away
    "keyboard": -0.220,  # read as typed with the other keyboard
    "by_sound": 0.322,  # another script was read by its sound
    "cost": 0.389,  # how bold the reading is
    "spelled_out": 0.000,  # Korean names of letters were read as the letters
    "as_part": -0.265,  # one of the names that a label joins
    "as_romanized": 0.645,  # the name in Latin letters, by its sound
    "as_acronym": -1.303,  # the first letters of the name's words
    "as_numeronym": 0.906,  # first letter, number of letters between, last letter
    "as_initials": -0.285,  # the Korean initial consonants
    "as_sound": -0.119,  # the consonants that are heard are (nearly) the same
    "unlike_sound": -13.169,  # 1 less the likeness of the sounds
    "unlike_sound_squared": -6.372,  # its square
    "same_consonants": -0.437,  # the same consonants are heard
    "same_sound": 2.324,  # the same is heard
    "sound_shortness": -4.663,  # 1 / sounds
    "syllables": 0.833,  # difference in vowels heard, by the vowels of the longer one
    "mixed": 0.246,  # Korean and Latin letters were typed together
    "native": -0.454,  # compared by sound with a name that is written in the same script
    "short_form": -3.185,  # 1 / letters of such a short form
    "equal": 1.713,  # nothing differs
    "equal_short": 0.574,  # nothing differs, in fewer than 4 letters: how many fewer
    "keyboard_short": 0.056,  # the same, with the other keyboard
    "difference": -6.059,  # slips / letters of the longer one
    "difference_squared": 4.447,  # its square
    "slips": -0.217,  # slips (letters added, left out, replaced, swapped), at most 6
    "one_slip": 1.217,  # one slip only
    "slips_in_short": 0.195,  # slips / letters of the shorter one
    "shortness": -10.638,  # 1 / letters typed
    "winkler": 0.168,  # Jaro-Winkler similarity, which looks at the beginning
    "first_letter": -0.648,  # the first letters differ
    "last_letter": 0.157,  # the last letters differ
    "swapped": 0.380,  # letters swapped
    "digit": -2.644,  # digits that differ
    "confused": 0.515,  # letters replaced by one that sounds alike
    "vowel": 0.207,  # a vowel for a vowel
    "neighbour": -0.567,  # a key for the one beside it
    "replaced": 0.017,  # other letters replaced
    "undoubled": 0.050,  # one letter for a double one
    "missing_vowel": 0.377,  # vowels left out
    "missing": -0.250,  # other letters left out
    "doubled": 0.132,  # a double letter for one
    "extra_neighbour": 0.090,  # a key hit together with the one beside it
    "extra_vowel": 0.015,  # vowels put in
    "extra": -0.121,  # other letters put in
    "half_typed": 0.000,  # loose jamo among syllables
    "words_equal": 0.340,  # share of the typed letters in words that the name has
    "words_begun": 0.038,  # share in words that begin a word of the name
    "words_mended": 0.117,  # share in words that are like a word of the name
    "words_missing": -1.408,  # share in words that the name does not have
    "name_left": -1.560,  # share of the name's words that were not typed
    "name_left_letters": -0.799,  # share of the name's letters that were not typed
    "all_found": -0.829,  # every typed word is there in some way
    "all_clean": 1.812,  # every typed word is there without a slip
    "clean_shortness": -0.849,  # then: 1 / letters typed
    "all_equal": 0.238,  # every typed word is there as it is
    "disorder": 1.547,  # the words stand in another order
    "reordered": 0.473,  # and none is left
    "within": -0.395,  # the whole name, among other words
    "prefix": 0.759,  # the name begins with what was typed
    "prefix_share": -1.729,  # then: the share of the name that was typed
    "inside": -0.097,  # what was typed stands within the name
    "around": 1.693,  # the name stands within what was typed: the name's share
    "ordinary": -1.555,  # the one word that was typed is in a dictionary
    "ordinary_derived": -0.509,  # and so it is without its Korean ending
    "ordinary_among": -0.308,  # one of the words that differ is in a dictionary
    "known": -0.689,  # a word that differs is in another name of this glossary
    "one_word": -0.208,  # only one word was typed
    "inflected": 0.542,  # the words that differ differ in an English ending
    "bias": 3.653,  # where nothing speaks for or against
}
"""Is this name what was meant, seen by itself? It orders the names."""

SURENESS: Final = {
    "asked": -1.914,  # the words of a question were taken away
    "stem": -1.694,  # Korean particles were taken away
    "keyboard": -1.063,  # read as typed with the other keyboard
    "by_sound": 0.403,  # another script was read by its sound
    "cost": -1.141,  # how bold the reading is
    "spelled_out": 0.000,  # Korean names of letters were read as the letters
    "as_part": -0.005,  # one of the names that a label joins
    "as_romanized": -1.313,  # the name in Latin letters, by its sound
    "as_acronym": 0.256,  # the first letters of the name's words
    "as_numeronym": 0.159,  # first letter, number of letters between, last letter
    "as_initials": 0.313,  # the Korean initial consonants
    "as_sound": -0.241,  # the consonants that are heard are (nearly) the same
    "unlike_sound": -0.436,  # 1 less the likeness of the sounds
    "unlike_sound_squared": -0.166,  # its square
    "same_consonants": 0.701,  # the same consonants are heard
    "same_sound": -0.621,  # the same is heard
    "sound_shortness": -0.274,  # 1 / sounds
    "syllables": -1.433,  # difference in vowels heard, by the vowels of the longer one
    "mixed": -1.168,  # Korean and Latin letters were typed together
    "native": 0.033,  # compared by sound with a name that is written in the same script
    "short_form": -0.275,  # 1 / letters of such a short form
    "equal": -0.672,  # nothing differs
    "equal_short": 0.049,  # nothing differs, in fewer than 4 letters: how many fewer
    "keyboard_short": 0.009,  # the same, with the other keyboard
    "difference": -0.096,  # slips / letters of the longer one
    "difference_squared": 0.116,  # its square
    "slips": 0.110,  # slips (letters added, left out, replaced, swapped), at most 6
    "one_slip": 0.077,  # one slip only
    "slips_in_short": -0.229,  # slips / letters of the shorter one
    "shortness": -0.044,  # 1 / letters typed
    "winkler": 0.233,  # Jaro-Winkler similarity, which looks at the beginning
    "first_letter": -0.955,  # the first letters differ
    "last_letter": -1.065,  # the last letters differ
    "swapped": 0.345,  # letters swapped
    "digit": -0.001,  # digits that differ
    "confused": -0.718,  # letters replaced by one that sounds alike
    "vowel": -0.274,  # a vowel for a vowel
    "neighbour": 0.469,  # a key for the one beside it
    "replaced": -0.518,  # other letters replaced
    "undoubled": 0.096,  # one letter for a double one
    "missing_vowel": -0.554,  # vowels left out
    "missing": 0.325,  # other letters left out
    "doubled": 0.331,  # a double letter for one
    "extra_neighbour": -0.295,  # a key hit together with the one beside it
    "extra_vowel": -0.228,  # vowels put in
    "extra": -0.331,  # other letters put in
    "half_typed": 0.000,  # loose jamo among syllables
    "words_equal": 0.162,  # share of the typed letters in words that the name has
    "words_begun": -0.650,  # share in words that begin a word of the name
    "words_mended": 0.191,  # share in words that are like a word of the name
    "words_missing": 0.481,  # share in words that the name does not have
    "name_left": 0.811,  # share of the name's words that were not typed
    "name_left_letters": 2.531,  # share of the name's letters that were not typed
    "all_found": 0.906,  # every typed word is there in some way
    "all_clean": 1.031,  # every typed word is there without a slip
    "clean_shortness": 0.200,  # then: 1 / letters typed
    "all_equal": 0.320,  # every typed word is there as it is
    "disorder": -2.318,  # the words stand in another order
    "reordered": 0.186,  # and none is left
    "within": -1.577,  # the whole name, among other words
    "prefix": 0.234,  # the name begins with what was typed
    "prefix_share": -0.258,  # then: the share of the name that was typed
    "inside": -0.134,  # what was typed stands within the name
    "around": -1.272,  # the name stands within what was typed: the name's share
    "ordinary": -0.679,  # the one word that was typed is in a dictionary
    "ordinary_derived": -0.095,  # and so it is without its Korean ending
    "ordinary_among": -1.040,  # one of the words that differ is in a dictionary
    "known": -1.902,  # a word that differs is in another name of this glossary
    "one_word": 0.033,  # only one word was typed
    "inflected": 0.809,  # the words that differ differ in an English ending
    "nearness": 1.571,  # how near the first one is, by the other table
    "nearness_squared": -0.055,  # a tenth of its square
    "lead": 0.069,  # how much nearer than the second one, at most MOST_LEAD
    "close_race": -0.074,  # 1 less that lead, where it is smaller than 1
    "rivals": -0.254,  # others among the next five at most 1 behind
    "alone": -0.061,  # there is no second one
    "bias": -0.633,  # where nothing speaks for or against
}
"""Is the nearest name what was meant? It decides whether to answer."""
