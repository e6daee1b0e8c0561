"""Turn what is wanted and what is there into what must be done, and do it on many processes.

:mod:`.manifest` remembers what was built from what, :mod:`.rebuild` and :mod:`.pdfs` decide what to build and say why,
:mod:`.changes` words which lines of the data differ, :mod:`.pool` runs the jobs; one that fails stops no other.
:mod:`.aside` reads foreign files in a process with bounds. :mod:`.cluster` runs the same jobs on the machines of a Dask
scheduler.
"""

from vanban.batch.aside import Aside
from vanban.batch.changes import data_changes
from vanban.batch.cluster import run_on_cluster
from vanban.batch.manifest import BuildManifest, BuiltDocument, Inputs, ManifestState, read_manifest
from vanban.batch.pdfs import after_pdfs, plan_pdfs
from vanban.batch.pool import run
from vanban.batch.rebuild import Action, RebuildStep, RebuildTerms, Wanted, after_build, plan_rebuild, settled

__all__ = [
    "Action",
    "Aside",
    "BuildManifest",
    "BuiltDocument",
    "Inputs",
    "ManifestState",
    "RebuildStep",
    "RebuildTerms",
    "Wanted",
    "after_build",
    "after_pdfs",
    "data_changes",
    "plan_pdfs",
    "plan_rebuild",
    "read_manifest",
    "run",
    "run_on_cluster",
    "settled",
]
