"""How much does each feature count? Learned by bench/learn.py, read by glossary/scoring.py; never edited by hand.

Log odds per unit of the feature: above 0 it speaks for the match, below 0 against it.
"""

from typing import Final

NEARNESS: Final = {
    "asked": -0.407,  # the words of a question were taken away
    "stem": -0.123,  # Korean particles were taken away
    "keyboard": -0.287,  # read as typed with the other keyboard
    "by_sound": 0.342,  # another script was read by its sound
    "cost": 0.325,  # how bold the reading is
    "spelled_out": 0.000,  # Korean names of letters were read as the letters
    "as_part": -0.159,  # one of the names that a label joins
    "as_romanized": 0.658,  # the name in Latin letters, by its sound
    "as_acronym": -1.272,  # the first letters of the name's words
    "as_numeronym": 0.912,  # first letter, number of letters between, last letter
    "as_initials": -0.268,  # the Korean initial consonants
    "as_sound": -0.162,  # the consonants that are heard are (nearly) the same
    "unlike_sound": -12.814,  # 1 less the likeness of the sounds
    "unlike_sound_squared": -5.992,  # its square
    "same_consonants": -0.425,  # the same consonants are heard
    "same_sound": 2.390,  # the same is heard
    "sound_shortness": -4.417,  # 1 / sounds
    "syllables": 0.713,  # difference in vowels heard, by the vowels of the longer one
    "mixed": 0.189,  # Korean and Latin letters were typed together
    "native": -0.415,  # compared by sound with a name that is written in the same script
    "short_form": -3.150,  # 1 / letters of such a short form
    "equal": 1.761,  # nothing differs
    "equal_short": 0.571,  # nothing differs, in fewer than 4 letters: how many fewer
    "keyboard_short": 0.060,  # the same, with the other keyboard
    "difference": -6.182,  # slips / letters of the longer one
    "difference_squared": 4.606,  # its square
    "slips": -0.201,  # slips (letters added, left out, replaced, swapped), at most 6
    "one_slip": 1.226,  # one slip only
    "slips_in_short": 0.215,  # slips / letters of the shorter one
    "shortness": -10.589,  # 1 / letters typed
    "winkler": 0.118,  # Jaro-Winkler similarity, which looks at the beginning
    "first_letter": -0.683,  # the first letters differ
    "last_letter": 0.160,  # the last letters differ
    "swapped": 0.347,  # letters swapped
    "digit": -2.666,  # digits that differ
    "confused": 0.509,  # letters replaced by one that sounds alike
    "vowel": 0.207,  # a vowel for a vowel
    "neighbour": -0.522,  # a key for the one beside it
    "replaced": -0.019,  # other letters replaced
    "undoubled": 0.073,  # one letter for a double one
    "missing_vowel": 0.372,  # vowels left out
    "missing": -0.240,  # other letters left out
    "doubled": 0.034,  # a double letter for one
    "extra_neighbour": 0.088,  # a key hit together with the one beside it
    "extra_vowel": -0.005,  # vowels put in
    "extra": -0.121,  # other letters put in
    "half_typed": 0.000,  # loose jamo among syllables
    "words_equal": 0.340,  # share of the typed letters in words that the name has
    "words_begun": 0.040,  # share in words that begin a word of the name
    "words_mended": 0.092,  # share in words that are like a word of the name
    "words_missing": -1.442,  # share in words that the name does not have
    "name_left": -1.313,  # share of the name's words that were not typed
    "name_left_letters": -0.800,  # share of the name's letters that were not typed
    "all_found": -0.691,  # every typed word is there in some way
    "all_clean": 1.503,  # every typed word is there without a slip
    "clean_shortness": -0.405,  # then: 1 / letters typed
    "all_equal": 0.277,  # every typed word is there as it is
    "disorder": 1.059,  # the words stand in another order
    "reordered": 0.876,  # and none is left
    "within": -0.308,  # the whole name, among other words
    "prefix": 0.624,  # the name begins with what was typed
    "prefix_share": -1.405,  # then: the share of the name that was typed
    "inside": -0.094,  # what was typed stands within the name
    "around": 1.637,  # the name stands within what was typed: the name's share
    "ordinary": -1.682,  # the one word that was typed is in a dictionary
    "ordinary_derived": -0.379,  # and so it is without its Korean ending
    "ordinary_among": -0.179,  # one of the words that differ is in a dictionary
    "known": -0.786,  # a word that differs is in another name of this glossary
    "one_word": -0.195,  # only one word was typed
    "inflected": 0.674,  # the words that differ differ in an English ending
    "bias": 3.630,  # where nothing speaks for or against
}
"""Is this name what was meant, seen by itself? It orders the names."""

