package example

import (
	"slices"
	"testing"
	"time"

	"branchbook/data"
)

func TestMinutesStandAtEveryStepOfTheirWay(t *testing.T) {
	b := Make(Default)
	on := map[data.MeetingID]data.Date{}
	for _, m := range b.Meetings {
		on[m.ID] = m.Date
	}
	of := func(date data.Date) data.Approval {
		return find(t, b.Approvals, func(a data.Approval) bool { return on[a.Meeting] == date })
	}
	april := of(day(2026, time.April, 9))
	want(t, "April went round", len(april.Circulated), 1)
	want(t, "April is approved", !april.Approved.IsZero(), false)
	march := of(day(2026, time.March, 12))
	want(t, "March is approved as amended", march.AsAmended, true)
	want(t, "March is signed", march.Locked(), false)
	february := of(day(2026, time.February, 12))
	want(t, "February is signed", february.Locked(), true)
	want(t, "February was approved in", february.Approved, march.Text.Date)
	want(t, "all past meetings", len(b.Approvals), len(b.Meetings)-1)
	want(t, "corrections", len(b.Corrections), 2)
	for _, c := range b.Corrections {
		want(t, "corrected in", on[c.Meeting], day(2026, time.March, 12))
		if c.Kind == data.CorrectText {
			block := find(t, b.Blocks, func(x data.Block) bool { return x.ID == c.Block })
			want(t, "of the block's item", block.Item, c.Item)
		}
	}
}

func TestApprovedMinutesNameThoseWhoWereThere(t *testing.T) {
	b := Make(Default)
	for _, a := range b.Approvals {
		if a.Text == nil {
			continue
		}
		want(t, a.Text.Title+": names of those present", len(a.Text.Present.Names)+a.Text.Present.Unnamed, a.Text.Present.Count)
		if slices.Contains(a.Text.Present.Names, "") || a.Text.Present.Count == 0 {
			t.Errorf("%s: present %v", a.Text.Title, a.Text.Present)
		}
	}
}

func TestTheSpringHasLettersRepliesAndCampaignFigures(t *testing.T) {
	b := Make(Default)
	today := day(2026, time.May, 4)
	states := map[data.LetterState]int{}
	for _, l := range b.Letters {
		states[l.State(today)]++
	}
	for _, s := range []data.LetterState{data.LetterOverdue, data.LetterToAnswer, data.LetterAnswered, data.LetterNoted} {
		want(t, "letters "+string(s), states[s], 1)
	}
	sent := map[data.ForwardingState]int{}
	for _, f := range b.Forwardings {
		sent[f.State(today)]++
	}
	for _, s := range []data.ForwardingState{data.Overdue, data.OnTheirPaper, data.ReportedBack} {
		want(t, "motions "+string(s), sent[s], 1)
	}
	want(t, "campaign sessions", len(b.Canvasses), 2)
	if !slices.ContainsFunc(b.Items, func(i data.AgendaItem) bool { return i.Speaker != nil }) {
		t.Error("nobody came to speak")
	}
}

func TestAPressingDecisionIsRatifiedByTheNextMeeting(t *testing.T) {
	b := Make(Default)
	pressing := find(t, b.Decisions, func(d data.Decision) bool { return d.Pressing })
	ratified := find(t, b.Decisions, func(d data.Decision) bool { return d.Text == "ratify: pay hall hire £45" })
	want(t, "ratified by", pressing.Ratified, ratified.Meeting)
	want(t, "as", pressing.RatifiedAs, "agreed")
	want(t, "amount", pressing.Amount.String(), "£45")
}
