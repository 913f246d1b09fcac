package session

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"

	"branchbook/data"
	"branchbook/screens/parts"
)

// voteView is the panel of a vote: the question, the numbers and what they come to.
type voteView struct {
	of       *Place
	voting   Voting
	numbers  [3]*parts.NumberField
	counted  *fyne.Container
	total    *parts.Text
	check    *parts.Chip
	plate    *parts.Plate
	icon     *parts.Icon
	title    *parts.Text
	sum      *parts.Text
	source   *parts.Text
	question *parts.Field
	declared *parts.Segments
	casting  *parts.Segments
	castRow  *fyne.Container
	note     *parts.Field
	noteRow  *parts.FormRow
	again    *parts.Button
	people   *parts.Button
	clean    *parts.Button
	record   *parts.Button
	ending   *fyne.Container
	more     *voteParticulars
	content  *fyne.Container
}

var (
	methods    = []data.Method{data.Hands, data.Cards, data.Voice, data.SecretBallot, data.RollCall, data.Online}
	thresholds = []data.Threshold{data.SimpleMajority, data.TwoThirdsPresent, data.TwoThirdsCast, data.AbsoluteMajority}
	results    = []data.Declared{data.Counted, data.Agreed, data.Unanimous, data.NemCon, data.ClearMajority, data.DeclaredWon, data.DeclaredLost}
	castings   = []data.Casting{data.NoCasting, data.CastingFor, data.CastingAgainst}
)

// resultWords are the ways of recording, as the panel shows them, and resultKeys the letters that choose them in a number.
var resultWords = []string{"Count", "Agreed", "Unanimous", "Nem con", "Majority", "Carried", "Lost"}

const resultKeys = "caunmwl"

// voteNow opens the vote on the motion in debate, or on another question when there is none.
func (p *Place) voteNow() {
	if p.form != nil && p.form.vote != nil {
		p.form.vote()
		return
	}
	if p.form != nil && p.form.refresh != nil {
		p.shell.Focus(p.form.first) // F4 again: count again
		return
	}
	mo, _ := p.model.Debated()
	p.vote(mo.ID)
}

// vote opens the panel of a vote on a motion, or on another question when it is "".
func (p *Place) vote(motion data.MotionID) { p.voteOn(p.model.Vote(motion)) }

// voteOn opens the panel of a vote that has begun: on a motion, a ruling, next business, or another question.
func (p *Place) voteOn(voting Voting) {
	v := &voteView{of: p, voting: voting}
	v.build()
	v.more.begin()
	v.note.Put(voting.Note)
	v.show() // before it is laid out: what is hidden must not claim its width
	first := fyne.Focusable(v.numbers[0])
	if voting.Motion == "" && voting.decides == nil {
		first = v.question
	}
	p.open(v.voting.Title, v.content, first).refresh = v.roomChanged
}

func (v *voteView) build() {
	v.total, v.sum, v.source = parts.NewText(parts.RoleClock, ""), parts.Body("").Wrapped(0), parts.Caption("").Wrapped(2)
	v.title, v.icon, v.check = parts.CardHeading("").Wrapped(2), parts.NewIcon("", parts.Grey, 26), parts.NewChip(parts.Grey, "", "")
	v.plate = parts.NewPlate(parts.ColorGreyFill)
	v.plate.Radius = 8
	v.note = parts.NewField("Counted twice; somebody was not checked in")
	v.note.OnChanged = func(text string) { v.voting.Note = text }
	v.note.OnSubmitted = func(string) { v.enter() }
	v.noteRow = parts.NewFormRow("Note on the count", v.note)
	v.record = parts.NewButton("Record", v.enter).Primary().WithKey("Enter")
	v.again = parts.NewButton("Count again", func() { v.of.shell.Focus(v.numbers[0]) }).WithKey("F4")
	v.people = parts.NewButton("Check people in", v.of.checkIn).WithKey("F2")
	v.clean = parts.NewButton("Clear the numbers", v.clear)
	v.ending = parts.Row(8, v.record, v.again, v.people, v.clean, parts.Gap())
	verdict := parts.Layers(v.plate, parts.Pad(parts.RowTop(12, v.icon, parts.Grow(parts.Column(2, v.title, v.sum, v.source), 1)), 12))
	v.more = newVoteParticulars(v)
	v.content = parts.Column(10, v.subject(), v.more.above, v.result(), v.count(), v.castingRow(), verdict, v.noteRow, v.ending, v.choices(), v.more.below, v.withoutVote())
}

