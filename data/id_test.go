package data

import (
	"bytes"
	"errors"
	"io"
	"math/rand/v2"
	"sync"
	"testing"
	"testing/iotest"
	"time"

	"pgregory.net/rapid"
)

var noon = time.Date(2026, 5, 14, 12, 0, 0, 0, time.UTC)

func seeded(n byte) io.Reader { return rand.NewChaCha8([32]byte{n}) }

func TestIDsGrowEvenWhenTheClockIsSetBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		now := noon
		ids := NewIDs(func() time.Time { return now }, seeded(rapid.Byte().Draw(t, "seed")))
		last := ids.New()
		for _, step := range rapid.SliceOfN(rapid.IntRange(-5000, 5000), 1, 50).Draw(t, "milliseconds") {
			now = now.Add(time.Duration(step) * time.Millisecond)
			next := ids.New()
			if next <= last || !ValidID(string(next)) {
				t.Fatalf("%s follows %s", next, last)
			}
			last = next
		}
	})
}

func TestSameClockAndSeedGiveTheSameIDs(t *testing.T) {
	still := func() time.Time { return noon }
	a, b, c := NewIDs(still, seeded(1)), NewIDs(still, seeded(1)), NewIDs(still, seeded(2))
	for range 100 {
		id := a.New()
		want(t, "same seed", b.New(), id)
		want(t, "another seed", c.New() == id, false)
	}
}

func TestIDsAreMadeWithoutRandomnessAndBeforeItsTime(t *testing.T) {
	for name, random := range map[string]io.Reader{
		"no randomness": iotest.ErrReader(errors.New("none")), "all ones": bytes.NewReader(bytes.Repeat([]byte{0xff}, 1000)), "cut off": bytes.NewReader([]byte{1, 2}),
	} {
		for _, now := range []time.Time{noon, {}, time.Date(9999, 12, 31, 0, 0, 0, 0, time.UTC)} {
			ids := NewIDs(func() time.Time { return now }, random)
			last := ID("")
			for range 100 {
				id := ids.New()
				if id <= last || !ValidID(string(id)) {
					t.Fatalf("%s at %v: %s follows %s", name, now, id, last)
				}
				last = id
			}
		}
	}
}

// patchy gives ten bytes of ones, then nothing once, then zeros.
type patchy struct{ reads int }

func (p *patchy) Read(b []byte) (int, error) {
	p.reads++
	switch p.reads {
	case 1:
		return copy(b, bytes.Repeat([]byte{0xff}, 10)), nil
	case 2:
		return 0, errors.New("none just now")
	}
	clear(b)
	return len(b), nil
}

func TestIDsGrowWhenRandomnessFailsForAMoment(t *testing.T) {
	now := noon
	ids := NewIDs(func() time.Time { return now }, &patchy{})
	last := ids.New()
	now = now.Add(time.Millisecond)
	for range 5 {
		id := ids.New()
		if id <= last {
			t.Fatalf("%s follows %s", id, last)
		}
		last = id
	}
}

func TestIDsAreOneEachFromSeveralGoroutines(t *testing.T) {
	ids := NewIDs(func() time.Time { return noon }, seeded(3))
	var mu sync.Mutex
	var all sync.WaitGroup
	seen := map[ID]bool{}
	for range 8 {
		all.Go(func() {
			for range 200 {
				id := ids.New()
				mu.Lock()
				seen[id] = true
				mu.Unlock()
			}
		})
	}
	all.Wait()
	want(t, "different IDs", len(seen), 1600)
}

func TestOnlyULIDsAreIDs(t *testing.T) {
	for _, s := range []string{"", "1", "01ARZ3NDEKTSV4RRFFQ69G5FAVX", "01ARZ3NDEKTSV4RRFFQ69G5FA!", "81ARZ3NDEKTSV4RRFFQ69G5FAV"} {
		want(t, s, ValidID(s), false)
	}
	want(t, "a ULID", ValidID("01ARZ3NDEKTSV4RRFFQ69G5FAV"), true)
}
