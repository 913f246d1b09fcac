package data_test

import (
	"strings"
	"testing"

	"branchbook/data"
)

func matched(t *testing.T, rows ...string) (data.Template, error) {
	t.Helper()
	s := data.TemplateSheet{Name: "Form"}
	for _, r := range rows {
		s.Rows = append(s.Rows, strings.Split(r, "|"))
	}
	return data.MatchTemplate("form.xlsx", []byte("PK"), []data.TemplateSheet{{Name: "Read me", Rows: [][]string{{"Name of branch"}}}, s}, data.TemplateColumns(data.ReturnColumns()))
}

func TestHeadingsOfATemplateAreMatchedInItsOwnWordsAndOrder(t *testing.T) {
	m, err := matched(t, "Northgate CLP", "Return of delegates, with name and email", "", "Branch code|SURNAME|Given names:|Mem. no.|E-mail|Mobile|Type of seat|Date of election|CLP use")
	if err != nil {
		t.Fatal(err)
	}
	wantWords(t, "keys", strings.Join(m.Keys, " "), " last first number email phone class elected ")
	wantWords(t, "words", m.Words(), "7 of 9 headings filled; left blank: Branch code and CLP use")
	if m.Sheet != "Form" || m.Row != 4 {
		t.Errorf("found on %q, row %d", m.Sheet, m.Row)
	}
	m = m.Match(8, "notes").Match(0, "last")
	wantWords(t, "keys", strings.Join(m.Keys, " "), "last  first number email phone class elected notes")
}

func TestATemplateWithOneColumnForTheNameIsFilledToo(t *testing.T) {
	m, err := matched(t, "No|Delegate|Email address")
	if err != nil {
		t.Fatal(err)
	}
	wantWords(t, "keys", strings.Join(m.Keys, " "), "no name email")
	d := data.NewDelegateReturn(delegation(t)).TableDoc().LaidOut(m)
	wantWords(t, "columns", strings.Join(d.Keys(), " "), "no name email")
	wantWords(t, "name", d.Rows[3].Text(d.Columns[1]), "First Delegate04")
}

func TestATemplateWithoutHeadingsGetsASentence(t *testing.T) {
	_, err := matched(t, "Dear branch secretaries,", "Please list your delegates below.", "Thank you")
	if err == nil || !strings.Contains(data.Say(err), "form.xlsx has no row of headings") {
		t.Errorf("%v", err)
	}
}
