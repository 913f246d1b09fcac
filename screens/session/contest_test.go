package session

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"branchbook/data"
	"branchbook/data/book"
	"branchbook/screens/parts"
)

// types carries out a line of the prompt, and returns what it said.
func (h *hall) types(line string) string {
	h.t.Helper()
	r := h.Understand(line)
	if r.Do == nil {
		h.t.Fatalf("%q cannot be recorded: %s (%s)", line, r.Text, r.More)
	}
	return h.do(r.Do())
}

// shows says what the prompt understands, before Enter.
func (h *hall) shows(line, text string) {
	h.t.Helper()
	if r := h.Understand(line); r.Text != text {
		h.t.Errorf("%q\ngot  %q (%s)\nwant %q", line, r.Text, r.More, text)
	}
}

// elections puts posts and the General Committee into the book, with Whitcombe in the chair since last year.
func (h *hall) withPosts() *hall {
	h.t.Helper()
	err := h.book.Change("set the posts up", func(tx *book.Tx) error {
		for _, p := range data.StandardPosts() {
			p.ID = data.PostID(tx.NewID())
			if err := tx.Posts.Put(p); err != nil {
				return err
			}
			if p.Name == "Chair" {
				term := data.Term{ID: data.TermID(tx.NewID()), Post: p.ID, Person: h.find("whitcombe"), From: data.MustDate(2025, time.June, 12)}
				if err := tx.Terms.Put(term); err != nil {
					return err
				}
			}
		}
		return tx.Bodies.Put(data.Body{ID: data.BodyID(tx.NewID()), Name: data.GeneralCommittee, Place: 1})
	})
	if err != nil {
		h.t.Fatal(err)
	}
	h.do("", h.Load())
	return h
}

// electing has fifteen voters in the room at an item for elections.
func electing(t testing.TB) *hall {
	h := inSession(t).withPosts()
	h.do(h.AddItemOf(data.ItemElection, "Election of branch officers"))
	for _, item := range h.Agenda {
		if item.Heading == "Election of branch officers" {
			h.do(h.TakeUp(item.ID))
		}
	}
	return h.at("8.20pm")
}

// inPost names who holds a post on a day.
func (h *hall) inPost(post string, on data.Date) string {
	h.t.Helper()
	var names []string
	h.do("", h.book.Read(func(r *book.Reading) error {
		posts, err := r.Posts.All()
		if err != nil {
			return err
		}
		terms, err := r.Terms.On(on)
		for _, t := range terms {
			if p, is := byID(posts, func(p data.Post) bool { return p.ID == t.Post }); is && p.Name == post {
				names = append(names, h.name(t.Person))
			}
		}
		return err
	}))
	return strings.Join(names, ", ")
}

// minuted returns what the minutes print of the contest that is at the item on show.
func (h *hall) minuted(lead string) data.MinutedPart {
	h.t.Helper()
	var found data.MinutedPart
	h.do("", h.book.Read(func(r *book.Reading) error {
		e, err := r.Evening(h.Meeting())
		if err != nil {
			return err
		}
		for _, item := range e.Minutes(data.MinutesStyle{}).Items {
			for _, p := range item.Parts {
				if p.Kind == data.BlockContest && p.Lead == lead {
					found = p
				}
			}
		}
		return nil
	}))
	return found
}

