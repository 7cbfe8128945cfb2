"""The files of a small shelf that is good."""

from __future__ import annotations

from collections.abc import Callable

from hipcoach.library.shelf import Shelf

EXERCISE = """
method = "hold"
position = "kneeling"
sided = true
goals = ["extension"]
muscles = ["iliopsoas"]
props = ["pad"]
preview = "low"
fault_pose = "fault"

[dose]
sets = 2
hold_s = 30

[[rungs]]
start = "tall"
pose = "low"

[[sources]]
title = "A paper"
url = "https://example.org/paper"

[words]
name = "Kneeling"
summary = "Opens the hip."
how = ["Kneel."]
feel = "In front."
safety = ["No pinch."]
faults = [{ text = "Arching.", mend = "Tuck." }]
dose = "Thirty seconds."
rungs = [{ name = "Low", note = "Easy." }]

[lines]
announce = { full = "Kneeling, {side} knee down.", short = "{Side} knee down." }
setup = ["{Side} knee on the pad.", "{Other} foot in front."]
safety = "No pinch at the front."
intent = "Squeeze your {side} glute now."
breathing = "Breathe out slowly."
switch = "Switch sides."
pinch = "Come out a little."
"""
ROUTINE = """
colour = "teal"

[words]
name = "Short"
summary = "Only one."

[[steps]]
exercise = "kneeling"
"""
COMMON = """
[sides]
left = "left"
right = "right"

[lines]
halfway = "Halfway."
"""
POSES = """
[tall]
planted = ["foot-far", "foot-near"]

[low]
like = "tall"

[fault]
like = "tall"
"""
FILES = {
    "exercises/kneeling/exercise.toml": EXERCISE,
    "exercises/kneeling/poses.toml": POSES,
    "routines/short.toml": ROUTINE,
    "common.toml": COMMON,
}
Spoil = Callable[..., Shelf]
"""Gives the shelf with `old` replaced by `new` in one file, or `new` at its end."""
