package data

import (
	"encoding/json"
	"errors"
	"math/big"
	"testing"

	"pgregory.net/rapid"
)

func share(t *testing.T, s string) Share {
	t.Helper()
	got, err := ParseShare(s)
	if err != nil {
		t.Fatalf("the test's own share %q: %v", s, err)
	}
	return got
}

func wholeRat(n int) *big.Rat { return big.NewRat(int64(n), 1) }

func TestShareReadsWhatStandingOrdersSay(t *testing.T) {
	for typed, printed := range map[string]string{
		"5%": "5%", " 5 % ": "5%", "2.5%": "2.5%", "2.50%": "2.5%", "5 per cent": "5%", "5 percent": "5%", "100%": "100%", "0.125%": "0.125%",
		"2/3": "2/3", "4 / 6": "2/3", "two thirds": "2/3", "Two-thirds": "2/3", "half": "1/2", "a half": "1/2", "one third": "1/3",
		"a quarter": "1/4", "three quarters": "3/4", "50%": "50%", "": "",
	} {
		want(t, "share "+typed, share(t, typed).String(), printed)
	}
}

func TestShareRefusesWhatIsNone(t *testing.T) {
	for _, typed := range []string{"0%", "101%", "0/3", "4/3", "1/0", "-5%", "5", "five", "5%%", "1/2/3", "2.5555%", "99999/100000", "٥%", "½"} {
		if got, err := ParseShare(typed); !errors.Is(err, ErrShare) {
			t.Errorf("ParseShare(%q) = %v, %v", typed, got, err)
		}
	}
}

func TestShareIsExact(t *testing.T) {
	want(t, "5% of 199", share(t, "5%").Of(199).RatString(), "199/20")
	want(t, "2/3 of 15", share(t, "2/3").Of(15).RatString(), "10")
	want(t, "nothing set", Share{}.Of(15).RatString(), "0")
}

func TestDecimalsAreNeverRounded(t *testing.T) {
	for _, c := range []struct {
		num, den int64
		says     string
	}{{199, 20, "9.95"}, {10, 1, "10"}, {29999, 3000, "9.99…"}, {200, 3, "66.66…"}, {1, 3, "0.33…"}, {99999, 10_000, "9.9999"}, {999_999, 100_000, "9.99…"}, {21, 2, "10.5"}} {
		want(t, "decimal", decimal(big.NewRat(c.num, c.den)), c.says)
	}
}

func TestShareRoundTripsAsJSON(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		percent := rapid.Bool().Draw(t, "percent")
		den := 100_000
		if !percent {
			den = rapid.IntRange(1, 9999).Draw(t, "den")
		}
		s, err := newShare("drawn", rapid.IntRange(1, den).Draw(t, "num"), den, percent)
		if err != nil {
			t.Fatal(err)
		}
		var back Share
		b, err := json.Marshal(s)
		if err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(b, &back); err != nil || back != s {
			t.Fatalf("%v is stored as %s and read as %v (%v)", s, b, back, err)
		}
	})
}

func FuzzParseShare(f *testing.F) {
	for _, s := range []string{"5%", "2/3", "two thirds", "0.001%", "1/9999", ""} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got, err := ParseShare(s)
		if err != nil {
			if !errors.Is(err, ErrShare) || got != (Share{}) {
				t.Fatalf("%q: %v with %v", s, err, got)
			}
			return
		}
		if again, err := ParseShare(got.String()); err != nil || again != got {
			t.Fatalf("%q reads as %v, which reads as %v (%v)", s, got, again, err)
		}
		if got.Of(1).Cmp(wholeRat(1)) > 0 {
			t.Fatalf("%q is more than all", s)
		}
	})
}
