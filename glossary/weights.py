"""How much does each feature count? Learned by bench/learn.py, read by glossary/scoring.py; never edited by hand.

Log odds per unit of the feature: above 0 it speaks for the match, below 0 against it.
"""

from typing import Final

NEARNESS: Final = {
    "asked": -0.247,  # the words of a question were taken away
    "stem": 0.325,  # Korean particles were taken away
    "keyboard": -0.202,  # read as typed with the other keyboard
    "by_sound": 0.180,  # another script was read by its sound
    "cost": 0.859,  # how bold the reading is
    "spelled_out": 0.000,  # Korean names of letters were read as the letters
    "as_part": 0.235,  # one of the names that a label joins
    "as_romanized": 0.663,  # the name in Latin letters, by its sound
    "as_acronym": -1.308,  # the first letters of the name's words
    "as_numeronym": 0.929,  # first letter, number of letters between, last letter
    "as_initials": -0.284,  # the Korean initial consonants
    "as_sound": -0.211,  # the consonants that are heard are (nearly) the same
    "unlike_sound": -12.761,  # 1 less the likeness of the sounds
    "unlike_sound_squared": -6.003,  # its square
    "same_consonants": -0.417,  # the same consonants are heard
    "same_sound": 2.333,  # the same is heard
    "sound_shortness": -4.190,  # 1 / sounds
    "syllables": 0.723,  # difference in vowels heard, by the vowels of the longer one
    "mixed": 0.150,  # Korean and Latin letters were typed together
    "native": -0.413,  # compared by sound with a name that is written in the same script
    "short_form": -3.229,  # 1 / letters of such a short form
    "equal": 1.655,  # nothing differs
    "equal_short": 0.594,  # nothing differs, in fewer than 4 letters: how many fewer
    "keyboard_short": 0.054,  # the same, with the other keyboard
    "difference": -5.871,  # slips / letters of the longer one
    "difference_squared": 4.961,  # its square
    "slips": -0.241,  # slips (letters added, left out, replaced, swapped), at most 6
    "one_slip": 1.152,  # one slip only
    "slips_in_short": -0.007,  # slips / letters of the shorter one
    "shortness": -10.472,  # 1 / letters typed
    "winkler": 0.061,  # Jaro-Winkler similarity, which looks at the beginning
    "first_letter": -0.824,  # the first letters differ
    "last_letter": 0.048,  # the last letters differ
    "swapped": 0.457,  # letters swapped
    "digit": -2.662,  # digits that differ
    "confused": 0.486,  # letters replaced by one that sounds alike
    "vowel": 0.201,  # a vowel for a vowel
    "neighbour": -0.519,  # a key for the one beside it
    "replaced": -0.039,  # other letters replaced
    "undoubled": 0.037,  # one letter for a double one
    "missing_vowel": 0.315,  # vowels left out
    "missing": -0.224,  # other letters left out
    "doubled": 0.016,  # a double letter for one
    "extra_neighbour": 0.042,  # a key hit together with the one beside it
    "extra_vowel": 0.021,  # vowels put in
    "extra": -0.198,  # other letters put in
    "half_typed": 0.000,  # loose jamo among syllables
    "words_equal": 0.387,  # share of the typed letters in words that the name has
    "words_begun": 0.345,  # share in words that begin a word of the name
    "words_mended": 0.268,  # share in words that are like a word of the name
    "words_missing": -1.780,  # share in words that the name does not have
    "name_left": -1.109,  # share of the name's words that were not typed
    "name_left_letters": -0.423,  # share of the name's letters that were not typed
    "all_found": -0.744,  # every typed word is there in some way
    "all_clean": 1.647,  # every typed word is there without a slip
    "clean_shortness": -0.916,  # then: 1 / letters typed
    "all_equal": 0.354,  # every typed word is there as it is
    "disorder": 1.147,  # the words stand in another order
    "reordered": 0.755,  # and none is left
    "within": -0.637,  # the whole name, among other words
    "prefix": 0.829,  # the name begins with what was typed
    "prefix_share": -1.798,  # then: the share of the name that was typed
    "inside": -0.093,  # what was typed stands within the name
    "around": 1.327,  # the name stands within what was typed: the name's share
    "ordinary": -1.659,  # the one word that was typed is in a dictionary
    "ordinary_derived": -0.332,  # and so it is without its Korean ending
    "ordinary_among": -0.466,  # one of the words that differ is in a dictionary
    "known": -0.443,  # a word that differs is in another name of this glossary
    "one_word": -0.321,  # only one word was typed
    "inflected": 0.790,  # the words that differ differ in an English ending
    "bias": 3.618,  # where nothing speaks for or against
}
"""Is this name what was meant, seen by itself? It orders the names."""

