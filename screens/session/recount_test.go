package session

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"branchbook/data"
	"branchbook/screens/parts"
)

// voted moves a motion and records the vote on it.
func (h *hall) voted(line string) data.Vote {
	h.t.Helper()
	h.order("m Bus cuts / oka / llew")
	h.order(line)
	return h.held.votes[len(h.held.votes)-1]
}

func wantNumber(t *testing.T, got, want int) {
	t.Helper()
	if got != want {
		t.Errorf("got %d, want %d", got, want)
	}
}

func wantLen[T any](t *testing.T, all []T, want int) {
	t.Helper()
	wantNumber(t, len(all), want)
}

// notes are what the minutes say of how votes were taken.
func (h *hall) notes() string {
	var words []string
	for _, item := range h.minutes().Items {
		for _, p := range item.Parts {
			words = append(words, p.Note, p.Motion.Note)
		}
	}
	return strings.Join(words, "\n")
}

func TestARecountKeepsTheFirstCountAndTurnsTheMotion(t *testing.T) {
	h := newHall(t).fifteenVoters().at("7.34pm")
	h.order("s")
	first := h.voted("v 8 7")
	before := h.dump()
	v, ok := h.CountAgain(first.ID, true)
	if !ok {
		t.Fatal("the vote cannot be counted again")
	}
	v.For, v.Against, v.Abstained, v.Why = 7, 8, 0, "a hand was missed"
	want(t, h.do(h.RecordVote(v)), "The vote on M-2026-01 counted again: lost by 7 votes to 8.")
	mo, _ := h.motion(first.Motion)
	want(t, string(mo.Outcome), "lost")
	again := h.held.votes[0]
	want(t, again.Figures(), "7-8-0")
	wantLen(t, again.Recounts, 1)
	wantNumber(t, again.Voters, 15)
	if printed := h.notes(); !strings.Contains(printed, "After a recount (first count 8-7-0: a hand was missed).") {
		t.Errorf("the minutes do not tell of the recount:\n%s", printed)
	}
	h.undo()
	mo, _ = h.motion(first.Motion)
	want(t, string(mo.Outcome), "carried")
	want(t, h.dump(), before)
}

func TestASlipInAVoteIsCorrectedWithoutATrace(t *testing.T) {
	h := newHall(t).fifteenVoters().at("7.34pm")
	h.order("s")
	first := h.voted("v 2 12 1")
	h.order("o carri") // who could vote is judged as it was then
	v, _ := h.CountAgain(first.ID, false)
	v.For, v.Against = 12, 2
	want(t, h.do(h.RecordVote(v)), "The vote on M-2026-01 corrected: carried by 12 votes to 2 with 1 abstention.")
	wantLen(t, h.held.votes[0].Recounts, 0)
	wantNumber(t, h.held.votes[0].Voters, 15)
	wantLen(t, h.held.votes, 1)
}

func TestAVoteFromWhichMoreFollowsIsTakenBackInstead(t *testing.T) {
	h := newHall(t).fifteenVoters().at("7.34pm")
	h.order("s")
	h.order("ext 9.45pm 12 2 1")
	v, ok := h.CountAgain(h.held.votes[0].ID, true)
	if !ok {
		t.Fatal("the vote is not there")
	}
	v.For = 3
	if _, err := h.RecordVote(v); err == nil || !strings.Contains(data.Say(err), "Ctrl+U") {
		t.Errorf("a later time to end was undone by a recount: %v", err)
	}
}

