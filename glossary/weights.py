"""How much does each feature count? Learned by bench/learn.py, read by glossary/scoring.py; never edited by hand.

Log odds per unit of the feature: above 0 it speaks for the match, below 0 against it.
"""

from typing import Final

NEARNESS: Final = {
    "asked": -0.405,  # the words of a question were taken away
    "stem": -0.124,  # Korean particles were taken away
    "keyboard": -0.288,  # read as typed with the other keyboard
    "by_sound": 0.340,  # another script was read by its sound
    "cost": 0.328,  # how bold the reading is
    "spelled_out": 0.000,  # Korean names of letters were read as the letters
    "as_part": -0.159,  # one of the names that a label joins
    "as_romanized": 0.656,  # the name in Latin letters, by its sound
    "as_acronym": -1.271,  # the first letters of the name's words
    "as_numeronym": 0.912,  # first letter, number of letters between, last letter
    "as_initials": -0.267,  # the Korean initial consonants
    "as_sound": -0.162,  # the consonants that are heard are (nearly) the same
    "unlike_sound": -12.814,  # 1 less the likeness of the sounds
    "unlike_sound_squared": -5.992,  # its square
    "same_consonants": -0.425,  # the same consonants are heard
    "same_sound": 2.389,  # the same is heard
    "sound_shortness": -4.418,  # 1 / sounds
    "syllables": 0.713,  # difference in vowels heard, by the vowels of the longer one
    "mixed": 0.189,  # Korean and Latin letters were typed together
    "native": -0.415,  # compared by sound with a name that is written in the same script
    "short_form": -3.149,  # 1 / letters of such a short form
    "equal": 1.762,  # nothing differs
    "equal_short": 0.571,  # nothing differs, in fewer than 4 letters: how many fewer
    "keyboard_short": 0.060,  # the same, with the other keyboard
    "difference": -6.182,  # slips / letters of the longer one
    "difference_squared": 4.607,  # its square
    "slips": -0.201,  # slips (letters added, left out, replaced, swapped), at most 6
    "one_slip": 1.226,  # one slip only
    "slips_in_short": 0.217,  # slips / letters of the shorter one
    "shortness": -10.585,  # 1 / letters typed
    "winkler": 0.119,  # Jaro-Winkler similarity, which looks at the beginning
    "first_letter": -0.684,  # the first letters differ
    "last_letter": 0.161,  # the last letters differ
    "swapped": 0.347,  # letters swapped
    "digit": -2.666,  # digits that differ
    "confused": 0.510,  # letters replaced by one that sounds alike
    "vowel": 0.207,  # a vowel for a vowel
    "neighbour": -0.522,  # a key for the one beside it
    "replaced": -0.019,  # other letters replaced
    "undoubled": 0.073,  # one letter for a double one
    "missing_vowel": 0.371,  # vowels left out
    "missing": -0.240,  # other letters left out
    "doubled": 0.034,  # a double letter for one
    "extra_neighbour": 0.088,  # a key hit together with the one beside it
    "extra_vowel": -0.005,  # vowels put in
    "extra": -0.121,  # other letters put in
    "half_typed": 0.000,  # loose jamo among syllables
    "words_equal": 0.339,  # share of the typed letters in words that the name has
    "words_begun": 0.043,  # share in words that begin a word of the name
    "words_mended": 0.091,  # share in words that are like a word of the name
    "words_missing": -1.448,  # share in words that the name does not have
    "name_left": -1.312,  # share of the name's words that were not typed
    "name_left_letters": -0.799,  # share of the name's letters that were not typed
    "all_found": -0.692,  # every typed word is there in some way
    "all_clean": 1.507,  # every typed word is there without a slip
    "clean_shortness": -0.394,  # then: 1 / letters typed
    "all_equal": 0.270,  # every typed word is there as it is
    "disorder": 1.057,  # the words stand in another order
    "reordered": 0.877,  # and none is left
    "within": -0.308,  # the whole name, among other words
    "prefix": 0.617,  # the name begins with what was typed
    "prefix_share": -1.401,  # then: the share of the name that was typed
    "inside": -0.087,  # what was typed stands within the name
    "around": 1.638,  # the name stands within what was typed: the name's share
    "ordinary": -1.681,  # the one word that was typed is in a dictionary
    "ordinary_derived": -0.381,  # and so it is without its Korean ending
    "ordinary_among": -0.180,  # one of the words that differ is in a dictionary
    "known": -0.786,  # a word that differs is in another name of this glossary
    "one_word": -0.195,  # only one word was typed
    "inflected": 0.672,  # the words that differ differ in an English ending
    "bias": 3.628,  # where nothing speaks for or against
}
"""Is this name what was meant, seen by itself? It orders the names."""

