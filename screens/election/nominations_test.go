package election

import (
	"strings"
	"testing"

	"branchbook/data"
	"branchbook/data/book"
	"branchbook/screens/parts"
)

func TestWhoMayNotStandCanBePutOnThePaperForAReason(t *testing.T) {
	h := newHall(t)
	h.begin("Chair")
	h.nominate("Margaret Dunne", "Callum Frazer")
	late := h.nominee("Callum Frazer")
	want(t, "one stands", h.Page.Field, "1 stands for 1 place: unopposed.")
	want(t, "in the table", h.row("Callum Frazer").Cells[5].Text, "Joined 28 April: from 23 June")
	_, err := h.PutOnPaper(late, " ")
	wantSaid(t, err, "why they are on the paper")
	want(t, "said", h.does(h.PutOnPaper(late, "the meeting agreed")), "Callum Frazer is on the paper all the same: the meeting agreed.")
	want(t, "two stand", h.Page.Field, "2 stand for 1 place: a ballot.")
	want(t, "marked", h.row("Callum Frazer").Cells[5].Text, "All the same")
	h.does(h.TakeOffPaper(late))
	want(t, "off again", h.Page.Field, "1 stands for 1 place: unopposed.")
}

func TestNobodyIsNominatedTwice(t *testing.T) {
	h := newHall(t)
	h.begin("Chair")
	h.nominate("Margaret Dunne")
	n := h.New()
	n.Who = h.who("Margaret Dunne")
	_, err := h.Nominate(n)
	wantSaid(t, err, "nominated already")
}

func TestAWithdrawnNominationIsKeptAndCanBeTakenBack(t *testing.T) {
	h := newHall(t)
	h.begin("Chair")
	h.nominate("Margaret Dunne", "Grace Mbeki")
	i := h.nominee("Grace Mbeki")
	h.does(h.Withdraw(i, data.MustTime(20, 5), "for want of time"))
	want(t, "one stands", h.Page.Field, "1 stands for 1 place: unopposed.")
	want(t, "why", h.row("Grace Mbeki").Detail, "Grace Mbeki, proposed by June Ashworth, seconded by Kofi Mensah, received Thu 11 Jun 2026. Withdrew at 8.05pm: for want of time.")
	h.does(h.StandAgain(i))
	want(t, "both stand", h.Page.Field, "2 stand for 1 place: a ballot.")
	h.does(h.SetConsent(i, data.ConsentRefused))
	want(t, "without consent", h.Page.Field, "1 stands for 1 place: unopposed.")
}

func TestNumbersStayWhenSomebodyComesLate(t *testing.T) {
	h := newHall(t)
	h.begin("Chair")
	h.nominate("Margaret Dunne", "Grace Mbeki")
	h.does(h.Close())
	h.does(h.Reopen())
	h.nominate("Adebayo Adeyemi")
	h.does(h.Close())
	want(t, "Dunne", h.row("Margaret Dunne").Cells[0].Text, "1")
	want(t, "Mbeki", h.row("Grace Mbeki").Cells[0].Text, "2")
	want(t, "Adeyemi", h.row("Adebayo Adeyemi").Cells[0].Text, "3")
}

func TestAJobShareTakesThePostTogether(t *testing.T) {
	h := newHall(t)
	h.begin("Women's officer")
	n := h.New()
	n.Who, n.Partner = h.who("Grace Mbeki"), h.who("Zoë Okafor")
	h.does(h.Nominate(n))
	h.does(h.Close())
	want(t, "recorded", h.does(h.Declare()), "Women's officer: Grace Mbeki and Zoë Okafor (job share) elected unopposed.")
	must(t, h.book.Read(func(r *book.Reading) error {
		terms, err := r.Terms.Of(h.held.contest.Post)
		want(t, "terms", len(terms), 2)
		return err
	}))
	h.begin("Chair")
	n = h.New()
	n.Who, n.Partner = h.who("Siobhán Keogh"), h.who("Callum Frazer")
	words, keepsOff := h.Look(n)
	want(t, "for the chair", strings.Contains(words, "The post is not shared"), true)
	want(t, "Keogh may stand", keepsOff, false)
	h.does(h.Nominate(n))
	want(t, "of a job share both must", h.Page.Field, "Nobody stands: the place stays vacant.")
}

