package election

import (
	"testing"

	"branchbook/data"
	"branchbook/data/book"
)

func TestAnAGMBeginsEveryElectionInTheOrderOfPosts(t *testing.T) {
	h := newHall(t)
	want(t, "missing", h.List.Missing, 6)
	want(t, "said", h.does(h.BeginAll()), "6 elections begun, in the order of posts.")
	want(t, "first", h.List.Rows[0].Words, "Chair")
	want(t, "last", h.List.Rows[5].Words, "Delegates to the General Committee")
	want(t, "places", h.List.Rows[5].Cells[1].Sub, "Election, 15 places")
	want(t, "none is missing", h.List.Missing, 0)
	_, err := h.BeginAll()
	wantSaid(t, err, "already")
	must(t, h.Move(h.List.Rows[5].ID, -1))
	h.refresh()
	want(t, "moved up", h.List.Rows[4].Words, "Delegates to the General Committee")
	h.does(h.Remove(h.List.Rows[4].ID))
	want(t, "taken off", len(h.List.Rows), 5)
}

func TestTheListShowsTheBalanceAfterEachElection(t *testing.T) {
	h := newHall(t)
	h.does(h.BeginAll())
	elect := func(row int, name string) {
		h.Show(h.List.Rows[row].ID)
		h.refresh()
		h.nominate(name)
		h.does(h.Close())
		h.does(h.Declare())
	}
	elect(0, "Ben Carrick")
	elect(1, "Kofi Mensah")
	want(t, "after the chair", h.List.Rows[0].Cells[4].Text, "0 of 1 women")
	want(t, "still to come", h.List.Rows[0].Cells[4].Sub, "Two women still to be elected")
	want(t, "after the vice chair", h.List.Rows[1].Cells[4].Text, "0 of 2 women")
	elect(2, "Lars Sørensen")
	elect(3, "José Cárdenas")
	want(t, "after the treasurer one place is left", h.List.Rows[3].Cells[4].Sub, "Two women short")
	elect(4, "Grace Mbeki")
	want(t, "at the end", h.List.Rows[4].Cells[4].Sub, "One woman short")
	want(t, "kept with the result", h.held.contest.Balance.Verdict, "one woman short")
}

func TestWhoDeclinesLeavesThePostVacant(t *testing.T) {
	h := newHall(t)
	h.begin("Chair")
	h.nominate("Margaret Dunne")
	h.does(h.Close())
	h.does(h.Declare())
	h.does(h.Decline(0, false))
	must(t, h.book.Read(func(r *book.Reading) error {
		terms, err := r.Terms.On(agm)
		want(t, "in post", len(terms), 0)
		return err
	}))
	want(t, "in the table", h.Page.Rows[0].Cells[7].Text, "Declined")
	want(t, "in the minutes", h.minuted()[0].Note, "Margaret Dunne did not accept.")
}

func TestAnElectionNobodyStandsInIsDeclaredVacant(t *testing.T) {
	h := newHall(t)
	h.begin("Treasurer")
	h.does(h.Close())
	want(t, "what comes next", h.Page.Step, StepRecord)
	want(t, "recorded", h.does(h.Declare()), "Treasurer: Nobody was nominated; vacant.")
	want(t, "what waits", h.Page.Follows[0].Text, "1 place is vacant: it waits on Today.")
}

func TestASecondTieIsSettledByALotThatSaysWhoDrewIt(t *testing.T) {
	h := newHall(t)
	h.begin("Chair")
	h.nominate("Margaret Dunne", "Grace Mbeki")
	h.does(h.Close())
	h.does(h.ChooseRule(data.ByMostVotes))
	for range 2 {
		h.does(h.StartRound())
		h.ballots(20, 20, 0, 0)
		h.votes("Margaret Dunne", 10)
		h.votes("Grace Mbeki", 10)
		h.does(h.Count())
		want(t, "what comes next", h.Page.StepLabel, "Begin the run-off")
	}
	_, err := h.DrawLot(h.nominee("Grace Mbeki"), "")
	wantSaid(t, err, "who drew the lot")
	h.does(h.DrawLot(h.nominee("Grace Mbeki"), "June Ashworth"))
	want(t, "won", h.row("Grace Mbeki").Cells[7].Text, "Won run-off")
	want(t, "recorded", h.does(h.Declare()), "Chair: Grace Mbeki (10) elected.")
}

func TestFiguresCanBeCorrectedAfterTheCount(t *testing.T) {
	h := newHall(t)
	h.begin("Chair")
	h.nominate("Margaret Dunne", "Grace Mbeki")
	h.does(h.Close())
	h.does(h.ChooseRule(data.ByMostVotes))
	h.does(h.StartRound())
	h.ballots(20, 20, 0, 0)
	h.votes("Margaret Dunne", 12)
	h.votes("Grace Mbeki", 8)
	h.does(h.Count())
	h.does(h.Uncount())
	want(t, "voting again", h.Page.Voting, true)
	h.votes("Margaret Dunne", 9)
	h.votes("Grace Mbeki", 11)
	want(t, "corrected", h.does(h.Count()), "Grace Mbeki (11) elected. Record the result when the chair has declared it.")
}

