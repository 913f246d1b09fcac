package data_test

import (
	"strings"
	"testing"

	"branchbook/data"
)

func TestInitialsStandForFirstNamesInTheMinutes(t *testing.T) {
	n := scenario3(t)
	m := n.Minutes(data.MinutesStyle{Initials: true})
	if got := m.Present.Words(); !strings.HasPrefix(got, "M. Dunne (chair), J. Whitcombe (secretary), L. Sørensen (treasurer), A. Adeyemi") {
		t.Errorf("present: %q", got)
	}
	wantWords(t, "heading", m.Lines[1], "Chair: M. Dunne. Minutes: J. Whitcombe.")
	if strings.Contains(printed(m), "Margaret") {
		t.Error("a first name is in minutes with initials")
	}
}

func TestTwoWhoseInitialsAreAlikeKeepTheirFirstNames(t *testing.T) {
	people := data.Names{
		"1": {First: "Margaret", Last: "Dunne"}, "2": {First: "Michael", Last: "Dunne"}, "3": {First: "Zoë-May Ann", Last: "Okafor"}, "4": {Last: "Cher"},
	}
	short := people.Initialled()
	for id, wanted := range map[data.PersonID]string{"1": "Margaret Dunne", "2": "Michael Dunne", "3": "Z.-M. A. Okafor", "4": "Cher"} {
		wantWords(t, string(id), short.Name(id), wanted)
	}
	wantWords(t, "the book's own", people.Name("3"), "Zoë-May Ann Okafor")
}

func TestPapersCallTheBranchWhatItWishes(t *testing.T) {
	n := scenario3(t)
	n.Branch.Style.Name = "Millbrook and Canalside Labour Party"
	wantWords(t, "minutes", n.HouseMinutes().Branch, "Millbrook and Canalside Labour Party")
	wantWords(t, "attendance", n.Attendance().Branch, "Millbrook and Canalside Labour Party")
	n.Branch.Style.Name = "  "
	wantWords(t, "blank", n.HouseMinutes().Branch, "Millbrook & Canalside Branch")
}

func TestApprovedMinutesKeepTheirNamesWhenTheHouseStyleChanges(t *testing.T) {
	n := scenario3(t)
	var err error
	n.Approval, err = n.Approval.Approve(n.HouseMinutes(), false, "", data.MustDate(2026, 6, 11))
	if err != nil {
		t.Fatal(err)
	}
	n.Branch.Style.Minutes = data.MinutesStyle{Initials: true, CountOnly: true}
	if got := n.HouseMinutes().Present.Words(); !strings.HasPrefix(got, "Margaret Dunne (chair)") {
		t.Errorf("approved minutes now say %q", got)
	}
}

func TestTheSampleShowsWhatTheStyleChanges(t *testing.T) {
	for wanted, style := range map[string]data.MinutesStyle{
		"Present (3): Margaret Dunne (chair), Ben Carrick, Zoë Okafor. Moved Zoë Okafor, seconded Ben Carrick.": {},
		"Present (3): M. Dunne (chair), B. Carrick, Z. Okafor. Moved Z. Okafor, seconded B. Carrick.":           {Initials: true},
		"Present: 3. Moved Zoë Okafor, seconded Ben Carrick.":                                                   {CountOnly: true},
	} {
		wantWords(t, "sample", data.HouseStyle{Minutes: style}.Sample(), wanted)
	}
	for public, wanted := range map[data.PublicNames]string{
		data.OfficersNamed: "Present (3): Margaret Dunne (chair) and 2 others (not named).",
		data.InitialsNamed: "Present (3): M. Dunne (chair), B. Carrick, Z. Okafor. Moved Z. Okafor, seconded B. Carrick.",
		data.EveryoneNamed: "Present (3): Margaret Dunne (chair), Ben Carrick, Zoë Okafor. Moved Zoë Okafor, seconded Ben Carrick.",
	} {
		wantWords(t, "public sample", data.HouseStyle{Public: public}.PublicSample(), wanted)
	}
}

