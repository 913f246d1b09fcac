package motions

import (
	"slices"

	"branchbook/data"
	"branchbook/data/book"
	"branchbook/screens/parts"
)

// A Settlement is what became of a motion without a vote on it, as the form holds it. What an outcome does not ask for is
// not looked at.
type Settlement struct {
	Outcome data.Outcome
	Note    string
	Until   data.MeetingID // deferred
	Into    data.MotionID  // composited
	Leave   bool           // withdrawn
	By      parts.Who      // who ruled it out of order; nobody for the chair of the meeting
}

// An Asked is what the form asks of an outcome beside a note.
type Asked int

// What may be asked. The note is asked always, under the name that NoteName gives it.
const (
	AskNothing Asked = iota
	AskMeeting       // until which one it is deferred
	AskInto          // into which composite it went
	AskLeave         // whether the meeting gave leave
	AskRuler         // who ruled
)

// AskedOf says what an outcome asks.
func AskedOf(o data.Outcome) Asked {
	switch o {
	case data.Deferred:
		return AskMeeting
	case data.Composited:
		return AskInto
	case data.Withdrawn:
		return AskLeave
	case data.OutOfOrder:
		return AskRuler
	}
	return AskNothing
}

// NoteName is what the note of an outcome says.
func NoteName(o data.Outcome) string {
	switch o {
	case data.Remitted, data.ReferredBack:
		return "To whom"
	case data.OutOfOrder:
		return "On what ground"
	}
	return "Note"
}

// Settlements are the outcomes without a vote that the motion that is chosen can come to, in the order of a choice.
func (m *Model) Settlements() []data.Outcome {
	x, ok := m.motion(m.chosen)
	if !ok {
		return nil
	}
	return slices.DeleteFunc(x.Endings(), func(o data.Outcome) bool { return o.IsCarried() || o == data.Lost || o == data.Tied })
}

// Settle records what became of the motion that is chosen without a vote.
func (m *Model) Settle(s Settlement) (line string, err error) {
	step := func(x data.Motion) (data.Motion, string, error) {
		into, _ := m.motion(s.Into)
		return x.End(data.Ending{Outcome: s.Outcome, Note: s.Note, Until: m.meetings[s.Until], Into: into, Leave: s.Leave})
	}
	return m.step(" recorded as "+string(s.Outcome)+".", step, func(tx *book.Tx, x *data.Motion) error {
		if s.Outcome != data.OutOfOrder || x.Ruling == nil {
			return nil
		}
		by, err := somebody(tx, s.By)
		if err == nil && by == "" {
			by = m.meetings[x.Meeting].Chair
		}
		x.Ruling.By = by
		return err
	})
}

// TakeAgain opens the motion that is chosen once more, after it was put off. It then has no meeting until it is put on an
// agenda; what the meeting before made of it is kept.
func (m *Model) TakeAgain() (line string, err error) {
	return m.step(" is open again.", data.Motion.Reopen, nil)
}

// PutOnAgenda puts the motion that is chosen on the agenda of its meeting, or of the next one.
func (m *Model) PutOnAgenda() (line string, err error) {
	chosen, ok := m.motion(m.chosen)
	if !ok {
		return "", noMotion()
	}
	meeting, ok := m.meetings[chosen.Meeting]
	if !ok {
		if meeting, ok = m.meetings[m.nextMeeting()]; !ok {
			return "", data.NewProblem("No meeting is planned. Plan one first.", nil)
		}
	}
	return m.step(" is on the agenda of "+meeting.Date.String()+".", func(x data.Motion) (data.Motion, string, error) {
		return x.PutOn(meeting, "")
	}, func(tx *book.Tx, x *data.Motion) (err error) {
		x.Item, err = motionsItem(tx, meeting.ID)
		return err
	})
}

// step takes the motion that is chosen one step on as one Change; more may complete it.
func (m *Model) step(said string, step func(data.Motion) (data.Motion, string, error), more func(*book.Tx, *data.Motion) error) (line string, err error) {
	chosen, ok := m.motion(m.chosen)
	if !ok {
		return "", noMotion()
	}
	_, what, err := step(chosen)
	if err != nil {
		return "", err
	}
	err = m.book.Change(what, func(tx *book.Tx) error {
		x, err := tx.Motions.Get(chosen.ID)
		if err != nil {
			return err
		}
		if x, _, err = step(x); err != nil {
			return err
		}
		if more != nil {
			if err := more(tx, &x); err != nil {
				return err
			}
		}
		return tx.Motions.Put(x)
	})
	return "Motion " + chosen.Ref + said, err
}

func noMotion() error { return data.NewProblem("Choose a motion first.", nil) }

// composites are the open composites that a motion can go into, with what a choice shows for each.
func (m *Model) composites() (ids []data.MotionID, names []string) {
	for _, x := range m.motions {
		if x.Kind == data.Composite && x.ID != m.chosen {
			ids, names = append(ids, x.ID), append(names, x.Ref+" "+x.Title)
		}
	}
	return ids, names
}
