"""How many, how long, how ready? The numbers that Prometheus collects; their labels are platform and outcome only.

No label ever holds a term, a person or a workspace: https://prometheus.io/docs/practices/naming/#labels.
"""

from __future__ import annotations

import time
from functools import cache
from typing import TYPE_CHECKING, assert_never

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

from bot.replies import Form, Reply, Silence

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.requests import Request

    Answer = Reply | Form | Silence
    Door = Callable[[Request], Awaitable[Answer]]

SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 3.0)
"""Upper ends of the ranges that answers are counted in; after three seconds Slack and Discord give up."""


class Numbers:
    """The numbers of one process."""

    def __init__(self, clock: Callable[[], float] = time.perf_counter) -> None:
        self._registry = CollectorRegistry()
        self._clock = clock
        answers = Counter(
            "malmoi_answers", "Requests that the door answered.", ("platform", "outcome"), registry=self._registry
        )
        seconds = Histogram(
            "malmoi_answer_seconds",
            "How long the door took, in seconds.",
            ("platform",),
            buckets=SECONDS,
            registry=self._registry,
        )
        # There are few labels, and to find the number of one takes longer than to count.
        self._answers_of: Callable[[str, str], Counter] = cache(answers.labels)
        self._seconds_of: Callable[[str], Histogram] = cache(seconds.labels)
        self._ready = Gauge(
            "malmoi_ready", "Whether the platform can answer: 1 or 0.", ("platform",), registry=self._registry
        )

    def measured(self, door: Door) -> Door:
        """Count what a door answers, and how long it takes."""

        async def reply_to(request: Request) -> Answer:
            begun = self._clock()
            answer = await door(request)
            platform = request.place.workspace.partition(":")[0]
            self._seconds_of(platform).observe(self._clock() - begun)
            self._answers_of(platform, outcome_of(answer)).inc()
            return answer

        return reply_to

    def show_ready(self, platform: str, *, is_ready: bool) -> None:
        """Keep whether a platform can answer."""
        self._ready.labels(platform).set(is_ready)

    def written(self) -> bytes:
        """Write all numbers in Prometheus' text format."""
        return generate_latest(self._registry)


def outcome_of(answer: Answer) -> str:
    """Name what came of a request."""
    match answer:
        case Reply():
            if answer.is_mistake:
                return "mistake"
            return "answered" if answer.is_found else "not found"
        case Form():
            return "form"
        case Silence():
            return "silence"
        case _:
            assert_never(answer)
