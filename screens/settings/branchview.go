package settings

import (
	"fyne.io/fyne/v2"

	"branchbook/data"
	"branchbook/screens/parts"
	"branchbook/screens/place"
)

// structures are the ways a constituency party can meet, as they are offered.
var structures = []struct {
	of    data.Structure
	words string
}{
	{data.Delegates, "Delegates from branches"},
	{data.AllMembers, "All members together"},
}

// branchView is the details of the branch. They are kept by the button, by Enter in the last field, and on leaving.
type branchView struct {
	model                                                   *Model
	shell                                                   place.Shell
	name, clp, wards, venue, secretary, clpSecretary, email *parts.Field
	starts                                                  *parts.TimeField
	structure                                               *parts.Segments
	rows                                                    []fyne.CanvasObject
	keepIt                                                  *parts.Button
	shown                                                   branchForm // as last copied from the model
}

func newBranchView(m *Model, shell place.Shell) *branchView {
	field := func() *parts.Field { return parts.NewField("") }
	v := &branchView{
		model: m, shell: shell, name: field(), clp: field(), wards: field(), venue: field(), secretary: field(),
		clpSecretary: field(), email: field(), starts: parts.NewTimeField(true),
	}
	words := make([]string, len(structures))
	for i, s := range structures {
		words[i] = s.words
	}
	v.structure = parts.NewSegments(words, nil)
	v.keepIt = parts.NewButton("Keep", func() { v.keep() }).Primary().Tall().WithKey("Enter")
	v.email.OnSubmitted = func(string) { v.keep() }
	v.rows = []fyne.CanvasObject{
		parts.NewFormRow("Branch", v.name), parts.NewFormRow("Constituency party (CLP)", v.clp),
		parts.NewFormRow("Wards", v.wards).WithHint("with commas between"), parts.NewFormRow("How the constituency party meets", v.structure),
		parts.NewFormRow("Usual venue", v.venue), parts.NewFormRow("Usual start", v.starts),
		parts.NewFormRow("Secretary", v.secretary).WithHint("whose book this is"), parts.NewFormRow("CLP secretary", v.clpSecretary).WithHint("who the returns go to"),
		parts.NewFormRow("The branch’s address of email", v.email).WithHint("on notices; never a private one"),
	}
	return v
}

func (v *branchView) arrange(width float32) fyne.CanvasObject {
	var lines []fyne.CanvasObject
	if width < 620 {
		lines = append(lines, v.rows...)
	} else {
		for i := 0; i+1 < len(v.rows); i += 2 {
			lines = append(lines, parts.RowTop(16, parts.Grow(v.rows[i], 1), parts.Grow(v.rows[i+1], 1)))
		}
		lines = append(lines, parts.RowTop(16, parts.Grow(v.rows[len(v.rows)-1], 1), parts.Gap()))
	}
	lines = append(lines, parts.Row(14, v.keepIt, parts.Grow(parts.Caption("Papers that were made keep what they said.").Wrapped(0), 1)))
	return parts.NewScroll(parts.Column(0, parts.HeadedCard("Branch", nil, parts.Column(14, lines...))))
}

// show copies the branch, unless something was typed meanwhile.
func (v *branchView) show() {
	if v.typed() != v.shown && v.shown != (branchForm{}) {
		return
	}
	b := v.model.Branch
	v.name.Put(b.Name)
	v.clp.Put(b.CLP)
	v.wards.Put(b.Wards)
	v.venue.Put(b.Venue)
	v.secretary.Put(b.Secretary)
	v.clpSecretary.Put(b.CLPSecretary)
	v.email.Put(b.Email)
	v.starts.PutTime(b.Starts)
	for i, s := range structures {
		if s.of == b.Structure {
			v.structure.Choose(i)
		}
	}
	v.shown = v.typed()
}

func (v *branchView) typed() branchForm {
	starts, _ := v.starts.Time()
	return branchForm{
		Name: v.name.Text, CLP: v.clp.Text, Wards: v.wards.Text, Venue: v.venue.Text, Secretary: v.secretary.Text,
		CLPSecretary: v.clpSecretary.Text, Email: v.email.Text, Structure: structures[v.structure.Chosen()].of, Starts: starts,
	}
}

// keep stores what was typed, if it is other than what is in the book.
func (v *branchView) keep() {
	if _, err := v.starts.Time(); err != nil {
		v.shell.Problem(data.NewProblem("The usual start is no time: write it like 7.30pm, or leave it empty.", err))
		v.shell.Focus(v.starts)
		return
	}
	typed := v.typed()
	if typed == v.shown {
		return
	}
	said, err := v.model.KeepBranch(typed)
	if err != nil {
		v.shell.Problem(err)
		return
	}
	v.shown = branchForm{}
	v.show()
	if said != "" {
		v.shell.Notify(said)
	}
}

func (v *branchView) first() fyne.Focusable { return v.name }
