# The commands of Recado. `make help` lists them.
# Needs python3 >= 3.11, node >= 20.19 and make; everything else is fetched at locked versions.

SHELL := /bin/sh
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory
# A Python of the right age under any of its usual names; PYTHON=... chooses another.
PYTHON ?= $(shell for name in python3 python3.14 python3.13 python3.12 python3.11; do \
	command -v $$name >/dev/null 2>&1 && $$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$name; break; }; done)
INSIDE := .venv/bin/python
# Nothing of the shell's Python reaches ours; with PYTHONDONTWRITEBYTECODE each process would compile the whole house anew.
unexport PYTHONPATH PYTHONHOME PYTHONDONTWRITEBYTECODE

.PHONY: help setup run test check bench nightly lock hooks clean python

help: ## Show this list
	@awk 'BEGIN {FS = ":.*## "} /^[a-z]+:.*## / {printf "  make %-9s %s\n", $$1, $$2}' Makefile

python:
	@test -n "$(PYTHON)" || { \
	command -v python3 >/dev/null 2>&1 && echo "O Recado precisa de Python 3.11 ou mais novo; este é o $$(python3 -V 2>&1 | cut -d' ' -f2)." >&2 \
	|| echo "Falta o python3; o Recado precisa de Python 3.11 ou mais novo." >&2; exit 1; }

setup: python ## Make the environment (Python and dashboard packages); does only what is missing
	@$(PYTHON) scripts/setup.py test

run: python ## Start everything: database, migrations, API, workers, simulator (Ctrl-C ends it)
	@$(PYTHON) scripts/setup.py run --build
	@exec $(INSIDE) -m recado.app.run --end-with-parent

test: python ## All gates and all tests, Chromium included (under 10 minutes)
	@$(PYTHON) scripts/setup.py test --build
	@exec $(INSIDE) scripts/run_tests.py

check: python ## The fast gates: format, lint, types, imports, architecture, dashboard (under a minute)
	@$(PYTHON) scripts/setup.py test
	@exec $(INSIDE) scripts/check.py

bench: python ## The benchmarks; the last line of each is JSON
	@$(PYTHON) scripts/setup.py bench
	@$(INSIDE) bench/pipeline.py --messages 5000 --contacts 500
	@$(INSIDE) bench/kill.py --cycles 100
	@$(INSIDE) bench/engine.py

nightly: python ## The long versions: fuzzers, kill cycles, growth to a million messages
	@$(PYTHON) scripts/setup.py test --build
	@FUZZ_TURNS=2000000 HYPOTHESIS_PROFILE=nightly TENANCY_MUTANTS=all $(INSIDE) -m pytest -q tests
	@$(INSIDE) bench/kill.py --cycles 500 --stops 5 --outages 3 --outage-s 12
	@$(INSIDE) bench/growth.py
	@$(INSIDE) bench/taking.py
	@$(INSIDE) bench/api.py

lock: python ## Write requirements/*.txt anew from requirements/*.in
	@$(PYTHON) scripts/setup.py dev
	@$(INSIDE) scripts/lock.py

hooks: ## Have git run the fast gates before each commit
	@git config core.hooksPath .githooks && echo "scripts/check.py --fast runs before each commit now."

clean: ## Remove what the commands made; the data in .recado stays
	@rm -rf .venv dashboard/node_modules dashboard/dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis .coverage .coverage.* htmlcov
	@find src tests bench scripts -name __pycache__ -type d -prune -exec rm -rf {} +
