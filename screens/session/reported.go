package session

import (
	"cmp"
	"slices"
	"strings"

	"branchbook/data"
	"branchbook/data/book"
	"branchbook/screens/parts"
)

// A DecisionDraft is a decision before it is recorded, or as it is corrected.
type DecisionDraft struct {
	Text   string
	How    string // one of data.WaysToSettle; "" is agreed
	Amount data.Money
	Review data.Date
}

func (d DecisionDraft) into(to *data.Decision) {
	to.Text, to.How, to.Amount, to.Review = strings.TrimSpace(d.Text), cmp.Or(d.How, "agreed"), d.Amount, d.Review
}

// settledLine reads a line such as "NOTED: the report".
func settledLine(line string) (DecisionDraft, bool) {
	word, rest, found := strings.Cut(strings.TrimSpace(line), ":")
	rest = strings.TrimSpace(rest)
	how := strings.ToLower(word)
	if !found || rest == "" || word != strings.ToUpper(word) || !slices.Contains(data.WaysToSettle(), how) {
		return DecisionDraft{}, false
	}
	return DecisionDraft{Text: rest, How: how, Amount: data.SumIn(rest)}, true
}

// Settle records a decision at the caret, however it was settled.
func (m *Model) Settle(d DecisionDraft) (string, error) {
	ref, err := m.decide(d, nil)
	return "Decision " + ref + " recorded.", err
}

// CorrectDecision changes what a decision says.
func (m *Model) CorrectDecision(id data.DecisionID, draft DecisionDraft) (string, error) {
	ref := ""
	err := m.change("correct the decision: "+shorten(draft.Text), func(tx *book.Tx) error {
		d, err := tx.Decisions.Get(id)
		if err != nil {
			return err
		}
		ref = d.Ref
		draft.into(&d)
		return tx.Decisions.Put(d)
	})
	return "Decision " + ref + " corrected.", err
}

// CorrectAction changes what an action says, who has it and by when.
func (m *Model) CorrectAction(id data.ActionID, draft ActionDraft) (string, error) {
	ref := ""
	err := m.change("correct the action: "+shorten(draft.Text), func(tx *book.Tx) error {
		a, err := tx.Actions.Get(id)
		if err != nil {
			return err
		}
		ref, a.Text, a.Owner, a.OwnerText, a.Due = a.Ref, strings.TrimSpace(draft.Text), draft.Owner, "", draft.Due
		if a.Owner == "" {
			a.OwnerText = strings.TrimSpace(draft.OwnerText)
		}
		return tx.Actions.Put(a)
	})
	return "Action " + ref + " corrected.", err
}

// Correspond reports a letter at the caret: a new one, or one with an ID that is in the book already.
func (m *Model) Correspond(l data.Letter) (string, error) {
	err := m.record("report the letter: "+shorten(l.Subject), data.BlockLetter, nil, func(tx *book.Tx) (data.ID, error) {
		if l.ID == "" {
			l.ID = data.LetterID(tx.NewID())
		}
		l.Meeting, l.Item = m.meeting, m.item
		return data.ID(l.ID), tx.Letters.Put(l)
	})
	return "The letter is in the minutes.", err
}

// CorrectLetter changes what is kept of a letter.
func (m *Model) CorrectLetter(l data.Letter) (string, error) {
	err := m.change("correct the letter: "+shorten(l.Subject), func(tx *book.Tx) error { return tx.Letters.Put(l) })
	return "The letter is corrected.", err
}

// Unreported returns the letters that no meeting has heard of yet, in order of their dates.
func (m *Model) Unreported() (letters []data.Letter, err error) {
	err = m.book.Read(func(r *book.Reading) error {
		letters, err = r.Letters.Where(func(l data.Letter) bool { return l.Meeting == "" && l.Closed.IsZero() })
		return err
	})
	return letters, err
}

