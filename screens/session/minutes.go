package session

import (
	"cmp"
	"slices"
	"strings"

	"branchbook/data"
	"branchbook/data/book"
	"branchbook/screens/parts"
)

// A BlockRow is one piece of the minutes on show: a text, or a record as a card.
type BlockRow struct {
	ID   data.BlockID
	Text string // of a text
	Card *Card  // of a record; nil for a text
}

// A Card is a record as it stands between the texts.
type Card struct {
	Icon       parts.IconName
	Tone       parts.Tone
	Lead, Text string // "AGREED:", "public meeting on the library"
	Sub        string // "Moved Tomasz Wiśniewski, seconded Siân Llewellyn"
	Figures    string // "13–1–1"
	Time       string
	Mark       parts.Mark    // "Carried"
	Vote       data.MotionID // what can be voted on now; "" for nothing
	Second     data.MotionID // what wants a seconder; "" for nothing
	Lines      []string      // under a motion: its ruling and its amendments
	Steps      []Step        // what can be recorded of it next
	Record     data.ID
	Kind       data.BlockKind
}

// blockRows returns the minutes of the item on show. There is always a text at the end: its ID is "" until something
// is written in it.
func (m *Model) blockRows() []BlockRow {
	if m.item == "" || m.held.ID == "" {
		return nil
	}
	var rows []BlockRow
	for _, b := range m.held.blocks {
		if b.Kind == data.BlockText {
			rows = append(rows, BlockRow{ID: b.ID, Text: b.Text})
			continue
		}
		if card := m.card(b); card != nil {
			rows = append(rows, BlockRow{ID: b.ID, Card: card})
		}
	}
	if n := len(rows); n == 0 || rows[n-1].Card != nil {
		rows = append(rows, BlockRow{})
	}
	return rows
}

func (m *Model) card(b data.Block) *Card {
	c := &Card{Kind: b.Kind, Record: b.Record, Time: b.At.String()}
	switch b.Kind {
	case data.BlockDecision:
		d, ok := byID(m.held.decisions, func(d data.Decision) bool { return data.ID(d.ID) == b.Record })
		c.Icon, c.Tone, c.Lead, c.Text = parts.IconFlag, parts.Grey, strings.ToUpper(cmp.Or(d.How, "decided"))+":", d.Words(m.held.Date)
		if d.Pressing {
			c.Sub = "No quorum: subject to ratification"
		}
		return orNil(c, ok)
	case data.BlockLetter, data.BlockCanvass:
		return orNil(c, m.reportedCard(c))
	case data.BlockContest:
		return orNil(c, m.contestCard(c))
	case data.BlockAction:
		a, ok := byID(m.held.actions, func(a data.Action) bool { return data.ID(a.ID) == b.Record })
		c.Icon, c.Tone, c.Lead, c.Text = parts.IconCheckbox, parts.Amber, "ACTION:", m.actionWords(a)
		return orNil(c, ok)
	case data.BlockMotion:
		mo, ok := m.heard(data.MotionID(b.Record))
		m.motionCard(c, mo)
		return orNil(c, ok)
	case data.BlockVote:
		v, ok := byID(m.held.votes, func(v data.Vote) bool { return data.ID(v.ID) == b.Record })
		m.voteCard(c, v)
		return orNil(c, ok)
	}
	return nil
}

func orNil(c *Card, ok bool) *Card {
	if !ok {
		return nil
	}
	return c
}

func byID[T any](all []T, is func(T) bool) (T, bool) {
	if i := slices.IndexFunc(all, is); i >= 0 {
		return all[i], true
	}
	var none T
	return none, false
}

func (m *Model) actionWords(a data.Action) string {
	words := a.Text
	if who := m.owner(a); who != "" {
		words = who + " – " + words
	}
	if !a.Due.IsZero() {
		words += " – by " + a.Due.DayMonth()
	}
	return words
}

func (m *Model) owner(a data.Action) string {
	if a.Owner != "" {
		return m.name(a.Owner)
	}
	return strings.TrimSpace(a.OwnerText)
}

// Write keeps what a text block holds now. It is called at every key. block is "" for the text at the end that does not
// exist yet; the block that was written is returned.
func (m *Model) Write(block data.BlockID, text string) (data.BlockID, error) {
	if block != "" {
		m.book.Type(block, text)
		return block, nil
	}
	if text == "" || m.item == "" {
		return "", nil
	}
	err := m.change("begin the minutes of "+m.Item.Heading, func(tx *book.Tx) (err error) {
		block, err = tx.StartText(m.item)
		return err
	})
	if err != nil {
		return "", err
	}
	m.book.Type(block, text)
	return block, m.Load()
}

// Decide records a decision at the caret.
func (m *Model) Decide(text string) (string, error) {
	return m.Settle(DecisionDraft{Text: text, Amount: data.SumIn(text)})
}

// decide records a decision; first, which may be nil, is done in the same Change before it.
func (m *Model) decide(draft DecisionDraft, first func(*book.Tx) error) (ref string, err error) {
	err = m.record("record the decision: "+shorten(draft.Text), data.BlockDecision, first, func(tx *book.Tx) (data.ID, error) {
		if ref, err = tx.NextRef("D", m.held.Date.Year()); err != nil {
			return "", err
		}
		d := data.Decision{
			ID: data.DecisionID(tx.NewID()), Ref: ref, Meeting: m.meeting, Item: m.item, At: m.moment(),
			Pressing: m.lacksQuorum(m.moment()),
		}
		draft.into(&d)
		return data.ID(d.ID), tx.Decisions.Put(d)
	})
	return ref, err
}

