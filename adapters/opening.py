"""Which glossary does a command of the command line work on? Home, or that of a workspace."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from adapters.assembling import at_home_in
from adapters.files import starter
from adapters.sql.maintaining import open_store
from adapters.sql.settings import Settings
from adapters.terminal.asking import PLACE
from bot.conversation import utc_now
from bot.housing import Housing
from bot.requests import WorkspaceId

if TYPE_CHECKING:
    from adapters.sql.store import SqlStore
    from bot.keeping import GlossaryId


async def opened(workspace: str | None, *, has_starter: bool = True) -> tuple[SqlStore, GlossaryId]:
    """Open the database, and find the glossary; one that is not there yet is begun, with the starter or empty.

    Raises:
        MalformedError: The environment names no database that is known.
        UnavailableError: The database does not answer, or has to be migrated.
    """
    store = await open_store(Settings.of(os.environ))
    housing = Housing(store, at_home_in(os.environ), (lambda: starter().concepts) if has_starter else tuple, utc_now)
    return store, await housing.glossary_of(WorkspaceId(workspace) if workspace else PLACE.workspace)
