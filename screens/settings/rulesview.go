package settings

import (
	"fmt"

	"fyne.io/fyne/v2"

	"branchbook/data"
	"branchbook/screens/parts"
	"branchbook/screens/place"
)

// rulesView is the table of standing orders. A rule opens in place, under its line.
type rulesView struct {
	model     *Model
	shell     place.Shell
	rearrange func() // lays the section out afresh, after a rule was opened or closed
	on        *parts.DateField
	earlier   *parts.Button
	lines     []*ruleLine
	editor    *ruleEditor
	width     float32
}

func newRulesView(m *Model, shell place.Shell) *rulesView {
	v := &rulesView{model: m, shell: shell, on: parts.NewDateField(m.On), rearrange: func() {}}
	v.on.OnDate = func(d data.Date, err error) {
		if err == nil && !d.IsZero() {
			m.ShowOn(d)
			v.show()
		}
	}
	v.earlier = parts.NewButton("Earlier versions", v.showVersions).WithIcon(parts.IconHistory).Small()
	v.editor = newRuleEditor(v)
	return v
}

// Widths of the columns of the table, in our pixels.
const (
	valueWide   = 152
	fromWide    = 96
	warnWide    = 90
	changeWide  = 80
	tableNarrow = 720 // below it each rule stands on lines of its own
)

func (v *rulesView) arrange(width float32) fyne.CanvasObject {
	v.width = width
	head := parts.Row(10, parts.Secondary("As they stand on"), parts.Fixed(v.on, 150), v.earlier)
	table := []fyne.CanvasObject{}
	if width >= tableNarrow {
		table = append(table, tableHead())
	}
	group := ""
	for _, l := range v.lines {
		if l.row.group != group {
			group = l.row.group
			table = append(table, parts.Layers(parts.NewPlate(parts.ColorSunken), parts.PadXY(parts.Label(group), 16, 5)))
		}
		if l.row.key == v.model.Editing.Key {
			table = append(table, v.editor.arrange(width), parts.Rule())
			continue
		}
		table = append(table, l.arrange(width), parts.Rule())
	}
	foot := parts.PadXY(parts.Row(8, parts.NewIcon(parts.IconInfo, parts.Quiet, 18),
		parts.Grow(parts.Secondary("The book warns and shows the sum. It never stops the meeting doing what it decides.").Wrapped(0), 1)), 16, 8)
	top := parts.Row(12, parts.Grow(parts.CardHeading("Standing orders"), 1), head)
	if width < tableNarrow {
		top = parts.Column(8, parts.CardHeading("Standing orders"), parts.Column(6, parts.Secondary("As they stand on"), v.on, parts.Left(v.earlier)))
	}
	if width < tableNarrow { // so little of the table would be seen that head and foot scroll with it
		all := append([]fyne.CanvasObject{parts.PadXY(top, 16, 8), parts.Rule()}, append(table, foot)...)
		return parts.Sheet(parts.Column(0, parts.NewScroller(parts.Column(0, all...))))
	}
	return parts.Sheet(parts.Column(0, parts.PadXY(top, 16, 8), parts.Rule(),
		parts.NewScroller(parts.Column(0, table...)), parts.Rule(), foot))
}

func tableHead() fyne.CanvasObject {
	return parts.PadXY(parts.Row(12,
		parts.Grow(parts.Label("Rule"), 5), parts.Fixed(parts.Label("Value"), valueWide), parts.Fixed(parts.Label("In force from"), fromWide),
		parts.Grow(parts.Label("Where it comes from"), 6), parts.Fixed(parts.Label("If not met"), warnWide), parts.Fixed(parts.Label(""), changeWide)), 16, 6)
}

// show copies the rules. The lines stay the same widgets, so that the caret stays where it is.
func (v *rulesView) show() {
	first := v.lines == nil
	for i, row := range v.model.Rules {
		if first {
			v.lines = append(v.lines, newRuleLine(v, row))
		}
		v.lines[i].put(row)
	}
	v.earlier.SetLabel(fmt.Sprintf("Earlier versions %d", len(v.model.Versions)))
	v.earlier.SetEnabled(len(v.model.Versions) > 0)
	if !v.on.HasFocus() {
		v.on.PutDate(v.model.On)
	}
	if first || v.editor.key != v.model.Editing.Key {
		v.editor.open(v.model)
		v.rearrange()
	}
}

