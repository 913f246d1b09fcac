package settings

import (
	"bytes"
	"context"
	"errors"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"branchbook/data"
	"branchbook/data/book"
	"branchbook/screens/place"
	"branchbook/screens/place/placetest"
)

const phrase = "kettle on the landing"

// desk is a secretary's computer in a test: a real book, and the program's side of the settings.
type desk struct {
	t      *testing.T
	book   *book.Book
	code   string
	look   look
	shelf  copies
	shell  *placetest.Shell
	papers *papers
	*Model
}

func evening() time.Time { return time.Date(2026, 5, 4, 20, 12, 0, 0, time.Local) }

func newDesk(t *testing.T) *desk {
	t.Helper()
	b, code, err := book.Create(filepath.Join(t.TempDir(), "book-1"), phrase,
		data.Branch{Name: "Millbrook & Canalside", CLP: "Northgate CLP", Wards: []string{"Millbrook", "Canalside"}, Structure: data.Delegates},
		book.Options{WorkFactor: 1, Now: evening})
	must(t, err)
	t.Cleanup(func() { must(t, b.Close()) })
	d := &desk{t: t, book: b, code: code, look: look{size: 100, lock: 10, scheme: "light"}, shell: &placetest.Shell{}, papers: &papers{}}
	d.shelf.of = d
	d.Model = NewModel(d.deps())
	must(t, d.Load())
	return d
}

func (d *desk) deps() Deps {
	return Deps{
		Book: d.book, Shell: d.shell, Look: &d.look, Copies: &d.shelf, Papers: d.papers, Now: evening,
		About: About{Version: "1.0", Licences: "MIT", Keys: func() []place.Command { return nil }},
	}
}

// look remembers what was chosen.
type look struct {
	scheme     string
	size, lock int
}

func (l *look) Scheme() string       { return l.scheme }
func (l *look) SetScheme(s string)   { l.scheme = s }
func (l *look) TextSize() int        { return l.size }
func (l *look) SetTextSize(size int) { l.size = size }
func (l *look) LockAfter() int       { return l.lock }
func (l *look) SetLockAfter(m int)   { l.lock = m }

// copies keeps copies of the desk's book in memory.
type copies struct {
	of     *desk
	made   []DatedCopy
	second string
}

func (c *copies) Folder() string              { return "backups, in the folder of the book." }
func (c *copies) Dated() ([]DatedCopy, error) { return c.made, nil }
func (c *copies) SecondPlace() string         { return c.second }
func (c *copies) ForgetSecondPlace()          { c.second = "" }

func (c *copies) ChooseSecondPlace(then func()) {
	c.second = "the blue USB stick"
	then()
}

func (c *copies) BackUp(then func(error)) {
	copied := c.copy()
	c.made = append([]DatedCopy{{Copy: copied, Made: evening(), Size: int64(len(copied.file))}}, c.made...)
	then(nil)
}

func (c *copies) Choose(then func(Copy)) { then(c.copy()) }

func (c *copies) copy() copied {
	var file bytes.Buffer
	_, err := c.of.book.Backup(&file)
	must(c.of.t, err)
	return copied{file.Bytes()}
}

type copied struct{ file []byte }

func (c copied) Name() string { return "copy.zip" }

func (c copied) Prove(_ context.Context, secret string, _ place.Report) (book.Counts, error) {
	return book.Prove(bytes.NewReader(c.file), int64(len(c.file)), secret)
}

// members puts so many members of long standing, and one who joined last week, into the book, and plans a meeting.
func (d *desk) members(n int) {
	d.t.Helper()
	must(d.t, d.book.Change("bring in a list", func(tx *book.Tx) error {
		for i := range n {
			p := data.Person{ID: data.PersonID(tx.NewID()), First: "Ada", Last: "Member", Status: data.Member, Joined: day(2015, 1, 1)}
			if i == 0 {
				p.Joined = day(2026, 4, 28)
			}
			if err := tx.People.Put(p); err != nil {
				return err
			}
		}
		return tx.Meetings.Put(data.Meeting{ID: data.MeetingID(tx.NewID()), Kind: data.Ordinary, Date: day(2026, 5, 14), Status: data.Planned})
	}))
}

