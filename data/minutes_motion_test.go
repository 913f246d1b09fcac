package data_test

import (
	"strings"
	"testing"

	"branchbook/data"
)

// motionsTaken begins the item of motions with 15 voters in the room.
func motionsTaken(t *testing.T) *night {
	n := nightOn(t, "14 May 2026")
	n.voters(15, "7.30pm")
	n.takes("Motions", "8.10pm")
	return n
}

func TestHowAVotePrintsUnderItsMotion(t *testing.T) {
	declared := func(d data.Declared) func(*data.Vote) { return func(v *data.Vote) { v.Declared = d } }
	for _, c := range []struct {
		name   string
		vote   func(*data.Vote)
		wanted string
	}{
		{"counted", hands(12, 2, 1), "CARRIED by 12 votes to 2 with 1 abstention"},
		{"everyone", hands(15, 0, 0), "CARRIED UNANIMOUSLY"},
		{"nobody against", hands(11, 0, 4), "CARRIED NEM CON"},
		{"no count", declared(data.Agreed), "AGREED"},
		{"lost", hands(5, 9, 1), "LOST by 5 votes to 9 with 1 abstention"},
		{"declared", declared(data.ClearMajority), "CARRIED by a clear majority"},
		{"hands not counted", declared(data.DeclaredLost), "LOST on a show of hands"},
	} {
		t.Run(c.name, func(t *testing.T) {
			n := motionsTaken(t)
			n.votes(n.moves("M-2026-04", "Saturday opening", nil), c.vote)
			m := n.Minutes(data.MinutesStyle{})
			motion := part(t, m, 1, 1).Motion
			wantWords(t, "result", strings.TrimSpace(motion.Result+" "+motion.Count), c.wanted)
			if parts := len(m.Items[0].Parts); parts != 1 {
				t.Errorf("the vote is printed again: %d parts", parts)
			}
		})
	}
}

func TestATieIsNotCarried(t *testing.T) {
	n := motionsTaken(t)
	n.votes(n.moves("M-2026-04", "Saturday opening", nil), hands(7, 7, 1))
	motion := part(t, n.Minutes(data.MinutesStyle{}), 1, 1).Motion
	if !strings.Contains(strings.ToLower(motion.Result+" "+motion.Count), "not carried") {
		t.Errorf("a tie reads %q %q", motion.Result, motion.Count)
	}
}

func TestAMotionIsSetApartWithItsMoversAndItsSum(t *testing.T) {
	n := motionsTaken(t)
	id := n.moves("M-2026-04", "Saturday opening", nil)
	vote := n.votes(id, hands(12, 2, 1))
	motion := part(t, n.Minutes(data.MinutesStyle{}), 1, 1).Motion
	wantWords(t, "movers", motion.Moved, "Moved Zoë Okafor, seconded Grace Mbeki")
	wantWords(t, "text", strings.Join(motion.Paragraphs, "|"), "This branch notes.|This branch resolves.")
	wantWords(t, "sum", motion.Sum, n.Votes[vote].Finding.Sum)
	if motion.Sum == "" {
		t.Error("the vote has no sum")
	}
}

func TestACountThatDoesNotTieIsPrintedWithItsNote(t *testing.T) {
	n := motionsTaken(t)
	n.votes(n.moves("M-2026-04", "Saturday opening", nil), func(v *data.Vote) {
		v.For, v.Against, v.Abstained, v.Note = 14, 2, 1, "two guests had voted; the result stands"
	})
	wantWords(t, "note", part(t, n.Minutes(data.MinutesStyle{}), 1, 1).Motion.Note,
		"17 votes, 15 voters present. Two guests had voted; the result stands.")
}

func TestOutcomesWithoutAVote(t *testing.T) {
	for _, c := range []struct {
		outcome      data.Outcome
		note, wanted string
	}{
		{data.Withdrawn, "", "WITHDRAWN"},
		{data.Remitted, "to the executive", "REMITTED to the executive"},
		{data.Remitted, "executive", "REMITTED (executive)"},
		{data.Deferred, "until 9 July", "DEFERRED until 9 July"},
		{data.FellNoSeconder, "", "FELL for want of a seconder"},
		{data.NotReached, "", "NOT REACHED"},
		{data.Undecided, "", "NOT DECIDED at this meeting"},
	} {
		n := motionsTaken(t)
		n.moves("M-2026-04", "Saturday opening", func(m *data.Motion) {
			m.Outcome, m.OutcomeNote = c.outcome, c.note
		})
		motion := part(t, n.Minutes(data.MinutesStyle{}), 1, 1).Motion
		wantWords(t, string(c.outcome), strings.TrimSpace(motion.Result+" "+motion.Count), c.wanted)
	}
}

