package actions

import (
	"fyne.io/fyne/v2"

	"branchbook/screens/parts"
	"branchbook/screens/place"
)

// lettersTab is the name of the second tab in a Route.
const lettersTab = "letters"

// newKinds returns the tabs that lead from actions to letters and back. Each of the two pages has its own.
func (p *Place) newKinds() *parts.Segments {
	return parts.NewTabs([]string{"Actions", "Letters"}, func(i int) {
		p.show(i == 1)
		p.deps.Shell.Focus(p.kinds())
	})
}

func (p *Place) kinds() *parts.Segments {
	if p.onLetters {
		return p.letters.kinds
	}
	return p.view.kinds
}

// show brings the letters or the actions to the front.
func (p *Place) show(letters bool) {
	p.onLetters = letters
	front := p.view.view
	if letters {
		front = p.letters.view
	}
	parts.Swap(p.front, front)
	p.view.kinds.Choose(0)
	p.letters.kinds.Choose(1)
}

// showList brings a list to the front and puts the focus on it.
func (p *Place) showList(letters bool) func() {
	return func() {
		p.show(letters)
		p.deps.Shell.Focus(p.FirstFocus())
	}
}

// start opens the form of a new action or a new letter, whichever list is in front.
func (p *Place) start() {
	if p.onLetters {
		p.letters.start()
		return
	}
	p.add()
}

func (p *Place) startLetter() {
	p.show(true)
	p.letters.start()
}

// editChosen opens the form of what is chosen in the list in front.
func (p *Place) editChosen() {
	if p.onLetters {
		p.letters.edit()
		return
	}
	p.edit()
}

// letterCommands are what the place offers for letters.
func (p *Place) letterCommands() []place.Command {
	is := func(settled bool) func() bool {
		return func() bool {
			row, ok := p.letters.model.Chosen()
			return ok && p.onLetters && row.Settled == settled
		}
	}
	return []place.Command{
		{Menu: "Lists", Name: "Letters in and out", Key: place.Alt(fyne.KeyL), Enabled: func() bool { return !p.onLetters }, Run: p.showList(true)},
		{Menu: "Lists", Name: "Working list of actions", Enabled: func() bool { return p.onLetters }, Run: p.showList(false)},
		{Menu: "Record", Name: "Add a letter", Run: p.startLetter},
		{Menu: "Record", Name: "Mark the letter as answered", Key: place.Alt(fyne.KeyA), Enabled: is(false), Run: p.letters.answer},
		{Menu: "Record", Name: "Close the letter without an answer", Enabled: is(false), Run: p.letters.shut},
		{Menu: "Record", Name: "Open the letter again", Enabled: is(true), Run: p.letters.reopen},
		{Menu: "View", Name: "Sort letters by reply due", Enabled: func() bool { return p.onLetters }, Run: func() { p.letters.sortBy(byDue) }},
		{Menu: "View", Name: "Sort letters by date", Enabled: func() bool { return p.onLetters }, Run: func() { p.letters.sortBy(byDate) }},
	}
}
