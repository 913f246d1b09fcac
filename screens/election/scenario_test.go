package election

import (
	"slices"
	"strings"
	"testing"

	"branchbook/data"
	"branchbook/data/book"
)

// Scenario 11: the chair, three candidates, preferential, typed from the totals of each stage.
func TestTheChairIsElectedByPreference(t *testing.T) {
	h := newHall(t)
	h.begin("Chair")
	want(t, "title", h.Page.Title, "Election: Chair")
	want(t, "before anybody", h.Page.Field, "Nobody was nominated: the place stays vacant.")
	h.nominate("Margaret Dunne", "Grace Mbeki", "Ben Carrick")
	want(t, "closing", h.does(h.Close()), "Nominations closed: 3 stand for 1 place: a ballot.")
	want(t, "first on the paper", h.held.contest.Nominees[h.nominee("Ben Carrick")].Number, 1)
	want(t, "what comes next", h.Page.Step, StepRule)
	h.does(h.ChooseRule(data.ByPreference))
	h.does(h.SetParticulars(Particulars{Title: "Chair", Places: 1, Tellers: []data.PersonID{h.who("June Ashworth").ID, h.who("Kofi Mensah").ID}}))
	h.does(h.StartRound())
	h.ballots(29, 27, 1, 1)
	h.votes("Margaret Dunne", 11)
	h.votes("Grace Mbeki", 9)
	h.votes("Ben Carrick", 7)
	want(t, "ballots", h.Page.Ballots.Sum.Text, "27 valid + 1 spoilt + 1 not cast = 29 issued")
	h.does(h.Count())
	want(t, "what comes next", h.Page.Step, StepStage)
	stage, ok := h.Wanted()
	want(t, "a stage is wanted", ok, true)
	want(t, "who went out", h.called(stage.Out), "Ben Carrick")
	_, err := h.PutStage(map[int]int{h.nominee("Margaret Dunne"): 10, h.nominee("Grace Mbeki"): 11}, 1)
	wantSaid(t, err, "Nobody loses votes")
	said := h.does(h.PutStage(map[int]int{h.nominee("Margaret Dunne"): 15, h.nominee("Grace Mbeki"): 11}, -1))
	want(t, "counted", said, "Margaret Dunne (15) elected. Record the result when the chair has declared it.")
	want(t, "stages", len(h.Page.Counting), 2)
	want(t, "Mbeki at stage 2", h.Page.Counted[1][2].Text, "11")
	want(t, "recorded", h.does(h.Declare()), "Chair: Margaret Dunne (15) elected.")
	want(t, "status", h.Page.Status.Text, "Declared")
	want(t, "the first row", h.Page.Rows[0].Words+" "+h.Page.Rows[0].Cells[6].Text, "Margaret Dunne 15")
	want(t, "the second", h.Page.Rows[1].Words+" "+h.Page.Rows[1].Cells[6].Text, "Grace Mbeki 11")
	want(t, "who went out", h.Page.Rows[2].Words+" "+h.Page.Rows[2].Cells[6].Text, "Ben Carrick 7")

	must(t, h.book.Read(func(r *book.Reading) error {
		terms, err := r.Terms.Of(h.held.contest.Post)
		want(t, "terms", len(terms), 1)
		want(t, "in post", h.name(terms[0].Person), "Margaret Dunne")
		want(t, "from", terms[0].From, agm)
		want(t, "how", terms[0].How, data.ElectedBallot)
		return err
	}))
	parts := h.minuted()
	want(t, "in the minutes", len(parts), 1)
	want(t, "outcome", parts[0].Text, "Margaret Dunne (15) elected.")
	want(t, "tellers", strings.HasSuffix(parts[0].Note, "Tellers: June Ashworth and Kofi Mensah."), true)
}

// delegates begins scenario 12: the secretary ex officio, the youth seat, and 13 open seats with 16 nominees and one who
// joined too late.
func delegates(t *testing.T) *hall {
	h := newHall(t)
	h.begin("Secretary")
	h.nominate("Jean Whitcombe")
	h.does(h.Close())
	h.does(h.Declare())
	h.begin("General Committee, ex officio seat")
	h.nominate("Jean Whitcombe")
	h.does(h.Close())
	h.does(h.Declare())
	must(t, h.book.Change("say who is young", func(tx *book.Tx) error {
		p, err := tx.People.Get(h.who("Ilse Brandt").ID)
		p.Turns27, p.Gender = agm.AddYears(4), data.Man // the youth seat went to a man
		must(t, err)
		return tx.People.Put(p)
	}))
	h.begin("General Committee, youth seat")
	h.nominate("Ilse Brandt")
	h.does(h.Close())
	h.does(h.Declare())
	h.begin("General Committee, open seats")
	for _, n := range sixteen {
		h.nominate(n.name)
	}
	return h
}