func day(y, m, d int) data.Date { return data.MustDate(y, time.Month(m), d) }

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func want[T comparable](t *testing.T, got, wanted T) {
	t.Helper()
	if got != wanted {
		t.Errorf("got %v, want %v", got, wanted)
	}
}

func (d *desk) rule(key string) ruleRow {
	d.t.Helper()
	for _, r := range d.Rules {
		if r.key == key {
			return r
		}
	}
	d.t.Fatalf("no rule %q", key)
	return ruleRow{}
}

func (d *desk) set(key, value string, from data.Date, source string) string {
	d.t.Helper()
	must(d.t, d.Open(key))
	must(d.t, d.Preview(value, from, source))
	said, err := d.Keep()
	must(d.t, err)
	return said
}

func TestARuleChangedFromADayLeavesEarlierMeetingsTheirFigures(t *testing.T) {
	d := newDesk(t)
	said := d.set("quorum", "10 voters", day(2026, 5, 14), "Branch vote, 9 April")
	want(t, said, "Quorum of a meeting is 10 voters from Thu 14 May 2026.")
	row := d.rule("quorum")
	want(t, row.value+" "+row.from+" "+row.source, "10 voters 14 May 2026 Branch vote, 9 April")
	d.ShowOn(day(2026, 5, 13))
	want(t, d.rule("quorum").value, "5% of eligible members")
	want(t, len(d.Versions), 1)
	want(t, d.Versions[0].altered, "Quorum of a meeting: 10 voters")
}

func TestTheEffectOfAQuorumIsSaidBeforeItIsKept(t *testing.T) {
	d := newDesk(t)
	d.members(201)
	must(t, d.Open("quorum"))
	must(t, d.Preview("5% of all members", day(2026, 5, 14), ""))
	want(t, d.Editing.Effect.Title, "Quorum for 14 May: 11 instead of 10")
	if !strings.Contains(d.Editing.Effect.Sum, "5% of all 201") || !strings.Contains(d.Editing.Effect.Sum, "It was 5% of 200") {
		t.Errorf("the sum is %q", d.Editing.Effect.Sum)
	}
	must(t, d.Preview("5%", day(2026, 5, 14), ""))
	want(t, d.Editing.Effect.Title, "Quorum for 14 May: 10, as before")
	want(t, d.rule("quorum").value, "5% of eligible members")
}

func TestEachRuleSaysWhatChangingItComesTo(t *testing.T) {
	d := newDesk(t)
	d.members(100)
	for key, c := range map[string]struct{ value, title string }{
		"notice":              {"10 days", "Notice of 14 May out by: Mon 4 May 2026 instead of Thu 7 May 2026"},
		"motions":             {"7 days", "Motions for 14 May in by: Thu 7 May 2026 instead of Thu 30 Apr 2026"},
		"seats":               {"1 per 20", "Seats on the General Committee: 5 instead of 7"},
		"seats.extra":         {"1 under 27 if 1 or more", "Seats on the General Committee: 7, as before"},
		"seats.reserved":      {"1 secretary, 1 youth", "Open seats on the General Committee: 5 instead of 7"},
		"eligibility.arrears": {"can vote", "Quorum for 14 May: 5, as before"},
		"length":              {"no limit", "From 4 May 2026: no limit instead of 2 hours"},
		"majority.casting":    {d.rule("majority.casting").choices[0], ""},
		"eligibility":         {"none", "Quorum for 14 May: 5, as before"},
		"quorum.wait":         {"30 minutes", "Wait for a quorum: 30 minutes, as before"},
		"delegation":          {"at least 2", "From 4 May 2026: at least 2 instead of at least half"},
	} {
		must(t, d.Open(key))
		must(t, d.Preview(c.value, day(2026, 5, 4), ""))
		want(t, d.Editing.Wrong, "")
		if c.title != "" {
			want(t, d.Editing.Effect.Title, c.title)
		}
	}
}

