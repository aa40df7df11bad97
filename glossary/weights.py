"""How much does each feature count? Learned by bench/learn.py, read by glossary/scoring.py; never edited by hand.

Log odds per unit of the feature: above 0 it speaks for the match, below 0 against it.
"""

from typing import Final

NEARNESS: Final = {
    "asked": -0.369,  # the words of a question were taken away
    "stem": -0.132,  # Korean particles were taken away
    "keyboard": -0.040,  # read as typed with the other keyboard
    "by_sound": 0.238,  # another script was read by its sound
    "cost": 0.132,  # how bold the reading is
    "spelled_out": 0.000,  # Korean names of letters were read as the letters
    "as_part": -0.297,  # one of the names that a label joins
    "as_romanized": 0.881,  # the name in Latin letters, by its sound
    "as_acronym": -1.343,  # the first letters of the name's words
    "as_numeronym": 0.889,  # first letter, number of letters between, last letter
    "as_initials": -0.294,  # the Korean initial consonants
    "as_sound": 0.036,  # the consonants that are heard are (nearly) the same
    "unlike_sound": -13.167,  # 1 less the likeness of the sounds
    "unlike_sound_squared": -6.382,  # its square
    "same_consonants": -0.433,  # the same consonants are heard
    "same_sound": 2.355,  # the same is heard
    "sound_shortness": -4.646,  # 1 / sounds
    "syllables": 0.821,  # difference in vowels heard, by the vowels of the longer one
    "mixed": 0.258,  # Korean and Latin letters were typed together
    "native": -0.455,  # compared by sound with a name that is written in the same script
    "short_form": -3.210,  # 1 / letters of such a short form
    "equal": 1.795,  # nothing differs
    "equal_short": 0.529,  # nothing differs, in fewer than 4 letters: how many fewer
    "keyboard_short": 0.049,  # the same, with the other keyboard
    "difference": -6.273,  # slips / letters of the longer one
    "difference_squared": 4.378,  # its square
    "slips": -0.166,  # slips (letters added, left out, replaced, swapped), at most 6
    "one_slip": 1.235,  # one slip only
    "slips_in_short": 0.213,  # slips / letters of the shorter one
    "shortness": -11.028,  # 1 / letters typed
    "winkler": 0.216,  # Jaro-Winkler similarity, which looks at the beginning
    "first_letter": -0.576,  # the first letters differ
    "last_letter": 0.195,  # the last letters differ
    "swapped": 0.400,  # letters swapped
    "digit": -2.620,  # digits that differ
    "confused": 0.463,  # letters replaced by one that sounds alike
    "vowel": 0.245,  # a vowel for a vowel
    "neighbour": -0.586,  # a key for the one beside it
    "replaced": -0.009,  # other letters replaced
    "undoubled": 0.101,  # one letter for a double one
    "missing_vowel": 0.338,  # vowels left out
    "missing": -0.227,  # other letters left out
    "doubled": 0.148,  # a double letter for one
    "extra_neighbour": 0.077,  # a key hit together with the one beside it
    "extra_vowel": -0.019,  # vowels put in
    "extra": -0.056,  # other letters put in
    "half_typed": 0.000,  # loose jamo among syllables
    "words_equal": 0.269,  # share of the typed letters in words that the name has
    "words_begun": 0.021,  # share in words that begin a word of the name
    "words_mended": 0.064,  # share in words that are like a word of the name
    "words_missing": -1.437,  # share in words that the name does not have
    "name_left": -1.781,  # share of the name's words that were not typed
    "name_left_letters": -0.855,  # share of the name's letters that were not typed
    "all_found": -0.872,  # every typed word is there in some way
    "all_clean": 1.691,  # every typed word is there without a slip
    "clean_shortness": -0.693,  # then: 1 / letters typed
    "all_equal": 0.150,  # every typed word is there as it is
    "disorder": 1.446,  # the words stand in another order
    "reordered": 0.778,  # and none is left
    "within": -0.650,  # the whole name, among other words
    "prefix": 0.758,  # the name begins with what was typed
    "prefix_share": -1.696,  # then: the share of the name that was typed
    "inside": -0.162,  # what was typed stands within the name
    "around": 1.723,  # the name stands within what was typed: the name's share
    "ordinary": -1.623,  # the one word that was typed is in a dictionary
    "ordinary_derived": -0.449,  # and so it is without its Korean ending
    "ordinary_among": -0.241,  # one of the words that differ is in a dictionary
    "known": -0.845,  # a word that differs is in another name of this glossary
    "one_word": -0.210,  # only one word was typed
    "inflected": 0.450,  # the words that differ differ in an English ending
    "bias": 3.697,  # where nothing speaks for or against
}
"""Is this name what was meant, seen by itself? It orders the names."""