// An ActionDraft is an action before it is recorded. OwnerText is used when nobody in the book is meant.
type ActionDraft struct {
	Text      string
	Owner     data.PersonID
	OwnerText string
	Due       data.Date
}

// Act records an action at the caret.
func (m *Model) Act(a ActionDraft) (string, error) { return m.act(a, nil) }

func (m *Model) act(a ActionDraft, first func(*book.Tx) error) (string, error) {
	ref := ""
	err := m.record("record the action: "+shorten(a.Text), data.BlockAction, first, func(tx *book.Tx) (id data.ID, err error) {
		if ref, err = tx.NextRef("A", m.held.Date.Year()); err != nil {
			return "", err
		}
		action := data.Action{
			ID: data.ActionID(tx.NewID()), Ref: ref, Text: strings.TrimSpace(a.Text), Owner: a.Owner, Due: a.Due, Status: data.Open,
			Meeting: m.meeting, Item: m.item, At: m.moment(), Made: m.held.Date,
		}
		if a.Owner == "" {
			action.OwnerText = strings.TrimSpace(a.OwnerText)
		}
		return data.ID(action.ID), tx.Actions.Put(action)
	})
	return "Action " + ref + " recorded.", err
}

// record puts a record and sets it into the minutes at the caret. Typing goes on in the text that follows.
func (m *Model) record(what string, kind data.BlockKind, first func(*book.Tx) error, put func(tx *book.Tx) (data.ID, error)) error {
	return m.recordAnd(what, kind, first, put, nil)
}

// recordAnd is record with something that is set behind it in the same Change; then, which may be nil, is told the text that
// follows the record, and returns the one that follows what it set.
func (m *Model) recordAnd(what string, kind data.BlockKind, first func(*book.Tx) error, put func(tx *book.Tx) (data.ID, error),
	then func(tx *book.Tx, behind data.BlockID) (data.BlockID, error)) error {
	if m.item == "" {
		return data.NewProblem("The agenda is empty. Add an item first, and record it there.", nil)
	}
	var after data.BlockID
	err := m.change(what, func(tx *book.Tx) error {
		if first != nil {
			if err := first(tx); err != nil {
				return err
			}
		}
		id, err := put(tx)
		if err != nil {
			return err
		}
		after, err = tx.Record(m.item, m.at(), kind, id, m.moment())
		if err == nil && then != nil {
			after, err = then(tx, after)
		}
		return err
	})
	if err == nil {
		m.caret = book.Caret{Block: after}
	}
	return err
}

// MinuteLine makes a record of the line that ends at the caret, if it begins with ACTION: as ParseMinute reads it, or with
// AGREED:, NOTED:, RECEIVED: or RESOLVED:. text is all that the block holds. It says whether there was such a line; the line is then no longer in the text.
func (m *Model) MinuteLine(block data.BlockID, text string, offset int) (said string, was bool, err error) {
	offset = min(max(offset, 0), len(text))
	start := strings.LastIndexByte(text[:offset], '\n') + 1
	if end := strings.IndexByte(text[offset:], '\n'); end > 0 || end < 0 && offset < len(text) {
		return "", false, nil // the caret is not at the end of its line
	}
	settled, isSettled := settledLine(text[start:offset])
	o, ok := ParseMinute(text[start:offset], m.held.Date)
	if !ok && !isSettled || block == "" {
		return "", false, nil
	}
	before, behind := strings.TrimRight(text[:start], "\n"), strings.TrimPrefix(text[offset:], "\n")
	m.SetCaret(block, len(before))
	cut := func(tx *book.Tx) error {
		b, err := tx.Blocks.Get(block)
		if err != nil {
			return err
		}
		b.Text = before + behind
		return tx.Blocks.Put(b)
	}
	if isSettled {
		ref, err := m.decide(settled, cut)
		return "Decision " + ref + " recorded.", true, err
	}
	a := ActionDraft{Text: o.Text, OwnerText: o.Who, Due: o.Due}
	if p, ok := m.onlyOne(o.Who); ok {
		a.Owner, a.OwnerText = p.ID, ""
	}
	said, err = m.act(a, cut)
	return said, true, err
}

// AddNote writes a line at the end of the item on show.
func (m *Model) AddNote(text string) (string, error) {
	if m.item == "" {
		return "", data.NewProblem("The agenda is empty. Add an item first, and write it there.", nil)
	}
	err := m.change("write: "+shorten(text), func(tx *book.Tx) error {
		block, err := tx.StartText(m.item)
		if err != nil {
			return err
		}
		b, err := tx.Blocks.Get(block)
		if err != nil {
			return err
		}
		b.Text = strings.TrimLeft(strings.TrimRight(b.Text, "\n")+"\n"+strings.TrimSpace(text), "\n")
		m.caret = book.Caret{Block: block, Offset: len(b.Text)}
		return tx.Blocks.Put(b)
	})
	return "Written under item " + m.Item.Number + ".", err
}

// shorten keeps what a Change is called to a few words.
func shorten(s string) string {
	words := strings.Fields(s)
	if len(words) > 8 {
		return strings.Join(words[:8], " ") + "…"
	}
	return strings.Join(words, " ")
}
