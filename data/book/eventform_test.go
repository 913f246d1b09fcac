package book

import (
	"testing"

	"pgregory.net/rapid"

	"branchbook/data"
)

func TestALineOfARegisterSurvivesItsCompactForm(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		id := rapid.OneOf(rapid.Just(""), rapid.String(), rapid.Just("01ARZ3NDEKTSV4RRFFQ69G5FAV"), rapid.Just("01arz3ndektsv4rrffq69g5fav"))
		e := data.Event{
			ID: data.EventID(id.Draw(t, "id")), Meeting: data.MeetingID(id.Draw(t, "meeting")),
			Person: data.PersonID(id.Draw(t, "person")), Unnamed: data.EventID(id.Draw(t, "unnamed")),
			Move:     data.Move(rapid.SampledFrom([]string{"in", "out", "apologies", "", "flew in"}).Draw(t, "move")),
			Capacity: data.Capacity(rapid.SampledFrom([]string{"voter", "", "guest", "teller"}).Draw(t, "capacity")),
			Reason:   rapid.String().Draw(t, "reason"), ReportedBy: rapid.String().Draw(t, "by"),
		}
		if rapid.Bool().Draw(t, "timed") {
			e.At = data.MustTime(rapid.IntRange(0, 47).Draw(t, "hour"), rapid.IntRange(0, 59).Draw(t, "minute"))
		}
		packed, err := packEvent(e)
		if err != nil {
			t.Fatal(err)
		}
		got, err := openEvent(packed)
		if err != nil {
			t.Fatal(err)
		}
		if got != e {
			t.Fatalf("got %+v, want %+v", got, e)
		}
		for cut := range packed {
			if _, err := openEvent(packed[:cut]); err == nil {
				t.Fatalf("%d bytes of %d were taken for a whole line", cut, len(packed))
			}
		}
		if _, err := openEvent(append(packed, 0)); err == nil {
			t.Fatal("a byte too many was not noticed")
		}
	})
}

func TestTheCompactFormIsCompact(t *testing.T) {
	packed, err := packEvent(data.Event{
		ID: "01ARZ3NDEKTSV4RRFFQ69G5FAV", Meeting: "01ARZ3NDEKTSV4RRFFQ69G5FAW", Person: "01ARZ3NDEKTSV4RRFFQ69G5FAX",
		Move: data.CameIn, At: data.MustTime(19, 34), Capacity: data.Voter,
	})
	must(t, err)
	if len(packed) > 64 {
		t.Fatalf("it takes %d bytes", len(packed))
	}
}

func TestALaterVersionOfALineIsRefusedKindly(t *testing.T) {
	_, err := openEvent([]byte{eventVersion + 1, 1, 2, 3})
	wantProblem(t, err, "later version of Branchbook")
}

func FuzzOpenEvent(f *testing.F) {
	packed, _ := packEvent(data.Event{ID: "e", Meeting: "m", Person: "p", Move: "flew", At: data.MustTime(25, 0), Reason: "late"})
	f.Add(packed)
	f.Add([]byte{1, 0, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff})
	f.Fuzz(func(t *testing.T, b []byte) {
		e, err := openEvent(b)
		if err != nil {
			return
		}
		again, err := packEvent(e)
		if err != nil {
			t.Fatal(err)
		}
		if other, err := openEvent(again); err != nil || other != e {
			t.Fatalf("%x is %+v, which packs to %x: %v", b, e, again, err)
		}
	})
}
