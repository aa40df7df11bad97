"""Which wishes are there? One class per wish, in the groups of the command table; how they travel is said in `tokens`.

Every field is a text, a number, yes or no, or a language: what a button can carry.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.commands import (
    drafting,
    exchanging,
    explaining,
    governing,
    keeping,
    languages,
    mine,
    missing,
    onboarding,
    packing,
    proposing,
    reading,
    settling,
    sharing,
    writing,
)
from bot.commands.arriving import Aimed, Barred, Complete, Gone, HandedFile, Said, Submitted, Typed
from bot.commands.drafting import AddThere, Discard, Drafting, Resume, Save, Separate
from bot.commands.exchanging import Bring, Exchanging, Export, Import
from bot.commands.explaining import Explain, Explained, Explaining, Known
from bot.commands.governing import Governing, Roles, Settings
from bot.commands.keeping import History, Keeping, Orphans, Owner, Pin, Restore, RollBack, Stale, StillTrue, Undo
from bot.commands.languages import AskTranslation, PlaceLanguage, Speaking
from bot.commands.mine import Forget, Mine, MyData
from bot.commands.missing import (
    Announce,
    Ask,
    Digest,
    Dismiss,
    Fulfilled,
    Gaps,
    Means,
    Missing,
    Stats,
    Unask,
    Wanting,
)
from bot.commands.onboarding import (
    AskAbout,
    Greet,
    Guess,
    Joined,
    Know,
    Newcoming,
    Next,
    NotNow,
    Onboarding,
    Quiz,
    Remind,
    Stop,
)
from bot.commands.packing import (
    PackDelete,
    PackEdit,
    PackHere,
    Packing,
    PackNew,
    PackOrder,
    PackPreview,
    PackReport,
    Packs,
)
from bot.commands.proposing import (
    Accept,
    Decided,
    Decline,
    Posted,
    Proposing,
    Queue,
    Review,
    ReviewedHere,
    ReviewHere,
    Unposted,
)
from bot.commands.reading import (
    Browse,
    Define,
    Help,
    Home,
    Language,
    Nearby,
    Random,
    Reading,
    Recent,
    Search,
    Show,
    Why,
)
from bot.commands.settling import FirstRun, Invite, Join, Leave, Settling, Starter
from bot.commands.sharing import Share, Sharing, TakeBack
from bot.commands.writing import Add, Changing, Delete, Edit, Meant, More, Names, Put, Relate, Translate, Writing

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = [
    "CARRIED",
    "Accept",
    "Add",
    "AddThere",
    "Aimed",
    "Announce",
    "Ask",
    "AskAbout",
    "AskTranslation",
    "Barred",
    "Bring",
    "Browse",
    "Carried",
    "Changing",
    "Command",
    "Complete",
    "Decided",
    "Decline",
    "Define",
    "Delete",
    "Digest",
    "Discard",
    "Dismiss",
    "Drafting",
    "Edit",
    "Exchanging",
    "Explain",
    "Explained",
    "Explaining",
    "Export",
    "FirstRun",
    "Forget",
    "Fulfilled",
    "Gaps",
    "Gone",
    "Governing",
    "Greet",
    "Guess",
    "HandedFile",
    "Help",
    "History",
    "Home",
    "Import",
    "Invite",
    "Join",
    "Joined",
    "Keeping",
    "Know",
    "Known",
    "Language",
    "Leave",
    "Means",
    "Meant",
    "Mine",
    "Missing",
    "More",
    "MyData",
    "Names",
    "Nearby",
    "Newcoming",
    "Next",
    "NotNow",
    "Onboarding",
    "Orphans",
    "Owner",
    "PackDelete",
    "PackEdit",
    "PackHere",
    "PackNew",
    "PackOrder",
    "PackPreview",
    "PackReport",
    "Packing",
    "Packs",
    "Pin",
    "PlaceLanguage",
    "Posted",
    "Proposing",
    "Put",
    "Queue",
    "Quiz",
    "Random",
    "Reading",
    "Recent",
    "Relate",
    "Remind",
    "Restore",
    "Resume",
    "Review",
    "ReviewHere",
    "ReviewedHere",
    "Roles",
    "RollBack",
    "Said",
    "Save",
    "Search",
    "Separate",
    "Settings",
    "Settling",
    "Share",
    "Sharing",
    "Show",
    "Speaking",
    "Stale",
    "Starter",
    "Stats",
    "StillTrue",
    "Stop",
    "Submitted",
    "TakeBack",
    "Translate",
    "Typed",
    "Unask",
    "Understood",
    "Undo",
    "Unposted",
    "Wanting",
    "Why",
    "Writing",
]

# fmt: off — one group a line, so that a new one is one new line
Carried = (
    Reading
    | Explaining
    | Sharing
    | Speaking
    | Mine
    | Add
    | Changing
    | Meant
    | Delete
    | Drafting
    | Keeping
    | Proposing
    | Governing
    | Exchanging
    | Settling
    | Newcoming
    | Packing
    | Wanting
)
# fmt: on
"""What a button may carry."""

Understood = Writing | Carried | Explain | Complete | Gone | Barred | Submitted
"""What can be carried out."""

Command = Typed | Said | Joined | Aimed | Understood

CARRIED: Mapping[str, type[Carried]] = {
    **reading.NAMES,
    **explaining.NAMES,
    **sharing.NAMES,
    **languages.NAMES,
    **mine.NAMES,
    **writing.NAMES,
    **drafting.NAMES,
    **keeping.NAMES,
    **proposing.NAMES,
    **governing.NAMES,
    **exchanging.NAMES,
    **settling.NAMES,
    **onboarding.NAMES,
    **packing.NAMES,
    **missing.NAMES,
}
"""What each is called inside a token; a name once given keeps its meaning as long as the version does."""
