package door

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"branchbook/data"
	"branchbook/data/book"
	"branchbook/screens/place"
)

// shelf is the program's side of the door, with real books in a folder of the test.
type shelf struct {
	t       *testing.T
	dir     string
	names   []string
	code    string // of the book that was made last
	entered *book.Book
	chosen  Backup // what the file dialog answers; nil for a change of mind
	fail    error  // what Create answers
}

func newShelf(t *testing.T) *shelf {
	s := &shelf{t: t, dir: t.TempDir()}
	t.Cleanup(func() {
		if s.entered != nil {
			must(t, s.entered.Close())
		}
	})
	return s
}

func (s *shelf) next() string {
	s.names = append(s.names, fmt.Sprintf("book-%d", len(s.names)+1))
	return filepath.Join(s.dir, s.names[len(s.names)-1])
}

func options() book.Options { return book.Options{WorkFactor: 2} }

func (s *shelf) Names() []string { return slices.Clone(s.names) }

func (s *shelf) Create(_ context.Context, branch data.Branch, passphrase string) (*book.Book, string, error) {
	if s.fail != nil {
		return nil, "", s.fail
	}
	b, code, err := book.Create(s.next(), passphrase, branch, options())
	s.code = code
	return b, code, err
}

func (s *shelf) Example(ctx context.Context, report place.Report) (*book.Book, error) {
	report(3, 10)
	b, _, err := s.Create(ctx, data.Branch{Name: "Millbrook & Canalside", Structure: data.Delegates}, "example branch")
	return b, err
}

func (s *shelf) Unlock(_ context.Context, name, secret string, _ place.Report) (*book.Book, error) {
	return book.Open(filepath.Join(s.dir, name), secret, options())
}

func (s *shelf) ChooseBackup(then func(Backup)) {
	if s.chosen != nil {
		then(s.chosen)
	}
}

func (s *shelf) Enter(b *book.Book) { s.entered = b }

// lock closes the book that is entered.
func (s *shelf) lock() {
	s.t.Helper()
	must(s.t, s.entered.Close())
	s.entered = nil
}

// copied is a backup in memory.
type copied struct {
	of   *shelf
	file []byte
}

func (c copied) Name() string { return "2026-05-14 copy.zip" }

func (c copied) Restore(_ context.Context, secret string, _ place.Report) (*book.Book, error) {
	return book.Restore(bytes.NewReader(c.file), int64(len(c.file)), secret, c.of.next(), options())
}

func (s *shelf) door() *Model {
	return newModel(Deps{Books: s, Runner: place.Inline{}})
}

const phrase = "kettle on the landing"

func millbrook() newBook {
	return newBook{
		Branch: "Millbrook & Canalside", CLP: "Northgate CLP", Wards: "Millbrook, Canalside\nLock Road ",
		Secretary: "Nadia Benkhelifa", Structure: data.AllMembers, Passphrase: phrase, Again: phrase,
	}
}

// begun is a shelf with one book, closed.
func begun(t *testing.T) *shelf {
	s := newShelf(t)
	m := s.door()
	m.Create(millbrook())
	m.Written(true, last(s.code))
	if s.entered == nil {
		t.Fatalf("no book was made: %s", m.Wrong)
	}
	s.lock()
	return s
}

func last(code string) string { return code[strings.LastIndex(code, " ")+1:] }

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

func branchOf(t *testing.T, b *book.Book) data.Branch {
	t.Helper()
	if b == nil {
		t.Fatal("no book is open")
	}
	var branch data.Branch
	must(t, b.Read(func(r *book.Reading) (err error) {
		branch, err = r.Branch()
		return err
	}))
	return branch
}

func TestTheFirstRunOffersANewBook(t *testing.T) {
	m := newShelf(t).door()
	want(t, m.Page, welcomePage)
	want(t, m.Way, createWay)
	want(t, m.CanGoBack(), false)
}

