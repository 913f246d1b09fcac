package app

import "testing"

func TestUndoAndRedoSayWhatTheyDid(t *testing.T) {
	for what, line := range map[string]string{
		"take back: record the vote on M-2026-05":  "Taken back: record the vote on M-2026-05.",
		"bring back: record the vote on M-2026-05": "Brought back: record the vote on M-2026-05.",
	} {
		if got := undone(what); got != line {
			t.Errorf("the undo line reads %q, want %q", got, line)
		}
	}
}
