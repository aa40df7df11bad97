"""Korean particles after Hangul, Latin words, letters, numbers and brackets."""

from __future__ import annotations

import pytest

from bot.particles import with_particle


@pytest.mark.parametrize(
    ("word", "heard"),
    [
        *(
            (word, "vowel")
            for word in ("레디스", "데브옵스", "Redis", "MLOps", "Kubernetes", "cloud", "test", "log", "2", "5")
        ),
        *(
            (word, "vowel")
            for word in ("cache", "service", "node", "Docker", "task", "link", "JIRA", "k8s", "IDE", "PC", "C")
        ),
        *((word, "vowel") for word in ("peak", "site", "REST API", "v2", "", "!!!", "…", "24")),
        *(
            (word, "rieul")
            for word in ("서울", "ㄹ", "SQL", "MySQL", "URL", "module", "모델", "HTML", "1", "7", "08", "R", "JPEG L")
        ),
        *(
            (word, "closed")
            for word in ("부하 분산", "ㅋㅅ", "RAM", "LLM", "Slack", "git", "web", "map", "string", "pipeline", "name")
        ),
        *(
            (word, "closed")
            for word in ("app", "hook", "group", "type", "Python", "10", "3", "6", "JSON", "commit", "heap")
        ),
        *((word, "vowel") for word in ("레디스(Redis)", "“레디스”", "엠엘옵스 (MLOps)", "AWS")),
        *((word, "closed") for word in ("보크말(언어)님", "형상 (形狀)관", "(닫힘)")),
    ],
)
def test_the_particle_follows_what_is_heard(word: str, heard: str) -> None:
    """은 after a final consonant, 는 after a vowel; 로 after a vowel and after ㄹ, 으로 after any other."""
    assert with_particle(word, "은/는") == ("는" if heard == "vowel" else "은")
    assert with_particle(word, "으로/로") == ("으로" if heard == "closed" else "로")
