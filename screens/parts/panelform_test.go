package parts

import (
	"errors"
	"testing"

	"fyne.io/fyne/v2"

	"branchbook/data"
	"branchbook/screens/place/placetest"
)

func TestAPanelIsOpenedWithItsFormAndShut(t *testing.T) {
	inTheme(t, Light, 100)
	shell := &placetest.Shell{}
	title := NewField("Title")
	form := NewPanelForm(NewFormRow("Title", title), NewButton("Record", nil))
	form.Shut() // before it is open, that is nothing
	form.Open(shell, "Log a motion", title)
	if len(shell.Opened) != 1 || shell.Opened[0].Title != "Log a motion" || shell.Opened[0].First != fyne.Focusable(title) {
		t.Fatalf("opened: %+v", shell.Opened)
	}
	form.Shut()
	if len(shell.Opened) != 0 {
		t.Fatal("the panel is still open")
	}
}

func TestAFormSaysWhatIsWrongOverItsButtons(t *testing.T) {
	inTheme(t, Light, 100)
	record := NewButton("Record", nil)
	form := NewPanelForm(NewFormRow("Title", NewField("")), record)
	onShow(t, form.view, 480, 260)
	form.Say(Red, "A motion needs a title.")
	if !form.says.Visible() || form.says.Text() != "A motion needs a title." || form.says.Size().Height < Dp(10) {
		t.Fatalf("it says %q in a height of %v", form.says.Text(), form.says.Size().Height)
	}
	_, err := data.ParseDate("31 June 2026")
	form.Fail(err)
	if got := form.says.Text(); got != "That is not a date. Write it like 14 May 2026." {
		t.Fatalf("of a day that is not there it says %q", got)
	}
	form.Fail(data.NewProblem("That title stands already.", errors.New("twice")))
	if got := form.says.Text(); got != "That title stands already." {
		t.Fatalf("of a problem it says %q", got)
	}
	form.Say(Plain, "")
	if form.says.Visible() {
		t.Fatal("an empty line is on show")
	}
}

func TestAFormOfManyRowsScrollsAndKeepsItsButtonsInSight(t *testing.T) {
	for _, percent := range []int{100, 200} {
		inTheme(t, Light, percent)
		var rows []fyne.CanvasObject
		for range 12 {
			rows = append(rows, NewFormRow("Holder", NewField("")))
		}
		form := NewPanelForm(Column(8, rows...), NewButton("Record", nil))
		w := onShow(t, form.view, 700, 420)
		if got := w.Canvas().Size().Height; got > 420 {
			t.Errorf("at %d%%: the window was made %v high", percent, got)
		}
		if foot := form.foot.Position().Y + form.foot.Size().Height; foot > 420 || form.foot.Size().Height < Dp(30) {
			t.Errorf("at %d%%: the foot ends at %v and is %v high", percent, foot, form.foot.Size().Height)
		}
	}
}
