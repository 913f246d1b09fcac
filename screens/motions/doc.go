// Package motions is the register of motions: every motion of the branch, newest first, what the meeting made of it,
// and a card with its text and its life. Motions are logged here as they come in, several at once on the first night.
//
// Model is plain Go and turns what the secretary does into Changes of the book. The views lay widgets out and copy
// strings. A vote is recorded in the meeting, not here; what was settled without one is.
package motions
