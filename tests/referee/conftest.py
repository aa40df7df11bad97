"""Journeys are run where ``MALMOI_REFEREE`` names the folder of the referees; elsewhere nothing here is collected."""

from __future__ import annotations

import os
import random
import socket
from contextlib import suppress
from itertools import chain, zip_longest

import pytest

collect_ignore_glob = [] if os.environ.get("MALMOI_REFEREE") else ["*"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let the referees leave their own files open, which our other tests look after; and let crowds begin first.

    A crowd takes two minutes, in which hardly anything is done but to wait: meanwhile others work.
    """
    for item in items:
        if "referee" in item.path.parts:
            item.add_marker(pytest.mark.filterwarnings("ignore::ResourceWarning"))
            item.add_marker(pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"))
    crowds = [item for item in items if item.path.name == "test_crowds.py"]
    others = [item for item in items if item.path.name != "test_crowds.py"]
    paired = zip_longest(crowds, others[: len(crowds)])  # a worker gets two at first, and then one after the other
    items[:] = [item for item in (*chain.from_iterable(paired), *others[len(crowds) :]) if item is not None]


def free_port() -> int:
    """Find a port that nobody listens on, among those that no connection is given by itself."""
    while True:
        port = random.randrange(10_000, 30_000)
        with suppress(OSError), socket.create_server(("127.0.0.1", port)):
            return port
