package book

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"branchbook/data"
	"branchbook/data/vault"
)

// A Tx is a Change being made: a Reading, which sees what the Change has written so far, whose collections take Put and
// Delete as well. It is good only inside the function given to Change.
type Tx struct {
	*Reading

	AllRules struct {
		Records[data.Rules, data.RulesID]
		Writer[data.Rules, data.RulesID]
	}
	People struct {
		People
		Writer[data.Person, data.PersonID]
	}
	Imports struct {
		Records[data.ListImport, data.ImportID]
		Writer[data.ListImport, data.ImportID]
	}
	Meetings struct {
		Meetings
		Writer[data.Meeting, data.MeetingID]
	}
	Items struct {
		Items
		Writer[data.AgendaItem, data.ItemID]
	}
	Blocks struct {
		Blocks
		Writer[data.Block, data.BlockID]
	}
	Events    EventWriter
	Decisions struct {
		Decisions
		Writer[data.Decision, data.DecisionID]
	}
	Actions struct {
		Actions
		Writer[data.Action, data.ActionID]
	}
	Motions struct {
		Motions
		Writer[data.Motion, data.MotionID]
	}
	Votes struct {
		Votes
		Writer[data.Vote, data.VoteID]
	}
	Posts struct {
		Records[data.Post, data.PostID]
		Writer[data.Post, data.PostID]
	}
	Terms struct {
		Terms
		Writer[data.Term, data.TermID]
	}
	Bodies struct {
		Records[data.Body, data.BodyID]
		Writer[data.Body, data.BodyID]
	}
	Seats struct {
		Seats
		Writer[data.Seat, data.SeatID]
	}
	Papers struct {
		Papers
		Writer[data.Paper, data.PaperID]
	}
	Letters struct {
		Letters
		Writer[data.Letter, data.LetterID]
	}
	Canvasses struct {
		Canvasses
		Writer[data.Canvass, data.CanvassID]
	}
	Approvals struct {
		Approvals
		Writer[data.Approval, data.ApprovalID]
	}
	Corrections struct {
		Corrections
		Writer[data.Correction, data.CorrectionID]
	}
	Amendments struct {
		Amendments
		Writer[data.Amendment, data.AmendmentID]
	}
	Forwardings struct {
		Forwardings
		Writer[data.Forwarding, data.ForwardingID]
	}
	Contests struct {
		Contests
		Writer[data.Contest, data.ContestID]
	}
	Ballots struct {
		Ballots
		Writer[data.Ballot, data.BallotID]
	}
	Files struct {
		Files
		Writer[data.File, data.FileID]
	}
	Layouts struct {
		Layouts
		Writer[data.Layout, data.LayoutID]
	}

	now       time.Time
	number    uint64 // that this Change will have
	contested []claim
}

func (b *Book) newTx(s *snapshot, number uint64) *Tx {
	s.own = map[string][]byte{}
	r := newReading(s)
	tx := &Tx{Reading: r, now: b.o.Now(), number: number}
	tx.AllRules.Records, tx.AllRules.Writer = r.AllRules, writer(tx, rules)
	tx.People.People, tx.People.Writer = r.People, writer(tx, people)
	tx.People.prepare = tx.indexNumber
	tx.Imports.Records, tx.Imports.Writer = r.Imports, writer(tx, imports)
	tx.Meetings.Meetings, tx.Meetings.Writer = r.Meetings, writer(tx, meetings)
	tx.Meetings.prepare = tx.clearMeeting
	tx.Items.Items, tx.Items.Writer = r.Items, writer(tx, items)
	tx.Items.prepare = tx.clearItem
	tx.Blocks.Blocks, tx.Blocks.Writer = r.Blocks, writer(tx, blocks)
	tx.Events = EventWriter{r.Events, tx}
	tx.Decisions.Decisions, tx.Decisions.Writer = r.Decisions, writer(tx, decisions)
	tx.Actions.Actions, tx.Actions.Writer = r.Actions, writer(tx, actions)
	tx.Motions.Motions, tx.Motions.Writer = r.Motions, writer(tx, motions)
	tx.Votes.Votes, tx.Votes.Writer = r.Votes, writer(tx, votes)
	tx.Posts.Records, tx.Posts.Writer = r.Posts, writer(tx, posts)
	tx.Terms.Terms, tx.Terms.Writer = r.Terms, writer(tx, terms)
	tx.Bodies.Records, tx.Bodies.Writer = r.Bodies, writer(tx, bodies)
	tx.Seats.Seats, tx.Seats.Writer = r.Seats, writer(tx, seats)
	tx.Papers.Papers, tx.Papers.Writer = r.Papers, writer(tx, papers)
	tx.Letters.Letters, tx.Letters.Writer = r.Letters, writer(tx, letters)
	tx.Canvasses.Canvasses, tx.Canvasses.Writer = r.Canvasses, writer(tx, canvasses)
	tx.Approvals.Approvals, tx.Approvals.Writer = r.Approvals, writer(tx, approvals)
	tx.Corrections.Corrections, tx.Corrections.Writer = r.Corrections, writer(tx, corrections)
	tx.Amendments.Amendments, tx.Amendments.Writer = r.Amendments, writer(tx, amendments)
	tx.Forwardings.Forwardings, tx.Forwardings.Writer = r.Forwardings, writer(tx, forwardings)
	tx.Contests.Contests, tx.Contests.Writer = r.Contests, writer(tx, contests)
	tx.Contests.prepare = tx.clearContest
	tx.Ballots.Ballots, tx.Ballots.Writer = r.Ballots, writer(tx, ballots)
	tx.Files.Files, tx.Files.Writer = r.Files, writer(tx, files)
	tx.Layouts.Layouts, tx.Layouts.Writer = r.Layouts, writer(tx, layouts)
	return tx
}

