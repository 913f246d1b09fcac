package data_test

import (
	"strings"
	"testing"

	"branchbook/data"
)

const busCuts = "This branch notes the cuts to the buses.\n\nIt asks for a meeting.\n\nIt asks the CLP to write to the operator."

// busMotion is M-2026-04 in debate with 15 voters in the room.
func busMotion(t *testing.T) (*night, data.Motion) {
	n := motionsTaken(t)
	n.Amendments = map[data.MotionID][]data.Amendment{}
	id := n.moves("M-2026-04", "Bus cuts", func(m *data.Motion) { m.Submitted, m.Text = busCuts, busCuts })
	return n, n.Motions[id]
}

func (n *night) amends(m data.Motion, mover, seconder string, a data.Amendment) data.AmendmentID {
	a.ID, a.Motion, a.Meeting = data.AmendmentID(n.id("amendment")), m.ID, n.Meeting.ID
	a.Number = len(n.Amendments[m.ID]) + 1
	a.Order = a.Number
	a.Mover = n.person(mover)
	if seconder != "" {
		a.Seconder = n.person(seconder)
	}
	n.Amendments[m.ID] = append(n.Amendments[m.ID], a)
	return a.ID
}

// settles deals with an amendment by hands, or without a vote.
func (n *night) settles(motion data.MotionID, id data.AmendmentID, as data.AmendmentOutcome, hands func(*data.Vote)) data.Settled {
	n.t.Helper()
	all := n.Amendments[motion]
	var v data.Vote
	if hands != nil {
		was := n.Motions[motion]
		v = n.Votes[n.votes(motion, hands)]
		n.Motions[motion] = was // a vote on an amendment decides no motion
		as = data.AmendmentOutcomeOf(v)
	}
	for i, a := range all {
		if a.ID != id {
			continue
		}
		s, err := n.Motions[motion].SettleAmendment(a, as, v, all)
		if err != nil {
			n.t.Fatal(err)
		}
		all[i], n.Motions[motion] = s.Amendment, s.Motion
		return s
	}
	n.t.Fatalf("no amendment %s", id)
	return data.Settled{}
}

// scenario7 takes the three amendments and then the motion as amended.
func scenario7(t *testing.T) (*night, data.MotionID) {
	n, m := busMotion(t)
	a1 := n.amends(m, "Grace Mbeki", "Zoë Okafor", data.Amendment{Op: data.Replace, Place: 3, Text: "It asks for a deputation to full council."})
	a2 := n.amends(m, "Lars Sørensen", "", data.Amendment{Op: data.Replace, Place: 2, Was: "meeting", Text: "public meeting"})
	a3 := n.amends(m, "José Cárdenas", "Ben Carrick", data.Amendment{Op: data.Add, Text: "It asks for Sunday buses."})
	wantWords(t, "A1", n.settles(m.ID, a1, "", hands(8, 6, 1)).Line, "Amendment A1 recorded: carried by 8 votes to 6 with 1 abstention.")
	wantWords(t, "A2", n.settles(m.ID, a2, data.AmendmentFell, nil).Line, "Amendment A2 recorded: it fell, nobody seconded it.")
	s := n.settles(m.ID, a3, "", hands(5, 9, 1))
	wantWords(t, "A3", s.Line, "Amendment A3 recorded: lost by 5 votes to 9 with 1 abstention.")
	wantWords(t, "undo", s.Undo, "record amendment A3 to M-2026-04 as lost")
	if !data.Substantive(n.Amendments[m.ID]) {
		t.Fatal("none is left, but it is not the substantive motion")
	}
	was := n.Motions[m.ID]
	v := n.Votes[n.votes(m.ID, hands(13, 1, 1))]
	ended, _, err := was.End(was.Ended(v, n.Amendments[m.ID]))
	if err != nil {
		t.Fatal(err)
	}
	n.Motions[m.ID] = ended
	return n, m.ID
}

