package session

import (
	"fmt"
	"slices"
	"strings"

	"branchbook/data"
	"branchbook/data/book"
)

// A LooseEnd is something that is better settled before the meeting closes. It never keeps it from closing.
type LooseEnd struct {
	Text string // "M-2026-05 Safer crossings was moved and has no outcome."
	Item data.ItemID
	Ways []Way // how it can be settled, the likeliest first; none for what is there to be known

	id string
}

// A Way settles a loose end.
type Way struct {
	Key   rune   // the letter that does it
	Words string // "Withdrawn"
	Needs Needed // what is typed first
	Label string // over the field for that
	Usual string // what stands in the field already
	// Settle does it and returns the line that says so. Who can be meant is for Needs alone.
	Settle func(Answer) (string, error)
}

// Needed is what has to be typed to settle a loose end.
type Needed int

// What a Way asks for.
const (
	NeedsNothing Needed = iota
	NeedsMember         // somebody in the book
	NeedsName           // somebody in the book, or a name that is not
	NeedsUnknown        // who it was whose name was not taken
	NeedsWords
	NeedsDate
)

// An Answer is what was typed. Person is set when somebody in the book is meant; Words are as typed.
type Answer struct {
	Words  string
	Person data.PersonID
	Date   data.Date
}

// LeavesAsItIs is the letter that leaves a loose end as it is, and GoesThere the one that shows the item it is under.
const (
	LeavesAsItIs = 'l'
	GoesThere    = 'g'
)

// LooseEnds lists what is still open, but for what was left as it is: the motions and elections first, then what was minuted without
// something it needs, then the register, the quorum and the agenda.
func (m *Model) LooseEnds() []LooseEnd {
	if !m.IsOpen() {
		return nil
	}
	all := slices.Concat(m.openMotions(), m.openContests(), m.openVotes(), m.openActions(), m.openDecisions(), m.openRegister(), m.openItems())
	return slices.DeleteFunc(all, func(e LooseEnd) bool { return m.left[e.id] })
}

// Leave leaves a loose end as it is, until the meeting is opened again.
func (m *Model) Leave(e LooseEnd) (string, error) {
	if m.left == nil {
		m.left = map[string]bool{}
	}
	m.left[e.id] = true
	return "Left as it is.", nil
}

func (m *Model) openMotions() []LooseEnd {
	var ends []LooseEnd
	for _, mo := range m.held.motions {
		end := LooseEnd{Item: mo.Item, id: "motion " + string(mo.ID)}
		seconder := Way{Key: 's', Words: "Seconder", Needs: NeedsMember, Label: "Seconded by", Settle: func(a Answer) (string, error) { return m.nameSeconder(mo.ID, a.Person) }}
		dispose := func(key rune, words string, as data.Outcome) Way {
			return Way{Key: key, Words: words, Settle: func(Answer) (string, error) { return m.End(mo.ID, data.Ending{Outcome: as}) }}
		}
		withdrawn, deferred := dispose('w', "Withdrawn", data.Withdrawn), dispose('d', "Deferred", data.Deferred)
		notReached := dispose('n', "Not reached", data.NotReached)
		switch {
		case inDebate(mo) && mo.Seconder == "":
			end.Text = mo.Ref + " " + mo.Title + " was moved; it has no seconder and no outcome."
			end.Ways = []Way{dispose('f', "Fell: no seconder", data.FellNoSeconder), seconder, withdrawn, deferred, notReached}
		case inDebate(mo):
			end.Text = mo.Ref + " " + mo.Title + " was moved and has no outcome."
			end.Ways = []Way{withdrawn, deferred, notReached}
		case mo.Outcome == data.Undecided:
			end.Text = mo.Ref + " " + mo.Title + " was not taken."
			end.Ways = []Way{notReached, deferred, withdrawn}
		case mo.Vote != "" && mo.Mover != "" && mo.Seconder == "":
			end.Text = mo.Ref + " " + mo.Title + " was voted on, and nobody is named as seconder."
			end.Ways = []Way{seconder}
		default:
			continue
		}
		ends = append(ends, end)
	}
	return ends
}

