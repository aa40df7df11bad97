"""How much does each feature count? Learned by bench/learn.py, read by scoring; never edited by hand.

Log odds per unit of the feature: above 0 it speaks for the match, below 0 against it.
"""

from typing import Final

NEARNESS: Final = {
    "asked": -0.324,  # the words of a question were taken away
    "stem": 0.226,  # Korean particles were taken away
    "keyboard": -0.177,  # read as typed with the other keyboard
    "by_sound": 0.363,  # another script was read by its sound
    "cost": 0.686,  # how bold the reading is
    "spelled_out": 0.000,  # Korean names of letters were read as the letters
    "as_part": 0.215,  # one of the names that a label joins
    "as_romanized": 0.603,  # the name in Latin letters, by its sound
    "as_acronym": -1.408,  # the first letters of the name's words
    "as_numeronym": 0.869,  # first letter, number of letters between, last letter
    "as_initials": -0.377,  # the Korean initial consonants
    "as_sound": -0.479,  # the consonants that are heard are (nearly) the same
    "unlike_sound": -11.891,  # 1 less the likeness of the sounds
    "unlike_sound_squared": -5.256,  # its square
    "same_consonants": -0.259,  # the same consonants are heard
    "same_sound": 2.423,  # the same is heard
    "sound_shortness": -4.376,  # 1 / sounds
    "syllables": 0.393,  # difference in vowels heard, by the vowels of the longer one
    "mixed": 0.265,  # Korean and Latin letters were typed together
    "native": -0.391,  # compared by sound with a name that is written in the same script
    "short_form": -3.283,  # 1 / letters of such a short form
    "equal": 1.559,  # nothing differs
    "equal_short": 0.583,  # nothing differs, in fewer than 4 letters: how many fewer
    "keyboard_short": 0.053,  # the same, with the other keyboard
    "difference": -7.619,  # slips / letters of the longer one
    "difference_squared": 6.014,  # its square
    "slips": -0.263,  # slips (letters added, left out, replaced, swapped), at most 6
    "one_slip": 1.135,  # one slip only
    "slips_in_short": 0.079,  # slips / letters of the shorter one
    "shortness": -10.078,  # 1 / letters typed, of what is not equal
    "winkler": 0.638,  # Jaro-Winkler similarity, which looks at the beginning
    "first_letter": -0.689,  # the first letters differ
    "last_letter": 0.057,  # the last letters differ
    "swapped": 0.441,  # letters swapped
    "digit": -2.840,  # digits that differ
    "confused": 0.389,  # letters replaced by one that sounds alike
    "vowel": 0.179,  # a vowel for a vowel
    "neighbour": -0.500,  # a key for the one beside it
    "replaced": -0.029,  # other letters replaced
    "undoubled": -0.125,  # one letter for a double one
    "missing_vowel": 0.503,  # vowels left out
    "missing": -0.401,  # other letters left out
    "doubled": -0.027,  # a double letter for one
    "extra_neighbour": 0.029,  # a key hit together with the one beside it
    "extra_vowel": -0.015,  # vowels put in
    "extra": -0.209,  # other letters put in
    "half_typed": 0.000,  # loose jamo among syllables
    "words_equal": -0.078,  # share of the typed letters in words that the name has
    "words_begun": 0.711,  # share in words that begin a word of the name
    "words_mended": 0.392,  # share in words that are like a word of the name
    "words_missing": -1.188,  # share in words that the name does not have
    "name_left": -0.712,  # share of the name's words that were not typed
    "name_left_letters": -0.785,  # share of the name's letters that were not typed
    "all_found": -0.768,  # every typed word is there in some way
    "all_clean": -2.264,  # every typed word is there without a slip
    "clean_shortness": 0.979,  # then: 1 / letters typed
    "several_clean": -1.044,  # and there are several
    "several_begun": 2.862,  # and there are several, of which some only begin a word
    "all_equal": 1.088,  # every typed word is there as it is
    "disorder": 1.760,  # the words stand in another order
    "reordered": 1.770,  # and none is left
    "within": -0.508,  # the whole name, among other words
    "prefix": 0.182,  # the name begins with what was typed
    "prefix_share": 1.163,  # then: the share of the name that was typed
    "inside": -0.124,  # what was typed stands within the name
    "around": 1.168,  # the name stands within what was typed: the name's share
    "ordinary": -1.734,  # the one word that was typed is in a dictionary
    "ordinary_derived": -0.295,  # and so it is without its Korean ending
    "ordinary_among": -0.397,  # one of the words that differ is in a dictionary
    "known": -0.597,  # a word that differs is in another name of this glossary
    "one_word": -0.527,  # only one word was typed
    "inflected": 0.662,  # the words that differ differ in an English ending
    "bias": 3.762,  # where nothing speaks for or against
}
"""Is this name what was meant, seen by itself? It orders the names."""

