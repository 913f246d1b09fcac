package session

import (
	"fmt"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"branchbook/data"
	"branchbook/screens/parts"
	"branchbook/screens/place"
)

// phraseKeys are the digits that set a phrase in with Alt.
var phraseKeys = [...]fyne.KeyName{fyne.Key1, fyne.Key2, fyne.Key3, fyne.Key4, fyne.Key5, fyne.Key6, fyne.Key7, fyne.Key8, fyne.Key9}

// writingCommands are what else an evening holds.
func (p *Place) writingCommands() []place.Command {
	open := func() bool { return p.model.IsOpen() }
	commands := []place.Command{
		{Menu: "Record", Name: "Phrases…", Enabled: open, Run: p.phraseForm},
		{Menu: "Record", Name: "Edit the phrases…", Enabled: open, Run: p.ownPhrasesForm},
		{Menu: "Record", Name: "Letter…", Enabled: open, Run: p.letterForm},
		{Menu: "Record", Name: "Report a letter…", Enabled: open, Run: p.unreportedForm},
		{Menu: "Record", Name: "Campaign session…", Enabled: open, Run: p.canvassForm},
		{Menu: "Record", Name: "Speaker…", Enabled: open, Run: p.speakerForm},
		{Menu: "Record", Name: "Private note…", Enabled: open, Run: p.privateForm},
	}
	for i, key := range phraseKeys {
		commands = append(commands, place.Command{
			Menu: "Record", Name: "Phrase " + strconv.Itoa(i+1), Key: place.Alt(key), Enabled: open, Run: func() { p.phrase(i) },
		})
	}
	return commands
}

// aPhrase is text on its way into the minutes, by the path of what is pasted: kept key by key, and Ctrl+Z takes it back.
type aPhrase string

func (a aPhrase) Content() string   { return string(a) }
func (a aPhrase) SetContent(string) {}

// phrase sets one in at the caret.
func (p *Place) phrase(i int) {
	phrases := p.model.Phrases()
	if i >= len(phrases) {
		return
	}
	p.closeForm()
	p.focusMinutes()
	e := p.minutes.current
	if e == nil {
		return
	}
	text := phrases[i]
	if before, _ := e.Split(); before != "" && !strings.HasSuffix(before, " ") && !strings.HasSuffix(before, "\n") {
		text = " " + text
	}
	e.TypedShortcut(&fyne.ShortcutPaste{Clipboard: aPhrase(text)})
}

// phraseForm lists every phrase as it would be written now.
func (p *Place) phraseForm() {
	var rows []fyne.CanvasObject
	var first fyne.Focusable
	for i, text := range p.model.Phrases() {
		b := parts.NewButton("Write", func() { p.phrase(i) }).Small()
		if i < len(phraseKeys) {
			b.WithKey(fmt.Sprintf("Alt+%d", i+1))
		}
		if first == nil {
			first = b
		}
		rows = append(rows, parts.RowTop(10, b, parts.Grow(parts.Body(text).Wrapped(0), 1)))
	}
	p.open("Phrases", parts.Column(8, rows...), first)
}

// ownPhrasesForm changes the branch's own phrases.
func (p *Place) ownPhrasesForm() {
	text := parts.NewEditor("The branch sent its thanks to {speaker}.", 6)
	text.Put(strings.Join(p.model.held.own, "\n"))
	row := parts.NewFormRow("The branch's own phrases, one a line", text).WithHint("filled in: " + strings.Join(data.PhrasePlaces(), " "))
	p.open("Edit the phrases", parts.Column(10, row, p.recordButton(func() { p.recorded(p.model.SetPhrases(text.Text)) })), text)
}

func (p *Place) recordButton(do func()) fyne.CanvasObject {
	return parts.Left(parts.NewButton("Record", do).Primary())
}

// letterForm reports a letter that came or went.
func (p *Place) letterForm() {
	ways := []data.Way{data.CameHere, data.WentAway}
	way := parts.NewChoice([]string{"It came to us", "We sent it"}, "", nil)
	way.Choose(0)
	with, medium := parts.NewField("Anna Reyes (city council)"), parts.NewField("email, post, by hand")
	subject, asks := parts.NewField("the library consultation"), parts.NewField("our view")
	on, due := parts.NewDateField(p.model.held.Date), parts.NewDateField(p.model.held.Date)
	on.PutDate(p.model.held.Date)
	onRow, dueRow := parts.NewFormRow("Date of the letter", on), parts.NewFormRow("Reply due, if one is", due)
	do := func() {
		var onErr, dueErr error
		l := data.Letter{Way: ways[max(way.Chosen(), 0)], With: with.Text, Medium: medium.Text, Subject: subject.Text, Asks: asks.Text}
		l.Date, onErr = on.Date()
		l.Due, dueErr = due.Date()
		onRow.SetError(unless(onErr == nil, "This is not a date. Write it like 3 June."))
		dueRow.SetError(unless(dueErr == nil, "This is not a date. Write it like 3 June."))
		if onErr == nil && dueErr == nil {
			p.recorded(p.model.Correspond(l))
		}
	}
	p.open("Letter", parts.Column(10, parts.NewFormRow("Which way", way), parts.NewFormRow("From or to", with), onRow, parts.NewFormRow("By", medium),
		parts.NewFormRow("About", subject), parts.NewFormRow("Asks for", asks), dueRow, p.recordButton(do)), way)
}

