"""The language that a person wants."""

from __future__ import annotations

from pathlib import Path

import pytest

from hipcoach.system.language import system_languages, wanted_languages

GERMAN = {"LANG": "de_AT.UTF-8"}


@pytest.mark.parametrize(
    ("environ", "wanted"),
    [
        ({"LANG": "de_AT.UTF-8"}, ["de_AT.UTF-8"]),
        ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "de_DE"}, ["de_DE"]),
        ({"LANG": "en_GB.UTF-8", "LC_ALL": "es", "LC_MESSAGES": "de_DE"}, ["es"]),
        ({"LANG": "fi", "LC_ALL": ""}, ["fi"]),
        ({"LANG": "fi_FI", "LANGUAGE": "sv:de"}, ["sv", "de", "fi_FI"]),
        ({"LANG": "C.UTF-8", "LANGUAGE": "de"}, ["C"]),
        ({"LC_ALL": "POSIX", "LANG": "de"}, ["C"]),
    ],
)
def test_the_system_tells_its_languages_in_order(
    environ: dict[str, str], wanted: list[str]
) -> None:
    assert wanted == system_languages(environ)


def test_what_is_chosen_comes_before_the_system(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text('[look]\nlanguage = "es"\n')
    assert ["es"] == wanted_languages(tmp_path, GERMAN)


@pytest.mark.parametrize(
    "written",
    [
        b"",
        b'[look]\nlanguage = ""\n',
        b"[look]\nlanguage = 3\n",
        b'look = "language"\n',
        b'[voice]\nlanguage = "es"\n',
        b"[look]\nlanguage = \n",
        b'[look]\nlanguage = "\xff"\n',
    ],
)
def test_where_nothing_usable_is_chosen_the_system_counts(tmp_path: Path, written: bytes) -> None:
    (tmp_path / "settings.toml").write_bytes(written)
    assert ["de_AT.UTF-8"] == wanted_languages(tmp_path, GERMAN)


def test_without_settings_the_system_counts(tmp_path: Path) -> None:
    assert ["de_AT.UTF-8"] == wanted_languages(tmp_path / "none", GERMAN)
