// Package election is the page of a contest, from the call for nominees to the person in post, and the list of the contests
// of a meeting, which are taken in an order because balance is applied as it goes along.
//
// The model is plain Go: Refresh reads the book into ready strings (List, Page), and every verb is one Change. Who may
// stand, what the ballots come to and what follows is worked out in package data, so that the page, the minutes and the
// result sheet say the same. The ballots themselves are typed in the place "ballot".
package election
