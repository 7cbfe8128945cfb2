"""Where HipCoach keeps its files."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from hipcoach.core.value import value

APP = "hipcoach"

PRIVATE_FOLDER = 0o700
PRIVATE_FILE = 0o600


@value
class Paths:
    """The folders: what must never be lost, what may be edited, what can be made again."""

    data: Path
    config: Path
    cache: Path

    @classmethod
    def of_this_user(cls) -> Paths:
        """The folders that the system has for such files."""
        import platformdirs  # noqa: PLC0415 - one folder that was named needs none of it

        return cls(
            Path(platformdirs.user_data_dir(APP, appauthor=False)),
            Path(platformdirs.user_config_dir(APP, appauthor=False)),
            Path(platformdirs.user_cache_dir(APP, appauthor=False)),
        )

    @classmethod
    def under(cls, data_dir: Path) -> Paths:
        """Everything in one folder, as `--data-dir` asks."""
        folder = data_dir.expanduser().absolute()
        return cls(folder, folder / "config", folder / "cache")

    @property
    def routines(self) -> Path:
        """Folder of the routines that the person made."""
        return self.data / "routines"

    @property
    def exercises(self) -> Path:
        """Folder of the exercises that the person was given."""
        return self.data / "exercises"

    @property
    def sounds(self) -> Path:
        """Folder of the lines and tones that were turned into sound."""
        return self.cache / "sounds"

    def create(self) -> None:
        """Make the folders that are missing, for their owner alone; raises `OSError`."""
        for folder in (self.data, self.config, self.cache):
            folder.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)


def private_file(path: Path) -> None:
    """Let a file be there and be its owner's alone, its content untouched; raises `OSError`."""
    path.touch(mode=PRIVATE_FILE, exist_ok=True)
    path.chmod(PRIVATE_FILE)


def replace_file(path: Path, content: bytes) -> None:
    """Put a new file in the place of the old one, so that a power cut leaves one of the two.

    It is its owner's alone; raises `OSError`.
    """
    with whole_file(path) as file:
        file.write(content)


@contextlib.contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """A new file to be written bit by bit; it takes the place of the old one when it is done.

    Where something fails before that, the old one stays. It is its owner's alone; raises `OSError`.
    """
    with _temporary(path) as (descriptor, name):
        with os.fdopen(descriptor, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    if os.name == "posix":
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


@contextlib.contextmanager
def _temporary(path: Path) -> Iterator[tuple[int, str]]:
    """A new file beside the path, its owner's alone; gone again where something fails."""
    import tempfile  # noqa: PLC0415 - files are mostly read

    descriptor, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        yield descriptor, name
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise
