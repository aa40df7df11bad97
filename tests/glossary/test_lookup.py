"""What people mean, and when nobody can tell."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from glossary.candidates import MOST_CANDIDATES
from glossary.catalogue import Catalogue
from glossary.concept import Concept, ConceptId, LanguageTag
from glossary.explaining import FAMILIES, MOST_EXPLAINED, Family, explain
from glossary.judging import judged
from glossary.likelihood import Likelihood
from glossary.lookup import (
    LONGEST_QUERY,
    MOST_SUGGESTIONS,
    Ambiguous,
    Answer,
    How,
    NotFound,
    Query,
    Suggestions,
    resolve,
)
from glossary.readings import MOST_READINGS
from glossary.scoring import STANDING
from glossary.similarity import FEATURES
from tests.glossary.words import concept, small

CATALOGUE = small()
MOST_STAGES = 3


def answered(text: str, catalogue: Catalogue = CATALOGUE) -> tuple[str, How]:
    """Ask, expect an answer, and tell which and how."""
    resolution = resolve(Query(text), catalogue)
    assert isinstance(resolution, Answer), resolution
    return resolution.match.concept.id, resolution.match.how


@pytest.mark.parametrize(
    ("text", "identifier", "how"),
    [
        ("Kubernetes", "k8s", How.EXACT),
        ("kubernetes", "k8s", How.EXACT),
        ("KUBER-NETES", "k8s", How.FOLDED),
        ("Remote Dictionary Server", "redis", How.ALIAS),
        ("asd", "agile", How.ABBREVIATION),
        ("k8s", "k8s", How.ABBREVIATION),
        ("rds", "redis", How.ABBREVIATION),
        ("agile software developments", "agile", How.INFLECTED),
        ("center data", "data", How.REORDERED),
        ("agile software dev", "agile", How.PART),
        ("Continuous Delivery", "cd", How.PART),
        ("ㅋㅂㄴㅌㅅ", "k8s", How.INITIALS),
        ("kubeonetiseu", "k8s", How.ROMANIZED),
        ("infrastruktura kak kod", "iac", How.ROMANIZED),
        ("씨디", "cd", How.ROMANIZED),
        ("커넥션 풀", "pool", How.ROMANIZED),
        ("ㅏㅕㅠㄷ구ㄷㅅㄷㄴ", "k8s", How.KEYBOARD),
        ("fpeltm", "redis", How.KEYBOARD),
        ("kuberntes", "k8s", How.CORRECTED),
        ("레디쓰", "redis", How.CORRECTED),
        ("쿠버네틱스", "k8s", How.CORRECTED),
        ("what is mlops?", "mlops", How.EXACT),
        ("mlops가 뭐야?", "mlops", How.EXACT),
        ("레디스에서는", "redis", How.ALIAS),
        ("c++", "cpp", How.EXACT),
        ("C", "c", How.EXACT),
        ("c#", "csharp", How.EXACT),
        (".net", "net", How.EXACT),
        ("r", "r", How.EXACT),
        ("go", "go", How.EXACT),
        ("かおすえんじにありんぐ", "chaos", How.FOLDED),
    ],
)
def test_people_find_what_they_mean(text: str, identifier: str, how: How) -> None:
    """However they type it, and the answer says how it came about."""
    catalogue = small()
    catalogue.put(concept("pool", "Connection Pool"))
    assert answered(text, catalogue) == (identifier, how)


@pytest.mark.parametrize("text", ["catalysis", "banana", "ERP", "점심 뭐 먹지", "hello", "xyzzy", "what is love?"])
def test_what_is_not_there_is_not_answered(text: str) -> None:
    """An ordinary word one letter from an entry is not that entry."""
    assert isinstance(resolve(Query(text), CATALOGUE), Suggestions | NotFound)


@pytest.mark.parametrize("text", ["", "  ", "?!", "😀", "++", "x" * (LONGEST_QUERY + 1)])
def test_what_has_no_letters_or_too_many_is_not_found(text: str) -> None:
    """It is no name of anything."""
    assert resolve(Query(text), CATALOGUE) == NotFound(text.strip() if len(text) <= LONGEST_QUERY else "")


def test_what_was_asked_for_is_kept_of_a_question() -> None:
    """So that the same gap is counted once, however it is asked for."""
    empty = Catalogue()
    assert resolve(Query("what is grafana?"), empty) == NotFound("grafana")
    assert resolve(Query("grafana"), empty) == NotFound("grafana")


def test_the_language_that_was_named_comes_along() -> None:
    """It is how the answer is wanted, found or not."""
    resolution = resolve(Query("mlops in korean"), CATALOGUE)
    assert isinstance(resolution, Answer)
    assert resolution.match.language == "ko"
    assert resolution.match.reading == "mlops"


def test_a_word_with_two_meanings_is_not_guessed() -> None:
    """All of them, each once."""
    resolution = resolve(Query("what is SAP?"), CATALOGUE)
    assert isinstance(resolution, Ambiguous)
    assert {match.concept.id for match in resolution.matches} == {"sap", "point"}


def test_the_place_orders_meanings() -> None:
    """The likeliest first, and all of them: it is not guessed."""
    catalogue = Catalogue(
        (concept("a", "Port"), concept("b", "Port", tags=("net",)), concept("c", "Port"), concept("d", "Port"))
    )
    likelihood = Likelihood({ConceptId("d")}, topics=frozenset({"net"}), used_here={ConceptId("c"): 3})
    resolution = resolve(Query("port"), catalogue, likelihood)
    assert isinstance(resolution, Ambiguous)
    assert [match.concept.id for match in resolution.matches] == ["d", "b", "c", "a"]


def test_the_very_spelling_beats_what_only_folds_to_it() -> None:
    """Typed with its accents it is one word; without them it may be both."""
    catalogue = Catalogue((concept("cv", "Résumé"), concept("go-on", "Resume")))
    accented = resolve(Query("résumé"), catalogue)
    assert isinstance(accented, Answer)
    assert accented.match.concept.id == "cv"
    assert [match.concept.id for match in accented.others] == ["go-on"]
    assert answered("resume", catalogue)[0] == "go-on"
    assert isinstance(resolve(Query("re-sume"), catalogue), Ambiguous)


def test_what_comes_nearest_to_an_answer_is_told_too() -> None:
    """It has another name, so the answer is no less plain; each concept is told once, however often it was found."""
    catalogue = Catalogue((concept("a", "Redis Cluster"), concept("b", "Redis Closter"), concept("c", "Kafka")))
    resolution = resolve(Query("redis clster"), catalogue)
    assert isinstance(resolution, Answer)
    assert resolution.match.concept.id == "a"
    assert [match.concept.id for match in resolution.others] == ["b"]
    found = [one.candidate.hit.concept.id for one in judged("redis clsterss", catalogue).ranking]
    assert sorted(found) == ["a", "b"]


@pytest.mark.parametrize(
    ("sentence", "concepts"),
    [
        ("what's the diff between MLOps and DevOps?", ["mlops", "devops"]),
        ("쿠버네티스에 레디스를 올릴 때 어떻게 해야 하나요", ["k8s", "redis"]),
        ("we moved our data center to another town last week", ["data"]),
        ("nobody told us where we should go yesterday", []),  # an ordinary word, which is a name too
    ],
)
def test_terms_that_stand_in_a_sentence_are_suggested(sentence: str, concepts: list[str]) -> None:
    """Where nothing comes near to the whole; in the order of the sentence, and never as an answer."""
    resolution = resolve(Query(sentence), CATALOGUE)
    matches = resolution.matches if isinstance(resolution, Suggestions) else ()
    assert [match.concept.id for match in matches] == concepts
    assert explain(Query(sentence), CATALOGUE).resolution == resolution


def test_what_several_names_hold_is_not_guessed() -> None:
    """A word of one name alone leads to it; a word of two is a question."""
    catalogue = Catalogue((concept("a", "Service Mesh"), concept("b", "Service Level Agreement")))
    assert answered("agreement", catalogue)[0] == "b"
    resolution = resolve(Query("service"), catalogue)
    assert isinstance(resolution, Suggestions)
    assert {match.concept.id for match in resolution.matches} == {"a", "b"}


def test_a_text_too_long_is_explained_as_it_is_resolved() -> None:
    """It names nothing, whatever stands in it."""
    query = Query("mlops " * LONGEST_QUERY)
    assert explain(query, CATALOGUE).resolution == resolve(query, CATALOGUE) == NotFound("")


def test_two_names_that_are_written_with_the_same_letters_are_both_meant() -> None:
    """Their keys differ by a letter that nobody hears; what was typed is neither of them, and spells both."""
    catalogue = Catalogue((concept("a", "가아가"), concept("b", "각아")))
    assert isinstance(resolve(Query("ㄱㅏㄱㅏ"), catalogue), Answer | Ambiguous)


def test_the_silent_letter_is_a_slip() -> None:
    """Letters that sound the same are nearly the same name, not the same."""
    assert answered("악아 프레임워크", Catalogue((concept("x", "아가 프레임워크"),)))[1] is How.CORRECTED


LABELS = [(each, label) for each in small() for label in each.labels]


@pytest.mark.parametrize(("owner", "label"), LABELS, ids=[label.text for _, label in LABELS])
def test_every_label_finds_its_concept(owner: Concept, label: object) -> None:
    """As it is, in every Unicode form, in capitals and at full width."""
    text = str(getattr(label, "text"))  # noqa: B009 - the table holds labels of every kind
    full_width = "".join(chr(ord(letter) + 0xFEE0) if "!" <= letter <= "~" else letter for letter in text)
    forms = (text, unicodedata.normalize("NFD", text), unicodedata.normalize("NFC", text), text.upper(), full_width)
    for form in forms:
        resolution = resolve(Query(form), CATALOGUE)
        match resolution:
            case Answer(match):
                found = [match]
            case Ambiguous(matches):
                found = list(matches)
            case _:
                found = []
        assert owner in [each.concept for each in found], form


NAMES = some.text(alphabet="abcdekrs ㄱ가각레디스éЖ구", min_size=1, max_size=12).filter(
    lambda name: any(map(str.isalnum, name)) and name == name.strip()
)


@settings(deadline=None)
@given(some.lists(NAMES, min_size=1, max_size=6, unique=True), some.data())
def test_any_label_finds_its_concept_exactly(names: list[str], data: some.DataObject) -> None:
    """Whatever the glossary holds, a name leads to who has it."""
    catalogue = Catalogue(concept(f"c{place}", name) for place, name in enumerate(names))
    name = data.draw(some.sampled_from(names))
    for form in (name, name.upper(), unicodedata.normalize("NFD", name)):
        resolution = resolve(Query(form), catalogue)
        assert isinstance(resolution, Answer | Ambiguous)
        matches = [resolution.match, *resolution.others] if isinstance(resolution, Answer) else resolution.matches
        assert f"c{names.index(name)}" in {match.concept.id for match in matches}


@settings(deadline=None)
@given(some.text(max_size=300) | some.text(alphabet="ㅋㅂkube 레디스?은", max_size=60))
def test_any_text_is_resolved_within_bounds(text: str) -> None:
    """Nothing that can be typed breaks it, or makes it look at more than it may."""
    resolution = resolve(Query(text, LanguageTag("ko")), CATALOGUE)
    if isinstance(resolution, Suggestions):
        assert 1 <= len(resolution.matches) <= MOST_SUGGESTIONS
    judgement = judged(text, CATALOGUE)
    assert len(judgement.readings) <= MOST_READINGS
    assert len(judgement.ranking) <= MOST_READINGS + (MOST_STAGES + 1) * MOST_CANDIDATES


@settings(deadline=None, max_examples=10)
@given(
    some.sampled_from(["a", "가", "ㅋ", "what is ", "은 ", "\u0301", "((", "🙂", "\ud800"]),
    some.integers(1000, LONGEST_QUERY),
)
def test_long_texts_are_resolved_too(piece: str, length: int) -> None:
    """Up to the longest query, nothing raises, and nothing that long is answered as a name."""
    resolution = resolve(Query((piece * length)[:LONGEST_QUERY]), CATALOGUE)
    assert isinstance(resolution, Suggestions | NotFound)


def test_an_explanation_is_what_decided() -> None:
    """Readings, candidates with their reasons, thresholds, and the very resolution."""
    explanation = explain(Query("kuberntes"), CATALOGUE)
    assert explanation.resolution == resolve(Query("kuberntes"), CATALOGUE)
    assert explanation.readings[0].text == "kuberntes"
    best = explanation.candidates[0]
    assert best.scored.candidate.hit.concept.id == "k8s"
    assert sum(one.counts for one in best.contributions) == pytest.approx(best.scored.nearness)
    assert abs(best.contributions[0].counts) >= abs(best.contributions[-1].counts)
    assert explanation.sureness >= explanation.answers_from
    assert len(explanation.candidates) <= MOST_EXPLAINED


def test_every_feature_is_explained() -> None:
    """Each belongs to one thing that a curator understands, and there is nothing else."""
    assert FAMILIES.keys() == {*FEATURES, *STANDING, "bias"}
    assert {*FAMILIES.values()} == {*Family}


def test_nothing_to_find_needs_little_explanation() -> None:
    """No reading, no candidate, no reason."""
    for text in ("?", "x" * (LONGEST_QUERY + 1)):
        explanation = explain(Query(text), CATALOGUE)
        assert explanation.readings == ()
        assert explanation.candidates == ()
        assert explanation.contributions == ()


def test_a_slip_in_a_name_with_two_meanings_is_asked_back() -> None:
    """Mending the slip does not tell which of the two was meant."""
    company = concept("company", "Kubernetes")
    catalogue = Catalogue([company, concept("project", "Kubernetes"), concept("other", "Redis")])
    resolution = resolve(Query("kuberntes"), catalogue)
    assert isinstance(resolution, Ambiguous)
    assert [match.concept.id for match in resolution.matches] == ["company", "project"]
    assert {match.how for match in resolution.matches} == {How.CORRECTED}


@pytest.mark.parametrize(
    ("first", "second", "query"),
    [
        ("Continuous Delivery; CD", "Compact Disc; CD", "cd"),
        ("Continuous Delivery; CD", "continuous delivery; cd", "continuos delivery"),
    ],
)
def test_a_part_that_two_names_have_is_not_guessed(first: str, second: str, query: str) -> None:
    """Whether it is a part of both, or both names are the same and it has a slip."""
    resolution = resolve(Query(query), Catalogue([concept("a", first), concept("b", second), concept("c", "Redis")]))
    assert isinstance(resolution, Ambiguous)
    assert {match.concept.id for match in resolution.matches} == {"a", "b"}
