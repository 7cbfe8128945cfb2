"""Faults around the report, by their codes; apart from its words, which a window needs late."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from hipcoach.app.words import N_

REPORT_USAGE: Final[Mapping[str, str]] = {
    "no-report-file": N_("Say where to, such as `hipcoach report report.pdf`."),
    "not-a-pdf": N_("A report is a .pdf file; {name} is none."),
    "nothing-to-report": N_(
        "Nothing is recorded from {first} to {last}, so there is nothing to report."
    ),
}
"""Of what is asked for in a command."""
