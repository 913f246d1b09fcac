package session

import (
	"strings"

	"fyne.io/fyne/v2"

	"branchbook/data"
	"branchbook/screens/parts"
)

// takingView is the amendment that is being taken: who moves it, the hands, and what they come to.
type takingView struct {
	of       *amendingView
	id       data.AmendmentID
	voting   Voting
	mover    *nameRow
	seconder *nameRow
	numbers  [3]*parts.NumberField
	total    *parts.Text
	check    *parts.Chip
	icon     *parts.Icon
	verdict  *parts.Rich
	casting  *parts.Segments
	note     *parts.Field
	noteRow  *parts.FormRow
	record   *parts.Button
	foot     *fyne.Container
	content  *fyne.Container
}

// newTakingView lays it out anew; what was typed for the same amendment is kept.
func newTakingView(v *amendingView, was *takingView) *takingView {
	t := &takingView{of: v, id: v.page.Current}
	t.voting = v.of.model.VoteOnAmendment(t.id)
	if was != nil && was.id == t.id {
		old := was.voting
		t.voting.For, t.voting.Against, t.voting.Abstained, t.voting.Typed = old.For, old.Against, old.Abstained, old.Typed
		t.voting.Casting, t.voting.Note = old.Casting, old.Note
	}
	var row AmendmentRow
	for _, r := range v.page.Rows {
		if r.Current {
			row = r
		}
	}
	words := parts.Column(0, parts.Bold(row.Does).Wrapped(3))
	if row.Quote != "" {
		words.Add(parts.Body(row.Quote).Wrapped(4))
	}
	t.content = parts.Column(8, parts.RowTop(10, parts.NewKeycap(row.Label), parts.Grow(words, 1)), t.movers(), t.hands(was), t.says(), t.buttons())
	t.show()
	return t
}

func (t *takingView) movers() fyne.CanvasObject {
	a, _ := t.of.of.model.amendment(t.id)
	name := t.of.of.model.name
	t.mover = t.of.of.newNameRow("Moved", func() fyne.Focusable {
		t.keepMovers()
		return t.of.taking.seconder.field.Field()
	})
	t.seconder = t.of.of.newNameRow("Seconded", func() fyne.Focusable {
		t.keepMovers()
		return t.of.taking.numbers[0]
	})
	t.mover.put(a.Mover, name(a.Mover))
	t.seconder.put(a.Seconder, name(a.Seconder))
	return parts.RowTop(10, parts.Grow(t.mover.row, 1), parts.Grow(t.seconder.row, 1))
}

// keepMovers records who moves and seconds, as soon as it is certain. It says whether it is.
func (t *takingView) keepMovers() bool {
	m := t.of.of.model
	mover, known := t.mover.who(m)
	t.mover.row.SetError(unless(known, whoIsMeant))
	seconder, both := t.seconder.who(m)
	t.seconder.row.SetError(unless(both, whoIsMeant))
	if !known || !both {
		return false
	}
	line, err := m.AmendedBy(t.id, mover, seconder)
	if line != "" || err != nil {
		return t.of.of.said(line, err)
	}
	return true
}

func (t *takingView) hands(was *takingView) fyne.CanvasObject {
	row := []fyne.CanvasObject{}
	for i, label := range []string{"For", "Against", "Abstentions"} {
		n := parts.NewDigits()
		n.Named(label)
		if was != nil && was.id == t.id {
			n.Put(was.numbers[i].Text)
		}
		n.OnChanged = func(string) { t.typed(i) }
		n.OnSubmitted = func(string) { t.onward(i) }
		t.numbers[i] = n
		if i > 0 {
			row = append(row, parts.NewText(parts.RoleBody, "+"))
		}
		row = append(row, parts.Fixed(parts.Column(2, parts.Label(label), n), 80))
	}
	t.total, t.check = parts.NewText(parts.RoleFigure, ""), parts.NewChip(parts.Grey, "", "")
	return parts.Row(8, append(row, parts.Grow(parts.Column(4, t.total, parts.Left(t.check)), 1))...)
}

