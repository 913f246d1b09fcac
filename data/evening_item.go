package data

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// items returns the numbered business, and every action in the order it was made.
func (e Evening) items(style MinutesStyle) ([]MinutedItem, []MinutedAction) {
	agenda, numbers := OrderItems(e.Items), NumberItems(e.Items)
	loose := e.unplaced()
	var items []MinutedItem
	var actions []MinutedAction
	printed := map[ItemID]bool{}
	for _, item := range agenda {
		minuted := MinutedItem{Item: item.ID, Number: numbers[item.ID], Depth: Depth(agenda, item.ID), Heading: item.Heading, Began: item.Began}
		for _, b := range append(slices.Clone(e.Blocks[item.ID]), loose[item.ID]...) {
			for _, p := range e.parts(b, style) {
				p.Record = b.Record
				minuted.Parts = append(minuted.Parts, p)
			}
			if a, ok := e.Actions[ActionID(b.Record)]; ok && b.Kind == BlockAction {
				actions = append(actions, e.minutedAction(a, numbers[item.ID]))
			}
		}
		printed[item.ID] = len(minuted.Parts) > 0
		minuted.Parts = withSpeaker(item.Speaker, minuted.Parts)
		items = append(items, minuted)
	}
	e.sayNotReached(agenda, items, printed)
	if e.Meeting.Off() { // what was planned was not taken
		items = slices.DeleteFunc(items, func(i MinutedItem) bool { return len(i.Parts) == 0 })
	}
	for _, b := range loose[""] {
		actions = append(actions, e.minutedAction(e.Actions[ActionID(b.Record)], ""))
	}
	return items, actions
}

// sayNotReached prints under the items of a closed meeting that it never came to them. When the next meeting is was settled
// by its calling, whether or not anybody said it.
func (e Evening) sayNotReached(agenda []AgendaItem, items []MinutedItem, printed map[ItemID]bool) {
	if e.Meeting.Status != Closed {
		return
	}
	for i, item := range agenda {
		if e.reached(item, printed) {
			continue
		}
		text := "Not reached."
		if item.Kind == ItemNext && e.Next != nil {
			text = strings.TrimPrefix(e.nextWords(), nextLead)
		}
		items[i].Parts = []MinutedPart{{Kind: BlockText, Text: text}}
	}
}

// parts returns what one block prints: nothing for an empty text, and for a record that is no longer in the book.
func (e Evening) parts(b Block, style MinutesStyle) []MinutedPart {
	switch b.Kind {
	case BlockText:
		var out []MinutedPart
		for _, p := range Paragraphs(b.Text) {
			out = append(out, MinutedPart{Kind: BlockText, Text: p})
		}
		return out
	case BlockDecision:
		if d, ok := e.Decisions[DecisionID(b.Record)]; ok {
			return []MinutedPart{{Kind: b.Kind, Lead: strings.ToUpper(cmp.Or(d.How, "decided")), Text: sentence(d.Words(e.Meeting.Date)), Note: d.standing()}}
		}
	case BlockMotion:
		if m, ok := e.Motions[MotionID(b.Record)]; ok {
			return []MinutedPart{{Kind: b.Kind, Motion: e.minutedMotion(m, style)}}
		}
	case BlockVote:
		if v, ok := e.Votes[VoteID(b.Record)]; ok && !e.shownWithMotion(v) {
			return []MinutedPart{e.minutedVote(v, style)}
		}
	case BlockLetter:
		if l, ok := e.Letters[LetterID(b.Record)]; ok {
			return []MinutedPart{{Kind: b.Kind, Lead: l.Lead(e.Meeting.Date), Text: sentence(l.Reported(e.Meeting.Date))}}
		}
	case BlockCanvass:
		if c, ok := e.Canvasses[CanvassID(b.Record)]; ok {
			return []MinutedPart{{Kind: b.Kind, Lead: c.Lead(e.Meeting.Date), Text: sentence(c.Words())}}
		}
	case BlockContest:
		if c, ok := e.Contests[ContestID(b.Record)]; ok {
			return []MinutedPart{e.minutedContest(c)}
		}
	case BlockAction:
		if a, ok := e.Actions[ActionID(b.Record)]; ok {
			return []MinutedPart{{Kind: b.Kind, Lead: "ACTION", Text: e.minutedAction(a, "").Sentence()}}
		}
	}
	return nil
}

