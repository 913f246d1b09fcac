package members

import (
	"fmt"

	"fyne.io/fyne/v2"

	"branchbook/screens/parts"
)

// cardLook is how one of the four cards of a preview looks.
type cardLook struct {
	icon         parts.IconName
	tone         parts.Tone
	title, under string
}

// card returns a card with its lines. It is made anew for each preview and set into the window whole: a word that
// changes there lays out the page again.
func (l cardLook) card(number int, lines []Line, foot string, actions ...fyne.CanvasObject) fyne.CanvasObject {
	words := parts.Caption(foot).Wrapped(4)
	words.Hidden = foot == ""
	head := parts.Row(12, parts.IconTile(l.icon, l.tone), parts.Grow(parts.Column(0,
		parts.Row(8, parts.NewText(parts.RoleFigure, fmt.Sprint(number)), parts.CardHeading(l.title)), parts.Caption(l.under)), 1))
	return parts.Sheet(parts.Column(0, parts.PadXY(head, 15, 8), parts.Rule(),
		parts.Grow(parts.Pads(newReel(l.title, lineObjects(lines)), 8, 6, 4, 15), 1),
		parts.Pads(parts.Column(6, append(actions, words)...), 4, 15, 8, 15)))
}

// questionView asks who a row is, one row at a time.
type questionView struct {
	of      *Import
	view    *fyne.Container
	title   *parts.Text
	why     *parts.Text
	answer  *parts.Choice
	settled *parts.Button
	next    *parts.Button
	all     []Question
	current int
}

func newQuestionView(of *Import) *questionView {
	v := &questionView{of: of, title: parts.Bold(""), why: parts.Secondary("").Wrapped(2)}
	v.answer = parts.NewChoice(nil, "Who is it?", func(i int) { v.settled.SetEnabled(i >= 0) })
	v.settled = parts.NewButton("That is who", v.settle).Small()
	v.next = parts.NewButton("Next", v.pass).Small()
	v.view = parts.Toned(parts.Amber, parts.Row(12, parts.NewIcon(parts.IconInfo, parts.Amber, 20),
		parts.Grow(parts.Column(0, v.title, v.why), 1), parts.Fixed(v.answer, 280), v.settled, v.next))
	v.view.Hide()
	return v
}

func (v *questionView) show(all []Question) {
	v.all = all
	v.view.Hidden = len(all) == 0
	if len(all) == 0 {
		return
	}
	v.current %= len(all)
	q := all[v.current]
	v.title.SetText(q.Title)
	v.why.SetText(fmt.Sprintf("%s Question %d of %d.", q.Why, v.current+1, len(all)))
	words := make([]string, len(q.Options))
	for i, o := range q.Options {
		words[i] = o.Words
	}
	v.answer.SetOptions(words)
	v.answer.Choose(-1)
	v.settled.SetEnabled(false)
	v.next.Hidden = len(all) < 2
}

func (v *questionView) pass() {
	v.current++
	v.show(v.all)
}

// settle answers with what is chosen. Choosing alone does not: the arrow keys go through the answers one by one.
func (v *questionView) settle() {
	if i := v.answer.Chosen(); i >= 0 {
		q := v.all[v.current]
		v.of.Answer(q.Row, q.Options[i].ID)
	}
}

// headingView lets the secretary point at the row of headings when none was found.
type headingView struct {
	of   *Import
	view *fyne.Container
	row  *parts.Choice
	rows []HeadingRow
}

func newHeadingView(of *Import) *headingView {
	v := &headingView{of: of}
	v.row = parts.NewChoice(nil, "Choose the row of headings", func(i int) {
		if i >= 0 {
			of.SetHeadingRow(v.rows[i].Row)
		}
	})
	v.view = parts.Card(parts.Row(12, parts.Bold("Which row holds the headings?"), parts.Grow(v.row, 1)))
	v.view.Hide()
	return v
}

func (v *headingView) show(rows []HeadingRow) {
	v.rows = rows
	v.view.Hidden = len(rows) == 0
	if v.view.Hidden {
		return
	}
	words := make([]string, len(rows))
	for i, r := range rows {
		words[i] = fmt.Sprintf("Row %d: %s", r.Row, r.Text)
	}
	v.row.SetOptions(words)
}