// unreportedForm offers the letters that no meeting has heard of.
func (p *Place) unreportedForm() {
	letters, err := p.model.Unreported()
	if err != nil || len(letters) == 0 {
		p.said("Every letter in the book has been reported.", err)
		return
	}
	var words []string
	for _, l := range letters {
		words = append(words, l.Lead(p.model.held.Date)+": "+l.Reported(p.model.held.Date))
	}
	pick := parts.NewChoice(words, "", nil)
	pick.Choose(0)
	do := func() { p.recorded(p.model.Correspond(letters[max(pick.Chosen(), 0)])) }
	p.open("Report a letter", parts.Column(10, parts.NewFormRow("Not reported yet", pick), p.recordButton(do)), pick)
}

// canvassForm reports the figures of a campaign session.
func (p *Place) canvassForm() {
	where, note := parts.NewField("Canal Street"), parts.NewField("Anything to add")
	on := parts.NewDateField(p.model.held.Date)
	onRow := parts.NewFormRow("Date, if it was said", on)
	labels := []string{"Volunteers", "Doors", "Contacts", "Promises", "Signatures"}
	fields, rows := make([]*parts.Field, len(labels)), make([]*parts.FormRow, len(labels))
	content := []fyne.CanvasObject{parts.NewFormRow("Where", where), onRow}
	for i, label := range labels {
		fields[i] = parts.NewField("")
		rows[i] = parts.NewFormRow(label, fields[i])
		content = append(content, rows[i])
	}
	do := func() {
		var n [5]int
		var err error
		c := data.Canvass{Place: where.Text, Note: note.Text}
		c.Date, err = on.Date()
		onRow.SetError(unless(err == nil, "This is not a date. Write it like 3 June."))
		right := err == nil
		for i, f := range fields {
			if typed := strings.TrimSpace(f.Text); typed != "" {
				n[i], err = strconv.Atoi(typed)
				rows[i].SetError(unless(err == nil, "Type a number, or nothing."))
				right = right && err == nil
			}
		}
		if c.Volunteers, c.Doors, c.Contacts, c.Promises, c.Signatures = n[0], n[1], n[2], n[3], n[4]; right {
			p.recorded(p.model.Campaigned(c))
		}
	}
	p.open("Campaign session", parts.Column(10, append(content, parts.NewFormRow("Note", note), p.recordButton(do))...), where)
}

// speakerForm names the guest of the item on show.
func (p *Place) speakerForm() {
	var s data.Speaker
	if held := p.model.shown().Speaker; held != nil {
		s = *held
	}
	name, from, topic := parts.NewField("Name"), parts.NewField("Whom they speak for"), parts.NewField("What about")
	thanks, contact := parts.NewField("The chair thanked the speaker"), parts.NewField("Telephone or email")
	for field, text := range map[*parts.Field]string{name: s.Name, from: s.From, topic: s.Topic, thanks: s.Thanks, contact: s.Contact} {
		field.Put(text)
	}
	do := func() {
		p.recorded(p.model.SetSpeaker(data.Speaker{Name: name.Text, From: from.Text, Topic: topic.Text, Thanks: thanks.Text, Contact: contact.Text}))
	}
	p.open("Speaker", parts.Column(10, parts.NewFormRow("Name", name), parts.NewFormRow("From", from), parts.NewFormRow("Topic", topic),
		parts.NewFormRow("Thanks, as the minutes say it", thanks), parts.NewFormRow("Contact", contact).WithHint("private: in no paper"), p.recordButton(do)), name)
}

// privateForm is the secretary's own note on the item on show.
func (p *Place) privateForm() {
	note := parts.NewEditor("For you alone", 4)
	note.Put(p.model.shown().Private)
	p.open("Private note", parts.Column(10, parts.NewFormRow("Private note: not in any paper", note),
		p.recordButton(func() { p.recorded(p.model.NotePrivately(note.Text)) })), note)
}
