package data

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Marked returns the correction in a sentence, with what it puts in and takes out marked: "Apologies: add Okan Yıldız and
// Aoife Ní Bhriain", "Item 2: £1,516.16 not £1,561.16". item is the number of the item it is to; "" for none.
func (c Correction) Marked(names Names, item string) []Run {
	var m marks
	switch {
	case c.Kind == CorrectApologies:
		m.add(Kept, "Apologies: ")
	case c.Kind == CorrectPresent:
		m.add(Kept, "Present: ")
	case item != "":
		m.add(Kept, "Item "+item+": ")
	}
	was, becomes, said := quoted(c.Was), quoted(c.Becomes), strings.TrimSpace(c.Words)
	switch {
	case c.Kind == CorrectApologies || c.Kind == CorrectPresent:
		m.people("add ", c.People, Added, names)
		if len(c.People) > 0 && len(c.Removed) > 0 {
			m.add(Kept, "; ")
		}
		m.people("take out ", c.Removed, Removed, names)
	case was != "" && becomes != "":
		m.add(Added, becomes)
		m.add(Kept, " not ")
		m.add(Removed, was)
	case was != "":
		m.add(Kept, "take out ")
		m.add(Removed, was)
	case becomes != "":
		m.add(Kept, "add ")
		m.add(Added, becomes)
	}
	if said != "" && len(m) > 0 && !strings.HasSuffix(m[len(m)-1].Text, ": ") {
		said = ". " + said
	}
	m.add(Kept, said)
	return m
}

func (m *marks) people(verb string, who []PersonID, as RunKind, names Names) {
	for i, id := range who {
		switch {
		case i == 0:
			m.add(Kept, verb)
		case i == len(who)-1:
			m.add(Kept, " and ")
		default:
			m.add(Kept, ", ")
		}
		m.add(as, names.Name(id))
	}
}

// quoted puts more than one word in quotation marks, so that it is clear where they end.
func quoted(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if strings.Contains(s, " ") {
		return "“" + s + "”"
	}
	return s
}

// Sentence returns the correction as papers print it.
func (c Correction) Sentence(names Names, item string) string {
	var b strings.Builder
	for _, m := range c.Marked(names, item) {
		b.WriteString(m.Text)
	}
	return b.String()
}

// in returns a text with the correction made in it, and false when the words are not there, or there more than once.
func (c Correction) in(text string) (string, bool) {
	if c.Was == "" || strings.Count(text, c.Was) != 1 {
		return text, false
	}
	return strings.Replace(text, c.Was, c.Becomes, 1), true
}

// Correctable returns the texts of the minutes in which words can be put right, in order: paragraphs, decisions, actions.
func (e Evening) Correctable() []CorrectableText {
	var out []CorrectableText
	for _, item := range e.Items {
		for _, b := range e.Blocks[item.ID] {
			t := CorrectableText{Block: b.ID, Item: item.ID, Number: e.itemNumber(item.ID), Heading: item.Heading}
			t.Text, _ = e.textOf(b)
			if strings.TrimSpace(t.Text) != "" {
				out = append(out, t)
			}
		}
	}
	return out
}

// A CorrectableText is one text of the minutes as it stands.
type CorrectableText struct {
	Block           BlockID
	Item            ItemID
	Number, Heading string
	Text            string
}

// textOf returns the words of a block; false for one whose words are not its own, such as a vote.
func (e Evening) textOf(b Block) (string, bool) {
	switch b.Kind {
	case BlockText:
		return b.Text, true
	case BlockDecision:
		d, ok := e.Decisions[DecisionID(b.Record)]
		return d.Text, ok
	case BlockAction:
		a, ok := e.Actions[ActionID(b.Record)]
		return a.Text, ok
	}
	return "", false
}

// Corrected returns the evening as its corrections would have it, in their order; addenda change nothing. newID makes the
// ids of lines of the register. The evening itself stays as it is. The error is a *Problem that says which correction
// cannot be made any more.
func (e Evening) Corrected(newID func() ID) (Evening, error) {
	e.Blocks, e.Decisions, e.Actions = maps.Clone(e.Blocks), maps.Clone(e.Decisions), maps.Clone(e.Actions)
	e.Register = slices.Clone(e.Register)
	for _, c := range e.Corrections {
		if c.Addendum {
			continue
		}
		if err := e.correct(c, newID); err != nil {
			return e, err
		}
	}
	return e, nil
}

func (e *Evening) correct(c Correction, newID func() ID) error {
	switch c.Kind {
	case CorrectText:
		if !e.correctText(c) {
			return NewProblem(fmt.Sprintf("The words of correction %d do not stand in the minutes any more as they did when it was made. Take the correction out, and make it again.", c.Number), nil)
		}
	case CorrectApologies:
		e.strike(c.Removed, func(m Move) bool { return m == SentApologies })
		for _, p := range c.People {
			e.enter(Event{ID: EventID(newID()), Meeting: c.Meeting, Person: p, Move: SentApologies})
		}
	case CorrectPresent:
		e.strike(c.Removed, func(m Move) bool { return m != SentApologies })
		for _, p := range c.People {
			line := Event{ID: EventID(newID()), Meeting: c.Meeting, Person: p, Move: CameIn}
			line.Capacity, line.Reason = e.capacityOf(p)
			e.enter(line)
		}
	}
	return nil
}

