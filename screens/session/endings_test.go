package session

import (
	"testing"

	"pgregory.net/rapid"

	"branchbook/data"
)

func TestEveryEndingOfAMotionWithoutAVote(t *testing.T) {
	july := data.MustDate(2026, 7, 9)
	for _, c := range []struct {
		name  string
		how   func(h *hall) data.Ending
		moved bool // without a seconder
		said  string
		print string
	}{
		{"falls", func(*hall) data.Ending { return data.Ending{Outcome: data.FellNoSeconder} }, true,
			"Motion M-2026-01 recorded as fell for want of a seconder.", "FELL for want of a seconder"},
		{"not moved", func(*hall) data.Ending { return data.Ending{Outcome: data.NotMoved} }, false,
			"Motion M-2026-01 recorded as not moved.", "NOT MOVED"},
		{"withdrawn with leave", func(*hall) data.Ending { return data.Ending{Outcome: data.Withdrawn, Leave: true} }, false,
			"Motion M-2026-01 recorded as withdrawn with leave of the meeting.", "WITHDRAWN with leave of the meeting"},
		{"out of order", func(*hall) data.Ending { return data.Ending{Outcome: data.OutOfOrder, Note: "not competent business"} }, false,
			"Motion M-2026-01 recorded as ruled out of order: not competent business.", "RULED OUT OF ORDER by the chair (not competent business)"},
		{"remitted", func(*hall) data.Ending { return data.Ending{Outcome: data.Remitted, Note: "to the executive"} }, false,
			"Motion M-2026-01 recorded as remitted to the executive.", "REMITTED to the executive"},
		{"referred back", func(*hall) data.Ending { return data.Ending{Outcome: data.ReferredBack} }, false,
			"Motion M-2026-01 recorded as referred back.", "REFERRED BACK"},
		{"deferred", func(h *hall) data.Ending {
			h.another(july)
			later, err := h.PutOffTo()
			if err != nil || len(later) != 1 {
				t.Fatal(later, err)
			}
			return data.Ending{Outcome: data.Deferred, Until: later[0]}
		}, false, "Motion M-2026-01 recorded as deferred to the meeting on Thu 9 Jul 2026.", "DEFERRED to the meeting on Thu 9 Jul 2026"},
		{"not reached", func(*hall) data.Ending { return data.Ending{Outcome: data.NotReached} }, false,
			"Motion M-2026-01 recorded as not reached.", "NOT REACHED"},
		{"composited", func(*hall) data.Ending {
			return data.Ending{Outcome: data.Composited, Note: "into the composite on buses"}
		}, false,
			"Motion M-2026-01 recorded as composited into the composite on buses.", "COMPOSITED into the composite on buses"},
		{"lapsed", func(*hall) data.Ending { return data.Ending{Outcome: data.Lapsed} }, false,
			"Motion M-2026-01 recorded as lapsed.", "LAPSED"},
	} {
		t.Run(c.name, func(t *testing.T) {
			h := inSession(t)
			d := MotionDraft{Title: "Bus cuts", Text: busCuts, Mover: h.find("tomasz")}
			if !c.moved {
				d.Seconder = h.find("llew")
			}
			h.do(h.Move(d))
			id := h.debated()
			how := c.how(h)
			before := h.dump()
			want(t, h.do(h.End(id, how)), c.said)
			printed := h.minutesOf(data.MinutesStyle{})
			if got := printed.Result + " " + printed.Count; got != c.print && got != c.print+" " {
				t.Errorf("printed %q, want %q", got, c.print)
			}
			if _, err := h.End(id, how); err == nil {
				t.Error("a motion ended twice")
			}
			h.undo()
			want(t, h.dump(), before)
		})
	}
}

func TestEveryEndingOfDataIsOnThePanelWithALetterOfItsOwn(t *testing.T) {
	h, id := amending(t)
	letters := map[rune]bool{}
	there := map[data.Outcome]bool{}
	for _, e := range h.Endings(id) {
		if letters[e.Key] {
			t.Errorf("%c means two endings", e.Key)
		}
		letters[e.Key], there[e.Outcome] = true, true
	}
	voted := map[data.Outcome]bool{data.Carried: true, data.CarriedAmended: true, data.Lost: true, data.Tied: true, data.NotEmergency: true}
	for _, o := range data.AllEndings() {
		if there[o] == voted[o] {
			t.Errorf("%s: on the panel %v", o, there[o])
		}
	}
}

