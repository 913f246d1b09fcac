package returns

import (
	"strings"

	"branchbook/data"
	"branchbook/data/book"
)

// previewReport sets out the report of a year.
func (m *Model) previewReport(r *book.Reading) error {
	p := &m.Preview
	p.Title = looks[YearReport].title
	s, err := m.reportStanding(r)
	if err != nil {
		return err
	}
	if !s.wanted {
		p.Empty = "No meeting has been closed yet, so there is no year to report."
		return nil
	}
	if p.years, err = r.Years(m.today()); err != nil {
		return err
	}
	p.SubjectName, p.Subject = "Year", 0
	for i, y := range p.years {
		p.Subjects = append(p.Subjects, y.String())
		if y == m.period {
			p.Subject = i
		}
	}
	report, err := r.AnnualReport(p.years[p.Subject], m.today())
	if err != nil {
		return err
	}
	p.Mark = s.mark()
	p.Under = s.lastWords(m.today(), m.now().Location()) + ". " + s.next + "."
	p.Pages = reportLines(report)
	p.Personal, p.Private = "Personal data: the names of "+data.NumberOf(report.People, "person", "people")+", officers, delegates and those with an open action. No contact details.", report.People > 0
	p.Foot, p.Verb = "with charts, .docx or .pdf", "Export the report"
	return nil
}

// reportLines are the report as the paper prints it, without its charts.
func reportLines(r data.Report) []Line {
	lines := []Line{{Text: r.Branch, Bold: true}, {Text: r.Title}}
	for _, l := range r.Lines {
		lines = append(lines, Line{Text: l, Quiet: true})
	}
	for _, s := range r.Sections {
		if s.Heading != "" {
			lines = append(lines, Line{Text: s.Heading, Bold: true})
		}
		for _, words := range s.Sentences {
			lines = append(lines, Line{Text: words})
		}
		for _, t := range s.Tables {
			lines = append(lines, tableLines(t)...)
		}
	}
	return lines
}

// tableLines are a table's rows, each with the titles of its figures: "9 Apr 2026: attended 22, of whom voters 19".
func tableLines(t data.ReportTable) []Line {
	var lines []Line
	for _, row := range t.Rows {
		var rest []string
		for i, cell := range row[1:] {
			if cell != "" {
				rest = append(rest, lowerFirst(t.Columns[i+1].Title)+" "+cell)
			}
		}
		lines = append(lines, Line{Text: strings.TrimSuffix(row[0]+": "+strings.Join(rest, ", "), ": "), Quiet: true})
	}
	return lines
}