// NewID returns an id that no record has.
func (tx *Tx) NewID() data.ID { return tx.s.book.ids.New() }

// Now is when the Change is made, the same throughout, in local time.
func (tx *Tx) Now() time.Time { return tx.now }

// Today is the day on which the Change is made.
func (tx *Tx) Today() data.Date { return data.DateOf(tx.now) }

// NextRef returns the next reference of a year, M-2026-04, and takes it. A number that was ever taken, or that a record
// was stored with, is never given again, even when the Change that took it is undone.
func (tx *Tx) NextRef(letter string, year int) (string, error) {
	last, err := tx.counter(letter, year)
	if err != nil {
		return "", err
	}
	return data.NumberedRef(letter, year, last+1), tx.setCounter(letter, year, last+1)
}

type counter struct {
	Last int `json:"last"`
}

const counterPrefix = "counter/"

func counterKey(letter string, year int) string {
	return fmt.Sprintf("%s%s/%04d", counterPrefix, letter, year)
}

func (tx *Tx) counter(letter string, year int) (int, error) {
	value, err := tx.s.get(counterKey(letter, year))
	if err != nil || value == nil {
		return 0, err
	}
	var c counter
	return c.Last, decode(value, &c)
}

func (tx *Tx) setCounter(letter string, year, last int) error {
	value, err := encode(counter{last})
	if err == nil {
		tx.set(counterKey(letter, year), value)
	}
	return err
}

// raiseCounter keeps the number in a stored reference from being given again.
func (tx *Tx) raiseCounter(ref string) error {
	letter, year, n, ok := splitRef(ref)
	if !ok {
		return nil
	}
	last, err := tx.counter(letter, year)
	if err != nil || last >= n {
		return err
	}
	return tx.setCounter(letter, year, n)
}

// PutBranch stores the branch as Put stores a record.
func (tx *Tx) PutBranch(branch data.Branch) error {
	if err := branch.Validate(); err != nil {
		return err
	}
	held, err := tx.Branch()
	if err != nil && !errors.Is(err, ErrNotFound) {
		return err
	}
	if err == nil && branch.Revision != held.Revision {
		return stale(KindBranch, branch, held)
	}
	same := err == nil
	now, err := encode(branch)
	if err != nil {
		return err
	}
	before, err := tx.s.get(KindBranch)
	if err != nil || same && bytes.Equal(before, now) {
		return err
	}
	branch.Revision = int(tx.number)
	value, err := encode(branch)
	if err == nil {
		tx.set(KindBranch, value)
	}
	return err
}

// Keep puts a record of any kind, for those who have records of several kinds in hand: the example branch, an import.
func (tx *Tx) Keep(record any) error {
	switch r := record.(type) {
	case data.Branch:
		return tx.PutBranch(r)
	case data.Rules:
		return tx.AllRules.Put(r)
	case data.Person:
		return tx.People.Put(r)
	case data.ListImport:
		return tx.Imports.Put(r)
	case data.Meeting:
		return tx.Meetings.Put(r)
	case data.AgendaItem:
		return tx.Items.Put(r)
	case data.Block:
		return tx.Blocks.Put(r)
	case data.Event:
		return tx.Events.Put(r)
	case data.Decision:
		return tx.Decisions.Put(r)
	case data.Action:
		return tx.Actions.Put(r)
	case data.Motion:
		return tx.Motions.Put(r)
	case data.Vote:
		return tx.Votes.Put(r)
	case data.Post:
		return tx.Posts.Put(r)
	case data.Term:
		return tx.Terms.Put(r)
	case data.Body:
		return tx.Bodies.Put(r)
	case data.Seat:
		return tx.Seats.Put(r)
	case data.Paper:
		return tx.Papers.Put(r)
	case data.Letter:
		return tx.Letters.Put(r)
	case data.Canvass:
		return tx.Canvasses.Put(r)
	case data.Approval:
		return tx.Approvals.Put(r)
	case data.Correction:
		return tx.Corrections.Put(r)
	case data.Amendment:
		return tx.Amendments.Put(r)
	case data.Forwarding:
		return tx.Forwardings.Put(r)
	case data.Contest:
		return tx.Contests.Put(r)
	case data.Ballot:
		return tx.Ballots.Put(r)
	case data.File:
		return tx.Files.Put(r)
	case data.Layout:
		return tx.Layouts.Put(r)
	}
	return badRecord(record)
}

