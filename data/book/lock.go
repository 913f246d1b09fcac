package book

import (
	"slices"

	"branchbook/data"
	"branchbook/data/vault"
)

// A lock knows whose minutes were signed before a Change began, and refuses what would alter them. Undo does not ask it:
// what came before the signing can only be taken back after the signing itself.
type lock struct {
	s        *snapshot
	approved map[data.MeetingID]data.Approval
}

// newLock reads the approvals as they were before the Change that s is for.
func newLock(s *snapshot) (*lock, error) {
	before := *s
	before.own = nil
	signed, err := Approvals{records(&before, approvals)}.Where(data.Approval.Locked)
	if err != nil {
		return nil, err
	}
	l := &lock{s: &before, approved: map[data.MeetingID]data.Approval{}}
	for _, a := range signed {
		l.approved[a.Meeting] = a
	}
	return l, nil
}

// refuse returns the *data.Problem of the first edit that would alter signed minutes, which wraps data.ErrMinutesLocked.
func (l *lock) refuse(edits []vault.Edit) error {
	if len(l.approved) == 0 {
		return nil
	}
	for _, e := range edits {
		if err := l.refuseEdit(e); err != nil {
			return err
		}
	}
	return nil
}

func (l *lock) refuseEdit(e vault.Edit) error {
	switch kindOf(e.Key) {
	case KindMeeting:
		return guard(l, meetings, e, func(m data.Meeting) data.MeetingID { return m.ID }, sameMeeting)
	case KindItem:
		return guard(l, items, e, func(a data.AgendaItem) data.MeetingID { return a.Meeting }, sameItem)
	case KindBlock:
		return guard(l, blocks, e, func(b data.Block) data.MeetingID { return b.Meeting }, nil)
	case KindEvent:
		return guard(l, events, e, func(x data.Event) data.MeetingID { return x.Meeting }, nil)
	case KindContest:
		return guard(l, contests, e, decidedAt, nil)
	case KindBallot:
		return guard(l, ballots, e, l.ballotOf, nil)
	case KindVote:
		return guard(l, votes, e, func(v data.Vote) data.MeetingID { return v.Meeting }, nil)
	case KindDecision:
		return guard(l, decisions, e, func(d data.Decision) data.MeetingID { return d.Meeting }, sameDecision)
	case KindAction:
		return guard(l, actions, e, func(a data.Action) data.MeetingID { return a.Meeting }, sameAction)
	case KindCorrection:
		return guard(l, corrections, e, l.correctionOf, sameCorrection)
	case KindApproval:
		return guard(l, approvals, e, func(a data.Approval) data.MeetingID { return a.Meeting }, sameApproval)
	}
	return nil
}

// guard refuses an edit of a record that belongs to signed minutes, unless same says that before and after print alike.
// A nil same lets nothing pass.
func guard[T any, I ~string](l *lock, k *kind[T, I], e vault.Edit, of func(T) data.MeetingID, same func(before, after T) bool) error {
	var versions []T
	for _, value := range [][]byte{e.Before, e.After} {
		if value == nil {
			continue
		}
		record, err := k.decode(value)
		if err != nil {
			return err
		}
		versions = append(versions, record)
	}
	for _, v := range versions {
		a, signed := l.approved[of(v)]
		if signed && !(len(versions) == 2 && same != nil && same(versions[0], versions[1])) {
			return a.RefuseLocked()
		}
	}
	return nil
}

// correctionOf lets an addendum that was not agreed yet be made, agreed and taken away.
func (l *lock) correctionOf(c data.Correction) data.MeetingID {
	if c.Addendum && !c.Agreed {
		return ""
	}
	return c.Meeting
}

// decidedAt is the meeting whose minutes have a contest's result; "" while it is undecided, when a later meeting may take it
// up.
func decidedAt(c data.Contest) data.MeetingID {
	if !c.Over() {
		return ""
	}
	return c.Meeting
}

