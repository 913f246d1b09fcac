package settings

import (
	"fyne.io/fyne/v2"

	"branchbook/data"
	"branchbook/screens/parts"
)

// ruleEditor is a rule that is open in the table: its fields, and what changing it comes to, before it is kept.
type ruleEditor struct {
	of       *rulesView
	key      string
	title    *parts.Text
	typed    *parts.Field
	choice   *parts.Choice
	choosing bool // the rule has few values, to be chosen
	from     *parts.DateField
	source   *parts.Field
	hint     *parts.Text
	effect   *parts.Text
	sum      *parts.Text
	keep     *parts.Button
	cancel   *parts.Button
}

func newRuleEditor(v *rulesView) *ruleEditor {
	e := &ruleEditor{
		of: v, title: parts.Bold("").Wrapped(2), typed: parts.NewField(""), from: parts.NewDateField(v.model.today()),
		source: parts.NewField("who decided it, and when"), hint: parts.Caption("").Wrapped(0),
		effect: parts.Bold("").Wrapped(0), sum: parts.Secondary("").Wrapped(0),
	}
	e.choice = parts.NewChoice(nil, "", func(int) { e.preview() })
	e.typed.OnChanged = func(string) { e.preview() }
	e.source.OnChanged = func(string) { e.preview() }
	e.from.OnDate = func(data.Date, error) { e.preview() }
	e.keep = parts.NewButton("Keep", v.keep).Primary().WithKey("Enter")
	e.cancel = parts.NewButton("Cancel", v.cancel).WithKey("Esc")
	submit := func(string) {
		if v.model.Editing.Wrong == "" {
			v.keep()
		}
	}
	e.typed.OnSubmitted, e.from.OnSubmitted, e.source.OnSubmitted = submit, submit, submit
	return e
}

// open fills the fields for the rule that the model has open.
func (e *ruleEditor) open(m *Model) {
	e.key = m.Editing.Key
	for _, row := range m.Rules {
		if row.key != e.key {
			continue
		}
		e.choosing = len(row.choices) > 0
		e.title.SetText(row.name)
		e.hint.SetText("")
		if !e.choosing {
			e.hint.SetText("Such as " + row.hint + ".")
		}
		e.choice.SetOptions(row.choices)
		e.choice.ChooseValue(row.value)
		e.typed.Put(row.value)
		e.from.PutDate(m.Editing.From)
		e.source.Put(m.Editing.Source)
	}
	e.show()
}

func (e *ruleEditor) preview() {
	value := e.typed.Text
	if e.choosing {
		value = e.choice.Value()
	}
	from, err := e.from.Date()
	if err != nil {
		from = data.Date{}
	}
	if err := e.of.model.Preview(value, from, e.source.Text); err != nil {
		e.of.shell.Problem(err)
		return
	}
	e.show()
}

func (e *ruleEditor) show() {
	now := e.of.model.Editing
	e.keep.SetEnabled(now.Wrong == "")
	if now.Wrong != "" {
		e.effect.In(parts.Red).SetText(now.Wrong)
		e.sum.SetText("")
		return
	}
	e.keep.SetLabel("Keep from " + now.From.DayMonth())
	e.effect.In(parts.Blue).SetText(now.Effect.Title)
	e.sum.SetText(now.Effect.Sum)
}

func (e *ruleEditor) value() fyne.CanvasObject {
	if e.choosing {
		return e.choice
	}
	return e.typed
}

func (e *ruleEditor) first() fyne.Focusable {
	if e.choosing {
		return e.choice
	}
	return e.typed
}

func (e *ruleEditor) arrange(width float32) fyne.CanvasObject {
	effect := parts.Row(12, parts.NewIcon(parts.IconInfo, parts.Blue, 20), parts.Grow(parts.Column(0, e.effect, e.sum), 1))
	value := parts.Column(2, parts.NewFormRow("Value", e.value()), e.hint)
	from, source := parts.NewFormRow("In force from", e.from), parts.NewFormRow("Where it comes from", e.source)
	buttons := parts.Row(10, e.keep, e.cancel)
	var fields fyne.CanvasObject = parts.RowTop(12, parts.Grow(value, 6), parts.Fixed(from, 170), parts.Grow(source, 5))
	foot := parts.Row(12, parts.Grow(parts.Sunken(effect), 1), buttons)
	if width < tableNarrow {
		fields = parts.Column(8, value, from, source)
		foot = parts.Column(8, parts.Sunken(effect), buttons)
	}
	return parts.Layers(parts.NewPlate(parts.ColorSelection), parts.PadXY(parts.Column(10, e.title, fields, foot), 16, 12))
}
