package members

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"time"

	"branchbook/data"
	"branchbook/data/book"
	"branchbook/screens/place"
)

// Import is bringing in a membership list, without a window: a list that was chosen, what its columns hold, and how it
// differs from the book. Nothing is changed before BringIn.
type Import struct {
	// Preview is what the list would do; nil until it has been compared with the book.
	Preview *Preview
	// Busy says that the list is being read or brought in.
	Busy bool
	// Changed is called whenever there is something else to show, Fail with what went wrong, and Done when a list has
	// been brought in. All run in the window's goroutine.
	Changed func()
	Fail    func(error)
	Done    func(*Result)

	book   minuteBook
	copies Copies
	runner func() place.Runner
	now    func() time.Time

	list    ListFile
	facts   ListFacts
	asAt    data.Date
	keep    bool
	answers map[int]data.PersonID
	people  []data.Person
	diff    data.ListDiff
	listed  []data.ListedMember
	refused []data.Refusal
	turn    int // counts what was asked of the runner, so that only the latest is shown
	cancel  func()
}

// NewImport returns an import without a list.
func NewImport(b minuteBook, copies Copies, runner func() place.Runner, now func() time.Time) *Import {
	return &Import{
		book: b, copies: copies, runner: runner, now: now, cancel: func() {},
		Changed: func() {}, Fail: func(error) {}, Done: func(*Result) {},
	}
}

// HasList says whether a list has been chosen.
func (i *Import) HasList() bool { return i.list != nil }

// List returns the facts of the list that was chosen.
func (i *Import) List() ListFacts { return i.facts }

// AsAt is the date of the list.
func (i *Import) AsAt() data.Date { return i.asAt }

// KeepsMissing says whether those who are not on the list stay members.
func (i *Import) KeepsMissing() bool { return i.keep }

// Take begins with a list, as at today until SetAsAt says otherwise.
func (i *Import) Take(list ListFile) {
	i.asAt, i.keep = data.DateOf(i.now()), false
	i.begin(list)
}

// begin is for rows that nothing has been answered about.
func (i *Import) begin(list ListFile) {
	i.answers = map[int]data.PersonID{}
	i.use(list)
}

func (i *Import) use(list ListFile) {
	i.list, i.facts = list, list.Facts()
	i.compare()
}

// Drop forgets the list.
func (i *Import) Drop() {
	i.turn++
	i.cancel()
	i.list, i.facts, i.Preview, i.Busy = nil, ListFacts{}, nil, false
	i.people, i.listed, i.refused, i.diff = nil, nil, nil, data.ListDiff{}
	i.Changed()
}

// SetColumn says what a column holds.
func (i *Import) SetColumn(column int, field string) { i.use(i.list.SetColumn(column, field)) }

// Confirm says that a column was guessed rightly.
func (i *Import) Confirm(column int) { i.SetColumn(column, i.facts.Columns[column].Field) }

// SetMonthFirst says whether a column's dates are written month first.
func (i *Import) SetMonthFirst(column int, monthFirst bool) {
	i.use(i.list.SetMonthFirst(column, monthFirst))
}

// SetSheet reads another sheet of the workbook.
func (i *Import) SetSheet(name string) { i.beginOrFail(i.list.SetSheet(name)) }

// SetHeadingRow reads the list with its headings on another row.
func (i *Import) SetHeadingRow(row int) { i.beginOrFail(i.list.SetHeadingRow(row)) }

func (i *Import) beginOrFail(list ListFile, err error) {
	if err != nil {
		i.Fail(err)
		return
	}
	i.begin(list)
}

// SetAsAt sets the date of the list; the zero Date changes nothing.
func (i *Import) SetAsAt(on data.Date) {
	if on.IsZero() || on == i.asAt || i.list == nil {
		return
	}
	i.asAt = on
	i.compare()
}

// KeepMissing leaves those who are not on the list as the members they are.
func (i *Import) KeepMissing(keep bool) {
	i.keep = keep
	i.show()
}

// Answer settles a question: the row is that person, or with "" somebody new.
func (i *Import) Answer(row int, is data.PersonID) {
	i.answers[row] = is
	i.diff = i.diff.Answer(row, is)
	i.show()
}

