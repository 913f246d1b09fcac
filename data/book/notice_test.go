package book

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"testing"

	"branchbook/data"
)

func TestSubscribersHearEveryChangeInOrder(t *testing.T) {
	h := newHall(t)
	var heard []string
	note := func(who string) func(Notice) {
		return func(n Notice) {
			heard = append(heard, fmt.Sprint(who, " ", n.What, " ", strings.Join(slices.Sorted(maps.Keys(n.Kinds)), "+"), " ", n.Typing, " ", n.Undone))
		}
	}
	defer h.Subscribe(note("1"))()
	cancel := h.Subscribe(note("2"))
	_, _, text := h.evening()
	h.Type(text, "reported")
	must(t, h.Flush())
	cancel()
	h.person("Zoë", "Okafor", "L1")
	_, err := h.Undo()
	must(t, err)
	want(t, strings.Join(heard, "\n"), strings.Join([]string{
		"1 plan the meeting block+item+meeting false false",
		"2 plan the meeting block+item+meeting false false",
		"1 write under “Reports” block true false",
		"2 write under “Reports” block true false",
		"1 add Zoë Okafor person false false",
		"1 take back: add Zoë Okafor person false true",
	}, "\n"))
}

func TestASubscriberMayChangeTheBook(t *testing.T) {
	h := newHall(t)
	var heard []string
	defer h.Subscribe(func(n Notice) {
		heard = append(heard, n.What)
		if n.What == "add Zoë Okafor" {
			h.person("Aled", "Davies", "")
		}
	})()
	h.person("Zoë", "Okafor", "")
	want(t, strings.Join(heard, ", "), "add Zoë Okafor, add Aled Davies")
}

func TestAChangeThatIsRefusedIsNotHeardOf(t *testing.T) {
	h := newHall(t)
	defer h.Subscribe(func(n Notice) { t.Errorf("heard of %q", n.What) })()
	if h.Change("add nobody", func(tx *Tx) error { return tx.People.Put(data.Person{}) }) == nil {
		t.Fatal("it was not refused")
	}
}

func TestTheStateIsToldWhenItChanges(t *testing.T) {
	h := newHall(t)
	_, _, text := h.evening()
	var states []State
	defer h.OnState(func(s State) { states = append(states, s) })()
	h.Type(text, "reported")
	want(t, states[len(states)-1].Typing, true)
	must(t, h.Flush())
	want(t, states[len(states)-1].Typing, false)
	h.disk.set(errFull)
	h.person("Zoë", "Okafor", "")
	want(t, len(states[len(states)-1].Unsaved), 1)
}

func TestReadersAndWritersDoNotDisturbEachOther(t *testing.T) {
	h := newHall(t)
	_, item, text := h.evening()
	var all sync.WaitGroup
	defer h.OnState(func(State) {})()
	defer h.Subscribe(func(Notice) {})()
	const changes = 40
	// A Change puts two people of one surname; nobody may ever see one of them without the other.
	all.Go(func() {
		for i := range changes {
			h.change("add a couple", func(tx *Tx) error {
				for range 2 {
					p := data.Person{ID: data.PersonID(tx.NewID()), Last: fmt.Sprintf("Okafor %03d", i), Status: data.Member}
					if err := tx.People.Put(p); err != nil {
						return err
					}
				}
				return nil
			})
		}
	})
	all.Go(func() {
		for i := range changes {
			h.Type(text, strings.Repeat("word ", i))
			h.saveTyped()
		}
	})
	all.Go(func() {
		for i := range changes {
			if i%10 == 5 {
				h.disk.set(errFull)
			}
			if i%10 == 9 {
				h.disk.set(nil)
				_ = h.Retry()
			}
			_ = h.State()
			_, _, _ = h.Undoable()
		}
		h.disk.set(nil)
	})
	for range 2 {
		all.Go(func() {
			for range changes {
				must2(t, h.Read(func(r *Reading) error {
					everyone, err := r.People.All()
					if err != nil {
						return err
					}
					if len(everyone)%2 != 0 {
						return fmt.Errorf("half of a Change was seen: %d people", len(everyone))
					}
					for i := 0; i < len(everyone); i += 2 {
						if everyone[i].Last != everyone[i+1].Last {
							return fmt.Errorf("%q is alone", everyone[i].Last)
						}
					}
					_, err = r.Blocks.Of(item.ID)
					return err
				}))
			}
		})
	}
	all.Wait()
	must(t, h.Retry())
	want(t, len(read(h, func(r *Reading) ([]data.Person, error) { return r.People.All() })), 2*changes)
}

// must2 is must for goroutines other than the test's own.
func must2(t *testing.T, err error) {
	if err != nil {
		t.Error(err)
	}
}