// ballotOf is the meeting whose contest a ballot belongs to; "" when the contest is gone.
func (l *lock) ballotOf(b data.Ballot) data.MeetingID {
	c, err := records(l.s, contests).Get(b.Contest)
	if err != nil {
		return ""
	}
	return decidedAt(c)
}

// sameMeeting compares what the minutes say of a meeting; what else is kept with it may change.
func sameMeeting(a, b data.Meeting) bool {
	for _, m := range []*data.Meeting{&a, &b} {
		m.Revision, m.NoticeSent, m.Current = 0, data.Date{}, ""
	}
	return sameForm(meetings, a, b)
}

// sameItem leaves an item what no minutes say of it: whether public ones leave it out.
func sameItem(a, b data.AgendaItem) bool {
	for _, i := range []*data.AgendaItem{&a, &b} {
		i.Revision, i.Confidential = 0, false
	}
	return sameForm(items, a, b)
}

// sameDecision leaves a decision its after-life: what a later meeting ratified, and when it is looked at again.
func sameDecision(a, b data.Decision) bool {
	for _, d := range []*data.Decision{&a, &b} {
		d.Revision, d.Ratified, d.RatifiedAs, d.Review = 0, "", "", data.Date{}
	}
	return a == b
}

// sameAction leaves an action its after-life: who has it now, until when, and how it went.
func sameAction(a, b data.Action) bool {
	return a.ID == b.ID && a.Ref == b.Ref && a.Text == b.Text && a.Meeting == b.Meeting && a.Item == b.Item && a.At == b.At
}

// sameApproval lets signed minutes be noted by another body, and nothing else.
func sameApproval(a, b data.Approval) bool {
	for _, x := range []*data.Approval{&a, &b} {
		x.Revision, x.Noted = 0, nil
	}
	return sameForm(approvals, a, b)
}

// sameCorrection lets an addendum be agreed, which changes nothing that it says.
func sameCorrection(a, b data.Correction) bool {
	if a.Agreed || !a.Addendum {
		return false
	}
	for _, c := range []*data.Correction{&a, &b} {
		c.Revision, c.Agreed, c.MadeAt, c.On = 0, false, "", data.Date{}
	}
	return sameForm(corrections, a, b)
}

func sameForm[T any, I ~string](k *kind[T, I], a, b T) bool {
	x, err := k.encode(a)
	y, err2 := k.encode(b)
	return err == nil && err2 == nil && slices.Equal(x, y)
}

// refuseTyping returns the *data.Problem of typing in minutes that are signed. What was typed is kept where it is.
func refuseTyping(s *snapshot, meeting data.MeetingID) error {
	l, err := newLock(s)
	if err != nil {
		return err
	}
	a, signed := l.approved[meeting]
	if !signed {
		return nil
	}
	return data.NewProblem(a.LockWords()+" What you typed in them is kept here but not saved: copy it, and take it out. A mistake is put right by a numbered correction agreed at a later meeting.",
		data.ErrMinutesLocked)
}

// sealOf returns the seal of the Change that signed minutes, in a form for print; "" when the journal does not have it,
// as after a new generation began or while it is unsaved.
func (b *Book) sealOf(a data.Approval) string {
	if !a.Locked() || a.SignedIn == 0 {
		return ""
	}
	b.mu.RLock()
	seal, known := b.seals[a.SignedIn]
	b.mu.RUnlock()
	if known {
		return seal
	}
	c, err := b.vault.ChangeAt(a.SignedIn)
	key := approvals.key("", a.ID)
	if err != nil || !slices.ContainsFunc(c.Edits, func(e vault.Edit) bool { return e.Key == key }) {
		return ""
	}
	seal = vault.PrintSeal(c.Seal)
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.seals == nil {
		b.seals = map[uint64]string{}
	}
	b.seals[a.SignedIn] = seal
	return seal
}

// Number is the number that the Change will have in the history.
func (tx *Tx) Number() uint64 { return tx.number }
