"""How much does each feature count? Learned by bench/learn.py, read by glossary/scoring.py; never edited by hand.

Log odds per unit of the feature: above 0 it speaks for the match, below 0 against it.
"""

from typing import Final

NEARNESS: Final = {
    "asked": -0.431,  # the words of a question were taken away
    "stem": -0.172,  # Korean particles were taken away
    "keyboard": -0.312,  # read as typed with the other keyboard
    "by_sound": 0.303,  # another script was read by its sound
    "cost": 0.467,  # how bold the reading is
    "spelled_out": 0.000,  # Korean names of letters were read as the letters
    "as_part": -0.086,  # one of the names that a label joins
    "as_romanized": 0.631,  # the name in Latin letters, by its sound
    "as_acronym": -1.237,  # the first letters of the name's words
    "as_numeronym": 0.931,  # first letter, number of letters between, last letter
    "as_initials": -0.246,  # the Korean initial consonants
    "as_sound": -0.126,  # the consonants that are heard are (nearly) the same
    "unlike_sound": -12.793,  # 1 less the likeness of the sounds
    "unlike_sound_squared": -5.993,  # its square
    "same_consonants": -0.421,  # the same consonants are heard
    "same_sound": 2.397,  # the same is heard
    "sound_shortness": -4.383,  # 1 / sounds
    "syllables": 0.707,  # difference in vowels heard, by the vowels of the longer one
    "mixed": 0.191,  # Korean and Latin letters were typed together
    "native": -0.416,  # compared by sound with a name that is written in the same script
    "short_form": -3.141,  # 1 / letters of such a short form
    "equal": 1.821,  # nothing differs
    "equal_short": 0.566,  # nothing differs, in fewer than 4 letters: how many fewer
    "keyboard_short": 0.059,  # the same, with the other keyboard
    "difference": -6.224,  # slips / letters of the longer one
    "difference_squared": 4.641,  # its square
    "slips": -0.193,  # slips (letters added, left out, replaced, swapped), at most 6
    "one_slip": 1.248,  # one slip only
    "slips_in_short": 0.227,  # slips / letters of the shorter one
    "shortness": -10.690,  # 1 / letters typed
    "winkler": 0.024,  # Jaro-Winkler similarity, which looks at the beginning
    "first_letter": -0.675,  # the first letters differ
    "last_letter": 0.161,  # the last letters differ
    "swapped": 0.375,  # letters swapped
    "digit": -2.653,  # digits that differ
    "confused": 0.510,  # letters replaced by one that sounds alike
    "vowel": 0.213,  # a vowel for a vowel
    "neighbour": -0.538,  # a key for the one beside it
    "replaced": -0.019,  # other letters replaced
    "undoubled": -0.039,  # one letter for a double one
    "missing_vowel": 0.334,  # vowels left out
    "missing": -0.217,  # other letters left out
    "doubled": 0.072,  # a double letter for one
    "extra_neighbour": 0.098,  # a key hit together with the one beside it
    "extra_vowel": -0.009,  # vowels put in
    "extra": -0.115,  # other letters put in
    "half_typed": 0.000,  # loose jamo among syllables
    "words_equal": 0.324,  # share of the typed letters in words that the name has
    "words_begun": -0.066,  # share in words that begin a word of the name
    "words_mended": 0.092,  # share in words that are like a word of the name
    "words_missing": -1.492,  # share in words that the name does not have
    "name_left": -1.234,  # share of the name's words that were not typed
    "name_left_letters": -0.733,  # share of the name's letters that were not typed
    "all_found": -0.566,  # every typed word is there in some way
    "all_clean": 1.560,  # every typed word is there without a slip
    "clean_shortness": -0.721,  # then: 1 / letters typed
    "all_equal": 0.137,  # every typed word is there as it is
    "disorder": 0.952,  # the words stand in another order
    "reordered": 1.015,  # and none is left
    "within": -0.260,  # the whole name, among other words
    "prefix": 0.764,  # the name begins with what was typed
    "prefix_share": -1.448,  # then: the share of the name that was typed
    "inside": -0.112,  # what was typed stands within the name
    "around": 1.681,  # the name stands within what was typed: the name's share
    "ordinary": -1.680,  # the one word that was typed is in a dictionary
    "ordinary_derived": -0.375,  # and so it is without its Korean ending
    "ordinary_among": -0.178,  # one of the words that differ is in a dictionary
    "known": -0.813,  # a word that differs is in another name of this glossary
    "one_word": -0.224,  # only one word was typed
    "inflected": 0.658,  # the words that differ differ in an English ending
    "bias": 3.587,  # where nothing speaks for or against
}
"""Is this name what was meant, seen by itself? It orders the names."""