// minutedContest prints the result, with its rounds as the sum and the rest as a note.
func (e Evening) minutedContest(c Contest) MinutedPart {
	if h, held := c.HeldOverBy(e.Meeting.ID); held {
		return MinutedPart{Kind: BlockContest, Lead: c.lead(), Text: c.heldWords(h, e.People)}
	}
	t := e.Tallies[c.ID].counted()
	r := c.Result(t, e.People)
	return MinutedPart{
		Kind: BlockContest, Lead: r.Lead, Text: r.Outcome, Sum: strings.Join(r.Rounds, "\n"), Note: strings.Join(r.Notes, " "), Grid: c.Grid(t, e.People),
	}
}

// standing is what the minutes say under a decision that was made without a quorum. Whether it was ratified is for the
// minutes of the meeting that did so.
func (d Decision) standing() string {
	if d.Pressing {
		return "Made without a quorum, subject to ratification."
	}
	return ""
}

func (e Evening) minutedAction(a Action, item string) MinutedAction {
	owner := a.OwnerText
	if a.Owner != "" {
		owner = e.People.Name(a.Owner)
	}
	return MinutedAction{Ref: a.Ref, Owner: strings.TrimSpace(owner), Text: strings.TrimSpace(a.Text), Due: e.on(a.Due), Item: item}
}

// unplaced returns a block for each record that was made at an item but that no block points at, so that nothing
// recorded is missing from the minutes. Those under "" are actions made at no item.
func (e Evening) unplaced() map[ItemID][]Block {
	placed := map[ID]bool{}
	for _, blocks := range e.Blocks {
		for _, b := range blocks {
			placed[b.Record] = true
		}
	}
	known := map[ItemID]bool{}
	for _, i := range e.Items {
		known[i.ID] = true
	}
	out := map[ItemID][]Block{}
	add := func(meeting MeetingID, item ItemID, kind BlockKind, id ID, at Time) {
		if meeting != e.Meeting.ID || placed[id] || !known[item] && kind != BlockAction {
			return
		}
		if !known[item] {
			item = ""
		}
		out[item] = append(out[item], Block{Kind: kind, Record: id, At: at})
	}
	for id, d := range e.Decisions {
		add(d.Meeting, d.Item, BlockDecision, ID(id), d.At)
	}
	for id, m := range e.Motions {
		if m.Status != Received && m.Status != OnAgenda {
			add(m.Meeting, m.Item, BlockMotion, ID(id), m.At)
		}
	}
	for id, v := range e.Votes {
		add(v.Meeting, v.Item, BlockVote, ID(id), v.At)
	}
	for id, a := range e.Actions {
		add(a.Meeting, a.Item, BlockAction, ID(id), a.At)
	}
	for id, l := range e.Letters {
		add(l.Meeting, l.Item, BlockLetter, ID(id), Time{})
	}
	for id, c := range e.Canvasses {
		add(c.Meeting, c.Item, BlockCanvass, ID(id), Time{})
	}
	for id, c := range e.Contests {
		if _, held := c.HeldOverBy(e.Meeting.ID); c.Over() || held {
			add(c.Meeting, c.Item, BlockContest, ID(id), c.DeclaredAt)
		}
	}
	for _, blocks := range out {
		slices.SortFunc(blocks, func(a, b Block) int {
			return cmp.Or(cmp.Compare(a.At.Minutes(), b.At.Minutes()), strings.Compare(string(a.Record), string(b.Record)))
		})
	}
	return out
}

const nextLead = "Next meeting: "

// nextWords says when the next meeting is: "Next meeting: Thursday 11 June 2026, 7.30pm, Canalside Community Hall."
func (e Evening) nextWords() string {
	if e.Next == nil {
		return ""
	}
	n := *e.Next
	parts := []string{n.Date.Long()}
	for _, s := range []string{n.Starts.String(), strings.TrimSpace(n.Venue)} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	words := nextLead + strings.Join(parts, ", ")
	if n.Kind != e.Meeting.Kind && n.Kind != "" {
		words += fmt.Sprintf(" (%s)", uncapital(n.Kind.String()))
	}
	return words + "."
}

// withSpeaker sets the item's guest before what was minuted, and the thanks behind it.
func withSpeaker(s *Speaker, minuted []MinutedPart) []MinutedPart {
	if s == nil {
		return minuted
	}
	if words := s.Words(); words != "" {
		minuted = slices.Insert(minuted, 0, MinutedPart{Kind: SpeakerLine, Lead: "Speaker", Text: sentence(words)})
	}
	if thanks := strings.TrimSpace(s.Thanks); thanks != "" {
		minuted = append(minuted, MinutedPart{Kind: BlockText, Text: sentence(thanks)})
	}
	return minuted
}
