package app

import (
	"fmt"
	"path/filepath"

	"github.com/spf13/cobra"

	"branchbook/data"
	"branchbook/data/book"
	"branchbook/screens/motions"
)

func (p *program) importMotions() *cobra.Command {
	return &cobra.Command{
		Use:   "motions FILE",
		Short: "Bring in a register of motions, or replies to those that were sent on, as one change that can be undone",
		Args:  exactly(1),
		RunE: func(_ *cobra.Command, args []string) error {
			rows, err := readRows(args[0])
			if err != nil {
				return err
			}
			return p.withBook(func(b *book.Book) error { return p.bringInMotions(b, filepath.Base(args[0]), rows) })
		},
	}
}

// bringInMotions compares a table with the book, keeps what is new and prints what was made of each row.
func (p *program) bringInMotions(b *book.Book, file string, rows [][]string) error {
	var in motions.Bringing
	err := b.Read(func(r *book.Reading) error {
		sources, err := motions.SourcesOf(r, data.DateOf(p.now()))
		if err == nil {
			in, err = motions.ReadBringing(file, rows, sources)
		}
		return err
	})
	if err != nil {
		return err
	}
	if what := in.What(); what != "" {
		if _, err := b.DatedBackup(); err != nil {
			return err
		}
		if err := b.Change(what, in.Store); err != nil {
			return err
		}
	}
	fmt.Fprintln(p.out, in.Words())
	for _, line := range in.Lines() {
		fmt.Fprintln(p.out, "  "+line)
	}
	return nil
}
