package data_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"branchbook/data"
)

func july(d int) data.Date { return data.MustDate(2026, 7, d) }

func TestMinutesClimbTheirLadder(t *testing.T) {
	a := data.Approval{Meeting: "meeting"}
	climb := func(step func(data.Approval) (data.Approval, error), state data.MinutesState) {
		t.Helper()
		var err error
		if a, err = step(a); err != nil || a.State() != state {
			t.Fatalf("%v, %v; want %s", a.State(), err, state)
		}
	}
	climb(func(a data.Approval) (data.Approval, error) { return a.Draft(july(1)) }, data.MinutesDraft)
	climb(func(a data.Approval) (data.Approval, error) {
		return a.Circulate(data.Circulation{On: july(2), Emails: 188, Posted: 26})
	}, data.MinutesCirculated)
	climb(func(a data.Approval) (data.Approval, error) { return a.Present("m2", july(9)) }, data.MinutesPresented)
	climb(func(a data.Approval) (data.Approval, error) {
		return a.HoldOver(data.HoldOver{At: "m2", On: july(9), Why: "page 2 was missing"})
	}, data.MinutesHeldOver)
	rungs := a.Ladder(data.MustDate(2026, 6, 11), data.Names{}, nil, 2)
	var words []string
	for _, r := range rungs {
		words = append(words, strings.TrimSpace(r.Title+" "+r.When+" "+r.Text))
	}
	if got := strings.Join(words, " | "); got != "Draft 1 July | Circulated 2 July, 188 emails, 26 posted | Held over 9 July page 2 was missing | Approved as amended | Signed by the chair then locked" {
		t.Error(got)
	}
	if !rungs[3].Now || rungs[3].Done {
		t.Error("approving is not next for minutes that were held over")
	}
	climb(func(a data.Approval) (data.Approval, error) { return a.Present("m3", july(16)) }, data.MinutesPresented)
	climb(func(a data.Approval) (data.Approval, error) { return a.Approve(data.Minutes{}, false, "m3", july(16)) }, data.MinutesApproved)
	climb(func(a data.Approval) (data.Approval, error) { return a.Sign("chair", july(16)) }, data.MinutesSigned)
}

func TestStepsThatMayNotFollowAreRefused(t *testing.T) {
	draft := data.Approval{Meeting: "meeting"}
	approved, _ := draft.Approve(data.Minutes{}, false, "", july(9))
	signed, _ := approved.Sign("chair", july(9))
	for _, c := range []struct {
		name string
		do   func() (data.Approval, error)
		says string
	}{
		{"signing a draft", func() (data.Approval, error) { return draft.Sign("chair", july(9)) }, "Approve them first"},
		{"signing by nobody", func() (data.Approval, error) { return approved.Sign("", july(9)) }, "Choose who signed"},
		{"signing before approval", func() (data.Approval, error) { return approved.Sign("chair", july(8)) }, "approved on 9 July 2026"},
		{"approving twice", func() (data.Approval, error) { return approved.Approve(data.Minutes{}, false, "", july(10)) }, "were approved on 9 July 2026"},
		{"circulating after approval", func() (data.Approval, error) { return approved.Circulate(data.Circulation{On: july(10)}) }, "were approved"},
		{"holding over what is signed", func() (data.Approval, error) { return signed.HoldOver(data.HoldOver{On: july(10)}) }, "signed on 9 July 2026 and are locked"},
		{"signing twice", func() (data.Approval, error) { return signed.Sign("chair", july(9)) }, "are locked"},
		{"a step without a day", func() (data.Approval, error) { return draft.Present("m", data.Date{}) }, "Type the day"},
	} {
		if _, err := c.do(); err == nil || !strings.Contains(data.Say(err), c.says) {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}

func TestMinutesOfAnotherBodyAreNotedAndNotApproved(t *testing.T) {
	a, err := data.Approval{Meeting: "executive"}.Note("m2", july(9))
	if err != nil || a.State() != data.MinutesDraft || len(a.Noted) != 1 {
		t.Errorf("%+v, %v", a, err)
	}
}

func TestACorrectionIsAsFewWordsAsSayIt(t *testing.T) {
	for _, c := range []struct{ was, becomes, from, to string }{
		{"Balance £1,561.16. Noted.", "Balance £1,516.16. Noted.", "£1,561.16", "£1,516.16"},
		{"The old hall and the new hall.", "The old hall and the church hall.", "new", "church"},
		{"the hall, the hall", "the hall, the church hall", " hall", " church hall"},
		{"Noted", "Noted", "", ""},
		{"All agreed.", "", "All agreed.", ""},
	} {
		from, to := data.NarrowChange(c.was, c.becomes)
		if c.from == " hall" {
			// A word that stands twice takes its neighbours along until it stands once.
			if strings.Count(c.was, from) != 1 || strings.Replace(c.was, from, to, 1) != c.becomes {
				t.Errorf("%q became %q", from, to)
			}
			continue
		}
		if from != c.from || to != c.to {
			t.Errorf("%q to %q: got %q and %q", c.was, c.becomes, from, to)
		}
	}
}

func TestANarrowedChangeMadeOnceIsTheWholeChange(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`([ab£1.,(]{0,3} ){1,8}x`)
		was := text.Draw(t, "was")
		becomes := text.Filter(func(s string) bool { return s != was }).Draw(t, "becomes")
		from, to := data.NarrowChange(was, becomes)
		if strings.Count(was, from) != 1 || strings.Replace(was, from, to, 1) != becomes {
			t.Fatalf("%q became %q in %q", from, to, was)
		}
		var before, after strings.Builder
		for _, r := range data.MarkCorrection(was, becomes) {
			if r.Kind != data.Added {
				before.WriteString(r.Text)
			}
			if r.Kind != data.Removed {
				after.WriteString(r.Text)
			}
		}
		if squeeze(before.String()) != squeeze(was) || squeeze(after.String()) != squeeze(becomes) {
			t.Fatalf("marked %q and %q of %q and %q", before.String(), after.String(), was, becomes)
		}
	})
}

