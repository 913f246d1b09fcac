package motions

import (
	"fmt"
	"slices"
	"strings"

	"branchbook/data"
	"branchbook/data/book"
)

// Lists reads tables of motions for this place; the program has it.
type Lists interface {
	// ChooseTable asks the secretary for a CSV or xlsx file and reads its rows as text, headings among them. It returns at
	// once; then is called with the file's name, and not at all when the secretary changed their mind.
	ChooseTable(title string, then func(name string, rows [][]string, err error))
}

// A Bringing is a table of motions that was read and compared with the book. Nothing has been changed yet.
type Bringing struct {
	File    string
	New     []data.ListedMotion
	There   []data.ListedMotion // that the book has already, by reference and title
	Replies []data.Reply
	Refused []data.Refusal
	LeftOut []string

	listing data.MotionListing
	sources BringSources
}

// BringSources is what of the book a table is compared with.
type BringSources struct {
	Motions  []data.Motion
	Copies   []data.Forwarding
	People   []data.Person
	Meetings []data.Meeting
	Today    data.Date
}

// SourcesOf reads them.
func SourcesOf(r *book.Reading, today data.Date) (s BringSources, err error) {
	s.Today = today
	if s.Motions, err = r.Motions.All(); err != nil {
		return s, err
	}
	if s.Copies, err = r.Forwardings.All(); err != nil {
		return s, err
	}
	if s.People, err = r.People.All(); err != nil {
		return s, err
	}
	s.Meetings, err = r.Meetings.All()
	return s, err
}

// ReadBringing compares the rows of a file with the book. The error is a Problem.
func ReadBringing(file string, rows [][]string, s BringSources) (Bringing, error) {
	listing, err := data.ReadMotions(rows)
	if err != nil {
		return Bringing{}, err
	}
	b := Bringing{File: file, Refused: slices.Clone(listing.Refused), LeftOut: listing.LeftOut, listing: listing, sources: s}
	for _, l := range listing.Motions {
		if s.has(l) {
			b.There = append(b.There, l)
		} else {
			b.New = append(b.New, l)
		}
	}
	known := data.MotionListing{Motions: b.There}
	replies, refused := known.ReadReplies(s.Motions, s.Copies)
	b.Replies, b.Refused = replies, append(b.Refused, refused...)
	slices.SortStableFunc(b.Refused, func(x, y data.Refusal) int { return x.Row - y.Row })
	return b, nil
}

// has says whether the book has a motion: one with its reference and title or, where it has none of ours, its title and text.
func (s BringSources) has(l data.ListedMotion) bool {
	return slices.ContainsFunc(s.Motions, func(x data.Motion) bool {
		same := data.Fold(x.Title) == data.Fold(l.Motion.Title)
		if l.Motion.Ref != "" {
			return same && x.Ref == l.Motion.Ref
		}
		return same && data.Fold(x.Submitted) == data.Fold(l.Motion.Submitted)
	})
}

// Words says what would be brought in: "11 new, 3 already there, 2 replies, 1 row refused".
func (b Bringing) Words() string {
	words := fmt.Sprintf("%s: %d new, %d already there, %s, %s refused", b.File, len(b.New), len(b.There),
		data.NumberOf(len(b.Replies), "reply", "replies"), data.NumberOf(len(b.Refused), "row", "rows"))
	if len(b.LeftOut) > 0 {
		words += "; columns not understood: " + strings.Join(b.LeftOut, ", ")
	}
	return words + "."
}

// What is the sentence for Undo; "" where nothing would change.
func (b Bringing) What() string {
	var words []string
	if n := len(b.New); n > 0 {
		words = append(words, data.NumberOf(n, "motion", "motions"))
	}
	if n := len(b.Replies); n > 0 {
		words = append(words, data.NumberOf(n, "reply", "replies"))
	}
	if len(words) == 0 {
		return ""
	}
	return "bring in " + strings.Join(words, " and ")
}

// Lines are a sentence for each row that the secretary should look at: refusals with the reason, replies with what they
// change, and what of a motion could not be trusted.
func (b Bringing) Lines() []string {
	var out []string
	for _, r := range b.Refused {
		out = append(out, fmt.Sprintf("Row %d is refused: %s", r.Row, r.Reason))
	}
	for _, r := range b.Replies {
		var changes []string
		for _, f := range r.Fields {
			changes = append(changes, strings.ToLower(f.Field)+" "+f.New)
		}
		out = append(out, fmt.Sprintf("Row %d, %s from %s: %s.", r.Row, r.Ref, r.Before.To, strings.Join(changes, ", ")))
	}
	for _, l := range b.New {
		out = append(out, l.Doubts...)
		_, doubts := b.sources.dress(l)
		out = append(out, doubts...)
	}
	return out
}

