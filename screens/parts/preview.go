package parts

import (
	"fmt"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
)

// A SheetPreview shows the first rows of a spreadsheet as it will be, with letters and numbers at its edges.
type SheetPreview struct {
	part
	most int
}

// NewSheetPreview returns an empty sheet that shows at most so many rows under the head.
func NewSheetPreview(most int) *SheetPreview {
	s := &SheetPreview{most: most}
	s.content = Column(0)
	s.ExtendBaseWidget(s)
	return s
}

// sheetColumns is how many columns can be read side by side.
const sheetColumns = 8

// SetSheet shows other columns and rows. A row may be shorter than the head. Of more columns than can be read side by side it
// shows the first, and says how many there are besides.
func (s *SheetPreview) SetSheet(head []string, rows [][]string) {
	shown := len(head)
	if shown > sheetColumns+1 {
		shown = sheetColumns
		head = append(slices.Clone(head[:shown]), fmt.Sprintf("and %d more", len(head)-shown))
	}
	letters := make([]string, len(head))
	for i := range shown {
		letters[i] = columnLetter(i)
	}
	lines := []fyne.CanvasObject{sheetLine("", letters, RoleCaption, ColorSunken), sheetLine("1", head, RoleLabel, ColorGreyFill)}
	for i, row := range rows[:min(len(rows), s.most)] {
		cells := make([]string, len(head))
		copy(cells, row[:min(len(row), shown)])
		lines = append(lines, sheetLine(strconv.Itoa(i+2), cells, RoleSecondary, none))
	}
	s.content = Layers(NewPlate(ColorSurface), Column(0, lines...), newPlate(none, ColorBorder, 1, 0))
	s.Refresh()
}

// CreateRenderer shows whatever sheet it has now.
func (s *SheetPreview) CreateRenderer() fyne.WidgetRenderer {
	f := &face{min: func() fyne.Size { return s.content.MinSize() }}
	f.layout = func(size fyne.Size) { s.content.Resize(size) }
	f.refresh = func() {
		f.objects = []fyne.CanvasObject{s.content}
		s.content.Resize(s.Size())
		s.content.Refresh()
	}
	f.objects = []fyne.CanvasObject{s.content}
	return f
}

func sheetLine(number string, cells []string, role Role, fill fyne.ThemeColorName) fyne.CanvasObject {
	row := []fyne.CanvasObject{Layers(NewPlate(ColorSunken), Fixed(AtLeast(Centre(Caption(number)), 0, 30), 30))}
	for _, text := range cells {
		cell := NewText(role, text).InColor(ColorInk)
		row = append(row, Rule(), Grow(Layers(NewPlate(fill), AtLeast(PadXY(cell, 8, 4), 0, 30)), 1))
	}
	return Column(0, RowFill(0, row...), Rule())
}

// columnLetter returns the name of a column in a spreadsheet: A to Z, then AA.
func columnLetter(i int) string {
	name := ""
	for i++; i > 0; i = (i - 1) / 26 {
		name = string(rune('A'+(i-1)%26)) + name
	}
	return name
}
