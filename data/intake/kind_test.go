package intake

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"
)

// zipOf makes a zip with those files in it, in order: name, content, name, content.
func zipOf(t *testing.T, files ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(files); i += 2 {
		w, err := z.CreateHeader(&zip.FileHeader{Name: files[i], Method: zip.Store})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(files[i+1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func ole(stream string) []byte {
	wide := strings.Join(strings.Split(stream, ""), "\x00") + "\x00"
	return []byte(oleSignature + strings.Repeat("\x00", 512) + wide + strings.Repeat("\x00", 512))
}

func TestWhatIsNotAListIsSaidInWords(t *testing.T) {
	noise := strings.Repeat("\x00\x01\x02\x9c\xfe\x17", 100)
	cases := map[string]struct {
		file []byte
		says string
	}{
		"picture":            {[]byte("\x89PNG\r\n\x1a\n" + noise), "This is a picture"},
		"photograph":         {[]byte("\xff\xd8\xff\xe0" + noise), "This is a picture"},
		"program":            {[]byte("MZ\x90\x00" + noise), "This is a program"},
		"pdf":                {[]byte("%PDF-1.7\n%" + noise), "This is a PDF"},
		"old Excel":          {ole("Workbook"), "old Excel form (.xls)"},
		"binary Excel":       {zipOf(t, "[Content_Types].xml", "<Types/>", "xl/workbook.bin", "x"), ".xlsb"},
		"OpenDocument sheet": {zipOf(t, "mimetype", "application/vnd.oasis.opendocument.spreadsheet", "content.xml", "<x/>"), ".ods"},
		"OpenDocument text":  {zipOf(t, "mimetype", "application/vnd.oasis.opendocument.text", "content.xml", "<x/>"), "word processor"},
		"Word":               {zipOf(t, "[Content_Types].xml", "<Types/>", "word/document.xml", "<x/>"), "word processor"},
		"old Word":           {ole("WordDocument"), "word processor"},
		"rich text":          {[]byte(`{\rtf1\ansi Members}`), "word processor"},
		"Apple Numbers":      {zipOf(t, "Index/Document.iwa", "x"), "Apple Numbers"},
		"zip":                {zipOf(t, "members.csv", "Name\nJo Lee\n"), "compressed folder"},
		"gzip":               {[]byte("\x1f\x8b\x08\x00" + noise), "compressed folder"},
		"web page":           {[]byte("<html><body><table><tr><td>Name</td></tr></table></body></html>"), "web page"},
		"noise":              {[]byte(noise), "not a list that Branchbook can read"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			_, err := ReadTable(c.file, Choice{})
			wantProblem(t, err, ErrKind, c.says)
		})
	}
}

func TestAListThatBeginsLikeAProgramIsAList(t *testing.T) {
	table := readTable(t, []byte("MZ list of May,\nSurname,Forename\nLee,Jo\n"))
	wantRows(t, table, "Lee|Jo")
}
