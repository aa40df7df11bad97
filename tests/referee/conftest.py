"""Journeys against a referee are collected where its package can be imported, and nowhere else."""

from __future__ import annotations

from importlib.util import find_spec

collect_ignore_glob = [] if find_spec("slack") else ["slack/test_*.py"]
