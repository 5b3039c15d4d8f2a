# `make` sets up and does the main job; `make test` sets up and runs every test. `make help` lists the rest.
# What is installed lies in .venv and tests/npm/node_modules; `make test` also sees to zsh, fish, strace, Chromium and Java.

BIN := .venv/bin
OUT ?= public
READY := .venv/.ready
LONG ?= tests/oracles tests/wording tests/editing tests/writing tests/reading/test_disk_dangers.py \
	tests/website/test_accessibility.py tests/website/test_open_now.py tests/website/lighthouse.py tests/publishing/spark.py
NPM := tests/npm/node_modules/.ready
SPARK := .venv/.spark
LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate \
	--no-emit-index-url --custom-compile-command "make lock" $(if $(UPGRADE),--upgrade)

.DELETE_ON_ERROR:
.PHONY: all setup test check lint types format bench lock clean help moved long fuzz

## make            set up, validate the registry, publish it to public/ (OUT=elsewhere)
all: $(READY)
	@$(BIN)/sscctl validate --statistics
	@$(BIN)/sscctl publish --out '$(OUT)'

## make test       set up, then lint, types and every test: what .ci/run runs
test: check $(NPM)
	@.ci/system-parts
	@$(BIN)/pytest -n auto

## make check      lint and types
check: lint types

lint: $(READY)
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check

types: $(READY)
	@$(BIN)/mypy

## make format     put imports and layout in order
format: $(READY)
	@$(BIN)/ruff check --select I --fix
	@$(BIN)/ruff format

## make bench      measure sscctl against other tools; takes minutes (SIZES="150 10000" for fewer)
bench: $(READY) $(NPM)
	@$(BIN)/python -m tests.benchmark $(SIZES)

## make long       thousands of random examples, and writes stopped everywhere; takes hours (LONG="tests/oracles" for less)
long: $(READY) $(NPM) $(if $(findstring spark,$(LONG)),$(SPARK))
	@.ci/system-parts
	@SSCCTL_LONG=1 $(BIN)/pytest -n auto -o timeout=0 --hypothesis-profile=long $(LONG)

## make fuzz       fuzz whatever reads untrusted bytes, SECONDS=300 a target; corpora are kept in .fuzz/
fuzz: $(READY)
	@$(BIN)/python -m tests.fuzz $(if $(SECONDS),--seconds $(SECONDS))

## make lock       write the lock files anew from pyproject.toml; UPGRADE=1 takes the newest of everything
lock: | $(BIN)/uv
	@$(LOCK) pyproject.toml --output-file requirements.txt
	@$(LOCK) pyproject.toml --output-file requirements-dev.txt --constraint requirements.txt --group dev
	@$(LOCK) --output-file requirements-spark.txt --group spark

## make setup      only set up (PYTHON=/path/to/python chooses one)
setup: $(READY)

## make clean      remove everything that make has made, .venv too
clean:
	@rm -rf .venv public dist build .coverage .coverage.* htmlcov .fuzz .hypothesis .mypy_cache .pytest_cache .ruff_cache
	@rm -rf tests/npm/node_modules
	@find sscctl tests -name __pycache__ -type d -prune -exec rm -rf {} +

help:
	@sed -n 's/^## //p' Makefile

# The stamp holds the folder it was made in: an environment does not survive being moved, nor the loss of its Python.
ifneq ($(shell test -x $(BIN)/python && cat $(READY) 2>/dev/null),$(CURDIR))
$(READY): moved
endif
$(READY): pyproject.toml requirements.txt requirements-dev.txt .ci/set-up
	@.ci/set-up

$(BIN)/uv:
	@$(MAKE) --no-print-directory setup

$(NPM): tests/npm/package-lock.json | $(READY)
	@PATH="$(CURDIR)/$(BIN):$$PATH" npm ci --prefix tests/npm --no-audit --no-fund --loglevel=error
	@touch $@

$(SPARK): requirements-spark.txt | $(READY)
	@$(BIN)/python -m pip --quiet --disable-pip-version-check install --no-build-isolation --require-hashes --requirement $<
	@touch $@
