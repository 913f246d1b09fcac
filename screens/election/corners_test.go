package election

import (
	"strings"
	"testing"

	"branchbook/data"
	"branchbook/data/book"
)

// put changes a record of the evening behind the model.
func (h *hall) put(f func(tx *book.Tx) error) {
	h.t.Helper()
	must(h.t, h.book.Change("correct the book", f))
	h.refresh()
}

// inPost are the surnames of those who hold a post on the evening.
func (h *hall) inPost(post string) string {
	h.t.Helper()
	var names []string
	must(h.t, h.book.Read(func(r *book.Reading) error {
		terms, err := r.Terms.On(agm)
		for _, t := range terms {
			if h.postName(t.Post) == post {
				names = append(names, h.held.People[t.Person].Last)
			}
		}
		return err
	}))
	return strings.Join(names, ", ")
}

// ballot takes one ballot by most votes: a figure for each nominee, in the order in which they were nominated.
func (h *hall) ballot(votes ...int) {
	h.t.Helper()
	h.does(h.Close())
	h.does(h.ChooseRule(data.ByMostVotes))
	h.does(h.StartRound())
	most := 0
	for i, n := range votes {
		must(h.t, h.PutVotes(i, n))
		most += n
	}
	must(h.t, h.PutFigure(Issued, most))
	h.refresh()
	h.does(h.Count())
}

func TestNobodyIsNominatedForAnyPost(t *testing.T) {
	h := newHall(t)
	h.put(func(tx *book.Tx) error {
		return tx.Terms.Put(data.Term{ID: data.TermID(tx.NewID()), Post: h.subject("Chair").Post, Person: h.who("Margaret Dunne").ID, From: agm.AddYears(-1)})
	})
	h.does(h.BeginAll())
	for _, row := range h.List.Rows {
		h.Show(row.ID)
		h.refresh()
		h.does(h.Close())
		h.does(h.Declare())
	}
	h.Show("")
	h.refresh()
	for _, row := range h.List.Rows[:5] {
		want(t, row.Words, row.Cells[3].Text, "Nobody was nominated; vacant.")
	}
	want(t, "the delegates", h.List.Rows[5].Cells[3].Text, "Nobody was nominated; 15 places vacant.")
	h.put(func(tx *book.Tx) error {
		m, err := tx.Meetings.Get(h.meeting)
		must(t, err)
		m.Status = data.Closed
		must(t, tx.Meetings.Put(m))
		words, err := tx.EndTerms(h.meeting)
		want(t, "said at the close", strings.Join(words, " "), "Nobody was elected to a post at this AGM: the officers hold theirs until somebody is.")
		return err
	})
	want(t, "holds over", h.inPost("Chair"), "Dunne")
}

func TestAnAffiliatesDelegateDoesNotSitTwiceUnnoticed(t *testing.T) {
	h := newHall(t)
	h.put(func(tx *book.Tx) error {
		return tx.Seats.Put(data.Seat{ID: data.SeatID(tx.NewID()), Body: h.body, Number: 1, Person: h.who("Grace Mbeki").ID, Elected: agm.AddYears(-1), Representing: "Unite"})
	})
	h.begin("General Committee, open seats")
	want(t, "an affiliate's seat is none of the branch's", h.Page.Places, "15")
	n := h.New()
	n.Who = h.who("Grace Mbeki")
	words, keepsOff := h.Look(n)
	want(t, "before Enter", strings.Contains(words, "has a seat for Unite on that body already; a person can hold one of them"), true)
	want(t, "it is theirs to choose", keepsOff, false)
	h.does(h.Nominate(n))
	want(t, "in the table", h.row("Grace Mbeki").Cells[5].Text, "Ask: has a seat for Unite")
	h.does(h.Close())
	h.does(h.Declare())
	must(t, h.book.Read(func(r *book.Reading) error {
		seats, err := r.Seats.On(h.body, agm)
		want(t, "both are kept", len(seats), 2)
		return err
	}))
}