SURENESS: Final = {
    "asked": -1.965,  # the words of a question were taken away
    "stem": -1.754,  # Korean particles were taken away
    "keyboard": -1.220,  # read as typed with the other keyboard
    "by_sound": 0.135,  # another script was read by its sound
    "cost": -1.244,  # how bold the reading is
    "spelled_out": 0.000,  # Korean names of letters were read as the letters
    "as_part": 0.975,  # one of the names that a label joins
    "as_romanized": -1.902,  # the name in Latin letters, by its sound
    "as_acronym": 0.448,  # the first letters of the name's words
    "as_numeronym": 0.145,  # first letter, number of letters between, last letter
    "as_initials": 0.384,  # the Korean initial consonants
    "as_sound": -0.034,  # the consonants that are heard are (nearly) the same
    "unlike_sound": -0.565,  # 1 less the likeness of the sounds
    "unlike_sound_squared": -0.232,  # its square
    "same_consonants": 0.782,  # the same consonants are heard
    "same_sound": -0.660,  # the same is heard
    "sound_shortness": -0.326,  # 1 / sounds
    "syllables": -1.498,  # difference in vowels heard, by the vowels of the longer one
    "mixed": -1.137,  # Korean and Latin letters were typed together
    "native": 0.178,  # compared by sound with a name that is written in the same script
    "short_form": -0.186,  # 1 / letters of such a short form
    "equal": -1.118,  # nothing differs
    "equal_short": 0.032,  # nothing differs, in fewer than 4 letters: how many fewer
    "keyboard_short": 0.005,  # the same, with the other keyboard
    "difference": -0.182,  # slips / letters of the longer one
    "difference_squared": 0.111,  # its square
    "slips": 0.094,  # slips (letters added, left out, replaced, swapped), at most 6
    "one_slip": 0.259,  # one slip only
    "slips_in_short": -0.230,  # slips / letters of the shorter one
    "shortness": 0.037,  # 1 / letters typed
    "winkler": 0.068,  # Jaro-Winkler similarity, which looks at the beginning
    "first_letter": -1.064,  # the first letters differ
    "last_letter": -1.170,  # the last letters differ
    "swapped": 0.350,  # letters swapped
    "digit": -0.017,  # digits that differ
    "confused": -0.647,  # letters replaced by one that sounds alike
    "vowel": -0.179,  # a vowel for a vowel
    "neighbour": 0.582,  # a key for the one beside it
    "replaced": -0.469,  # other letters replaced
    "undoubled": -0.001,  # one letter for a double one
    "missing_vowel": -0.456,  # vowels left out
    "missing": 0.243,  # other letters left out
    "doubled": 0.281,  # a double letter for one
    "extra_neighbour": -0.046,  # a key hit together with the one beside it
    "extra_vowel": -0.094,  # vowels put in
    "extra": -0.418,  # other letters put in
    "half_typed": 0.000,  # loose jamo among syllables
    "words_equal": 0.378,  # share of the typed letters in words that the name has
    "words_begun": -0.557,  # share in words that begin a word of the name
    "words_mended": 0.108,  # share in words that are like a word of the name
    "words_missing": 0.245,  # share in words that the name does not have
    "name_left": 0.669,  # share of the name's words that were not typed
    "name_left_letters": 2.423,  # share of the name's letters that were not typed
    "all_found": 0.999,  # every typed word is there in some way
    "all_clean": 1.255,  # every typed word is there without a slip
    "clean_shortness": 0.389,  # then: 1 / letters typed
    "all_equal": 0.380,  # every typed word is there as it is
    "disorder": -2.253,  # the words stand in another order
    "reordered": -0.238,  # and none is left
    "within": -1.057,  # the whole name, among other words
    "prefix": 0.100,  # the name begins with what was typed
    "prefix_share": -0.223,  # then: the share of the name that was typed
    "inside": 0.018,  # what was typed stands within the name
    "around": -1.150,  # the name stands within what was typed: the name's share
    "ordinary": -0.765,  # the one word that was typed is in a dictionary
    "ordinary_derived": -0.174,  # and so it is without its Korean ending
    "ordinary_among": -0.914,  # one of the words that differ is in a dictionary
    "known": -1.443,  # a word that differs is in another name of this glossary
    "one_word": 0.117,  # only one word was typed
    "inflected": 0.889,  # the words that differ differ in an English ending
    "nearness": 1.457,  # how near the first one is, by the other table
    "nearness_squared": 0.433,  # a tenth of its square
    "lead": -0.029,  # how much nearer than the second one, at most MOST_LEAD
    "close_race": -0.018,  # 1 less that lead, where it is smaller than 1
    "rivals": -0.348,  # others among the next five at most 1 behind
    "alone": 0.807,  # there is no second one
    "bias": -0.418,  # where nothing speaks for or against
}
"""Is the nearest name what was meant? It decides whether to answer."""
