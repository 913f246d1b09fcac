package data_test

import (
	"strings"
	"testing"

	"branchbook/data"
)

func TestTheRatesOfACampaignSessionAreWholePerCentWithTheirSum(t *testing.T) {
	for _, c := range []struct {
		doors, contacts, promises int
		want                      string
	}{
		{120, 60, 33, "contact rate 60 of 120 doors = 50%; promise rate 33 of 60 contacts = 55%"},
		{200, 1, 0, "contact rate 1 of 200 doors = 1%"}, // exactly half a per cent goes up
		{201, 1, 0, "contact rate 1 of 201 doors = 0%"},
		{3, 2, 1, "contact rate 2 of 3 doors = 67%; promise rate 1 of 2 contacts = 50%"},
		{0, 7, 7, "7 contacts; promise rate 7 of 7 contacts = 100%"},
		{1, 0, 0, "1 door"},
	} {
		got := data.Canvass{Place: "Canal Street", Doors: c.doors, Contacts: c.contacts, Promises: c.promises}.Words()
		if got != c.want {
			t.Errorf("%d doors, %d contacts, %d promises: %q, want %q", c.doors, c.contacts, c.promises, got, c.want)
		}
	}
}

func TestMoreContactsThanDoorsAreDoubtedAndKept(t *testing.T) {
	c := data.Canvass{Place: "Mill Lane", Doors: 10, Contacts: 12}
	if !strings.Contains(c.Doubts(), "more than 10 doors") || c.Validate() != nil {
		t.Errorf("doubts %q, refused: %v", c.Doubts(), c.Validate())
	}
}

func TestALetterIsReportedWithWhatItAsks(t *testing.T) {
	near := data.MustDate(2026, 5, 14)
	l := data.Letter{Way: data.CameHere, With: "Anna Reyes (city council)", Date: data.MustDate(2026, 5, 3), Subject: "the library consultation", Asks: "our view", Due: data.MustDate(2026, 6, 12)}
	got := l.Lead(near) + ": " + l.Reported(near)
	if want := "Received from Anna Reyes (city council), 3 May: the library consultation; asks for our view by 12 June"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	l = data.Letter{Way: data.WentAway, With: "the CLP", Medium: "email", Date: data.MustDate(2025, 12, 30), Subject: "delegates"}
	if got := l.Lead(near) + ": " + l.Reported(near); got != "Sent by email to the CLP, 30 December 2025: delegates" {
		t.Error(got)
	}
}

func TestWhatALetterAsksReadsAsASentenceHoweverItWasTyped(t *testing.T) {
	near := data.MustDate(2026, 5, 14)
	for asks, want := range map[string]string{
		"How many accidents there were": "Mill Lane; asks how many accidents there were", "The number of passengers": "Mill Lane; asks for the number of passengers",
		"to meet us": "Mill Lane; asks to meet us", "Jean's view": "Mill Lane; asks for Jean's view", "GBP 45": "Mill Lane; asks for GBP 45",
	} {
		if got := (data.Letter{Subject: "Mill Lane", Asks: asks}).Reported(near); got != want {
			t.Errorf("got  %q\nwant %q", got, want)
		}
	}
}

func TestTheMoneyOfADecisionIsSuggestedFromItsTextAndSaidOnce(t *testing.T) {
	for text, want := range map[string]data.Money{
		"pay £45 for the hall": 4500, "give GBP 1,516.16.": 151616, "pay the hire": 0, "about £ or so": 0, "£25, then more": 2500,
	} {
		if got := data.SumIn(text); got != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
	near := data.MustDate(2026, 5, 14)
	d := data.Decision{Text: "to pay the hire", Amount: 4500, Review: data.MustDate(2026, 10, 8)}
	if got := d.Words(near); got != "To pay the hire (£45). To be looked at again by 8 October." {
		t.Error(got)
	}
	if got := (data.Decision{Text: "to pay £45", Amount: 4500}).Words(near); got != "to pay £45" {
		t.Error(got)
	}
}

func TestPhrasesFillThemselvesAndThoseThatFitComeFirst(t *testing.T) {
	f := data.PhraseFacts{
		Kind: data.ItemMinutes, Date: data.MustDate(2026, 6, 11), Last: data.MustDate(2026, 5, 14), Next: data.MustDate(2026, 7, 9),
		Apologies: []string{"Siân Llewellyn", "Ben Carrick"}, Guests: []string{"Amy Stone"}, Own: []string{"Tea at {next meeting}.", "About {topic}."},
	}
	got := data.Phrases(f)
	if got[0] != "The minutes of the meeting held on 14 May were agreed as a true record." || got[2] != "Tea at Thursday 9 July 2026." {
		t.Errorf("first %q, third %q", got[0], got[2])
	}
	all := strings.Join(got, "\n")
	for _, want := range []string{"from: Siân Llewellyn, Ben Carrick.", "especially Amy Stone.", "next meeting is Thursday 9 July 2026."} {
		if !strings.Contains(all, want) {
			t.Errorf("no phrase says %q in\n%s", want, all)
		}
	}
	if strings.ContainsAny(all, "{}") || strings.Contains(all, "for speaking") {
		t.Errorf("a phrase is not filled in:\n%s", all)
	}
	f.Kind, f.Speaker = data.ItemSpeaker, &data.Speaker{Name: "Rosa Lind", Topic: "rents", Contact: "07700 900123"}
	if got := data.Phrases(f)[0]; got != "The chair thanked Rosa Lind for speaking on rents." {
		t.Error(got)
	}
}

func TestWhatElseAnEveningHoldsPrintsAndWhatIsPrivateDoesNot(t *testing.T) {
	n := nightOn(t, "14 May 2026")
	n.Items = []data.AgendaItem{{
		ID: "i", Heading: "Housing", Kind: data.ItemSpeaker, Private: "never invite again",
		Speaker: &data.Speaker{Name: "Rosa Lind", From: "Tenants' Union", Topic: "rents", Thanks: "the chair thanked her", Contact: "07700 900123"},
	}}
	n.Letters = map[data.LetterID]data.Letter{"l": {ID: "l", Way: data.CameHere, With: "the council", Date: n.day("3 May 2026"), Subject: "the library"}}
	n.Canvasses = map[data.CanvassID]data.Canvass{"c": {ID: "c", Place: "Mill Lane", Doors: 4, Contacts: 1, Meeting: n.Meeting.ID, Item: "i"}}
	n.Blocks["i"] = []data.Block{{Kind: data.BlockLetter, Record: "l"}}
	var lines []string
	for _, p := range n.Minutes(data.MinutesStyle{}).Items[0].Parts {
		lines = append(lines, p.Lead+"|"+p.Text)
	}
	got := strings.Join(lines, "\n")
	want := "Speaker|Rosa Lind (Tenants' Union) on rents.\nReceived from the council, 3 May|The library.\n" +
		"Campaign session, Mill Lane|Contact rate 1 of 4 doors = 25%.\n|The chair thanked her."
	if got != want {
		t.Errorf("printed\n%s\nwant\n%s", got, want)
	}
}