func TestNextBusinessEndsTheMotionWhenCarriedAndNothingWhenLost(t *testing.T) {
	h, id := amending(t)
	want(t, h.do(h.RecordVote(counted(h.VoteToPassOn(id, data.NextBusiness), 4, 10, 1))),
		"Next business: lost by 4 votes to 10 with 1 abstention. The debate on M-2026-04 goes on.")
	if h.debated() != id {
		t.Error("the motion is not in debate any more")
	}
	want(t, h.minutesOf(data.MinutesStyle{}).Result, "NOT DECIDED")
	want(t, h.do(h.RecordVote(counted(h.VoteToPassOn(id, data.NextBusiness), 10, 4, 1))),
		"Motion M-2026-04: next business, carried by 10 votes to 4 with 1 abstention.")
	printed := h.minutesOf(data.MinutesStyle{})
	want(t, printed.Result+" "+printed.Count, "NEXT BUSINESS (carried by 10 votes to 4 with 1 abstention)")
}

func TestAMotionThatWasPutOffIsTakenUpAgainAndKeepsWhatWasBefore(t *testing.T) {
	h, id := amending(t)
	h.do(h.End(id, data.Ending{Outcome: data.NotReached}))
	want(t, h.do(h.TakeUpAgain(id)), "Motion M-2026-04 is taken up again.")
	mo := h.stored(id)
	if len(mo.Earlier) != 1 || mo.Earlier[0].Outcome != data.NotReached || mo.Status != data.OnAgenda {
		t.Errorf("%+v", mo)
	}
	d := h.Motions()
	for _, c := range d {
		if c.Draft.ID == id {
			h.do(h.Move(c.Draft))
		}
	}
	cards := 0
	for _, b := range h.Blocks {
		cards += one(b.Card != nil && b.Card.Lead == "M-2026-04")
	}
	if cards != 1 {
		t.Errorf("%d cards of one motion", cards)
	}
}

func TestAnEmergencyMotionGoesByTheChairAndThenByTheMeeting(t *testing.T) {
	h := inSession(t)
	d := MotionDraft{Title: "The depot fire", Text: "This branch sends help.", Kind: data.EmergencyMotion, Mover: h.find("tomasz"), Seconder: h.find("llew")}
	want(t, h.do(h.Offer(d)), "Motion M-2026-01 waits for the chair's ruling: is it an emergency?")
	id := h.held.motions[0].ID
	want(t, h.lastCard().Mark.Text, "Waits for the chair")
	want(t, h.do(h.RuleOn(id, true, "it arose on Tuesday", "")), "The chair takes M-2026-01 as an emergency. The meeting is still to agree.")
	want(t, h.do(h.RecordVote(counted(h.VoteToTake(id), 9, 5, 1))), "The meeting takes M-2026-01: carried by 9 votes to 5 with 1 abstention. It can be moved.")
	h.do(h.Move(h.Motions()[0].Draft))
	h.do(h.RecordVote(counted(h.Vote(id), 14, 0, 1)))
	printed := h.minutesOf(data.MinutesStyle{})
	want(t, printed.Result, "CARRIED NEM CON")
	want(t, printed.Ruling, "Accepted as an emergency by the chair (it arose on Tuesday); the meeting agreed to take it: carried by 9 votes to 5 with 1 abstention.")
}