func TestScenario7AmendmentsAndTheSubstantiveMotion(t *testing.T) {
	n, id := scenario7(t)
	m := n.Motions[id]
	wantWords(t, "outcome", string(m.Outcome), "carried as amended")
	wantWords(t, "as submitted", m.Submitted, busCuts)
	agreed := "This branch notes the cuts to the buses.\n\nIt asks for a meeting.\n\nIt asks for a deputation to full council."
	wantWords(t, "as agreed", m.Text, agreed)

	minutes := n.Minutes(data.MinutesStyle{})
	if parts := len(minutes.Items[0].Parts); parts != 1 {
		t.Fatalf("%d parts: a vote is printed twice", parts)
	}
	motion := part(t, minutes, 1, 1).Motion
	wantWords(t, "result", motion.Result+" "+motion.Count, "CARRIED AS AMENDED by 13 votes to 1 with 1 abstention")
	wantWords(t, "paragraphs", strings.Join(motion.Paragraphs, "\n\n"), agreed)
	var lines []string
	for _, a := range motion.Amendments {
		lines = append(lines, a.Sentence())
	}
	wantWords(t, "amendments", strings.Join(lines, "\n"), strings.Join([]string{
		"Amendment A1 (replace paragraph 3), moved Grace Mbeki, seconded Zoë Okafor: CARRIED by 8 votes to 6 with 1 abstention",
		"Amendment A2 (in 2, “meeting” becomes “public meeting”), moved Lars Sørensen: FELL for want of a seconder",
		"Amendment A3 (add paragraph 4), moved José Cárdenas, seconded Ben Carrick: LOST by 5 votes to 9 with 1 abstention",
	}, "\n"))
	wantWords(t, "a line of the minutes", motion.Steps()[2],
		"Amendment A3 (add paragraph 4), moved José Cárdenas, seconded Ben Carrick: LOST by 5 votes to 9 with 1 abstention. “It asks for Sunday buses.”")
	if short := part(t, n.Minutes(data.MinutesStyle{NoFallenAmendments: true}), 1, 1).Motion; len(short.Amendments) != 2 {
		t.Errorf("%d amendments where the house leaves out those that fell", len(short.Amendments))
	}
}

func TestAVoteOnAnAmendmentIsNotTheResultOfTheMotion(t *testing.T) {
	n, m := busMotion(t)
	a := n.amends(m, "Grace Mbeki", "Zoë Okafor", data.Amendment{Op: data.Add, Text: "It asks for Sunday buses."})
	n.settles(m.ID, a, "", hands(8, 6, 1))
	motion := part(t, n.Minutes(data.MinutesStyle{}), 1, 1).Motion
	wantWords(t, "motion", motion.Result+" "+motion.Count, "NOT DECIDED at this meeting")
}

func TestWhatAMeetingPutOffStaysInItsMinutesOnceItIsTakenUpAgain(t *testing.T) {
	n, m := busMotion(t)
	july := yearOf2026()[2]
	put, _, err := m.End(data.Ending{Outcome: data.Deferred, Until: july})
	if err != nil {
		t.Fatal(err)
	}
	open, undo, err := put.Reopen()
	if err != nil || undo != "take up M-2026-04 again" {
		t.Fatal(undo, err)
	}
	n.Motions[m.ID], _, _ = open.PutOn(july, "")
	motion := part(t, n.Minutes(data.MinutesStyle{}), 1, 1).Motion
	wantWords(t, "in May", motion.Result+" "+motion.Count, "DEFERRED to the meeting on Thu 9 Jul 2026")
	rows := data.MotionLife{Motion: n.Motions[m.ID], Meetings: map[data.MeetingID]data.Meeting{n.Meeting.ID: n.Meeting, "july": july}}.Rows()
	wantWords(t, "then", rows[1].Title+"; "+rows[2].Title, "Deferred to the meeting on Thu 9 Jul 2026; On the agenda")
}

func TestHowARulingPrints(t *testing.T) {
	n, m := busMotion(t)
	ruled, _, err := m.Rule(data.Ruling{By: n.Meeting.Chair, Ground: "not competent business"})
	if err != nil {
		t.Fatal(err)
	}
	n.Motions[m.ID] = ruled
	motion := part(t, n.Minutes(data.MinutesStyle{}), 1, 1).Motion
	wantWords(t, "unchallenged", motion.Result+" "+motion.Count, "RULED OUT OF ORDER by the chair (not competent business)")

	vote := data.Vote{ID: "challenge", Meeting: n.Meeting.ID, Motion: m.ID, For: 6, Against: 9, Voters: 15, Needs: data.TwoThirdsPresent}
	over, f := n.Rules.Majority.DecideChallenge(vote)
	vote.Outcome, vote.Finding = data.Lost, f
	n.Votes[vote.ID] = vote
	if n.Motions[m.ID], _, err = ruled.Challenge(4, vote, over); err != nil {
		t.Fatal(err)
	}
	minutes := n.Minutes(data.MinutesStyle{})
	motion = part(t, minutes, 1, 1).Motion
	wantWords(t, "challenged", motion.Result+" "+motion.Count,
		"RULED OUT OF ORDER by the chair (not competent business); challenged by 4, the ruling stood: 6 votes for, needed 10: two thirds of 15 present = 10")
	if len(minutes.Items[0].Parts) != 1 {
		t.Error("the vote on the challenge is printed again")
	}

	vote.For, vote.Against = 11, 4
	over, vote.Finding = n.Rules.Majority.DecideChallenge(vote)
	n.Votes[vote.ID] = vote
	if n.Motions[m.ID], _, err = ruled.Challenge(4, vote, over); err != nil {
		t.Fatal(err)
	}
	motion = part(t, n.Minutes(data.MinutesStyle{}), 1, 1).Motion
	wantWords(t, "overturned", motion.Ruling,
		"Ruled out of order by the chair (not competent business); challenged by 4, the ruling was overturned: 11 votes for, needed 10: two thirds of 15 present = 10.")
}

