package page_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"branchbook/exports/page"
)

// letterhead is a template as a branch would make it; Word has spread its fields over runs, and one is unknown.
func letterhead(t testing.TB, more ...page.Block) []byte {
	t.Helper()
	var out bytes.Buffer
	blocks := append([]page.Block{
		page.Heading{Level: 1, Text: "OUR OWN {{ Branch }}"},
		page.Paragraph{Runs: []page.Run{{Text: "Held on {{"}, {Text: "da", Bold: true}, {Text: "te}} in {{weather}} and {{title}}."}}},
		page.Paragraph{Runs: []page.Run{{Text: " {{"}, {Text: "body}} ", Italic: true}}},
		page.Paragraph{Runs: page.Plain("Printed by the branch & nobody else")},
	}, more...)
	if err := page.WriteWord(&out, page.Document{Title: "Template", Author: "Somebody", Blocks: blocks}); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func template(t testing.TB, file []byte) page.Template {
	t.Helper()
	tmpl, err := page.ReadTemplate(file)
	if err != nil {
		t.Fatal(err)
	}
	return tmpl
}

var values = map[string]string{"branch": "Millbrook & <Canalside>", "date": "Thursday 14 May 2026", "title": "Minutes\nof the meeting"}

func into(t testing.TB, file []byte, d page.Document) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := page.WriteInto(&out, template(t, file), d, values); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// repacked is a Word file with parts put in, or altered.
func repacked(t testing.TB, file []byte, alter map[string]func(string) string) []byte {
	t.Helper()
	parts := partsOf(t, file)
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for name, f := range alter {
		if parts[name] = f(parts[name]); parts[name] == "" {
			delete(parts, name)
		}
	}
	for name, text := range parts {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func partsOf(t testing.TB, file []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		if _, err := b.ReadFrom(r); err != nil {
			t.Fatal(err)
		}
		r.Close()
		parts[f.Name] = b.String()
	}
	return parts
}

// converted is a Word file as LibreOffice writes it in another form.
func converted(t testing.TB, file []byte, to string) []byte {
	t.Helper()
	folder := t.TempDir()
	from := filepath.Join(folder, "from.docx")
	if err := os.WriteFile(from, file, 0o600); err != nil {
		t.Fatal(err)
	}
	said, err := exec.CommandContext(t.Context(), "soffice", "-env:UserInstallation=file://"+filepath.Join(folder, "profile"),
		"--headless", "--convert-to", to, "--outdir", filepath.Join(folder, "out"), from).CombinedOutput()
	if err != nil {
		t.Fatalf("this test needs soffice (package libreoffice-writer-nogui): %v\n%s", err, said)
	}
	made, err := os.ReadFile(filepath.Join(folder, "out", "from."+strings.SplitN(to, ":", 2)[0]))
	if err != nil {
		t.Fatal(err)
	}
	return made
}

func plainText(t testing.TB, file []byte) string {
	t.Helper()
	pdf := converted(t, file, "pdf")
	path := filepath.Join(t.TempDir(), "paper.pdf")
	if err := os.WriteFile(path, pdf, 0o600); err != nil {
		t.Fatal(err)
	}
	if keep := os.Getenv("BRANCHBOOK_KEEP_PAPERS"); keep != "" { // a folder to look at what the tests wrote
		if err := os.WriteFile(filepath.Join(keep, strings.ReplaceAll(t.Name(), "/", "-")+".pdf"), pdf, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	text, err := exec.CommandContext(t.Context(), "pdftotext", "-layout", path, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	return strings.ReplaceAll(string(text), "\u00a0", " ")
}

func TestMinutesAreSetIntoATemplateOfTheBranchsOwn(t *testing.T) {
	for maker, file := range map[string][]byte{"Word": letterhead(t), "LibreOffice": converted(t, letterhead(t), "docx")} {
		t.Run(maker, func(t *testing.T) {
			text := plainText(t, into(t, file, minutes()))
			for _, s := range []string{"OUR OWN Millbrook & <Canalside>", "Held on Thursday 14 May 2026 in", "and Minutes", "of the meeting.", "CARRIED NEM CON, 16 votes", "Treasurer’s report",
				"to pay hall hire by 17 April", "Printed by the branch & nobody else", "Signed ...."} {
				if !strings.Contains(text, s) {
					t.Errorf("it does not show %q:\n%s", s, text)
				}
			}
			if strings.Contains(text, "{{") || strings.Contains(text, "}}") {
				t.Errorf("a field is left:\n%s", text)
			}
		})
	}
}

func TestATemplateNamesItsFields(t *testing.T) {
	if got := fmt.Sprint(template(t, letterhead(t)).Fields()); got != "[branch date title weather]" {
		t.Errorf("fields: %s", got)
	}
}

func TestEveryPartOfAFilledTemplateIsWellFormed(t *testing.T) {
	parts := partsOf(t, into(t, letterhead(t), minutes()))
	for name, text := range parts {
		if strings.HasSuffix(name, ".xml") || strings.HasSuffix(name, ".rels") {
			parsed(t, text)
		}
	}
	if strings.Contains(parts["docProps/core.xml"], "Somebody") {
		t.Error("whoever made the template is named as the author of the minutes")
	}
}

func TestAStyleOfTheTemplateKeepsItsLookUnderAnyID(t *testing.T) {
	german := repacked(t, letterhead(t), map[string]func(string) string{
		"word/styles.xml": func(s string) string {
			return strings.ReplaceAll(s, `w:styleId="Heading2"`, `w:styleId="berschrift2"`)
		},
	})
	parts := partsOf(t, into(t, german, minutes()))
	if !strings.Contains(parts["word/document.xml"], `<w:pStyle w:val="berschrift2"/>`) || strings.Contains(parts["word/document.xml"], `"Heading2"`) {
		t.Error("the items are not headings of the template")
	}
	if strings.Contains(parts["word/styles.xml"], `w:styleId="Heading2"`) {
		t.Error("there are two styles called heading 2")
	}
}

func TestAStyleThatATemplateLacksIsAdded(t *testing.T) {
	bare := repacked(t, letterhead(t), map[string]func(string) string{"word/styles.xml": func(string) string {
		return `<?xml version="1.0"?><w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style></w:styles>`
	}})
	parts := partsOf(t, into(t, bare, minutes()))
	for _, want := range []string{`w:styleId="Motion"`, `w:styleId="TableGrid"`, `<w:basedOn w:val="Standard"/>`} {
		if !strings.Contains(parts["word/styles.xml"], want) {
			t.Errorf("the styles have no %s", want)
		}
	}
	if !strings.Contains(plainText(t, into(t, bare, minutes())), "CARRIED NEM CON") {
		t.Error("the minutes are not to be read")
	}
}

func TestTablesKeepWithinTheMarginsOfTheTemplate(t *testing.T) {
	narrow := repacked(t, letterhead(t), map[string]func(string) string{"word/document.xml": func(s string) string {
		return strings.Replace(strings.Replace(s, `w:left="1134"`, `w:left="2834"`, 1), `w:right="1134"`, `w:right="2834"`, 1)
	}})
	document := partsOf(t, into(t, narrow, minutes()))["word/document.xml"]
	if !strings.Contains(document, `<w:tblW w:w="6238"`) || strings.Contains(document, `<w:tblW w:w="9638"`) {
		t.Error("a table is as broad as on the house's own page")
	}
}

// What a template is refused for.
func TestATemplateThatIsNoneIsRefused(t *testing.T) {
	whole := letterhead(t)
	add := func(name, text string) []byte {
		return repacked(t, whole, map[string]func(string) string{name: func(string) string { return text }})
	}
	change := func(name, from, to string) []byte {
		return repacked(t, whole, map[string]func(string) string{name: func(s string) string { return strings.ReplaceAll(s, from, to) }})
	}
	external := `<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="http://example.org/t.dotx" TargetMode="External"/></Relationships>`
	for name, c := range map[string]struct {
		file []byte
		want error
	}{
		"no zip":              {[]byte("{\\rtf1 hello}"), page.ErrNotTemplate},
		"a spreadsheet":       {repacked(t, whole, map[string]func(string) string{"word/document.xml": func(string) string { return "" }, "word/styles.xml": func(string) string { return "" }}), page.ErrNotTemplate},
		"macros":              {add("word/vbaProject.bin", "x"), page.ErrMacros},
		"a macro type":        {change("[Content_Types].xml", "wordprocessingml.document.main", "ms-word.document.macroEnabled.main"), page.ErrMacros},
		"an embedded object":  {add("word/embeddings/oleObject1.bin", "x"), page.ErrMacros},
		"loaded from the net": {change("word/_rels/document.xml.rels", "</Relationships>", external), page.ErrMacros},
		"a zip bomb":          {add("word/media/big.png", strings.Repeat("\x00", 17<<20)), page.ErrTooLarge},
		"no body":             {change("word/document.xml", "body}}", "bodies}}"), page.ErrNoBody},
		"two bodies":          {letterhead(t, page.Paragraph{Runs: page.Plain("{{body}}")}), page.ErrNoBody},
		"a body among words":  {letterhead(t, page.Paragraph{Runs: page.Plain("here: {{body}}")}), page.ErrNoBody},
		"torn XML":            {change("word/document.xml", "</w:body>", ""), page.ErrNotTemplate},
		"an entity":           {change("word/document.xml", "<w:document", "<!DOCTYPE d [<!ENTITY x \"y\">]><w:document"), page.ErrNotTemplate},
		"another prefix":      {change("word/document.xml", "xmlns:w=", "xmlns:v="), page.ErrNotTemplate},
	} {
		_, err := page.ReadTemplate(c.file)
		if !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
	}
	link := strings.ReplaceAll(external, "attachedTemplate", "hyperlink")
	if _, err := page.ReadTemplate(change("word/_rels/document.xml.rels", "</Relationships>", link)); err != nil {
		t.Errorf("a link to click is refused: %v", err)
	}
}

func TestAChartCannotBeSetIntoATemplate(t *testing.T) {
	err := page.WriteInto(&bytes.Buffer{}, template(t, letterhead(t)), page.Document{Blocks: []page.Block{attendanceChart()}}, nil)
	if !errors.Is(err, page.ErrBlock) {
		t.Errorf("got %v", err)
	}
}

func FuzzATemplateFromAnywhere(f *testing.F) {
	f.Add(partsOf(f, letterhead(f))["word/document.xml"])
	f.Add(`<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:r><w:t>{{a}}{{</w:t><w:t/><w:t>b}}{{c</w:t></w:r></w:p><w:p><w:t>{{body}}</w:t></w:p></w:document>`)
	whole := letterhead(f)
	f.Fuzz(func(t *testing.T, document string) {
		file := repacked(t, whole, map[string]func(string) string{"word/document.xml": func(string) string { return document }})
		tmpl, err := page.ReadTemplate(file)
		if err != nil {
			return
		}
		var out bytes.Buffer
		if err := page.WriteInto(&out, tmpl, minutes(), values); err != nil {
			t.Fatal(err)
		}
		if _, err := page.ReadTemplate(out.Bytes()); err != nil && !errors.Is(err, page.ErrNoBody) {
			t.Fatalf("what was written is no document: %v", err)
		}
	})
}