// Campaigned reports a campaign session at the caret.
func (m *Model) Campaigned(c data.Canvass) (string, error) {
	err := m.record("report the campaign session: "+shorten(c.Place), data.BlockCanvass, nil, func(tx *book.Tx) (data.ID, error) {
		c.ID, c.Meeting, c.Item = data.CanvassID(tx.NewID()), m.meeting, m.item
		return data.ID(c.ID), tx.Canvasses.Put(c)
	})
	return "The campaign session is in the minutes.", err
}

// CorrectCanvass changes the figures of a campaign session.
func (m *Model) CorrectCanvass(c data.Canvass) (string, error) {
	err := m.change("correct the campaign session: "+shorten(c.Place), func(tx *book.Tx) error { return tx.Canvasses.Put(c) })
	return "The campaign session is corrected.", err
}

// TakeOut takes a record out of the minutes of the item on show. An election goes with all that followed from it; a decision, an action and campaign figures that were made
// here go out of the book with it, and a letter is one that no meeting has heard of: nothing prints at the end of the item
// instead. It is one Change, which Undo takes back whole.
func (m *Model) TakeOut(block data.BlockID) (string, error) {
	b, ok := byID(m.held.blocks, func(b data.Block) bool { return b.ID == block })
	if !ok || b.Kind == data.BlockText || b.Kind == data.BlockMotion || b.Kind == data.BlockVote {
		return "", data.NewProblem("A motion and its vote stay in the minutes. Ctrl+U takes back the last record.", nil)
	}
	var caret book.Caret
	err := m.change("take a record out of the minutes", func(tx *book.Tx) (err error) {
		if err := detach(tx, b); err != nil {
			return err
		}
		if caret, err = tx.TakeOut(block); err != nil || caret.Block == "" {
			return err
		}
		return keepLines(tx, caret)
	})
	if err != nil {
		return "", err
	}
	m.caret = caret
	return "Taken out of the minutes. Ctrl+U brings it back.", nil
}

// keepLines puts the line break back between two texts that stood on lines of their own about a record.
func keepLines(tx *book.Tx, at book.Caret) error {
	b, err := tx.Blocks.Get(at.Block)
	if err != nil {
		return err
	}
	before, behind := b.Text[:at.Offset], b.Text[at.Offset:]
	if before == "" || behind == "" || strings.TrimSpace(before[len(before)-1:]) == "" || strings.TrimSpace(behind[:1]) == "" {
		return nil
	}
	b.Text = before + "\n" + behind
	return tx.Blocks.Put(b)
}

// detach takes a letter off the meeting, and what was made at it out of the book.
func detach(tx *book.Tx, b data.Block) error {
	switch b.Kind {
	case data.BlockDecision:
		d, err := tx.Decisions.Get(data.DecisionID(b.Record))
		if err == nil && d.Ratified != "" {
			err = data.NewProblem(d.Ref+" has been ratified by a later meeting, so it stays in these minutes. Correct what it says instead.", nil)
		}
		if err != nil {
			return err
		}
		return tx.Decisions.Delete(d.ID)
	case data.BlockAction:
		a, err := tx.Actions.Get(data.ActionID(b.Record))
		if err == nil && a.Status != data.Open {
			err = data.NewProblem(a.Ref+" is "+string(a.Status)+" already, so it stays in the minutes. Open it again among the actions first.", nil)
		}
		if err != nil {
			return err
		}
		return tx.Actions.Delete(a.ID)
	case data.BlockCanvass:
		return tx.Canvasses.Delete(data.CanvassID(b.Record))
	case data.BlockContest:
		return detachContest(tx, b)
	}
	l, err := tx.Letters.Get(data.LetterID(b.Record))
	if err != nil {
		return err
	}
	l.Meeting, l.Item = "", ""
	return tx.Letters.Put(l)
}

// SetSpeaker names the guest of the item on show. One without a name takes the guest away.
func (m *Model) SetSpeaker(s data.Speaker) (string, error) {
	err := m.changeItem("name the speaker of "+m.Item.Heading, func(i *data.AgendaItem) {
		i.Speaker = &s
		if strings.TrimSpace(s.Name) == "" {
			i.Speaker = nil
		}
	})
	return "The speaker is kept with the item. The contact is in no paper.", err
}

