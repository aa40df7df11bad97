"""Korean particles after Hangul, Latin words, letters, numbers and brackets."""

from __future__ import annotations

import pytest

from bot.particles import with_particle


def words(text: str) -> list[str]:
    """Read words that stand behind each other; a space within one is written as a line below."""
    return [word.replace("_", " ") for word in text.split()]


TOPICS = words(
    """
    레디스는 데브옵스는 서울은 모델은 부하_분산은 엠엘옵스는 쿠버네티스는 ㄹ은 ㅋㅅ은 환경은 Slack은 MySQL은 Redis는
    MLOps는 SQL은 Docker는 Git은 GitHub은 GitLab은 Kubernetes는 Kafka는 Terraform은 Python은 Java는 JavaScript는
    Go는 Rust는 Kotlin은 PostgreSQL은 MongoDB는 SQLite는 Elasticsearch는 RabbitMQ는 Nginx는 Linux는 macOS는 React는
    Spring은 Node.js는 .NET은 C는 C++는 C#은 R은 API는 URL은 HTTP는 JSON은 XML은 YAML은 HTML은 CSS는 TCP/IP는 DNS는
    VPN은 SSH는 RAM은 IDE는 SDK는 ORM은 MVP는 OKR은 SLA는 CI/CD는 PR은 QA는 AI는 ML은 LLM은 GPT는 RAG는 LDAP은 AWS는
    GCP는 k8s는 i18n은 REST_API는 cloud는 server는 client는 database는 cache는 queue는 stack은 heap은 module은
    table은 file은 library는 pipeline은 container는 cluster는 node는 service는 gateway는 switch는 firewall은 token은
    session은 cookie는 commit은 branch는 merge는 range는 exchange는 string은 loop는 hook은 book은 group은 type은
    pipe는 scope는 check는 Webpack은 web은 club은 hub은 bit는 socket은 sprint는 peak는 site는 app은 email은 bot은
    chat은 log는 bug는 naïve는 café는 message는 Chrome은 Google은 Notion은 Zoom은 Discord는 1은 2는 3은 4는 5는 6은
    7은 8은 9는 10은 24는 08은 100은 1,000은 2026은 3.14는 HTTP/2는 UTF-8은 Java_8은 S3는 EC2는 v1은 v2는 IPv4는
    IPv6는 MP3는 OAuth2는 10%는 5kg은 3_km는 100ms는 레디스(Redis)는 “레디스”는 엠엘옵스_(MLOps)는 보크말(언어)님은
    형상_(形狀)관은 (닫힘)은 Redis™는 `Slack`은 Kafka_(카프카)는 データ는 プリン은
    """
)
DIRECTIONS = words(
    """
    서울로 레디스로 부산으로 모델로 Slack으로 Redis로 MySQL로 URL로 module로 club으로 GitHub으로 Git으로 API로
    HTML로 RAM으로 C#으로 1로 2로 3으로 7로 8로 10으로 2026으로 v1으로 S3로 JSON으로 Google로 string으로
    """
)


@pytest.mark.parametrize("said", TOPICS)
def test_the_particle_follows_what_is_heard(said: str) -> None:
    """은 after a final consonant, 는 after a vowel: Latin words and numbers by how they are read aloud."""
    word, particle = said[:-1], said[-1]
    assert with_particle(word, "은/는") == particle


@pytest.mark.parametrize("said", DIRECTIONS)
def test_after_rieul_the_particle_of_direction_is_that_of_a_vowel(said: str) -> None:
    """로 after a vowel and after ㄹ, 으로 after any other consonant."""
    particle = "으로" if said.endswith("으로") else "로"
    assert with_particle(said.removesuffix(particle), "으로/로") == particle


@pytest.mark.parametrize("word", ["", "!!!", "…", "😀"])
def test_what_has_no_sound_counts_as_a_vowel(word: str) -> None:
    """Something must stand there."""
    assert with_particle(word, "이/가") == "가"


def test_there_are_cases_enough() -> None:
    """No word twice, and well over sixty."""
    assert len(set(TOPICS)) > 150
