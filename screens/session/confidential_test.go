package session

import (
	"testing"
)

func TestTheItemOnShowIsKeptOutOfPublicMinutes(t *testing.T) {
	h := sevenVoters(t)
	line, err := h.ToggleConfidential()
	if err != nil {
		t.Fatal(err)
	}
	want(t, line, "Item “"+h.shown().Heading+"” is confidential: public minutes leave it out.")
	if !h.evening().Items[0].Confidential {
		t.Error("the item is not marked")
	}
	want(t, h.evening().PublicMinutes().Items[0].Heading, "Confidential item")
	if _, err := h.ToggleConfidential(); err != nil {
		t.Fatal(err)
	}
	if h.evening().Items[0].Confidential {
		t.Error("the item is still marked")
	}
	want(t, h.evening().PublicMinutes().Items[0].Heading, h.shown().Heading)
}
