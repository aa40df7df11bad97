"""How much does each feature count? Learned by bench/learn.py, read by scoring; never edited by hand.

Log odds per unit of the feature: above 0 it speaks for the match, below 0 against it.
"""

from typing import Final

NEARNESS: Final = {
    "asked": -0.383,  # the words of a question were taken away
    "stem": 1.784,  # Korean particles were taken away
    "keyboard": -0.656,  # read as typed with the other keyboard
    "by_sound": -0.500,  # another script was read by its sound
    "cost": 2.316,  # how bold the reading is
    "spelled_out": 0.000,  # Korean names of letters were read as the letters
    "as_part": 0.317,  # one of the names that a label joins
    "as_romanized": 0.469,  # the name in Latin letters, by its sound
    "as_acronym": -1.342,  # the first letters of the name's words
    "as_numeronym": 0.918,  # first letter, number of letters between, last letter
    "as_initials": -0.427,  # the Korean initial consonants
    "as_sound": -0.444,  # the consonants that are heard are (nearly) the same
    "unlike_sound": -10.314,  # 1 less the likeness of the sounds
    "unlike_sound_squared": -4.174,  # its square
    "same_consonants": 0.094,  # the same consonants are heard
    "same_sound": 2.498,  # the same is heard
    "sound_shortness": -4.126,  # 1 / sounds
    "syllables": -0.238,  # difference in vowels heard, by the vowels of the longer one
    "mixed": 0.291,  # Korean and Latin letters were typed together
    "native": -0.551,  # compared by sound with a name that is written in the same script
    "short_form": -3.327,  # 1 / letters of such a short form
    "equal": 1.645,  # nothing differs
    "equal_short": 0.584,  # nothing differs, in fewer than 4 letters: how many fewer
    "keyboard_short": 0.059,  # the same, with the other keyboard
    "difference": -7.219,  # slips / letters of the longer one
    "difference_squared": 5.899,  # its square
    "slips": -0.185,  # slips (letters added, left out, replaced, swapped), at most 6
    "one_slip": 1.244,  # one slip only
    "slips_in_short": -0.186,  # slips / letters of the shorter one
    "shortness": -10.102,  # 1 / letters typed, of what is not equal
    "winkler": 0.431,  # Jaro-Winkler similarity, which looks at the beginning
    "first_letter": -0.761,  # the first letters differ
    "last_letter": 0.069,  # the last letters differ
    "swapped": 0.460,  # letters swapped
    "digit": -2.874,  # digits that differ
    "confused": 0.443,  # letters replaced by one that sounds alike
    "vowel": 0.182,  # a vowel for a vowel
    "neighbour": -0.572,  # a key for the one beside it
    "replaced": -0.026,  # other letters replaced
    "undoubled": -0.097,  # one letter for a double one
    "missing_vowel": 0.467,  # vowels left out
    "missing": -0.432,  # other letters left out
    "doubled": -0.072,  # a double letter for one
    "extra_neighbour": -0.065,  # a key hit together with the one beside it
    "extra_vowel": 0.050,  # vowels put in
    "extra": -0.257,  # other letters put in
    "half_typed": 0.000,  # loose jamo among syllables
    "words_equal": -0.084,  # share of the typed letters in words that the name has
    "words_begun": 0.410,  # share in words that begin a word of the name
    "words_mended": 0.612,  # share in words that are like a word of the name
    "words_missing": -1.288,  # share in words that the name does not have
    "name_left": -0.715,  # share of the name's words that were not typed
    "name_left_letters": -0.647,  # share of the name's letters that were not typed
    "all_found": -0.725,  # every typed word is there in some way
    "all_clean": -1.844,  # every typed word is there without a slip
    "clean_shortness": 0.851,  # then: 1 / letters typed
    "several_clean": -0.988,  # and there are several
    "several_begun": 2.536,  # and there are several, of which some only begin a word
    "all_equal": 0.757,  # every typed word is there as it is
    "disorder": 1.515,  # the words stand in another order
    "reordered": 1.782,  # and none is left
    "within": -0.278,  # the whole name, among other words
    "prefix": 0.271,  # the name begins with what was typed
    "prefix_share": 1.261,  # then: the share of the name that was typed
    "inside": -0.081,  # what was typed stands within the name
    "around": 0.871,  # the name stands within what was typed: the name's share
    "ordinary": -1.778,  # the one word that was typed is in a dictionary
    "ordinary_derived": -0.225,  # and so it is without its Korean ending
    "ordinary_among": -0.487,  # one of the words that differ is in a dictionary
    "known": -0.628,  # a word that differs is in another name of this glossary
    "one_word": -0.660,  # only one word was typed
    "inflected": 0.786,  # the words that differ differ in an English ending
    "bias": 3.670,  # where nothing speaks for or against
}
"""Is this name what was meant, seen by itself? It orders the names."""

