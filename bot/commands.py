"""Which wishes are there? One class per wish, in the groups of the command table; how they travel is said in `tokens`.

Every field is a text, a number, yes or no, or a language: what a button can carry. A command that opens a form says so
in `OPENS_FORM`: an adapter answers it at once and never defers it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from glossary.concept import ConceptId, LanguageTag


# ── reading ───────────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Typed:
    """Words as somebody typed them, with or without a command word: the door understands them."""

    text: str


@dataclass(frozen=True, slots=True)
class Define:
    """Look a term up."""

    language: LanguageTag | None
    """The language asked for beside the term, if any."""
    text: str


@dataclass(frozen=True, slots=True)
class Show:
    """Show one concept that is already known by its id."""

    concept: ConceptId
    language: LanguageTag | None = None


@dataclass(frozen=True, slots=True)
class Nearby:
    """The answer was not what was meant: show what else comes near."""

    text: str


@dataclass(frozen=True, slots=True)
class Browse:
    """List the names in the glossary, page by page; pages count from 0."""

    page: int = 0


@dataclass(frozen=True, slots=True)
class Why:
    """Look a term up, and show how it came to what it came to."""

    text: str


@dataclass(frozen=True, slots=True)
class Search:
    """Find words inside definitions and names."""

    text: str


@dataclass(frozen=True, slots=True)
class Language:
    """See the language that is in force, or choose one: a tag, a name of a language, ``auto``, or "" to see."""

    choice: str = ""


@dataclass(frozen=True, slots=True)
class Help:
    """Say what can be done."""


# ── mine ──────────────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class MyData:
    """Hand over everything that is kept about the asker."""


@dataclass(frozen=True, slots=True)
class Forget:
    """Remove what is kept about the asker, once that is confirmed."""

    is_confirmed: bool = False


# ── writing ───────────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Add:
    """Write a new entry; the text is its name, "" when that is still open."""

    text: str = ""


@dataclass(frozen=True, slots=True)
class Put:
    """Write a definition in one line: ``TERM = definition``, ``TERM (ko) = …``."""

    language: LanguageTag | None
    term: str
    definition: str


@dataclass(frozen=True, slots=True)
class Edit:
    """Rewrite the definition in one language: the named one, else the one that the reader sees."""

    concept: ConceptId
    language: LanguageTag | None = None
    seen: int = 0


@dataclass(frozen=True, slots=True)
class Translate:
    """Write name and definition in a language that the entry lacks."""

    concept: ConceptId
    language: LanguageTag | None = None
    seen: int = 0


@dataclass(frozen=True, slots=True)
class Names:
    """Change by which names an entry is found."""

    concept: ConceptId
    seen: int = 0


@dataclass(frozen=True, slots=True)
class Relate:
    """Change what an entry is related to, and what took its place."""

    concept: ConceptId
    seen: int = 0


@dataclass(frozen=True, slots=True)
class More:
    """Change domain, tags, links, image and contact."""

    concept: ConceptId
    seen: int = 0


@dataclass(frozen=True, slots=True)
class Meant:
    """Teach a name that was not found: the text is another name of this concept."""

    concept: ConceptId
    text: str


@dataclass(frozen=True, slots=True)
class Delete:
    """Take an entry out, once that is confirmed."""

    concept: ConceptId
    is_confirmed: bool = False


# ── drafts: forms that were submitted, kept a day for their owner ─────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Save:
    """Save a draft, or propose it."""

    draft: str


@dataclass(frozen=True, slots=True)
class Resume:
    """Open the form of a draft again."""

    draft: str


@dataclass(frozen=True, slots=True)
class Discard:
    """Let go of a draft."""

    draft: str


@dataclass(frozen=True, slots=True)
class Separate:
    """Save a draft as a different meaning of a name that is taken: asks for its domain."""

    draft: str


@dataclass(frozen=True, slots=True)
class AddThere:
    """Give the name in a draft to the concept that it leads to already."""

    draft: str
    concept: ConceptId


# ── what happened, and who looks after it ─────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class History:
    """Show the changes to an entry, newest first, below a revision; 0 for the newest."""

    concept: ConceptId
    before: int = 0


@dataclass(frozen=True, slots=True)
class RollBack:
    """Bring an entry back to how it stood after a revision, once that is confirmed."""

    concept: ConceptId
    revision: int
    is_confirmed: bool = False


@dataclass(frozen=True, slots=True)
class Undo:
    """Take a change back."""

    revision: int


@dataclass(frozen=True, slots=True)
class Restore:
    """Bring a deleted entry back, or list what was deleted with ""."""

    concept: ConceptId


@dataclass(frozen=True, slots=True)
class Owner:
    """Show who looks after an entry; ``me`` claims it, ``nobody`` lets go, an account hands it over."""

    concept: ConceptId
    to: str = ""


@dataclass(frozen=True, slots=True)
class Pin:
    """Say which meaning of a name is meant in this channel, or no longer."""

    concept: ConceptId
    is_pinned: bool = True


@dataclass(frozen=True, slots=True)
class Stale:
    """List what nobody confirmed for long."""


@dataclass(frozen=True, slots=True)
class StillTrue:
    """Confirm that an entry is still right."""

    concept: ConceptId


# ── proposals ─────────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Queue:
    """List the proposals that wait."""


@dataclass(frozen=True, slots=True)
class Review:
    """Show one proposal with what it would change."""

    proposal: str


@dataclass(frozen=True, slots=True)
class Accept:
    """Carry a proposal out; when it is edited first, through its form."""

    proposal: str
    is_edited: bool = False


@dataclass(frozen=True, slots=True)
class Decline:
    """Turn a proposal down: asks for the reason."""

    proposal: str


@dataclass(frozen=True, slots=True)
class Decided:
    """Tell a proposer what became of the proposal."""

    proposal: str


# ── the workspace ─────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Roles:
    """Show who has which role; with a holder and a role, give it."""

    holder: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """Change the policy of the workspace."""


# ── as they arrive ────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Aimed:
    """A command word said of a term, which is still to be found: ``edit redis``, ``translate redis ko``."""

    word: str
    term: str
    line: str
    """The whole line: what is looked up when no such term is found."""


@dataclass(frozen=True, slots=True)
class Submitted:
    """A form came back: the command that opened it, and (key, value) of each field in the form's order."""

    purpose: Understood
    values: tuple[tuple[str, str], ...]


