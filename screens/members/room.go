package members

import "branchbook/screens/parts"

// room is how much width there is.
type room int

const (
	narrow room = iota // panels become tabs
	middle             // side by side, with few words
	wide
)

// wideFrom is the width of this place, in our pixels, in which there is room for every word.
const wideFrom = 1090

func roomFor(width float32) room {
	switch w := parts.Logical(width); {
	case w < parts.BesideFrom:
		return narrow
	case w < wideFrom:
		return middle
	}
	return wide
}
