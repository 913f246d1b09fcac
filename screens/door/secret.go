package door

import (
	"fyne.io/fyne/v2"

	"branchbook/screens/parts"
)

// secret asks for what opens a book: its passphrase or, where that is forgotten, its recovery code. The code is typed
// from paper, so its letters are shown.
type secret struct {
	model   *Model
	phrase  *parts.PasswordField
	code    *parts.Field
	rows    [2]*parts.FormRow
	other   *parts.Button // asks for the other of the two
	content *fyne.Container
	submit  func()
}

func newSecret(m *Model, label string, open func(secret string)) *secret {
	s := &secret{model: m, phrase: parts.NewPasswordField(""), code: parts.NewField("")}
	s.submit = func() {
		if m.ByCode {
			open(s.code.Text)
			return
		}
		open(s.phrase.Text)
	}
	s.phrase.OnSubmitted = func(string) { s.submit() }
	s.code.OnSubmitted = func(string) { s.submit() }
	s.rows[0] = parts.NewFormRow(label, s.phrase)
	s.rows[1] = parts.NewFormRow("Recovery code", s.code).WithHint("spaces and small letters do no harm")
	s.other = parts.NewButton("", func() {
		m.UseCode(!m.ByCode)
		focusOn(s.active())
	}).Tall()
	s.content = parts.Column(0, s.rows[0], s.rows[1])
	return s
}

// active is the field that is asked for.
func (s *secret) active() fyne.Focusable {
	if s.model.ByCode {
		return s.code
	}
	return s.phrase
}

func (s *secret) show() {
	s.rows[0].Hidden, s.rows[1].Hidden = s.model.ByCode, !s.model.ByCode
	s.other.SetLabel("Use the recovery code")
	if s.model.ByCode {
		s.other.SetLabel("Use the passphrase")
	}
	s.other.SetEnabled(s.model.Working.Name == "")
	parts.Settle(s.content)
}

func (s *secret) reset() {
	s.phrase.Put("")
	s.code.Put("")
}

// refused keeps what was typed, with all of it selected, to be typed over.
func (s *secret) refused() {
	focusOn(s.active())
	if s.model.ByCode {
		return // a slip in a long code is mended, not typed again
	}
	s.phrase.TypedShortcut(&fyne.ShortcutSelectAll{})
}

func (s *secret) fields() []*parts.PasswordField { return []*parts.PasswordField{s.phrase} }
