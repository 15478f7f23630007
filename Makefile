# Two commands do everything: `make demo` and `make test`. `make help` lists the rest.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: help demo test lint types contracts unit quality golden bench clean

help:
	@echo "make demo       set up, build the example case, show it"
	@echo "make test       set up, run every check and test"
	@echo "make golden     write the golden files again (look at the diff)"
	@echo "make quality    score the gold sets that are present, against the floors"
	@echo "make bench      speed and growth"
	@echo "make clean      remove what was built"

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed")'
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); apt-get update -qq && apt-get install -y -qq python3-venv && $(PYTHON) -m venv $(VENV); }
	@$(BIN)/python -m pip install -qq --upgrade 'pip>=24.2'

$(VENV)/.ready: pyproject.toml constraints.txt tools/vendor.py | $(BIN)/python
	@echo "Setting up (a minute or two the first time) ..."
	@$(BIN)/python -m pip install -qq -c constraints.txt -e .
	@command -v npm >/dev/null || apt-get install -y -qq npm >/dev/null 2>&1 || echo "npm is missing: the desk will lack its drawn views"
	@$(BIN)/python tools/vendor.py || echo "the desk will lack its drawn views"
	@touch $@

$(VENV)/.ready-dev: $(VENV)/.ready
	@$(BIN)/python -m pip install -qq -c constraints.txt -e '.[dev]'
	@touch $@

demo: $(VENV)/.ready
	@$(BIN)/rashomon demo demo-case

test: lint types contracts unit quality

lint: $(VENV)/.ready-dev
	$(BIN)/ruff check src tests bench tools
	$(BIN)/ruff format --check src tests bench tools

types: $(VENV)/.ready-dev
	$(BIN)/mypy

contracts: $(VENV)/.ready-dev
	$(BIN)/lint-imports

# The browser tests want Debian's Chromium; where it can't be installed they skip themselves and say so.
$(VENV)/.browser: | $(VENV)/.ready-dev
	@command -v chromium >/dev/null || { apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium; } >/dev/null 2>&1 \
		|| echo "chromium is missing: the browser tests will be skipped"
	@touch $@

unit: $(VENV)/.ready-dev $(VENV)/.browser
	OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 $(BIN)/pytest -n auto --dist worksteal

quality: $(VENV)/.ready-dev
	$(BIN)/python bench/quality.py

golden: $(VENV)/.ready-dev
	$(BIN)/python tests/golden/write.py

bench: $(VENV)/.ready-dev
	$(BIN)/python bench/speed.py

clean:
	rm -rf $(VENV) build dist demo-case src/*.egg-info .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
