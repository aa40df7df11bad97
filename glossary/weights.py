"""How much does each feature count? Learned by bench/learn.py, read by scoring; never edited by hand.

Log odds per unit of the feature: above 0 it speaks for the match, below 0 against it.
"""

from typing import Final

NEARNESS: Final = {
    "asked": -0.474,  # the words of a question were taken away
    "stem": 1.712,  # Korean particles were taken away
    "keyboard": -0.722,  # read as typed with the other keyboard
    "by_sound": -0.589,  # another script was read by its sound
    "cost": 2.275,  # how bold the reading is
    "spelled_out": 0.000,  # Korean names of letters were read as the letters
    "as_part": 0.280,  # one of the names that a label joins
    "as_romanized": 0.470,  # the name in Latin letters, by its sound
    "as_acronym": -1.315,  # the first letters of the name's words
    "as_numeronym": 0.921,  # first letter, number of letters between, last letter
    "as_initials": -0.419,  # the Korean initial consonants
    "as_sound": -0.314,  # the consonants that are heard are (nearly) the same
    "unlike_sound": -10.300,  # 1 less the likeness of the sounds
    "unlike_sound_squared": -4.172,  # its square
    "same_consonants": 0.082,  # the same consonants are heard
    "same_sound": 2.515,  # the same is heard
    "sound_shortness": -4.202,  # 1 / sounds
    "syllables": -0.223,  # difference in vowels heard, by the vowels of the longer one
    "mixed": 0.313,  # Korean and Latin letters were typed together
    "native": -0.542,  # compared by sound with a name that is written in the same script
    "short_form": -3.304,  # 1 / letters of such a short form
    "equal": 1.704,  # nothing differs
    "equal_short": 0.576,  # nothing differs, in fewer than 4 letters: how many fewer
    "keyboard_short": 0.061,  # the same, with the other keyboard
    "difference": -7.398,  # slips / letters of the longer one
    "difference_squared": 5.978,  # its square
    "slips": -0.180,  # slips (letters added, left out, replaced, swapped), at most 6
    "one_slip": 1.254,  # one slip only
    "slips_in_short": -0.095,  # slips / letters of the shorter one
    "shortness": -10.074,  # 1 / letters typed, of what is not equal
    "winkler": 0.333,  # Jaro-Winkler similarity, which looks at the beginning
    "first_letter": -0.759,  # the first letters differ
    "last_letter": 0.071,  # the last letters differ
    "swapped": 0.462,  # letters swapped
    "digit": -2.811,  # digits that differ
    "confused": 0.444,  # letters replaced by one that sounds alike
    "vowel": 0.196,  # a vowel for a vowel
    "neighbour": -0.573,  # a key for the one beside it
    "replaced": -0.024,  # other letters replaced
    "undoubled": -0.134,  # one letter for a double one
    "missing_vowel": 0.447,  # vowels left out
    "missing": -0.424,  # other letters left out
    "doubled": -0.062,  # a double letter for one
    "extra_neighbour": -0.054,  # a key hit together with the one beside it
    "extra_vowel": 0.053,  # vowels put in
    "extra": -0.254,  # other letters put in
    "half_typed": 0.000,  # loose jamo among syllables
    "words_equal": 0.004,  # share of the typed letters in words that the name has
    "words_begun": 0.343,  # share in words that begin a word of the name
    "words_mended": 0.601,  # share in words that are like a word of the name
    "words_missing": -1.524,  # share in words that the name does not have
    "name_left": -0.629,  # share of the name's words that were not typed
    "name_left_letters": -0.408,  # share of the name's letters that were not typed
    "all_found": -0.693,  # every typed word is there in some way
    "all_clean": -1.895,  # every typed word is there without a slip
    "clean_shortness": 1.305,  # then: 1 / letters typed
    "several_clean": -1.166,  # and there are several
    "several_begun": 2.639,  # and there are several, of which some only begin a word
    "all_equal": 1.341,  # every typed word is there as it is
    "disorder": 1.348,  # the words stand in another order
    "reordered": 1.850,  # and none is left
    "within": -0.207,  # the whole name, among other words
    "prefix": -0.052,  # the name begins with what was typed
    "prefix_share": 1.510,  # then: the share of the name that was typed
    "inside": -0.018,  # what was typed stands within the name
    "around": 0.959,  # the name stands within what was typed: the name's share
    "ordinary": -1.714,  # the one word that was typed is in a dictionary
    "ordinary_derived": -0.271,  # and so it is without its Korean ending
    "ordinary_among": -0.483,  # one of the words that differ is in a dictionary
    "known": -0.619,  # a word that differs is in another name of this glossary
    "one_word": -0.659,  # only one word was typed
    "inflected": 0.640,  # the words that differ differ in an English ending
    "bias": 3.658,  # where nothing speaks for or against
}
"""Is this name what was meant, seen by itself? It orders the names."""