// nameSeconder names who seconded a motion. One that was decided stays decided.
func (m *Model) nameSeconder(motion data.MotionID, by data.PersonID) (string, error) {
	mo, _ := m.motion(motion)
	switch {
	case by != "" && by == mo.Mover:
		return "", data.NewProblem("A motion is moved by one person and seconded by another.", nil)
	case inDebate(mo):
		return m.Second(motion, by)
	}
	err := m.change("record the seconder", func(tx *book.Tx) error {
		mo, err := tx.Motions.Get(motion)
		if err != nil {
			return err
		}
		mo.Seconder = by
		return tx.Motions.Put(mo)
	})
	return mo.Ref + " was seconded by " + m.name(by) + ".", err
}

func (m *Model) openVotes() []LooseEnd {
	var ends []LooseEnd
	for _, v := range m.held.votes {
		if v.Check == "" || strings.TrimSpace(v.Note) != "" {
			continue
		}
		ends = append(ends, LooseEnd{
			Text: "The vote on " + shorten(v.Question) + " does not tie: " + v.Check + ".", Item: v.Item, id: "vote " + string(v.ID),
			Ways: []Way{{Key: 'n', Words: "Add a note", Needs: NeedsWords, Label: "Note on the count, for the minutes",
				Settle: func(a Answer) (string, error) { return m.NoteCount(v.ID, a.Words) }}},
		})
	}
	return ends
}

// NoteCount adds what the minutes say of a count that does not tie.
func (m *Model) NoteCount(vote data.VoteID, note string) (string, error) {
	err := m.change("note the count of a vote", func(tx *book.Tx) error {
		v, err := tx.Votes.Get(vote)
		if err != nil {
			return err
		}
		v.Note = strings.TrimSpace(note)
		return tx.Votes.Put(v)
	})
	return "The note is kept with the vote.", err
}

func (m *Model) openActions() []LooseEnd {
	var ends []LooseEnd
	for _, a := range m.held.actions {
		end := LooseEnd{Item: a.Item, id: "action " + string(a.ID)}
		draft := ActionDraft{Text: a.Text, Owner: a.Owner, OwnerText: a.OwnerText, Due: a.Due}
		owner := Way{Key: 'o', Words: "Who has it", Needs: NeedsName, Label: "Who", Settle: func(to Answer) (string, error) {
			draft.Owner, draft.OwnerText = to.Person, to.Words
			return m.CorrectAction(a.ID, draft)
		}}
		date := Way{Key: 'b', Words: "By when", Needs: NeedsDate, Label: "By when", Settle: func(to Answer) (string, error) {
			draft.Due = to.Date
			return m.CorrectAction(a.ID, draft)
		}}
		switch {
		case a.Status != data.Open:
			continue
		case m.owner(a) == "":
			end.Text, end.Ways = "Nobody has the action "+a.Ref+": "+a.Text+".", []Way{owner}
			if a.Due.IsZero() {
				end.Ways = append(end.Ways, date)
			}
		case a.Due.IsZero():
			end.id += " date"
			end.Text, end.Ways = fmt.Sprintf("The action %s has no date: %s – %s.", a.Ref, m.owner(a), a.Text), []Way{date}
		default:
			continue
		}
		ends = append(ends, end)
	}
	return ends
}

// openDecisions are those that were made without a quorum. There is nothing to settle tonight: the next meeting ratifies.
func (m *Model) openDecisions() []LooseEnd {
	var ends []LooseEnd
	for _, d := range m.held.decisions {
		if d.Pressing && d.Ratified == "" {
			ends = append(ends, LooseEnd{
				Text: d.Ref + " was made without a quorum. The next meeting is asked to ratify it: " + d.Text, Item: d.Item, id: "decision " + string(d.ID),
			})
		}
	}
	return ends
}

