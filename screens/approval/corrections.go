package approval

import (
	"fmt"
	"slices"
	"strings"

	"branchbook/data"
	"branchbook/data/book"
)

// A Text is one text of the minutes in which words can be put right, as it reads with the corrections made so far.
type Text struct {
	Block data.BlockID
	Item  data.ItemID
	Name  string // "Item 2, Treasurer's report: Balance £1,561.16…"
	Text  string
}

// Texts are those of the minutes, in order.
func (m *Model) Texts() []Text {
	var out []Text
	for _, t := range m.draft.Correctable() {
		out = append(out, Text{Block: t.Block, Item: t.Item, Text: t.Text, Name: fmt.Sprintf("Item %s, %s: %s", t.Number, t.Heading, shorten(t.Text))})
	}
	return out
}

// Items are the items of the minutes, for a correction in words; the first is the minutes as a whole.
func (m *Model) Items() (names []string, ids []data.ItemID) {
	names, ids = []string{"The minutes as a whole"}, []data.ItemID{""}
	for _, i := range m.held.Items {
		names, ids = append(names, "Item "+m.held.ItemNumber(i.ID)+", "+i.Heading), append(ids, i.ID)
	}
	return names, ids
}

// AddPeople asks for people to be added to the apologies, or to those present.
func (m *Model) AddPeople(kind data.CorrectionKind, people ...data.PersonID) (string, error) {
	for _, a := range m.draft.Register.Attendance() {
		if !slices.Contains(people, a.Person) || a.Person == "" {
			continue
		}
		name := m.held.People.Name(a.Person)
		switch {
		case a.Attended && kind == data.CorrectApologies:
			return "", data.NewProblem(name+" is among those present. Take them out of there first.", nil)
		case a.Attended:
			return "", data.NewProblem(name+" is among those present already.", nil)
		case a.Apologies && kind == data.CorrectApologies:
			return "", data.NewProblem(name+" is among the apologies already.", nil)
		}
	}
	return m.add(data.Correction{Kind: kind, People: slices.Clone(people)})
}

// TakeOutPeople asks for people to be taken out of the apologies, or of those present.
func (m *Model) TakeOutPeople(kind data.CorrectionKind, people ...data.PersonID) (string, error) {
	for _, id := range people {
		there := slices.ContainsFunc(m.draft.Register.Attendance(), func(a data.Attendance) bool {
			return a.Person == id && (kind == data.CorrectPresent && a.Attended || kind == data.CorrectApologies && a.Apologies)
		})
		if !there {
			return "", data.NewProblem(m.held.People.Name(id)+" is not there to be taken out.", nil)
		}
	}
	return m.add(data.Correction{Kind: kind, Removed: slices.Clone(people)})
}

// Replace asks for a text of the minutes to read otherwise. Only the words that differ are kept.
func (m *Model) Replace(block data.BlockID, becomes string) (string, error) {
	texts := m.Texts()
	n := slices.IndexFunc(texts, func(t Text) bool { return t.Block == block })
	if n < 0 {
		return "", data.NewProblem("Choose the words in the minutes that are to be put right.", nil)
	}
	was, is := data.NarrowChange(texts[n].Text, becomes)
	if was == "" {
		return "", data.NewProblem("The text is as it was. Change the words that are wrong in it.", nil)
	}
	return m.add(data.Correction{Kind: data.CorrectText, Block: block, Item: texts[n].Item, Was: was, Becomes: is})
}

// Other asks for a correction in words alone; item is "" for the minutes as a whole.
func (m *Model) Other(item data.ItemID, words string) (string, error) {
	return m.add(data.Correction{Kind: data.CorrectOther, Item: item, Words: strings.TrimSpace(words)})
}

// add numbers a correction and keeps it. Of approved minutes it is an addendum, which a later meeting agrees.
func (m *Model) add(c data.Correction) (string, error) {
	c.Meeting, c.Addendum = m.meeting, m.approved()
	called := "Correction"
	if c.Addendum {
		called = "Addendum"
	}
	at, on := m.Usual()
	c.MadeAt, c.On = at, on
	err := m.change("add a "+strings.ToLower(called)+" to", func(tx *book.Tx) error {
		all, err := tx.Corrections.Of(m.meeting)
		if err != nil {
			return err
		}
		for _, other := range all {
			if other.Addendum == c.Addendum {
				c.Number = max(c.Number, other.Number)
			}
		}
		c.Number++
		c.ID = data.CorrectionID(tx.NewID())
		return tx.Corrections.Put(c)
	})
	return fmt.Sprintf("%s %d added to %s.", called, c.Number, m.called()), err
}

// TakeOut removes a correction before the minutes are approved, or an addendum that nobody agreed; those behind it move
// up.
func (m *Model) TakeOut(id data.CorrectionID) (string, error) {
	var out data.Correction
	err := m.change("take a correction out of", func(tx *book.Tx) error {
		c, err := tx.Corrections.Get(id)
		if err != nil {
			return err
		}
		out = c
		if !c.Addendum && m.approved() || c.Agreed {
			return data.NewProblem("This was agreed by a meeting. What is wrong in it is put right by another correction.", nil)
		}
		if err := tx.Corrections.Delete(id); err != nil {
			return err
		}
		all, err := tx.Corrections.Of(m.meeting)
		if err != nil {
			return err
		}
		for _, behind := range all {
			if behind.Addendum == c.Addendum && behind.Number > c.Number && !behind.Agreed {
				behind.Number--
				if err := tx.Corrections.Put(behind); err != nil {
					return err
				}
			}
		}
		return nil
	})
	return fmt.Sprintf("Correction %d taken out.", out.Number), err
}

// AgreeAddendum records that a meeting agreed an addendum, there and in its own minutes.
func (m *Model) AgreeAddendum(id data.CorrectionID, at data.MeetingID, on data.Date) (string, error) {
	number := 0
	err := m.change("agree an addendum to", func(tx *book.Tx) error {
		c, err := tx.Corrections.Get(id)
		if err != nil {
			return err
		}
		if on.IsZero() {
			return data.NewProblem("Type the day on which it was agreed.", nil)
		}
		number = c.Number
		c.Agreed, c.MadeAt, c.On = true, at, on
		if err := tx.Corrections.Put(c); err != nil {
			return err
		}
		return m.minute(tx, at, "agreed", m.held.AddendumWords(c))
	})
	return fmt.Sprintf("Addendum %d recorded as agreed.", number), err
}

// shorten keeps a text to what fits a line.
func shorten(s string) string {
	const most = 48
	s = strings.Join(strings.Fields(s), " ")
	if letters := []rune(s); len(letters) > most {
		return strings.TrimSpace(string(letters[:most])) + "…"
	}
	return s
}
