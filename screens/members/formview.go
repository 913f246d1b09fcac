package members

import (
	"fyne.io/fyne/v2"

	"branchbook/data"
	"branchbook/screens/parts"
)

// formView is the form in which somebody is added or edited. It is made anew for each.
type formView struct {
	of    *Place
	view  *fyne.Container
	draft Draft
	rows  map[string]*parts.FormRow
	wrong *parts.Banner

	title, first_, last, number, email, phones, postcode, organisation *parts.Field
	ward                                                               *parts.Field
	address                                                            *parts.Editor
	status, gender                                                     *parts.Choice
	joined, turns27, arrearsSince, leftOn                              *parts.DateField
	arrears                                                            *parts.Check
}

// The statuses and genders in the order in which the form shows them.
var (
	statuses    = [...]data.Status{data.Member, data.Guest, data.Affiliate, data.Left}
	statusNames = [...]string{"Member", "Guest", "Delegate of an affiliate", "Left the list"}
	genders     = [...]data.Gender{data.NotStated, data.Woman, data.Man, data.OtherGender}
	genderNames = [...]string{"Not stated", "Woman", "Man", "Other"}
)

func newFormView(of *Place, d Draft) *formView {
	v := &formView{of: of, draft: d, rows: map[string]*parts.FormRow{}, wrong: parts.NewBanner()}
	v.title, v.first_, v.last = field("Cllr", d.Title), field("", d.First), field("", d.Last)
	v.number, v.email, v.phones = field("L0123456", d.Number), field("", d.Email), field("", d.Phones)
	v.postcode, v.ward, v.organisation = field("", d.Postcode), field("", d.Ward), field("", d.Organisation)
	v.address = parts.NewEditor("", 2)
	v.address.Put(d.Address)
	today := of.model.today()
	date := func(on data.Date) *parts.DateField {
		f := parts.NewDateField(today)
		f.PutDate(on)
		return f
	}
	v.joined, v.turns27, v.arrearsSince, v.leftOn = date(d.Joined), date(d.Turns27), date(d.ArrearsSince), date(d.LeftOn)
	v.status = parts.NewChoice(statusNames[:], "", func(int) { v.suit() })
	v.gender = parts.NewChoice(genderNames[:], "", nil)
	for i, s := range statuses {
		if s == d.Status {
			v.status.Choose(i)
		}
	}
	for i, g := range genders {
		if g == d.Gender {
			v.gender.Choose(i)
		}
	}
	v.arrears = parts.NewCheck("In arrears", func(bool) { v.suit() })
	v.arrears.SetChecked(d.Arrears)
	v.layOut()
	v.suit()
	return v
}

func field(placeholder, text string) *parts.Field {
	f := parts.NewField(placeholder)
	f.Put(text)
	return f
}

func (v *formView) row(key, label string, field fyne.CanvasObject) *parts.FormRow {
	v.rows[key] = parts.NewFormRow(label, field)
	return v.rows[key]
}

func (v *formView) layOut() {
	half := func(a, b fyne.CanvasObject) fyne.CanvasObject {
		return parts.RowTop(10, parts.Grow(a, 1), parts.Grow(b, 1))
	}
	wards, err := v.of.model.Wards()
	if err != nil {
		v.of.deps.Shell.Problem(err)
	}
	v.ward.SetPlaceHolder(joined(", ", wards...))
	heading := "Edit " + v.draft.base.Name()
	save := "Save"
	if v.draft.IsNew() {
		heading, save = "Add a person", "Add"
	}
	form := parts.Column(12,
		v.wrong,
		half(v.row("first", "First name", v.first_), v.row("last", "Surname", v.last)),
		half(v.row("number", "Membership number", v.number), v.row("title", "Title", v.title)),
		half(v.row("status", "Is a", v.status), v.row("gender", "Counts as", v.gender)),
		v.row("organisation", "Comes from", v.organisation).WithHint("branch, union or body"),
		v.row("left", "Left the list on", v.leftOn),
		v.row("ward", "Ward", v.ward),
		v.row("joined", "Joined", v.joined),
		parts.Left(v.arrears),
		v.row("arrears", "In arrears since", v.arrearsSince),
		v.row("turns27", "27th birthday", v.turns27),
		v.row("email", "Email", v.email),
		v.row("phones", "Phones", v.phones).WithHint("with commas between"),
		v.row("address", "Address", v.address),
		v.row("postcode", "Postcode", v.postcode))
	buttons := parts.PadXY(parts.Row(8, parts.NewButton(save, v.save).Primary().WithIcon(parts.IconCheck),
		parts.NewButton("Cancel", v.of.reg.cancelForm).WithKey("Esc")), 15, 10)
	v.view = parts.Sheet(parts.Column(0, parts.PadXY(parts.CardHeading(heading), 15, 10), parts.Rule(),
		parts.NewScroller(parts.Pad(form, 15)), parts.Rule(), buttons))
}

// suit shows the fields that the status and the arrears ask for.
func (v *formView) suit() {
	status := v.chosenStatus()
	show := func(key string, shown bool) { v.rows[key].Hidden = !shown }
	show("left", status == data.Left)
	show("organisation", status == data.Guest || status == data.Affiliate)
	show("arrears", v.arrears.Checked())
	parts.Settle(v.view)
	v.view.Refresh()
}

func (v *formView) chosenStatus() data.Status { return statuses[max(v.status.Chosen(), 0)] }

func (v *formView) first() fyne.Focusable { return v.first_ }

// save hands in the form, or says beside the field what is wrong.
func (v *formView) save() {
	for _, row := range v.rows {
		row.SetError("")
	}
	v.wrong.Clear()
	d := v.draft
	d.Title, d.First, d.Last, d.Number = v.title.Text, v.first_.Text, v.last.Text, v.number.Text
	d.Email, d.Phones, d.Address, d.Postcode = v.email.Text, v.phones.Text, v.address.Text, v.postcode.Text
	d.Ward, d.Organisation, d.Arrears = v.ward.Text, v.organisation.Text, v.arrears.Checked()
	d.Status, d.Gender = v.chosenStatus(), genders[max(v.gender.Chosen(), 0)]
	for _, f := range []struct {
		key   string
		field *parts.DateField
		into  *data.Date
	}{{"joined", v.joined, &d.Joined}, {"turns27", v.turns27, &d.Turns27}, {"arrears", v.arrearsSince, &d.ArrearsSince}, {"left", v.leftOn, &d.LeftOn}} {
		on, err := f.field.Date()
		if err != nil && !v.rows[f.key].Hidden {
			v.rows[f.key].SetError("Write the date like 14 May 2026.")
			v.of.deps.Shell.Focus(f.field)
			return
		}
		*f.into = on
	}
	if wrong := v.of.save(d); wrong != nil {
		v.say(wrong)
	}
}

func (v *formView) say(wrong *FieldError) {
	row, ok := v.rows[wrong.Field]
	if !ok {
		v.wrong.Say(parts.Red, parts.IconWarning, "Not stored", wrong.Error())
		return
	}
	row.SetError(wrong.Error())
	if f, ok := row.Field().(fyne.Focusable); ok {
		v.of.deps.Shell.Focus(f)
	}
}
