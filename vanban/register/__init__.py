"""Turn requests for numbers into rows that nobody can lose, double, skip or change unseen.

One SQLite file. Its heart is the journal: an append-only chain of events, each sealed to all before it. Every other
table follows from the journal and is compared with it by :meth:`Register.damages`; the archive's ledger repeats it.
"""

from vanban.register.batch import Batch, Reservation
from vanban.register.owner import Owner, alive, this_process
from vanban.register.register import FARTHEST, Register
from vanban.register.search import Query
from vanban.register.verification import entries_in, rebuilt
from vanban.register.volume import VolumeFacts, refusal

__all__ = [
    "FARTHEST", "Batch", "Owner", "Query", "Register", "Reservation", "VolumeFacts", "alive", "entries_in", "rebuilt",
    "refusal", "this_process",
]  # fmt: skip
