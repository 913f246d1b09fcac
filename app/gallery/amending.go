package main

import (
	"errors"
	"strings"

	"fyne.io/fyne/v2"

	"branchbook/data"
	"branchbook/data/book"
)

// amending works the second motion through its amendments: one carried, one without a seconder, and one being counted.
func amending(s *set) error {
	if err := s.meeting(); err != nil {
		return err
	}
	s.press(fyne.KeyEscape)
	var motion data.Motion
	err := s.Book().Change("hand in amendments", func(tx *book.Tx) error {
		found, err := tx.Motions.Where(func(m data.Motion) bool { return m.Status == data.Seconded && m.Outcome == data.Undecided })
		people, err2 := tx.People.Where(func(p data.Person) bool { return p.Status == data.Member })
		if err := errors.Join(err, err2); err != nil {
			return err
		}
		motion = found[0]
		places := len(data.MotionParagraphs(motion.CurrentText()))
		last := data.MotionParagraphs(motion.CurrentText())[places-1].Text
		words := strings.Fields(last)
		for i, a := range []data.Amendment{
			{Op: data.Replace, Place: places, Was: words[len(words)-1], Text: "the end of August."},
			{Op: data.Insert, Place: places, Text: "This branch thanks the parents who counted the cars."},
			{Op: data.Add, Text: "It asks for a zebra crossing at the school."},
		} {
			a.ID, a.Motion, a.Meeting, a.Number, a.Order = data.AmendmentID(tx.NewID()), motion.ID, motion.Meeting, i+1, i+1
			a.Mover = people[i].ID
			if i != 1 {
				a.Seconder = people[i+3].ID
			}
			if i == 1 {
				a.Outcome = data.AmendmentFell
			}
			if i == 0 {
				s, err := motion.SettleAmendment(a, data.AmendmentAccepted, data.Vote{}, nil)
				if err := errors.Join(err, tx.Motions.Put(s.Motion)); err != nil {
					return err
				}
				a = s.Amendment
			}
			if err := tx.Amendments.Put(a); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	if err := s.Do("Amendments"); err != nil {
		return err
	}
	for i, f := range []string{"5", "9", "1"} {
		if i > 0 {
			s.press(fyne.KeyTab)
		}
		s.write(f)
	}
	return nil
}
