package data

import "fmt"

// A SignInDoc is the sheet on the table at the door, in ready strings: everyone who is called, and empty lines for guests.
// It is special category data: it says who is a member.
type SignInDoc struct {
	Branch string
	// Title is "Sign-in sheet", When the meeting, and Quorum how many voters it needs, with the sum.
	Title, When, Quorum string
	On                  Date
	Columns             []string
	Rows                [][]string
	// Guests is how many empty lines follow.
	Guests int
	// Advice says how the sheet is to be kept.
	Advice string
	// People is how many it lists.
	People int
}

// The columns of a sign-in sheet.
const (
	signNumber = "No."
	signName   = "Name"
	signMember = "Member no."
	signWard   = "Ward"
	signVoter  = "Voter"
	signHere   = "Signature"
	signTime   = "Time"
)

// guestLines is how many empty lines a sign-in sheet has for those who are not on it: a page of them.
const guestLines = 20

// NewSignIn works out the sign-in sheet of a meeting. Numbers says whether it shows membership numbers; without them the
// column is left for whoever checks a card at the door.
func NewSignIn(in CallingInput, numbers bool) SignInDoc {
	d := SignInDoc{
		Branch: in.Branch.PaperName(), Title: "Sign-in sheet", When: in.Meeting.Kind.String() + ", " + in.where(), On: in.Meeting.Date, Guests: guestLines,
		Columns: []string{signNumber, signName, signMember, signWard, signVoter, signHere, signTime},
		Advice:  "Private: destroy this sheet once the register is entered.",
	}
	if !numbers {
		d.Columns[2] = "Card seen"
	}
	if needed, f := in.quorum(); needed > 0 {
		d.Quorum = sentence(fmt.Sprintf("Quorum %d: %s", needed, f.Sum))
	}
	for i, p := range in.called() {
		number := ""
		if numbers {
			number = p.Number
		}
		d.Rows = append(d.Rows, []string{fmt.Sprint(i + 1), p.SortName(), number, p.Ward, in.voterWord(p), "", ""})
	}
	d.People = len(d.Rows)
	return d
}

// voterWord says whether somebody can vote. The reason is not for a sheet that goes from hand to hand: the list of those
// without a vote, for whoever keeps the door, has it.
func (in CallingInput) voterWord(p Person) string {
	if in.Rules.Eligibility.of(p, in.Meeting.Date) == canVote {
		return "Yes"
	}
	return "No"
}
