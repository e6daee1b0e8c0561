"""How far long work is, on a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click

from vanban.cli.terminal import say
from vanban.workflows.notice import Notice


@contextmanager
def progress(label: str, *, steps: int = 0, quiet: bool) -> Iterator[Notice]:
    """A bar where a person watches a terminal, nothing elsewhere; and a line for each of so many ``steps``."""

    def step(number: int, text: str) -> None:
        if steps and not quiet:
            say(f"Bước {number}/{steps} {text}", err=True)

    if quiet or not sys.stderr.isatty():
        yield Notice(step=step)
        return
    with click.progressbar(length=1, label=label, file=sys.stderr, show_eta=False) as bar:

        def advance(done: int, total: int) -> None:
            bar.length = total
            bar.update(done - bar.pos)

        yield Notice(step=step, progress=advance)