// Scenario 11 at the prompt: the chair, three candidates, by preference.
func TestTheChairIsElectedByPreferenceAtThePrompt(t *testing.T) {
	h := electing(t)
	h.shows("el chair: dunne / mbe / oka", "Chair: Margaret Dunne, nominated by Grace Mbeki, seconded by Zoë Okafor")
	h.types("el chair: dunne / mbe / oka")
	h.types("el mbe, carri")
	want(t, h.Blocks[1].Card.Text, "3 stand for 1 place: a ballot.")
	want(t, strings.Join(h.Blocks[1].Card.Lines, "; "), "1  Ben Carrick; 2  Margaret Dunne, proposed Grace Mbeki, seconded Zoë Okafor; 3  Grace Mbeki")
	h.types("tell whit, keo")
	h.types("el pref ballot")
	h.shows("el 7 11", "Margaret Dunne 11; next Grace Mbeki")
	h.shows("el 7 11 9 1s 1n 29i", "Ben Carrick goes out. Next the totals of Margaret Dunne and Grace Mbeki")
	h.types("el 7 11 9 1s 1n 29i")
	h.shows("el 15 11", "Margaret Dunne (15) elected")
	want(t, h.types("el 15 11"), "Chair: Margaret Dunne (15) elected.")

	want(t, h.inPost("Chair", may14), "Margaret Dunne")
	want(t, h.inPost("Chair", may14.AddDays(-1)), "Jean Whitcombe")
	p := h.minuted("Chair")
	want(t, p.Text, "Margaret Dunne (15) elected.")
	want(t, p.Sum, "Ballot, first preferences: Margaret Dunne 11, Grace Mbeki 9, Ben Carrick 7. 27 valid + 1 spoilt + 1 not cast = 29 issued. "+
		"Stage 2, Ben Carrick out: Margaret Dunne 15, Grace Mbeki 11, not transferable 1.")
	if p.Grid == nil || strings.Join(p.Grid.Columns, "|") != "Nominee|Stage 1|Stage 2|Result" || strings.Join(p.Grid.Rows[0], "|") != "Margaret Dunne|11|15|Elected" {
		t.Errorf("table: %+v", p.Grid)
	}
	want(t, p.Note, "Nominations: Margaret Dunne, proposed by Grace Mbeki and seconded by Zoë Okafor. Tellers: Jean Whitcombe and Siobhán Keogh.")
}

// Scenario 12 in the hall: thirteen open seats on the General Committee, and a tie for the last one.
func TestTheThirteenthSeatIsRunOffAtThePrompt(t *testing.T) {
	h := electing(t)
	h.do("", h.book.Change("bring in a list", func(tx *book.Tx) error {
		return tx.Imports.Put(data.ListImport{ID: data.ImportID(tx.NewID()), AsAt: may14, Counts: data.Membership{Members: 216}})
	}))
	h.shows("el gc youth: zzz", "Nobody is called “zzz”")
	h.types("won gc youth: priya")
	h.shows("won gc ex officio: whit", "Delegates to the General Committee, ex officio seat: Jean Whitcombe elected unopposed")
	h.types("el gc 13: adeyemi, benkh, cárd, carri, dunne, keogh, llew, mbe, oka zo, søren, toka, whit, wiś, xxx030, xxx031, xxx032")
	want(t, h.Blocks[len(h.Blocks)-2].Card.Mark.Text, "ballot")
	h.shows("el 27 26", "Nadia Benkhelifa 26; next José Cárdenas, and 13 more")
	line := "el 27 26 25 25 24 23 22 21 20 19 18 17 14 14 11 9 1s 29i"
	h.shows(line, "Tomasz Wiśniewski and Quiet Xxx030 tied. Another ballot, or drawn NAME / WHO DREW IT")
	h.types(line)
	h.shows("drawn quiet", "Elected: Adebayo Adeyemi (27), Nadia Benkhelifa (26), José Cárdenas (25), Ben Carrick (25), Margaret Dunne (24), Siobhán Keogh (23), "+
		"Siân Llewellyn (22), Grace Mbeki (21), Zoë Okafor (20), Lars Sørensen (19), Halina Tokarczuk (18), Jean Whitcombe (17) and Quiet Xxx030 (14)")
	h.types("el 15 13 1s 29i")
	p := h.minuted("Delegates to the General Committee")
	if !strings.HasSuffix(p.Text, "Jean Whitcombe (17) and Tomasz Wiśniewski (15).") || !strings.HasSuffix(p.Sum, "Run-off for 1 place: Tomasz Wiśniewski 15, Quiet Xxx030 13. 28 valid + 1 spoilt = 29 issued.") {
		t.Errorf("%s\n%s", p.Text, p.Sum)
	}
	seats := 0
	h.do("", h.book.Read(func(r *book.Reading) error {
		held, err := r.Seats.Where(func(s data.Seat) bool { return s.HeldOn(may14) })
		seats = len(held)
		return err
	}))
	if seats != 14 {
		t.Errorf("%d seats, want the youth seat and 13", seats)
	}
}

