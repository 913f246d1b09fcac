package parts

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"branchbook/data"
)

func TestTheUndoBarNeverChangesHeight(t *testing.T) {
	inTheme(t, Light, 100)
	u := NewUndoBar("Ctrl+U", nil)
	onShow(t, u, 1000, 60)
	empty := u.MinSize().Height
	u.Say("Motion M-2026-04 recorded as carried.", "8.09pm", true)
	said := u.MinSize().Height
	u.Warn("Kept here, not saved", "")
	if empty != said || said != u.MinSize().Height {
		t.Errorf("it is %v, %v and %v high", empty, said, u.MinSize().Height)
	}
}

func TestUndoIsOfferedOnlyWhenThereIsSomethingToTakeBack(t *testing.T) {
	inTheme(t, Light, 100)
	undone := 0
	u := NewUndoBar("Ctrl+U", func() { undone++ })
	test.Tap(u.undo)
	u.Say("Okafor checked in.", "7.31pm", true)
	test.Tap(u.undo)
	u.Warn("Kept here, not saved", "")
	test.Tap(u.undo)
	if undone != 1 {
		t.Errorf("undone %d times", undone)
	}
}

func TestTheRailShowsWhatWaitsAndGoesThere(t *testing.T) {
	inTheme(t, Light, 100)
	went := ""
	r := NewRail([]RailItem{{Place: "today", Name: "Today", Icon: IconCalendar}, {Place: "actions", Name: "Actions", Icon: IconCheckbox}},
		RailActions{Go: func(p string) { went = p }})
	onShow(t, r, 204, 600)
	r.SetCurrent("today")
	r.SetCount("actions", 6)
	if got := r.entries[1].wide.AccessibilityLabel(); got != "Actions, 6" {
		t.Errorf("it says %q", got)
	}
	test.Tap(r.entries[1].wide)
	if went != "actions" {
		t.Errorf("it went to %q", went)
	}
	wide := r.MinSize().Width
	r.SetNarrow(true)
	if narrow := r.MinSize().Width; wide < 204 || narrow > 80 || narrow < 72 {
		t.Errorf("the rail is %v wide, and %v when narrow", wide, narrow)
	}
}

func TestABannerKeepsItsWordsAndAProgressLineItsFigures(t *testing.T) {
	inTheme(t, Light, 100)
	b := NewBanner()
	if b.Visible() {
		t.Error("a banner with nothing to say is shown")
	}
	b.Say(Red, IconWarning, "Not saved since 8.12pm", "The disk is full.")
	if !b.Visible() || b.title.Text() != "Not saved since 8.12pm" {
		t.Errorf("it says %q", b.title.Text())
	}
	stopped := false
	p := NewProgressLine()
	onShow(t, p, 600, 50)
	p.Start("Writing the return", func() { stopped = true })
	p.Set(12400, 20000)
	if p.figure.Text() != "12,400 of 20,000" {
		t.Errorf("it shows %q", p.figure.Text())
	}
	test.Tap(p.cancel)
	if !stopped {
		t.Error("it cannot be cancelled")
	}
}

func TestPipsSayTheirNumbersAndNeverOverflow(t *testing.T) {
	inTheme(t, Light, 100)
	for _, n := range []struct{ have, need, of int }{{0, 0, 0}, {15, 10, 18}, {3, 10, 10}, {400, 20, 900}, {-1, -5, -9}} {
		p := NewPips(n.have, n.need, n.of)
		onShow(t, p, 120, 30)
		for _, o := range p.face.objects {
			if end := o.Position().X + o.Size().Width; end > 121 {
				t.Errorf("%v: a box ends at %v of 120", n, end)
			}
		}
	}
	if got := NewPips(15, 10, 18).AccessibilityLabel(); got != "15 of 10 needed" {
		t.Errorf("it says %q", got)
	}
}

func TestMomentsStandInOrderAndApart(t *testing.T) {
	inTheme(t, Light, 100)
	on := func(day int) data.Date { return data.MustDate(2026, 5, day) }
	l := NewTimeline([]Moment{
		{On: on(14), Title: "Thu 14 May"}, {On: on(4), Title: "Today", Now: true}, {On: on(5), Title: "Tue 5 May"}, {On: on(30), Title: "Sat 30 May"},
	})
	w := onShow(t, l, 900, 200)
	_, words := l.at.split(l.content.(*fyne.Container).Objects)
	for i := 1; i < len(words); i++ {
		if words[i].Position().X < words[i-1].Position().X+100 {
			t.Errorf("moment %d stands at %v, the one before at %v", i, words[i].Position().X, words[i-1].Position().X)
		}
	}
	w.Resize(fyne.NewSize(300, 400))
	if words[1].Position().Y <= words[0].Position().Y {
		t.Error("in a narrow window they are not one under the other")
	}
	NewTimeline(nil).MinSize()
}

func TestColumnsOfASheetAreNamedAsSpreadsheetsDo(t *testing.T) {
	for i, want := range map[int]string{0: "A", 25: "Z", 26: "AA", 701: "ZZ", 702: "AAA"} {
		if got := columnLetter(i); got != want {
			t.Errorf("column %d is %s, want %s", i, got, want)
		}
	}
}

func TestWhatAppearsPushesTheRestDownAndGivesTheRoomBack(t *testing.T) {
	inTheme(t, Light, 100)
	b, below := NewBanner(), Body("below")
	onShow(t, Pad(Column(8, b, below), 10), 500, 300)
	before := below.Position().Y
	b.Say(Red, IconWarning, "Not saved since 8.12pm", "The disk is full.")
	if below.Position().Y < before+40 {
		t.Errorf("what is below stands at %v, and stood at %v", below.Position().Y, before)
	}
	b.Clear()
	if below.Position().Y != before {
		t.Errorf("what is below stands at %v, and stood at %v", below.Position().Y, before)
	}
}
