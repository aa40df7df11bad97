"""How much does each feature count? Learned by bench/learn.py, read by glossary/scoring.py; never edited by hand.

Log odds per unit of the feature: above 0 it speaks for the match, below 0 against it.
"""

from typing import Final

NEARNESS: Final = {
    "asked": -0.396,  # the words of a question were taken away
    "stem": -0.143,  # Korean particles were taken away
    "keyboard": -0.050,  # read as typed with the other keyboard
    "by_sound": 0.432,  # another script was read by its sound
    "cost": 0.190,  # how bold the reading is
    "spelled_out": 0.000,  # Korean names of letters were read as the letters
    "as_part": -0.264,  # one of the names that a label joins
    "as_romanized": 0.661,  # the name in Latin letters, by its sound
    "as_acronym": -1.321,  # the first letters of the name's words
    "as_numeronym": 0.899,  # first letter, number of letters between, last letter
    "as_initials": -0.281,  # the Korean initial consonants
    "as_sound": -0.148,  # the consonants that are heard are (nearly) the same
    "unlike_sound": -13.176,  # 1 less the likeness of the sounds
    "unlike_sound_squared": -6.381,  # its square
    "same_consonants": -0.439,  # the same consonants are heard
    "same_sound": 2.332,  # the same is heard
    "sound_shortness": -4.681,  # 1 / sounds
    "syllables": 0.827,  # difference in vowels heard, by the vowels of the longer one
    "mixed": 0.262,  # Korean and Latin letters were typed together
    "native": -0.458,  # compared by sound with a name that is written in the same script
    "short_form": -3.202,  # 1 / letters of such a short form
    "equal": 1.702,  # nothing differs
    "equal_short": 0.571,  # nothing differs, in fewer than 4 letters: how many fewer
    "keyboard_short": 0.052,  # the same, with the other keyboard
    "difference": -6.203,  # slips / letters of the longer one
    "difference_squared": 4.433,  # its square
    "slips": -0.198,  # slips (letters added, left out, replaced, swapped), at most 6
    "one_slip": 1.206,  # one slip only
    "slips_in_short": 0.195,  # slips / letters of the shorter one
    "shortness": -10.705,  # 1 / letters typed
    "winkler": 0.149,  # Jaro-Winkler similarity, which looks at the beginning
    "first_letter": -0.615,  # the first letters differ
    "last_letter": 0.173,  # the last letters differ
    "swapped": 0.408,  # letters swapped
    "digit": -2.616,  # digits that differ
    "confused": 0.511,  # letters replaced by one that sounds alike
    "vowel": 0.183,  # a vowel for a vowel
    "neighbour": -0.546,  # a key for the one beside it
    "replaced": 0.007,  # other letters replaced
    "undoubled": 0.050,  # one letter for a double one
    "missing_vowel": 0.372,  # vowels left out
    "missing": -0.248,  # other letters left out
    "doubled": 0.155,  # a double letter for one
    "extra_neighbour": 0.070,  # a key hit together with the one beside it
    "extra_vowel": -0.007,  # vowels put in
    "extra": -0.063,  # other letters put in
    "half_typed": 0.000,  # loose jamo among syllables
    "words_equal": 0.319,  # share of the typed letters in words that the name has
    "words_begun": 0.028,  # share in words that begin a word of the name
    "words_mended": 0.111,  # share in words that are like a word of the name
    "words_missing": -1.310,  # share in words that the name does not have
    "name_left": -1.708,  # share of the name's words that were not typed
    "name_left_letters": -0.781,  # share of the name's letters that were not typed
    "all_found": -0.824,  # every typed word is there in some way
    "all_clean": 1.823,  # every typed word is there without a slip
    "clean_shortness": -0.782,  # then: 1 / letters typed
    "all_equal": 0.263,  # every typed word is there as it is
    "disorder": 1.444,  # the words stand in another order
    "reordered": 0.572,  # and none is left
    "within": -0.506,  # the whole name, among other words
    "prefix": 0.726,  # the name begins with what was typed
    "prefix_share": -1.714,  # then: the share of the name that was typed
    "inside": -0.114,  # what was typed stands within the name
    "around": 1.658,  # the name stands within what was typed: the name's share
    "ordinary": -1.532,  # the one word that was typed is in a dictionary
    "ordinary_derived": -0.522,  # and so it is without its Korean ending
    "ordinary_among": -0.269,  # one of the words that differ is in a dictionary
    "known": -0.731,  # a word that differs is in another name of this glossary
    "one_word": -0.213,  # only one word was typed
    "inflected": 0.552,  # the words that differ differ in an English ending
    "bias": 3.673,  # where nothing speaks for or against
}
"""Is this name what was meant, seen by itself? It orders the names."""

