package settings

import (
	"fyne.io/fyne/v2"

	"branchbook/screens/parts"
)

// aboutView is what Branchbook is, how to find one's way without the internet, and every key.
type aboutView struct {
	about    About
	keys     *fyne.Container
	licences *parts.Button
	text     *parts.Text
	card     fyne.CanvasObject
}

func newAboutView(a About) *aboutView {
	v := &aboutView{about: a, keys: parts.Column(4), text: parts.Caption(a.Licences).Wrapped(0)}
	v.text.Hide()
	v.licences = parts.NewButton("Show the licences", v.toggle)
	v.card = parts.Column(16,
		parts.HeadedCard("Branchbook", parts.Secondary(a.Version), parts.Column(10,
			parts.Body("The minute book, attendance register, motions and delegates of a branch, on one computer, without the internet.").Wrapped(0),
			parts.Body("Help is in the window: F1 lists the keys of the place that is shown, and every command is in the menu bar with its key. Each rule shows its sum and where it comes from; Undo (Ctrl+U) takes back the last thing recorded.").Wrapped(0),
			parts.Body("When something goes wrong, the log beside your books tells whoever helps you what happened. There are no names in it.").Wrapped(0),
			parts.Left(v.licences), v.text)),
		parts.HeadedCard("Keys", nil, v.keys))
	return v
}

func (v *aboutView) toggle() {
	v.text.Hidden = !v.text.Hidden
	v.licences.SetLabel(map[bool]string{true: "Show the licences", false: "Hide the licences"}[v.text.Hidden])
	parts.Settle(v.text)
}

func (v *aboutView) arrange(float32) fyne.CanvasObject {
	return parts.NewScroll(parts.Column(0, v.card))
}

func (v *aboutView) show() {
	v.keys.Objects = nil
	menu := ""
	for _, c := range v.about.Keys() {
		if c.Key.IsZero() {
			continue
		}
		if c.Menu != menu {
			menu = c.Menu
			v.keys.Objects = append(v.keys.Objects, parts.Label(menu))
		}
		line := []fyne.CanvasObject{parts.Fixed(parts.Body(c.Name), 260), parts.NewKeycap(c.Key.String())}
		if !c.Also.IsZero() {
			line = append(line, parts.NewKeycap(c.Also.String()))
		}
		v.keys.Objects = append(v.keys.Objects, parts.Row(8, line...))
	}
	parts.Settle(v.keys)
}

func (v *aboutView) first() fyne.Focusable { return v.licences }
