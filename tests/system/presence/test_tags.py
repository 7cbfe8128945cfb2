"""Values as PulseAudio writes them."""

from __future__ import annotations

import struct
from contextlib import suppress

from hypothesis import given
from hypothesis import strategies as st

from hipcoach.system.presence import tags

NO_NUL = st.text(st.characters(blacklist_characters="\0", blacklist_categories=["Cs"]))


@given(
    st.integers(0, 0xFFFF_FFFF), st.binary(), st.none() | NO_NUL, st.dictionaries(NO_NUL, NO_NUL)
)
def test_what_is_written_is_read_again(
    number: int, raw: bytes, text: str | None, names: dict[str, str]
) -> None:
    data = tags.number(number) + tags.raw(raw) + tags.text(text) + tags.names(names)
    assert [number, raw, text, names] == list(tags.values(data))


def test_every_kind_is_read_to_its_end() -> None:
    data = (
        b"a\x03\x02" + struct.pack(">I", 44_100)
        + b"m\x02\x01\x02"
        + b"v\x02" + struct.pack(">2I", 7, 8)
        + b"U" + struct.pack(">Q", 9)
        + b"R" + struct.pack(">Q", 10)
        + b"r" + struct.pack(">q", -11)
        + b"T" + struct.pack(">II", 1, 2)
        + b"V" + struct.pack(">I", 12)
        + b"B\x0d" + b"0" + b"1" + b"N"
    )  # fmt: skip
    volumes = struct.pack(">2I", 7, 8)
    expected = [(3, 2, 44_100), b"\1\2", volumes, 9, 10, -11, (1, 2), 12, 13, False, True, None]
    assert expected == list(tags.values(data))


@given(st.binary())
def test_nonsense_is_refused_and_never_read_for_ever(data: bytes) -> None:
    with suppress(ValueError, LookupError, struct.error):
        list(tags.values(data))