// closed is an evening with an item that is nobody else's business.
func confidentialEvening(t *testing.T) *night {
	n := scenario3(t)
	n.takes("A complaint", "8.50pm")
	n.Items[len(n.Items)-1].Confidential = true
	n.writes("Ben Carrick complained of the hall.")
	n.agrees("to write to the hall")
	n.act("Ben Carrick", "to write to the hall", "3 June 2026")
	n.takes("Membership", "8.55pm")
	n.know("Zoë Okafor", func(p *data.Person) { p.Number = "L012 3456" })
	n.writes("Card L0123456 was handed out in 2026 for £212.40.")
	return n
}

func TestPublicMinutesLeaveOutWhatIsConfidential(t *testing.T) {
	n := confidentialEvening(t)
	m := n.PublicMinutes()
	for _, secret := range []string{"complain", "write to the hall", "A complaint", "L0123456", "Aled Davies", "Okafor", "Carrick", "Mensah"} {
		if strings.Contains(printed(m), secret) {
			t.Errorf("%q is in the public minutes", secret)
		}
	}
	if !strings.Contains(printed(m), "Card [number left out] was handed out in 2026 for £212.40.") {
		t.Error("a membership number is not taken out of the text cleanly")
	}
	wantWords(t, "present", m.Present.Heading()+": "+m.Present.Words(),
		"Present (15): Margaret Dunne (chair), Jean Whitcombe (secretary), Lars Sørensen (treasurer) and 12 others (not named)")
	wantWords(t, "no vote", m.NoVote.Heading()+": "+m.NoVote.Words(), "Members without a vote: 2")
	wantWords(t, "guests", m.InAttendance.Words(), "2 people (not named)")
	wantWords(t, "small print", m.LeftOut, "Public minutes leave out membership numbers, private notes, the reasons of apologies, the names of members without a vote, "+
		"the names of all but officers and 1 confidential item. What was typed into the text stands as it was typed.")
	wantWords(t, "signature", m.Signer+m.Seal, "")
}

func TestWhatIsUnderAConfidentialItemIsConfidentialToo(t *testing.T) {
	n := confidentialEvening(t)
	parent := n.Items[len(n.Items)-2].ID
	n.Items[len(n.Items)-1].Under = parent
	if strings.Contains(printed(n.PublicMinutes()), "handed out") {
		t.Error("a part of a confidential item is in the public minutes")
	}
}

func TestTheHouseSaysWhomPublicMinutesName(t *testing.T) {
	n := scenario3(t)
	n.Branch.Style.Public = data.InitialsNamed
	if got := n.PublicMinutes().Present.Words(); !strings.Contains(got, "A. Adeyemi") || strings.Contains(got, "Adebayo") {
		t.Errorf("by initials: %q", got)
	}
	n.Branch.Style.Public = data.EveryoneNamed
	m := n.PublicMinutes()
	if !strings.Contains(m.Present.Words(), "Adebayo Adeyemi") {
		t.Errorf("in full: %q", m.Present.Words())
	}
	wantWords(t, "no vote is never named", m.NoVote.Words(), "2")
	n.Branch.Style.Public, n.Branch.Style.Minutes.CountOnly = data.OfficersNamed, true
	wantWords(t, "a house that counts", n.PublicMinutes().Present.Words(), "15")
}

func TestACorrectionOfWhoWasThereIsNotPublic(t *testing.T) {
	n := confidentialEvening(t)
	complaint := n.Items[len(n.Items)-2].ID
	n.Corrections = []data.Correction{
		{ID: "c1", Meeting: n.Meeting.ID, Number: 1, Kind: data.CorrectApologies, People: []data.PersonID{n.person("Okan Yıldız")}},
		{ID: "c2", Meeting: n.Meeting.ID, Number: 2, Kind: data.CorrectOther, Words: "the hall is the Canalside hall"},
		{ID: "c3", Meeting: n.Meeting.ID, Number: 3, Kind: data.CorrectOther, Item: complaint, Words: "it was Wednesday"},
	}
	if got := n.PublicMinutes().Corrections; len(got) != 1 || !strings.Contains(got[0], "Canalside hall") {
		t.Errorf("corrections: %q", got)
	}
}

func TestThePublicCopySaysWhenTheRecordsHaveMovedOn(t *testing.T) {
	n := scenario3(t)
	n.takes("The boiler", "9pm")
	n.writes("It was mended.")
	n.Approval, _ = n.Approval.Approve(n.HouseMinutes(), false, "", data.MustDate(2026, 6, 11))
	wantWords(t, "unchanged", n.PublicDiffers(), "")
	n.writes("It broke again.")
	if n.PublicDiffers() == "" {
		t.Error("nothing says that the records have changed since the approval")
	}
}