func TestAnElectionHeldOverByAnInquorateAGMIsWholeAtTheNextMeeting(t *testing.T) {
	h := newHall(t)
	h.put(func(tx *book.Tx) error {
		return tx.Seats.Put(data.Seat{ID: "last-year", Body: h.body, Number: 1, Person: h.who("Dilys Prosser").ID, Elected: agm.AddYears(-1)})
	})
	h.begin("General Committee, open seats")
	h.nominate("Grace Mbeki")
	id := h.Shown()
	july := agm.AddDays(28)
	h.put(func(tx *book.Tx) error {
		m, err := tx.Meetings.Get(h.meeting)
		must(t, err)
		c, err := tx.Contests.Get(id)
		must(t, err)
		c, err = c.HoldOver(m, "no quorum")
		must(t, err)
		must(t, tx.Contests.Put(c))
		m.Without, m.Status = data.NoBusiness, data.Closed
		must(t, tx.Meetings.Put(m))
		_, err = tx.EndTerms(m.ID)
		must(t, err)
		return tx.Meetings.Put(data.Meeting{ID: "july", Kind: data.Ordinary, Date: july, Status: data.Planned})
	})
	want(t, "said", h.Page.Status.Text, "Held over")
	h.does(h.TakeUp())
	h.does(h.Close())
	h.does(h.Declare())
	must(t, h.book.Read(func(r *book.Reading) error {
		seats, err := r.Seats.On(h.body, july)
		want(t, "delegates", len(seats), 1)
		want(t, "this year's", h.name(seats[0].Person), "Grace Mbeki")
		old, err2 := r.Seats.Get("last-year")
		want(t, "last year's sat until then", old.Ends, july.AddDays(-1))
		must(t, err2)
		return err
	}))
}

func TestSomebodyWithdrawsAfterNominationsCloseAndTheOtherIsUnopposed(t *testing.T) {
	h := newHall(t)
	h.begin("Chair")
	h.nominate("Margaret Dunne", "Grace Mbeki")
	want(t, "two", h.does(h.Close()), "Nominations closed: 2 stand for 1 place: a ballot.")
	h.does(h.Withdraw(h.nominee("Margaret Dunne"), data.MustTime(20, 9), ""))
	want(t, "what comes next", h.Page.Step, StepRecord)
	want(t, "recorded", h.does(h.Declare()), "Chair: Grace Mbeki, proposed by June Ashworth and seconded by Kofi Mensah, elected unopposed.")
	want(t, "in the minutes", h.minuted()[0].Note, "Margaret Dunne withdrew.")
}

func TestWhoIsElectedAndDoesNotAcceptGivesWayToTheNextMostVotes(t *testing.T) {
	h := newHall(t)
	h.begin("Chair")
	h.nominate("Margaret Dunne", "Grace Mbeki", "Ben Carrick")
	h.ballot(14, 9, 4)
	h.does(h.Declare())
	next, ok := h.PassesTo()
	want(t, "who comes next", next, "Grace Mbeki")
	want(t, "is known", ok, true)
	want(t, "recorded", h.does(h.Decline(0, true)), "Margaret Dunne does not accept: the place goes to Grace Mbeki.")
	want(t, "in post", h.inPost("Chair"), "Mbeki")
	want(t, "still declared", h.Page.Status.Text, "Declared")
	want(t, "in the minutes", h.minuted()[0].Text, "Grace Mbeki (9) elected.")
	want(t, "the balance is hers", h.held.contest.Balance.Sum, "1 woman of 1 elected; needed 2: at least 2")
	h.does(h.TakeBack())
	want(t, "taken back", h.inPost("Chair"), "")
	h.does(h.Accept(0))
	h.does(h.Declare())
	want(t, "accepted after all", h.inPost("Chair"), "Dunne")
}

func TestChoosingTheRuleThatWasChosenChangesNothing(t *testing.T) {
	h := newHall(t)
	h.begin("Chair")
	h.nominate("Margaret Dunne", "Grace Mbeki")
	h.does(h.Close())
	h.does(h.ChooseRule(data.ByRounds))
	before := h.held.contest.Revision
	h.does(h.ChooseRule(data.ByRounds))
	want(t, "the contest's revision", h.held.contest.Revision, before)
}

func TestTwoTiesOfOneBallotAreSettledOneAfterTheOther(t *testing.T) {
	h := newHall(t)
	h.begin("Chair")
	h.nominate("Margaret Dunne", "Grace Mbeki", "Ben Carrick")
	h.does(h.Close())
	h.does(h.ChooseRule(data.ByRounds))
	round := func(votes map[string]int) {
		h.does(h.StartRound())
		for name, n := range votes {
			h.votes(name, n)
		}
		h.does(h.Count())
	}
	round(map[string]int{"Margaret Dunne": 10, "Grace Mbeki": 5, "Ben Carrick": 5})
	want(t, "who goes out", strings.HasSuffix(h.Page.Tie.Heading, "tie"), true)
	h.does(h.DrawLot(h.nominee("Ben Carrick"), "June Ashworth"))
	round(map[string]int{"Margaret Dunne": 10, "Grace Mbeki": 10})
	want(t, "tied again", h.Page.Tie != nil && h.Page.Tie.Asked, true)
	h.does(h.DrawLot(h.nominee("Margaret Dunne"), "Kofi Mensah"))
	want(t, "both lots say who drew them", strings.Count(strings.Join(h.Page.Told, " "), "drawn by"), 2)
	want(t, "decided", h.Page.Decided, true)
}

