package place

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// A Key is a key with what is held down with it. The zero Key is none. Keys compare with ==.
type Key struct {
	Name fyne.KeyName
	Mod  fyne.KeyModifier
}

// Bare returns a key with nothing held down, such as F2. Fyne gives bare keys to the focused widget alone, so they
// come through Keys and never through the menu.
func Bare(name fyne.KeyName) Key { return Key{Name: name} }

// Ctrl returns the key with Ctrl held down, or Command on a Mac.
func Ctrl(name fyne.KeyName) Key { return Key{name, fyne.KeyModifierShortcutDefault} }

// CtrlShift returns the key with Ctrl (Command on a Mac) and Shift held down.
func CtrlShift(name fyne.KeyName) Key {
	return Key{name, fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift}
}

// Alt returns the key with Alt held down.
func Alt(name fyne.KeyName) Key { return Key{name, fyne.KeyModifierAlt} }

// IsZero says whether there is no key.
func (k Key) IsZero() bool { return k == Key{} }

// IsBare says whether nothing is held down, so that only Keys can deliver the key.
func (k Key) IsBare() bool { return k.Name != "" && k.Mod == 0 }

// Shortcut returns the key as the menu wants it; nil for a bare key or none.
func (k Key) Shortcut() fyne.Shortcut {
	if k.IsZero() || k.IsBare() {
		return nil
	}
	return &desktop.CustomShortcut{KeyName: k.Name, Modifier: k.Mod}
}

// Matches says whether a bare key was typed. Return and the keypad's Enter are one key.
func (k Key) Matches(ev *fyne.KeyEvent) bool {
	return ev != nil && k.IsBare() && plainName(k.Name) == plainName(ev.Name)
}

func plainName(name fyne.KeyName) fyne.KeyName {
	if name == fyne.KeyEnter {
		return fyne.KeyReturn
	}
	return name
}

// String returns the key as keycaps and the menu print it: "F2", "Ctrl+M", "Alt+Up", "Enter".
func (k Key) String() string {
	if k.IsZero() {
		return ""
	}
	var words []string
	for _, held := range []struct {
		mod  fyne.KeyModifier
		word string
	}{
		{fyne.KeyModifierControl, "Ctrl"}, {fyne.KeyModifierSuper, "Cmd"},
		{fyne.KeyModifierAlt, "Alt"}, {fyne.KeyModifierShift, "Shift"},
	} {
		if k.Mod&held.mod != 0 {
			words = append(words, held.word)
		}
	}
	return strings.Join(append(words, keyWord(k.Name)), "+")
}

func keyWord(name fyne.KeyName) string {
	switch name {
	case fyne.KeyReturn, fyne.KeyEnter:
		return "Enter"
	case fyne.KeyEscape:
		return "Esc"
	case fyne.KeyPageUp:
		return "PgUp"
	case fyne.KeyPageDown:
		return "PgDn"
	case fyne.KeyDelete:
		return "Del"
	default:
		return string(name)
	}
}

// A Command is something the secretary can ask for: an item of the menu bar, with the keys that do the same.
type Command struct {
	Menu    string      // the menu it stands in: "Meeting"
	Name    string      // "Check in"
	Key     Key         // shown beside it and on keycaps; may be none
	Also    Key         // a second key, for laptops whose function keys do something else; may be none
	Enabled func() bool // nil: always. Asked again when the key is pressed, since Fyne sends keys to disabled items too
	Run     func()
}

// Allowed says whether the command can be done now.
func (c Command) Allowed() bool { return c.Run != nil && (c.Enabled == nil || c.Enabled()) }

// Do runs the command if it is allowed, and says whether it was.
func (c Command) Do() bool {
	if !c.Allowed() {
		return false
	}
	c.Run()
	return true
}

// Commands is a KeyTaker that runs the first command whose bare key was typed. A key whose command is not allowed now
// counts as used, so that it never reaches something else by surprise.
type Commands []Command

// TypedKey runs the command for the key.
func (cs Commands) TypedKey(ev *fyne.KeyEvent) bool {
	for _, c := range cs {
		if c.Key.Matches(ev) || c.Also.Matches(ev) {
			c.Do()
			return true
		}
	}
	return false
}