SURENESS: Final = {
    "asked": -1.842,  # the words of a question were taken away
    "stem": -1.723,  # Korean particles were taken away
    "keyboard": -1.228,  # read as typed with the other keyboard
    "by_sound": 0.395,  # another script was read by its sound
    "cost": -1.171,  # how bold the reading is
    "spelled_out": 0.000,  # Korean names of letters were read as the letters
    "as_part": -0.005,  # one of the names that a label joins
    "as_romanized": -1.361,  # the name in Latin letters, by its sound
    "as_acronym": 0.277,  # the first letters of the name's words
    "as_numeronym": 0.156,  # first letter, number of letters between, last letter
    "as_initials": 0.312,  # the Korean initial consonants
    "as_sound": -0.254,  # the consonants that are heard are (nearly) the same
    "unlike_sound": -0.421,  # 1 less the likeness of the sounds
    "unlike_sound_squared": -0.161,  # its square
    "same_consonants": 0.641,  # the same consonants are heard
    "same_sound": -0.627,  # the same is heard
    "sound_shortness": -0.289,  # 1 / sounds
    "syllables": -1.414,  # difference in vowels heard, by the vowels of the longer one
    "mixed": -1.196,  # Korean and Latin letters were typed together
    "native": 0.090,  # compared by sound with a name that is written in the same script
    "short_form": -0.262,  # 1 / letters of such a short form
    "equal": -0.680,  # nothing differs
    "equal_short": 0.048,  # nothing differs, in fewer than 4 letters: how many fewer
    "keyboard_short": 0.008,  # the same, with the other keyboard
    "difference": -0.076,  # slips / letters of the longer one
    "difference_squared": 0.121,  # its square
    "slips": 0.088,  # slips (letters added, left out, replaced, swapped), at most 6
    "one_slip": 0.078,  # one slip only
    "slips_in_short": -0.208,  # slips / letters of the shorter one
    "shortness": -0.004,  # 1 / letters typed
    "winkler": 0.287,  # Jaro-Winkler similarity, which looks at the beginning
    "first_letter": -0.960,  # the first letters differ
    "last_letter": -1.041,  # the last letters differ
    "swapped": 0.302,  # letters swapped
    "digit": -0.001,  # digits that differ
    "confused": -0.729,  # letters replaced by one that sounds alike
    "vowel": -0.211,  # a vowel for a vowel
    "neighbour": 0.437,  # a key for the one beside it
    "replaced": -0.509,  # other letters replaced
    "undoubled": -0.425,  # one letter for a double one
    "missing_vowel": -0.565,  # vowels left out
    "missing": 0.330,  # other letters left out
    "doubled": 0.289,  # a double letter for one
    "extra_neighbour": -0.265,  # a key hit together with the one beside it
    "extra_vowel": -0.213,  # vowels put in
    "extra": -0.437,  # other letters put in
    "half_typed": 0.000,  # loose jamo among syllables
    "words_equal": 0.174,  # share of the typed letters in words that the name has
    "words_begun": -0.708,  # share in words that begin a word of the name
    "words_mended": 0.221,  # share in words that are like a word of the name
    "words_missing": 0.502,  # share in words that the name does not have
    "name_left": 0.823,  # share of the name's words that were not typed
    "name_left_letters": 2.598,  # share of the name's letters that were not typed
    "all_found": 0.812,  # every typed word is there in some way
    "all_clean": 1.139,  # every typed word is there without a slip
    "clean_shortness": 0.192,  # then: 1 / letters typed
    "all_equal": 0.283,  # every typed word is there as it is
    "disorder": -2.204,  # the words stand in another order
    "reordered": 0.082,  # and none is left
    "within": -1.503,  # the whole name, among other words
    "prefix": 0.244,  # the name begins with what was typed
    "prefix_share": -0.282,  # then: the share of the name that was typed
    "inside": -0.096,  # what was typed stands within the name
    "around": -1.289,  # the name stands within what was typed: the name's share
    "ordinary": -0.707,  # the one word that was typed is in a dictionary
    "ordinary_derived": -0.106,  # and so it is without its Korean ending
    "ordinary_among": -1.085,  # one of the words that differ is in a dictionary
    "known": -1.821,  # a word that differs is in another name of this glossary
    "one_word": 0.111,  # only one word was typed
    "inflected": 0.838,  # the words that differ differ in an English ending
    "nearness": 1.593,  # how near the first one is, by the other table
    "nearness_squared": -0.076,  # a tenth of its square
    "lead": 0.043,  # how much nearer than the second one, at most MOST_LEAD
    "close_race": -0.193,  # 1 less that lead, where it is smaller than 1
    "rivals": -0.252,  # others among the next five at most 1 behind
    "alone": -0.046,  # there is no second one
    "bias": -0.572,  # where nothing speaks for or against
}
"""Is the nearest name what was meant? It decides whether to answer."""
