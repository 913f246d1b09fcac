package count

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestABLTFileIsReadAndWritten(t *testing.T) {
	e, err := ReadBLT(strings.NewReader("\ufeff4 2 # four stand\n-2\n3 1 3 4 0\n\n4 1 0\n2 0\n0\n\"Amy \"\n\"Bob\"\n\"Zoë O'Hare\"\n\"Dai\" \"A title\"\n"))
	if err != nil {
		t.Fatal(err)
	}
	want := Election{Title: "A title", Candidates: []string{"Amy", "Bob", "Zoë O'Hare", "Dai"}, Places: 2, Withdrawn: []int{1}, Spoilt: 2,
		Ballots: []Ballot{{3, []int{0, 2, 3}}, {4, []int{0}}}}
	if diff := cmp.Diff(want, e); diff != "" {
		t.Error(diff)
	}
	var out bytes.Buffer
	if err := WriteBLT(&out, e); err != nil {
		t.Fatal(err)
	}
	again, err := ReadBLT(&out)
	if err != nil || !cmp.Equal(e, again) {
		t.Errorf("%v: %s", err, cmp.Diff(e, again))
	}
}

func TestABrokenBLTFileIsRefusedWithItsLine(t *testing.T) {
	for file, says := range map[string]string{
		"":                             "there is nothing in the file",
		"two 1":                        `line 1: "two" is not a number`,
		"2":                            "line 1: the first line gives",
		"2 1\n1 1 2\n":                 "line 2: a ballot ends with 0",
		"2 1\n1 3 0\n":                 "line 2: there is no candidate 3",
		"2 1\n1 1 0\n":                 "the line 0 behind the ballots is missing",
		"2 1\n1 1 0\n0\n\"Amy\"\n":     "2 candidates stand, but only 1 are named",
		"2 1\n1 1 0\n0\nAmy\n":         "line 4: names stand in quotes",
		"2 1\n1 1 1 0\n0\n\"A\" \"B\"": "marks A twice",
	} {
		if _, err := ReadBLT(strings.NewReader(file)); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%q: %v, want %q", file, err, says)
		}
	}
}

func FuzzReadBLT(f *testing.F) {
	f.Add("2 1\n3 1 2 0\n0\n\"A\"\n\"B\"\n\"T\"")
	f.Add("(1) 2 1\n-1\n0")
	f.Fuzz(func(t *testing.T, file string) {
		e, err := ReadBLT(strings.NewReader(file))
		if err != nil {
			return
		}
		var out bytes.Buffer
		if err := WriteBLT(&out, e); err != nil {
			t.Fatal(err)
		}
		if _, err := ReadBLT(&out); err != nil {
			t.Errorf("what was read from %q cannot be read again: %v", file, err)
		}
	})
}
