"""Names that a definition gives its concept, and the many things in texts that are none."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glossary.concept import Label, LabelKind, LanguageTag
from glossary.formats.abbreviating import abbreviates
from glossary.formats.languages import ENGLISH, KOREAN
from glossary.formats.naming import names_of_heading, names_with_text

H, S, A, M = LabelKind.HEADWORD, LabelKind.SYNONYM, LabelKind.ABBREVIATION, LabelKind.MISSPELLING

GIVEN = [
    ("Kafka", "카프카(Kafka)는 메시지를 나르는 시스템이다.", [("카프카", H)]),
    ("카프카", "카프카(Kafka)는 메시지를 나르는 시스템이다.", [("Kafka", H)]),
    ("Kafka", "Kafka (카프카) is a log that many read.", [("카프카", H)]),
    ("Kafka", "카프카(영어: Kafka)는 링크드인에서 시작되었다.", [("카프카", H)]),
    ("ERP", "전사적 자원 관리(ERP)는 회사의 일을 한데 모은다.", [("전사적 자원 관리", H)]),
    ("ERP", "Enterprise resource planning (ERP) is how a firm counts.", [("Enterprise resource planning", S)]),
    ("Enterprise resource planning", "Enterprise resource planning (ERP) is how a firm counts.", [("ERP", A)]),
    ("ERP", "Enterprise resource planning is how a firm counts.", [("Enterprise resource planning", S)]),
    ("Continuous integration", "CI is the habit of merging every day.", [("CI", A)]),
    ("Siemens", "Siemens AG (/ˈziːməns/) is a firm from Munich.", [("Siemens AG", S)]),
    ("Kafka", "Apache Kafka is a log that many read.", [("Apache Kafka", S)]),
    ("Kanban", "Kanban or signboard method is a way to limit work.", [("signboard method", S)]),
    ("Canary", "In release work, canary (also called canary release) ships to few.", [("canary release", S)]),
    ("Blue-green deployment", "Blue-green (sometimes written Bluegreen) rollouts need two sites.", [("Bluegreen", S)]),
    ("Kubernetes", "Kubernetes, also known as K8s, is a scheduler.", []),
    ("Kubernetes", "Kubernetes, also known as Kube, is a scheduler.", [("Kube", S)]),
    ("Kubernetes", "Kubernetes (often misspelled Kubernetis) is a scheduler.", [("Kubernetis", M)]),
    ("Kubernetes", "Kubernetes (abbreviated Kube) is a scheduler.", [("Kube", A)]),
    ("Grid", "The grid (also called the mesh, lattice or Net) is a plan.", [("lattice", S), ("Net", S)]),
    ("NATS", "NATS is short for Neural Autonomic Transport System.", [("Neural Autonomic Transport System", S)]),
    ("SRE", "SRE stands for site reliability engineering and began at Google.", [("site reliability engineering", S)]),
    (
        "LDAP",
        "엘답(LDAP)은 Lightweight Directory Access Protocol의 약자이다.",
        [("엘답", H), ("Lightweight Directory Access Protocol", S)],
    ),
    ("칸반", "칸반은 간판 방식이라고도 하며, 일의 양을 눈에 보이게 한다.", [("간판 방식", S)]),
    ("도커", "소프트웨어 배포에서 도커(Docker)는 컨테이너를 다룬다.", [("Docker", H)]),
]

NOT_GIVEN = [
    ("Kafka", "Kafka is a log used by Redis Labs, also known as Redis, and others."),
    ("Kafka", "Kafka is a broker that serves a database management system (DBMS) well."),
    ("Kafka", "Kafka is fast. Confluent (also called CFLT) sells it."),
    ("Kafka", "Kafka is a log.\n\nFranz (Kafka) is somebody else."),
    ("Kafka", "Kafka(2011년)는 링크드인에서 시작되었다."),
    ("Kafka", "카프카는 로그이다. 메시지(Message)는 따로 있다."),
    ("Kafka", "Kafka (a log) is what many read."),
    ("Kafka", "The Kafka Handbook is a book of 2017."),
    ("Kafka", "Kafka Handbook is a book on Kafka."),
    ("Kafka", "널리 쓰이는 프로그램인 카프카(Kafka)는 로그이다."),
    ("Data lake", "A data lake is a store of data (also called information)."),
    ("DevOps", "DevOps is work that joins development (Dev) and operations (Ops)."),
    ("Agile software development", "In software development (also called coding), teams plan."),
    ("ERP", "Software for it is costly (also known as pricey)."),
    ("Kanban", "Kanban or any other method is fine."),
    ("SRE", "SRE stands for a promise to users."),
    ("Redis", "Redis stores values under keys (or names)."),
    ("칸반", "칸반은 일의 양을 눈에 보이게 하는, 널리 쓰이는 방법이라고도 한다."),
    ("Kafka", "Kafka is" + " very" * 300 + " good, also known as X."),
]


def _known(name: str) -> tuple[Label, ...]:
    return names_of_heading(name).labels


@pytest.mark.parametrize(("name", "text", "given"), GIVEN)
def test_a_text_gives_names(name: str, text: str, given: list[tuple[str, LabelKind]]) -> None:
    """The names stand behind the known one, in the text's order, each with its kind."""
    labels = names_with_text(_known(name), text)
    assert [(label.text, label.kind) for label in labels[1:]] == given


