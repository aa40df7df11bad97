"""When is somebody's Home drawn? When they open it, and after they changed something while it is open."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from adapters.slack.calling import CallError
from adapters.slack.homes import finder, home_of
from bot.commands import Home
from bot.replies import Reply

if TYPE_CHECKING:
    from typing import Any

    from adapters.slack.inbound import Visit
    from adapters.slack.installations import Installed
    from adapters.slack.reception import Reception

SURFACE = "slack home"
MOST_OPEN = 10_000


@dataclass(frozen=True, slots=True)
class Homing:
    """Draws Homes, and knows whose was opened in this process and what is in it."""

    reception: Reception
    _open: OrderedDict[tuple[str, str], dict[str, Any]] = field(default_factory=OrderedDict)

    async def show(self, visit: Visit, installed: Installed) -> None:
        """Draw the Home of somebody who opens it."""
        await self.reception.introduced(visit, installed)
        drawn = await self._drawn(visit)
        if drawn is not None:
            await self._publish(visit, installed, drawn)

    async def renew(self, visit: Visit, installed: Installed) -> None:
        """Draw the Home again when it was opened here, and there is something else in it now."""
        before = self._open.get((visit.team, visit.user))
        if before is None:
            return
        drawn = await self._drawn(visit)
        if drawn is not None and drawn != before:
            await self._publish(visit, installed, drawn)

    async def _drawn(self, visit: Visit) -> dict[str, Any] | None:
        reply = await self.reception.ask(visit, Home(), SURFACE)
        wording = await self.reception.wording(visit)
        return home_of(reply, (finder(wording.text("Look a term up")),)) if isinstance(reply, Reply) else None

    async def _publish(self, visit: Visit, installed: Installed, drawn: dict[str, Any]) -> None:
        self._open[visit.team, visit.user] = drawn
        self._open.move_to_end((visit.team, visit.user))
        if len(self._open) > MOST_OPEN:
            self._open.popitem(last=False)
        try:
            await self.reception.calls.call(installed.token, "views.publish", user_id=visit.user, view=drawn)
        except CallError:
            self._open.pop((visit.team, visit.user), None)
            raise
