"""What a recording says of pauses."""

from __future__ import annotations

from bench.silence import cut_short_ms

BURSTS = [{"onset": 1.0, "offset": 2.0}, {"onset": 4.0, "offset": 5.5}]


def test_only_a_press_in_the_middle_of_a_sound_counts() -> None:
    marks = [
        {"t": 1.9, "to_offset_ms": 100.0},
        {"t": 3.0, "to_offset_ms": 2500.0},
        {"t": 5.49, "to_offset_ms": 10.0},
    ]
    assert [100.0, 10.0] == cut_short_ms({"bursts": BURSTS, "marks": marks})
