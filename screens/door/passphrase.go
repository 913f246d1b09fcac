package door

import (
	"fyne.io/fyne/v2"

	"branchbook/screens/parts"
)

// passphraseScreen asks for a new passphrase, after the recovery code has opened the book.
type passphraseScreen struct {
	model   *Model
	phrases *passphrases
	wrong   *problem
	set     *parts.Button
	card    fyne.CanvasObject
}

func newPassphraseScreen(m *Model) *passphraseScreen {
	s := &passphraseScreen{model: m, wrong: newProblem()}
	s.phrases = newPassphrases(s.submit)
	s.set = parts.NewButton("Set it and open the book", s.submit).Primary().Tall().WithKey("Enter")
	s.card = parts.Card(parts.Pad(parts.Column(14,
		parts.Heading("Choose a new passphrase"),
		parts.Body("The recovery code fits. Choose a passphrase for every day; the code still opens the book, so put it back with the branch papers. Copies made before keep their old passphrase.").Wrapped(0),
		parts.Column(6, s.phrases.phraseRow, s.phrases.strength), s.phrases.againRow, s.wrong.box,
		parts.Row(12, s.set, parts.NewButton("Cancel", m.Back).Tall().WithKey("Esc"))), 10))
	return s
}

func (s *passphraseScreen) submit() {
	s.model.SetPassphrase(s.phrases.phrase.Text, s.phrases.again.Text)
	focusOn(s.phrases.faulty(s.model.Faults))
}

func (s *passphraseScreen) arrange(width float32) fyne.CanvasObject {
	return upright(width, brand(), s.card)
}

func (s *passphraseScreen) show() {
	s.phrases.show(s.model.Faults)
	s.wrong.say(s.model.Wrong)
	s.set.SetEnabled(s.model.Working.Name == "")
}

func (s *passphraseScreen) reset()                          { s.phrases.reset() }
func (s *passphraseScreen) first() fyne.Focusable           { return s.phrases.phrase }
func (s *passphraseScreen) secrets() []*parts.PasswordField { return s.phrases.fields() }
func (s *passphraseScreen) refused()                        {}
