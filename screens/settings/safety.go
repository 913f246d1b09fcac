package settings

import (
	"context"
	"fmt"
	"time"

	"branchbook/data"
	"branchbook/data/book"
	"branchbook/screens/place"
)

// historyShown is how many entries of the history are read at a time.
const historyShown = 200

// safety is what is known of how safe the book is.
type safety struct {
	Copies  []copyRow
	Folder  string
	Second  string // the second place; "" for none
	Proof   proof
	Checked []string // what the check found; nil before it
	Sound   bool
	History []historyRow
	More    bool // there is older history

	first uint64
}

type copyRow struct{ made, name, size string }

type historyRow struct{ when, what string }

// A proof is what came of proving a copy; the zero value is none yet.
type proof struct {
	Title, Text string
	Same        bool // it holds just what the book holds now
	Counts      []countRow
}

// countRow compares how many of a kind are in the copy and in the book.
type countRow struct {
	name           string
	inCopy, inBook int
}

// counted are the kinds that people know by name.
var counted = []struct{ kind, name string }{
	{book.KindPerson, "people"}, {book.KindMeeting, "meetings"}, {book.KindMotion, "motions"},
	{book.KindAction, "actions"}, {book.KindTerm, "terms"},
}

// LoadSafety reads where the copies are, and the history. It reads a part of the journal: it is for when that is shown.
func (m *Model) LoadSafety() error {
	m.Safety.Folder, m.Safety.Second = m.copies.Folder(), m.copies.SecondPlace()
	dated, err := m.copies.Dated()
	if err != nil {
		return err
	}
	m.Safety.Copies = nil
	for _, c := range dated {
		m.Safety.Copies = append(m.Safety.Copies, copyRow{made: moment(c.Made), name: c.Name(), size: megabytes(c.Size)})
	}
	m.Safety.History, m.Safety.first = nil, 0
	return m.MoreHistory()
}

// MoreHistory reads older entries of the history.
func (m *Model) MoreHistory() error {
	entries, err := m.book.History(historyShown, m.Safety.first)
	if err != nil {
		return err
	}
	for _, e := range entries {
		m.Safety.History = append(m.Safety.History, historyRow{when: moment(e.When), what: e.What})
		m.Safety.first = e.First
	}
	m.Safety.More = len(entries) == historyShown
	return nil
}

// ChangePassphrase locks the book with another passphrase. It returns what was done in a line.
func (m *Model) ChangePassphrase(old, first, again string) (said string, err error) {
	switch {
	case len([]rune(first)) < shortest:
		return "", data.NewProblem("The new passphrase is too short to keep anyone out. Take three or four words that you will remember.", nil)
	case first != again:
		return "", data.NewProblem("The two new passphrases differ. Type them again; Alt+S shows the letters.", nil)
	}
	if err := m.book.ChangePassphrase(old, first); err != nil {
		return "", err
	}
	return "Passphrase changed. Copies made before now keep the old one.", nil
}

// shortest is how many letters a passphrase has at least.
const shortest = 8

// proving is the task that proves a copy; done is called when Safety.Proof has what came of it.
func (m *Model) proving(c Copy, secret string, done func(error)) place.Task {
	return place.Task{
		Name: "Proving the copy",
		Work: func(ctx context.Context, report place.Report) (func(), error) {
			counts, err := c.Prove(ctx, secret, report)
			if err != nil {
				return nil, err
			}
			now, err := m.countsNow()
			return func() { m.Safety.Proof = proofOf(c.Name(), counts, now) }, err
		},
		Finished: done,
	}
}

func (m *Model) countsNow() (map[string]int, error) {
	now := map[string]int{}
	err := m.book.Read(func(r *book.Reading) error {
		for kind, all := range map[string]func() (int, error){
			book.KindPerson: number(r.People.All), book.KindMeeting: number(r.Meetings.All),
			book.KindMotion: number(r.Motions.All), book.KindAction: number(r.Actions.All), book.KindTerm: number(r.Terms.All),
		} {
			n, err := all()
			if err != nil {
				return err
			}
			now[kind] = n
		}
		return nil
	})
	return now, err
}

func number[T any](all func() ([]T, error)) func() (int, error) {
	return func() (int, error) {
		records, err := all()
		return len(records), err
	}
}

func proofOf(name string, copied book.Counts, now map[string]int) proof {
	p := proof{Same: true}
	for _, k := range counted {
		c := countRow{k.name, copied.ByKind[k.kind], now[k.kind]}
		p.Counts = append(p.Counts, c)
		p.Same = p.Same && c.inCopy == c.inBook
	}
	p.Title = "Proved: this copy opens and matches"
	p.Text = fmt.Sprintf("%s, made %s. Opened with its passphrase and read to the end; the counts are the same as in the book now.", name, moment(copied.When.Local()))
	if !p.Same {
		p.Title = "Proved: this copy opens, and is older than the book"
		p.Text = fmt.Sprintf("%s, made %s. Opened with its passphrase and read to the end. The book has changed since.", name, moment(copied.When.Local()))
	}
	return p
}

// checking is the task that checks the book; done is called when Safety has what it found.
func (m *Model) checking(done func(error)) place.Task {
	return place.Task{
		Name: "Checking the book",
		Work: func(ctx context.Context, report place.Report) (func(), error) {
			found, err := m.book.Check(ctx, report)
			return func() { m.Safety.Checked, m.Safety.Sound = found.Sentences, found.Sound }, err
		},
		Finished: done,
	}
}

func moment(t time.Time) string {
	return data.DateOf(t).String() + ", " + data.TimeOf(t).String()
}

// megabytes says how large a file is, in tenths of a megabyte.
func megabytes(bytes int64) string {
	tenths := (bytes + 50_000) / 100_000
	if tenths == 0 {
		return fmt.Sprintf("%d KB", (bytes+999)/1000)
	}
	return fmt.Sprintf("%d.%d MB", tenths/10, tenths%10)
}

// words compare the two: "214, the same as now", "212, and 214 now".
func (c countRow) words() string {
	if c.inCopy == c.inBook {
		return fmt.Sprintf("%d, the same as now", c.inCopy)
	}
	return fmt.Sprintf("%d, and %d now", c.inCopy, c.inBook)
}
