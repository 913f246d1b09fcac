package app

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"branchbook/data"
	"branchbook/data/count"
)

// ballotLimit is more than any file of ballots has: 64 MB.
const ballotLimit = 64 << 20

// ruleNames are the rules as the command line has them.
var ruleNames = map[string]count.Rule{"most": count.MostVotes, "av": count.Preferential, "ers97": count.ERS97, "scottish": count.Scottish}

// countCommand counts a file of ballots. It opens no book: nothing of it is kept.
func (p *program) countCommand() *cobra.Command {
	var rule string
	var places int
	var lots []string
	c := &cobra.Command{
		Use:   "count FILE",
		Short: "Count the ballots of a .blt file, and print every stage",
		Long: `Counts the ballots of a .blt file, the form that counting programs exchange, by the rule that was chosen before voting:
most (most votes), av (alternative vote), ers97 (single transferable vote, ERS97) or scottish (single transferable vote,
Scottish rules). Where candidates tie and no stage decides, it stops and says between whom: draw the lot, and count again
with --lot and the name it fell on, once for each lot in order. Nothing is kept in a book.`,
		Args: exactly(1),
		RunE: func(_ *cobra.Command, args []string) error {
			e, err := readBallots(args[0])
			if err != nil {
				return err
			}
			if places > 0 {
				e.Places = places
			}
			by, known := ruleNames[strings.ToLower(rule)]
			if !known {
				return data.NewProblem(fmt.Sprintf("%q is not a rule. Choose most, av, ers97 or scottish with --rule.", rule), nil)
			}
			r, err := countWith(by, e, lots)
			if err != nil {
				return err
			}
			return printCount(p.out, e, r)
		},
	}
	c.Flags().StringVar(&rule, "rule", "", "most, av, ers97 or scottish")
	c.Flags().IntVar(&places, "places", 0, "how many places are filled (default: as the file says)")
	c.Flags().StringArrayVar(&lots, "lot", nil, "whom a lot fell on, for each tie in order")
	return c
}

func readBallots(path string) (count.Election, error) {
	content, err := readFile(path, ballotLimit)
	if err != nil {
		return count.Election{}, err
	}
	e, err := count.ReadBLT(bytes.NewReader(content))
	if err != nil {
		return e, data.NewProblem(data.Capital(err.Error())+". This is not a file of ballots as counting programs write it (.blt).", err)
	}
	return e, nil
}

// countWith counts, and settles each tie with the next lot.
func countWith(rule count.Rule, e count.Election, drawn []string) (count.Result, error) {
	var lots []count.Lot
	for {
		r, err := count.Run(rule, e, lots)
		if err != nil {
			return r, data.NewProblem("These ballots cannot be counted by this rule. "+data.Capital(strings.TrimPrefix(err.Error(), "count: "))+".", err)
		}
		if r.Tie == nil || len(lots) == len(drawn) {
			return r, nil
		}
		name := drawn[len(lots)]
		who := slices.IndexFunc(e.Candidates, func(c string) bool { return data.Fold(c) == data.Fold(name) })
		if !slices.Contains(r.Tie.Between, who) {
			return r, data.NewProblem(fmt.Sprintf("The lot is between %s. %q is none of them.", namesOf(e, r.Tie.Between), name), nil)
		}
		lots = append(lots, count.Lot{Tie: *r.Tie, Drawn: who})
	}
}

func namesOf(e count.Election, who []int) string {
	names := make([]string, len(who))
	for i, c := range who {
		names[i] = e.Candidates[c]
	}
	return strings.Join(names, ", ")
}

// printCount writes every candidate's figure at every stage, what each stage did, and who is elected.
func printCount(out io.Writer, e count.Election, r count.Result) error {
	fmt.Fprintf(out, "%s: %d valid ballots, %d spoilt, %s.\n\n", cmp.Or(e.Title, string(r.Rule)), r.Valid, e.Spoilt, data.NumberOf(e.Places, "place", "places"))
	t := tabwriter.NewWriter(out, 0, 0, 2, ' ', tabwriter.AlignRight)
	wide := len("Not transferable")
	for _, name := range e.Candidates {
		wide = max(wide, utf8.RuneCountInString(name))
	}
	row := func(name string, figure func(count.Stage) count.Value) {
		fmt.Fprintf(t, "%-*s\t", wide, name)
		for _, s := range r.Stages {
			fmt.Fprintf(t, "%s\t", figure(s))
		}
		fmt.Fprintln(t)
	}
	fmt.Fprintf(t, "%-*s\t", wide, "Stage")
	for _, s := range r.Stages {
		fmt.Fprintf(t, "%d\t", s.Number)
	}
	fmt.Fprintln(t)
	for c, name := range e.Candidates {
		row(name, func(s count.Stage) count.Value { return s.Votes[c] })
	}
	row("Not transferable", func(s count.Stage) count.Value { return s.Lost })
	if err := t.Flush(); err != nil {
		return err
	}
	fmt.Fprintln(out)
	for _, s := range r.Stages {
		fmt.Fprintf(out, "%d. %s\n", s.Number, s.Sentence)
	}
	switch {
	case r.Tie != nil:
		fmt.Fprintf(out, "\nStopped at stage %d: a lot must say %s, between %s.\n", r.Tie.Stage, r.Tie.Purpose, namesOf(e, r.Tie.Between))
	default:
		fmt.Fprintf(out, "\nElected: %s.\n", namesOf(e, r.Elected))
	}
	return nil
}
