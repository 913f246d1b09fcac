package exports_test

import (
	"strings"
	"testing"

	"branchbook/data"
)

// reportedTo is an evening that heard a guest, a letter and a campaign session, and settled money, with notes that are for
// nobody else.
func reportedTo(t testing.TB) data.Evening {
	e := fourteenthOfMay(t)
	item := &e.Items[1]
	item.Private = "SECRET NOTE"
	item.Speaker = &data.Speaker{Name: "Rosa Lind", From: "Tenants' Union", Topic: "rents", Thanks: "The chair thanked Rosa Lind.", Contact: "07700 900123 SECRET CONTACT"}
	e.Letters = map[data.LetterID]data.Letter{"l1": {
		ID: "l1", Meeting: "may", Item: item.ID, Way: data.CameHere, With: "Anna Reyes", Date: data.MustDate(2026, 5, 3), Medium: "email",
		Subject: "the library consultation", Asks: "our view", Due: data.MustDate(2026, 6, 12), Note: "SECRET ANSWER",
	}}
	e.Canvasses = map[data.CanvassID]data.Canvass{"c1": {ID: "c1", Meeting: "may", Item: item.ID, Place: "Canal Street", Date: data.MustDate(2026, 5, 10), Volunteers: 8, Doors: 120, Contacts: 60, Promises: 33}}
	e.Decisions["d2"] = data.Decision{ID: "d2", Meeting: "may", Item: item.ID, Text: "the hall hire", How: "noted", Amount: 4500, Review: data.MustDate(2026, 10, 8)}
	e.Blocks[item.ID] = append(e.Blocks[item.ID], data.Block{Kind: data.BlockLetter, Record: "l1"}, data.Block{Kind: data.BlockCanvass, Record: "c1"},
		data.Block{Kind: data.BlockDecision, Record: "d2"})
	return e
}

func TestWhatWasReportedIsReadOnThePaper(t *testing.T) {
	shows(t, seen(t, "minutes.docx", minutesOf(t, reportedTo(t).Minutes(data.MinutesStyle{}))),
		"Speaker: Rosa Lind (Tenants' Union) on rents.", "The chair thanked Rosa Lind.",
		"Received by email from Anna Reyes, 3 May: The library consultation; asks for our view by 12 June.",
		"Campaign session, Canal Street, 10 May: 8 volunteers; contact rate 60 of 120 doors = 50%; promise rate 33 of 60 contacts = 55%.",
		"NOTED: The hall hire (£45). To be looked at again by 8 October.")
}

func TestNoPaperHasThePrivateNoteTheContactOrTheRestOfALetter(t *testing.T) {
	e := reportedTo(t)
	papers := map[string]string{
		"the minutes":               everything(t, minutesOf(t, e.Minutes(data.MinutesStyle{}))),
		"the minutes in full":       everything(t, minutesOf(t, e.Minutes(data.MinutesStyle{ComingAndGoing: true}))),
		"the register of the night": everything(t, attendanceOf(t, e.Attendance())),
	}
	for name, all := range papers {
		for _, secret := range []string{"SECRET", "07700"} {
			if strings.Contains(all, secret) {
				t.Errorf("%q is in %s", secret, name)
			}
		}
	}
}
