package parts

import (
	"strings"

	"fyne.io/fyne/v2"
)

// A Candidate is someone or something that the letters typed so far may mean.
type Candidate struct {
	ID   string // what OnChosen returns; "" for a candidate that only says something
	Name string
	Note string // at the right: "can vote", "in since 7.21pm"
	Tone Tone   // of the note
}

// shownCandidates is how many are listed; more letters find the rest.
const shownCandidates = 6

// A NameField finds someone by a few letters. The matches stand under it, in the window and not over it, so that the
// caret never moves: Up and Down go through them, Enter takes the one that is lit, Escape puts them away.
type NameField struct {
	part
	// Match returns the candidates for what is typed, the best first. It is called at every letter.
	Match func(typed string) []Candidate
	// OnChosen is called with the candidate that was taken.
	OnChosen func(Candidate)
	// OnFree is called at Enter when nothing matches: the words as they were typed. Nil ignores them.
	OnFree func(words string)
	// Keep leaves the name in the field once it is chosen (a mover); otherwise the field is emptied for the next (the door).
	Keep bool

	field *Field
	found []Candidate
	lit   int
	rows  []*candidateRow
	list  *fyne.Container
}

// NewNameField returns an empty field; match and chosen are as Match and OnChosen.
func NewNameField(placeholder string, match func(string) []Candidate, chosen func(Candidate)) *NameField {
	n := &NameField{Match: match, OnChosen: chosen, field: NewField(placeholder)}
	n.field.OnChanged = func(string) { n.search() }
	n.field.OnKey = n.typedKey
	n.field.OnSubmitted = func(string) { n.enter() }
	var rows []fyne.CanvasObject
	for i := range shownCandidates {
		row := newCandidateRow(func() { n.take(i) })
		row.Hide()
		n.rows = append(n.rows, row)
		rows = append(rows, row)
	}
	n.list = Layers(newPlate(ColorSurface, ColorBorder, 0, 6), Pad(Column(0, rows...), 4))
	n.list.Hide()
	n.content = Column(4, n.field, n.list)
	n.ExtendBaseWidget(n)
	return n
}

// Field returns the field itself, to be given the caret.
func (n *NameField) Field() *Field { return n.field }

// Text returns what is typed.
func (n *NameField) Text() string { return n.field.Text }

// Put shows a name, and no matches.
func (n *NameField) Put(name string) {
	n.field.Put(name)
	n.show(nil)
}

// Search asks for the matches again, as when someone has just come in.
func (n *NameField) Search() { n.search() }

func (n *NameField) search() {
	if strings.TrimSpace(n.field.Text) == "" || n.Match == nil {
		n.show(nil)
		return
	}
	n.show(n.Match(n.field.Text))
}

func (n *NameField) show(found []Candidate) {
	n.found, n.lit = found[:min(len(found), shownCandidates)], 0
	n.draw()
	if len(n.found) == 0 {
		n.list.Hide()
	} else {
		n.list.Show()
	}
	Settle(n)
	n.Refresh()
}

func (n *NameField) draw() {
	for i, row := range n.rows {
		if i >= len(n.found) {
			row.Hide()
			continue
		}
		row.show(n.found[i], n.field.Text, i == n.lit)
		row.Show()
	}
}

func (n *NameField) typedKey(ev *fyne.KeyEvent) bool {
	if len(n.found) == 0 {
		return false
	}
	switch ev.Name {
	case fyne.KeyDown:
		n.lit = min(n.lit+1, len(n.found)-1)
	case fyne.KeyUp:
		n.lit = max(n.lit-1, 0)
	case fyne.KeyEscape:
		n.show(nil)
		return true
	default:
		return false
	}
	n.draw()
	return true
}

func (n *NameField) enter() {
	if len(n.found) > 0 {
		n.take(n.lit)
		return
	}
	words := strings.TrimSpace(n.field.Text)
	if words == "" {
		focusNext(n.field)
		return
	}
	if n.OnFree != nil {
		n.OnFree(words)
	}
}

func (n *NameField) take(i int) {
	if i < 0 || i >= len(n.found) || n.found[i].ID == "" {
		return
	}
	taken := n.found[i]
	if n.Keep {
		n.Put(taken.Name)
	} else {
		n.Put("")
	}
	if n.OnChosen != nil {
		n.OnChosen(taken)
	}
}

// candidateRow is one match.
type candidateRow struct {
	part
	plate *Plate
	name  *Rich
	note  *Text
	key   *Keycap
	tap   func()
}

func newCandidateRow(tap func()) *candidateRow {
	r := &candidateRow{
		plate: newPlate(none, none, 0, 4), name: NewRich(RoleBody), note: Caption(""), key: NewKeycap("Enter"), tap: tap,
	}
	r.content = Layers(r.plate, AtLeast(PadXY(Row(8, Grow(r.name, 1), r.note, r.key), 8, 4), 0, 34))
	r.ExtendBaseWidget(r)
	return r
}

func (r *candidateRow) show(c Candidate, typed string, lit bool) {
	r.name.SetRuns(matched(c.Name, typed)...)
	r.note.In(c.Tone)
	r.note.SetText(c.Note)
	fill := none
	if lit {
		fill = ColorSelection
		r.key.Show()
	} else {
		r.key.Hide()
	}
	stroke := none
	if lit && isContrast() {
		stroke = ColorFocus
	}
	r.plate.set(fill, stroke)
	r.Refresh()
}

// Tapped takes the match.
func (r *candidateRow) Tapped(*fyne.PointEvent) { r.tap() }

// matched returns the name with the typed letters bold, where a word of it starts with them.
func matched(name, typed string) []Run {
	letters, wanted := []rune(name), []rune(strings.TrimSpace(typed))
	if len(wanted) == 0 {
		return []Run{{Text: name}}
	}
	for i := 0; i+len(wanted) <= len(letters); i++ {
		startsWord := i == 0 || letters[i-1] == ' ' || letters[i-1] == '-' || letters[i-1] == '\'' || letters[i-1] == '’'
		if startsWord && strings.EqualFold(string(letters[i:i+len(wanted)]), string(wanted)) {
			end := i + len(wanted)
			return []Run{{Text: string(letters[:i])}, {Text: string(letters[i:end]), Bold: true}, {Text: string(letters[end:])}}
		}
	}
	return []Run{{Text: name}}
}
