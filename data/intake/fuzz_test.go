package intake

import (
	"errors"
	"os"
	"strings"
	"testing"

	"branchbook/data"

	"github.com/xuri/excelize/v2"
)

// FuzzTable gives ReadTable and all that follows whatever the fuzzer thinks of. Nothing may panic, every error is a
// Problem with a sentence, and each row ends as a member or as a refusal.
func FuzzTable(f *testing.F) {
	for _, name := range []string{"members-openslides-en.csv", "members-openslides-usernames.csv"} {
		file, err := os.ReadFile("testdata/" + name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(file)
	}
	f.Add(asFile(f, listA()[:8]))
	for _, s := range []string{
		"", "\xff\xfe", "\xfe\xff\x00", "\xef\xbb\xbf;", "sep=;", "Name\n\"", "Name\r\"\"\"\r", "Surname,Joined\nLee,31/02/2026\nRao,05/14/2026\n",
		"PK\x03\x04", oleSignature, "%PDF-", "MZ", "<table>", "Membership no;Surname\n1.23E+07;Lee\n=\"01\";\"Rao\nB\";;\n",
		"Name,Name,Surname\n,,\n,\x00,\ufffd\n", "Surname|Address\nLee|\"4 \"Lock\" Road\"\n",
	} {
		f.Add([]byte(s))
	}
	w := excelize.NewFile()
	defer w.Close()
	if err := errors.Join(w.SetSheetRow("Sheet1", "A1", &[]any{"Surname", "Joined"}), w.SetSheetRow("Sheet1", "A2", &[]any{"Lee", 46087})); err != nil {
		f.Fatal(err)
	}
	b, err := w.WriteToBuffer()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(b.Bytes())

	f.Fuzz(func(t *testing.T, file []byte) {
		table, err := ReadTable(file, Choice{})
		accountFor(t, table, err)
		table, err = ReadTable(file, Choice{HeadingRow: 1})
		accountFor(t, table, err)
		table, err = Paste(string(file))
		accountFor(t, table, err)
	})
}

func accountFor(t *testing.T, table Table, err error) {
	t.Helper()
	var p *data.Problem
	if err != nil && (!errors.As(err, &p) || !strings.HasSuffix(p.Say, ".") || p.Cause == nil) {
		t.Fatalf("an error that is no Problem with a sentence: %v", err)
	}
	if err != nil {
		return
	}
	last := table.HeadingRow
	for _, r := range table.Rows {
		if r.Number <= last || len(r.Cells) < len(table.Headings) {
			t.Fatalf("row %d after row %d, %d cells under %d headings", r.Number, last, len(r.Cells), len(table.Headings))
		}
		last = r.Number
	}
	m := Guess(table)
	m = m.Recall(m)
	members, refused := Read(table, m, may1)
	if len(members)+len(refused) != len(table.Rows) {
		t.Fatalf("%d members and %d refused of %d rows", len(members), len(refused), len(table.Rows))
	}
	d := data.CompareLists(nil, members, may1).LeftOut(refused)
	if len(d.New)+len(d.Gone)+len(d.Ask) != len(members) {
		t.Fatalf("%d new, %d gone, %d asked of %d members", len(d.New), len(d.Gone), len(d.Ask), len(members))
	}
}
