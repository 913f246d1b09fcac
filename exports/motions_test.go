package exports_test

import (
	"bytes"
	"testing"

	"branchbook/data"
	"branchbook/exports"
)

// aRegister is two motions: one carried as amended and sent on twice, one lost.
func aRegister(public bool) data.MotionsRegisterDoc {
	day := data.MustDate
	return data.MotionsRegister(data.RegisterInput{
		Branch: data.Branch{Name: "Millbrook & Canalside Branch"}, AsAt: day(2026, 7, 9), Public: public,
		People:   data.Names{"zoe": {First: "Zoë", Last: "Okafor"}, "sian": {First: "Siân", Last: "Llewellyn"}},
		Meetings: map[data.MeetingID]data.Meeting{"may": {ID: "may", Kind: data.Ordinary, Date: day(2026, 5, 14)}},
		Votes: map[data.VoteID]data.Vote{
			"v4": {ID: "v4", Motion: "m4", Meeting: "may", For: 13, Against: 1, Abstained: 1, Voters: 15, Outcome: data.Carried, Method: data.Hands},
			"v5": {ID: "v5", Motion: "m5", Meeting: "may", For: 5, Against: 9, Abstained: 1, Voters: 15, Outcome: data.Lost, Method: data.Hands},
		},
		Motions: []data.Motion{
			{ID: "m4", Ref: "M-2026-04", Title: "Bus cuts", Submitted: "This branch opposes the cuts.", Text: "This branch opposes the cuts, and says so.", Mover: "zoe",
				Seconder: "sian", Received: day(2026, 4, 22), Meeting: "may", Vote: "v4", Status: data.DisposedOf, Outcome: data.CarriedAmended},
			{ID: "m5", Ref: "M-2026-05", Title: "=1+1", Submitted: "A title that a spreadsheet could take for a sum.", Received: day(2026, 4, 29), Meeting: "may",
				Vote: "v5", Status: data.DisposedOf, Outcome: data.Lost},
		},
		Forwardings: []data.Forwarding{
			{ID: "f1", Motion: "m4", To: "CLP secretary", Sent: day(2026, 5, 16), Acknowledged: day(2026, 5, 20), TheirMeeting: day(2026, 5, 26), TheirResult: "carried 41-23",
				ReportedBack: day(2026, 7, 9)},
			{ID: "f2", Motion: "m4", To: "MP", Sent: day(2026, 5, 16)},
		},
	})
}

// registered is the register with every column.
func registered(d data.MotionsRegisterDoc) data.TableDoc {
	kind, _ := data.TableKindOf(data.MotionsPaper)
	return d.TableDoc(kind.Keys())
}

func registerOf(t *testing.T, d data.MotionsRegisterDoc) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := exports.WriteTable(t.Context(), &out, registered(d), house); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestTheRegisterOfMotionsIsReadBackAsItWas(t *testing.T) {
	listing, err := data.ReadMotions(rows(t, workbook(t, registerOf(t, aRegister(false))), "Motions"))
	if err != nil || len(listing.Refused) > 0 || len(listing.LeftOut) > 0 {
		t.Fatalf("%v, refused %v, left out %v", err, listing.Refused, listing.LeftOut)
	}
	if len(listing.Motions) != 2 {
		t.Fatalf("%d motions are read back", len(listing.Motions))
	}
	bus, sum := listing.Motions[0], listing.Motions[1]
	if bus.Motion.Ref != "M-2026-04" || bus.Motion.Outcome != data.CarriedAmended || bus.Mover != "Zoë Okafor" || bus.Seconder != "Siân Llewellyn" ||
		bus.Motion.Submitted != "This branch opposes the cuts." || bus.Motion.Text != "This branch opposes the cuts, and says so." || bus.Vote.For != 13 || bus.Vote.Abstained != 1 {
		t.Errorf("M-2026-04 is read back as %+v", bus)
	}
	if len(bus.Copies) != 2 || bus.Copies[0].Forwarding.TheirResult != "carried 41-23" || bus.Copies[0].Forwarding.ReportedBack != data.MustDate(2026, 7, 9) {
		t.Errorf("its copies are read back as %+v", bus.Copies)
	}
	if sum.Motion.Title != "=1+1" || sum.Motion.Outcome != data.Lost {
		t.Errorf("M-2026-05 is read back as %+v", sum.Motion)
	}
}

