package app

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"branchbook/data"
	"branchbook/data/book"
	"branchbook/data/intake"
)

// A delegation is scenario 13: a branch with fifteen delegates elected on 11 June 2026, and the press that sends their return.
type delegation struct {
	t     *testing.T
	book  *book.Book
	press *press
	wall  time.Time
	body  data.BodyID
	dir   string
}

func newDelegation(t *testing.T) *delegation {
	t.Helper()
	d := &delegation{t: t, wall: time.Date(2026, 6, 18, 20, 0, 0, 0, time.UTC), dir: t.TempDir()}
	now := func() time.Time { return d.wall }
	branch := data.Branch{Name: "Millbrook & Canalside Branch", CLP: "Northgate CLP", Structure: data.Delegates, CLPSecretary: "Ruth Gallagher"}
	var err error
	d.book, _, err = book.Create(filepath.Join(t.TempDir(), "book-1"), "a long walk to the hall", branch, book.Options{Now: now, WorkFactor: 1})
	d.must(err)
	t.Cleanup(func() { d.must(d.book.Close()) })
	d.press = &press{book: d.book, now: now}
	d.change("elect the delegates", func(tx *book.Tx) error {
		rules := data.DefaultRules()
		rules.ID = data.RulesID(tx.NewID())
		d.body = data.BodyID(tx.NewID())
		d.must(tx.AllRules.Put(rules))
		d.must(tx.Imports.Put(data.ListImport{ID: data.ImportID(tx.NewID()), AsAt: data.MustDate(2026, 6, 1), Counts: data.Membership{Members: 216, Women: 113, Men: 100, NotStated: 3, Young: 19}}))
		d.must(tx.Bodies.Put(data.Body{ID: d.body, Name: data.GeneralCommittee, Place: 1}))
		for i := range 15 {
			p := data.Person{First: "First", Last: fmt.Sprintf("Delegate%02d", i+1), Number: fmt.Sprintf("L00000%02d", i+1), Gender: data.Man, Address: []string{"1 Mill Lane"}, Email: fmt.Sprintf("d%02d@example.org", i+1)}
			if i < 8 {
				p.Gender = data.Woman
			}
			if i == 1 {
				p.Turns27 = data.MustDate(2030, 1, 1)
			}
			d.elect(tx, p, i+1, data.MustDate(2026, 6, 11), data.ElectedBallot)
		}
		return nil
	})
	return d
}

func (d *delegation) elect(tx *book.Tx, p data.Person, seat int, on data.Date, how data.HowElected) {
	d.t.Helper()
	p.ID, p.Status = data.PersonID(tx.NewID()), data.Member
	d.must(tx.People.Put(p))
	d.must(tx.Seats.Put(data.Seat{ID: data.SeatID(tx.NewID()), Body: d.body, Number: seat, Class: data.OpenSeat, Person: p.ID, Elected: on, How: how, Consent: true}))
}

func (d *delegation) change(what string, f func(*book.Tx) error) {
	d.t.Helper()
	d.must(d.book.Change(what, f))
}

func (d *delegation) must(err error) {
	d.t.Helper()
	if err != nil {
		d.t.Fatal(err)
	}
}

func (d *delegation) today() data.Date { return data.DateOf(d.wall) }

// layOut remembers the columns and the template of the return.
func (d *delegation) layOut(columns string, t *data.Template) {
	d.t.Helper()
	d.change("lay the return out", func(tx *book.Tx) error {
		l, err := tx.Layouts.For(data.DelegateReturn, "")
		d.must(err)
		l.Columns, l.Template = strings.Fields(columns), t
		return tx.PutLayout(l)
	})
}

func (d *delegation) send(name, passphrase string) (data.Paper, *excelize.File) {
	d.t.Helper()
	path := filepath.Join(d.dir, name)
	s := sending{kind: data.DelegateReturn, order: book.TableOrder{AsAt: d.today()}, laidOut: true, passphrase: passphrase}
	paper, err := d.press.send(d.t.Context(), s, path, nil)
	d.must(err)
	f, err := excelize.OpenFile(path, excelize.Options{Password: passphrase})
	d.must(err)
	d.t.Cleanup(func() { f.Close() })
	return paper, f
}

func (d *delegation) sheet(f *excelize.File, name string) [][]string {
	d.t.Helper()
	rows, err := f.GetRows(name)
	d.must(err)
	return rows
}

func flat(rows [][]string) string {
	var lines []string
	for _, r := range rows {
		lines = append(lines, strings.TrimSpace(strings.Join(r, " ")))
	}
	return strings.Join(lines, "\n")
}

