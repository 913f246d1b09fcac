package posts

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"branchbook/data"
	"branchbook/data/book"
	"branchbook/screens/parts"
)

// take puts somebody into a post by their name.
func (h *hall) take(post, name string, d TakingUp) {
	h.t.Helper()
	d.Post, d.Who = h.officer(post).Post, h.people.Resolve("", name)
	must(h.t, h.TakeUp(d))
	h.refresh()
}

// inPost begins the standard posts with a chair, a vice chair and a treasurer, since June 2025.
func (h *hall) inPost() {
	h.t.Helper()
	sheet := h.Sheet()
	for i, name := range map[int]string{0: "Margaret Dunne", 1: "Tomasz Wiśniewski", 3: "Lars Sørensen"} {
		sheet[i].Who, sheet[i].From = parts.Who{Name: name}, data.MustDate(2025, time.June, 12)
	}
	_, err := h.TakeOffice(sheet)
	must(h.t, err)
	h.refresh()
}

func TestATreasurerResignsAndSomebodyActsUntilTheElection(t *testing.T) {
	h := newHall(t, data.Delegates)
	h.inPost()
	must(t, h.Resign(h.officer("Treasurer").Post, "", data.MustDate(2026, time.April, 8), "resigned"))
	h.refresh()
	want(t, h.officer("Treasurer").Holder, "Vacant since 9 April")
	what, _, _ := h.book.Undoable()
	want(t, what, "end the term of the Treasurer: resigned")
	h.take("Treasurer", "Margaret Dunne", TakingUp{From: data.MustDate(2026, time.April, 9), Acting: true, How: data.Appointed})
	want(t, h.officer("Treasurer").Holder, "Margaret Dunne acting")
	want(t, h.officer("Treasurer").Note.Text, "Acting")
	want(t, h.officer("Chair").Holder, "Margaret Dunne")
	h.take("Treasurer", "Jean Whitcombe", TakingUp{From: agm, How: data.ElectedHands})
	want(t, h.officer("Treasurer").Holder, "Jean Whitcombe")
	must(t, h.book.Read(func(r *book.Reading) error {
		terms, err := r.Terms.Of(h.officer("Treasurer").Post)
		want(t, len(terms), 3)
		want(t, terms[0].Why, "resigned")
		want(t, terms[1].To, agm.AddDays(-1))
		return err
	}))
}

func TestTwoShareAPostAndOneGoes(t *testing.T) {
	h := newHall(t, data.Delegates)
	h.inPost()
	look := h.LookAt(TakingUp{Post: h.officer("Chair").Post, Who: parts.Who{Name: "Zoë Okafor"}, From: agm, Beside: true})
	wantSaid(t, fmt.Errorf("%s", look), "The post of Chair is not shared: Model rules")
	h.take("Vice chair", "Zoë Okafor", TakingUp{From: agm, Beside: true})
	want(t, h.officer("Vice chair").Holder, "Wiśniewski and Okafor")
	want(t, h.officer("Vice chair").Note.Text, "Job share")
	_, who := h.Holding(h.officer("Vice chair").Post)
	want(t, len(who), 2)
	must(t, h.Resign(h.officer("Vice chair").Post, who[0], agm, "moved away"))
	must(t, h.ShowOn(agm.AddDays(1)))
	want(t, h.officer("Vice chair").Holder, "Zoë Okafor")
	must(t, h.ShowOn(agm.AddDays(-1)))
	want(t, h.officer("Vice chair").Holder, "Tomasz Wiśniewski")
	want(t, h.AsOn, "As on Wed 10 Jun 2026")
	must(t, h.ShowOn(data.Date{}))
	want(t, h.AsOn, "")
}

func TestTwoAuditorsHoldOnePost(t *testing.T) {
	h := newHall(t, data.Delegates)
	h.inPost()
	_, err := h.AddPost("auditor")
	must(t, err)
	h.refresh()
	h.take("auditor", "Ada Obi", TakingUp{From: agm})
	want(t, h.officer("auditor").Note.Text, "1 vacant")
	h.take("auditor", "Ben Carrick", TakingUp{From: agm})
	want(t, h.officer("auditor").Holder, "Obi and Carrick")
	err = h.TakeUp(TakingUp{Post: h.officer("auditor").Post, Who: parts.Who{Name: "June Ashworth"}, From: agm})
	wantSaid(t, err, "All 2 places of this post are held")
}

