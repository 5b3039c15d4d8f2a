# `make` sets up and does the main job; `make test` sets up and runs every test. `make help` lists the rest.
# Nothing outside this folder is changed: what is installed lies in .venv (and tests/npm/node_modules).

.DELETE_ON_ERROR:
.PHONY: all setup test check types lint format bench lock clean help

BIN := .venv/bin
OUT ?= public

## all     set up, validate the registry, publish it to public/ (OUT=elsewhere)
all: .venv/.ready
	@$(BIN)/sscctl validate --statistics
	@$(BIN)/sscctl publish --out $(OUT)

## setup   make .venv and install everything pinned (PYTHON=/path/to/python to choose one)
setup: .venv/.ready

.venv/.ready: pyproject.toml requirements.txt requirements-dev.txt .ci/set-up
	@.ci/set-up
	@touch $@
