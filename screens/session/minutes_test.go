package session

import (
	"strings"
	"testing"

	"branchbook/data"
	"branchbook/data/book"
)

// story is the minutes of the item on show, a line for each block.
func (h *hall) story() string {
	var out []string
	for _, b := range h.Blocks {
		if b.Card == nil {
			out = append(out, b.Text)
			continue
		}
		out = append(out, "["+b.Card.Lead+" "+b.Card.Text+"]")
	}
	return strings.Join(out, " ")
}

func (h *hall) write(text string) data.BlockID {
	h.t.Helper()
	last := h.Blocks[len(h.Blocks)-1]
	id, err := h.Write(last.ID, last.Text+text)
	if err != nil {
		h.t.Fatal(err)
	}
	h.SetCaret(id, len(last.Text+text))
	if err := h.Load(); err != nil {
		h.t.Fatal(err)
	}
	return id
}

func TestTheMeetingWalksDownItsAgenda(t *testing.T) {
	h := newHall(t).at("7.34pm")
	want(t, h.Head.State.Text, "Planned")
	want(t, h.do(h.Start()), "The meeting was opened at 7.34pm.")
	want(t, h.Head.State.Text, "In session since 7.34pm")
	h.at("7.38pm")
	want(t, h.do(h.Next()), "Item 2, Minutes of the last meeting.")
	if h.held.Eligible != 199 || h.held.Members != 214 {
		t.Errorf("frozen: %d of %d", h.held.Eligible, h.held.Members)
	}
	h.at("7.50pm")
	want(t, h.do(h.TakeUp(h.Agenda[4].ID)), "Item 5, Reports of officers and delegates.")
	want(t, h.Item.Facts, "Started 7.50pm  ·  15 min planned")
	h.at("8.10pm")
	if err := h.Load(); err != nil {
		t.Fatal(err)
	}
	want(t, h.Item.Left.Text, "5 min over")
	want(t, h.Agenda[1].Time+" "+h.Agenda[4].Time+" "+h.Agenda[5].Time, "7.38pm since 7.50pm 10 min")
	want(t, h.do(h.Previous()), "Item 4, Correspondence.")
	if h.Agenda[4].Done || !h.Agenda[3].Current {
		t.Errorf("going back: %+v", h.Agenda[3:5])
	}
	want(t, h.Head.Left+", "+h.Head.Ends, "1 h 20 min left, guillotine 9.30pm")
}

func TestAnItemIsAddedOnTheNightBehindTheOneOnShow(t *testing.T) {
	h := inSession(t)
	for _, heading := range []string{"The boiler", "The roof"} {
		h.do(h.AddItem(heading))
	}
	var got []string
	for _, r := range h.Agenda[6:10] {
		got = append(got, r.Heading)
	}
	want(t, strings.Join(got, ", "), "Motions, The roof, The boiler, Campaigns")
	if _, err := h.AddItem("  "); !strings.Contains(data.Say(err), "heading") {
		t.Errorf("an empty heading: %v", err)
	}
}

func TestAMotionMovedSecondedAndVotedStandsInTheOrderOfTheEvening(t *testing.T) {
	h := inSession(t)
	h.write("The chair called the motion.")
	want(t, h.do(h.Move(MotionDraft{Title: "Bus cuts", Mover: h.find("zoe"), Seconder: h.find("mbek")})), "Motion M-2026-01 is in debate.")
	h.write("Three members spoke.")
	h.at("8.09pm")
	v := h.Vote(h.debated())
	v.For, v.Against, v.Abstained, v.Typed = 12, 2, 1, true
	want(t, h.do(h.RecordVote(v)), "Motion M-2026-01 recorded: carried by 12 votes to 2 with 1 abstention.")
	h.do(h.Decide("to write to the council"))
	want(t, h.story(), "The chair called the motion. [M-2026-01 Bus cuts] Three members spoke. "+
		"[M-2026-01 carried by 12 votes to 2 with 1 abstention]  [AGREED: to write to the council] ")
	mo := h.held.motions[0]
	if mo.Status != data.DisposedOf || mo.Outcome != data.Carried || mo.Vote != h.held.votes[0].ID {
		t.Errorf("the motion is %+v", mo)
	}
	vote := h.held.votes[0]
	if vote.Voters != 15 || len(vote.Entitled) != 15 || vote.At != data.MustTime(20, 9) {
		t.Errorf("frozen: %d voters, %d named, at %s", vote.Voters, len(vote.Entitled), vote.At)
	}
	want(t, h.Agenda[6].Subs[0].Words+" "+h.Agenda[6].Subs[0].State, "01 Bus cuts carried")
}

