# Each target sets up all that it needs; a second run does only what is missing.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: build test check lab bench clean

build: $(VENV)/.build
	@$(BIN)/satchel build

test: $(VENV)/.test
	@$(BIN)/python tests/prepare.py
	@$(BIN)/python -m pytest -n 2 --dist worksteal -m "not slow and not media"

# Everything, the slow ones too, and in a whole browser.
check: $(VENV)/.lab
	@$(BIN)/python tests/prepare.py --lab
	@SATCHEL_SHELL=none SATCHEL_EXAMPLES=check $(BIN)/python -m pytest -n 2 --dist worksteal

# What happens to a learner's work when an LMS fails; the outcomes as a page, dist/lab.html.
lab: $(VENV)/.lab
	@$(BIN)/python tests/prepare.py --lab
	@rm -rf tests/artefacts/lab
	@SATCHEL_SHELL=none $(BIN)/python -m pytest -n 2 --dist worksteal tests/lms_faults tests/firefox; \
	status=$$?; $(BIN)/python -m tests.lms_faults.matrix && exit $$status

bench: $(VENV)/.test
	@$(BIN)/python -c "import mkdocs" 2>/dev/null || $(BIN)/python -m pip install --quiet --disable-pip-version-check -e ".[bench]"
	@$(BIN)/python tests/prepare.py
	@$(BIN)/python tests/bench/bench.py
	@$(BIN)/python tests/bench/page.py
	@$(BIN)/python tests/bench/preview.py

clean:
	rm -rf $(VENV) node_modules .pytest_cache .mypy_cache .ruff_cache .hypothesis

# Debian ships Python without the part that makes virtual environments; where we may, we get it.
$(BIN)/python:
	@$(PYTHON) -m venv $(VENV) >/dev/null 2>&1 \
	|| { rm -rf $(VENV); echo "Installing python3-venv ..."; \
	     SUDO=$$([ "$$(id -u)" = 0 ] || echo "sudo -n"); \
	     $$SUDO apt-get update -qq && $$SUDO env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq python3-venv >/dev/null \
	     && $(PYTHON) -m venv $(VENV); } \
	|| { rm -rf $(VENV); echo "Python cannot make a virtual environment. On Debian: sudo apt-get install python3-venv"; exit 1; }

$(VENV)/.build: pyproject.toml | $(BIN)/python
	@echo "Installing Satchel ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	@touch $@

$(VENV)/.test: pyproject.toml | $(BIN)/python
	@echo "Installing Satchel and what its tests need ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e ".[dev]"
	@touch $@ $(VENV)/.build

$(VENV)/.lab: pyproject.toml | $(BIN)/python
	@echo "Installing Satchel and what its lab needs ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e ".[dev,lab]"
	@touch $@ $(VENV)/.test $(VENV)/.build
