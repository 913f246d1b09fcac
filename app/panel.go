package app

import (
	"errors"
	"log/slog"

	"fyne.io/fyne/v2"

	"branchbook/data"
	"branchbook/screens/parts"
	"branchbook/screens/place"
)

// openPanel shows a panel over a veil and gives it the keys. What is returned closes it.
func (w *window) openPanel(p place.Panel) (closed func()) {
	var modal *parts.Modal
	var release func()
	shut := func() {
		if modal != nil {
			modal.Close()
		}
	}
	release = w.keys.Open(place.KeyTakerFunc(func(ev *fyne.KeyEvent) bool {
		if p.Keys != nil && p.Keys.TypedKey(ev) {
			return true
		}
		if ev.Name == fyne.KeyEscape {
			shut()
		}
		return true
	}))
	modal = parts.ShowModal(w.win.Canvas(), parts.ModalLook{Title: p.Title, Top: p.Top, Closed: func() {
		release()
		w.narrate("panel closed")
		if p.Closed != nil {
			p.Closed()
		}
	}}, p.Content, p.First)
	w.panels = append(w.panels, modal)
	w.narrate("panel " + p.Title)
	return shut
}

// closePanels closes every panel that is open, the last one first.
func (w *window) closePanels() {
	for i := len(w.panels) - 1; i >= 0; i-- {
		w.panels[i].Close()
	}
	w.panels = nil
}

// ask asks a question with two answers. Escape is No.
func (w *window) ask(q place.Question) {
	answered := false
	var shut func()
	answer := func(then func()) func() {
		return func() {
			answered = true
			shut()
			if then != nil {
				then()
			}
		}
	}
	no := parts.NewButton(orElse(q.No, "Cancel"), answer(q.Else)).WithKey("Esc")
	yes := parts.NewButton(q.Yes, answer(q.Then))
	first := fyne.Focusable(yes)
	if q.Danger {
		yes.Danger()
		first = no
	} else {
		yes.Primary().WithKey("Enter")
	}
	shut = w.openPanel(place.Panel{
		Title:   q.Title,
		Content: parts.Column(16, parts.Body(q.Text).Wrapped(0), parts.Buttons(no, yes)),
		First:   first,
		Closed: func() {
			if !answered && q.Else != nil {
				q.Else()
			}
		},
	})
}

// problem shows the sentence of err, and logs its cause: the log holds no names, so it gets the cause alone.
func (w *window) problem(err error) {
	if err == nil {
		return
	}
	var p *data.Problem
	if errors.As(err, &p) {
		if p.Cause != nil {
			w.log.Warn("a problem was shown", slog.Any("cause", p.Cause))
		}
	} else {
		w.log.Error("unexpected", slog.Any("cause", err))
	}
	said := data.Say(err)
	w.narrate("problem " + said)
	var shut func()
	ok := parts.NewButton("Close", func() { shut() }).Primary().WithKey("Enter")
	shut = w.openPanel(place.Panel{
		Title:   "That did not work",
		Content: parts.Column(16, parts.Body(said).Wrapped(0), parts.Buttons(ok)),
		First:   ok,
	})
}

func orElse(s, other string) string {
	if s == "" {
		return other
	}
	return s
}
