package posts

import (
	"strings"

	"fyne.io/fyne/v2"

	"branchbook/data"
	"branchbook/screens/parts"
)

// candidacyForm is who may stand, as it is typed.
type candidacyForm struct {
	was        data.Candidacy
	women      *parts.Check
	young      *parts.Check
	days       *parts.NumberField
	identifies *parts.Field
	words      *parts.Field
}

func newCandidacyForm(c data.Candidacy) *candidacyForm {
	f := &candidacyForm{
		was: c, women: parts.NewCheck("Women only", nil), young: parts.NewCheck("Under 27 only", nil),
		days: parts.NewNumberField(), identifies: parts.NewField("BAME"), words: parts.NewField("a member of an affiliated union"),
	}
	f.days.Named("Days of membership")
	f.women.SetChecked(c.Women)
	f.young.SetChecked(c.Young)
	if c.Days > 0 {
		f.days.PutNumber(c.Days)
	}
	f.identifies.Put(c.Identifies)
	f.words.Put(c.Words)
	return f
}

func (f *candidacyForm) rows() fyne.CanvasObject {
	return parts.Column(12,
		parts.Label("Who may stand"), parts.Row(20, f.women, f.young),
		parts.NewFormRow("Days of membership", parts.Left(parts.Fixed(f.days, 90))).WithHint("blank: as for a vote"),
		parts.NewFormRow("Self-identifies as", f.identifies).WithHint("nothing is held about it"),
		parts.NewFormRow("Anything else", f.words).WithHint("shown, and judged by nobody"))
}

func (f *candidacyForm) read() data.Candidacy {
	c := f.was
	c.Women, c.Young = f.women.Checked(), f.young.Checked()
	c.Days, _ = f.days.Number()
	c.Identifies, c.Words = strings.TrimSpace(f.identifies.Text), strings.TrimSpace(f.words.Text)
	return c
}
