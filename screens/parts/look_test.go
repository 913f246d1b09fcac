package parts

import (
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"branchbook/data"
)

// sampler is one of nearly everything.
func sampler() fyne.CanvasObject {
	today := data.MustDate(2026, 5, 4)
	rail := NewRail([]RailItem{
		{Place: "today", Name: "Today", Icon: IconCalendar}, {Place: "meetings", Name: "Meetings", Icon: IconMeeting},
		{Place: "motions", Name: "Motions", Icon: IconDocument}, {Place: "posts", Name: "Posts & delegates", Short: "Posts", Icon: IconRosette},
		{Place: "members", Name: "Members", Icon: IconPeople}, {Place: "actions", Name: "Actions", Icon: IconCheckbox},
		{Place: "returns", Name: "Returns", Icon: IconSend}, {Place: "settings", Name: "Settings", Icon: IconSliders, Apart: true},
	}, RailActions{SearchKey: "Ctrl+K", LockKey: "Ctrl+L"})
	rail.SetCurrent("motions")
	rail.SetCount("actions", 6)
	rail.SetCount("returns", 12)
	rail.Save().Saved("Saved 8.40pm")
	bar := NewUndoBar("Ctrl+U", nil)
	bar.Say("M-2026-03: CLP result entered, carried 41–23.", "8.38pm", true)
	reg := sampleRegister()
	card := Card(Column(10,
		Row(8, Secondary("M-2026-03"), Gap(), NewChip(Green, IconCheck, "Carried 16–0–2")),
		Heading("Repairs backlog in council homes").Wrapped(2),
		Body("This branch asks the CLP to press for every damp and mould report to be answered within 14 days.").Wrapped(0),
		Rule(),
		Life([]Step{{Title: "Received", Text: "By email, 5 days before the deadline", When: "28 March", Done: true},
			{Title: "Carried 16–0–2", When: "9 April", Done: true}, {Title: "Report back to the branch", Text: "On the agenda under item 6", When: "14 May", Now: true}}),
		Row(8, NewButton("Mark reported back", nil).Primary(), NewButton("Print", nil).WithIcon(IconPrinter)),
	))
	field := NewField("Name or first letters")
	field.Put("oka")
	date := NewDateField(today)
	date.PutDate(today)
	banner := NewBanner()
	banner.Say(Green, IconCheck, "Carried: 12 for, 2 against", "12 is more than 2. The 1 abstention is recorded but not counted.")
	digits := NewDigits()
	digits.Put("12")
	editor := NewEditor("", 3)
	editor.Put("Tomasz Wiśniewski moved M-2026-04, asking the council to keep Canalside Library open on Saturdays. Siân Llewellyn seconded. Members noted that the consultation closes.")
	check := NewColumnCheck("Email", true, nil)
	check.SetChecked(true)
	warn := NewSwitch("Warn", "Off", nil)
	warn.SetOn(true)
	line := NewTimeline([]Moment{
		{On: data.MustDate(2026, 4, 30), Title: "Thu 30 April, noon", Text: "Motions deadline", Chip: Mark{Green, IconCheck, "Passed, 2 received"}, Icon: IconCheck, Tone: Green},
		{On: today, Title: "Today", Text: "Monday 4 May", Now: true},
		{On: data.MustDate(2026, 5, 7), Title: "Thu 7 May", Text: "Notice to members, 7 days before", Chip: Mark{Amber, IconClock, "Due in 3 days"}, Icon: IconClock, Tone: Amber},
		{On: data.MustDate(2026, 5, 14), Title: "Thu 14 May, 7.30pm", Text: "Ordinary meeting", Chip: Mark{Grey, "", "In 10 days"}, Icon: IconMeeting, Tone: Grey},
	})
	sheet := NewSheetPreview(2)
	sheet.SetSheet([]string{"Delegate", "Seat", "Email"}, [][]string{{"Adebayo Adeyemi", "1", "adeyemi@mail.example"}, {"Nadia Benkhelifa", "2", "nadia.b@mail.example"}})
	page := Page(Column(12,
		PageHead(Title("Motions"), Secondary("Every motion since January 2025, and where each one has got to"),
			NewButton("Export the register", nil).WithIcon(IconTable).Tall(), NewButton("Log a motion", nil).Primary().WithIcon(IconPlus).WithKey("F3").Tall()),
		Row(12, NewSegments([]string{"All 14", "Carried 11", "Lost 2", "Remitted 1"}, nil), NewTabs([]string{"Present 16", "Apologies 5"}, nil), NewPips(15, 10, 18)),
		Card(line),
		Grow(RowFill(16, Grow(Sheet(reg), 2), Fixed(NewScroll(card), 360)), 1),
		Row(12, Fixed(NewFormRow("Date", date).WithHint("2nd Thursday"), 170), Fixed(NewFormRow("Name", field), 140), Fixed(digits, 100),
			check, NewCheck("Mark as left", nil), warn, Fixed(NewChoice([]string{"Ordinary meeting"}, "Choose a kind of meeting", nil), 150)),
		RowTop(12, Grow(editor, 1), Grow(Column(6, banner, sheet), 1)),
		NewRich(RoleBody, Run{Text: "Install a crossing "}, Run{Text: "on Mill Lane", Change: Removed}, Run{Text: " "}, Run{Text: "and Lock Road", Change: Added}, Run{Text: " with "}, Run{Text: "library", Change: Highlight}, Run{Text: " access."}),
	))
	return Layers(NewPlate(ColorPaper), RowFill(0, rail, Grow(Column(0, Grow(page, 1), bar), 1)))
}

