# The whole of a contributor's day; `make` alone lists it.

# The first Python that is new enough; or say which: make PYTHON=/path/to/python demo
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11 python3.14; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
VENV := .venv
WHEEL_VENV := .venv-wheel
RUN := $(VENV)/bin/python
# -qq: only errors; on some machines pip warns of each place where a package is not.
PIP_FLAGS := -qq --disable-pip-version-check --no-input
SAMPLES := $(sort $(filter-out %README.md,$(wildcard samples/*)))
FIRST := $(firstword $(filter %.txt,$(SAMPLES)))

.DEFAULT_GOAL := help
.PHONY: help demo test check lint gate wheel-test format golden bench docs lock clean

help:  ## List the targets
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1|/' \
		| while IFS='|' read -r name what; do printf '  make %-12s %s\n' "$$name" "$$what"; done

demo: $(VENV)/installed  ## Read the articles in samples/
	@$(VENV)/bin/sayso read $(SAMPLES)
	@printf '%s\n' "" \
		"These were the articles in samples/. Next:" \
		"  $(VENV)/bin/sayso read --marked $(FIRST)   # the same, marked in the text" \
		"  $(VENV)/bin/sayso read --json $(FIRST)     # for programs" \
		"  $(VENV)/bin/sayso read YOUR-ARTICLE.txt                   # or .html, or an address" \
		"  $(VENV)/bin/sayso read --help"

test: $(VENV)/installed  ## Run the tests
	@$(RUN) -m pytest

check: lint gate wheel-test test  ## All that CI runs

lint: $(VENV)/installed  ## Style, types, and the order of the rooms
	@$(RUN) -m ruff check --quiet .
	@$(RUN) -m ruff format --check --quiet . \
		|| { echo "make format: these files are not formatted:" >&2; $(RUN) -m ruff format --check . >&2; exit 1; }
	@$(RUN) -m mypy
	@found=$$($(VENV)/bin/lint-imports 2>&1) || { echo "$$found" >&2; exit 1; }

gate: $(VENV)/installed  ## Scores against their floors
	@$(RUN) -m benchmarks.gate

wheel-test: $(WHEEL_VENV)/installed  ## Run the tests against the built wheel
	@rm -rf dist; built=$$($(RUN) -m build --wheel --no-isolation --outdir dist . 2>&1) \
		|| { echo "$$built" >&2; exit 1; }
	@$(WHEEL_VENV)/bin/python -m pip install $(PIP_FLAGS) --no-deps --force-reinstall dist/*.whl
	@WHEEL_UNDER_TEST=1 $(WHEEL_VENV)/bin/python -m pytest

format: $(VENV)/installed  ## Format the code, and mend what can be mended by itself
	@$(RUN) -m ruff check --fix --quiet . ; $(RUN) -m ruff format --quiet .

golden: $(VENV)/installed  ## Write what comes out as what tests expect; then read the diff
	@$(RUN) -m pytest --rewrite-golden
	@git --no-pager diff --stat -- tests

bench: $(VENV)/installed  ## Measure accuracy and speed
	@$(RUN) -m benchmarks.statements
	@$(RUN) -m benchmarks.actors
	@$(RUN) -m benchmarks.knowledge
	@$(RUN) -m benchmarks.extraction
	@$(RUN) -m benchmarks.speed

docs: $(VENV)/installed  ## Write the generated reference
	@$(RUN) docs/build.py

lock:  ## Pin the newest versions of everything in requirements.lock (needs uv)
	@uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --upgrade \
		--generate-hashes --no-emit-index-url --no-header --no-annotate -o requirements.lock -q

clean:  ## Remove what was installed and built
	@rm -rf $(VENV) $(WHEEL_VENV) dist build

$(VENV)/installed: requirements.lock pyproject.toml
	@$(call make_venv,$(VENV))
	@$(RUN) -m pip install $(PIP_FLAGS) --no-deps --no-build-isolation --editable .
	@touch $@

$(WHEEL_VENV)/installed: requirements.lock $(VENV)/installed
	@$(call make_venv,$(WHEEL_VENV))
	@touch $@

define make_venv
test -n "$(PYTHON)" || { echo "Sayso needs Python 3.11 or later, and none was found. \
If it is somewhere else: make PYTHON=/path/to/python demo" >&2; exit 1; }; \
$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Sayso needs Python 3.11 \
or later; $(PYTHON) is older, or is no Python." >&2; exit 1; }; \
echo "Installing into $(1), which takes a minute the first time …"; \
$(PYTHON) -m venv $(1) || { echo "$(PYTHON) cannot make a virtual environment. \
On Debian and Ubuntu: apt-get install python3-venv" >&2; exit 1; }; \
$(1)/bin/python -m pip install $(PIP_FLAGS) --require-hashes -r requirements.lock || { echo "The \
packages in requirements.lock could not be installed (see above). They come over the network; \
once they are there, nothing more is fetched." >&2; exit 1; }
endef
