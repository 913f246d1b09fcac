package place_test

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"branchbook/screens/place"
	"branchbook/screens/place/placetest"
)

var _ place.Shell = (*placetest.Shell)(nil)

func TestKeysReadAsTheKeycapsPrintThem(t *testing.T) {
	for want, k := range map[string]place.Key{
		"F2": place.Bare(fyne.KeyF2), "Enter": place.Bare(fyne.KeyReturn), "Esc": place.Bare(fyne.KeyEscape),
		"Alt+Up": place.Alt(fyne.KeyUp), "PgUp": place.Bare(fyne.KeyPageUp), "": {},
		"Ctrl+M":       {Name: fyne.KeyM, Mod: fyne.KeyModifierControl},
		"Ctrl+Shift+Z": {Name: fyne.KeyZ, Mod: fyne.KeyModifierControl | fyne.KeyModifierShift},
	} {
		if got := k.String(); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestOnlyKeysWithAModifierAreMenuShortcuts(t *testing.T) {
	if place.Bare(fyne.KeyF2).Shortcut() != nil || (place.Key{}).Shortcut() != nil {
		t.Error("a bare key is a shortcut")
	}
	got, ok := place.Alt(fyne.KeyA).Shortcut().(*desktop.CustomShortcut)
	if !ok || got.KeyName != fyne.KeyA || got.Modifier != fyne.KeyModifierAlt {
		t.Errorf("Alt+A is %v", got)
	}
}

func TestACommandThatIsNotAllowedKeepsItsKeyAndDoesNothing(t *testing.T) {
	done, allowed := 0, false
	cs := place.Commands{{Name: "Vote", Key: place.Bare(fyne.KeyF4), Enabled: func() bool { return allowed }, Run: func() { done++ }}}
	if !cs.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF4}) || done != 0 {
		t.Error("it ran, or let its key go")
	}
	allowed = true
	cs.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF4})
	if done != 1 || cs.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF5}) {
		t.Errorf("done %d times", done)
	}
	if (place.Command{Name: "Nothing"}).Do() {
		t.Error("a command without a Run was done")
	}
}

// taker remembers what it heard, and uses the keys it is given.
func taker(heard *[]string, who string, uses ...fyne.KeyName) place.KeyTaker {
	return place.KeyTakerFunc(func(ev *fyne.KeyEvent) bool {
		*heard = append(*heard, who+" "+string(ev.Name))
		for _, name := range uses {
			if name == ev.Name {
				return true
			}
		}
		return false
	})
}

func TestAKeyGoesToThePlaceAndThenToTheWindow(t *testing.T) {
	var heard []string
	var keys place.Keys
	keys.Window(taker(&heard, "window", fyne.KeyF1))
	keys.Place(taker(&heard, "place", fyne.KeyF2))
	for _, name := range []fyne.KeyName{fyne.KeyF2, fyne.KeyF1, fyne.KeyF9} {
		keys.TypedKey(&fyne.KeyEvent{Name: name})
	}
	if got := fmt.Sprint(heard); got != "[place F2 place F1 window F1 place F9 window F9]" {
		t.Error(got)
	}
}

func TestNothingBehindAPanelHearsAKey(t *testing.T) {
	var heard []string
	var keys place.Keys
	keys.Place(taker(&heard, "place"))
	closeFirst := keys.Open(taker(&heard, "first"))
	closeSecond := keys.Open(nil)
	keys.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF2})
	closeSecond()
	keys.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF3})
	if !keys.IsModal() {
		t.Error("no panel is open")
	}
	closeFirst()
	closeFirst()
	keys.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF4})
	if got := fmt.Sprint(heard); got != "[first F3 place F4]" || keys.IsModal() {
		t.Error(got)
	}
	var none *place.Keys
	if none.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF2}) || none.IsModal() {
		t.Error("no dispatcher used a key")
	}
}

func TestAnInlineTaskIsAppliedBeforeRunReturns(t *testing.T) {
	var story []string
	place.Inline{}.Run(place.Task{
		Work: func(_ context.Context, report place.Report) (func(), error) {
			report(1, 2)
			return func() { story = append(story, "applied") }, nil
		},
		Progress: func(done, total int64) { story = append(story, fmt.Sprint(done, " of ", total)) },
		Finished: func(err error) { story = append(story, fmt.Sprint("finished ", err)) },
	})
	if got := fmt.Sprint(story); got != "[1 of 2 applied finished <nil>]" {
		t.Error(got)
	}
}

