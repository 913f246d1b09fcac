package today

import (
	"fmt"
	"strings"

	"branchbook/data"
	"branchbook/screens/parts"
	"branchbook/screens/place"
)

// steps are the first things to do with an empty book, in any order.
type steps struct {
	Mark  parts.Mark // "1 of 3 done"
	Three [3]firstStep
	More  [2]firstStep // for a branch that is in the middle of its year
}

// firstStep is one of them.
type firstStep struct {
	Icon        parts.IconName
	Title, Text string
	Points      []string
	Done        bool
	Said        string // once it is done: "214 members"
	Do          step
}

// stepsOf says which first steps are done.
func stepsOf(f facts, members int) (steps, error) {
	var s steps
	own, err := f.r.AllRules.All()
	if err != nil {
		return s, err
	}
	terms, err := f.r.Terms.On(f.today)
	if err != nil {
		return s, err
	}
	motions, err := f.r.Motions.All()
	if err != nil {
		return s, err
	}
	s.Three = [3]firstStep{
		{
			Icon: parts.IconPeople, Title: "Bring in your members", Done: members > 0, Said: some(members, "member", "members"),
			Text:   "A spreadsheet or CSV from the party's membership system. You see every row before anything is kept.",
			Points: []string{"Names alone are enough", "Duplicates and bad dates are shown", "One Undo takes it all back"},
			Do:     step{"Choose the list", place.Route{Place: "members", Tab: "import"}},
		},
		{
			Icon: parts.IconMeeting, Title: "Plan the next meeting", Done: len(f.meetings) > 0, Said: some(len(f.meetings), "meeting", "meetings"),
			Text:   "Give a date and a place. The book writes the agenda, the last day for notice and the quorum.",
			Points: []string{"Usual items, in the usual order", "Notice ready to paste"},
			Do:     step{Label: "Plan a meeting"},
		},
		{
			Icon: parts.IconBook, Title: "Check your standing orders", Done: len(own) > 0, Said: "Checked",
			Text:   "Quorum, notice, who can vote. Common figures are filled in with their source; change what differs.",
			Points: f.rulePoints(),
			Do:     step{"Look at the rules", place.Route{Place: "settings", Tab: "rules"}},
		},
	}
	s.More = [2]firstStep{
		{
			Icon: parts.IconRosette, Title: "Officers now in post", Done: len(terms) > 0, Said: some(len(terms), "post held", "posts held"),
			Text: "They stand in every plan and paper.", Do: step{"Type them in", place.Route{Place: "posts"}},
		},
		{
			Icon: parts.IconDocument, Title: "Motions that are open", Done: len(motions) > 0, Said: some(len(motions), "motion", "motions"),
			Text: "Typed or pasted, they go on the next agenda.", Do: step{"Type them in", place.Route{Place: "motions"}},
		},
	}
	done := 0
	for _, t := range s.Three {
		if t.Done {
			done++
		}
	}
	s.Mark = parts.Mark{Tone: parts.Grey, Icon: parts.IconCircle, Text: fmt.Sprintf("%d of 3 done", done)}
	if done > 0 {
		s.Mark.Tone, s.Mark.Icon = parts.Green, parts.IconCheck
	}
	return s, nil
}

// rulePoints are the figures that are in force, as somebody would check them.
func (f facts) rulePoints() []string {
	quorum := fmt.Sprintf("Quorum: %d voters", f.rules.Quorum.Fixed)
	if f.rules.Quorum.Fixed == 0 {
		quorum = fmt.Sprintf("Quorum: %s of %s", f.rules.Quorum.Share, f.rules.Quorum.Of)
	}
	var voting []string
	if days := f.rules.Eligibility.Days; days > 0 {
		voting = append(voting, "after "+data.NumberOf(days, "day", "days"))
	}
	if !f.rules.Eligibility.ArrearsVote {
		voting = append(voting, "no arrears")
	}
	points := []string{quorum, "Notice: " + data.NumberOf(f.rules.Notice.Days, "day", "days") + " before"}
	if len(voting) > 0 {
		points = append(points, "Voting: "+strings.Join(voting, ", "))
	}
	return points
}