SURENESS: Final = {
    "asked": -1.906,  # the words of a question were taken away
    "stem": -1.772,  # Korean particles were taken away
    "keyboard": -0.989,  # read as typed with the other keyboard
    "by_sound": 0.285,  # another script was read by its sound
    "cost": -1.232,  # how bold the reading is
    "spelled_out": 0.000,  # Korean names of letters were read as the letters
    "as_part": -0.015,  # one of the names that a label joins
    "as_romanized": -1.194,  # the name in Latin letters, by its sound
    "as_acronym": 0.240,  # the first letters of the name's words
    "as_numeronym": 0.153,  # first letter, number of letters between, last letter
    "as_initials": 0.294,  # the Korean initial consonants
    "as_sound": -0.190,  # the consonants that are heard are (nearly) the same
    "unlike_sound": -0.432,  # 1 less the likeness of the sounds
    "unlike_sound_squared": -0.170,  # its square
    "same_consonants": 0.671,  # the same consonants are heard
    "same_sound": -0.653,  # the same is heard
    "sound_shortness": -0.282,  # 1 / sounds
    "syllables": -1.351,  # difference in vowels heard, by the vowels of the longer one
    "mixed": -1.119,  # Korean and Latin letters were typed together
    "native": 0.066,  # compared by sound with a name that is written in the same script
    "short_form": -0.284,  # 1 / letters of such a short form
    "equal": -0.800,  # nothing differs
    "equal_short": 0.047,  # nothing differs, in fewer than 4 letters: how many fewer
    "keyboard_short": 0.008,  # the same, with the other keyboard
    "difference": 0.003,  # slips / letters of the longer one
    "difference_squared": 0.165,  # its square
    "slips": 0.079,  # slips (letters added, left out, replaced, swapped), at most 6
    "one_slip": 0.053,  # one slip only
    "slips_in_short": -0.398,  # slips / letters of the shorter one
    "shortness": 0.037,  # 1 / letters typed
    "winkler": 0.165,  # Jaro-Winkler similarity, which looks at the beginning
    "first_letter": -0.779,  # the first letters differ
    "last_letter": -1.145,  # the last letters differ
    "swapped": 0.324,  # letters swapped
    "digit": -0.001,  # digits that differ
    "confused": -0.600,  # letters replaced by one that sounds alike
    "vowel": -0.295,  # a vowel for a vowel
    "neighbour": 0.528,  # a key for the one beside it
    "replaced": -0.385,  # other letters replaced
    "undoubled": 0.196,  # one letter for a double one
    "missing_vowel": -0.457,  # vowels left out
    "missing": 0.212,  # other letters left out
    "doubled": 0.431,  # a double letter for one
    "extra_neighbour": -0.245,  # a key hit together with the one beside it
    "extra_vowel": -0.203,  # vowels put in
    "extra": -0.294,  # other letters put in
    "half_typed": 0.000,  # loose jamo among syllables
    "words_equal": 0.090,  # share of the typed letters in words that the name has
    "words_begun": -0.372,  # share in words that begin a word of the name
    "words_mended": -0.031,  # share in words that are like a word of the name
    "words_missing": 0.616,  # share in words that the name does not have
    "name_left": 0.735,  # share of the name's words that were not typed
    "name_left_letters": 2.605,  # share of the name's letters that were not typed
    "all_found": 0.995,  # every typed word is there in some way
    "all_clean": 1.110,  # every typed word is there without a slip
    "clean_shortness": 0.196,  # then: 1 / letters typed
    "all_equal": 0.209,  # every typed word is there as it is
    "disorder": -1.683,  # the words stand in another order
    "reordered": -0.277,  # and none is left
    "within": -1.405,  # the whole name, among other words
    "prefix": 0.098,  # the name begins with what was typed
    "prefix_share": -0.351,  # then: the share of the name that was typed
    "inside": -0.099,  # what was typed stands within the name
    "around": -1.214,  # the name stands within what was typed: the name's share
    "ordinary": -0.516,  # the one word that was typed is in a dictionary
    "ordinary_derived": -0.180,  # and so it is without its Korean ending
    "ordinary_among": -1.308,  # one of the words that differ is in a dictionary
    "known": -1.720,  # a word that differs is in another name of this glossary
    "one_word": 0.099,  # only one word was typed
    "inflected": 0.720,  # the words that differ differ in an English ending
    "nearness": 1.594,  # how near the first one is, by the other table
    "nearness_squared": -0.034,  # a tenth of its square
    "lead": 0.048,  # how much nearer than the second one, at most MOST_LEAD
    "close_race": -0.390,  # 1 less that lead, where it is smaller than 1
    "rivals": -0.187,  # others among the next five at most 1 behind
    "alone": -0.330,  # there is no second one
    "bias": -0.569,  # where nothing speaks for or against
}
"""Is the nearest name what was meant? It decides whether to answer."""
