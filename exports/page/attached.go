package page

import (
	"cmp"
	"fmt"
	"strings"
)

// An attached part is a picture or a chart that a Word document points at.
type attached struct {
	name     string // within word/
	relation string // the kind of relation
	mime     string // for the part alone; "" where the ending says it
	content  string
}

// firstAttached is the number of the relation of the first attached part; those before it are the document's own.
const firstAttached = 7

const (
	drawingNamespaces = `xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"`
	chartURI          = "http://schemas.openxmlformats.org/drawingml/2006/chart"
	pictureURI        = "http://schemas.openxmlformats.org/drawingml/2006/picture"
	chartMIME         = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
	toEMU             = 12700 // English metric units in a point
)

// attach keeps a part and returns the id of its relation.
func (s *setter) attach(a attached) string {
	s.attached = append(s.attached, a)
	return fmt.Sprintf("rId%d", firstAttached+len(s.attached)-1)
}

// drawing sets something drawn, so many points large, in a paragraph of its own.
func (s *setter) drawing(style, name, says string, width, height float64, graphic string) {
	s.rawf(`<w:p><w:pPr><w:pStyle w:val="%s"/></w:pPr><w:r><w:drawing><wp:inline %s distT="0" distB="0" distL="0" distR="0"><wp:extent cx="%d" cy="%d"/>`+
		`<wp:docPr id="%d" name="%s" descr="%s"/>%s</wp:inline></w:drawing></w:r></w:p>`,
		style, drawingNamespaces, int(width*toEMU), int(height*toEMU), len(s.attached), escaped(name), escaped(oneLine(says)), graphic)
}

// logo sets the logo of a unit at the size that the head of a paper has for it.
func (s *setter) logo(p Picture, unit string) {
	width, height := p.fitted()
	id := s.attach(attached{name: "media/logo." + p.format, relation: officeURI + "image", content: string(p.content)})
	s.drawing("Logo", "Logo", cmp.Or(oneLine(p.says), joined(" ", "Logo of", oneLine(unit))), width, height, fmt.Sprintf(
		`<a:graphic><a:graphicData uri="%[1]s"><pic:pic xmlns:pic="%[1]s"><pic:nvPicPr><pic:cNvPr id="0" name="Logo"/><pic:cNvPicPr/></pic:nvPicPr>`+
			`<pic:blipFill><a:blip r:embed="%[2]s"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>`+
			`<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="%[3]d" cy="%[4]d"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>`,
		pictureURI, id, int(width*toEMU), int(height*toEMU)))
}

// chart sets a chart as Word's own, which is sharp at every size and can be read aloud, and the table under it.
func (s *setter) chart(b Chart) {
	if bars := len(b.bars()); bars > 0 {
		s.paragraph(setting{style: "Caption", keep: true}, Run{Text: oneLine(b.Title)})
		id := s.attach(attached{name: fmt.Sprintf("charts/chart%d.xml", len(s.attached)+1), relation: officeURI + "chart", mime: chartMIME, content: b.part()})
		s.drawing("ChartLine", "Chart", b.says(), float64(s.width)/20, min(float64(bars)*17+24, 560),
			fmt.Sprintf(`<a:graphic><a:graphicData uri="%[1]s"><c:chart xmlns:c="%[1]s" r:id="%[2]s"/></a:graphicData></a:graphic>`, chartURI, id))
	}
	s.table(b.Numbers)
}

// part is the chart as DrawingML has it (ECMA-376 part 1, chapter 21). The numbers stand in it, without a workbook.
func (b Chart) part() string {
	var labels, values strings.Builder
	bars := b.bars()
	for i, m := range bars {
		if !m.known {
			m.label += " (not known)" // some programs draw 0 where there is no number
		}
		fmt.Fprintf(&labels, `<c:pt idx="%d"><c:v>%s</c:v></c:pt>`, i, escaped(m.label))
		if m.known {
			fmt.Fprintf(&values, `<c:pt idx="%d"><c:v>%d</c:v></c:pt>`, i, m.n)
		}
	}
	line := func(colour string) string {
		return `<c:spPr><a:ln w="9525"><a:solidFill><a:srgbClr val="` + colour + `"/></a:solidFill></a:ln></c:spPr>`
	}
	letters := `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="1000"><a:solidFill><a:srgbClr val="` + ink + `"/></a:solidFill></a:defRPr></a:pPr><a:endParaRPr lang="en-GB"/></a:p></c:txPr>`
	axis := `<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>`
	return declaration + `<c:chartSpace xmlns:c="` + chartURI + `" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><c:roundedCorners val="0"/>` +
		`<c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/><c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>` +
		`<c:ser><c:idx val="0"/><c:order val="0"/><c:tx><c:v>` + escaped(oneLine(b.Numbers.Columns[b.Value].Title)) + `</c:v></c:tx>` +
		`<c:spPr><a:solidFill><a:srgbClr val="` + ink2 + `"/></a:solidFill></c:spPr><c:invertIfNegative val="0"/>` +
		`<c:dLbls><c:spPr><a:noFill/></c:spPr>` + letters + `<c:dLblPos val="outEnd"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>` +
		fmt.Sprintf(`<c:cat><c:strLit><c:ptCount val="%d"/>%s</c:strLit></c:cat><c:val><c:numLit><c:formatCode>General</c:formatCode><c:ptCount val="%d"/>%s</c:numLit></c:val></c:ser>`,
			len(bars), labels.String(), len(bars), values.String()) +
		`<c:gapWidth val="55"/><c:axId val="1"/><c:axId val="2"/></c:barChart>` +
		`<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/><c:axPos val="l"/>` + axis +
		`<c:tickLblPos val="nextTo"/>` + line(ink) + letters + `<c:crossAx val="2"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>` +
		`<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling><c:delete val="1"/><c:axPos val="t"/>` + axis +
		`<c:tickLblPos val="none"/><c:crossAx val="1"/><c:crosses val="autoZero"/></c:valAx></c:plotArea><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>` +
		`<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr></c:chartSpace>`
}
