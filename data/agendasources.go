package data

import (
	"fmt"
	"slices"
	"strings"
)

// minutesToApprove are the minutes of this body that no meeting has approved yet, the oldest first: those held since
// the last approval, or, in a book that has none, since the last meeting that did business.
func minutesToApprove(in AgendaInput) []Written {
	var out []Written
	for _, m := range slices.Backward(in.Meetings) {
		if !in.before(m) || !in.takesMinutesOf(m) {
			continue
		}
		a := in.approval(m.ID)
		if !a.Approved.IsZero() {
			break
		}
		out = append(out, Written{
			From: Source{FromMinutes, ID(m.ID)}, Kind: ItemMinutes, Heading: in.minutesHeading(m), Note: in.howFar(a), Minutes: 5,
		})
		if in.Meeting.Kind == AGM || !in.anyApproved() && m.Kind == in.Meeting.Kind && m.Without == NotSettled {
			break
		}
	}
	slices.Reverse(out)
	return out
}

// takesMinutesOf says whether minutes come before this meeting: an annual general meeting takes those of the last one,
// and an ordinary meeting takes those too where the rules say so.
func (in AgendaInput) takesMinutesOf(m Meeting) bool {
	if m.Kind == AGM {
		return in.Meeting.Kind == AGM || !in.Rules.AGMMinutes.AtNextAGM
	}
	return in.Meeting.Kind != AGM
}

func (in AgendaInput) anyApproved() bool {
	return slices.ContainsFunc(in.Approvals, func(a Approval) bool {
		m, known := in.meeting(a.Meeting)
		return known && !a.Approved.IsZero() && in.before(m) && in.takesMinutesOf(m)
	})
}

// minutesHeading is "Minutes of 14 May", with the kind of meeting where it is another.
func (in AgendaInput) minutesHeading(m Meeting) string {
	if m.Kind == Ordinary || m.Kind == Executive {
		return "Minutes of " + in.on(m.Date)
	}
	return fmt.Sprintf("Minutes of the %s of %s", uncapital(m.Kind.String()), in.on(m.Date))
}

func (in AgendaInput) howFar(a Approval) string {
	switch {
	case len(a.HeldOver) > 0:
		return "held over on " + in.on(a.HeldOver[len(a.HeldOver)-1].On)
	case len(a.Circulated) > 0:
		return "circulated " + in.on(a.Circulated[len(a.Circulated)-1].On)
	case !a.Drafted.IsZero():
		return "draft of " + in.on(a.Drafted) + ", not circulated yet"
	}
	return "draft, not circulated yet"
}

// decisionsToRatify were made without a quorum.
func decisionsToRatify(in AgendaInput) []Written {
	var out []Written
	for _, d := range in.Decisions {
		if !d.Pressing || d.Ratified != "" || !in.ours(d.Meeting) {
			continue
		}
		out = append(out, Written{
			From: Source{FromDecision, ID(d.ID)}, Kind: ItemRatify, Under: ItemMatters,
			Heading: "Ratify: " + withAmount(uncapital(plainEnd(d.Text)), d.Amount), Note: in.from(d.Meeting),
		})
	}
	return out
}

// withAmount adds a sum of money to words that do not name it, however they write it.
func withAmount(words string, sum Money) string {
	if sum == 0 || strings.Contains(words, sum.String()) || SumIn(words) == sum {
		return words
	}
	return words + " " + sum.String()
}

// plainEnd takes the full stop off a sentence, for a heading.
func plainEnd(s string) string { return strings.TrimRight(strings.TrimSpace(s), ". ") }

// addendaToAgree are corrections to minutes that are locked.
func addendaToAgree(in AgendaInput) []Written {
	var out []Written
	for _, c := range in.Corrections {
		m, known := in.meeting(c.Meeting)
		if !c.Addendum || c.Agreed || !known || !in.before(m) {
			continue
		}
		words := c.Words
		if words == "" && c.Was+c.Becomes != "" {
			words = fmt.Sprintf("“%s” should read “%s”", c.Was, c.Becomes)
		}
		heading := "Addendum to the minutes of " + in.on(m.Date)
		if words != "" {
			heading += ": " + plainEnd(words)
		}
		out = append(out, Written{
			From: Source{FromCorrection, ID(c.ID)}, Kind: ItemOther, Under: ItemMatters, Heading: heading, Note: "to be agreed",
		})
	}
	return out
}

