package main

import (
	"errors"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"branchbook/data"
	"branchbook/data/book"
	"branchbook/screens/place"
)

var (
	london  = time.FixedZone("BST", 60*60)
	morning = time.Date(2026, time.May, 4, 10, 24, 0, 0, london)
	evening = time.Date(2026, time.May, 14, 19, 20, 0, 0, london)
	agm     = time.Date(2026, time.June, 11, 20, 30, 0, 0, london)
)

func scenes() []scene {
	all := []scene{
		{"first-run", morning, func(*set) error { return nil }},
		{"unlock", morning, func(s *set) error {
			if err := s.OpenExample(); err != nil {
				return err
			}
			s.Lock()
			return nil
		}},
		{"today-empty", morning, func(s *set) error {
			return s.OpenEmpty(data.Branch{
				Name: "Millbrook & Canalside Branch", CLP: "Northgate CLP", Wards: []string{"Millbrook", "Canalside"},
				Structure: data.Delegates, Secretary: "Jean Whitcombe",
			})
		}},
		{"plan", morning, planning},
		{"plan-papers", morning, func(s *set) error {
			if err := planning(s); err != nil {
				return err
			}
			return s.Do("Papers before the meeting…")
		}},
		{"minutes", morning, at("meetings", func(r *book.Reading) (data.ID, error) {
			m, _, err := r.Meetings.Last()
			return data.ID(m.ID), err
		})},
		{"approve", evening, approving},
		{"members", morning, at("members", person("Tokarczuk"))},
		{"motions", morning, at("motions", func(r *book.Reading) (data.ID, error) {
			all, err := r.Motions.Where(func(m data.Motion) bool { return m.Ref == "M-2026-03" })
			if err != nil || len(all) == 0 {
				return "", err
			}
			return data.ID(all[0].ID), nil
		})},
		{"motion-send-on", morning, motionDoing("Send on…")},
		{"motion-log", morning, motionDoing("Log a motion")},
		{"session", evening, func(s *set) error { return s.meeting() }},
		{"vote", evening, voting("12", "2", "1")},
		{"vote-warning", evening, voting("14", "2", "1")},
		{"amendments", evening, amending},
		{"endings", evening, func(s *set) error {
			if err := s.meeting(); err != nil {
				return err
			}
			return s.Do("A motion ends without a vote…")
		}},
		{"ballot", agm, typingBallots},
		{"ballot-settle", agm, settlingABallot},
		{"ballot-twenty", agm, twentyCandidates},
		{"ballot-rules", agm, otherRules},
		{"import", morning, importing},
		{"search", morning, func(s *set) error {
			if err := s.OpenExample(); err != nil {
				return err
			}
			if err := s.Do("Search the book"); err != nil {
				return err
			}
			s.write("library")
			return nil
		}},
	}
	all = append(all, electing()...)
	for _, name := range []string{"today", "meetings", "posts", "actions", "returns"} {
		all = append(all, scene{name, morning, at(name, nil)})
	}
	for _, tab := range []string{"officers", "attendance", "motions", "minutes", "report"} {
		all = append(all, scene{"returns-" + tab, morning, func(s *set) error {
			if err := s.OpenExample(); err != nil {
				return err
			}
			s.Go(place.Route{Place: "returns", Tab: tab})
			return nil
		}})
	}
	for _, tab := range []string{"branch", "papers", "rules", "look", "safety", "about"} {
		all = append(all, scene{"settings-" + tab, morning, func(s *set) error {
			if err := s.OpenExample(); err != nil {
				return err
			}
			s.Go(place.Route{Place: "settings", Tab: tab})
			return nil
		}})
	}
	return all
}

// at shows a place of the example branch, at the record that find finds.
func at(name string, find func(*book.Reading) (data.ID, error)) func(*set) error {
	return func(s *set) error {
		if err := s.OpenExample(); err != nil {
			return err
		}
		route := place.Route{Place: name}
		if find != nil {
			err := s.Book().Read(func(r *book.Reading) error {
				id, err := find(r)
				route.ID = string(id)
				return err
			})
			if err != nil {
				return err
			}
		}
		s.Go(route)
		return nil
	}
}

// planning shows the plan of the meeting that comes next.
func planning(s *set) error {
	return at("meetings", func(r *book.Reading) (data.ID, error) {
		m, err := planned(r)
		return data.ID(m.ID), err
	})(s)
}

