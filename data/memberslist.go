package data

import (
	"fmt"
	"slices"
	"strings"
)

// A MembersInput is what every list of members is worked out from.
type MembersInput struct {
	Branch Branch
	People []Person // in the order in which they are to be listed
	// Rules are those in force on AsAt: they say who can vote.
	Rules Rules
	AsAt  Date
	// From is the day from which new members are listed; zero for three months before AsAt.
	From Date
	// List is the last membership list by AsAt; nil where there was none.
	List    *ListImport
	Columns []string // keys; nil for the default ones
}

// memberColumns are all that a list of members can have. What the headings say is read back by package intake.
func memberColumns() []ReturnColumn {
	return []ReturnColumn{
		{Key: "name", Title: "Name", Default: true},
		{Key: "number", Title: "Membership no.", Kind: CodeColumn, Personal: true},
		{Key: "title", Title: "Title"},
		{Key: "first", Title: "First name"},
		{Key: "last", Title: "Last name"},
		{Key: "ward", Title: "Ward", Default: true},
		{Key: "standing", Title: "Voting", Personal: true, Default: true},
		{Key: "status", Title: "Membership status", Personal: true},
		{Key: "arrearssince", Title: "Arrears since", Kind: DateColumn, Personal: true},
		{Key: "joined", Title: "Joined", Kind: DateColumn},
		{Key: "gender", Title: "Gender", Personal: true},
		{Key: "turns27", Title: "Turns 27 on", Kind: DateColumn, Personal: true},
		{Key: "email", Title: "Email", Personal: true, Contact: true},
		{Key: "phone", Title: "Phone", Kind: CodeColumn, Personal: true, Contact: true},
		{Key: "address", Title: "Postal address", Kind: ProseColumn, Personal: true, Contact: true},
		{Key: "postcode", Title: "Postcode", Kind: CodeColumn, Personal: true, Contact: true},
	}
}

// newMemberColumns are for whoever welcomes them, who has to reach them.
func newMemberColumns() []ReturnColumn {
	return pick(memberColumns(), "name number ward joined standing email phone address postcode", "name ward joined standing email phone")
}

// postListColumns are for an envelope.
func postListColumns() []ReturnColumn {
	return pick(memberColumns(), "name number ward address postcode phone", "name address postcode")
}

// doorListColumns are for whoever sits at the door, with nothing that others should read there but why there is no vote.
func doorListColumns() []ReturnColumn {
	return append(pick(memberColumns(), "name number ward", "name ward"),
		ReturnColumn{Key: "reason", Title: "Why", Personal: true, Default: true},
		ReturnColumn{Key: "votes", Title: "Votes from", Kind: DateColumn, Default: true})
}

// pick returns the columns of the first list of keys, of which those of the second are on by default.
func pick(columns []ReturnColumn, keys, on string) []ReturnColumn {
	var out []ReturnColumn
	for _, c := range columns {
		if slices.Contains(strings.Fields(keys), c.Key) {
			c.Default = slices.Contains(strings.Fields(on), c.Key)
			out = append(out, c)
		}
	}
	return out
}

// members are those who were members on the day.
func (in MembersInput) members() []Person {
	return slices.DeleteFunc(slices.Clone(in.People), func(p Person) bool {
		is := in.Rules.Eligibility.of(p, in.AsAt)
		return is == notMember || is == hasLeft || is == notYetJoined
	})
}

func (in MembersInput) doc(kind PaperKind, title string, offered []ReturnColumn) TableDoc {
	d := TableDoc{Kind: kind, Title: title, Page: "Summary", Sheet: title, Branch: in.Branch.PaperName(), CLP: in.Branch.CLP, AsAt: in.AsAt, Offered: offered, Holds: "names and wards"}
	d.Columns = columnsOn(offered, in.Columns)
	list := ""
	if in.List != nil {
		list = "as at " + in.List.AsAt.String()
	}
	d.Facts = present([]Fact{{"As at", in.AsAt.String()}, {"Membership list", list}})
	return d
}

// row has a cell for whatever any list of members offers.
func (in MembersInput) row(p Person) TableRow {
	standing := in.Rules.Eligibility.Standing(p, in.AsAt)
	cells := map[string]any{
		"name": p.SortName(), "number": p.Number, "title": p.Title, "first": p.First, "last": p.Last, "ward": p.Ward, "standing": standing.Words,
		"status": "Current", "joined": p.Joined, "gender": Capital(string(p.Gender)), "turns27": p.Turns27, "email": p.Email, "phone": strings.Join(p.Phones, ", "),
		"address": strings.Join(p.Address, "\n"), "postcode": p.Postcode, "reason": Capital(standing.Reason), "votes": standing.From,
	}
	if owes(p, in.AsAt) {
		cells["status"], cells["arrearssince"] = "In arrears", p.ArrearsSince
	}
	return TableRow{Key: ID(p.ID), Name: p.Name(), Person: p.ID, Cells: cells}
}

