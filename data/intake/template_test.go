package intake

import (
	"errors"
	"strings"
	"testing"

	"branchbook/data"
)

func TestATemplateIsReadSheetBySheet(t *testing.T) {
	w := newWorkbook(t)
	w.row("Sheet1", "A1", "Northgate CLP")
	w.row("Sheet1", "A3", "Surname", "Given\nname", "E-mail")
	sheets, err := ReadTemplate("form.xlsx", w.bytes())
	if err != nil || len(sheets) != 1 {
		t.Fatalf("%v, %v", sheets, err)
	}
	if got := strings.Join(sheets[0].Rows[2], "|"); got != "Surname|Given name|E-mail" {
		t.Errorf("the headings read %q", got)
	}
	m, err := data.MatchTemplate("form.xlsx", nil, sheets, data.ReturnColumns())
	if err != nil || m.Row != 3 || strings.Join(m.Keys, " ") != "last first email" {
		t.Errorf("matched %+v (%v)", m, err)
	}
}

func TestATemplateWithMacrosIsRefused(t *testing.T) {
	w := newWorkbook(t)
	w.row("Sheet1", "A1", "Surname", "Email")
	w.Pkg.Store("xl/vbaProject.bin", []byte("a program"))
	_, err := ReadTemplate("form.xlsm", w.bytes())
	if !errors.Is(err, ErrMacros) || !strings.Contains(data.Say(err), "form.xlsm holds macros") {
		t.Errorf("%v", err)
	}
}

func TestATemplateThatIsNoWorkbookIsRefused(t *testing.T) {
	for _, content := range []string{"Surname;Email\n", "%PDF-1.4", "", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"} {
		if _, err := ReadTemplate("form.csv", []byte(content)); !errors.Is(err, ErrNotWorkbook) {
			t.Errorf("%q: %v", content, err)
		}
	}
	if _, err := ReadTemplate("form.xlsx", []byte("PK\x03\x04 xl/ cut short")); !errors.Is(err, ErrDamaged) {
		t.Errorf("a damaged one: %v", err)
	}
}
