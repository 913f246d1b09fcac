package data

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// A Settled amendment is what is to be stored together once the meeting has dealt with one.
type Settled struct {
	Motion    Motion
	Amendment Amendment
	// Others are amendments that changed with it: the one that it amended, and those to it that fell.
	Others []Amendment
	// Undo names the Change: "record amendment A1 to M-2026-04 as carried". Line says what was recorded: "Amendment A2
	// recorded: it fell, nobody seconded it."
	Undo, Line string
	// Doubts are about the amendments still to be taken: that they no longer fit, or touch the same words.
	Doubts []Finding
}

// AmendmentOutcomeOf returns what a vote made of an amendment. Equal votes lose it: the text stands.
func AmendmentOutcomeOf(v Vote) AmendmentOutcome {
	if v.Outcome.IsCarried() {
		return AmendmentCarried
	}
	return AmendmentLost
}

// SettleAmendment returns what becomes of the amendment, the motion's text and the other amendments once the meeting has
// dealt with it. vote is the one that decided it; the zero Vote where none did. all are the amendments to the motion, this
// one among them. A motion that was recorded as carried before is then carried as amended. The error is a Problem: the
// amendment has been dealt with already, or does not fit the text any more.
func (m Motion) SettleAmendment(a Amendment, as AmendmentOutcome, vote Vote, all []Amendment) (Settled, error) {
	switch {
	case a.Motion != m.ID:
		return Settled{}, NewProblem(fmt.Sprintf("%s is an amendment to another motion. Look again.", a.Label()), nil)
	case a.Outcome != ToBeTaken:
		return Settled{}, NewProblem(fmt.Sprintf("%s is recorded already: %s. Take that back first if it was wrong.", a.Label(), a.Outcome), nil)
	case as == ToBeTaken:
		return Settled{}, NewProblem("Choose what became of "+a.Label()+".", nil)
	}
	out := Settled{Motion: m}
	if as.TakesEffect() {
		var err error
		if a, err = out.takeEffect(a, all); err != nil {
			return Settled{}, err
		}
	}
	a.Outcome, a.Vote = as, vote.ID
	a.Meeting = cmp.Or(a.Meeting, vote.Meeting)
	out.Amendment = a
	for _, o := range all {
		if o.To == a.ID && a.ID != "" && o.Outcome == ToBeTaken {
			o.Outcome, o.Note = AmendmentFallen, a.Label()+" was dealt with before it"
			out.Others = append(out.Others, o)
		}
	}
	out.Undo = fmt.Sprintf("record amendment %s to %s as %s", a.Label(), m.Ref, as)
	out.Line = fmt.Sprintf("Amendment %s recorded: %s.", a.Label(), a.resultWords(vote))
	out.Doubts = out.Motion.AmendmentDoubts(out.after(all))
	return out, nil
}

// takeEffect changes the text of the motion, or of the amendment that this one is to.
func (s *Settled) takeEffect(a Amendment, all []Amendment) (Amendment, error) {
	if a.To != "" {
		i := slices.IndexFunc(all, func(o Amendment) bool { return o.ID == a.To })
		if i < 0 || all[i].Outcome != ToBeTaken {
			return a, NewProblem("The amendment that "+a.Label()+" is to has been dealt with. Record "+a.Label()+" as fallen, or take that back.", nil)
		}
		other, err := a.ApplyTo(all[i])
		if err != nil {
			return a, err
		}
		a.Result = other.Text
		s.Others = append(s.Others, other)
		return a, nil
	}
	placed, err := a.Placed(all)
	if err != nil {
		return a, err
	}
	stood := s.Motion.CurrentText()
	text, err := placed.Apply(stood)
	if err != nil {
		return a, err
	}
	if n := len(InEffect(all)); n == 0 {
		placed.Effect = 1
		if stood != s.Motion.Submitted {
			s.Motion.AsPut = stood
		}
	} else {
		placed.Effect = max(n, InEffect(all)[n-1].Effect) + 1
	}
	placed.Result, s.Motion.Text = text, text
	if s.Motion.Outcome == Carried {
		s.Motion.Outcome = CarriedAmended
	}
	return placed, nil
}

// after returns all amendments as they stand once this is stored.
func (s Settled) after(all []Amendment) []Amendment {
	out := slices.Clone(all)
	for i := range out {
		for _, changed := range append(slices.Clone(s.Others), s.Amendment) {
			if changed.ID == out[i].ID {
				out[i] = changed
			}
		}
	}
	return out
}

// resultWords is what became of an amendment in a sentence.
func (a Amendment) resultWords(v Vote) string {
	switch a.Outcome {
	case AmendmentFell:
		return "it fell, nobody seconded it"
	case AmendmentCarried, AmendmentLost:
		if v.ID != "" {
			return v.Words()
		}
	case AmendmentAccepted:
		return "accepted by the mover of the motion"
	case AmendmentOutOfOrder:
		return strings.TrimSpace("ruled out of order " + bracketed(a.Note))
	}
	return strings.TrimSpace(string(a.Outcome) + " " + bracketed(a.Note))
}

func bracketed(s string) string {
	if s = strings.TrimSpace(s); s == "" {
		return ""
	}
	return "(" + s + ")"
}

// AmendmentDoubts is what to look at before the next amendment is put: those that no longer fit the text, pairs that
// touch the same words, and one that would merely negate the motion.
func (m Motion) AmendmentDoubts(all []Amendment) []Finding {
	var out []Finding
	var left []Amendment
	for _, a := range TakingOrder(all, m.CurrentText()) {
		if a.Outcome != ToBeTaken {
			continue
		}
		if _, err := m.IfCarried(a, all); err != nil {
			out = append(out, Finding{Verdict: Say(err), Warning: true})
			continue
		}
		if f := a.JudgeNegation(); f.Warning {
			out = append(out, f)
		}
		left = append(left, a)
	}
	for i, a := range left {
		for _, b := range left[i+1:] {
			if f, both := Overlap(a, b, all, m.CurrentText()); both {
				out = append(out, f)
			}
		}
	}
	return out
}

// Substantive says whether every amendment has been dealt with, so that the text as it stands is the substantive motion
// and can be put.
func Substantive(all []Amendment) bool {
	return !slices.ContainsFunc(all, func(a Amendment) bool { return a.Outcome == ToBeTaken })
}

// NextAmendment returns the amendment to be taken next. ok is false when none is left.
func NextAmendment(all []Amendment, text string) (next Amendment, ok bool) {
	for _, a := range TakingOrder(all, text) {
		if a.Outcome == ToBeTaken {
			return a, true
		}
	}
	return Amendment{}, false
}
