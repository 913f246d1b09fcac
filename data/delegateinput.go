package data

import (
	"fmt"
	"slices"
	"strings"
)

// A DelegateInput is what a delegate return is worked out from.
type DelegateInput struct {
	Branch Branch
	Body   Body
	// Seats are those of the body; any that are not held on AsAt are left out.
	Seats  []Seat
	People Names
	// Rules are those in force on AsAt.
	Rules Rules
	// Members counts the branch as at MembersAsAt, the date of the membership list it rests on.
	Members     Membership
	MembersAsAt Date
	// AsAt is the day the return speaks of.
	AsAt Date
	// Columns are the keys of the columns wanted, in any order; nil for the default ones.
	Columns []string
	// Version counts the returns about this body, from 1.
	Version int
	// Previous is the last return, as it went; nil for the first.
	Previous *SentVersion
	// Chair and Secretary are the names that stand for the branch; either may be empty.
	Chair, Secretary string
	// Meetings are any of the branch's: those on a date of election are named with their quorum.
	Meetings []Meeting
}

// NewDelegateReturn works out the return of a delegation: its rows, its sums, what it shares about whom, what the
// secretary should look at first, and what changed since the last one.
func NewDelegateReturn(in DelegateInput) DelegateReturnDoc {
	d := DelegateReturnDoc{
		Branch: in.Branch.PaperName(), CLP: in.Branch.CLP, Body: in.Body.Name, Subject: ID(in.Body.ID), To: in.Branch.CLPSecretary, Secretary: in.Secretary,
		AsAt: in.AsAt, Version: max(in.Version, 1), Columns: chosenColumns(in.Columns), Ended: map[PersonID]Date{},
	}
	d.Seats, d.Entitlement = in.Rules.Seats.Allot(in.Members, in.MembersAsAt).Of("")
	for _, s := range in.Seats {
		switch {
		case s.HeldOn(in.AsAt):
			d.Rows = append(d.Rows, in.row(s))
		case !s.Ends.IsZero() && s.Ends.Before(in.AsAt) && s.Ends.After(d.Ended[s.Person]):
			d.Ended[s.Person] = s.Ends
		}
	}
	d.count()
	d.Balance = in.Rules.Delegation.Judge(d.Women, d.Filled, max(d.Seats, d.Filled))
	d.BalanceWords = sentence(d.Balance.Sentence())
	d.withhold()
	d.addVacancies()
	d.Facts = in.facts(d)
	d.Warnings, d.Passed = in.warnings(d), in.passed(d)
	if in.Previous != nil {
		d.Since = in.Previous.Number
		d.Changes = d.TableDoc().ChangesSince(*in.Previous)
	}
	return d
}

// row sets a seat out; contact details stay in it until withhold.
func (in DelegateInput) row(s Seat) DelegateRow {
	r := DelegateRow{
		Seat: s.Number, Person: s.Person, Class: s.Class, Body: in.Body.Name,
		Elected: s.Elected, How: s.How, Votes: s.Votes, Ends: s.Ends, Consent: s.Consent,
	}
	p, known := in.People[s.Person]
	if !known {
		r.Last = in.People.Name(s.Person)
		return r
	}
	r.First, r.Last, r.Number, r.Gender = p.First, p.Last, p.Number, p.Gender
	r.Young, r.Born = p.YoungOn(in.AsAt), !p.Turns27.IsZero()
	r.Email, r.Phone = p.Email, strings.Join(p.Phones, ", ")
	r.Address, r.Postcode = strings.Join(p.Address, ", "), p.Postcode
	return r
}

// facts are the lines that head the return.
func (in DelegateInput) facts(d DelegateReturnDoc) []Fact {
	version := fmt.Sprint(d.Version)
	if in.Previous != nil {
		version += fmt.Sprintf(", in place of version %d as at %s", in.Previous.Number, in.Previous.AsAt)
	}
	facts := []Fact{
		{"To", joined(in.Branch.CLPSecretary, in.Branch.CLP)},
		{"Delegates to", in.Body.Name},
		{"As at", d.AsAt.String()},
		{"Version", version},
		{"Branch chair", in.Chair},
		{"Branch secretary", in.Secretary},
		{"Membership", in.membershipWords()},
	}
	for _, on := range electionDates(d.Rows) {
		facts = append(facts, Fact{"Elected", in.electionWords(on, d.Rows)})
	}
	return slices.DeleteFunc(facts, func(f Fact) bool { return strings.TrimSpace(f.Value) == "" })
}

// membershipWords is "216 members on Mon 1 Jun 2026: 113 women, 100 men, 3 not stated; 19 under 27".
func (in DelegateInput) membershipWords() string {
	m := in.Members
	if m.Members == 0 {
		return ""
	}
	words := NumberOf(m.Members, "member", "members")
	if !in.MembersAsAt.IsZero() {
		words += " on " + in.MembersAsAt.String()
	}
	parts := []string{NumberOf(m.Women, "woman", "women"), NumberOf(m.Men, "man", "men")}
	if m.Other > 0 {
		parts = append(parts, fmt.Sprintf("%d other", m.Other))
	}
	if m.NotStated > 0 {
		parts = append(parts, fmt.Sprintf("%d not stated", m.NotStated))
	}
	return fmt.Sprintf("%s: %s; %d under 27", words, strings.Join(parts, ", "), m.Young)
}

// electionWords is "Thu 11 Jun 2026, 15 seats, annual general meeting: quorate from 7.34pm".
func (in DelegateInput) electionWords(on Date, rows []DelegateRow) string {
	seats := 0
	for _, r := range rows {
		seats += b2i(r.Elected == on)
	}
	words := joined(on.String(), NumberOf(seats, "seat", "seats"))
	for _, m := range in.Meetings {
		if m.Date == on && m.Kind != Executive {
			words += ", " + uncapital(m.Kind.String())
			if m.Quorum.Verdict != "" {
				words += ": " + m.Quorum.Verdict
			}
			break
		}
	}
	return words
}

// warnings are what the secretary should look at before sending.
func (in DelegateInput) warnings(d DelegateReturnDoc) []string {
	var out []string
	if in.Branch.Structure == AllMembers && in.Body.Name == GeneralCommittee {
		out = append(out, "The constituency party meets with all its members, so that it has no delegates from branches. Check the branch's settings.")
	}
	if d.Seats > 0 && d.Filled > d.Seats {
		out = append(out, fmt.Sprintf("%s filled, but the branch is entitled to %d: %s.", are(d.Filled, "seat", "seats"), d.Seats, d.Entitlement.Sum))
	}
	out = append(out, twice(d.Rows)...)
	for _, r := range d.Rows {
		p, known := in.People[r.Person]
		switch {
		case r.Vacant:
		case !known:
			out = append(out, fmt.Sprintf("Seat %d is held by someone who is no longer in the book. Choose who holds it.", r.Seat))
		case p.Status == Left && !p.LeftOn.IsZero():
			out = append(out, fmt.Sprintf("%s is not on the membership list since %s. Check the seat before you send this.", p.Name(), p.LeftOn))
		case p.Status == Left:
			out = append(out, p.Name()+" is no longer on the membership list. Check the seat before you send this.")
		}
	}
	return slices.Concat(out, d.blanks(), d.withoutContact())
}
