package data

import (
	"encoding/json"
	"errors"
	"testing"
	"time"

	"pgregory.net/rapid"
)

var anyDate = rapid.Custom(func(t *rapid.T) Date {
	return MustDate(1, 1, 1).AddDays(rapid.IntRange(0, MustDate(9999, 12, 31).Sub(MustDate(1, 1, 1))).Draw(t, "day"))
})

func TestDatesAreReadAsPeopleInBritainWriteThem(t *testing.T) {
	for _, s := range []string{
		"14/5/26", "14/05/2026", "14.05.2026", "14-05-2026", "14 5 2026", "14 May 2026", "14th May 2026", "14 may 26", "14-May-26",
		"Thu 14 May 2026", "Thursday, 14 May 2026", " 14  May, 2026 ", "2026-05-14", "2026-05-14T19:30:00Z", "14/05/2026 19:30",
	} {
		got, err := ParseDate(s)
		if err != nil {
			t.Errorf("%q: %v", s, err)
		}
		want(t, s, got.String(), "Thu 14 May 2026")
	}
}

func TestDaysThatDoNotExistAreRefused(t *testing.T) {
	for _, s := range []string{"31/02/2026", "29 Feb 2025", "0/1/2026", "32/1/2026", "1/13/2026", "14 Smarch 2026", "tomorrow", "14 May", "14/5", "14 Ma 2026", "0000-01-01"} {
		if got, err := ParseDate(s); !errors.Is(err, ErrDate) || !got.IsZero() {
			t.Errorf("ParseDate(%q) = %v, %v", s, got, err)
		}
	}
	_, err := ParseDate("31/02/2026")
	want(t, "sentence", err.Error(), "31/02/2026 is not a real date: not a date")
}

func TestDayWithoutAYearIsTheNearest(t *testing.T) {
	near := day(t, "20 Dec 2026")
	for typed, is := range map[string]string{"14 Jan": "14 Jan 2027", "14/11": "14 Nov 2026", "1 January": "1 Jan 2027", "14 May 2020": "14 May 2020"} {
		got, err := ParseDateNear(typed, near)
		if err != nil {
			t.Errorf("%q: %v", typed, err)
		}
		want(t, typed, got.Short(), is)
	}
	_, err := ParseDateNear("30/2", near)
	want(t, "a day no year has", errors.Is(err, ErrDate), true)
	leap, err := ParseDateNear("29 Feb", day(t, "1 June 2027"))
	if err != nil {
		t.Fatal(err)
	}
	want(t, "a day that only a leap year has", leap.Short(), "29 Feb 2028")
}

func TestTwoDigitYearsAreThoseOfLivingMembers(t *testing.T) {
	want(t, "29", day(t, "1/1/29").Year(), 2029)
	want(t, "30", day(t, "1/1/30").Year(), 1930)
}

func TestDatesPrintDayFirst(t *testing.T) {
	d := day(t, "4 June 2026")
	want(t, "screens and papers", d.String(), "Thu 4 Jun 2026")
	want(t, "in full", d.Long(), "Thursday 4 June 2026")
	want(t, "short", d.Short(), "4 Jun 2026")
	want(t, "without its year", d.DayMonth(), "4 June")
	want(t, "weekday", d.Weekday(), time.Thursday)
	want(t, "not known", Date{}.String()+Date{}.ISO()+Date{}.Long(), "")
}

func TestUnknownDateStaysUnknown(t *testing.T) {
	want(t, "later", Date{}.AddDays(56), Date{})
	want(t, "a year later", Date{}.AddYears(1), Date{})
	want(t, "between", day(t, "4 June 2026").Sub(Date{}), 0)
	want(t, "before all others", Date{}.Before(MustDate(1, 1, 1)), true)
}

func TestDatesKeepWithinTheCalendar(t *testing.T) {
	want(t, "after the last day", MustDate(9999, 12, 31).AddDays(1), MustDate(9999, 12, 31))
	want(t, "before the first day", MustDate(1, 1, 1).AddYears(-1), MustDate(1, 1, 1))
	want(t, "a leap day a year later", MustDate(2024, 2, 29).AddYears(1), MustDate(2025, 3, 1))
	want(t, "days from end to end", MustDate(9999, 12, 31).Sub(MustDate(1, 1, 1)), 3_652_058)
}

func TestClocksGoingForwardDoNotLoseADay(t *testing.T) {
	want(t, "days of March", day(t, "1 April 2026").Sub(day(t, "1 March 2026")), 31)
}

func TestDatesRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := anyDate.Draw(t, "date")
		for _, s := range []string{d.String(), d.Long(), d.Short(), d.ISO()} {
			if got, err := ParseDate(s); err != nil || got != d {
				t.Fatalf("%s reads as %v (%v)", s, got, err)
			}
		}
		var back Date
		b, err := json.Marshal(d)
		if err != nil || json.Unmarshal(b, &back) != nil || back != d {
			t.Fatalf("%v is stored as %s and read as %v", d, b, back)
		}
		if got := DateOf(d.Midnight()); got != d {
			t.Fatalf("midnight of %v is on %v", d, got)
		}
	})
}

func TestDatesAddUpAndSort(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d, e := anyDate.Draw(t, "one"), anyDate.Draw(t, "other")
		if d.AddDays(e.Sub(d)) != e {
			t.Fatalf("%v and %d days is not %v", d, e.Sub(d), e)
		}
		if d.Before(e) != (d.Sub(e) < 0) || d.After(e) != (e.Compare(d) < 0) || (d.Compare(e) == 0) != (d == e) {
			t.Fatalf("%v and %v do not sort by day", d, e)
		}
	})
}

func TestStoredDatesAreISOAlone(t *testing.T) {
	for _, s := range []string{"14/05/2026", "2026-5-14", "2026-02-31", "2026-05-14T00:00:00Z"} {
		var d Date
		want(t, s, errors.Is(d.UnmarshalText([]byte(s)), ErrDate), true)
	}
	d := MustDate(2026, 5, 14)
	want(t, "empty", d.UnmarshalText(nil) == nil && d.IsZero(), true)
}

func FuzzParseDate(f *testing.F) {
	for _, s := range []string{"14/5/26", "Thu 14 May 2026", "2026-05-14", "14 May", "31/02/2026", "1st jan. 99"} {
		f.Add(s)
	}
	near := MustDate(2026, 5, 14)
	f.Fuzz(func(t *testing.T, s string) {
		d, err := ParseDate(s)
		if (err != nil) && (!errors.Is(err, ErrDate) || !d.IsZero()) {
			t.Fatalf("%q: %v with %v", s, err, d)
		}
		if again, err := ParseDate(d.String()); err != nil || again != d {
			t.Fatalf("%q reads as %v, which reads as %v (%v)", s, d, again, err)
		}
		if n, err := ParseDateNear(s, near); err != nil && !n.IsZero() {
			t.Fatalf("%q near: %v with %v", s, err, n)
		}
	})
}
