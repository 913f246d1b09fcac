package door

import (
	"fyne.io/fyne/v2"

	"branchbook/screens/parts"
)

// unlock asks for the passphrase of a book that is there.
type unlock struct {
	model  *Model
	title  *parts.Text
	why    *parts.Text
	books  *parts.Choice
	which  *parts.FormRow
	secret *secret
	reveal *parts.Button
	wrong  *problem
	open   *parts.Button
	ways   []*parts.Button
	card   fyne.CanvasObject
}

func newUnlock(m *Model) *unlock {
	s := &unlock{model: m, title: parts.Heading(""), why: parts.Secondary("").Wrapped(0), wrong: newProblem()}
	s.books = parts.NewChoice(m.Books, "", func(i int) { m.Select(m.Books[i]) })
	s.which = parts.NewFormRow("Book", s.books)
	s.secret = newSecret(m, "Passphrase", m.Unlock)
	s.open = parts.NewButton("Unlock", s.secret.submit).Primary().Tall().WithKey("Enter")
	s.reveal = parts.NewButton("Show", s.secret.phrase.Toggle).Quiet().Small().WithKey("Alt+S")
	choose := func(w way) func() { return func() { m.Choose(w) } }
	s.ways = []*parts.Button{
		parts.NewButton("Create", choose(createWay)).WithIcon(parts.IconPlus).WithKey("Alt+1"),
		parts.NewButton("Example", choose(exampleWay)).WithIcon(parts.IconEye).WithKey("Alt+2"),
		parts.NewButton("Restore", choose(restoreWay)).WithIcon(parts.IconHistory).WithKey("Alt+3"),
	}
	s.card = parts.Card(parts.Pad(parts.Column(16,
		parts.Row(12, parts.IconTile(parts.IconLock, parts.Grey), parts.Grow(parts.Column(0, s.title, s.why), 1)),
		s.which, s.secret.content, s.wrong.box,
		parts.Row(12, s.open, s.secret.other, parts.Gap(), s.reveal)), 10))
	return s
}

func (s *unlock) arrange(width float32) fyne.CanvasObject {
	ways := parts.Row(10, parts.Grow(parts.Body("Another book?"), 1), s.ways[0], s.ways[1], s.ways[2])
	if width < 620 {
		ways = parts.Column(8, parts.Body("Another book?"), s.ways[0], s.ways[1], s.ways[2])
	}
	return upright(width, brand(), s.card, ways)
}

func (s *unlock) show() {
	m := s.model
	s.title.SetText("Your book is locked")
	s.why.SetText(m.Why)
	s.why.Hidden = m.Why == ""
	if len(m.Books) < 2 {
		s.which.Hide()
	} else {
		s.which.Show()
		s.books.SetOptions(m.Books)
		s.books.ChooseValue(m.Book)
	}
	s.secret.show()
	s.reveal.Hidden = m.ByCode
	s.wrong.say(m.Wrong)
	s.open.SetEnabled(m.Working.Name == "")
	s.books.SetEnabled(m.Working.Name == "")
	for _, b := range s.ways {
		b.SetEnabled(m.Working.Name == "")
	}
}

func (s *unlock) reset()                          { s.secret.reset() }
func (s *unlock) first() fyne.Focusable           { return s.secret.active() }
func (s *unlock) secrets() []*parts.PasswordField { return s.secret.fields() }
func (s *unlock) refused()                        { s.secret.refused() }