func TestBandsOfMembershipShowTheirSumBeforeTheyAreKept(t *testing.T) {
	d := newDesk(t)
	d.members(100)
	must(t, d.Open("seats"))
	must(t, d.Preview("1-50: 2, 51-80: 3, then 1 per further 100, or part, at most 6", day(2026, 5, 4), "Letter from the CLP"))
	want(t, d.Editing.Wrong, "")
	want(t, d.Editing.Effect.Title, "Seats on the General Committee: 4 instead of 7")
	if sum := "100 members: 3 for the first 80, and 20 ÷ 100 = 0.2, rounded up: 1 more; in all 4 seats."; !strings.HasPrefix(d.Editing.Effect.Sum, sum) {
		t.Errorf("the sum is %q", d.Editing.Effect.Sum)
	}
	_, err := d.Keep()
	must(t, err)
	want(t, d.rule("seats").value, "1 to 50: 2, 51 to 80: 3, then 1 per further 100, or part, at most 6")
}

func TestAbsurdRulesAreRefusedWithASentence(t *testing.T) {
	d := newDesk(t)
	for _, c := range []struct{ key, value, say string }{
		{"notice", "9000 days", "Notice of a meeting: 9000 days cannot be right. Write a number of days from 0 to 365."},
		{"quorum", "half the hall", `Quorum of a meeting: "half the hall" could not be read. Write it like 5% of eligible members, 5% of all members, or 10 voters.`},
		{"length", "", `Length of a meeting: "" could not be read. Write it like 2 hours, or no limit.`},
	} {
		must(t, d.Open(c.key))
		must(t, d.Preview(c.value, day(2026, 5, 14), ""))
		want(t, d.Editing.Wrong, c.say)
		_, err := d.Keep()
		want(t, data.Say(err), c.say)
		want(t, d.Editing.Key, c.key)
	}
	must(t, d.Preview("7 days", data.Date{}, ""))
	want(t, d.Editing.Wrong, "Write the day from which it holds: 14/5, or 14 May 2026.")
	want(t, len(d.Versions), 0)
}

func TestRulesThatBeginLaterStayAsTheyAreAndThatIsSaid(t *testing.T) {
	d := newDesk(t)
	d.set("length", "3 hours", day(2027, 1, 1), "")
	must(t, d.Open("length"))
	must(t, d.Preview("1 hour", day(2026, 6, 1), ""))
	if !strings.HasSuffix(d.Editing.Effect.Sum, "The rules from 1 Jan 2027 stay as they are.") {
		t.Errorf("it says %q", d.Editing.Effect.Sum)
	}
	_, err := d.Keep()
	must(t, err)
	d.ShowOn(day(2027, 1, 1))
	want(t, d.rule("length").value, "3 hours")
}

func TestAWarningIsSwitchedOffAndTheRuleStaysAsItWas(t *testing.T) {
	d := newDesk(t)
	said, err := d.Warn("notice", false)
	must(t, err)
	want(t, said, "Notice of an ordinary meeting: the warning is off.")
	row := d.rule("notice")
	want(t, row.warn, false)
	want(t, row.value+" "+row.from, "7 days before always")
	_, err = d.Warn("majority", false)
	want(t, data.Say(err), "A motion is carried by: there is no warning to switch.")
}

func TestARuleIsTakenBackByUndo(t *testing.T) {
	d := newDesk(t)
	d.set("quorum", "10", day(2026, 5, 4), "")
	n, err := d.book.Undo()
	must(t, err)
	if !strings.Contains(n.What, "set quorum of a meeting to 10 voters from 4 May 2026") {
		t.Errorf("undo says %q", n.What)
	}
	must(t, d.Load())
	want(t, d.rule("quorum").value, "5% of eligible members")
}

