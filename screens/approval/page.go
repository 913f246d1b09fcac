package approval

import (
	"fmt"
	"strings"

	"branchbook/data"
	"branchbook/screens/parts"
)

// A Shape is how a line of the page is set.
type Shape int

// The shapes.
const (
	ShapeBranch  Shape = iota // the name of the branch
	ShapeTitle                // what the page is
	ShapeSmall                // where they met, who chaired
	ShapeRule                 // a line across
	ShapeText                 // a paragraph
	ShapeHeading              // an item
	ShapeUnder                // what was minuted under it
	ShapeSet                  // set apart: a motion
)

// A Line is one paragraph of the page, with what the corrections alter marked in it.
type Line struct {
	Shape  Shape
	Number string // of an item
	Lead   string // bold, before the words
	Runs   []parts.Run
}

// A slot is a paragraph before it is compared with what it becomes; key says which place of the page it has.
type slot struct {
	key        string
	shape      Shape
	number     string
	lead, text string
}

// pageOf sets the minutes out as they are now, marked with what differs in them as they will be.
func pageOf(now, then data.Minutes) []Line {
	before, after := slotsOf(now), slotsOf(then)
	becomes := map[string]slot{}
	for _, s := range after {
		becomes[s.key] = s
	}
	stood := map[string]bool{}
	for _, s := range before {
		stood[s.key] = true
	}
	var page []Line
	fresh := func() {
		for len(after) > 0 && !stood[after[0].key] {
			page = append(page, after[0].line(slot{}))
			after = after[1:]
		}
	}
	for _, s := range before {
		fresh()
		into, stays := becomes[s.key]
		if !stays {
			into = slot{shape: s.shape, number: s.number}
		} else {
			after = after[1:]
		}
		page = append(page, into.line(s))
	}
	fresh()
	return page
}

// line is the slot as it becomes, marked against what it was.
func (s slot) line(was slot) Line {
	l := Line{Shape: s.shape, Number: s.number}
	if s.lead == was.lead {
		l.Lead = s.lead
	} else if was.lead+s.lead != "" {
		for _, run := range runsOf(was.lead, s.lead) {
			run.Bold = true
			l.Runs = append(l.Runs, run)
		}
		l.Runs = append(l.Runs, parts.Run{Text: " "})
	}
	l.Runs = apart(append(l.Runs, runsOf(was.text, s.text)...))
	return l
}

// runsOf marks what differs between two texts.
func runsOf(was, is string) []parts.Run {
	var runs []parts.Run
	for _, w := range data.MarkCorrection(was, is) {
		runs = append(runs, runOf(w))
	}
	return runs
}

// apart puts a space between what was taken out and what stands there instead, so that 4 and 6 never read as 46.
func apart(runs []parts.Run) []parts.Run {
	var out []parts.Run
	for i, r := range runs {
		if i+1 < len(runs) && r.Change == parts.Removed && runs[i+1].Change == parts.Added {
			r.Text = strings.TrimRight(r.Text, " ")
			out = append(out, r, parts.Run{Text: " ", Bold: r.Bold})
			continue
		}
		out = append(out, r)
	}
	return out
}

// slotsOf sets minutes out in the order of the paper.
func slotsOf(m data.Minutes) []slot {
	out := []slot{{"branch", ShapeBranch, "", m.Branch, ""}, {"title", ShapeTitle, "", "", m.Title}}
	add := func(key string, shape Shape, lead, text string) {
		if lead+text != "" {
			out = append(out, slot{key: key, shape: shape, lead: lead, text: text})
		}
	}
	for i, s := range m.Lines {
		add(fmt.Sprint("line ", i), ShapeSmall, "", s)
	}
	out = append(out, slot{key: "rule", shape: ShapeRule})
	for i, r := range []data.Roll{m.Present, m.NoVote, m.InAttendance, m.Apologies} {
		if !r.IsZero() {
			add(fmt.Sprint("roll ", i), ShapeText, r.Heading()+":", r.Words())
		}
	}
	if m.QuorumWords != "" {
		add("quorum", ShapeText, "Quorum:", m.QuorumWords)
	}
	add("opening", ShapeText, "", m.Opening)
	for i, item := range m.Items {
		key := fmt.Sprint("item ", i)
		out = append(out, slot{key: key, shape: ShapeHeading, number: item.Number, lead: item.Heading, text: item.Began.String()})
		for j, p := range item.Parts {
			addPart(add, fmt.Sprint(key, " part ", j), p)
		}
	}
	add("closing", ShapeText, "", m.Closing)
	add("next", ShapeText, "", m.Next)
	addStanding(add, m)
	return out
}

func addPart(add func(key string, shape Shape, lead, text string), key string, p data.MinutedPart) {
	if p.Kind != data.BlockMotion {
		lead := p.Lead
		if lead != "" {
			lead += ":"
		}
		add(key, ShapeUnder, lead, p.Text)
		add(key+" sum", ShapeUnder, "", p.Sum)
		add(key+" note", ShapeUnder, "", p.Note)
		return
	}
	mo := p.Motion
	add(key, ShapeSet, mo.Ref, mo.Title)
	for i, s := range mo.Paragraphs {
		add(fmt.Sprint(key, " text ", i), ShapeSet, "", s)
	}
	add(key+" moved", ShapeSet, "", mo.Moved)
	add(key+" ruling", ShapeSet, "", mo.Ruling)
	for i, a := range mo.Amendments {
		add(fmt.Sprint(key, " amendment ", i), ShapeSet, "", a.Sentence())
	}
	add(key+" result", ShapeSet, mo.Result, mo.Count)
	add(key+" sum", ShapeSet, "", mo.Sum)
	add(key+" note", ShapeSet, "", mo.Note)
}

// addStanding adds what became of approved minutes, and what was put right in them since.
func addStanding(add func(key string, shape Shape, lead, text string), m data.Minutes) {
	if len(m.Standing)+len(m.Addenda) == 0 {
		return
	}
	add("standing rule", ShapeRule, "", " ")
	for i, s := range m.Standing {
		add(fmt.Sprint("standing ", i), ShapeText, "", s)
	}
	for i, s := range m.Corrections {
		add(fmt.Sprint("correction ", i), ShapeText, fmt.Sprintf("Correction %d:", i+1), s)
	}
	for i, s := range m.Addenda {
		add(fmt.Sprint("addendum ", i), ShapeText, "", s)
	}
	if m.Seal != "" {
		add("seal", ShapeSmall, "", "Seal "+m.Seal)
	}
}
