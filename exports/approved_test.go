package exports_test

import (
	"testing"

	"branchbook/data"
)

// agreed is the evening of 14 May with its minutes approved as amended on 11 June and signed, and an addendum since.
func agreed(t *testing.T) data.Evening {
	t.Helper()
	e := fourteenthOfMay(t)
	june := data.MustDate(2026, 6, 11)
	e.Corrections = []data.Correction{{Number: 1, Kind: data.CorrectOther, Words: "The jumble sale raised £215.40.", Agreed: true, On: june}}
	a, err := e.Approval.Approve(e.Minutes(data.MinutesStyle{}), true, "", june)
	if err != nil {
		t.Fatal(err)
	}
	if e.Approval, err = a.Sign(e.Meeting.Chair, june); err != nil {
		t.Fatal(err)
	}
	e.Seal = "3F2A 9C01 77B0"
	e.Corrections = append(e.Corrections, data.Correction{
		Number: 1, Kind: data.CorrectOther, Words: "Wilf Armitage is of Westgate Branch.", Addendum: true, Agreed: true, On: data.MustDate(2026, 10, 8),
	})
	return e
}

func TestSignedMinutesSayWhoSignedWhatWasCorrectedAndTheirSeal(t *testing.T) {
	shows(t, seen(t, "signed.docx", minutesOf(t, agreed(t).Minutes(data.MinutesStyle{}))),
		"SIGNED", "by Margaret Dunne on 11 June 2026", "Corrections", "1. The jumble sale raised £215.40.",
		"Approved as amended on 11 June 2026, with 1 correction.", "Signed by Margaret Dunne on 11 June 2026.",
		"Addendum 1, agreed 8 October 2026: Wilf Armitage is of Westgate Branch.", "Seal 3F2A 9C01 77B0")
}
