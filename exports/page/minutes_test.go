package page_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"branchbook/exports/page"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// minutes are what a branch would really approve.
func minutes() page.Document {
	return page.Document{
		Title: "Minutes of the ordinary meeting, Thu 9 April 2026", Unit: "Millbrook & Canalside Branch",
		Subject: "Ordinary meeting", Author: "Jean Whitcombe", Created: time.Date(2026, time.April, 12, 20, 15, 0, 0, time.UTC),
		Mark: "DRAFT subject to approval", Foot: "Version 2",
		Blocks: []page.Block{
			page.Masthead{Unit: "Millbrook & Canalside Branch", Title: "Minutes of the ordinary meeting, Thursday 9 April 2026, 7.30pm",
				Lines: []string{"Canalside Community Hall. Chair: Margaret Dunne. Minutes: Jean Whitcombe."},
				Stamp: page.Stamp{Word: "DRAFT", Below: "subject to approval"}},
			page.Labelled{Label: "Present (18):", Runs: page.Plain("Margaret Dunne (chair), Jean Whitcombe (secretary), Lars Sørensen (treasurer), Siân Ŵynne-Llewellyn, Stanisław Wójcik, Nadia Benkhelifa, José Cárdenas, and 11 more. Quorate from 7.36pm.")},
			page.Labelled{Label: "Apologies (6):", Runs: []page.Run{{Text: "June Ashworth, Aled Davies, Sunita Rao"}, {Text: ", Okan Yıldız, Aoife Ní Bhriain", Added: true}, {Text: "."}}},
			page.Item{Number: "1", Title: "Minutes of 12 March", Body: []page.Block{page.Paragraph{Runs: page.Plain("Approved as a true record and signed.")}}},
			page.Item{Number: "2", Title: "Treasurer’s report", Body: []page.Block{
				page.Paragraph{Runs: []page.Run{{Text: "Balance "}, {Text: "£1,561.16", Struck: true}, {Text: " "}, {Text: "£1,516.16", Added: true}, {Text: ". Received and noted."}}},
				page.Labelled{Label: "ACTION:", Runs: page.Plain("Lars Sørensen to pay hall hire by 17 April.")}}}, page.Item{Number: "3", Title: "Motions", Body: []page.Block{
				page.Motion{Ref: "M-2026-03", Title: "Repairs backlog in council homes, as amended",
					Text:       []string{"This branch notes that 412 homes in Millbrook ward wait for repairs that were reported before Christmas.", "It calls on the council to publish the list each month, and on our councillors to report back to the branch in September."},
					Movers:     "Moved Zoë Okafor, seconded Grace Mbeki",
					Amendments: []string{"Amendment A (add “each month”), moved Ben Carrick: accepted by the mover"},
					Result:     "Carried nem con", Count: ", 16 votes, 2 abstentions"},
				page.Motion{Ref: "M-2026-02", Title: "Keep the 41 bus on Sundays", Movers: "Moved Siobhán Keogh, seconded Ben Carrick",
					Result: "Carried", Count: "by 14 votes to 1 with 3 abstentions"},
				page.Labelled{Label: "ACTION:", Runs: page.Plain("Jean Whitcombe to send both to the CLP by 13 April.")}}},
			page.Item{Number: "4", Title: "Correspondence", Body: []page.Block{
				page.Bullets{Items: [][]page.Run{page.Plain("The council, on the depot at Canal Street"), {{Text: "Cymdeithas Tai", Italic: true, Lang: "cy-GB"}, {Text: ", thanks for the collection"}}}},
				page.Paragraph{Runs: page.Plain("Letters were read from محمد حسن and রাহেলা বেগম.")}}},
			page.Item{Number: "5", Title: "Any other business", Body: []page.Block{page.Paragraph{Runs: page.Plain("Condolences sent to the family of Ivy Clarke, member since 1968.")}}},
			page.Paragraph{Runs: page.Plain("Closed 9.14pm. Next: Thursday 14 May 2026.")},
			page.Signature{Role: "Chair"},
			page.PageBreak{},
			page.Heading{Level: 1, Text: "Actions"},
			manyActions("Carried forward", 50),
		},
	}
}

// manyActions is a table of so many.
func manyActions(caption string, n int) page.Table {
	t := page.Table{Caption: caption, Columns: []page.Column{{Title: "Who", Share: 3}, {Title: "What", Share: 8}, {Title: "By", Share: 2}}}
	for i := range n {
		t.Rows = append(t.Rows, [][]string{
			{"Lars Sørensen", "Pay hall hire", "17 April"},
			{"Jean Whitcombe", "Send both motions to the CLP secretary, with the votes, and ask when they will be discussed", "13 April"},
		}[i%2])
	}
	return t
}

