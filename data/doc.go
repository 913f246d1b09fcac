// Package data is what a branch keeps: its people, meetings, motions, posts and delegates, and the rules it lives
// under, as plain types and pure functions.
//
// Nothing here reads a file, a clock or a source of randomness: what a function needs is handed in. A rule returns a
// Finding, which carries its own sum and source, and which screens and papers print as it stands.
//
// Names are the field's own: a motion is moved and seconded, carried or lost; a meeting is quorate; a person has
// standing on a date.
package data
