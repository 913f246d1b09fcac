package page_test

import (
	"bytes"
	"errors"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"math/rand/v2"
	"strings"
	"testing"

	"branchbook/exports/page"
)

// rose is a picture of a size, red with a hole in it.
func rose(t testing.TB, width, height int, encode func(*bytes.Buffer, image.Image) error) []byte {
	t.Helper()
	p := image.NewNRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			if (x/max(width/4, 1)+y/max(height/4, 1))%2 == 0 {
				p.Set(x, y, color.NRGBA{200, 16, 46, 255})
			}
		}
	}
	var out bytes.Buffer
	if err := encode(&out, p); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func asPNG(out *bytes.Buffer, p image.Image) error  { return png.Encode(out, p) }
func asJPEG(out *bytes.Buffer, p image.Image) error { return jpeg.Encode(out, p, nil) }

func logo(t testing.TB, file []byte) page.Picture {
	t.Helper()
	p, err := page.NewPicture(file, "A red rose")
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// report is a paper with a logo, a chart and small print.
func report(t testing.TB) page.Document {
	return page.Document{Title: "Annual report", Unit: "Millbrook & Canalside Branch", Blocks: []page.Block{
		page.Masthead{Unit: "Millbrook & Canalside Branch", Title: "Annual report", Lines: []string{"Northgate CLP"}, Logo: logo(t, rose(t, 300, 200, asPNG)),
			Stamp: page.Stamp{Word: "DRAFT", Below: "not adopted"}},
		page.Paragraph{Runs: page.Plain("The branch met three times.")},
		attendanceChart(),
		page.Paragraph{Runs: page.Plain("Counted from the registers."), Small: true},
	}}
}

func attendanceChart() page.Chart {
	return page.Chart{Title: "Who came", Label: 0, Value: 1, Numbers: page.Table{
		Columns: []page.Column{{Title: "Meeting", Share: 3}, {Title: "Attended", Share: 1, Right: true}},
		Rows:    [][]string{{"Thu 12 Mar 2026", "18"}, {"Thu 9 Apr 2026", "4"}, {"Thu 14 May 2026", ""}},
	}}
}

func TestAChartIsDrawnAndItsNumbersStandUnderIt(t *testing.T) {
	for format, pages := range map[string][]string{"PDF": readBack(t, report(t)), "Word": opened(t, report(t))} {
		text := strings.Join(pages, "")
		for label, times := range map[string]int{"Thu 12 Mar 2026": 2, "18": 2, "Who came": 1, "Attended": 1, "Counted from the registers.": 1} {
			if n := strings.Count(text, label); n < times {
				t.Errorf("%s shows %q %d times, want %d:\n%s", format, label, n, times, text)
			}
		}
	}
}

func TestTheWordChartHoldsTheNumbersOfItsTable(t *testing.T) {
	parts := written(t, report(t))
	chart := parts["word/charts/chart2.xml"]
	if !strings.Contains(chart, `<c:pt idx="0"><c:v>18</c:v></c:pt><c:pt idx="1"><c:v>4</c:v></c:pt></c:numLit>`) {
		t.Errorf("the chart has other numbers:\n%s", chart)
	}
	if !strings.Contains(parts["word/document.xml"], `descr="Who came: a chart of Attended by Meeting. The table under it has the numbers."`) {
		t.Error("whoever cannot see the chart is told nothing")
	}
	if parts["word/media/logo.png"] == "" || !strings.Contains(parts["word/_rels/document.xml.rels"], `Id="rId7"`) {
		t.Error("the logo is not in the file")
	}
}

func TestAChartOfWordsIsRefused(t *testing.T) {
	for name, alter := range map[string]func(*page.Chart){
		"a word":            func(c *page.Chart) { c.Numbers.Rows[0][1] = "many" },
		"less than nothing": func(c *page.Chart) { c.Numbers.Rows[0][1] = "-1" },
		"no such column":    func(c *page.Chart) { c.Value = 7 },
		"a torn table":      func(c *page.Chart) { c.Numbers.Rows[0] = []string{"x"} },
	} {
		c := attendanceChart()
		alter(&c)
		if err := page.WritePDF(&bytes.Buffer{}, page.Document{Blocks: []page.Block{c}}); !errors.Is(err, page.ErrBlock) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestAChartOfNothingIsItsEmptyTable(t *testing.T) {
	c := attendanceChart()
	c.Numbers.Rows = nil
	if text := strings.Join(readBack(t, page.Document{Blocks: []page.Block{c}}), ""); !strings.Contains(text, "Attended") || strings.Contains(text, "Who came") {
		t.Errorf("it shows:\n%s", text)
	}
}

func TestTheSameReportIsTheSameBytes(t *testing.T) {
	if !bytes.Equal(pdf(t, report(t)), pdf(t, report(t))) {
		t.Error("two writings differ")
	}
}

func TestAPictureIsLookedAtBeforeItIsTaken(t *testing.T) {
	whole := rose(t, 100, 100, asPNG)
	for name, c := range map[string]struct {
		file []byte
		want error
	}{
		"not a picture":   {[]byte("GIF89a and the rest of it"), page.ErrNotPicture},
		"cut short":       {whole[:len(whole)/2], page.ErrNotPicture},
		"nothing":         {nil, page.ErrNotPicture},
		"too many pixels": {rose(t, 2001, 4, asPNG), page.ErrPictureLarge},
		"too many bytes":  {append(rose(t, 10, 10, asPNG), make([]byte, page.MaxPicture)...), page.ErrPictureLarge},
	} {
		if _, err := page.NewPicture(c.file, ""); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
	}
}

func TestALogoOfAnyShapeLeavesTheWordsTheirRoom(t *testing.T) {
	for _, size := range []image.Point{{1, 1}, {page.MaxSide, 1}, {1, page.MaxSide}} {
		d := page.Document{Blocks: []page.Block{page.Masthead{Unit: "Millbrook & Canalside Branch", Title: "Annual report", Logo: logo(t, rose(t, size.X, size.Y, asPNG))}}}
		if text := strings.Join(readBack(t, d), ""); !strings.Contains(text, "Millbrook & Canalside Branch") {
			t.Errorf("beside a logo of %v the PDF has:\n%s", size, text)
		}
		if text := strings.Join(opened(t, d), ""); !strings.Contains(text, "Millbrook & Canalside Branch") {
			t.Errorf("beside a logo of %v the Word file has:\n%s", size, text)
		}
	}
}

func TestALogoThatNobodyDescribedIsReadAloudAsWhoseItIs(t *testing.T) {
	p, err := page.NewPicture(rose(t, 30, 20, asPNG), "")
	if err != nil {
		t.Fatal(err)
	}
	document := written(t, page.Document{Blocks: []page.Block{page.Masthead{Unit: "Millbrook & Canalside Branch", Logo: p}}})["word/document.xml"]
	if !strings.Contains(document, `descr="Logo of Millbrook &amp; Canalside Branch"`) {
		t.Error("the logo has no words for those who cannot see it")
	}
}

func TestAPictureIsKeptWithoutWhatItsMakerWroteIntoIt(t *testing.T) {
	marked := rose(t, 1600, 900, asJPEG)
	marked = append([]byte{0xff, 0xd8, 0xff, 0xfe, 0, 14}, append([]byte("taken at home"[:12]), marked[2:]...)...) // a comment
	kept, err := page.Tidied(marked)
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(kept, []byte("taken at")) {
		t.Error("the comment is still in the file")
	}
	size, format, err := image.DecodeConfig(bytes.NewReader(kept))
	if err != nil || format != "jpeg" || size.Width != 800 || size.Height != 450 {
		t.Errorf("%s of %d by %d, %v", format, size.Width, size.Height, err)
	}
}

func TestWhatIsTransparentPrintsWhite(t *testing.T) {
	kept, err := page.Tidied(rose(t, 40, 40, asPNG))
	if err != nil {
		t.Fatal(err)
	}
	p, err := png.Decode(bytes.NewReader(kept))
	if err != nil {
		t.Fatal(err)
	}
	if got := color.RGBAModel.Convert(p.At(15, 5)); got != (color.RGBA{255, 255, 255, 255}) {
		t.Errorf("the hole is %v", got)
	}
	if got := color.RGBAModel.Convert(p.At(5, 5)); got != (color.RGBA{200, 16, 46, 255}) {
		t.Errorf("the rest is %v", got)
	}
}

func FuzzAPictureFromAnywhere(f *testing.F) {
	f.Add(rose(f, 20, 20, asPNG))
	f.Add(rose(f, 20, 20, asJPEG))
	f.Fuzz(func(t *testing.T, file []byte) {
		kept, err := page.Tidied(file)
		if err != nil {
			return
		}
		p, err := page.NewPicture(kept, "")
		if err != nil {
			t.Fatalf("what was kept cannot be read: %v", err)
		}
		d := page.Document{Blocks: []page.Block{page.Masthead{Unit: "Branch", Logo: p}}}
		if err := page.WritePDF(&bytes.Buffer{}, d); err != nil {
			t.Fatal(err)
		}
	})
}

func TestNoiseThatDoesNotShrinkIsRefusedAndNotKept(t *testing.T) {
	noise := image.NewNRGBA(image.Rect(0, 0, 700, 700))
	source := rand.New(rand.NewPCG(1, 2))
	for i := range noise.Pix {
		noise.Pix[i] = byte(source.Uint32())
	}
	var out bytes.Buffer
	if err := jpeg.Encode(&out, noise, &jpeg.Options{Quality: 60}); err != nil {
		t.Fatal(err)
	}
	if kept, err := page.Tidied(out.Bytes()); err == nil && len(kept) > page.MaxPicture || err != nil && !errors.Is(err, page.ErrPictureLarge) {
		t.Errorf("%d bytes, %v", len(kept), err)
	}
}
