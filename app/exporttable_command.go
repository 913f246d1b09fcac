package app

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"branchbook/data"
	"branchbook/data/book"
)

func (p *program) exportTable() *cobra.Command {
	var wanted tableWords
	var out string
	c := &cobra.Command{
		Use:   "table LIST --out FILE",
		Short: "Write one of the other returns and lists as a spreadsheet",
		Long:  "Write one of the other returns and lists as a spreadsheet. LIST is one of these:\n\n" + tableHelp(),
		Args:  exactly(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			kind, err := tableCalled(args[0])
			if err != nil {
				return err
			}
			return p.withBook(func(b *book.Book) error {
				order, err := wanted.order(b, kind, data.DateOf(p.now()))
				if err != nil {
					return err
				}
				paper, err := p.press(b).table(cmd.Context(), kind.Kind, order, out)
				if err != nil {
					return err
				}
				fmt.Fprintf(p.out, "%s: %s, %s.\n", paper.File, lowerFirst(kind.Title), data.NumberOf(paper.Rows, "row", "rows"))
				return nil
			})
		},
	}
	c.Flags().StringVar(&wanted.columns, "columns", "", "the columns wanted, with commas between them, or all (default: those without personal details)")
	c.Flags().StringVar(&wanted.from, "from", "", "the day from which it counts")
	c.Flags().StringVar(&wanted.asAt, "to", "", "the day up to which it counts, and of which it speaks (default: today)")
	c.Flags().StringVar(&wanted.meeting, "meeting", "", "date of the meeting that it is about (default: the latest closed one), or of the election's")
	c.Flags().StringVar(&wanted.contest, "contest", "", "title of the election that it is about (default: the latest that was counted)")
	c.Flags().BoolVar(&wanted.public, "public", false, "leave out who moved and seconded motions")
	addOut(c, &out)
	return c
}

// tableHelp lists the spreadsheets, a line each, with their columns.
func tableHelp() string {
	var lines []string
	for _, k := range data.TableKinds() {
		lines = append(lines, fmt.Sprintf("  %-18s%s", k.Word, k.About))
		if keys := k.Keys(); len(keys) > 0 {
			lines = append(lines, fmt.Sprintf("  %-18scolumns: %s", "", strings.Join(keys, ",")))
		}
	}
	return strings.Join(lines, "\n")
}

func tableCalled(word string) (data.TableKind, error) {
	var words []string
	for _, k := range data.TableKinds() {
		if strings.EqualFold(k.Word, word) {
			return k, nil
		}
		words = append(words, k.Word)
	}
	last := len(words) - 1
	return data.TableKind{}, data.NewProblem(fmt.Sprintf("There is no list called %q. Say one of these: %s or %s.", word, strings.Join(words[:last], ", "), words[last]), nil)
}

// tableWords are what was typed about the spreadsheet that is wanted.
type tableWords struct {
	columns, from, asAt, meeting, contest string
	public                                bool
}

func (w tableWords) order(b *book.Book, kind data.TableKind, today data.Date) (book.TableOrder, error) {
	o := book.TableOrder{AsAt: today, Public: w.public}
	if err := typedDay(w.from, &o.From); err != nil {
		return o, err
	}
	if err := typedDay(w.asAt, &o.AsAt); err != nil {
		return o, err
	}
	if !o.From.IsZero() && !kind.From {
		return o, data.NewProblem(fmt.Sprintf("%s does not count from a day. Leave --from out.", kind.Title), nil)
	}
	if !o.From.IsZero() && o.AsAt.Before(o.From) {
		return o, data.NewProblem(fmt.Sprintf("%s is before %s. Give the earlier day with --from and the later one with --to.", o.AsAt, o.From), nil)
	}
	if kind.OfMeeting {
		meeting, err := meetingOn(b, w.meeting)
		if err != nil {
			return o, err
		}
		o.Meeting = meeting.ID
	}
	if w.contest != "" {
		if !kind.OfContest {
			return o, data.NewProblem(kind.Title+" is not about one election. Leave --contest out.", nil)
		}
		contest, err := contestCalled(b, w.contest, w.meeting)
		if err != nil {
			return o, err
		}
		o.Contest = contest.ID
	}
	var err error
	o.Columns, err = columnsCalled(kind, w.columns)
	return o, err
}

// typedDay reads a day that was typed; one that was not stays as it is.
func typedDay(typed string, day *data.Date) error {
	if typed == "" {
		return nil
	}
	on, err := typedDate(typed)
	if err == nil {
		*day = on
	}
	return err
}

// columnsCalled returns the keys that were typed; nil for none, and every key for "all".
func columnsCalled(kind data.TableKind, typed string) ([]string, error) {
	known := kind.Keys()
	switch {
	case typed == "":
		return nil, nil
	case len(known) == 0:
		return nil, data.NewProblem(kind.Title+" always has all its columns. Leave --columns out.", nil)
	case typed == "all":
		return known, nil
	}
	keys := []string{}
	for key := range strings.SplitSeq(typed, ",") {
		key = strings.ToLower(strings.TrimSpace(key))
		if !slices.Contains(known, key) {
			return nil, data.NewProblem(fmt.Sprintf("%s has no column %q. Its columns are %s.", kind.Title, key, strings.Join(known, ", ")), nil)
		}
		keys = append(keys, key)
	}
	return keys, nil
}