SURENESS: Final = {
    "asked": -1.903,  # the words of a question were taken away
    "stem": -1.742,  # Korean particles were taken away
    "keyboard": -0.968,  # read as typed with the other keyboard
    "by_sound": 0.409,  # another script was read by its sound
    "cost": -1.108,  # how bold the reading is
    "spelled_out": 0.000,  # Korean names of letters were read as the letters
    "as_part": -0.011,  # one of the names that a label joins
    "as_romanized": -1.338,  # the name in Latin letters, by its sound
    "as_acronym": 0.300,  # the first letters of the name's words
    "as_numeronym": 0.158,  # first letter, number of letters between, last letter
    "as_initials": 0.329,  # the Korean initial consonants
    "as_sound": -0.196,  # the consonants that are heard are (nearly) the same
    "unlike_sound": -0.444,  # 1 less the likeness of the sounds
    "unlike_sound_squared": -0.179,  # its square
    "same_consonants": 0.705,  # the same consonants are heard
    "same_sound": -0.666,  # the same is heard
    "sound_shortness": -0.280,  # 1 / sounds
    "syllables": -1.489,  # difference in vowels heard, by the vowels of the longer one
    "mixed": -1.124,  # Korean and Latin letters were typed together
    "native": 0.056,  # compared by sound with a name that is written in the same script
    "short_form": -0.253,  # 1 / letters of such a short form
    "equal": -0.735,  # nothing differs
    "equal_short": 0.047,  # nothing differs, in fewer than 4 letters: how many fewer
    "keyboard_short": 0.008,  # the same, with the other keyboard
    "difference": -0.131,  # slips / letters of the longer one
    "difference_squared": 0.063,  # its square
    "slips": 0.105,  # slips (letters added, left out, replaced, swapped), at most 6
    "one_slip": 0.106,  # one slip only
    "slips_in_short": -0.331,  # slips / letters of the shorter one
    "shortness": 0.048,  # 1 / letters typed
    "winkler": 0.130,  # Jaro-Winkler similarity, which looks at the beginning
    "first_letter": -0.839,  # the first letters differ
    "last_letter": -1.090,  # the last letters differ
    "swapped": 0.378,  # letters swapped
    "digit": -0.001,  # digits that differ
    "confused": -0.691,  # letters replaced by one that sounds alike
    "vowel": -0.171,  # a vowel for a vowel
    "neighbour": 0.559,  # a key for the one beside it
    "replaced": -0.414,  # other letters replaced
    "undoubled": 0.019,  # one letter for a double one
    "missing_vowel": -0.531,  # vowels left out
    "missing": 0.289,  # other letters left out
    "doubled": 0.483,  # a double letter for one
    "extra_neighbour": -0.219,  # a key hit together with the one beside it
    "extra_vowel": -0.195,  # vowels put in
    "extra": -0.316,  # other letters put in
    "half_typed": 0.000,  # loose jamo among syllables
    "words_equal": 0.075,  # share of the typed letters in words that the name has
    "words_begun": -0.508,  # share in words that begin a word of the name
    "words_mended": 0.097,  # share in words that are like a word of the name
    "words_missing": 0.481,  # share in words that the name does not have
    "name_left": 0.726,  # share of the name's words that were not typed
    "name_left_letters": 2.552,  # share of the name's letters that were not typed
    "all_found": 1.025,  # every typed word is there in some way
    "all_clean": 1.137,  # every typed word is there without a slip
    "clean_shortness": 0.153,  # then: 1 / letters typed
    "all_equal": 0.228,  # every typed word is there as it is
    "disorder": -1.869,  # the words stand in another order
    "reordered": -0.140,  # and none is left
    "within": -1.461,  # the whole name, among other words
    "prefix": 0.276,  # the name begins with what was typed
    "prefix_share": -0.241,  # then: the share of the name that was typed
    "inside": -0.052,  # what was typed stands within the name
    "around": -1.222,  # the name stands within what was typed: the name's share
    "ordinary": -0.482,  # the one word that was typed is in a dictionary
    "ordinary_derived": -0.228,  # and so it is without its Korean ending
    "ordinary_among": -1.275,  # one of the words that differ is in a dictionary
    "known": -1.732,  # a word that differs is in another name of this glossary
    "one_word": 0.005,  # only one word was typed
    "inflected": 0.662,  # the words that differ differ in an English ending
    "nearness": 1.603,  # how near the first one is, by the other table
    "nearness_squared": -0.039,  # a tenth of its square
    "lead": 0.054,  # how much nearer than the second one, at most MOST_LEAD
    "close_race": -0.754,  # 1 less that lead, where it is smaller than 1
    "rivals": 0.004,  # others among the next five at most 1 behind
    "alone": -0.346,  # there is no second one
    "bias": -0.700,  # where nothing speaks for or against
}
"""Is the nearest name what was meant? It decides whether to answer."""
