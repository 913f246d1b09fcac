package election

import (
	"fyne.io/fyne/v2"

	"branchbook/data"
	"branchbook/screens/parts"
)

// startParticulars asks for what else is kept: title, places, tellers, objections, the days that count.
func (p *Place) startParticulars() {
	now := p.model.Particulars()
	title, places := parts.NewField("Chair"), parts.NewNumberField()
	title.Put(now.Title)
	places.PutNumber(now.Places)
	tellers := [2]*parts.PersonField{}
	var f *parts.PanelForm
	var record func()
	for k := range tellers {
		tellers[k] = parts.NewPersonField([]string{"First teller", "Second teller"}[k], p.model.everybody, nil, func() {
			if k == 0 {
				p.deps.Shell.Focus(tellers[1].Field())
				return
			}
			record()
		})
		if k < len(now.Tellers) {
			tellers[k].Put(now.Tellers[k])
		}
	}
	objections := parts.NewField("what was objected, and how it was answered")
	objections.Put(now.Objections)
	freeze, closes := parts.NewDateField(p.model.Today()), parts.NewDateField(p.model.Today())
	freeze.PutDate(now.Freeze)
	closes.PutDate(now.CloseOn)
	kept, threshold := parts.NewNumberField(), parts.NewField("a third")
	if now.Women > 0 {
		kept.PutNumber(now.Women)
	}
	threshold.Put(now.Threshold)
	women := parts.NewCheck("For women: an all-women shortlist", nil)
	women.SetChecked(now.WomenOnly)
	record = func() {
		to, err := now, error(nil)
		to.Title, to.WomenOnly, to.Objections = title.Text, women.Checked(), objections.Text
		to.Places, _ = places.Number()
		to.Women, _ = kept.Number()
		to.Threshold = threshold.Text
		to.Tellers, err = tellersOf(tellers[:], now.Tellers)
		if err == nil {
			to.Freeze, err = dateIn(freeze)
		}
		if err == nil {
			to.CloseOn, err = dateIn(closes)
		}
		line := ""
		if err == nil {
			line, err = p.model.SetParticulars(to)
		}
		if err != nil {
			f.Fail(err)
			return
		}
		f.Shut()
		p.said(line, nil)
	}
	called := parts.RowTop(12, parts.Grow(parts.NewFormRow("Called", title), 3), parts.Grow(parts.NewFormRow("Places", places), 1), parts.Grow(parts.NewFormRow("Kept for women", kept), 1))
	if p.model.Page.Trigger {
		called = parts.RowTop(12, parts.Grow(parts.NewFormRow("Called", title), 3), parts.Grow(parts.NewFormRow("Threshold for No", threshold).WithHint("of valid ballots"), 2))
	}
	f = parts.NewPanelForm(parts.Column(10,
		parts.RowTop(12, parts.Grow(parts.NewFormRow("Tellers", tellers[0]), 1), parts.Grow(parts.NewFormRow("and", tellers[1]), 1)),
		parts.NewFormRow("Objections", objections).WithHint("printed with the result"),
		called,
		parts.RowTop(12, parts.Grow(parts.NewFormRow("Freeze date", freeze).WithHint("blank: the day"), 1), parts.Grow(parts.NewFormRow("Nominations until", closes), 1)),
		women), parts.NewButton("Cancel", func() { f.Shut() }).WithKey("Esc"), parts.NewButton("Record", func() { record() }).Primary())
	for _, last := range []*parts.Field{objections, title, &places.Field, &kept.Field, threshold} {
		last.OnSubmitted = func(string) { record() }
	}
	f.Open(p.deps.Shell, "Particulars of the election", tellers[0].Field())
}

// tellersOf reads the tellers, with those beyond the fields as they were.
func tellersOf(fields []*parts.PersonField, now []data.PersonID) ([]data.PersonID, error) {
	var all []data.PersonID
	for _, f := range fields {
		who := f.Who()
		switch {
		case who.ID != "":
			all = append(all, who.ID)
		case !who.IsZero():
			return nil, data.NewProblem("There is nobody called "+who.Name+" in the book. Add them under Members first, or choose another teller.", nil)
		}
	}
	return append(all, now[min(len(fields), len(now)):]...), nil
}

// startDoors asks how the doors of a nomination or selection meeting were kept.
func (p *Place) startDoors() {
	now := p.model.Doors()
	eligible := parts.NewNumberField()
	eligible.PutNumber(now.Eligible)
	_, sum := p.model.Eligible()
	times := [3]*parts.TimeField{}
	rows := []fyne.CanvasObject{parts.NewFormRow("Eligible on the frozen list", eligible).WithHint(sum.Sum)}
	var all []fyne.CanvasObject
	for k, label := range []string{"Statements read from", "Doors closed to voters", "Discussion ended"} {
		times[k] = parts.NewTimeField(true)
		times[k].PutTime([]data.Time{now.Statements, now.ClosedAt, now.Discussed}[k])
		all = append(all, parts.RowTop(8, parts.Grow(parts.NewFormRow(label, times[k]), 1), parts.Pads(parts.NewButton("Now", func() {
			times[k].PutTime(p.model.Now())
		}).Small().Spoken(label+": now"), 26, 0, 0, 0)))
	}
	rows = append(rows, all...)
	p.ask("Doors of the meeting", "Record", parts.Column(10, rows...), &times[2].Field, func() (string, error) {
		d := Doors{}
		d.Eligible, _ = eligible.Number()
		for k, to := range []*data.Time{&d.Statements, &d.ClosedAt, &d.Discussed} {
			at, err := timeIn(times[k])
			if err != nil {
				return "", err
			}
			*to = at
		}
		return p.model.SetDoors(d)
	})
}

// startRefusing asks who came too late to vote.
func (p *Place) startRefusing() {
	at := parts.NewTimeField(true)
	at.PutTime(p.model.Now())
	who := parts.NewPersonField("Who", p.model.everybody, nil, func() { p.deps.Shell.Focus(at) })
	rows := parts.Column(12, parts.NewFormRow("Who came after the doors were closed", who), parts.NewFormRow("At", at))
	p.ask("Came too late to vote", "Record", rows, &at.Field, func() (string, error) {
		when, err := timeIn(at)
		if err != nil {
			return "", err
		}
		return p.model.Refuse(who.Who(), when)
	})
}