// dress resolves the people and the meeting of a listed motion; what is not found stands in its Note.
func (s BringSources) dress(l data.ListedMotion) (x data.Motion, doubts []string) {
	x = l.Motion
	note := func(words string) { x.Note = strings.TrimSpace(x.Note + "\n" + words) }
	who := func(name, role string) data.PersonID {
		if name == "" {
			return ""
		}
		if id, ok := s.person(name); ok {
			return id
		}
		note(role + " in the file: " + name + ".")
		doubts = append(doubts, fmt.Sprintf("Row %d: %s is not one person of the book. The name is kept in the note.", l.Row, name))
		return ""
	}
	x.Mover, x.Seconder = who(l.Mover, "Mover"), who(l.Seconder, "Seconder")
	if x.Mover != "" && x.Mover == x.Seconder {
		x.Seconder = ""
		doubts = append(doubts, fmt.Sprintf("Row %d: mover and seconder are one person. The seconder is left out.", l.Row))
	}
	if l.Meeting.IsZero() {
		return x, doubts
	}
	id, found := s.meetingOn(l.Meeting)
	if !found {
		note("Taken on " + l.Meeting.String() + ".")
		doubts = append(doubts, fmt.Sprintf("Row %d: the book has no meeting on %s. The day is kept in the note.", l.Row, l.Meeting))
	}
	x.Meeting = id
	return x, doubts
}

// person finds who has a name, where exactly one has.
func (s BringSources) person(name string) (data.PersonID, bool) {
	var found []data.PersonID
	for _, p := range s.People {
		if data.Fold(p.Name()) == data.Fold(name) {
			found = append(found, p.ID)
		}
	}
	if len(found) != 1 {
		return "", false
	}
	return found[0], true
}

func (s BringSources) meetingOn(day data.Date) (data.MeetingID, bool) {
	for _, x := range s.Meetings {
		if x.Date == day {
			return x.ID, true
		}
	}
	return "", false
}

// Store puts the new motions and the replies into a Change. A reference that another motion has is replaced by a new one.
func (b Bringing) Store(tx *book.Tx) error {
	motions := make([]data.Motion, len(b.New))
	taken := map[string]bool{}
	for _, x := range b.sources.Motions {
		taken[x.Ref] = true
	}
	for i, l := range b.New {
		x, _ := b.sources.dress(l)
		x.ID = data.MotionID(tx.NewID())
		motions[i] = x
	}
	// Those that follow on others are found by the references of the file, before any is given a new one.
	data.MotionListing{Motions: b.New}.Link(motions, b.sources.Motions)
	for i := range motions {
		x := &motions[i]
		if x.Ref != "" && taken[x.Ref] {
			x.Note = strings.TrimSpace(x.Note + "\nNumber in the file: " + x.Ref + ".")
			x.Ref = ""
		}
		taken[x.Ref] = true
	}
	for i, l := range b.New {
		if err := b.store(tx, motions[i], l); err != nil {
			return data.NewProblem(fmt.Sprintf("Row %d cannot be kept: %s", l.Row, data.Say(err)), err)
		}
	}
	for _, r := range b.Replies {
		f, err := tx.Forwardings.Get(r.Before.ID)
		if err != nil {
			return err
		}
		f.Acknowledged, f.TheirMeeting, f.TheirResult = r.After.Acknowledged, r.After.TheirMeeting, r.After.TheirResult
		if err := tx.Forwardings.Put(f); err != nil {
			return err
		}
	}
	return nil
}

func (b Bringing) store(tx *book.Tx, x data.Motion, l data.ListedMotion) (err error) {
	if x.Ref == "" {
		year := b.sources.Today.Year()
		if !l.Meeting.IsZero() {
			year = l.Meeting.Year()
		} else if !x.Received.IsZero() {
			year = x.Received.Year()
		}
		if x.Ref, err = tx.NextRef("M", year); err != nil {
			return err
		}
	}
	if x.Meeting != "" {
		if x.Item, err = motionsItem(tx, x.Meeting); err != nil {
			return err
		}
	}
	if l.Voted {
		v := l.Vote
		v.ID, v.Motion, v.Meeting = data.VoteID(tx.NewID()), x.ID, x.Meeting
		x.Vote = v.ID
		if err := tx.Votes.Put(v); err != nil {
			return err
		}
	}
	for _, c := range l.Copies {
		f := c.Forwarding
		f.ID, f.Motion = data.ForwardingID(tx.NewID()), x.ID
		if f.To == "" {
			f.To = "Recipient not recorded"
		}
		if err := tx.Forwardings.Put(f); err != nil {
			return err
		}
	}
	return tx.Motions.Put(x)
}

// ReadTable compares the rows of a file with the book.
func (m *Model) ReadTable(file string, rows [][]string) (b Bringing, err error) {
	err = m.book.Read(func(r *book.Reading) error {
		s, err := SourcesOf(r, m.today())
		if err == nil {
			b, err = ReadBringing(file, rows, s)
		}
		return err
	})
	return b, err
}

// BringIn keeps what a table brings, as one Change.
func (m *Model) BringIn(b Bringing) (line string, err error) {
	what := b.What()
	if what == "" {
		return "", data.NewProblem("There is nothing in this file that the book does not have.", nil)
	}
	err = m.book.Change(what, b.Store)
	return "Brought in from " + b.File + ": " + strings.TrimPrefix(what, "bring in ") + ".", err
}