// NewMembersList lists everybody who was a member on a day. With every column it holds all that a membership list can say.
func NewMembersList(in MembersInput) TableDoc {
	d := in.doc(MembersPaper, "Members", memberColumns())
	members := in.members()
	for _, p := range members {
		d.Rows = append(d.Rows, in.row(p))
	}
	count := CountMembers(asMembers(members), in.AsAt)
	_, voters := in.Rules.Eligibility.Count(members, in.AsAt)
	d.Summary = NumberOf(len(members), "member", "members")
	figures := TableSection{Title: "In figures", Sums: []TableSum{
		{Label: "Members", N: count.Members}, {Label: "Women", N: count.Women}, {Label: "Men", N: count.Men}, {Label: "Other", N: count.Other},
		{Label: "Not stated", N: count.NotStated}, {Label: "Under 27", N: count.Young, Words: "as far as it is known"}, {Label: "Without email", N: count.NoEmail},
	}}
	vote := TableSection{Title: "Who can vote"}
	vote.judged(voters)
	d.Sections = []TableSection{figures, vote, wards(members)}
	return d
}

// asMembers counts those who left later as the members they were.
func asMembers(people []Person) []Person {
	people = slices.Clone(people)
	for i := range people {
		people[i].Status = Member
	}
	return people
}

// wards counts members by ward, those without one last.
func wards(members []Person) TableSection {
	s := TableSection{Title: "Wards"}
	n := map[string]int{}
	var names []string
	for _, p := range members {
		if n[p.Ward] == 0 && p.Ward != "" {
			names = append(names, p.Ward)
		}
		n[p.Ward]++
	}
	slices.Sort(names)
	for _, name := range names {
		s.Sums = append(s.Sums, TableSum{Label: name, N: n[name]})
	}
	if n[""] > 0 {
		s.Sums = append(s.Sums, TableSum{Label: "No ward recorded", N: n[""]})
	}
	return s
}

// NewWelcomeList lists those who joined from a day on, who are to be welcomed: the newest first.
func NewWelcomeList(in MembersInput) TableDoc {
	d := in.doc(NewMembersPaper, "New members", newMemberColumns())
	if in.From.IsZero() {
		in.From = in.AsAt.AddDays(-91)
	}
	fresh := slices.DeleteFunc(in.members(), func(p Person) bool { return p.Joined.IsZero() || p.Joined.Before(in.From) })
	slices.SortStableFunc(fresh, func(a, b Person) int { return b.Joined.Compare(a.Joined) })
	votes := 0
	for _, p := range fresh {
		d.Rows = append(d.Rows, in.row(p))
		votes += b2i(in.Rules.Eligibility.Standing(p, in.AsAt).CanVote)
	}
	d.Facts = append(d.Facts, present([]Fact{{"Joined since", in.From.String()}})...)
	d.Summary = NumberOf(len(fresh), "new member", "new members")
	d.Sections = []TableSection{{Title: "In figures", Sums: []TableSum{{Label: "Joined", N: len(fresh)}, {Label: "Can vote already", N: votes}}, Notes: in.votingNotes()}}
	return d
}

func (in MembersInput) votingNotes() []string {
	if source := in.Rules.Eligibility.source(); source != "" {
		return []string{"Who can vote: " + source}
	}
	return nil
}

// NewPostList lists the members who have no email: whom a notice reaches by post alone.
func NewPostList(in MembersInput) TableDoc {
	d := in.doc(PostListPaper, "Members without email", postListColumns())
	d.Sheet = "Post list"
	all := in.members()
	var nowhere []string
	for _, p := range all {
		if strings.TrimSpace(p.Email) != "" {
			continue
		}
		d.Rows = append(d.Rows, in.row(p))
		if len(p.Address) == 0 {
			nowhere = append(nowhere, p.Name())
		}
	}
	d.Summary = fmt.Sprintf("%d of %s", len(d.Rows), NumberOf(len(all), "member", "members"))
	d.Sections = []TableSection{{Title: "In figures", Sums: []TableSum{
		{Label: "Without email", N: len(d.Rows)}, {Label: "Without an address either", N: len(nowhere), Words: listedInShort(nowhere)}}}}
	if len(nowhere) > 0 {
		d.Warnings = []string{fmt.Sprintf("Neither email nor address is recorded for %s.", listedInShort(nowhere))}
	}
	return d
}

// NewDoorList lists the members who cannot vote on a day, and those in arrears where arrears cost no vote, each with why.
func NewDoorList(in MembersInput) TableDoc {
	d := in.doc(DoorListPaper, "No vote at the door", doorListColumns())
	d.Sheet = "No vote"
	members := in.members()
	var arrears, fresh int
	for _, p := range members {
		is := in.Rules.Eligibility.of(p, in.AsAt)
		if is == canVote && !owes(p, in.AsAt) {
			continue
		}
		arrears += b2i(owes(p, in.AsAt))
		fresh += b2i(is == tooNew)
		row := in.row(p)
		if is == canVote {
			row.Cells["reason"] = "In arrears, which costs no vote here"
		}
		d.Rows = append(d.Rows, row)
	}
	_, voters := in.Rules.Eligibility.Count(members, in.AsAt)
	d.Summary = NumberOf(len(d.Rows), "name", "names")
	d.Sections = []TableSection{
		{Title: "In figures", Sums: []TableSum{{Label: "In arrears", N: arrears}, {Label: "New", N: fresh, Words: "members too short a time to vote"}}},
		{Title: "Who can vote"},
	}
	d.Sections[1].judged(voters)
	return d
}
