package book

import "branchbook/data"

// AttendanceLetter gathers the letter about somebody's attendance in a period. When nobody has the id, the error wraps
// ErrNotFound; it is a *data.Problem also for a period that is none.
func (r *Reading) AttendanceLetter(who data.PersonID, period data.Period, asAt data.Date) (data.Report, error) {
	p, err := r.People.Get(who)
	if err != nil {
		return data.Report{}, err
	}
	g := gathering{}
	in := data.AttendanceLetterInput{
		Person: p, Period: period, AsAt: asAt,
		Branch:    got(&g, r.Branch),
		Meetings:  got(&g, r.Meetings.All),
		LastList:  got(&g, func() (*data.ListImport, error) { return r.LastList(asAt) }),
		Secretary: got(&g, func() (string, error) { return r.holder("Secretary", asAt) }),
	}
	if in.Secretary == "" {
		in.Secretary = in.Branch.Secretary
	}
	in.Registers = got(&g, func() (map[data.MeetingID]data.Register, error) {
		return r.registers(in.Meetings, func(m data.Meeting) bool { return period.Has(m.Date) })
	})
	if g.err != nil {
		return data.Report{}, g.err
	}
	return data.AttendanceLetter(in)
}

// registers returns the registers of the meetings that are wanted.
func (r *Reading) registers(meetings []data.Meeting, wanted func(data.Meeting) bool) (map[data.MeetingID]data.Register, error) {
	all := map[data.MeetingID]data.Register{}
	for _, m := range meetings {
		if !wanted(m) {
			continue
		}
		register, err := r.Events.Of(m.ID)
		if err != nil {
			return nil, err
		}
		all[m.ID] = register
	}
	return all, nil
}

// AnnualReport gathers the report of a period. Its error is a *data.Problem for a period that is none.
func (r *Reading) AnnualReport(period data.Period, asAt data.Date) (data.Report, error) {
	g := gathering{}
	in := data.AnnualInput{
		Period: period, AsAt: asAt,
		Branch:      got(&g, r.Branch),
		Meetings:    got(&g, r.Meetings.All),
		People:      got(&g, r.People.Names),
		Lists:       got(&g, r.Imports.All),
		Motions:     got(&g, r.Motions.All),
		Forwardings: got(&g, r.Forwardings.All),
		Posts:       got(&g, r.Posts.All),
		Terms:       got(&g, r.Terms.All),
		Bodies:      got(&g, r.Bodies.All),
		Seats:       got(&g, r.Seats.All),
		Actions:     got(&g, r.Actions.All),
	}
	in.Registers = got(&g, func() (map[data.MeetingID]data.Register, error) {
		return r.registers(in.Meetings, func(m data.Meeting) bool { return m.Status == data.Closed && !m.Date.After(period.To) })
	})
	if g.err != nil {
		return data.Report{}, g.err
	}
	return data.NewAnnualReport(in)
}

// Years returns the years of which a report can be made, the latest first.
func (r *Reading) Years(today data.Date) ([]data.Period, error) {
	meetings, err := r.Meetings.All()
	return data.Years(meetings, today), err
}

// Handover gathers the summary for whoever takes the branch over. copies says where copies of the book are; the newest
// backup in the sharing log is added to it.
func (r *Reading) Handover(asAt data.Date, copies []string) (data.Report, error) {
	g := gathering{}
	in := data.HandoverInput{
		AsAt: asAt, Copies: copies,
		Branch:      got(&g, r.Branch),
		Meetings:    got(&g, r.Meetings.All),
		Approvals:   got(&g, r.Approvals.All),
		People:      got(&g, r.People.Names),
		Actions:     got(&g, r.Actions.Open),
		Motions:     got(&g, r.Motions.All),
		Forwardings: got(&g, r.Forwardings.Waiting),
		Letters:     got(&g, r.Letters.Waiting),
		Posts:       got(&g, r.Posts.All),
		Terms:       got(&g, r.Terms.All),
		Bodies:      got(&g, r.Bodies.All),
		Seats:       got(&g, r.Seats.All),
		Rules:       got(&g, func() (data.Rules, error) { return r.Rules(asAt) }),
		LastList:    got(&g, func() (*data.ListImport, error) { return r.LastList(asAt) }),
	}
	backups := got(&g, func() ([]data.Paper, error) { return r.Papers.Of(data.BackupPaper, "") })
	zone := r.s.book.o.Now().Location()
	if n := len(backups); n > 0 {
		last := backups[n-1]
		in.Copies = append(in.Copies, "The newest backup that was saved elsewhere is "+last.File+", made on "+data.DateOf(last.Made.In(zone)).Long()+".")
	} else {
		in.Copies = append(in.Copies, "No backup was saved elsewhere yet.")
	}
	return data.Handover(in), g.err
}