@pytest.mark.parametrize(("name", "text"), NOT_GIVEN)
def test_what_a_text_mentions_is_no_name(name: str, text: str) -> None:
    """Nothing is added to the names that were known."""
    assert names_with_text(_known(name), text) == _known(name)


def test_a_found_name_has_the_language_of_its_script() -> None:
    """A Korean name is Korean even where the reader's language is another."""
    labels = names_with_text(_known("Kafka"), "카프카(Kafka)는 로그이다.", ENGLISH)
    assert labels == (Label("Kafka", ENGLISH, H), Label("카프카", KOREAN, H))


@settings(deadline=None)
@given(st.text(max_size=200), st.text(min_size=1, max_size=20))
def test_any_text_keeps_the_known_names_first(text: str, name: str) -> None:
    """Whatever a text says, the names that were there stay, and none is empty."""
    known = (Label(name, ENGLISH, H),)
    labels = names_with_text(known, text)
    assert labels[0] == known[0]
    assert all(label.text.strip() for label in labels[1:])


HEADINGS = [
    ("MLOps or ML Ops", [("MLOps", H), ("ML Ops", S)], ""),
    ("도커 또는 Docker", [("도커", H), ("Docker", H)], ""),
    ("Redis (레디스)", [("Redis", H), ("레디스", H)], ""),
    ("Enterprise Resource Planning (ERP)", [("Enterprise Resource Planning", H), ("ERP", A)], ""),
    ("ERP (Enterprise Resource Planning)", [("ERP", H), ("Enterprise Resource Planning", S)], ""),
    ("SAP (company)", [("SAP", H)], "company"),
    ("C (language) or C99", [("C (language)", H), ("C99", S)], ""),
    ("print()", [("print()", H)], ""),
    ("f (x) (y)", [("f (x) (y)", H)], ""),
    ("( )", [("( )", H)], ""),
    ("A or A", [("A", H)], ""),
    ("Orange", [("Orange", H)], ""),
    ("or", [("or", H)], ""),
]


@pytest.mark.parametrize(("heading", "names", "domain"), HEADINGS)
def test_a_heading_gives_names(heading: str, names: list[tuple[str, LabelKind]], domain: str) -> None:
    """Names joined by "or", names in brackets, and the domain in brackets where it is no name."""
    said = names_of_heading(heading)
    assert [(label.text, label.kind) for label in said.labels] == names
    assert said.domain == domain


@pytest.mark.parametrize(
    ("short", "long", "expected"),
    [
        ("ERP", "enterprise resource planning", True),
        ("Redis", "Remote Dictionary Server", True),
        ("MLOps", "machine learning operations", True),
        ("Agile", "Agile software development", False),
        ("SRE", "a site reliability engineer", False),
        ("CX", "continuous delivery", False),
        ("X", "x y", False),
        ("++", "plus plus", False),
    ],
)
def test_short_forms_are_known_by_their_letters(short: str, long: str, *, expected: bool) -> None:
    """Every letter comes from the long form in order, the first from its first."""
    assert abbreviates(short, long) is expected


def test_a_language_is_given_to_a_heading_by_its_default() -> None:
    """What the script does not tell, the reader's language does."""
    assert names_of_heading("Kupplung", LanguageTag("de")).labels == (Label("Kupplung", LanguageTag("de"), H),)
