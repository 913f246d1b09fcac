package motions

import (
	"cmp"
	"slices"
	"strings"

	"branchbook/data"
	"branchbook/screens/parts"
)

// A Card is a motion with its text, its chain and its life.
type Card struct {
	ID    data.MotionID
	Ref   string
	Title string
	Mark  parts.Mark // with the figures of the vote
	// Text is as it stands, Submitted as it was handed in, and Changes the one with the other marked in it. Changed says
	// whether there is any difference.
	Text, Submitted string
	Changes         []parts.Run
	Changed         bool
	Movers          string // "Zoë Okafor, seconded Grace Mbeki"
	Facts           string // "Emergency motion, £50, 132 words: notes, resolves"
	TooLong         bool   // Facts says that it is
	Deadline        string // what the rule says of when it came, and what follows; "" for nothing to say
	Late            bool
	Chain           []Link
	Copies          []Copy
	Steps           []parts.Step
	Open            bool           // it may still be edited, and settled
	OffAgenda       bool           // it is open, and on no agenda
	Again           bool           // it was put off, and may be taken up again
	Decided         bool           // it may be brought back as a new motion
	Meeting         data.MeetingID // where it is, or was, taken; "" for none
}

// A Link is another motion of the chain, to go to.
type Link struct {
	ID   data.MotionID
	Text string // "M-2026-07, resubmission of M-2026-03"
}

func (m *Model) cardOf(x data.Motion) Card {
	c := Card{
		ID: x.ID, Ref: x.Ref, Title: x.Title, Mark: m.markWithFigures(x), Text: cmp.Or(x.CurrentText(), "No text was recorded."),
		Submitted: x.Submitted, Changed: x.Submitted != "" && x.CurrentText() != x.Submitted,
		Movers: m.movers(x), Chain: m.chain(x), Copies: m.copiesOf(x.ID), Steps: m.life(x),
		Open: x.Outcome == data.Undecided, Again: x.Outcome.PutsOff(), Decided: x.Outcome != data.Undecided,
	}
	c.OffAgenda = c.Open && (x.Status == data.Received || x.Status == data.Late || x.Status == data.HeldOver)
	if c.Changed {
		c.Changes = changeRuns(x.Submitted, x.CurrentText())
	}
	length := x.JudgeLength()
	c.TooLong = length.Warning
	c.Facts = joined(kindWords(x.Kind), x.Amount.String(), length.Sentence(), sectionWords(x.CurrentText()), labelled("received ", x.How), labelled("tags: ", strings.Join(x.Tags, ", ")))
	c.Facts = data.Capital(c.Facts)
	meeting, known := m.meetings[x.Meeting]
	if known {
		c.Meeting = x.Meeting
	}
	if known && c.Open && !x.Received.IsZero() {
		f := data.RulesOn(m.rules, meeting.Date).Motions.Judge(x.Received, meeting.Date)
		c.Deadline, c.Late = data.Capital(f.Sentence())+".", f.Warning
	}
	return c
}

// markWithFigures is the outcome as a chip, with the count that made it: "Carried 16-0-2".
func (m *Model) markWithFigures(x data.Motion) parts.Mark {
	mark := markOf(x)
	if v, voted := m.votes[x.Vote]; voted && v.Figures() != "" {
		mark.Text += " " + v.Figures()
	}
	return mark
}

func changeRuns(before, after string) []parts.Run {
	change := map[data.RunKind]parts.Change{data.Kept: parts.Same, data.Added: parts.Added, data.Removed: parts.Removed}
	var out []parts.Run
	for _, r := range data.MarkChanges(before, after) {
		out = append(out, parts.Run{Text: r.Text, Change: change[r.Kind]})
	}
	return out
}

// chain are the other motions that this one follows on, or that follow on it.
func (m *Model) chain(x data.Motion) []Link {
	var out []Link
	for _, l := range data.Chain(x.ID, m.motions) {
		if l.Motion.ID == x.ID {
			continue
		}
		words := cmp.Or(l.Words, l.Motion.WhatFollowed(m.motions), l.Motion.Title)
		out = append(out, Link{ID: l.Motion.ID, Text: joined(l.Motion.Ref, words)})
	}
	return out
}

func (m *Model) movers(x data.Motion) string {
	mover := m.names.Name(x.Mover)
	var seconders []string
	for _, id := range append([]data.PersonID{x.Seconder}, x.AlsoSeconded...) {
		if name := m.names.Name(id); name != "" {
			seconders = append(seconders, name)
		}
	}
	seconder := listed(seconders)
	switch {
	case mover != "" && seconder != "":
		return mover + ", seconded " + seconder
	case mover != "":
		return mover + ", not seconded yet"
	case seconder != "":
		return "Seconded " + seconder
	}
	return "Mover not recorded"
}

// life is what happened to a motion, in order, and what comes next.
func (m *Model) life(x data.Motion) []parts.Step {
	rows := data.MotionLife{
		Motion: x, Amendments: m.amendments[x.ID], Votes: m.votes, Meetings: m.meetings, Forwardings: slices.Clone(m.copies[x.ID]),
		All: m.motions, People: m.names, Rules: m.rules, Today: m.today(),
	}.Rows()
	steps := make([]parts.Step, len(rows))
	for i, r := range rows {
		steps[i] = parts.Step{Title: r.Title, Text: r.Text, When: r.On.ShortNear(m.today()), Done: r.State == data.StepDone, Now: r.State == data.StepNow}
	}
	return steps
}

// sectionWords names the parts of a text: "notes, believes, resolves"; "" where it is in one piece.
func sectionWords(text string) string {
	var names []string
	for _, s := range data.Sections(text) {
		if s.Kind != data.FreeSection && !slices.Contains(names, string(s.Kind)) {
			names = append(names, string(s.Kind))
		}
	}
	if len(names) == 0 {
		return ""
	}
	return "in parts: " + strings.Join(names, ", ")
}

// kindWords is "emergency motion"; "" for an ordinary one.
func kindWords(k data.MotionKind) string {
	switch k {
	case data.OrdinaryMotion, data.Composite, data.Donation, data.Affiliation, data.RuleChange:
		return string(k)
	}
	return string(k) + " motion"
}

func labelled(label, words string) string {
	if words == "" {
		return ""
	}
	return label + words
}

func joined(parts ...string) string {
	var there []string
	for _, s := range parts {
		if s != "" {
			there = append(there, s)
		}
	}
	return strings.Join(there, ", ")
}