// yearOf2026 are the branch's meetings.
func yearOf2026() []data.Meeting {
	at := func(id string, kind data.MeetingKind, month, day int) data.Meeting {
		return data.Meeting{ID: data.MeetingID(id), Kind: kind, Date: data.MustDate(2026, monthOf(month), day), Status: data.Planned}
	}
	return []data.Meeting{
		at("may", data.Ordinary, 5, 14), at("june", data.AGM, 6, 11), at("july", data.Ordinary, 7, 9), at("september", data.Ordinary, 9, 10), at("october", data.Ordinary, 10, 8),
	}
}

func TestScenario8ALateMotionIsHeldOverPastTheAGM(t *testing.T) {
	meetings := yearOf2026()
	m := data.Motion{Ref: "M-2026-06", Title: "Keep the 41 bus", Received: data.MustDate(2026, 5, 1)}
	p := data.PlaceMotion(m, meetings[0], meetings, nil)
	wantWords(t, "deadline", p.Deadline.Verdict, "one day late")
	wantWords(t, "to", string(p.To.ID), "july")
	wantWords(t, "words", p.Words, "One day late for Thu 14 May 2026: held over to Thu 9 Jul 2026. Thu 11 Jun 2026 is the annual general meeting, which does not take it.")
	letter := data.CoveringNote{Motion: m, Branch: "Millbrook & Canalside Branch", Mover: "Siobhán Keogh", Secretary: "Jean Whitcombe", Placing: p}.Text()
	wantWords(t, "letter", letter, `Dear Siobhán Keogh,

Thank you for your motion “Keep the 41 bus”, which has the reference M-2026-06. It reached me on Friday 1 May 2026.

Motions for the meeting on Thursday 14 May 2026 had to be in by Thursday 30 April 2026, so that it came one day too late and cannot be on that agenda. It is held over.

The next meeting, on Thursday 11 June 2026, is the annual general meeting, which takes no ordinary motions. I can offer you the meeting on Thursday 9 July 2026, where it will be on the agenda if you still wish to move it.

If it cannot wait, tell me why: the chair can be asked to take it as an emergency motion, and the meeting would then decide.

Jean Whitcombe, Secretary
Millbrook & Canalside Branch`)

	m.Received = data.MustDate(2026, 4, 30)
	if p := data.PlaceMotion(m, meetings[0], meetings, nil); !p.InTime || p.To.ID != "may" {
		t.Errorf("on the last day: %s", p.Words)
	}
	m.Received = data.MustDate(2026, 6, 26) // one day late for July too
	wantWords(t, "late for the next as well", string(data.PlaceMotion(m, meetings[0], meetings, nil).To.ID), "september")
	m.Kind, m.Received = data.EmergencyMotion, data.MustDate(2026, 5, 13)
	if p := data.PlaceMotion(m, meetings[0], meetings, nil); !p.Emergency {
		t.Errorf("an emergency motion: %s", p.Words)
	}
}

func TestScenario9RemittedAndResubmitted(t *testing.T) {
	first := data.Motion{ID: "m3", Ref: "M-2026-03", Title: "Repairs", Text: "Ask.", Status: data.Seconded, Meeting: "may"}
	first, _, err := first.End(data.Ending{Outcome: data.Remitted, Note: "the executive"})
	if err != nil {
		t.Fatal(err)
	}
	again := first.Resubmission()
	again.ID, again.Ref = "m7", "M-2026-07"
	alone := data.Motion{ID: "m1", Ref: "M-2026-01"}
	all := []data.Motion{again, alone, first}
	for _, end := range []data.MotionID{"m3", "m7"} {
		var words []string
		for _, l := range data.Chain(end, all) {
			words = append(words, strings.TrimSpace(l.Motion.Ref+" "+l.Words))
		}
		wantWords(t, "chain from "+string(end), strings.Join(words, ", "), "M-2026-03, M-2026-07 resubmission of M-2026-03")
	}
	wantWords(t, "later", first.WhatFollowed(all), "resubmitted as M-2026-07")
	if n := len(data.Chain("m1", all)); n != 1 {
		t.Errorf("%d links of a motion that stands alone", n)
	}
	first.Supersedes = "m7" // a ring
	if n := len(data.Chain("m3", []data.Motion{first, again})); n != 2 {
		t.Errorf("%d links in a ring of two", n)
	}
}

