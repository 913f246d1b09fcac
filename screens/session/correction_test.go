package session

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"branchbook/data"
	"branchbook/data/book"
)

// undo takes the last Change back.
func (h *hall) undo() {
	h.t.Helper()
	if _, err := h.book.Undo(); err != nil {
		h.t.Fatal(err)
	}
	if err := h.Load(); err != nil {
		h.t.Fatal(err)
	}
}

// refused wants a sentence that has these words, and nothing changed in the register.
func (h *hall) refused(err error, words string) {
	h.t.Helper()
	if !strings.Contains(data.Say(err), words) {
		h.t.Errorf("refused with %q, want %q in it", data.Say(err), words)
	}
}

// minutes returns the minutes, and sheet the attendance sheet, as papers have them.
func (h *hall) evening() data.Evening {
	h.t.Helper()
	var e data.Evening
	err := h.book.Read(func(r *book.Reading) (err error) {
		e, err = r.Evening(h.meetingID)
		return err
	})
	if err != nil {
		h.t.Fatal(err)
	}
	return e
}

func (h *hall) sheetRow(name string) data.AttendanceRow {
	h.t.Helper()
	rows := h.evening().Attendance().Rows
	i := slices.IndexFunc(rows, func(r data.AttendanceRow) bool { return r.Name == name })
	if i < 0 {
		h.t.Fatalf("%s is not on the attendance sheet", name)
	}
	return rows[i]
}

// locks signs the minutes.
func (h *hall) locks() {
	h.t.Helper()
	text := h.evening().Minutes(data.MinutesStyle{})
	err := h.book.Change("sign the minutes", func(tx *book.Tx) error {
		return tx.Approvals.Put(data.Approval{ID: data.ApprovalID(tx.NewID()), Meeting: h.meetingID, Approved: h.date.AddDays(28), Signed: h.date.AddDays(28), Text: &text})
	})
	if err != nil {
		h.t.Fatal(err)
	}
}

func TestEveryComingAndGoingIsCorrectedAndSlipsAreTakenOut(t *testing.T) {
	h := inSession(t).at("8.10pm")
	h.comesIn("whit")
	h.at("8.40pm")
	h.comesIn("whit")
	jean := string(h.find("whit"))
	c, _ := h.Correctable(jean)
	if len(c.Goings) != 3 || c.Goings[1].Words != "Went out" {
		t.Fatalf("goings: %+v", c.Goings)
	}
	c.Goings[1].At, c.Goings[2].At = data.MustTime(20, 15), data.MustTime(20, 30)
	h.do(h.Correct(jean, c))
	want(t, h.sheetRow("Whitcombe, Jean").Notes, "out 8.15pm to 8.30pm")
	if got := h.RoomAt(data.MustTime(20, 20)).Voters; got != 14 {
		t.Errorf("%d voters while she was out", got)
	}
	c, _ = h.Correctable(jean)
	c.Goings[1].Slip = true
	_, err := h.Correct(jean, c)
	h.refused(err, "come in twice without going out")
	c.Goings[2].Slip = true
	h.do(h.Correct(jean, c))
	want(t, h.sheetRow("Whitcombe, Jean").Notes, "")
	h.undo()
	want(t, h.sheetRow("Whitcombe, Jean").Notes, "out 8.15pm to 8.30pm")
}

func TestAGoingThatNobodyNotedIsAddedLater(t *testing.T) {
	h := inSession(t)
	ben := string(h.find("carri"))
	c, _ := h.Correctable(ben)
	c.AlsoOut, c.AlsoBack = data.MustTime(19, 50), data.MustTime(19, 55)
	h.do(h.Correct(ben, c))
	want(t, h.sheetRow("Carrick, Ben").Notes, "out 7.50pm to 7.55pm")
	if a, _ := h.attendance(ben); !a.Present || a.Capacity != data.Voter {
		t.Errorf("he is %+v", a)
	}
	c, _ = h.Correctable(ben)
	c.AlsoBack = data.MustTime(19, 58)
	_, err := h.Correct(ben, c)
	h.refused(err, "come in twice")
}

