package data

import (
	"cmp"
	"fmt"
	"slices"
)

// A DecisionsInput is what a log of decisions is worked out from.
type DecisionsInput struct {
	Branch    Branch
	Decisions []Decision
	Meetings  map[MeetingID]Meeting
	Items     map[ItemID]AgendaItem
	Numbers   map[ItemID]string
	// From and AsAt bound the meetings; From is zero for all there are.
	From, AsAt Date
	Columns    []string // keys; nil for the default ones
}

func decisionColumns() []ReturnColumn {
	return allOn([]ReturnColumn{
		{Key: "ref", Title: "Ref", Kind: CodeColumn},
		{Key: "date", Title: "Date", Kind: DateColumn},
		{Key: "meeting", Title: "Meeting"},
		{Key: "item", Title: "Item"},
		{Key: "text", Title: "Decision", Kind: ProseColumn},
		{Key: "how", Title: "How"},
		{Key: "amount", Title: "Amount", Kind: MoneyColumn},
		{Key: "review", Title: "Review on", Kind: DateColumn},
		{Key: "ratified", Title: "Ratified"},
	})
}

// NewDecisionLog lists what meetings settled without a motion, in the order of their days.
func NewDecisionLog(in DecisionsInput) TableDoc {
	d := TableDoc{
		Kind: DecisionsPaper, Title: "Decision log", Page: "Summary", About: "The log", Sheet: "Decisions", Branch: in.Branch.PaperName(), CLP: in.Branch.CLP, AsAt: in.AsAt,
		Offered: decisionColumns(),
	}
	d.Columns = columnsOn(d.Offered, in.Columns)
	var money Money
	var sums, due int
	var waiting []string
	for _, x := range in.listed() {
		d.Rows = append(d.Rows, in.row(x))
		money += x.Amount
		sums += b2i(x.Amount != 0)
		due += b2i(!x.Review.IsZero() && !x.Review.After(in.AsAt))
		if x.Pressing && !in.settled(x) {
			waiting = append(waiting, x.Ref)
		}
	}
	d.Summary = NumberOf(len(d.Rows), "decision", "decisions")
	d.Facts = present([]Fact{{"From", in.From.String()}, {"As at", in.AsAt.String()}})
	figures := TableSection{Title: "In figures", Sums: []TableSum{{Label: "Decisions", N: len(d.Rows)}}, Notes: []string{"What was decided by a motion is in the register of motions."}}
	if sums > 0 {
		figures.Sums = append(figures.Sums, TableSum{Label: "With money", N: sums, Words: money.String() + " in all"})
	}
	if due > 0 {
		figures.Sums = append(figures.Sums, TableSum{Label: "To be reviewed by now", N: due})
	}
	if len(waiting) > 0 {
		figures.Sums = append(figures.Sums, TableSum{Label: "Not ratified yet", N: len(waiting), Words: "Made without a quorum: " + listedInShort(waiting) + "."})
		d.Warnings = []string{fmt.Sprintf("Made without a quorum and not ratified yet: %s.", listedInShort(waiting))}
	}
	d.Sections = []TableSection{figures}
	if sums > 0 {
		d.Totals = map[string]any{"ref": "In all", "amount": money}
	}
	return d
}

func (in DecisionsInput) listed() []Decision {
	out := slices.DeleteFunc(slices.Clone(in.Decisions), func(x Decision) bool {
		m, known := in.Meetings[x.Meeting]
		return known && (m.Date.Before(in.From) || m.Date.After(in.AsAt))
	})
	slices.SortStableFunc(out, func(a, b Decision) int {
		return cmp.Or(in.Meetings[a.Meeting].Date.Compare(in.Meetings[b.Meeting].Date), cmp.Compare(a.Ref, b.Ref))
	})
	return out
}

func (in DecisionsInput) settled(x Decision) bool {
	return x.Ratified != "" && !in.Meetings[x.Ratified].Date.After(in.AsAt)
}

func (in DecisionsInput) row(x Decision) TableRow {
	m := in.Meetings[x.Meeting]
	r := TableRow{Key: ID(x.ID), Name: x.Ref, Cells: map[string]any{
		"ref": x.Ref, "date": m.Date, "item": itemWords(in.Items[x.Item], in.Numbers), "text": Capital(x.Text), "how": Capital(x.How), "review": x.Review,
		"ratified": in.ratified(x),
	}}
	if m.ID != "" {
		r.Cells["meeting"] = m.Kind.String()
	}
	if x.Amount != 0 {
		r.Cells["amount"] = x.Amount
	}
	return r
}

// ratified is "" for a decision that needed no ratification.
func (in DecisionsInput) ratified(x Decision) string {
	switch {
	case !x.Pressing:
		return ""
	case !in.settled(x):
		return "Not yet"
	}
	return joinedBy(": ", in.Meetings[x.Ratified].Date.Short(), x.RatifiedAs)
}
