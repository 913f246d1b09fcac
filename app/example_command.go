package app

import (
	"fmt"

	"github.com/spf13/cobra"

	"branchbook/data"
	"branchbook/data/book"
	"branchbook/data/example"
)

// examplePassphrase opens the example book. It is no secret.
const examplePassphrase = "example branch"

func (p *program) exampleCommand() *cobra.Command {
	size := example.Default
	c := &cobra.Command{
		Use:   "example DIR",
		Short: `Write the example branch into a new folder; its passphrase is "` + examplePassphrase + `"`,
		Args:  exactly(1),
		RunE: func(_ *cobra.Command, args []string) error {
			b, err := writeExample(args[0], size, p.options())
			if err != nil {
				return err
			}
			if err := b.Close(); err != nil {
				return err
			}
			fmt.Fprintf(p.out, "The example branch is in %s: %d members, %s. Its passphrase is: %s\n", args[0], size.Members, data.NumberOf(size.Years, "year", "years"), examplePassphrase)
			return nil
		},
	}
	c.Flags().IntVar(&size.Members, "members", size.Members, "how many members the branch has")
	c.Flags().IntVar(&size.Years, "years", size.Years, "how many years it has met")
	return c
}

// writeExample makes a book of the example branch in a new folder, each list and each meeting as one Change.
func writeExample(dir string, size example.Size, o book.Options) (*book.Book, error) {
	if err := size.Validate(); err != nil {
		return nil, err
	}
	b, _, err := book.Create(dir, examplePassphrase, example.Branch(), o)
	if err != nil {
		return nil, err
	}
	for step := range example.Steps(size) {
		err := b.Change(step.What, func(tx *book.Tx) error {
			for _, record := range step.Records {
				if err := tx.Keep(record); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			b.Close()
			return nil, err
		}
	}
	return b, nil
}
