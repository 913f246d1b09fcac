package motions

import (
	"fyne.io/fyne/v2"

	"branchbook/data"
	"branchbook/screens/parts"
)

// startSettling asks what became of the motion that is chosen, without a vote. Only what the outcome needs is asked.
func (p *Place) startSettling() {
	if !p.model.Card.Open {
		return
	}
	outcomes := p.model.Settlements()
	var names []string
	for _, o := range outcomes {
		names = append(names, data.Capital(string(o)))
	}
	note, leave := parts.NewField("the executive"), parts.NewCheck("The meeting gave leave", nil)
	noteRow := parts.NewFormRow("Note", note)
	until := newMeetingChoice(p.model, "", nil)
	ids, titles := p.model.composites()
	into := newMotionChoice(ids, titles, "")
	by := parts.NewPersonField("Ruled by", p.model.everybody, nil, nil)
	asked := map[Asked]fyne.CanvasObject{
		AskMeeting: parts.NewFormRow("Until which meeting", until.Choice), AskInto: parts.NewFormRow("Into which composite", into.Choice),
		AskLeave: leave, AskRuler: parts.NewFormRow("Ruled by", by).WithHint("blank: who had the chair"),
	}
	rows := parts.Column(10)
	var outcome *parts.Choice
	chosen := func() data.Outcome {
		if i := outcome.Chosen(); i >= 0 {
			return outcomes[i]
		}
		return data.Undecided
	}
	outcome = parts.NewChoice(names, "Choose what became of it", func(int) {
		for a, row := range asked {
			if a == AskedOf(chosen()) {
				row.Show()
			} else {
				row.Hide()
			}
		}
		parts.Settle(rows)
	})
	for _, row := range asked {
		row.Hide()
	}
	rows.Objects = []fyne.CanvasObject{
		parts.Secondary("A vote is recorded in the meeting. This is for a motion that was settled without one.").Wrapped(0),
		parts.NewFormRow("Outcome", outcome), asked[AskMeeting], asked[AskInto], noteRow.WithHint("to whom it was remitted, on what ground"), asked[AskRuler], leave,
	}
	record := p.put(question{
		heading: "what became of it", verb: "Record", rows: []fyne.CanvasObject{rows}, first: outcome,
		record: func() (string, error) {
			return p.model.Settle(Settlement{
				Outcome: chosen(), Note: note.Text, Until: until.meeting(), Into: into.motion(), Leave: leave.Checked(), By: by.Who(),
			})
		},
	})
	note.OnSubmitted = func(string) { record() }
}

// startMerging asks of which open motions a composite is made.
func (p *Place) startMerging() {
	ids, names := p.model.Mergeable()
	if len(ids) < 2 {
		p.deps.Shell.Problem(data.NewProblem("A composite is made of at least two open motions, and there are not two.", nil))
		return
	}
	var ticks []*parts.Check
	rows := parts.Column(6, parts.Secondary("Their texts are put one under the other for you to merge. Each is then recorded as composited.").Wrapped(0))
	for i, n := range names {
		tick := parts.NewCheck(n, nil)
		tick.SetChecked(ids[i] == p.model.chosen)
		ticks = append(ticks, tick)
		rows.Add(tick)
	}
	var f *parts.PanelForm
	merge := func() {
		var of []data.MotionID
		for i, tick := range ticks {
			if tick.Checked() {
				of = append(of, ids[i])
			}
		}
		d, err := p.model.Composite(of)
		if err != nil {
			f.Fail(err)
			return
		}
		f.Shut()
		p.openMotion("Composite of "+data.NumberOf(len(of), "motion", "motions"), d)
	}
	f = parts.NewPanelForm(rows, parts.NewButton("Cancel", func() { f.Shut() }), parts.NewButton("Go on", merge).Primary())
	f.Open(p.deps.Shell, "Make a composite", ticks[0])
}
