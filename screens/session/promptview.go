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
	wide  *fyne.Container // the whole of it, with what it understood beside the field
	thin  *fyne.Container // and over the field, where there is no room beside it
	typed bool
	slim  bool

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
	mark := parts.NewIcon(parts.IconChevronRight, parts.Plain, 18)
	v.wide = parts.Row(12, mark, parts.Fixed(v.field, 380), parts.Grow(parts.Layers(v.rest, v.reads), 1))
	v.thin = parts.Column(6, parts.Layers(v.reads), parts.Row(12, mark, parts.Grow(v.field, 1)))
	v.view = parts.Layers(parts.NewPlate(parts.ColorSurface), v.wide)
	v.setNarrow(false)
	v.understand()
	return v
}

func (v *promptView) setNarrow(narrow bool) {
	v.slim = narrow
	line := v.wide
	if narrow {
		line = v.thin
	}
	v.view.Objects[1] = parts.AtLeast(parts.PadXY(line, 16, 8), 0, promptHigh)
	parts.Settle(v.view)
}

// high is how high the line stands, in our pixels: where it is narrow, what was understood stands over the field.
func (v *promptView) high() float32 {
	if v.slim && v.typed {
		return promptHigh + 48
	}
	return promptHigh
}

// understand shows what Enter would do.
func (v *promptView) understand() {
	v.reading = v.of.model.Understand(v.field.Text)
	r := v.reading
	typed := r.Text != ""
	v.reads.Hidden, v.rest.Hidden = !typed, typed
	v.chip.Set(r.Chip)
	v.chip.Hidden = v.chip.Hidden || v.slim // the words have the room
	v.icon.Set(r.Icon, r.Tone)
	v.text.SetText(r.Text)
	v.more.SetText(r.More)
	v.more.Hidden = r.More == "" || v.slim
	v.do.Hidden = r.Button == ""
	v.do.SetLabel(r.Button)
	parts.Settle(v.view)
	v.view.Refresh()
	if v.typed != typed {
		v.typed = typed
		if v.slim && v.of.view != nil {
			v.of.view.Refresh() // the line is higher now, or lower
		}
	}
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
	case r.Do == nil && r.opensElection():
		v.taken()
		v.of.electionPage()
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
