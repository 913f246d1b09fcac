package posts

import (
	"cmp"
	"fmt"
	"slices"

	"branchbook/data"
	"branchbook/screens/parts"
)

// A SeatRow is one seat; a vacant one has no ID.
type SeatRow struct {
	ID     data.SeatID
	Key    string // tells rows apart: the ID, or the number of a vacant seat
	Vacant bool
	// Apart says that it is listed apart: a delegate of an affiliate, or a substitute.
	Apart bool
	Cells []parts.Cell
	Words string // the delegate's name, to be found by letters
}

// vacancies is what the rows of vacant seats say.
type vacancies struct {
	classes []data.SeatClass // of those that are left, as far as it is known
	all     []data.Seat      // past ones too
	on      data.Date
	filling data.ElectionAt
}

// seatRows are the seats in the order of the return, then those of affiliates and substitutes.
func (m *Model) seatRows(doc data.DelegateReturnDoc, attendance bool, v vacancies) []SeatRow {
	left := slices.Clone(m.seats)
	var rows []SeatRow
	for _, r := range doc.Rows {
		if r.Vacant {
			rows = append(rows, v.row(r.Seat))
			continue
		}
		i := slices.IndexFunc(left, func(s data.Seat) bool {
			return s.Own() && s.Person == r.Person && s.Number == r.Seat && s.Elected == r.Elected
		})
		if i < 0 {
			continue
		}
		rows = append(rows, m.seatRow(left[i], attendance))
		left = slices.Delete(left, i, i+1)
	}
	slices.SortStableFunc(left, func(a, b data.Seat) int {
		return cmp.Or(cmp.Compare(a.Representing, b.Representing), cmp.Compare(a.Number, b.Number))
	})
	for _, s := range left {
		if !s.Own() {
			rows = append(rows, m.seatRow(s, attendance))
		}
	}
	return rows
}

// classesLeft are the classes of the seats that nobody holds: those that are not open first, since they are the first that
// somebody would be looked for.
func (m *Model) classesLeft(a data.Allotment) []data.SeatClass {
	var left []data.SeatClass
	for _, class := range []data.SeatClass{data.ExOfficioSeat, data.WomensSeat, data.YouthSeat} {
		n := a.ByClass[class]
		for _, s := range m.seats {
			if s.Own() && s.Class == class {
				n--
			}
		}
		for range n {
			left = append(left, class)
		}
	}
	return left
}

// row is a vacant seat: for whom it is, since when it is vacant, and which meeting fills it.
func (v *vacancies) row(number int) SeatRow {
	amber := func(text string) parts.Cell { return parts.Cell{Text: cmp.Or(text, "–"), Tone: parts.Amber} }
	class, who := data.OpenSeat, "Anyone"
	if len(v.classes) > 0 {
		class, v.classes = v.classes[0], v.classes[1:]
		who = map[data.SeatClass]string{data.WomensSeat: "A woman", data.YouthSeat: "Under 27", data.ExOfficioSeat: "An officer"}[class]
	}
	since := ""
	if day := v.since(number); !day.IsZero() {
		since = "Since " + day.ShortNear(v.on)
	}
	fill := amber(v.filling.Words())
	if v.filling.OnAgenda {
		fill.Icon = parts.IconCircle
	}
	return SeatRow{
		Key: fmt.Sprintf("vacant %d", number), Vacant: true, Words: "Vacant",
		Cells: []parts.Cell{
			amber(fmt.Sprint(number)), {Text: "Vacant", Bold: true, Tone: parts.Amber}, amber(who), amber(data.Capital(string(class))),
			amber(since), amber(""), amber(""), fill,
		},
	}
}

// since is the day from which nobody has held a seat that somebody held; zero for one that nobody ever did.
func (v *vacancies) since(number int) data.Date {
	var last data.Date
	for _, s := range v.all {
		if s.Number == number && s.Own() && s.Ends.Before(v.on) && s.Ends.After(last) {
			last = s.Ends
		}
	}
	if last.IsZero() {
		return last
	}
	return last.AddDays(1)
}

func (m *Model) seatRow(s data.Seat, attendance bool) SeatRow {
	quiet := func(text string) parts.Cell { return parts.Cell{Text: cmp.Or(text, "–"), Tone: parts.Quiet} }
	p := m.names[s.Person]
	number, class := "", data.Capital(string(s.Class))
	if s.Number > 0 && s.Own() {
		number = fmt.Sprint(s.Number)
	}
	if !s.Own() {
		class = cmp.Or(s.Representing, "Substitute")
	}
	last := quiet(votesWords(s))
	if attendance {
		last = quiet(attendedWords(s))
	}
	return SeatRow{
		ID: s.ID, Key: string(s.ID), Words: m.names.Name(s.Person), Apart: !s.Own(),
		Cells: []parts.Cell{
			quiet(number), {Text: m.names.Name(s.Person)}, quiet(cmp.Or(data.Capital(string(p.Gender)), "Not stated")), quiet(class),
			quiet(s.Elected.Short()), quiet(data.Capital(string(s.How))), last, contactCell(p, s.Consent),
		},
	}
}

// votesWords is what the delegate received: "23", "23 of 27"; "" where there was no count.
func votesWords(s data.Seat) string {
	switch {
	case s.Votes == nil:
		return ""
	case s.BallotTotal > 0:
		return fmt.Sprintf("%d of %d", *s.Votes, s.BallotTotal)
	}
	return fmt.Sprint(*s.Votes)
}

func attendedWords(s data.Seat) string {
	if s.Meetings == 0 {
		return ""
	}
	return fmt.Sprintf("%d of %d", s.Attended, s.Meetings)
}

// contactCell says whether the constituency secretary could reach the delegate. No detail is shown here.
func contactCell(p data.Person, consent bool) parts.Cell {
	switch {
	case p.Email == "" && len(p.Phones) == 0:
		return parts.Cell{Text: "None recorded", Tone: parts.Amber, Icon: parts.IconWarning}
	case !consent:
		return parts.Cell{Text: "Not to be shared", Tone: parts.Quiet, Icon: parts.IconLock}
	}
	return parts.Cell{Text: "Recorded", Tone: parts.Green, Icon: parts.IconCheck}
}
