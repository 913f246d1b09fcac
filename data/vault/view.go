package vault

import (
	"errors"
	"sync/atomic"
)

// ErrStop, returned by the function given to a Range, ends it without an error.
var ErrStop = errors.New("vault: stop")

// A View is the book as it was after one Change, whatever is committed meanwhile. It may be used by several
// goroutines. Close it soon: while it is open, Badger keeps what it could ask for.
type View struct {
	store  *store
	number uint64 // Badger's timestamp
	last   uint64
	closed atomic.Bool
}

// View opens a view of the newest Change. It never fails: after the vault is closed, its reads answer Closed.
func (v *Vault) View() *View {
	w, _ := v.viewAt()
	return w
}

// viewAt opens a view together with its place in the chain.
func (v *Vault) viewAt() (*View, point) {
	v.shown.RLock()
	defer v.shown.RUnlock()
	w := &View{store: v.store, number: v.at.timestamp(), last: v.at.number}
	w.store.hold(w.number)
	return w, v.at
}

// Number is that of the last Change in the view; 0 before the first.
func (w *View) Number() uint64 { return w.last }

// Get returns a record's value, or nil when there is none.
func (w *View) Get(key string) ([]byte, error) {
	if w.closed.Load() {
		return nil, &Error{Code: Closed}
	}
	if err := w.store.enter(); err != nil {
		return nil, err
	}
	defer w.store.leave()
	return w.store.get(key, w.number)
}

// Range calls f for every record whose key has the prefix, in key order. The value is good only during the call.
// It ends with the error of f, but without one when that is ErrStop.
func (w *View) Range(prefix string, f func(key string, value []byte) error) error {
	return w.scan(prefix, prefix, false, f)
}

// RangeFrom is Range, beginning at the first key not before start, which is a whole key or its beginning.
func (w *View) RangeFrom(prefix, start string, f func(key string, value []byte) error) error {
	return w.scan(prefix, max(prefix, start), false, f)
}

// RangeReverse is Range against key order.
func (w *View) RangeReverse(prefix string, f func(key string, value []byte) error) error {
	return w.scan(prefix, "", true, f)
}

func (w *View) scan(prefix, start string, reverse bool, f func(string, []byte) error) error {
	if w.closed.Load() {
		return &Error{Code: Closed}
	}
	return w.store.scan(w.number, prefix, start, reverse, f)
}

// Close lets go of the view. It may be called twice.
func (w *View) Close() {
	if !w.closed.Swap(true) {
		w.store.drop(w.number)
	}
}