func badRecord(record any) error {
	return data.NewProblem("Branchbook could not find a place in the book for this. Please report it; nothing was changed.",
		fmt.Errorf("book: no kind of record is a %T", record))
}

func (tx *Tx) set(key string, value []byte) { tx.s.own[key] = value }

// edits returns what the Change alters, in order of keys.
func (tx *Tx) edits() ([]vault.Edit, error) {
	if err := tx.settleClaims(); err != nil {
		return nil, err
	}
	edits := make([]vault.Edit, 0, len(tx.s.own))
	for _, key := range slices.Sorted(maps.Keys(tx.s.own)) {
		before, err := tx.s.before(key)
		if err != nil {
			return nil, err
		}
		after := tx.s.own[key]
		if (before == nil) == (after == nil) && bytes.Equal(before, after) {
			continue
		}
		edits = append(edits, vault.Edit{Key: key, Before: before, After: after})
	}
	return edits, nil
}

// A claim is a membership number that somebody else had when it was put. The other may give it up in the same Change.
type claim struct {
	number string
	person data.PersonID
}

// indexNumber keeps the index of membership numbers.
func (tx *Tx) indexNumber(before, after *data.Person) error {
	if before != nil && data.FoldNumber(before.Number) != "" {
		key := numberKey(before.Number)
		holder, err := tx.s.get(key)
		if err != nil {
			return err
		}
		if string(holder) == string(before.ID) {
			tx.set(key, nil)
		}
	}
	if after == nil || data.FoldNumber(after.Number) == "" {
		return nil
	}
	key := numberKey(after.Number)
	if len(key) > vault.MaxKey {
		return data.NewProblem("This membership number is far too long. Type it as it is on the card.", nil)
	}
	holder, err := tx.s.get(key)
	if err != nil {
		return err
	}
	if holder == nil {
		tx.set(key, []byte(after.ID))
		return nil
	}
	tx.contested = append(tx.contested, claim{after.Number, after.ID})
	return nil
}

// settleClaims refuses a membership number that two people would have.
func (tx *Tx) settleClaims() error {
	for _, c := range tx.contested {
		claimant, err := tx.People.Get(c.person)
		if errors.Is(err, ErrNotFound) || err == nil && data.FoldNumber(claimant.Number) != data.FoldNumber(c.number) {
			continue
		}
		if err != nil {
			return err
		}
		holder, err := tx.People.ByNumber(c.number)
		switch {
		case errors.Is(err, ErrNotFound):
			tx.set(numberKey(c.number), []byte(c.person))
		case err != nil:
			return err
		case holder.ID != c.person:
			return data.NewProblem(fmt.Sprintf("%s is already the membership number of %s. Correct the number, or open that person instead.",
				strings.TrimSpace(c.number), holder.Name()), ErrNumberTaken)
		}
	}
	return nil
}

// ErrNumberTaken is below the *data.Problem of a Change that would give two people one membership number.
var ErrNumberTaken = errors.New("book: membership number taken")

// clearMeeting takes a meeting's agenda and register away with it.
func (tx *Tx) clearMeeting(before, after *data.Meeting) error {
	if after != nil || before == nil {
		return nil
	}
	agenda, err := tx.Items.Of(before.ID)
	if err != nil {
		return err
	}
	for _, item := range agenda {
		if err := tx.Items.Delete(item.ID); err != nil {
			return err
		}
	}
	register, err := tx.Events.Of(before.ID)
	if err != nil {
		return err
	}
	for _, e := range register {
		if err := tx.Events.Delete(before.ID, e.ID); err != nil {
			return err
		}
	}
	return nil
}

// clearItem takes an item's minutes away with it.
func (tx *Tx) clearItem(before, after *data.AgendaItem) error {
	if after != nil || before == nil {
		return nil
	}
	minutes, err := tx.Blocks.Of(before.ID)
	if err != nil {
		return err
	}
	for _, block := range minutes {
		if err := tx.Blocks.Delete(block.ID); err != nil {
			return err
		}
	}
	return nil
}
