"""Running a command and measuring it: seconds by the clock, seconds of computing, peak memory."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Run:
    """What a command took; `memory` is the peak of its largest process, in MB."""

    seconds: float
    computing: float
    memory: float


def run(command: Sequence[str], cwd: Path, **environment: str) -> Run:
    """Run a command to its end; raises CalledProcessError with what it printed if it fails."""
    log = cwd / ".bench.log"
    with log.open("wb") as printed:
        began = time.monotonic()
        process = subprocess.Popen(command, cwd=cwd, stdout=printed, stderr=printed, env=os.environ | environment)
        _, status, used = os.wait4(process.pid, 0)
        seconds = time.monotonic() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command, log.read_text()[-2_000:])
    log.unlink()
    return Run(seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)
