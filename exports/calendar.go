package exports

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode/utf8"

	"branchbook/data"
)

// londonZone is the zone of every meeting, with the rules of summer time since 1996.
const londonZone = `BEGIN:VTIMEZONE
TZID:Europe/London
BEGIN:STANDARD
DTSTART:19961027T020000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZOFFSETFROM:+0100
TZOFFSETTO:+0000
TZNAME:GMT
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:19960331T010000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZOFFSETFROM:+0000
TZOFFSETTO:+0100
TZNAME:BST
END:DAYLIGHT
END:VTIMEZONE`

// WriteCalendar writes a meeting as an iCalendar file (RFC 5545), which a calendar takes in, and takes again in place of
// what it has when the meeting has moved. It returns ctx's error when that is cancelled, and the writer's.
func WriteCalendar(ctx context.Context, w io.Writer, c data.CalendarEntry, house House) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	lines := []string{"BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Branchbook//Branchbook//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"}
	if !c.Starts.IsZero() {
		lines = append(lines, strings.Split(londonZone, "\n")...)
	}
	status := "CONFIRMED"
	if c.Cancelled {
		status = "CANCELLED"
	}
	lines = append(lines, "BEGIN:VEVENT", "UID:"+textValue(c.UID), "DTSTAMP:"+stamp(house.Made), fmt.Sprintf("SEQUENCE:%d", sequence(house.Made)), "STATUS:"+status)
	lines = append(lines, hours(c)...)
	lines = append(lines, "SUMMARY:"+textValue(c.Summary))
	if c.Place != "" {
		lines = append(lines, "LOCATION:"+textValue(c.Place))
	}
	if c.Email != "" {
		lines = append(lines, "ORGANIZER;CN="+parameter(c.Branch)+":mailto:"+c.Email)
	}
	lines = append(lines, "DESCRIPTION:"+textValue(c.Description), "END:VEVENT", "END:VCALENDAR")
	b := bufio.NewWriter(w)
	for _, l := range lines {
		folded(b, l)
	}
	if err := b.Flush(); err != nil {
		return fmt.Errorf("exports: calendar: %w", err)
	}
	return ctx.Err()
}

// hours are when a meeting begins and ends: a day's entry where the hour is not known.
func hours(c data.CalendarEntry) []string {
	if c.Starts.IsZero() {
		return []string{"DTSTART;VALUE=DATE:" + day(c.On), "DTEND;VALUE=DATE:" + day(c.On.AddDays(1))}
	}
	out := []string{"DTSTART;TZID=Europe/London:" + moment(c.On, c.Starts)}
	if c.Ends.After(c.Starts) {
		out = append(out, "DTEND;TZID=Europe/London:"+moment(c.On, c.Ends))
	}
	return out
}

func day(on data.Date) string { return strings.ReplaceAll(on.ISO(), "-", "") }

// moment is a time of a day; one after midnight is on the next.
func moment(on data.Date, at data.Time) string {
	const whole = 24 * 60
	minutes := at.Minutes()
	return fmt.Sprintf("%sT%02d%02d00", day(on.AddDays(minutes/whole)), minutes%whole/60, minutes%60)
}

// stamp is a moment in UTC. A paper with no moment of its own has the first that a calendar knows, since the property is
// not optional.
func stamp(at time.Time) string {
	if at.IsZero() {
		at = time.Unix(0, 0)
	}
	return at.UTC().Format("20060102T150405Z")
}

// sequence numbers the versions of an entry (3.8.7.4): by the minute in which each was made, since it must rise when a
// meeting moves and rise again when Undo takes the move back, when its records are as they were. It fits 32 bits until the year 6052.
func sequence(made time.Time) int64 {
	if made.IsZero() {
		return 0
	}
	return max(0, made.Unix()/60)
}

// textValue escapes text as a value of its type (RFC 5545, 3.3.11).
func textValue(text string) string {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text)
	text = strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\n", `\n`).Replace(text)
	return strings.Map(printable, text)
}

// parameter quotes a parameter's value, which cannot hold a quotation mark at all (3.2).
func parameter(text string) string {
	return `"` + strings.Map(printable, strings.ReplaceAll(oneLine(text), `"`, "'")) + `"`
}

func printable(r rune) rune {
	if r < ' ' || r == 0x7f {
		return -1
	}
	return r
}

// folded writes a line in pieces of at most 75 octets, never cut within a letter (3.1).
func folded(w *bufio.Writer, line string) {
	const most = 75
	for room := most; len(line) > room; room = most - 1 { // the space that begins the next piece counts
		cut := room
		for !utf8.RuneStart(line[cut]) {
			cut--
		}
		fmt.Fprint(w, line[:cut], "\r\n ")
		line = line[cut:]
	}
	fmt.Fprint(w, line, "\r\n")
}
