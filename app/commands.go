package app

import (
	"fyne.io/fyne/v2"

	"branchbook/screens/parts"
	"branchbook/screens/place"
)

// commands is everything that can be asked for while a place is shown: what the place offers, then what the window
// does, so that the place has its keys first.
func (h *house) commands(name string) []place.Command {
	all := append([]place.Command(nil), h.menus[name]...)
	all = append(all, h.bookCommands()...)
	all = append(all, h.goCommands()...)
	return append(all, h.w.viewCommands()...)
}

func (h *house) bookCommands() []place.Command {
	searches := func() bool { _, ok := h.at.(place.Searcher); return ok }
	return []place.Command{
		{Menu: "Book", Name: "Save", Key: place.Ctrl(fyne.KeyS), Run: h.save},
		{Menu: "Book", Name: "Back up now…", Key: place.Ctrl(fyne.KeyB), Run: h.backUp},
		{Menu: "Book", Name: "Lock", Key: place.Ctrl(fyne.KeyL), Run: func() { h.w.lock("") }},
		{Menu: "Record", Name: "Undo", Key: place.Ctrl(fyne.KeyU), Enabled: h.canUndo, Run: h.takeBack},
		{Menu: "Record", Name: "Redo", Key: place.CtrlShift(fyne.KeyZ), Enabled: func() bool {
			_, _, ok := h.book.Redoable()
			return ok
		}, Run: h.bringBack},
		{Menu: "Record", Name: "Find in this list", Key: place.Ctrl(fyne.KeyF), Enabled: searches, Run: func() {
			if s, ok := h.at.(place.Searcher); ok {
				s.FocusSearch()
			}
		}},
		{Menu: "Record", Name: "Record an election", Key: place.Ctrl(fyne.KeyE), Run: h.recordElection},
		{Menu: "Lists", Name: "Bring in a member list", Key: place.Ctrl(fyne.KeyI), Run: func() {
			h.Go(place.Route{Place: membersPlace, Tab: "import"})
		}},
	}
}

// recordElection begins an election: at the meeting on show, else at the one in session, or else at the next.
func (h *house) recordElection() {
	to := place.Route{Place: electionPlace, Tab: "new"}
	if at := h.at.Route(); at.Place == meetingsPlace || at.Place == sessionPlace {
		to.ID = at.ID
	}
	h.Go(to)
}

func (h *house) goCommands() []place.Command {
	numbers := []fyne.KeyName{fyne.Key1, fyne.Key2, fyne.Key3, fyne.Key4, fyne.Key5, fyne.Key6, fyne.Key7, fyne.Key8}
	var all []place.Command
	for i, item := range railItems {
		all = append(all, place.Command{Menu: "Go", Name: item.Name, Key: place.Ctrl(numbers[i]), Run: func() {
			h.Go(place.Route{Place: item.Place})
		}})
	}
	return append(all,
		place.Command{Menu: "Go", Name: "Back", Key: place.Alt(fyne.KeyLeft), Enabled: func() bool { return len(h.before) > 0 }, Run: func() { h.back() }},
		place.Command{Menu: "Go", Name: "Search the book", Key: place.Ctrl(fyne.KeyK), Run: h.search})
}

// doorCommands are what can be asked for while no book is open.
func (w *window) doorCommands() []place.Command { return w.viewCommands() }

func (w *window) viewCommands() []place.Command {
	scheme := func(s parts.Scheme) func() {
		return func() { w.prefs.setScheme(string(s)); w.applyLook() }
	}
	grow := func(by int) func() {
		return func() { w.prefs.setTextSize(w.prefs.textSize() + by); w.applyLook() }
	}
	return []place.Command{
		{Menu: "View", Name: "Larger text", Key: place.Ctrl(fyne.KeyEqual), Run: grow(25)},
		{Menu: "View", Name: "Smaller text", Key: place.Ctrl(fyne.KeyMinus), Run: grow(-25)},
		{Menu: "View", Name: "Light", Run: scheme(parts.Light)},
		{Menu: "View", Name: "Dark", Run: scheme(parts.Dark)},
		{Menu: "View", Name: "High contrast", Run: scheme(parts.Contrast)},
		{Menu: "Help", Name: "All keys", Key: place.Bare(fyne.KeyF1), Run: w.showKeys},
		{Menu: "Help", Name: "About Branchbook", Enabled: func() bool { return w.house != nil }, Run: func() {
			w.house.Go(place.Route{Place: settingsPlace, Tab: "about"})
		}},
		{Menu: "Book", Name: "Quit", Key: place.Ctrl(fyne.KeyQ), Run: w.quit},
	}
}

// showKeys lists every command that has a key, by menu.
func (w *window) showKeys() {
	commands := w.doorCommands()
	if w.house != nil && w.house.at != nil {
		commands = w.house.commands(w.house.at.Route().Place)
	} else if w.door != nil {
		commands = append(commands, w.door.Commands()...)
	}
	var rows []fyne.CanvasObject
	menu := ""
	for _, m := range menuOrder {
		for _, c := range commands {
			if c.Menu != m || c.Key.IsZero() {
				continue
			}
			if m != menu {
				menu = m
				rows = append(rows, parts.Label(m))
			}
			keys := []fyne.CanvasObject{parts.Grow(parts.Body(c.Name), 1), parts.NewKeycap(c.Key.String())}
			if !c.Also.IsZero() {
				keys = append(keys, parts.NewKeycap(c.Also.String()))
			}
			rows = append(rows, parts.Row(8, keys...))
		}
	}
	var shut func()
	ok := parts.NewButton("Close", func() { shut() }).Primary().WithKey("Esc")
	shut = w.openPanel(place.Panel{
		Title:   "All keys",
		Content: parts.Column(12, parts.AtLeast(parts.NewScroll(parts.Column(6, rows...)), 0, 420), parts.Buttons(ok)),
		First:   ok,
	})
}
