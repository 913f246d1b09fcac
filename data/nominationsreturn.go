package data

import (
	"fmt"
	"slices"

	"branchbook/data/count"
)

// A NominationsInput is what a nominations return is worked out from.
type NominationsInput struct {
	Branch Branch
	// Contests are any of the branch's; those that nominate, and were declared from From to AsAt, are in the return.
	Contests []Contest
	Tallies  map[ContestID]Tally
	Meetings map[MeetingID]Meeting
	People   Names
	From     Date // zero for all there are
	AsAt     Date
	Columns  []string // keys; nil for the default ones
}

// nominationColumns are those of domain practice: what a CLP secretary needs to put a nomination on a paper.
func nominationColumns() []ReturnColumn {
	return []ReturnColumn{
		{Key: "post", Title: "Post or body", Default: true},
		{Key: "nominee", Title: "Nominee", Default: true},
		{Key: "number", Title: "Membership no.", Kind: CodeColumn, Personal: true},
		{Key: "from", Title: "CLP or branch of nominee", Default: true},
		{Key: "votes", Title: "Votes", Kind: NumberColumn, Default: true},
		{Key: "ballots", Title: "Valid ballots", Kind: NumberColumn, Default: true},
		{Key: "how", Title: "How decided", Default: true},
		{Key: "date", Title: "Date", Kind: DateColumn, Default: true},
		{Key: "consent", Title: "Consents", Default: true},
	}
}

// NewNominationsReturn lists whom the branch nominated to other bodies, and how that was decided.
func NewNominationsReturn(in NominationsInput) TableDoc {
	d := TableDoc{
		Kind: NominationsPaper, Title: "Nominations return", Page: "Return", About: "The return", Sheet: "Nominations", Branch: in.Branch.PaperName(), CLP: in.Branch.CLP,
		To: in.Branch.CLPSecretary, AsAt: in.AsAt, Offered: nominationColumns(),
		Declaration: "The branch nominated those listed here as stated.", Signers: []string{"Branch secretary", "Branch chair"},
	}
	d.Columns = columnsOn(d.Offered, in.Columns)
	made := 0
	for _, c := range in.Contests {
		m := in.Meetings[c.Meeting]
		if c.Kind != Nominates && c.Kind != Supports || c.Status != ResultDeclared || m.Date.Before(in.From) || m.Date.After(in.AsAt) {
			continue
		}
		made++
		d.Rows = append(d.Rows, in.rows(c, m)...)
	}
	d.Summary = fmt.Sprintf("%s, %s", NumberOf(made, "contest", "contests"), NumberOf(len(d.Rows), "nomination", "nominations"))
	d.Facts = present([]Fact{{"To", joined(in.Branch.CLPSecretary, in.Branch.CLP)}, {"As at", in.AsAt.String()}})
	for _, r := range d.Rows {
		if r.Cells["consent"] != yesNo(true) {
			d.Warnings = append(d.Warnings, "The consent of "+r.Name+" is not recorded.")
		}
	}
	return d
}

func (in NominationsInput) rows(c Contest, m Meeting) []TableRow {
	var rows []TableRow
	t := in.Tallies[c.ID]
	for _, i := range t.Elected {
		n := c.Nominees[i]
		row := TableRow{Key: ID(fmt.Sprintf("%s/%d", c.ID, i)), Name: n.Called(in.People), Person: n.Person, Cells: map[string]any{
			"post": c.Title, "nominee": n.Called(in.People), "from": n.From, "how": Capital(string(c.how(t))), "date": m.Date,
			"consent": yesNo(n.Consent == Consents),
		}}
		if n.From == "" && n.Person != "" {
			row.Cells["from"] = in.Branch.PaperName()
		}
		if p, known := in.People[n.Person]; known {
			row.Cells["number"] = p.Number
		}
		if votes, valid, ok := t.decidedBy(i); ok {
			row.Cells["votes"], row.Cells["ballots"] = votes, valid
		}
		rows = append(rows, row)
	}
	return rows
}

// decidedBy is what somebody had in the round in which they were chosen, in whole votes, with the valid ballots of it.
func (t Tally) decidedBy(i int) (votes, valid int, ok bool) {
	for _, r := range t.Rounds {
		if !slices.Contains(r.Elected, i) {
			continue
		}
		votes = r.Votes[i]
		if n := len(r.Stages); n > 0 {
			votes = int(r.Stages[n-1].Votes[slices.Index(r.Standing, i)] / count.Vote)
		}
		return votes, r.Valid, true
	}
	return 0, 0, false
}
