"""What a script says about the language."""

from __future__ import annotations

import pytest

from glossary.scripts import language_by_script


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("레디스", "ko"),
        ("what is 레디스", "ko"),
        ("サーバー", "ja"),
        ("ﾊﾝ", "ja"),
        ("環境とは", "ja"),
        ("διακομιστής", "el"),
        ("ἀρχή", "el"),
        ("שרת", "he"),
        ("เซิร์ฟเวอร์", "th"),
        ("սերվեր", "hy"),
        ("სერვერი", "ka"),
        ("சேவையகம்", "ta"),
        ("redis", None),
        ("café", None),
        ("сервер", None),
        ("環境", None),
        ("خادم", None),
        ("सर्वर", None),
        ("ㄹㄷㅅ", None),
        ("½ · ·", None),
        ("฿ 100", None),
        ("", None),
    ],
)
def test_a_script_of_one_language_tells_it(text: str, language: str | None) -> None:
    """One letter is enough; a script of many languages, a sign, and what may be the wrong keyboard tell nothing."""
    assert language_by_script(text) == language