func TestAFailedTaskIsNotApplied(t *testing.T) {
	full := errors.New("disk full")
	var got error
	place.Inline{}.Run(place.Task{
		Work:     func(context.Context, place.Report) (func(), error) { return func() { t.Error("applied") }, full },
		Finished: func(err error) { got = err },
	})
	if !errors.Is(got, full) {
		t.Error(got)
	}
}

// window runs what is done in its goroutine when the test asks it to.
type window struct {
	mu    sync.Mutex
	queue []func()
	came  chan struct{}
}

func newWindow() *window { return &window{came: make(chan struct{}, 1000)} }

func (w *window) do(f func()) {
	w.mu.Lock()
	w.queue = append(w.queue, f)
	w.mu.Unlock()
	w.came <- struct{}{}
}

func (w *window) next() {
	<-w.came
	w.mu.Lock()
	f := w.queue[0]
	w.queue = w.queue[1:]
	w.mu.Unlock()
	f()
}

func TestACancelledTaskIsNeverApplied(t *testing.T) {
	w := newWindow()
	b := place.NewBackground(w.do)
	started := make(chan struct{})
	var got error
	cancel := b.Run(place.Task{
		Work: func(ctx context.Context, _ place.Report) (func(), error) {
			close(started)
			<-ctx.Done()
			return func() { t.Error("applied") }, nil
		},
		Finished: func(err error) { got = err },
	})
	<-started
	cancel()
	cancel()
	w.next()
	if !errors.Is(got, context.Canceled) {
		t.Errorf("it finished with %v", got)
	}
	b.Stop()
}

func TestManyReportsAreOneAtATimeAndTheLastIsTheLatest(t *testing.T) {
	w := newWindow()
	b := place.NewBackground(w.do)
	reported := make(chan struct{})
	var seen []int64
	finished := false
	b.Run(place.Task{
		Work: func(_ context.Context, report place.Report) (func(), error) {
			for i := range int64(10000) {
				report(i+1, 10000)
			}
			close(reported)
			return nil, nil
		},
		Progress: func(done, _ int64) { seen = append(seen, done) },
		Finished: func(error) { finished = true },
	})
	<-reported
	w.next()
	w.next()
	if len(seen) != 1 || seen[0] != 10000 || !finished {
		t.Errorf("it saw %v, finished %v", seen, finished)
	}
}

func TestStoppingWaitsForTheWorkAndDropsWhatItWouldApply(t *testing.T) {
	w := newWindow()
	b := place.NewBackground(w.do)
	started, ended := make(chan struct{}), false
	b.Run(place.Task{Work: func(ctx context.Context, _ place.Report) (func(), error) {
		close(started)
		<-ctx.Done()
		ended = true
		return func() { t.Error("applied after Stop") }, nil
	}})
	<-started
	b.Stop()
	if !ended {
		t.Error("Stop did not wait")
	}
	w.next()
}

func TestTheTestShellRemembersWhatItWasAsked(t *testing.T) {
	var s placetest.Shell
	said, closed := "", 0
	s.Ask(place.Question{Then: func() { said = "yes" }, Else: func() { said = "no" }})
	if said != "yes" {
		t.Errorf("it said %q", said)
	}
	s.Refuse = true
	s.Ask(place.Question{Then: func() { said = "yes" }, Else: func() { said = "no" }})
	if said != "no" || len(s.Asked) != 2 {
		t.Errorf("it said %q", said)
	}
	shut := s.Open(place.Panel{Title: "Vote", Closed: func() { closed++ }})
	if len(s.Opened) != 1 {
		t.Error("no panel is open")
	}
	shut()
	shut()
	s.Problem(nil)
	if len(s.Opened) != 0 || closed != 1 || len(s.Problems) != 0 {
		t.Errorf("open %d, closed %d", len(s.Opened), closed)
	}
}

func TestARouteIsLoggedWithoutItsRecord(t *testing.T) {
	if got := (place.Route{Place: "members", ID: "01HX", Tab: "history"}).String(); got != "members/history" {
		t.Error(got)
	}
}