Reading = Define | Show | Nearby | Why | Browse | Search | Language | Help
Mine = MyData | Forget
Changing = Edit | Translate | Names | Relate | More
"""The forms of an entry that is there."""
Writing = Add | Changing | Meant | Delete
Drafting = Save | Resume | Discard | Separate | AddThere
Keeping = History | RollBack | Undo | Restore | Owner | Pin | Stale | StillTrue
Proposing = Queue | Review | Accept | Decline | Decided
Governing = Roles | Settings

Carried = Reading | Mine | Writing | Drafting | Keeping | Proposing | Governing
"""What a button may carry."""

Understood = Put | Carried | Submitted
"""What can be carried out."""

Command = Typed | Aimed | Understood

CARRIED: Mapping[str, type[Carried]] = {
    "define": Define,
    "show": Show,
    "nearby": Nearby,
    "why": Why,
    "browse": Browse,
    "search": Search,
    "language": Language,
    "help": Help,
    "data": MyData,
    "forget": Forget,
    "add": Add,
    "edit": Edit,
    "translate": Translate,
    "names": Names,
    "relate": Relate,
    "more": More,
    "meant": Meant,
    "delete": Delete,
    "save": Save,
    "resume": Resume,
    "discard": Discard,
    "separate": Separate,
    "there": AddThere,
    "history": History,
    "rollback": RollBack,
    "undo": Undo,
    "restore": Restore,
    "owner": Owner,
    "pin": Pin,
    "stale": Stale,
    "true": StillTrue,
    "queue": Queue,
    "review": Review,
    "accept": Accept,
    "decline": Decline,
    "decided": Decided,
    "roles": Roles,
    "settings": Settings,
}
"""What each is called inside a token; a name once given keeps its meaning as long as the version does."""
