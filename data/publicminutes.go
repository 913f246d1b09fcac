package data

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// PublicMinutes works out the minutes for everyone to read. They name whom the house style says and no more, print those
// without a vote as a number, and leave out confidential items with all that was recorded there, corrections of who was
// there, and membership numbers that were typed. They are set from the records, so that what is left out is gone and not
// painted over; they carry neither signature nor seal, which belong to the whole text. LeftOut says all this.
func (e Evening) PublicMinutes() Minutes {
	house, style := e.Branch.Style, e.Branch.Style.Minutes
	public := e
	switch house.Public {
	case OfficersNamed:
		public.People, style.CountOnly = e.officersAlone(), true
	case InitialsNamed:
		style.Initials = true
	}
	secret := e.confidential()
	public.Corrections = slices.DeleteFunc(slices.Clone(e.Corrections), func(c Correction) bool {
		return c.Kind == CorrectApologies || c.Kind == CorrectPresent || secret[c.Item]
	})
	m := public.draft(style)
	e.stand(&m)
	m.Corrections, m.Addenda = public.CorrectionWords()
	m.Signer, m.Seal = "", ""
	m.Lines = append(m.Lines, "Public copy")
	if house.Public == OfficersNamed && !house.Minutes.CountOnly {
		public.officersOnRolls(&m)
	}
	if m.NoVote.Instead == "" && !m.NoVote.IsZero() {
		m.NoVote = Roll{Label: m.NoVote.Label, Count: m.NoVote.Count, Instead: fmt.Sprint(m.NoVote.Count)}
	}
	hidden := withhold(&m, secret)
	m.withoutNumbers(e.People)
	m.LeftOut = leftOut(house, hidden)
	return m
}

// PublicDiffers says, in a sentence for the secretary, that public minutes follow records which have changed since the
// minutes were approved; "" when they have not.
func (e Evening) PublicDiffers() string {
	if e.Approval.Text == nil {
		return ""
	}
	now, approved := e.draft(e.Branch.Style.Minutes), *e.Approval.Text
	if slices.Equal(saidIn(now), saidIn(approved)) {
		return ""
	}
	return "The records have changed since these minutes were approved, or the house style has. A public copy follows the records: read it through beside the approved minutes."
}

// saidIn is every word under the items, in order.
func saidIn(m Minutes) []string {
	var words []string
	for _, i := range m.Items {
		words = append(words, i.Number, i.Heading)
		for _, p := range i.Parts {
			words = append(words, p.Lead, p.Text, p.Motion.Ref, p.Motion.Title, strings.Join(p.Motion.Paragraphs, "\n"), p.Motion.Moved, p.Motion.Result, p.Motion.Count)
			words = append(words, p.Motion.Steps()...)
		}
	}
	return words
}

// confidential is every item that public minutes leave out: those marked, and what is under them.
func (e Evening) confidential() map[ItemID]bool {
	secret := map[ItemID]bool{}
	for _, i := range OrderItems(e.Items) { // an item comes before its parts
		secret[i.ID] = i.Confidential || i.Under != "" && secret[i.Under]
	}
	return secret
}

// officersAlone takes the names away from all who held no post that day and did no duty at the meeting.
func (e Evening) officersAlone() Names {
	open := map[PersonID]bool{e.Meeting.Chair: true, e.Meeting.MinuteTaker: true, e.Approval.SignedBy: true}
	for _, t := range e.Meeting.Turns {
		open[t.Person] = true
	}
	people := make(Names, len(e.People))
	for id, p := range e.People {
		if !open[id] && len(e.heldPosts(id)) == 0 {
			p.First, p.Last, p.Organisation = "", "", ""
		}
		people[id] = p
	}
	return people
}

