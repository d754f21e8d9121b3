# briefctl: `make brief` shows what it does, `make test` proves it.
# Every target sets up by itself what it needs.

PREFIX ?= /usr/local
DESTDIR ?=
SWIFT ?= swift
RELEASE = -c release --static-swift-stdlib --product briefctl
BINARY = $$($(SWIFT) build $(RELEASE) --show-bin-path)
LIBRARY = $(DESTDIR)$(PREFIX)/lib/briefctl

PYTHON ?= python3
EVALUATE = $(SWIFT) build --package-path Benchmarks -c release --product evaluate-corpus

FUZZ = --package-path Benchmarks --scratch-path Benchmarks/.build/fuzz -c release \
	-Xswiftc -sanitize=fuzzer,address -Xswiftc -use-ld=lld
SECONDS = 600

.PHONY: model evaluate fuzz brief test lint check accuracy workbooks build setup install uninstall clean help

help: ## what can be made
	@sed -n 's/^\([a-z]*\):.*## /  make \1	/p' Makefile

brief: build ## build the release and print the brief of Examples/
	@mkdir -p brief
	@"$(BINARY)/briefctl" brief Examples --title "Examples weekly" \
	    --format markdown --format xlsx -o brief/examples --quiet
	@"$(BINARY)/briefctl" brief Examples --title "Examples weekly"
	@echo "The same as Markdown and as a workbook: brief/examples.md, brief/examples.xlsx" >&2

test: setup ## run every test
	$(SWIFT) build --build-tests --explicit-target-dependency-import-check error
	$(SWIFT) test --skip-build

lint: ## hold the code against the house style
	$(SWIFT) format lint --strict --recursive Package.swift Sources Tests Benchmarks

check: lint test ## all that a commit must pass

accuracy: setup ## main text and dates on public sets: FOLDER=… holds their copies
	$(EVALUATE)
	$(PYTHON) Benchmarks/Corpus/accuracy.py "$(FOLDER)" "$$($(EVALUATE) --show-bin-path)/evaluate-corpus"

workbooks: test ## hold workbooks against openpyxl, pandas and LibreOffice
	Scripts/check-workbooks

model: ## train the language model anew from the folder TREEBANKS
	$(SWIFT) run -c release language-model train "$(TREEBANKS)" Sources/Language/Resources/en/model/english.model

evaluate: ## measure the language model on the test files of the folder TREEBANKS
	$(SWIFT) run -c release language-model evaluate "$(TREEBANKS)"

fuzz: ## look for texts and files that break Language and Corpus, for SECONDS each (600 when not said)
	for part in language corpus; do \
	    FUZZ=1 $(SWIFT) build $(FUZZ) --product fuzz-$$part && mkdir -p Benchmarks/.build/fuzz/$$part && \
	    Benchmarks/.build/fuzz/release/fuzz-$$part -max_total_time=$(SECONDS) -timeout=10 -max_len=20000 \
	        -artifact_prefix=Benchmarks/.build/fuzz/ Benchmarks/.build/fuzz/$$part Benchmarks/Seeds Examples \
	    || exit 1; \
	done

build: setup
	$(SWIFT) build $(RELEASE)

setup:
	@Scripts/setup

install: build ## install under PREFIX (default /usr/local)
	install -d "$(LIBRARY)" "$(DESTDIR)$(PREFIX)/bin"
	install -m 755 "$(BINARY)/briefctl" "$(LIBRARY)/briefctl"
	rm -rf "$(LIBRARY)"/*.resources
	cp -R "$(BINARY)"/briefctl_*.resources "$(LIBRARY)/"
	ln -sf ../lib/briefctl/briefctl "$(DESTDIR)$(PREFIX)/bin/briefctl"

uninstall: ## remove what install has put there
	rm -rf "$(LIBRARY)" "$(DESTDIR)$(PREFIX)/bin/briefctl"

clean: ## remove what was built
	rm -rf .build brief
