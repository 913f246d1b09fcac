package data

import (
	"slices"
)

// An ExtractChoice is something that an extract can be made of: an item of the agenda with all that was minuted there, or
// one decision, motion or vote of it.
type ExtractChoice struct {
	ID     ID     // of the item or the record
	Label  string // "3 Motions", "M-2026-04 Saturday opening", "AGREED: The minutes of 9 April are a true record."
	Within bool   // a record, listed under its item
}

// Extracts lists what an extract of the minutes can be made of, in their order. Items with nothing minuted are left out.
func (e Evening) Extracts() []ExtractChoice {
	var out []ExtractChoice
	for _, item := range e.draft(e.Branch.Style.Minutes).Items {
		if len(item.Parts) == 0 {
			continue
		}
		out = append(out, ExtractChoice{ID: ID(item.Item), Label: joinedBy(" ", item.Number, item.Heading)})
		for _, p := range item.Parts {
			if label := p.label(); label != "" && p.Record != "" {
				out = append(out, ExtractChoice{ID: p.Record, Label: label, Within: true})
			}
		}
	}
	return out
}

// label names a part for a list; "" for one that no extract is made of.
func (p MinutedPart) label() string {
	switch p.Kind {
	case BlockMotion:
		return joinedBy(" ", p.Motion.Ref, p.Motion.Title)
	case BlockDecision, BlockVote:
		return joinedBy(": ", p.Lead, p.Text)
	}
	return ""
}

// Extract works out an extract of the minutes: their heading, the quorum and one item, or one decision, motion or vote,
// certified by the secretary. Of approved minutes it prints the approved words. The error is a *Problem when the minutes do
// not have it.
func (e Evening) Extract(of ID) (Minutes, error) {
	m := e.HouseMinutes()
	items := e.extracted(m, of)
	if len(items) == 0 {
		return Minutes{}, NewProblem("The minutes have no such item or decision. Look at them again, and choose another.", nil)
	}
	x := Minutes{
		Branch: m.Branch, Title: "Extract from the " + uncapital(m.Title), Date: m.Date, Lines: m.Lines, Stamp: m.Stamp,
		Quorum: m.Quorum, QuorumWords: m.QuorumWords, Items: items, Standing: m.Standing, Signer: "Secretary",
	}
	approved := !e.Approval.Approved.IsZero()
	x.Certificate = "I certify that this is a true extract from the minutes of the " + e.Meeting.minuted() + " of " + m.Branch + " held on " + fullDay(m.Date)
	if approved {
		x.Certificate += ", as approved on " + fullDay(e.Approval.Approved)
	} else {
		x.Certificate += ". They are a draft, which no meeting has approved yet"
	}
	x.Certificate += "."
	for _, c := range e.Corrections { // an addendum is not in the approved words
		if c.Addendum && c.Agreed && c.Item == items[0].Item && c.Item != "" {
			x.Addenda = append(x.Addenda, "Addendum, agreed "+fullDay(c.On)+": "+sentence(c.Sentence(e.People, e.itemNumber(c.Item))))
		}
	}
	return x, nil
}

// extracted finds an item in the minutes with those under it, or the item of a record with that record alone. Minutes that
// were approved before they kept the ids of what they print are searched for the words.
func (e Evening) extracted(m Minutes, of ID) []MinutedItem {
	if of == "" {
		return nil
	}
	if items := found(m.Items, of, func(p MinutedPart) bool { return p.Record == of }); items != nil || e.Approval.Text == nil {
		return items
	}
	for _, drawn := range e.draft(e.Branch.Style.Minutes).Items {
		at := slices.IndexFunc(drawn.Parts, func(p MinutedPart) bool { return p.Record == of })
		if at < 0 && ID(drawn.Item) != of {
			continue
		}
		i := slices.IndexFunc(m.Items, func(a MinutedItem) bool {
			return a.Item == "" && a.Number == drawn.Number && a.Heading == drawn.Heading
		})
		if i < 0 {
			return nil
		}
		approved := m.Items[i]
		if at < 0 {
			return withParts(m.Items[i:])
		}
		wanted := drawn.Parts[at]
		return found([]MinutedItem{approved}, "", func(p MinutedPart) bool { return p.Kind == wanted.Kind && p.label() == wanted.label() })
	}
	return nil
}

// found returns an item with those under it, or the item of the first part that is meant, with that part alone.
func found(items []MinutedItem, item ID, meant func(MinutedPart) bool) []MinutedItem {
	for i, a := range items {
		if ID(a.Item) == item && item != "" {
			return withParts(items[i:])
		}
		if at := slices.IndexFunc(a.Parts, meant); at >= 0 {
			a.Parts = a.Parts[at : at+1]
			return []MinutedItem{a}
		}
	}
	return nil
}

// withParts returns the first of the items, and those under it that follow.
func withParts(items []MinutedItem) []MinutedItem {
	n := 1
	for n < len(items) && items[n].Depth > items[0].Depth {
		n++
	}
	return slices.Clone(items[:n])
}
