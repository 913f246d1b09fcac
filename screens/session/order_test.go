package session

import (
	"errors"
	"os"
	"strings"
	"testing"

	"branchbook/data/book"
)

// order types a line at the prompt and presses Enter.
func (h *hall) order(line string) string {
	h.t.Helper()
	r := h.Understand(line)
	if r.Do == nil {
		h.t.Fatalf("%q cannot be done: %s", line, r.Text)
	}
	return h.do(r.Do())
}

func TestAWholeEveningThroughThePrompt(t *testing.T) {
	h := newHall(t).fifteenVoters().at("7.34pm")
	for _, l := range []struct{ line, said string }{
		{"s", "The meeting was opened at 7.34pm."},
		{"i fraz", "Callum Frazer is in at 7.34pm without a vote: in arrears."},
		{"i Amy Stone 7.20pm", "Amy Stone is in as a guest at 7.20pm."},
		{"i +2", "2 others are in at 7.34pm, name not recorded."},
		{"ap xxx150 / Ben", "Apologies from Quiet Xxx150 noted."},
		{"n", "Item 2, Minutes of the last meeting."},
		{"b", "Item 1, Welcome and apologies."},
		{"t The chair welcomed everybody.", "Written under item 1."},
		{"d to begin on time", "Decision D-2026-01 recorded."},
		{"a oka: book the hall by 3 June", "Action A-2026-01 recorded."},
		{"m Bus cuts / oka / llew", "Motion M-2026-01 is in debate."},
		{"v 12 2 1", "Motion M-2026-01 recorded: carried by 12 votes to 2 with 1 abstention."},
		{"v agreed on thanking the speaker", "The vote on thanking the speaker recorded: agreed."},
		{"+ The boiler", "“The boiler” is on the agenda as item 2."},
		{"o whit 9.10pm", "Jean Whitcombe went out at 9.10pm."},
		{"i fraz, voter, paid", "Callum Frazer is in as a voter from 7.34pm: paid."},
		{"name xxx151", "The one not recorded was Quiet Xxx151, in at 7.34pm."},
		{"off carri", "Ben Carrick is off the register. Undo brings the lines back."},
		{"venue the annexe", "The meeting is at the annexe; it was called for Canalside Community Hall."},
		{"chair mbe 8.10pm", "Grace Mbeki is in the chair from the opening."},
		{"chair + oka 8.10pm", "Zoë Okafor is in the chair as well from 8.10pm."},
		{"mins carri", "Ben Carrick takes the minutes from the opening."},
		{"adj fire alarm", "The meeting is adjourned at 7.34pm."},
		{"res", "The meeting has resumed at 7.34pm."},
		{"++ The grant", "“The grant” is on the agenda as item 1.1."},
		{"l from MP: buses / our view by 3 June", "The letter is in the minutes."},
		{"can Canal Street 8v 120d 60c", "The campaign session is in the minutes."},
		{"sp Rosa Lind, Tenants' Union / rents", "The speaker is kept with the item. The contact is in no paper."},
		{"p 1", "Written under item 1."},
		{"pn ring her first", "The private note is kept. It is in no paper."},
		{"nq pressing", "Pressing business subject to ratification at 7.34pm."},
	} {
		want(t, h.order(l.line), l.said)
	}
	want(t, h.story(), "The chair welcomed everybody. [AGREED: to begin on time]  [ACTION: Zoë Okafor – book the hall – by 3 June]  "+
		"[M-2026-01 Bus cuts]  [M-2026-01 carried by 12 votes to 2 with 1 abstention]  [VOTE: thanking the speaker]  "+
		"[Received from MP, 14 May: buses; asks for our view by 3 June]  [Campaign session, Canal Street, 14 May: 8 volunteers; contact rate 60 of 120 doors = 50%] "+
		"The chair welcomed everyone to the meeting, especially Amy Stone.")
}