func TestWhoMayNotStandIsSaidBeforeTheyTakeUpAPost(t *testing.T) {
	h := newHall(t, data.Delegates)
	h.listed(4)
	h.inPost()
	look := h.LookAt(TakingUp{Post: h.officer("Women's officer").Post, Who: h.people.Resolve("", "Member Number002"), From: agm})
	wantSaid(t, fmt.Errorf("%s", look), "counts as a man")
	post := h.post(h.officer("Women's officer").Post)
	post.Eligible = data.Candidacy{}
	must(t, h.KeepPost(post))
	h.refresh()
	want(t, h.LookAt(TakingUp{Post: post.ID, Who: h.people.Resolve("", "Member Number002"), From: agm}), "")
}

func TestTheBalanceOfTheOfficersIsFollowedWithBothReadings(t *testing.T) {
	h := newHall(t, data.Delegates)
	h.listed(4)
	want(t, h.OfficersBalance.Text, "")
	sheet := h.Sheet()
	sheet[0].Who, sheet[1].Who = h.people.Resolve("", "Member Number001"), h.people.Resolve("", "Member Number002")
	_, err := h.TakeOffice(sheet)
	must(t, err)
	h.refresh()
	want(t, h.OfficersBalance.Text, "One woman still to be elected")
	want(t, h.BalanceReading, "1 woman of 2 elected; needed 2: at least 2. Two women to go if at least half is meant.")
}

func TestABodyIsAddedWithItsPublishedRules(t *testing.T) {
	h := newHall(t, data.Delegates)
	h.listed(216)
	h.elect("Member Number001")
	must(t, h.AddBody("Annual Conference"))
	h.refresh()
	want(t, strings.Join(h.Bodies, ", "), "General Committee, Annual Conference")
	want(t, h.Heading, "Delegates to the Annual Conference")
	want(t, h.Seats, "1 seat")
	want(t, h.Chip.Text, "0 filled, 1 vacant")
	look := h.Look(Draft{Who: h.people.Resolve("", "Member Number003"), Elected: agm})
	wantSaid(t, fmt.Errorf("%s", look), "Joining not known")
	must(t, h.ShowBody(0))
	want(t, h.Heading, "Delegates to the General Committee")
	want(t, h.Rows[0].Words, "Member Number001")
	wantSaid(t, h.AddBody("annual conference"), "of that name already")
}

func TestTheRulesOfABodyShowWhatTheyComeTo(t *testing.T) {
	h := newHall(t, data.Delegates)
	h.listed(216)
	body, typed := h.Body()
	typed.Seats, typed.Reserved = "1 per 20, or part", "1 secretary, 1 youth"
	says, err := h.LookAtBody(body, typed)
	must(t, err)
	want(t, says, "11 seats, on the membership of Fri 1 May 2026: 216 members ÷ 20 = 10.8, rounded up: 11 seats. 11, less 1 secretary, less 1 youth = 9 open.")
	must(t, h.KeepBody(body, typed))
	h.refresh()
	want(t, h.Seats, "11 seats")
	want(t, h.SumNotes[0], "11, less 1 secretary, less 1 youth = 9 open.")
	want(t, h.Rows[0].Cells[2].Text, "An officer")
	want(t, h.Rows[1].Cells[2].Text, "Under 27")
	want(t, h.Rows[2].Cells[2].Text, "Anyone")
	typed.Seats = "lots"
	_, err = h.LookAtBody(body, typed)
	wantSaid(t, err, "Write it like")
}

func TestAnAffiliatesDelegateIsListedApartAndNobodySitsTwiceUnnoticed(t *testing.T) {
	h := newHall(t, data.Delegates)
	h.listed(30)
	h.elect("Member Number001")
	unite := Draft{Who: h.people.Resolve("", "Member Number001"), Affiliate: true, Representing: "Unite", Elected: agm}
	wantSaid(t, fmt.Errorf("%s", h.Look(unite)), "already has seat 1")
	line, err := h.Record(unite)
	must(t, err)
	want(t, line, "Member Number001 recorded for Unite.")
	_, err = h.Record(Draft{Who: parts.Who{Name: "Delroy Bright"}, Affiliate: true, Representing: "Unite", Elected: agm})
	must(t, err)
	h.refresh()
	want(t, h.Chip.Text, "1 filled, 1 vacant")
	want(t, len(h.Rows), 4)
	want(t, h.Rows[2].Apart && h.Rows[3].Apart, true)
	want(t, h.Rows[3].Cells[3].Text, "Unite")
	want(t, h.Warnings[len(h.Warnings)-1], "Member Number001 sits twice on the General Committee: seat 1 and for Unite.")
	bright := h.names[h.people.Resolve("", "Delroy Bright").ID]
	want(t, bright.Status, data.Affiliate)
	want(t, bright.Organisation, "Unite")
	_, err = h.Record(Draft{Who: parts.Who{Name: "Nobody Else"}, Affiliate: true, Elected: agm})
	wantSaid(t, err, "which affiliate")
}

