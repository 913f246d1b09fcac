package session

import (
	"fyne.io/fyne/v2"

	"branchbook/screens/parts"
)

// promptView is the line at the bottom, with what it understood.
type promptView struct {
	view  *fyne.Container
	of    *Place
	field *parts.Field
	chip  *parts.Chip
	icon  *parts.Icon
	text  *parts.Text
	more  *parts.Text
	do    *parts.Button
	rest  *fyne.Container // what stands there while nothing is typed
	reads *fyne.Container
	line  *fyne.Container // the whole of it
	wide  *fyne.Container // the field in the wide arrangement
	thin  *fyne.Container // and in the narrow one

	reading Reading
	lines   []string // what was typed before, the last one last
	back    int      // how far Up has gone
	half    string   // what had been typed when a name was completed
	names   int      // how many names have been offered for it
	whole   string   // the line as it was completed last
}

// linesKept is how many lines Up brings back.
const linesKept = 50

func newPromptView(p *Place) *promptView {
	v := &promptView{of: p, chip: parts.NewChip(parts.Grey, "", ""), icon: parts.NewIcon("", parts.Plain, 20), text: parts.Bold(""), more: parts.Secondary("")}
	v.field = parts.NewPrompt("Type a line")
	v.field.Named("Line: a letter and what it needs; a question mark shows all letters")
	v.field.OnChanged = func(string) { v.understand() }
	v.field.OnSubmitted = func(string) { v.enter() }
	v.field.OnKey = v.typedKey
	v.do = parts.NewButton("Record", v.enter).Primary().WithKey("Enter")
	v.reads = parts.Row(10, v.chip, v.icon, parts.Grow(parts.Column(0, v.text, v.more), 1), v.do)
	v.rest = parts.Row(10, parts.NewKeycap("Esc"), parts.Secondary("to type here and back"), parts.NewKeycap("→"), parts.Secondary("completes a name"), parts.Gap(),
		parts.NewButton("All keys", p.help).Small().Quiet().WithKey("F1"))
	v.wide, v.thin = parts.Fixed(v.field, 380), parts.Fixed(v.field, 220)
	v.line = parts.Row(12, parts.NewIcon(parts.IconChevronRight, parts.Plain, 18), v.wide, parts.Grow(parts.Layers(v.rest, v.reads), 1))
	v.view = parts.Layers(parts.NewPlate(parts.ColorSurface), parts.AtLeast(parts.PadXY(v.line, 16, 8), 0, 60))
	v.understand()
	return v
}

func (v *promptView) setNarrow(narrow bool) {
	v.line.Objects[1] = v.wide
	if narrow {
		v.line.Objects[1] = v.thin
	}
	parts.Settle(v.line)
}

// understand shows what Enter would do.
func (v *promptView) understand() {
	v.reading = v.of.model.Understand(v.field.Text)
	r := v.reading
	typed := r.Text != ""
	v.reads.Hidden, v.rest.Hidden = !typed, typed
	v.chip.Set(r.Chip)
	v.icon.Set(r.Icon, r.Tone)
	v.text.SetText(r.Text)
	v.more.SetText(r.More)
	v.more.Hidden = r.More == ""
	v.do.Hidden = r.Button == ""
	v.do.SetLabel(r.Button)
	parts.Settle(v.view)
	v.view.Refresh()
}

// enter carries out the line. The caret stays here for the next one.
func (v *promptView) enter() {
	r := v.reading
	switch {
	case r.Button == "":
		return
	case r.Verb == Help:
		v.taken()
		v.of.help()
		return
	case r.Verb == EndMeeting:
		v.taken()
		v.of.closeMeeting()
		return
	case r.Verb == OldMinutes:
		v.taken()
		v.of.approve()
		return
	case r.Do == nil:
		return
	}
	if v.of.said(r.Do()) {
		v.taken()
	}
}

func (v *promptView) taken() {
	v.lines = append(v.lines, v.field.Text)
	v.lines = v.lines[max(0, len(v.lines)-linesKept):]
	v.back = 0
	v.field.Put("")
	v.understand()
}

// complete finishes the name at the end of the line; again, with the next name that it may be.
func (v *promptView) complete() bool {
	if letters, _, column := v.field.Typed(); column < letters {
		return false
	}
	if v.whole == "" || v.field.Text != v.whole {
		v.half, v.names = v.field.Text, 0
	}
	line, ok := v.of.model.Complete(v.half, v.names)
	if !ok {
		return false
	}
	v.whole, v.names = line, v.names+1
	v.field.Put(line)
	v.understand()
	return true
}

// typedKey completes a name, and brings back earlier lines.
func (v *promptView) typedKey(ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case fyne.KeyRight:
		return v.complete()
	case fyne.KeyUp:
		v.back = min(v.back+1, len(v.lines))
	case fyne.KeyDown:
		v.back = max(v.back-1, 0)
	default:
		return false
	}
	line := ""
	if v.back > 0 {
		line = v.lines[len(v.lines)-v.back]
	}
	v.field.Put(line)
	v.understand()
	return true
}
