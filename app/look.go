package app

import (
	_ "embed"
	"time"

	"fyne.io/fyne/v2/theme"

	"branchbook/screens/parts"
	"branchbook/screens/place"
	"branchbook/screens/settings"
)

// version is what the program calls itself. It is written in FyneApp.toml too.
const version = "0.1.0"

// licences are the licences of Branchbook and of everything it is built from.
//
//go:embed licences.txt
var licences string

// look is how the window looks and when it locks, for the settings.
type look struct{ w *window }

var _ settings.Look = look{}

// Scheme is "light", "dark", "contrast", or "" to follow the system.
func (l look) Scheme() string { return l.w.prefs.scheme() }

// SetScheme sets the colours at once.
func (l look) SetScheme(s string) {
	l.w.prefs.setScheme(s)
	l.w.applyLook()
}

// TextSize is in percent.
func (l look) TextSize() int { return l.w.prefs.textSize() }

// SetTextSize sets the size of text at once.
func (l look) SetTextSize(percent int) {
	l.w.prefs.setTextSize(percent)
	l.w.applyLook()
}

// LockAfter is in minutes; 0 is never.
func (l look) LockAfter() int { return int(l.w.prefs.lockAfter() / time.Minute) }

// SetLockAfter sets after how many minutes without a key the book locks.
func (l look) SetLockAfter(minutes int) { l.w.prefs.setLockAfter(minutes) }

// applyLook sets colours and text size as the secretary likes them.
func (w *window) applyLook() {
	scheme := parts.Scheme(w.prefs.scheme())
	if scheme == "" {
		scheme = parts.Light
		if w.app.Settings().ThemeVariant() == theme.VariantDark {
			scheme = parts.Dark
		}
	}
	w.app.Settings().SetTheme(parts.NewTheme(scheme, w.prefs.textSize()))
}

// about is what the program says of itself in the settings.
func (h *house) about() settings.About {
	return settings.About{
		Version: version, Licences: licences,
		Keys: func() []place.Command { return h.commands(settingsPlace) },
	}
}