SURENESS: Final = {
    "asked": -2.143,  # the words of a question were taken away
    "stem": -2.418,  # Korean particles were taken away
    "keyboard": -1.245,  # read as typed with the other keyboard
    "by_sound": 0.080,  # another script was read by its sound
    "cost": -1.532,  # how bold the reading is
    "spelled_out": 0.000,  # Korean names of letters were read as the letters
    "as_part": 0.586,  # one of the names that a label joins
    "as_romanized": -1.336,  # the name in Latin letters, by its sound
    "as_acronym": 0.244,  # the first letters of the name's words
    "as_numeronym": 0.149,  # first letter, number of letters between, last letter
    "as_initials": 0.274,  # the Korean initial consonants
    "as_sound": 0.166,  # the consonants that are heard are (nearly) the same
    "unlike_sound": -0.337,  # 1 less the likeness of the sounds
    "unlike_sound_squared": -0.168,  # its square
    "same_consonants": 0.443,  # the same consonants are heard
    "same_sound": -0.605,  # the same is heard
    "sound_shortness": -0.215,  # 1 / sounds
    "syllables": -1.405,  # difference in vowels heard, by the vowels of the longer one
    "mixed": -1.133,  # Korean and Latin letters were typed together
    "native": -0.003,  # compared by sound with a name that is written in the same script
    "short_form": -0.292,  # 1 / letters of such a short form
    "equal": -0.643,  # nothing differs
    "equal_short": 0.048,  # nothing differs, in fewer than 4 letters: how many fewer
    "keyboard_short": 0.009,  # the same, with the other keyboard
    "difference": -0.381,  # slips / letters of the longer one
    "difference_squared": -0.176,  # its square
    "slips": 0.233,  # slips (letters added, left out, replaced, swapped), at most 6
    "one_slip": 0.299,  # one slip only
    "slips_in_short": -0.027,  # slips / letters of the shorter one
    "shortness": -0.149,  # 1 / letters typed
    "winkler": 0.083,  # Jaro-Winkler similarity, which looks at the beginning
    "first_letter": -0.764,  # the first letters differ
    "last_letter": -0.992,  # the last letters differ
    "swapped": 0.204,  # letters swapped
    "digit": -0.001,  # digits that differ
    "confused": -0.635,  # letters replaced by one that sounds alike
    "vowel": -0.318,  # a vowel for a vowel
    "neighbour": 0.593,  # a key for the one beside it
    "replaced": -0.420,  # other letters replaced
    "undoubled": -0.118,  # one letter for a double one
    "missing_vowel": -0.401,  # vowels left out
    "missing": 0.284,  # other letters left out
    "doubled": 0.473,  # a double letter for one
    "extra_neighbour": -0.183,  # a key hit together with the one beside it
    "extra_vowel": -0.280,  # vowels put in
    "extra": -0.203,  # other letters put in
    "half_typed": 0.000,  # loose jamo among syllables
    "words_equal": 0.039,  # share of the typed letters in words that the name has
    "words_begun": -0.717,  # share in words that begin a word of the name
    "words_mended": -0.307,  # share in words that are like a word of the name
    "words_missing": 0.794,  # share in words that the name does not have
    "name_left": 0.315,  # share of the name's words that were not typed
    "name_left_letters": 1.936,  # share of the name's letters that were not typed
    "all_found": 0.986,  # every typed word is there in some way
    "all_clean": 0.542,  # every typed word is there without a slip
    "clean_shortness": 0.019,  # then: 1 / letters typed
    "all_equal": 0.150,  # every typed word is there as it is
    "disorder": -1.958,  # the words stand in another order
    "reordered": 0.232,  # and none is left
    "within": -0.626,  # the whole name, among other words
    "prefix": 0.228,  # the name begins with what was typed
    "prefix_share": -0.034,  # then: the share of the name that was typed
    "inside": -0.018,  # what was typed stands within the name
    "around": -0.728,  # the name stands within what was typed: the name's share
    "ordinary": -0.536,  # the one word that was typed is in a dictionary
    "ordinary_derived": -0.236,  # and so it is without its Korean ending
    "ordinary_among": -0.837,  # one of the words that differ is in a dictionary
    "known": -2.069,  # a word that differs is in another name of this glossary
    "one_word": 0.321,  # only one word was typed
    "inflected": 0.526,  # the words that differ differ in an English ending
    "nearness": 1.571,  # how near the first one is, by the other table
    "nearness_squared": -0.045,  # a tenth of its square
    "lead": 0.119,  # how much nearer than the second one, at most MOST_LEAD
    "close_race": 0.006,  # 1 less that lead, where it is smaller than 1
    "rivals": -0.213,  # others among the next five at most 1 behind
    "alone": -0.358,  # there is no second one
    "bias": -0.731,  # where nothing speaks for or against
}
"""Is the nearest name what was meant? It decides whether to answer."""
