package ballot

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"branchbook/data"
	"branchbook/data/book"
	"branchbook/data/count"
)

var june11 = data.MustDate(2026, time.June, 11)

// table is where two people sit with the pile, on the evening of Thu 11 June 2026.
type table struct {
	*Model
	t    testing.TB
	book *book.Book
}

// sit opens a book with one contest under way.
func sit(t testing.TB, c data.Contest, surnames ...string) *table {
	t.Helper()
	now := func() time.Time { return june11.Midnight().Add(20 * time.Hour) }
	branch := data.Branch{Name: "Millbrook & Canalside Branch", CLP: "Northgate CLP", Structure: data.Delegates}
	b, _, err := book.Create(filepath.Join(t.TempDir(), "book-1"), "a long walk to the hall", branch, book.Options{WorkFactor: 1, Now: now})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { b.Close() })
	c.ID, c.Meeting, c.Kind, c.Method = "c1", "m1", data.Elects, data.SecretBallot
	if c.Status == "" {
		c.Status = data.NominationsClosed
	}
	err = b.Change("set the scene", func(tx *book.Tx) error {
		if err := tx.Meetings.Put(data.Meeting{ID: "m1", Kind: data.AGM, Date: june11, Status: data.InSession}); err != nil {
			return err
		}
		for i, s := range surnames {
			first, last, ok := strings.Cut(s, " ")
			if !ok {
				first, last = "", s
			}
			id := data.PersonID(fmt.Sprintf("p%d", i+1))
			if err := tx.People.Put(data.Person{ID: id, First: first, Last: last, Status: data.Member}); err != nil {
				return err
			}
			c.Nominees = append(c.Nominees, data.Nominee{Person: id, Number: i + 1})
		}
		return tx.Contests.Put(c)
	})
	if err != nil {
		t.Fatal(err)
	}
	s := &table{NewModel(b), t, b}
	if err := s.Open("c1"); err != nil {
		t.Fatal(err)
	}
	return s
}

// delegates are two places by STV, four candidates, with 15 ballots issued and the typing begun.
func delegates(t testing.TB) *table {
	s := sit(t, data.Contest{Title: "delegates to the General Committee", Places: 2, Rule: data.BySTV},
		"Siân Llewellyn", "Aoife Bhriain", "Zoë Okafor", "Halina Tokarczuk")
	s.begin(15)
	return s
}

func (s *table) begin(issued int) {
	s.t.Helper()
	if _, err := s.Begin(); err != nil {
		s.t.Fatal(err)
	}
	if _, err := s.PutHanded(Handed{Issued: issued, TypedBy: "Jean Whitcombe", CheckedBy: "Grace Mbeki"}); err != nil {
		s.t.Fatal(err)
	}
}

// types enters lines, one ballot each.
func (s *table) types(lines ...string) {
	s.t.Helper()
	for _, l := range lines {
		if _, _, err := s.Enter(l); err != nil {
			s.t.Fatalf("%q: %v", l, err)
		}
	}
	s.count()
}

func (s *table) count() {
	if s.Uncounted() {
		s.PutCounted(s.Counting()())
	}
}

// refuses says what a line is answered with.
func (s *table) refuses(line string) string {
	s.t.Helper()
	_, cleared, err := s.Enter(line)
	if err == nil || cleared {
		s.t.Fatalf("%q was taken", line)
	}
	return err.Error()
}

func (s *table) kept() []data.Ballot {
	s.t.Helper()
	var all []data.Ballot
	err := s.book.Read(func(r *book.Reading) (err error) {
		all, err = r.Ballots.Of("c1")
		return err
	})
	if err != nil {
		s.t.Fatal(err)
	}
	return all
}

func (s *table) states() string {
	var out []string
	for i := range s.Rows() {
		r := s.Row(i)
		out = append(out, fmt.Sprintf("%d %s|%s|%s", r.Number, r.First, r.Second, r.State.Text))
	}
	return strings.Join(out, "; ")
}

