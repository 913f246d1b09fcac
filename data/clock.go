package data

import (
	"errors"
	"fmt"
	"regexp"
	"strings"
	"time"
)

// A Time is a time of day on the clock in the hall, to the minute, with no date and no zone. The zero Time is "not
// known", which is not midnight. A meeting that runs past midnight has times after 24:00, so that they still sort.
type Time struct {
	minutes int16 // minutes since midnight, plus one; 0 is not known
}

// ErrTime is below every error that ParseTime returns.
var ErrTime = errors.New("not a time")

// NewTime returns the time of that hour (0 to 47) and minute. Hours from 24 belong to the night after.
func NewTime(hour, minute int) (Time, error) {
	if hour < 0 || hour > 47 || minute < 0 || minute > 59 {
		return Time{}, fmt.Errorf("%d.%02d is not a time of day: %w", hour, minute, ErrTime)
	}
	return Time{int16(hour*60 + minute + 1)}, nil
}

// MustTime is NewTime for times written in code: it panics on a time that does not exist.
func MustTime(hour, minute int) Time {
	t, err := NewTime(hour, minute)
	if err != nil {
		panic(err)
	}
	return t
}

// TimeOf returns the time of day of a moment, in the zone that the moment carries.
func TimeOf(t time.Time) Time { return MustTime(t.Hour(), t.Minute()) }

var (
	clockTime  = regexp.MustCompile(`^(\d{1,2})(?:[.:](\d{2}))?(am|pm|a\.m\.|p\.m\.)?$`)
	storedTime = regexp.MustCompile(`^(\d{2}):(\d{2})$`)
	digitsTime = regexp.MustCompile(`^(\d{1,2})(\d{2})(am|pm)?$`)
)

// ParseTime reads a time as people write it: 7.34pm, 7:34 pm, 19:34, 1934, 7pm, noon, midnight. Hours 1 to 7 without
// am or pm are taken as evening ("7.34" is 7.34pm) since branches meet then; so are 8 to 11 when evening is true.
// An empty string is the zero Time. Every error wraps ErrTime and says what was typed.
func ParseTime(s string, evening bool) (Time, error) {
	typed := strings.TrimSpace(s)
	t := strings.ToLower(strings.ReplaceAll(typed, " ", ""))
	switch t {
	case "":
		return Time{}, nil
	case "noon":
		return MustTime(12, 0), nil
	case "midnight":
		return MustTime(24, 0), nil
	}
	m := clockTime.FindStringSubmatch(t)
	if m == nil {
		m = digitsTime.FindStringSubmatch(t)
	}
	if m == nil {
		return Time{}, fmt.Errorf("%q is not a time: write it like 7.34pm: %w", typed, ErrTime)
	}
	hour, minute := atoi(m[1]), atoi(m[2])
	half := strings.ReplaceAll(m[3], ".", "")
	leadingZero := strings.HasPrefix(m[1], "0")
	switch {
	case half != "" && (hour < 1 || hour > 12):
		return Time{}, fmt.Errorf("%q is not a time: write it like 7.34pm: %w", typed, ErrTime)
	case half == "pm" && hour < 12:
		hour += 12
	case half == "am" && hour == 12:
		hour = 0
	case half == "" && !leadingZero && (hour >= 1 && hour <= 7 || evening && hour >= 8 && hour <= 11):
		hour += 12
	}
	if hour > 23 {
		return Time{}, fmt.Errorf("%q is not a time: write it like 7.34pm: %w", typed, ErrTime)
	}
	out, err := NewTime(hour, minute)
	if err != nil {
		return Time{}, fmt.Errorf("%q is not a time: write it like 7.34pm: %w", typed, ErrTime)
	}
	return out, nil
}

// IsZero says whether the time is not known.
func (t Time) IsZero() bool { return t.minutes == 0 }

// Minutes returns the minutes since midnight; -1 when the time is not known.
func (t Time) Minutes() int { return int(t.minutes) - 1 }

// Add returns the time so many minutes later. The zero Time stays zero.
func (t Time) Add(minutes int) Time {
	if t.IsZero() {
		return t
	}
	total := min(max(t.Minutes()+minutes, 0), 48*60-1)
	return Time{int16(total + 1)}
}

// Sub returns the minutes from earlier to t; 0 when either is not known.
func (t Time) Sub(earlier Time) int {
	if t.IsZero() || earlier.IsZero() {
		return 0
	}
	return t.Minutes() - earlier.Minutes()
}

// Before says whether t is earlier than u. A time that is not known is before every other.
func (t Time) Before(u Time) bool { return t.minutes < u.minutes }

// After says whether t is later than u.
func (t Time) After(u Time) bool { return t.minutes > u.minutes }

// String returns the time as screens and papers print it: 7.34pm; "" when it is not known.
func (t Time) String() string {
	if t.IsZero() {
		return ""
	}
	h, m := t.Minutes()/60%24, t.Minutes()%60
	half := "am"
	if h >= 12 {
		half = "pm"
	}
	h = (h+11)%12 + 1
	return fmt.Sprintf("%d.%02d%s", h, m, half)
}

// MarshalText writes the 24-hour form, 19:34; the zero Time is empty.
func (t Time) MarshalText() ([]byte, error) {
	if t.IsZero() {
		return nil, nil
	}
	return fmt.Appendf(nil, "%02d:%02d", t.Minutes()/60, t.Minutes()%60), nil
}

// UnmarshalText reads the 24-hour form alone.
func (t *Time) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		*t = Time{}
		return nil
	}
	m := storedTime.FindSubmatch(b)
	if m == nil {
		return fmt.Errorf("stored time %q: %w", b, ErrTime)
	}
	got, err := NewTime(atoi(string(m[1])), atoi(string(m[2])))
	if err != nil {
		return fmt.Errorf("stored time %q: %w", b, ErrTime)
	}
	*t = got
	return nil
}
