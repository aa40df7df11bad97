"""Who sits at a terminal, and which language the locale says they read."""

from __future__ import annotations

import pytest

from adapters.terminal.asking import asker_of, language_of, tag_of
from bot.requests import AccountId, Asker
from tests.terms import KO


@pytest.mark.parametrize(
    ("locale", "tag"),
    [
        ("ko_KR.UTF-8", "ko-KR"),
        ("ko", "ko"),
        ("de_DE@euro", "de-DE"),
        ("sr_RS.UTF-8@latin", "sr-Latn-RS"),
        ("C", None),
        ("C.UTF-8", None),
        ("POSIX", None),
        ("", None),
        ("no such thing", None),
    ],
)
def test_a_locale_names_a_language(locale: str, tag: str | None) -> None:
    """Encodings and currencies say nothing about it, a script does, and the C locale is no language."""
    assert language_of({"LANG": locale}) == tag


def test_the_strongest_variable_that_is_set_counts() -> None:
    """LC_ALL, then LC_MESSAGES, then LANG; an empty one is not set; without any there is no language."""
    assert language_of({"LC_ALL": "ko_KR", "LC_MESSAGES": "de_DE", "LANG": "en_US"}) == "ko-KR"
    assert language_of({"LC_ALL": "", "LC_MESSAGES": "de_DE", "LANG": "en_US"}) == "de-DE"
    assert language_of({"LC_ALL": "C", "LANG": "ko_KR"}) is None
    assert language_of({}) is None


@pytest.mark.parametrize(
    ("written", "tag"),
    [
        ("KO", "ko"),
        ("pt_br", "pt-BR"),
        ("zh-hant-tw", "zh-Hant-TW"),
        ("es-419", "es-419"),
        ("korean!", None),
        ("k", None),
    ],
)
def test_a_tag_is_given_its_usual_case(written: str, tag: str | None) -> None:
    """Languages small, scripts with a capital, regions in capitals; what has not the shape of a tag is none."""
    assert tag_of(written) == tag


def test_an_account_belongs_to_the_terminal() -> None:
    """The same user has one account, whatever the locale."""
    assert asker_of("ada", KO) == Asker(AccountId("terminal:ada"), KO)
