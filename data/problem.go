package data

import "errors"

// A Problem is an error with two faces: Say is for the secretary, Cause is for the log.
type Problem struct {
	// Say is one or two plain sentences: what happened, and what to do about it.
	Say string
	// Cause is the full technical error; it may be nil. It must hold no names of people.
	Cause error
}

// NewProblem makes a Problem from a sentence and the error below it, which may be nil.
func NewProblem(say string, cause error) *Problem { return &Problem{Say: say, Cause: cause} }

// Error returns the sentence for the secretary.
func (p *Problem) Error() string { return p.Say }

// Unwrap returns the cause, so that errors.Is and errors.As see through a Problem.
func (p *Problem) Unwrap() error { return p.Cause }

// Say returns the sentence that a secretary should read for err: the Problem's own where there is one, else a general
// sentence that sends them to the log. It returns "" for nil.
func Say(err error) string {
	if err == nil {
		return ""
	}
	var p *Problem
	if errors.As(err, &p) {
		return p.Say
	}
	return "Something went wrong that Branchbook did not expect. What you wrote is kept. Please try again; the details are in the log."
}