// motionDoing shows the register of motions with a command begun on M-2026-03.
func motionDoing(command string) func(*set) error {
	return func(s *set) error {
		err := at("motions", func(r *book.Reading) (data.ID, error) {
			all, err := r.Motions.Where(func(m data.Motion) bool { return m.Ref == "M-2026-03" })
			if err != nil || len(all) == 0 {
				return "", err
			}
			return data.ID(all[0].ID), nil
		})(s)
		if err != nil {
			return err
		}
		return s.Do(command)
	}
}

func planned(r *book.Reading) (data.Meeting, error) {
	m, _, err := r.Meetings.Next(data.DateOf(morning))
	return m, err
}

func person(last string) func(*book.Reading) (data.ID, error) {
	return func(r *book.Reading) (data.ID, error) {
		found, err := r.People.Where(func(p data.Person) bool { return p.Last == last })
		if err != nil || len(found) == 0 {
			return "", err
		}
		return data.ID(found[0].ID), nil
	}
}

// meeting holds the meeting of 14 May until the second motion is in debate, with keys alone.
func (s *set) meeting() error {
	if err := s.OpenExample(); err != nil {
		return err
	}
	err := s.Book().Read(func(r *book.Reading) error {
		m, err := planned(r)
		s.Go(place.Route{Place: "session", ID: string(m.ID)})
		return err
	})
	if err != nil {
		return err
	}
	lines := []string{
		"i dunne", "i okafor z", "i chandra", "i adeyemi", "i sorensen", "i llewell", "i carrick", "i keogh", "i benkh", "i carden", "i mbeki",
	}
	if err := s.Do("Start the meeting"); err != nil {
		return err
	}
	for _, l := range append(lines, "i wisn", "i tokar", "i whitcombe", "i mensah", "i frazer", "ap ashworth", "ap bhriain", "ap prosser") {
		s.wait(time.Minute)
		if err := s.line(l); err != nil {
			return err
		}
	}
	for range 4 {
		s.wait(7 * time.Minute)
		if err := s.Do("Next item"); err != nil {
			return err
		}
	}
	s.press(fyne.KeyEscape) // from the prompt to the minutes
	s.write("Tomasz Wiśniewski moved M-2026-04, asking the council to keep the library open. The consultation closes on 12 June.")
	for _, l := range []string{"m 4 / wisn / llewell", "v 13 1 1", "a okafor z: book the hall by 3 June", "m 5 / tokar / carrick"} {
		s.wait(2 * time.Minute)
		if err := s.line(l); err != nil {
			return err
		}
	}
	s.wait(30 * time.Second)
	if err := s.Do("Type a line"); err != nil {
		return err
	}
	s.write("v 12 2 1")
	return nil
}

// voting opens the vote on the second motion and types the hands.
func voting(figures ...string) func(*set) error {
	return func(s *set) error {
		if err := s.meeting(); err != nil {
			return err
		}
		s.press(fyne.KeyEscape)
		if err := s.Do("Vote"); err != nil {
			return err
		}
		for i, f := range figures {
			if i > 0 {
				s.press(fyne.KeyTab)
			}
			s.write(f)
		}
		return nil
	}
}

// importing pastes next month's list, in part.
func importing(s *set) error {
	if err := s.OpenExample(); err != nil {
		return err
	}
	s.Go(place.Route{Place: "members", Tab: "import"})
	return nil
}

// approving brings the last minutes to the next meeting, with two corrections asked for.
func approving(s *set) error {
	if err := s.OpenExample(); err != nil {
		return err
	}
	route := place.Route{Place: "approval"}
	err := s.Book().Change("ask for corrections", func(tx *book.Tx) error {
		last, _, err := tx.Meetings.Last()
		next, err2 := planned(tx.Reading)
		e, err3 := tx.Evening(last.ID)
		away, err4 := tx.People.Where(func(p data.Person) bool { return p.First == "Diego" || p.First == "Ilse" })
		if err := errors.Join(err, err2, err3, err4); err != nil {
			return err
		}
		route.ID, route.Tab = string(last.ID), string(next.ID)
		texts := e.Correctable()
		was, becomes := data.NarrowChange(texts[0].Text, strings.TrimSuffix(texts[0].Text, ".")+", with thanks.")
		people := data.Correction{ID: data.CorrectionID(tx.NewID()), Meeting: last.ID, Number: 1, Kind: data.CorrectApologies}
		for _, p := range away {
			people.People = append(people.People, p.ID)
		}
		words := data.Correction{
			ID: data.CorrectionID(tx.NewID()), Meeting: last.ID, Number: 2, Kind: data.CorrectText, Block: texts[0].Block, Item: texts[0].Item, Was: was, Becomes: becomes,
		}
		return errors.Join(tx.Corrections.Put(people), tx.Corrections.Put(words))
	})
	s.Go(route)
	return err
}