func TestThePromptShowsWhatItUnderstoodBeforeEnter(t *testing.T) {
	h := inSession(t)
	for line, shows := range map[string]string{
		"":                   " ||",
		"i dil":              "In |Dilys Newcombe in at 7.58pm|joined 28 April: under 8 weeks",
		"i zoe":              "In |Zoë Okafor is in already|",
		"o xxx150":           "Out |Quiet Xxx150 is not in the room|",
		"i xxx":              "In |Quiet Xxx030 in at 7.58pm|can vote, or 49 others: type more",
		"v 12 2 1":           "Vote |No motion is in debate. Say what the vote is on: v 12 2 1 on the question|",
		"v 12 2 on going on": "Vote |Carried by 12 votes to 2|15 voters present; needs more for than against",
		"m Bus / zoe / zoe":  "Motion |A motion is moved by one person and seconded by another|",
		"m Bus / zoe":        "Motion |Bus|moved Zoë Okafor, no seconder yet",
		"a nobodyelse: x":    "Action |nobodyelse – x|not in the book; kept as typed",
		"v 14 2 1 on it":     "Vote |17 votes, 15 voters present|add a note after / if it is right",
		"n":                  "Next item |Item 8, Campaigns|",
		"go 9":               "Item |Item 9, Any other business|",
		"go 44":              "Item |No item has the number 44|",
		"who 7.50pm":         "In the room |At 7.50pm 15 voters were in the room.|Quorate from 7.20pm: 5% of 199 eligible = 9.95, rounded up: 10",
		"res":                "Resume |The meeting is not adjourned|",
		"r":                  "Ratify |The item on show has nothing to ratify|",
		"min":                "Minutes |No minutes of an earlier meeting wait to be approved|",
		"time 7pm":           "Time |The meeting is today: the clock gives the time|",
		"names":              "Names |Names are taken already|",
		"name zoe":           "Name |Everybody in the register has a name|",
		"ext 9.45pm 9 6":     "Go on |Until 9.45pm: Lost on 9 votes to 6: it needed two thirds of those present|needed 10: two thirds of 15 present = 10, had 9",
		"s":                  "Start |The meeting has been started already|",
		"zzz":                " |A letter first: i o ap n b m 2 v d a t, or ? for all of them|",
	} {
		r := h.Understand(line)
		want(t, r.Chip.Text+" |"+r.Text+"|"+r.More, shows)
	}
}

func TestAMotionThatWasMovedIsSecondedLater(t *testing.T) {
	h := inSession(t)
	want(t, h.Understand("2 carri").Text, "No motion wants a seconder")
	want(t, h.order("m Repairs / zoe"), "Motion M-2026-01 was moved. It still wants a seconder.")
	want(t, h.Understand("2 zoe").Text, "A motion is moved by one person and seconded by another")
	want(t, h.order("2 carri"), "Motion M-2026-01 is seconded and in debate.")
	want(t, h.Blocks[1].Card.Mark.Text, "In debate")
}

func TestAMotionOnTheAgendaIsMovedByItsNumber(t *testing.T) {
	h := inSession(t)
	h.onTheAgenda("Safer crossings")
	want(t, h.Understand("m 1 / tok / carri").Chip.Text, "M-2026-01")
	want(t, h.order("m 1 / tok / carri"), "Motion M-2026-01 is in debate.")
	want(t, h.Understand("v 12 2 1").Chip.Text, "M-2026-01")
	want(t, h.story(), " [M-2026-01 Safer crossings] ")
}

func TestANameIsCompletedAndTheNextOneAfterIt(t *testing.T) {
	h := inSession(t)
	for _, c := range []struct {
		line string
		nth  int
		want string
	}{
		{"o zo", 0, "o Zoë Okafor"},
		{"i xxx03", 0, "i Quiet Xxx030"},
		{"i xxx03", 1, "i Quiet Xxx031"},
		{"m Bus cuts / zo", 0, "m Bus cuts / Zoë Okafor"},
		{"m Bus cuts /zo / carri", 0, "m Bus cuts /zo / Ben Carrick"},
		{"a zo", 0, "a Zoë Okafor"},
		{"2 carri", 0, "2 Ben Carrick"},
		{"ap xxx150", 0, "ap Quiet Xxx150"},
	} {
		got, ok := h.Complete(c.line, c.nth)
		if !ok || got != c.want {
			t.Errorf("%q, the %d. time, becomes %q", c.line, c.nth, got)
		}
	}
	for _, line := range []string{"", "v 12", "d pay zo", "m Bus", "a zo: book", "ap zo / carri", "i nobodyiscalledthis", "hello zo"} {
		if got, ok := h.Complete(line, 0); ok {
			t.Errorf("%q becomes %q", line, got)
		}
	}
}

