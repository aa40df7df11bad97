"""What is asked, and beside which wrong answers."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.packs import MOST_BOXES, WAITS, Learned, box_after, due_in
from bot.quiz import answers_to, is_asked_by_meaning, meaning_of, next_asked, shown_name
from glossary.catalogue import Catalogue
from glossary.concept import Concept, ConceptId, Definition, LabelKind
from tests.fakes import NOON
from tests.terms import CHEF, DE, EN, KO, MLOPS, REDIS, SAP_COMPANY, SAP_NETWORK, TERMS, name


def concept(number: str, called: str = "", domain: str = "", tags: tuple[str, ...] = (), text: str = "x") -> Concept:
    """Make a concept with a meaning."""
    definitions = (Definition(text, EN),) if text else ()
    return Concept(ConceptId(number), (name(called or number),), definitions, domain, tags)


# ── boxes ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


@given(st.integers(0, MOST_BOXES), st.lists(st.booleans(), max_size=20))
def test_a_term_never_leaves_the_boxes(box: int, answers: list[bool]) -> None:
    """Right goes one further, wrong goes back to the first; each box rests longer than the one before."""
    for is_right in answers:
        after = box_after(box, is_right=is_right)
        assert after == (min(max(box, 1) + 1, MOST_BOXES) if is_right else 1)
        assert due_in(after, NOON) > NOON
        box = after
    assert list(WAITS) == sorted(WAITS)


def test_what_has_waited_longest_is_asked_first() -> None:
    """Then what was never asked, in its order; what rests is not asked, nor what has no meaning."""
    terms = (MLOPS, REDIS, CHEF, SAP_COMPANY)
    late, later = Learned(box=1, due=NOON - timedelta(days=2)), Learned(box=3, due=NOON)
    assert next_asked(terms, {REDIS.id: later, SAP_COMPANY.id: late}, NOON) == SAP_COMPANY
    assert next_asked(terms, {REDIS.id: later}, NOON) == REDIS
    assert next_asked(terms, {REDIS.id: Learned(box=1, due=NOON + timedelta(1))}, NOON) == MLOPS
    assert next_asked((CHEF,), {}, NOON) is None
    resting = Learned(box=2, due=NOON + timedelta(days=1))
    assert next_asked((MLOPS,), {MLOPS.id: resting}, NOON) is None


# ── answers ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_wrong_answers_come_from_the_same_domain_first() -> None:
    """Then by tags, then related, then of similar names, then any; never one of the same name or without a meaning."""
    asked = concept("a", "Kafka", "streams", ("data", "queue"))
    same_domain = concept("d", "Pulsar", "streams")
    both_tags, one_tag = concept("t2", "Rabbit", tags=("data", "queue")), concept("t1", "Parquet", tags=("data",))
    similar, twin, empty = (
        concept("s", "Kafta"),
        concept("n", "kafka", "authors"),
        concept("e", "Nil", "streams", text=""),
    )
    others = [concept(f"o{number}", f"Other {number}") for number in range(3)]

    def wrong(*there: Concept) -> set[ConceptId]:
        return {one.id for one in answers_to(asked, 0, Catalogue((asked, *there)))} - {"a"}

    assert wrong(same_domain, one_tag, both_tags, similar, twin, empty, *others) == {"d", "t1", "t2"}
    assert wrong(one_tag, similar, *others) >= {"t1", "s"}
    assert wrong(similar, twin, empty, others[0]) == {"s", "o0"}
    assert wrong() == set()


def test_the_order_of_the_answers_tells_nothing() -> None:
    """It is the same for the same question, and the right one is not always at one place."""
    terms = [concept(f"c{number}", f"Term {number}") for number in range(12)]
    catalogue = Catalogue(terms)
    places = {answers_to(one, 0, catalogue).index(one) for one in terms}
    assert places == {0, 1, 2, 3}
    assert answers_to(terms[0], 0, catalogue) == answers_to(terms[0], 0, catalogue)
    assert is_asked_by_meaning(0)
    assert not is_asked_by_meaning(1)


def test_a_meaning_does_not_say_the_name() -> None:
    """In any of its spellings, and only where the name stands for itself; a Korean particle may follow."""
    text = "AI is said to be *artificial*: ai's, AI-based. 인공지능은 AI라고 한다."
    labels = (name("AI", kind=LabelKind.HEADWORD), name("인공지능", KO))
    told = Concept(ConceptId("ai"), labels, (Definition(text, EN),))
    assert meaning_of(told, EN) == "____ is said to be artificial: ____'s, ____-based. ____은 ____라고 한다."
    sharp = Concept(
        ConceptId("c"),
        (name("C#"), name(".NET", kind=LabelKind.SYNONYM)),
        (Definition("C# runs on .NET, not on C.", EN),),
    )
    assert meaning_of(sharp, EN) == "____ runs on ____, not on C."


def test_a_meaning_comes_in_the_readers_language() -> None:
    """Else in another one; "" where there is none. A name with a domain says it."""
    assert meaning_of(MLOPS, KO) == "모델을 운영하는 일이다."
    assert meaning_of(REDIS, DE) == "메모리에 두는 저장소이다."
    assert meaning_of(CHEF, EN) == ""
    assert [shown_name(one, KO) for one in (REDIS, SAP_NETWORK)] == ["레디스", "SAP (networking)"]
    assert len({shown_name(one, EN) for one in TERMS}) == len(TERMS)
