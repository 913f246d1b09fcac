package meetings

import (
	"errors"

	"branchbook/data"
	"branchbook/screens/parts"
)

// entry ties a field to something in the book: it is stored when the caret leaves, and shows what is stored while the
// caret is elsewhere.
type entry struct {
	field  *parts.Field
	stored func() string            // as the field shows it
	store  func(typed string) error // a Change
	failed func(sentence string)    // "" when nothing is wrong any more
	saved  func()
	wrong  bool
}

// tie watches the field of an entry and returns it.
func tie(e *entry) *entry {
	e.field.OnFocus = func(here bool) {
		if !here {
			e.commit()
		}
	}
	return e
}

// commit stores what was typed, if it is something else than what is stored.
func (e *entry) commit() {
	if e.field.Text == e.stored() {
		e.fail("")
		return
	}
	if err := e.store(e.field.Text); err != nil {
		e.fail(sentenceOf(err))
		return
	}
	e.fail("")
	e.saved()
}

func (e *entry) fail(sentence string) {
	e.failed(sentence)
	e.wrong = sentence != "" && e.field.Text != e.stored()
}

// show puts what is stored into the field, unless the secretary is typing there or has yet to mend what they typed.
func (e *entry) show() {
	if !e.field.HasFocus() && !e.wrong {
		e.field.Put(e.stored())
	}
}

// sentenceOf puts a mistyped date or time in words.
func sentenceOf(err error) string {
	switch {
	case errors.Is(err, data.ErrDate):
		return "This is no date. Type it as 14 May 2026."
	case errors.Is(err, data.ErrTime):
		return "This is no time. Type it as 7.30pm."
	}
	return data.Say(err)
}
