package book

import (
	"fmt"
	"testing"

	"branchbook/data"
)

// largeBranch puts so many members into the book.
func (h *hall) largeBranch(members int) {
	h.t.Helper()
	h.change("bring in the list", func(tx *Tx) error {
		for i := range members {
			err := tx.People.Put(data.Person{
				ID: data.PersonID(tx.NewID()), Number: fmt.Sprintf("L%07d", i), First: "Zoë", Last: fmt.Sprintf("Okafor %d", i*7919%members),
				Status: data.Member, Email: fmt.Sprintf("%d@example.org", i), Phones: []string{"07700 900123"},
				Address: []string{"1 Mill Lane", "Millbrook"}, Postcode: "NG1 1AA", Ward: "Millbrook", Joined: day(1),
			})
			if err != nil {
				return err
			}
		}
		return nil
	})
}

func BenchmarkChange(b *testing.B) {
	h := newHall(b)
	p := h.person("Zoë", "Okafor", "L1")
	for i := 0; b.Loop(); i++ {
		p = h.findPerson(p.ID)
		p.Ward = fmt.Sprint("ward ", i)
		h.change("set the ward", func(tx *Tx) error { return tx.People.Put(p) })
	}
}

func BenchmarkType(b *testing.B) {
	h := newHall(b)
	_, _, text := h.evening()
	for i := 0; b.Loop(); i++ {
		h.Type(text, fmt.Sprint("the secretary reported ", i))
	}
	must(b, h.Flush())
}

func BenchmarkOpenBook(b *testing.B) {
	for _, members := range []int{214, 20_000} {
		b.Run(fmt.Sprint(members), func(b *testing.B) {
			h := newHall(b)
			h.largeBranch(members)
			for b.Loop() {
				must(b, h.Close())
				h.open(h.Dir())
			}
		})
	}
}

func BenchmarkAllPeople20000(b *testing.B) {
	h := newHall(b)
	h.largeBranch(20_000)
	everyone := func(r *Reading) ([]data.Person, error) { return r.People.All() }
	b.Run("first", func(b *testing.B) {
		for b.Loop() {
			clear(h.lists)
			read(h, everyone)
		}
	})
	b.Run("after a Change", func(b *testing.B) {
		p := read(h, everyone)[0]
		for i := 0; b.Loop(); i++ {
			p = h.findPerson(p.ID)
			p.Ward = fmt.Sprint(i)
			h.change("set the ward", func(tx *Tx) error { return tx.People.Put(p) })
			read(h, everyone)
		}
	})
	b.Run("again", func(b *testing.B) {
		for b.Loop() {
			read(h, everyone)
		}
	})
}

func BenchmarkImport20000(b *testing.B) {
	for b.Loop() {
		h := newHall(b)
		h.largeBranch(20_000)
		b.StopTimer()
		must(b, h.Close())
		b.StartTimer()
	}
}
