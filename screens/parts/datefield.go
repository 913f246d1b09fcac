package parts

import (
	"errors"
	"strings"

	"fyne.io/fyne/v2"

	"branchbook/data"
)

// A DateField takes a date as people write it, day first: 14/5, 14 May, Thu 14 May 2026. A day without a year is the
// one nearest to a date it was given. While it is typed the date is echoed in full, and when the caret leaves, the
// field shows it so.
type DateField struct {
	Field
	// OnDate is called when what is typed has become another date, or none. err wraps data.ErrDate when it is no date.
	OnDate func(d data.Date, err error)

	near data.Date
	last data.Date
	echo *Text
}

// NewDateField returns an empty field; near is what days without a year are near to, usually today.
func NewDateField(near data.Date) *DateField {
	d := &DateField{near: near, echo: Caption("")}
	d.start(d, "14 May 2026")
	d.least = 128
	d.OnChanged = func(string) { d.typed() }
	d.moved = d.settle
	return d
}

// Echo is the text that says the date in full, or what is wrong with it; FormRow shows it beside the label.
func (d *DateField) Echo() *Text { return d.echo }

// Near changes what days without a year are near to.
func (d *DateField) Near(near data.Date) { d.near = near }

// Date returns what is typed: the zero Date for nothing, an error that wraps data.ErrDate for what is no date.
func (d *DateField) Date() (data.Date, error) { return data.ParseDateNear(d.Text, d.near) }

// PutDate shows a date without telling OnDate.
func (d *DateField) PutDate(date data.Date) {
	d.last = date
	d.Put(date.String())
	d.say("", Quiet)
}

func (d *DateField) say(text string, tone Tone) {
	d.echo.In(tone)
	d.echo.SetText(text)
}

func (d *DateField) typed() {
	date, err := d.Date()
	if err != nil {
		d.say(sentence(err, data.ErrDate), Red)
	} else {
		d.say(date.String(), Quiet)
	}
	if err == nil && date == d.last {
		return
	}
	if err == nil {
		d.last = date
	}
	if d.OnDate != nil {
		d.OnDate(date, err)
	}
}

func (d *DateField) settle(here bool) {
	if here {
		return
	}
	if date, err := d.Date(); err == nil {
		d.Put(date.String())
		d.say("", Quiet)
	}
}

// sentence returns what an error says without the kind that it wraps at its end.
func sentence(err, kind error) string {
	if err == nil {
		return ""
	}
	text := err.Error()
	if errors.Is(err, kind) {
		text = strings.TrimSuffix(text, ": "+kind.Error())
	}
	return text
}

var _ fyne.Focusable = (*DateField)(nil)
