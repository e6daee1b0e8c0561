"""Deeds done by other users of the machine: real ones where the tests run as root, else this one with other masks."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class User:
    """A user of a group with a mask; the numbers need no names."""

    uid: int
    gid: int
    mask: int

    def does(self, deed: Callable[[], object]) -> str:
        """Do something in a process of this user: nothing where it came to its end, else what went wrong."""
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(reading)
            with os.fdopen(writing, "w", encoding="utf-8") as told:
                told.write(self._done(deed))
            os._exit(0)
        os.close(writing)
        with os.fdopen(reading, encoding="utf-8") as told:
            said = told.read()
        _, status = os.waitpid(child, 0)
        return said or (f"ended with {status}" if status else "")

    def _done(self, deed: Callable[[], object]) -> str:
        try:
            os.umask(self.mask)
            if sys.platform != "win32" and os.getuid() == 0:
                os.setgroups([self.gid])
                os.setgid(self.gid)
                os.setuid(self.uid)
            deed()
        except BaseException:  # noqa: BLE001
            return traceback.format_exc()
        return ""
