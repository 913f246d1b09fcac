package posts

import (
	"fyne.io/fyne/v2"

	"branchbook/data"
	"branchbook/screens/parts"
)

// seatsView is the card of the delegates.
type seatsView struct {
	of       *Place
	view     *fyne.Container
	add      *parts.Button // in the head of the page
	heading  *parts.Text
	bodies   *parts.Choice // in place of the heading where there are several
	several  *fyne.Container
	returned *parts.Button // to the delegate return, which only the General Committee has
	chip     *parts.Chip
	ends     *parts.Text
	seats    *parts.Text
	sum      *parts.Text
	notes    *fyne.Container
	pips     *parts.Pips
	balance  *parts.Chip
	women    *fyne.Container
	figures  *fyne.Container
	warnings *fyne.Container
	nobody   *fyne.Container    // in place of all that under the all-members structure
	register *parts.Register    // the one that is shown
	tables   [2]*parts.Register // with the votes of each delegate, and with the meetings they went to
	buttons  []*parts.Button    // what can be done with the seat that is selected
	actions  *fyne.Container
	wanted   string
}

func newSeatsView(of *Place) *seatsView {
	v := &seatsView{
		of: of, heading: parts.CardHeading(""), chip: parts.ChipOf(parts.Mark{}), ends: parts.Caption("").Wrapped(2),
		seats: parts.Heading(""), sum: parts.Secondary("").Wrapped(4), notes: parts.Column(0),
		pips: parts.NewPips(0, 0, 0), balance: parts.ChipOf(parts.Mark{}), women: parts.Column(0), warnings: parts.Column(2),
	}
	v.add = parts.NewButton("Add a delegate", v.startAdding).Tall()
	v.tables = [2]*parts.Register{v.newTable("Votes", 74), v.newTable("Attended", 78)}
	v.register = v.tables[0]
	v.returned = parts.NewButton("Delegate return", of.goToReturn).WithIcon(parts.IconSend).Small()
	v.bodies = parts.NewChoice(nil, "Body", v.showBody)
	v.several = parts.Row(8, parts.CardHeading("Delegates to the"), parts.Fixed(v.bodies, 216))
	v.figures = parts.PadXY(parts.RowTop(24,
		parts.Grow(parts.Column(3, parts.Label("How many seats"), parts.Row(12, v.seats, parts.Grow(v.sum, 1)), v.notes), 3),
		parts.Grow(parts.Column(3, parts.Label("Balance"), v.pips, parts.Left(v.balance), v.women, v.ends), 2)), 15, 10)
	v.nobody = parts.Pad(parts.Column(12,
		parts.Body("The constituency party meets with all its members. Nobody is a delegate to the CLP meeting, so there are no seats to fill and no delegate return to send.").Wrapped(0),
		parts.Secondary("If the branch has asked some members to keep in touch with the constituency party, you can list them here.").Wrapped(0),
		parts.Left(parts.NewButton("Begin a list of liaison", v.beginLiaison))), 16)
	correct := parts.NewButton("Correct", v.startCorrecting).Small().WithIcon(parts.IconPencil)
	end := parts.NewButton("End this seat", v.startEnding).Small()
	substitute := parts.NewButton("Substitute", v.startSubstitute).Small()
	v.buttons = []*parts.Button{correct, end, substitute}
	v.actions = parts.PadXY(parts.Row(8, correct, end, substitute, parts.NewButton("Affiliate's delegate", v.startAffiliate).Small(), parts.Gap(),
		parts.NewButton("Rules", v.startRules).Small(), parts.NewButton("Add a body", v.startBody).Small()), 12, 8)
	v.view = parts.Sheet(parts.Column(0,
		parts.AtLeast(parts.PadXY(parts.Row(10, v.heading, v.several, v.chip, parts.Gap(),
			v.returned), 15, 8), 0, 48), parts.Rule(),
		v.nobody, v.figures, v.warnings, parts.Grow(v.tables[0], 1), parts.Grow(v.tables[1], 1), parts.Rule(), v.actions))
	return v
}

// newTable is the register of the seats; its column before the last is one of two.
func (v *seatsView) newTable(column string, width float32) *parts.Register {
	r := parts.NewRegister(parts.OneLine,
		parts.RegisterColumn{Title: "Seat", Width: 38}, parts.RegisterColumn{Title: "Delegate", Width: 126, Grow: 1},
		parts.RegisterColumn{Title: "Counts as", Width: 82}, parts.RegisterColumn{Title: "Class", Width: 74},
		parts.RegisterColumn{Title: "Elected", Width: 108}, parts.RegisterColumn{Title: "How", Width: 104},
		parts.RegisterColumn{Title: column, Width: width}, parts.RegisterColumn{Title: "Contact", Width: 144})
	r.OnSelected = func(string) { v.enable() }
	r.OnOpen = func(string) { v.startCorrecting() }
	return r
}

