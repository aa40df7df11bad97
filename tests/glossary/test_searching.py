"""Full-text search: what is found, in which order, and where it is marked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.concept import Concept, ConceptId, Definition, Label, LabelKind, LanguageTag
from glossary.search_index import SearchIndex
from glossary.searching import Hit, search
from tests.terms import EN, KO, MLOPS, REDIS, SAP_COMPANY, SAP_NETWORK, TERMS, name

INDEX = SearchIndex(TERMS)
JA = LanguageTag("ja")


def told(headword: str, definition: str = "", language: LanguageTag = EN, *others: Label) -> Concept:
    """Make a concept that is told apart by its headword."""
    definitions = (Definition(definition, language),) if definition else ()
    return Concept(ConceptId(headword[:12]), (name(headword, language), *others), definitions)


def found(words: str, *concepts: Concept, language: LanguageTag | None = None) -> list[str]:
    """Search these concepts, and list the headwords found."""
    return [hit.concept.headword.text for hit in search(words, SearchIndex(concepts), language)]


def marked(hit: Hit) -> list[str]:
    """Cut out what is marked."""
    return [hit.place.text[start:end] for start, end in hit.spans]


@pytest.mark.parametrize(
    ("words", "concept", "place", "marks"),
    [
        ("service", SAP_NETWORK, "Where a service is reached.", ["service"]),
        ("SERVICES", SAP_NETWORK, "Where a service is reached.", ["service"]),
        ("servi", SAP_NETWORK, "Where a service is reached.", ["service"]),
        ("producing", MLOPS, "Running *models* in production.", ["production"]),
        ("running models", MLOPS, "Running *models* in production.", ["Running", "models"]),
        ("모델", MLOPS, "모델을 운영하는 일이다.", ["모델"]),
        ("모델은", MLOPS, "모델을 운영하는 일이다.", ["모델"]),
        ("운영에서는", MLOPS, "모델을 운영하는 일이다.", ["운영"]),
        ("저장소를 메모리", REDIS, "메모리에 두는 저장소이다.", ["메모리", "저장소"]),
        ("엘옵", MLOPS, "엠엘옵스", ["엘옵"]),
        ("ml-ops", MLOPS, "ML Ops", ["ML", "Ops"]),
        ("mlops", MLOPS, "MLOps", ["MLOps"]),
        ("maker", SAP_COMPANY, "A maker of business software.", ["maker"]),
    ],
)
def test_words_are_found_and_marked_where_they_stand(
    words: str, concept: Concept, place: str, marks: list[str]
) -> None:
    """Beginnings, plurals, endings and particles are forgiven, and marks count code points of the text as it is."""
    hit = search(words, INDEX)[0]
    assert (hit.concept, hit.place.text, marked(hit)) == (concept, place, marks)


@pytest.mark.parametrize("words", ["", "  ", "...", "#", "zzz", "쀍쀍", "장두", "델운"])
def test_what_is_not_there_is_not_found(words: str) -> None:
    """Nor is a run of characters that stands apart in the text, nor the end of one word with the start of another."""
    assert search(words, INDEX) == ()


def test_a_glossary_without_concepts_has_nothing() -> None:
    """And is no special case for those who ask."""
    assert search("redis", SearchIndex()) == ()


def test_all_words_must_be_there() -> None:
    """In whichever texts of the concept."""
    concepts = told("alpha", "one two"), told("beta", "two three"), told("two", "one")
    assert found("one two", *concepts) == ["two", "alpha"]


def test_any_word_will_do_where_no_concept_has_them_all() -> None:
    """The rarer the word, the more it tells."""
    concepts = told("alpha", "common rare"), told("beta", "common"), told("gamma", "common")
    assert found("rare missing common", *concepts)[0] == "alpha"
    assert len(found("rare missing common", *concepts)) == 3


def test_a_name_weighs_more_than_a_definition_and_a_word_more_than_a_beginning() -> None:
    """Who looks for a word most likely looks for what is called so."""
    concepts = told("one", "caches"), told("two", "cache"), told("cacheable"), told("cache")
    assert found("cache", *concepts) == ["cache", "cacheable", "two", "one"]


def test_short_words_are_looked_for_as_a_whole() -> None:
    """Nearly everything begins with ``ai``."""
    assert found("ai", told("aim"), told("AI")) == ["AI"]
    assert found("go", told("golang", "the language go"), told("google")) == ["golang"]


def test_signs_that_make_another_word_count() -> None:
    """C, C++ and C# are three languages, and a heading's mark is none of them."""
    assert found("c++", told("C"), told("C++"), told("C#")) == ["C++"]
    assert found("heading", told("x", "# Heading")) == ["x"]