func (v *rulesView) first() fyne.Focusable {
	if v.model.Editing.Key != "" {
		return v.editor.first()
	}
	return v.on
}

func (v *rulesView) open(key string) {
	if err := v.model.Open(key); err != nil {
		v.shell.Problem(err)
		return
	}
	v.show()
	parts.Reveal(v.editor.keep) // all of it, if there is room; then the field, which reveals itself
	v.shell.Focus(v.editor.first())
}

// cancel closes the rule that is open, and gives the caret back to its line.
func (v *rulesView) cancel() {
	key := v.model.Editing.Key
	v.model.Cancel()
	v.show()
	v.focusLine(key)
}

func (v *rulesView) keep() {
	key := v.model.Editing.Key
	said, err := v.model.Keep()
	if err != nil {
		v.shell.Problem(err)
		return
	}
	v.show()
	v.focusLine(key)
	v.shell.Notify(said)
}

func (v *rulesView) focusLine(key string) {
	for _, l := range v.lines {
		if l.row.key == key {
			v.shell.Focus(l.change)
		}
	}
}

func (v *rulesView) warn(key string, on bool) {
	said, err := v.model.Warn(key, on)
	if err != nil {
		v.shell.Problem(err)
		return
	}
	v.show()
	v.shell.Notify(said)
}

// showVersions lists the rules that were, are and will be in force; choosing one shows the table of that day.
func (v *rulesView) showVersions() {
	list := []fyne.CanvasObject{}
	var shut func()
	for _, ver := range v.model.Versions {
		list = append(list, parts.RowTop(12, parts.Fixed(parts.Bold("From "+ver.from), 130), parts.Grow(parts.Secondary(ver.altered).Wrapped(0), 1),
			parts.NewButton("Show", func() {
				shut()
				on := ver.on
				if on.IsZero() {
					on = v.model.today()
				}
				v.model.ShowOn(on)
				v.on.PutDate(on)
				v.show()
			}).Small()))
	}
	list = append(list, parts.Caption("Before the first of them, the usual rules hold that Branchbook begins with.").Wrapped(0))
	shut = v.shell.Open(place.Panel{Title: "Earlier versions", Content: parts.Column(12,
		parts.AtLeast(parts.NewScroll(parts.Column(12, list...)), 0, 260),
		parts.Buttons(parts.NewButton("Close", func() { shut() }).WithKey("Esc")))})
}

// ruleLine is one rule in the table.
type ruleLine struct {
	row                       ruleRow
	name, value, from, source *parts.Text
	warn                      *parts.Switch
	change                    *parts.Button
}

func newRuleLine(v *rulesView, row ruleRow) *ruleLine {
	l := &ruleLine{
		row: row, name: parts.Body(row.name).Wrapped(3), value: parts.Bold("").Wrapped(3), from: parts.Secondary(""),
		source: parts.Caption("").Wrapped(3),
	}
	l.warn = parts.NewSwitch("Warn", "Off", func(on bool) { v.warn(row.key, on) })
	l.change = parts.NewButton("Change", func() { v.open(row.key) }).Small()
	return l
}

func (l *ruleLine) put(row ruleRow) {
	l.row = row
	l.value.SetText(row.value)
	l.from.SetText(row.from)
	l.source.SetText(row.source)
	l.warn.SetOn(row.warn)
}

func (l *ruleLine) arrange(width float32) fyne.CanvasObject {
	var warn fyne.CanvasObject = l.warn
	if !l.row.canWarn {
		warn = parts.Secondary("–")
	}
	if width < tableNarrow {
		return parts.PadXY(parts.Column(2, l.name, l.value, l.source,
			parts.Row(10, parts.Caption("from"), parts.Grow(l.from, 1), warn, l.change)), 16, 8)
	}
	return parts.PadXY(parts.Row(12, parts.Grow(l.name, 5), parts.Fixed(l.value, valueWide), parts.Fixed(l.from, fromWide),
		parts.Grow(l.source, 6), parts.Fixed(parts.Left(warn), warnWide), parts.Fixed(l.change, changeWide)), 16, 4)
}
