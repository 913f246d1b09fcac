package app

import (
	"math/rand/v2"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"branchbook/data"
	"branchbook/data/book"
	"branchbook/screens/parts"
	"branchbook/screens/place"
)

// onStage opens the example branch in a window without a display, on the morning of 4 May 2026.
func onStage(t *testing.T) *Stage {
	t.Helper()
	now := time.Date(2026, time.May, 4, 10, 24, 0, 0, time.UTC)
	s := NewStage(StageOptions{App: test.NewTempApp(t), Folder: t.TempDir(), Now: func() time.Time { return now }, Random: rand.NewChaCha8([32]byte{1})})
	s.Window().Resize(fyne.NewSize(1366, 662))
	if err := s.OpenExample(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

func (s *Stage) at() place.Route { return s.w.house.at.Route() }

func TestUnlockingReturnsToThePlaceThatWasShown(t *testing.T) {
	s := onStage(t)
	s.Go(place.Route{Place: actionsPlace})
	s.Lock()
	if s.Book() != nil {
		t.Fatal("the book is open behind the door")
	}
	dir := s.w.shelf.books()[0]
	b, err := book.Open(dir, examplePassphrase, s.p.options())
	if err != nil {
		t.Fatalf("a locked book is held still: %v", err)
	}
	s.w.enter(b)
	if got := s.at().Place; got != actionsPlace {
		t.Errorf("unlocking shows %s", got)
	}
}

func TestEscapeGoesBackToWhereTheSecretaryWas(t *testing.T) {
	s := onStage(t)
	s.Go(place.Route{Place: motionsPlace})
	s.Go(place.Route{Place: returnsPlace})
	if !s.w.house.back() || s.at().Place != motionsPlace {
		t.Errorf("back leads to %s", s.at())
	}
	if !s.w.house.back() || s.at().Place != todayPlace {
		t.Errorf("back again leads to %s", s.at())
	}
	if s.w.house.back() {
		t.Error("there is something before the beginning")
	}
}

func TestUndoTakesBackAndRedoBringsBack(t *testing.T) {
	s := onStage(t)
	add := func(tx *book.Tx) error {
		return tx.Actions.Put(data.Action{ID: data.ActionID(tx.NewID()), Ref: "A-2026-99", Text: "sweep the hall", Status: data.Open})
	}
	before := s.w.house.places[actionsPlace].(waiter).Waiting()
	if err := s.Book().Change("add an action", add); err != nil {
		t.Fatal(err)
	}
	waiting := func(want int, when string) {
		t.Helper()
		if got := s.w.house.places[actionsPlace].(waiter).Waiting(); got != want {
			t.Errorf("%s %d actions wait, want %d", when, got, want)
		}
	}
	waiting(before+1, "after adding one")
	for _, step := range []struct {
		command string
		want    int
	}{{"Undo", before}, {"Redo", before + 1}, {"Undo", before}} {
		if err := s.Do(step.command); err != nil {
			t.Fatal(err)
		}
		waiting(step.want, "after "+step.command)
	}
}

func TestASearchLeadsToWhatItFound(t *testing.T) {
	s := onStage(t)
	found, err := s.Book().Find("wisniewski", book.KindPerson)
	if err != nil || len(found) == 0 {
		t.Fatalf("nobody found: %v", err)
	}
	s.Go(foundAs[found[0].Kind].to(found[0]))
	if got := s.at(); got.Place != membersPlace || got.ID != string(found[0].ID) {
		t.Errorf("the search leads to %+v", got)
	}
}

// The keys of the window mean the same wherever the secretary is, but for the places that say otherwise.
func TestNoPlaceHidesAKeyOfTheWindow(t *testing.T) {
	s := onStage(t)
	mayHide := map[string]map[string]bool{
		"Ctrl+S": {returnsPlace: true, motionsPlace: true}, // there it exports, as its button says
		"F1":     {sessionPlace: true},                     // there it shows the keys of a meeting
	}
	window := append(s.w.house.bookCommands(), append(s.w.house.goCommands(), s.w.viewCommands()...)...)
	for name, commands := range s.w.house.menus {
		own := map[string]string{}
		for _, c := range commands {
			for _, key := range []place.Key{c.Key, c.Also} {
				if key.IsZero() {
					continue
				}
				if other, taken := own[key.String()]; taken && other != c.Name {
					t.Errorf("in %s %s is both %q and %q", name, key, other, c.Name)
				}
				own[key.String()] = c.Name
			}
		}
		for _, c := range window {
			key := c.Key.String()
			if hides, clash := own[key]; key != "" && clash && hides != c.Name && !mayHide[key][name] {
				t.Errorf("in %s %s is %q and hides %q", name, key, hides, c.Name)
			}
		}
	}
}

func TestEveryPlaceFitsWhatALaptopLeaves(t *testing.T) {
	s := onStage(t)
	for _, room := range []struct {
		percent       int
		width, height float32
	}{{100, 1366, 662}, {100, 1024, 612}, {150, 1366, 662}, {200, 1366, 662}} {
		s.Look(parts.Light, room.percent)
		s.Window().Resize(fyne.NewSize(room.width, room.height))
		rail := parts.Dp(parts.RailWide)
		if parts.Narrow(room.width) {
			rail = parts.Dp(parts.RailNarrow)
		}
		for name := range s.w.house.places {
			s.Go(place.Route{Place: name})
			least := s.w.house.at.View().MinSize()
			foot := s.w.house.undo.MinSize().Height
			if least.Width > room.width-rail || least.Height > room.height-foot {
				t.Errorf("%s at %d%% needs %v of %v x %v", name, room.percent, least, room.width-rail, room.height-foot)
			}
		}
	}
}