def test_accents_width_and_case_do_not_matter() -> None:
    """As for names everywhere."""
    assert found("resume", told("x", "Un RÉSUMÉ")) == ["x"]
    assert found("ｒｅｄｉｓ", told("x", "redis")) == ["x"]


def test_what_was_folded_to_another_length_is_marked_as_a_whole() -> None:
    """Half-width kana take two code points for one letter: inside them no place can be told."""
    hit = search("データ", SearchIndex([told("x", "ﾃﾞｰﾀﾍﾞｰｽだ", JA)]))[0]
    assert marked(hit) == ["ﾃﾞｰﾀﾍﾞｰｽだ"]


def test_names_of_several_words_are_found_in_one_and_the_other_way_round() -> None:
    """Korean is written with spaces and without, and so are hyphens in English."""
    learning = told("기계 학습", "", KO, name("on-call", EN, LabelKind.SYNONYM))
    hit = search("기계학습을", SearchIndex([learning]))[0]
    assert marked(hit) == ["기계 학습"]
    assert marked(search("oncall", SearchIndex([learning]))[0]) == ["on-call"]
    assert found("기계 학습", told("기계학습", "", KO)) == ["기계학습"]


def test_every_place_is_marked_and_neighbours_are_one_mark() -> None:
    """In order, and none over another."""
    hit = search("모델 델이", SearchIndex([told("x", "모델이 큰모델이다. 모델 델이", KO)]))[0]
    assert marked(hit) == ["모델이", "모델이", "모델", "델이"]
    assert hit.spans == ((0, 3), (5, 8), (11, 13), (14, 16))


def test_a_syllable_alone_is_a_word_only_where_it_stands_alone() -> None:
    """Two characters are needed to look inside of words; beside other words it is a particle."""
    assert found("망", told("x", "통신망", KO), told("y", "망 분리", KO)) == ["y"]
    assert found("redis 를", told("Redis")) == ["Redis"]
    assert found("Redis는", told("Redis")) == ["Redis"]


def test_pairs_that_stand_apart_are_no_word() -> None:
    """The index knows pairs of characters only; the text decides."""
    apart = told("x", "데이터다 이터베다 터베이다 베이스다", KO)
    assert found("데이터베이스", apart) == []
    assert found("데이터베이스", apart, told("y", "데이터베이스다", KO)) == ["y"]


def test_the_text_with_most_of_the_words_is_shown_in_the_readers_language_first() -> None:
    """Then a name before a definition."""
    both = Concept(
        ConceptId("both"),
        (name("cache"), name("Cache", LanguageTag("de"))),
        (Definition("cache memory", EN), Definition("Cache", LanguageTag("de"))),
    )
    index = SearchIndex([both])
    assert search("cache memory", index)[0].place == both.definitions[0]
    assert search("cache", index)[0].place == both.labels[0]
    assert search("cache", index, LanguageTag("de"))[0].place == both.labels[1]


def test_a_common_misspelling_is_found_and_not_shown() -> None:
    """Instead of it the headword stands, in the reader's language where there is one."""
    assert search("reddis", INDEX)[0] == Hit(REDIS, search("reddis", INDEX)[0].score, REDIS.labels[0], ())
    assert search("reddis", INDEX, KO)[0].place == REDIS.labels[1]
    assert search("reddis", INDEX, LanguageTag("de"))[0].place == REDIS.labels[0]


