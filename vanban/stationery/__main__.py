"""``python -m vanban.stationery FOLDER``: write the default templates there (``make templates``)."""

from __future__ import annotations

import sys
from pathlib import Path

from vanban import durable
from vanban.stationery import build_templates

for name, data in build_templates().items():
    durable.write(Path(sys.argv[1]) / f"{name}.docx", data)