func TestTheDetailsOfTheBranchAreKept(t *testing.T) {
	d := newDesk(t)
	f := d.Branch
	f.Wards, f.Venue, f.Starts = "Millbrook; Lock Road", " Canalside Hall ", data.MustTime(19, 30)
	said, err := d.KeepBranch(f)
	must(t, err)
	want(t, said, "Details of Millbrook & Canalside kept.")
	want(t, d.Branch.Wards+"|"+d.Branch.Venue+"|"+d.Branch.Starts.String(), "Millbrook, Lock Road|Canalside Hall|7.30pm")
	said, err = d.KeepBranch(d.Branch)
	must(t, err)
	want(t, said, "")
	f.Name = " "
	_, err = d.KeepBranch(f)
	want(t, data.Say(err), "The book needs the name of your branch.")
	f.Name, f.Email = "Millbrook", "secretary at millbrook"
	_, err = d.KeepBranch(f)
	want(t, data.Say(err), "An address of email has an @ in it: secretary@yourbranch.org. Correct it, or leave it empty.")
}

func TestThePassphraseIsChangedOnlyWithTheOldOne(t *testing.T) {
	d := newDesk(t)
	for _, c := range []struct{ old, first, again, say string }{
		{phrase, "kettle", "kettle", "The new passphrase is too short to keep anyone out. Take three or four words that you will remember."},
		{phrase, "another kettle", "another kettl", "The two new passphrases differ. Type them again; Alt+S shows the letters."},
		{"not it", "another kettle", "another kettle", "That is not the passphrase or the recovery code of this book. Nothing was changed. Check Caps Lock, and try again."},
	} {
		_, err := d.ChangePassphrase(c.old, c.first, c.again)
		want(t, data.Say(err), c.say)
	}
	said, err := d.ChangePassphrase(d.code, "another kettle", "another kettle")
	must(t, err)
	want(t, said, "Passphrase changed. Copies made before now keep the old one.")
}

func TestACopyIsProvedAgainstTheBook(t *testing.T) {
	d := newDesk(t)
	d.members(3)
	c := d.shelf.copy()
	run := func(secret string) (failed error) {
		place.Inline{}.Run(d.proving(c, secret, func(err error) { failed = err }))
		return failed
	}
	if err := run("not it"); err == nil || d.Safety.Proof.Title != "" {
		t.Errorf("a wrong passphrase proved it: %v", err)
	}
	must(t, run(phrase))
	want(t, d.Safety.Proof.Title, "Proved: this copy opens and matches")
	want(t, d.Safety.Proof.Counts[0].words(), "3, the same as now")
	d.members(2)
	must(t, run(phrase))
	want(t, d.Safety.Proof.Title, "Proved: this copy opens, and is older than the book")
	want(t, d.Safety.Proof.Counts[0].words(), "3, and 5 now")
}

func TestTheCheckSaysThatEverythingIsAsItWasWritten(t *testing.T) {
	d := newDesk(t)
	var failed error
	place.Inline{}.Run(d.checking(func(err error) { failed = err }))
	must(t, failed)
	want(t, d.Safety.Sound, true)
	want(t, d.Safety.Checked[len(d.Safety.Checked)-1], "Everything is as it was written.")
}

func TestTheHistorySaysWhatWasDoneAndWhen(t *testing.T) {
	d := newDesk(t)
	d.set("quorum", "10", day(2026, 5, 4), "")
	must(t, d.LoadSafety())
	h := d.Safety.History
	want(t, h[0].when+" "+h[0].what, "Mon 4 May 2026, 8.12pm set quorum of a meeting to 10 voters from 4 May 2026")
	want(t, h[len(h)-1].what, "begin the book")
	want(t, d.Safety.More, false)
}

func TestWhatTheDiskWillNotSayIsAProblem(t *testing.T) {
	d := newDesk(t)
	full := data.NewProblem("The folder of copies cannot be read.", errors.New("denied"))
	d.Model.copies = broken{full}
	want(t, data.Say(d.LoadSafety()), "The folder of copies cannot be read.")
}

type broken struct{ err error }

func (b broken) Folder() string              { return "" }
func (b broken) Dated() ([]DatedCopy, error) { return nil, b.err }
func (b broken) SecondPlace() string         { return "" }
func (b broken) ForgetSecondPlace()          {}
func (b broken) ChooseSecondPlace(func())    {}
func (b broken) BackUp(func(error))          {}
func (b broken) Choose(func(Copy))           {}
