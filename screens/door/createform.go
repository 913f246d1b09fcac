package door

import (
	"fyne.io/fyne/v2"

	"branchbook/screens/parts"
)

// passphrases are a passphrase and the same again, with a line that says how strong it is.
type passphrases struct {
	phrase, again       *parts.PasswordField
	phraseRow, againRow *parts.FormRow
	strength            *fyne.Container
	word                *parts.Text
}

func newPassphrases(submit func()) *passphrases {
	p := &passphrases{phrase: parts.NewPasswordField(""), again: parts.NewPasswordField(""), word: parts.Caption("")}
	p.phraseRow = parts.NewFormRow("Passphrase", p.phrase).WithHint("three or four words")
	p.againRow = parts.NewFormRow("Passphrase again", p.again).WithHint("Alt+S shows it")
	p.strength = parts.Row(8, parts.Bars(0, 4), parts.Grow(p.word, 1))
	p.phrase.OnChanged = p.judge
	p.again.OnSubmitted = func(string) { submit() }
	return p
}

func (p *passphrases) judge(typed string) {
	bars, word := parts.Strength(typed)
	p.strength.Objects[0] = parts.Bars(bars, 4)
	p.word.SetText(word)
	parts.Settle(p.strength)
}

func (p *passphrases) show(f faults) {
	p.phraseRow.SetError(f.Passphrase)
	p.againRow.SetError(f.Again)
}

func (p *passphrases) reset() {
	p.phrase.Put("")
	p.again.Put("")
	p.judge("")
}

// faulty returns the field that is wrong; nil for none.
func (p *passphrases) faulty(f faults) fyne.Focusable {
	switch {
	case f.Passphrase != "":
		return p.phrase
	case f.Again != "":
		return p.again
	}
	return nil
}

func (p *passphrases) fields() []*parts.PasswordField {
	return []*parts.PasswordField{p.phrase, p.again}
}

// createForm is what a new book needs.
type createForm struct {
	model                  *Model
	branch, clp, secretary *parts.Field
	wards                  *parts.Editor
	structure              *parts.Segments
	phrases                *passphrases
	branchRow              *parts.FormRow
	wrong                  *problem
	make                   *parts.Button
	content                fyne.CanvasObject
}

func newCreateForm(m *Model, where string) *createForm {
	f := &createForm{
		model: m, branch: parts.NewField(""), clp: parts.NewField(""),
		secretary: parts.NewField(""), wards: parts.NewEditor("", 1), wrong: newProblem(),
	}
	names := make([]string, len(structures))
	for i, s := range structures {
		names[i] = s.words
	}
	f.structure = parts.NewSegments(names, nil)
	f.phrases = newPassphrases(f.submit)
	f.branchRow = parts.NewFormRow("Branch", f.branch)
	f.make = parts.NewButton("Make the book", f.submit).Primary().Tall().WithKey("Enter")
	two := func(a, b fyne.CanvasObject) fyne.CanvasObject {
		return parts.RowTop(14, parts.Grow(a, 1), parts.Grow(b, 1))
	}
	f.content = parts.Column(12,
		parts.Heading("Start a new book"),
		two(f.branchRow, parts.NewFormRow("Constituency party (CLP)", f.clp)),
		two(parts.NewFormRow("Wards", f.wards).WithHint("with commas, or one a line"),
			parts.NewFormRow("Your name", f.secretary).WithHint("if you like")),
		parts.NewFormRow("How the constituency party meets", f.structure),
		two(parts.Column(6, f.phrases.phraseRow, f.phrases.strength), f.phrases.againRow),
		warning("Nobody can reset it for you.", "A recovery code is shown next, once, to be written down and kept with the branch papers."),
		f.wrong.box,
		parts.Row(14, f.make, parts.Grow(parts.Caption(where).Wrapped(0), 1)))
	return f
}

// warning is a sentence that is easily passed over, and what follows from it.
func warning(title, text string) fyne.CanvasObject {
	return parts.Toned(parts.Amber, parts.Row(12, parts.NewIcon(parts.IconWarning, parts.Amber, 20),
		parts.Grow(parts.Column(0, parts.Bold(title).In(parts.Amber).Wrapped(0), parts.Secondary(text).In(parts.Amber).Wrapped(0)), 1)))
}

func (f *createForm) submit() {
	f.model.Create(newBook{
		Branch: f.branch.Text, CLP: f.clp.Text, Wards: f.wards.Text, Secretary: f.secretary.Text,
		Structure:  structures[f.structure.Chosen()].of,
		Passphrase: f.phrases.phrase.Text, Again: f.phrases.again.Text,
	})
	switch wrong := f.model.Faults; {
	case wrong.Branch != "":
		focusOn(f.branch)
	case wrong != (faults{}):
		focusOn(f.phrases.faulty(wrong))
	}
}

func (f *createForm) view() fyne.CanvasObject { return f.content }

func (f *createForm) show() {
	f.branchRow.SetError(f.model.Faults.Branch)
	f.phrases.show(f.model.Faults)
	f.wrong.say(f.model.Wrong)
	f.make.SetEnabled(f.model.Working.Name == "")
}

func (f *createForm) reset()                          { f.phrases.reset() }
func (f *createForm) first() fyne.Focusable           { return f.branch }
func (f *createForm) secrets() []*parts.PasswordField { return f.phrases.fields() }
func (f *createForm) refused()                        {}
