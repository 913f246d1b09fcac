package ballot

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"branchbook/screens/parts"
)

func joined(sentences []string) string { return strings.Join(sentences, " ") }

// handedForm asks how many ballots were issued and not cast, and who types.
func (p *Place) handedForm() {
	h := p.model.Handed()
	issued, notCast := parts.NewNumberField(), parts.NewNumberField()
	first, second := parts.NewField("Jean Whitcombe"), parts.NewField("Grace Mbeki")
	if h.Issued > 0 {
		issued.PutNumber(h.Issued)
	}
	if h.NotCast > 0 {
		notCast.PutNumber(h.NotCast)
	}
	first.Put(h.TypedBy)
	second.Put(h.CheckedBy)
	var form *parts.PanelForm
	done := func() {
		h.Issued, _ = issued.Number()
		h.NotCast, _ = notCast.Number()
		h.TypedBy, h.CheckedBy = first.Text, second.Text
		said, err := p.model.PutHanded(h)
		if err != nil {
			form.Fail(err)
			return
		}
		form.Shut()
		p.said(said, nil)
	}
	second.OnSubmitted = func(string) { done() }
	form = parts.NewPanelForm(parts.Column(10,
		parts.NewFormRow("Ballots issued", issued).WithHint("0 if nobody counted them"),
		parts.NewFormRow("Of those not cast", notCast).WithHint("taken away, or handed back"),
		parts.NewFormRow("The first entry is typed by", first).WithHint("optional"),
		parts.NewFormRow("The second by", second).WithHint("better somebody else")),
		parts.NewButton("Cancel", func() { form.Shut() }).WithKey("Esc"), parts.NewButton("Record", done).Primary())
	form.Open(p.deps.Shell, "Ballots issued", issued)
}

// close closes the round, and asks why where something is missing.
func (p *Place) close() {
	if len(p.model.Missing()) == 0 {
		p.closed(p.model.Close(""))
		return
	}
	why := parts.NewField("the tellers counted the pile by hand as well")
	var form *parts.PanelForm
	done := func() {
		said, err := p.model.Close(why.Text)
		if err != nil {
			form.Fail(err)
			return
		}
		form.Shut()
		p.closed(said, nil)
	}
	why.OnSubmitted = func(string) { done() }
	rows := parts.Column(10)
	for _, m := range p.model.Missing() {
		rows.Add(parts.RowTop(8, parts.NewIcon(parts.IconWarning, parts.Amber, 18), parts.Grow(parts.Body(m).Wrapped(0), 1)))
	}
	rows.Add(parts.NewFormRow("Why it is closed all the same", why).WithHint("kept with the round"))
	form = parts.NewPanelForm(rows,
		parts.NewButton("Go on typing", func() { form.Shut() }).WithKey("Esc"), parts.NewButton("Close the round", done))
	form.Open(p.deps.Shell, "Close the round?", why)
}

// closed goes on with the election, which knows what follows a round.
func (p *Place) closed(line string, err error) {
	p.said(line, err)
	if err == nil {
		p.leave()
	}
}

// lotForm records a lot: on whom it fell, and who drew it.
func (p *Place) lotForm() {
	d, ok := p.model.Draw()
	if !ok {
		return
	}
	fell := parts.NewChoice(d.Names, "Nobody yet", nil)
	by := parts.NewField("June Ashworth")
	var form *parts.PanelForm
	done := func() {
		said, err := p.model.PutDraw(d, fell.Chosen(), by.Text)
		if err != nil {
			form.Fail(err)
			return
		}
		form.Shut()
		p.said(said, nil)
	}
	by.OnSubmitted = func(string) { done() }
	form = parts.NewPanelForm(parts.Column(10, parts.Body("A lot decides "+d.Purpose+".").Wrapped(0),
		parts.NewFormRow("It fell on", fell), parts.NewFormRow("Drawn by", by)),
		parts.NewButton("Cancel", func() { form.Shut() }).WithKey("Esc"), parts.NewButton("Record the lot", done).Primary())
	form.Open(p.deps.Shell, "Draw a lot", fell)
}

// rulesWide is the room in a panel for the columns of the rules, and wordy how many of them leave room for "Elected" beside
// the figure.
const (
	rulesWide = 300
	wordy     = 2
)

// othersPanel shows what the same ballots would come to under every other rule that can read them.
func (p *Place) othersPanel() {
	all := append([]Other{{Rule: p.model.Rule(), Count: p.model.Count()}}, p.model.Others()...)
	rows := parts.Column(10)
	for i, o := range all {
		outcome := strings.TrimSpace(o.Count.Wrong + o.Count.Outcome + " " + o.Count.Tie)
		lead := fmt.Sprintf("%s: %s. ", letter(i), o.Rule)
		if i == 0 {
			lead = fmt.Sprintf("%s: %s, as chosen before voting. ", letter(i), o.Rule)
		}
		rows.Add(parts.NewRich(parts.RoleSecondary, parts.Run{Text: lead, Bold: true}, parts.Run{Text: outcome}))
	}
	table := parts.NewRegister(parts.OneLine, ruleColumns(len(all))...)
	names := sideBySide(all)
	table.SetRows(parts.Rows{
		Len: len(names), ID: func(i int) string { return names[i][0].Text },
		Cells: func(i int) []parts.Cell { return names[i] },
	})
	var form *parts.PanelForm
	shut := parts.NewButton("Close", func() { form.Shut() }).Primary().WithKey("Esc")
	high := float32(min(len(names), 8)+1) * (parts.OneLine + 2)
	rows.Objects = append([]fyne.CanvasObject{parts.AtLeast(table, 0, high)}, rows.Objects...)
	form = parts.NewPanelForm(rows, shut)
	form.Open(p.deps.Shell, "The same ballots under another rule", shut)
}

// ruleColumns are the candidate, and the figure under each of n rules.
func ruleColumns(n int) []parts.RegisterColumn {
	columns := []parts.RegisterColumn{{Title: "Candidate", Width: 130, Grow: 1}}
	for i := range n {
		columns = append(columns, parts.RegisterColumn{Title: letter(i), Width: min(110, rulesWide/float32(n)), Grow: 0.5})
	}
	return columns
}

func letter(i int) string { return string(rune('A' + i)) }

// sideBySide is a row for each candidate, with what they come to under each rule.
func sideBySide(all []Other) [][]parts.Cell {
	var rows [][]parts.Cell
	at := map[string]int{}
	for k, o := range all {
		for _, r := range o.Count.Rows {
			if r.Sum {
				continue
			}
			i, known := at[r.Name]
			if !known {
				i = len(rows)
				at[r.Name] = i
				rows = append(rows, make([]parts.Cell, len(all)+1))
				rows[i][0] = parts.Cell{Text: r.Name}
			}
			c := parts.Cell{Text: r.Figures[len(r.Figures)-1].Now}
			if r.Elected {
				c.Icon, c.Tone, c.Bold = parts.IconCheck, parts.Green, true
				if len(all) <= wordy {
					c.Text += " " + r.State.Text
				}
			}
			rows[i][k+1] = c
		}
	}
	return rows
}
