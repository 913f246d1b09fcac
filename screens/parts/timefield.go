package parts

import (
	"fyne.io/fyne/v2"

	"branchbook/data"
)

// A TimeField takes a time as people write it: 7.34pm, 7:34, 1934. When the caret leaves, it shows 7.34pm.
type TimeField struct {
	Field
	// OnTime is called when what is typed has become another time, or none. err wraps data.ErrTime when it is no time.
	OnTime func(t data.Time, err error)

	evening bool
	last    data.Time
	echo    *Text
}

// NewTimeField returns an empty field. With evening, hours from 1 to 11 without am or pm are in the evening.
func NewTimeField(evening bool) *TimeField {
	t := &TimeField{evening: evening, echo: Caption("")}
	t.start(t, "7.30pm")
	t.least = 84
	t.OnChanged = func(string) { t.typed() }
	t.moved = t.settle
	return t
}

// Echo is the text that says the time, or what is wrong with it; FormRow shows it beside the label.
func (t *TimeField) Echo() *Text { return t.echo }

// Time returns what is typed: the zero Time for nothing, an error that wraps data.ErrTime for what is no time.
func (t *TimeField) Time() (data.Time, error) { return data.ParseTime(t.Text, t.evening) }

// PutTime shows a time without telling OnTime.
func (t *TimeField) PutTime(at data.Time) {
	t.last = at
	t.Put(at.String())
	t.say("", Quiet)
}

func (t *TimeField) say(text string, tone Tone) {
	t.echo.In(tone)
	t.echo.SetText(text)
}

func (t *TimeField) typed() {
	at, err := t.Time()
	if err != nil {
		t.say(sentence(err, data.ErrTime), Red)
	} else {
		t.say(at.String(), Quiet)
	}
	if err == nil && at == t.last {
		return
	}
	if err == nil {
		t.last = at
	}
	if t.OnTime != nil {
		t.OnTime(at, err)
	}
}

func (t *TimeField) settle(here bool) {
	if here {
		return
	}
	if at, err := t.Time(); err == nil {
		t.Put(at.String())
		t.say("", Quiet)
	}
}

var _ fyne.Focusable = (*TimeField)(nil)
