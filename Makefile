# `make demo` builds the example memo; `make test` runs every quick proof. Both do all the set-up they need.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DEV := $(VENV)/.dev-installed
RUN := $(VENV)/.installed
BENCH := $(VENV)/.bench-installed

# Bytecode makes every start faster; some machines switch it off.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: all demo test test-all lint format types docs golden examples wheel bench fonts system judges

all: format lint types test

demo: system $(RUN)
	$(BIN)/opsreport build examples/q3.yaml --style memo --to docx,pdf -o out

test: system $(DEV)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest -n auto -m "not slow"

test-all: system judges $(DEV)
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/pytest -n auto

lint: $(DEV)
	$(BIN)/ruff check --fix .

format: $(DEV)
	$(BIN)/ruff format .

types: $(DEV)
	$(BIN)/mypy

# Tables in docs/ and templates/README.md that come from the code.
docs: $(DEV)
	$(BIN)/python scripts/write_docs.py

golden: $(DEV)
	$(BIN)/pytest -n auto tests/test_golden.py --golden=update

examples: demo

wheel: $(DEV)
	$(BIN)/python -m build --wheel

# Times and memory beside plain scripts of docxtpl and of WeasyPrint, of every style and input, and Word files beside
# plain python-docx; takes some twelve minutes.
bench: system $(BENCH)
	$(BIN)/python benchmarks/run.py
	$(BIN)/python benchmarks/word.py

# Rebuilds the shipped fonts from their npm packages; the result is committed.
fonts: $(DEV)
	$(BIN)/python scripts/build_fonts.py

# PDF needs two system libraries. DOCX and HTML work without them, so a missing one is said, not fatal.
system:
	@sh scripts/install_system_libraries.sh

# Who judges the Word files in test-all: the validator of the Open XML SDK, pinned in tests/judges, and LibreOffice.
judges:
	@sh scripts/install_word_judges.sh

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(RUN): $(BIN)/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	@touch $@

$(DEV): $(BIN)/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	@touch $@ $(RUN)

$(BENCH): $(BIN)/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[bench]'
	@touch $@ $(RUN)
