package app

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"branchbook/screens/place"
)

func TestThePlaceHasItsKeyBeforeTheWindow(t *testing.T) {
	var ran []string
	does := func(name string) func() { return func() { ran = append(ran, name) } }
	bar := menuBar([]place.Command{
		{Menu: "Lists", Name: "Export the return", Key: place.Ctrl(fyne.KeyS), Run: does("export")},
		{Menu: "Book", Name: "Save", Key: place.Ctrl(fyne.KeyS), Run: does("save")},
	}, func() bool { return false })
	if bar.Items[0].Label != "Book" || bar.Items[1].Label != "Lists" {
		t.Fatalf("the menus are %s, %s", bar.Items[0].Label, bar.Items[1].Label)
	}
	if bar.Items[0].Items[0].Shortcut != nil || bar.Items[1].Items[0].Shortcut == nil {
		t.Error("Ctrl+S is not the place's alone")
	}
	bar.Items[1].Items[0].Action()
	if strings.Join(ran, " ") != "export" {
		t.Errorf("ran %v", ran)
	}
}

func TestAGreyedCommandAndOneBehindAPanelDoNothing(t *testing.T) {
	ran, behind, allowed := 0, false, false
	bar := menuBar([]place.Command{
		{Menu: "Meeting", Name: "Close", Run: func() { ran++ }, Enabled: func() bool { return allowed }},
	}, func() bool { return behind })
	item := bar.Items[0].Items[0]
	item.Action() // Fyne 2.8.1 runs the shortcut of a disabled item
	if ran != 0 || !item.Disabled {
		t.Error("a command that is not allowed ran")
	}
	allowed, behind = true, true
	item.Action()
	if ran != 0 {
		t.Error("a command ran behind a panel")
	}
	behind = false
	item.Action()
	if ran != 1 {
		t.Errorf("an allowed command ran %d times", ran)
	}
}

func TestABareKeyIsShownInTheMenu(t *testing.T) {
	bar := menuBar([]place.Command{{Menu: "Meeting", Name: "Check in", Key: place.Bare(fyne.KeyF2), Run: func() {}}}, func() bool { return false })
	if got := bar.Items[0].Items[0].Label; !strings.HasSuffix(got, "F2") {
		t.Errorf("the menu says %q", got)
	}
}

func TestAPlaceWithItsOwnWayOfACommandHasItOnceInTheMenu(t *testing.T) {
	ran := ""
	bar := menuBar([]place.Command{
		{Menu: "Record", Name: "Record an election", Key: place.Ctrl(fyne.KeyE), Run: func() { ran = "in the minutes" }},
		{Menu: "Record", Name: "Record an election", Key: place.Ctrl(fyne.KeyE), Run: func() { ran = "on its page" }},
	}, func() bool { return false })
	if n := len(bar.Items[0].Items); n != 1 {
		t.Fatalf("it stands there %d times", n)
	}
	if bar.Items[0].Items[0].Action(); ran != "in the minutes" {
		t.Errorf("it ran %s", ran)
	}
}
