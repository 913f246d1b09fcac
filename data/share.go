package data

import (
	"errors"
	"fmt"
	"math/big"
	"regexp"
	"strconv"
	"strings"
)

// A Share is an exact fraction of people or votes, more than nothing and at most all of them: 5%, 2.5%, 2/3. The zero
// Share is "not set". Its text form, in JSON too, is that of String.
type Share struct {
	num, den int32
	// percent keeps the form that it was written in, so that 50% and 1/2 each print as they were typed.
	percent bool
}

// ErrShare is below every error that ParseShare returns.
var ErrShare = errors.New("not a share")

// The shares that rules are most often written in.
var (
	half      = Share{num: 1, den: 2}
	twoThirds = Share{num: 2, den: 3}
)

// shareWords are the shares that standing orders name in words.
var shareWords = []struct {
	words string
	share Share
}{
	{"half", half}, {"two thirds", twoThirds}, {"a third", Share{num: 1, den: 3}}, {"a quarter", Share{num: 1, den: 4}},
	{"three quarters", Share{num: 3, den: 4}}, {"all", Share{num: 1, den: 1}},
}

var (
	percentShare = regexp.MustCompile(`^(\d{1,3})(?:\.(\d{1,3}))? ?(?:%|per ?cent)$`)
	ratioShare   = regexp.MustCompile(`^(\d{1,4}) ?/ ?(\d{1,4})$`)
)

// ParseShare reads a share as standing orders have it: 5%, 2.5 per cent, 2/3, two thirds, half. Percentages have at
// most three decimal places. An empty string is the zero Share. Every error wraps ErrShare and says what was typed.
func ParseShare(s string) (Share, error) {
	typed := strings.TrimSpace(s)
	if typed == "" {
		return Share{}, nil
	}
	t := strings.ToLower(strings.Join(strings.Fields(typed), " "))
	words := strings.ReplaceAll(t, "-", " ")
	for _, named := range shareWords {
		if words == named.words || words == "a "+named.words || words == strings.Replace(named.words, "a ", "one ", 1) {
			return named.share, nil
		}
	}
	if m := percentShare.FindStringSubmatch(t); m != nil {
		decimals := (m[2] + "000")[:3]
		return newShare(typed, atoi(m[1]+decimals), 100_000, true)
	}
	if m := ratioShare.FindStringSubmatch(t); m != nil {
		return newShare(typed, atoi(m[1]), atoi(m[2]), false)
	}
	return Share{}, fmt.Errorf("%q is not a share: write it like 5%% or 2/3: %w", typed, ErrShare)
}

func newShare(typed string, num, den int, percent bool) (Share, error) {
	if num < 1 || num > den {
		return Share{}, fmt.Errorf("%q is not a share: it must be more than nothing and at most all: %w", typed, ErrShare)
	}
	r := big.NewRat(int64(num), int64(den))
	return Share{num: int32(r.Num().Int64()), den: int32(r.Denom().Int64()), percent: percent}, nil
}

// IsZero says whether no share is set.
func (s Share) IsZero() bool { return s.num == 0 }

// Of returns the share of n exactly; 0 for the zero Share.
func (s Share) Of(n int) *big.Rat {
	if s.IsZero() {
		return new(big.Rat)
	}
	return new(big.Rat).Mul(big.NewRat(int64(s.num), int64(s.den)), new(big.Rat).SetInt64(int64(n)))
}

// String returns the share in the form it was written in: "5%", "2.5%", "2/3"; "" for the zero Share.
func (s Share) String() string {
	switch {
	case s.IsZero():
		return ""
	case s.percent:
		return decimal(s.Of(100)) + "%"
	}
	return fmt.Sprintf("%d/%d", s.num, s.den)
}

// words returns the share as a sentence has it: "half", "two thirds", "5%".
func (s Share) words() string {
	for _, named := range shareWords {
		if s == named.share {
			return named.words
		}
	}
	return s.String()
}

// MarshalText writes the form of String.
func (s Share) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads what MarshalText wrote.
func (s *Share) UnmarshalText(b []byte) error {
	got, err := ParseShare(string(b))
	if err != nil {
		return fmt.Errorf("stored share: %w", err)
	}
	*s = got
	return nil
}

// roundUp returns the smallest whole number that is not below r.
func roundUp(r *big.Rat) int {
	n := new(big.Int).Add(r.Num(), r.Denom())
	n.Sub(n, big.NewInt(1))
	return int(n.Div(n, r.Denom()).Int64())
}

// roundDown returns the greatest whole number that is not above r.
func roundDown(r *big.Rat) int { return int(new(big.Int).Div(r.Num(), r.Denom()).Int64()) }

// decimal writes a number that is not negative as people do: 9.95, and 14.26… where the decimals never end. It is
// never rounded: 9.996 must not print as 10.
func decimal(r *big.Rat) string {
	const places = 4
	if n, exact := r.FloatPrec(); exact && n <= places {
		return r.FloatString(n)
	}
	hundredths := roundDown(new(big.Rat).Mul(r, big.NewRat(100, 1)))
	return fmt.Sprintf("%d.%02d…", hundredths/100, hundredths%100)
}

// rounded writes a number and the whole number it comes to: "9.95, rounded up: 10", or "10" when it is whole.
func rounded(r *big.Rat, how string, n int) string {
	if r.IsInt() {
		return strconv.Itoa(n)
	}
	return fmt.Sprintf("%s, rounded %s: %d", decimal(r), how, n)
}
