package ballot

import (
	"math/rand/v2"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"branchbook/data"
	"branchbook/data/count"
)

// tall is a pile of so many ballots over twenty candidates, brought in from a file; the next is to be typed.
func tall(b *testing.B, ballots int) *table {
	b.Helper()
	names := make([]string, 20)
	for i := range names {
		names[i] = "Candidate " + string(rune('A'+i))
	}
	s := sit(b, data.Contest{Title: "delegates", Places: 7, Rule: data.BySTV}, names...)
	s.begin(ballots * 2)
	random := rand.New(rand.NewPCG(1997, 2007))
	e := count.Election{Candidates: names, Places: 7}
	for range ballots {
		marks := random.Perm(20)
		e.Ballots = append(e.Ballots, count.Ballot{Slips: 1, Marks: marks[:1+random.IntN(20)]})
	}
	if _, err := s.BringIn(e); err != nil {
		b.Fatal(err)
	}
	s.count()
	return s
}

// BenchmarkAKeyInABallot is what a letter costs on the page, with 2,000 ballots typed.
func BenchmarkAKeyInABallot(b *testing.B) {
	r := newRoom(b, tall(b, 2000))
	for b.Loop() {
		test.Type(r.p.entry.field, "7 ")
		r.p.entry.field.Put("")
	}
}

// BenchmarkAnEnter is what a ballot costs on the page: recorded, listed and shown.
func BenchmarkAnEnter(b *testing.B) {
	r := newRoom(b, tall(b, 2000))
	for b.Loop() {
		r.p.entry.field.Put("7 3 11 2")
		r.p.entry.field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	}
}

// BenchmarkABallotIntoThePile is the same without the page: into the book, and into the pile in memory.
func BenchmarkABallotIntoThePile(b *testing.B) {
	for _, n := range []int{20, 2000, 10_000} {
		b.Run(data.NumberOf(n, "ballot", "ballots"), func(b *testing.B) {
			s := tall(b, n)
			for b.Loop() {
				if _, _, err := s.Enter("7 3 11 2"); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkTheCountOfAPile is what the count in the background costs.
func BenchmarkTheCountOfAPile(b *testing.B) {
	for _, n := range []int{2000, 10_000} {
		b.Run(data.NumberOf(n, "ballot", "ballots"), func(b *testing.B) {
			s := tall(b, n)
			for b.Loop() {
				s.PutCounted(s.Counting()())
			}
		})
	}
}
