"""How much does each feature count? Learned by bench/learn.py, read by glossary/scoring.py; never edited by hand.

Log odds per unit of the feature: above 0 it speaks for the match, below 0 against it.
"""

from typing import Final

NEARNESS: Final = {
    "asked": -0.832,  # the words of a question were taken away
    "stem": 0.284,  # Korean particles were taken away
    "keyboard": 0.462,  # read as typed with the other keyboard
    "by_sound": 0.802,  # another script was read by its sound
    "cost": -0.233,  # how bold the reading is
    "as_part": 1.229,  # one of the names that a label joins
    "as_romanized": 0.814,  # the name in Latin letters, by its sound
    "as_acronym": -1.266,  # the first letters of the name's words
    "as_numeronym": 0.927,  # first letter, number of letters between, last letter
    "as_initials": -0.199,  # the Korean initial consonants
    "short_form": -3.428,  # 1 / letters of such a short form
    "equal": 2.106,  # nothing differs
    "equal_short": 0.454,  # nothing differs, in fewer than 4 letters: how many fewer
    "keyboard_short": 0.027,  # the same, with the other keyboard
    "difference": -5.724,  # slips / letters of the longer one
    "difference_squared": 3.316,  # its square
    "slips": -0.162,  # slips (letters added, left out, replaced, swapped), at most 6
    "one_slip": 1.291,  # one slip only
    "slips_in_short": 0.065,  # slips / letters of the shorter one
    "shortness": -10.149,  # 1 / letters typed
    "winkler": 0.399,  # Jaro-Winkler similarity, which looks at the beginning
    "first_letter": -0.478,  # the first letters differ
    "last_letter": 0.236,  # the last letters differ
    "swapped": 0.345,  # letters swapped
    "digit": -2.228,  # digits that differ
    "confused": 0.576,  # letters replaced by one that sounds alike
    "vowel": 0.238,  # a vowel for a vowel
    "neighbour": -0.535,  # a key for the one beside it
    "replaced": -0.003,  # other letters replaced
    "undoubled": 0.010,  # one letter for a double one
    "missing_vowel": 0.443,  # vowels left out
    "missing": -0.320,  # other letters left out
    "doubled": 0.222,  # a double letter for one
    "extra_neighbour": 0.044,  # a key hit together with the one beside it
    "extra_vowel": 0.072,  # vowels put in
    "extra": -0.109,  # other letters put in
    "half_typed": 0.000,  # loose jamo among syllables
    "words_equal": 0.016,  # share of the typed letters in words that the name has
    "words_begun": 0.073,  # share in words that begin a word of the name
    "words_mended": -0.305,  # share in words that are like a word of the name
    "words_missing": -1.353,  # share in words that the name does not have
    "name_left": -1.596,  # share of the name's words that were not typed
    "name_left_letters": -1.456,  # share of the name's letters that were not typed
    "all_found": -0.812,  # every typed word is there in some way
    "all_clean": 1.842,  # every typed word is there without a slip
    "clean_shortness": -0.883,  # then: 1 / letters typed
    "all_equal": 0.538,  # every typed word is there as it is
    "disorder": 1.909,  # the words stand in another order
    "reordered": 0.265,  # and none is left
    "within": -0.806,  # the whole name, among other words
    "prefix": 1.016,  # the name begins with what was typed
    "prefix_share": -2.415,  # then: the share of the name that was typed
    "inside": -0.080,  # what was typed stands within the name
    "around": 1.772,  # the name stands within what was typed: the name's share
    "ordinary": -1.521,  # the one word that was typed is in a dictionary
    "ordinary_derived": -1.074,  # and so it is without its Korean ending
    "ordinary_among": -0.368,  # one of the words that differ is in a dictionary
    "known": -0.646,  # a word that differs is in another name of this glossary
    "one_word": -0.187,  # only one word was typed
    "inflected": 0.349,  # the words that differ differ in an English ending
    "bias": 3.682,  # where nothing speaks for or against
}
"""Is this name what was meant, seen by itself? It orders the names."""

