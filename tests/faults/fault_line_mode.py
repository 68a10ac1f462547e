"""Line mode as a process of its own, for the tests to type into."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable


class LineMode:
    """``minute-taker capture`` under way, a line and its answer at a time."""

    def __init__(
        self,
        draft,
        before: Callable[[], None] | None = None,
        env: dict[str, str] | None = None,
    ) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "minute_taker", "capture", str(draft)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            preexec_fn=before,
            env=env,
        )

    def enter(self, raw: str) -> str:
        """Type a line; the first answer to it."""
        self.process.stdin.write(f"{raw}\n")
        self.process.stdin.flush()
        return self.process.stdout.readline().strip()

    def end(self, sign: int | None = None) -> tuple[int, str]:
        """End its input, or kill it; the exit status and what it said on standard error."""
        if sign is not None:
            self.process.send_signal(sign)
        _out, errors = self.process.communicate(timeout=60)
        assert "Traceback" not in errors, errors
        return self.process.returncode, errors
