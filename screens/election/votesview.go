package election

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"

	"branchbook/data"
	"branchbook/screens/parts"
)

// votesView is the figures of a round, typed down a column: what became of the ballots, then the votes of each nominee. A
// figure is in the book as soon as the caret leaves it. At a stage of a preferential count it asks for the totals of those
// who are left, which are recorded together.
type votesView struct {
	of      *Place
	view    *fyne.Container
	head    *parts.Text
	ballots *fyne.Container
	issued  *parts.NumberField
	valid   *parts.NumberField
	spoilt  *parts.NumberField
	notCast *parts.NumberField
	sum     *parts.Chip
	wrong   *parts.Text
	rows    *fyne.Container
	key     string // the round or stage that the rows are for
	who     []int
	fields  []*parts.NumberField
	last    *parts.NumberField // exhausted ballots, at a stage
	stage   bool
}

func newVotesView(of *Place) *votesView {
	v := &votesView{of: of, head: parts.Secondary("").Wrapped(0), rows: parts.Column(4), sum: parts.ChipOf(parts.Mark{}), wrong: parts.Secondary("").In(parts.Red).Wrapped(0)}
	v.issued = v.ballot("Ballots issued", func(n int) error { return of.model.PutFigure(Issued, n) })
	v.valid = v.ballot("Valid", func(n int) error { return of.model.PutFigure(Valid, n) })
	v.spoilt = v.ballot("Spoilt", func(n int) error { return of.model.PutSpoilt("", n) })
	v.notCast = v.ballot("Not cast", func(n int) error { return of.model.PutFigure(NotCast, n) })
	// Enter goes on down the figures, past the button beside them.
	v.notCast.OnSubmitted = func(string) {
		if len(v.fields) > 0 {
			of.deps.Shell.Focus(v.fields[0])
		}
	}
	figure := func(name string, f *parts.NumberField) fyne.CanvasObject {
		return parts.Column(2, parts.Label(name), parts.Fixed(f, 84))
	}
	reasons := parts.NewButton("Spoilt, by reason…", of.startSpoilt).Small().WithKey("Alt+S")
	v.ballots = parts.Column(6, parts.Lines(12, figure("Issued", v.issued), figure("Valid", v.valid), figure("Spoilt", v.spoilt), figure("Not cast", v.notCast), parts.Column(2, parts.Label(" "), reasons)),
		parts.Left(v.sum))
	v.wrong.Hide()
	v.view = parts.Column(0, parts.NewScroller(parts.Pad(parts.Column(10, v.head, v.ballots, v.wrong, v.rows), 15)))
	return v
}

// ballot is a field of the ballots.
func (v *votesView) ballot(name string, put func(int) error) *parts.NumberField {
	f := parts.NewNumberField()
	f.Named(name)
	v.keeping(f, put)
	return f
}

// keeping puts a field's number in the book when the caret leaves it, and shows what it comes to while it is typed.
func (v *votesView) keeping(f *parts.NumberField, put func(int) error) {
	f.OnChanged = func(string) { v.preview() }
	f.OnFocus = func(here bool) {
		if here || v.stage {
			return
		}
		n, ok := f.Number()
		if !ok && f.Text != "" {
			return
		}
		if err := put(n); err != nil {
			v.fail(err)
			return
		}
		v.of.Refresh()
	}
}

// show fills the fields from the book. What is being typed in the field that has the caret is left alone.
func (v *votesView) show(p *Page) {
	w, stage := v.of.model.Wanted()
	v.stage = stage && !p.Voting
	v.ballots.Hidden = v.stage
	if v.stage {
		v.showStage(w)
		return
	}
	r := p.Ballots.Round
	v.head.SetText(fmt.Sprintf("%s: type the figures down the column; Enter goes on. Where nobody counted the valid ballots, they are worked out.", p.Ballots.Heading))
	key := fmt.Sprintf("%s round %d", v.of.model.Shown(), len(v.of.model.held.contest.Rounds))
	if key != v.key || !slices.Equal(v.who, r.Standing) {
		v.key, v.who = key, slices.Clone(r.Standing)
		v.build(func(int, int) string { return "" })
	}
	for _, f := range []struct {
		field *parts.NumberField
		n     int
	}{{v.issued, r.Issued}, {v.valid, r.Valid}, {v.spoilt, r.SpoiltInAll()}, {v.notCast, r.NotCast}} {
		put(f.field, f.n, f.n > 0)
	}
	v.spoilt.Disable()
	if len(r.Spoilt) == 0 || len(r.Spoilt) == 1 && r.Spoilt[0].Reason == "" {
		v.spoilt.Enable()
	}
	for k, i := range v.who {
		n, has := r.Votes[i]
		put(v.fields[k], n, has)
	}
	v.preview()
}

// put shows a number, or nothing for one that was not counted.
func put(f *parts.NumberField, n int, has bool) {
	if !has {
		if _, typed := f.Number(); typed && !f.HasFocus() {
			f.Put("")
		}
		return
	}
	if !f.HasFocus() {
		f.PutNumber(n)
	}
}

