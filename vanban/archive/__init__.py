"""Turn issued documents into proof: files that are written once, described, chained and checked for ever after.

Objects lie under their SHA-256; a manifest per number says which objects it is and what made them; the ledger repeats
the register's journal line by line. From ledger and manifests alone the register can be rebuilt.
"""

from vanban.archive.archive import Archive, manifest_name
from vanban.archive.backup import Backup, open_backup
from vanban.archive.bag import BagDocument, BagDossier, BagOrder, write_bag
from vanban.archive.check import EVERYTHING, QUICK, Depth, Spoken, damages, inventory, ledger_damages, orphans, sizes
from vanban.archive.hostile import ReceivedBag, open_bag
from vanban.archive.ledger import Ledger
from vanban.archive.manifest import IssuedManifest
from vanban.archive.restore import history, manifests
from vanban.archive.witnesses import Witnesses

__all__ = [
    "EVERYTHING",
    "QUICK",
    "Archive",
    "Backup",
    "BagDocument",
    "BagDossier",
    "BagOrder",
    "Depth",
    "IssuedManifest",
    "Ledger",
    "ReceivedBag",
    "Spoken",
    "Witnesses",
    "damages",
    "history",
    "inventory",
    "ledger_damages",
    "manifest_name",
    "manifests",
    "open_backup",
    "open_bag",
    "orphans",
    "sizes",
    "write_bag",
]  # fmt: skip
