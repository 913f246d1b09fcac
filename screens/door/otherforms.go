package door

import (
	"fyne.io/fyne/v2"

	"branchbook/screens/parts"
)

// exampleForm says what the example branch is, and opens it.
type exampleForm struct {
	model   *Model
	wrong   *problem
	open    *parts.Button
	content fyne.CanvasObject
}

func newExampleForm(m *Model) *exampleForm {
	f := &exampleForm{model: m, wrong: newProblem(), open: parts.NewButton("Open the example", m.Example).Primary().Tall().WithKey("Enter")}
	f.content = parts.Column(14,
		parts.Heading("Look round the example branch"),
		parts.Body("Millbrook & Canalside is invented from end to end: its members, its minutes, its motions and its quarrels. Nobody in it is a real person.").Wrapped(0),
		parts.Body("It is a book of its own, beside yours. Change what you like in it.").Wrapped(0),
		parts.Body("When it asks for a passphrase, that is: example branch").Wrapped(0),
		f.wrong.box,
		parts.Left(f.open))
	return f
}

func (f *exampleForm) view() fyne.CanvasObject         { return f.content }
func (f *exampleForm) reset()                          {}
func (f *exampleForm) first() fyne.Focusable           { return f.open }
func (f *exampleForm) secrets() []*parts.PasswordField { return nil }
func (f *exampleForm) refused()                        {}

func (f *exampleForm) show() {
	f.wrong.say(f.model.Wrong)
	f.open.SetEnabled(f.model.Working.Name == "")
}

// restoreForm asks for the file of a backup and what opens it.
type restoreForm struct {
	model   *Model
	file    *parts.Text
	choose  *parts.Button
	secret  *secret
	wrong   *problem
	restore *parts.Button
	content fyne.CanvasObject
}

func newRestoreForm(m *Model) *restoreForm {
	f := &restoreForm{model: m, file: parts.Body(""), wrong: newProblem()}
	f.choose = parts.NewButton("Choose the file…", m.ChooseBackup).WithIcon(parts.IconFolder)
	f.secret = newSecret(m, "The passphrase the book had when the copy was made", m.Restore)
	f.restore = parts.NewButton("Restore", f.secret.submit).Primary().Tall().WithKey("Enter")
	f.content = parts.Column(14,
		parts.Heading("Restore a backup"),
		parts.Body("A new book is made from the copy, with everything that was in it. Books that are on this computer already stay as they are.").Wrapped(0),
		parts.Row(12, f.choose, parts.Grow(f.file, 1)),
		f.secret.content, f.wrong.box,
		parts.Row(12, f.restore, f.secret.other))
	return f
}

func (f *restoreForm) view() fyne.CanvasObject         { return f.content }
func (f *restoreForm) reset()                          { f.secret.reset() }
func (f *restoreForm) secrets() []*parts.PasswordField { return f.secret.fields() }

func (f *restoreForm) first() fyne.Focusable {
	if f.model.Backup == "" {
		return f.choose
	}
	return f.secret.active()
}

func (f *restoreForm) refused() { f.secret.refused() }

func (f *restoreForm) show() {
	words := f.model.Backup
	if words == "" {
		words = "No file yet. It ends in .zip."
	}
	f.file.SetText(words)
	f.secret.show()
	f.wrong.say(f.model.Wrong)
	f.restore.SetEnabled(f.model.Working.Name == "")
	f.choose.SetEnabled(f.model.Working.Name == "")
}