var fifteen = []string{"3 4", "3 4", "3 1", "3 4 1 2", "3 4", "3 2", "3 4", "4 3 1", "4 1", "4 2", "4", "1 4", "1 2", "2 1", "2 4"}

func TestAPileIsTypedTwiceAndCloses(t *testing.T) {
	s := delegates(t)
	s.types(fifteen...)
	if got := s.Card(); s.Progress() != "15 of 15 typed" || !strings.Contains(got.Hint, "Alt+2 begins the second entry") {
		t.Errorf("card %+v", got)
	}
	if _, err := s.Close(""); err == nil || !strings.HasPrefix(err.Error(), "Type 15 more ballots a second time. Or type why") {
		t.Fatalf("closed with %v", err)
	}
	if err := s.EnterAs(true); err != nil {
		t.Fatal(err)
	}
	s.types(fifteen...)
	if !s.Pile().Whole() || s.At() != 0 || s.Progress() != "15 of 15: 15 match, 0 differ" {
		t.Fatalf("missing %q, at %d, %s", s.Missing(), s.At(), s.Progress())
	}
	c := s.Count()
	if c.State.Text != "Complete" || !strings.HasPrefix(c.Outcome, "Elected: Zoë Okafor and ") || c.Rows[0].State.Text != "Elected" {
		t.Errorf("count %+v", c)
	}
	if _, err := s.Close(""); err != nil {
		t.Fatal(err)
	}
	s.count()
	if s.Count().State.Text != "Closed" || s.Card().Typing {
		t.Error("the round is open still")
	}
	if got := s.refuses("3"); got != "No ballots are typed now. Begin the round first, or open it again." {
		t.Error(got)
	}
}

func (s *table) refresh() {
	s.t.Helper()
	if _, err := s.Refresh(); err != nil {
		s.t.Fatal(err)
	}
	s.count()
}

func TestTheSecondEntryIsBlind(t *testing.T) {
	s := delegates(t)
	s.types("3 1 2", "b", "4")
	if err := s.EnterAs(true); err != nil {
		t.Fatal(err)
	}
	if got := s.states(); got != "1 hidden||Being entered; 2 hidden||Typed once; 3 hidden||Typed once" {
		t.Error(got)
	}
	if strings.Contains(s.Card().Hint, "3 1 2") {
		t.Errorf("the first entry shows in the hint: %s", s.Card().Hint)
	}
	s.types("3 1 2", "4")
	if got := s.states(); got != "1 3 1 2|3 1 2|Match; 2 spoilt: blank|4|Differ; 3 hidden||Being entered" {
		t.Error(got)
	}
	if err := s.GoTo(3); err != nil || s.Away() || strings.Contains(s.Card().Hint, "typed as 4") {
		t.Errorf("going to a ballot shows its first entry: %+v, %v", s.Card(), err)
	}
}

func TestABallotThatDiffersIsSettledFromTheSlip(t *testing.T) {
	s := delegates(t)
	s.types("3 1", "2 1 4")
	if err := s.EnterAs(true); err != nil {
		t.Fatal(err)
	}
	s.types("3 1", "2 4 1")
	if got := strings.Join(s.Missing(), " "); got != "Settle ballot 2. 13 ballots are not accounted for of 15 issued: type them, or say how many were not cast." {
		t.Error(got)
	}
	if _, err := s.Close("in a hurry"); err == nil {
		t.Error("a ballot that differs was closed over")
	}
	s.types("d")
	if c := s.Card(); c.Heading != "Settle ballot 2" || !strings.HasPrefix(c.Hint, "First 2 1 4; second 2 4 1. Look at the slip again") {
		t.Errorf("%+v", c)
	}
	s.types("2 1")
	if got := s.states(); got != "1 3 1|3 1|Match; 2 2 1 4|2 4 1|Settled: 2 1" {
		t.Error(got)
	}
	what, _, _ := s.book.Undoable()
	if what != "settle ballot 2" {
		t.Errorf("undo would take back %q", what)
	}
}

