package data

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// MotionColumn is one column of the register of motions.
type MotionColumn struct {
	Key, Title string
	Kind       ColumnKind
	// Named marks what names people: the public version is without it. Aside marks what a page has no room for.
	Named, Aside bool
}

// MotionColumns lists every column of the register of motions in its order: first what a page across has room for in
// letters that can be read, with what a recipient fills in, and then the others.
func MotionColumns() []MotionColumn {
	return []MotionColumn{
		{Key: "ref", Title: "Ref", Kind: CodeColumn},
		{Key: "meeting", Title: "Meeting date", Kind: DateColumn},
		{Key: "title", Title: "Title", Kind: ProseColumn},
		{Key: "mover", Title: "Mover", Named: true},
		{Key: "for", Title: "For", Kind: NumberColumn},
		{Key: "against", Title: "Against", Kind: NumberColumn},
		{Key: "abstained", Title: "Abst", Kind: NumberColumn},
		{Key: "outcome", Title: "Outcome"},
		{Key: "sentto", Title: "Sent to"},
		{Key: "sent", Title: "Date sent", Kind: DateColumn},
		{Key: "acknowledged", Title: "Acknowledged", Kind: DateColumn},
		{Key: "theirmeeting", Title: "Their meeting", Kind: DateColumn},
		{Key: "result", Title: "Their result"},
		{Key: "seconder", Title: "Seconder", Named: true, Aside: true},
		{Key: "kind", Title: "Kind", Aside: true},
		{Key: "received", Title: "Received", Kind: DateColumn, Aside: true},
		{Key: "ontime", Title: "On time", Aside: true},
		{Key: "amendments", Title: "Amendments", Aside: true},
		{Key: "method", Title: "Method", Aside: true},
		{Key: "casting", Title: "Casting", Aside: true},
		{Key: "reported", Title: "Reported back", Kind: DateColumn, Aside: true},
		{Key: "closed", Title: "Closed", Kind: DateColumn, Aside: true},
		{Key: "minute", Title: "Minute ref", Aside: true},
		{Key: "how", Title: "How received", Aside: true},
		{Key: "note", Title: "Outcome note", Aside: true},
		{Key: "follows", Title: "Follows on", Aside: true},
		{Key: "closedwhy", Title: "Why closed", Aside: true},
		{Key: "amount", Title: "Amount", Aside: true},
		{Key: "tags", Title: "Tags", Aside: true},
		{Key: "submitted", Title: "Text as submitted", Kind: ProseColumn, Aside: true},
		{Key: "text", Title: "Text as agreed", Kind: ProseColumn, Aside: true},
	}
}

// A RegisterInput is what the register of motions is worked out from.
type RegisterInput struct {
	Branch      Branch
	Motions     []Motion
	Amendments  map[MotionID][]Amendment
	Votes       map[VoteID]Vote
	Meetings    map[MeetingID]Meeting
	Forwardings []Forwarding
	// Items number the agenda items, for the reference to the minutes; nil leaves that out.
	Items  map[ItemID]string
	People Names
	Rules  []Rules
	AsAt   Date
	// Public leaves out who moved and seconded.
	Public bool
}

// A MotionsRegisterDoc is the register of motions, ready to print.
type MotionsRegisterDoc struct {
	Branch  string
	AsAt    Date
	Public  bool
	Columns []MotionColumn
	// Rows are in order of reference, with a row for each copy that was sent on.
	Rows []MotionRow
	// Summary is "14 motions: 11 carried, 2 lost, 1 remitted".
	Summary string
}

// A MotionRow is one line of the register: a motion, with one of the copies that were sent on. Copy counts those of a
// motion from 1; it is 0 where nothing was sent.
type MotionRow struct {
	Motion     Motion
	Copy       int
	Forwarding Forwarding
	// Meeting is where the motion is, or was, taken; Vote what decided it, where Voted.
	Meeting Meeting
	Vote    Vote
	Voted   bool

	words map[string]string
}

// MotionsRegister works out the register.
func MotionsRegister(in RegisterInput) MotionsRegisterDoc {
	d := MotionsRegisterDoc{Branch: in.Branch.PaperName(), AsAt: in.AsAt, Public: in.Public, Columns: MotionColumns()}
	if in.Public {
		d.Columns = slices.DeleteFunc(d.Columns, func(c MotionColumn) bool { return c.Named })
	}
	motions := slices.Clone(in.Motions)
	slices.SortStableFunc(motions, func(a, b Motion) int {
		return cmp.Or(strings.Compare(a.Ref, b.Ref), strings.Compare(string(a.ID), string(b.ID)))
	})
	sent := make(map[MotionID][]Forwarding, len(in.Forwardings))
	for _, f := range in.Forwardings {
		sent[f.Motion] = append(sent[f.Motion], f)
	}
	for _, m := range motions {
		row := in.row(m)
		copies := MotionLife{Forwardings: sent[m.ID]}.sorted()
		if len(copies) == 0 {
			d.Rows = append(d.Rows, row)
		}
		for i, f := range copies {
			row.Copy, row.Forwarding = i+1, f
			d.Rows = append(d.Rows, row)
		}
	}
	d.Summary = summaryOf(motions)
	return d
}