// Refresh compares the list again when people in the book have changed.
func (i *Import) Refresh() {
	if i.list == nil || i.Preview == nil || i.Busy {
		return
	}
	people, err := i.everyone()
	if err != nil {
		i.Fail(err)
		return
	}
	same := func(a, b data.Person) bool { return a.ID == b.ID && a.Revision == b.Revision }
	if !slices.EqualFunc(people, i.people, same) {
		i.compare()
	}
}

func (i *Import) everyone() (people []data.Person, err error) {
	err = i.book.Read(func(r *book.Reading) error {
		people, err = r.People.All()
		return err
	})
	return people, err
}

// compare reads the list as its columns are set, and works out how it differs from the book.
func (i *Import) compare() {
	if i.Problem() != nil {
		i.cancel()
		i.turn++
		i.Preview, i.Busy = nil, false
		i.Changed()
		return
	}
	list, asAt, answers := i.list, i.asAt, maps.Clone(i.answers)
	i.run("Comparing the list with the book", func(context.Context) (func(), error) {
		listed, refused := list.Read(asAt)
		people, err := i.everyone()
		if err != nil {
			return nil, err
		}
		diff := data.CompareLists(people, listed, asAt).LeftOut(refused)
		for _, row := range slices.Sorted(maps.Keys(answers)) {
			diff = diff.Answer(row, answers[row])
		}
		return func() {
			i.people, i.listed, i.refused, i.diff = people, listed, refused, diff
			i.show()
		}, nil
	})
}

// run does work away from the window. What is overtaken by something newer is dropped.
func (i *Import) run(name string, work func(context.Context) (func(), error)) {
	i.cancel()
	i.turn++
	turn := i.turn
	i.Busy = true
	i.Changed()
	i.cancel = i.runner().Run(place.Task{
		Name: name,
		Work: func(ctx context.Context, _ place.Report) (func(), error) { return work(ctx) },
		Finished: func(err error) {
			if turn != i.turn {
				return
			}
			i.Busy = false
			if err != nil && !errors.Is(err, context.Canceled) {
				i.Fail(err)
			}
			i.Changed()
		},
	})
}

// Problem says what keeps the list from being compared: no column for the name, or no headings; nil for nothing.
func (i *Import) Problem() error {
	if i.list == nil {
		return nil
	}
	return i.list.Check()
}

func (i *Import) show() {
	i.diff.KeepMissing = i.keep
	i.Preview = previewOf(i)
	if !i.Busy { // else the end of the work tells
		i.Changed()
	}
}

// Ready says whether BringIn would do something now.
func (i *Import) Ready() bool { return i.Preview != nil && !i.Busy }

// BringIn takes a safe copy of the book and then brings the list in, as one Change.
func (i *Import) BringIn() {
	if !i.Ready() {
		return
	}
	list, facts, diff := i.list, i.facts, i.diff
	i.run("Bringing in the list", func(ctx context.Context) (func(), error) {
		if err := i.copies.BeforeImport(); err != nil {
			return nil, err
		}
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		result, err := bringIn(i.book, diff, facts)
		if err != nil {
			return nil, err
		}
		return func() {
			list.Remember()
			i.Drop()
			i.Done(result)
		}, nil
	})
}

// bringIn stores what the list says. The record of the import is in the same Change, so that Undo takes back both.
func bringIn(b minuteBook, diff data.ListDiff, facts ListFacts) (*Result, error) {
	var record data.ListImport
	var stored []data.Person
	err := b.Change("bring in the list of "+diff.AsAt.Short(), func(tx *book.Tx) error {
		stored = diff.Apply(func() data.PersonID { return data.PersonID(tx.NewID()) })
		for _, p := range stored {
			if err := tx.People.Put(p); err != nil {
				return err
			}
		}
		record = diff.Import(data.ImportID(tx.NewID()), facts.Name, facts.how())
		return tx.Imports.Put(record)
	})
	if err != nil {
		return nil, err
	}
	return resultOf(record, diff, stored), nil
}

// how says how the list was read: "217 rows, semicolons, Windows-1252".
func (f ListFacts) how() string {
	return joined(", ", fmt.Sprintf("%d rows", f.Rows), f.How)
}
