package count

import (
	"fmt"
	"strings"
)

// A Value is votes with five decimals: Vote is one ballot. Rules that keep two decimals use multiples of a hundredth.
type Value int64

// Vote is the value of one ballot that has not been transferred.
const Vote Value = 100_000

// hundredth is the smallest value that ERS97 knows.
const hundredth = Vote / 100

// Of returns the value of so many whole ballots.
func Of(ballots int) Value { return Value(ballots) * Vote }

// String returns the value with the decimals that it has: "134", "107.57", "12.34567".
func (v Value) String() string {
	sign := ""
	if v < 0 {
		sign, v = "−", -v
	}
	whole, part := v/Vote, v%Vote
	if part == 0 {
		return fmt.Sprintf("%s%d", sign, whole)
	}
	digits := strings.TrimRight(fmt.Sprintf("%05d", part), "0")
	if len(digits) == 1 {
		digits += "0"
	}
	return fmt.Sprintf("%s%d.%s", sign, whole, digits)
}

// divided returns v divided by n in multiples of unit, the remainder ignored.
func (v Value) divided(n int, unit Value) Value { return v / Value(n) / unit * unit }