func TestAPublicRegisterNamesNobody(t *testing.T) {
	d := aRegister(true)
	all := everything(t, registerOf(t, d))
	for _, name := range []string{"Okafor", "Llewellyn"} {
		if bytes.Contains([]byte(all), []byte(name)) {
			t.Errorf("%s is in the public register", name)
		}
	}
	if d.People() != 0 || aRegister(false).People() != 2 {
		t.Errorf("the sharing log would count %d and %d people", d.People(), aRegister(false).People())
	}
}

func TestTheRegisterAsItIsRead(t *testing.T) {
	shows(t, seen(t, "motions.xlsx", registerOf(t, aRegister(false))),
		"Register of motions", "As at Thursday 9 July 2026", "2 motions: 1 carried as amended, 1 lost", "M-2026-04", "Bus cuts", "Zoë Okafor", "14/05/2026", "carried 41-23")
}

func TestAResolutionNobodyVotedAgainst(t *testing.T) {
	in := data.MotionPaperInput{
		Branch: data.Branch{Name: "Millbrook & Canalside Branch"}, Motion: data.Motion{Ref: "M-2026-05", Status: data.DisposedOf, Outcome: data.Carried, Vote: "v"},
		Meeting: data.Meeting{Date: data.MustDate(2026, 5, 14)}, Quorum: data.Finding{Verdict: "quorate from 7.34pm"},
		Vote: data.Vote{ID: "v", For: 11, Abstained: 4, Voters: 15, Outcome: data.Carried},
	}
	want := "Carried nem con at a quorate meeting of Millbrook & Canalside Branch on Thursday 14 May 2026."
	if got := data.NewMotionPaper(in).Result; got != want {
		t.Errorf("the paper says: %s", got)
	}
}

func TestAResolutionAsItLeaves(t *testing.T) {
	amended := data.Motion{
		ID: "m4", Ref: "M-2026-04", Title: "Bus cuts", Submitted: "This branch opposes the cuts.", Text: "This branch opposes the cuts, and says so.", Mover: "zoe",
		Seconder: "sian", Received: data.MustDate(2026, 4, 22), Status: data.DisposedOf, Outcome: data.CarriedAmended, Vote: "v4",
	}
	in := data.MotionPaperInput{
		Branch: data.Branch{Name: "Millbrook & Canalside Branch", CLP: "Northgate CLP"}, Motion: amended,
		Amendments: []data.Amendment{{ID: "a1", Motion: "m4", Number: 1, Op: data.Replace, Place: 1, Was: "cuts", Text: "cuts, and says so", Outcome: data.AmendmentCarried}},
		Meeting:    data.Meeting{ID: "may", Date: data.MustDate(2026, 5, 14)}, Quorum: data.Finding{Verdict: "quorate from 7.34pm"},
		Vote:   data.Vote{ID: "v4", For: 14, Against: 2, Abstained: 1, Voters: 17, Outcome: data.Carried},
		People: data.Names{"zoe": {First: "Zoë", Last: "Okafor"}, "sian": {First: "Siân", Last: "Llewellyn"}},
		AsAt:   data.MustDate(2026, 5, 16), Secretary: "Jean Whitcombe", Names: true,
	}
	var out bytes.Buffer
	if err := exports.WriteMotionPaper(t.Context(), &out, data.NewMotionPaper(in), house); err != nil {
		t.Fatal(err)
	}
	shows(t, seen(t, "motion.docx", out.Bytes()),
		"Resolution M-2026-04: Bus cuts", "Northgate CLP", "Moved: Zoë Okafor", "Seconded: Siân Llewellyn", "Text as agreed", "This branch opposes the cuts, and says so.",
		"Carried as amended at a quorate meeting of Millbrook & Canalside Branch on Thursday 14 May 2026 by 14 votes to 2 with 1 abstention.",
		"What the amendments changed", "Sent by Jean Whitcombe, branch secretary.", "Page 1 of 1")
}

func TestADonationSaysItsSum(t *testing.T) {
	in := data.MotionPaperInput{Branch: data.Branch{Name: "Millbrook & Canalside Branch"}, Motion: data.Motion{
		Ref: "M-2026-06", Title: "Food bank", Kind: data.Donation, Amount: 2500, Submitted: "To give £25 to the food bank.", Status: data.Received,
	}}
	var out bytes.Buffer
	if err := exports.WriteMotionPaper(t.Context(), &out, data.NewMotionPaper(in), house); err != nil {
		t.Fatal(err)
	}
	all := everything(t, out.Bytes())
	for _, words := range []string{"Donation", "£25", "Motion M-2026-06"} {
		if !bytes.Contains([]byte(all), []byte(words)) {
			t.Errorf("the paper does not say %s", words)
		}
	}
}
