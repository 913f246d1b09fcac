package election

import (
	"branchbook/data"
	"branchbook/screens/parts"
)

// beginForm is a contest being begun.
type beginForm struct {
	*parts.PanelForm
	of       *Place
	kinds    *parts.Choice
	what     *parts.Choice
	subjects []Subject
	title    *parts.Field
	places   *parts.NumberField
	sum      *parts.Text
	meeting  *parts.Choice
	meetings []MeetingChoice
	method   *parts.Choice
	women    *parts.Check
	freeze   *parts.DateField
	closes   *parts.DateField
	draft    Draft
	typedFor string // the title as it was suggested
}

// waysToVote are the methods of an election, the usual first.
var waysToVote = [...]data.Method{data.SecretBallot, data.Hands, data.Online, data.Cards}

// startBeginning opens the form for a new contest.
func (p *Place) startBeginning() {
	if p.model.Meeting().ID == "" {
		p.deps.Shell.Problem(data.NewProblem("Plan a meeting first, under Meetings: an election belongs to the meeting that decides it.", nil))
		return
	}
	f := &beginForm{of: p, sum: parts.Caption("").Wrapped(2)}
	f.build()
	f.choose(f.usual())
	f.Open(p.deps.Shell, "Record an election", f.what)
}

func (f *beginForm) build() {
	m := f.of.model
	f.subjects = m.Subjects()
	var words []string
	for _, s := range f.subjects {
		words = append(words, s.Words)
	}
	f.what = parts.NewChoice(words, "", f.choose)
	var kinds []string
	for _, k := range data.ContestKinds() {
		kinds = append(kinds, data.Capital(string(k)))
	}
	f.kinds = parts.NewChoice(kinds, "", f.chooseKind)
	f.kinds.Choose(0)
	f.title, f.places = parts.NewField("CLP treasurer"), parts.NewNumberField()
	f.title.OnSubmitted = func(string) { f.record() }
	f.places.OnSubmitted = func(string) { f.record() }
	var chosen int
	f.meetings, chosen = m.Meetings()
	words = nil
	for _, x := range f.meetings {
		words = append(words, x.Words)
	}
	f.meeting = parts.NewChoice(words, "Choose a meeting", f.chooseMeeting)
	f.meeting.Choose(chosen)
	words = nil
	for _, w := range waysToVote {
		words = append(words, data.Capital(string(w)))
	}
	f.method = parts.NewChoice(words, "", nil)
	f.method.Choose(0)
	f.women = parts.NewCheck("For women: an all-women shortlist, or a seat for women", nil)
	f.freeze, f.closes = parts.NewDateField(m.Today()), parts.NewDateField(m.Today())
	f.PanelForm = parts.NewPanelForm(parts.Column(10,
		parts.RowTop(12, parts.Grow(parts.NewFormRow("What for", f.what), 3), parts.Grow(parts.NewFormRow("Kind", f.kinds), 2)),
		parts.RowTop(12, parts.Grow(parts.NewFormRow("Called", f.title), 3), parts.Grow(parts.NewFormRow("Places", f.places), 1)),
		f.sum,
		parts.RowTop(12, parts.Grow(parts.NewFormRow("At", f.meeting), 3), parts.Grow(parts.NewFormRow("By", f.method), 2)),
		f.women,
		parts.RowTop(12, parts.Grow(parts.NewFormRow("Freeze date", f.freeze).WithHint("blank: the day"), 1), parts.Grow(parts.NewFormRow("Nominations until", f.closes).WithHint("blank: the day"), 1))),
		parts.NewButton("Cancel", func() { f.Shut() }).WithKey("Esc"), parts.NewButton("Begin", f.record).Primary().WithKey("Enter"))
}

// usual is the first post without an election at the meeting, else the open seats.
func (f *beginForm) usual() int {
	for _, d := range f.of.model.Drafts() {
		for i, s := range f.subjects {
			if s.Post == d.Subject.Post && s.Body == d.Subject.Body && s.Class == d.Subject.Class {
				return i
			}
		}
	}
	return len(f.subjects) - 1
}

// choose suggests what an election of the subject has as a rule. A title that was typed stays.
func (f *beginForm) choose(i int) {
	f.what.Choose(i)
	kind := f.draft.Kind
	f.draft = f.of.model.Suggest(f.subjects[i])
	if kind != "" {
		f.draft.Kind = kind
	}
	if f.title.Text == f.typedFor {
		f.title.Put(f.draft.Title)
		f.typedFor = f.draft.Title
	}
	f.places.PutNumber(f.draft.Places)
	f.sum.SetText(f.draft.Entitled.Sum)
	f.sum.Hidden = f.draft.Entitled.Sum == ""
	f.women.SetChecked(f.subjects[i].Class == data.WomensSeat)
	parts.Settle(f.sum)
}

// chooseKind goes to a typed title for what is not the branch's own.
func (f *beginForm) chooseKind(i int) {
	f.draft.Kind = data.ContestKinds()[i]
	if f.draft.Kind != data.Elects && !f.draft.Subject.Typed() {
		f.choose(len(f.subjects) - 1)
	}
}

// chooseMeeting reads the other meeting, since what is vacant depends on it.
func (f *beginForm) chooseMeeting(i int) {
	f.of.model.ShowMeeting(f.meetings[i].ID)
	f.of.Refresh()
	f.choose(max(f.what.Chosen(), 0))
}

func (f *beginForm) record() {
	var err error
	d := f.draft
	d.Title, d.Method, d.WomenOnly = f.title.Text, waysToVote[max(f.method.Chosen(), 0)], f.women.Checked()
	if i := f.meeting.Chosen(); i >= 0 {
		d.Meeting = f.meetings[i].ID
	}
	places, _ := f.places.Number()
	if places != d.Places {
		d.Entitled = data.Finding{}
	}
	d.Places = places
	if d.Freeze, err = dateIn(f.freeze); err == nil {
		d.CloseOn, err = dateIn(f.closes)
	}
	line := ""
	if err == nil {
		line, err = f.of.model.Begin(d)
	}
	if err != nil {
		f.Fail(err)
		return
	}
	f.Shut()
	f.of.page.top()
	f.of.said(line, nil)
	f.of.deps.Shell.Focus(f.of.FirstFocus())
}

// dateIn reads a date that may be left blank.
func dateIn(f *parts.DateField) (data.Date, error) {
	if f.Text == "" {
		return data.Date{}, nil
	}
	return f.Date()
}