func TestTheDelegateReturnGoesTwice(t *testing.T) {
	d := newDelegation(t)
	d.layOut("no class first last number email elected how", nil) // the postal address is off
	first, f := d.send("v1.xlsx", "keep out the curious")
	if _, err := excelize.OpenFile(filepath.Join(d.dir, "v1.xlsx")); err == nil {
		t.Error("the first version opens without its passphrase")
	}
	if rows := d.sheet(f, "Delegates"); len(rows) != 16 || slices.Contains(rows[0], "Postal address") {
		t.Errorf("%d rows under %q", len(rows)-1, rows[0])
	}
	if page := flat(d.sheet(f, "Return")); !strings.Contains(page, "15 seats, 8 women, 1 under 27") {
		t.Errorf("the page reads:\n%s", page)
	}
	if first.Version != 1 || !first.Locked || first.People != 15 || first.To != "Ruth Gallagher" || len(first.Sent) != 15 || first.AsAt != d.today() || len(first.Hash) != 64 {
		t.Errorf("the sharing log says %+v", first)
	}

	d.wall = time.Date(2026, 9, 2, 9, 0, 0, 0, time.UTC)
	d.change("record who moved away", func(tx *book.Tx) error {
		seats, err := tx.Seats.Of(d.body)
		d.must(err)
		seats[5].Ends = d.today()
		return tx.Seats.Put(seats[5])
	})
	d.wall = time.Date(2026, 10, 8, 21, 0, 0, 0, time.UTC)
	d.change("elect a replacement", func(tx *book.Tx) error {
		d.elect(tx, data.Person{First: "Zoë", Last: "Okafor", Gender: data.Woman, Email: "zoe@example.org", Number: "L0000099"}, 6, d.today(), data.ElectedHands)
		return nil
	})
	second, f := d.send("v2.xlsx", "")
	if second.Version != 2 || second.Supersedes != first.ID || second.Locked {
		t.Errorf("the sharing log says %+v", second)
	}
	want := "Change Name What changed\nOut First Delegate06, seat 6 until Wed 2 Sep 2026\nIn Zoë Okafor, seat 6 elected Thu 8 Oct 2026, show of hands"
	if got := flat(d.sheet(f, "Changes since v1")); got != want {
		t.Errorf("the changes read:\n%s", got)
	}
	if page := flat(d.sheet(f, "Return")); !strings.Contains(page, "2, in place of version 1 as at Thu 18 Jun 2026") {
		t.Errorf("the page reads:\n%s", page)
	}
}

func TestAReturnIsComparedWithWhatWentAndNotWithWhatTheBookSaysOfThatDayNow(t *testing.T) {
	d := newDelegation(t)
	d.send("v1.xlsx", "")
	d.change("correct how somebody was elected", func(tx *book.Tx) error {
		seats, err := tx.Seats.Of(d.body)
		d.must(err)
		seats[2].How = data.ElectedUnopposed
		return tx.Seats.Put(seats[2])
	})
	_, f := d.send("v2.xlsx", "")
	if got := flat(d.sheet(f, "Changes since v1")); !strings.Contains(got, "Changed First Delegate03, seat 3 how elected Unopposed, was Ballot") {
		t.Errorf("the changes read:\n%s", got)
	}
}

func TestTheTemplateOfTheConstituencyIsFilled(t *testing.T) {
	d := newDelegation(t)
	form := excelize.NewFile()
	defer form.Close()
	d.must(form.SetSheetRow("Sheet1", "A1", &[]any{"Northgate CLP"}))
	d.must(form.SetSheetRow("Sheet1", "A4", &[]any{"Delegate", "Branch code", "Elected on", "E-mail"}))
	var content bytes.Buffer
	d.must(form.Write(&content))
	sheets, err := intake.ReadTemplate("northgate.xlsx", content.Bytes())
	d.must(err)
	m, err := data.MatchTemplate("northgate.xlsx", content.Bytes(), sheets, data.TemplateColumns(data.ReturnColumns()))
	d.must(err)
	d.layOut("", &m)
	paper, f := d.send("v1.xlsx", "")
	rows := d.sheet(f, "Sheet1")
	if rows[0][0] != "Northgate CLP" || strings.Join(rows[4], "|") != "First Delegate01||11/06/2026|d01@example.org" || len(rows) != 19 {
		t.Errorf("%d rows: %q", len(rows), rows)
	}
	if strings.Join(paper.Columns, " ") != "name email elected" {
		t.Errorf("the sharing log says %q", paper.Columns)
	}
}

func TestACancelledReturnLeavesTheOldFileAndNoLine(t *testing.T) {
	d := newDelegation(t)
	path := filepath.Join(d.dir, "return.xlsx")
	d.must(os.WriteFile(path, []byte("the old file"), 0o600))
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := d.press.send(ctx, sending{kind: data.DelegateReturn, order: book.TableOrder{AsAt: d.today()}}, path, nil)
	if !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
	if held, _ := os.ReadFile(path); string(held) != "the old file" {
		t.Errorf("the old file holds %q", held)
	}
	d.must(d.book.Read(func(r *book.Reading) error {
		if papers, err := r.Papers.All(); err != nil || len(papers) != 0 {
			t.Errorf("%d papers in the log (%v)", len(papers), err)
		}
		return nil
	}))
}
