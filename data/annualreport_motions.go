package data

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// A taken motion is one with what a meeting of the year made of it.
type taken struct {
	Motion
	at Meeting
}

// took returns the motions that meetings of the period dealt with, each once, as the last of those left it.
func (y year) took() []taken {
	var out []taken
	at := map[MotionID]int{}
	for _, m := range y.Meetings {
		if m.Status != Closed || !y.Period.Has(m.Date) {
			continue
		}
		for _, mo := range y.Motions {
			here := mo.Meeting == m.ID || slices.ContainsFunc(mo.Earlier, func(h Hearing) bool { return h.Meeting == m.ID })
			as := mo.As(m.ID)
			if !here || as.Outcome == Undecided || as.Meeting != m.ID {
				continue
			}
			if i, known := at[mo.ID]; known {
				out[i] = taken{as, m}
				continue
			}
			at[mo.ID] = len(out)
			out = append(out, taken{as, m})
		}
	}
	return out
}

func (y year) motions() ReportSection {
	s := ReportSection{Heading: "Motions"}
	all := y.took()
	if len(all) == 0 {
		s.Sentences = []string{"No motion was dealt with."}
		return s
	}
	byOutcome, carried := map[Outcome]int{}, 0
	rows := make([][]string, len(all))
	for i, m := range all {
		byOutcome[m.Outcome]++
		carried += b2i(m.Outcome.IsCarried())
		rows[i] = []string{m.Ref, m.Title, m.at.Date.Short(), m.OutcomeWords()}
	}
	s.Sentences = []string{fmt.Sprintf("%s dealt with, of which %d were carried.", NumberOf(len(all), "motion was", "motions were"), carried)}
	if carried == 1 {
		s.Sentences[0] = strings.Replace(s.Sentences[0], "1 were", "1 was", 1)
	}
	drawn := ReportTable{Title: "Motions by what became of them", Draw: true, Value: 1, Columns: []ReportColumn{{Title: "Outcome", Share: 3}, {Title: "Motions", Share: 1, Right: true}}}
	for _, o := range AllEndings() {
		if n := byOutcome[o]; n > 0 {
			drawn.Rows = append(drawn.Rows, []string{Capital(plainOutcome(o)), strconv.Itoa(n)})
		}
	}
	s.Tables = []ReportTable{drawn, {Title: "The motions", Rows: rows, Columns: []ReportColumn{
		{Title: "Ref", Share: 3}, {Title: "Title", Share: 8}, {Title: "Meeting", Share: 3}, {Title: "Outcome", Share: 5},
	}}}
	return s
}

// sentOn tells what became of the motions that were sent on in the period.
func (y year) sentOn() ReportSection {
	s := ReportSection{Heading: "Motions sent on"}
	refs := map[MotionID]Motion{}
	for _, m := range y.Motions {
		refs[m.ID] = m
	}
	t := ReportTable{Columns: []ReportColumn{{Title: "Motion", Share: 6}, {Title: "Sent to", Share: 4}, {Title: "Sent", Share: 3}, {Title: "What became of it", Share: 7}}}
	answered := 0
	for _, f := range y.Forwardings {
		m, known := refs[f.Motion]
		if !known || !y.Period.Has(f.Sent) {
			continue
		}
		answered += b2i(strings.TrimSpace(f.TheirResult) != "")
		words := strings.TrimPrefix(f.Words(y.AsAt), f.To+": ")
		if sent, rest, cut := strings.Cut(words, ", "); cut && strings.HasPrefix(sent, "sent ") {
			words = rest // the column before it says when
		}
		t.Rows = append(t.Rows, []string{m.Ref + " " + m.Title, f.To, f.Sent.Short(), Capital(words)})
	}
	if len(t.Rows) == 0 {
		s.Sentences = []string{"No motion was sent on."}
		return s
	}
	s.Sentences = []string{fmt.Sprintf("%s went out, and a result came back to %d.", NumberOf(len(t.Rows), "copy of a motion", "copies of motions"), answered)}
	s.Tables = []ReportTable{t}
	return s
}
