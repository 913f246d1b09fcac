//go:build journeys

package journeys

import (
	"strings"
	"testing"
)

// Scenario 5: the minutes of June come up in July, two corrections are made, they are approved as amended, signed and
// locked; a later mistake gets an addendum.
func TestMinutesAreApprovedAsAmendedSignedAndLocked(t *testing.T) {
	d := newDesk(t)
	d.ownsTheExample()
	d.plansNext("2026-05-20 10:00")
	d.meets("2026-06-11 19:30")
	for _, v := range theTen {
		d.says("i "+v[0], "notify "+v[1]+" is in at ")
	}
	d.says("s", "notify The meeting was opened at 7.30pm.")
	d.says("t The treasurer reported a balance of GBP 1,561.16.", "notify Written under item 1.")
	d.closes("notify The meeting was closed at 7.30pm.")
	d.quits()

	d.plansNext("2026-06-20 10:00")
	d.meets("2026-07-09 19:30")
	for _, v := range theTen {
		d.says("i "+v[0], "notify "+v[1]+" is in at ")
	}
	d.says("s", "notify The meeting was opened at 7.30pm.")
	before := d.keys
	d.says("go 3", "notify Item 3, Minutes of 11 June.") // behind those of 9 April, which still wait
	d.press("alt+v")
	d.hears("place approval")
	d.settles()
	d.shot("1-draft")
	d.press("alt+a")
	d.hears("panel Add a correction")
	d.press("Tab", "Tab", "ctrl+a")
	d.write("The treasurer reported a balance of GBP 1,516.16.")
	d.settles()
	d.shot("2-correction")
	d.press("Tab", "Tab", "Return")
	d.hears("notify ")
	d.settles()
	d.press("alt+a")
	d.hears("panel Add a correction")
	d.press("Down", "Tab")
	d.write("ashw")
	d.settles()
	d.press("Return")
	d.write("yildi")
	d.settles()
	d.press("Return")
	d.settles()
	d.shot("3-apologies")
	d.press("Tab", "Tab", "Return")
	d.hears("notify ")
	d.settles()
	d.shot("4-two-corrections")
	d.press("ctrl+Return")
	d.hears("notify The minutes")
	d.settles()
	d.press("ctrl+Return")
	d.hears("panel Signed by the chair")
	d.press("Tab", "Tab", "Return")
	d.hears("notify The minutes")
	d.settles()
	d.shot("5-signed")
	t.Logf("two corrections, approved as amended, signed: %d keys", d.keys-before)

	d.press("ctrl+Return") // what was "Add a correction" is an addendum now
	d.hears("panel Add an addendum")
	d.press("End", "Tab", "Tab")
	d.write("The hall was the annexe.")
	d.settles()
	d.press("Tab", "Tab", "Return")
	d.hears("notify ")
	d.settles()
	d.shot("6-addendum")
	d.press("alt+g")
	d.hears("panel Addendum 1 agreed")
	d.press("Tab", "Tab", "Tab", "Return")
	d.hears("notify ")
	d.settles()
	d.shot("7-agreed")
	d.quits()

	b := d.reads(exampleBranch)
	june, july := b.on(t, "2026-06-11"), b.on(t, "2026-07-09")
	for _, a := range b.Approvals {
		if a.Meeting == june.ID {
			want(t, "approved at", a.ApprovedAt, july.ID)
			want(t, "signed", a.Signed, "2026-07-09")
			want(t, "as amended", a.AsAmended, true)
		}
	}
	paper := d.papered(exampleBranch, "2026-06-11")
	for _, words := range []string{"SIGNED", "Approved as amended on 9 July 2026, with 2 corrections.", "Apologies (2)", "GBP 1,516.16", "June Ashworth", "Okan Yıldız", "The hall was the annexe.", "Addendum 1"} {
		if !strings.Contains(paper, words) {
			t.Errorf("the minutes do not say %q:\n%s", words, paper)
		}
	}
}