func TestARecordIsSetWhereTheCaretIsAndTypingGoesOnBehindIt(t *testing.T) {
	h := inSession(t)
	id := h.write("First the hall. Then the hire.")
	h.SetCaret(id, len("First the hall."))
	h.do(h.Decide("to pay the hire"))
	want(t, h.story(), "First the hall. [AGREED: to pay the hire]  Then the hire.")
	want(t, string(h.caret.Block), string(h.Blocks[2].ID))
}

func TestALineThatSaysAgreedOrActionBecomesARecord(t *testing.T) {
	h := inSession(t)
	text := "Members spoke.\nACTION: Zoë Okafor to book the hall by 3 June"
	id := h.write(text + "\nAnd so on.")
	said, was, err := h.MinuteLine(id, text+"\nAnd so on.", len(text))
	if err != nil || !was {
		t.Fatal(was, err)
	}
	want(t, said, "Action A-2026-01 recorded.")
	want(t, h.story(), "Members spoke. [ACTION: Zoë Okafor – book the hall – by 3 June] And so on.")
	if a := h.held.actions[0]; a.Owner != h.find("zoe") || a.Due != data.MustDate(2026, 6, 3) || a.Status != data.Open {
		t.Errorf("the action is %+v", a)
	}
	if _, was, _ := h.MinuteLine(id, "Plain words", 11); was {
		t.Error("plain words became a record")
	}
	if _, was, _ := h.MinuteLine(id, "AGREED: so it was", 9); was {
		t.Error("a line was cut in the middle of being typed")
	}
}

func TestWritingWhereNothingWasWrittenBeginsTheMinutesOfTheItem(t *testing.T) {
	h := inSession(t)
	if err := h.Show(h.Agenda[8].ID); err != nil {
		t.Fatal(err)
	}
	want(t, string(h.Blocks[0].ID), "")
	id := h.write("W")
	if id == "" || h.Blocks[0].ID != id {
		t.Errorf("written in %q, shown %q", id, h.Blocks[0].ID)
	}
	if err := h.book.Flush(); err != nil {
		t.Fatal(err)
	}
	want(t, h.story(), "W")
}

func TestHowVotesPrint(t *testing.T) {
	h := inSession(t)
	for _, c := range []struct {
		votes    [3]int
		declared data.Declared
		words    string
	}{
		{[3]int{12, 2, 1}, "", "carried by 12 votes to 2 with 1 abstention"}, {[3]int{15, 0, 0}, "", "carried unanimously"},
		{[3]int{11, 0, 4}, "", "carried nem con"}, {[3]int{}, data.Agreed, "agreed"}, {[3]int{5, 9, 1}, "", "lost by 5 votes to 9 with 1 abstention"},
		{[3]int{7, 7, 1}, "", "7 votes to 7 with 1 abstention; the chair did not use a casting vote; motion not carried"},
	} {
		v := h.Vote("")
		v.Question, v.Declared, v.Typed = "that the branch agrees", c.declared, true
		v.For, v.Against, v.Abstained = c.votes[0], c.votes[1], c.votes[2]
		want(t, v.Verdict().Title, data.Capital(c.words))
		want(t, h.do(h.RecordVote(v)), "The vote on that the branch agrees recorded: "+c.words+".")
	}
}

func TestSeventeenVotesFromFifteenVotersAreKeptWithTheNote(t *testing.T) {
	h := inSession(t)
	h.do(h.Move(MotionDraft{Title: "Bus cuts", Mover: h.find("zoe"), Seconder: h.find("mbek")}))
	v := h.Vote(h.debated())
	v.For, v.Against, v.Abstained, v.Typed = 14, 2, 1, true
	d := v.Verdict()
	want(t, d.Title, "17 votes, 15 voters present")
	want(t, d.Check.Text, "15 present, 2 too many")
	if !d.Ready || !d.TooFar {
		t.Errorf("it refuses: %+v", d)
	}
	v.Note = "two arrived during the count"
	h.do(h.RecordVote(v))
	vote := h.held.votes[0]
	want(t, vote.Check+"; "+vote.Note, "17 votes, 15 voters present; two arrived during the count")
	if !strings.Contains(h.Blocks[3].Card.Sub, "Two arrived during the count") {
		t.Errorf("the card says %q", h.Blocks[3].Card.Sub)
	}
}

