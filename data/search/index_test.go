package search

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func index() *Index {
	x := &Index{}
	x.Put("april/4", "Cllr Adeyemi said the council may close Canalside Library on Saturdays.")
	x.Put("april/7", "A stall outside the library; leaflets for the library and both surgeries.")
	x.Put("people/1", "Siân Llewellyn, Gwenllïan Wiśniewski, O'Hare and Sørensen")
	return x
}

func TestSearchFinds(t *testing.T) {
	for _, c := range []struct{ query, want string }{
		{"library", "april/7 april/4"},
		{"LIBR", "april/7 april/4"},
		{"library saturday", "april/4"},
		{`"canalside library"`, "april/4"},
		{`"library canalside"`, ""},
		{"gwenllian", "people/1"},
		{"wisniewski", "people/1"},
		{"ohare", "people/1"},
		{"o'hare", "people/1"},
		{"sorensen", "people/1"},
		{"libr saturdays", ""}, // only the last word may be a beginning
		{"", ""},
		{`""`, ""},
		{"!?", ""},
	} {
		if got := strings.Join(index().Find(c.query), " "); got != c.want {
			t.Errorf("%s finds %q, want %q", c.query, got, c.want)
		}
	}
}

func TestWhatIsReplacedOrRemovedIsFoundNoMore(t *testing.T) {
	x := index()
	x.Put("april/4", "Nothing of note.")
	if got := strings.Join(x.Find("library"), " "); got != "april/7" {
		t.Errorf("after a replacement: %q", got)
	}
	x.Remove("april/7")
	x.Remove("never there")
	if got := x.Find("library"); len(got) != 0 || x.Len() != 2 {
		t.Errorf("after a removal: %v of %d", got, x.Len())
	}
	if got := x.Find("note"); len(got) != 1 {
		t.Errorf("the replacement is not found: %v", got)
	}
}

func TestSearchAgreesWithReadingEverything(t *testing.T) {
	word := rapid.SampledFrom([]string{"bus", "busy", "hall", "hal", "motion", "the", "bins"})
	rapid.Check(t, func(t *rapid.T) {
		x := &Index{}
		texts := map[string][]string{}
		for range rapid.IntRange(0, 30).Draw(t, "steps") {
			name := fmt.Sprint(rapid.IntRange(0, 6).Draw(t, "document"))
			if rapid.IntRange(0, 4).Draw(t, "kind") == 0 {
				x.Remove(name)
				delete(texts, name)
				continue
			}
			texts[name] = rapid.SliceOfN(word, 0, 6).Draw(t, "text")
			x.Put(name, strings.Join(texts[name], " "))
		}
		query := rapid.SliceOfN(word, 1, 3).Draw(t, "query")
		found := map[string]bool{}
		for _, name := range x.Find(strings.Join(query, " ")) {
			found[name] = true
		}
		for name, words := range texts {
			if want := hasAll(words, query); want != found[name] {
				t.Fatalf("%v in %v: found %v, want %v", query, words, found[name], want)
			}
			delete(found, name)
		}
		if len(found) > 0 {
			t.Fatalf("found what is not there: %v", found)
		}
	})
}

// hasAll reads a document plainly: every word of the query is there, the last one as a beginning.
func hasAll(words, query []string) bool {
	for i, q := range query {
		has := false
		for _, w := range words {
			has = has || w == q || i == len(query)-1 && strings.HasPrefix(w, q)
		}
		if !has {
			return false
		}
	}
	return true
}

func FuzzFind(f *testing.F) {
	f.Add(`"a b`, "b a ")
	f.Fuzz(func(t *testing.T, query, text string) {
		x := &Index{}
		x.Put("one", text)
		x.Find(query)
		x.Remove("one")
		if x.Len() != 0 || len(x.postings) != 0 {
			t.Errorf("%q leaves %d words behind", text, len(x.postings))
		}
	})
}

func BenchmarkFind(b *testing.B) {
	x := &Index{}
	for i := range 4000 {
		x.Put(fmt.Sprint(i), strings.Repeat(fmt.Sprintf("minute %d of the library and the bus word%d ", i, i%977), 40))
	}
	for b.Loop() {
		x.Find("library wor")
	}
}
