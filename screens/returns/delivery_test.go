package returns

import (
	"strings"
	"testing"

	"branchbook/data"
	"branchbook/data/book"
	"branchbook/screens/place"

	"fyne.io/fyne/v2"
)

func TestColumnsAreRememberedForTheRecipientAndTheReturn(t *testing.T) {
	h := newHall(t, data.Delegates)
	h.delegates(1)
	must(t, h.Switch("email", true))
	must(t, h.Switch("class", false))
	again := NewModel(h.book, h.now)
	must(t, again.Refresh())
	want(t, strings.Join(again.Preview.Head, "|"), "No.|First name|Last name|Email|Date elected|How elected")
	must(t, again.Deliver(" Regional  office ", ""))
	want(t, strings.Join(again.Preview.Head, "|"), "No.|Class|First name|Last name|Date elected|How elected")
	want(t, again.Preview.Under, "To Regional office. As at Fri 12 Jun 2026.")
	known, now, err := again.Recipients()
	must(t, err)
	want(t, strings.Join(known, ", ")+", "+now, "Regional office, Regional office")
	_, err = h.book.Undo()
	must(t, err)
	_, err = h.book.Undo()
	must(t, err)
	must(t, h.Refresh())
	want(t, h.Preview.Head[1], "Class")
}

func TestAPassphraseIsForOneFileAlone(t *testing.T) {
	h := newHall(t, data.Delegates)
	h.delegates(1)
	must(t, h.Deliver("", "keep out"))
	o := h.Order()
	want(t, o.Passphrase, "keep out")
	want(t, h.Preview.How, "The file asks for the passphrase that you typed.")
	must(t, h.Exported())
	o = h.Order()
	want(t, o.Passphrase, "")
	must(t, h.Deliver("", "keep out"))
	must(t, h.Show(OfficersReturn, ""))
	o = h.Order()
	want(t, o.Passphrase, "")
}

func TestEveryListIsOffered(t *testing.T) {
	h := newHall(t, data.Delegates)
	h.delegates(2)
	h.meeting()
	h.counted("Chair", "Treasurer")
	must(t, h.Show(OtherLists, ""))
	for i, title := range h.Preview.Lists {
		must(t, h.ShowList(i))
		want(t, h.Preview.List, i)
		if h.Preview.Verb == "" || len(h.Preview.Head) == 0 {
			t.Errorf("%s cannot be exported", title)
		}
	}
	for _, kind := range []Kind{OfficersReturn, MotionsReturn, AttendanceReturn} {
		must(t, h.Show(kind, ""))
		if len(h.Preview.Head) == 0 {
			t.Errorf("%s has no columns", looks[kind].title)
		}
	}
}

func TestAnOfficerWhoGoesMakesTheOfficersReturnReady(t *testing.T) {
	h := newHall(t, data.Delegates)
	term := data.Term{ID: "t", Post: "chair", From: agm, How: data.ElectedHands}
	h.change("elect the chair", func(tx *book.Tx) error {
		p := data.Person{ID: data.PersonID(tx.NewID()), First: "Margaret", Last: "Dunne", Status: data.Member}
		term.Person = p.ID
		must(t, tx.People.Put(p))
		must(t, tx.Posts.Put(data.Post{ID: "chair", Name: "Chair", Place: 1, Executive: true}))
		return tx.Terms.Put(term)
	})
	want(t, h.Cards[OfficersReturn].Mark.Text, "Nothing due")
	must(t, h.Show(OfficersReturn, ""))
	doc := h.Preview.doc
	h.exported(data.Paper{Kind: doc.Kind, Version: 1, AsAt: doc.AsAt, Columns: doc.Keys(), Sent: doc.Sent()})
	want(t, h.Cards[OfficersReturn].Mark.Text, "Up to date")
	h.change("end the term", func(tx *book.Tx) error {
		held, err := tx.Terms.Get("t")
		must(t, err)
		held.To = agm
		return tx.Terms.Put(held)
	})
	want(t, h.Cards[OfficersReturn].Mark.Text, "v2 ready")
	want(t, h.Cards[OfficersReturn].Since, "Since then: 1 out")
	want(t, h.Preview.Changes[0].Text, "Out: Margaret Dunne, chair: until Thu 11 Jun 2026")
}

func TestTheLogIsNarrowedByWhatWasInIt(t *testing.T) {
	h := newHall(t, data.Delegates)
	h.delegates(1)
	h.exported(data.Paper{Kind: data.DelegateReturn, Subject: data.ID(h.body), Version: 1, Rows: 15, People: 15, Columns: []string{"no", "email"}, To: "Ruth Gallagher", Locked: true})
	h.exported(data.Paper{Kind: data.BackupPaper, Version: 1})
	for words, left := range map[string]int{"": 2, "gallagher": 1, "email delegate": 1, "3f2a91c077": 2, "backup email": 0, "passphrase": 1, "jun": 2} {
		h.Narrow(words)
		if len(h.Log) != left {
			t.Errorf("%q leaves %d papers, want %d", words, len(h.Log), left)
		}
	}
	h.Narrow("")
	row, ok := h.LogRow(h.Log[1].ID)
	want(t, ok, true)
	want(t, row.Detail, "15 rows about 15 people, with no, email. The file asks for a passphrase.")
}

func TestAFileWithPersonalColumnsIsAskedAboutOnce(t *testing.T) {
	d := newDesk(t)
	d.hall.delegates(2)
	d.Refresh()
	d.press(ctrlS)
	want(t, len(d.shell.Asked), 0)
	must(t, d.model.Switch("email", true))
	d.shell.Refuse = true
	d.press(ctrlS)
	want(t, len(d.shell.Asked), 1)
	want(t, d.shell.Asked[0].Title, "This file says the email of 1 person.")
	want(t, len(d.drawer.wrote), 1)
	d.shell.Refuse = false
	d.press(ctrlS)
	want(t, len(d.drawer.wrote), 2)
}

func TestTheTemplateOfTheRecipientIsMatchedAndFilled(t *testing.T) {
	d := newDesk(t)
	d.hall.delegates(2)
	d.Refresh()
	d.drawer.sheets = []data.TemplateSheet{{Name: "Form", Rows: [][]string{{"Surname", "Forename", "CLP use"}}}}
	want(t, d.press(place.Alt(fyne.KeyT)), true)
	want(t, len(d.shell.Opened), 1)
	x, err := d.model.ReadTemplate("form.xlsx", []byte("PK"), d.drawer.sheets)
	must(t, err)
	titles, at := x.Choices(0)
	want(t, titles[at], "Last name")
	must(t, d.model.UseTemplate(x.Match(2, len(titles)-1)))
	want(t, d.model.Preview.How, "The file asks for no passphrase. It fills form.xlsx: 3 of 3 headings filled.")
	want(t, strings.Join(d.model.Preview.Head, "|"), "First name|Last name|Notes")
	want(t, len(d.model.Preview.Columns), 0)
	must(t, d.model.DropTemplate())
	want(t, len(d.model.Preview.Head), 6)
}

func TestWhoGetsItIsAskedByKeys(t *testing.T) {
	d := newDesk(t)
	d.hall.delegates(1)
	d.Refresh()
	want(t, d.press(place.Alt(fyne.KeyR)), true)
	want(t, d.shell.Opened[0].Title, "Who gets it, and how")
	d.FocusSearch()
	want(t, d.model.Kind(), SharingLog)
	want(t, d.press(place.Alt(fyne.KeyR)), false)
}