func TestEachBallotIsOneChange(t *testing.T) {
	s := delegates(t)
	s.types("3 1", "s 2")
	for _, want := range []string{"type ballot 2", "type ballot 1"} {
		what, _, _ := s.book.Undoable()
		if what != want {
			t.Errorf("undo would take back %q, want %q", what, want)
		}
		if _, err := s.book.Undo(); err != nil {
			t.Fatal(err)
		}
		s.refresh()
	}
	if s.Rows() != 0 || s.At() != 1 {
		t.Errorf("%d rows, at %d", s.Rows(), s.At())
	}
	if _, err := s.book.Redo(); err != nil {
		t.Fatal(err)
	}
	s.refresh()
	if s.At() != 2 || s.states() != "1 3 1||Typed once" {
		t.Errorf("at %d: %s", s.At(), s.states())
	}
}

func TestABallotIsAddedToThePileWithoutReadingTheOthers(t *testing.T) {
	s := delegates(t)
	s.types("3", "4")
	s.pile[0].Revision = -1 // a reading would put this right
	s.types("1")
	if s.pile[0].Revision != -1 {
		t.Error("the pile was read again")
	}
	s.seen = 0
	s.refresh()
	if got, kept := s.pile, s.kept(); !cmp.Equal(got, kept) {
		t.Errorf("the pile in memory is not that of the book: %s", cmp.Diff(kept, got))
	}
	s.types("#2", "2 1")
	if got, kept := s.pile, s.kept(); !cmp.Equal(got, kept) {
		t.Errorf("after a correction: %s", cmp.Diff(kept, got))
	}
}

func TestWordsAndDigitsDoWhatTheKeysDo(t *testing.T) {
	s := delegates(t)
	s.types("b", "s 2", "spoilt 4")
	s.types("s")
	if !s.Spoiling() || s.Choices("")[2].Name != "Intention not clear" {
		t.Errorf("reasons %+v", s.Choices(""))
	}
	s.types("3", "314", "back", "2 1", "#1", "3")
	const want = "1 3||Typed once; 2 spoilt: too many marks||Typed once; 3 spoilt: voter identified||Typed once; " +
		"4 spoilt: intention not clear||Typed once; 5 2 1||Typed once"
	if got := s.states(); got != want {
		t.Error(got)
	}
	if s.At() != 6 {
		t.Errorf("goes on at %d", s.At())
	}
	for line, want := range map[string]string{
		"7": "There is no 7 on this ballot.", "1 1": "1 stands there twice. If the slip says so too, enter it as spoilt.",
		"s 9": "Type the digit of a reason, 1 to 5.", "#40": "Ballot 40 is not typed yet.", "d": "No ballot differs.",
		"": "Type the numbers on the slip, or enter it as blank.", "#x": "Type # and the number of the ballot, such as #7.",
	} {
		if got := s.refuses(line); got != want {
			t.Errorf("%q: %s", line, got)
		}
	}
}

func TestChoicesLightUpAsTheyAreTyped(t *testing.T) {
	s := delegates(t)
	said := func(typed string) string {
		var out []string
		for _, c := range s.Choices(typed) {
			out = append(out, c.Said)
		}
		return strings.Join(out, ",")
	}
	for typed, want := range map[string]string{
		"": ",,,", "3": "no preference,no preference,1st choice,no preference", "3 1 2": "2nd choice,3rd choice,1st choice,no preference",
		"31": "2nd choice,no preference,1st choice,no preference", "s 2": ",,,", "9": ",,,",
	} {
		if got := said(typed); got != want {
			t.Errorf("%q: %s, want %s", typed, got, want)
		}
	}
	if got := s.Echo("3 1"); got != "1st Zoë Okafor, 2nd Siân Llewellyn" {
		t.Error(got)
	}
}