SURENESS: Final = {
    "asked": -1.943,  # the words of a question were taken away
    "stem": -1.914,  # Korean particles were taken away
    "keyboard": -1.086,  # read as typed with the other keyboard
    "by_sound": 0.119,  # another script was read by its sound
    "cost": -1.477,  # how bold the reading is
    "spelled_out": 0.000,  # Korean names of letters were read as the letters
    "as_part": 0.757,  # one of the names that a label joins
    "as_romanized": -0.884,  # the name in Latin letters, by its sound
    "as_acronym": 0.170,  # the first letters of the name's words
    "as_numeronym": 0.161,  # first letter, number of letters between, last letter
    "as_initials": 0.264,  # the Korean initial consonants
    "as_sound": -0.499,  # the consonants that are heard are (nearly) the same
    "unlike_sound": -0.494,  # 1 less the likeness of the sounds
    "unlike_sound_squared": -0.192,  # its square
    "same_consonants": 0.628,  # the same consonants are heard
    "same_sound": -0.180,  # the same is heard
    "sound_shortness": -0.152,  # 1 / sounds
    "syllables": -0.993,  # difference in vowels heard, by the vowels of the longer one
    "mixed": -0.899,  # Korean and Latin letters were typed together
    "native": -0.736,  # compared by sound with a name that is written in the same script
    "short_form": -0.361,  # 1 / letters of such a short form
    "equal": -0.762,  # nothing differs
    "equal_short": 0.064,  # nothing differs, in fewer than 4 letters: how many fewer
    "keyboard_short": 0.012,  # the same, with the other keyboard
    "difference": -0.738,  # slips / letters of the longer one
    "difference_squared": -0.298,  # its square
    "slips": 0.015,  # slips (letters added, left out, replaced, swapped), at most 6
    "one_slip": -0.295,  # one slip only
    "slips_in_short": -0.099,  # slips / letters of the shorter one
    "shortness": -0.041,  # 1 / letters typed, of what is not equal
    "winkler": 0.898,  # Jaro-Winkler similarity, which looks at the beginning
    "first_letter": -1.223,  # the first letters differ
    "last_letter": -1.235,  # the last letters differ
    "swapped": 0.450,  # letters swapped
    "digit": -0.001,  # digits that differ
    "confused": -0.689,  # letters replaced by one that sounds alike
    "vowel": -0.159,  # a vowel for a vowel
    "neighbour": 0.559,  # a key for the one beside it
    "replaced": -0.473,  # other letters replaced
    "undoubled": 0.326,  # one letter for a double one
    "missing_vowel": -0.784,  # vowels left out
    "missing": 0.780,  # other letters left out
    "doubled": 0.463,  # a double letter for one
    "extra_neighbour": -0.103,  # a key hit together with the one beside it
    "extra_vowel": -0.335,  # vowels put in
    "extra": -0.252,  # other letters put in
    "half_typed": 0.000,  # loose jamo among syllables
    "words_equal": 0.402,  # share of the typed letters in words that the name has
    "words_begun": -0.819,  # share in words that begin a word of the name
    "words_mended": -0.231,  # share in words that are like a word of the name
    "words_missing": 1.314,  # share in words that the name does not have
    "name_left": -0.048,  # share of the name's words that were not typed
    "name_left_letters": 1.224,  # share of the name's letters that were not typed
    "all_found": 0.727,  # every typed word is there in some way
    "all_clean": 0.274,  # every typed word is there without a slip
    "clean_shortness": 0.380,  # then: 1 / letters typed
    "several_clean": -0.585,  # and there are several
    "several_begun": -0.465,  # and there are several, of which some only begin a word
    "all_equal": 0.276,  # every typed word is there as it is
    "disorder": -2.593,  # the words stand in another order
    "reordered": 0.755,  # and none is left
    "within": -0.835,  # the whole name, among other words
    "prefix": 0.132,  # the name begins with what was typed
    "prefix_share": 0.390,  # then: the share of the name that was typed
    "inside": 0.444,  # what was typed stands within the name
    "around": -0.396,  # the name stands within what was typed: the name's share
    "ordinary": -0.605,  # the one word that was typed is in a dictionary
    "ordinary_derived": -0.392,  # and so it is without its Korean ending
    "ordinary_among": -0.475,  # one of the words that differ is in a dictionary
    "known": -1.883,  # a word that differs is in another name of this glossary
    "one_word": 0.238,  # only one word was typed
    "inflected": 0.948,  # the words that differ differ in an English ending
    "nearness": 1.542,  # how near the first one is, by the other table
    "nearness_squared": -0.111,  # a tenth of its square
    "lead": 0.097,  # how much nearer than the second one, at most MOST_LEAD
    "close_race": -0.107,  # 1 less that lead, where it is smaller than 1
    "rivals": -0.200,  # others among the next five at most 1 behind
    "alone": 0.320,  # there is no second one
    "bias": -0.538,  # where nothing speaks for or against
}
"""Is the nearest name what was meant? It decides whether to answer."""
