// Package actions is the working list of what people said they would do: open ones first, the overdue said in words,
// and one key to mark one as done. Its second tab is the correspondence, in and out, until it is answered.
//
// The models (Model, Draft; Letters, LetterDraft) are plain Go and turn what the secretary does into Changes of the book. The views lay
// widgets out and copy strings.
package actions
