package session

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"branchbook/data"
	"branchbook/data/book"
	"branchbook/screens/parts"
)

// inDebate says whether a motion has been moved and not decided.
func inDebate(mo data.Motion) bool {
	return mo.Outcome == data.Undecided && (mo.Status == data.Moved || mo.Status == data.Seconded)
}

// A MotionDraft is a motion as it is moved. ID is "" for one that nobody sent in before.
type MotionDraft struct {
	ID              data.MotionID
	Title, Text     string
	Mover, Seconder data.PersonID
	Also            []data.PersonID // who else seconded it
	Kind            data.MotionKind // "" keeps what it was sent in as
	Amount          data.Money      // that a donation or an affiliation would cost; 0 for none
}

// A MotionChoice is a motion on the agenda that can be taken up.
type MotionChoice struct {
	Draft MotionDraft
	Words string // "M-2026-05 Safer crossings"
}

// Motions returns what can be moved: the motions of this meeting that were not, in order of their references.
func (m *Model) Motions() []MotionChoice {
	var out []MotionChoice
	for _, mo := range m.held.motions {
		if mo.Outcome == data.Undecided && !inDebate(mo) {
			out = append(out, MotionChoice{draftOf(mo), mo.Ref + " " + mo.Title})
		}
	}
	return out
}

func draftOf(mo data.Motion) MotionDraft {
	return MotionDraft{ID: mo.ID, Title: mo.Title, Text: cmp.Or(mo.Text, mo.Submitted), Mover: mo.Mover, Seconder: mo.Seconder,
		Also: mo.AlsoSeconded, Kind: mo.Kind, Amount: mo.Amount}
}

// Move records at the caret that a motion was moved, and seconded if somebody did: it is then in debate.
func (m *Model) Move(d MotionDraft) (string, error) {
	ref, at := "", m.moment()
	status := data.Moved
	if d.Seconder != "" {
		status = data.Seconded
	}
	err := m.recordMotion("record the motion "+shorten(d.Title), d.ID, func(tx *book.Tx) (data.ID, error) {
		mo, err := m.motionFor(tx, d)
		if err != nil {
			return "", err
		}
		if mo.Outcome != data.Undecided {
			return "", data.NewProblem(mo.Ref+" has been decided already. Record another motion, or take its vote back first.", nil)
		}
		d.fill(&mo)
		mo.Status = status
		mo.Meeting, mo.Item, mo.At = m.meeting, m.item, at
		ref = mo.Ref
		return data.ID(mo.ID), tx.Motions.Put(mo)
	})
	if status == data.Moved {
		return "Motion " + ref + " was moved. It still wants a seconder.", err
	}
	return "Motion " + ref + " is in debate.", err
}

// motionFor returns the motion on the agenda, or a new one with the next reference.
func (m *Model) motionFor(tx *book.Tx, d MotionDraft) (data.Motion, error) {
	if d.ID != "" {
		return tx.Motions.Get(d.ID)
	}
	ref, err := tx.NextRef("M", m.held.Date.Year())
	return data.Motion{ID: data.MotionID(tx.NewID()), Ref: ref, Received: m.held.Date}, err
}

// Second records who seconded a motion that was moved without a seconder.
func (m *Model) Second(motion data.MotionID, by data.PersonID) (string, error) {
	ref := ""
	err := m.change("record the seconder", func(tx *book.Tx) error {
		mo, err := tx.Motions.Get(motion)
		if err != nil {
			return err
		}
		if mo, _, err = mo.Second(by); err != nil {
			return err
		}
		ref = mo.Ref
		return tx.Motions.Put(mo)
	})
	return "Motion " + ref + " is seconded and in debate.", err
}

func (m *Model) motion(id data.MotionID) (data.Motion, bool) {
	return byID(m.held.motions, func(mo data.Motion) bool { return mo.ID == id })
}