func TestSomebodyNotInTheBookIsAddedOnlyInTheBranchsOwnElections(t *testing.T) {
	h := newHall(t)
	h.begin("Chair")
	n := h.New()
	n.Who = parts.Who{Name: "Rosa Lind"}
	words, _ := h.Look(n)
	want(t, "said beforehand", words, "Rosa Lind is not in the book yet, and will be added as a member.")
	h.does(h.Nominate(n))
	want(t, "in the book", h.held.contest.Nominees[0].Person != "", true)

	d := h.Suggest(h.subject("Something else"))
	d.Title, d.Kind = "CLP treasurer", data.Nominates
	h.does(h.Begin(d))
	n.Who, n.From = parts.Who{Name: "Amir Hale"}, "Canalside CLP"
	h.does(h.Nominate(n))
	want(t, "a name alone", h.held.contest.Nominees[0].Person, data.PersonID(""))
	want(t, "from where", h.row("Amir Hale").Cells[3].Text, "Canalside CLP")
}

// A nomination meeting as in domain 5.6: a frozen list, doors, rounds until more than half.
func TestANominationMeetingGoesRoundByRound(t *testing.T) {
	h := newHall(t)
	d := h.Suggest(h.subject("Something else"))
	d.Title, d.Kind, d.Freeze = "leader", data.Supports, data.MustDate(2026, 4, 30)
	h.does(h.Begin(d))
	for _, name := range []string{"Amir Hale", "Beth Lowe", "Carol Nye"} {
		n := h.New()
		n.Who, n.From = parts.Who{Name: name}, "Westminster"
		h.does(h.Nominate(n))
	}
	h.does(h.SetDoors(Doors{Eligible: 199, Statements: data.MustTime(19, 45), ClosedAt: data.MustTime(19, 55)}))
	h.does(h.Refuse(h.who("Callum Frazer"), data.MustTime(19, 58)))
	h.does(h.Close())
	h.does(h.ChooseRule(data.ByRounds))
	round := func(issued int, votes ...int) string {
		h.does(h.StartRound())
		must(t, h.PutFigure(Issued, issued))
		r, _ := h.last()
		for k, i := range r.Standing {
			must(t, h.PutVotes(i, votes[k]))
		}
		h.refresh()
		return h.does(h.Count())
	}
	want(t, "round 1", round(20, 9, 7, 4), "Nobody has more than half of 20 valid ballots. Another round follows.")
	want(t, "what comes next", h.Page.StepLabel, "Begin round 2")
	round(20, 11, 9)
	want(t, "out in the first", h.row("Carol Nye").Cells[7].Text, "Out, round 1")
	want(t, "columns", strings.Join(h.Page.Counting, ", "), "Round 1, Round 2")
	h.does(h.Declare())
	part := h.minuted()[0]
	want(t, "in the minutes", part.Text, "Amir Hale (11) received the supporting nomination.")
	want(t, "doors", strings.HasPrefix(part.Note, "199 eligible on the frozen list; statements read from 7.45pm; doors closed to voters at 7.55pm; came too late to vote: Callum Frazer (7.58pm)."), true)
	want(t, "nothing changes here", h.Page.Follows[0].Text, "Nothing changes in the book: another body decides.")
}

func TestAFreezeDateJudgesEverybodyOnThatDay(t *testing.T) {
	h := newHall(t)
	h.begin("Chair")
	h.nominate("Callum Frazer")
	p := h.Particulars()
	p.Freeze = data.MustDate(2026, 6, 23)
	h.does(h.SetParticulars(p))
	want(t, "eight weeks later", h.row("Callum Frazer").Cells[5].Text, "8 weeks")
}

func TestASelectionShortlists(t *testing.T) {
	h := newHall(t)
	d := h.Suggest(h.subject("Something else"))
	d.Title, d.Kind, d.WomenOnly = "Council candidate for Canalside", data.Selects, true
	h.does(h.Begin(d))
	h.nominate("Grace Mbeki", "Zoë Okafor", "Ben Carrick")
	want(t, "an all-women shortlist", h.row("Ben Carrick").Cells[5].Text, "For women")
	h.does(h.SetListed(h.nominee("Grace Mbeki"), data.Shortlisted))
	h.does(h.SetListed(h.nominee("Zoë Okafor"), data.NotListed))
	want(t, "one is left", h.Page.Field, "1 stands for 1 place: unopposed.")
	want(t, "shortlisted", h.row("Grace Mbeki").Cells[5].Text, "Shortlisted")
}

func TestATriggerBallotIsYesOrNo(t *testing.T) {
	h := newHall(t)
	d := h.Suggest(h.subject("Something else"))
	d.Title, d.Kind = "Reselect the member for Northgate", data.Triggers
	h.does(h.Begin(d))
	want(t, "what comes next", h.Page.Step, StepBegin)
	h.does(h.StartRound())
	h.ballots(29, 29, 0, 0)
	h.votes("Yes", 20)
	h.votes("No", 9)
	h.does(h.Count())
	want(t, "recorded", h.does(h.Declare()), "Reselect the member for Northgate: Yes: 20; No: 9.")
}