def test_no_more_are_found_than_asked_for() -> None:
    """Equals stand in the order of their first addition."""
    concepts = [told(f"t{number}", "word") for number in range(30)]
    assert found("word", *concepts) == [f"t{number}" for number in range(20)]
    assert len(search("word", SearchIndex(concepts), limit=3)) == 3


def test_a_query_of_any_length_is_answered() -> None:
    """What is too long is not read to its end."""
    assert search("redis " + "x" * 100_000, INDEX)[0].concept == REDIS


def test_words_of_both_kinds_are_looked_for_together() -> None:
    """Each in its own way; a text that has both comes first."""
    both, one = told("both", "redis 모델을 쓴다"), told("one", "모델이다")
    hits = search("redis 모델", SearchIndex([one, both]))
    assert [hit.concept.id for hit in hits] == ["both"]
    assert marked(hits[0]) == ["redis", "모델"]


def test_the_index_follows_every_change() -> None:
    """What was replaced or removed is not found, what is new is."""
    index = SearchIndex(TERMS)
    assert search("memory", index) == ()
    index.put(MLOPS)
    index.put(told("Memcached", "keeps things in memory"))
    assert [hit.concept.headword.text for hit in search("memory", index)] == ["Memcached"]
    index.put(told("Memcached", "keeps values", EN, name("멤캐시", KO, LabelKind.SYNONYM)))
    assert search("memory", index) == ()
    index.remove(ConceptId("Memcached"))
    index.remove(ConceptId("Memcached"))
    assert (search("values", index), search("멤캐시", index), len(index)) == ((), (), len(TERMS))


def test_the_room_of_what_was_removed_is_used_again() -> None:
    """A glossary that is edited for years takes no more memory than before."""
    index = SearchIndex([told("first", "word"), told("second", "word")])
    index.put(told("third", "word"))
    held = index.bytes
    for number in range(100):
        index.put(told("third", f"word {number}"))
        index.remove(ConceptId("third"))
        index.put(told("third", "word"))
    assert index.bytes == held
    assert [hit.concept.headword.text for hit in search("word", index)] == ["first", "second", "third"]


WORDS = ["cache", "caches", "cat", "모델", "모델을", "레디스", "기계 학습", "C++", "데이터", "x"]
CONCEPTS = st.builds(
    lambda identifier, headword, definition: Concept(
        ConceptId(identifier), (name(headword),), (Definition(" ".join(definition), EN),) if definition else ()
    ),
    st.sampled_from("abcd"),
    st.sampled_from(WORDS),
    st.lists(st.sampled_from(WORDS), max_size=4),
)
CHANGES = st.lists(st.one_of(CONCEPTS, st.sampled_from("abcd"), st.just(None)), max_size=20)


@given(st.lists(CONCEPTS, max_size=4), CHANGES)
def test_an_index_that_was_changed_finds_what_a_new_one_finds(
    first: list[Concept], changes: list[Concept | str | None]
) -> None:
    """In any order of additions, replacements and removals, whether it was searched in between (None) or not."""
    held: dict[str, Concept] = {concept.id: concept for concept in first}
    index = SearchIndex(first)
    for change in changes:
        match change:
            case Concept():
                index.put(change)
                held[change.id] = change
            case str():
                index.remove(ConceptId(change))
                held.pop(change, None)
            case None:
                search("cache", index)
    fresh = SearchIndex(held.values())
    assert len(index) == len(fresh) == len(held)
    for word in WORDS:
        assert sorted(map(str, search(word, index))) == sorted(map(str, search(word, fresh)))


@given(CONCEPTS, st.sampled_from(WORDS))
def test_every_mark_lies_in_its_text(concept: Concept, word: str) -> None:
    """In order, apart from each other, and none is empty."""
    for hit in search(word, SearchIndex([concept])):
        places = [0, *(place for span in hit.spans for place in span), len(hit.place.text)]
        assert places == sorted(places)
        assert hit.score > 0
        assert all(start < end for start, end in hit.spans)
        assert hit.place in (*concept.labels, *concept.definitions)
