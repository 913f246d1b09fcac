package place

import (
	"context"
	"sync"
)

// A Report says how far a Task has got. Total is 0 while it is not known. It may be called as often as wished, from
// the task's own goroutine.
type Report func(done, total int64)

// A Task is work that can take longer than a blink: reading a list, writing a spreadsheet, a backup.
type Task struct {
	// Name is what is shown while it runs: "Writing the attendance return".
	Name string
	// Work does it, away from the window's goroutine: it must touch no widget and watch ctx. It returns what is to be
	// done with the result in the window's goroutine; that may be nil.
	Work func(ctx context.Context, report Report) (apply func(), err error)
	// Progress hears how far it has got, in the window's goroutine; some reports are passed over. May be nil.
	Progress Report
	// Finished is called last, in the window's goroutine: nil after apply, the error of Work, or context.Canceled when it
	// was cancelled, in which case apply was not called. May be nil.
	Finished func(err error)
}

// A Runner runs tasks. Run returns a function that cancels the task; it may be called at any time, and more than once.
type Runner interface {
	Run(Task) (cancel func())
}

// Inline runs a task at once, before Run returns. It is the runner of tests.
type Inline struct{}

// Run does the work, applies it and finishes.
func (Inline) Run(t Task) func() {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	report := t.Progress
	if report == nil {
		report = func(int64, int64) {}
	}
	apply, err := t.Work(ctx, report)
	t.finish(ctx, apply, err)
	return func() {}
}

func (t Task) finish(ctx context.Context, apply func(), err error) {
	if ctx.Err() != nil {
		err = ctx.Err()
	}
	if err == nil && apply != nil {
		apply()
	}
	if t.Finished != nil {
		t.Finished(err)
	}
}

// Background runs each task in a goroutine of its own and comes back through Do. It is the runner of the program.
type Background struct {
	do      func(func())
	context context.Context
	stop    context.CancelFunc
	running sync.WaitGroup
}

// NewBackground returns a runner that calls apply, Progress and Finished through do, which must run each function once,
// in order, in the window's goroutine (fyne.Do).
func NewBackground(do func(func())) *Background {
	ctx, stop := context.WithCancel(context.Background())
	return &Background{do: do, context: ctx, stop: stop}
}

// Run starts the task.
func (b *Background) Run(t Task) func() {
	ctx, cancel := context.WithCancel(b.context)
	b.running.Go(func() {
		apply, err := t.Work(ctx, b.latest(ctx, t.Progress))
		b.do(func() {
			defer cancel()
			t.finish(ctx, apply, err)
		})
	})
	return cancel
}

// Stop cancels every task and waits until none is working any more. What they would have applied is dropped. Tasks
// given to Run afterwards finish at once with context.Canceled if their work watches its context.
func (b *Background) Stop() {
	b.stop()
	b.running.Wait()
}

// latest passes reports on without queueing more than one: a report that finds another still waiting replaces it.
func (b *Background) latest(ctx context.Context, progress Report) Report {
	if progress == nil {
		return func(int64, int64) {}
	}
	var mu sync.Mutex
	var done, total int64
	waiting := false
	return func(d, t int64) {
		mu.Lock()
		done, total = d, t
		first := !waiting
		waiting = true
		mu.Unlock()
		if !first {
			return
		}
		b.do(func() {
			mu.Lock()
			d, t := done, total
			waiting = false
			mu.Unlock()
			if ctx.Err() == nil {
				progress(d, t)
			}
		})
	}
}
