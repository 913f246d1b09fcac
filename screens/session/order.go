package session

import (
	"cmp"
	"fmt"
	"strings"

	"branchbook/data"
	"branchbook/screens/parts"
)

// A Reading is what the prompt understood before Enter.
type Reading struct {
	Chip parts.Mark // what it is about: "M-2026-05", "Check in"
	Tone parts.Tone
	Icon parts.IconName
	Text string // "12 for, 2 against, 1 abstention: carried"
	More string // "needs more for than against"
	// Do carries it out and returns the line that says so; nil while something is missing.
	Do func() (string, error)
	// Verb is for what the view has to do itself: Help, EndMeeting.
	Verb   Verb
	Button string
}

// Understand says what a line of the prompt would do.
func (m *Model) Understand(line string) Reading {
	o := Parse(line, m.held.Date)
	switch {
	case o.Verb == NoVerb && o.Wants == "":
		return Reading{}
	case o.Wants != "":
		return Reading{Chip: o.Verb.chip(), Tone: parts.Quiet, Icon: parts.IconInfo, Text: data.Capital(o.Wants), Verb: o.Verb}
	}
	r := shorthandOf(o.Verb).read(m, o)
	r.Verb = o.Verb
	if r.Chip.Text == "" {
		r.Chip = o.Verb.chip()
	}
	if r.Do != nil && r.Button == "" {
		r.Button = "Record"
	}
	return r
}

func ready(text, more string, do func() (string, error)) Reading {
	return Reading{Tone: parts.Green, Icon: parts.IconCheck, Text: text, More: more, Do: do}
}

func missing(why string) Reading {
	return Reading{Tone: parts.Amber, Icon: parts.IconWarning, Text: why}
}

func (m *Model) readStart(Order) Reading {
	if m.held.Status != data.Planned {
		return missing("The meeting has been started already")
	}
	r := ready("Start the meeting", "", m.Start)
	r.Button = "Start"
	return r
}

func (m *Model) readEnd(Order) Reading {
	if m.held.Status != data.InSession {
		return missing("The meeting is not in session")
	}
	return Reading{Icon: parts.IconFlag, Text: "Close the meeting", More: data.NumberOf(len(m.LooseEnds()), "loose end", "loose ends"), Button: "Look and close"}
}

func (m *Model) readItem(o Order) Reading {
	return ready(o.Text, "", func() (string, error) { return m.AddItem(o.Text) })
}

func (m *Model) readPart(o Order) Reading {
	return ready(o.Text, "a part of item "+m.Item.Number, func() (string, error) { return m.AddPart(o.Text) })
}

func (m *Model) readGoTo(o Order) Reading {
	for _, item := range m.held.items {
		if m.held.numbers[item.ID] != o.Text {
			continue
		}
		r := ready("Item "+o.Text+", "+item.Heading, "", func() (string, error) {
			if m.held.Status != data.InSession {
				return "", m.Show(item.ID)
			}
			return m.TakeUp(item.ID)
		})
		r.Button = "Go"
		return r
	}
	return missing("No item has the number " + o.Text)
}

func (m *Model) readDecision(o Order) Reading {
	return ready("AGREED: "+o.Text, "", func() (string, error) { return m.Decide(o.Text) })
}

func (m *Model) readNote(o Order) Reading {
	return ready(o.Text, "at the end of item "+m.Item.Number, func() (string, error) { return m.AddNote(o.Text) })
}

func (m *Model) readHelp(Order) Reading {
	return Reading{Icon: parts.IconInfo, Text: "All keys and letters", Button: "Show"}
}

// who finds the one person that letters mean best, and how many others they could mean.
func (m *Model) who(letters string, later func(data.PersonID) bool) (data.Person, int) {
	if m.door == nil {
		return data.Person{}, 0
	}
	found := m.door.find(letters, 50, later)
	if len(found) == 0 {
		return data.Person{}, 0
	}
	return found[0], len(found) - 1
}

// onlyOne finds the person that words can only mean: nobody else's name begins so.
func (m *Model) onlyOne(words string) (data.Person, bool) {
	if strings.TrimSpace(words) == "" {
		return data.Person{}, false
	}
	in := m.present()
	p, others := m.who(words, func(id data.PersonID) bool { return !in[id] })
	exact := p.ID != "" && data.Fold(p.Name()) == data.Fold(words)
	return p, p.ID != "" && (others == 0 || exact)
}

func orMore(others int) string {
	if others == 0 {
		return ""
	}
	return "or " + data.NumberOf(others, "other: type more", "others: type more")
}

