package data

import (
	"cmp"
	"fmt"
	"slices"
)

// An ActionsInput is what a list of actions is worked out from.
type ActionsInput struct {
	Branch   Branch
	Actions  []Action
	People   Names
	Meetings map[MeetingID]Meeting
	// Items are the agenda items in which actions were made, and Numbers how the minutes number them.
	Items   map[ItemID]AgendaItem
	Numbers map[ItemID]string
	// From is the day from which done actions are listed; open ones are listed whatever their age.
	From, AsAt Date
	Columns    []string // keys; nil for the default ones
}

func actionColumns() []ReturnColumn {
	return allOn([]ReturnColumn{
		{Key: "ref", Title: "Ref", Kind: CodeColumn},
		{Key: "what", Title: "What", Kind: ProseColumn},
		{Key: "who", Title: "Who"},
		{Key: "due", Title: "Due", Kind: DateColumn},
		{Key: "state", Title: "State"},
		{Key: "meeting", Title: "Meeting", Kind: DateColumn},
		{Key: "item", Title: "Item"},
		{Key: "closed", Title: "Done on", Kind: DateColumn},
	})
}

// NewActionsList lists what is to be done: overdue first, then by when it is due, then what was done. The secretary's notes
// on actions are not in it.
func NewActionsList(in ActionsInput) TableDoc {
	d := TableDoc{
		Kind: ActionsPaper, Title: "Actions", Page: "Summary", Sheet: "Actions", Branch: in.Branch.PaperName(), CLP: in.Branch.CLP, AsAt: in.AsAt, Offered: actionColumns(),
		Holds: "names, and what each said they would do",
	}
	d.Columns = columnsOn(d.Offered, in.Columns)
	var open, overdue, done int
	var unowned []string
	for _, a := range in.listed() {
		d.Rows = append(d.Rows, in.row(a))
		switch {
		case a.Status != Open:
			done++
			continue
		case a.OverdueOn(in.AsAt):
			overdue++
		}
		open++
		if a.Owner == "" && a.OwnerText == "" {
			unowned = append(unowned, a.Ref)
		}
	}
	d.Summary = fmt.Sprintf("%d open, %d of them overdue", open, overdue)
	d.Facts = present([]Fact{{"As at", in.AsAt.String()}, {"Done since", in.From.String()}})
	d.Sections = []TableSection{{Title: "In figures", Sums: []TableSum{{Label: "Open", N: open}, {Label: "Overdue", N: overdue, Words: "of those open"}, {Label: "Done or dropped", N: done}}}}
	if len(unowned) > 0 {
		d.Warnings = []string{fmt.Sprintf("Nobody has taken on %s.", listedInShort(unowned))}
	}
	return d
}

// listed returns the actions as they stood on the day, in order.
func (in ActionsInput) listed() []Action {
	var out []Action
	for _, a := range in.Actions {
		if a.Made.After(in.AsAt) {
			continue
		}
		if a.Status != Open && a.Closed.After(in.AsAt) {
			a.Status, a.Closed = Open, Date{}
		}
		if a.Status == Open || !a.Closed.Before(in.From) {
			out = append(out, a)
		}
	}
	slices.SortStableFunc(out, func(a, b Action) int {
		if by := b2i(a.Status != Open) - b2i(b.Status != Open); by != 0 {
			return by
		}
		if a.Status != Open {
			return cmp.Or(b.Closed.Compare(a.Closed), cmp.Compare(a.Ref, b.Ref))
		}
		return cmp.Or(b2i(a.Due.IsZero())-b2i(b.Due.IsZero()), a.Due.Compare(b.Due), cmp.Compare(a.Ref, b.Ref))
	})
	return out
}

func (in ActionsInput) row(a Action) TableRow {
	r := TableRow{Key: ID(a.ID), Name: a.Ref, Person: a.Owner, Cells: map[string]any{
		"ref": a.Ref, "what": Capital(a.Text), "who": cmp.Or(in.People.Name(a.Owner), a.OwnerText), "due": a.Due, "closed": a.Closed, "state": in.state(a),
		"item": itemWords(in.Items[a.Item], in.Numbers),
	}}
	if m, known := in.Meetings[a.Meeting]; known {
		r.Cells["meeting"] = m.Date
	}
	return r
}

// state is "Open", "Overdue by 3 days", "Done" or "Dropped".
func (in ActionsInput) state(a Action) string {
	if a.OverdueOn(in.AsAt) {
		return "Overdue by " + NumberOf(in.AsAt.Sub(a.Due), "day", "days")
	}
	return Capital(string(a.Status))
}

// itemWords is "5 Matters arising"; "" for none.
func itemWords(item AgendaItem, numbers map[ItemID]string) string {
	return joinedBy(" ", numbers[item.ID], item.Heading)
}
