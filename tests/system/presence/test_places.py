"""Where a desktop keeps what is asked."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from hipcoach.system.presence import places


def listening(path: Path) -> None:
    """Put a socket there."""
    path.unlink(missing_ok=True)
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(str(path))


def test_a_folder_of_somebody_else_holds_no_bus(monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(_path: Path) -> bool:
        raise PermissionError

    monkeypatch.setattr(Path, "is_socket", closed)
    assert "" == places.session_bus({"XDG_RUNTIME_DIR": "/run/user/1"})


def test_the_session_bus_is_where_the_environment_says() -> None:
    told = {"DBUS_SESSION_BUS_ADDRESS": "unix:abstract=x", "XDG_RUNTIME_DIR": "/run/user/1"}
    assert "unix:abstract=x" == places.session_bus(told)


def test_without_a_word_of_it_the_session_bus_is_at_its_usual_place_if_it_is_there(
    tmp_path: Path,
) -> None:
    assert "" == places.session_bus({})
    assert "" == places.session_bus({"XDG_RUNTIME_DIR": str(tmp_path)})
    (tmp_path / "bus").touch()
    assert "" == places.session_bus({"XDG_RUNTIME_DIR": str(tmp_path)})
    listening(tmp_path / "bus")
    assert f"unix:path={tmp_path}/bus" == places.session_bus({"XDG_RUNTIME_DIR": str(tmp_path)})


def test_the_system_bus_is_told_or_at_its_usual_place(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert "tcp:x" == places.system_bus({"DBUS_SYSTEM_BUS_ADDRESS": "tcp:x"})
    monkeypatch.setattr(places, "SYSTEM_BUS", tmp_path / "socket")
    assert "" == places.system_bus({})
    listening(tmp_path / "socket")
    assert f"unix:path={tmp_path}/socket" == places.system_bus({})


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, None),
        ({"XDG_RUNTIME_DIR": "/run/user/1"}, None),
        ({"WAYLAND_DISPLAY": "wayland-0"}, None),
        (
            {"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": "/run/user/1"},
            "/run/user/1/wayland-0",
        ),
        ({"WAYLAND_DISPLAY": "/elsewhere/w", "XDG_RUNTIME_DIR": "/run/user/1"}, "/elsewhere/w"),
    ],
)
def test_a_compositor_is_where_the_environment_says(
    environment: dict[str, str], expected: str | None
) -> None:
    assert (Path(expected) if expected else None) == places.wayland_socket(environment)


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, None),
        ({"XDG_RUNTIME_DIR": "/run/user/1"}, "/run/user/1/pulse/native"),
        ({"PULSE_RUNTIME_PATH": "/p", "XDG_RUNTIME_DIR": "/run/user/1"}, "/p/native"),
        ({"PULSE_SERVER": "unix:/s", "PULSE_RUNTIME_PATH": "/p"}, "/s"),
        ({"PULSE_SERVER": "/s"}, "/s"),
        ({"PULSE_SERVER": "{0a1b}unix:/s tcp:there"}, "/s"),
        ({"PULSE_SERVER": "tcp:there", "XDG_RUNTIME_DIR": "/run/user/1"}, None),
        ({"PULSE_SERVER": "", "XDG_RUNTIME_DIR": "/run/user/1"}, "/run/user/1/pulse/native"),
    ],
)
def test_a_sound_server_is_where_the_environment_says(
    environment: dict[str, str], expected: str | None
) -> None:
    assert (Path(expected) if expected else None) == places.pulse_socket(environment)


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"HOME": "/home/ada"}, "/home/ada/.config/dconf/user"),
        ({"HOME": "/home/ada", "XDG_CONFIG_HOME": "/c"}, "/c/dconf/user"),
    ],
)
def test_settings_are_kept_in_the_configuration(environment: dict[str, str], expected: str) -> None:
    assert Path(expected) == places.dconf_file(environment)


def test_sway_is_where_it_says_itself() -> None:
    assert None is places.sway_socket({})
    assert Path("/run/sway.sock") == places.sway_socket({"SWAYSOCK": "/run/sway.sock"})