func (m *Model) openRegister() []LooseEnd {
	var ends []LooseEnd
	for _, a := range m.held.register.Attendance() {
		if a.Person != "" || !a.Attended {
			continue
		}
		text := "Somebody"
		if !a.In.IsZero() {
			text += " who came in" + atWords(a.In)
		}
		ends = append(ends, LooseEnd{
			Text: text + " has no name in the register.", id: "unnamed " + string(a.Unnamed),
			Ways: []Way{{Key: 'w', Words: "Who it was", Needs: NeedsUnknown, Label: "Who was it?", Settle: func(to Answer) (string, error) {
				if to.Person != "" {
					return m.Identify(a.Unnamed, to.Person)
				}
				return m.IdentifyGuest(a.Unnamed, to.Words)
			}}},
		})
	}
	if q := m.held.quorum; q.Needed > 0 && !q.Found && !q.Quorate && m.held.Without == data.NotSettled && (len(m.held.register) > 0 || m.held.CountOnly != nil) {
		settle := func(key rune, words string, as data.WithoutQuorum) Way {
			return Way{Key: key, Words: words, Settle: func(Answer) (string, error) { return m.SetWithoutQuorum(as) }}
		}
		ends = append(ends, LooseEnd{
			Text: "There was never a quorum, and it is not settled how the meeting went on.", id: "quorum",
			Ways: []Way{settle('b', "No business", data.NoBusiness), settle('p', "Pressing business alone", data.PressingAlone)},
		})
	}
	return ends
}

func (m *Model) openItems() []LooseEnd {
	var ends []LooseEnd
	for _, item := range m.held.items {
		heading := fmt.Sprintf("Item %s, %s, ", m.held.numbers[item.ID], item.Heading)
		if !item.Done && item.ID != m.held.Current && !m.hasParts(item.ID) {
			end := LooseEnd{Text: heading + "was not taken.", Item: item.ID, id: "item " + string(item.ID)}
			end.Ways = []Way{
				// A closed meeting prints that by itself, and business of its own comes back on the next agenda.
				{Key: 'n', Words: "Not reached", Settle: func(Answer) (string, error) { return m.Leave(end) }},
				{Key: 't', Words: "Taken after all", Settle: func(Answer) (string, error) { return m.MarkTaken(item.ID) }},
			}
			ends = append(ends, end)
		}
		if s := item.Speaker; s != nil && strings.TrimSpace(s.Thanks) == "" && (item.Done || item.ID == m.held.Current) && !m.thankedIn(item.ID) {
			ends = append(ends, LooseEnd{Text: heading + "does not say that " + s.Name + " was thanked.", Item: item.ID, id: "thanks " + string(item.ID), Ways: []Way{
				{Key: 't', Words: "Thanked", Needs: NeedsWords, Label: "Thanks, as the minutes say it", Usual: s.UsualThanks(),
					Settle: func(a Answer) (string, error) { return m.Thank(item.ID, a.Words) }},
			}})
		}
	}
	return ends
}

// thankedIn says whether what was written under an item thanks somebody already.
func (m *Model) thankedIn(item data.ItemID) (thanked bool) {
	err := m.book.Read(func(r *book.Reading) error {
		blocks, err := r.Blocks.Of(item)
		thanked = slices.ContainsFunc(blocks, func(b data.Block) bool {
			return b.Kind == data.BlockText && strings.Contains(strings.ToLower(b.Text), "thank")
		})
		return err
	})
	return thanked && err == nil
}

// MarkTaken says of an item that the meeting came to it, though nothing was minuted.
func (m *Model) MarkTaken(item data.ItemID) (string, error) {
	number := m.held.numbers[item]
	err := m.changeItemAt(item, "mark item "+number+" as taken", func(i *data.AgendaItem) { i.Done = true })
	return "Item " + number + " was taken.", err
}

// Thank keeps how the guest of an item was thanked, for the minutes.
func (m *Model) Thank(item data.ItemID, words string) (string, error) {
	err := m.changeItemAt(item, "thank the speaker", func(i *data.AgendaItem) {
		if i.Speaker != nil {
			s := *i.Speaker
			s.Thanks, i.Speaker = strings.TrimSpace(words), &s
		}
	})
	return "The thanks are in the minutes.", err
}
