"""How a routine sounds in the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hipcoach.bootstrap import Environment
from hipcoach.core.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("mode", ["none", "beeps"])
def test_a_session_in_the_terminal_sounds_as_its_routine_is_to_sound(
    tmp_path: Path, mode: str
) -> None:
    environment = Environment.of(tmp_path)
    environment.write_settings(Settings().with_sound("desk-reset", mode))

    with environment.terminal("desk-reset") as parts:
        sound = parts.session.sound

    assert (False, mode == "beeps") == (sound.voice, sound.beeps)
