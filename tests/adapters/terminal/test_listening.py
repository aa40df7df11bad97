"""Where lines come from, and where the history is kept."""

from __future__ import annotations

import io
import stat
from pathlib import Path

import pytest

from adapters.terminal.listening import PipedLines, history_in, state_directory

HOME = Path("/home/ada")


async def test_a_pipe_gives_line_by_line_and_then_ends() -> None:
    """Without line ends, those of other systems too; a last line without one counts."""
    lines = PipedLines(io.StringIO("mlops\n\r\n레디스\r\nlast", newline=""))
    assert [await lines.question(), await lines.value("ignored"), await lines.question(), await lines.question()] == [
        "mlops",
        "",
        "레디스",
        "last",
    ]
    with pytest.raises(EOFError):
        await lines.question()


@pytest.mark.parametrize(
    ("platform", "environ", "directory"),
    [
        ("linux", {}, HOME / ".local/state/malmoi"),
        ("linux", {"XDG_STATE_HOME": "/state"}, Path("/state/malmoi")),
        ("linux", {"XDG_STATE_HOME": "relative"}, HOME / ".local/state/malmoi"),
        ("darwin", {}, HOME / "Library/Application Support/malmoi"),
        ("win32", {}, HOME / "AppData/Local/malmoi"),
        ("win32", {"LOCALAPPDATA": "/local"}, Path("/local/malmoi")),
    ],
)
def test_every_platform_has_a_place_for_it(platform: str, environ: dict[str, str], directory: Path) -> None:
    """Where its users look for such things."""
    assert state_directory(environ, platform, HOME) == directory


def test_the_history_is_readable_for_its_owner_only(tmp_path: Path) -> None:
    """What people ask is nobody else's business, also when the file was there before with other permissions."""
    for _ in range(2):
        history = history_in(tmp_path / "state" / "malmoi")
        assert history is not None
        assert stat.S_IMODE(history.stat().st_mode) == 0o600
        assert stat.S_IMODE(history.parent.stat().st_mode) == 0o700
        history.chmod(0o644)


def test_where_nothing_can_be_kept_there_is_no_history(tmp_path: Path) -> None:
    """A file stands where the directory should be: the conversation goes on without a history."""
    (tmp_path / "malmoi").write_text("")
    assert history_in(tmp_path / "malmoi") is None
