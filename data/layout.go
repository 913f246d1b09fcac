package data

import (
	"fmt"
	"strings"
)

// A Layout is how a return is laid out for one recipient: which columns are on, and what template they supplied.
type Layout struct {
	ID       LayoutID  `json:"id"`
	Revision int       `json:"rev"`
	Kind     PaperKind `json:"kind"`
	// To is the recipient as they were typed; "" for the constituency secretary, whoever that is.
	To string `json:"to,omitempty"`
	// Columns are the keys of those that are on; nil for the default ones.
	Columns  []string  `json:"columns"`
	Template *Template `json:"template,omitempty"`
}

// A Template is a spreadsheet that a recipient supplied, with headings in its own order and words, to be filled below them.
type Template struct {
	// File is its name without its folder, Content the file itself.
	File    string `json:"file"`
	Content []byte `json:"content"`
	// Sheet is the sheet with the headings, and Row the row that they are in, from 1.
	Sheet string `json:"sheet"`
	Row   int    `json:"row"`
	// Headings are the cells of that row, and Keys what stands under each: the key of a column, or "" for nothing.
	Headings []string `json:"headings"`
	Keys     []string `json:"keys"`
}

// MostTemplate is how large a template may be, in bytes, so that the book can keep it.
const MostTemplate = 600 << 10

// Validate says what keeps the layout from being stored.
func (l Layout) Validate() error {
	switch {
	case l.Kind == "":
		return NewProblem("Choose which return it is about.", nil)
	case l.Template == nil:
		return nil
	case len(l.Template.Content) > MostTemplate:
		return NewProblem(fmt.Sprintf("%s is too large for the book to keep: templates may have %d KB. Ask for one without pictures.", l.Template.File, MostTemplate>>10), nil)
	case l.Template.Row < 1 || len(l.Template.Keys) != len(l.Template.Headings):
		return NewProblem(l.Template.File+" has no row of headings. Choose a spreadsheet with the names of its columns in one row.", nil)
	}
	return nil
}

// Filled returns the columns of a table that have a place in the template, in the table's order.
func (t Template) Filled(offered []ReturnColumn) []ReturnColumn {
	on := map[string]bool{}
	for _, key := range t.Keys {
		on[key] = key != ""
	}
	var columns []ReturnColumn
	for _, c := range offered {
		if on[c.Key] {
			columns = append(columns, c)
		}
	}
	return columns
}

// Words says how the headings are matched: "12 of 14 headings filled; left blank: Branch code and CLP use".
func (t Template) Words() string {
	filled, named := 0, 0
	var blank []string
	for i, h := range t.Headings {
		if strings.TrimSpace(h) == "" {
			continue
		}
		named++
		if t.Keys[i] == "" {
			blank = append(blank, h)
		} else {
			filled++
		}
	}
	words := fmt.Sprintf("%d of %s filled", filled, NumberOf(named, "heading", "headings"))
	if len(blank) > 0 {
		words += "; left blank: " + listed(blank)
	}
	return words
}