func TestNothingChangesOnceTheResultIsDeclared(t *testing.T) {
	h := newHall(t)
	h.begin("Chair")
	h.nominate("Margaret Dunne")
	h.does(h.Close())
	h.does(h.Declare())
	_, err := h.Withdraw(0, data.Time{}, "")
	wantSaid(t, err, "over")
	_, err = h.Abandon("")
	wantSaid(t, err, "decided already")
	_, err = h.book.Undo()
	must(t, err)
	h.refresh()
	want(t, "after Undo", h.Page.Status.Text, "Nominations closed")
	want(t, "nothing in the minutes", len(h.minuted()), 0)
}

func TestAnElectionThatIsNotHeldSaysWhyAndCanBeTakenUpAgain(t *testing.T) {
	h := newHall(t)
	h.begin("Chair")
	h.nominate("Margaret Dunne")
	h.does(h.Abandon("held over to July"))
	want(t, "status", h.Page.Status.Text, "Not held")
	want(t, "outcome", h.Page.Outcome, "No election was held, held over to July.")
	h.does(h.Resume())
	want(t, "again", h.Page.Status.Text, "Nominations open")
}

func TestAMeetingOfAnotherDayStampsNoTime(t *testing.T) {
	h := newHall(t)
	must(t, h.book.Change("move the meeting", func(tx *book.Tx) error {
		m, err := tx.Meetings.Get(h.meeting)
		m.Date = agm.AddDays(-1)
		must(t, err)
		return tx.Meetings.Put(m)
	}))
	h.refresh()
	h.begin("Chair")
	h.nominate("Margaret Dunne")
	h.does(h.Close())
	h.does(h.Declare())
	want(t, "closed at", h.held.contest.ClosedAt, data.Time{})
	want(t, "declared at", h.held.contest.DeclaredAt, data.Time{})
}

func TestEachElectionStandsAtItsItemInTheMinutes(t *testing.T) {
	h := newHall(t)
	h.begin("Chair")
	h.does(h.Close())
	h.does(h.Declare())
	h.begin("General Committee, youth seat")
	h.does(h.Close())
	h.does(h.Declare())
	must(t, h.book.Read(func(r *book.Reading) error {
		items, err := r.Items.Of(h.meeting)
		want(t, "items", len(items), 2)
		for _, item := range items {
			want(t, "blocks of "+item.Heading, len(item.Blocks) > 0, true)
		}
		return err
	}))
}

func TestARuleIsChosenBeforeVoting(t *testing.T) {
	h := newHall(t)
	h.begin("Chair")
	h.nominate("Margaret Dunne", "Grace Mbeki")
	h.does(h.Close())
	_, err := h.StartRound()
	wantSaid(t, err, "Choose the rule first")
	h.does(h.ChooseRule(data.ByRounds))
	want(t, "said beforehand", h.Page.RuleMeans[1], "Equal votes at the bottom: the round is taken again, or a lot is drawn.")
	h.does(h.StartRound())
	_, err = h.ChooseRule(data.ByMostVotes)
	wantSaid(t, err, "before voting")
	n := h.New()
	n.Who = h.who("Zoë Okafor")
	_, err = h.Nominate(n)
	wantSaid(t, err, "voting has begun")
}

func TestAResultIsTakenBackWithAllThatFollowed(t *testing.T) {
	h := newHall(t)
	h.begin("Chair")
	h.nominate("Margaret Dunne")
	h.does(h.Close())
	h.does(h.Declare())
	h.does(h.TakeBack())
	want(t, "status", h.Page.Status.Text, "Nominations closed")
	must(t, h.book.Read(func(r *book.Reading) error {
		terms, err := r.Terms.On(agm)
		want(t, "in post", len(terms), 0)
		return err
	}))
}

func TestAnElectionHeldOverIsTakenUpAtTheNextMeeting(t *testing.T) {
	h := newHall(t)
	h.begin("Chair")
	h.nominate("Margaret Dunne")
	id := h.Shown()
	july := data.MeetingID("july")
	must(t, h.book.Change("hold it over", func(tx *book.Tx) error {
		c, err := tx.Contests.Get(id)
		must(t, err)
		m, err := tx.Meetings.Get(h.meeting)
		must(t, err)
		c, err = c.HoldOver(m, "not reached")
		must(t, err)
		must(t, tx.Contests.Put(c))
		m.Status = data.Closed
		must(t, tx.Meetings.Put(m))
		july = data.MeetingID(tx.NewID())
		return tx.Meetings.Put(data.Meeting{ID: july, Kind: data.Ordinary, Date: agm.AddDays(28), Status: data.Planned})
	}))
	h.ShowMeeting("")
	h.refresh()
	want(t, "the next meeting has it", h.List.Rows[0].Cells[2].Chip.Text, "Held over")
	h.Show(id)
	h.refresh()
	want(t, "what comes next", h.Page.StepLabel, "Take it up on Thu 9 Jul 2026")
	h.does(h.TakeUp())
	want(t, "its meeting", h.held.contest.Meeting, july)
	want(t, "with its nominations", h.Page.Field, "1 stands for 1 place: unopposed.")
	want(t, "and goes on", h.Page.Step, StepClose)
}
