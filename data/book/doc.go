// Package book is the open minute book of one branch: typed collections, Changes, undo, typing and what is not saved yet.
//
// There is one way to write, Book.Change, and one way to read, Book.Read. A Change is durable when it returns, or it is
// in State().Unsaved, shown and read as unsaved, and tried again until the disk takes it. Nothing typed is ever lost.
//
// On the disk, records are kept under these keys, as JSON that begins with its version unless said otherwise:
//
//	branch                        the branch itself
//	person/<id>, motion/<id>, …   records that stand alone
//	item/<meeting>/<id>           agenda items, under their meeting
//	block/<item>/<id>             the minutes of an item
//	event/<meeting>/<id>          one line of a register, in a compact binary form (see eventform.go)
//	index/number/<number>         -> the id of the person with that membership number
//	index/item/<id>               -> the meeting that an item is under; index/block/<id> -> the item of a block
//	counter/M/2026                the highest number given to a motion of that year; Undo does not take it back
//	rescue                        the age identity that rescue files are sealed to
//
// A record's revision is the number of the Change that wrote it. It is unique in the book, so that Undo can restore a
// record exactly and an edit of what was there in between is still found to be stale.
package book
