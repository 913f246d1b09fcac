package count

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// The ballots are those of Glasgow City Council's election of 3 May 2007, as the council published them, equal ballots put
// together. The figures of every stage are those of the reference counts that the Droop project keeps of these wards
// (github.com/jklundell/droop, test/ref/dump/scotland), made by a program that nobody here wrote.
func TestGlasgowWardsOf2007AgreeAtEveryStage(t *testing.T) {
	for _, ward := range []string{"anderston-city", "calton", "hillhead", "langside", "springburn"} {
		e := readBLT(t, filepath.Join("testdata", "glasgow-2007", ward+".blt"))
		elected, stages := referenceCount(t, filepath.Join("glasgow-2007", ward+".stages"))
		r := run(t, Scottish, e)
		if len(r.Stages) < len(stages) || len(r.Stages) > len(stages)+1 {
			t.Fatalf("%s took %d stages, not %d", ward, len(r.Stages), len(stages))
		}
		for i, want := range stages {
			for c, figure := range want {
				if got := fiveDecimals(r.Stages[i].Votes[c]); got != figure {
					t.Errorf("%s, stage %d, %s: %s, want %s", ward, i+1, e.Candidates[c], got, figure)
				}
			}
		}
		if got := electedNames(e, r); got != elected {
			t.Errorf("%s elected %s, want %s", ward, got, elected)
		}
	}
}

// The figures of every stage, what is not transferable last in each line, are those that the two councils printed after the
// count: Glasgow's stage report of ward 1, Linn (eSTV 2.0.16), and Dundee's candidate votes per stage report of ward 5,
// Maryfield. The ballots are those that the councils published, as David McCune collected them
// (github.com/mggg/scot-elex), equal ballots put together.
func TestTheStageReportsOfTwoCouncilsAgreeAtEveryStage(t *testing.T) {
	for _, ward := range []string{"linn-2007", "maryfield-2022"} {
		file := filepath.Join("official", ward)
		agrees(t, Scottish, file+".blt", file+".stages", func(got Value, figure string) bool { return fiveDecimals(got) == figure })
	}
}

// The ballots of the five wards by ERS97. The figures are those that OpenSTV 1.7 prints, which its authors validated against eSTV; the
// last of each line is what is not transferable.
func TestGlasgowWardsByERS97AgreeAtEveryStage(t *testing.T) {
	for _, ward := range []string{"anderston-city", "calton", "hillhead", "langside", "springburn"} {
		file := filepath.Join("glasgow-2007", ward)
		agrees(t, ERS97, file+".blt", file+".ers97", func(got Value, figure string) bool {
			return twoDecimals(got) == figure || got.String() == figure
		})
	}
}

// agrees counts ballots by a rule and compares every figure of every stage, what is not transferable last, and who is elected.
func agrees(t *testing.T, rule Rule, ballots, reference string, same func(got Value, figure string) bool) {
	t.Helper()
	e := readBLT(t, filepath.Join("testdata", ballots))
	elected, stages := referenceCount(t, reference)
	r := run(t, rule, e)
	if len(r.Stages) != len(stages) {
		t.Fatalf("%s took %d stages, not %d", ballots, len(r.Stages), len(stages))
	}
	for i, want := range stages {
		for c, figure := range want {
			got := r.Stages[i].Lost
			if c < len(e.Candidates) {
				got = r.Stages[i].Votes[c]
			}
			if !same(got, figure) {
				t.Errorf("%s, stage %d, figure %d: %s, want %s", ballots, i+1, c+1, fiveDecimals(got), figure)
			}
		}
	}
	if got := electedNames(e, r); got != elected {
		t.Errorf("%s elected %s, want %s", ballots, got, elected)
	}
}

func twoDecimals(v Value) string { return fmt.Sprintf("%d.%02d", v/Vote, v%Vote/hundredth) }

func electedNames(e Election, r Result) string {
	var names []string
	for _, c := range r.Elected {
		names = append(names, e.Candidates[c])
	}
	slices.Sort(names)
	return strings.Join(names, "; ")
}

func fiveDecimals(v Value) string { return fmt.Sprintf("%d.%05d", v/Vote, v%Vote) }

func referenceCount(t *testing.T, file string) (elected string, stages [][]string) {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("testdata", file))
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(text)) {
		line = strings.TrimSpace(line)
		if names, ok := strings.CutPrefix(line, "# elected: "); ok {
			elected = names
			continue
		}
		stages = append(stages, strings.Fields(line))
	}
	return elected, stages
}

func readBLT(t testing.TB, file string) Election {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	e, err := ReadBLT(f)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func run(t testing.TB, rule Rule, e Election, lots ...Lot) Result {
	t.Helper()
	r, err := Run(rule, e, lots)
	if err != nil {
		t.Fatal(err)
	}
	return r
}
