package intake

import (
	"archive/zip"
	"bytes"
	"strings"
	"unicode/utf8"
)

// kind is what a file is, whatever its name says.
type kind string

const (
	kindEmpty    kind = "empty"
	kindText     kind = "text"
	kindWorkbook kind = "xlsx"
	kindLocked   kind = "encrypted workbook"
	kindOldExcel kind = "xls"
	kindBinExcel kind = "xlsb"
	kindODS      kind = "ods"
	kindWord     kind = "word processor"
	kindNumbers  kind = "Apple Numbers"
	kindPDF      kind = "pdf"
	kindPicture  kind = "picture"
	kindProgram  kind = "program"
	kindWebPage  kind = "web page"
	kindArchive  kind = "archive"
	kindOther    kind = "other"
)

// say returns what to tell the secretary of a file that cannot be read.
func (k kind) say() string {
	saveAs := " Open it in a spreadsheet program, save it as Excel workbook (.xlsx), and bring that in."
	switch k {
	case kindOldExcel:
		return "This is a spreadsheet in the old Excel form (.xls)." + saveAs
	case kindBinExcel:
		return "This is a binary Excel workbook (.xlsb)." + saveAs
	case kindODS:
		return "This is an OpenDocument file (.ods)." + saveAs
	case kindNumbers:
		return "This is an Apple Numbers file. Open it in Numbers, export it to Excel (.xlsx), and bring that in."
	case kindWebPage:
		return "This is a web page, although it may be named as a spreadsheet." + saveAs
	case kindWord:
		return "This is a word processor's document, not a list. Copy the table into a spreadsheet, save it as .xlsx, and bring that in."
	case kindPDF:
		return "This is a PDF, which holds a picture of a list and not the list. Ask for it as a spreadsheet (.xlsx or CSV)."
	case kindPicture:
		return "This is a picture, not a list. Choose a spreadsheet (.xlsx) or a CSV file."
	case kindProgram:
		return "This is a program, not a list, and Branchbook has not run it. Choose a spreadsheet (.xlsx) or a CSV file."
	case kindArchive:
		return "This is a compressed folder. Take the list out of it first, and bring that in."
	}
	return "This is not a list that Branchbook can read. Choose a spreadsheet (.xlsx) or a CSV file."
}

var signatures = []struct {
	starts string
	kind   kind
}{
	{"%PDF", kindPDF},
	{"\x89PNG", kindPicture}, {"\xff\xd8\xff", kindPicture}, {"GIF8", kindPicture}, {"II*\x00", kindPicture}, {"MM\x00*", kindPicture},
	{"MZ", kindProgram}, {"\x7fELF", kindProgram}, {"\xcf\xfa\xed\xfe", kindProgram}, {"\xca\xfe\xba\xbe", kindProgram},
	{"\x1f\x8b", kindArchive}, {"7z\xbc\xaf\x27\x1c", kindArchive}, {"Rar!\x1a\x07", kindArchive}, {"BZh", kindArchive},
	{`{\rtf`, kindWord},
	{"\x09\x08\x10\x00", kindOldExcel}, {"\x09\x08\x08\x00", kindOldExcel}, {"\x09\x04\x06\x00", kindOldExcel},
}

const oleSignature = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

func kindOf(content []byte) kind {
	if strings.HasPrefix(string(content[:min(8, len(content))]), oleSignature) {
		return oleKind(content)
	}
	if bytes.HasPrefix(content, []byte("PK\x03\x04")) || bytes.HasPrefix(content, []byte("PK\x05\x06")) {
		return zipKind(content)
	}
	for _, s := range signatures {
		// Two letters can begin a list too ("MZ;..."), so a signature counts only in what is not readable as text.
		if bytes.HasPrefix(content, []byte(s.starts)) && (len(s.starts) > 3 || !readable(content)) {
			return s.kind
		}
	}
	if !readable(content) {
		return kindOther
	}
	text, _ := decode(content)
	text = strings.Trim(text, "\ufeff\x00 \r\n\t,;|\"")
	if text == "" {
		return kindEmpty
	}
	text = strings.ToLower(text[:min(len(text), 2048)])
	if strings.HasPrefix(text, "<") && (strings.Contains(text, "<html") || strings.Contains(text, "<table") || strings.Contains(text, "<?xml")) {
		return kindWebPage
	}
	return kindText
}

// readable says whether content is text in some encoding: without the control characters that text does not have.
func readable(content []byte) bool {
	text, _ := decode(content[:min(len(content), 64<<10)])
	odd, all := 0, 0
	for _, r := range text {
		all++
		if r < ' ' && r != '\t' && r != '\n' && r != '\r' && r != '\f' && r != '\v' && r != 0x1a || r == utf8.RuneError {
			odd++
		}
	}
	// One odd character, or one in a hundred, is a slip of some system; more is no text.
	return odd <= 1+all/100
}

// oleKind tells apart what comes in Microsoft's older container: its directory names the streams in UTF-16.
func oleKind(content []byte) kind {
	has := func(stream string) bool {
		var wide []byte
		for i := range len(stream) {
			wide = append(wide, stream[i], 0)
		}
		return bytes.Contains(content, wide)
	}
	switch {
	case has("EncryptedPackage"):
		return kindLocked
	case has("Workbook") || has("Book"):
		return kindOldExcel
	case has("WordDocument"):
		return kindWord
	}
	return kindOther
}

// zipKind tells apart the many kinds of file that are zips within.
func zipKind(content []byte) kind {
	z, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		// A zip that is cut short was most likely a workbook; its reader says that it is damaged.
		if bytes.Contains(content, []byte("xl/")) {
			return kindWorkbook
		}
		return kindArchive
	}
	names := make(map[string]bool, len(z.File))
	word := false
	for _, f := range z.File {
		name := strings.ToLower(strings.ReplaceAll(f.Name, `\`, "/"))
		names[name] = true
		word = word || strings.HasPrefix(name, "word/")
	}
	switch {
	case names["xl/workbook.xml"]:
		return kindWorkbook
	case names["xl/workbook.bin"]:
		return kindBinExcel
	case word:
		return kindWord
	case names["mimetype"] && names["content.xml"]:
		if bytes.Contains(content[:min(len(content), 200)], []byte("opendocument.text")) {
			return kindWord
		}
		return kindODS
	case names["index/document.iwa"]:
		return kindNumbers
	case names["[content_types].xml"]:
		return kindWorkbook
	}
	return kindArchive
}
