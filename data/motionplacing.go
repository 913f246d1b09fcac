package data

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// A Placing is what follows from when a motion came in: the meeting that it goes to, and why.
type Placing struct {
	// Wanted is the meeting that it was handed in for, and Deadline what the rule says of that.
	Wanted   Meeting
	Deadline Finding
	Latest   Date // the last day in time for Wanted
	// InTime says that it goes to Wanted. To is the meeting where it is taken; the zero Meeting when none is planned that
	// could take it. HeldOver says that To is a later one.
	InTime, HeldOver bool
	To               Meeting
	// Emergency says that it goes to Wanted all the same, if the chair and the meeting take it.
	Emergency bool
	// Skipped are the meetings between that do not take such a motion.
	Skipped []Meeting
	// Words say all that in a sentence for the screen.
	Words string
}

// Takes says whether a kind of meeting takes a kind of motion: ordinary business is not for an annual or special
// meeting, and a change of the rules is for an annual one.
func (k MeetingKind) Takes(motion MotionKind) bool {
	switch k {
	case Ordinary, Joint:
		return motion != RuleChange
	case AGM, Inaugural:
		return motion == RuleChange || motion == Procedural
	}
	return false
}

// PlaceMotion works out where a motion goes that was handed in for a meeting: on its agenda where it is in time; else held
// over to the next meeting that takes such a motion and for which it is in time. all are the branch's meetings, in any
// order, and rules every dated profile.
func PlaceMotion(m Motion, wanted Meeting, all []Meeting, rules []Rules) Placing {
	p := Placing{Wanted: wanted, Deadline: RulesOn(rules, wanted.Date).Motions.Judge(m.Received, wanted.Date)}
	p.Latest, _ = RulesOn(rules, wanted.Date).Motions.Latest(wanted.Date)
	late := func(on Meeting) bool {
		last, _ := RulesOn(rules, on.Date).Motions.Latest(on.Date)
		return m.Received.After(last)
	}
	if m.Kind == EmergencyMotion {
		p.Emergency, p.To = true, wanted
		p.Words = "Emergency motion: the chair rules whether it can be taken on " + wanted.Date.String() + ", and the meeting confirms."
		return p
	}
	if !late(wanted) && (wanted.Kind.Takes(m.Kind) || wanted.Kind == Special || wanted.Kind == Executive) {
		p.InTime, p.To = true, wanted
		p.Words = "For the agenda of " + wanted.Date.String() + ": " + p.Deadline.Verdict + "."
		return p
	}
	coming := slices.Clone(all)
	slices.SortStableFunc(coming, func(a, b Meeting) int {
		return cmp.Or(a.Date.Compare(b.Date), strings.Compare(string(a.ID), string(b.ID)))
	})
	for _, next := range coming {
		switch {
		case !next.Date.After(wanted.Date), next.Off(), next.Status != Planned && next.Status != "", next.Kind == Executive:
		case !next.Kind.Takes(m.Kind), late(next):
			p.Skipped = append(p.Skipped, next)
		default:
			p.HeldOver, p.To = true, next
			p.Words = p.words(m.Kind)
			return p
		}
	}
	p.Words = p.words(m.Kind)
	return p
}

func (p Placing) words(kind MotionKind) string {
	words := Capital(p.Deadline.Verdict) + " for " + p.Wanted.Date.String()
	if !p.Wanted.Kind.Takes(kind) && !strings.HasSuffix(p.Deadline.Verdict, " late") {
		words = "Not for the " + uncapital(p.Wanted.Kind.String()) + " on " + p.Wanted.Date.String()
	}
	if p.To.Date.IsZero() {
		return words + ": held over. No later meeting is planned that could take it."
	}
	words += ": held over to " + p.To.Date.String() + "."
	for _, s := range p.Skipped {
		words += " " + s.skippedWords(kind)
	}
	return words
}

// skippedWords says why a meeting does not take the motion.
func (m Meeting) skippedWords(kind MotionKind) string {
	switch {
	case m.Kind.Takes(kind):
		return "It is too late for " + m.Date.String() + " as well."
	case kind == RuleChange:
		return m.Date.String() + " cannot change the rules."
	}
	return m.Date.String() + " is the " + uncapital(m.Kind.String()) + ", which does not take it."
}

// A CoveringNote is what is written to the mover when a motion has come in.
type CoveringNote struct {
	Motion Motion
	Branch string
	// Mover and Secretary are the names; either may be "".
	Mover, Secretary string
	Placing          Placing
}

// Text returns the letter, in paragraphs with blank lines between them.
func (n CoveringNote) Text() string {
	m, p := n.Motion, n.Placing
	got := fmt.Sprintf("Thank you for your motion “%s”", m.Title)
	if m.Ref != "" {
		got += ", which has the reference " + m.Ref
	}
	got += "."
	if !m.Received.IsZero() {
		got += " It reached me on " + m.Received.Long() + "."
	}
	lines := []string{"Dear " + cmp.Or(n.Mover, "friend") + ",", got}
	switch {
	case p.Emergency:
		lines = append(lines, fmt.Sprintf("It is offered as an emergency motion to the meeting on %s. The chair rules there whether it is one, and the meeting then decides by a vote whether to take it.", p.Wanted.Date.Long()))
	case p.InTime:
		lines = append(lines, fmt.Sprintf("It is in time for the meeting on %s and goes on its agenda. Please come to move it, and bring somebody who will second it.", p.To.Date.Long()))
	default:
		lines = append(lines, p.heldOver(m)...)
	}
	return strings.Join(append(lines, strings.TrimSpace(joined(n.Secretary, "Secretary")+"\n"+n.Branch)), "\n\n")
}

func (p Placing) heldOver(m Motion) []string {
	why := fmt.Sprintf("It was meant for the %s on %s, which does not take it. It is therefore held over.", uncapital(p.Wanted.Kind.String()), p.Wanted.Date.Long())
	if verdict, late := strings.CutSuffix(p.Deadline.Verdict, " late"); late {
		why = fmt.Sprintf("Motions for the meeting on %s had to be in by %s, so that it came %s too late and cannot be on that agenda. It is held over.",
			p.Wanted.Date.Long(), p.Latest.Long(), verdict)
	}
	lines := []string{why}
	if p.To.Date.IsZero() {
		return append(lines, "No later meeting is planned yet that could take it. I shall write again when there is one.")
	}
	then := ""
	for _, s := range p.Skipped {
		switch {
		case s.Kind.Takes(m.Kind):
			then += fmt.Sprintf("It is too late for the meeting on %s as well. ", s.Date.Long())
		case s.Kind == AGM:
			then += fmt.Sprintf("The next meeting, on %s, is the annual general meeting, which takes no ordinary motions. ", s.Date.Long())
		default:
			then += fmt.Sprintf("The %s on %s does not take it. ", uncapital(s.Kind.String()), s.Date.Long())
		}
	}
	return append(lines,
		then+fmt.Sprintf("I can offer you the meeting on %s, where it will be on the agenda if you still wish to move it.", p.To.Date.Long()),
		"If it cannot wait, tell me why: the chair can be asked to take it as an emergency motion, and the meeting would then decide.")
}
