"""Turn a command line into one workflow's call, and its result into lines on a terminal."""

from vanban.cli.process import main

__all__ = ["main"]