// Debated returns the motion that a vote is on: the last that was moved and not decided, of the item on show if there is
// one.
func (m *Model) Debated() (data.Motion, bool) {
	var last data.Motion
	for _, b := range m.held.blocks {
		if mo, ok := m.motion(data.MotionID(b.Record)); ok && b.Kind == data.BlockMotion && inDebate(mo) {
			last = mo
		}
	}
	if last.ID != "" {
		return last, true
	}
	for _, mo := range m.held.motions {
		if inDebate(mo) && (last.ID == "" || mo.At.After(last.At)) {
			last = mo
		}
	}
	return last, last.ID != ""
}

// onAgenda finds a motion by its reference or the number in it: "M-2026-05", "05", "5".
func (m *Model) onAgenda(words string) (MotionChoice, bool) {
	n, numberErr := strconv.Atoi(words)
	choices := m.Motions()
	i := slices.IndexFunc(choices, func(c MotionChoice) bool {
		ref, _, _ := strings.Cut(c.Words, " ")
		last, err := strconv.Atoi(ref[strings.LastIndexByte(ref, '-')+1:])
		return strings.EqualFold(ref, words) || numberErr == nil && err == nil && last == n
	})
	if i < 0 {
		return MotionChoice{}, false
	}
	return choices[i], true
}

// heard returns a motion as this meeting left it, also where another took it up again.
func (m *Model) heard(id data.MotionID) (data.Motion, bool) {
	if mo, ok := m.motion(id); ok {
		return mo, true
	}
	mo, ok := byID(m.held.putOff, func(mo data.Motion) bool { return mo.ID == id })
	return mo.As(m.meeting), ok
}

func (m *Model) motionCard(c *Card, mo data.Motion) {
	c.Icon, c.Tone, c.Lead, c.Text, c.Sub = parts.IconDocument, parts.Grey, mo.Ref, withMoney(mo), m.moved(mo)
	c.Lines, c.Steps = m.amendmentLines(mo), m.motionSteps(mo)
	if ruled := m.rulingLine(mo); ruled != "" {
		c.Lines = append([]string{ruled}, c.Lines...)
	}
	switch {
	case inDebate(mo) && mo.Status == data.Moved:
		c.Mark, c.Vote = parts.Mark{Tone: parts.Amber, Icon: parts.IconWarning, Text: "Wants a seconder"}, mo.ID
		c.Second = mo.ID
	case inDebate(mo):
		c.Mark, c.Vote = parts.Mark{Tone: parts.Amber, Text: "In debate"}, mo.ID
	case mo.Outcome == data.Undecided:
		c.Mark = openMark(mo)
	default:
		c.Mark, c.Tone = outcomeMark(mo.Outcome, mo.OutcomeNote), outcomeMark(mo.Outcome, "").Tone
		if v, ok := byID(m.held.votes, func(v data.Vote) bool { return v.ID == mo.Vote }); ok {
			c.Figures = figures(v)
		}
	}
}

func (m *Model) moved(mo data.Motion) string {
	switch {
	case mo.Mover != "" && mo.Seconder != "":
		seconders := m.name(mo.Seconder)
		for _, also := range mo.AlsoSeconded {
			seconders += " and " + m.name(also)
		}
		return "Moved " + m.name(mo.Mover) + ", seconded " + seconders
	case mo.Mover != "":
		return "Moved " + m.name(mo.Mover)
	}
	return ""
}

// outcomeWord says in a word or two what came of a motion.
func outcomeWord(o data.Outcome) string {
	switch o {
	case data.Tied:
		return "not carried"
	case data.FellNoSeconder:
		return "fell"
	}
	return string(o)
}

func outcomeMark(o data.Outcome, note string) parts.Mark {
	mark := parts.Mark{Tone: parts.Grey, Icon: parts.IconArrowRight, Text: data.Capital(strings.TrimSpace(outcomeWord(o) + " " + note))}
	switch o {
	case data.Carried, data.CarriedAmended:
		mark.Tone, mark.Icon = parts.Green, parts.IconCheck
	case data.Lost, data.Tied, data.FellNoSeconder, data.OutOfOrder, data.NotEmergency:
		mark.Tone, mark.Icon = parts.Red, parts.IconCross
	}
	return mark
}
