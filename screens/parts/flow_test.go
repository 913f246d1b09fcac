package parts

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"branchbook/data"
)

// inTheme starts an app for the test that looks like ours.
func inTheme(t *testing.T, s Scheme, percent int) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(NewTheme(s, percent))
}

// onShow puts o in a window of that size.
func onShow(t *testing.T, o fyne.CanvasObject, width, height float32) fyne.Window {
	t.Helper()
	w := test.NewTempWindow(t, o)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(width, height))
	return w
}

var endless = strings.Repeat("Saturday opening of Canalside Library and ", 40)

func TestNoPartIsMadeWideByALongString(t *testing.T) {
	inTheme(t, Light, 100)
	today := data.MustDate(2026, 5, 4)
	field, date, digits, editor := NewField(endless), NewDateField(today), NewDigits(), NewEditor(endless, 3)
	field.Put(endless)
	date.Put(endless)
	digits.Put(strings.Repeat("9", 300))
	editor.Put(endless)
	save := NewSaveState()
	save.Failed(endless)
	undo := NewUndoBar("Ctrl+U", nil)
	undo.Say(endless, "8.09pm", true)
	banner := NewBanner()
	banner.Say(Red, IconWarning, endless, endless)
	work := NewProgressLine()
	work.Start(endless, func() {})
	name := NewNameField(endless, func(string) []Candidate { return []Candidate{{ID: "1", Name: endless, Note: endless}} }, nil)
	name.field.Put(endless)
	name.Search()
	register := NewRegister(TwoLines, RegisterColumn{Title: endless, Width: 120, Grow: 1})
	register.SetRows(Rows{Len: 1, ID: func(int) string { return "1" }, Cells: func(int) []Cell { return []Cell{{Text: endless, Sub: endless}} }})
	sheet := NewSheetPreview(3)
	sheet.SetSheet([]string{endless}, [][]string{{endless}})
	form := NewFormRow(endless, NewField("")).WithHint(endless)
	form.SetError(endless)
	for what, o := range map[string]fyne.CanvasObject{
		"text": Body(endless), "title": Title(endless), "wrapped": Body(endless).Wrapped(0), "rich": NewRich(RoleBody, Run{Text: endless}),
		"button": NewButton(endless, nil).WithIcon(IconPlus).WithKey("Ctrl+S"), "chip": NewChip(Green, IconCheck, endless),
		"keycap": NewKeycap(endless), "card": Card(Body(endless)), "headed card": HeadedCard(endless, Caption(endless), Body(endless)),
		"check": NewCheck(endless, nil), "choice": NewChoice([]string{endless}, endless, nil), "switch": NewSwitch(endless, endless, nil),
		"field": field, "date": date, "digits": digits, "editor": editor, "save": save, "undo": undo, "banner": banner, "progress": work,
		"name": name, "register": register, "sheet": sheet, "form row": form, "scroll": NewScroll(Body(endless)),
		"life":     Life([]Step{{Title: endless, Text: endless, When: endless}}),
		"timeline": NewTimeline([]Moment{{On: today, Title: endless, Text: endless, Chip: Mark{Green, IconCheck, endless}}}),
		"fact":     FactRow(endless, Body(endless)),
	} {
		if got := o.MinSize().Width; got > 330 {
			t.Errorf("%s asks for a width of %v", what, got)
		}
	}
}

func TestEqualWeightsGetEqualWidthsWhateverIsInThem(t *testing.T) {
	inTheme(t, Light, 100)
	a, b := Grow(Body("x"), 1), Grow(NewButton("Something longer", nil), 1)
	onShow(t, Row(10, a, b), 410, 60)
	if a.Size().Width != 200 || b.Size().Width != 200 {
		t.Errorf("the widths are %v and %v", a.Size().Width, b.Size().Width)
	}
}

func TestATextIsCutOnlyWhereThereIsNoRoom(t *testing.T) {
	inTheme(t, Light, 100)
	text := Body("Canalside Community Hall")
	w := onShow(t, Row(8, text, NewChip(Green, "", "Carried")), 600, 40)
	if got := text.words[0]; got != "Canalside Community Hall" {
		t.Errorf("with room it reads %q", got)
	}
	w.Resize(fyne.NewSize(160, 40))
	if got := text.words[0]; !strings.HasSuffix(got, "…") || len(got) < 5 {
		t.Errorf("without room it reads %q", got)
	}
}

