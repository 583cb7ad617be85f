# Each target sets up all that it needs; a second run does only what is missing.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
comma := ,
PIP := $(BIN)/python -m pip install --disable-pip-version-check

# $(call step,words,command): says what is being done and how long it took; what the command prints is shown when it fails.
step = printf '%s ...' '$(1)'; start=$$(date +%s); \
	if printed=$$( { $(2); } 2>&1 ); then echo " $$(($$(date +%s) - start)) s"; \
	else echo " failed"; printf '%s\n' "$$printed" | tail -n 40; exit 1; fi

.PHONY: build bundle test check lab evidence gallery scan mutants bench clean

build: $(VENV)/.build
	@$(BIN)/satchel build

# The scripts and the style sheet that courses carry, made of templates/ by esbuild and terser. They are committed.
bundle: $(VENV)/.test
	@$(BIN)/python tests/prepare.py --npm
	@$(BIN)/python -m tests.node bundle.mjs

test: $(VENV)/.test
	@$(BIN)/python -m tests

# Everything, the slow ones too. With SATCHEL_SHELL=none, all of it in a whole browser.
check: $(VENV)/.lab
	@$(BIN)/python -m tests --everything

# The packages of the first course, played in a browser with all engines, and beside each in dist/ what was seen.
evidence: $(VENV)/.test
	@$(BIN)/python tests/prepare.py
	@$(BIN)/satchel build --evidence

# What happens to a learner's work when an LMS fails; the outcomes as a page, dist/lab.html.
lab: $(VENV)/.lab
	@$(BIN)/python tests/prepare.py --lab
	@rm -rf tests/artefacts/lab
	@SATCHEL_SHELL=none $(BIN)/python -m pytest -p tests.progress -n 2 --dist worksteal tests/lms_faults tests/firefox; \
	status=$$?; $(BIN)/python -m tests.lms_faults.matrix && exit $$status

# Every component in every state, theme, scheme and width, as pictures to look through: dist/gallery/index.html. ARGS goes on to
# it: ARGS="cover --look council --width 320".
gallery: $(VENV)/.test
	@$(BIN)/python tests/prepare.py
	@$(BIN)/python -m tests.look.gallery $(ARGS)

# The same, and axe, IBM Equal Access and HTML_CodeSniffer are asked of every state in every theme, scheme and width. It takes an hour;
# ARGS goes on to it, and `make check` asks of a sample.
scan: $(VENV)/.test
	@$(BIN)/python tests/prepare.py
	@$(BIN)/python -m tests.look.gallery --scan $(ARGS)

# Changes the product in small ways, a sample of them, and counts what the tests notice. ARGS="--seed 2 builder/read" goes on to it.
mutants: $(VENV)/.mutants
	@$(BIN)/python tests/prepare.py --npm
	@$(BIN)/python -m tests.mutants $(ARGS)

bench: $(VENV)/.test
	@$(BIN)/python -c "import mkdocs" 2>/dev/null || { $(call step,Installing mkdocs to compare with,$(PIP) -e ".[bench]"); }
	@$(BIN)/python tests/prepare.py
	@$(BIN)/python tests/bench/bench.py
	@$(BIN)/python tests/bench/weight.py
	@$(BIN)/python tests/bench/page.py
	@$(BIN)/python tests/bench/search.py
	@$(BIN)/python tests/bench/preview.py
	@$(BIN)/python tests/bench/hostile.py
	@$(BIN)/python tests/bench/media.py
	@$(BIN)/python tests/bench/many.py
	@$(BIN)/python tests/bench/ways.py
	@$(BIN)/python tests/bench/languages.py

clean:
	rm -rf $(VENV) node_modules .pytest_cache .mypy_cache .ruff_cache .hypothesis

# Debian ships Python without the part that makes virtual environments; where we may, we get it.
APT := $(shell [ "$$(id -u)" = 0 ] || echo sudo -n) env DEBIAN_FRONTEND=noninteractive apt-get -q
$(BIN)/python:
	@$(PYTHON) -m venv $(VENV) >/dev/null 2>&1 \
	|| { rm -rf $(VENV); ( $(call step,Installing python3-venv by apt,$(APT) update && $(APT) install -y python3-venv) ) \
	     && $(PYTHON) -m venv $(VENV); } \
	|| { rm -rf $(VENV); echo "Python cannot make a virtual environment. On Debian: sudo apt-get install python3-venv"; exit 1; }

$(VENV)/.build: pyproject.toml | $(BIN)/python
	@$(call step,Installing Satchel,$(PIP) -e .)
	@touch $@

$(VENV)/.test: pyproject.toml | $(BIN)/python
	@$(call step,Installing Satchel and what its tests need,$(PIP) -e ".[dev]")
	@touch $@ $(VENV)/.build

$(VENV)/.lab: pyproject.toml | $(BIN)/python
	@$(call step,Installing Satchel and what its lab needs,$(PIP) -e ".[dev$(comma)judged$(comma)lab$(comma)media]")
	@touch $@ $(VENV)/.test $(VENV)/.build

$(VENV)/.mutants: pyproject.toml | $(BIN)/python
	@$(call step,Installing Satchel and what its mutation run needs,$(PIP) -e ".[dev$(comma)mutants]")
	@touch $@ $(VENV)/.test $(VENV)/.build
