"""Run many jobs on many processes; the outcomes come in the order of the jobs, whatever happens to some of them."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import Generic, TypeVar

from vanban.errors import VanbanError, WorkerCrashed

_Job = TypeVar("_Job")
_Result = TypeVar("_Result")

# Passing a job to a process costs as much as a quick job; a slice that dies with its process is done again one by one.
_LARGEST_SLICE = 16
_SLICES_AHEAD = 2


def run(
    jobs: Sequence[_Job],
    work: Callable[[_Job], _Result],
    *,
    workers: int = 1,
    on_outcome: Callable[[int, _Result | VanbanError], None] | None = None,
    largest_slice: int = _LARGEST_SLICE,
) -> list[_Result | VanbanError]:
    """Do ``work`` on every job: its result, or the :class:`VanbanError` that it raised, in the order of ``jobs``.

    ``workers`` processes share the jobs; one means this process itself. With more, ``work``, the jobs and the results
    must be picklable; a process is given at most ``largest_slice`` of them at a time. A process that dies costs nothing
    but its job, which is tried once more, alone; then its outcome is :class:`~vanban.errors.WorkerCrashed`, saying
    ``str(job)``. ``on_outcome`` hears each outcome as it comes, with the place of its job. Any other exception is a
    mistake of the program: it ends the run and passes on. Ctrl-C lets the jobs at work finish, so that no file is left
    half written, and starts no other.
    """
    crew = _Crew(jobs, work, on_outcome or (lambda _index, _outcome: None), largest_slice)
    if workers == 1 or len(jobs) < 2:
        for index in range(len(jobs)):
            crew.enter((index,), work_through(work, jobs[index : index + 1]))
    else:
        crew.work_on_processes(min(workers, len(jobs)))
    return [crew.outcomes[index] for index in range(len(jobs))]


class _Crew(Generic[_Job, _Result]):
    """The outcomes so far, by the index of the job."""

    def __init__(
        self,
        jobs: Sequence[_Job],
        work: Callable[[_Job], _Result],
        on_outcome: Callable[[int, _Result | VanbanError], None],
        largest_slice: int,
    ) -> None:
        self.outcomes: dict[int, _Result | VanbanError] = {}
        self._jobs = jobs
        self._work = work
        self._on_outcome = on_outcome
        self._largest_slice = largest_slice

    def enter(self, indices: Sequence[int], outcomes: Sequence[_Result | VanbanError]) -> None:
        """Note the outcomes of some jobs."""
        for index, outcome in zip(indices, outcomes, strict=True):
            self.outcomes[index] = outcome
            self._on_outcome(index, outcome)

    def work_on_processes(self, workers: int) -> None:
        """Share the jobs out; after a process has died, do alone what died with it and go on with new processes."""
        size = max(1, min(self._largest_slice, len(self._jobs) // (workers * 4)))
        every = range(len(self._jobs))
        waiting = deque(tuple(every[first : first + size]) for first in every[::size])
        while waiting:
            lost = self._share(waiting, workers)
            self._work_alone(deque(lost))

    def _share(self, waiting: deque[tuple[int, ...]], workers: int) -> list[int]:
        """Work off ``waiting`` until it is empty or a process dies: the jobs that were lost then."""
        running: dict[Future[list[_Result | VanbanError]], tuple[int, ...]] = {}
        lost: list[int] = []
        with _processes(workers) as pool:
            while running or (waiting and not lost):
                while waiting and not lost and len(running) < workers * _SLICES_AHEAD:
                    try:
                        running[self._submit(pool, waiting[0])] = waiting[0]
                    except BrokenProcessPool:
                        lost.extend(waiting[0])
                    waiting.popleft()
                for future in wait(running, return_when=FIRST_COMPLETED).done:
                    indices = running.pop(future)
                    try:
                        self.enter(indices, future.result())
                    except BrokenProcessPool:
                        lost.extend(indices)
        return sorted(lost)

    def _work_alone(self, lost: deque[int]) -> None:
        """One process, one job at a time: a job whose process dies again is the one to blame."""
        while lost:
            with _processes(1) as pool:
                while lost:
                    index = lost.popleft()
                    try:
                        self.enter((index,), self._submit(pool, (index,)).result())
                    except BrokenProcessPool:
                        self.enter((index,), [WorkerCrashed(name=str(self._jobs[index]))])
                        break

    def _submit(self, pool: ProcessPoolExecutor, indices: Sequence[int]) -> Future[list[_Result | VanbanError]]:
        with _interrupts_held():
            return pool.submit(work_through, self._work, [self._jobs[index] for index in indices])


def work_through(work: Callable[[_Job], _Result], jobs: Sequence[_Job]) -> list[_Result | VanbanError]:
    """The outcomes of ``jobs``, one after the other."""
    outcomes: list[_Result | VanbanError] = []
    for job in jobs:
        try:
            outcomes.append(work(job))
        except VanbanError as error:
            outcomes.append(error)
    return outcomes


@contextmanager
def _processes(workers: int) -> Iterator[ProcessPoolExecutor]:
    """Fresh processes, the same on every system; at the end, also an early one, they finish what they are at."""
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(workers, mp_context=context, initializer=settle_in)
    try:
        yield pool
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Keep Ctrl-C waiting while a process may start: it would die of it with a traceback on the clerk's screen."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def settle_in() -> None:
    """In a new process: leave Ctrl-C to the parent (on Windows it cannot be held while a process starts), and do not
    outlive it.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent:
        parent.join()
        os._exit(1)
