package page

import (
	"archive/zip"
	"fmt"
	"io"
	"strings"
	"time"
)

const (
	declaration = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	namespace   = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
	packageURI  = "http://schemas.openxmlformats.org/package/2006/"
	officeURI   = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	mimeURI     = "application/vnd.openxmlformats-officedocument.wordprocessingml."
)

// WriteWord writes the document as a .docx file. The same document gives the same bytes. The error wraps ErrBlock,
// with nothing written, when a block cannot be set; else it is the writer's own.
func WriteWord(out io.Writer, d Document) error {
	if err := check(d.Blocks, false); err != nil {
		return err
	}
	document, with := body(d)
	return wordFile(out, d, document, with...)
}

// wordFile writes the file around a document part, with what that points at.
func wordFile(out io.Writer, d Document, document string, with ...attached) error {
	lang := oneLine(d.Lang)
	if lang == "" {
		lang = "en-GB"
	}
	own := []string{
		officeURI + "styles", "styles.xml", officeURI + "numbering", "numbering.xml", officeURI + "settings", "settings.xml",
		officeURI + "header", "header1.xml", officeURI + "footer", "footer1.xml", officeURI + "footer", "footer2.xml",
	}
	parts := []part{
		{"[Content_Types].xml", contentTypes(with)},
		{"_rels/.rels", relations(
			officeURI+"officeDocument", "word/document.xml",
			packageURI+"relationships/metadata/core-properties", "docProps/core.xml",
			officeURI+"extended-properties", "docProps/app.xml")},
		{"docProps/core.xml", core(d, lang)},
		{"docProps/app.xml", declaration + `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Branchbook</Application></Properties>`},
		{"word/document.xml", document},
		{"word/styles.xml", stylesPart(lang)},
		{"word/numbering.xml", numbering},
		{"word/settings.xml", settings},
		{"word/header1.xml", header(d)},
		{"word/footer1.xml", footer(d)},
		{"word/footer2.xml", footer(d)}, // the first page has its own, since it has no header
	}
	for _, a := range with {
		parts = append(parts, part{"word/" + a.name, a.content})
		own = append(own, a.relation, a.name)
	}
	return pack(out, append(parts, part{"word/_rels/document.xml.rels", relations(own...)}), d.Created)
}

// A part is one file of the package that a Word document is.
type part struct{ name, text string }

// pack writes the parts as a file.
func pack(out io.Writer, parts []part, made time.Time) error {
	z := zip.NewWriter(out)
	for _, p := range parts {
		w, err := z.CreateHeader(&zip.FileHeader{Name: p.name, Method: zip.Deflate, Modified: made})
		if err != nil {
			return fmt.Errorf("page: writing %s: %w", p.name, err)
		}
		if _, err := io.WriteString(w, p.text); err != nil {
			return fmt.Errorf("page: writing %s: %w", p.name, err)
		}
	}
	if err := z.Close(); err != nil {
		return fmt.Errorf("page: writing the document: %w", err)
	}
	return nil
}

// body returns word/document.xml and what it points at. The relations rId4 to rId6 are the header and the two footers.
func body(d Document) (string, []attached) {
	s := newSetter(d.Blocks)
	s.raw(declaration + `<w:document ` + namespace + `><w:body>`)
	s.blocks(d.Blocks)
	edges, first := `<w:headerReference w:type="default" r:id="rId4"/><w:footerReference w:type="default" r:id="rId5"/><w:footerReference w:type="first" r:id="rId6"/>`, `<w:titlePg/>`
	if d.Cut {
		edges, first = "", ""
	}
	s.rawf(`<w:sectPr>`+edges+`<w:pgSz w:w="%d" w:h="%d"/>`+
		`<w:pgMar w:top="%d" w:right="%d" w:bottom="%d" w:left="%d" w:header="567" w:footer="567" w:gutter="0"/>`+first+`</w:sectPr>`,
		paperWidth, paperHeight, margin, margin, margin, margin)
	s.raw(`</w:body></w:document>`)
	return s.String(), s.attached
}

