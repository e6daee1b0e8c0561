# make build: the environment, the package and the sample year. make test: everything that a change must pass.
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/pip --disable-pip-version-check install --quiet --constraint constraints.txt

# The tests start this program again and again; an environment that forbids compiled files makes each start compile it all.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: build test quick types types-windows torture bench bench-issue bench-province bench-proofread bench-register bench-web pictures templates goldens

build: .venv/installed
	$(BIN)/vanban build

test: .venv/tested
	tests/system-packages.sh
	$(checks)
	$(BIN)/pytest -n auto

# The quick lane, under a minute: format, lint, types for both systems, contracts, and the heart that touches no file.
quick: .venv/tested
	$(checks)
	$(BIN)/pytest -n auto tests/domain tests/law

# What is tried on a spread in make test, and wholly in make torture (tests/sweeps.py).
swept := tests/cli/test_the_command_line.py tests/door/test_text_import.py tests/stationery/test_pages.py tests/kinds/test_any_office.py tests/workflows/test_two_judges.py tests/province/test_many_offices.py $(addprefix tests/proofread/test_,fix.py tracked.py official_samples.py)

define checks
$(BIN)/ruff format --check .
$(BIN)/ruff check .
$(MAKE) --no-print-directory --jobs 2 types types-windows
$(BIN)/lint-imports
endef

types:
	$(BIN)/mypy

types-windows:
	$(BIN)/mypy --platform win32 --no-warn-unreachable --cache-dir .mypy_cache/win32

# The long runs: properties on hundreds of examples, the register and the archive in a thousand rounds of random kills,
# every system call, every flipped bit, the whole year with every PDF in other surroundings.
torture: export VANBAN_TORTURE_ROUNDS = 1000
torture: export VANBAN_TORTURE_DOCUMENTS = 5
torture: export VANBAN_TORTURE_BATCHES = 150
torture: export VANBAN_TORTURE_EACH = 125
torture: export VANBAN_TORTURE_STEP = 1
torture: export VANBAN_TORTURE_FACTS = 600
torture: export VANBAN_TORTURE_EVERY = 1
torture: export VANBAN_TORTURE_FLIPS = 3000
torture: export VANBAN_TORTURE_REGISTER = 10000
torture: export VANBAN_TORTURE_EXAMPLES = 300
torture: export VANBAN_TORTURE_TEMPLATES = 5000
torture: export VANBAN_TORTURE_HISTORIES = 200
torture: export VANBAN_TORTURE_DISASTERS = 7
torture: export VANBAN_TORTURE_EDITS = 1000
torture: export VANBAN_TORTURE_OFFICES = 100
torture: .venv/tested
	$(BIN)/pytest -n auto --hypothesis-profile=torture -m hypothesis --ignore tests/torture
	$(BIN)/pytest -s tests/archive/test_backup.py tests/torture tests/torture/strace_faults.py tests/torture/whole_year_twice.py tests/word/templates_with_planted_bugs.py
	$(BIN)/pytest -n auto $(swept)

# One document rendered, beside docxtpl; then whole years: the same cost a document at 800 and 7,000, an unchanged rebuild.
bench: .venv/tested
	$(BIN)/python bench/render.py
	$(BIN)/python bench/build.py

# Fifty documents issued as one batch, and some one by one: the CPU time of each. Fails where a limit does not hold.
bench-issue: .venv/tested
	$(BIN)/python bench/issue.py

# A hundred offices built by one process, by two, by Dask with two workers: documents an hour.
bench-province: .venv/tested
	$(BIN)/python bench/province.py

# A thousand and a hundred thousand documents: single numbers, pages of the register; the quick check of ten thousand: each
# against its limit and beside what SQLite and the disk alone take. Fails where a limit does not hold.
bench-register: .venv/tested
	$(BIN)/python bench/register.py

# Recall and precision of recognition, and proofreading's time beside docxtpl's rendering.
bench-proofread: .venv/tested
	$(BIN)/python bench/proofread.py

# The page of an office of 1,000 people beside a bare answer of the same libraries. Fails where a limit does not hold.
bench-web: .venv/tested
	$(BIN)/python bench/web.py

# The pages as they look, for the guide.
pictures: .venv/tested
	$(BIN)/python tests/web/pictures.py docs

# Write templates/docx anew from vanban/stationery; then make goldens and look at the difference.
templates: .venv/installed
	$(BIN)/python -m vanban.stationery templates

goldens: .venv/tested
	$(BIN)/pytest tests/kinds tests/docs tests/wording --update-goldens

.venv/installed: pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(PIP) --editable .
	touch $@

.venv/tested: .venv/installed
	$(PIP) --editable '.[dev]'
	touch $@
