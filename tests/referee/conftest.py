"""Journeys are run where ``MALMOI_REFEREE`` names the folder of the referees; elsewhere nothing here is collected."""

from __future__ import annotations

import os

import pytest

collect_ignore_glob = [] if os.environ.get("MALMOI_REFEREE") else ["*"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let the referees leave their own files open; ours are looked after by the other tests."""
    for item in items:
        if "referee" in item.path.parts:
            item.add_marker(pytest.mark.filterwarnings("ignore::ResourceWarning"))
            item.add_marker(pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"))
