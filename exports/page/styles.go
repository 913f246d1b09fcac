package page

import (
	"fmt"
	"strings"
)

// The house colours: ink on white, so that a page reads in black and white; the accent is only the stamp's.
const (
	ink      = "221D18"
	ink2     = "4D463C"
	accent   = "9E1B2B"
	tint     = "F5F0E6" // behind a motion
	headFill = "EDE6D8"
	hairline = "857B6C"
)

// A style is a paragraph style of ours: what it is called in Word, and how it looks.
type style struct {
	id, name, base, next string
	paragraph, run       string
}

// font is the text's; Word and LibreOffice each put something of the same breadth in its place where it is missing.
const (
	font        = `<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="Calibri" w:cs="Arial"/>`
	headingFont = `<w:rFonts w:ascii="Cambria" w:hAnsi="Cambria" w:eastAsia="Cambria" w:cs="Times New Roman"/>`
)

// size sets the size of type, in half-points, for simple and complex scripts alike.
func size(halfPoints int) string {
	return fmt.Sprintf(`<w:sz w:val="%d"/><w:szCs w:val="%d"/>`, halfPoints, halfPoints)
}

// spacing sets the space above and below, in twentieths of a point.
func spacing(before, after int) string {
	return fmt.Sprintf(`<w:spacing w:before="%d" w:after="%d"/>`, before, after)
}

const (
	bold     = `<w:b/><w:bCs/>`
	italic   = `<w:i/><w:iCs/>`
	together = `<w:keepNext/><w:keepLines/>`
	quieter  = `<w:color w:val="` + ink2 + `"/>`
)

func border(side, kind string, eighths, space int, colour string) string {
	return fmt.Sprintf(`<w:%s w:val="%s" w:sz="%d" w:space="%d" w:color="%s"/>`, side, kind, eighths, space, colour)
}

// paragraphStyles are all of the house's. Headings keep with what follows; widow control is on for everything.
func paragraphStyles() []style {
	rule := `<w:pBdr>` + border("bottom", "single", 6, 6, ink) + `</w:pBdr>`
	box := `<w:pBdr>` + border("top", "single", 12, 3, accent) + border("left", "single", 12, 3, accent) +
		border("bottom", "single", 12, 3, accent) + border("right", "single", 12, 3, accent) + `</w:pBdr>`
	apart := `<w:pBdr>` + border("top", "single", 4, 3, tint) + border("left", "single", 24, 8, ink2) + border("bottom", "single", 4, 3, tint) + border("right", "single", 4, 4, tint) + `</w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="` + tint + `"/>`
	heading := func(level int, before, after, halfPoints int) style {
		return style{fmt.Sprintf("Heading%d", level), fmt.Sprintf("heading %d", level), "Normal", "Normal",
			together + spacing(before, after) + fmt.Sprintf(`<w:outlineLvl w:val="%d"/>`, level-1), bold + size(halfPoints)}
	}
	h1 := heading(1, 280, 100, 30)
	h1.run = headingFont + h1.run
	return []style{
		{"Title", "Title", "Normal", "Subtitle", together + spacing(0, 40), headingFont + bold + size(36)},
		{"Subtitle", "Subtitle", "Normal", "Normal", together + spacing(0, 20), size(24)},
		{"MastheadLine", "Masthead Line", "Normal", "", spacing(0, 20), quieter + size(21)},
		{"MastheadLast", "Masthead Last Line", "MastheadLine", "", rule + spacing(0, 200), ""},
		{"Stamp", "Stamp", "Normal", "", box + spacing(0, 0) + `<w:ind w:left="85" w:right="85"/><w:jc w:val="center"/>`, `<w:color w:val="` + accent + `"/>`},
		{"StampBelow", "Stamp Line", "Stamp", "", "", size(18)},
		h1, heading(2, 160, 40, 23), heading(3, 140, 40, 22),
		{"ListBullet", "List Bullet", "Normal", "", `<w:numPr><w:numId w:val="1"/></w:numPr>` + spacing(0, 40), ""},
		{"Motion", "Motion", "Normal", "", `<w:keepLines/>` + apart + spacing(0, 30), ""},
		{"MotionDetail", "Motion Detail", "Motion", "", "", quieter + size(20)},
		{"Caption", "caption", "Normal", "", `<w:keepNext/>` + spacing(120, 60), bold},
		{"TableText", "Table Text", "Normal", "", spacing(30, 30), size(20)},
		{"TableHeading", "Table Heading", "TableText", "", "", bold},
		{"Choice", "Ballot Choice", "Normal", "", spacing(90, 60), size(26)},
		{"ChoiceBox", "Ballot Box", "Choice", "", spacing(0, 0), size(40)},
		{"CutLine", "Cut Line", "Normal", "", `<w:pBdr>` + border("bottom", "dashed", 6, 0, ink2) + `</w:pBdr>` + spacing(0, 200), size(16)},
		{"Label", "Address Label", "Normal", "", spacing(0, 0), ""},
		{"Signature", "Signature", "Normal", "", `<w:keepLines/>` + spacing(560, 120), ""},
		{"Logo", "Logo", "Normal", "", spacing(0, 40), ""},
		{"ChartLine", "Chart", "Normal", "", spacing(0, 120), ""},
		{"SmallPrint", "Small Print", "Normal", "", spacing(60, 60), quieter + size(18)},
		{"Gap", "Gap", "Normal", "", `<w:spacing w:before="0" w:after="0" w:line="100" w:lineRule="exact"/>`, size(8)},
		{"Header", "header", "Normal", "", fmt.Sprintf(`<w:tabs><w:tab w:val="right" w:pos="%d"/></w:tabs>`, textWidth) + spacing(0, 0), quieter + size(18)},
		{"Footer", "footer", "Normal", "", fmt.Sprintf(`<w:tabs><w:tab w:val="right" w:pos="%d"/></w:tabs>`, textWidth) + spacing(0, 0), quieter + size(18)},
	}
}

