package data

import (
	"encoding/json"
	"errors"
	"testing"
	"time"

	"pgregory.net/rapid"
)

var anyTime = rapid.Custom(func(t *rapid.T) Time {
	return MustTime(rapid.IntRange(0, 47).Draw(t, "hour"), rapid.IntRange(0, 59).Draw(t, "minute"))
})

func TestTimesAreReadAsPeopleWriteThem(t *testing.T) {
	for typed, is := range map[string]string{
		"7.34pm": "7.34pm", "7:34 pm": "7.34pm", "7.34 P.M.": "7.34pm", "19:34": "7.34pm", "1934": "7.34pm", "7.34": "7.34pm", "734": "7.34pm",
		"7": "7.00pm", "7pm": "7.00pm", "07:34": "7.34am", "0734": "7.34am", "7.34am": "7.34am", "noon": "12.00pm", "12": "12.00pm", "12am": "12.00am",
		"12.15pm": "12.15pm", "Midnight": "12.00am", "9.10": "9.10am", "10.02": "10.02am", "": "",
	} {
		got, err := ParseTime(typed, false)
		if err != nil {
			t.Errorf("%q: %v", typed, err)
		}
		want(t, typed, got.String(), is)
	}
}

func TestEveningMeetingTakesNineForEvening(t *testing.T) {
	for typed, is := range map[string]string{"9.10": "9.10pm", "8": "8.00pm", "11.59": "11.59pm", "9.10am": "9.10am", "09.10": "9.10am", "12.05": "12.05pm"} {
		want(t, typed, clock(t, typed).String(), is)
	}
}

func TestTimesThatDoNotExistAreRefused(t *testing.T) {
	for _, s := range []string{"25:00", "24:00", "7.60pm", "13pm", "0pm", "7.3", "seven", "7.34pmm", "-7", "73456"} {
		if got, err := ParseTime(s, true); !errors.Is(err, ErrTime) || !got.IsZero() {
			t.Errorf("ParseTime(%q) = %v, %v", s, got, err)
		}
	}
}

func TestMeetingPastMidnightStillSorts(t *testing.T) {
	midnight, err := ParseTime("midnight", true)
	if err != nil {
		t.Fatal(err)
	}
	late := midnight.Add(5)
	want(t, "prints", late.String(), "12.05am")
	want(t, "sorts", late.After(clock(t, "11.50pm")), true)
	want(t, "lasts", late.Sub(clock(t, "11.50pm")), 15)
}

func TestUnknownTimeIsNotMidnight(t *testing.T) {
	want(t, "zero", Time{}.IsZero(), true)
	want(t, "midnight", MustTime(0, 0).IsZero(), false)
	want(t, "minutes", Time{}.Minutes(), -1)
	want(t, "later", Time{}.Add(30), Time{})
	want(t, "between", clock(t, "9pm").Sub(Time{}), 0)
	want(t, "first", Time{}.Before(MustTime(0, 0)), true)
	want(t, "end of two days", MustTime(47, 30).Add(60), MustTime(47, 59))
}

func TestTimesRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		at := anyTime.Draw(t, "time")
		var back Time
		b, err := json.Marshal(at)
		if err != nil || json.Unmarshal(b, &back) != nil || back != at {
			t.Fatalf("%v is stored as %s and read as %v", at, b, back)
		}
		got, err := ParseTime(at.String(), rapid.Bool().Draw(t, "evening"))
		if err != nil || got.Minutes() != at.Minutes()%(24*60) {
			t.Fatalf("%s reads as %v (%v)", at, got, err)
		}
	})
}

func TestStoredTimesAreOfTheClockAlone(t *testing.T) {
	for _, s := range []string{"7:34", "19:34junk", "48:00", "19:60", "-1:30", "19.34", "7.34pm"} {
		var at Time
		want(t, s, errors.Is(at.UnmarshalText([]byte(s)), ErrTime), true)
	}
}

func TestMomentGivesTheTimeOfItsOwnZone(t *testing.T) {
	summer := time.FixedZone("BST", 3600)
	moment := time.Date(2026, 5, 14, 23, 30, 0, 0, time.UTC).In(summer)
	want(t, "time", TimeOf(moment).String(), "12.30am")
	want(t, "date", DateOf(moment), MustDate(2026, 5, 15))
}

func FuzzParseTime(f *testing.F) {
	for _, s := range []string{"7.34pm", "1934", "noon", "12am", "24:00", "7.60"} {
		f.Add(s, true)
	}
	f.Fuzz(func(t *testing.T, s string, evening bool) {
		at, err := ParseTime(s, evening)
		if err != nil && (!errors.Is(err, ErrTime) || !at.IsZero()) {
			t.Fatalf("%q: %v with %v", s, err, at)
		}
		if again, err := ParseTime(at.String(), evening); err != nil || at.String() != again.String() {
			t.Fatalf("%q reads as %v, which reads as %v (%v)", s, at, again, err)
		}
	})
}