func sampleRegister() *Register {
	reg := NewRegister(TwoLines, RegisterColumn{Title: "Ref", Width: 100}, RegisterColumn{Title: "Motion and mover", Width: 160, Grow: 1},
		RegisterColumn{Title: "Vote", Width: 70}, RegisterColumn{Title: "Outcome", Width: 110}, RegisterColumn{Title: "Sent to", Width: 120})
	refs := []string{"M-2026-05", "M-2026-04", "M-2026-03", "M-2026-02"}
	reg.SetRows(Rows{Len: len(refs), ID: func(i int) string { return refs[i] }, Cells: func(i int) []Cell {
		return []Cell{{Text: refs[i], Bold: true, Sub: "14 May"}, {Text: "Saturday opening, Canalside Library, and a very long tail of words", Sub: "Tomasz Wiśniewski"},
			{Text: "13–1–1", Bold: true}, {Chip: Mark{Green, IconCheck, "Carried"}}, {Text: "CLP, council", Sub: "To send", SubIcon: IconSend, SubTone: Amber}}
	}})
	reg.SetSorted(0, true)
	reg.Select("M-2026-03")
	return reg
}

// TestEverythingIsDrawnInEveryLook draws one of everything in each scheme and size. With BRANCHBOOK_LOOK set to a
// folder it leaves the pictures there for people to look at.
func TestEverythingIsDrawnInEveryLook(t *testing.T) {
	for _, look := range []struct {
		name    string
		scheme  Scheme
		percent int
	}{{"light", Light, 100}, {"dark", Dark, 100}, {"contrast", Contrast, 100}, {"light-150", Light, 150}, {"light-200", Light, 200}} {
		t.Run(look.name, func(t *testing.T) {
			app := test.NewTempApp(t)
			app.Settings().SetTheme(NewTheme(look.scheme, look.percent))
			w := test.NewTempWindow(t, sampler())
			w.SetPadded(false)
			w.Resize(fyne.NewSize(1366, 1000))
			picture := w.Canvas().Capture()
			if picture.Bounds().Dx() < 1000 {
				t.Fatalf("the window is %v wide", picture.Bounds().Dx())
			}
			folder := os.Getenv("BRANCHBOOK_LOOK")
			if folder == "" {
				return
			}
			f, err := os.Create(filepath.Join(folder, look.name+".png"))
			if err != nil {
				t.Fatal(err)
			}
			defer f.Close()
			if err := png.Encode(f, picture); err != nil {
				t.Fatal(err)
			}
		})
	}
}

func TestTheWindowChangesWhenAnotherLookIsChosen(t *testing.T) {
	app := test.NewTempApp(t)
	app.Settings().SetTheme(NewTheme(Light, 100))
	text, chip, field := Body("Motions"), NewChip(Green, IconCheck, "Carried"), NewField("")
	content := Card(Column(8, text, Left(chip), field, sampleRegister()))
	w := test.NewTempWindow(t, content)
	w.Resize(fyne.NewSize(800, 600))
	small := text.lines[0].TextSize
	app.Settings().SetTheme(NewTheme(Dark, 200))
	content.Refresh()
	if text.lines[0].TextSize != 2*small {
		t.Errorf("text went from %v to %v", small, text.lines[0].TextSize)
	}
	if got, want := text.lines[0].Color, paint(ColorInk); got != want {
		t.Errorf("text is %v, want %v", got, want)
	}
	if got, want := chip.plate.rect.FillColor, paint(ColorGreenFill); got != want {
		t.Errorf("the chip is %v, want %v", got, want)
	}
}