func TestAnExtractHoldsOneDecisionAndWhatMakesItBinding(t *testing.T) {
	n := scenario3(t)
	n.takes("Motions", "8.10pm")
	n.writes("Two motions were taken.")
	id := n.moves("M-2026-04", "Saturday opening", func(m *data.Motion) { m.Mover = n.person("Zoë Okafor") })
	n.agrees("to pay the hire")
	x, err := n.Extract(data.ID(id))
	if err != nil {
		t.Fatal(err)
	}
	wantWords(t, "title", x.Title, "Extract from the minutes of the ordinary meeting, Thursday 14 May 2026, 7.30pm")
	if len(x.Items) != 1 || len(x.Items[0].Parts) != 1 || x.Items[0].Parts[0].Motion.Ref != "M-2026-04" {
		t.Errorf("items: %+v", x.Items)
	}
	if x.QuorumWords == "" || x.Signer != "Secretary" || x.Stamp.Word != "DRAFT" || len(x.Present.Names) > 0 {
		t.Errorf("the extract reads %+v", x)
	}
	wantWords(t, "certificate", x.Certificate, "I certify that this is a true extract from the minutes of the meeting of Millbrook & Canalside Branch held on 14 May 2026. "+
		"They are a draft, which no meeting has approved yet.")
	if _, err := n.Extract("nothing"); err == nil {
		t.Error("an extract was made of nothing")
	}
}

func TestAnExtractOfApprovedMinutesHasTheApprovedWords(t *testing.T) {
	for _, kept := range []bool{true, false} { // with the ids of what they print, and as minutes were approved before those were kept
		n := scenario3(t)
		n.takes("Motions", "8.10pm")
		id := n.moves("M-2026-04", "Saturday opening", func(m *data.Motion) { m.Text = "Open it." })
		text := n.HouseMinutes()
		if !kept {
			for i := range text.Items {
				text.Items[i].Item = ""
				for j := range text.Items[i].Parts {
					text.Items[i].Parts[j].Record = ""
				}
			}
		}
		n.Approval, _ = n.Approval.Approve(text, false, "", data.MustDate(2026, 6, 11))
		mo := n.Motions[id]
		mo.Text = "Shut it."
		n.Motions[id] = mo
		x, err := n.Extract(data.ID(id))
		if err != nil {
			t.Fatal(err)
		}
		wantWords(t, "text", strings.Join(x.Items[0].Parts[0].Motion.Paragraphs, "|"), "Open it.")
		if !strings.HasSuffix(x.Certificate, "as approved on 11 June 2026.") || x.Stamp.Word != "APPROVED" {
			t.Errorf("%q under %q", x.Certificate, x.Stamp)
		}
	}
}

func TestWhatAnExtractCanBeMadeOfIsListedAsTheMinutesHaveIt(t *testing.T) {
	n := nightOn(t, "14 May 2026")
	n.takes("Nothing said", "7.40pm")
	n.takes("Motions", "8.10pm")
	n.agrees("to pay the hire")
	n.moves("M-2026-04", "Saturday opening", func(*data.Motion) {})
	var labels []string
	for _, c := range n.Extracts() {
		labels = append(labels, c.Label)
	}
	wantWords(t, "choices", strings.Join(labels, "|"), "2 Motions|AGREED: To pay the hire.|M-2026-04 Saturday opening")
}

func TestFieldsThatMinutesHaveNotAreNamed(t *testing.T) {
	wantWords(t, "known", data.UnknownFields(data.MinutesFields()), "")
	wantWords(t, "one", data.UnknownFields([]string{"branch", "weather"}), "{{weather}} stays empty: minutes have no such field.")
	wantWords(t, "two", data.UnknownFields([]string{"tea", "weather"}), "{{tea}} and {{weather}} stay empty: minutes have no such fields.")
	fields := scenario3(t).HouseMinutes().Fields("Northgate CLP")
	for _, name := range data.MinutesFields() {
		if _, known := fields[name]; !known {
			t.Errorf("minutes have no field %s", name)
		}
	}
}
