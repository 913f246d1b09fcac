package data

import (
	"fmt"
	"strings"
)

// LetterState is how far a letter has got.
type LetterState string

// The states of a letter.
const (
	LetterToAnswer LetterState = "to answer"       // it came here and asks for something
	LetterAwaits   LetterState = "awaiting reply"  // it went away and asks for something
	LetterOverdue  LetterState = "overdue"         // either of them, and the date has passed
	LetterAnswered LetterState = "answered"        // the answer came or went
	LetterClosed   LetterState = "closed"          // without an answer
	LetterNoted    LetterState = "for information" // nobody owes anything
)

// State returns how far the letter has got.
func (l Letter) State(today Date) LetterState {
	switch {
	case !l.Answered.IsZero():
		return LetterAnswered
	case !l.Closed.IsZero():
		return LetterClosed
	case l.OverdueOn(today):
		return LetterOverdue
	case !l.Waits():
		return LetterNoted
	case l.Way == CameHere:
		return LetterToAnswer
	}
	return LetterAwaits
}

// Words says how far the letter has got, for a list: "Overdue by 3 days", "Answered 2 May".
func (l Letter) Words(today Date) string {
	state := l.State(today)
	words := Capital(string(state))
	switch {
	case state == LetterOverdue:
		return words + " by " + NumberOf(today.Sub(l.Due), "day", "days")
	case state == LetterAnswered:
		return words + " " + l.Answered.ShortNear(today)
	case state == LetterClosed:
		return words + " " + l.Closed.ShortNear(today)
	case l.Waits() && l.Due == today:
		return words + " today"
	}
	return words
}

// Heading names the letter in a sentence: "the letter from Northgate Council about the crossing".
func (l Letter) Heading() string {
	way := "to"
	if l.Way == CameHere {
		way = "from"
	}
	return fmt.Sprintf("the letter %s %s about %s", way, l.With, uncapital(l.Subject))
}

// Answer records that the answer came, or went, on a day; a note may say what it was. What was closed is open again.
func (l Letter) Answer(on Date, note string) (Letter, error) {
	switch {
	case on.IsZero():
		return l, NewProblem("Type the day on which it was answered, as 14 May 2026.", nil)
	case on.Before(l.Date):
		return l, NewProblem(fmt.Sprintf("It cannot have been answered before its own date, %s. Type a later day.", l.Date), nil)
	}
	l.Answered, l.Closed, l.Note = on, Date{}, strings.TrimSpace(note)
	return l, nil
}

// Close records that nothing more is to come of the letter, and why.
func (l Letter) Close(on Date, why string) (Letter, error) {
	if strings.TrimSpace(why) == "" {
		return l, NewProblem("Type why it is closed without an answer: no reply after two reminders, or nothing more to do.", nil)
	}
	l.Closed, l.Answered, l.Note = on, Date{}, strings.TrimSpace(why)
	return l, nil
}

// Reopen makes an answered or a closed letter wait again. The note stays, since it says what happened.
func (l Letter) Reopen() Letter {
	l.Answered, l.Closed = Date{}, Date{}
	return l
}