// showBody shows the delegates to another body.
func (v *seatsView) showBody(i int) {
	if err := v.of.model.ShowBody(i); err != nil {
		v.of.deps.Shell.Problem(err)
	}
	v.of.show()
}

// show copies the delegation from the model.
func (v *seatsView) show() {
	d := v.of.model.Delegation
	several := len(v.of.model.Bodies) > 1
	v.heading.SetText(d.Heading)
	v.heading.Hidden, v.several.Hidden = several, !several
	v.returned.Hidden = !v.of.model.body.IsGeneralCommittee()
	v.bodies.SetOptions(v.of.model.Bodies)
	v.bodies.Choose(v.of.model.Chosen)
	v.chip.Set(d.Chip)
	v.ends.SetText(d.Ends)
	v.seats.SetText(d.Seats)
	v.sum.SetText(d.Sum)
	v.notes.Objects = lines(d.SumNotes, parts.Quiet)
	v.pips.Set(d.Women, d.Needed, d.Places)
	v.balance.Set(d.Balance)
	v.women.Objects = lines(d.BalanceNotes, parts.Quiet)
	v.warnings.Objects = nil
	for _, w := range d.Warnings {
		v.warnings.Objects = append(v.warnings.Objects,
			parts.PadXY(parts.RowTop(8, parts.NewIcon(parts.IconWarning, parts.Amber, 18), parts.Grow(parts.Secondary(w).In(parts.Amber).Wrapped(2), 1)), 15, 2))
	}
	v.warnings.Hidden = len(d.Warnings) == 0
	selected := v.register.Selected()
	v.register = v.tables[map[bool]int{true: 1}[d.Attendance]]
	v.register.SetRows(seatRows(d.Rows))
	v.register.SetEmpty("Nobody is on the list yet.")
	v.register.Select(selected)
	if v.wanted != "" {
		v.register.Select(v.wanted)
		v.wanted = ""
	}
	v.nobody.Hidden = d.Kept
	v.figures.Hidden = d.NoDelegates
	for _, table := range v.tables {
		table.Hidden = !d.Kept || table != v.register
	}
	v.actions.Hidden = !d.Kept
	v.add.SetEnabled(d.Kept)
	v.enable()
	parts.Settle(v.view)
	v.view.Refresh()
}

func seatRows(rows []SeatRow) parts.Rows {
	return parts.Rows{
		Len:   len(rows),
		ID:    func(i int) string { return rows[i].Key },
		Cells: func(i int) []parts.Cell { return rows[i].Cells },
		Words: func(i int) string { return rows[i].Words },
		Fill:  func(i int) (parts.Tone, bool) { return parts.Amber, rows[i].Vacant },
	}
}

func lines(texts []string, tone parts.Tone) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, t := range texts {
		out = append(out, parts.Caption(t).In(tone).Wrapped(3))
	}
	return out
}

func (v *seatsView) enable() {
	for _, b := range v.buttons {
		b.SetEnabled(v.chosen() != "")
	}
}

// chosen returns the seat that is selected; "" for none, and for a vacant one.
func (v *seatsView) chosen() data.SeatID {
	for _, r := range v.of.model.Rows {
		if r.Key == v.register.Selected() {
			return r.ID
		}
	}
	return ""
}

func (v *seatsView) beginLiaison() {
	v.of.said("A list of liaison with the constituency party was begun.", v.of.model.BeginLiaison())
}

// startEnding asks for the last day of the seat that is selected, and why.
func (v *seatsView) startEnding() {
	id := v.chosen()
	_, name, ok := v.of.model.Seat(id)
	if !ok {
		return
	}
	last := parts.NewDateField(v.of.model.Today())
	last.PutDate(v.of.model.Day())
	why := newReason()
	rows := parts.Column(12, parts.NewFormRow("Last day in the seat", last), why.row())
	v.of.ask("End the seat of "+name, rows, why.field, func() (string, error) {
		day, err := last.Date()
		if err != nil {
			return "", err
		}
		return "The seat of " + name + " ends on " + day.String() + ".", v.of.model.EndSeat(id, day, why.field.Text)
	})
}

// nextBody shows the next of the bodies, and after the last the first.
func (v *seatsView) nextBody() {
	v.showBody((v.of.model.Chosen + 1) % max(1, len(v.of.model.Bodies)))
}
