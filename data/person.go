package data

import (
	"fmt"
	"strings"
)

// Status says how a person stands to the branch.
type Status string

// What a Person can be. A person is never deleted when they go: past minutes keep their name.
const (
	Member    Status = "member"    // on the latest membership list
	Left      Status = "left"      // was a member; no longer on the list
	Guest     Status = "guest"     // came to a meeting; never on the list
	Affiliate Status = "affiliate" // delegate of an affiliated body
)

// Gender is held for balance only, and only where it was given.
type Gender string

// What a Person counts as in a rule of balance. "" is not stated.
const (
	NotStated   Gender = ""
	Woman       Gender = "woman"
	Man         Gender = "man"
	OtherGender Gender = "other"
)

// A Person is a member of the branch, or a guest who came once.
type Person struct {
	ID       PersonID `json:"id"`
	Revision int      `json:"rev"`
	// Number is the membership number, as text ("L0123456"); unique in the book when it is set, and optional.
	Number string `json:"number,omitempty"`
	Title  string `json:"title,omitempty"`
	First  string `json:"first,omitempty"`
	Last   string `json:"last"`
	Status Status `json:"status"`
	Gender Gender `json:"gender,omitempty"`
	// Turns27 is the date of the 27th birthday, until which the person is young; zero when not known.
	Turns27 Date   `json:"turns27,omitzero"`
	Email   string `json:"email,omitempty"`
	// Phones are as they were given, best first.
	Phones   []string `json:"phones,omitempty"`
	Address  []string `json:"address,omitempty"`
	Postcode string   `json:"postcode,omitempty"`
	Ward     string   `json:"ward,omitempty"`
	Joined   Date     `json:"joined,omitzero"`
	// Arrears says that the subscription is unpaid; ArrearsSince is when that was first known, or zero.
	Arrears      bool `json:"arrears,omitempty"`
	ArrearsSince Date `json:"arrearsSince,omitzero"`
	// LeftOn is the date of the first list without them, when Status is Left.
	LeftOn Date `json:"leftOn,omitzero"`
	// LastSeen is the date of the last list that had them.
	LastSeen Date `json:"lastSeen,omitzero"`
	// MatchedByName says that the last list matched them by name alone, since it had no number for them.
	MatchedByName bool `json:"matchedByName,omitempty"`
	// Note is private: it is in no paper, return or export.
	Note string `json:"note,omitempty"`
	// Organisation says where a guest comes from, in their own words.
	Organisation string `json:"organisation,omitempty"`
}

// Name returns the person's name as minutes print it: Siân Llewellyn.
func (p Person) Name() string { return strings.TrimSpace(p.First + " " + p.Last) }

// SortName returns the name for lists in order of surname: Llewellyn, Siân.
func (p Person) SortName() string {
	if p.First == "" {
		return p.Last
	}
	return p.Last + ", " + p.First
}

// SortKey orders people by surname and then first name, whatever the capitals and the accents.
func (p Person) SortKey() string {
	if p.First == "" {
		return Fold(p.Last)
	}
	return Fold(p.Last) + ", " + Fold(p.First)
}

// YoungOn says whether the person is under 27 on the date; false when their birthday is not known.
func (p Person) YoungOn(on Date) bool { return !p.Turns27.IsZero() && on.Before(p.Turns27) }

// Validate says what keeps the person from being stored: a missing name, or a status that does not exist.
func (p Person) Validate() error {
	switch {
	case strings.TrimSpace(p.Name()) == "":
		return NewProblem("A person needs a name. Type at least a surname.", nil)
	case p.Status != Member && p.Status != Left && p.Status != Guest && p.Status != Affiliate:
		return NewProblem("This person is neither a member nor a guest. Choose one.", fmt.Errorf("person status %q", p.Status))
	}
	return nil
}

// A Refusal is a row of somebody's file that was left out, and why.
type Refusal struct {
	// Row is the row's number as a spreadsheet shows it, from 1.
	Row int `json:"row"`
	// Name is what the row called the person, if it did.
	Name string `json:"name,omitempty"`
	// Number is the membership number on the row, if it had one.
	Number string `json:"number,omitempty"`
	// Reason is a sentence: "Join date 31/02/2026 is not a real date."
	Reason string `json:"reason"`
}

// A ListImport is what one membership list said, as at a date. Quorum and entitlement rest on it.
type ListImport struct {
	ID       ImportID `json:"id"`
	Revision int      `json:"rev"`
	AsAt     Date     `json:"asAt"`
	// File is the file's own name, without its folder.
	File string `json:"file,omitempty"`
	// How says how it was read: "217 rows, semicolons, Windows-1252".
	How string `json:"how,omitempty"`

	Rows      int       `json:"rows"`
	New       int       `json:"new"`
	Changed   int       `json:"changed"`
	Unchanged int       `json:"unchanged"`
	Missing   int       `json:"missing"`
	Refused   []Refusal `json:"refused,omitempty"`

	// Counts is what the membership was once the list had been brought in.
	Counts Membership `json:"counts"`
}

// Validate says what keeps the import from being stored.
func (l ListImport) Validate() error {
	if l.AsAt.IsZero() {
		return NewProblem("A membership list needs the date it was made. Type it as 1 May 2026.", nil)
	}
	return nil
}

// Membership counts the members of a branch on a date.
type Membership struct {
	Members   int `json:"members"`
	Women     int `json:"women"`
	Men       int `json:"men"`
	Other     int `json:"other,omitempty"`
	NotStated int `json:"notStated"`
	Young     int `json:"young"`
	Arrears   int `json:"arrears"`
	NoEmail   int `json:"noEmail"`
}

// CountMembers counts those of people who are members, with who is young as at the date.
func CountMembers(people []Person, on Date) Membership {
	var m Membership
	for _, p := range people {
		if p.Status != Member {
			continue
		}
		m.Members++
		switch p.Gender {
		case Woman:
			m.Women++
		case Man:
			m.Men++
		case OtherGender:
			m.Other++
		default:
			m.NotStated++
		}
		if p.YoungOn(on) {
			m.Young++
		}
		if p.Arrears {
			m.Arrears++
		}
		if p.Email == "" {
			m.NoEmail++
		}
	}
	return m
}

// Names looks people up by id, for whoever has to print one.
type Names map[PersonID]Person

// NamesOf indexes people by id.
func NamesOf(people []Person) Names {
	n := make(Names, len(people))
	for _, p := range people {
		n[p.ID] = p
	}
	return n
}

// Name returns the name of a person, or "someone no longer in the book" for an id it does not know; "" for no id.
func (n Names) Name(id PersonID) string {
	if id == "" {
		return ""
	}
	if p, ok := n[id]; ok {
		return p.Name()
	}
	return "someone no longer in the book"
}
