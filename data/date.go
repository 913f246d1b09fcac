package data

import (
	"cmp"
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// A Date is a civil date: a day on the calendar, with no time and no zone. The zero Date is "not known".
// Dates compare with ==, and sort with Compare.
type Date struct {
	year  int16
	month uint8
	day   uint8
}

// ErrDate is below every error that ParseDate returns.
var ErrDate = errors.New("not a date")

// The first and the last day that a Date can be.
var (
	earliest = Date{1, 1, 1}
	latest   = Date{9999, 12, 31}
)

// NewDate returns the day of that year, month and day of the month, or an error that says "31/02/2026 is not a real
// date" when there is no such day. Years run from 1 to 9999.
func NewDate(year int, month time.Month, day int) (Date, error) {
	t := time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
	if year < 1 || year > 9999 || t.Year() != year || t.Month() != month || t.Day() != day {
		return Date{}, fmt.Errorf("%02d/%02d/%04d is not a real date: %w", day, int(month), year, ErrDate)
	}
	return Date{int16(year), uint8(month), uint8(day)}, nil
}

// MustDate is NewDate for dates written in code: it panics on a day that does not exist.
func MustDate(year int, month time.Month, day int) Date {
	d, err := NewDate(year, month, day)
	if err != nil {
		panic(err)
	}
	return d
}

// DateOf returns the civil date of a moment, in the zone that the moment carries.
func DateOf(t time.Time) Date {
	return Date{int16(t.Year()), uint8(t.Month()), uint8(t.Day())}
}

var (
	dayAlone   = regexp.MustCompile(`^(\d{1,2})[/.](\d{1,2})$`)
	isoDate    = regexp.MustCompile(`^(\d{4})-(\d{1,2})-(\d{1,2})(?:[t ]\d{2}:\d{2}.*)?$`) // what is read is in lower case
	dayFirst   = regexp.MustCompile(`^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4}|\d{2})(?: \d{1,2}:\d{2}(?::\d{2})?)?$`)
	dayMonth   = regexp.MustCompile(`^(\d{1,2})(?:st|nd|rd|th)?[ \-/.]+([a-z]+)\.?,?(?:[ \-/.]+(\d{4}|\d{2}))?$`)
	weekdayWas = regexp.MustCompile(`^(?:mon|tue|tues|wed|weds|thu|thur|thurs|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday)[,.]? +`)
)

var monthNames = []string{"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"}

// ParseDate reads a date as people in Britain write it, day first: 14/5/26, 14.05.2026, 14 May 2026, Thu 14 May 2026,
// 14-May-26, and also 2026-05-14. Two-digit years are 1930 to 2029. A day with no year is refused; see ParseDateNear.
// An empty string is the zero Date. Every error wraps ErrDate and says what was typed.
func ParseDate(s string) (Date, error) { return parseDate(s, Date{}) }

// ParseDateNear is ParseDate, but a day with no year ("14 May", "14/5") is taken to be the one nearest to near.
func ParseDateNear(s string, near Date) (Date, error) { return parseDate(s, near) }

func parseDate(s string, near Date) (Date, error) {
	typed := strings.TrimSpace(s)
	if typed == "" {
		return Date{}, nil
	}
	t := strings.ToLower(strings.Join(strings.Fields(typed), " "))
	t = weekdayWas.ReplaceAllString(t, "")
	if m := isoDate.FindStringSubmatch(t); m != nil {
		return dateFrom(typed, m[1], atoi(m[2]), m[3])
	}
	if m := dayFirst.FindStringSubmatch(t); m != nil {
		return dateFrom(typed, m[3], atoi(m[2]), m[1])
	}
	if m := dayMonth.FindStringSubmatch(t); m != nil {
		month := monthNamed(m[2])
		if month == 0 {
			return Date{}, fmt.Errorf("%q is not a date: write it like 14 May 2026: %w", typed, ErrDate)
		}
		if m[3] == "" {
			return nearest(typed, month, atoi(m[1]), near)
		}
		return dateFrom(typed, m[3], month, m[1])
	}
	if m := dayAlone.FindStringSubmatch(t); m != nil {
		return nearest(typed, atoi(m[2]), atoi(m[1]), near)
	}
	return Date{}, fmt.Errorf("%q is not a date: write it like 14 May 2026: %w", typed, ErrDate)
}

func dateFrom(typed, year string, month int, day string) (Date, error) {
	y := atoi(year)
	if len(year) == 2 {
		y += 1900
		if y < 1930 {
			y += 100
		}
	}
	d, err := NewDate(y, time.Month(month), atoi(day))
	if err != nil {
		return Date{}, fmt.Errorf("%s is not a real date: %w", typed, ErrDate)
	}
	return d, nil
}

func nearest(typed string, month, day int, near Date) (Date, error) {
	if near.IsZero() {
		return Date{}, fmt.Errorf("%s has no year: write it like 14 May 2026: %w", typed, ErrDate)
	}
	best, found := Date{}, false
	for y := near.Year() - 1; y <= near.Year()+1; y++ {
		d, err := NewDate(y, time.Month(month), day)
		if err == nil && (!found || abs(d.Sub(near)) < abs(best.Sub(near))) {
			best, found = d, true
		}
	}
	if !found {
		return Date{}, fmt.Errorf("%s is not a real date: %w", typed, ErrDate)
	}
	return best, nil
}

func monthNamed(s string) int {
	if len(s) < 3 {
		return 0
	}
	for i, name := range monthNames {
		if strings.HasPrefix(name, s) || s == "sept" && i == 8 {
			return i + 1
		}
	}
	return 0
}

func atoi(s string) int { n, _ := strconv.Atoi(s); return n }

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}

