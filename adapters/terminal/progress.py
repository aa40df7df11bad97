"""How far has a long work come? Bars on a terminal while it goes on; nothing is shown where nobody watches."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO

from bot.harmless import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rich.progress import Progress as Bars


class Progress:
    """The steps of one work, each with a bar below that of the step before it."""

    def __init__(self, bars: Bars) -> None:
        self._bars = bars

    @contextmanager
    def step(self, title: str, total: int | None = None) -> Iterator[Callable[[int], None]]:
        """Show a step while the block runs; what is given tells how much more of the total is done.

        Without a total the bar only shows that there is something going on.
        """
        task = self._bars.add_task(one_line(title), total=total)
        yield lambda done: self._bars.update(task, advance=done)
        self._bars.update(task, total=total or 1, completed=total or 1)


@contextmanager
def progress_on(stream: TextIO) -> Iterator[Progress]:
    """Show progress on a terminal, and take it away at the end; on anything else show nothing."""
    # Here and not above: the import takes longer than many a file.
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import BarColumn, TaskProgressColumn, TextColumn, TimeElapsedColumn  # noqa: PLC0415
    from rich.progress import Progress as Bars  # noqa: PLC0415

    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        TaskProgressColumn(),
        TimeElapsedColumn(),
    )
    with Bars(*columns, console=Console(file=stream), transient=True, disable=not stream.isatty()) as bars:
        yield Progress(bars)
