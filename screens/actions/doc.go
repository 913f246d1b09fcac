// Package actions is the working list of what people said they would do: open ones first, the overdue said in words,
// and one key to mark one as done.
//
// The models (Model, Draft) are plain Go and turn what the secretary does into Changes of the book. The views lay
// widgets out and copy strings.
package actions