func TestUnopposedIsNominatedAndElectedInOneLine(t *testing.T) {
	h := electing(t)
	h.shows("won sec: oka zo / mbe", "Secretary: Zoë Okafor, proposed by Grace Mbeki, elected unopposed")
	want(t, h.types("won sec: oka zo / mbe"), "Secretary: Zoë Okafor, proposed by Grace Mbeki, elected unopposed.")
	want(t, h.inPost("Secretary", may14), "Zoë Okafor")
	h.shows("el sec: mbe", "Secretary was decided this evening: Zoë Okafor, proposed by Grace Mbeki, elected unopposed. Ctrl+U takes it back")
	_, err := h.book.Undo()
	if err != nil || h.Load() != nil {
		t.Fatal(err)
	}
	want(t, h.inPost("Secretary", may14), "")
	want(t, h.minuted("Secretary").Text, "")
}

func TestATieIsSettledByLotAndTheLotIsMinuted(t *testing.T) {
	h := electing(t)
	h.types("el treas: dunne, mbe")
	h.shows("drawn mbe / whit", "There is no tie to settle by lot")
	h.types("el hands 7 7")
	want(t, h.Blocks[len(h.Blocks)-2].Card.Text, "Margaret Dunne and Grace Mbeki tied. Another ballot, or drawn NAME / WHO DREW IT.")
	want(t, h.types("drawn mbe / whit"), "Treasurer: Grace Mbeki (7) elected.")
	p := h.minuted("Treasurer")
	if !strings.Contains(p.Sum, "Margaret Dunne and Grace Mbeki tied; the lot fell on Grace Mbeki, drawn by Jean Whitcombe.") {
		t.Error(p.Sum)
	}
	want(t, h.inPost("Treasurer", may14), "Grace Mbeki")
}

func TestNobodyNominatedLeavesThePostVacant(t *testing.T) {
	h := electing(t)
	h.types("el women:")
	h.shows("won", "Women's officer: Nobody was nominated; vacant")
	h.types("won")
	want(t, h.Blocks[len(h.Blocks)-2].Card.Mark.Text, "Vacant")
	want(t, h.inPost("Women's officer", may14), "")
}

func TestWhoMayNotStandIsKeptOffTheBallotWithTheReason(t *testing.T) {
	h := electing(t)
	r := h.Understand("el sec: newc")
	want(t, r.More, "Dilys Newcombe may not stand: Joined 28 April: from 23 June. Kept, off the ballot")
	h.types("el sec: newc, mbe")
	want(t, h.types("won"), "Secretary: Grace Mbeki elected unopposed.")
	if p := h.minuted("Secretary"); !strings.Contains(p.Note, "Dilys Newcombe was nominated but may not stand") {
		t.Error(p.Note)
	}
}

func TestSomebodyWithdrawsAndTheOtherIsUnopposed(t *testing.T) {
	h := electing(t)
	h.types("el vice: mbe & oka zo, carri")
	h.shows("won", "Ben Carrick and Grace Mbeki and Zoë Okafor stand for 1 place: a ballot. Type the votes: el, and 2 figures")
	h.shows("el - carri", "Vice chair: Ben Carrick withdraws")
	h.types("el - carri")
	want(t, h.types("won"), "Vice chair: Grace Mbeki and Zoë Okafor (job share) elected unopposed.")
	want(t, h.inPost("Vice chair", may14), "Grace Mbeki, Zoë Okafor")
}

func TestTakingAnElectionOutTakesBackWhatFollowed(t *testing.T) {
	h := electing(t)
	h.types("won chair: dunne")
	block := h.Blocks[1].ID
	want(t, h.do(h.TakeOut(block)), "Taken out of the minutes. Ctrl+U brings it back.")
	want(t, h.inPost("Chair", may14), "Jean Whitcombe")
	h.do("", h.book.Read(func(r *book.Reading) error {
		all, err := r.Contests.All()
		if len(all) != 0 {
			t.Errorf("%d contests are left", len(all))
		}
		return err
	}))
	h.types("won chair: dunne")
	h.do("", h.book.Change("she resigns", func(tx *book.Tx) error {
		terms, err := tx.Terms.Where(func(term data.Term) bool { return term.Contest != "" })
		if err != nil {
			return err
		}
		terms[0].To = may14.AddDays(60)
		return tx.Terms.Put(terms[0])
	}))
	if _, err := h.TakeOut(h.Blocks[1].ID); err == nil || !strings.Contains(data.Say(err), "Margaret Dunne was elected by this result and went out on") {
		t.Errorf("a result that something rests on was taken out: %v", err)
	}
}