func openActions(in AgendaInput) []Written {
	var out []Written
	for _, a := range in.Actions {
		if a.Status != Open || !in.ours(a.Meeting) {
			continue
		}
		owner := a.OwnerText
		if a.Owner != "" {
			owner = in.People.Name(a.Owner)
		}
		w := Written{
			From: Source{FromAction, ID(a.ID)}, Kind: ItemOther, Under: ItemMatters, Listed: true,
			Heading: strings.TrimSpace(a.Ref + " " + joinedBy(": ", owner, plainEnd(a.Text))), Note: labelled("due ", in.on(a.Due)),
		}
		if a.OverdueOn(in.Today) {
			w.Note = "overdue since " + in.on(a.Due)
		}
		out = append(out, w)
	}
	return out
}

func joinedBy(with string, parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return strings.TrimSpace(s) == "" }), with)
}

// whatWasSentOn are motions and decisions of which the branch has still to be told something.
func whatWasSentOn(in AgendaInput) []Written {
	if !in.isBranch() {
		return nil
	}
	var out []Written
	for _, f := range in.Forwardings {
		if !f.Closed.IsZero() || !f.ReportedBack.IsZero() {
			continue
		}
		w := Written{From: Source{FromForwarding, ID(f.ID)}, Kind: ItemOther, Under: ItemMatters, Listed: true}
		switch {
		case f.TheirResult != "":
			w.Heading, w.Note = fmt.Sprintf("%s: %s result to report back", in.sentRef(f), f.To), f.TheirResult
			if toDelegates(f.To) {
				w.Under = ItemReport
			}
		case f.Sent.IsZero():
			w.Heading, w.Note = fmt.Sprintf("%s: to be sent to %s", in.sentRef(f), f.To), notSentYet
		default:
			w.Heading, w.Note = fmt.Sprintf("%s: reply awaited from %s", in.sentRef(f), f.To), "sent "+in.on(f.Sent)
			if !f.Chase.IsZero() && f.Chase.Before(in.Today) {
				w.Note = "to be chased since " + in.on(f.Chase)
			}
		}
		out = append(out, w)
	}
	return out
}

// notSentYet is how something stands that is to be sent on.
const notSentYet = "not sent yet"

// sentRef is the reference of what was sent on.
func (in AgendaInput) sentRef(f Forwarding) string {
	for _, m := range in.Motions {
		if m.ID == f.Motion {
			return m.Ref
		}
	}
	for _, d := range in.Decisions {
		if d.ID == f.Decision {
			return d.Ref
		}
	}
	return "A motion"
}

// toDelegates says whether the branch's own delegates sit where something was sent.
func toDelegates(to string) bool {
	for _, word := range strings.Fields(Fold(to)) {
		if slices.Contains([]string{"clp", "gc", "gmc", "ec", "constituency", "general", "conference", "lcf", "lgc"}, word) {
			return true
		}
	}
	return false
}

func lettersWaiting(in AgendaInput) []Written {
	if !in.isBranch() {
		return nil
	}
	var out []Written
	for _, l := range in.Letters {
		if !l.Waits() {
			continue
		}
		w := Written{
			From: Source{FromLetter, ID(l.ID)}, Kind: ItemCorrespondence, Under: ItemCorrespondence, Listed: true,
			Heading: fmt.Sprintf("Letter from %s: %s", l.With, plainEnd(l.Subject)), Note: "to be answered",
		}
		if l.Way == WentAway {
			w.Heading, w.Note = fmt.Sprintf("Letter to %s: %s", l.With, plainEnd(l.Subject)), "answer awaited"
		}
		switch {
		case l.OverdueOn(in.Today):
			w.Note += ", overdue since " + in.on(l.Due)
		case !l.Due.IsZero():
			w.Note += " by " + in.on(l.Due)
		}
		out = append(out, w)
	}
	return out
}
