"""Read the law packs that ship: a part of the program, tried by its tests, so read without the care for others'."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import yaml

from vanban.domain.law_pack import LawPack

_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""Every value as text, which the models read: nothing is guessed from how it looks."""


def shipped_packs(files: Mapping[str, bytes]) -> tuple[LawPack, ...]:
    """The packs in those files, the country's before the provinces', each in the order of the files' names."""
    packs = [LawPack.model_validate(yaml.load(files[name], Loader=_LOADER)) for name in sorted(files)]
    return tuple(sorted(packs, key=lambda pack: bool(pack.provinces)))
