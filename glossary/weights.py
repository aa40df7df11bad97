"""How much does each feature count? Learned by bench/learn.py, read by scoring; never edited by hand.

Log odds per unit of the feature: above 0 it speaks for the match, below 0 against it.
"""

from typing import Final

NEARNESS: Final = {
    "asked": -0.237,  # the words of a question were taken away
    "stem": 0.345,  # Korean particles were taken away
    "keyboard": -0.195,  # read as typed with the other keyboard
    "by_sound": 0.215,  # another script was read by its sound
    "cost": 0.872,  # how bold the reading is
    "spelled_out": 0.000,  # Korean names of letters were read as the letters
    "as_part": 0.321,  # one of the names that a label joins
    "as_romanized": 0.682,  # the name in Latin letters, by its sound
    "as_acronym": -1.522,  # the first letters of the name's words
    "as_numeronym": 0.824,  # first letter, number of letters between, last letter
    "as_initials": -0.478,  # the Korean initial consonants
    "as_sound": -0.484,  # the consonants that are heard are (nearly) the same
    "unlike_sound": -12.784,  # 1 less the likeness of the sounds
    "unlike_sound_squared": -6.009,  # its square
    "same_consonants": -0.415,  # the same consonants are heard
    "same_sound": 2.348,  # the same is heard
    "sound_shortness": -4.126,  # 1 / sounds
    "syllables": 0.714,  # difference in vowels heard, by the vowels of the longer one
    "mixed": 0.135,  # Korean and Latin letters were typed together
    "native": -0.417,  # compared by sound with a name that is written in the same script
    "short_form": -3.366,  # 1 / letters of such a short form
    "equal": 1.393,  # nothing differs
    "equal_short": 0.591,  # nothing differs, in fewer than 4 letters: how many fewer
    "keyboard_short": 0.053,  # the same, with the other keyboard
    "difference": -6.936,  # slips / letters of the longer one
    "difference_squared": 5.363,  # its square
    "slips": -0.289,  # slips (letters added, left out, replaced, swapped), at most 6
    "one_slip": 1.104,  # one slip only
    "slips_in_short": 0.033,  # slips / letters of the shorter one
    "shortness": -10.163,  # 1 / letters typed, of what is not equal
    "winkler": 0.566,  # Jaro-Winkler similarity, which looks at the beginning
    "first_letter": -0.720,  # the first letters differ
    "last_letter": 0.047,  # the last letters differ
    "swapped": 0.531,  # letters swapped
    "digit": -2.830,  # digits that differ
    "confused": 0.434,  # letters replaced by one that sounds alike
    "vowel": 0.198,  # a vowel for a vowel
    "neighbour": -0.529,  # a key for the one beside it
    "replaced": -0.054,  # other letters replaced
    "undoubled": -0.122,  # one letter for a double one
    "missing_vowel": 0.531,  # vowels left out
    "missing": -0.404,  # other letters left out
    "doubled": 0.024,  # a double letter for one
    "extra_neighbour": 0.039,  # a key hit together with the one beside it
    "extra_vowel": 0.003,  # vowels put in
    "extra": -0.193,  # other letters put in
    "half_typed": 0.000,  # loose jamo among syllables
    "words_equal": 0.299,  # share of the typed letters in words that the name has
    "words_begun": 1.038,  # share in words that begin a word of the name
    "words_mended": 0.333,  # share in words that are like a word of the name
    "words_missing": -1.404,  # share in words that the name does not have
    "name_left": -1.006,  # share of the name's words that were not typed
    "name_left_letters": -0.818,  # share of the name's letters that were not typed
    "all_found": -0.999,  # every typed word is there in some way
    "all_clean": -2.567,  # every typed word is there without a slip
    "clean_shortness": 0.828,  # then: 1 / letters typed
    "several_clean": -1.008,  # and there are several
    "several_begun": 2.986,  # and there are several, of which some only begin a word
    "all_equal": 1.136,  # every typed word is there as it is
    "disorder": 1.961,  # the words stand in another order
    "reordered": 1.766,  # and none is left
    "within": -0.790,  # the whole name, among other words
    "prefix": 0.248,  # the name begins with what was typed
    "prefix_share": 1.011,  # then: the share of the name that was typed
    "inside": -0.069,  # what was typed stands within the name
    "around": 1.114,  # the name stands within what was typed: the name's share
    "ordinary": -1.707,  # the one word that was typed is in a dictionary
    "ordinary_derived": -0.314,  # and so it is without its Korean ending
    "ordinary_among": -0.472,  # one of the words that differ is in a dictionary
    "known": -0.473,  # a word that differs is in another name of this glossary
    "one_word": -0.368,  # only one word was typed
    "inflected": 0.685,  # the words that differ differ in an English ending
    "bias": 3.886,  # where nothing speaks for or against
}
"""Is this name what was meant, seen by itself? It orders the names."""