func TestANewBookIsEnteredOnlyAfterItsCodeWasWrittenDown(t *testing.T) {
	s := newShelf(t)
	m := s.door()
	m.Create(millbrook())
	want(t, m.Page, codePage)
	want(t, strings.Join(slices.Concat(m.Code.Rows()...), " "), s.code)
	want(t, m.MayChoose(), false)

	m.Written(false, last(s.code))
	want(t, m.Wrong, "Write the code down first, and say that you have: it is not shown again.")
	m.Written(true, "")
	want(t, m.Wrong, "Type the last group of the code, from what you wrote down.")
	m.Written(true, "no such group")
	want(t, m.Wrong, "That is not the last group. Compare what you wrote down with the code, group by group.")
	want(t, s.entered == nil, true)

	m.Written(true, " "+strings.ToLower(last(s.code))+" ")
	branch := branchOf(t, s.entered)
	want(t, branch.Name, "Millbrook & Canalside")
	want(t, strings.Join(branch.Wards, "|"), "Millbrook|Canalside|Lock Road")
	want(t, branch.Structure, data.AllMembers)
	want(t, branch.Secretary, "Nadia Benkhelifa")
	want(t, len(m.Code.groups), 0)
}

func TestABookNeedsANameAndAPassphraseTypedTwice(t *testing.T) {
	for _, c := range []struct {
		of     func(*newBook)
		faults faults
	}{
		{func(n *newBook) { n.Branch = "  " }, faults{Branch: "The book needs the name of your branch."}},
		{func(n *newBook) { n.Passphrase = "" }, faults{Passphrase: "A book needs a passphrase. Three or four words that you will remember do well."}},
		{func(n *newBook) { n.Passphrase = "kettles" }, faults{Passphrase: "This is too short to keep anyone out. Take three or four words that you will remember."}},
		{func(n *newBook) { n.Again = "kettle on the landin" }, faults{Again: "The two passphrases differ. Type it again; Alt+S shows the letters."}},
	} {
		s := newShelf(t)
		m := s.door()
		n := millbrook()
		c.of(&n)
		m.Create(n)
		want(t, m.Faults, c.faults)
		want(t, m.Page, welcomePage)
		want(t, len(s.names), 0)
	}
}

func TestADiskThatTakesNoBookIsSaidInASentence(t *testing.T) {
	s := newShelf(t)
	s.fail = data.NewProblem("The disk is full, or nearly.", errors.New("no space"))
	m := s.door()
	m.Create(millbrook())
	want(t, m.Wrong, "The disk is full, or nearly.")
	want(t, m.Page, welcomePage)
	want(t, m.Working, working{})
}

func TestTheLockedDoorSaysNothingOfTheBook(t *testing.T) {
	s := begun(t)
	m := newModel(Deps{Books: s, Runner: place.Inline{}, Why: "Locked at 10.52pm. Everything was saved."})
	want(t, m.Page, unlockPage)
	want(t, m.Book, "book-1")
	if shown := fmt.Sprint(*m); strings.Contains(shown, "Millbrook") {
		t.Errorf("the door knows the branch: %s", shown)
	}
}

func TestAWrongPassphraseLeavesTheDoorLocked(t *testing.T) {
	s := begun(t)
	m := s.door()
	refused := 0
	m.refused = func() { refused++ }
	m.Unlock("kettle on the stairs")
	want(t, m.Wrong, "That is not the passphrase or the recovery code of this book. Nothing was changed. Check Caps Lock, and try again.")
	want(t, refused, 1)
	m.Unlock("")
	want(t, m.Wrong, "Type the passphrase of the book.")
	want(t, refused, 2)
	m.Unlock(phrase)
	want(t, m.Wrong, "")
	want(t, branchOf(t, s.entered).Name, "Millbrook & Canalside")
}

