package members

import (
	"fyne.io/fyne/v2"

	"branchbook/data"
	"branchbook/screens/parts"
)

// cardView shows one person.
type cardView struct {
	of   *Place
	view *fyne.Container
	none *fyne.Container // when nobody is chosen

	name, under *parts.Text
	edit        *parts.Button
	verdict     *fyne.Container
	facts       *fyne.Container
	reveal      *parts.Button
	contact     *fyne.Container
	attended    *parts.Text
	history     *fyne.Container
	note        *parts.Editor
	status      *parts.Button

	card    Card
	noteOf  data.PersonID
	showing bool // contact details
}

func newCardView(of *Place) *cardView {
	v := &cardView{of: of, name: parts.Heading("").Wrapped(2), under: parts.Secondary("").Wrapped(2), attended: parts.Caption("")}
	v.edit = parts.NewButton("Edit", of.edit).WithIcon(parts.IconPencil)
	v.verdict, v.facts, v.contact, v.history = parts.Column(0), parts.Column(4), parts.Column(6), parts.Column(10)
	v.reveal = parts.NewButton("Show", v.toggleContact).Quiet().Small().WithIcon(parts.IconEye).WithKey("Alt+S")
	v.note = parts.NewEditor("Anything you want to remember", 2)
	v.note.Named("Private note")
	v.note.OnFocus = func(here bool) {
		if !here {
			v.keepNote()
		}
	}
	v.status = parts.NewButton("", v.changeStatus).Small()
	note := parts.Sunken(parts.Column(6,
		parts.Row(8, parts.NewIcon(parts.IconLock, parts.Plain, 16), parts.Grow(parts.Label("Private note"), 1)),
		v.note, parts.Caption("In no paper, return or export, and a handover leaves it out. The book's own encrypted backups keep it.").Wrapped(0)))
	v.view = parts.Sheet(parts.Column(0, parts.NewScroller(parts.Column(0,
		parts.Pad(parts.Column(12, parts.RowTop(10, parts.Grow(parts.Column(0, v.name, v.under), 1), v.edit), v.verdict, v.facts), 15),
		parts.Rule(),
		parts.Pad(parts.Column(6, parts.Row(8, parts.Grow(parts.Label("Contact"), 1), v.reveal), v.contact), 15),
		parts.Rule(),
		parts.Pad(parts.Column(10, parts.Row(8, parts.Grow(parts.Label("With the branch"), 1), v.attended), v.history,
			parts.Left(parts.NewButton("Attendance letter…", of.letterForm).Small().WithIcon(parts.IconDownload).WithKey("Alt+T")), note, parts.Left(v.status)), 15)))))
	v.none = parts.Sheet(parts.Pad(parts.Column(8, parts.CardHeading("Nobody chosen"),
		parts.Secondary("Choose somebody in the register to see how they stand and what they have done with the branch. Enter opens the card.").Wrapped(0)), 15))
	return v
}

// show copies a card. What is being written in the note is left alone.
func (v *cardView) show(c Card) {
	v.card = c
	v.name.SetText(c.Name)
	v.under.SetText(c.Under)
	v.verdict.Objects = []fyne.CanvasObject{verdictBox(c.Verdict)}
	v.facts.Objects = factRows(c.Facts)
	v.showContact()
	v.attended.SetText(c.Attended)
	v.history.Objects = entries(c.History)
	v.status.SetLabel(map[bool]string{true: "Put back on the list", false: "Mark as left the list"}[c.Left])
	v.status.Hidden = !c.Left && !c.Member
	if v.noteOf != c.ID || !v.note.HasFocus() {
		v.noteOf = c.ID
		v.note.Put(c.Note)
	}
	parts.Settle(v.view)
	v.view.Refresh()
}

func verdictBox(v Verdict) fyne.CanvasObject {
	text := parts.Column(0, parts.Bold(v.Title).In(v.Tone).Wrapped(2))
	for _, line := range []string{v.Text, v.Source} {
		if line != "" {
			text.Add(parts.Caption(line).In(v.Tone).Wrapped(0))
		}
	}
	return parts.Toned(v.Tone, parts.Row(12, parts.NewIcon(v.Icon, v.Tone, 20), parts.Grow(text, 1)))
}

func factRows(facts []Fact) (rows []fyne.CanvasObject) {
	for _, f := range facts {
		rows = append(rows, parts.RowTop(8, parts.Fixed(parts.Caption(f.Label), 106), parts.Grow(parts.Secondary(f.Text).Wrapped(2), 1)))
	}
	return rows
}

func entries(history []Entry) (rows []fyne.CanvasObject) {
	for _, e := range history {
		words := parts.Column(0, parts.Body(e.Title))
		if e.Text != "" {
			words.Add(parts.Caption(e.Text).Wrapped(2))
		}
		rows = append(rows, parts.Row(10, parts.IconTile(e.Icon, e.Tone), parts.Grow(words, 1), parts.Caption(e.When)))
	}
	if len(rows) == 0 {
		rows = append(rows, parts.Secondary("Nothing in the minutes or the registers yet.").Wrapped(0))
	}
	return rows
}

func (v *cardView) showContact() {
	v.reveal.SetLabel(map[bool]string{true: "Hide", false: "Show"}[v.showing])
	var rows []fyne.CanvasObject
	switch {
	case len(v.card.Contact) == 0:
		rows = append(rows, parts.Secondary("No contact details."))
	case !v.showing:
		rows = append(rows, parts.Secondary("Hidden from whoever looks over your shoulder.").Wrapped(0))
	default:
		for _, c := range v.card.Contact {
			rows = append(rows, parts.RowTop(8, parts.NewIcon(c.Icon, parts.Blue, 17), parts.Grow(parts.Secondary(c.Text).Wrapped(0), 1)))
		}
	}
	parts.Refill(v.contact, rows)
}

func (v *cardView) toggleContact() {
	v.showing = !v.showing
	v.showContact()
}

func (v *cardView) hideContact() {
	v.showing = false
	v.showContact()
}

// keepNote stores the note if it was changed.
func (v *cardView) keepNote() {
	if v.noteOf == "" || v.note.Text == v.card.Note {
		return
	}
	said, err := v.of.model.KeepNote(v.noteOf, v.note.Text)
	if err == nil {
		v.card.Note = v.note.Text
	}
	v.of.said(said, err)
}

func (v *cardView) changeStatus() {
	do := v.of.model.MarkLeft
	if v.card.Left {
		do = v.of.model.PutBack
	}
	v.of.said(do())
}
