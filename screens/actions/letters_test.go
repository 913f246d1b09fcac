package actions

import (
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"branchbook/data"
	"branchbook/data/book"
	"branchbook/screens/parts"
	"branchbook/screens/place"
)

// post is the correspondence on the desk: four letters, one of each standing.
func (d *desk) post() *Letters {
	d.t.Helper()
	err := d.book.Change("open the post", func(tx *book.Tx) error {
		for _, l := range []data.Letter{
			{ID: "l1", Way: data.WentAway, Date: data.MustDate(2026, 5, 15), With: "Northgate Council", Medium: "email", Subject: "The crossing on Mill Lane", Asks: "When will the lights be mended?", Due: data.MustDate(2026, 5, 29)},
			{ID: "l2", Way: data.CameHere, Date: data.MustDate(2026, 5, 20), With: "Canalside Community Hall", Medium: "post", Subject: "Hall hire from September", Asks: "Which Thursdays we want", Due: data.MustDate(2026, 6, 12)},
			{ID: "l3", Way: data.CameHere, Date: data.MustDate(2026, 5, 11), With: "Regional office", Subject: "Training days", Meeting: "m1"},
			{ID: "l4", Way: data.WentAway, Date: data.MustDate(2026, 4, 2), With: "Siân Roberts MP", Subject: "Surgery in the hall", Asks: "A date", Answered: data.MustDate(2026, 4, 9), Note: "9 July"},
		} {
			if err := tx.Keep(l); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		d.t.Fatal(err)
	}
	m := NewLetters(d.book, d.now)
	d.read(m)
	return m
}

func (d *desk) read(m *Letters) {
	d.t.Helper()
	if err := m.Refresh(); err != nil {
		d.t.Fatal(err)
	}
}

// standing is the list of letters as it reads.
func standing(m *Letters) string {
	var lines []string
	for _, r := range m.Rows {
		lines = append(lines, strings.Join([]string{r.Way, r.With, r.State.Text}, " "))
	}
	return strings.Join(lines, "; ")
}

func TestEachLetterSaysWhoOwesAnAnswerAndWhatIsNotReported(t *testing.T) {
	d := newDesk(t)
	m := d.post()
	want(t, standing(m), "In Canalside Community Hall To answer; Out Northgate Council Overdue by 3 days; In Regional office For information; Out Siân Roberts MP Answered 9 April")
	want(t, m.Head, "2 letters wait for an answer, 1 overdue")
	want(t, strings.Join(m.Filters(), ", "), "All 4, Waiting 2, Overdue 1, In 2, Out 2")
	want(t, m.Rows[0].Reported, "Not reported yet")
	want(t, m.Rows[2].Reported, "Reported 14 May")
	m.Narrow(OverdueLetters)
	want(t, standing(m), "Out Northgate Council Overdue by 3 days")
	m.Narrow(AllLetters)
	m.Search("sian surg")
	want(t, standing(m), "Out Siân Roberts MP Answered 9 April")
}

func TestLettersAreSortedByWhenAReplyIsDueAndThoseWithoutComeLast(t *testing.T) {
	d := newDesk(t)
	m := d.post()
	m.SortBy(byDue)
	want(t, m.Rows[0].With+", "+m.Rows[1].With, "Northgate Council, Canalside Community Hall")
	m.SortBy(byState)
	want(t, m.Rows[0].With+", "+m.Rows[3].With, "Northgate Council, Siân Roberts MP")
	m.SortBy(byState)
	want(t, m.Rows[0].With, "Siân Roberts MP")
}

func TestALetterIsAddedAnsweredAndUndoMakesItWaitAgain(t *testing.T) {
	d := newDesk(t)
	m := d.post()
	draft := m.NewDraft()
	want(t, draft.Date, june1)
	draft.Way, draft.With, draft.Subject, draft.Asks = data.WentAway, " Bus  company ", "The 41 on Sundays", "Its figures"
	said, err := m.Save(draft)
	if err != nil {
		t.Fatal(err)
	}
	want(t, said, "The letter to Bus company about the 41 on Sundays: added.")
	if said, err = m.MarkAnswered(june1, "They will send them"); err != nil {
		t.Fatal(err)
	}
	want(t, said, "The letter to Bus company about the 41 on Sundays is answered.")
	d.read(m)
	row, _ := m.Chosen()
	want(t, row.State.Text+", "+row.Note, "Answered 1 June, They will send them")
	if _, err := d.book.Undo(); err != nil {
		t.Fatal(err)
	}
	d.read(m)
	row, _ = m.Chosen()
	want(t, row.State.Text, "Awaiting reply")
}

func TestALetterIsClosedOnlyWithAReasonAndCanBeOpenedAgain(t *testing.T) {
	d := newDesk(t)
	m := d.post()
	m.Choose("l1")
	if _, err := m.Close(" "); !strings.HasPrefix(data.Say(err), "Type why it is closed") {
		t.Errorf("closed without a reason: %v", err)
	}
	if _, err := m.Close("No reply after two reminders"); err != nil {
		t.Fatal(err)
	}
	d.read(m)
	row, _ := m.Chosen()
	want(t, row.State.Text+" "+row.Note, "Closed 1 June No reply after two reminders")
	if _, err := m.Reopen(); err != nil {
		t.Fatal(err)
	}
	d.read(m)
	row, _ = m.Chosen()
	want(t, row.State.Text, "Overdue by 3 days")
}

func TestALetterIsNotAnsweredBeforeItWasWrittenNorDueBeforeIt(t *testing.T) {
	d := newDesk(t)
	m := d.post()
	m.Choose("l2")
	if _, err := m.MarkAnswered(data.MustDate(2026, 5, 1), ""); data.Say(err) != "It cannot have been answered before its own date, Wed 20 May 2026. Type a later day." {
		t.Error(err)
	}
	draft, err := m.Draft()
	if err != nil {
		t.Fatal(err)
	}
	draft.Due = data.MustDate(2026, 5, 1)
	if _, err := m.Save(draft); !strings.HasPrefix(data.Say(err), "The reply would be due before") {
		t.Error(err)
	}
}

func TestALetterIsAddedAndAnsweredByKeyboard(t *testing.T) {
	d := newDesk(t)
	d.post()
	p, shell, _ := window(t, d, parts.Light, 100, 1162, 620)
	press(t, p, "Letters in and out")
	want(t, p.Route(), place.Route{Place: "actions", Tab: "letters"})
	want(t, shell.Focused == fyne.Focusable(p.letters.register), true)
	press(t, p, "New in this list")
	want(t, p.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape}), true)
	press(t, p, "Add a letter")
	form := newLetterForm(p.letters, p.letters.model.NewDraft())
	test.Type(form.with, "Food bank")
	form.save() // without a subject
	want(t, form.rows.with.Error(), "Type what the letter is about.")
	test.Type(form.subject, "Thanks")
	test.Type(form.due, "30 June")
	form.save()
	row, _ := p.letters.model.Chosen()
	want(t, row.With+" "+row.Due+" "+row.State.Text, "Food bank 30 June To answer")
	press(t, p, "Mark the letter as answered")
	ending := newEndingForm(p.letters, row, true)
	ending.save()
	row, _ = p.letters.model.Chosen()
	want(t, row.State.Text, "Answered 1 June")
	want(t, strings.Join(shell.Said, " "), "The letter from Food bank about thanks: added. The letter from Food bank about thanks is answered.")
	press(t, p, "Open the letter again")
}

