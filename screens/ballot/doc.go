// Package ballot is the place where the ballots of one round are typed from the pile, twice, and counted as they come in.
//
// One field takes everything: "3 1 2" and Enter is a ballot, "b" a blank one, "s 2" a spoilt one with its reason. The second
// entry is blind: what was typed first stays hidden until the second of that ballot is there. Where the two differ somebody
// looks at the slip again and settles it. The count beside it is provisional until every ballot issued is accounted for and
// says the same twice; then the round is closed and the election goes on.
//
//	model.go     the contest, the pile in memory, and reading the book without reading it all again
//	entry.go     what a typed line means, and moving through the pile
//	record.go    one ballot into the book: typed, typed again, corrected, settled
//	round.go     beginning and closing the round, what was issued, lots
//	counting.go  the figures of every stage; the same ballots under another rule
//	exchange.go  .blt files
//	place.go, view.go and the other views lay it out
//
// The model keeps the pile and adds each ballot to it as it is recorded, so that an Enter costs the same at the ten
// thousandth ballot; only what somebody else changed is read again. Counting happens away from the window's goroutine.
package ballot
