package data

import (
	"fmt"
	"strings"
)

// An AgendaDoc is the agenda that lies on the chairs, in ready strings: the business in its order, and the texts of the
// motions after it.
type AgendaDoc struct {
	Branch, CLP string
	// Title is "Agenda of the ordinary meeting", and Lines when, where and who takes the chair.
	Title string
	Lines []string
	On    Date
	Items []AgendaLine
	// Length is how long it is planned to take and until when: "1 h 42 min planned: 7.30pm to 9.12pm, no later than 9.30pm".
	Length  string
	Motions []AgendaMotion
	// Stamp is CANCELLED and the like for a meeting that does not take place.
	Stamp Stamp
	// People is how many it names.
	People int
}

// An AgendaLine is one item.
type AgendaLine struct {
	Number, Heading string // as the meeting counts: 3.1, 4(a)
	Depth           int    // how many items it is under
	Starts, Minutes string // "7.30pm", "5 min"; each may be empty
	// Note says where it comes from; Under who speaks and which motions are taken.
	Note  string
	Under []string
}

// An AgendaMotion is the text of one motion on the agenda.
type AgendaMotion struct {
	Ref, Title, Moved string
	Text              []string
}

// NewAgenda works out the agenda of a meeting.
func NewAgenda(in CallingInput) AgendaDoc {
	m, names := in.Meeting, NamesOf(in.People)
	d := AgendaDoc{
		Branch: in.Branch.PaperName(), CLP: in.Branch.CLP, On: m.Date, Title: "Agenda of the " + uncapital(m.Kind.String()),
		Lines: append([]string{in.where()}, in.callingLines()...), Stamp: m.OffStamp(),
	}
	named := map[string]bool{}
	if m.Chair != "" {
		d.Lines = append(d.Lines, "In the chair: "+names.Name(m.Chair))
		named[names.Name(m.Chair)] = true
	}
	ordered, numbers := in.ordered()
	motions := in.motionsUnder(ordered)
	at, total := m.Starts, 0
	for _, item := range ordered {
		line := AgendaLine{
			Number: numbers[item.ID], Heading: item.Heading, Depth: Depth(in.Items, item.ID), Starts: at.String(),
		}
		if item.From.Kind != FromMinutes { // how far a draft has got is the secretary's business
			line.Note = in.Notes[item.From]
		}
		if item.Minutes > 0 {
			line.Minutes = fmt.Sprintf("%d min", item.Minutes)
		}
		if line.Depth > 0 && item.Minutes == 0 {
			line.Starts = ""
		}
		if s := item.Speaker; s != nil && s.Name != "" {
			line.Under = append(line.Under, s.announced())
			named[s.Name] = true
		}
		for _, mo := range motions[item.ID] {
			line.Under = append(line.Under, strings.TrimSpace(mo.Ref+" "+mo.Title))
			d.Motions = append(d.Motions, agendaMotion(mo, names, named))
		}
		at, total = at.Add(item.Minutes), total+item.Minutes
		d.Items = append(d.Items, line)
	}
	d.Length, d.People = in.length(total), len(named)
	return d
}

func agendaMotion(mo Motion, names Names, named map[string]bool) AgendaMotion {
	out := AgendaMotion{Ref: mo.Ref, Title: mo.Title, Text: paperParagraphs(mo.CurrentText())}
	var moved []string
	for _, by := range []struct {
		did string
		who PersonID
	}{{"Moved ", mo.Mover}, {"seconded ", mo.Seconder}} {
		if name := names.Name(by.who); name != "" {
			moved = append(moved, by.did+name)
			named[name] = true
		}
	}
	out.Moved = Capital(strings.Join(moved, ", "))
	return out
}

// length says how the planned minutes fit the evening; "" when nothing is planned.
func (in CallingInput) length(total int) string {
	if total == 0 {
		return ""
	}
	words := fmt.Sprintf("%d min", total%60)
	switch hours := total / 60; {
	case hours > 0 && total%60 == 0:
		words = NumberOf(hours, "hour", "hours")
	case hours > 0:
		words = fmt.Sprintf("%d h %s", hours, words)
	}
	words += " planned"
	if m := in.Meeting; !m.Starts.IsZero() {
		words += fmt.Sprintf(": %s to %s", m.Starts, m.Starts.Add(total))
		if !m.EndsBy.IsZero() {
			words += ", no later than " + m.EndsBy.String()
		}
	}
	return words
}
