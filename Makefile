PYTHON ?= python3
PORT ?= 8000
ARGS ?=
ELASTICSEARCH_PORT ?= 9200
PIN = .venv/bin/uv pip compile --quiet --no-config --universal --python-version 3.11 --upgrade \
	--generate-hashes --no-emit-index-url --custom-compile-command "make requirements"

.DEFAULT_GOAL := help
.PHONY: help run elasticsearch test property faults bench bench-search check contract format messages requirements clean python

help: ## Say what can be made
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 24

run: python ## Set up and serve the site on 127.0.0.1:PORT (8000)
	@$(PYTHON) -m tools.run --port $(PORT)

elasticsearch: python ## Fetch (once) and start an Elasticsearch on ELASTICSEARCH_PORT (9200)
	@$(PYTHON) -m tools.elasticsearch --port $(ELASTICSEARCH_PORT)

test: python ## Set up and run the tests; ARGS="tests/news -k event" for some
	@$(PYTHON) -m tools.test $(ARGS)

property: python ## Edit at random and compare copies, with 25 times the examples of `make test` (half an hour)
	@$(PYTHON) -m tools.test tests/delivery/replica --hypothesis-profile=thorough $(ARGS)

faults: python ## Break the site while editors work, and compare (20 minutes); ARGS="--minutes 2 --seed 7"
	@$(PYTHON) -m tools.faults $(ARGS)

bench: python ## Measure the API beside stock Wagtail (minutes); ARGS="--items 100 --seconds 1"
	@$(PYTHON) -m bench $(ARGS)

bench-search: python ## Measure search beside Wagtail's own (half an hour); ARGS="--items 1000 --documents 2000"
	@$(PYTHON) -m bench.search $(ARGS)

check: python ## Lint, format, types, layers, migrations, contract, messages, words, releases
	@$(PYTHON) -m tools.check

contract: python ## Write docs/openapi.json and the examples in docs/api.md
	@$(PYTHON) -m tools.contract

format: ## Let ruff format the code and fix what it can
	@.venv/bin/ruff format
	@.venv/bin/ruff check --fix

messages: ## Take new messages into the catalogues
	@.venv/bin/python -m tools.messages extract

requirements: ## Pin the newest allowed versions of all packages, with hashes, and note their dates
	@$(PIN) --output-file requirements.txt requirements.in
	@$(PIN) --output-file requirements-dev.txt requirements-dev.in
	@.venv/bin/python -m tools.releases write

clean: ## Remove the environment and caches; content under var/ stays
	@rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .import_linter_cache

python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed, this is %d.%d. Name another: make run PYTHON=/path/to/python3.12" % sys.version_info[:2])'
