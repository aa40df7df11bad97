"""Files that people hand over: beside a command, or in a form; fetched from where Discord keeps them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from adapters.discord.uploads import LARGEST
from bot.commands import Import, Submitted
from bot.replies import Prose, Reply, Span
from tests.adapters.discord.standing_in import as_manager

if TYPE_CHECKING:
    from bot.commands import HandedFile
    from bot.requests import Request
    from tests.adapters.discord.conftest import World
    from tests.adapters.discord.standing_in import Payload

MIA = 501
TABLE = b"name,definition,language\nKafka,A log.,en\n"
pytestmark = pytest.mark.usefixtures("platform")


def sent(world: World, name: str = "terms.csv", size: int = len(TABLE)) -> Payload:
    """Describe a file as Discord does."""
    host = f"http://127.0.0.1:{world.discord.port}"
    address = f"{host}/cdn/{name}"
    return {"id": "7", "filename": name, "size": size, "url": address, "proxy_url": address}


async def handed(world: World, file: Payload, *, in_a_form: bool) -> HandedFile:
    """Hand a file over, and see it as the door does."""
    if in_a_form:
        opened = await world.discord.slash(MIA, "glossary team import", at=as_manager())
        key = next(
            one["component"]["custom_id"] for one in opened.modal["components"] if one["component"]["type"] == 19
        )
        await world.discord.submit(MIA, opened, {key: ["7"], "attachments": {"7": file}})
    else:
        await world.discord.slash(MIA, "glossary team import", at=as_manager(), file=file)
    (request,) = [one for one in world.requests if isinstance(one.command, Submitted)]
    assert isinstance(request.command, Submitted)
    assert isinstance(request.command.purpose, Import)
    ((_, found),) = request.command.files
    return found


def answers(world: World) -> None:
    """Let the door take whatever is handed over."""
    conversation = world.conversation

    async def door(request: Request) -> object:
        if isinstance(request.command, Submitted):
            return Reply((Prose((Span("Thank you."),)),))
        return await conversation.reply_to(request)

    world.door = door  # type: ignore[assignment]  # it answers as the door does


@pytest.mark.parametrize("in_a_form", [False, True])
async def test_a_file_is_fetched_and_handed_on_as_it_is(world: World, *, in_a_form: bool) -> None:
    """Beside the command, or in the form that it opens."""
    answers(world)
    world.discord.files["terms.csv"] = TABLE
    found = await handed(world, sent(world), in_a_form=in_a_form)
    assert (found.name, found.data) == ("terms.csv", TABLE)


@pytest.mark.parametrize("in_a_form", [False, True])
async def test_what_cannot_be_fetched_is_empty(
    world: World, caplog: pytest.LogCaptureFixture, *, in_a_form: bool
) -> None:
    """Which the door says; Discord forgets such files after a while."""
    answers(world)
    found = await handed(world, sent(world, "gone.csv"), in_a_form=in_a_form)
    assert (found.name, found.data) == ("gone.csv", b"")
    assert "a file could not be fetched: 404" in caplog.text
    assert "gone.csv" not in caplog.text


async def test_what_is_too_large_is_not_fetched_at_all(world: World) -> None:
    """It is still seen that it is."""
    answers(world)
    found = await handed(world, sent(world, size=LARGEST + 1), in_a_form=False)
    assert len(found.data) == LARGEST


async def test_a_name_leads_into_no_folder(world: World) -> None:
    """Whatever a client says."""
    answers(world)
    world.discord.files["x.csv"] = TABLE
    file = {**sent(world, "x.csv"), "filename": "../../etc/x.csv"}
    assert (await handed(world, file, in_a_form=False)).name == "x.csv"