func TestARollCallTakesTheExceptions(t *testing.T) {
	h := newHall(t).fifteenVoters().at("7.34pm")
	h.order("s")
	h.order("m Bus cuts / oka / llew")
	mo, _ := h.Debated()
	v := h.Vote(mo.ID)
	v.Method = data.RollCall
	v.rollCall()
	wantNumber(t, v.For, 15)
	for typed, says := range map[string]string{"carri a": "Ben Carrick: against", "mbek b": "Grace Mbeki: abstained", "whitc n": "Jean Whitcombe: did not vote"} {
		said, ok := h.Answer(&v, typed)
		want(t, said, says)
		if !ok {
			t.Errorf("%q is not taken", typed)
		}
	}
	for _, typed := range []string{"carri", "carri x", "nobody a", ""} {
		if said, ok := h.Answer(&v, typed); ok || said == "" {
			t.Errorf("%q is taken as %q", typed, said)
		}
	}
	want(t, strings.Join([]string{v.Verdict().Title, v.Verdict().Check.Text}, ", "), "Carried by 12 votes to 1 with 1 abstention, 15 voters in the room, 1 did not vote")
	h.do(h.RecordVote(v))
	if printed := h.notes(); !strings.Contains(printed, "By roll call. For (12): ") || !strings.Contains(printed, "Against (1): Ben Carrick.") {
		t.Errorf("the minutes do not have the roll:\n%s", printed)
	}
}

func TestASecretBallotSaysWhoAskedForItAndWhatWasSpoilt(t *testing.T) {
	h := newHall(t).fifteenVoters().at("7.34pm")
	h.order("s")
	h.order("m Bus cuts / oka / llew")
	mo, _ := h.Debated()
	v := h.Vote(mo.ID)
	v.Method, v.For, v.Against, v.Spoilt, v.Typed = data.SecretBallot, 9, 5, 1, true
	var wrong string
	v.AskedBy, wrong = h.People("carri, mbek, whitc")
	want(t, wrong, "")
	v.Tellers, _ = h.People("zoë o")
	if _, wrong = h.People("carri, nobodyatall"); wrong != "nobodyatall" {
		t.Errorf("%q is nobody", wrong)
	}
	h.do(h.RecordVote(v))
	want(t, h.do(h.Dissents(h.held.votes[0].ID, v.AskedBy[0])), "The dissent of Ben Carrick is recorded.")
	if printed := h.notes(); !strings.Contains(printed, "By secret ballot, asked for by Ben Carrick, Grace Mbeki and Jean Whitcombe. 1 ballot was spoilt. "+
		"Tellers: Zoë Okafor. Dissent recorded at their own request: Ben Carrick.") {
		t.Errorf("the minutes do not say how it was taken:\n%s", printed)
	}
}

func TestAVoteIsCountedAgainFromItsCard(t *testing.T) {
	h := newHall(t).fifteenVoters().at("7.34pm")
	h.order("s")
	first := h.voted("v 8 7")
	d := newDesk(t, h, fyne.NewSize(1162, 620), parts.Light, 100)
	i := slices.IndexFunc(d.Blocks, func(b BlockRow) bool { return b.Card != nil && b.Card.Kind == data.BlockVote })
	open := d.place.corrects(d.Blocks[i].Card)
	if open == nil {
		t.Fatal("the vote cannot be opened")
	}
	open()
	view := d.place.form
	want(t, d.place.prompt.field.Text, "")
	if view == nil {
		t.Fatal("no panel was opened")
	}
	for _, n := range []string{"9", "6", "0"} {
		test.Type(d.win.Canvas().Focused(), n)
		d.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	}
	now := h.held.votes[0]
	want(t, now.Figures(), "9-6-0")
	if now.ID != first.ID || len(h.held.votes) != 1 || len(now.Recounts) != 1 {
		t.Errorf("after the panel the votes are %+v", h.held.votes)
	}
}

func TestWhatTheChairDeclaresIsOneLetter(t *testing.T) {
	for letter, words := range map[string]string{"a": "agreed", "U": "carried unanimously", "n": "carried nem con", "l": "lost on a show of hands"} {
		h := newHall(t).fifteenVoters().at("7.34pm")
		h.order("s")
		h.order("m Bus cuts / oka / llew")
		d := newDesk(t, h, fyne.NewSize(1162, 620), parts.Light, 100)
		d.place.voteNow()
		test.Type(d.win.Canvas().Focused(), letter)
		d.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		if len(h.held.votes) != 1 {
			t.Fatalf("%s and Enter recorded %d votes", letter, len(h.held.votes))
		}
		want(t, h.held.votes[0].Words(), words)
	}
}