func TestARowSettlesWhenItsWordsChange(t *testing.T) {
	inTheme(t, Light, 100)
	short := Body("5")
	after := NewKeycap("F2")
	onShow(t, Card(Column(8, Row(8, short, after, Gap()))), 600, 90)
	before := after.Position().X
	short.SetText("fifteen voters in the room")
	if short.words[0] != "fifteen voters in the room" {
		t.Errorf("it reads %q", short.words[0])
	}
	if after.Position().X <= before {
		t.Error("what stands after it has not moved")
	}
}

func TestWrappedTextTakesTheHeightItNeeds(t *testing.T) {
	inTheme(t, Light, 100)
	text, below := Body(strings.Repeat("a motion about crossings ", 12)).Wrapped(0), Body("below")
	onShow(t, Column(4, text, below), 300, 500)
	if lines := len(text.words); lines < 4 {
		t.Fatalf("it has %d lines", lines)
	}
	if end := text.Position().Y + HeightFor(text, 300); below.Position().Y < end {
		t.Errorf("the next line stands at %v, over words that end at %v", below.Position().Y, end)
	}
}

func TestALongWordIsBrokenAndTheLastLineAllowedEndsInAnEllipsis(t *testing.T) {
	inTheme(t, Light, 100)
	text := Body("Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch and more words").Wrapped(2)
	onShow(t, text, 160, 100)
	if len(text.words) != 2 || !strings.HasSuffix(text.words[1], "…") {
		t.Errorf("it reads %q", text.words)
	}
}

func TestWhatIsHiddenTakesNoRoom(t *testing.T) {
	inTheme(t, Light, 100)
	hidden := Body("gone")
	hidden.Hide()
	if with, without := Column(8, Body("a"), Grow(hidden, 1), Body("b")).MinSize(), Column(8, Body("a"), Body("b")).MinSize(); with != without {
		t.Errorf("with it %v, without it %v", with, without)
	}
}

func TestAScrollIsAsHighAsItsWordsAreAtItsWidth(t *testing.T) {
	inTheme(t, Light, 100)
	text := Body(strings.Repeat("a motion about crossings ", 60)).Wrapped(0)
	s := NewScroll(Column(0, text, Body("the end")))
	onShow(t, s, 300, 200)
	content := s.scroll.Content.MinSize().Height
	if want := HeightFor(text, 290) + HeightFor(Body("x"), 290); content < want-1 || content > want+1 {
		t.Errorf("the content is %v high, want %v", content, want)
	}
}

func TestTwiceTheTextIsTwiceTheRoom(t *testing.T) {
	inTheme(t, Light, 100)
	small := Natural(NewButton("Record the vote", nil).WithKey("F4"))
	fyne.CurrentApp().Settings().SetTheme(NewTheme(Light, 200))
	large := Natural(NewButton("Record the vote", nil).WithKey("F4"))
	if large.Width < small.Width*1.9 || large.Height != small.Height*2 {
		t.Errorf("a button is %v at 100%% and %v at 200%%", small, large)
	}
}

func TestMarkedTextWrapsBetweenWordsAndKeepsJoinedRunsTogether(t *testing.T) {
	inTheme(t, Light, 100)
	r := NewRich(RoleBody, Run{Text: "after the word "}, Run{Text: "Canal", Bold: true}, Run{Text: "side"}, Run{Text: "\nnext"})
	pieces, size := r.set(115)
	at := map[string]piece{}
	for _, p := range pieces {
		at[p.text] = p
	}
	if at["Canal"].y != at["side"].y || at["side"].x != at["Canal"].x+at["Canal"].width {
		t.Errorf("Canal is at %v, side at %v", at["Canal"], at["side"])
	}
	if at["next"].x != 0 || at["next"].y <= at["side"].y {
		t.Errorf("the line break was lost: %v", at["next"])
	}
	if size.Width > 115 {
		t.Errorf("it is %v wide", size.Width)
	}
	if got := NewRich(RoleBody, Run{Text: "a "}, Run{Text: "b", Change: Added}).AccessibilityLabel(); got != "a [added: b]" {
		t.Errorf("a screen reader says %q", got)
	}
}
