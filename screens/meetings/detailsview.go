package meetings

import (
	"strings"

	"fyne.io/fyne/v2"

	"branchbook/data"
	"branchbook/screens/parts"
)

// detailsView is the column of details, with the quorum under it.
type detailsView struct {
	view    *fyne.Container
	kind    *parts.Choice
	date    *parts.FormRow
	entries []*entry

	quorum                              *parts.Text
	needed, sum, people, other, sources *parts.Text
}

func newDetailsView(p *Place) *detailsView {
	v := &detailsView{}
	move := parts.NewButton("Move the date…", p.startCalling).Small()
	var kinds []string
	for _, k := range data.MeetingKinds() {
		kinds = append(kinds, k.String())
	}
	v.kind = parts.NewChoice(kinds, "", func(i int) {
		p.try(p.m.SetKind(data.MeetingKinds()[i]), "It is now "+kinds[i]+".")
	})
	today := data.DateOf(p.d.Now())
	date, starts, ends, venue := parts.NewDateField(today), parts.NewTimeField(true), parts.NewTimeField(true), parts.NewField("")
	v.date = parts.NewFormRow("Date", date)
	startsRow, endsRow := parts.NewFormRow("Starts", starts), parts.NewFormRow("No later than", ends)
	access := parts.NewField("step-free; ring the side bell")
	venueRow, accessRow := parts.NewFormRow("Venue", venue), parts.NewFormRow("Getting in", access).WithHint("in the notice")
	theme, with := parts.NewField("optional"), parts.NewField("other branches, of a joint meeting")
	themeRow, withRow := parts.NewFormRow("Theme", theme), parts.NewFormRow("Together with", with)
	v.tie(p, &date.Field, v.date, func() string { return p.m.Plan.Date.String() }, func(string) error {
		on, err := date.Date()
		if err == nil {
			err = p.m.SetDate(on)
		}
		return err
	})
	v.tie(p, &starts.Field, startsRow, func() string { return p.m.Plan.Starts.String() }, timed(starts, p.m.SetStarts))
	v.tie(p, &ends.Field, endsRow, func() string { return p.m.Plan.Ends.String() }, timed(ends, p.m.SetEndsBy))
	v.tie(p, venue, venueRow, func() string { return p.m.Plan.Venue }, p.m.SetVenue)
	form := parts.Column(12,
		parts.NewFormRow("Kind", v.kind), v.date,
		parts.RowTop(10, parts.Grow(startsRow, 1), parts.Grow(endsRow, 1)), venueRow, accessRow,
		v.who(p, "Chair", func() string { return p.m.Plan.Chair }, p.m.SetChair),
		v.who(p, "Minute-taker", func() string { return p.m.Plan.MinuteTaker }, p.m.SetMinuteTaker),
		themeRow, withRow, v.quorumCard())
	v.tie(p, theme, themeRow, func() string { return p.m.Plan.Theme }, p.m.SetTheme)
	v.tie(p, with, withRow, func() string { return p.m.Plan.With }, p.m.SetWith)
	v.tie(p, access, accessRow, func() string { return p.m.Plan.Access }, p.m.SetAccess)
	v.view = parts.HeadedCard("Details", move, parts.Column(0, parts.NewScroller(parts.Pads(form, 3, 3, 3, 3))))
	return v
}

func timed(field *parts.TimeField, set func(data.Time) error) func(string) error {
	return func(string) error {
		at, err := field.Time()
		if err != nil {
			return err
		}
		return set(at)
	}
}

// tie stores a field of the form when the caret leaves it.
func (v *detailsView) tie(p *Place, field *parts.Field, row *parts.FormRow, stored func() string, store func(string) error) {
	v.entries = append(v.entries, tie(&entry{
		field: field, stored: stored, store: store, failed: row.SetError, saved: func() { p.try(nil, "") },
	}))
}

// who is a field for a person.
func (v *detailsView) who(p *Place, label string, stored func() string, set func(data.PersonID) error) *parts.FormRow {
	name := parts.NewNameField("Nobody yet", p.m.Match, func(c parts.Candidate) {
		p.try(set(data.PersonID(c.ID)), label+": "+c.Name+".")
	})
	name.Keep = true
	name.Field().Named(label)
	row := parts.NewFormRow(label, name)
	v.tie(p, name.Field(), row, stored, func(typed string) error {
		if strings.TrimSpace(typed) == "" {
			return set("")
		}
		who, ok := p.m.whole(typed)
		if !ok {
			return data.NewProblem("Choose a name from the list under the field. Somebody who is not on it can be added under Members.", nil)
		}
		return set(who)
	})
	return row
}

func (v *detailsView) quorumCard() fyne.CanvasObject {
	v.quorum, v.needed = parts.Label(""), parts.NewText(parts.RoleFigure, "").Wrapped(2)
	v.sum, v.people = parts.Secondary("").Wrapped(0), parts.Caption("").Wrapped(0)
	v.other, v.sources = parts.Caption("").Wrapped(0), parts.Caption("").Wrapped(0)
	return parts.Sunken(parts.Column(3, v.quorum, v.needed, v.sum, v.people, v.other, v.sources))
}

func (v *detailsView) show(p plan) {
	v.kind.Choose(p.Kind)
	for _, e := range v.entries {
		e.show()
	}
	v.date.WithHint(p.DateHint)
	v.quorum.SetText(p.Quorum.Title)
	v.needed.SetText(p.Quorum.Needed)
	v.sum.SetText(p.Quorum.Sum)
	v.people.SetText(p.Quorum.People)
	v.other.SetText(p.Quorum.Other)
	v.sources.SetText(p.Quorum.Source)
}