// showStage asks for the totals after somebody went out.
func (v *votesView) showStage(w Stage) {
	v.head.SetText(fmt.Sprintf("Stage %d: %s went out. Type the totals of those who are left, with what passed to them; then the exhausted ballots, or leave those blank.", w.Number, v.of.model.called(w.Out)))
	key := fmt.Sprintf("%s stage %d", v.of.model.Shown(), w.Number)
	if key == v.key && slices.Equal(v.who, w.Left) {
		return
	}
	v.key, v.who = key, slices.Clone(w.Left)
	v.build(func(_, nominee int) string { return fmt.Sprintf("had %d", w.Before[nominee]) })
	v.last = parts.NewNumberField()
	v.last.Named("Exhausted ballots, in all")
	v.last.OnSubmitted = func(string) { v.recordStage() }
	v.rows.Objects = append(v.rows.Objects, voteRow("", "Exhausted, in all so far", "", v.last))
	v.fields[len(v.fields)-1].OnSubmitted = nil
	parts.Settle(v.rows)
}

// build makes a row for each nominee on the paper.
func (v *votesView) build(beside func(i, nominee int) string) {
	v.fields, v.rows.Objects, v.last = nil, nil, nil
	for k, i := range v.who {
		f := parts.NewNumberField()
		f.Named("Votes for " + v.of.model.called(i))
		v.keeping(f, func(n int) error {
			if f.Text == "" {
				return nil
			}
			return v.of.model.PutVotes(i, n)
		})
		v.fields = append(v.fields, f)
		number := ""
		if n := v.of.model.held.contest.Nominees[i].Number; n > 0 {
			number = fmt.Sprint(n)
		}
		v.rows.Objects = append(v.rows.Objects, voteRow(number, v.of.model.called(i), beside(k, i), f))
	}
	if n := len(v.fields); n > 0 {
		v.fields[n-1].OnSubmitted = func(string) { v.of.goOn() }
	}
	v.say("")
	parts.Settle(v.rows)
}

func voteRow(number, name, beside string, f *parts.NumberField) fyne.CanvasObject {
	return parts.Row(10, parts.Fixed(parts.Secondary(number), 24), parts.Fixed(f, 84), parts.Grow(parts.Body(name).Wrapped(2), 1), parts.Secondary(beside))
}

// typed is the round as it stands in the fields.
func (v *votesView) typed() (data.Round, bool) {
	p := v.of.model.Page
	if p == nil || p.Ballots == nil || v.stage {
		return data.Round{}, false
	}
	r := p.Ballots.Round
	r.Issued, _ = v.issued.Number()
	r.Valid, _ = v.valid.Number()
	r.NotCast, _ = v.notCast.Number()
	if n, _ := v.spoilt.Number(); !v.spoilt.Disabled() {
		r = r.PutSpoilt("", n)
	}
	r.Votes = map[int]int{}
	for k, i := range v.who {
		if n, ok := v.fields[k].Number(); ok {
			r.Votes[i] = n
		}
	}
	return r, true
}

// preview shows the sum of the ballots as they are typed, and what is wrong with figures that cannot be.
func (v *votesView) preview() {
	r, ok := v.typed()
	if !ok {
		return
	}
	sum, wrong := v.of.model.Closing(r)
	v.sum.Set(sumMark(sum))
	v.say(wrong)
}

// say shows what is wrong; "" for nothing.
func (v *votesView) say(wrong string) {
	if v.wrong.Text() == wrong && v.wrong.Hidden == (wrong == "") {
		return
	}
	v.wrong.Hidden = wrong == ""
	v.wrong.SetText(wrong)
	parts.Settle(v.wrong)
}

func (v *votesView) fail(err error) { v.say(data.Say(err)) }

// keep puts what is being typed in the book, as leaving the field would.
func (v *votesView) keep() {
	for _, f := range append([]*parts.NumberField{v.issued, v.valid, v.spoilt, v.notCast}, v.fields...) {
		if f.HasFocus() && f.OnFocus != nil {
			f.OnFocus(false)
		}
	}
}

// forget empties the fields of a round that is over.
func (v *votesView) forget() {
	if v.key == "" {
		return
	}
	v.key, v.who, v.fields, v.stage = "", nil, nil, false
	for _, f := range []*parts.NumberField{v.issued, v.valid, v.spoilt, v.notCast} {
		f.Put("")
	}
}

// recordStage records the totals of the stage.
func (v *votesView) recordStage() {
	if !v.stage {
		return
	}
	votes := map[int]int{}
	for k, i := range v.who {
		n, ok := v.fields[k].Number()
		if !ok {
			v.say("Type the total of " + v.of.model.called(i) + " after this stage.")
			v.of.deps.Shell.Focus(v.fields[k])
			return
		}
		votes[i] = n
	}
	exhausted := -1
	if n, ok := v.last.Number(); ok {
		exhausted = n
	}
	line, err := v.of.model.PutStage(votes, exhausted)
	if err != nil {
		v.fail(err)
		return
	}
	v.of.said(line, nil)
	v.of.deps.Shell.Focus(v.of.page.first())
}

// first is the first figure that is not typed yet. A round whose ballots were only given out begins at those that cannot be
// counted, since how many are valid is worked out.
func (v *votesView) first() fyne.Focusable {
	empty := func(f *parts.NumberField) bool { return f.Text == "" }
	all := v.fields
	switch {
	case v.stage:
	case !empty(v.issued) && empty(v.valid) && empty(v.spoilt) && empty(v.notCast) && !slices.ContainsFunc(v.fields, func(f *parts.NumberField) bool { return !empty(f) }):
		return v.spoilt
	default:
		all = append([]*parts.NumberField{v.issued}, v.fields...)
	}
	for _, f := range all {
		if f.Text == "" {
			return f
		}
	}
	return v.of.page.step
}
