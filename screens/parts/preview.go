package parts

import (
	"fmt"
	"slices"
	"strconv"
	"unicode/utf8"

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

// What can be read side by side, in our pixels at a usual size of text.
const (
	sheetWidth  = 660
	leastCell   = 30
	mostCell    = 130
	cellEdges   = 17
	cellLetter  = 8.4 // of secondary text, on average
	moreColumns = 104
)

// SetSheet shows other columns and rows. A row may be shorter than the head. Each column is as wide as what stands in it needs,
// within reason; of more columns than can be read side by side it shows the first, and says how many there are besides.
func (s *SheetPreview) SetSheet(head []string, rows [][]string) {
	rows = rows[:min(len(rows), s.most)]
	widths := columnWidths(head, rows)
	shown := columnsThatFit(widths)
	if more := len(head) - shown; more > 0 {
		head = append(slices.Clone(head[:shown]), fmt.Sprintf("and %d more", more))
		widths = append(widths[:shown], moreColumns)
	}
	letters := make([]string, len(head))
	for i := range shown {
		letters[i] = columnLetter(i)
	}
	lines := []fyne.CanvasObject{sheetLine("", letters, widths, RoleCaption, ColorSunken), sheetLine("1", head, widths, RoleLabel, ColorGreyFill)}
	for i, row := range rows {
		cells := make([]string, len(head))
		copy(cells, row[:min(len(row), shown)])
		lines = append(lines, sheetLine(strconv.Itoa(i+2), cells, widths, RoleSecondary, none))
	}
	s.content = Layers(NewPlate(ColorSurface), Column(0, lines...), newPlate(none, ColorBorder, 1, 0))
	s.Refresh()
}

// columnWidths returns how wide each column would be by its longest cell.
func columnWidths(head []string, rows [][]string) []float32 {
	widths := make([]float32, len(head))
	for i, title := range head {
		longest := utf8.RuneCountInString(title) + 1 // the head is bold
		for _, row := range rows {
			if i < len(row) {
				longest = max(longest, utf8.RuneCountInString(row[i]))
			}
		}
		widths[i] = min(max(float32(longest)*cellLetter, leastCell), mostCell) + cellEdges
	}
	return widths
}

// columnsThatFit returns how many of the columns can be read side by side; at least one.
func columnsThatFit(widths []float32) int {
	var used float32
	for i, w := range widths {
		used += w
		switch last := i == len(widths)-1; {
		case last && used <= sheetWidth:
			return len(widths)
		case used > sheetWidth-moreColumns && !last || last:
			return max(i, min(1, len(widths)))
		}
	}
	return len(widths)
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

func sheetLine(number string, cells []string, widths []float32, role Role, fill fyne.ThemeColorName) fyne.CanvasObject {
	row := []fyne.CanvasObject{Layers(NewPlate(ColorSunken), Fixed(AtLeast(Centre(Caption(number)), 0, 30), 30))}
	for i, text := range cells {
		cell := NewText(role, text).InColor(ColorInk)
		row = append(row, Rule(), Grow(Layers(NewPlate(fill), AtLeast(PadXY(cell, 8, 4), 0, 30)), widths[i]))
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