SURENESS: Final = {
    "asked": -1.941,  # the words of a question were taken away
    "stem": -2.299,  # Korean particles were taken away
    "keyboard": -1.150,  # read as typed with the other keyboard
    "by_sound": -0.019,  # another script was read by its sound
    "cost": -1.425,  # how bold the reading is
    "spelled_out": 0.000,  # Korean names of letters were read as the letters
    "as_part": 0.654,  # one of the names that a label joins
    "as_romanized": -1.027,  # the name in Latin letters, by its sound
    "as_acronym": 0.236,  # the first letters of the name's words
    "as_numeronym": 0.140,  # first letter, number of letters between, last letter
    "as_initials": 0.286,  # the Korean initial consonants
    "as_sound": -0.053,  # the consonants that are heard are (nearly) the same
    "unlike_sound": -0.305,  # 1 less the likeness of the sounds
    "unlike_sound_squared": -0.152,  # its square
    "same_consonants": 0.775,  # the same consonants are heard
    "same_sound": -0.443,  # the same is heard
    "sound_shortness": -0.148,  # 1 / sounds
    "syllables": -1.364,  # difference in vowels heard, by the vowels of the longer one
    "mixed": -0.919,  # Korean and Latin letters were typed together
    "native": -0.434,  # compared by sound with a name that is written in the same script
    "short_form": -0.301,  # 1 / letters of such a short form
    "equal": -0.758,  # nothing differs
    "equal_short": 0.049,  # nothing differs, in fewer than 4 letters: how many fewer
    "keyboard_short": 0.009,  # the same, with the other keyboard
    "difference": -0.817,  # slips / letters of the longer one
    "difference_squared": -0.443,  # its square
    "slips": 0.113,  # slips (letters added, left out, replaced, swapped), at most 6
    "one_slip": -0.144,  # one slip only
    "slips_in_short": -0.201,  # slips / letters of the shorter one
    "shortness": -0.137,  # 1 / letters typed, of what is not equal
    "winkler": 0.761,  # Jaro-Winkler similarity, which looks at the beginning
    "first_letter": -0.981,  # the first letters differ
    "last_letter": -1.210,  # the last letters differ
    "swapped": 0.333,  # letters swapped
    "digit": -0.001,  # digits that differ
    "confused": -0.504,  # letters replaced by one that sounds alike
    "vowel": -0.209,  # a vowel for a vowel
    "neighbour": 0.407,  # a key for the one beside it
    "replaced": -0.397,  # other letters replaced
    "undoubled": -0.894,  # one letter for a double one
    "missing_vowel": -0.932,  # vowels left out
    "missing": 0.732,  # other letters left out
    "doubled": 0.416,  # a double letter for one
    "extra_neighbour": -0.213,  # a key hit together with the one beside it
    "extra_vowel": -0.270,  # vowels put in
    "extra": -0.317,  # other letters put in
    "half_typed": 0.000,  # loose jamo among syllables
    "words_equal": -0.028,  # share of the typed letters in words that the name has
    "words_begun": -0.616,  # share in words that begin a word of the name
    "words_mended": -0.139,  # share in words that are like a word of the name
    "words_missing": 0.932,  # share in words that the name does not have
    "name_left": 0.288,  # share of the name's words that were not typed
    "name_left_letters": 1.647,  # share of the name's letters that were not typed
    "all_found": 1.013,  # every typed word is there in some way
    "all_clean": 0.160,  # every typed word is there without a slip
    "clean_shortness": 0.194,  # then: 1 / letters typed
    "several_clean": -0.549,  # and there are several
    "several_begun": -0.048,  # and there are several, of which some only begin a word
    "all_equal": 0.568,  # every typed word is there as it is
    "disorder": -1.788,  # the words stand in another order
    "reordered": 0.157,  # and none is left
    "within": -0.511,  # the whole name, among other words
    "prefix": 0.305,  # the name begins with what was typed
    "prefix_share": 0.268,  # then: the share of the name that was typed
    "inside": 0.375,  # what was typed stands within the name
    "around": -0.602,  # the name stands within what was typed: the name's share
    "ordinary": -0.636,  # the one word that was typed is in a dictionary
    "ordinary_derived": -0.358,  # and so it is without its Korean ending
    "ordinary_among": -0.356,  # one of the words that differ is in a dictionary
    "known": -2.131,  # a word that differs is in another name of this glossary
    "one_word": 0.061,  # only one word was typed
    "inflected": 0.818,  # the words that differ differ in an English ending
    "nearness": 1.498,  # how near the first one is, by the other table
    "nearness_squared": 0.045,  # a tenth of its square
    "lead": 0.104,  # how much nearer than the second one, at most MOST_LEAD
    "close_race": -0.101,  # 1 less that lead, where it is smaller than 1
    "rivals": -0.191,  # others among the next five at most 1 behind
    "alone": -0.182,  # there is no second one
    "bias": -0.635,  # where nothing speaks for or against
}
"""Is the nearest name what was meant? It decides whether to answer."""