func TestATakenOutBallotLeavesItsNumberFree(t *testing.T) {
	s := delegates(t)
	s.types("3", "3", "4")
	if _, err := s.TakeOut(); err == nil {
		t.Error("a ballot that nobody went to was taken out")
	}
	s.types("#2")
	if _, err := s.TakeOut(); err != nil {
		t.Fatal(err)
	}
	if s.At() != 2 {
		t.Errorf("goes on at %d", s.At())
	}
	s.types("1")
	if got := s.states(); !strings.HasPrefix(got, "1 3||Typed once; 2 1|") || s.At() != 4 {
		t.Errorf("at %d: %s", s.At(), got)
	}
}

// Scenario 12: thirteen places, sixteen nominees, up to thirteen marks; the last place ties and a lot is possible.
func TestUpToThirteenMarks(t *testing.T) {
	names := strings.Fields("Benkhelifa Dunne Mbeki Wisniewski Okafor Adeyemi Tokarczuk Chandrasekar Sorensen Keogh Carrick Cardenas Yildiz Bhriain Llewellyn Prosser")
	s := sit(t, data.Contest{Title: "GC delegates", Places: 13, Rule: data.ByMostVotes}, names...)
	s.begin(3)
	s.types("1 2 3 4 5 6 7 8 9 10 11 12 13", "1 2 3 4 5 6 7 8 9 10 11 12 14")
	if got := s.refuses("1 2 3 4 5 6 7 8 9 10 11 12 13 14"); !strings.HasPrefix(got, "14 marks, but a ballot has at most 13.") {
		t.Error(got)
	}
	s.types("b")
	c := s.Count()
	if c.Heading != "Votes" || c.Stages[0].Name != "Votes" || c.Rows[0].Figures[0].Now != "2" || c.Balance != "2 valid + 1 spoilt = 3 issued" {
		t.Errorf("%+v", c)
	}
	if !strings.HasPrefix(c.Tie, "Yildiz and Bhriain tie: nothing earlier says who is elected.") {
		t.Errorf("tie %q", c.Tie)
	}
	d, ok := s.Draw()
	if !ok || len(d.Names) != 2 {
		t.Fatalf("draw %+v", d)
	}
	if _, err := s.PutDraw(d, 1, " "); err == nil {
		t.Error("a lot that nobody drew")
	}
	if said, err := s.PutDraw(d, 1, "June Ashworth"); err != nil || !strings.HasPrefix(said, "The lot fell on") {
		t.Fatalf("%q, %v", said, err)
	}
	s.count()
	if s.Count().Tie != "" || len(s.counted.Tally.Elected) != 13 {
		t.Errorf("after the lot: %+v", s.counted.Tally)
	}
}

func TestRoundsFollowOneAnother(t *testing.T) {
	s := sit(t, data.Contest{Title: "Chair", Places: 1, Rule: data.ByRounds}, "A Dunne", "B Mbeki", "C Carrick")
	s.begin(5)
	s.types("1", "1", "2", "2", "3")
	if got := s.Count().Outcome; got != "Out after this round: C Carrick." {
		t.Error(got)
	}
	if _, err := s.Close("counted by hand as well"); err != nil {
		t.Fatal(err)
	}
	s.count()
	if start, ok := s.Start(); !ok || start.Button != "Begin the next round" {
		t.Fatalf("%+v", start)
	}
	s.begin(5)
	if got := s.refuses("3"); got != "There is no 3 on this ballot." {
		t.Error(got)
	}
	s.types("1", "1", "1", "2", "2")
	if got := s.Count().Outcome; got != "Elected if nothing changes: A Dunne." {
		t.Error(got)
	}
	if n := len(s.kept()); n != 10 {
		t.Errorf("%d ballots are kept", n)
	}
}

