"""Which languages a person wants: as chosen in the settings, else as the system speaks."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

_VARIABLES: Final = ("LC_ALL", "LC_MESSAGES", "LANG")
_PLAIN: Final = frozenset({"C", "POSIX"})


def wanted_languages(config: Path | None, environ: Mapping[str, str] = os.environ) -> list[str]:
    """Codes as systems write them, the one most wanted first; none where nothing is known.

    `config` is the folder of the settings, of which nothing else is read.
    """
    chosen = _chosen(config / "settings.toml") if config else ""
    return [chosen] if chosen else system_languages(environ)


def system_languages(environ: Mapping[str, str] = os.environ) -> list[str]:
    """The languages that the system is set to, the one most wanted first.

    Of the variables the first that is set counts, as POSIX has it; a list in `LANGUAGE` comes
    before it, as GNU gettext has it.
    """
    name = next((environ[one] for one in _VARIABLES if environ.get(one)), "")
    if name.partition(".")[0] in _PLAIN:
        return ["C"]
    if name:
        return [*filter(None, environ.get("LANGUAGE", "").split(":")), name]
    if sys.platform in {"win32", "darwin"}:
        from PySide6.QtCore import QLocale  # noqa: PLC0415 - only these hide it from programs

        return list(QLocale.system().uiLanguages())
    return []


def _chosen(file: Path) -> str:
    """The language in the settings; empty where none is chosen, or nothing can be read."""
    try:
        written = file.read_bytes()
    except OSError:
        return ""
    if b"language" not in written:
        return ""
    import tomllib  # noqa: PLC0415 - only for those who have chosen

    try:
        look = tomllib.loads(written.decode()).get("look")
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError):
        return ""  # Who reads all the settings says what is wrong with them.
    found = look.get("language", "") if isinstance(look, dict) else ""
    return found if isinstance(found, str) else ""
