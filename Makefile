# Two commands matter to a newcomer: make run, make test. The rest are their parts.

GO ?= go
# The race detector goes where goroutines share things. A window's calls all come from one, which Fyne checks by itself.
SHARED := ./data/...
REST := . ./app/... ./screens/... ./exports/...

.PHONY: run test check unit journeys test-windows gallery bench

run: ## opens Branchbook
	@.ci/packages run
	$(GO) run .

test: check unit journeys ## passes every test, real-window journeys included

check:
	@.ci/packages run
	@unformatted=$$(gofmt -l .) && if [ -n "$$unformatted" ]; then echo "gofmt wants to change:" $$unformatted; exit 1; fi
	$(GO) vet ./...
	$(GO) vet -tags journeys ./app/journeys/
	$(GO) tool staticcheck ./...
	$(GO) tool staticcheck -tags journeys ./app/journeys/

unit:
	@.ci/packages test
	$(GO) test -race -timeout 20m $(SHARED)
	$(GO) test -timeout 20m $(REST)

journeys: ## in a real window on a virtual display
	@.ci/packages test
	$(GO) test -tags journeys -count=1 -timeout 20m ./app/journeys/

test-windows: ## the Windows programs, run under Wine: the command line, and a book unlocked in the window
	@.ci/packages windows
	.ci/wine/run

gallery: ## writes a PNG of every screen in its main states to gallery/
	@.ci/packages run
	$(GO) run ./app/gallery gallery

bench:
	@.ci/packages run
	$(GO) test -run '^$$' -bench . -benchmem ./data/... ./exports/... ./screens/...