// header names the unit and the document on every page but the first, which has its masthead.
func header(d Document) string {
	var m markup
	m.raw(declaration + `<w:hdr ` + namespace + `>`)
	title := strings.TrimPrefix(oneLine(d.Unit)+" · "+oneLine(d.Title), " · ")
	m.paragraph(setting{style: "Header"}, Run{Text: strings.TrimSuffix(title, " · ")}, Run{Text: "\t" + oneLine(d.Mark), Bold: true})
	m.raw(`</w:hdr>`)
	return m.String()
}

func footer(d Document) string {
	var m markup
	m.raw(declaration + `<w:ftr ` + namespace + `>`)
	m.raw(`<w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>`)
	mark, foot := oneLine(d.Mark), oneLine(d.Foot)
	if mark != "" && foot != "" {
		foot = "  " + foot
	}
	m.run(Run{Text: mark, Bold: true})
	m.run(Run{Text: foot + "\tPage "})
	m.field("PAGE")
	m.run(Run{Text: " of "})
	m.field("NUMPAGES")
	m.raw(`</w:p></w:ftr>`)
	return m.String()
}

func core(d Document, lang string) string {
	made := ""
	if !d.Created.IsZero() {
		at := d.Created.UTC().Format(time.RFC3339)
		made = `<dcterms:created xsi:type="dcterms:W3CDTF">` + at + `</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">` + at + `</dcterms:modified>`
	}
	element := func(name, text string) string {
		return `<` + name + `>` + escaped(oneLine(text)) + `</` + name + `>`
	}
	return declaration + `<cp:coreProperties xmlns:cp="` + packageURI + `metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` +
		element("dc:title", d.Title) + element("dc:subject", d.Subject) + element("dc:creator", d.Author) +
		element("cp:lastModifiedBy", d.Author) + element("dc:language", lang) + made + `</cp:coreProperties>`
}

func contentTypes(with []attached) string {
	var b strings.Builder
	b.WriteString(declaration + `<Types xmlns="` + packageURI + `content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
		`<Default Extension="png" ContentType="image/png"/><Default Extension="jpeg" ContentType="image/jpeg"/>`)
	for _, part := range [][2]string{
		{"/word/document.xml", mimeURI + "document.main+xml"}, {"/word/styles.xml", mimeURI + "styles+xml"},
		{"/word/numbering.xml", mimeURI + "numbering+xml"}, {"/word/settings.xml", mimeURI + "settings+xml"},
		{"/word/header1.xml", mimeURI + "header+xml"}, {"/word/footer1.xml", mimeURI + "footer+xml"},
		{"/word/footer2.xml", mimeURI + "footer+xml"},
		{"/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"},
		{"/docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml"},
	} {
		b.WriteString(`<Override PartName="` + part[0] + `" ContentType="` + part[1] + `"/>`)
	}
	for _, a := range with {
		if a.mime != "" {
			b.WriteString(`<Override PartName="/word/` + a.name + `" ContentType="` + a.mime + `"/>`)
		}
	}
	b.WriteString(`</Types>`)
	return b.String()
}

// relations returns a .rels part from pairs of type and target, which become rId1, rId2 and so on.
func relations(pairs ...string) string {
	var b strings.Builder
	b.WriteString(declaration + `<Relationships xmlns="` + packageURI + `relationships">`)
	for i := 0; i+1 < len(pairs); i += 2 {
		fmt.Fprintf(&b, `<Relationship Id="rId%d" Type="%s" Target="%s"/>`, i/2+1, pairs[i], pairs[i+1])
	}
	b.WriteString(`</Relationships>`)
	return b.String()
}

const (
	numbering = declaration + `<w:numbering ` + namespace + `><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="hybridMultilevel"/>` +
		`<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:pStyle w:val="ListBullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/>` +
		`<w:pPr><w:ind w:left="340" w:hanging="340"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`

	// Compatibility mode 15 is that of every Word since 2013; without it Word lays the page out as Word 2007 did.
	settings = declaration + `<w:settings ` + namespace + `><w:defaultTabStop w:val="720"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`
)
