package returns

import (
	"strings"
	"testing"

	"branchbook/data"
	"branchbook/data/book"
	"branchbook/screens/place"

	"fyne.io/fyne/v2"
)

// counted counts an election at the annual general meeting for each title.
func (h *hall) counted(titles ...string) {
	h.t.Helper()
	h.change("count the elections", func(tx *book.Tx) error {
		for i, title := range titles {
			c := data.Contest{
				ID: data.ContestID(tx.NewID()), Meeting: h.held, Order: i, Title: title, Kind: data.Elects, Places: 1, Rule: data.ByMostVotes, Status: data.ResultDeclared,
				Nominees: []data.Nominee{{Name: "Zoë Okafor"}, {Name: "Ben Carrick"}},
				Rounds:   []data.Round{{Places: 1, Standing: []int{0, 1}, Valid: 20, Closed: true, Votes: map[int]int{0: 11 + i, 1: 9 - i}}},
			}
			if err := tx.Contests.Put(c); err != nil {
				return err
			}
		}
		return nil
	})
}

func TestTheStagesAreThoseOfTheElectionThatIsChosen(t *testing.T) {
	h := newHall(t, data.Delegates)
	h.delegates(1)
	h.meeting()
	stages := -1
	for i, k := range otherLists() {
		if k.OfContest {
			stages = i
		}
	}
	must(t, h.Show(OtherLists, ""))
	must(t, h.ShowList(stages))
	want(t, h.Preview.Verb, "")
	want(t, strings.HasPrefix(h.Preview.Empty, "No ballot has been counted yet."), true)
	h.counted("Chair", "Treasurer")
	want(t, strings.Join(h.Preview.Subjects, "; "), "Treasurer, Thu 11 Jun 2026; Chair, Thu 11 Jun 2026")
	want(t, strings.Join(h.Preview.Rows[0], "|"), "Zoë Okafor|12|Elected")
	must(t, h.ShowSubject(1))
	want(t, h.Preview.Title, "Stages of the count: Chair")
	want(t, strings.Join(h.Preview.Rows[0], "|"), "Zoë Okafor|11|Elected")
	want(t, h.Order().Table.Contest, h.Preview.contests[1])
	want(t, len(h.Preview.Columns), 0)
}

func TestTheReportOfTheYearIsDueByTheAnnualGeneralMeeting(t *testing.T) {
	h := newHall(t, data.Delegates)
	want(t, h.Cards[YearReport].Last, "No meeting has been closed yet")
	h.meeting()
	want(t, h.Cards[YearReport].Mark.Text, "Nothing due")
	want(t, h.Cards[YearReport].Since, "Next due by the next annual general meeting")
	before := h.waiting()
	h.exported(data.Paper{Kind: data.AnnualReport})
	want(t, h.Cards[YearReport].Mark.Text, "Up to date")
	h.wall = h.wall.AddDate(1, -1, 0)
	h.change("plan the next one", func(tx *book.Tx) error {
		return tx.Meetings.Put(data.Meeting{ID: "next", Kind: data.AGM, Date: agm.AddDays(364), Status: data.Planned})
	})
	want(t, h.Cards[YearReport].Since, "Next due by the annual general meeting, 10 June")
	want(t, h.waiting(), before)
	h.change("hold it", func(tx *book.Tx) error {
		next, err := tx.Meetings.Get("next")
		must(t, err)
		next.Status = data.Closed
		must(t, tx.Meetings.Put(next))
		return tx.Meetings.Put(data.Meeting{ID: "later", Kind: data.AGM, Date: agm.AddDays(728), Status: data.Planned})
	})
	h.wall = h.wall.AddDate(1, 0, 0)
	must(t, h.Refresh())
	want(t, h.Cards[YearReport].Mark.Text, "To export")
	must(t, h.Show(YearReport, ""))
	want(t, h.Preview.Verb, "Export the report")
	want(t, len(h.Preview.Subjects), 2)
	must(t, h.ShowSubject(1))
	text, shown := h.Text()
	want(t, shown, true)
	want(t, text.Period, data.Period{From: agm, To: agm.AddDays(363)})
	var words []string
	for _, l := range h.Preview.Pages {
		words = append(words, l.Text)
	}
	if all := strings.Join(words, "\n"); !strings.Contains(all, "Annual report, 11 June 2026 to 9 June 2027") || !strings.Contains(all, "attended 3") {
		t.Errorf("the report reads:\n%s", all)
	}
}

func TestColumnsThatAreSeldomAskedForWaitBehindAButton(t *testing.T) {
	d := newDesk(t)
	d.hall.delegates(1)
	d.Refresh()
	want(t, len(d.view.checks), 10)
	want(t, d.view.more.Label(), "More columns (9)")
	d.view.checks["class"].Tapped(nil)
	want(t, d.view.checks["class"] != nil, true)
	d.view.more.Tapped(nil)
	want(t, len(d.view.checks), 19)
	d.view.checks["votes"].Tapped(nil)
	d.view.more.Tapped(nil)
	want(t, d.view.more.Label(), "More columns (9)")
	want(t, d.view.checks["votes"] != nil && d.view.checks["class"] == nil, true)
}

func TestAPaperForReadingIsOfferedForWordOrAsPDFAndSaysWhatAPDFLacks(t *testing.T) {
	d := newDesk(t)
	d.hall.delegates(1)
	d.hall.meeting()
	d.drawer.lacks = "A PDF cannot show these words: 王小明."
	d.press(place.Alt(fyne.Key5))
	want(t, strings.Join(d.model.Preview.Warnings, " "), d.drawer.lacks)
	want(t, d.view.as.Visible(), true)
	d.press(ctrlS)
	want(t, d.drawer.text, Text{Kind: data.MinutesPaper, Meeting: d.hall.held})
	d.view.as.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	d.press(place.Alt(fyne.Key6))
	d.press(ctrlS)
	want(t, d.drawer.text.Kind, data.AnnualReport)
	want(t, d.drawer.text.PDF, true)
	d.press(place.Alt(fyne.Key1))
	want(t, d.view.as.Visible(), false)
}

func TestACardExportsAndAsksFirstAboutWhatWasNotSeen(t *testing.T) {
	d := newDesk(t)
	d.hall.delegates(2)
	d.hall.change("seat one who left", func(tx *book.Tx) error {
		people, err := tx.People.All()
		must(t, err)
		people[0].Status = data.Left
		return tx.People.Put(people[0])
	})
	d.press(place.Alt(fyne.Key8))
	d.shell.Refuse = true
	d.view.cards[DelegatesReturn].button.Tapped(nil)
	want(t, d.model.Kind(), DelegatesReturn)
	want(t, len(d.shell.Asked), 1)
	want(t, d.shell.Asked[0].Title, "Look at this before the file leaves.")
	want(t, strings.Contains(d.shell.Asked[0].Text, "no longer on the membership list"), true)
	want(t, len(d.drawer.wrote), 0)
	d.view.cards[DelegatesReturn].button.Tapped(nil)
	want(t, len(d.drawer.wrote), 1)
	d.view.cards[SharingLog].button.Tapped(nil)
	want(t, d.model.Kind(), SharingLog)
}
