package door

import (
	"fyne.io/fyne/v2"

	"branchbook/screens/parts"
)

// welcome is the first run: three ways to a book at the left, and at the right what the chosen one needs.
type welcome struct {
	model  *Model
	cards  []*wayCard
	forms  []wayForm // in the order of the ways
	panels []fyne.CanvasObject
	back   *parts.Button
	note   fyne.CanvasObject
}

// A wayForm is what one of the ways needs.
type wayForm interface {
	view() fyne.CanvasObject
	show()
	reset()
	first() fyne.Focusable
	secrets() []*parts.PasswordField
	refused()
}

func newWelcome(m *Model, where string) *welcome {
	choose := func(w way) func() { return func() { m.Choose(w) } }
	s := &welcome{
		model: m,
		cards: []*wayCard{
			newWayCard(parts.IconPlus, "Start a new book", "For your own branch. You need its name, a passphrase and ten minutes.", "Alt+1", choose(createWay)),
			newWayCard(parts.IconEye, "Look round the example branch", "An invented branch with two years of meetings, to try everything on.", "Alt+2", choose(exampleWay)),
			newWayCard(parts.IconHistory, "Restore a backup", "Carry on from a copy, on a USB stick or elsewhere.", "Alt+3", choose(restoreWay)),
		},
		forms: []wayForm{newCreateForm(m, where), newExampleForm(m), newRestoreForm(m)},
		back:  parts.NewButton("Back to unlocking", m.Back).WithKey("Esc"),
	}
	for _, f := range s.forms {
		s.panels = append(s.panels, f.view())
	}
	s.note = parts.Row(10, parts.NewIcon(parts.IconShield, parts.Quiet, 18),
		parts.Grow(parts.Caption("No account and no internet: Branchbook never goes online.").Wrapped(0), 1))
	return s
}

func (s *welcome) form() wayForm { return s.forms[s.model.Way] }

func (s *welcome) arrange(width float32) fyne.CanvasObject {
	cards := parts.Column(12, s.cards[0].pressed, s.cards[1].pressed, s.cards[2].pressed, s.note, parts.Left(s.back))
	panel := parts.Card(parts.Layers(s.panels...))
	var both fyne.CanvasObject = parts.RowTop(28, parts.Grow(cards, 5), parts.Grow(parts.AtLeast(panel, 0, tallest), 6))
	if width < narrowBelow {
		both = parts.Column(20, cards, panel)
	}
	return parts.Centre(parts.Fixed(parts.Column(20, brand(), both), within(width, 1120)))
}

// tallest is the height of the tallest of the forms, so that nothing moves when another way is chosen.
const tallest = 530

// narrowBelow is the width under which the ways stand over what the chosen one needs.
const narrowBelow = 940

func (s *welcome) show() {
	for i, c := range s.cards {
		chosen := way(i) == s.model.Way
		c.setChosen(chosen)
		if chosen {
			s.panels[i].Show()
			s.forms[i].show()
		} else {
			s.panels[i].Hide()
		}
	}
	s.back.Hidden = !s.model.CanGoBack() || s.model.Working.Name != ""
	for _, p := range s.panels {
		parts.Settle(p)
	}
}

func (s *welcome) reset()                          { s.form().reset() }
func (s *welcome) first() fyne.Focusable           { return s.form().first() }
func (s *welcome) secrets() []*parts.PasswordField { return s.form().secrets() }
func (s *welcome) refused()                        { s.form().refused() }