SURENESS: Final = {
    "asked": -1.900,  # the words of a question were taken away
    "stem": -1.741,  # Korean particles were taken away
    "keyboard": -0.967,  # read as typed with the other keyboard
    "by_sound": 0.408,  # another script was read by its sound
    "cost": -1.107,  # how bold the reading is
    "spelled_out": 0.000,  # Korean names of letters were read as the letters
    "as_part": -0.011,  # one of the names that a label joins
    "as_romanized": -1.337,  # the name in Latin letters, by its sound
    "as_acronym": 0.300,  # the first letters of the name's words
    "as_numeronym": 0.158,  # first letter, number of letters between, last letter
    "as_initials": 0.329,  # the Korean initial consonants
    "as_sound": -0.196,  # the consonants that are heard are (nearly) the same
    "unlike_sound": -0.444,  # 1 less the likeness of the sounds
    "unlike_sound_squared": -0.179,  # its square
    "same_consonants": 0.705,  # the same consonants are heard
    "same_sound": -0.665,  # the same is heard
    "sound_shortness": -0.281,  # 1 / sounds
    "syllables": -1.489,  # difference in vowels heard, by the vowels of the longer one
    "mixed": -1.125,  # Korean and Latin letters were typed together
    "native": 0.056,  # compared by sound with a name that is written in the same script
    "short_form": -0.253,  # 1 / letters of such a short form
    "equal": -0.738,  # nothing differs
    "equal_short": 0.046,  # nothing differs, in fewer than 4 letters: how many fewer
    "keyboard_short": 0.008,  # the same, with the other keyboard
    "difference": -0.134,  # slips / letters of the longer one
    "difference_squared": 0.058,  # its square
    "slips": 0.107,  # slips (letters added, left out, replaced, swapped), at most 6
    "one_slip": 0.106,  # one slip only
    "slips_in_short": -0.337,  # slips / letters of the shorter one
    "shortness": 0.051,  # 1 / letters typed
    "winkler": 0.128,  # Jaro-Winkler similarity, which looks at the beginning
    "first_letter": -0.840,  # the first letters differ
    "last_letter": -1.091,  # the last letters differ
    "swapped": 0.378,  # letters swapped
    "digit": -0.001,  # digits that differ
    "confused": -0.692,  # letters replaced by one that sounds alike
    "vowel": -0.171,  # a vowel for a vowel
    "neighbour": 0.558,  # a key for the one beside it
    "replaced": -0.415,  # other letters replaced
    "undoubled": 0.019,  # one letter for a double one
    "missing_vowel": -0.532,  # vowels left out
    "missing": 0.290,  # other letters left out
    "doubled": 0.481,  # a double letter for one
    "extra_neighbour": -0.220,  # a key hit together with the one beside it
    "extra_vowel": -0.196,  # vowels put in
    "extra": -0.316,  # other letters put in
    "half_typed": 0.000,  # loose jamo among syllables
    "words_equal": 0.075,  # share of the typed letters in words that the name has
    "words_begun": -0.509,  # share in words that begin a word of the name
    "words_mended": 0.099,  # share in words that are like a word of the name
    "words_missing": 0.482,  # share in words that the name does not have
    "name_left": 0.727,  # share of the name's words that were not typed
    "name_left_letters": 2.544,  # share of the name's letters that were not typed
    "all_found": 1.025,  # every typed word is there in some way
    "all_clean": 1.135,  # every typed word is there without a slip
    "clean_shortness": 0.154,  # then: 1 / letters typed
    "all_equal": 0.233,  # every typed word is there as it is
    "disorder": -1.867,  # the words stand in another order
    "reordered": -0.139,  # and none is left
    "within": -1.460,  # the whole name, among other words
    "prefix": 0.285,  # the name begins with what was typed
    "prefix_share": -0.248,  # then: the share of the name that was typed
    "inside": -0.063,  # what was typed stands within the name
    "around": -1.221,  # the name stands within what was typed: the name's share
    "ordinary": -0.484,  # the one word that was typed is in a dictionary
    "ordinary_derived": -0.227,  # and so it is without its Korean ending
    "ordinary_among": -1.274,  # one of the words that differ is in a dictionary
    "known": -1.733,  # a word that differs is in another name of this glossary
    "one_word": 0.005,  # only one word was typed
    "inflected": 0.664,  # the words that differ differ in an English ending
    "nearness": 1.602,  # how near the first one is, by the other table
    "nearness_squared": -0.037,  # a tenth of its square
    "lead": 0.054,  # how much nearer than the second one, at most MOST_LEAD
    "close_race": -0.757,  # 1 less that lead, where it is smaller than 1
    "rivals": 0.006,  # others among the next five at most 1 behind
    "alone": -0.346,  # there is no second one
    "bias": -0.699,  # where nothing speaks for or against
}
"""Is the nearest name what was meant? It decides whether to answer."""
