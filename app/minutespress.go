package app

import (
	"context"
	"strings"

	"branchbook/data"
	"branchbook/data/book"
	"branchbook/exports"
)

// house is what papers have in common: when they are made, and the logo and the template that the book keeps. One that cannot
// be read any more, though it was read when it was kept, is left out rather than keep the minutes back.
func (p *press) house() exports.House {
	h := exports.House{Made: p.now()}
	err := p.book.Read(func(r *book.Reading) error {
		branch, err := r.Branch()
		if err != nil {
			return err
		}
		h.CLP = branch.CLP
		if logo, has, err := r.Files.For(data.LogoFile); err == nil && has {
			h.Logo, _ = exports.Logo(logo.Content, logo.Says)
		}
		if template, has, err := r.Files.For(data.TemplateFile); err == nil && has {
			h.Template, _ = exports.Template(template.Content)
		}
		return nil
	})
	if err != nil {
		return exports.House{Made: h.Made}
	}
	return h
}

// publicMinutes writes the minutes of a meeting for everyone to read, as a Word document, or as a PDF where the path ends so.
func (p *press) publicMinutes(ctx context.Context, meeting data.MeetingID, path string) (data.Paper, error) {
	evening, err := p.evening(meeting)
	if err != nil {
		return data.Paper{}, err
	}
	paper := data.Paper{Kind: data.PublicMinutesPaper, Subject: data.ID(meeting), To: "the public"}
	return p.printMinutes(ctx, paper, "export the public minutes of "+evening.Meeting.Date.Short(), path, evening.PublicMinutes())
}

// extract writes one item of the minutes, or one decision, motion or vote, certified by the secretary.
func (p *press) extract(ctx context.Context, meeting data.MeetingID, of data.ID, path string) (data.Paper, error) {
	evening, err := p.evening(meeting)
	if err != nil {
		return data.Paper{}, err
	}
	m, err := evening.Extract(of)
	if err != nil {
		return data.Paper{}, err
	}
	paper := data.Paper{Kind: data.ExtractPaper, Subject: data.ID(meeting)}
	return p.printMinutes(ctx, paper, "export an extract of the minutes of "+evening.Meeting.Date.Short(), path, m)
}

// printMinutes writes minutes as a Word document, or as a PDF where the path ends so.
func (p *press) printMinutes(ctx context.Context, paper data.Paper, what, path string, m data.Minutes) (data.Paper, error) {
	return p.print(paper, what, path, inForm(ctx, p, path, m, exports.WriteMinutes, exports.WriteMinutesPDF))
}

// letter writes how many meetings somebody attended in a period.
func (p *press) letter(ctx context.Context, who data.PersonID, period data.Period, path string) (data.Paper, error) {
	return p.report(ctx, data.ID(who), "export a letter about attendance", path, func(r *book.Reading) (data.Report, error) {
		return r.AttendanceLetter(who, period, data.DateOf(p.now()))
	})
}

// annual writes the report of a year.
func (p *press) annual(ctx context.Context, period data.Period, path string) (data.Paper, error) {
	return p.report(ctx, "", "export the annual report to "+period.To.Short(), path, func(r *book.Reading) (data.Report, error) {
		return r.AnnualReport(period, data.DateOf(p.now()))
	})
}

// handover writes the summary for whoever takes the branch over. places says where the program keeps copies, in sentences.
func (p *press) handover(ctx context.Context, places []string, path string) (data.Paper, error) {
	return p.report(ctx, "", "export the handover summary", path, func(r *book.Reading) (data.Report, error) {
		return r.Handover(data.DateOf(p.now()), places)
	})
}

// report gathers a report and writes it as a Word document, or as a PDF where the path ends so.
func (p *press) report(ctx context.Context, subject data.ID, what, path string, gather func(*book.Reading) (data.Report, error)) (data.Paper, error) {
	var report data.Report
	err := p.book.Read(func(r *book.Reading) (err error) {
		report, err = gather(r)
		return err
	})
	if err != nil {
		return data.Paper{}, err
	}
	paper := data.Paper{Kind: report.Kind, Subject: subject, People: report.People}
	return p.print(paper, what, path, inForm(ctx, p, path, report, exports.WriteReport, exports.WriteReportPDF))
}

// keptCopies says where the program keeps copies by itself. It names no folder of anybody: papers travel.
func keptCopies(second string) []string {
	places := []string{"A dated, locked copy is made in the book's own folder each time the book is closed."}
	if strings.TrimSpace(second) != "" {
		places = append(places, "A second place for rescue files is set on the secretary's computer.")
	}
	return places
}
