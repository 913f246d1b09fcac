package book

import (
	"bytes"
	"encoding/json"
	"maps"
	"strings"
	"time"

	"branchbook/data"
	"branchbook/data/vault"
)

// State says how safe the book is.
type State struct {
	// Saved is when the last Change reached the disk, since opening; zero before the first. It is local time.
	Saved time.Time
	// Typing says that keys were typed which are not on the disk yet.
	Typing bool
	// Unsaved are the Changes that the disk has not taken, oldest first; a run of typing is one.
	Unsaved []Unsaved
	// Why is a sentence for the secretary: why something is unsaved, or why the book is for reading only. "" otherwise.
	Why string
	// ReadOnly says that the book was opened for reading only.
	ReadOnly bool
	// Rescued says that everything in Unsaved has been written by Rescue.
	Rescued bool
}

// Unsaved is one Change that the disk has not taken.
type Unsaved struct {
	What  string
	When  time.Time // local time
	Words int       // how many words were typed; 0 for a Change that was not typing
}

// retryEvery is how long the book waits before it tries by itself to save what is unsaved.
const retryEvery = 10 * time.Second

// A queue holds the Changes that the disk has not taken, in order.
type queue struct {
	drafts  []queued
	laid    map[string][]byte // what they come to; replaced, never altered
	why     error
	stop    func() // of the timer; nil when none runs
	rescued uint64 // the number of the last Change that Rescue has written
}

type queued struct {
	vault.Draft
	notice Notice
	behind bool // it is in the journal, but cannot be read yet
}

func (q *queue) stopTimer() {
	if q.stop != nil {
		q.stop()
		q.stop = nil
	}
}

// lay works out laid anew.
func (q *queue) lay() {
	q.laid = map[string][]byte{}
	for _, d := range q.drafts {
		for _, e := range d.Edits {
			q.laid[e.Key] = e.After
		}
	}
}

// State says how safe the book is now.
func (b *Book) State() State {
	why := b.vault.Opened().ReadOnly
	b.mu.RLock()
	defer b.mu.RUnlock()
	s := State{Saved: b.saved, Typing: len(b.typing.texts) > 0, ReadOnly: why != ""}
	group := ""
	var first []byte
	for _, d := range b.queue.drafts {
		if !d.Typing {
			s.Unsaved = append(s.Unsaved, Unsaved{What: d.What, When: d.notice.When})
			group = ""
			continue
		}
		if d.Group != group || group == "" {
			s.Unsaved = append(s.Unsaved, Unsaved{What: d.What})
			group, first = d.Group, d.Edits[0].Before
		}
		u := &s.Unsaved[len(s.Unsaved)-1]
		u.When, u.Words = d.notice.When, max(1, wordsIn(d.Edits[0].After)-wordsIn(first))
	}
	s.Rescued = b.rescuedAll()
	switch {
	case why != "":
		s.Why = data.Say(readOnlyProblem(why))
	case b.queue.why != nil:
		s.Why = data.Say(b.queue.why)
	case b.typing.stuck != nil:
		s.Why = data.Say(b.typing.stuck)
	}
	return s
}

func wordsIn(block []byte) int {
	var text struct {
		Text string `json:"text"`
	}
	if json.Unmarshal(block, &text) != nil {
		return 0
	}
	return len(strings.Fields(text.Text))
}

// rescuedAll is called with mu held.
func (b *Book) rescuedAll() bool {
	for _, x := range b.typing.texts {
		if !x.rescued {
			return false
		}
	}
	n := len(b.queue.drafts)
	return (n == 0 || b.queue.drafts[n-1].notice.Number <= b.queue.rescued)
}

func (b *Book) isRescued() bool {
	b.mu.RLock()
	defer b.mu.RUnlock()
	return b.rescuedAll()
}

func (b *Book) hasQueue() bool {
	b.mu.RLock()
	defer b.mu.RUnlock()
	return len(b.queue.drafts) > 0
}

func (b *Book) hasUnsaved() bool {
	b.mu.RLock()
	defer b.mu.RUnlock()
	return len(b.queue.drafts) > 0 || len(b.typing.texts) > 0
}

// enqueue keeps a draft until the disk takes it. committed is its number when the journal has it, 0 otherwise.
func (b *Book) enqueue(d vault.Draft, n Notice, committed uint64) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.queue.drafts = append(b.queue.drafts, queued{Draft: d, notice: n, behind: committed != 0})
	// Only what was not there before is cloned again: readers hold the old one.
	laid := maps.Clone(b.queue.laid)
	if laid == nil {
		laid = map[string][]byte{}
	}
	for _, e := range d.Edits {
		laid[e.Key] = bytes.Clone(e.After)
	}
	b.queue.laid = laid
}

func (b *Book) dequeue() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.queue.drafts = b.queue.drafts[1:]
	b.queue.lay()
}

func (b *Book) setWhy(err error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.queue.why = Sentence(err)
}

// Retry tries to save what is unsaved, the oldest first. Without an error nothing is unsaved any more; else it is a
// *data.Problem that says why. The book does the same by itself every few seconds.
func (b *Book) Retry() error {
	b.writing.Lock()
	defer b.bell.ring()
	defer b.writing.Unlock()
	if b.isClosed() {
		return nil
	}
	return b.retry()
}

// retry is called with writing held.
func (b *Book) retry() error {
	defer b.announceState()
	b.saveTyping()
	if b.hasQueue() {
		if err := b.empty(); err != nil {
			b.setWhy(err)
			b.tryAgainLater()
			return Sentence(err)
		}
		b.saveTyping()
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	b.queue.why = nil
	b.queue.stopTimer()
	if len(b.typing.texts) > 0 {
		return b.typing.stuck
	}
	return nil
}

// empty saves what is queued. It ends with the first failure, and what follows stays queued behind it.
func (b *Book) empty() error {
	if err := b.vault.Mend(); err != nil {
		return err
	}
	for b.hasQueue() {
		b.mu.RLock()
		oldest := b.queue.drafts[0]
		b.mu.RUnlock()
		if !oldest.behind {
			b.touch(oldest.notice.Number, oldest.Edits)
			c, err := b.vault.Commit(oldest.Draft)
			if c.Number != 0 && err != nil {
				b.mu.Lock()
				b.queue.drafts[0].behind = true
				b.mu.Unlock()
			}
			if err != nil {
				return err
			}
		}
		b.markSaved(b.o.Now())
		b.dequeue()
	}
	b.o.Log.Info("everything is saved again")
	return nil
}

// tryAgainLater sets the timer that tries to save what is unsaved.
func (b *Book) tryAgainLater() {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.closed {
		return
	}
	b.queue.stopTimer()
	b.queue.stop = b.o.Later(retryEvery, func() {
		if err := b.Retry(); err != nil {
			b.o.Log.Warn("still not saved", "code", string(vault.CodeOf(err)))
		}
	})
}
