// Package count counts ballots, by the rule that was named beforehand: exactly, without a clock, randomness or floating
// point. A count is a list of stages, each with every candidate's figure and a sentence that says what was done and why.
//
//	election.go  who stands for how many places, and the ballots
//	value.go     votes with their decimals
//	rule.go      the rules that can be named, and Run
//	poll.go      piles of ballots that move from candidate to candidate
//	ers97.go     the single transferable vote by the Electoral Reform Society's rules of 1997
//	scottish.go  the single transferable vote by the Scottish Local Government Elections Order 2007
//	preferential.go, mostvotes.go  the alternative vote; most votes, for one place or several
//	rounds.go    rounds with fresh ballots: until more than half, and the eliminating ballot
//	blt.go       the file that other counting programs read and write
//
// Where candidates tie, the rule says which earlier stage decides. Where none does, the count stops and asks: the lot that
// was drawn is handed in with the next Run, and is part of the record.
package count
