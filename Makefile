# `make site` builds the website, `make test` proves it; `make help` lists the rest.
.DEFAULT_GOAL := help
SHELL := /bin/bash

PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin/python
PIP := $(RUN) -m pip --disable-pip-version-check --no-input
COMPILE := $(VENV)/bin/uv pip compile --quiet --no-config --universal --python-version 3.11 \
           --generate-hashes --no-header --no-annotate
CODE := build_site.py factsite tests

.PHONY: help setup venv site test replaced lint format serve check bench mutants messages lock schema clean

help:  ## list these commands
	@sed -nE 's/^([a-z]+):.*## (.*)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 16

setup: $(VENV)/dev.stamp  ## make .venv with everything for building, testing and linting

venv: $(VENV)/site.stamp  ## make .venv with only what building needs

site: venv  ## check every claim and build the website into site/
	$(RUN) build_site.py

test: setup  ## run the whole test suite
	$(RUN) -m pytest -n auto

replaced: setup  ## run the tests that look at a record on a made-up one
	$(RUN) -m tests.replaced

lint: setup  ## check style and types
	$(VENV)/bin/ruff check $(CODE)
	$(VENV)/bin/ruff format --check $(CODE)
	$(VENV)/bin/mypy

format: setup  ## put the code into the project's style
	$(VENV)/bin/ruff check --fix $(CODE)
	$(VENV)/bin/ruff format $(CODE)

serve: venv  ## preview the website; a saved claim reloads its page
	$(RUN) build_site.py serve

check: venv  ## find every problem in claims and sources
	$(RUN) build_site.py check

schema: venv  ## write schema/ anew
	$(RUN) build_site.py schema

bench: setup  ## measure speed and size on a large made-up record
	$(RUN) -m tests.bench

mutants: $(VENV)/mutants.stamp  ## change the program in one place after another and name the changes that no test notices
	$(RUN) -m tests.mutants $(MODULES)

messages: setup  ## bring the catalogues of the pages' words up to date
	$(RUN) -m tests.messages

lock: setup  ## choose the newest allowed dependencies and write their hashes
	$(COMPILE) --upgrade pyproject.toml --output-file requirements.txt
	cp requirements.txt factsite/template/requirements.txt
	$(COMPILE) --upgrade pyproject.toml --group dev --constraints requirements.txt --output-file requirements-dev.txt
	$(COMPILE) --upgrade pyproject.toml --group dev --group mutants --constraints requirements-dev.txt --output-file requirements-mutants.txt

clean:  ## remove everything that was built, and .venv
	rm -rf site .factsite $(shell sed -n 's|^/\(docs/.*\)|\1|p' .gitignore)
	rm -rf $(VENV) .cache .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# A stamp is younger than what it was made from, so a second run does nothing.
$(VENV)/python.stamp:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Python 3.11 or newer is needed, and '$(PYTHON)' is not. Try: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/site.stamp: requirements.txt | $(VENV)/python.stamp
	$(PIP) install --quiet --require-hashes --requirement requirements.txt
	@touch $@

$(VENV)/dev.stamp: requirements-dev.txt $(VENV)/site.stamp
	$(PIP) install --quiet --require-hashes --requirement requirements-dev.txt
	@touch $@

$(VENV)/mutants.stamp: requirements-mutants.txt $(VENV)/dev.stamp
	$(PIP) install --quiet --require-hashes --requirement requirements-mutants.txt
	@touch $@
