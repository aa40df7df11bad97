"""Compile the translations when the project is built or installed: the ``.mo`` files are made, never kept."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileTranslations(BuildHookInterface[Any]):
    """One ``.mo`` beside each ``.po``."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 — the signature is hatchling's
        """Compile before anything is packed."""
        for source in sorted(Path(self.root, "bot", "locales").glob("*/LC_MESSAGES/*.po")):
            with source.open("rb") as sentences, source.with_suffix(".mo").open("wb") as compiled:
                write_mo(compiled, read_po(sentences))