func (m *Model) readStep(o Order) Reading {
	by, do := 1, m.Next
	if o.Verb == PreviousItem {
		by, do = -1, m.Previous
	}
	from := m.item
	if m.held.Status == data.InSession {
		from = m.held.Current
	}
	to := m.indexOf(from) + by
	if to < 0 || to >= len(m.held.items) {
		return missing("There is no item there")
	}
	r := ready(fmt.Sprintf("Item %d, %s", to+1, m.held.items[to].Heading), "", do)
	r.Button = "Go"
	return r
}

func (m *Model) readMotion(o Order) Reading {
	d := MotionDraft{Title: o.Title}
	var r Reading
	if c, ok := m.onAgenda(o.Title); ok {
		d = c.Draft
		ref, _, _ := strings.Cut(c.Words, " ")
		r.Chip = parts.Mark{Tone: parts.Grey, Text: ref}
	}
	in := m.present()
	later := func(id data.PersonID) bool { return !in[id] }
	more := []string{}
	for _, n := range []struct {
		letters, does string
		to            *data.PersonID
	}{{o.Mover, "moved", &d.Mover}, {o.Seconder, "seconded", &d.Seconder}} {
		if n.letters == "" {
			if *n.to != "" {
				more = append(more, n.does+" "+m.name(*n.to))
			}
			continue
		}
		p, others := m.who(n.letters, later)
		if p.ID == "" {
			return missing("Nobody is called “" + n.letters + "”")
		}
		*n.to = p.ID
		more = append(more, strings.TrimSpace(n.does+" "+p.Name()+" "+orMore(others)))
	}
	r.Text, r.More, r.Tone, r.Icon = d.Title, strings.Join(more, ", "), parts.Green, parts.IconCheck
	switch {
	case d.Mover != "" && d.Mover == d.Seconder:
		return missing("A motion is moved by one person and seconded by another")
	case d.Mover == "":
		r.More, r.Tone, r.Icon = "then / mover / seconder", parts.Amber, parts.IconInfo
	case d.Seconder == "":
		r.More += ", no seconder yet"
	}
	r.Do = func() (string, error) { return m.Move(d) }
	return r
}

func (m *Model) readSeconder(o Order) Reading {
	mo, ok := m.Debated()
	if !ok || mo.Status != data.Moved {
		return missing("No motion wants a seconder")
	}
	in := m.present()
	p, others := m.who(o.Who, func(id data.PersonID) bool { return !in[id] || id == mo.Mover })
	switch p.ID {
	case "":
		return missing("Nobody is called “" + o.Who + "”")
	case mo.Mover:
		return missing("A motion is moved by one person and seconded by another")
	}
	r := ready(p.Name()+" seconds "+mo.Title, orMore(others), func() (string, error) { return m.Second(mo.ID, p.ID) })
	r.Chip = parts.Mark{Tone: parts.Grey, Text: mo.Ref}
	return r
}

func (m *Model) readVote(o Order) Reading {
	mo, debated := m.Debated()
	if o.Text != "" {
		mo, debated = data.Motion{}, false
	}
	if !debated && o.Text == "" {
		return missing("No motion is in debate. Say what the vote is on: " + strings.TrimSpace("v 12 2 1 on the question"))
	}
	v := m.Vote(mo.ID)
	v.For, v.Against, v.Abstained, v.Declared, v.Casting, v.Note, v.Typed = o.For, o.Against, o.Abstained, o.Declared, o.Casting, o.Note, true
	if o.Text != "" {
		v.Question = o.Text
	}
	verdict := v.Verdict()
	r := Reading{Tone: verdict.Tone, Icon: verdict.Icon, Text: verdict.Title, Do: func() (string, error) { return m.RecordVote(v) }}
	r.Chip = parts.Mark{Tone: parts.Grey, Text: cmp.Or(mo.Ref, "Vote")}
	switch {
	case verdict.TooFar && o.Note == "":
		r.More, r.Button = "add a note after / if it is right", "Record all the same"
	case verdict.Tied && o.Casting == data.NoCasting:
		r.More = "add for or against if the chair casts"
	case o.Declared == data.Counted:
		r.More = fmt.Sprintf("%s; needs %s", data.NumberOf(v.count, "voter present", "voters present"), v.Needs)
	}
	return r
}

func (m *Model) readAction(o Order) Reading {
	a := ActionDraft{Text: o.Text, OwnerText: o.Who, Due: o.Due}
	who, more := o.Who, ""
	if o.Who != "" {
		in := m.present()
		p, others := m.who(o.Who, func(id data.PersonID) bool { return !in[id] })
		if p.ID != "" {
			a.Owner, a.OwnerText, who, more = p.ID, "", p.Name(), orMore(others)
		} else {
			more = "not in the book; kept as typed"
		}
	} else {
		more = "nobody yet"
	}
	text := o.Text
	if who != "" {
		text = who + " – " + text
	}
	if !o.Due.IsZero() {
		text += " – by " + o.Due.DayMonth()
	}
	return ready(text, more, func() (string, error) { return m.Act(a) })
}