// A contest that nobody decided is a loose end: held over, it comes onto the next agenda with its nominations.
func TestAnElectionHeldOverComesBackWithItsNominations(t *testing.T) {
	h := electing(t)
	h.types("el sec: oka zo / mbe / carri")
	h.types("el dunne")
	next := h.another(data.MustDate(2026, 6, 11))
	var end LooseEnd
	for _, e := range h.LooseEnds() {
		if strings.HasPrefix(e.Text, "Election of secretary was not decided") {
			end = e
		}
	}
	want(t, end.Text, "Election of secretary was not decided: Margaret Dunne and Zoë Okafor stand for 1 place: a ballot.")
	want(t, string(end.Ways[0].Key)+string(end.Ways[1].Key)+string(end.Ways[2].Key), "hna")
	want(t, h.do(end.Ways[1].Settle(Answer{})), "Secretary is held over to the next meeting, with 2 nominations.")
	h.do(h.Close())
	want(t, h.minuted("Secretary").Text, "Nominated: Zoë Okafor and Margaret Dunne. Held over to the next meeting: not reached.")
	h.do("", h.book.Change("write the agenda", func(tx *book.Tx) error { _, err := tx.WriteAgenda(next); return err }))
	h.do("", h.Open(next))
	var item data.ItemID
	for _, row := range h.Agenda {
		if row.Heading == "Election of secretary" {
			item = row.ID
		}
	}
	if item == "" {
		t.Fatalf("the next agenda has it not: %+v", h.Agenda)
	}
	h.date = data.MustDate(2026, 6, 11)
	h.at("7.30pm")
	h.do(h.Start())
	h.do(h.TakeUp(item))
	h.types("el - dunne")
	want(t, h.types("won"), "Secretary: Zoë Okafor, proposed by Grace Mbeki and seconded by Ben Carrick, elected unopposed.")
	h.do("", h.Open(h.meetingID))
	want(t, h.minuted("Secretary").Text, "Nominated: Zoë Okafor and Margaret Dunne. Held over to the next meeting: not reached.")
}

// A nomination meeting: doors, statements, a latecomer.
func TestALatecomerToANominationMeetingIsRefusedAndNoted(t *testing.T) {
	h := inSession(t)
	h.do("", h.book.Change("make it a nomination meeting", func(tx *book.Tx) error {
		m, err := tx.Meetings.Get(h.meetingID)
		m.Kind = data.Nomination
		if err != nil {
			return err
		}
		return tx.Meetings.Put(m)
	}))
	h.do("", h.Load())
	h.shows("doors", "No nomination is in hand: type nom, what for, a colon and the nominees")
	h.types("sup leader: Rosa Lind, Ann Other")
	h.shows("doors statements 7.40pm", "The statements are read at 7.40pm")
	h.types("doors statements 7.40pm")
	h.types("doors 7.55pm")
	h.at("7.59pm")
	r := h.Understand("i xxx040")
	want(t, r.Text, "Quiet Xxx040 came too late to vote: doors closed at 7.55pm")
	before := len(h.Room.Present)
	h.types("i xxx040")
	want(t, data.NumberOf(len(h.Room.Present)-before, "more", "more"), "0 more")
	h.types("i xxx041, observer")
	h.types("i fra") // in arrears: no vote in any case
	h.types("el hands 9 6")
	p := h.minuted("Supporting nomination for Leader")
	want(t, p.Text, "Rosa Lind (9) received the supporting nomination.")
	if !strings.HasPrefix(p.Note, "199 eligible on the frozen list; statements read from 7.40pm; doors closed to voters at 7.55pm; came too late to vote: Quiet Xxx040 (7.59pm) and Quiet Xxx041 (7.59pm).") {
		t.Error(p.Note)
	}
}

