package vault

import (
	"bytes"
	"context"
	"fmt"
	"sync"
	"testing"
)

// Every Change writes the same number under two keys: a reader that ever sees two numbers saw half a Change.
func TestReadersSeeWholeChangesWhileOthersAreCommitted(t *testing.T) {
	opt := quick()
	opt.Segment = 4 << 10
	v := newBook(t, opt)
	set := func(n int) {
		w := v.View()
		defer w.Close()
		var d Draft
		for _, key := range []string{"in/favour", "the/hall"} {
			before, err := w.Get(key)
			must(t, err)
			d.Edits = append(d.Edits, Edit{Key: key, Before: before, After: fmt.Append(nil, n)})
		}
		_, err := v.Commit(d)
		must(t, err)
	}
	set(0)
	done := make(chan struct{})
	var readers sync.WaitGroup
	read := func(f func() error) {
		readers.Go(func() {
			for {
				select {
				case <-done:
					return
				default:
				}
				if err := f(); err != nil {
					t.Error(err)
					return
				}
			}
		})
	}
	read(func() error {
		w := v.View()
		defer w.Close()
		var seen [][]byte
		err := w.Range("", func(_ string, value []byte) error {
			seen = append(seen, bytes.Clone(value))
			return nil
		})
		if err == nil && (len(seen) != 2 || !bytes.Equal(seen[0], seen[1])) {
			err = fmt.Errorf("Change %d reads as %q", w.Number(), seen)
		}
		return err
	})
	read(func() error {
		next := v.Last()
		return v.Changes(next, func(c Change) error {
			if c.Number < next {
				return fmt.Errorf("asked from %d and given %d", next, c.Number)
			}
			return nil
		})
	})
	read(func() error {
		r, err := v.Check(context.Background(), nil)
		if err == nil && !r.Sound() {
			err = fmt.Errorf("checked while writing: %+v", r.Damage)
		}
		return err
	})
	read(func() error {
		_, err := v.DatedBackup()
		return err
	})
	for n := range 150 {
		set(n + 1)
	}
	close(done)
	readers.Wait()
}
