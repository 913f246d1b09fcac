package session

import (
	"bytes"
	"strings"
	"testing"

	"branchbook/data"
	"branchbook/data/book"
)

const busCuts = "This branch notes the cuts to the buses.\n\nIt asks for a meeting.\n\nIt asks the CLP to write to the operator."

// amending has M-2026-04 on the bus cuts in debate, with 15 voters in the room.
func amending(t *testing.T) (*hall, data.MotionID) {
	t.Helper()
	h := inSession(t)
	for _, title := range []string{"One", "Two", "Three"} {
		h.onTheAgenda(title)
	}
	h.do(h.Move(MotionDraft{Title: "Bus cuts", Text: busCuts, Mover: h.find("tomasz"), Seconder: h.find("llew")}))
	return h, h.debated()
}

// amends records an amendment and returns it.
func (h *hall) amends(motion data.MotionID, mover, seconder string, d AmendmentDraft) data.Amendment {
	h.t.Helper()
	d.Motion, d.Mover = motion, h.find(mover)
	if seconder != "" {
		d.Seconder = h.find(seconder)
	}
	h.do(h.Amend(d))
	all := h.Amendments(motion)
	last := all[0]
	for _, a := range all {
		if a.Number > last.Number {
			last = a
		}
	}
	return last
}

// counted is a vote with its hands.
func counted(v Voting, hands ...int) Voting {
	v.For, v.Against, v.Abstained, v.Typed = hands[0], hands[1], hands[2], true
	return v
}

// stored reads a motion as it is in the book.
func (h *hall) stored(id data.MotionID) (mo data.Motion) {
	h.t.Helper()
	err := h.book.Read(func(r *book.Reading) (err error) {
		mo, err = r.Motions.Get(id)
		return err
	})
	if err != nil {
		h.t.Fatal(err)
	}
	return mo
}

func (h *hall) dump() string {
	h.t.Helper()
	var b bytes.Buffer
	if err := h.book.Dump(&b); err != nil {
		h.t.Fatal(err)
	}
	return b.String()
}

// scenario7 adds the three amendments and takes them.
func scenario7(t *testing.T) (*hall, data.MotionID) {
	h, id := amending(t)
	a1 := h.amends(id, "mbek", "zoe", AmendmentDraft{Op: data.Replace, Paragraph: "3", Text: "It asks for a deputation to full council."})
	a2 := h.amends(id, "lars", "", AmendmentDraft{Op: data.Replace, Paragraph: "3", Was: "operator", Text: "operator again"})
	a3 := h.amends(id, "card", "carri", AmendmentDraft{Op: data.Add, Text: "It asks for Sunday buses."})
	want(t, h.do(h.RecordVote(counted(h.VoteOnAmendment(a1.ID), 8, 6, 1))), "Amendment A1 recorded: carried by 8 votes to 6 with 1 abstention.")
	want(t, h.do(h.SettleAmendment(a2.ID, data.AmendmentFell, "")), "Amendment A2 recorded: it fell, nobody seconded it.")
	want(t, h.do(h.RecordVote(counted(h.VoteOnAmendment(a3.ID), 5, 9, 1))), "Amendment A3 recorded: lost by 5 votes to 9 with 1 abstention.")
	return h, id
}

func TestScenario7AmendmentsAndThenTheMotionAsAmended(t *testing.T) {
	h, id := scenario7(t)
	if _, left := h.NextAmendment(id); left {
		t.Fatal("one is still to be taken")
	}
	if mo := h.stored(id); mo.Outcome != data.Undecided || mo.Vote != "" {
		t.Fatalf("the votes on amendments decided the motion: %s", mo.Outcome)
	}
	want(t, h.do(h.RecordVote(counted(h.Vote(id), 13, 1, 1))), "Motion M-2026-04 recorded: carried as amended by 13 votes to 1 with 1 abstention.")
	mo := h.stored(id)
	want(t, string(mo.Outcome), "carried as amended")
	want(t, mo.Submitted, busCuts)
	want(t, mo.Text, "This branch notes the cuts to the buses.\n\nIt asks for a meeting.\n\nIt asks for a deputation to full council.")

	whole, short := h.minutesOf(data.MinutesStyle{}), h.minutesOf(data.MinutesStyle{NoFallenAmendments: true})
	want(t, whole.Result+" "+whole.Count, "CARRIED AS AMENDED by 13 votes to 1 with 1 abstention")
	want(t, strings.Join(whole.Steps(), "\n"), strings.Join([]string{
		"Amendment A1 (replace paragraph 3), moved Grace Mbeki, seconded Zoë Okafor: CARRIED by 8 votes to 6 with 1 abstention. “It asks for a deputation to full council.”",
		"Amendment A2 (in 3, “operator” becomes “operator again”), moved Lars Sørensen: FELL for want of a seconder.",
		"Amendment A3 (add paragraph 4), moved José Cárdenas, seconded Ben Carrick: LOST by 5 votes to 9 with 1 abstention. “It asks for Sunday buses.”",
	}, "\n"))
	if len(short.Amendments) != 2 {
		t.Errorf("%d amendments where the house leaves out those that fell", len(short.Amendments))
	}
}

