# Two commands are all that is needed: `make run` and `make test`.
# Each sets up what it needs, once; packaging/setup.sh says how.

VENV := .venv
BIN := $(VENV)/bin
SETUP := packaging/setup.sh
ARGS ?=

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:
.PHONY: help run test lint format bench words wheel clean

help:  ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: $(VENV)/.app $(VENV)/.system  ## open HipCoach (ARGS="list" gives it arguments)
	@$(SETUP) run $(ARGS)

test: lint $(VENV)/.system-tests  ## every check and every test (ARGS="-k pause" picks tests)
	@$(SETUP) pytest -n auto $(ARGS)

lint: $(VENV)/.dev  ## style, types and the layers of the house
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy
	@$(BIN)/lint-imports

format: $(VENV)/.dev  ## bring the code into shape
	@$(BIN)/ruff check --fix-only
	@$(BIN)/ruff format

bench: $(VENV)/.dev $(VENV)/.system-tests  ## measure it against its limits
	@$(BIN)/python -m bench $(ARGS)

words: $(VENV)/.dev  ## collect the sentences for translators in build/hipcoach.pot
	@mkdir -p build
	@$(BIN)/pybabel --quiet extract --mapping packaging/babel.cfg --project HipCoach \
		--add-comments "Translators:" --output build/hipcoach.pot .

wheel: $(VENV)/.dev  ## build dist/hipcoach-….whl
	@$(BIN)/python -m pip wheel --quiet --no-deps --wheel-dir dist .

clean:  ## throw away all that was made here
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The stamps: each step is done again when what it was made from has changed.
# The last two are left by the script: only when nothing that is needed is missing.

$(VENV)/.app: pyproject.toml $(SETUP)
	@$(SETUP) app
	@touch $@

$(VENV)/.dev: $(VENV)/.app
	@$(SETUP) dev
	@touch $@

$(VENV)/.system: $(VENV)/.app
	@$(SETUP) system

$(VENV)/.system-tests: $(VENV)/.app
	@$(SETUP) system-tests
