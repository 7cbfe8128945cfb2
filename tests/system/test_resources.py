"""The icons and where they come from."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QFile, QResource

from hipcoach.system import resources

ROOT = Path(__file__).parents[2]
LISTED = sorted(f"{file.text}" for file in ET.parse(ROOT / "resources.qrc").iter("file"))


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout of its own, with the real resources in it."""
    root = tmp_path / "checkout"
    shutil.copytree(ROOT / "assets", root / "assets")
    shutil.copy2(ROOT / "resources.qrc", root)
    monkeypatch.setattr(resources, "SOURCE", root / "resources.qrc")
    return root


def _forget(cache: Path) -> None:
    for compiled in cache.glob("*.rcc"):
        QResource.unregisterResource(str(compiled))


@pytest.mark.usefixtures("checkout")
def test_a_checkout_compiles_its_resources_and_qt_finds_them(tmp_path: Path) -> None:
    assert not QFile.exists(":/icons/play.svg")
    assert resources.register_resources(tmp_path / "cache")
    assert QFile.exists(":/icons/play.svg")
    assert QFile.exists(":/icons/hipcoach.svg")
    _forget(tmp_path / "cache")
    assert 0o700 == (tmp_path / "cache").stat().st_mode & 0o777


def test_resources_are_compiled_again_only_when_one_has_changed(
    checkout: Path, tmp_path: Path
) -> None:
    def compiled() -> int:
        assert resources.register_resources(tmp_path / "cache")
        _forget(tmp_path / "cache")
        (made,) = (tmp_path / "cache").glob("*.rcc")
        return made.stat().st_mtime_ns

    first = compiled()
    assert first == compiled()
    later = first + 10**12
    os.utime(checkout / "assets" / "icons" / "play.svg", ns=(later, later))
    assert first < compiled()


def test_two_checkouts_do_not_share_what_they_compiled(
    checkout: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = tmp_path / "cache"
    assert resources.register_resources(cache)
    _forget(cache)
    other = checkout.rename(tmp_path / "other")
    monkeypatch.setattr(resources, "SOURCE", other / "resources.qrc")
    assert resources.register_resources(cache)
    _forget(cache)
    assert 2 == len([*cache.glob("*.rcc")])


def test_a_checkout_that_does_not_compile_is_reported_and_left_at_that(
    checkout: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (checkout / "assets" / "icons" / "play.svg").unlink()
    assert not resources.register_resources(tmp_path / "cache")
    assert "the resources could not be compiled" in caplog.messages
    assert [] == [*(tmp_path / "cache").iterdir()]


def test_an_installed_program_takes_what_its_wheel_brought(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    brought = tmp_path / "resources.rcc"
    resources.compile_resources(ROOT / "resources.qrc", brought)
    monkeypatch.setattr(resources, "SOURCE", tmp_path / "none")
    monkeypatch.setattr(resources, "COMPILED", brought)
    assert resources.register_resources(tmp_path / "cache")
    assert QFile.exists(":/icons/play.svg")
    _forget(tmp_path)
    assert not (tmp_path / "cache").exists()


def test_an_installed_program_without_icons_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(resources, "SOURCE", tmp_path / "none")
    monkeypatch.setattr(resources, "COMPILED", tmp_path / "none.rcc")
    assert not resources.register_resources(tmp_path)
    assert ["no icons: the resources could not be loaded"] == caplog.messages


def test_the_same_resources_compile_to_the_same_bytes(checkout: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "first.rcc", tmp_path / "second.rcc"
    resources.compile_resources(checkout / "resources.qrc", first)
    for asset in (checkout / "assets").rglob("*.svg"):
        os.utime(asset, (0, 0))
    resources.compile_resources(checkout / "resources.qrc", second)
    assert first.read_bytes() == second.read_bytes()


def test_every_asset_is_listed() -> None:
    assert LISTED == sorted(
        path.relative_to(ROOT).as_posix() for path in (ROOT / "assets").rglob("*") if path.is_file()
    )


@pytest.mark.parametrize(
    "name",
    [
        name
        for name in LISTED
        if name.startswith("assets/icons/") and not name.endswith("hipcoach.svg")
    ],
)
def test_small_icons_are_one_black_that_can_be_tinted(name: str) -> None:
    drawn = (ROOT / name).read_text(encoding="utf-8")
    assert {"#000", "none"} >= {*re.findall(r'(?:fill|stroke)="([^"]*)"', drawn)}
    assert 'viewBox="0 0 24 24"' in drawn