// written gives the parts of the Word file.
func written(t testing.TB, d page.Document) map[string]string {
	t.Helper()
	var out bytes.Buffer
	if err := page.WriteWord(&out, d); err != nil {
		t.Fatalf("writing: %v", err)
	}
	z, err := zip.NewReader(bytes.NewReader(out.Bytes()), int64(out.Len()))
	if err != nil {
		t.Fatal(err)
	}
	parts := make(map[string]string)
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		parts[f.Name] = string(b)
	}
	return parts
}

// tree is a Word part read back, with what a test asks about.
type tree struct {
	XMLName  xml.Name
	Attrs    []xml.Attr `xml:",any,attr"`
	Text     string     `xml:",chardata"`
	Children []tree     `xml:",any"`
}

func parsed(t testing.TB, part string) tree {
	t.Helper()
	var top tree
	if err := xml.Unmarshal([]byte(part), &top); err != nil {
		t.Fatalf("not well-formed: %v", err)
	}
	return top
}

// all returns every element of that name below n.
func (n tree) all(name string) []tree {
	var out []tree
	for _, c := range n.Children {
		if c.XMLName.Local == name {
			out = append(out, c)
		}
		out = append(out, c.all(name)...)
	}
	return out
}

func (n tree) value(name string) string {
	for _, a := range n.Attrs {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// says is the text of a paragraph, with its tabs and breaks.
func (n tree) says() string {
	var b strings.Builder
	for _, c := range n.Children {
		switch c.XMLName.Local {
		case "t":
			b.WriteString(c.Text)
		case "tab":
			b.WriteString("\t")
		case "br":
			b.WriteString("\n")
		case "r":
			b.WriteString(c.says())
		}
	}
	return b.String()
}

// outline is each paragraph as "style: text".
func outline(t testing.TB, part string) []string {
	var out []string
	for _, p := range parsed(t, part).all("p") {
		style := ""
		if s := p.all("pStyle"); len(s) > 0 {
			style = s[0].value("val")
		}
		out = append(out, style+": "+p.says())
	}
	return out
}

func TestMinutesAreSetInTheOrderOfTheMeeting(t *testing.T) {
	d := minutes()
	d.Blocks = d.Blocks[:8]
	want := []string{
		"Title: Millbrook & Canalside Branch",
		"Subtitle: Minutes of the ordinary meeting, Thursday 9 April 2026, 7.30pm",
		"MastheadLine: Canalside Community Hall. Chair: Margaret Dunne. Minutes: Jean Whitcombe.",
		"Stamp: DRAFT", "StampBelow: subject to approval", "Gap: ",
		"Normal: Present (18): Margaret Dunne (chair), Jean Whitcombe (secretary), Lars Sørensen (treasurer), Siân Ŵynne-Llewellyn, Stanisław Wójcik, Nadia Benkhelifa, José Cárdenas, and 11 more. Quorate from 7.36pm.",
		"Normal: Apologies (6): June Ashworth, Aled Davies, Sunita Rao, Okan Yıldız, Aoife Ní Bhriain.",
		"Heading2: 1\tMinutes of 12 March", "Normal: Approved as a true record and signed.",
		"Heading2: 2\tTreasurer’s report", "Normal: Balance £1,561.16 £1,516.16. Received and noted.", "Normal: ACTION: Lars Sørensen to pay hall hire by 17 April.",
		"Heading2: 3\tMotions",
		"Motion: M-2026-03 Repairs backlog in council homes, as amended",
		"Motion: This branch notes that 412 homes in Millbrook ward wait for repairs that were reported before Christmas.",
		"Motion: It calls on the council to publish the list each month, and on our councillors to report back to the branch in September.",
		"MotionDetail: Moved Zoë Okafor, seconded Grace Mbeki",
		"MotionDetail: Amendment A (add “each month”), moved Ben Carrick: accepted by the mover",
		"Motion: CARRIED NEM CON, 16 votes, 2 abstentions", "Gap: ",
		"Motion: M-2026-02 Keep the 41 bus on Sundays", "MotionDetail: Moved Siobhán Keogh, seconded Ben Carrick",
		"Motion: CARRIED by 14 votes to 1 with 3 abstentions", "Gap: ",
		"Normal: ACTION: Jean Whitcombe to send both to the CLP by 13 April.",
		"Heading2: 4\tCorrespondence", "ListBullet: The council, on the depot at Canal Street", "ListBullet: Cymdeithas Tai, thanks for the collection",
		"Normal: Letters were read from محمد حسن and রাহেলা বেগম.",
		"Heading2: 5\tAny other business", "Normal: Condolences sent to the family of Ivy Clarke, member since 1968.",
	}
	if diff := cmp.Diff(want, outline(t, written(t, d)["word/document.xml"])); diff != "" {
		t.Errorf("minutes (-want +got):\n%s", diff)
	}
}

func TestEveryStyleThatIsUsedIsThere(t *testing.T) {
	parts := written(t, minutes())
	var there, names []string
	for _, s := range parsed(t, parts["word/styles.xml"]).all("style") {
		there = append(there, s.value("styleId"))
		names = append(names, s.all("name")[0].value("val"))
	}
	for _, name := range []string{"Title", "heading 1", "heading 2", "heading 3", "List Bullet", "Table Grid"} {
		if !slices.Contains(names, name) {
			t.Errorf("Word would not know a style called %q", name)
		}
	}
	for _, part := range []string{"word/document.xml", "word/header1.xml", "word/footer1.xml", "word/footer2.xml", "word/styles.xml"} {
		top := parsed(t, parts[part])
		for _, s := range slices.Concat(top.all("pStyle"), top.all("tblStyle"), top.all("basedOn"), top.all("next")) {
			if !slices.Contains(there, s.value("val")) {
				t.Errorf("%s uses a style that is not there: %s", part, s.value("val"))
			}
		}
	}
}

func TestEveryPartIsWellFormedAndReached(t *testing.T) {
	parts := written(t, minutes())
	for name, part := range parts {
		parsed(t, part)
		if name != "[Content_Types].xml" && !strings.HasSuffix(name, ".rels") && !strings.Contains(parts["[Content_Types].xml"], `"/`+name+`"`) {
			t.Errorf("%s has no content type", name)
		}
	}
	for _, r := range parsed(t, parts["word/_rels/document.xml.rels"]).all("Relationship") {
		if parts["word/"+r.value("Target")] == "" {
			t.Errorf("%s leads nowhere", r.value("Target"))
		}
	}
}

func TestATableRepeatsItsHeaderAndKeepsItsWidths(t *testing.T) {
	top := parsed(t, written(t, page.Document{Blocks: []page.Block{manyActions("", 3)}})["word/document.xml"])
	table := top.all("tbl")[0]
	if n := len(table.all("tblHeader")); n != 1 {
		t.Errorf("%d header rows are repeated, want 1", n)
	}
	if got := table.all("tblLayout")[0].value("type"); got != "fixed" {
		t.Errorf("layout %q", got)
	}
	var widths []string
	for _, c := range table.all("gridCol") {
		widths = append(widths, c.value("w"))
	}
	if diff := cmp.Diff([]string{"2224", "5931", "1483"}, widths); diff != "" {
		t.Errorf("widths of 3, 8 and 2 parts of 9638 (-want +got):\n%s", diff)
	}
	for _, c := range table.all("tc") {
		if last := c.Children[len(c.Children)-1]; last.XMLName.Local != "p" {
			t.Error("a cell that does not end with a paragraph is damaged to Word")
		}
	}
}

func TestAPageBreakLeavesNoEmptyPage(t *testing.T) {
	for name, b := range map[string]page.Block{"a heading": page.Heading{Level: 1, Text: "Actions"}, "a table": manyActions("", 1)} {
		top := parsed(t, written(t, page.Document{Blocks: []page.Block{page.Paragraph{Runs: page.Plain("Closed 9.14pm.")}, page.PageBreak{}, b, page.PageBreak{}}})["word/document.xml"])
		if n := len(top.all("pageBreakBefore")); n != 1 {
			t.Errorf("%s: %d new pages, want 1, and none after the end", name, n)
		}
		if len(top.all("p")[1].all("pageBreakBefore")) != 1 {
			t.Errorf("%s does not begin the page", name)
		}
	}
}

func TestASignatureNeverStandsAlone(t *testing.T) {
	top := parsed(t, written(t, page.Document{Blocks: []page.Block{page.Paragraph{Runs: page.Plain("Closed 9.14pm.")}, page.Signature{Role: "Chair"}}})["word/document.xml"])
	if len(top.all("p")[0].all("keepNext")) != 1 {
		t.Error("the closing line may be parted from the signature")
	}
}

func TestHeadingsStayWithWhatFollows(t *testing.T) {
	for _, s := range parsed(t, written(t, minutes())["word/styles.xml"]).all("style") {
		if strings.HasPrefix(s.value("styleId"), "Heading") && len(s.all("keepNext")) == 0 {
			t.Errorf("%s may be left alone at the foot of a page", s.value("styleId"))
		}
	}
}

func TestArabicRunsFromRightToLeftAndBengaliIsTagged(t *testing.T) {
	document := written(t, page.Document{Blocks: []page.Block{
		page.Paragraph{Runs: page.Plain("Moved by محمد حسن, seconded রাহেলা বেগম (chair).")},
		page.Paragraph{Runs: page.Plain("محمد حسن")},
	}})["word/document.xml"]
	var got []string
	for _, r := range parsed(t, document).all("r") {
		said := r.says()
		if len(r.all("rtl")) > 0 {
			said = "rtl " + said
		}
		if l := r.all("lang"); len(l) > 0 {
			said = l[0].value("bidi") + " " + said
		}
		got = append(got, said)
	}
	want := []string{"Moved by ", "ar-SA rtl محمد حسن", ", ", "seconded ", "bn-BD রাহেলা বেগম (", "chair).", "ar-SA rtl محمد حسن"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("runs (-want +got):\n%s", diff)
	}
	if n := len(parsed(t, document).all("bidi")); n != 1 {
		t.Errorf("%d paragraphs run from the right, want 1: the one that begins in Arabic", n)
	}
}

func TestWhatXMLCannotHoldIsLeftOut(t *testing.T) {
	document := written(t, page.Document{Title: "a\x00b\ufffe", Mark: "<&\">", Blocks: []page.Block{
		page.Paragraph{Runs: page.Plain("Okan\x00 Yıl\x1bdız\ufffe \xff<b>&amp;\r\nnext\tcolumn")},
		page.Heading{Level: 1, Text: "two\nlines"},
		page.Paragraph{Runs: page.Plain(strings.Repeat("Very long. ", 200_000))},
	}})
	for _, part := range document {
		parsed(t, part)
	}
	got := outline(t, document["word/document.xml"])
	if diff := cmp.Diff([]string{"Normal: Okan Yıldız <b>&amp;\nnext\tcolumn", "Heading1: two lines"}, got[:2]); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if len(got[2]) != len("Normal: ")+11*200_000 {
		t.Errorf("a long text came back with %d bytes", len(got[2]))
	}
}

func TestABlockThatCannotBeSetIsRefused(t *testing.T) {
	item := func(b page.Block) page.Block { return page.Item{Title: "x", Body: []page.Block{b}} }
	for name, b := range map[string]page.Block{
		"level 4": page.Heading{Level: 4}, "no columns": page.Table{}, "no share": page.Table{Columns: []page.Column{{Title: "A"}}},
		"short row": page.Table{Columns: []page.Column{{Title: "A", Share: 1}}, Rows: [][]string{{}}},
		"nothing":   nil, "break in an item": item(page.PageBreak{}), "item in an item": item(page.Item{}), "masthead in an item": item(page.Masthead{}),
	} {
		var out bytes.Buffer
		for _, write := range []func(io.Writer, page.Document) error{page.WriteWord, page.WritePDF} {
			if err := write(&out, page.Document{Blocks: []page.Block{b}}); !errors.Is(err, page.ErrBlock) || out.Len() > 0 {
				t.Errorf("%s: %v, %d bytes written", name, err, out.Len())
			}
		}
	}
}

// full is a disk with no room left.
type full struct{}

var errFull = errors.New("no room")

func (full) Write([]byte) (int, error) { return 0, errFull }

func TestAFullDiskIsReported(t *testing.T) {
	if err := page.WriteWord(full{}, minutes()); !errors.Is(err, errFull) {
		t.Errorf("Word: %v", err)
	}
	if err := page.WritePDF(full{}, minutes()); !errors.Is(err, errFull) {
		t.Errorf("PDF: %v", err)
	}
}

func TestTheSameMinutesAreTheSameBytes(t *testing.T) {
	var first, second bytes.Buffer
	if err := errors.Join(page.WriteWord(&first, minutes()), page.WriteWord(&second, minutes())); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(first.Bytes(), second.Bytes()) {
		t.Error("two writings of one document differ")
	}
}

func TestEveryTextComesBackAsItWasWritten(t *testing.T) {
	scripts := []*unicode.RangeTable{unicode.Latin, unicode.Arabic, unicode.Hebrew, unicode.Bengali, unicode.Nd, unicode.Po, unicode.Zs}
	rapid.Check(t, func(r *rapid.T) {
		s := rapid.StringOf(rapid.RuneFrom(nil, scripts...)).Draw(r, "text")
		got := outline(t, written(t, page.Document{Blocks: []page.Block{page.Paragraph{Runs: page.Plain(s)}}})["word/document.xml"])
		if got[0] != "Normal: "+s {
			r.Fatalf("wrote %q, read %q", s, got[0])
		}
	})
}

func TestTheFileSaysWhatItIs(t *testing.T) {
	core := parsed(t, written(t, minutes())["docProps/core.xml"])
	for element, want := range map[string]string{"title": "Minutes of the ordinary meeting, Thu 9 April 2026", "creator": "Jean Whitcombe", "language": "en-GB", "created": "2026-04-12T20:15:00Z"} {
		if got := core.all(element); len(got) != 1 || got[0].Text != want {
			t.Errorf("%s: %+v, want %q", element, got, want)
		}
	}
}
