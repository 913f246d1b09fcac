// Package today is the page that a book opens with: the next meeting and its dates, what waits on the secretary, and what
// can be started. A book that is still empty shows its first steps instead.
//
// Every number is worked out from the book and the rules in force; nothing here is stored, and this place makes no
// Change of its own. A meeting is made by the place of all meetings, which New is given as a Planner.
package today