func (e *Evening) correctText(c Correction) bool {
	for item, blocks := range e.Blocks {
		n := slices.IndexFunc(blocks, func(b Block) bool { return b.ID == c.Block })
		if n < 0 {
			continue
		}
		b := blocks[n]
		text, own := e.textOf(b)
		text, made := c.in(text)
		if !own || !made {
			return false
		}
		switch b.Kind {
		case BlockDecision:
			d := e.Decisions[DecisionID(b.Record)]
			d.Text = text
			e.Decisions[d.ID] = d
		case BlockAction:
			a := e.Actions[ActionID(b.Record)]
			a.Text = text
			e.Actions[a.ID] = a
		default:
			blocks = slices.Clone(blocks)
			blocks[n].Text = text
			e.Blocks[item] = blocks
		}
		return true
	}
	return false
}

func (e *Evening) enter(line Event) { e.Register = NewRegister(append(e.Register, line)) }

// strike takes lines of the register away that people should not have there.
func (e *Evening) strike(who []PersonID, move func(Move) bool) {
	e.Register = slices.DeleteFunc(e.Register, func(l Event) bool { return slices.Contains(who, l.Person) && move(l.Move) })
}

// capacityOf is as what somebody was there who was left off the register.
func (e Evening) capacityOf(id PersonID) (Capacity, string) {
	p := e.People[id]
	if p.Status != Member && p.Status != Left {
		return Visitor, ""
	}
	s := e.Rules.Eligibility.Standing(p, e.Meeting.Date)
	if s.CanVote {
		return Voter, ""
	}
	return NoVote, s.Reason
}

// CorrectionWords returns the corrections in sentences, numbered: those to be made or made, then the addenda.
func (e Evening) CorrectionWords() (corrections, addenda []string) {
	for _, c := range e.Corrections {
		words := sentence(c.Sentence(e.People, e.itemNumber(c.Item)))
		if !c.Addendum {
			corrections = append(corrections, words)
			continue
		}
		head := fmt.Sprintf("Addendum %d, to be agreed", c.Number)
		if c.Agreed {
			head = fmt.Sprintf("Addendum %d, agreed %s", c.Number, fullDay(c.On))
		}
		addenda = append(addenda, head+": "+words)
	}
	return corrections, addenda
}

// AddendumWords is what the meeting records that agreed an addendum: "Addendum 1 to the minutes of the meeting held on
// 11 June 2026 was agreed: …".
func (e Evening) AddendumWords(c Correction) string {
	return fmt.Sprintf("Addendum %d to the minutes of the %s held on %s was agreed: %s", c.Number, e.Meeting.minuted(),
		fullDay(e.Meeting.Date), c.Sentence(e.People, e.itemNumber(c.Item)))
}

// ItemNumber is the number that papers give an item of the evening; "" when it is not there.
func (e Evening) ItemNumber(item ItemID) string { return e.itemNumber(item) }

func (e Evening) itemNumber(item ItemID) string {
	return NumberItems(e.Items)[item]
}

// stand says on the minutes how far they have got, and what was put right in them.
func (e Evening) stand(m *Minutes) {
	a := e.Approval
	m.Stamp = Stamp{"DRAFT", "subject to approval"}
	m.Corrections, m.Addenda = e.CorrectionWords()
	m.Standing, m.Seal = nil, ""
	switch state := a.State(); {
	case a.Approved.IsZero() && e.Meeting.Off():
		m.Stamp, m.Signer = e.Meeting.OffStamp(), ""
	case a.Approved.IsZero() && state == MinutesDraft && e.Meeting.Status != Closed:
		m.Stamp.Below = "meeting not closed"
	case a.Approved.IsZero():
	case a.AsAmended:
		m.Stamp = Stamp{"APPROVED AS AMENDED", "on " + fullDay(a.Approved)}
		m.Standing = []string{"Approved as amended on " + fullDay(a.Approved) + ", with " + NumberOf(len(m.Corrections), "correction", "corrections") + "."}
	default:
		m.Stamp = Stamp{"APPROVED", "as a true record on " + fullDay(a.Approved)}
		m.Standing = []string{"Approved as a true record on " + fullDay(a.Approved) + "."}
	}
	for _, n := range a.Noted {
		m.Standing = append(m.Standing, "Received and noted on "+fullDay(n.On)+".")
	}
	if a.Locked() {
		by := joined("by " + e.People.Name(a.SignedBy))
		m.Stamp = Stamp{"SIGNED", by + " on " + fullDay(a.Signed)}
		m.Standing = append(m.Standing, "Signed "+by+" on "+fullDay(a.Signed)+".")
		m.Signer, m.Seal = "", e.Seal
	}
}
