package data

import (
	"cmp"
	"fmt"
	"slices"
)

// A Reply is what a recipient wrote about one copy in the register that was sent to them.
type Reply struct {
	Row           int
	Ref           string
	Before, After Forwarding
	// Fields is what changes, in words.
	Fields []FieldChange
}

// ReadReplies compares a register that came back with the copies in the book, and returns what the recipient filled in:
// when they acknowledged it, their meeting and their result. A blank takes nothing away. Rows are found by reference and
// recipient; those that cannot be placed are refused with the reason. Nothing has been changed yet.
func (l MotionListing) ReadReplies(motions []Motion, copies []Forwarding) (replies []Reply, refused []Refusal) {
	for _, listed := range l.Motions {
		i := slices.IndexFunc(motions, func(m Motion) bool { return m.Ref != "" && m.Ref == listed.Motion.Ref })
		for _, c := range listed.Copies {
			f := c.Forwarding
			if f.Acknowledged.IsZero() && f.TheirMeeting.IsZero() && f.TheirResult == "" {
				continue
			}
			refuse := func(reason string) {
				refused = append(refused, Refusal{Row: c.Row, Number: listed.Motion.Ref, Reason: reason})
			}
			if i < 0 {
				refuse("No motion in the book has this reference. Correct it in the file.")
				continue
			}
			before, problem := copyMeant(f, motions[i], copies)
			if problem != "" {
				refuse(problem)
				continue
			}
			if r := replyOf(before, f); len(r.Fields) > 0 {
				r.Row, r.Ref = c.Row, motions[i].Ref
				replies = append(replies, r)
			}
		}
	}
	return replies, refused
}

// copyMeant finds the copy that a row is about: by its recipient or, where the row names none, the only one there is.
func copyMeant(f Forwarding, m Motion, copies []Forwarding) (found Forwarding, problem string) {
	var of []Forwarding
	for _, c := range copies {
		if c.Motion == m.ID && (f.To == "" || Fold(c.To) == Fold(f.To)) {
			of = append(of, c)
		}
	}
	switch {
	case len(of) == 1:
		return of[0], ""
	case len(of) == 0 && f.To != "":
		return f, fmt.Sprintf("%s was not sent to %s. Correct the recipient in the file, or record the copy first.", m.Ref, f.To)
	case len(of) == 0:
		return f, m.Ref + " was sent to nobody yet. Record the copy first."
	}
	for _, c := range of {
		if !f.Sent.IsZero() && c.Sent == f.Sent {
			return c, ""
		}
	}
	return f, m.Ref + " was sent out more than once. Say in the column “Sent to” whose reply this is."
}

func replyOf(before, said Forwarding) Reply {
	r := Reply{Before: before, After: before}
	r.After.Acknowledged = cmp.Or(said.Acknowledged, before.Acknowledged)
	r.After.TheirMeeting = cmp.Or(said.TheirMeeting, before.TheirMeeting)
	r.After.TheirResult = cmp.Or(said.TheirResult, before.TheirResult)
	change := func(field, was, is string) {
		if was != is {
			r.Fields = append(r.Fields, FieldChange{Field: field, Old: was, New: is})
		}
	}
	change("Acknowledged", before.Acknowledged.String(), r.After.Acknowledged.String())
	change("Their meeting", before.TheirMeeting.String(), r.After.TheirMeeting.String())
	change("Their result", before.TheirResult, r.After.TheirResult)
	return r
}

// Link sets in the motions what each listed one follows on, found by reference among them and those that the book had
// before. motions are those that came of l.Motions, in the same order and with their IDs; a reference that nobody has is
// left out and returned as a sentence.
func (l MotionListing) Link(motions, before []Motion) (doubts []string) {
	byRef := map[string]MotionID{}
	for _, m := range slices.Concat(before, motions) {
		if m.Ref != "" {
			byRef[m.Ref] = m.ID
		}
	}
	for i, listed := range l.Motions {
		if i >= len(motions) {
			break
		}
		m := &motions[i]
		for _, link := range listed.Follows {
			id, known := byRef[link.Ref]
			if !known || id == m.ID {
				doubts = append(doubts, fmt.Sprintf("Row %d: %s %s, which is not in the book.", listed.Row, link.Is, link.Ref))
				continue
			}
			switch link.Is {
			case "resubmission of":
				m.ResubmissionOf = id
			case "supersedes":
				m.Supersedes = id
			case "rescinds":
				m.Rescinds = id
			case "composite of":
				m.CompositeOf = append(m.CompositeOf, id)
			case "went into":
				m.InComposite = id
			}
		}
	}
	return doubts
}
