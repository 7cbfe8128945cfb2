"""Pictures that people bring: taken for what they hold, not for what they are called."""

from __future__ import annotations

import re
import struct
from typing import Final

from hipcoach.core.errors import ContentError

LARGEST_PNG: Final = 8_000_000
LARGEST_SVG: Final = 1_000_000
"""Bytes."""
MOST_PIXELS: Final = 24_000_000
"""Of a photograph of 2020; drawn it takes four bytes each."""
_PNG: Final = b"\x89PNG\r\n\x1a\n"
_SIZE: Final = struct.Struct(">4x4sII")
_OUTSIDE: Final = re.compile(
    r"<!DOCTYPE | <!ENTITY | <\?xml-stylesheet | <script | <foreignObject | @import"
    r"| href \s* = \s* [\"'] \s* (?! \# | data:image/(?:png|jpeg);base64, )"
    r"| url\( \s* [\"']? \s* (?! \# )",
    re.VERBOSE | re.IGNORECASE,
)
"""What would have other files read, or the picture do more than be looked at."""


def kind_of(content: bytes, name: str) -> str:
    """`png` or `svg`, of a picture that may be shown; `name` is for what is said of another.

    Raises ContentError: `not-a-picture`, `picture-too-large`, `picture-not-alone`.
    """
    if content.startswith(_PNG):
        _check_png(content, name)
        return "png"
    if len(content) > LARGEST_SVG:
        raise ContentError("picture-too-large", file=name)
    try:
        written = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ContentError("not-a-picture", file=name) from error
    if not re.match(r"\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*(<!DOCTYPE|<svg\b)", written, re.DOTALL):
        raise ContentError("not-a-picture", file=name)
    if _OUTSIDE.search(written):
        raise ContentError("picture-not-alone", file=name)
    return "svg"


def _check_png(content: bytes, name: str) -> None:
    if len(content) > LARGEST_PNG:
        raise ContentError("picture-too-large", file=name)
    try:
        kind, width, height = _SIZE.unpack_from(content, len(_PNG))
    except struct.error as error:
        raise ContentError("not-a-picture", file=name) from error
    if kind != b"IHDR" or not width or not height:
        raise ContentError("not-a-picture", file=name)
    if width * height > MOST_PIXELS:
        raise ContentError("picture-too-large", file=name)