func TestTheNameInALineAboutAnElectionIsCompleted(t *testing.T) {
	h := electing(t)
	for line, want := range map[string]string{
		"el chair: dun":           "el chair: Margaret Dunne",
		"el chair: dunne, sø":     "el chair: dunne, Lars Sørensen",
		"el chair: dunne / toka":  "el chair: dunne / Halina Tokarczuk",
		"el - carri":              "el - Ben Carrick",
		"won sec: mbe & oka z":    "won sec: mbe & Zoë Okafor",
		"drawn mbe":               "drawn Grace Mbeki",
		"tell whit, keo":          "tell whit, Siobhán Keogh",
		"nom CLP secretary: llew": "nom CLP secretary: Siân Llewellyn",
	} {
		if got, ok := h.Complete(line, 0); !ok || got != want {
			t.Errorf("%q\ngot  %q\nwant %q", line, got, want)
		}
	}
	if got, ok := h.Complete("el pref 11 9", 0); ok {
		t.Errorf("figures became %q", got)
	}
}

func TestFiguresThatNoBallotCanHoldAreRefusedBeforeEnter(t *testing.T) {
	h := electing(t)
	h.types("el treas: dunne, mbe")
	for line, want := range map[string]string{
		"el 11 9 7":    "3 figures, and 2 names: Margaret Dunne and Grace Mbeki",
		"el 11 9 19v":  "20 votes are more than 19 valid ballots can hold with 1 mark each. Correct a figure",
		"el most 8":    "Margaret Dunne 8; next Grace Mbeki",
		"el elim 11 9": "That rule does not fill 1 place. el opens the page of the election, with those that do",
		"won":          "Margaret Dunne and Grace Mbeki stand for 1 place: a ballot. Type the votes: el, and 2 figures",
	} {
		r := h.Understand(line)
		if r.Text != want || r.Do != nil {
			t.Errorf("%q\ngot  %q\nwant %q", line, r.Text, want)
		}
	}
	if r := h.Understand("el 11 9 25i"); r.Tone != parts.Amber || r.More != "5 ballots are not accounted for: 20 valid = 20 of 25 issued; 15 voters present" {
		t.Errorf("25 were issued and 20 counted: %s, %s", r.Text, r.More)
	}
}

// An evening that goes on another day takes its undecided elections with it.
func TestAnAdjournedSittingTakesItsElectionsAlong(t *testing.T) {
	h := electing(t)
	h.do(h.TakeUp(h.Agenda[8].ID))
	h.do(h.AddItemOf(data.ItemElection, "Election of secretary"))
	h.types("el sec: dunne, mbe")
	_, next, err := h.AdjournTo(data.MustDate(2026, 5, 21), data.MustTime(19, 30), "")
	h.do("", err)
	h.do("", h.book.Read(func(r *book.Reading) error {
		all, err := r.Contests.Of(next)
		if err != nil || len(all) != 1 || len(all[0].Standing()) != 2 || len(all[0].HeldOver) != 1 {
			t.Errorf("the next sitting has %+v, %v", all, err)
		}
		return err
	}))
	want(t, h.minuted("Secretary").Text, "Nominated: Margaret Dunne and Grace Mbeki. Held over to the next meeting: the meeting was adjourned.")
}

func TestTheLineSaysAtOnceThatSomebodyNominatedMayNotStand(t *testing.T) {
	h := electing(t)
	want(t, h.types("el sec: newc"), "Secretary: nobody stands: the place stays vacant. "+
		"Dilys Newcombe may not stand: Joined 28 April: from 23 June. The nomination is kept, off the ballot.")
	want(t, h.types("el sec: mbe"), "Secretary: Grace Mbeki stands for 1 place: unopposed.")
}

func TestTheElectionsOfTheLineAreCountedFromOne(t *testing.T) {
	h := electing(t)
	h.types("el chair: dunn")
	h.types("el sec: mbe")
	var order []int
	for _, c := range h.held.contests {
		order = append(order, c.Order)
	}
	slices.Sort(order)
	want(t, fmt.Sprint(order), "[1 2]")
}