func TestAChallengeWantsTwoThirdsOfThoseInTheRoom(t *testing.T) {
	for _, c := range []struct {
		name     string
		hands    []int
		said     string
		overturn bool
	}{
		{"short by one", []int{9, 6, 0}, "The ruling on M-2026-04 stands: needed 10: two thirds of 15 present = 10, had 9.", false},
		{"enough", []int{10, 5, 0}, "The ruling on M-2026-04 is overturned: needed 10: two thirds of 15 present = 10, had 10.", true},
	} {
		t.Run(c.name, func(t *testing.T) {
			h, id := amending(t)
			want(t, h.do(h.RuleOn(id, false, "not competent business", h.find("dunne"))), "The chair rules M-2026-04 out of order. That can be challenged.")
			if f := h.Supporting(3); !f.Warning {
				t.Error("three support it, and nothing is said")
			}
			before := h.dump()
			want(t, h.do(h.RecordVote(counted(h.VoteOnRuling(id, 4), c.hands...))), c.said)
			if got := h.stored(id).Outcome == data.Undecided; got != c.overturn {
				t.Errorf("goes on: %v", got)
			}
			h.undo()
			want(t, h.dump(), before)
			want(t, h.do(h.ChallengeUnsupported(id, 2)), "The challenge was not put. The ruling on M-2026-04 stands.")
		})
	}
}

func TestTwoSecondersAndASumOfMoneyAreKept(t *testing.T) {
	h := inSession(t)
	h.do(h.Move(MotionDraft{Title: "Food bank", Kind: data.Donation, Amount: 25_00, Mover: h.find("tomasz"), Seconder: h.find("llew"), Also: []data.PersonID{h.find("zoe")}}))
	c := h.lastCard()
	want(t, c.Text, "Food bank, £25")
	want(t, c.Sub, "Moved Tomasz Wiśniewski, seconded Siân Llewellyn and Zoë Okafor")
}

func TestUndoOfAnySettlingsGivesBackTheSameBook(t *testing.T) {
	h, id := amending(t)
	texts := []AmendmentDraft{
		{Op: data.Replace, Paragraph: "3", Text: "It asks for a deputation."}, {Op: data.Delete, Paragraph: "2"}, {Op: data.Add, Text: "It asks for Sunday buses."},
		{Op: data.Insert, Paragraph: "1", Text: "This branch met."}, {Op: data.Replace, Paragraph: "3", Was: "operator", Text: "company"},
	}
	for _, d := range texts {
		h.amends(id, "mbek", "zoe", d)
	}
	h.amends(id, "lars", "", AmendmentDraft{To: h.Amendments(id)[0].ID, Op: data.Add, Text: "And again."})
	outcomes := []data.AmendmentOutcome{data.AmendmentCarried, data.AmendmentLost, data.AmendmentAccepted, data.AmendmentFell, data.AmendmentWithdrawn, data.AmendmentFollows}
	start := h.dump()
	rapid.Check(t, func(r *rapid.T) {
		states := []string{start}
		for range rapid.IntRange(1, 5).Draw(r, "how many") {
			all := h.Amendments(id)
			a := all[rapid.IntRange(0, len(all)-1).Draw(r, "which")]
			as := rapid.SampledFrom(outcomes).Draw(r, "as")
			var err error
			switch as {
			case data.AmendmentCarried:
				_, err = h.RecordVote(counted(h.VoteOnAmendment(a.ID), 9, 5, 1))
			case data.AmendmentLost:
				_, err = h.RecordVote(counted(h.VoteOnAmendment(a.ID), 5, 9, 1))
			default:
				_, err = h.SettleAmendment(a.ID, as, "")
			}
			if now := h.dump(); err != nil && now != states[len(states)-1] {
				r.Fatalf("refused (%v), but the book changed", err)
			} else if err == nil {
				states = append(states, now)
			}
			mo := h.stored(id)
			if agreed, err := data.TextAsAmended(mo.BaseText(), h.Amendments(id)); err != nil || agreed != mo.CurrentText() {
				r.Fatalf("the amendments make %q of it (%v), the motion says %q", agreed, err, mo.CurrentText())
			}
		}
		for i := len(states) - 2; i >= 0; i-- {
			if _, err := h.book.Undo(); err != nil {
				r.Fatal(err)
			}
			if h.dump() != states[i] {
				r.Fatalf("step %d was not taken back whole", i+1)
			}
		}
		if err := h.Load(); err != nil {
			r.Fatal(err)
		}
	})
}