// stylesPart returns word/styles.xml for a document in that language.
func stylesPart(lang string) string {
	var b strings.Builder
	b.WriteString(declaration + `<w:styles ` + namespace + `><w:docDefaults><w:rPrDefault><w:rPr>` + font +
		`<w:color w:val="` + ink + `"/>` + size(22) + `<w:lang w:val="` + escaped(lang) + `" w:eastAsia="en-GB" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>` +
		`<w:pPrDefault><w:pPr><w:widowControl/><w:spacing w:before="0" w:after="100" w:line="259" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>` +
		`<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr><w:widowControl/></w:pPr></w:style>` +
		`<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style>` +
		`<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/></w:style>`)
	for _, s := range paragraphStyles() {
		b.WriteString(s.markup())
	}
	for _, s := range tableStyleMarkup() {
		b.WriteString(s.text)
	}
	b.WriteString(`</w:styles>`)
	return b.String()
}

// markup is the style as Word has it.
func (s style) markup() string {
	next := ""
	if s.next != "" {
		next = `<w:next w:val="` + s.next + `"/>`
	}
	return fmt.Sprintf(`<w:style w:type="paragraph" w:styleId="%s"><w:name w:val="%s"/><w:basedOn w:val="%s"/>%s<w:qFormat/><w:pPr>%s</w:pPr><w:rPr>%s</w:rPr></w:style>`,
		s.id, s.name, s.base, next, s.paragraph, s.run)
}

// A tableStyle is the markup of a style for tables.
type tableStyle struct{ id, text string }

// tableStyleMarkup are the table with its grid, the masthead over its rule, ballots and labels.
func tableStyleMarkup() []tableStyle {
	margins := func(side, vertical int) string {
		return fmt.Sprintf(`<w:tblCellMar><w:top w:w="%d" w:type="dxa"/><w:left w:w="%d" w:type="dxa"/><w:bottom w:w="%d" w:type="dxa"/><w:right w:w="%d" w:type="dxa"/></w:tblCellMar>`,
			vertical, side, vertical, side)
	}
	table := func(id, name, properties, more string) tableStyle {
		return tableStyle{id, `<w:style w:type="table" w:styleId="` + id + `"><w:name w:val="` + name + `"/><w:basedOn w:val="TableNormal"/><w:tblPr>` + properties + `</w:tblPr>` + more + `</w:style>`}
	}
	lines := `<w:tblBorders>` + border("top", "single", 6, 0, ink) + border("bottom", "single", 6, 0, ink) +
		border("insideH", "single", 4, 0, hairline) + `</w:tblBorders>`
	return []tableStyle{
		{"TableNormal", `<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>` + margins(0, 0) + `</w:tblPr></w:style>`},
		table("TableGrid", "Table Grid", lines+margins(100, 0),
			`<w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr><w:tcBorders>`+border("bottom", "single", 8, 0, ink)+`</w:tcBorders><w:shd w:val="clear" w:color="auto" w:fill="`+headFill+`"/><w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr>`),
		table("Masthead", "Masthead", `<w:tblBorders>`+border("bottom", "single", 6, 0, ink)+`</w:tblBorders>`+margins(0, 60), ""),
		table("Ballot", "Ballot", `<w:tblBorders>`+border("bottom", "single", 4, 0, hairline)+border("insideH", "single", 4, 0, hairline)+`</w:tblBorders>`+margins(40, 0), ""),
		table("Labels", "Address Labels", margins(0, 0), ""),
	}
}