SURENESS: Final = {
    "asked": -1.963,  # the words of a question were taken away
    "stem": -2.180,  # Korean particles were taken away
    "keyboard": -1.130,  # read as typed with the other keyboard
    "by_sound": 0.014,  # another script was read by its sound
    "cost": -1.372,  # how bold the reading is
    "spelled_out": 0.000,  # Korean names of letters were read as the letters
    "as_part": 0.664,  # one of the names that a label joins
    "as_romanized": -1.089,  # the name in Latin letters, by its sound
    "as_acronym": 0.188,  # the first letters of the name's words
    "as_numeronym": 0.137,  # first letter, number of letters between, last letter
    "as_initials": 0.243,  # the Korean initial consonants
    "as_sound": -0.269,  # the consonants that are heard are (nearly) the same
    "unlike_sound": -0.370,  # 1 less the likeness of the sounds
    "unlike_sound_squared": -0.170,  # its square
    "same_consonants": 0.690,  # the same consonants are heard
    "same_sound": -0.390,  # the same is heard
    "sound_shortness": -0.140,  # 1 / sounds
    "syllables": -1.169,  # difference in vowels heard, by the vowels of the longer one
    "mixed": -0.976,  # Korean and Latin letters were typed together
    "native": -0.448,  # compared by sound with a name that is written in the same script
    "short_form": -0.323,  # 1 / letters of such a short form
    "equal": -0.773,  # nothing differs
    "equal_short": 0.051,  # nothing differs, in fewer than 4 letters: how many fewer
    "keyboard_short": 0.009,  # the same, with the other keyboard
    "difference": -0.649,  # slips / letters of the longer one
    "difference_squared": -0.356,  # its square
    "slips": 0.034,  # slips (letters added, left out, replaced, swapped), at most 6
    "one_slip": -0.250,  # one slip only
    "slips_in_short": -0.081,  # slips / letters of the shorter one
    "shortness": 0.080,  # 1 / letters typed, of what is not equal
    "winkler": 0.755,  # Jaro-Winkler similarity, which looks at the beginning
    "first_letter": -0.965,  # the first letters differ
    "last_letter": -1.179,  # the last letters differ
    "swapped": 0.368,  # letters swapped
    "digit": -0.001,  # digits that differ
    "confused": -0.459,  # letters replaced by one that sounds alike
    "vowel": -0.149,  # a vowel for a vowel
    "neighbour": 0.415,  # a key for the one beside it
    "replaced": -0.380,  # other letters replaced
    "undoubled": -0.759,  # one letter for a double one
    "missing_vowel": -0.842,  # vowels left out
    "missing": 0.781,  # other letters left out
    "doubled": 0.509,  # a double letter for one
    "extra_neighbour": -0.160,  # a key hit together with the one beside it
    "extra_vowel": -0.232,  # vowels put in
    "extra": -0.267,  # other letters put in
    "half_typed": 0.000,  # loose jamo among syllables
    "words_equal": 0.180,  # share of the typed letters in words that the name has
    "words_begun": -0.494,  # share in words that begin a word of the name
    "words_mended": -0.204,  # share in words that are like a word of the name
    "words_missing": 0.993,  # share in words that the name does not have
    "name_left": -0.008,  # share of the name's words that were not typed
    "name_left_letters": 1.686,  # share of the name's letters that were not typed
    "all_found": 0.846,  # every typed word is there in some way
    "all_clean": 0.147,  # every typed word is there without a slip
    "clean_shortness": 0.365,  # then: 1 / letters typed
    "several_clean": -0.510,  # and there are several
    "several_begun": -0.113,  # and there are several, of which some only begin a word
    "all_equal": 0.479,  # every typed word is there as it is
    "disorder": -1.716,  # the words stand in another order
    "reordered": 0.203,  # and none is left
    "within": -0.629,  # the whole name, among other words
    "prefix": 0.184,  # the name begins with what was typed
    "prefix_share": 0.162,  # then: the share of the name that was typed
    "inside": 0.423,  # what was typed stands within the name
    "around": -0.765,  # the name stands within what was typed: the name's share
    "ordinary": -0.480,  # the one word that was typed is in a dictionary
    "ordinary_derived": -0.434,  # and so it is without its Korean ending
    "ordinary_among": -0.390,  # one of the words that differ is in a dictionary
    "known": -1.898,  # a word that differs is in another name of this glossary
    "one_word": 0.233,  # only one word was typed
    "inflected": 0.760,  # the words that differ differ in an English ending
    "nearness": 1.582,  # how near the first one is, by the other table
    "nearness_squared": -0.084,  # a tenth of its square
    "lead": 0.068,  # how much nearer than the second one, at most MOST_LEAD
    "close_race": 0.238,  # 1 less that lead, where it is smaller than 1
    "rivals": -0.403,  # others among the next five at most 1 behind
    "alone": 0.006,  # there is no second one
    "bias": -0.507,  # where nothing speaks for or against
}
"""Is the nearest name what was meant? It decides whether to answer."""
