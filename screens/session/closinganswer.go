package session

import (
	"strings"

	"fyne.io/fyne/v2"

	"branchbook/data"
	"branchbook/screens/parts"
)

// ask puts the field for an answer under the list. Enter settles, Escape goes back to the list.
func (c *closingPanel) ask(w Way) {
	var row *parts.FormRow
	switch w.Needs {
	case NeedsDate:
		row, c.asked = c.askDate(w)
	case NeedsWords:
		row, c.asked = c.askWords(w)
	default:
		row, c.asked = c.askName(w)
	}
	c.lit.SetText(c.ends[c.shown].Text)
	c.replying([]fyne.CanvasObject{row})
	c.of.shell.Focus(c.asked)
}

func (c *closingPanel) stopAsking() {
	c.asked = nil
	c.replying(nil)
}

// replying shows the field in place of the list, so that the names that are offered under it have room; nil shows the
// list again.
func (c *closingPanel) replying(row []fyne.CanvasObject) {
	c.reply.Objects = row
	c.lit.Hidden, c.ways.Hidden = row == nil, row != nil
	if row == nil {
		c.roll.Show()
	} else {
		c.roll.Hide()
	}
	parts.Settle(c.reply)
	c.reply.Refresh()
}

func (c *closingPanel) askDate(w Way) (*parts.FormRow, fyne.Focusable) {
	field := parts.NewDateField(c.of.model.held.Date)
	field.Named(w.Label)
	row := parts.NewFormRow(w.Label, field)
	field.OnSubmitted = func(string) {
		on, err := field.Date()
		row.SetError(unless(err == nil && !on.IsZero(), "This is not a date. Write it like 3 June."))
		if row.Error() == "" {
			c.settled(w.Settle(Answer{Words: field.Text, Date: on}))
		}
	}
	return row, field
}

func (c *closingPanel) askWords(w Way) (*parts.FormRow, fyne.Focusable) {
	field := parts.NewField("")
	field.Named(w.Label)
	field.Put(w.Usual)
	row := parts.NewFormRow(w.Label, field)
	field.OnSubmitted = func(words string) {
		words = strings.TrimSpace(words)
		row.SetError(unless(words != "", "Type a few words, or leave it with Escape."))
		if words != "" {
			c.settled(w.Settle(Answer{Words: words}))
		}
	}
	return row, field
}

// askName asks for a person. A name that is in no list counts where one may.
func (c *closingPanel) askName(w Way) (*parts.FormRow, fyne.Focusable) {
	find := c.of.model.Members
	if w.Needs == NeedsUnknown {
		find = c.of.model.Unknown
	}
	field := parts.NewNameField("Name or first letters", find, func(n parts.Candidate) {
		c.settled(w.Settle(Answer{Words: n.Name, Person: data.PersonID(n.ID)}))
	})
	field.Field().Named(w.Label)
	row := parts.NewFormRow(w.Label, field)
	field.OnFree = func(words string) {
		words = strings.TrimSpace(words)
		if w.Needs == NeedsMember || words == "" {
			row.SetError(whoIsMeant)
			return
		}
		c.settled(w.Settle(Answer{Words: words}))
	}
	return row, field.Field()
}
