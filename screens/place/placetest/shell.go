// Package placetest has a Shell for the tests of places: it remembers what it was asked.
package placetest

import (
	"slices"

	"fyne.io/fyne/v2"

	"branchbook/screens/place"
)

// A Shell remembers what a place asked of the window. Its zero value answers every question with Yes.
type Shell struct {
	Went     []place.Route    // by Go
	Said     []string         // by Notify
	Problems []error          // by Problem
	Asked    []place.Question // by Ask
	Opened   []*place.Panel   // by Open and still open, in order
	Focused  fyne.Focusable   // by Focus, last
	Refuse   bool             // answer questions with No
}

// Go remembers the route.
func (s *Shell) Go(r place.Route) { s.Went = append(s.Went, r) }

// Notify remembers the line.
func (s *Shell) Notify(line string) { s.Said = append(s.Said, line) }

// Problem remembers the error; nil is none.
func (s *Shell) Problem(err error) {
	if err != nil {
		s.Problems = append(s.Problems, err)
	}
}

// Ask remembers the question and answers it at once.
func (s *Shell) Ask(q place.Question) {
	s.Asked = append(s.Asked, q)
	answer := q.Then
	if s.Refuse {
		answer = q.Else
	}
	if answer != nil {
		answer()
	}
}

// Open remembers the panel until it is closed.
func (s *Shell) Open(p place.Panel) func() {
	panel := &p
	s.Opened = append(s.Opened, panel)
	return func() {
		i := slices.Index(s.Opened, panel)
		if i < 0 {
			return
		}
		s.Opened = slices.Delete(s.Opened, i, i+1)
		if p.Closed != nil {
			p.Closed()
		}
	}
}

// Focus remembers the widget.
func (s *Shell) Focus(f fyne.Focusable) { s.Focused = f }

// Runner runs tasks inline.
func (s *Shell) Runner() place.Runner { return place.Inline{} }
