package data

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// A ChainLink is one motion of a chain, and how it follows on those before it.
type ChainLink struct {
	Motion Motion
	// Words are how it follows: "resubmission of M-2026-03"; "" for the first, which follows on none.
	Words string
}

// before returns the motions that a motion follows on, with what it is to each.
func (m Motion) before() []struct {
	id MotionID
	is string
} {
	type link = struct {
		id MotionID
		is string
	}
	out := []link{{m.ResubmissionOf, "resubmission of"}, {m.Supersedes, "supersedes"}, {m.Rescinds, "rescinds"}}
	for _, id := range m.CompositeOf {
		out = append(out, link{id, "composite of"})
	}
	return slices.DeleteFunc(out, func(l link) bool { return l.id == "" || l.id == m.ID })
}

// Chain returns the whole chain that a motion is in, whichever of its motions one begins from: those it follows on, those
// that follow on it, and theirs, in the order in which they came. It has one link for a motion that stands alone, and none
// for one that all does not have. Motions that follow on each other in a ring are each in it once.
func Chain(id MotionID, all []Motion) []ChainLink {
	known := map[MotionID]Motion{}
	next := map[MotionID][]MotionID{}
	join := func(a, b MotionID) { next[a], next[b] = append(next[a], b), append(next[b], a) }
	for _, m := range all {
		known[m.ID] = m
		for _, l := range m.before() {
			join(m.ID, l.id)
		}
		if m.InComposite != "" {
			join(m.ID, m.InComposite)
		}
	}
	var found []Motion
	seen := map[MotionID]bool{id: true}
	for queue := []MotionID{id}; len(queue) > 0; queue = queue[1:] {
		m, ok := known[queue[0]]
		if !ok {
			continue
		}
		found = append(found, m)
		for _, n := range next[m.ID] {
			if !seen[n] {
				seen[n] = true
				queue = append(queue, n)
			}
		}
	}
	slices.SortStableFunc(found, func(a, b Motion) int {
		return cmp.Or(strings.Compare(a.Ref, b.Ref), a.Received.Compare(b.Received), strings.Compare(string(a.ID), string(b.ID)))
	})
	out := make([]ChainLink, len(found))
	for i, m := range found {
		out[i] = ChainLink{Motion: m, Words: m.followsWords(known)}
	}
	return out
}

// followsWords is "composite of M-2026-05 and M-2026-06; rescinds M-2025-02".
func (m Motion) followsWords(known map[MotionID]Motion) string {
	var order []string
	refs := map[string][]string{}
	add := func(is string, id MotionID) {
		if _, had := refs[is]; !had {
			order = append(order, is)
		}
		refs[is] = append(refs[is], cmp.Or(known[id].Ref, "a motion that is not in the book"))
	}
	for _, l := range m.before() {
		add(l.is, l.id)
	}
	if m.InComposite != "" && !slices.Contains(known[m.InComposite].CompositeOf, m.ID) {
		add("went into", m.InComposite)
	}
	var parts []string
	for _, is := range order {
		parts = append(parts, fmt.Sprintf("%s %s", is, listed(refs[is])))
	}
	return strings.Join(parts, "; ")
}

// WhatFollowed says what became of a motion through later ones: "resubmitted as M-2026-07", "superseded by M-2027-01",
// "rescinded by M-2027-02", "composited into M-2026-08"; "" for nothing.
func (m Motion) WhatFollowed(all []Motion) string {
	var parts []string
	for _, later := range all {
		for _, l := range later.before() {
			if l.id == m.ID {
				became := map[string]string{
					"resubmission of": "resubmitted as", "supersedes": "superseded by", "rescinds": "rescinded by", "composite of": "composited into",
				}[l.is]
				parts = append(parts, became+" "+cmp.Or(later.Ref, "a later motion"))
			}
		}
		if later.ID == m.InComposite && m.InComposite != "" && !slices.Contains(later.CompositeOf, m.ID) {
			parts = append(parts, "composited into "+later.Ref)
		}
	}
	return strings.Join(parts, "; ")
}

// Resubmission returns a new motion, not yet received, that brings one back in other words. Its number is given when
// it is stored.
func (m Motion) Resubmission() Motion {
	return Motion{
		Kind: m.Kind, Title: m.Title, Text: m.CurrentText(), Amount: m.Amount, Mover: m.Mover, Seconder: m.Seconder,
		Status: Drafted, ResubmissionOf: m.ID, Tags: slices.Clone(m.Tags),
	}
}

// NewComposite returns a new motion made of several, with their texts one under the other for the secretary to merge.
func NewComposite(of []Motion) Motion {
	out := Motion{Kind: Composite, Status: Drafted}
	var titles, texts []string
	for _, m := range of {
		out.CompositeOf = append(out.CompositeOf, m.ID)
		titles, texts = append(titles, m.Title), append(texts, m.CurrentText())
	}
	out.Title, out.Text = "Composite: "+listed(titles), strings.Join(texts, "\n\n")
	return out
}