func TestALetterThatWasFoundIsShownAmongAll(t *testing.T) {
	d := newDesk(t)
	d.post()
	p, _, _ := window(t, d, parts.Light, 100, 1162, 620)
	p.letters.model.Narrow(OverdueLetters)
	p.Visit(place.Route{Place: "actions", Tab: "letters", ID: "l3"})
	p.Refresh()
	row, ok := p.letters.model.Chosen()
	want(t, ok, true)
	want(t, row.Subject, "Training days")
	want(t, len(p.letters.model.Rows), 4)
	p.Visit(place.Route{Place: "actions"})
	want(t, p.FirstFocus() == fyne.Focusable(p.view.register), true)
}

func TestTheLettersAreDrawnInEveryLook(t *testing.T) {
	d := newDesk(t)
	d.post()
	for _, look := range []struct {
		name          string
		scheme        parts.Scheme
		percent       int
		width, height float32
	}{{"light", parts.Light, 100, 1162, 620}, {"small", parts.Light, 100, 952, 560}, {"dark-150", parts.Dark, 150, 1258, 600}, {"contrast-200", parts.Contrast, 200, 1222, 600}} {
		t.Run(look.name, func(t *testing.T) {
			p, _, w := window(t, d, look.scheme, look.percent, look.width, look.height)
			p.Visit(place.Route{Place: "actions", Tab: "letters", ID: "l1"})
			p.Refresh()
			if least := p.View().MinSize(); least.Width > look.width || least.Height > look.height {
				t.Errorf("it insists on %v", least)
			}
			picture := w.Canvas().Capture()
			if folder := os.Getenv("BRANCHBOOK_LOOK"); folder != "" {
				f, err := os.Create(filepath.Join(folder, "letters-"+look.name+".png"))
				if err != nil {
					t.Fatal(err)
				}
				defer f.Close()
				if err := png.Encode(f, picture); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}