// scenario10 follows the two copies of M-2026-04.
func scenario10(t *testing.T) (clp, mp data.Forwarding) {
	t.Helper()
	on := func(month, day int) data.Date { return data.MustDate(2026, monthOf(month), day) }
	do := func(f data.Forwarding, undo string, err error) data.Forwarding {
		t.Helper()
		if err != nil || undo == "" {
			t.Fatal(undo, err)
		}
		return f
	}
	const ref = "M-2026-04"
	clp = data.Forwarding{ID: "f1", Motion: "motion M-2026-04", To: "CLP secretary"}
	wantWords(t, "before", string(clp.State(on(5, 15))), "to send")
	clp = do(clp.Send(ref, on(5, 16), "by email", "", on(6, 30)))
	clp = do(clp.Acknowledge(ref, on(5, 20), "Ruth Gallagher"))
	clp = do(clp.Answer(ref, on(5, 26), ""))
	wantWords(t, "on their agenda", string(clp.State(on(5, 21))), "on their agenda")
	clp = do(clp.Answer(ref, data.Date{}, "carried 41-23"))
	wantWords(t, "result in", string(clp.State(on(7, 1))), "result in")
	mp = data.Forwarding{ID: "f2", Motion: clp.Motion, To: "MP"}
	mp = do(mp.Send(ref, on(5, 16), "by post", "", on(6, 30)))
	return clp, mp
}

func TestScenario10FollowingAMotionUp(t *testing.T) {
	clp, mp := scenario10(t)
	july := data.MustDate(2026, 7, 2)
	wantWords(t, "not overdue on the day", string(mp.State(data.MustDate(2026, 6, 30))), "awaiting reply")
	wantWords(t, "overdue", mp.Words(july), "MP: sent 16 May, no reply; due 30 June, two days overdue")
	if w := data.Awaiting([]data.Forwarding{clp, mp}, july); len(w) != 2 || w[0].To != "MP" {
		t.Errorf("what waits: %+v", w)
	}
	clp, _, _ = clp.ReportBack("M-2026-04", yearOf2026()[2])
	mp, _, _ = mp.Ask("M-2026-04", july, data.MustDate(2026, 9, 1))
	mp, _, _ = mp.Ask("M-2026-04", data.MustDate(2026, 9, 2), data.Date{})
	if w := data.Awaiting([]data.Forwarding{clp, mp}, data.MustDate(2026, 10, 1)); len(w) != 1 {
		t.Errorf("what waits: %+v", w)
	}
	if _, _, err := mp.Close("M-2026-04", data.MustDate(2026, 10, 8), ""); err == nil {
		t.Error("closed without a reason")
	}
	mp, undo, err := mp.Close("M-2026-04", data.MustDate(2026, 10, 8), "no reply after two chasers")
	if err != nil || undo != "close the copy of M-2026-04 to MP" {
		t.Fatal(undo, err)
	}
	if w := data.Awaiting([]data.Forwarding{clp, mp}, data.MustDate(2026, 10, 9)); len(w) != 0 {
		t.Errorf("what waits: %+v", w)
	}

	n, id := scenario7(t)
	m := n.Motions[id]
	m.Received, m.How = data.MustDate(2026, 4, 25), "by email"
	rows := data.MotionLife{
		Motion: m, Amendments: n.Amendments[id], Votes: n.Votes, People: n.People, Forwardings: []data.Forwarding{clp, mp}, Today: data.MustDate(2026, 10, 9),
		Meetings: map[data.MeetingID]data.Meeting{n.Meeting.ID: n.Meeting, "july": yearOf2026()[2]}, Rules: []data.Rules{n.Rules},
	}.Rows()
	var lines []string
	for _, r := range rows {
		lines = append(lines, strings.TrimRight(r.On.ISO()+" "+r.Title+": "+r.Text, ": "))
	}
	wantWords(t, "life", strings.Join(lines, "\n"), strings.Join([]string{
		"2026-04-25 Received: By email, five days before the deadline",
		"2026-05-14 Amended: A1 replace paragraph 3, carried 8-6-1",
		"2026-05-14 Carried as amended 13-1-1",
		"2026-05-16 Sent to the CLP secretary: By email.",
		"2026-05-20 Acknowledged: By Ruth Gallagher.",
		"2026-05-26 CLP secretary result: carried 41-23",
		"2026-07-09 Reported back: To the ordinary meeting.",
		"2026-05-16 Sent to the MP: By post.",
		"2026-07-02 Asked the MP",
		"2026-09-02 Asked the MP",
		"2026-10-08 Closed: MP: No reply after two chasers.",
	}, "\n"))
}