func TestTheChairCastsOnATie(t *testing.T) {
	h := inSession(t)
	v := h.Vote("")
	v.Question, v.For, v.Against, v.Typed = "the amendment", 7, 7, true
	if d := v.Verdict(); !d.Tied || d.Button != "Record as not carried" {
		t.Errorf("a tie: %+v", d)
	}
	v.Casting = data.CastingFor
	want(t, v.Verdict().Button, "Record as carried")
	want(t, v.Verdict().Title, "7 votes to 7; the chair cast for; carried")
}

func TestNothingIsJudgedBeforeAnybodyCounted(t *testing.T) {
	h := inSession(t)
	v := h.Vote("")
	want(t, v.Verdict().Title, "What is the vote on?")
	v.Question = "the amendment"
	if v.Verdict().Ready {
		t.Error("0 to 0 can be recorded")
	}
	if _, err := h.RecordVote(v); err == nil {
		t.Error("0 to 0 was recorded")
	}
}

func TestAMotionCanEndWithoutAVote(t *testing.T) {
	h := inSession(t)
	h.do(h.Move(MotionDraft{Title: "Repairs", Mover: h.find("zoe")}))
	want(t, h.Blocks[1].Card.Mark.Text, "Wants a seconder")
	id := h.debated()
	h.do(h.Second(id, h.find("carri")))
	want(t, h.Blocks[1].Card.Sub, "Moved Zoë Okafor, seconded Ben Carrick")
	want(t, h.do(h.End(id, data.Ending{Outcome: data.Remitted, Note: "to the executive"})), "Motion M-2026-01 recorded as remitted to the executive.")
	want(t, h.Blocks[1].Card.Mark.Text, "Remitted to the executive")
	if _, err := h.Move(draftOf(h.held.motions[0])); !strings.Contains(data.Say(err), "decided already") {
		t.Errorf("moved again: %v", err)
	}
}

func TestTheMeetingClosesWithItsLooseEnds(t *testing.T) {
	h := inSession(t)
	h.do(h.Move(MotionDraft{Title: "Bus cuts", Mover: h.find("zoe"), Seconder: h.find("mbek")}))
	h.do(h.Act(ActionDraft{Text: "book the hall"}))
	var ends []string
	for _, e := range h.LooseEnds() {
		ends = append(ends, e.Text)
	}
	all := strings.Join(ends, "\n")
	for _, text := range []string{"M-2026-01 Bus cuts was moved and has no outcome.", "Nobody has the action A-2026-01: book the hall.", "Item 8, Campaigns, was not taken."} {
		if !strings.Contains(all, text) {
			t.Errorf("%q is not among\n%s", text, all)
		}
	}
	h.at("9.20pm")
	want(t, h.do(h.Close()), "The meeting was closed at 9.20pm.")
	want(t, h.held.Meeting.Quorum.Sentence(), "quorate from 7.20pm: 5% of 199 eligible = 9.95, rounded up: 10")
	want(t, h.Head.State.Text, "Closed 9.20pm")
	if h.held.Current != "" || !h.Agenda[6].Done {
		t.Errorf("after closing: %+v", h.Agenda[6])
	}
	if _, err := h.Close(); err == nil {
		t.Error("it closes twice")
	}
}

func TestTheMeetingIsWhereItWasAfterTheLaptopWasShut(t *testing.T) {
	h := inSession(t)
	h.write("Half a sen")
	if err := h.book.Flush(); err != nil {
		t.Fatal(err)
	}
	again := NewModel(h.book, h.now)
	if err := again.Open(h.meetingID); err != nil {
		t.Fatal(err)
	}
	want(t, again.Item.Heading+": "+again.Blocks[0].Text, "Motions: Half a sen")
}

func TestAMeetingThatIsGoneLeavesNothingOnShow(t *testing.T) {
	h := inSession(t)
	err := h.book.Change("remove it", func(tx *book.Tx) error { return tx.Meetings.Delete(h.meetingID) })
	if err != nil {
		t.Fatal(err)
	}
	if err := h.Load(); err == nil || h.IsOpen() || len(h.Agenda) > 0 {
		t.Errorf("still there: %v", err)
	}
	if _, err := h.Next(); err != nil {
		t.Error(err)
	}
	if _, err := h.ComeUnnamed(1, data.Time{}); !strings.Contains(data.Say(err), "No meeting is open") {
		t.Errorf("checked in nowhere: %v", err)
	}
}