// minutesOf returns the motion of the evening as the paper prints it.
func (h *hall) minutesOf(style data.MinutesStyle) data.MinutedMotion {
	h.t.Helper()
	var out []data.MinutedMotion
	err := h.book.Read(func(r *book.Reading) error {
		e, err := r.Evening(h.meetingID)
		for _, item := range e.Minutes(style).Items {
			for _, p := range item.Parts {
				if p.Motion.Ref != "" {
					out = append(out, p.Motion)
				}
			}
		}
		return err
	})
	if err != nil || len(out) != 1 {
		h.t.Fatalf("%d motions in the minutes: %v", len(out), err)
	}
	return out[0]
}

func TestADraftThatDoesNotFitSaysWhy(t *testing.T) {
	h, id := amending(t)
	for _, c := range []struct {
		d    AmendmentDraft
		says string
	}{
		{AmendmentDraft{Op: data.Replace, Paragraph: "9", Text: "x"}, "No paragraph is called “9”. The text has 3 paragraphs."},
		{AmendmentDraft{Op: data.Delete}, "Say which paragraph the amendment is to. The text has 3 paragraphs."},
		{AmendmentDraft{Op: data.Delete, Paragraph: "2", Was: "tramway"}, "A1 changes the words “tramway”, which are not in paragraph 2 as it stands. Say again where A1 goes."},
		{AmendmentDraft{Op: data.Add}, "Type the words that the amendment would put in."},
	} {
		c.d.Motion = id
		before := h.dump()
		_, err := h.Amend(c.d)
		want(t, data.Say(err), c.says)
		want(t, h.PreviewAmendment(c.d).Says, c.says)
		want(t, h.dump(), before)
	}
}

func TestAnAmendmentWrittenAfterAnotherTookEffectMeansTheTextAsItThenStands(t *testing.T) {
	h, id := amending(t)
	early := h.amends(id, "mbek", "zoe", AmendmentDraft{Op: data.Replace, Paragraph: "3", Was: "operator", Text: "company"})
	first := h.amends(id, "lars", "zoe", AmendmentDraft{Op: data.Delete, Paragraph: "1"})
	h.do(h.SettleAmendment(first.ID, data.AmendmentAccepted, ""))
	late := h.amends(id, "card", "zoe", AmendmentDraft{Op: data.Replace, Paragraph: "1", Text: "It asks for two meetings."})
	if late.Since != 1 || early.Since != 0 {
		t.Fatalf("since %d and %d", early.Since, late.Since)
	}
	h.do(h.RecordVote(counted(h.VoteOnAmendment(late.ID), 9, 5, 1)))
	h.do(h.RecordVote(counted(h.VoteOnAmendment(early.ID), 9, 5, 1)))
	want(t, h.stored(id).Text, "It asks for two meetings.\n\nIt asks the CLP to write to the company.")
}

func TestAnAmendmentToAnAmendmentIsTakenFirstAndChangesItsWords(t *testing.T) {
	h, id := amending(t)
	a1 := h.amends(id, "mbek", "zoe", AmendmentDraft{Op: data.Add, Text: "It asks for Sunday buses."})
	a2 := h.amends(id, "lars", "zoe", AmendmentDraft{To: a1.ID, Op: data.Replace, Was: "Sunday", Text: "evening"})
	if next, _ := h.NextAmendment(id); next.ID != a2.ID {
		t.Fatalf("%s is taken first", next.Label())
	}
	h.do(h.RecordVote(counted(h.VoteOnAmendment(a2.ID), 9, 5, 1)))
	h.do(h.RecordVote(counted(h.VoteOnAmendment(a1.ID), 9, 5, 1)))
	want(t, h.stored(id).Text, busCuts+"\n\nIt asks for evening buses.")
}

func TestEqualVotesLoseAnAmendmentUnlessTheChairCasts(t *testing.T) {
	h, id := amending(t)
	a := h.amends(id, "mbek", "zoe", AmendmentDraft{Op: data.Add, Text: "It asks for Sunday buses."})
	h.do(h.RecordVote(counted(h.VoteOnAmendment(a.ID), 7, 7, 1)))
	now, _ := h.AmendmentNumbered(id, 1)
	want(t, string(now.Outcome), "lost")
	want(t, h.stored(id).Text, busCuts)
}