func squeeze(s string) string { return strings.ReplaceAll(s, " ", "") }

func TestAMarkedCorrectionLeavesThePunctuationAlone(t *testing.T) {
	var out strings.Builder
	for _, r := range data.MarkCorrection("Apologies (4): Rao.", "Apologies (6): Rao, Yıldız.") {
		out.WriteString([...]string{"", "+", "-"}[r.Kind] + r.Text + "|")
	}
	if out.String() == "" || !strings.HasPrefix(out.String(), "Apologies (|") {
		t.Error(out.String())
	}
	marked := data.MarkCorrection("Balance £1,561.16. Noted.", "Balance £1,516.16. Noted.")
	if len(marked) != 4 || strings.TrimSpace(marked[1].Text) != "£1,561.16" || marked[2].Text != "£1,516.16" || marked[3].Text != ". Noted." {
		t.Errorf("%q", marked)
	}
}

func TestWhatWasCorrectedIsNotInTheEveningUntilItIsAgreed(t *testing.T) {
	n := nightOn(t, "11 June 2026")
	n.Items = []data.AgendaItem{{ID: "i1", Heading: "Treasurer"}}
	n.Blocks["i1"] = []data.Block{{ID: "b1", Item: "i1", Kind: data.BlockText, Text: "Balance £1,561.16."}, {ID: "b2", Item: "i1", Kind: data.BlockDecision, Record: "d1"}}
	n.Decisions["d1"] = data.Decision{ID: "d1", Text: "pay £40", How: "agreed"}
	n.People["oy"] = data.Person{ID: "oy", First: "Okan", Last: "Yıldız", Status: data.Member}
	n.Corrections = []data.Correction{
		{Number: 1, Kind: data.CorrectPresent, People: []data.PersonID{"oy"}},
		{Number: 2, Kind: data.CorrectText, Block: "b1", Item: "i1", Was: "£1,561.16", Becomes: "£1,516.16"},
		{Number: 3, Kind: data.CorrectText, Block: "b2", Item: "i1", Was: "£40", Becomes: "£45"},
		{Number: 1, Kind: data.CorrectOther, Words: "later", Addendum: true},
	}
	made := 0
	corrected, err := n.Corrected(func() data.ID { made++; return data.ID(n.id("e")) })
	if err != nil {
		t.Fatal(err)
	}
	was, is := n.Minutes(data.MinutesStyle{}), corrected.Minutes(data.MinutesStyle{})
	if was.Items[0].Parts[0].Text != "Balance £1,561.16." || was.Present.Count != 0 {
		t.Errorf("the draft changed: %+v", was.Items[0])
	}
	if is.Items[0].Parts[0].Text != "Balance £1,516.16." || is.Items[0].Parts[1].Text != "Pay £45." || is.Present.Words() != "Okan Yıldız" || made != 1 {
		t.Errorf("the corrections are not made: %+v, %q", is.Items[0], is.Present.Words())
	}
	n.Corrections[1].Was = "£9"
	if _, err := n.Corrected(func() data.ID { return "e" }); err == nil || !strings.Contains(data.Say(err), "correction 2") {
		t.Errorf("a correction of words that are not there: %v", err)
	}
}

func TestThePaperSaysHowFarTheMinutesHaveGot(t *testing.T) {
	n := nightOn(t, "11 June 2026")
	stamp := func(want string) {
		t.Helper()
		if got := n.Minutes(data.MinutesStyle{}).Stamp.String(); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	stamp("DRAFT, subject to approval")
	n.Approval, _ = n.Approval.Circulate(data.Circulation{On: july(1)})
	stamp("DRAFT, subject to approval")
	n.Approval, _ = n.Approval.Approve(n.Minutes(data.MinutesStyle{}), false, "", july(9))
	stamp("APPROVED, as a true record on 9 July 2026")
	n.Meeting.Venue = "elsewhere"
	if lines := n.Minutes(data.MinutesStyle{}).Lines; lines[0] != "Canalside Community Hall" {
		t.Errorf("approved minutes print what the book says now: %q", lines)
	}
	n.Approval, _ = n.Approval.Sign(n.Meeting.Chair, july(9))
	n.Seal = "3F2A 9C01"
	stamp("SIGNED, by Margaret Dunne on 9 July 2026")
	m := n.Minutes(data.MinutesStyle{})
	if m.Seal != "3F2A 9C01" || m.Signer != "" || strings.Join(m.Standing, " ") != "Approved as a true record on 9 July 2026. Signed by Margaret Dunne on 9 July 2026." {
		t.Errorf("%q, %q, %q", m.Seal, m.Signer, m.Standing)
	}
}