func TestWhoTurned27AndWhoseGenderIsNotStated(t *testing.T) {
	h := newHall(t)
	h.put(func(tx *book.Tx) error {
		p, err := tx.People.Get(h.who("Ilse Brandt").ID)
		must(t, err)
		p.Turns27, p.Gender = agm, data.NotStated
		return tx.People.Put(p)
	})
	h.begin("General Committee, youth seat")
	h.nominate("Ilse Brandt")
	want(t, "27 that day", h.row("Ilse Brandt").Cells[5].Text, "27 on 11 June")
	want(t, "off the paper", h.Page.Field, "Nobody stands: the place stays vacant.")
	h.begin("General Committee, seats for women")
	h.nominate("Ilse Brandt")
	want(t, "not stated", h.row("Ilse Brandt").Cells[5].Text, "Ask: gender not stated")
	want(t, "keeps nobody off", h.Page.Field, "1 stands for 1 place: unopposed.")
	h.begin("Women's officer")
	h.nominate("Ben Carrick")
	want(t, "for women", h.row("Ben Carrick").Cells[5].Text, "For women")
}

func TestATriggerBallotSaysWhetherItsThresholdWasReached(t *testing.T) {
	h := newHall(t)
	d := h.Suggest(h.subject("Something else"))
	d.Title, d.Kind = "Reselect the member for Northgate", data.Triggers
	h.does(h.Begin(d))
	p := h.Particulars()
	p.Threshold = "much"
	_, err := h.SetParticulars(p)
	wantSaid(t, err, "a third")
	p.Threshold = "a third"
	h.does(h.SetParticulars(p))
	h.does(h.StartRound())
	h.ballots(29, 29, 0, 0)
	h.votes("Yes", 19)
	h.votes("No", 10)
	h.does(h.Count())
	want(t, "recorded", h.does(h.Declare()), "Reselect the member for Northgate: Yes: 19; No: 10; threshold for No reached: a third of 29 = 9.66…, rounded up: 10.")
}

// Before the ballot nobody knows who wins: the card has the fewest and the most women that it can elect, on every seat.
func TestTheBalanceBeforeTheBallotIsWhatIsPossible(t *testing.T) {
	h := delegates(t)
	h.does(h.Close())
	h.does(h.ChooseRule(data.ByMostVotes))
	h.does(h.StartRound())
	var words []string
	for _, l := range h.Page.Balance.Lines {
		words = append(words, l.Name+" "+l.Words)
	}
	want(t, "lines", strings.Join(words, "; "), "Before 1 of 2; Fewest 8 of 15; Most 11 of 15")
	want(t, "chip", h.Page.Balance.Mark.Text, "Met, whoever is elected")
	want(t, "sum", h.Page.Balance.Notes[0], "Between 8 and 11 women of 15; needed 8: half of 15 = 7.5, rounded up: 8.")
}

func TestPlacesKeptForWomenCanBeSetBeforeTheVoting(t *testing.T) {
	h := newHall(t)
	h.begin("General Committee, open seats")
	must(t, h.SetPlaces(2))
	h.refresh()
	h.nominate("Ben Carrick", "Lars Sørensen", "Grace Mbeki")
	h.does(h.Close())
	p := h.Particulars()
	p.Women = 1
	h.does(h.SetParticulars(p))
	h.does(h.ChooseRule(data.ByMostVotes))
	h.does(h.StartRound())
	p.Women = 2
	_, err := h.SetParticulars(p)
	wantSaid(t, err, "voting has begun")
	h.ballots(20, 20, 0, 0)
	h.votes("Ben Carrick", 15)
	h.votes("Lars Sørensen", 10)
	h.votes("Grace Mbeki", 5)
	h.does(h.Count())
	want(t, "she is elected", h.row("Grace Mbeki").Cells[7].Text, "Elected")
}
