package session

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"branchbook/data"
	"branchbook/data/book"
)

// CountAgain begins a vote that is recorded already once more, with the voters as they were frozen then. Kept says that the
// first count stays on record, as after a recount; else it was a slip and is corrected. ok is false for a vote that is not of
// this meeting.
func (m *Model) CountAgain(id data.VoteID, kept bool) (v Voting, ok bool) {
	old, ok := byID(m.held.votes, func(v data.Vote) bool { return v.ID == id })
	if !ok {
		return Voting{}, false
	}
	v = m.Vote(old.Motion)
	v.Title = "Count again"
	if mo, on := m.motion(old.Motion); on {
		v.Title = "Count again: " + mo.Ref
	}
	v.Question, v.Method, v.Needs, v.Declared, v.Casting, v.Note = old.Question, old.Method, old.Needs, old.Declared, old.Casting, old.Note
	v.For, v.Against, v.Abstained, v.Spoilt, v.Typed = old.For, old.Against, old.Abstained, old.Spoilt, old.Declared == data.Counted
	v.AskedBy, v.Tellers, v.Dissent, v.Calls = old.AskedBy, old.Tellers, old.Dissent, old.Calls
	v.voters, v.count, v.at = old.Entitled, old.Voters, old.At
	v.again, v.Kept = old.ID, kept
	return v, true
}

// recordAgain puts a recount, or a correction, in place of a vote, and makes of its motion what follows now.
func (m *Model) recordAgain(v Voting) (string, error) {
	old, ok := byID(m.held.votes, func(o data.Vote) bool { return o.ID == v.again })
	if !ok {
		return "", data.NewProblem("That vote is no longer in the book. Look again.", nil)
	}
	now := v.vote()
	now.ID, now.Revision, now.Meeting, now.Item, now.Motion, now.Recounts = old.ID, old.Revision, old.Meeting, old.Item, old.Motion, old.Recounts
	what, said := "correct the vote on ", "corrected: "
	if v.Kept {
		now, what, said = old.CountedAgain(v.Why, now), "record the recount on ", "counted again: "
	}
	if now.Outcome != old.Outcome && m.decidesMore(old.ID) {
		return "", data.NewProblem("More follows from this vote: an amendment, a ruling, a later time to end, or what is to be ratified. Take it back with Ctrl+U, and record it again.", nil)
	}
	mo, _ := m.motion(old.Motion)
	subject := cmp.Or(mo.Ref, shorten(old.Question))
	err := m.change(what+subject, func(tx *book.Tx) error {
		if err := tx.Votes.Put(now); err != nil || old.Motion == "" || now.Outcome == old.Outcome {
			return err
		}
		mo, err := tx.Motions.Get(old.Motion)
		if err != nil {
			return err
		}
		mo.Outcome, mo.Status, mo.Vote, mo.OutcomeNote = data.Undecided, data.Seconded, "", ""
		if mo, _, err = mo.End(mo.Ended(now, m.held.amendments[mo.ID])); err != nil {
			return err
		}
		return tx.Motions.Put(mo)
	})
	return "The vote on " + subject + " " + said + now.Words() + ".", err
}

// decidesMore says whether something else than a motion rests on a vote.
func (m *Model) decidesMore(id data.VoteID) bool {
	for _, all := range m.held.amendments {
		if slices.ContainsFunc(all, func(a data.Amendment) bool { return a.Vote == id }) {
			return true
		}
	}
	if slices.ContainsFunc(m.held.Extensions, func(e data.Extension) bool { return e.Vote == id }) {
		return true
	}
	vote, _ := byID(m.held.votes, func(v data.Vote) bool { return v.ID == id })
	mo, on := m.motion(vote.Motion)
	switch {
	case !on:
		return false
	case mo.Vote != id || mo.Outcome == data.NextBusiness || mo.Outcome == data.PreviousVoted:
		return true // on next business, a ruling, or a motion that another vote has decided since
	}
	return m.lacksQuorum(vote.At) // what was carried is to be ratified
}

// Dissents records that somebody asked for their dissent to be minuted, of a vote that is recorded already.
func (m *Model) Dissents(vote data.VoteID, who data.PersonID) (string, error) {
	if who == "" {
		return "", data.NewProblem("Choose who asks for it.", nil)
	}
	err := m.change("record the dissent of "+m.name(who), func(tx *book.Tx) error {
		v, err := tx.Votes.Get(vote)
		if err != nil || slices.Contains(v.Dissent, who) {
			return err
		}
		v.Dissent = append(slices.Clone(v.Dissent), who)
		return tx.Votes.Put(v)
	})
	return "The dissent of " + m.name(who) + " is recorded.", err
}

// call records how somebody answers the roll. Whoever is not named votes for.
func (v *Voting) call(who data.PersonID, choice data.Choice) {
	v.rollCall()
	for i := range v.Calls {
		if v.Calls[i].Person == who {
			v.Calls[i].Choice = choice
		}
	}
	v.For, v.Against, v.Abstained = data.CountCalls(v.Calls)
	v.Typed = true
}

// rollCall begins the roll with everybody for.
func (v *Voting) rollCall() {
	if len(v.Calls) == 0 {
		v.Calls = make([]data.Call, len(v.voters))
		for i, who := range v.voters {
			v.Calls[i] = data.Call{Person: who, Choice: data.VotedFor}
		}
	}
	v.For, v.Against, v.Abstained = data.CountCalls(v.Calls)
	v.Typed = true
}

// rollChoices are the letters of a roll call.
var rollChoices = map[string]data.Choice{"f": data.VotedFor, "a": data.VotedAgainst, "b": data.DidAbstain, "n": data.DidNotVote}

// Answer reads one answer to the roll, letters of a name and f, a, b or n: "carr a". It says whom it understood, or what is
// wrong.
func (m *Model) Answer(v *Voting, typed string) (said string, ok bool) {
	words := strings.Fields(typed)
	if len(words) < 2 {
		return "Letters of the name, then a against, b abstained, n not voting, f for", false
	}
	choice, known := rollChoices[strings.ToLower(words[len(words)-1])]
	if !known {
		return "After the name: a against, b abstained, n not voting, f for", false
	}
	letters := strings.Join(words[:len(words)-1], " ")
	var found []data.PersonID
	for _, p := range m.door.find(letters, 50, nil) {
		if slices.Contains(v.voters, p.ID) {
			found = append(found, p.ID)
		}
	}
	switch len(found) {
	case 0:
		return "Nobody who could vote is called “" + letters + "”", false
	case 1:
		v.call(found[0], choice)
		return m.name(found[0]) + ": " + string(choice), true
	}
	return fmt.Sprintf("%d voters could be meant: type more letters", len(found)), false
}

// Roll lists the answers so far, those who did not vote for first.
func (m *Model) Roll(v Voting) []string {
	vote := data.Vote{Calls: v.Calls}
	lines := vote.Particulars(m.names, true)
	if len(lines) > 1 && strings.HasPrefix(lines[0], "For") {
		lines = append(lines[1:], lines[0])
	}
	return lines
}

// People reads names with commas between them, each by its first letters; wrong is the first that nobody, or more than one,
// can be meant by.
func (m *Model) People(typed string) (who []data.PersonID, wrong string) {
	for part := range strings.SplitSeq(typed, ",") {
		if part = strings.TrimSpace(part); part == "" {
			continue
		}
		p, ok := m.onlyOne(part)
		if !ok {
			return nil, part
		}
		who = append(who, p.ID)
	}
	return who, ""
}
