"""What the wheel holds that the repository does not: compiled resources and translations.

The tree stays as it was: all is made in a temporary folder and put into the wheel from there.
Resources are data, not code, so one wheel serves every system.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledFiles(BuildHookInterface[Any]):
    """Puts `hipcoach/resources.rcc` and a catalogue for each `.po` file into the wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile everything, unless the install is editable: a checkout compiles for itself."""
        if version == "editable":
            return
        root = Path(self.root)
        self._made = tempfile.TemporaryDirectory(prefix="hipcoach-build-")
        made = Path(self._made.name)
        inside: dict[str, str] = build_data["force_include"]
        inside[str(_resources(root, made))] = "hipcoach/resources.rcc"
        for source in sorted((root / "hipcoach" / "locale").glob("*.po")):
            inside[str(_catalogue(source, made))] = f"hipcoach/locale/{source.stem}.mo"

    def finalize(self, *_: object) -> None:
        """Throw the temporary folder away."""
        if made := getattr(self, "_made", None):
            made.cleanup()


def _resources(root: Path, made: Path) -> Path:
    """Icons and sounds as one file that Qt maps into memory, the same bytes every time.

    Not compressed: what is mapped needs no unpacking.
    """
    target = made / "resources.rcc"
    # PySide6 knows best where its own compiler lies.
    compiler = (sys.executable, "-c", "from PySide6.scripts.pyside_tool import rcc; rcc()")
    options = ("--binary", "--no-compress", "--format-version", "1")
    source = root / "resources.qrc"
    subprocess.run([*compiler, *options, "--output", target, source], check=True)  # noqa: S603 - ours
    return target


def _catalogue(source: Path, made: Path) -> Path:
    """A translation as gettext reads it."""
    from babel.messages.mofile import write_mo  # noqa: PLC0415 - only where there are any
    from babel.messages.pofile import read_po  # noqa: PLC0415 - the same

    target = made / f"{source.stem}.mo"
    with source.open("rb") as text, target.open("wb") as compiled:
        write_mo(compiled, read_po(text, locale=source.stem))
    return target
