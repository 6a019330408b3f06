"""What a scan in the background leaves on the terminal."""

from __future__ import annotations

import subprocess
import sys

QUIT_WITH_A_LOCK = """
import os
from multiprocessing import get_context
from tui.app.scanning import _allow_processes
_allow_processes()
lock = get_context("forkserver").Lock()
os._exit(3)
"""


def test_who_quits_while_processes_work_reads_nothing_about_them() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", QUIT_WITH_A_LOCK], capture_output=True, text=True, check=False
    )
    assert (ended.returncode, ended.stderr) == (3, "")
