package approval

import (
	"strings"

	"fyne.io/fyne/v2"

	"branchbook/data"
	"branchbook/screens/parts"
)

// The sorts of correction, in the order of the choice.
const (
	correctWords = iota
	addApologies
	outOfApologies
	addPresent
	outOfPresent
	correctOther
)

var correctionSorts = []string{
	"Words in the minutes", "Add to the apologies", "Take out of the apologies", "Add to those present", "Take out of those present", "Something else, in words",
}

// correctionForm is where a correction, or an addendum, is made.
type correctionForm struct {
	p     *Place
	form  *parts.PanelForm
	sort  *parts.Choice
	body  *fyne.Container
	texts []Text
	which *parts.Choice
	words *parts.Editor
	shows *parts.Rich

	person *parts.NameField
	taken  []data.PersonID
	names  *parts.Text

	items []data.ItemID
	item  *parts.Choice
	other *parts.Editor
}

// correctionForm opens it. Minutes that are approved get an addendum.
func (p *Place) correctionForm() {
	if !p.m.IsOpen() {
		return
	}
	f := &correctionForm{p: p, texts: p.m.Texts(), body: parts.Layers(parts.Column(0))}
	f.sort = parts.NewChoice(correctionSorts, "Choose", func(int) { f.choose() })
	f.makeWords()
	f.makePeople()
	f.makeOther()
	title, button, under := "Add a correction", "Add the correction", "Only accuracy is discussed, not the decisions."
	if p.m.approved() {
		title, button = "Add an addendum", "Add the addendum"
		under = "The text as approved stays. The addendum is numbered, agreed at a later meeting, and printed after it."
	}
	rows := parts.Column(12, parts.Secondary(under).Wrapped(0), parts.NewFormRow("What is put right", f.sort), f.body)
	f.form = parts.NewPanelForm(rows, parts.NewButton("Cancel", func() { f.form.Shut() }).WithKey("Esc"), parts.NewButton(button, f.record).Primary())
	f.sort.Choose(addApologies)
	if len(f.texts) > 0 {
		f.sort.Choose(correctWords)
	}
	f.choose()
	f.form.Open(p.d.Shell, title, f.sort)
}

func (f *correctionForm) makeWords() {
	names := make([]string, len(f.texts))
	for i, t := range f.texts {
		names[i] = t.Name
	}
	f.words, f.shows = parts.NewEditor("", 3), parts.NewRich(parts.RoleBody)
	f.words.Named("The text as it should read")
	f.words.OnChanged = func(string) { f.compare() }
	f.which = parts.NewChoice(names, "Choose a paragraph", func(i int) {
		f.words.Put(f.texts[i].Text)
		f.compare()
	})
	if len(f.texts) > 0 {
		f.which.Choose(0)
		f.words.Put(f.texts[0].Text)
		f.compare()
	}
}

// compare shows what was changed in the text.
func (f *correctionForm) compare() {
	i := f.which.Chosen()
	if i < 0 {
		return
	}
	f.shows.SetRuns(apart(runsOf(f.texts[i].Text, f.words.Text))...)
}

func (f *correctionForm) makePeople() {
	f.names = parts.Body("").Wrapped(0)
	f.person = parts.NewNameField("Name or first letters", func(typed string) []parts.Candidate { return f.p.m.People().Match(typed) }, func(c parts.Candidate) {
		f.taken = append(f.taken, data.PersonID(c.ID))
		f.names.SetText(strings.TrimPrefix(f.names.Text()+", "+c.Name, ", "))
	})
	f.person.Field().Named("Who")
}

func (f *correctionForm) makeOther() {
	names, ids := f.p.m.Items()
	f.items, f.item = ids, parts.NewChoice(names, names[0], nil)
	f.item.Choose(0)
	f.other = parts.NewEditor("The vote was 9 to 2, not 9 to 3.", 3)
	f.other.Named("The correction in words")
}

// choose shows the fields of the sort of correction that is chosen.
func (f *correctionForm) choose() {
	switch f.sort.Chosen() {
	case correctWords:
		parts.Swap(f.body, parts.Column(12, parts.NewFormRow("Which text", f.which), parts.NewFormRow("As it should read", f.words),
			parts.Column(4, parts.Label("What changes"), f.shows)))
	case correctOther:
		parts.Swap(f.body, parts.Column(12, parts.NewFormRow("To which item", f.item), parts.NewFormRow("The correction", f.other)))
	default:
		parts.Swap(f.body, parts.Column(12, parts.NewFormRow("Who", f.person).WithHint("Enter takes each"), f.names))
	}
}

func (f *correctionForm) record() {
	line, err := f.add()
	if err != nil {
		f.form.Fail(err)
		return
	}
	f.form.Shut()
	f.p.said(line, nil)
}

func (f *correctionForm) add() (string, error) {
	m := f.p.m
	switch f.sort.Chosen() {
	case correctWords:
		if i := f.which.Chosen(); i >= 0 {
			return m.Replace(f.texts[i].Block, f.words.Text)
		}
		return "", data.NewProblem("Choose the text that is wrong.", nil)
	case addApologies:
		return m.AddPeople(data.CorrectApologies, f.taken...)
	case addPresent:
		return m.AddPeople(data.CorrectPresent, f.taken...)
	case outOfApologies:
		return m.TakeOutPeople(data.CorrectApologies, f.taken...)
	case outOfPresent:
		return m.TakeOutPeople(data.CorrectPresent, f.taken...)
	}
	return m.Other(f.items[max(f.item.Chosen(), 0)], f.other.Text)
}
