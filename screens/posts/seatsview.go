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
	nobody   *fyne.Container // in place of all that under the all-members structure
	register *parts.Register
	buttons  []*parts.Button // what can be done with the seat that is selected
	actions  *fyne.Container
	wanted   string
}

func newSeatsView(of *Place) *seatsView {
	v := &seatsView{
		of: of, heading: parts.CardHeading(""), chip: parts.ChipOf(parts.Mark{}), ends: parts.Caption(""),
		seats: parts.Heading(""), sum: parts.Secondary("").Wrapped(2), notes: parts.Column(0),
		pips: parts.NewPips(0, 0, 0), balance: parts.ChipOf(parts.Mark{}), women: parts.Column(0), warnings: parts.Column(2),
	}
	v.add = parts.NewButton("Add a delegate", v.startAdding).Primary().WithIcon(parts.IconPlus).WithKey("Ctrl+N").Tall()
	v.register = parts.NewRegister(parts.OneLine,
		parts.RegisterColumn{Title: "Seat", Width: 40}, parts.RegisterColumn{Title: "Delegate", Width: 126, Grow: 1},
		parts.RegisterColumn{Title: "Counts as", Width: 82}, parts.RegisterColumn{Title: "Class", Width: 78},
		parts.RegisterColumn{Title: "Elected", Width: 92}, parts.RegisterColumn{Title: "How", Width: 104},
		parts.RegisterColumn{Title: "Votes", Width: 52}, parts.RegisterColumn{Title: "Contact", Width: 140})
	v.register.OnSelected = func(string) { v.enable() }
	v.register.OnOpen = func(string) { v.startCorrecting() }
	v.figures = parts.PadXY(parts.RowTop(24,
		parts.Grow(parts.Column(3, parts.Label("How many seats"), parts.Row(12, v.seats, parts.Grow(v.sum, 1)), v.notes), 3),
		parts.Grow(parts.Column(3, parts.Label("Balance"), v.pips, parts.Left(v.balance), v.women), 2)), 15, 10)
	v.nobody = parts.Pad(parts.Column(12,
		parts.Body("The constituency party meets with all its members. Nobody is a delegate to the CLP meeting, so there are no seats to fill and no delegate return to send.").Wrapped(0),
		parts.Secondary("If the branch has asked some members to keep in touch with the constituency party, you can list them here.").Wrapped(0),
		parts.Left(parts.NewButton("Begin a list of liaison", v.beginLiaison))), 16)
	correct := parts.NewButton("Correct", v.startCorrecting).Small().WithIcon(parts.IconPencil)
	end := parts.NewButton("End this seat", v.startEnding).Small()
	v.buttons = []*parts.Button{correct, end}
	v.actions = parts.PadXY(parts.Row(8, correct, end, parts.Gap(), v.ends), 12, 8)
	v.view = parts.Sheet(parts.Column(0,
		parts.AtLeast(parts.PadXY(parts.Row(10, v.heading, v.chip, parts.Gap()), 15, 8), 0, 48), parts.Rule(),
		v.nobody, v.figures, v.warnings, parts.Grow(v.register, 1), parts.Rule(), v.actions))
	return v
}

// show copies the delegation from the model.
func (v *seatsView) show() {
	d := v.of.model.Delegation
	v.heading.SetText(d.Heading)
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
	v.register.SetRows(seatRows(d.Rows))
	v.register.SetEmpty("Nobody is on the list yet.")
	if v.wanted != "" {
		v.register.Select(v.wanted)
		v.wanted = ""
	}
	v.nobody.Hidden = d.Kept
	v.figures.Hidden = d.NoDelegates
	v.register.Hidden, v.actions.Hidden = !d.Kept, !d.Kept
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
		out = append(out, parts.Caption(t).In(tone).Wrapped(2))
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
	last.PutDate(v.of.model.Today())
	why := parts.NewField("moved away, resigned")
	rows := parts.Column(12,
		parts.NewFormRow("Last day in the seat", last),
		parts.NewFormRow("Why", why).WithHint("optional; kept in the history of the book"))
	v.of.ask("End the seat of "+name, rows, why, func() (string, error) {
		day, err := last.Date()
		if err != nil {
			return "", err
		}
		return "The seat of " + name + " ends on " + day.String() + ".", v.of.model.EndSeat(id, day, why.Text)
	})
}
