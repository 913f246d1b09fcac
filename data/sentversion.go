package data

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"
)

// A SentRow is one row of a paper as it went, kept so that the next version can say what changed. The book is sealed; what
// a paper said of somebody is erased with them.
type SentRow struct {
	Key   ID                `json:"key"`
	Name  string            `json:"name"`
	Cells map[string]string `json:"cells,omitempty"` // by the key of the column, as the spreadsheet showed it
}

// A SentVersion is a return as it went: what the next version is compared with.
type SentVersion struct {
	Number  int
	AsAt    Date
	Columns []string // keys
	Rows    []SentRow
}

// Sent returns the rows as they are kept with the paper: the columns that are on, without vacant places.
func (d TableDoc) Sent() []SentRow {
	rows := make([]SentRow, 0, len(d.Rows))
	for _, r := range d.Rows {
		if r.Vacant {
			continue
		}
		s := SentRow{Key: r.Key, Name: r.Name, Cells: map[string]string{}}
		for _, c := range d.Columns {
			if text := r.Text(c); text != "" {
				s.Cells[c.Key] = text
			}
		}
		rows = append(rows, s)
	}
	return rows
}

// Keys returns the keys of the columns that are on.
func (d TableDoc) Keys() []string {
	keys := make([]string, len(d.Columns))
	for i, c := range d.Columns {
		keys[i] = c.Key
	}
	return keys
}

// AsSent returns the table as it would be kept if it went now.
func (d TableDoc) AsSent() SentVersion {
	return SentVersion{Number: d.Version, AsAt: d.AsAt, Columns: d.Keys(), Rows: d.Sent()}
}

// AsSent returns the return as it went, and false for a paper whose rows were not kept. Where the paper says of no day,
// it is the day on which it was made, in zone.
func (p Paper) AsSent(zone *time.Location) (SentVersion, bool) {
	v := SentVersion{Number: p.Version, AsAt: p.AsAt, Columns: p.Columns, Rows: p.Sent}
	if v.AsAt.IsZero() {
		v.AsAt = DateOf(p.Made.In(zone))
	}
	return v, !p.AsAt.IsZero()
}

// Supersede makes the table the version that follows one that went: it says which it replaces, and what changed.
func (d *TableDoc) Supersede(v SentVersion) {
	d.Version, d.Since = v.Number+1, v.Number
	d.Changes = d.ChangesSince(v)
	d.sayVersion(fmt.Sprintf("%d, in place of version %d as at %s", d.Version, v.Number, v.AsAt))
}

// Begin makes the table the first version.
func (d *TableDoc) Begin() {
	d.Version, d.Since, d.Changes = 1, 0, nil
	d.sayVersion("1")
}

// sayVersion puts the version under the day that the table speaks of.
func (d *TableDoc) sayVersion(words string) {
	at := func(label string) int {
		return slices.IndexFunc(d.Facts, func(f Fact) bool { return f.Label == label })
	}
	if i := at("Version"); i >= 0 {
		d.Facts[i].Value = words
		return
	}
	i := at("As at")
	if i < 0 {
		i = len(d.Facts) - 1
	}
	d.Facts = slices.Insert(slices.Clone(d.Facts), i+1, Fact{"Version", words})
}

// AddressTo says who the table goes to, in place of the constituency secretary.
func (d *TableDoc) AddressTo(to string) {
	d.To = to
	if i := slices.IndexFunc(d.Facts, func(f Fact) bool { return f.Label == "To" }); i >= 0 {
		d.Facts[i].Value = to
		return
	}
	d.Facts = slices.Insert(slices.Clone(d.Facts), 0, Fact{"To", to})
}

// ChangesSince returns what is not as it went: first what is no longer there, in its order then, then what came, then
// what differs. Only columns that both have are compared, so that switching one on is no change. Of two rows of one key
// the first counts.
func (d TableDoc) ChangesSince(v SentVersion) []TableChange {
	before, now := map[ID]SentRow{}, map[ID]bool{}
	for _, s := range v.Rows {
		if _, again := before[s.Key]; !again {
			before[s.Key] = s
		}
	}
	var out, in, altered []TableChange
	for _, r := range d.Rows {
		if r.Vacant || now[r.Key] {
			continue
		}
		now[r.Key] = true
		old, was := before[r.Key]
		if !was {
			in = append(in, TableChange{CameOn, r.Name, r.Came})
			continue
		}
		if what := d.differences(old, r, v.Columns); what != "" {
			altered = append(altered, TableChange{Altered, r.Name, what})
		}
	}
	for _, s := range v.Rows {
		if !now[s.Key] {
			now[s.Key] = true
			out = append(out, TableChange{WentOff, s.Name, cmp.Or(d.Gone[s.Key], "no longer there")})
		}
	}
	return slices.Concat(out, in, altered)
}

// differences names what changed in one row. It says that a personal detail changed, not to what.
func (d TableDoc) differences(old SentRow, r TableRow, columns []string) string {
	var words []string
	for _, c := range d.Columns {
		was, is := old.Cells[c.Key], r.Text(c)
		switch {
		case was == is || c.Remark || !slices.Contains(columns, c.Key):
		case c.Personal || c.Kind == ProseColumn:
			words = append(words, uncapital(c.Title)+" changed")
		default:
			words = append(words, fmt.Sprintf("%s %s, was %s", uncapital(c.Title), cmp.Or(is, "blank"), cmp.Or(was, "blank")))
		}
	}
	return strings.Join(words, "; ")
}

// ChangeWords counts the changes: "1 out, 1 in, 0 changed".
func ChangeWords(changes []TableChange) string {
	count := map[ChangeKind]int{}
	for _, c := range changes {
		count[c.Kind]++
	}
	return fmt.Sprintf("%d out, %d in, %d changed", count[WentOff], count[CameOn], count[Altered])
}

// CoveringNote returns the words to send the paper with. It names nobody but those who write and read it, since a message
// is less private than the file.
func (d TableDoc) CoveringNote() string {
	body := joinedBy(" ", "Here is the "+uncapital(d.Title)+" of "+d.Branch, d.For)
	if d.Kind == AttendancePaper {
		body = "Here is who attended the " + uncapital(d.Summary)
	} else {
		body += ", as at " + d.AsAt.String()
	}
	if d.Version > 0 {
		body += fmt.Sprintf(": version %d", d.Version)
	}
	if d.Since > 0 {
		body += fmt.Sprintf(", in place of version %d", d.Since)
	}
	lines := []string{"Dear " + cmp.Or(d.To, "Secretary") + ",", "", body + "."}
	if d.Summary != "" && d.Kind != AttendancePaper {
		lines = append(lines, "", sentence(d.Summary))
	}
	if d.Since > 0 {
		lines = append(lines, fmt.Sprintf("Since version %d: %s.", d.Since, ChangeWords(d.Changes)))
	}
	if words := d.PersonalWords(); words != "" {
		lines = append(lines, "", words)
	}
	lines = append(lines, "")
	if d.Secretary != "" {
		lines = append(lines, d.Secretary)
	}
	return strings.Join(append(lines, "Secretary, "+d.Branch), "\n")
}