func summaryOf(motions []Motion) string {
	var parts []string
	for _, o := range append([]Outcome{Undecided}, AllEndings()...) {
		n := 0
		for _, m := range motions {
			n += b2i(m.Outcome == o)
		}
		if n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n, cmp.Or(string(o), "open")))
		}
	}
	if len(parts) == 0 {
		return "No motions"
	}
	return NumberOf(len(motions), "motion", "motions") + ": " + strings.Join(parts, ", ")
}

func (in RegisterInput) row(m Motion) MotionRow {
	row := MotionRow{Motion: m, Meeting: in.Meetings[m.Meeting]}
	if v, ok := in.Votes[m.Vote]; ok && m.Vote != "" {
		row.Vote, row.Voted = v, true
	}
	row.words = map[string]string{
		"kind": Capital(cmp.Or(string(m.Kind), "ordinary")), "how": m.How, "ontime": in.onTime(m, row.Meeting),
		"amendments": amendmentsWords(in.Amendments[m.ID]), "method": string(row.Vote.Method), "casting": string(row.Vote.Casting),
		"outcome": Capital(cmp.Or(string(m.Outcome), string(m.Status))), "note": m.OutcomeNote, "follows": in.follows(m),
		"amount": m.Amount.String(), "tags": strings.Join(m.Tags, ", "), "submitted": m.Submitted, "title": m.Title, "ref": m.Ref,
	}
	if row.Voted && row.Vote.Declared != Counted {
		row.words["method"] = string(row.Vote.Declared)
	}
	if m.CurrentText() != m.Submitted {
		row.words["text"] = m.Text
	}
	if !in.Public {
		row.words["mover"], row.words["seconder"] = in.People.Name(m.Mover), in.People.Name(m.Seconder)
	}
	if n := in.Items[m.Item]; n != "" && !row.Meeting.Date.IsZero() {
		row.words["minute"] = fmt.Sprintf("%s, item %s", row.Meeting.Date.Short(), n)
	}
	return row
}

func (in RegisterInput) onTime(m Motion, meeting Meeting) string {
	if m.Received.IsZero() || meeting.Date.IsZero() {
		return ""
	}
	f := RulesOn(in.Rules, meeting.Date).Motions.Judge(m.Received, meeting.Date)
	if f.Verdict == "in time" {
		return "Yes"
	}
	return Capital(f.Verdict)
}

// amendmentsWords is "3, 1 carried"; "" for none.
func amendmentsWords(all []Amendment) string {
	if len(all) == 0 {
		return ""
	}
	n := 0
	for _, a := range all {
		n += b2i(a.Outcome.TakesEffect())
	}
	return fmt.Sprintf("%d, %d carried", len(all), n)
}

func (in RegisterInput) follows(m Motion) string {
	known := map[MotionID]Motion{}
	for _, x := range in.Motions {
		known[x.ID] = x
	}
	return m.followsWords(known)
}

// People is how many the register names.
func (d MotionsRegisterDoc) People() int {
	named := map[PersonID]bool{}
	for _, r := range d.Rows {
		for _, who := range []PersonID{r.Motion.Mover, r.Motion.Seconder} {
			if who != "" && !d.Public {
				named[who] = true
			}
		}
	}
	return len(named)
}

// Value returns what the row has under the column: a string, an int or a Date; nil for an empty cell.
func (r MotionRow) Value(c MotionColumn) any {
	day := map[string]Date{
		"meeting": r.Meeting.Date, "received": r.Motion.Received, "sent": r.Forwarding.Sent, "acknowledged": r.Forwarding.Acknowledged,
		"theirmeeting": r.Forwarding.TheirMeeting, "reported": r.Forwarding.ReportedBack, "closed": r.Forwarding.Closed,
	}
	count := map[string]int{"for": r.Vote.For, "against": r.Vote.Against, "abstained": r.Vote.Abstained}
	var words string
	switch c.Key {
	case "for", "against", "abstained":
		if r.Voted && r.Vote.Declared == Counted && r.Vote.Total() > 0 {
			return count[c.Key]
		}
		return nil
	case "sentto":
		words = r.Forwarding.To
	case "result":
		words = r.Forwarding.TheirResult
	case "closedwhy":
		words = r.Forwarding.ClosedWhy
	default:
		if d, isDay := day[c.Key]; isDay {
			if d.IsZero() {
				return nil
			}
			return d
		}
		words = r.words[c.Key]
	}
	if words == "" {
		return nil
	}
	return words
}

// Text returns the value as the spreadsheet shows it: dates as 11/06/2026.
func (r MotionRow) Text(c MotionColumn) string {
	switch v := r.Value(c).(type) {
	case string:
		return v
	case int:
		return strconv.Itoa(v)
	case Date:
		return v.format("02/01/2006")
	}
	return ""
}

// Table returns the register as a table of text, headings first.
func (d MotionsRegisterDoc) Table() [][]string {
	out := [][]string{nil}
	for _, c := range d.Columns {
		out[0] = append(out[0], c.Title)
	}
	for _, r := range d.Rows {
		var cells []string
		for _, c := range d.Columns {
			cells = append(cells, r.Text(c))
		}
		out = append(out, cells)
	}
	return out
}
