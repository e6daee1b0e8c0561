"""Quyết định khen thưởng đột xuất: whom the ward's chairman rewards at once for an outstanding deed (Mẫu 1.2)."""

from __future__ import annotations

from vanban.kinds.parts.occasion_papers import decision_kind

KIND = decision_kind("sudden_decision", "Quyết định khen thưởng đột xuất", "quyet-dinh-dot-xuat")
