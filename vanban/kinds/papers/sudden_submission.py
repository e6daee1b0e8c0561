"""Tờ trình khen thưởng đột xuất: the simplified dossier, with the summary of each achievement (Luật Điều 85)."""

from __future__ import annotations

from vanban.kinds.parts.occasion_papers import submission_kind

KIND = submission_kind("sudden_submission", "Tờ trình khen thưởng đột xuất", "to-trinh-dot-xuat")
