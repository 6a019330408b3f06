"""How the standard input is named, and where it is read."""

from __future__ import annotations

from pathlib import Path

STDIN = Path("-")  # what a person types
STREAM = Path("/dev/stdin")  # what is opened
