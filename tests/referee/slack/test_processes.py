"""What if there are two processes, or one that dies? Before the referee, over HTTP."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.referee.slack.conftest import HTTP, playing, staged, words_of

if TYPE_CHECKING:
    from pathlib import Path


async def test_an_event_that_reaches_two_processes_is_answered_once(tmp_path: Path) -> None:
    """They share a database, and nothing else."""
    async with staged(HTTP, tmp_path) as (stage, port), playing(stage, port):
        event = stage.team.event_callback(stage.team.ev_message("mlops", user="U1", channel="D0"), event_id="Ev1")
        other = stage.team.event_callback(stage.team.ev_message("redis", user="U1", channel="D0"), event_id="Ev2")
        stage.environment["PORT"] = str(port + 1)
        async with playing(stage, port + 1):
            second = f"http://127.0.0.1:{port + 1}/slack/events"
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