func TestAMotionThatFellMayBeMinutedWithoutItsText(t *testing.T) {
	n := motionsTaken(t)
	n.moves("M-2026-04", "Saturday opening", func(m *data.Motion) { m.Outcome, m.Seconder = data.FellNoSeconder, "" })
	if got := part(t, n.Minutes(data.MinutesStyle{NoFallenText: true}), 1, 1).Motion; len(got.Paragraphs) != 0 || got.Moved != "Moved Zoë Okafor" {
		t.Errorf("the fallen motion reads %+v", got)
	}
}

func TestWhatALaterMeetingMadeOfAMotionIsNotInTheseMinutes(t *testing.T) {
	n := motionsTaken(t)
	id := n.moves("M-2026-03", "Repairs", nil)
	m := n.Motions[id]
	m.Meeting, m.Status, m.Outcome, m.Vote = "july", data.DisposedOf, data.Carried, "vote in july"
	n.Motions[id] = m
	n.Votes["vote in july"] = data.Vote{ID: "vote in july", Meeting: "july", Motion: id, For: 10, Outcome: data.Carried}
	motion := part(t, n.Minutes(data.MinutesStyle{}), 1, 1).Motion
	wantWords(t, "in May", motion.Result+" "+motion.Count, "NOT DECIDED at this meeting")
}

func TestAVoteOnSomethingElseStandsAlone(t *testing.T) {
	n := motionsTaken(t)
	n.votes("", func(v *data.Vote) { v.Question, v.For, v.Against = "That the vote be by ballot", 9, 6 })
	p := part(t, n.Minutes(data.MinutesStyle{}), 1, 1)
	wantWords(t, "question", p.Lead, "That the vote be by ballot")
	wantWords(t, "result", p.Text, "CARRIED by 9 votes to 6.")
}

func TestAVoteThatDidNotDecideTheMotionIsPrintedToo(t *testing.T) {
	n := motionsTaken(t)
	id := n.moves("M-2026-04", "Saturday opening", nil)
	n.votes(id, func(v *data.Vote) { v.Question, v.For, v.Against = "That the question be now put", 9, 6 })
	n.votes(id, hands(12, 2, 1))
	m := n.Minutes(data.MinutesStyle{})
	if len(m.Items[0].Parts) != 2 {
		t.Fatalf("%d parts, want the motion and the vote on closing the debate", len(m.Items[0].Parts))
	}
	wantWords(t, "question", part(t, m, 1, 2).Lead, "M-2026-04 That the question be now put")
	wantWords(t, "motion", part(t, m, 1, 1).Motion.Count, "by 12 votes to 2 with 1 abstention")
}

func TestACastingVoteIsExplained(t *testing.T) {
	n := motionsTaken(t)
	id := n.moves("M-2026-04", "Saturday opening", nil)
	n.votes(id, hands(7, 7, 1))
	motion := part(t, n.Minutes(data.MinutesStyle{}), 1, 1).Motion
	wantWords(t, "no casting vote", motion.Result+" "+motion.Count, "NOT CARRIED (7 votes to 7 with 1 abstention; the chair did not use a casting vote)")
}

func TestAMotionRemittedByVoteSaysBoth(t *testing.T) {
	n := motionsTaken(t)
	id := n.moves("M-2026-03", "Repairs", nil)
	n.votes(id, hands(12, 2, 1))
	m := n.Motions[id]
	m.Outcome, m.OutcomeNote = data.Remitted, "to the executive"
	n.Motions[id] = m
	motion := part(t, n.Minutes(data.MinutesStyle{}), 1, 1).Motion
	wantWords(t, "result", motion.Result+" "+motion.Count, "REMITTED to the executive (carried by 12 votes to 2 with 1 abstention)")
}

func TestMoversAsFarAsTheyAreKnown(t *testing.T) {
	n := motionsTaken(t)
	n.moves("M-1", "One", func(m *data.Motion) { m.Mover = "" })
	n.moves("M-2", "Two", func(m *data.Motion) { m.Mover, m.Seconder = "", "" })
	minutes := n.Minutes(data.MinutesStyle{})
	wantWords(t, "seconder alone", part(t, minutes, 1, 1).Motion.Moved, "Seconded Grace Mbeki")
	wantWords(t, "nobody", part(t, minutes, 1, 2).Motion.Moved, "")
}
