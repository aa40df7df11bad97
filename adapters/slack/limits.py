"""How much may stand where? Slack's limits, in characters as they are sent, or in things.

From docs.slack.dev/reference/block-kit, and from the constants of slack_sdk 3.48 (`slack_sdk.models`).
"""

from __future__ import annotations

from typing import Final

BLOCKS_OF_MESSAGE: Final = 50
BLOCKS_OF_VIEW: Final = 100
SECTION: Final = 3000
RICH_TEXT: Final = 3000
"""No page names a limit; this is the one of a section, which shows the same."""
CONTEXT: Final = 3000
HEADER: Final = 150
ACTIONS: Final = 25
BUTTON: Final = 75
OPTION: Final = 75
OPTIONS: Final = 100
ALTERNATIVE_TEXT: Final = 2000
ADDRESS: Final = 3000
VIEW_TITLE: Final = 24
INPUT_LABEL: Final = 2000
INPUT_TEXT: Final = 3000
METADATA: Final = 3000
FALLBACK: Final = 3000
"""Of the 4 000 that Slack advises for the text beside blocks."""
ERROR: Final = 300
"""Of a sentence beside a field; longer ones are not shown whole."""