func TestSomebodyPutDownByMistakeComesOffTheRegisterAndUndoBringsThemBack(t *testing.T) {
	h := inSession(t)
	zoe := string(h.find("zoe oka"))
	want(t, h.do(h.TakeOff(zoe)), "Zoë Okafor is off the register. Undo brings the lines back.")
	if _, there := h.attendance(zoe); there || h.RoomAt(data.Time{}).Voters != 14 {
		t.Error("she is still there")
	}
	h.undo()
	if a, _ := h.attendance(zoe); !a.Present || a.In != data.MustTime(19, 20) {
		t.Errorf("undo left %+v", a)
	}
	c, _ := h.Correctable(zoe)
	c.Goings[0].Slip = true
	_, err := h.Correct(zoe, c)
	h.refused(err, "Take them off the register instead")
}

func TestArrearsPaidAtTheDoorGiveAVoteFromThatMomentWithTheReasonOnTheSheetAlone(t *testing.T) {
	h := inSession(t)
	h.comesIn("fraz")
	h.at("8.15pm")
	c := h.Door("fraz, voter, paid at the door")[0]
	want(t, c.Note, "now voter?")
	want(t, h.do(h.AtTheDoor(c)), "Callum Frazer is in as a voter from 8.15pm: paid at the door.")
	if before, after := h.RoomAt(data.MustTime(20, 14)).Voters, h.RoomAt(data.MustTime(20, 15)).Voters; before != 15 || after != 16 {
		t.Errorf("%d voters at 8.14pm, %d at 8.15pm", before, after)
	}
	want(t, h.sheetRow("Frazer, Callum").Notes, "paid at the door")
	minutes := h.evening().Minutes(data.MinutesStyle{ComingAndGoing: true})
	if words := fmt.Sprint(minutes); strings.Contains(words, "paid at the door") || !strings.Contains(minutes.Present.Words(), "Callum Frazer") {
		t.Errorf("the minutes have %q", minutes.Present.Words())
	}
	cor, _ := h.Correctable(string(h.find("fraz")))
	if len(cor.Goings) != 2 || cor.Goings[1].Words != "Voter from" || cor.Reason != "paid at the door" {
		t.Errorf("correctable: %+v", cor)
	}
}

func TestAReasonOfTheRulesDoesNotOutliveTheCapacityItExplained(t *testing.T) {
	h := inSession(t)
	h.comesIn("fraz")
	callum := string(h.find("fraz"))
	c, _ := h.Correctable(callum)
	c.As = data.Voter
	h.do(h.Correct(callum, c))
	if a, _ := h.attendance(callum); a.Capacity != data.Voter || a.Reason != "" {
		t.Errorf("he is %+v", a)
	}
	c, _ = h.Correctable(callum)
	c.Reason = "paid at the door"
	h.do(h.Correct(callum, c))
	want(t, h.sheetRow("Frazer, Callum").Notes, "paid at the door")
}

func TestAnUnnamedOneIsNamedLaterAndVotesByTheRules(t *testing.T) {
	h := inSession(t)
	h.comesIn("+")
	h.at("9.00pm")
	unnamed := data.EventID(h.Unnamed()[0].ID)
	h.do(h.GoOut(string(unnamed), h.moment()))
	want(t, h.do(h.Identify(unnamed, h.find("xxx150"))), "The one not recorded was Quiet Xxx150, in at 7.58pm.")
	if len(h.Unnamed()) != 0 {
		t.Errorf("still without a name: %+v", h.Unnamed())
	}
	row := h.sheetRow("Xxx150, Quiet")
	if row.Capacity != data.Voter || row.Arrived != data.MustTime(19, 58) || row.Left != data.MustTime(21, 0) {
		t.Errorf("the sheet has %+v", row)
	}
	for _, e := range h.held.register.Of(data.ID(row.Person)) {
		if e.Unnamed != unnamed {
			t.Error("nothing shows that the name came later")
		}
	}
	c, _ := h.Correctable(string(row.Person))
	c.Goings[0].At = data.MustTime(19, 40)
	h.do(h.Correct(string(row.Person), c))
	h.undo()
	h.undo()
	if len(h.Unnamed()) != 1 {
		t.Error("undo did not take the name back")
	}
}

