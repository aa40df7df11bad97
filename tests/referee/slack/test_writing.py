"""How entries are written: in a line, in modals, with files, and when something fails; before the referee."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tests.referee.slack.conftest import words_of
from tests.referee.slack.test_answering import bring_in
from tests.referee.slack.test_journeys import labels

if TYPE_CHECKING:
    from tests.referee.slack.conftest import Stage


async def opened_by(stage: Stage, line: str, user: str = "U1") -> Any:  # noqa: ANN401 — a view
    """Open a form with the command for everything else."""
    before = len(stage.gateway.made("views.open"))
    await stage.command(line, user, command="/glossary")
    return await stage.opened(count=before + 1)


async def pressed_in(stage: Stage, view: dict[str, Any], label: str, user: str = "U1") -> dict[str, Any]:
    """Press a button in a modal; give what the modal is then."""
    before = len(stage.gateway.made("views.update"))
    await stage.press(view, label, user, view=view, channel=None, response_url=None)
    return dict(await stage.opened("views.update", before + 1))


def updated(view: dict[str, Any], answer: dict[str, Any]) -> dict[str, Any]:
    """Give a modal as it is after an acknowledgement."""
    assert answer["response_action"] == "update"
    return {**view, **answer["view"], "id": view["id"]}


async def test_a_line_writes_an_entry_and_shows_what_it_would_change(stage: Stage) -> None:
    """New at once, by whichever command; over another text only after it was shown, and it can be undone."""
    assert (await stage.command("Zanzibar = Who may do what."))["text"] == "Zanzibar is saved."
    changed = await stage.command("Zanzibar = Who may do anything.")
    assert {"Save", "Edit again", "Discard"} <= set(labels(changed))
    saved = await stage.said(await stage.press(changed, "Save"))
    assert saved["replace_original"] is True
    assert "Who may do anything." in words_of(await stage.command("zanzibar"))
    await stage.said(await stage.press(saved, "Undo"))
    assert "Who may do what." in words_of(await stage.command("zanzibar"))
    near = await stage.command("잔지바르 (ko) = 누가 무엇을 할 수 있는가.")
    assert "Zanzibar" in words_of(near), "it sounds like another entry"
    await stage.said(await stage.press(near, "Save"))
    assert "누가 무엇을" in words_of(await stage.command("잔지바르"))


async def test_an_entry_is_edited_and_translated_in_modals(stage: Stage) -> None:
    """With what is there already in the fields."""
    await stage.command("Zanzibar = Who may do what.")
    view = await opened_by(stage, "edit zanzibar")
    assert "Who may do what." in json.dumps(view)
    preview = updated(view, await stage.submit(view, definition="Who may see what."))
    assert "is saved" in words_of(await pressed_in(stage, preview, "Save"))
    view = await opened_by(stage, "translate zanzibar ko", "UK")
    preview = updated(view, await stage.submit(view, "UK", definition="누가 무엇을 보는가."))
    await pressed_in(stage, preview, labels(preview)[0], "UK")
    assert "누가 무엇을 보는가." in words_of(await stage.command("zanzibar", "UK"))
    assert "Who may see what." in words_of(await stage.command("zanzibar"))


async def test_a_name_that_leads_elsewhere_is_not_taken(stage: Stage) -> None:
    """The guard offers where it leads; a different meaning asks for its domain, in the same modal."""
    view = await opened_by(stage, "add mlosp")
    preview = updated(view, await stage.submit(view, name="MLOps", definition="Something else."))
    assert "leads to" in words_of(preview)
    assert "Save" not in labels(preview)
    form = await pressed_in(stage, preview, "A different meaning")
    apart = updated(form, await stage.submit(form, domain="music"))
    assert "is saved" in words_of(await pressed_in(stage, apart, "Save"))
    both = words_of(await stage.command("mlops"))
    assert "music" in both


async def test_a_form_sent_twice_is_saved_once(stage: Stage) -> None:
    """Slack may bring the press of a button again."""
    view = await opened_by(stage, "add zanzibar")
    preview = updated(view, await stage.submit(view, name="Zanzibar", definition="Who may do what."))
    assert "is saved" in words_of(await pressed_in(stage, preview, "Save"))
    assert "saved already" in words_of(await pressed_in(stage, preview, "Save"))
    history = await stage.command("history zanzibar", command="/glossary")
    assert "number 2" in words_of(history)
    assert "number 3" not in words_of(history)


async def test_a_modal_that_does_not_open_is_said_and_loses_nothing(stage: Stage) -> None:
    """Too late for the click; the draft is there for the next try."""
    changed = await stage.command("mlops = Another text.")
    stage.gateway.fail("views.open", error="expired_trigger_id")
    url = await stage.press(changed, "Edit again")
    assert "too long" in words_of(await stage.said(url))
    await stage.press(changed, "Edit again")
    view = await stage.opened(count=2)
    assert "Another text." in json.dumps(view)
    preview = updated(view, await stage.submit(view, definition="Yet another text."))
    assert "is saved" in words_of(await pressed_in(stage, preview, "Save"))


async def test_a_rate_limit_is_waited_for(stage: Stage) -> None:
    """A mention is answered when Slack takes the answer, and once."""
    stage.gateway.fail("chat.postMessage", status=429, retry_after=1)
    await stage.event(stage.team.ev_app_mention("what is mlops?", user="U1", channel="C1"))
    answered = await stage.gateway.wait_call("chat.postMessage", count=2, timeout=15)
    assert answered.response["ok"]
    assert len(stage.web.messages["C1"]) == 1


async def test_a_file_is_brought_in_and_another_is_handed_out(stage: Stage) -> None:
    """By a modal with a preview, and by direct message; whoever may not, does neither."""
    await bring_in(stage, "term,definition\nZanzibar,누가 무엇을 할 수 있는가.\n".encode())
    assert "누가 무엇을" in words_of(await stage.command("zanzibar"))
    await stage.command("export csv", "UADMIN", command="/glossary")
    sent = (await stage.gateway.wait_call("files.completeUploadExternal", timeout=10)).args
    (file,) = json.loads(sent["files"])
    assert "누가 무엇을" in stage.web.uploads[file["id"]]["raw"].decode()
    assert stage.web.uploads[file["id"]]["shared_to"] == sent["channel_id"]
    assert sent["channel_id"].startswith("D")
    for line in ("import", "export csv"):
        assert "administrator" in words_of(await stage.command(line, "U1", command="/glossary"))


async def test_a_file_that_cannot_be_read_is_said_in_the_modal(stage: Stage) -> None:
    """Too large, not text, or not to be had; the glossary is as it was."""
    view = await opened_by(stage, "import", "UADMIN")
    for raw, name in ((b"x" * 5_000_001, "large.csv"), (b"\xff\xfe\x00\x01\x02" * 9, "odd.csv")):
        answer = await stage.submit(view, "UADMIN", file=[stage.web.offer_file(raw, name)])
        assert answer["response_action"] in {"errors", "update"}
        assert "Import" not in labels(answer.get("view", {"blocks": []}))
    lost = stage.web.offer_file(b"term,definition\n", "lost.csv")
    del stage.web.uploads[lost["id"]]
    answer = await stage.submit(view, "UADMIN", file=[lost])
    assert "could not read that file" in json.dumps(answer)