func TestTheRecoveryCodeLeadsToANewPassphrase(t *testing.T) {
	s := begun(t)
	code := s.code
	m := s.door()
	m.UseCode(true)
	m.Unlock(strings.ToLower(code))
	want(t, m.Page, passphrasePage)
	m.SetPassphrase("short", "short")
	want(t, m.Faults.Passphrase, "This is too short to keep anyone out. Take three or four words that you will remember.")
	want(t, s.entered == nil, true)
	m.SetPassphrase("another kettle altogether", "another kettle altogether")
	want(t, branchOf(t, s.entered).CLP, "Northgate CLP")
	s.lock()

	m = s.door()
	m.Unlock(phrase)
	want(t, s.entered == nil, true)
	m.Unlock("another kettle altogether")
	want(t, s.entered != nil, true)
}

func TestGoingBackFromTheNewPassphraseLocksTheBookAgain(t *testing.T) {
	s := begun(t)
	m := s.door()
	m.UseCode(true)
	m.Unlock(s.code)
	m.Back()
	want(t, m.Page, unlockPage)
	want(t, m.ByCode, false)
	m.Unlock(phrase)
	want(t, s.entered != nil, true)
}

func TestAmongSeveralBooksOneIsChosenByItsNeutralName(t *testing.T) {
	s := begun(t)
	m := s.door()
	m.Choose(createWay)
	n := millbrook()
	n.Branch, n.Passphrase, n.Again = "Lock Road", "a second kettle", "a second kettle"
	m.Create(n)
	m.Written(true, last(s.code))
	s.lock()

	m = s.door()
	want(t, strings.Join(m.Books, " "), "book-1 book-2")
	m.Select("book-2")
	m.Unlock("a second kettle")
	want(t, branchOf(t, s.entered).Name, "Lock Road")
}

func TestABackupIsRestoredBesideTheBook(t *testing.T) {
	s := begun(t)
	m := s.door()
	m.Unlock(phrase)
	var file bytes.Buffer
	_, err := s.entered.Backup(&file)
	must(t, err)
	s.lock()

	m = s.door()
	m.Choose(restoreWay)
	m.Restore(phrase)
	want(t, m.Wrong, "Choose the file of the backup first. It ends in .zip.")
	m.ChooseBackup()
	want(t, m.Backup, "")
	s.chosen = copied{s, file.Bytes()}
	m.ChooseBackup()
	want(t, m.Backup, "2026-05-14 copy.zip")
	m.Restore("not it at all")
	want(t, s.entered == nil, true)
	m.Restore(phrase)
	want(t, branchOf(t, s.entered).Name, "Millbrook & Canalside")
	want(t, filepath.Base(s.entered.Dir()) != "book-1", true)
}

func TestTheExampleIsOpenedWithoutAsking(t *testing.T) {
	s := newShelf(t)
	m := s.door()
	m.Choose(exampleWay)
	m.Example()
	want(t, branchOf(t, s.entered).Name, "Millbrook & Canalside")
}

// held runs a task when the test says so, as if it took long.
type held struct {
	task     place.Task
	canceled bool
}

func (h *held) Run(t place.Task) func() {
	h.task = t
	return func() { h.canceled = true }
}

func TestABookThatOpensAfterItWasCancelledIsClosedAgain(t *testing.T) {
	s := begun(t)
	h := &held{}
	m := newModel(Deps{Books: s, Runner: h})
	m.Unlock(phrase)
	want(t, m.Working.Name, "Opening the book")
	want(t, m.MayChoose(), false)
	m.Unlock(phrase)
	m.Back()
	want(t, h.canceled, true)
	want(t, m.Working.Stopping, true)
	want(t, m.CanGoBack(), false)

	_, err := h.task.Work(context.Background(), func(int64, int64) {})
	must(t, err)
	h.task.Finished(context.Canceled)
	want(t, m.Working, working{})
	want(t, m.Wrong, "")
	want(t, s.entered == nil, true)
	m.runner = place.Inline{}
	m.Unlock(phrase)
	want(t, s.entered != nil, true)
}

func TestABookWhoseCodeWasNotWrittenDownIsClosedWithTheWindow(t *testing.T) {
	s := newShelf(t)
	m := s.door()
	m.Create(millbrook())
	m.Leave()
	again := s.door()
	again.Unlock(phrase)
	want(t, s.entered != nil, true)
}
