# make build: the environment, the package and the sample year. make test: everything that a change must pass.
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/pip --disable-pip-version-check install --quiet --constraint constraints.txt

.PHONY: build test bench bench-proofread templates goldens

build: .venv/installed
	$(BIN)/vanban build

test: .venv/tested
	tests/system-packages.sh
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -n auto

bench: .venv/tested
	$(BIN)/python bench/render.py

# Recall and precision of recognition, and proofreading's time beside docxtpl's rendering.
bench-proofread: .venv/tested
	$(BIN)/python bench/proofread.py

# Write templates/docx anew from vanban/stationery; then make goldens and look at the difference.
templates: .venv/installed
	$(BIN)/python -m vanban.stationery templates/docx

goldens: .venv/tested
	$(BIN)/pytest tests/kinds tests/docs --update-goldens

.venv/installed: pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(PIP) --editable .
	touch $@

.venv/tested: .venv/installed
	$(PIP) --editable '.[dev]'
	touch $@