// IsZero says whether the date is not known.
func (d Date) IsZero() bool { return d == Date{} }

// Year returns the year, such as 2026; 0 for the zero Date.
func (d Date) Year() int { return int(d.year) }

// Month returns the month; 0 for the zero Date.
func (d Date) Month() time.Month { return time.Month(d.month) }

// Day returns the day of the month; 0 for the zero Date.
func (d Date) Day() int { return int(d.day) }

// Midnight returns the date's midnight in UTC, for spreadsheets and other encoders that want a time.Time.
func (d Date) Midnight() time.Time {
	return time.Date(d.Year(), d.Month(), d.Day(), 0, 0, 0, 0, time.UTC)
}

// Weekday returns the day of the week.
func (d Date) Weekday() time.Weekday { return d.Midnight().Weekday() }

// AddDays returns the date so many days later, or earlier when days is negative. The zero Date stays zero.
func (d Date) AddDays(days int) Date { return d.add(0, days) }

// AddYears returns the same day so many years later; 29 February becomes 1 March where there is none. The zero Date
// stays zero.
func (d Date) AddYears(years int) Date { return d.add(years, 0) }

func (d Date) add(years, days int) Date {
	if d.IsZero() {
		return d
	}
	t := d.Midnight().AddDate(years, 0, days)
	switch {
	case t.Before(earliest.Midnight()):
		return earliest
	case t.After(latest.Midnight()):
		return latest
	}
	return DateOf(t)
}

// Sub returns the number of days from earlier to d; negative when earlier is the later one, and 0 when either is not
// known.
func (d Date) Sub(earlier Date) int {
	const day = 24 * 60 * 60
	if d.IsZero() || earlier.IsZero() {
		return 0
	}
	return int((d.Midnight().Unix() - earlier.Midnight().Unix()) / day)
}

// Compare returns -1, 0 or 1 as d is before, the same as, or after e. The zero Date comes first.
func (d Date) Compare(e Date) int {
	return cmp.Or(cmp.Compare(d.year, e.year), cmp.Compare(d.month, e.month), cmp.Compare(d.day, e.day))
}

// Before says whether d is earlier than e.
func (d Date) Before(e Date) bool { return d.Compare(e) < 0 }

// After says whether d is later than e.
func (d Date) After(e Date) bool { return d.Compare(e) > 0 }

// ISO returns the date as 2026-05-14, or "" for the zero Date.
func (d Date) ISO() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year(), d.Month(), d.Day())
}

// String returns the date as screens and papers print it: Thu 14 May 2026. The zero Date is "".
func (d Date) String() string { return d.format("Mon 2 Jan 2006") }

// Long returns the date in full: Thursday 14 May 2026.
func (d Date) Long() string { return d.format("Monday 2 January 2006") }

// Short returns the date without its weekday: 14 May 2026.
func (d Date) Short() string { return d.format("2 Jan 2006") }

// ShortNear returns the day and month, and the year only where it is not that of near: 14 May, 14 May 2024; "" for the
// zero Date.
func (d Date) ShortNear(near Date) string {
	if d.Year() == near.Year() {
		return d.DayMonth()
	}
	return d.Short()
}

// DayMonth returns the day and month alone, for places where the year is plain: 14 May.
func (d Date) DayMonth() string { return d.format("2 January") }

func (d Date) format(layout string) string {
	if d.IsZero() {
		return ""
	}
	return d.Midnight().Format(layout)
}

// MarshalText writes the ISO form; the zero Date is empty.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.ISO()), nil }

// UnmarshalText reads the ISO form alone, so that stored dates never depend on habits of writing.
func (d *Date) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		*d = Date{}
		return nil
	}
	t, err := time.Parse("2006-01-02", string(b))
	if err != nil {
		return fmt.Errorf("stored date %q: %w", b, ErrDate)
	}
	*d = DateOf(t)
	return nil
}
