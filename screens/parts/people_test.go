package parts

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"branchbook/data"
)

func branchPeople() People {
	all := []data.Person{
		{ID: "sian", First: "Siân", Last: "Llewellyn", Number: "L0123456", Status: data.Member},
		{ID: "lars", First: "Lars", Last: "Sørensen", Status: data.Member},
		{ID: "amy", First: "Amy", Last: "O’Neill-Stone", Status: data.Guest},
		{ID: "john1", First: "John", Last: "Smith", Status: data.Member},
		{ID: "john2", First: "John", Last: "Smith", Status: data.Member},
	}
	return PeopleOf(all, map[data.PersonID]string{"sian": "chair", "amy": "auditor"})
}

func ids(found []Candidate) []string {
	var out []string
	for _, c := range found {
		out = append(out, c.ID)
	}
	return out
}

func TestAFewLettersFindPeopleHoweverTheyAreWritten(t *testing.T) {
	people := branchPeople()
	for typed, want := range map[string][]string{
		"sian ll": {"sian"}, "SIA": {"sian"}, "l0123": {"sian"}, "sorens": {"lars"}, "Sørens": {"lars"}, "oneill": {"amy"},
		"o'neill": {"amy"}, "stone": {"amy"}, "smi jo": {"john1", "john2"}, "s": {"sian", "lars", "john1", "john2", "amy"}, "ewellyn": nil, " ": nil,
	} {
		if got := ids(people.Match(typed)); !slices.Equal(got, want) {
			t.Errorf("%q finds %v, not %v", typed, got, want)
		}
	}
}

func TestBesideANameStandsWhatTheyHoldOrThatTheyAreNotOnTheList(t *testing.T) {
	people := branchPeople()
	if got := people.Match("sian")[0]; got.Note != "chair" || got.Name != "Siân Llewellyn" {
		t.Errorf("a member: %+v", got)
	}
	if got := people.Match("amy")[0]; got.Note != "not on the list" || got.Tone != Amber {
		t.Errorf("a guest: %+v", got)
	}
}

func TestNoMoreMatchesThanAFieldShows(t *testing.T) {
	var all []data.Person
	for i := range 40 {
		all = append(all, data.Person{ID: data.PersonID(fmt.Sprint(i)), First: "Ann", Last: fmt.Sprintf("Other%02d", i), Status: data.Member})
	}
	if got := len(PeopleOf(all, nil).Match("ann")); got != shownCandidates {
		t.Errorf("%d are found", got)
	}
}

func TestANameTypedInFullIsThatPersonUnlessTwoHaveIt(t *testing.T) {
	people := branchPeople()
	for typed, want := range map[string]Who{
		"sian  llewellyn": {ID: "sian", Name: "sian llewellyn"}, "Zoë New": {Name: "Zoë New"}, "john smith": {Name: "john smith"}, "  ": {},
	} {
		if got := people.Resolve("", typed); got != want {
			t.Errorf("%q is %+v, not %+v", typed, got, want)
		}
	}
	if got := people.Resolve("john2", "John Smith"); got != (Who{ID: "john2"}) {
		t.Errorf("who was chosen is %+v", got)
	}
	if got := people.Resolve("john2", "Zoë New"); got != (Who{Name: "Zoë New"}) {
		t.Errorf("a name typed over who was chosen is %+v", got)
	}
}

func TestAPersonFieldRemembersWhomItWasFilledWith(t *testing.T) {
	inTheme(t, Light, 100)
	var chosen, done int
	field := NewPersonField("Mover", branchPeople, func() { chosen++ }, func() { done++ })
	w := onShow(t, Column(0, field, Body("below")), 400, 300)
	w.Canvas().Focus(field.Field())
	letters(w, "smith")
	key(w, fyne.KeyDown)
	key(w, fyne.KeyReturn)
	if got := field.Who(); got != (Who{ID: "john2"}) || field.Text() != "John Smith" || chosen != 1 {
		t.Fatalf("the second John Smith is %+v, shown as %q, told %d times", got, field.Text(), chosen)
	}
	key(w, fyne.KeyReturn)
	if chosen != 1 || done != 1 {
		t.Fatalf("Enter on a name that is complete: chosen %d, done %d", chosen, done)
	}
	field.Put("sian")
	if field.Text() != "Siân Llewellyn" || field.Who().ID != "sian" {
		t.Fatalf("it was filled with %q", field.Text())
	}
	field.Put("")
	if !field.Who().IsZero() {
		t.Fatalf("emptied, it gives %+v", field.Who())
	}
}