// changeItem makes a Change of the item on show.
func (m *Model) changeItem(what string, f func(*data.AgendaItem)) error {
	if m.item == "" {
		return data.NewProblem("The agenda is empty. Add an item first.", nil)
	}
	return m.changeItemAt(m.item, what, f)
}

func (m *Model) changeItemAt(id data.ItemID, what string, f func(*data.AgendaItem)) error {
	return m.change(what, func(tx *book.Tx) error {
		item, err := tx.Items.Get(id)
		if err != nil {
			return err
		}
		f(&item)
		return tx.Items.Put(item)
	})
}

// shown is the item on show.
func (m *Model) shown() data.AgendaItem {
	item, _ := byID(m.held.items, func(i data.AgendaItem) bool { return i.ID == m.item })
	return item
}

// reportedCard fills the card of a letter or of campaign figures.
func (m *Model) reportedCard(c *Card) bool {
	if l, ok := byID(m.held.letters, func(l data.Letter) bool { return data.ID(l.ID) == c.Record }); ok {
		c.Icon, c.Tone, c.Lead, c.Text = parts.IconDocument, parts.Grey, l.Lead(m.held.Date)+":", l.Reported(m.held.Date)
		return true
	}
	s, ok := byID(m.held.canvasses, func(s data.Canvass) bool { return data.ID(s.ID) == c.Record })
	c.Icon, c.Tone, c.Lead, c.Text, c.Sub = parts.IconFlag, parts.Grey, s.Lead(m.held.Date)+":", s.Words(), s.Doubts()
	return ok
}

// Phrases returns what minutes often say, filled in for the item on show; those that fit it come first.
func (m *Model) Phrases() []string {
	item := m.shown()
	f := data.PhraseFacts{Kind: item.Kind, Date: m.held.Date, Last: m.held.last, Next: m.held.next, Speaker: item.Speaker, Own: m.held.own}
	for _, a := range m.held.register.Attendance() {
		switch {
		case a.Person == "":
		case a.Attended && (a.Capacity == data.Visitor || a.Capacity == data.Observer):
			f.Guests = append(f.Guests, m.name(a.Person))
		case !a.Attended && a.Apologies:
			f.Apologies = append(f.Apologies, m.name(a.Person))
		}
	}
	return data.Phrases(f)
}

// SetPhrases keeps the branch's own phrases, one a line.
func (m *Model) SetPhrases(lines string) (string, error) {
	var own []string
	for line := range strings.Lines(lines) {
		if line = strings.TrimSpace(line); line != "" {
			own = append(own, line)
		}
	}
	err := m.change("keep the branch's phrases", func(tx *book.Tx) error {
		b, err := tx.Branch()
		if err != nil {
			return err
		}
		b.Phrases = own
		return tx.PutBranch(b)
	})
	return "The phrases are kept.", err
}

// readReported reads letters and campaign figures, and what phrases fill themselves from.
func (e *evening) readReported(r *book.Reading) (err error) {
	if e.letters, err = r.Letters.Of(e.ID); err != nil {
		return err
	}
	if e.canvasses, err = r.Canvasses.Of(e.ID); err != nil {
		return err
	}
	branch, err := r.Branch()
	if err != nil {
		return err
	}
	e.own = branch.Phrases
	meetings, err := r.Meetings.Where(func(m data.Meeting) bool {
		return m.ID != e.ID && !m.Off() && (m.Kind == data.Executive) == (e.Kind == data.Executive)
	})
	for _, m := range meetings {
		switch {
		case m.Date.Before(e.Date) && m.Status != data.Planned && m.Date.After(e.last):
			e.last = m.Date
		case m.Date.After(e.Date) && (e.next.IsZero() || m.Date.Before(e.next)):
			e.next = m.Date
		}
	}
	return err
}