SURENESS: Final = {
    "asked": -0.639,  # the words of a question were taken away
    "stem": -0.628,  # Korean particles were taken away
    "keyboard": -0.890,  # read as typed with the other keyboard
    "by_sound": 0.438,  # another script was read by its sound
    "cost": -0.874,  # how bold the reading is
    "as_part": -1.443,  # one of the names that a label joins
    "as_romanized": -1.715,  # the name in Latin letters, by its sound
    "as_acronym": 0.183,  # the first letters of the name's words
    "as_numeronym": 0.227,  # first letter, number of letters between, last letter
    "as_initials": 0.421,  # the Korean initial consonants
    "short_form": -0.316,  # 1 / letters of such a short form
    "equal": -0.363,  # nothing differs
    "equal_short": 0.048,  # nothing differs, in fewer than 4 letters: how many fewer
    "keyboard_short": 0.006,  # the same, with the other keyboard
    "difference": -0.041,  # slips / letters of the longer one
    "difference_squared": 0.519,  # its square
    "slips": 0.068,  # slips (letters added, left out, replaced, swapped), at most 6
    "one_slip": 0.198,  # one slip only
    "slips_in_short": 0.172,  # slips / letters of the shorter one
    "shortness": -1.471,  # 1 / letters typed
    "winkler": -0.399,  # Jaro-Winkler similarity, which looks at the beginning
    "first_letter": 0.341,  # the first letters differ
    "last_letter": -0.773,  # the last letters differ
    "swapped": 0.279,  # letters swapped
    "digit": -0.774,  # digits that differ
    "confused": -0.288,  # letters replaced by one that sounds alike
    "vowel": -0.285,  # a vowel for a vowel
    "neighbour": 0.403,  # a key for the one beside it
    "replaced": -0.472,  # other letters replaced
    "undoubled": -0.236,  # one letter for a double one
    "missing_vowel": -0.641,  # vowels left out
    "missing": 0.456,  # other letters left out
    "doubled": -0.137,  # a double letter for one
    "extra_neighbour": -0.011,  # a key hit together with the one beside it
    "extra_vowel": -0.090,  # vowels put in
    "extra": -0.187,  # other letters put in
    "half_typed": 0.000,  # loose jamo among syllables
    "words_equal": -0.362,  # share of the typed letters in words that the name has
    "words_begun": -1.854,  # share in words that begin a word of the name
    "words_mended": -1.118,  # share in words that are like a word of the name
    "words_missing": 2.866,  # share in words that the name does not have
    "name_left": 0.439,  # share of the name's words that were not typed
    "name_left_letters": 1.502,  # share of the name's letters that were not typed
    "all_found": 2.144,  # every typed word is there in some way
    "all_clean": 0.647,  # every typed word is there without a slip
    "clean_shortness": 0.252,  # then: 1 / letters typed
    "all_equal": -0.307,  # every typed word is there as it is
    "disorder": -3.184,  # the words stand in another order
    "reordered": 0.256,  # and none is left
    "within": 0.249,  # the whole name, among other words
    "prefix": 0.555,  # the name begins with what was typed
    "prefix_share": -0.225,  # then: the share of the name that was typed
    "inside": -1.218,  # what was typed stands within the name
    "around": -1.113,  # the name stands within what was typed: the name's share
    "ordinary": -0.950,  # the one word that was typed is in a dictionary
    "ordinary_derived": 0.822,  # and so it is without its Korean ending
    "ordinary_among": 0.885,  # one of the words that differ is in a dictionary
    "known": -0.754,  # a word that differs is in another name of this glossary
    "one_word": 0.324,  # only one word was typed
    "inflected": 0.627,  # the words that differ differ in an English ending
    "nearness": 1.512,  # how near the first one is, by the other table
    "nearness_squared": -0.332,  # a tenth of its square
    "lead": 0.030,  # how much nearer than the second one, at most MOST_LEAD
    "close_race": -0.478,  # 1 less that lead, where it is smaller than 1
    "rivals": -0.369,  # others among the next five at most 1 behind
    "alone": -0.278,  # there is no second one
    "bias": -0.298,  # where nothing speaks for or against
}
"""Is the nearest name what was meant? It decides whether to answer."""