func TestTypedTotalsGiveWayToBallots(t *testing.T) {
	s := sit(t, data.Contest{Title: "Chair", Places: 1, Rule: data.ByMostVotes, Status: data.Voting,
		Rounds: []data.Round{{Places: 1, Standing: []int{0, 1}, Issued: 5, Valid: 5, Votes: map[int]int{0: 3, 1: 2}}}}, "A Dunne", "B Mbeki")
	start, _ := s.Start()
	if start.Button != "Type the ballots instead" {
		t.Fatalf("%+v", start)
	}
	s.refuses("1")
	if _, err := s.Begin(); err != nil {
		t.Fatal(err)
	}
	s.types("2")
	if r := s.current(); len(r.Votes) != 0 || r.Issued != 5 || s.counted.Tally.Rounds[0].Votes[1] != 1 {
		t.Errorf("%+v", r)
	}
}

func TestNothingIsTypedWithoutARuleOrABallot(t *testing.T) {
	for want, s := range map[string]*table{
		"No rule is chosen":   sit(t, data.Contest{Title: "Chair", Places: 1}, "A Dunne", "B Mbeki"),
		"No ballot is needed": sit(t, data.Contest{Title: "Chair", Places: 1, Rule: data.ByMostVotes}, "A Dunne"),
	} {
		start, needed := s.Start()
		if !needed || start.Title != want || start.Button != "" {
			t.Errorf("%+v", start)
		}
		if _, err := s.Begin(); err == nil {
			t.Errorf("%s, and it was begun", want)
		}
	}
}

func TestTheSameBallotsUnderAnotherRule(t *testing.T) {
	s := delegates(t)
	s.types(fifteen...)
	others := s.Others()
	if len(others) != 1 || others[0].Rule != string(data.BySTVScottish) || others[0].Count.Quota != "6" || len(others[0].Count.Rows) != 6 {
		t.Fatalf("%+v", others)
	}
	if got := s.Count().Quota; got != "5" {
		t.Errorf("ERS97's quota of 15 for 2 places is %s", got)
	}
	av := sit(t, data.Contest{Title: "Chair", Places: 1, Rule: data.ByPreference}, "A Dunne", "B Mbeki", "C Carrick")
	av.begin(9)
	av.types("1", "1", "1", "1", "2", "2", "2", "3 2", "3 2")
	if got := av.Count().Outcome; got != "Elected: B Mbeki." && got != "Elected if nothing changes: B Mbeki." {
		t.Error(got)
	}
	if o := av.Others()[0]; o.Count.Outcome != "Elected if nothing changes: A Dunne." {
		t.Errorf("by most first preferences: %+v", o)
	}
}

func TestBallotsComeFromAFileInOneChange(t *testing.T) {
	s := delegates(t)
	e, err := count.ReadBLT(strings.NewReader("4 2\n7 1 2 0\n4 2 0\n3 3 1 0\n1 0\n0\n\"Okafor, Zoë\"\n\"Halina Tokarczuk\"\n\"Siân Llewellyn\"\n\"Aoife Bhriain\"\n\"GC\"\n"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.BringIn(e); err == nil || !strings.HasPrefix(err.Error(), "Okafor, Zoë stands in this file") {
		t.Errorf("got %v", err)
	}
	e.Candidates[0] = "Z. Okafor"
	said, err := s.BringIn(e)
	if err != nil || said != "15 ballots brought in." {
		t.Fatalf("%q, %v", said, err)
	}
	s.count()
	if n := len(s.kept()); n != 15 || s.Row(0).First != "3 4" || s.Row(14).First != "spoilt: blank" {
		t.Errorf("%d kept: %s", n, s.states())
	}
	if _, err := s.BringIn(e); err == nil {
		t.Error("ballots of a file were mixed with those that are there")
	}
	if _, err := s.book.Undo(); err != nil {
		t.Fatal(err)
	}
	s.refresh()
	if s.Rows() != 0 || len(s.kept()) != 0 {
		t.Error("undo left some of them")
	}
}
