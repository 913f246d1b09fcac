// Package approval is the minutes of one meeting after it: circulated, presented, corrected, approved, signed and locked.
//
// The route's ID is the meeting whose minutes they are, and its Tab the meeting at which they are presented; "" outside
// one. The page at the left is the minutes as they will print, with each correction marked in it; at the right is how
// far they have got, the corrections, and the next step.
package approval
