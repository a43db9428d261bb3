# Everything starts here: `make help`. Needs GNU make and Python 3.11 or newer.
# Other interpreter or place: make test PYTHON=python3.13 VENV=.venv-3.13

PYTHON ?= python3
VENV ?= .venv

BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes
OURS := manage.py gunicorn.conf.py malangnews awards kim tests tools/*.py
TEMPLATES = $(shell find templates -name '*.html')
CHROMIUM := $(shell command -v chromium || command -v chromium-browser || command -v google-chrome)
WORKERS ?= auto
TESTS ?=

.PHONY: help run dev demo test test-browser panduan lint format check bench-search ci clean
.DEFAULT_GOAL := help

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1@\2/p' $(firstword $(MAKEFILE_LIST)) | \
		awk -F@ '{ printf "%-20s %s\n", $$1, $$2 }'

run: $(VENV)/.runtime-ready ## serve the portal on http://127.0.0.1:8000 (HOST, PORT) by gunicorn
	@exec $(BIN)/python tools/portal.py run

dev: $(VENV)/.runtime-ready ## the same with DEBUG=1, reloading when a file changes
	@exec $(BIN)/python tools/portal.py dev

demo: $(VENV)/.runtime-ready ## load the demo content; measuring: make demo ARGS="--articles 10000"
	@$(BIN)/python tools/portal.py manage migrate --no-input --verbosity 0
	@$(BIN)/python tools/portal.py manage demo $(ARGS)

test: $(VENV)/.dev-ready ## the whole suite (DATABASE_URL chooses another database; TESTS=path)
ifeq ($(CHROMIUM),)
	@if [ -n "$$CI" ]; then echo "No Chromium: the browser tests cannot run." >&2; exit 1; fi
	@echo "No Chromium here: the browser tests are left out."
	$(BIN)/pytest -n $(WORKERS) -m "not browser" $(TESTS)
else
	$(BIN)/pytest -n $(WORKERS) $(TESTS)
endif

test-browser: $(VENV)/.dev-ready ## only the tests that drive a real Chromium
	$(BIN)/pytest -n 0 -m browser $(TESTS)

panduan: $(VENV)/.dev-ready ## take the pictures of the guide anew (docs/panduan/gambar)
	GUIDE_PICTURES=1 $(BIN)/pytest -n 0 -q tests/browser/test_guide.py

lint: $(VENV)/.dev-ready ## style of code and templates, direction of imports
	$(BIN)/ruff check $(OURS)
	$(BIN)/ruff format --check $(OURS)
	@$(BIN)/djade --check --target-version 5.2 $(TEMPLATES)
	@$(BIN)/djhtml --check --tabwidth 2 $(TEMPLATES)
	$(BIN)/lint-imports --no-cache

format: $(VENV)/.dev-ready ## put code and templates into that style
	$(BIN)/ruff check --fix $(OURS)
	$(BIN)/ruff format $(OURS)
	@$(BIN)/djade --target-version 5.2 $(TEMPLATES)
	@$(BIN)/djhtml --tabwidth 2 $(TEMPLATES)

check: lint ## lint, then migrations, deploy settings, packages, queries at 10,000 stories
	DEBUG=1 DATABASE_URL=sqlite://:memory: $(BIN)/python manage.py makemigrations --check --dry-run
	tools/check-deploy $(BIN)/python
	tools/check-packages $(BIN)/pip-audit
	$(BIN)/python tools/count_queries.py

bench-search: $(VENV)/.dev-ready ## measure the search on 100,000 stories (STORIES=20000)
	$(BIN)/python tools/bench_search.py $(STORIES)

ci: ## what .ci/run does: the suite on SQLite and PostgreSQL, then check
	.ci/run

clean: ## remove caches and virtualenvs; var/ (database, uploads) stays
	rm -rf .venv .venv-* .pytest_cache .ruff_cache .import_linter_cache .hypothesis .coverage htmlcov
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is needed: make PYTHON=python3.13 ..." >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.runtime-ready: requirements.txt | $(VENV)/bin/python
	$(PIP) -r requirements.txt
	@touch $@

$(VENV)/.dev-ready: requirements-dev.txt $(VENV)/.runtime-ready
	$(PIP) -r requirements-dev.txt
	@touch $@
