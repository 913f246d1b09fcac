package book

import (
	"slices"
	"sync"
	"time"

	"branchbook/data/vault"
)

// A Notice says that a Change was made, saved or not.
type Notice struct {
	What   string          // what the Change was called
	Number uint64          // the Change's number, from 1 without gaps
	Kinds  map[string]bool // the kinds of record that it altered, such as KindMotion
	Typing bool            // text that was typed, and nothing else
	Undone bool            // it took another Change back
	When   time.Time       // local time
}

// Subscribe has f called after every Change, in the order of the Changes, until cancel. f runs in the goroutine of
// whoever made a Change, one call at a time, when no lock is held: it may read and change the book.
func (b *Book) Subscribe(f func(Notice)) (cancel func()) { return b.bell.notices.add(f) }

// OnState has f called whenever State may have changed, until cancel, in the way of Subscribe; a typed key, the passing
// of a second and the failing of a disk all count.
func (b *Book) OnState(f func(State)) (cancel func()) { return b.bell.states.add(f) }

// A bell tells subscribers one thing at a time. Whoever made a Change queues what there is to tell under its own lock,
// and rings when it holds none.
type bell struct {
	notices subscribers[Notice]
	states  subscribers[State]

	mu      sync.Mutex
	waiting []func()
	ringing bool
}

func (l *bell) add(tell func()) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.waiting = append(l.waiting, tell)
}

// ring tells everything that waits. When another call is at it already, that call goes on and this one returns.
func (l *bell) ring() {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.ringing {
		return
	}
	l.ringing = true
	defer func() { l.ringing = false }()
	for len(l.waiting) > 0 {
		tell := l.waiting[0]
		l.waiting = l.waiting[1:]
		func() {
			l.mu.Unlock()
			defer l.mu.Lock() // even when a subscriber panics
			tell()
		}()
	}
}

// subscribers are told in the order in which they came.
type subscribers[T any] struct {
	mu   sync.Mutex
	next int
	all  []subscriber[T]
}

type subscriber[T any] struct {
	id int
	f  func(T)
}

func (s *subscribers[T]) add(f func(T)) (cancel func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	id := s.next
	s.next++
	s.all = append(s.all, subscriber[T]{id, f})
	return func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		s.all = slices.DeleteFunc(slices.Clone(s.all), func(x subscriber[T]) bool { return x.id == id })
	}
}

func (s *subscribers[T]) tell(what T) {
	s.mu.Lock()
	now := slices.Clone(s.all)
	s.mu.Unlock()
	for _, x := range now {
		x.f(what)
	}
}

func (b *Book) announce(n Notice) {
	b.bell.add(func() { b.bell.notices.tell(n) })
	b.announceState()
}

func (b *Book) announceState() {
	b.bell.add(func() { b.bell.states.tell(b.State()) })
}

func kindsOf(edits []vault.Edit) map[string]bool {
	kinds := map[string]bool{}
	for _, e := range edits {
		if name := kindOf(e.Key); name != "index" && name != "counter" && name != rescueKey {
			kinds[name] = true
		}
	}
	return kinds
}
