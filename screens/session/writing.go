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
		{Menu: "Record", Name: "Reported by…", Enabled: open, Run: p.reporterForm},
		{Menu: "Record", Name: "Private note", Enabled: open, Run: func() { p.minutes.note.unfold() }},
		{Menu: "Record", Name: "Carry out this line", Key: place.Ctrl(fyne.KeyReturn), Enabled: func() bool { return p.minutes.hint.on }, Run: p.carryLine},
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
	switch {
	case e == nil:
		return
	case p.model.Locked():
		p.shell.Problem(data.NewProblem("These minutes are signed and locked. What is wrong in them is put right by a correction that a later meeting agrees.", nil))
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

// recordButton records what a form holds.
func (p *Place) recordButton(do func()) fyne.CanvasObject {
	return parts.Left(parts.NewButton("Record", do).Primary())
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

// writingHelp is what can be typed in the minutes, for the help card.
func writingHelp() []HelpLine {
	return []HelpLine{
		{"AGREED: pay the hire", "A line of the minutes, with Enter: a decision. So do NOTED: RECEIVED: RESOLVED:"},
		{"ACTION: Zoë to book", "A line of the minutes, with Enter: an action. … by 3 June sets its date"},
		{"Alt+1 to Alt+9", "A phrase, filled in, at the caret"},
		{"Tab   Enter   Del", "On a record between the texts: correct it; take it out of the minutes"},
		{"Ctrl+Enter", "Carry out a line that was typed in the minutes and not in the prompt"},
	}
}
