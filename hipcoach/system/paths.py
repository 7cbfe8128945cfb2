"""Where HipCoach keeps its files."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import platformdirs

APP = "hipcoach"

PRIVATE_FOLDER = 0o700
PRIVATE_FILE = 0o600


@dataclass(frozen=True, slots=True)
class Paths:
    """The folders: what must never be lost, what may be edited, what can be made again."""

    data: Path
    config: Path
    cache: Path

    @classmethod
    def of_this_user(cls) -> Paths:
        """The folders that the system has for such files."""
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
