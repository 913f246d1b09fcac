package app

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"branchbook/data"
	"branchbook/data/book"
)

func (p *program) exportMotions() *cobra.Command {
	var out string
	var public bool
	c := &cobra.Command{
		Use:   "motions --out FILE",
		Short: "Write the register of motions as a spreadsheet",
		Args:  exactly(0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return p.withBook(func(b *book.Book) error {
				paper, err := p.press(b).motions(cmd.Context(), public, out)
				if err != nil {
					return err
				}
				fmt.Fprintf(p.out, "%s: the register of motions, %s.\n", paper.File, data.NumberOf(paper.Rows, "row", "rows"))
				return nil
			})
		},
	}
	c.Flags().BoolVar(&public, "public", false, "leave out who moved and seconded")
	addOut(c, &out)
	return c
}

func (p *program) exportMotion() *cobra.Command {
	var out string
	var unnamed bool
	c := &cobra.Command{
		Use:   "motion REF --out FILE",
		Short: "Write one motion as a Word document, or as a PDF when FILE ends in .pdf, to be sent on",
		Args:  exactly(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return p.withBook(func(b *book.Book) error {
				m, err := motionCalled(b, args[0])
				if err != nil {
					return err
				}
				return p.wrote(out, m.Ref+", "+m.Title, func(path string) (data.Paper, error) {
					return p.press(b).motion(cmd.Context(), m.ID, !unnamed, path)
				})
			})
		},
	}
	c.Flags().BoolVar(&unnamed, "public", false, "leave out who moved and seconded it")
	addOut(c, &out)
	return c
}

// motionCalled finds a motion by its reference.
func motionCalled(b *book.Book, ref string) (data.Motion, error) {
	var found []data.Motion
	err := b.Read(func(r *book.Reading) (err error) {
		found, err = r.Motions.Where(func(m data.Motion) bool { return strings.EqualFold(m.Ref, strings.TrimSpace(ref)) })
		return err
	})
	if err == nil && len(found) == 0 {
		err = data.NewProblem(fmt.Sprintf("The book has no motion %s. Write its reference like M-2026-04.", ref), nil)
	}
	if err != nil {
		return data.Motion{}, err
	}
	return found[0], nil
}
