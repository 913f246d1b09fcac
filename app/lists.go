package app

import (
	"encoding/json"
	"errors"
	"path/filepath"
	"slices"
	"strings"

	"branchbook/data"
	"branchbook/data/intake"
	"branchbook/screens/members"
)

// lists reads membership lists for the place of members: where the secretary chooses, through intake.
type lists struct {
	files *files
	prefs preferences
}

var (
	_ members.Lists    = lists{}
	_ members.ListFile = listFile{}
)

// Choose asks for a file and reads it.
func (l lists) Choose(then func(members.ListFile, error)) {
	l.files.open("Choose the membership list", listFiles, func(path string) {
		content, err := readFile(path, listLimit)
		if err != nil {
			then(nil, err)
			return
		}
		f := listFile{name: filepath.Base(path), content: content, prefs: l.prefs}
		then(orNothing(f.read(intake.Choice{})))
	})
}

// Paste reads names that were copied from somewhere.
func (l lists) Paste(text string) (members.ListFile, error) {
	table, err := intake.Paste(text)
	if err != nil {
		return nil, err
	}
	return listFile{prefs: l.prefs}.of(table), nil
}

func orNothing(f listFile, err error) (members.ListFile, error) {
	if err != nil {
		return nil, err
	}
	return f, nil
}

// A listFile is a list that was read, with what its columns are taken for.
type listFile struct {
	name    string
	content []byte // nil for what was pasted
	choice  intake.Choice
	table   intake.Table
	mapping intake.Mapping
	prefs   preferences
}

func (f listFile) read(choice intake.Choice) (listFile, error) {
	table, err := intake.ReadTable(f.content, choice)
	if err != nil && !errors.Is(err, intake.ErrNoHeading) {
		return f, err
	}
	f.choice = choice
	return f.of(table), nil
}

// of takes the table's columns for what they were last time, and guesses the rest.
func (f listFile) of(table intake.Table) listFile {
	f.table, f.mapping = table, intake.Guess(table)
	var earlier intake.Mapping
	if err := json.Unmarshal([]byte(f.prefs.listColumns()), &earlier); err == nil {
		f.mapping = f.mapping.Recall(earlier)
	}
	return f
}

// Facts is what the screen shows of the list.
func (f listFile) Facts() members.ListFacts {
	facts := members.ListFacts{
		Name: f.name, How: f.table.How, Rows: len(f.table.Rows), Sheets: f.table.Sheets, Sheet: f.table.Sheet,
		LeftOut: intake.LeftOut.String(),
	}
	for _, field := range intake.Fields() {
		facts.Fields = append(facts.Fields, field.String())
	}
	for _, c := range f.mapping.Columns {
		facts.Columns = append(facts.Columns, members.Column{
			Heading: c.Heading, Field: c.Field.String(), Sample: c.Sample, Doubt: c.Doubt, Confirm: c.Certainty == intake.Confirm,
			Dates: c.Field == intake.Joined || c.Field == intake.BirthDate, MonthFirst: c.MonthFirst,
		})
	}
	if len(f.table.Headings) == 0 {
		for _, row := range f.table.Rows[:min(len(f.table.Rows), 12)] {
			facts.HeadingRows = append(facts.HeadingRows, members.HeadingRow{Row: row.Number, Text: strings.Join(row.Cells, " · ")})
		}
	}
	return facts
}

// SetColumn says what a column holds.
func (f listFile) SetColumn(column int, field string) members.ListFile {
	fields := intake.Fields()
	if i := slices.IndexFunc(fields, func(known intake.Field) bool { return known.String() == field }); i >= 0 {
		f.mapping = f.mapping.Set(column, fields[i])
	}
	return f
}

// SetMonthFirst says whether a column's dates are written month first.
func (f listFile) SetMonthFirst(column int, monthFirst bool) members.ListFile {
	f.mapping = f.mapping.SetMonthFirst(column, monthFirst)
	return f
}

// SetSheet reads another sheet of a workbook.
func (f listFile) SetSheet(name string) (members.ListFile, error) {
	return orNothing(f.read(intake.Choice{Sheet: name}))
}

// SetHeadingRow reads the list with its headings on another row.
func (f listFile) SetHeadingRow(row int) (members.ListFile, error) {
	return orNothing(f.read(intake.Choice{Sheet: f.choice.Sheet, HeadingRow: row}))
}

// Check says what keeps the columns from being used.
func (f listFile) Check() error {
	if len(f.table.Headings) == 0 {
		return data.NewProblem("No row of headings was found. Choose the row that holds them.", intake.ErrNoHeading)
	}
	return f.mapping.Check()
}

// Read makes members of the rows.
func (f listFile) Read(asAt data.Date) ([]data.ListedMember, []data.Refusal) {
	return intake.Read(f.table, f.mapping, asAt)
}

// Remember keeps what the columns hold for the next list. Headings are kept, and nothing that stands below them.
func (f listFile) Remember() {
	if kept, err := json.Marshal(f.mapping); err == nil {
		f.prefs.setListColumns(string(kept))
	}
}
