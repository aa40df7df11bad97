"""Two ways to keep which rows have a term: packed at once, or loose and changed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from glossary.loose_postings import LoosePostings
from glossary.packed_postings import PackedPostings
from glossary.search_terms import PLAIN, is_pair, terms_of
from glossary.spelling import strict_key

ALPHABET = "abA é+#'- \n가나한기계あアｱﾞー学\u1100\u1161ㄱ\uf900ไท．１🙂x\ud800"
"""Letters of every kind: plain and unusual dense ones, signs, spaces, and half of a character."""
TEXTS = st.lists(st.text(st.one_of(st.sampled_from(ALPHABET), st.characters()), max_size=30), max_size=6)


def loose(texts: list[str]) -> LoosePostings:
    """Keep texts one by one, each in its row."""
    postings = LoosePostings()
    for row, text in enumerate(texts):
        postings.change(row, frozenset(), set(terms_of(text)))
    return postings


@given(TEXTS)
def test_packed_postings_have_the_rows_that_loose_ones_have(texts: list[str]) -> None:
    """For every term of every text, for every beginning, and for what is not there."""
    packed, kept = PackedPostings(enumerate(texts)), loose(texts)
    terms = {term for text in texts for term in terms_of(text)}
    for term in (*terms, "abc", "zz", "가가", "힣", "a", "\U0010ffff"):
        assert packed.rows_of(term).tolist() == kept.rows_of(term).tolist()
    for beginning in {term[:3] for term in terms if not is_pair(term)} | {"zzz"}:
        assert sorted(packed.rows_beginning(beginning).tolist()) == sorted(kept.rows_beginning(beginning).tolist())


def test_a_text_in_several_parts_counts_once_for_its_row() -> None:
    """Names and their joined spelling are texts of one row."""
    packed = PackedPostings([(0, "on call"), (0, "oncall"), (1, "call 호출")])
    assert packed.rows_of("call").tolist() == [0, 1]
    assert packed.rows_of("oncall").tolist() == [0]
    assert packed.rows_of("호출").tolist() == [1]


def test_the_letters_that_are_packed_as_they_are_fold_to_themselves() -> None:
    """So that nothing is lost by not folding them."""
    for first, last in PLAIN:
        letters = "".join(map(chr, range(first, last + 1)))
        assert strict_key(letters) == letters


def test_postings_know_roughly_what_they_take() -> None:
    """More for more; nothing is left of what was taken out."""
    small, large = PackedPostings([(0, "word")]), PackedPostings([(0, " ".join(f"word{n}" for n in range(1000)))])
    assert 0 < small.bytes < large.bytes
    postings = loose(["word 모델"])
    assert postings.bytes > 0
    postings.change(0, {"word", "모델"}, frozenset())
    assert postings.bytes == 0
    assert postings.rows_beginning("wor").tolist() == []
