package app

import (
	"fmt"
	"path/filepath"

	"github.com/spf13/cobra"

	"branchbook/data"
	"branchbook/data/book"
	"branchbook/data/intake"
)

// listLimit is more than any membership list has: 64 MB.
const listLimit = 64 << 20

func (p *program) importCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "import",
		Short: "Bring other people's lists into the book",
		Args:  usageArgs(cobra.NoArgs),
		RunE: func(*cobra.Command, []string) error {
			return data.NewProblem("Say what to import: members FILE, motions FILE or attendance FILE.", nil)
		},
	}
	c.AddCommand(p.importMembers(), p.importMotions(), p.importAttendance())
	return c
}

func (p *program) importMembers() *cobra.Command {
	var asAt string
	c := &cobra.Command{
		Use:   "members FILE",
		Short: "Bring in a membership list, CSV or xlsx, as one change that can be undone",
		Args:  exactly(1),
		RunE: func(_ *cobra.Command, args []string) error {
			on := data.DateOf(p.now())
			if err := typedDay(asAt, &on); err != nil {
				return err
			}
			content, err := readFile(args[0], listLimit)
			if err != nil {
				return err
			}
			list, err := readMembers(filepath.Base(args[0]), content, on)
			if err != nil {
				return err
			}
			return p.withBook(func(b *book.Book) error { return p.bringIn(b, list) })
		},
	}
	c.Flags().StringVar(&asAt, "as-at", "", "the date the list was made (default: today)")
	return c
}

// memberList is a membership list that has been read, but not yet compared with the book.
type memberList struct {
	file, how string
	asAt      data.Date
	members   []data.ListedMember
	refused   []data.Refusal
}

func readMembers(name string, content []byte, asAt data.Date) (memberList, error) {
	table, err := intake.ReadTable(content, intake.Choice{})
	if err != nil {
		return memberList{}, err
	}
	mapping := intake.Guess(table)
	if err := mapping.Check(); err != nil {
		return memberList{}, err
	}
	members, refused := intake.Read(table, mapping, asAt)
	return memberList{name, table.How, asAt, members, refused}, nil
}

// bringIn compares the list with the book and stores what differs. Rows that may or may not be somebody in the book
// need the window, where the secretary can say.
func (p *program) bringIn(b *book.Book, list memberList) error {
	var people []data.Person
	err := b.Read(func(r *book.Reading) (err error) {
		people, err = r.People.All()
		return err
	})
	if err != nil {
		return err
	}
	diff := data.CompareLists(people, list.members, list.asAt).LeftOut(list.refused)
	if n := len(diff.Ask); n > 0 {
		return data.NewProblem(fmt.Sprintf("%d rows could be somebody who is in the book already, the first on row %d. Bring this list in from the window, which asks who is meant.", n, diff.Ask[0].Listed.Row), nil)
	}
	if _, err := b.DatedBackup(); err != nil {
		return err
	}
	record, err := storeList(b, diff, list.file, list.how)
	if err != nil {
		return err
	}
	p.printImport(record)
	return nil
}

// storeList brings a compared list into the book as one Change, and returns the record of it.
func storeList(b *book.Book, diff data.ListDiff, file, how string) (data.ListImport, error) {
	var record data.ListImport
	err := b.Change("bring in the list of "+diff.AsAt.Short(), func(tx *book.Tx) error {
		for _, person := range diff.Apply(func() data.PersonID { return data.PersonID(tx.NewID()) }) {
			if err := tx.People.Put(person); err != nil {
				return err
			}
		}
		record = diff.Import(data.ImportID(tx.NewID()), file, how)
		return tx.Imports.Put(record)
	})
	return record, err
}

func (p *program) printImport(r data.ListImport) {
	fmt.Fprintf(p.out, "%s: %d new, %d changed, %d unchanged, %d missing from the list, %d refused.\n",
		r.File, r.New, r.Changed, r.Unchanged, r.Missing, len(r.Refused))
	for _, refusal := range r.Refused {
		fmt.Fprintf(p.out, "  row %d: %s\n", refusal.Row, refusal.Reason)
	}
	fmt.Fprintf(p.out, "Members now: %d.\n", r.Counts.Members)
}
