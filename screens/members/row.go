package members

import (
	"fmt"
	"strings"

	"branchbook/data"
	"branchbook/screens/parts"
)

// The columns of the register.
const (
	columnName = iota
	columnNumber
	columnWard
	columnJoined
	columnStanding
)

// A Row is one person as the register shows them.
type Row struct {
	ID                         data.PersonID
	Name, Number, Ward, Joined string
	Standing                   parts.Cell

	revision  int
	joinedISO string
	search    data.SearchText
	in        filterSet
}

// filterSet says in which filters a row is.
type filterSet uint16

func (s filterSet) has(f Filter) bool { return s&(1<<f) != 0 }

func (s *filterSet) put(f Filter, in bool) {
	if in {
		*s |= 1 << f
	}
}

func rowOf(p data.Person, rule data.Eligibility, on data.Date) Row {
	standing := rule.Standing(p, on)
	row := Row{
		ID: p.ID, Name: p.Name(), Number: p.Number, Ward: p.Ward, Joined: p.Joined.Short(),
		Standing: standingCell(p, standing, on),
		revision: p.Revision, joinedISO: p.Joined.ISO(), search: searchText(p),
	}
	member := p.Status == data.Member
	row.in.put(Everyone, member)
	row.in.put(CanVote, standing.CanVote)
	row.in.put(InArrears, member && p.Arrears && !p.ArrearsSince.After(on))
	row.in.put(NewMembers, member && !standing.From.IsZero())
	row.in.put(Under27, member && p.YoungOn(on))
	row.in.put(LeftList, p.Status == data.Left)
	row.in.put(Guests, p.Status == data.Guest || p.Status == data.Affiliate)
	return row
}

// standingCell shows standing by an icon and words; colour comes on top of them. The year of on goes without saying.
func standingCell(p data.Person, s data.Standing, on data.Date) parts.Cell {
	c := parts.Cell{Text: strings.TrimSuffix(s.Words, fmt.Sprintf(" %d", on.Year()))}
	switch {
	case s.CanVote && s.Finding.Warning: // the day of joining is not known
		c.Text, c.Tone, c.Icon = s.Words+", join date not known", parts.Amber, parts.IconInfo
	case s.CanVote:
		c.Tone, c.Icon = parts.Green, parts.IconCheck
	case !s.From.IsZero():
		c.Tone, c.Icon = parts.Amber, parts.IconClock
	case p.Status == data.Member:
		c.Tone, c.Icon = parts.Red, parts.IconWarning
	default:
		c.Tone, c.Icon = parts.Grey, parts.IconMinus
	}
	return c
}

func searchText(p data.Person) data.SearchText {
	number := strings.ReplaceAll(p.Number, " ", "")
	all := []string{
		p.First, p.Last, p.Number, number, strings.TrimLeft(number, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
		strings.Join(p.Address, " "), p.Postcode, strings.ReplaceAll(p.Postcode, " ", ""), p.Organisation,
	}
	return data.SearchTextOf(strings.Join(all, " "))
}

// Cells returns the row as the columns show it.
func (r Row) Cells() []parts.Cell {
	quiet := func(s string) parts.Cell { return parts.Cell{Text: s, Tone: parts.Quiet} }
	return []parts.Cell{{Text: r.Name}, quiet(r.Number), quiet(r.Ward), quiet(r.Joined), r.Standing}
}
