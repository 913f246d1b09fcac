package data_test

import (
	"strings"
	"testing"

	"branchbook/data"
)

func TestWhoWasInTheRoomAtAnyMomentOfTheFourteenthOfMay(t *testing.T) {
	n := scenario3(t)
	for at, words := range map[string]string{
		"7.20pm": "At 7.20pm 0 voters were in the room.",
		"7.25pm": "At 7.25pm 9 voters were in the room.",
		"7.34pm": "At 7.34pm 14 voters and 4 others were in the room.",
		"8.05pm": "At 8.05pm 15 voters and 4 others were in the room.",
		"9.10pm": "At 9.10pm 14 voters and 4 others were in the room.",
	} {
		m := n.Rules.Quorum.Moment(n.Register, n.clock(at), 199, 214)
		wantWords(t, at, m.Words(), words)
	}
	wantWords(t, "quorum at 7.33pm", n.Rules.Quorum.Moment(n.Register, n.clock("7.33pm"), 199, 214).Quorum.Finding.Verdict, "not quorate: 9 of 10")
	end := n.Rules.Quorum.Moment(n.Register, data.Time{}, 199, 214)
	wantWords(t, "the end", end.Words(), "At the end 14 voters and 4 others were in the room.")
	if len(end.In) != 18 {
		t.Errorf("%d are in the room at the end", len(end.In))
	}
}

func TestAMomentSaysWhatHasNoTime(t *testing.T) {
	n := nightOn(t, "14 May 2026")
	n.comes("Zoë Okafor", "")
	n.comes("Ben Carrick", "8.00pm")
	n.apologies("June Ashworth")
	wantWords(t, "words", n.Rules.Quorum.Moment(n.Register, n.clock("7.40pm"), 199, 214).Words(),
		"At 7.40pm 1 voter was in the room. 1 coming or going without a time counted as earlier.")
}

func TestThoseOnlineAreInTheMinutesAndOnTheSheet(t *testing.T) {
	n := nightOn(t, "14 May 2026")
	n.comes("Margaret Dunne", "7.30pm")
	n.event("Zoë Okafor", data.CameIn, data.Voter, "7.40pm").Online = true
	n.event("", data.CameIn, data.Visitor, "7.40pm").Online = true
	wantWords(t, "present", n.Minutes(data.MinutesStyle{ComingAndGoing: true}).Present.Words(), "Margaret Dunne (chair), Zoë Okafor (online, from 7.40pm)")
	wantWords(t, "split", n.Register.Room().Split(), "1 in the room, 2 online")
	wantWords(t, "moment", n.Rules.Quorum.Moment(n.Register, n.clock("8pm"), 199, 214).Words(), "At 8.00pm 2 voters and 1 other were in the room, 2 of the 3 online.")
	s := n.Attendance()
	if s.Online != 2 || s.Rows[1].Notes != "online" {
		t.Errorf("the sheet has %d online: %+v", s.Online, s.Rows)
	}
}

func TestOneWhoWentOutBeforeComingInIsNoOrder(t *testing.T) {
	for name, c := range map[string]struct {
		tell func(n *night)
		says string
	}{
		"in and out": {func(n *night) { n.comes("Zoë Okafor", "7.30pm"); n.goes("Zoë Okafor", "8pm") }, ""},
		"in, out and back": {func(n *night) {
			n.comes("Zoë Okafor", "7.30pm")
			n.goes("Zoë Okafor", "8pm")
			n.comes("Zoë Okafor", "8.10pm")
		}, ""},
		"only the going was noted": {func(n *night) { n.goes("Zoë Okafor", "8pm") }, ""},
		"times not known": {func(n *night) {
			n.comes("Zoë Okafor", "7.30pm")
			n.goes("Zoë Okafor", "")
			n.comes("Zoë Okafor", "8.10pm")
		}, ""},
		"now with a vote": {func(n *night) {
			n.event("Zoë Okafor", data.CameIn, data.NoVote, "7.30pm")
			n.comes("Zoë Okafor", "8pm")
		}, ""},
		"out too early": {func(n *night) { n.comes("Zoë Okafor", "7.30pm"); n.goes("Zoë Okafor", "7pm") }, "left at 7.00pm before coming in at 7.30pm"},
		"back too early, past a blank": {func(n *night) {
			n.comes("Zoë Okafor", "7.30pm")
			n.goes("Zoë Okafor", "")
			n.comes("Zoë Okafor", "7.10pm")
		}, "come in at 7.10pm before"},
		"out twice": {func(n *night) { n.goes("Zoë Okafor", "8pm"); n.goes("Zoë Okafor", "9pm") }, "gone out twice"},
		"in twice":  {func(n *night) { n.comes("Zoë Okafor", "8pm"); n.comes("Zoë Okafor", "9pm") }, "come in twice"},
	} {
		n := nightOn(t, "14 May 2026")
		c.tell(n)
		err := n.Register.CheckOrder("Zoë Okafor")
		if says := data.Say(err); c.says == "" && err != nil || !strings.Contains(says, c.says) {
			t.Errorf("%s: %q, want %q", name, says, c.says)
		}
	}
}

func TestTwoWhoWereInTheRoomAtOnceAreNotOne(t *testing.T) {
	n := nightOn(t, "14 May 2026")
	n.comes("Zoë Okafor", "7.30pm")
	n.goes("Zoë Okafor", "8pm")
	n.comes("Ben Carrick", "8.10pm")
	n.comes("Grace Mbeki", "7.45pm")
	r := data.NewRegister(n.Register)
	zoe, ben, grace := data.ID(n.person("Zoë Okafor")), data.ID(n.person("Ben Carrick")), data.ID(n.person("Grace Mbeki"))
	if r.Together(zoe, ben) || !r.Together(zoe, grace) || !r.Together(ben, grace) {
		t.Error("who was there with whom is wrong")
	}
}

func TestACountAloneIsJudgedWithAWarning(t *testing.T) {
	q := data.DefaultRules().Quorum
	for count, verdict := range map[int]string{
		10: "quorate by a count of 10 (names were not taken)",
		9:  "not quorate by a count of 9 (names were not taken)",
	} {
		s := q.JudgeCount(count, 199, 214)
		wantWords(t, "verdict", s.Finding.Verdict, verdict)
		if !s.Finding.Warning || s.Quorate != (count >= 10) {
			t.Errorf("%d: %+v", count, s)
		}
	}
	if s := (data.Quorum{}).JudgeCount(3, 199, 214); !s.Quorate || s.Finding.Verdict != "no quorum is set" {
		t.Errorf("without a quorum: %+v", s)
	}
	if s := q.JudgeCount(3, 0, 0); s.Quorate {
		t.Error("quorate without a membership list")
	}
}
