package app

import (
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"strings"
	"time"

	"golang.org/x/term"

	"branchbook/data"
	"branchbook/data/book"
)

// Main runs Branchbook with the arguments of its command line, and returns the exit status: 0 only for success.
func Main(args []string) int {
	p := &program{
		out:    os.Stdout,
		errs:   os.Stderr,
		now:    time.Now,
		random: rand.Reader,
		getenv: os.Getenv,
		ask:    askAtTerminal,
	}
	return p.run(args)
}

// A program is one run of Branchbook: what it writes to, and the clock, randomness and environment it lives in.
type program struct {
	out, errs io.Writer
	now       func() time.Time
	random    io.Reader
	getenv    func(string) string
	// ask reads a passphrase that is not shown.
	ask func(prompt string) (string, error)
	// bookDir is what --book named; "" for the user's own.
	bookDir string
	// narrateTo is a file that journeys read, to follow what the window shows; "" in every other run.
	narrateTo string
	// clockFile is a file that tells journeys the time; "" in every other run.
	clockFile string
}

func (p *program) run(args []string) int {
	root := p.rootCommand()
	root.SetArgs(args)
	root.SetOut(p.out)
	root.SetErr(p.errs)
	if err := root.Execute(); err != nil {
		fmt.Fprintln(p.errs, "branchbook: "+sentence(err))
		return 1
	}
	return 0
}

// sentence returns what standard error says of err: the sentence of a Problem, or what the command line's own parser
// said of the words it did not understand.
func sentence(err error) string {
	var usage usageError
	if errors.As(err, &usage) {
		return strings.TrimSpace(usage.Error())
	}
	return data.Say(err)
}

// A usageError is the command line's own: a flag it does not know, a missing argument.
type usageError struct{ error }

// options are what a book opened from the command line lives by.
func (p *program) options() book.Options {
	return book.Options{Now: p.now, Random: p.random, Log: slog.New(slog.DiscardHandler)}
}

// openBook opens the book that --book named, or the only one there is.
func (p *program) openBook() (*book.Book, error) {
	dir := p.bookDir
	if dir == "" {
		s, err := findShelf(p.getenv)
		if err != nil {
			return nil, err
		}
		if dir, err = s.only(); err != nil {
			return nil, err
		}
	}
	secret, err := p.passphrase("Passphrase: ")
	if err != nil {
		return nil, err
	}
	return book.Open(dir, secret, p.options())
}

// withBook opens the book, does something with it and closes it. An error in closing counts.
func (p *program) withBook(f func(*book.Book) error) error {
	b, err := p.openBook()
	if err != nil {
		return err
	}
	if said := b.Opened(); said != "" {
		fmt.Fprintln(p.errs, "branchbook: "+said)
	}
	return errors.Join(f(b), b.Close())
}

// passphraseVariable is where scripts put the passphrase. It is never an argument, which other users of the computer
// could read.
const passphraseVariable = "BRANCHBOOK_PASSPHRASE"

func (p *program) passphrase(prompt string) (string, error) {
	if secret := p.getenv(passphraseVariable); secret != "" {
		return secret, nil
	}
	secret, err := p.ask(prompt)
	if err != nil {
		return "", data.NewProblem("The passphrase is wanted. Type it at a terminal, or put it in "+passphraseVariable+".", err)
	}
	return secret, nil
}

func askAtTerminal(prompt string) (string, error) {
	in := int(os.Stdin.Fd())
	if !term.IsTerminal(in) {
		return "", errors.New("app: standard input is no terminal")
	}
	fmt.Fprint(os.Stderr, prompt)
	secret, err := term.ReadPassword(in)
	fmt.Fprintln(os.Stderr)
	return string(secret), err
}
