package data

import (
	"cmp"
	"fmt"
	"html"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// A ListedMotion is one motion of somebody's table, read but not yet in the book.
type ListedMotion struct {
	// Row is the first row that it stands in, as a spreadsheet counts, from 1.
	Row int
	// Motion has what the table says of it. It has no ID, and names nobody: Mover and Seconder are the names as written.
	Motion          Motion
	Mover, Seconder string
	// Meeting is the date of the meeting; Vote the count, where Voted.
	Meeting Date
	Vote    Vote
	Voted   bool
	// Follows are the motions that it follows on, by reference.
	Follows []ListedLink
	// Copies are those that were sent on, with what the recipients wrote. They have no ID.
	Copies []ListedCopy
	// Doubts are sentences about what was read but could not be trusted; the motion is brought in without it.
	Doubts []string
}

// A ListedLink says that a motion follows on another: "resubmission of", "composite of", "supersedes", "rescinds".
type ListedLink struct{ Is, Ref string }

// A ListedCopy is one copy of a motion, with the row that it stands in.
type ListedCopy struct {
	Row        int
	Forwarding Forwarding
}

// A MotionListing is a table of motions as it was read.
type MotionListing struct {
	Motions []ListedMotion
	Refused []Refusal
	// LeftOut are the headings of columns that were not understood.
	LeftOut []string
}

// motionHeadings are the headings by which each column is known, beside the register's own: those of OpenSlides and
// those that secretaries write. Order matters where a heading could be two.
var motionHeadings = map[string]string{
	"ref":          "ref, reference, motion ref, motion no, motion number, number, no, identifier, id",
	"meeting":      "meeting date, meeting, date of meeting, taken on, date",
	"kind":         "kind, type, motion type",
	"title":        "title, motion, motion title, subject, heading",
	"mover":        "mover, moved by, moved, proposer, proposed by, submitter, submitted by, submitters",
	"seconder":     "seconder, seconded by, seconded, supporter",
	"received":     "received, date received, received on, submitted on",
	"how":          "how received, received by",
	"method":       "method, method of voting, how voted",
	"for":          "for, votes for, in favour, yes",
	"against":      "against, votes against, no votes",
	"abstained":    "abst, abstained, abstentions, abstain",
	"casting":      "casting, casting vote",
	"outcome":      "outcome, result, decision, state, status",
	"note":         "outcome note, note on the outcome",
	"follows":      "follows on, follows",
	"sentto":       "sent to, forwarded to, to",
	"sent":         "date sent, sent, sent on, forwarded",
	"acknowledged": "acknowledged, date acknowledged, acknowledged on, received by the clp",
	"theirmeeting": "their meeting, clp meeting, gc meeting, gc date, meeting of the clp, date of their meeting",
	"result":       "their result, clp result, gc result, their decision, result at gc, their outcome",
	"reported":     "reported back, reported back on",
	"closed":       "closed, closed on",
	"closedwhy":    "why closed, reason closed",
	"amount":       "amount, sum, cost",
	"tags":         "tags, tag, category, topic",
	"submitted":    "text as submitted, text, wording, motion text, body",
	"text":         "text as agreed, final text, agreed text, modified final version",
	"reason":       "reason, reasons, background, explanation, motivation",
	"unread":       "on time, amendments, minute ref",
}

// motionColumnKey returns which column a heading names; "" for none. Capitals, accents, stops and underscores do not matter.
func motionColumnKey(heading string) string {
	wanted := strings.ReplaceAll(Fold(heading), "_", " ")
	for _, key := range sortedKeys(motionHeadings) {
		for h := range strings.SplitSeq(motionHeadings[key], ",") {
			if Fold(h) == wanted && wanted != "" {
				return key
			}
		}
	}
	return ""
}

func sortedKeys(m map[string]string) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// ReadMotions reads motions from the rows of a table: the register as it was exported, with what a CLP filled in, or
// another program's list. The headings are looked for in the first rows; there must be one for the title. Rows with one
// reference are one motion, with a copy each. The error is a Problem.
func ReadMotions(rows [][]string) (MotionListing, error) {
	var out MotionListing
	head, keys := motionHeadingRow(rows)
	if head < 0 {
		return out, NewProblem("No column of this table is headed Title or Motion, or Ref. Give the table a row of headings.", nil)
	}
	for i, key := range keys {
		if h := strings.TrimSpace(rows[head][i]); key == "" && h != "" {
			out.LeftOut = append(out.LeftOut, h)
		}
	}
	byRef := map[string]int{}
	for i, cells := range rows[head+1:] {
		r := motionCells{row: head + 2 + i, cells: map[string]string{}}
		for j, cell := range cells {
			if cell = strings.TrimSpace(cell); j < len(keys) && keys[j] != "" && cell != "" && r.cells[keys[j]] == "" {
				r.cells[keys[j]] = cell
			}
		}
		if len(r.cells) == 0 {
			continue
		}
		l, refusal := r.motion()
		at, again := byRef[Fold(l.Motion.Ref)]
		switch {
		case again && l.Motion.Ref != "":
			out.Motions[at].Copies = append(out.Motions[at].Copies, l.Copies...)
			out.Motions[at].Doubts = append(out.Motions[at].Doubts, l.Doubts...)
		case refusal.Reason != "":
			out.Refused = append(out.Refused, refusal)
		default:
			byRef[Fold(l.Motion.Ref)] = len(out.Motions)
			out.Motions = append(out.Motions, l)
		}
	}
	return out, nil
}

// motionHeadingRow finds the row of headings within the first few, as a title or a date may stand above it.
func motionHeadingRow(rows [][]string) (at int, keys []string) {
	at = -1
	best := 0
	for i, cells := range rows[:min(len(rows), 20)] {
		var found []string
		n := 0
		for _, cell := range cells {
			key := motionColumnKey(cell)
			if key != "unread" && slices.Contains(found, key) {
				key = ""
			}
			found = append(found, key)
			n += b2i(key != "")
		}
		if n > best && (slices.Contains(found, "title") || slices.Contains(found, "ref")) {
			at, keys, best = i, found, n
		}
	}
	return at, keys
}

// motionCells are the cells of one row by column.
type motionCells struct {
	row    int
	cells  map[string]string
	doubts []string
}

// ownRef is a reference as NumberedRef writes it.
var ownRef = regexp.MustCompile(`^[A-Z]+-\d{4}-\d{2,}$`)

func (r *motionCells) motion() (ListedMotion, Refusal) {
	c := r.cells
	m := Motion{
		Title: strings.Join(strings.Fields(PlainText(c["title"])), " "), Kind: readKind(c["kind"]), How: c["how"], OutcomeNote: c["note"],
		Received: r.date("received", "Received"), Submitted: PlainText(c["submitted"]), Tags: readTags(c["tags"]),
	}
	m.Text = cmp.Or(PlainText(c["text"]), m.Submitted)
	if ref := strings.ToUpper(c["ref"]); ownRef.MatchString(ref) {
		m.Ref = ref
	} else if ref != "" {
		m.Note = "Number in the file: " + c["ref"] + "."
	}
	if reason := PlainText(c["reason"]); reason != "" {
		m.Note = strings.TrimSpace(m.Note + "\nReason given: " + reason)
	}
	var err error
	if m.Amount, err = ParseMoney(c["amount"]); err != nil {
		r.doubts = append(r.doubts, Say(err))
	}
	m.Status, m.Outcome = r.standing()
	l := ListedMotion{Row: r.row, Mover: c["mover"], Seconder: c["seconder"], Meeting: r.date("meeting", "Meeting date"), Follows: readFollows(c["follows"])}
	l.Vote, l.Voted = r.vote(m.Outcome)
	l.Motion = m
	if f, sent := r.forwarding(); sent {
		l.Copies = []ListedCopy{{Row: r.row, Forwarding: f}}
	}
	l.Doubts = r.doubts
	if m.Title == "" {
		return l, Refusal{Row: r.row, Number: m.Ref, Reason: "There is no title. Type a few words to find the motion by."}
	}
	return l, Refusal{}
}

// date reads a civil date; one that cannot be read is a doubt.
func (r *motionCells) date(key, name string) Date {
	d, err := ParseDate(r.cells[key])
	if err != nil {
		r.doubts = append(r.doubts, fmt.Sprintf("Row %d: %s %q could not be read. Write it like 14/05/2026.", r.row, name, r.cells[key]))
	}
	return d
}

func (r *motionCells) number(key string) int {
	s := r.cells[key]
	if s == "" {
		return 0
	}
	n, err := strconv.Atoi(strings.TrimSuffix(s, ".0"))
	if err != nil || n < 0 || n > MaxVotes {
		r.doubts = append(r.doubts, fmt.Sprintf("Row %d: %q is not a number of votes.", r.row, s))
		return 0
	}
	return n
}

// standing reads an outcome, or how far the motion had got.
func (r *motionCells) standing() (MotionStatus, Outcome) {
	said := r.cells["outcome"]
	key := Fold(said)
	if key == "passed" || key == "accepted" || key == "agreed" {
		return DisposedOf, Carried
	}
	if key == "rejected" || key == "fell" || key == "defeated" || key == "not carried" {
		return DisposedOf, Lost
	}
	for _, o := range AllEndings() {
		if Fold(string(o)) == key {
			return DisposedOf, o
		}
	}
	for _, s := range []MotionStatus{Drafted, Received, Late, HeldOver, AwaitsChair, Accepted, OnAgenda, Moved, Seconded} {
		if Fold(string(s)) == key {
			return s, Undecided
		}
	}
	if said != "" && key != "open" && key != "submitted" {
		r.doubts = append(r.doubts, fmt.Sprintf("Row %d: the outcome %q is not one that Branchbook knows.", r.row, said))
	}
	return Received, Undecided
}

func (r *motionCells) vote(outcome Outcome) (Vote, bool) {
	v := Vote{For: r.number("for"), Against: r.number("against"), Abstained: r.number("abstained"), Outcome: outcome, Casting: Casting(Fold(r.cells["casting"]))}
	if v.Casting != CastingFor && v.Casting != CastingAgainst {
		v.Casting = NoCasting
	}
	if outcome == CarriedAmended {
		v.Outcome = Carried
	}
	method := Fold(r.cells["method"])
	for _, m := range []Method{Hands, Cards, Voice, SecretBallot, RollCall, Online} {
		if Fold(string(m)) == method {
			v.Method = m
		}
	}
	for _, d := range []Declared{Agreed, Unanimous, NemCon, ClearMajority, DeclaredWon, DeclaredLost} {
		if Fold(string(d)) == method && v.Total() == 0 {
			v.Declared = d
		}
	}
	return v, v.Total() > 0 || v.Declared != Counted
}

// forwarding reads the columns about what was sent on. sent is false where there is nothing in them.
func (r *motionCells) forwarding() (f Forwarding, sent bool) {
	f = Forwarding{
		To: r.cells["sentto"], Sent: r.date("sent", "Date sent"), Acknowledged: r.date("acknowledged", "Acknowledged"),
		TheirMeeting: r.date("theirmeeting", "Their meeting"), TheirResult: r.cells["result"],
		ReportedBack: r.date("reported", "Reported back"), Closed: r.date("closed", "Closed"), ClosedWhy: r.cells["closedwhy"],
	}
	if !f.Closed.IsZero() && f.ClosedWhy == "" {
		f.ClosedWhy = "as the register has it"
	}
	return f, f.To != "" || !f.Sent.IsZero() || !f.Acknowledged.IsZero() || !f.TheirMeeting.IsZero() || f.TheirResult != ""
}

func readKind(s string) MotionKind {
	for _, k := range []MotionKind{EmergencyMotion, ContemporaryMotion, RuleChange, Procedural, Donation, Affiliation, Composite} {
		if Fold(string(k)) == Fold(s) {
			return k
		}
	}
	return OrdinaryMotion
}

func readTags(s string) []string {
	var out []string
	for t := range strings.SplitSeq(s, ",") {
		if t = strings.TrimSpace(t); t != "" {
			out = append(out, t)
		}
	}
	return out
}

// readFollows reads what followsWords writes.
func readFollows(s string) []ListedLink {
	var out []ListedLink
	for part := range strings.SplitSeq(s, ";") {
		part = strings.TrimSpace(part)
		for _, is := range []string{"resubmission of", "composite of", "supersedes", "rescinds", "went into"} {
			rest, ok := strings.CutPrefix(part, is+" ")
			if !ok {
				continue
			}
			for ref := range strings.SplitSeq(strings.ReplaceAll(rest, " and ", ", "), ",") {
				if ref = strings.TrimSpace(ref); ref != "" {
					out = append(out, ListedLink{is, ref})
				}
			}
		}
	}
	return out
}

var (
	htmlEntity = regexp.MustCompile(`&(?:[A-Za-z]{2,8}|#\d{1,6});`)
	htmlTag    = regexp.MustCompile(`(?i)</?(?:p|br|b|i|u|em|strong|span|div|ol|ul|li|h[1-6]|a|blockquote)\b[^<>]*>`)
	listItem   = regexp.MustCompile(`(?i)<li\b[^<>]*>`)
	numberList = regexp.MustCompile(`(?is)<ol\b[^<>]*>(.*?)</ol>`)
	htmlBreak  = regexp.MustCompile(`(?i)</?(?:p|div|ol|ul|h[1-6]|blockquote)\b[^<>]*>`)
	htmlLine   = regexp.MustCompile(`(?i)<br\b[^<>]*>|</li>`)
)

// PlainText returns the words of a text that another program may have kept as HTML: paragraphs with blank lines between
// them, numbered lists with their numbers, and letters in place of entities. A text without any is only trimmed.
func PlainText(s string) string {
	s = strings.TrimSpace(s)
	if !htmlTag.MatchString(s) {
		return htmlEntity.ReplaceAllStringFunc(s, html.UnescapeString)
	}
	s = strings.NewReplacer("\r\n", " ", "\n", " ").Replace(s)
	s = numberList.ReplaceAllStringFunc(s, func(list string) string {
		n := 0
		return listItem.ReplaceAllStringFunc(list, func(string) string {
			n++
			return fmt.Sprintf("%d. ", n)
		})
	})
	s = listItem.ReplaceAllString(s, "- ")
	s = htmlLine.ReplaceAllString(htmlBreak.ReplaceAllString(s, "\n\n"), "\n")
	s = html.UnescapeString(htmlTag.ReplaceAllString(s, ""))
	var out []string
	for _, p := range Paragraphs(s) {
		var lines []string
		for line := range strings.SplitSeq(p, "\n") {
			if line = strings.Join(strings.Fields(line), " "); line != "" {
				lines = append(lines, line)
			}
		}
		if len(lines) > 0 {
			out = append(out, strings.Join(lines, "\n"))
		}
	}
	return strings.Join(out, "\n\n")
}