SURENESS: Final = {
    "asked": -1.751,  # the words of a question were taken away
    "stem": -1.826,  # Korean particles were taken away
    "keyboard": -0.897,  # read as typed with the other keyboard
    "by_sound": 0.192,  # another script was read by its sound
    "cost": -1.401,  # how bold the reading is
    "spelled_out": 0.000,  # Korean names of letters were read as the letters
    "as_part": 0.760,  # one of the names that a label joins
    "as_romanized": -0.856,  # the name in Latin letters, by its sound
    "as_acronym": 0.187,  # the first letters of the name's words
    "as_numeronym": 0.172,  # first letter, number of letters between, last letter
    "as_initials": 0.309,  # the Korean initial consonants
    "as_sound": -0.450,  # the consonants that are heard are (nearly) the same
    "unlike_sound": -0.508,  # 1 less the likeness of the sounds
    "unlike_sound_squared": -0.201,  # its square
    "same_consonants": 0.544,  # the same consonants are heard
    "same_sound": -0.226,  # the same is heard
    "sound_shortness": -0.261,  # 1 / sounds
    "syllables": -0.839,  # difference in vowels heard, by the vowels of the longer one
    "mixed": -0.934,  # Korean and Latin letters were typed together
    "native": -0.628,  # compared by sound with a name that is written in the same script
    "short_form": -0.348,  # 1 / letters of such a short form
    "equal": -0.851,  # nothing differs
    "equal_short": 0.061,  # nothing differs, in fewer than 4 letters: how many fewer
    "keyboard_short": 0.011,  # the same, with the other keyboard
    "difference": -0.897,  # slips / letters of the longer one
    "difference_squared": -0.402,  # its square
    "slips": 0.046,  # slips (letters added, left out, replaced, swapped), at most 6
    "one_slip": -0.166,  # one slip only
    "slips_in_short": -0.127,  # slips / letters of the shorter one
    "shortness": 0.296,  # 1 / letters typed, of what is not equal
    "winkler": 1.012,  # Jaro-Winkler similarity, which looks at the beginning
    "first_letter": -1.295,  # the first letters differ
    "last_letter": -1.272,  # the last letters differ
    "swapped": 0.495,  # letters swapped
    "digit": -0.002,  # digits that differ
    "confused": -0.681,  # letters replaced by one that sounds alike
    "vowel": -0.096,  # a vowel for a vowel
    "neighbour": 0.588,  # a key for the one beside it
    "replaced": -0.442,  # other letters replaced
    "undoubled": 0.213,  # one letter for a double one
    "missing_vowel": -0.850,  # vowels left out
    "missing": 0.837,  # other letters left out
    "doubled": 0.460,  # a double letter for one
    "extra_neighbour": -0.028,  # a key hit together with the one beside it
    "extra_vowel": -0.365,  # vowels put in
    "extra": -0.259,  # other letters put in
    "half_typed": 0.000,  # loose jamo among syllables
    "words_equal": 0.070,  # share of the typed letters in words that the name has
    "words_begun": -0.327,  # share in words that begin a word of the name
    "words_mended": -0.365,  # share in words that are like a word of the name
    "words_missing": 1.256,  # share in words that the name does not have
    "name_left": -0.439,  # share of the name's words that were not typed
    "name_left_letters": 1.345,  # share of the name's letters that were not typed
    "all_found": 0.748,  # every typed word is there in some way
    "all_clean": 0.258,  # every typed word is there without a slip
    "clean_shortness": 0.776,  # then: 1 / letters typed
    "several_clean": -0.455,  # and there are several
    "several_begun": -0.351,  # and there are several, of which some only begin a word
    "all_equal": -0.517,  # every typed word is there as it is
    "disorder": -1.762,  # the words stand in another order
    "reordered": 0.709,  # and none is left
    "within": -0.771,  # the whole name, among other words
    "prefix": 0.166,  # the name begins with what was typed
    "prefix_share": 0.028,  # then: the share of the name that was typed
    "inside": 0.310,  # what was typed stands within the name
    "around": -0.214,  # the name stands within what was typed: the name's share
    "ordinary": -0.837,  # the one word that was typed is in a dictionary
    "ordinary_derived": -0.295,  # and so it is without its Korean ending
    "ordinary_among": -0.542,  # one of the words that differ is in a dictionary
    "known": -2.155,  # a word that differs is in another name of this glossary
    "one_word": 0.230,  # only one word was typed
    "inflected": 1.088,  # the words that differ differ in an English ending
    "nearness": 1.490,  # how near the first one is, by the other table
    "nearness_squared": -0.005,  # a tenth of its square
    "lead": 0.134,  # how much nearer than the second one, at most MOST_LEAD
    "close_race": -0.500,  # 1 less that lead, where it is smaller than 1
    "rivals": -0.058,  # others among the next five at most 1 behind
    "alone": 0.188,  # there is no second one
    "shared": -2.384,  # what was typed is a part of this name, and of another one of the next five
    "bias": -0.707,  # where nothing speaks for or against
}
"""Is the nearest name what was meant? It decides whether to answer."""