func (t *takingView) says() fyne.CanvasObject {
	t.icon, t.verdict = parts.NewIcon("", parts.Grey, 20), parts.NewRich(parts.RoleBody)
	t.casting = parts.NewSegments([]string{"No casting vote", "Chair for", "Chair against"}, func(i int) {
		t.voting.Casting = castings[i]
		t.show()
	})
	for i, c := range castings {
		if c == t.voting.Casting {
			t.casting.Choose(i)
		}
	}
	t.note = parts.NewField("Counted twice; somebody was not checked in")
	t.note.Put(t.voting.Note)
	t.note.OnChanged = func(text string) { t.voting.Note = text }
	t.note.OnSubmitted = func(string) { t.enter() }
	t.noteRow = parts.NewFormRow("Note on the count", t.note)
	t.foot = parts.Column(6, parts.RowTop(8, t.icon, parts.Grow(t.verdict, 1)), parts.Left(t.casting), t.noteRow)
	return t.foot
}

func (t *takingView) buttons() fyne.CanvasObject {
	t.record = parts.NewButton("Record", t.enter).Primary().Small().WithKey("Enter")
	accepts := parts.NewButton("Mover accepts", func() { t.settle(data.AmendmentAccepted, "") }).Small()
	other := parts.NewButton("Other…", t.other).Small()
	return parts.Row(6, t.record, accepts, other, parts.Gap())
}

// typed reads the numbers, and keeps in view what records them beside the one that is being typed.
func (t *takingView) typed(at int) {
	t.voting.Typed = false
	for i, to := range []*int{&t.voting.For, &t.voting.Against, &t.voting.Abstained} {
		n, ok := t.numbers[i].Number()
		*to = n
		t.voting.Typed = t.voting.Typed || ok
	}
	t.show()
	parts.Reveal(t.record)
	parts.Reveal(t.numbers[at])
}

// onward is Enter in a number: on to the next that is empty, and after the last it records.
func (t *takingView) onward(i int) {
	for n := i + 1; n < len(t.numbers); n++ {
		if t.numbers[n].Text == "" {
			t.of.of.shell.Focus(t.numbers[n])
			return
		}
	}
	t.enter()
}

// enter records the vote. A count that does not tie asks for a note first, as the panel of a vote does.
func (t *takingView) enter() {
	d := t.voting.Verdict()
	switch {
	case !d.Ready || !t.keepMovers():
	case d.TooFar && !t.note.HasFocus() && t.voting.Note == "":
		t.of.of.shell.Focus(t.of.taking.note)
	default:
		t.of.done(t.of.of.model.RecordVote(t.voting))
	}
}

// settle records what became of it without a vote.
func (t *takingView) settle(as data.AmendmentOutcome, note string) {
	if t.keepMovers() {
		t.of.done(t.of.of.model.SettleAmendment(t.id, as, note))
	}
}

// roomChanged counts the voters again.
func (t *takingView) roomChanged() {
	now := t.of.of.model.VoteOnAmendment(t.id)
	t.voting.voters, t.voting.count, t.voting.at = now.voters, now.count, now.at
	t.show()
}

func (t *takingView) show() {
	d := t.voting.Verdict()
	t.total.SetText(d.Total)
	d.Check.Text = strings.TrimSuffix(d.Check.Text, " in the room")
	t.check.Set(d.Check)
	t.icon.Set(d.Icon, d.Tone)
	then := d.Sum
	if d.Ready && !d.TooFar {
		then = "The text changes."
		if !t.voting.vote().Outcome.IsCarried() {
			then = "The text stands as it is."
		}
	}
	t.verdict.SetRuns(parts.Run{Text: strings.TrimSuffix(d.Title, ".") + ". ", Bold: true, Tone: d.Tone}, parts.Run{Text: then})
	t.casting.Hidden, t.noteRow.Hidden = !d.Tied, !d.TooFar
	t.record.SetEnabled(d.Ready)
	t.record.SetLabel(map[bool]string{true: d.Button, false: "Record"}[d.Ready])
	parts.Settle(t.foot)
	parts.Settle(t.content)
}
