// Package meetings is the place of all meetings: the list of them, the planning of one, and the minutes of those that
// are closed.
//
// A route without an ID is the list. With the ID of a meeting it is that meeting: its plan until it is closed, and then
// its minutes as they will print. A meeting is planned by making it: it has a date, its hours and the standing agenda
// of its kind at once, and every field that is changed afterwards is a Change of its own.
package meetings
