"""Pictures that people bring: what they hold counts, and nothing outside is reached."""

from __future__ import annotations

import struct

import pytest

from hipcoach.core.errors import ContentError
from hipcoach.library.pictures import LARGEST_PNG, LARGEST_SVG, kind_of


def png(width: int = 4, height: int = 3, more: bytes = b"") -> bytes:
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", width, height) + more


def svg(inner: str = "", head: str = "") -> bytes:
    return f'{head}<svg xmlns="http://www.w3.org/2000/svg">{inner}</svg>'.encode()


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (png(), "png"),
        (svg(), "svg"),
        (svg(head='<?xml version="1.0"?>\n<!-- drawn by hand -->\n'), "svg"),
        (svg('<use href="#leg"/><rect fill="url(#sky)"/>'), "svg"),
        (svg('<image href="data:image/png;base64,AAAA"/>'), "svg"),
        (b"\xef\xbb\xbf" + svg(), "svg"),
    ],
)
def test_a_picture_is_known_by_what_it_holds(content: bytes, kind: str) -> None:
    assert kind == kind_of(content, "x.exe")


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "not-a-picture"),
        (b"GIF89a", "not-a-picture"),
        (b"\xff\xd8\xff\xe0", "not-a-picture"),
        (b"<html><svg></svg></html>", "not-a-picture"),
        (b"\x89PNG\r\n\x1a\n", "not-a-picture"),
        (png(0, 3), "not-a-picture"),
        (png(60_000, 60_000), "picture-too-large"),
        (png(more=b"x" * LARGEST_PNG), "picture-too-large"),
        (svg("x" * LARGEST_SVG), "picture-too-large"),
        (svg(head='<!DOCTYPE svg [<!ENTITY a "b">]>'), "picture-not-alone"),
        (svg("<script>1</script>"), "picture-not-alone"),
        (svg('<image xlink:href="/etc/passwd"/>'), "picture-not-alone"),
        (svg("<image href = 'http://example.org/x.png'/>"), "picture-not-alone"),
        (svg('<image href="data:image/svg+xml;base64,AAAA"/>'), "picture-not-alone"),
        (svg("<style>@import 'x.css';</style>"), "picture-not-alone"),
        (svg('<rect fill="url(file:///x.svg#a)"/>'), "picture-not-alone"),
        (svg("<foreignObject/>"), "picture-not-alone"),
    ],
)
def test_everything_else_is_refused(content: bytes, code: str) -> None:
    with pytest.raises(ContentError) as caught:
        kind_of(content, "mine.png")
    assert (code, "mine.png") == (caught.value.code, caught.value.details["file"])
