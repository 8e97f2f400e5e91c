# make demo and make test need nothing but Python 3.11 or later; each sets up what it needs.

PYTHON ?= python3
RUN = .venv/bin/python -m
PIP = $(RUN) pip --quiet --disable-pip-version-check

# Libraries that Qt needs on a bare Debian or Ubuntu: to draw without a screen, and to open a window.
QT_PACKAGES = \
	libegl1 libgl1 libdbus-1-3 libfontconfig1 libglib2.0-0 libxkbcommon0 libbrotli1 \
	libgssapi-krb5-2 fonts-dejavu-core fonts-noto-core \
	libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 \
	libxcb-render-util0 libxcb-shape0 libxcb-sync1 libxcb-xfixes0 libxcb-xkb1 libxkbcommon-x11-0 \
	libwayland-cursor0

.PHONY: help demo test check setup bench words constraints clean system

help:
	@echo "make demo         set everything up, make the sample's documents and open its window"
	@echo "make test         set everything up, run every check and test"
	@echo "make check        the fast part of make test, under a minute"
	@echo "make setup        only set everything up, in .venv"
	@echo "make bench        measure speed"
	@echo "make words        bring both catalogues up to date with the code"
	@echo "make constraints  renew the pinned versions"
	@echo "make clean        remove .venv and what the tools left behind"

demo: .venv/.demo
	@$(RUN) walkshop demo

test: .venv/.test
	@$(RUN) ruff check --quiet .
	@$(RUN) ruff format --quiet --check .
	@$(RUN) mypy
	@$(RUN) pytest

check: .venv/.test
	@$(RUN) ruff check --quiet .
	@$(RUN) ruff format --quiet --check .
	@$(RUN) mypy
	@$(RUN) pytest -m "not slow" -n auto --dist loadfile

setup: .venv/.test

bench: .venv/.test
	@$(RUN) pytest tests/bench/bench_*.py

words: .venv/.test
	@$(RUN) tests.house.catalogues

# Dependencies are resolved anew in an empty environment, so that nothing stays pinned by habit, and
# on the oldest Python: later versions of some packages have left it behind.
constraints: .venv/bin/pip
	@.venv/bin/python -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' || \
	{ echo "Versions are pinned on Python 3.11: make clean constraints PYTHON=python3.11" >&2; exit 1; }
	@new=$$(mktemp -d) && trap 'rm -rf "$$new"' EXIT && \
	.venv/bin/python -m venv "$$new" && \
	"$$new/bin/python" -m pip --quiet install hatchling Babel && \
	"$$new/bin/python" -m pip --quiet install --no-build-isolation -e '.[test]' && \
	"$$new/bin/python" -m pip --quiet install --no-deps gdal-utils && \
	"$$new/bin/python" -m pip freeze --exclude-editable >"$$new/frozen" && \
	grep '^#' constraints.txt >"$$new/constraints" && \
	cat "$$new/frozen" >>"$$new/constraints" && \
	cp "$$new/constraints" constraints.txt && \
	echo "constraints.txt is renewed; run make test."

# walkshop-demo stays: somebody may have worked in it.
clean:
	rm -rf .venv dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .benchmarks
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

system:
	@sh .ci/packages $(QT_PACKAGES)

.venv/bin/pip:
	@for python in $(PYTHON) python3.13 python3.12 python3.11; do \
		"$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && break; \
		python=; \
	done; \
	if [ -z "$$python" ]; then \
		echo "Walkshop needs Python 3.11 or later, which was not found here." >&2; exit 1; \
	fi; \
	venv=; "$$python" -c 'import ensurepip, venv' 2>/dev/null || \
		venv=$$("$$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])'); \
	sh .ci/packages $$venv $(QT_PACKAGES) && \
	"$$python" -m venv .venv

# gdal-utils asks for GDAL's bindings, which its GeoPackage validator does without.
# The build tools are pinned like all the rest: pip would fetch the newest for an isolated build.
.venv/.demo: pyproject.toml constraints.txt hatch_build.py .venv/bin/pip | system
	@echo "Installing what Walkshop needs in .venv; the first time this takes a few minutes."
	@$(PIP) install -c constraints.txt hatchling Babel
	@$(PIP) install -c constraints.txt --no-build-isolation -e .
	@touch $@

.venv/.test: pyproject.toml constraints.txt hatch_build.py .venv/bin/pip | system
	@echo "Installing what Walkshop and its tests need in .venv; the first time this takes a few minutes."
	@$(PIP) install -c constraints.txt hatchling Babel
	@$(PIP) install -c constraints.txt --no-build-isolation -e '.[test]'
	@$(PIP) install -c constraints.txt --no-deps gdal-utils
	@touch $@ .venv/.demo
