package members

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"branchbook/data"
	"branchbook/screens/parts"
)

func TestTheFirstListBringsIn214AndRefusesThreeRows(t *testing.T) {
	h := newHall(t, data.MustDate(2026, 5, 4))
	h.imports.Take(openList(t, "members-may-2026.csv", asFile(t, listA())))
	h.imports.SetAsAt(may1)
	p := h.imports.Preview
	if p == nil {
		t.Fatal("nothing was compared")
	}
	want(t, h.imports.List().how(), "217 rows, semicolons, Windows-1252")
	want(t, p.New, 214)
	want(t, p.Refused, 3)
	want(t, p.Do, "Bring in 214 new")
	want(t, p.After, "After this: 214 members.")
	reasons := ""
	for _, l := range p.RefusedLines {
		reasons += l.Lead + " " + l.Runs[0].Text + "\n"
	}
	want(t, reasons, "Row 92 Number L0120444 is already on row 14.\nRow 150 The surname is empty.\nRow 203 Join date 31/02/2026 is not a real date.\n")
	want(t, len(strings.Split(p.RefusedText, "\n")), 3)

	h.imports.BringIn()
	h.works()
	want(t, h.copies.made, 1)
	want(t, h.Head, "214 people on the list of 1 May · 112 women, 99 men, 3 not stated")
	want(t, h.Result.Now, "0 + 214 new − 0 left = 214")
	if err := h.SetOn(may14); err != nil {
		t.Fatal(err)
	}
	h.CloseResult()
	want(t, h.filters(), "All 214, Can vote 199, In arrears 9, New 6, Under 27 19, Left the list 0, Guests 0")
	h.Search("ohare zoe")
	want(t, h.row("Zoë O'Hare").Standing.Text, "New: votes from 20 May")
}

func TestNextMonthsListIsOneChangeThatUndoTakesBackWhole(t *testing.T) {
	h := newHall(t, june1)
	h.brings("members-may-2026.csv", listA(), may1)
	var before, after bytes.Buffer
	people := h.everyone()
	if err := h.book.Dump(&before); err != nil {
		t.Fatal(err)
	}

	h.imports.Take(openList(t, "members-june-2026.csv", asFile(t, listB())))
	p := h.imports.Preview
	want(t, [4]int{p.New, p.Changed, p.Missing, p.Refused}, [4]int{5, 4, 3, 0})
	want(t, p.Do, "Bring in 5 new and 4 changes")
	want(t, p.After, "After this: 216 members, 3 marked as left. 207 rows are already right.")
	want(t, p.ChangedLines[0].Note, "Arrears")
	if got := p.ChangedLines[1].Runs; got[0].Change != parts.Removed || got[0].Text != "31 Lock Road" || got[2].Text != "31 Weir Close" {
		t.Errorf("the address changes as %+v", got)
	}
	h.imports.BringIn()
	h.works()
	want(t, h.Result.Now, "214 + 5 new − 3 left = 216")
	want(t, h.Result.Said, "Brought in 5 new and 4 changes; 3 marked as left. Undo puts back all 214 as they were.")
	want(t, h.Filter(), ThisImport)
	want(t, len(h.Rows), 12)
	want(t, h.Foot, "12 people from this import")
	want(t, len(h.everyone()), 219)
	want(t, h.row("June Ashworth").Standing.Text, "Arrears cleared")
	h.Narrow(LeftList)
	want(t, len(h.Rows), 3)
	want(t, h.Rows[0].Standing.Text, "Left the list")

	if _, err := h.book.Undo(); err != nil {
		t.Fatal(err)
	}
	h.look()
	if diff := cmp.Diff(people, h.everyone(), cmp.Comparer(func(a, b data.Date) bool { return a == b })); diff != "" {
		t.Errorf("Undo did not put everyone back (-before +after):\n%s", diff)
	}
	if err := h.book.Dump(&after); err != nil {
		t.Fatal(err)
	}
	want(t, after.String(), before.String())
	if h.Result != nil {
		t.Error("the result is still shown after Undo")
	}
	want(t, h.Filter(), LeftList)
}