// subject is the motion, or a field for the question.
func (v *voteView) subject() fyne.CanvasObject {
	v.question = parts.NewField("That the meeting go on until 9.45pm")
	v.question.OnChanged = func(text string) {
		v.voting.Question = text
		v.show()
	}
	if v.voting.Motion == "" && v.voting.decides == nil {
		return parts.NewFormRow("The question", v.question)
	}
	lines := []fyne.CanvasObject{parts.Row(8, parts.Grow(parts.Bold(v.voting.Heading), 1), parts.Caption(v.voting.Received))}
	if v.voting.Text != "" {
		lines = append(lines, parts.Body(v.voting.Text).Wrapped(2))
	}
	if v.voting.Moved != "" {
		lines = append(lines, parts.Secondary(v.voting.Moved))
	}
	return parts.Sunken(parts.Column(4, lines...))
}

// choices are how the vote is taken and what it needs.
func (v *voteView) choices() fyne.CanvasObject {
	method := parts.NewChoice(wordsOf(methods), "", func(i int) { v.takenBy(methods[i]) })
	method.ChooseValue(string(v.voting.Method))
	needs := parts.NewChoice(wordsOf(thresholds), "", func(i int) { v.voting.Needs = thresholds[i]; v.show() })
	needs.ChooseValue(string(v.voting.Needs))
	keys := parts.Caption("Without a count, type in a number: a agreed, u unanimous, n nem con, m clear majority, w carried, l lost.").Wrapped(0)
	return parts.Column(8, keys, parts.Row(12, parts.Grow(parts.NewFormRow("Method", method), 1), parts.Grow(parts.NewFormRow("Needs", needs), 1)))
}

// result is whether somebody counted, or what the chair declared.
func (v *voteView) result() fyne.CanvasObject {
	v.declared = parts.NewSegments(resultWords, func(i int) {
		v.voting.Declared = results[i]
		v.show()
	})
	v.declared.Choose(max(slices.Index(results, v.voting.Declared), 0))
	return parts.Left(v.declared)
}

// letter chooses what the chair declared, and goes on to the button: then there is nothing to count.
func (v *voteView) letter(r rune) bool {
	i := strings.IndexRune(resultKeys, unicode.ToLower(r))
	if i < 0 {
		return false
	}
	v.declared.Choose(i)
	v.voting.Declared = results[i]
	v.show()
	if results[i] != data.Counted {
		v.of.shell.Focus(v.record)
	}
	return true
}

// takenBy is another way of voting. A roll call begins with everybody for.
func (v *voteView) takenBy(method data.Method) {
	v.voting.Method = method
	if method == data.RollCall {
		v.voting.rollCall()
		v.putNumbers()
	}
	v.show()
	if method == data.RollCall {
		v.of.shell.Focus(v.more.answer)
	}
}

// putNumbers shows the count that the vote has.
func (v *voteView) putNumbers() {
	if !v.voting.Typed {
		return
	}
	for i, n := range []int{v.voting.For, v.voting.Against, v.voting.Abstained} {
		v.numbers[i].Put(strconv.Itoa(n))
	}
}

func wordsOf[T ~string](all []T) []string {
	out := make([]string, len(all))
	for i, x := range all {
		out[i] = string(x)
	}
	return out
}

func (v *voteView) count() fyne.CanvasObject {
	row := []fyne.CanvasObject{}
	for i, label := range []string{"For", "Against", "Abstentions"} {
		n := parts.NewDigits()
		n.Named(label)
		n.OnChanged = func(string) { v.typed() }
		n.OnLetter = v.letter
		n.OnSubmitted = func(string) { v.onward(i) }
		v.numbers[i] = n
		if i > 0 {
			row = append(row, parts.NewText(parts.RoleFigure, "+"))
		}
		row = append(row, parts.Fixed(parts.Column(4, parts.Bold(label), n), 104))
	}
	row = append(row, parts.Grow(parts.Column(4, v.total, parts.Left(v.check)), 1))
	v.counted = parts.Row(10, row...)
	return v.counted
}

