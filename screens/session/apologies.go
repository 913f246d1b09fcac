package session

import (
	"strings"

	"branchbook/data"
	"branchbook/data/book"
)

// Apologise records somebody's apologies, and who passed them on. Said again with another reporter, it corrects who.
func (m *Model) Apologise(who data.PersonID, by string) (string, error) {
	name, by := m.name(who), strings.TrimSpace(by)
	if a, known := m.attendance(string(who)); known && a.Apologies && a.ReportedBy == by {
		return "Apologies from " + name + " are noted already.", nil
	}
	err := m.change("note apologies from "+name, func(tx *book.Tx) error {
		e := data.Event{ID: data.EventID(tx.NewID()), Meeting: m.meeting, Person: who, Move: data.SentApologies}
		register, err := tx.Events.Of(m.meeting)
		if err != nil {
			return err
		}
		for _, sent := range register.Of(data.ID(who)) {
			if sent.Move == data.SentApologies {
				e = sent
			}
		}
		e.ReportedBy = by
		return tx.Events.Put(e)
	})
	return "Apologies from " + name + " noted.", err
}

// TakeBackApologies takes somebody's apologies out of the register, where they were noted by mistake. Undo brings them back.
func (m *Model) TakeBackApologies(who data.PersonID) (string, error) {
	name := m.name(who)
	err := m.revise("take back the apologies of "+name, func(tx *book.Tx) error {
		register, err := tx.Events.Of(m.meeting)
		if err != nil {
			return err
		}
		for _, e := range register.Of(data.ID(who)) {
			if e.Move != data.SentApologies {
				continue
			}
			if err := tx.Events.Delete(m.meeting, e.ID); err != nil {
				return err
			}
		}
		return nil
	})
	return "Apologies from " + name + " taken back.", err
}