func TestTheMissingStayMembersWhenTheSecretarySaysSo(t *testing.T) {
	h := newHall(t, june1)
	h.brings("may.csv", listA(), may1)
	h.imports.Take(openList(t, "june.csv", asFile(t, listB())))
	h.imports.KeepMissing(true)
	want(t, h.imports.Preview.After, "After this: 219 members. 207 rows are already right.")
	h.imports.BringIn()
	h.works()
	want(t, h.Result.Now, "214 + 5 new − 0 left = 219")
}

func TestAColumnThatWasGuessedWronglyIsCorrected(t *testing.T) {
	h := newHall(t, june1)
	file := openList(t, "names.csv", []byte("Known as,Family,Ref\nZoë,O'Hare,L0120000\n"))
	h.imports.Take(file)
	if h.imports.Preview != nil || h.imports.Problem() == nil {
		t.Fatal("a list without a surname was compared")
	}
	h.imports.SetColumn(1, "Last name")
	if h.imports.Preview == nil {
		t.Fatal("the list is still not compared")
	}
	want(t, h.imports.Preview.NewLines[0].Name, "Zoë O'Hare")
	want(t, h.imports.List().Columns[0].Confirm, true)
	h.imports.Confirm(0)
	want(t, h.imports.List().Columns[0].Confirm, false)
}

func TestWhoARowIsCanBeAnswered(t *testing.T) {
	h := newHall(t, june1)
	h.keeps(data.Person{ID: "p1", First: "Ann", Last: "Prior", Number: "L0000001", Status: data.Member})
	h.imports.Take(openList(t, "june.csv", []byte("Membership No,Forename,Surname\nL0000002,Ann,Prior\n")))
	p := h.imports.Preview
	want(t, len(p.Questions), 1)
	want(t, p.Questions[0].Title, "Row 2: Ann Prior, L0000002")
	want(t, p.Questions[0].Options[1].Words, "Ann Prior, L0000001")
	h.imports.Answer(2, "p1")
	p = h.imports.Preview
	want(t, [3]int{len(p.Questions), p.New, p.Changed}, [3]int{0, 0, 1})
	h.imports.SetAsAt(may14)
	want(t, len(h.imports.Preview.Questions), 0)
	h.imports.Answer(2, "")
	want(t, [3]int{h.imports.Preview.New, h.imports.Preview.Changed, h.imports.Preview.Missing}, [3]int{1, 0, 1})
}

func TestPastedNamesAreEnoughForTheFirstNight(t *testing.T) {
	h := newHall(t, may14)
	l := &lists{}
	file, err := l.Paste("1. Zoë O'Hare\n2. Siân Llewellyn\n3. Tomasz Wiśniewski\n")
	if err != nil {
		t.Fatal(err)
	}
	h.imports.Take(file)
	h.imports.BringIn()
	h.works()
	h.CloseResult()
	want(t, len(h.Rows), 3)
	h.Search("wisn")
	want(t, h.row("Tomasz Wiśniewski").Standing.Text, "Can vote, join date not known")
}

func TestNothingIsBroughtInWithoutASafeCopy(t *testing.T) {
	h := newHall(t, may1)
	h.copies.fail = data.NewProblem("The disk is full.", nil)
	h.imports.Take(openList(t, "may.csv", asFile(t, listA())))
	h.imports.BringIn()
	if len(h.failed) != 1 || !errors.Is(h.failed[0], h.copies.fail) {
		t.Errorf("it said %v", h.failed)
	}
	want(t, len(h.everyone()), 0)
	want(t, h.imports.HasList(), true)
	h.copies.fail = nil
	h.imports.BringIn()
	want(t, len(h.everyone()), 214)
}

func TestAListIsComparedAgainWhenSomebodyChangedMeanwhile(t *testing.T) {
	h := newHall(t, june1)
	h.brings("may.csv", listA(), may1)
	h.imports.Take(openList(t, "june.csv", asFile(t, listB())))
	if _, err := h.Save(Draft{First: "Zoë", Last: "Newcomer", Status: data.Member, isNew: true}); err != nil {
		t.Fatal(err)
	}
	h.imports.Refresh()
	want(t, h.imports.Preview.Missing, 4)
	h.imports.BringIn()
	h.works()
}