func TestEveryLetterIsOnTheHelpCardAndInTheReadme(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]Verb{}
	for _, s := range shorthands() {
		for _, letters := range []string{string(s.verb), s.also} {
			if other, twice := seen[letters]; twice && letters != "" {
				t.Errorf("%q is both %q and %q", letters, other, s.verb)
			}
			seen[letters] = s.verb
		}
		if !strings.Contains(string(readme), "`"+string(s.verb)+" ") && !strings.Contains(string(readme), "`"+string(s.verb)+"`") {
			t.Errorf("README does not explain %q", s.verb)
		}
		for _, l := range s.help {
			if !strings.Contains(" "+l.Typed+" ", string(s.verb)) {
				t.Errorf("the help of %q shows %q", s.verb, l.Typed)
			}
		}
	}
}

// Scenario 7 by the prompt alone.
func TestAMotionIsAmendedThroughThePrompt(t *testing.T) {
	h := newHall(t).fifteenVoters().at("7.34pm")
	h.order("s")
	want(t, h.order("m Bus cuts / oka / llew"), "Motion M-2026-01 is in debate.")
	mo, _ := h.Debated()
	text := "This branch notes the cuts.\n\nIt thanks the drivers.\n\nIt asks the CLP to write."
	if err := h.book.Change("give the motion its text", func(tx *book.Tx) error {
		mo, err := tx.Motions.Get(mo.ID)
		mo.Text, mo.Submitted = text, text
		return errors.Join(err, tx.Motions.Put(mo))
	}); err != nil {
		t.Fatal(err)
	}
	if err := h.Load(); err != nil {
		t.Fatal(err)
	}
	for _, line := range []string{
		"am 3: It asks the CLP to bring a deputation. / mbe / oka", "am 3: It asks nobody. / carri", "am + It asks for Sundays. / wisn / carri",
		"a1 8 6 1", "a2 fell", "a3 5 9 1", "v 13 1 1",
	} {
		if said := h.order(line); said == "" {
			t.Errorf("%q says nothing", line)
		}
	}
	mo, _ = h.motion(mo.ID)
	want(t, string(mo.Outcome), "carried as amended")
	want(t, mo.Text, "This branch notes the cuts.\n\nIt thanks the drivers.\n\nIt asks the CLP to bring a deputation.")
	want(t, mo.Submitted, text)

	want(t, h.order("m Crossings / wisn / carri"), "Motion M-2026-02 is in debate.")
	h.order("end remitted to the executive")
	mo, _ = h.motion(h.held.motions[1].ID)
	want(t, string(mo.Outcome)+" "+mo.OutcomeNote, "remitted to the executive")
}

func TestEveryEndingIsKnownToThePromptByItsWords(t *testing.T) {
	h := newHall(t).fifteenVoters().at("7.34pm")
	h.order("s")
	for words, outcome := range map[string]string{
		"fell": "fell for want of a seconder", "not moved": "not moved", "withdrawn": "withdrawn", "out of order not our business": "ruled out of order not our business",
		"referred back to the officers": "referred back to the officers", "deferred until July": "deferred until July", "not reached": "not reached", "lapsed": "lapsed",
	} {
		h.order("m A motion on " + strings.ReplaceAll(words, "/", " ") + " / oka / llew")
		mo, _ := h.Debated()
		want(t, h.Understand("end "+words).Text, mo.Ref+" "+outcome)
		h.order("end withdrawn")
	}
	h.order("m One more / oka / llew")
	want(t, h.Understand("end somehow").Text, "Remitted, deferred, withdrawn, fell, not moved, not reached, out of order, composited or lapsed?")
}