// castingRow asks how the chair cast, where the votes are equal.
func (v *voteView) castingRow() fyne.CanvasObject {
	v.casting = parts.NewSegments([]string{"No casting vote", "Chair cast for", "Chair cast against"}, func(i int) {
		v.voting.Casting = castings[i]
		v.show()
	})
	rule := map[data.CastingRule]string{
		data.CastingNever:      "Your rules give the chair no casting vote.",
		data.CastingIfNotVoted: "Your rules: the chair may cast a vote who has not voted.",
		data.CastingSecond:     "Your rules: the chair may cast a second vote.",
	}[v.voting.rules.Casting]
	v.castRow = parts.Column(4, parts.Left(v.casting), parts.Secondary(rule).Wrapped(0))
	return v.castRow
}

// withoutVote is how a motion can end without one.
func (v *voteView) withoutVote() fyne.CanvasObject {
	if v.voting.Motion == "" {
		return parts.Column(0)
	}
	do := parts.NewButton("Without a vote…", func() { v.of.endingPanel(v.voting.Motion) }).Small()
	return parts.Column(8, parts.Rule(), parts.Left(do))
}

// typed reads the numbers.
func (v *voteView) typed() {
	if v.voting.Method == data.RollCall {
		v.putNumbers() // they follow from the answers
		return
	}
	v.voting.Typed = false
	for i, to := range []*int{&v.voting.For, &v.voting.Against, &v.voting.Abstained} {
		n, ok := v.numbers[i].Number()
		*to = n
		v.voting.Typed = v.voting.Typed || ok
	}
	v.show()
}

// onward is Enter in a number: on to the next that is empty, and after the last it records.
func (v *voteView) onward(i int) {
	for n := i + 1; n < len(v.numbers); n++ {
		if v.numbers[n].Text == "" {
			v.of.shell.Focus(v.numbers[n])
			return
		}
	}
	v.enter()
}

func (v *voteView) clear() {
	for _, n := range v.numbers {
		n.Put("")
	}
	v.note.Put("")
	v.voting.Note = ""
	v.typed()
	v.of.shell.Focus(v.numbers[0])
}

// enter records the vote. A count that does not tie asks for a note first; Enter in the note records it, empty or not.
func (v *voteView) enter() {
	verdict := v.voting.Verdict()
	if !verdict.Ready {
		return
	}
	if verdict.TooFar && !v.note.HasFocus() && v.voting.Note == "" {
		v.of.shell.Focus(v.note)
		return
	}
	line, err := v.of.model.RecordVote(v.voting)
	v.of.recorded(line, err)
	if err == nil && v.voting.about != "" {
		v.of.amendPage(v.voting.about)
	}
}

// roomChanged counts the voters again, when somebody was checked in while the panel is open.
func (v *voteView) roomChanged() {
	if v.voting.again != "" {
		return // the voters are those of that moment
	}
	now := v.of.model.Vote(v.voting.Motion)
	v.voting.voters, v.voting.count, v.voting.heads, v.voting.at = now.voters, now.count, now.heads, now.at
	v.show()
}

func (v *voteView) show() {
	d := v.voting.Verdict()
	v.counted.Hidden = v.voting.Declared != data.Counted
	v.total.SetText(d.Total)
	v.total.In(map[bool]parts.Tone{true: parts.Amber, false: parts.Plain}[d.TooFar])
	v.check.Set(d.Check)
	v.plate.Fill = d.Tone.Fill()
	v.plate.Refresh()
	v.icon.Set(d.Icon, d.Tone)
	v.title.In(d.Tone)
	v.title.SetText(d.Title)
	v.sum.SetText(d.Sum)
	v.source.SetText(d.Source)
	v.castRow.Hidden = !d.Tied
	v.noteRow.Hidden = !d.TooFar
	v.again.Hidden, v.people.Hidden, v.clean.Hidden = !d.TooFar, !d.TooFar, d.TooFar
	v.more.show()
	v.record.SetEnabled(d.Ready)
	v.record.SetLabel(map[bool]string{true: d.Button, false: "Record"}[d.Ready])
	parts.Settle(v.ending)
	parts.Settle(v.content)
}
