// Package settings is the place of what seldom changes: the branch, its standing orders, how the window looks, how safe
// the book is, and what Branchbook is.
//
// What belongs to the branch is in the book, and each alteration is a Change that Undo takes back. How the window looks
// belongs to the computer, and goes through Look.
package settings
