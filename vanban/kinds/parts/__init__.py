"""Turn pieces of a year into what several papers print alike: letterhead, closing, texts, receivers, rows."""