// Scenario 12: 216 members give 15 seats, of which 13 are open; the thirteenth is tied and run off.
func TestTheDelegatesAreElectedAndTheThirteenthPlaceIsRunOff(t *testing.T) {
	h := delegates(t)
	want(t, "places", h.Page.Places, "13")
	want(t, "their sum", h.Page.PlacesSum, "15, less 1 secretary, less 1 youth =")
	want(t, "before the open seats", h.Page.Balance.Lines[0].Words, "1 of 2")

	late := h.New()
	late.Who = h.who("Callum Frazer")
	said := h.does(h.Nominate(late))
	want(t, "too new", said, "Callum Frazer is nominated, but may not stand: Joined 28 April: from 23 June. The nomination is kept, off the paper.")
	want(t, "closing", h.does(h.Close()), "Nominations closed: 16 stand for 13 places: a ballot.")
	want(t, "heading", h.Page.Heading, "Open seats, 16 on the paper")
	want(t, "last row", h.Page.Rows[16].Words, "Callum Frazer")
	h.does(h.ChooseRule(data.ByMostVotes))
	h.does(h.StartRound())
	h.ballots(29, 0, 1, 0)
	for _, n := range sixteen {
		h.votes(n.name, n.votes)
	}
	said = h.does(h.Count())
	want(t, "tied", said, "Aoife Ní Bhriain and Okan Yıldız tie for 1 place.")
	want(t, "valid, worked out", h.Page.Ballots.Facts[1].Value, "28")
	want(t, "sum", h.Page.Ballots.Sum.Text, "28 valid + 1 spoilt = 29 issued")
	want(t, "what comes next", h.Page.Step, StepTie)
	want(t, "a run-off can settle it", h.Page.Tie.RunOff, true)
	want(t, "tied in the table", h.row("Okan Yıldız").Cells[7].Text, "Tied")

	h.does(h.StartRound())
	want(t, "issued again", h.Page.Ballots.Facts[0].Value, "29")
	h.ballots(29, 28, 1, 0)
	h.votes("Okan Yıldız", 15)
	h.votes("Aoife Ní Bhriain", 13)
	h.does(h.Count())
	want(t, "won", h.row("Okan Yıldız").Cells[7].Text, "Won run-off")
	want(t, "lost", h.row("Aoife Ní Bhriain").Cells[7].Text, "Lost run-off")
	want(t, "votes", h.row("Aoife Ní Bhriain").Cells[6].Text, "14")
	want(t, "run-off note", h.Page.Tie.Note, "28 valid + 1 spoilt = 29 issued.")
	want(t, "after", h.Page.Balance.Lines[1].Words, "8 of 15")
	want(t, "balance", h.Page.Balance.Mark.Text, "Balance met")
	want(t, "what follows", lines(h.Page.Follows), "Terms: 13 delegates from Thu 11 Jun 2026 until the next AGM begins.\nDelegate return: version 1 becomes due, 15 rows.\nTo tell: 13 elected, and 3 not elected.\nKept on file: the nomination of Callum Frazer, not on the paper.")
	h.does(h.Declare())

	must(t, h.book.Read(func(r *book.Reading) error {
		seats, err := r.Seats.On(h.body, agm)
		want(t, "seats", len(seats), 15)
		women := 0
		var numbers []int
		for _, s := range seats {
			numbers = append(numbers, s.Number)
			if h.held.People[s.Person].Gender == data.Woman {
				women++
			}
		}
		slices.Sort(numbers)
		want(t, "women", women, 8)
		want(t, "last seat", numbers[14], 15)
		want(t, "the secretary's", seats[0].How, data.ExOfficio)
		return err
	}))
	want(t, "in the minutes", len(h.minuted()), 4)
	_, runOff, _ := strings.Cut(h.minuted()[3].Sum, "\n")
	want(t, "run-off in the minutes", runOff, "Run-off for 1 place: Okan Yıldız 15, Aoife Ní Bhriain 13. 28 valid + 1 spoilt = 29 issued.")
}
