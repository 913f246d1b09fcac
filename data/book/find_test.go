package book

import (
	"testing"

	"branchbook/data"
)

func TestASearchFindsWhatWasWrittenAndKeepsUp(t *testing.T) {
	b := newHall(t)
	var person data.Person
	var motion data.Motion
	must(t, b.Change("begin", func(tx *Tx) error {
		person = data.Person{ID: data.PersonID(tx.NewID()), First: "Siân", Last: "Llewellyn", Status: data.Member}
		motion = data.Motion{ID: data.MotionID(tx.NewID()), Ref: "M-2026-04", Title: "Saturday opening", Text: "Keep the library open.", Status: data.Received, Mover: person.ID}
		if err := tx.People.Put(person); err != nil {
			return err
		}
		return tx.Motions.Put(motion)
	}))
	finds := func(query, kind string, want ...data.ID) {
		t.Helper()
		found, err := b.Find(query, kind)
		must(t, err)
		var got []data.ID
		for _, f := range found {
			got = append(got, f.ID)
		}
		if len(got) != len(want) {
			t.Fatalf("%q finds %v, want %v", query, got, want)
		}
		for i := range want {
			if got[i] != want[i] {
				t.Errorf("%q finds %v, want %v", query, got, want)
			}
		}
	}
	finds("librar", "", data.ID(motion.ID))
	finds("sian", "", data.ID(motion.ID), data.ID(person.ID)) // what was decided before who was there
	finds("sian", KindPerson, data.ID(person.ID))
	finds("towpath", "")

	must(t, b.Change("mend the motion", func(tx *Tx) error {
		m, err := tx.Motions.Get(motion.ID)
		if err != nil {
			return err
		}
		m.Text = "Light the towpath."
		return tx.Motions.Put(m)
	}))
	finds("librar", "")
	finds("towpath", "", data.ID(motion.ID))
	if _, err := b.Undo(); err != nil {
		t.Fatal(err)
	}
	finds("librar", "", data.ID(motion.ID))
}

func TestALetterAndWhatBecameOfAMotionElsewhereAreFound(t *testing.T) {
	b := newHall(t)
	must(t, b.Change("begin", func(tx *Tx) error {
		motion := data.Motion{ID: "m", Ref: "M-2026-04", Title: "Saturday opening", Text: "Keep the library open.", Status: data.Received}
		if err := tx.Motions.Put(motion); err != nil {
			return err
		}
		return tx.Letters.Put(data.Letter{ID: "l", Way: data.CameHere, Date: data.MustDate(2026, 5, 4), With: "Community Hall", Subject: "Hall hire", Asks: "Which Thursdays we want"})
	}))
	found := func(query string) string {
		t.Helper()
		got, err := b.Find(query, "")
		must(t, err)
		if len(got) != 1 {
			return ""
		}
		return got[0].Kind + " " + string(got[0].ID)
	}
	if got := found("hall hire thurs"); got != KindLetter+" l" {
		t.Errorf("the letter about hall hire: %q", got)
	}
	if got := found("gallagher"); got != "" {
		t.Errorf("%q is found before it was sent", got)
	}
	must(t, b.Change("send it on", func(tx *Tx) error {
		return tx.Forwardings.Put(data.Forwarding{ID: "f", Motion: "m", To: "CLP secretary", AcknowledgedBy: "Ruth Gallagher"})
	}))
	if got := found("gallagher"); got != KindMotion+" m" {
		t.Errorf("who has the motion now: %q", got)
	}
}
