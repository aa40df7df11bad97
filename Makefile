# make run    start the bot: the configured adapters, or a conversation in this terminal
# make test   every test, with coverage
# make check  lint, format, types, arrows between the floors
# make bench  speeds, beside those of peers in the same run
# make messages     bring the translations up to date with the code
# make constraints  bring constraints.txt up to date with pyproject.toml

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
TRANSLATIONS := $(wildcard bot/locales/*/LC_MESSAGES/malmoi.po)
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet --quiet
SAY := @printf '%s\n' >&2

.PHONY: run test check format bench messages constraints clean
.DEFAULT_GOAL := run

run: $(VENV)/.run
	@$(BIN)/malmoi run --or-chat

test: $(VENV)/.dev
	$(SAY) 'Running the tests …'
	@$(BIN)/python -m pytest --quiet --numprocesses auto --dist loadfile --cov --cov-report=term
	@$(BIN)/python -m coverage report --include='bot/*,glossary/*' --fail-under=100 >/dev/null \
	  || { echo 'The coverage of bot and glossary is below 100 %.' >&2; exit 1; }

check: $(VENV)/.dev
	$(SAY) 'Lint …'
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --check --quiet .
	$(SAY) 'Types …'
	@$(BIN)/mypy
	$(SAY) 'Arrows …'
	@PYTHONPATH=. $(BIN)/lint-imports --no-cache

format: $(VENV)/.dev
	@$(BIN)/ruff check --fix --quiet . || true
	@$(BIN)/ruff format .

bench: $(VENV)/.bench
	@for script in bench/matching.py bench/searching.py bench/negotiating.py bench/storage.py bench/spotting.py bench/importing.py; do $(BIN)/python $$script || exit 1; done
	@$(BIN)/python -m bench.slack
	@$(BIN)/python -m bench.discord_answers

messages: $(VENV)/.dev
	@$(BIN)/python -m bot.locales

constraints:
	$(SAY) 'Resolving the newest versions in a new environment …'
	@rm -rf build/constraints && $(PYTHON) -m venv build/constraints
	@build/constraints/bin/python -m pip --quiet --quiet install --editable '.[dev]'
	@{ head -1 constraints.txt; build/constraints/bin/python -m pip freeze --exclude-editable; } > build/constraints.txt
	@mv build/constraints.txt constraints.txt && rm -rf build/constraints

clean:
	rm -rf $(VENV) build dist .coverage htmlcov .mypy_cache .ruff_cache .pytest_cache .hypothesis
	rm -f bot/locales/*/LC_MESSAGES/*.mo

# Each stamp is older than what it was made from only when something must be installed again.
$(VENV)/.run: pyproject.toml constraints.txt hatch_build.py $(TRANSLATIONS) | $(VENV)/bin/python
	$(SAY) 'Installing Malmoi into .venv (once; about half a minute) …'
	@$(PIP) install --constraint constraints.txt --editable .
	@touch $@

$(VENV)/.dev: pyproject.toml constraints.txt hatch_build.py $(TRANSLATIONS) | $(VENV)/bin/python
	$(SAY) 'Installing Malmoi and its tools into .venv (once; about a minute) …'
	@$(PIP) install --constraint constraints.txt --editable '.[dev]'
	@touch $(VENV)/.run $@

$(VENV)/.bench: $(VENV)/.dev
	$(SAY) 'Installing word lists to measure with …'
	@$(PIP) install --constraint constraints.txt --editable '.[dev,bench]'
	@touch $@

$(VENV)/bin/python:
	$(SAY) 'Making .venv …'
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo 'Malmoi needs Python 3.11 or newer; name one with: make PYTHON=python3.11' >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV)
