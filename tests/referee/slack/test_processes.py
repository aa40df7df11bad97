"""What if there are two processes, one that dies, or a connection that ends? Before the referee."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from tests.referee.conftest import free_port
from tests.referee.slack.conftest import HTTP, SOCKET, begun, playing, staged, words_of
from tests.referee.slack.test_deciding import choose, press_in, proposed

if TYPE_CHECKING:
    from pathlib import Path


async def test_an_event_that_reaches_two_processes_is_answered_once(tmp_path: Path) -> None:
    """They share a database, and nothing else."""
    async with staged(HTTP, tmp_path) as (stage, port), playing(stage, port):
        event = stage.team.event_callback(stage.team.ev_message("mlops", user="U1", channel="D0"), event_id="Ev1")
        other = stage.team.event_callback(stage.team.ev_message("redis", user="U1", channel="D0"), event_id="Ev2")
        another = free_port()
        stage.environment["PORT"] = str(another)
        async with playing(stage, another):
            second = f"http://127.0.0.1:{another}/slack/events"
            for url in (None, second, second):
                (await stage.slack.event(event, url=url)).expect()
            (await stage.slack.event(other, url=second)).expect()
            await stage.gateway.wait_call("chat.postMessage", count=2, timeout=20)
            assert len(stage.gateway.made("chat.postMessage")) == 2
        stage.judge()


async def test_what_was_acknowledged_is_there_after_the_process_was_killed(tmp_path: Path) -> None:
    """Killed between the acknowledgement of *Save* and the answer: the change is made, and made once."""
    async with staged(HTTP, tmp_path) as (stage, port):
        async with playing(stage, port) as process:
            await stage.command("help", command="/glossary")
            await stage.command("add zanzibar", command="/glossary")
            view = await stage.opened()
            answer = await stage.submit(view, name="Zanzibar", definition="Who may do what.")
            preview: dict[str, Any] = {**view, **answer["view"], "id": view["id"]}
            stage.gateway.fail(
                "views.update", delay=5, error="internal_error", when=lambda _: process.returncode is None
            )
            await stage.press(preview, "Save", view=preview, channel=None, response_url=None)
            process.kill()
            await process.wait()
        async with playing(stage, port):
            await stage.command("help", command="/glossary")
            assert "Who may do what." in words_of(await stage.command("zanzibar"))
            stage.gateway.calls.clear()
            await stage.press(preview, "Save", view=preview, channel=None, response_url=None)
            assert "saved already" in words_of(await stage.opened("views.update"))
        stage.judge()


async def test_a_decision_that_was_acknowledged_is_there_after_the_process_was_killed(
    transport: str, tmp_path: Path
) -> None:
    """Killed before everybody could see it: it is made once, the proposer is told once, and the next press shows it."""
    async with staged(transport, tmp_path) as (stage, port):
        async with playing(stage, port) as process:
            await begun(stage)
            await choose(stage)
            post = await proposed(stage, "Etcd = Keeps keys.")
            for method in ("chat.update", "chat.postMessage"):
                stage.gateway.fail(method, delay=5, error="internal_error", when=lambda _: process.returncode is None)
            dead = f"{stage.urls.base}/response/none"
            await stage.press(post, "Accept", "UADMIN", channel="C2", message=post, ephemeral=False, response_url=dead)
            process.kill()
            await process.wait()
        async with playing(stage, port):
            assert "Keeps keys." in words_of(await stage.command("etcd"))
            shown = await stage.said(await press_in(stage, post, "Decline", "UFIRST"))
            assert "has accepted this." in words_of(shown)
            history = await stage.command("history etcd", command="/glossary")
            assert "number 3" not in words_of(history)
        stage.judge()


async def test_an_event_that_reaches_two_processes_over_their_connections_is_answered_once(tmp_path: Path) -> None:
    """Each has two; every one of them brings it."""
    async with staged(SOCKET, tmp_path) as (stage, port), playing(stage, port):
        another = free_port()
        stage.environment["PORT"] = str(another)
        async with playing(stage, another):
            await stage.slack.wait_connected(4, timeout=30)
            for name, text in (("Ev1", "mlops"), ("Ev2", "redis")):
                event = stage.team.ev_message(text, user="U1", channel="D0")
                await stage.event(event, name, times=4)
            await stage.gateway.wait_call("chat.postMessage", count=2, timeout=20)
            assert len(stage.gateway.made("chat.postMessage")) == 2
        stage.judge()


async def test_no_envelope_is_lost_when_connections_are_renewed_or_cut(tmp_path: Path) -> None:
    """Slack renews them every hour: what comes on the old one meanwhile is answered, and later on the new one."""
    async with staged(SOCKET, tmp_path) as (stage, port), playing(stage, port):
        await stage.slack.wait_connected(2, timeout=30)
        await stage.command("mlops")
        for _ in range(3):
            await stage.slack.disconnect(close=False)
            answers = await asyncio.gather(*(stage.command("mlops") for _ in range(8)))
            assert all("MLOps" in words_of(answer) for answer in answers)
        await stage.slack.drop()
        answered = None
        async with asyncio.timeout(30):
            while answered is None:
                await asyncio.sleep(0.05)
                with suppress(ConnectionError):  # the referee has not seen yet that it is cut
                    answered = await stage.command("mlops")
        assert "MLOps" in words_of(answered)
        stage.judge()
