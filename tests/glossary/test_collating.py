"""The order in which readers look for names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.collating import place_of
from glossary.concept import LanguageTag


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("ko", "123 ㄱ 가나 가지 각시 까치 ㄴ 나비 나빠 낚시 레디스 ㅎ ㅏ 環境 api API Éclair ñandú Zoom かな"),
        ("ko-KR", "가상 감마 gamma"),
        ("en", "3D 42 Ärger C C# C++ eclair.js ecole .NET net R&D ß st zebra Zoom жук 나비 カ 環境"),
        ("en", "eclair Éclair resume résumé"),
        ("de", "ål apa ärt Bär öl zebra"),
        ("sv", "apa zebra ål ärt öl"),
        ("nb", "zebra ære øre år"),
        ("es", "na nz ñandú oz"),
        ("fr", "cote coté côte cotés"),
        ("tr", "cz çay gz ğ h ıhlamur ilk oz öz"),
        ("pl", "az ąż lz łz"),
        ("cs", "cz čaj dz"),
        ("ja", "ア いぬ かつ がっこう カッター さあば サーバ サーバー りんご ん 環境 zoom 가"),
        ("ja", "ﾃﾞｰﾀ データベース てえぶる ンー"),
        ("zh-Hans", "安全 北京 上海 数据库 zoom"),
        ("vi", "an ăn ấn ban đi"),
        ("ru", "елка ёлка жук иск йод сервер API"),
        ("el", "άλφα βήτα API"),
        ("ar", "خادم API"),
        ("xx", "1 ２ a b"),
    ],
)
def test_a_list_is_in_the_order_of_its_readers(language: str, names: str) -> None:
    """Their own script first; case and accents only where nothing else tells names apart."""
    expected = names.split()
    assert sorted(set(expected), key=lambda name: place_of(name, LanguageTag(language))) == expected


def test_words_are_compared_one_by_one() -> None:
    """As in a dictionary: "data set" before "database", whatever stands between the words."""
    names = ["data", "data base", "data-set", "data_sets", "database"]
    assert sorted(set(names), key=lambda name: place_of(name, LanguageTag("en"))) == names


@given(st.text(max_size=20), st.text(max_size=20), st.sampled_from(["ko", "en", "ja", "es", "zh", "th"]))
def test_different_names_have_different_places(one: str, other: str, language: str) -> None:
    """So a list has one order, however it was before."""
    places = [place_of(name, LanguageTag(language)) for name in (one, other)]
    assert (places[0] == places[1]) == (one == other)
