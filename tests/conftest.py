"""How the tests are run: where changes are checked before they land, the same examples are drawn every time."""

from __future__ import annotations

import os

from hypothesis import settings

settings.register_profile("checked", derandomize=True, print_blob=True)
if os.environ.get("CI"):
    settings.load_profile("checked")