// officersOnRolls names the officers who were there or sent apologies, and counts everyone else.
func (e Evening) officersOnRolls(m *Minutes) {
	var all Minutes
	e.rolls(&all, MinutesStyle{ComingAndGoing: e.Branch.Style.Minutes.ComingAndGoing})
	for _, r := range []struct{ from, to *Roll }{{&all.Present, &m.Present}, {&all.InAttendance, &m.InAttendance}, {&all.Apologies, &m.Apologies}} {
		if r.from.Instead != "" || r.from.IsZero() {
			continue
		}
		named := slices.DeleteFunc(slices.Clone(r.from.Names), func(n string) bool { return n == "" || strings.HasPrefix(n, " (") })
		*r.to = Roll{Label: r.from.Label, Count: r.from.Count, Names: named, Withheld: r.from.Count - len(named)}
	}
}

// withhold takes what belongs to the items out of the minutes, and says how many they were.
func withhold(m *Minutes, secret map[ItemID]bool) (items int) {
	numbers := map[string]bool{}
	for i := range m.Items {
		item := &m.Items[i]
		if !secret[item.Item] {
			continue
		}
		items++
		if item.Number != "" {
			numbers[item.Number] = true
		}
		*item = MinutedItem{Item: item.Item, Number: item.Number, Depth: item.Depth, Heading: "Confidential item"}
	}
	m.Actions = slices.DeleteFunc(m.Actions, func(a MinutedAction) bool { return numbers[a.Item] })
	return items
}

// withoutNumbers takes membership numbers out of what was typed.
func (m *Minutes) withoutNumbers(people Names) {
	known := map[string]bool{}
	for _, p := range people {
		if n := FoldNumber(p.Number); len(n) >= shortestNumber {
			known[n] = true
		}
	}
	clean := func(texts ...*string) {
		for _, t := range texts {
			*t = withoutNumbers(*t, known)
		}
	}
	for i := range m.Items {
		clean(&m.Items[i].Heading)
		for j := range m.Items[i].Parts {
			p := &m.Items[i].Parts[j]
			clean(&p.Text, &p.Note, &p.Motion.Title, &p.Motion.Note, &p.Motion.Ruling, &p.Motion.Count)
			p.Motion.Paragraphs = slices.Clone(p.Motion.Paragraphs)
			for k := range p.Motion.Paragraphs {
				clean(&p.Motion.Paragraphs[k])
			}
			for k := range p.Motion.Amendments {
				clean(&p.Motion.Amendments[k].Note)
				for l := range p.Motion.Amendments[k].Text {
					clean(&p.Motion.Amendments[k].Text[l])
				}
			}
		}
	}
	for i := range m.Actions {
		clean(&m.Actions[i].Text)
	}
	for i := range m.Corrections {
		clean(&m.Corrections[i])
	}
	for i := range m.Addenda {
		clean(&m.Addenda[i])
	}
}

// shortestNumber is how long a membership number must be, so that a year or a sum of money is not taken for one.
const shortestNumber = 6

func withoutNumbers(text string, known map[string]bool) string {
	var out strings.Builder
	for text != "" {
		at := strings.IndexFunc(text, ofNumber)
		if at < 0 {
			break
		}
		out.WriteString(text[:at])
		text = text[at:]
		end := strings.IndexFunc(text, func(r rune) bool { return !ofNumber(r) })
		if end < 0 {
			end = len(text)
		}
		if word := text[:end]; known[FoldNumber(word)] {
			out.WriteString("[number left out]")
		} else {
			out.WriteString(word)
		}
		text = text[end:]
	}
	return out.String() + text
}

func ofNumber(r rune) bool { return r == '-' || unicode.IsLetter(r) || unicode.IsDigit(r) }

// leftOut is the small print of public minutes.
func leftOut(house HouseStyle, items int) string {
	out := []string{"membership numbers", "private notes", "the reasons of apologies", "the names of members without a vote"}
	switch house.Public {
	case OfficersNamed:
		out = append(out, "the names of all but officers")
	case InitialsNamed:
		out = append(out, "first names")
	}
	if items > 0 {
		out = append(out, NumberOf(items, "confidential item", "confidential items"))
	}
	return "Public minutes leave out " + listed(out) + ". What was typed into the text stands as it was typed."
}
