"""Run many jobs on the workers of a Dask scheduler; the outcomes come in the order of the jobs, as on one machine."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from vanban.batch.pool import work_through
from vanban.errors import ClusterMissing, SchedulerCertificates, SchedulerUnreachable, VanbanError, WorkerCrashed

_Job = TypeVar("_Job")
_Result = TypeVar("_Result")

_CONNECT_S = 10
_RETRIES = 2
"""How often a job is begun anew elsewhere whose worker died: a job that kills three workers is to blame itself."""


def run_on_cluster(
    jobs: Sequence[_Job],
    work: Callable[[_Job], _Result],
    *,
    scheduler: str,
    connect_s: float = _CONNECT_S,
    on_outcome: Callable[[int, _Result | VanbanError], None] | None = None,
) -> list[_Result | VanbanError]:
    """The same as :func:`vanban.batch.run` on the workers of ``scheduler`` (``tcp://host:8786``).

    ``work``, the jobs and the results must be picklable, and the workers must have the program. A job whose worker dies
    is begun anew on another. Whatever ends this call takes back the jobs that are not begun. The scheduler has
    ``connect_s`` seconds to answer; an encrypted way (``tls://host:8786``) takes its certificates from Dask's own
    configuration. Raises :class:`vanban.errors.ClusterMissing`, :class:`vanban.errors.SchedulerUnreachable`,
    :class:`vanban.errors.SchedulerCertificates`.
    """
    try:
        from distributed import Client, as_completed
        from distributed.scheduler import KilledWorker
    except ImportError as error:
        raise ClusterMissing() from error
    _require_certificates(scheduler)
    try:
        client = Client(scheduler, timeout=connect_s, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        raise SchedulerUnreachable(address=scheduler) from error
    outcomes: dict[int, _Result | VanbanError] = {}
    with client:
        futures = {
            client.submit(work_through, work, [job], pure=False, retries=_RETRIES, key=f"{at:06d}-{job}"): at
            for at, job in enumerate(jobs)
        }
        for future in as_completed(futures, loop=client.loop):  # type: ignore[no-untyped-call]
            at = futures[future]
            try:
                (outcomes[at],) = future.result()
            except KilledWorker:
                outcomes[at] = WorkerCrashed(name=str(jobs[at]))
            if on_outcome is not None:
                on_outcome(at, outcomes[at])
    return [outcomes[at] for at in range(len(jobs))]


def _require_certificates(scheduler: str) -> None:
    """What Dask's configuration says of certificates is enough for that address."""
    from distributed.security import Security

    try:
        security = Security()  # type: ignore[no-untyped-call]
        lacks = security.get_connection_args("client").get("ssl_context") is None  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        raise SchedulerCertificates(address=scheduler) from error
    encrypted = scheduler.startswith("tls://")
    if (encrypted and lacks) or (security.require_encryption and not encrypted):
        raise SchedulerCertificates(address=scheduler)
