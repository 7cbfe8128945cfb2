"""Icons and sounds, for Qt to find under `:/`."""

from __future__ import annotations

import logging
import os
import sys
import zlib
from pathlib import Path

from PySide6.QtCore import QResource

logger = logging.getLogger(__name__)

PACKAGE = Path(__file__).parents[1]
COMPILED = PACKAGE / "resources.rcc"
"""In an installed HipCoach; put there when the wheel is built."""
SOURCE = PACKAGE.parent / "resources.qrc"
"""In a checkout."""

COMPILER = (sys.executable, "-c", "from PySide6.scripts.pyside_tool import rcc; rcc()")
"""PySide6 knows best where its own compiler lies."""


def register_resources(cache: Path) -> bool:
    """Whether Qt now finds the icons; without them HipCoach works, but looks bare.

    In a checkout they are compiled into the folder `cache` first, when one of them has changed.
    """
    compiled = _from_checkout(cache) if SOURCE.is_file() else COMPILED
    if compiled is not None and QResource.registerResource(str(compiled)):
        return True
    logger.warning("no icons: the resources could not be loaded")
    return False


def _from_checkout(cache: Path) -> Path | None:
    """The resources compiled from a checkout; `None` when that is not possible."""
    # Two checkouts must not take each other's.
    where = f"{zlib.crc32(os.fsencode(SOURCE)):08x}"
    compiled = cache / f"resources-{where}.rcc"
    if compiled.is_file() and compiled.stat().st_mtime >= _newest():
        return compiled
    import subprocess  # noqa: PLC0415 - icons change seldom, and the window is there sooner
    import tempfile  # noqa: PLC0415 - as above

    try:
        cache.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=cache) as folder:
            made = Path(folder) / compiled.name
            compile_resources(SOURCE, made)
            made.replace(compiled)
    except (OSError, subprocess.CalledProcessError):
        logger.warning("the resources could not be compiled", exc_info=True)
        return None
    return compiled


def _newest() -> float:
    """When the source of the resources was changed last, in seconds since 1970."""
    assets = (SOURCE.parent / "assets").rglob("*")
    return max(path.stat().st_mtime for path in (SOURCE, *assets))


def compile_resources(source: Path, target: Path) -> None:
    """Make one binary file of the resources; the same bytes for the same input.

    Not compressed: Qt maps the file, and what is mapped needs no unpacking.
    Raises `subprocess.CalledProcessError`.
    """
    import subprocess  # noqa: PLC0415 - as above

    options = ("--binary", "--no-compress", "--format-version", "1")
    subprocess.run(  # noqa: S603 - our own command
        [*COMPILER, *options, "--output", target, source],
        check=True,
        stdin=subprocess.DEVNULL,
        capture_output=True,
    )
