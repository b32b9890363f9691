# Every target explains itself: `make`.
SHELL := /bin/bash
.DEFAULT_GOAL := help
PORT ?= 8000
PRESS_PORT ?= 8070
PREFIX ?= /opt/newsclip
RUN := .venv/bin
COMPILE := uv pip compile --quiet --generate-hashes --no-emit-index-url --universal --python-version 3.12 --upgrade

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z.%-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

.venv: requirements-dev.lock pyproject.toml ## Create the environment (Python 3.12 or newer, packages pinned by hash)
	@tests/environment

demo: .venv ## Show the whole product on sample publishers; http://localhost:8000 (PORT=…, PRESS_PORT=… for other ports)
	@$(RUN)/newsclip demo --port $(PORT) --press-port $(PRESS_PORT)

test: .venv ## Run every test; installs and starts what the tests need, and stops it afterwards
	@tests/run

fast: .venv ## Run only the fast tests, all of them or of one package: make fast PACKAGE=stories
	@$(RUN)/pytest -q -n 2 --nomigrations -m "not slow and not integration and not browser and not shared" $(addprefix newsclip/,$(or $(PACKAGE),$(STAGE)))

check: .venv ## Format, lint, types, import rules, fast tests
	@$(RUN)/ruff format --check .
	@$(RUN)/ruff check .
	@$(RUN)/mypy
	@$(RUN)/lint-imports
	@$(MAKE) --no-print-directory fast

sweep: .venv ## Run every rule on every pathological shape, at every length (hours; the tests run a share)
	@NEWSCLIP_SWEEP=1 $(RUN)/pytest -q -m integration tests/pathological

docs: .venv ## Build docs/ into .build/site: generate the reference, check links, load nothing from other hosts
	@tests/docs

format: .venv ## Format the code and fix what can be fixed automatically
	@$(RUN)/ruff format .
	@$(RUN)/ruff check --fix .

bench-%: .venv ## Measure one part against its peers: extraction, grouping, …
	@$(RUN)/python -m benchmarks.$(subst -,_,$*) $(ARGS)

install: ## Install what runs, without what develops, into PREFIX (/opt/newsclip; or PREFIX=…), for a public site
	@tests/install "$(PREFIX)"

lock: ## Pin every dependency again, with hashes: what runs, what develops, what documents, what releases
	@$(COMPILE) --extra syntax --extra languages --extra s3 pyproject.toml -o requirements.lock
	@$(COMPILE) --extra syntax --extra languages --extra s3 --extra otel --group dev pyproject.toml -c requirements.lock -o requirements-dev.lock
	@$(COMPILE) --group docs -o requirements-docs.lock
	@$(COMPILE) --group release -o requirements-release.lock

release: .venv ## Build a release into dist/ and publish nothing: checks, changelog, tag, wheel, sdist, SBOM, image (VERSION=0.2.0)
	@tests/release $(VERSION)

clean: ## Remove the environment and the demo's data
	@rm -rf .venv .build .demo

.PHONY: help demo test fast check sweep docs format install lock release clean
