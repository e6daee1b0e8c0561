"""Biên bản xét khen thưởng đột xuất: only where the office's rules ask for it (Luật Điều 85 does not)."""

from __future__ import annotations

from vanban.kinds.parts.occasion_papers import minutes_kind

KIND = minutes_kind("sudden_minutes", "Biên bản xét khen thưởng đột xuất", "bien-ban-xet-dot-xuat")