func TestASubstituteHoldsNoSeat(t *testing.T) {
	h := newHall(t, data.Delegates)
	h.listed(30)
	h.elect("Member Number001")
	line, err := h.Record(Draft{Who: h.people.Resolve("", "Member Number002"), Number: 1, Substitute: true, Elected: agm})
	must(t, err)
	want(t, line, "Member Number002 recorded as a substitute in seat 1.")
	h.refresh()
	want(t, h.Chip.Text, "1 filled, 1 vacant")
	want(t, h.Rows[2].Cells[3].Text, "Substitute")
	_, err = h.Record(Draft{Who: h.people.Resolve("", "Member Number003"), Number: 9, Substitute: true, Elected: agm})
	wantSaid(t, err, "stands in for")
}

func TestAVacantSeatSaysSinceWhenAndWhichMeetingElects(t *testing.T) {
	h := newHall(t, data.Delegates)
	h.listed(30)
	_, err := h.Record(Draft{Who: h.people.Resolve("", "Member Number001"), Elected: data.MustDate(2025, time.June, 12)})
	must(t, err)
	h.refresh()
	must(t, h.EndSeat(h.Rows[0].ID, data.MustDate(2026, time.April, 8), "resigned"))
	must(t, h.book.Change("plan July", func(tx *book.Tx) error {
		m := data.Meeting{ID: data.MeetingID(tx.NewID()), Kind: data.Ordinary, Date: data.MustDate(2026, time.July, 9), Status: data.Planned}
		must(t, tx.Meetings.Put(m))
		return tx.Items.Put(data.AgendaItem{
			ID: data.ItemID(tx.NewID()), Meeting: m.ID, Kind: data.ItemElection, Heading: "Election of delegates",
			From: data.Source{Kind: data.FromBody, Record: data.ID(h.body.ID)},
		})
	}))
	h.refresh()
	want(t, h.Rows[0].Cells[4].Text, "Since 9 April")
	want(t, h.Rows[0].Cells[7].Text, "Elect on 9 July")
	want(t, h.Rows[1].Cells[4].Text, "–")
	must(t, h.ShowOn(data.MustDate(2026, time.April, 8)))
	want(t, h.Rows[0].Words, "Member Number001")
}

func TestAttendanceAtTheBodyHasAColumnOnlyWhereItIsRecorded(t *testing.T) {
	h := newHall(t, data.Delegates)
	h.listed(30)
	h.elect("Member Number001")
	want(t, h.Attendance, false)
	d, _, _ := h.Seat(h.Rows[0].ID)
	d.Attended, d.Meetings, d.Instruction = 5, 6, "report back"
	_, err := h.Record(d)
	must(t, err)
	h.refresh()
	want(t, h.Attendance, true)
	want(t, h.Rows[0].Cells[6].Text, "5 of 6")
	d, _, _ = h.Seat(h.Rows[0].ID)
	want(t, d.Instruction, "report back")
	d.Attended = 7
	_, err = h.Record(d)
	wantSaid(t, err, "7 of 6 meetings cannot be right")
}

func TestATermOfYearsEndsByItself(t *testing.T) {
	h := newHall(t, data.Delegates)
	must(t, h.AddBody("Trades council"))
	h.refresh()
	body, typed := h.Body()
	body.Term = data.TermRule{Kind: data.ForYears, Years: 2}
	typed.Seats = "1 seat"
	must(t, h.KeepBody(body, typed))
	h.refresh()
	h.elect("Okan Yıldız")
	want(t, h.Ends, "Elected for 2 years")
	must(t, h.ShowOn(data.MustDate(2028, time.June, 10)))
	want(t, h.Rows[0].Words, "Okan Yıldız")
	must(t, h.ShowOn(data.MustDate(2028, time.June, 11)))
	want(t, h.Rows[0].Vacant, true)
}
