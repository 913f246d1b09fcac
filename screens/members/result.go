package members

import (
	"fmt"

	"branchbook/data"
	"branchbook/screens/parts"
)

// A Result is what bringing in a list did, for as long as it stands.
type Result struct {
	Title string // "Brought in 1 June"
	File  string // "members-june-2026.csv, 218 rows, as at 1 June"
	Sums  []Sum
	Now   string // "214 + 5 new − 3 left = 216"
	Vote  string // "Can vote on 11 June: 200. Quorum 10."
	Said  string // for the undo line

	id     data.ImportID
	record data.ListImport
	cells  map[data.PersonID]parts.Cell
	order  map[data.PersonID]int
}

// A Sum is a number of the result with what it counts.
type Sum struct {
	Icon   parts.IconName
	Tone   parts.Tone
	Number string
	Words  string
}

func resultOf(record data.ListImport, diff data.ListDiff, stored []data.Person) *Result {
	r := &Result{id: record.ID, record: record, cells: map[data.PersonID]parts.Cell{}, order: map[data.PersonID]int{}}
	was := make(map[data.PersonID]data.ListMatch, len(diff.Changed))
	for _, m := range diff.Changed {
		was[m.After.ID] = m
	}
	missing := data.NamesOf(diff.Missing)
	isNew := make(map[data.PersonID]bool, len(diff.New))
	for _, p := range stored[:len(diff.New)] {
		isNew[p.ID] = true
	}
	rejoined, left := 0, 0
	for _, p := range stored {
		cell := parts.Cell{}
		m, changed := was[p.ID]
		_, gone := missing[p.ID]
		switch {
		case isNew[p.ID]:
			cell = parts.Cell{Text: "New", Tone: parts.Green, Icon: parts.IconPlus}
		case gone:
			left++
			cell = parts.Cell{Text: "Left the list " + record.AsAt.DayMonth(), Tone: parts.Grey, Icon: parts.IconMinus}
		case changed:
			rejoined += b2i(m.Rejoined)
			left += b2i(m.Before.Status == data.Member && p.Status == data.Left)
			cell = parts.Cell{Text: whatChanged(m.Fields), Tone: parts.Blue, Icon: parts.IconPencil}
		default:
			continue
		}
		r.order[p.ID] = len(r.cells)
		r.cells[p.ID] = cell
	}
	r.words(diff, rejoined, left)
	return r
}

// whatChanged says it in a few words: "Arrears cleared", "Email changed", "Address and 2 more changed".
func whatChanged(fields []data.FieldChange) string {
	f := fields[0]
	switch {
	case len(fields) > 1:
		return fmt.Sprintf("%s and %d more changed", f.Field, len(fields)-1)
	case f.New == "cleared" || f.New == "rejoined":
		return data.Capital(f.Field + " " + f.New)
	case f.Old == "":
		return f.Field + " added"
	}
	return f.Field + " changed"
}

func (r *Result) words(diff data.ListDiff, rejoined, left int) {
	rec := r.record
	r.Title = "Brought in " + rec.AsAt.DayMonth()
	r.File = joined(", ", rec.File, rec.How, "as at "+rec.AsAt.Short())
	r.Sums = []Sum{
		{parts.IconPlus, parts.Green, fmt.Sprint(rec.New), "new members"},
		{parts.IconPencil, parts.Blue, fmt.Sprint(rec.Changed), "changed"},
		{parts.IconCheck, parts.Grey, fmt.Sprint(rec.Unchanged), "already right, not touched"},
		{parts.IconMinus, parts.Grey, fmt.Sprint(left), "marked as left, kept in past minutes"},
		{parts.IconCross, parts.Red, fmt.Sprint(len(rec.Refused)), refusedRows(rec.Refused)},
	}
	if n := len(diff.Ask); n > 0 {
		r.Sums = append(r.Sums, Sum{parts.IconInfo, parts.Amber, fmt.Sprint(n), "passed over without an answer"})
	}
	before := rec.Counts.Members - rec.New - rejoined + left
	r.Now = fmt.Sprintf("%d + %d new", before, rec.New)
	if rejoined > 0 {
		r.Now += fmt.Sprintf(" + %d rejoined", rejoined)
	}
	r.Now += fmt.Sprintf(" − %d left = %d", left, rec.Counts.Members)
	r.Said = broughtIn(rec, left, before)
}

// broughtIn says in a line what was done, and what Undo would do; before is how many members there were.
func broughtIn(rec data.ListImport, left, before int) string {
	if before == 0 {
		return fmt.Sprintf("Brought in %d new. One Undo takes it all back.", rec.New)
	}
	return fmt.Sprintf("Brought in %d new and %s; %d marked as left. Undo puts back all %d as they were.",
		rec.New, data.NumberOf(rec.Changed, "change", "changes"), left, before)
}

func refusedRows(refused []data.Refusal) string {
	switch n := len(refused); {
	case n == 0:
		return "rows refused"
	case n > 4:
		return fmt.Sprintf("rows refused, the first is %d", refused[0].Row)
	}
	words := ""
	for i, r := range refused {
		switch {
		case i == 0:
		case i == len(refused)-1:
			words += " and "
		default:
			words += ", "
		}
		words += fmt.Sprint(r.Row)
	}
	if len(refused) == 1 {
		return "row refused: " + words
	}
	return "rows refused: " + words
}

// cell is what the import did to somebody; ok is false for those whom it left alone. A nil Result touched nobody.
func (r *Result) cell(id data.PersonID) (parts.Cell, bool) {
	if r == nil {
		return parts.Cell{}, false
	}
	c, ok := r.cells[id]
	return c, ok
}

// ShowResult shows what bringing in a list did, and those whom it touched.
func (m *Model) ShowResult(r *Result) {
	m.Result, m.filter, m.chosen, m.words = r, ThisImport, "", nil
}

// CloseResult goes back to the register of everyone.
func (m *Model) CloseResult() {
	m.Result = nil
	if m.filter == ThisImport {
		m.filter = Everyone
	}
	m.narrow()
}

// keepResult forgets the result when the import was taken back, and brings its sums up to the day that is asked about.
func (m *Model) keepResult(lists []data.ListImport, people []data.Person, rules data.Rules) {
	if m.Result == nil {
		return
	}
	stands := false
	for _, l := range lists {
		stands = stands || l.ID == m.Result.id
	}
	if !stands {
		m.Result = nil
		if m.filter == ThisImport {
			m.filter = Everyone
		}
		return
	}
	eligible, _ := rules.Eligibility.Count(people, m.On)
	quorum, _ := rules.Quorum.Needed(eligible, m.members)
	m.Result.Vote = fmt.Sprintf("Can vote on %s: %d. Quorum %d.", m.On.ShortNear(m.today()), eligible, quorum)
	for _, row := range m.all {
		if c, ok := m.Result.cells[row.ID]; ok && c.Icon == parts.IconPlus && row.in.has(NewMembers) {
			c.Text, c.Tone, c.Icon = row.Standing.Text, row.Standing.Tone, row.Standing.Icon
			m.Result.cells[row.ID] = c
		}
	}
}
