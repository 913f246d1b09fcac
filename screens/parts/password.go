package parts

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// A PasswordField is a field whose letters are dots until they are shown, with the eye at its end or with Alt+S.
type PasswordField struct {
	Field
	eye *reveal
}

// NewPasswordField returns an empty field for a passphrase.
func NewPasswordField(placeholder string) *PasswordField {
	p := &PasswordField{}
	p.Password = true
	p.eye = newReveal(p.Toggle)
	p.ActionItem = p.eye
	p.start(p, placeholder)
	p.least = 120
	return p
}

// Toggle shows the letters, or hides them.
func (p *PasswordField) Toggle() {
	p.Password = !p.Password
	p.eye.icon.Set(map[bool]IconName{true: IconEyeOff, false: IconEye}[p.Password], Plain)
	p.Refresh()
}

// Shown says whether the letters can be read.
func (p *PasswordField) Shown() bool { return !p.Password }

// TypedShortcut shows or hides the letters at Alt+S.
func (p *PasswordField) TypedShortcut(s fyne.Shortcut) {
	if c, ok := s.(*desktop.CustomShortcut); ok && c.KeyName == fyne.KeyS && c.Modifier == fyne.KeyModifierAlt {
		p.Toggle()
		return
	}
	p.Field.TypedShortcut(s)
}

// Strength says in a word how well a passphrase would hold, from 0 to 4 of its bars. It counts letters and words
// alone: a phrase of four words is good, whatever they are.
func Strength(passphrase string) (bars int, words string) {
	letters := len([]rune(passphrase))
	switch n := len(strings.Fields(passphrase)); {
	case letters == 0:
		return 0, ""
	case letters < 8:
		return 1, "Too short to keep anyone out"
	case letters < 12 && n < 3:
		return 2, "Fair: another word would help"
	case letters < 20 && n < 4:
		return 3, "Good"
	default:
		return 4, "Very good"
	}
}
