package app

import (
	"errors"
	"fmt"
	"io"
	"log/slog"
	"time"

	"fyne.io/fyne/v2"

	"branchbook/data"
	"branchbook/data/book"
	"branchbook/data/example"
	"branchbook/screens/parts"
	"branchbook/screens/place"
)

// A Stage is Branchbook's window under a driver, a folder, a clock and a randomness that are handed in: the gallery
// draws its screens on it.
type Stage struct {
	w *window
	p *program
}

// StageOptions are what a Stage lives by.
type StageOptions struct {
	App    fyne.App
	Folder string           // for books; empty at first
	Now    func() time.Time // local time
	Random io.Reader
}

// NewStage returns the window with the door of an empty folder in it.
func NewStage(o StageOptions) *Stage {
	p := &program{
		out: io.Discard, errs: io.Discard, now: o.Now, random: o.Random,
		getenv: func(string) string { return "" },
		ask:    func(string) (string, error) { return "", errors.New("app: nobody to ask on a stage") },
	}
	w := newWindow(p, o.App, shelf(o.Folder), slog.New(slog.DiscardHandler), func(string) {})
	return &Stage{w: w, p: p}
}

// Window is the window.
func (s *Stage) Window() fyne.Window { return s.w.win }

// Book is the book that is open; nil while the door is shown.
func (s *Stage) Book() *book.Book {
	if s.w.house == nil {
		return nil
	}
	return s.w.house.book
}

// OpenExample writes the example branch into the stage's folder and shows it.
func (s *Stage) OpenExample() error {
	dir, err := s.w.shelf.next()
	if err != nil {
		return err
	}
	b, err := writeExample(dir, example.Default, s.p.options())
	if err != nil {
		return err
	}
	s.w.enter(b)
	return nil
}

// OpenEmpty begins the book of a branch and shows it.
func (s *Stage) OpenEmpty(branch data.Branch) error {
	dir, err := s.w.shelf.next()
	if err != nil {
		return err
	}
	b, _, err := book.Create(dir, examplePassphrase, branch, s.p.options())
	if err != nil {
		return err
	}
	s.w.enter(b)
	return nil
}

// Lock locks the book that is open.
func (s *Stage) Lock() { s.w.lock("") }

// Close closes the book that is open, if one is.
func (s *Stage) Close() error {
	s.w.closePanels()
	return s.w.ended()
}

// Go shows a place.
func (s *Stage) Go(r place.Route) { s.w.house.Go(r) }

// Do runs a command of the menu bar by its name.
func (s *Stage) Do(name string) error {
	commands := append(s.w.doorCommands(), s.w.door.Commands()...)
	if h := s.w.house; h != nil {
		commands = h.commands(h.at.Route().Place)
	}
	for _, c := range commands {
		if c.Name == name {
			if !c.Do() {
				return fmt.Errorf("%s cannot be done now", name)
			}
			return nil
		}
	}
	return fmt.Errorf("there is no command %q", name)
}

// Look sets the colours ("light", "dark", "contrast") and the size of text in percent.
func (s *Stage) Look(scheme parts.Scheme, percent int) {
	s.w.prefs.setScheme(string(scheme))
	s.w.prefs.setTextSize(percent)
	s.w.applyLook()
}