func TestAnUnnamedOneIsNotSomebodyWhoWasInTheRoomAtTheSameTime(t *testing.T) {
	h := inSession(t)
	h.comesIn("+")
	unnamed := data.EventID(h.Unnamed()[0].ID)
	_, err := h.Identify(unnamed, h.find("zoe oka"))
	h.refused(err, "Zoë Okafor was in the room at the same time, under their own name.")
	want(t, h.Unknown("zoe oka")[0].Note, "in the register already")
	h.do(h.Apologise(h.find("xxx150"), ""))
	h.do(h.Identify(unnamed, h.find("xxx150")))
	if a, _ := h.attendance(string(h.find("xxx150"))); !a.Present || a.Apologies {
		t.Errorf("who sent apologies and came after all is %+v", a)
	}
}

func TestAnUnnamedOneWhoIsNotInTheBookIsNamedAsAGuestAfterTheMeetingUntilTheMinutesAreLocked(t *testing.T) {
	h := inSession(t)
	h.do(h.ComeUnnamed(2, h.moment()))
	h.do(h.Close())
	want(t, h.do(h.IdentifyGuest(data.EventID(h.Unnamed()[0].ID), "Amy Stone, Riverside branch")), "The one not recorded was Amy Stone, in at 7.58pm.")
	want(t, h.sheetRow("Stone, Amy").Notes, "Riverside branch")
	h.locks()
	_, err := h.IdentifyGuest(data.EventID(h.Unnamed()[0].ID), "Ravi Speaker")
	h.refused(err, "signed and locked")
	_, err = h.TakeOff(string(h.find("zoe oka")))
	h.refused(err, "signed and locked")
}

func TestACorrectionAfterTheCloseJudgesTheQuorumAgain(t *testing.T) {
	h := newHall(t).at("7.20pm")
	for _, name := range regulars[:10] {
		h.comesIn(name)
	}
	h.at("7.34pm")
	h.do(h.Start())
	h.at("9.00pm")
	h.do(h.Close())
	want(t, h.evening().Quorum().Verdict, "quorate from 7.20pm")
	h.do(h.TakeOff(string(h.find("zoe oka"))))
	want(t, h.evening().Quorum().Verdict, "not quorate: 9 of 10")
}

func TestACountStandsWhereNamesWereNotTaken(t *testing.T) {
	h := newHall(t).at("7.34pm")
	h.do(h.Start())
	want(t, h.do(h.CountOnly(23)), "23 were counted; names were not taken. Quorum and votes now go by the count.")
	want(t, h.Head.Voters, "23 counted, names not taken")
	want(t, h.Head.Quorum, "Quorum 10  ·  quorate by a count of 23 (names were not taken)")
	if !h.held.quorum.Finding.Warning {
		t.Error("nothing warns that names were not taken")
	}
	v := h.Vote("")
	v.Question, v.For, v.Against, v.Typed = "that we go on", 20, 3, true
	want(t, v.Verdict().Check.Text, "23 voters in the room")
	h.do(h.RecordVote(v))
	if kept := h.held.votes[0]; kept.Voters != 23 || len(kept.Entitled) != 0 {
		t.Errorf("the vote keeps %d voters, %d by name", kept.Voters, len(kept.Entitled))
	}
	h.do(h.Close())
	minutes := h.evening().Minutes(data.MinutesStyle{})
	want(t, minutes.Present.Words(), "23 (names were not taken)")
	want(t, minutes.QuorumWords, "Quorate by a count of 23 (names were not taken): 5% of 199 eligible = 9.95, rounded up: 10.")
	h.do(h.CountOnly(8))
	want(t, h.evening().Quorum().Verdict, "not quorate by a count of 8 (names were not taken)")
	h.do(h.NamesTaken())
	want(t, h.evening().Quorum().Verdict, "not quorate: 0 of 10")
	_, err := h.CountOnly(-1)
	h.refused(err, "as a number")
}
