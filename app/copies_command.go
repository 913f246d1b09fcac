package app

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"branchbook/data"
	"branchbook/data/book"
)

func (p *program) backupCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "backup FILE",
		Short: "Write a complete, locked copy of the book and prove it by reading it back",
		Args:  exactly(1),
		RunE: func(_ *cobra.Command, args []string) error {
			return p.withBook(func(b *book.Book) error {
				paper, err := p.press(b).backup(args[0])
				if err != nil {
					return err
				}
				fmt.Fprintf(p.out, "%s written and read back: %d records.\n", filepath.Base(args[0]), paper.Rows)
				return nil
			})
		},
	}
}

func (p *program) restoreCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "restore FILE NEWDIR",
		Short: "Make a new book from a backup",
		Args:  exactly(2),
		RunE: func(_ *cobra.Command, args []string) error {
			f, size, err := openFile(args[0])
			if err != nil {
				return err
			}
			defer f.Close()
			secret, err := p.passphrase("Passphrase or recovery code of the backup: ")
			if err != nil {
				return err
			}
			b, err := book.Restore(f, size, secret, args[1], p.options())
			if err != nil {
				return err
			}
			if err := b.Close(); err != nil {
				return err
			}
			fmt.Fprintf(p.out, "The book is restored in %s.\n", args[1])
			return nil
		},
	}
}

func (p *program) checkCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "check",
		Short: "Read every record of the book and verify its journal",
		Args:  exactly(0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return p.withBook(func(b *book.Book) error {
				report, err := b.Check(context.Background(), nil)
				if err != nil {
					return err
				}
				for _, line := range report.Sentences {
					fmt.Fprintln(p.out, line)
				}
				if !report.Sound {
					return data.NewProblem("The book is damaged. Make a backup now, and restore the newest sound copy beside it.", nil)
				}
				return nil
			})
		},
	}
}

func (p *program) dumpCommand() *cobra.Command {
	var asJSON bool
	dump := &cobra.Command{
		Use:   "dump --json",
		Short: "Write the whole book in the clear, for those who want to leave",
		Args:  exactly(0),
		RunE: func(*cobra.Command, []string) error {
			if !asJSON {
				return data.NewProblem("The dump is in the clear, with everything that is private. Say --json to have it.", nil)
			}
			return p.withBook(func(b *book.Book) error { return p.press(b).dump(p.out) })
		},
	}
	dump.Flags().BoolVar(&asJSON, "json", false, "as one JSON document")
	return dump
}

// openFile opens somebody's file for reading, and says in words when it cannot.
func openFile(path string) (*os.File, int64, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, 0, data.NewProblem(fmt.Sprintf("%s cannot be opened. Check its name and that you may read it.", filepath.Base(path)), err)
	}
	info, err := f.Stat()
	if err != nil || !info.Mode().IsRegular() {
		f.Close()
		return nil, 0, data.NewProblem(fmt.Sprintf("%s is not a file.", filepath.Base(path)), err)
	}
	return f, info.Size(), nil
}

// readFile reads somebody's whole file, up to a size that no honest one has.
func readFile(path string, limit int64) ([]byte, error) {
	f, size, err := openFile(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	if size > limit {
		return nil, data.NewProblem(fmt.Sprintf("%s is too large: %d MB. Export only the member list, then try again.", filepath.Base(path), size>>20), nil)
	}
	content, err := io.ReadAll(io.LimitReader(f, limit))
	if err != nil {
		return nil, data.NewProblem(fmt.Sprintf("%s could not be read to its end. Copy it to this computer and try again.", filepath.Base(path)), err)
	}
	return content, nil
}
