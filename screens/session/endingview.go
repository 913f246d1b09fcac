package session

import (
	"strings"

	"fyne.io/fyne/v2"

	"branchbook/data"
	"branchbook/screens/parts"
	"branchbook/screens/place"
)

// endingPanel asks in a panel what became of a motion without a vote on it. A letter chooses; what wants no more words is
// recorded at once, and Undo takes it back.
func (p *Place) endingPanel(motion data.MotionID) {
	mo, ok := p.model.motion(motion)
	if !ok {
		return
	}
	f := &endingForm{of: p, motion: mo, all: p.model.Endings(motion)}
	f.build()
	f.panel.Open(p.shell, "What became of "+mo.Ref+"?", f.buttons[0])
}

// endNow asks what became of the motion in debate, or of the first that is still to be moved.
func (p *Place) endNow() {
	if mo, ok := p.model.Debated(); ok {
		p.endingPanel(mo.ID)
		return
	}
	for _, c := range p.model.Motions() {
		p.endingPanel(c.Draft.ID)
		return
	}
	p.shell.Problem(data.NewProblem("No motion of this meeting is still to be decided.", nil))
}

// endingForm is the panel: the endings with a letter each, and what completes the one that is chosen.
type endingForm struct {
	of      *Place
	motion  data.Motion
	all     []Ending
	buttons []*parts.Button
	later   []data.Meeting
	made    []data.Motion // composites

	chosen int // -1 until a letter was typed that wants more words
	name   *parts.Text
	ask    *parts.Text
	note   *parts.Field
	until  *parts.Choice
	into   *parts.Choice
	leave  *parts.Check
	odd    *parts.Text
	more   *fyne.Container
	do     *parts.Button
	rows   *fyne.Container
	panel  *parts.PanelForm
}

func (f *endingForm) build() {
	var err error
	if f.later, err = f.of.model.PutOffTo(); err != nil {
		f.of.shell.Problem(err)
	}
	if f.made, err = f.of.model.Composites(f.motion.ID); err != nil {
		f.of.shell.Problem(err)
	}
	f.chosen = -1
	f.name, f.ask, f.odd = parts.CardHeading(""), parts.Caption(""), parts.Secondary("").Wrapped(2)
	f.note = parts.NewField("")
	f.note.OnSubmitted = func(string) { f.record() }
	f.until, f.into = parts.NewChoice(f.days(), "", func(int) { f.show() }), parts.NewChoice(f.composites(), "", func(int) { f.show() })
	f.until.Choose(min(1, len(f.later)))
	f.into.Choose(min(1, len(f.made)))
	f.leave = parts.NewCheck("With leave of the meeting", func(bool) { f.show() })
	f.leave.SetChecked(f.motion.Status == data.Seconded)
	f.do = parts.NewButton("Record", f.record).Primary().WithKey("Enter")
	back := parts.NewButton("Cancel", func() { f.panel.Shut() }).WithKey("Esc")
	f.more = parts.Column(8, parts.Rule(), f.name, f.until, f.into, f.leave, parts.Column(4, f.ask, f.note), f.odd)
	f.rows = parts.Column(10, f.letters(), f.more)
	f.panel = parts.NewPanelForm(f.rows, back, f.do).WithKeys(place.KeyTakerFunc(f.typedKey))
	f.show()
}

func (f *endingForm) days() []string {
	days := []string{"To no meeting that is planned"}
	for _, me := range f.later {
		days = append(days, "To "+me.Date.String()+", "+strings.ToLower(me.Kind.String()))
	}
	return days
}

func (f *endingForm) composites() []string {
	refs := []string{"Into a composite that is not in the book"}
	for _, mo := range f.made {
		refs = append(refs, "Into "+mo.Ref+" "+mo.Title)
	}
	return refs
}

// letters are the endings in two columns, what is usual from where the motion stands first.
func (f *endingForm) letters() fyne.CanvasObject {
	var columns [2][]fyne.CanvasObject
	for i, e := range f.all {
		b := parts.NewButton(e.Words, func() { f.choose(i) }).Small().Leading().WithKey(strings.ToUpper(string(e.Key)))
		if !e.Usual {
			b.Quiet()
		}
		f.buttons = append(f.buttons, b)
		side := one(i >= (len(f.all)+1)/2)
		columns[side] = append(columns[side], b)
	}
	return parts.RowTop(8, parts.Grow(parts.Column(4, columns[0]...), 1), parts.Grow(parts.Column(4, columns[1]...), 1))
}

// typedKey chooses by letter, where no field takes the letters.
func (f *endingForm) typedKey(ev *fyne.KeyEvent) bool {
	for i, e := range f.all {
		if string(ev.Name) == strings.ToUpper(string(e.Key)) {
			f.choose(i)
			return true
		}
	}
	return false
}

// choose records what wants no more words; of the others it asks for them.
func (f *endingForm) choose(i int) {
	f.chosen = i
	f.show()
	switch e := f.all[i]; {
	case e.Outcome == data.Deferred && len(f.later) > 0:
		f.of.shell.Focus(f.until)
	case e.Outcome == data.Composited && len(f.made) > 0:
		f.of.shell.Focus(f.into)
	case e.Ask != "":
		f.of.shell.Focus(f.note)
	case e.Outcome == data.Withdrawn && f.motion.Status == data.Seconded:
		f.of.shell.Focus(f.do)
	default:
		f.record()
	}
}

func (f *endingForm) show() {
	f.more.Hidden = f.chosen < 0
	f.do.SetEnabled(f.chosen >= 0)
	if f.chosen < 0 {
		parts.Settle(f.rows)
		return
	}
	e := f.all[f.chosen]
	f.name.SetText(e.Words)
	f.until.Hidden = e.Outcome != data.Deferred || len(f.later) == 0
	f.into.Hidden = e.Outcome != data.Composited || len(f.made) == 0
	f.leave.Hidden = e.Outcome != data.Withdrawn
	f.note.Hidden = e.Ask == "" || !f.until.Hidden && f.until.Chosen() > 0 || !f.into.Hidden && f.into.Chosen() > 0
	f.ask.Hidden = f.note.Hidden
	f.ask.SetText(e.Ask)
	f.note.Named(e.Ask)
	f.note.SetPlaceHolder(e.Hint)
	odd := f.of.model.oddly(f.motion, e.Outcome)
	if e.Outcome == data.Withdrawn && f.leave.Checked() {
		odd = ""
	}
	f.odd.Hidden = odd == ""
	f.odd.SetText(data.Capital(odd))
	parts.Settle(f.more)
	parts.Settle(f.rows)
}

func (f *endingForm) record() {
	if f.chosen < 0 {
		return
	}
	e := f.all[f.chosen]
	if e.DecidedByVote() {
		f.panel.Shut()
		f.of.voteOn(f.of.model.VoteToPassOn(f.motion.ID, e.Outcome))
		return
	}
	how := data.Ending{Outcome: e.Outcome, Leave: !f.leave.Hidden && f.leave.Checked()}
	if !f.note.Hidden {
		how.Note = f.note.Text
	}
	if i := f.until.Chosen(); !f.until.Hidden && i > 0 {
		how.Until = f.later[i-1]
	}
	if i := f.into.Chosen(); !f.into.Hidden && i > 0 {
		how.Into = f.made[i-1]
	}
	line, err := f.of.model.End(f.motion.ID, how)
	if err != nil {
		f.panel.Fail(err)
		return
	}
	f.panel.Shut()
	f.of.recorded(line, nil)
}
