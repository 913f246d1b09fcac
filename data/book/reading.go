package book

import (
	"errors"
	"fmt"
	"slices"

	"branchbook/data"
)

// ErrNotFound is below the *data.Problem of a Get that finds no record of that id.
var ErrNotFound = errors.New("book: no such record")

// A Reading is the whole book at one moment, unsaved Changes and what is being typed included, whatever is changed
// meanwhile. It is good only inside the function given to Read or Change. Slices and pointers inside the records it
// returns belong to the book and must not be written to.
type Reading struct {
	AllRules  Records[data.Rules, data.RulesID] // by the day on which they begin; see Rules
	People    People
	Imports   Records[data.ListImport, data.ImportID] // by the date of the list
	Meetings  Meetings
	Items     Items
	Blocks    Blocks
	Events    Events
	Decisions Decisions
	Actions   Actions
	Motions   Motions
	Votes     Votes
	Posts     Records[data.Post, data.PostID] // by place
	Terms     Terms
	Bodies    Records[data.Body, data.BodyID] // by place
	Seats     Seats
	Papers    Papers

	Letters     Letters
	Canvasses   Canvasses
	Approvals   Approvals
	Corrections Corrections
	Amendments  Amendments
	Forwardings Forwardings
	Contests    Contests
	Ballots     Ballots
	Files       Files
	Layouts     Layouts

	s *snapshot
}

// Read lets f see the book at one moment, and returns its error as it is.
func (b *Book) Read(f func(r *Reading) error) error {
	s := b.snapshot()
	defer s.close()
	return f(newReading(s))
}

func newReading(s *snapshot) *Reading {
	return &Reading{
		AllRules:  records(s, rules),
		People:    People{records(s, people)},
		Imports:   records(s, imports),
		Meetings:  Meetings{records(s, meetings)},
		Items:     Items{records(s, items)},
		Blocks:    Blocks{records(s, blocks)},
		Events:    Events{s},
		Decisions: Decisions{records(s, decisions)},
		Actions:   Actions{records(s, actions)},
		Motions:   Motions{records(s, motions)},
		Votes:     Votes{records(s, votes)},
		Posts:     records(s, posts),
		Terms:     Terms{records(s, terms)},
		Bodies:    records(s, bodies),
		Seats:     Seats{records(s, seats)},
		Papers:    Papers{records(s, papers)},

		Letters:     Letters{records(s, letters)},
		Canvasses:   Canvasses{records(s, canvasses)},
		Approvals:   Approvals{records(s, approvals)},
		Corrections: Corrections{records(s, corrections)},
		Amendments:  Amendments{records(s, amendments)},
		Forwardings: Forwardings{records(s, forwardings)},
		Contests:    Contests{records(s, contests)},
		Ballots:     Ballots{records(s, ballots)},
		Files:       Files{records(s, files)},
		Layouts:     Layouts{records(s, layouts)},
		s:           s,
	}
}

// Number is that of the last Change in what is read, so that a screen that remembers it knows at its next reading whether
// anything was changed meanwhile. It is 0, which is no Change's number, while Changes wait for the disk.
func (r *Reading) Number() uint64 {
	if len(r.s.queued) > 0 {
		return 0
	}
	return r.s.view.Number()
}

// Branch returns whose book it is.
func (r *Reading) Branch() (data.Branch, error) {
	var branch data.Branch
	value, err := r.s.get(KindBranch)
	if err != nil {
		return branch, err
	}
	if value == nil {
		return branch, notFound(KindBranch)
	}
	return branch, decode(value, &branch)
}

// Records are the kept records of one kind.
type Records[T any, I ~string] struct {
	s *snapshot
	k *kind[T, I]
}

func records[T any, I ~string](s *snapshot, k *kind[T, I]) Records[T, I] { return Records[T, I]{s, k} }

// Get returns a record. When there is none of that id, the error wraps ErrNotFound.
func (c Records[T, I]) Get(id I) (T, error) {
	var none T
	key, err := c.keyOf(id)
	if err != nil {
		return none, err
	}
	value, err := c.s.get(key)
	if err != nil {
		return none, err
	}
	if value == nil {
		return none, notFound(c.k.name)
	}
	record, err := c.k.decode(value)
	if err != nil {
		return none, err
	}
	return typedOver(c.s, key, record), nil
}

// Has says whether there is a record of that id.
func (c Records[T, I]) Has(id I) (bool, error) {
	_, err := c.Get(id)
	if errors.Is(err, ErrNotFound) {
		return false, nil
	}
	return err == nil, err
}

// All returns every record, in order.
func (c Records[T, I]) All() ([]T, error) {
	if shelved[c.k.name] {
		list, err := c.k.all(c.s)
		if err != nil {
			return nil, err
		}
		return slices.Clone(list.records), nil
	}
	return c.kept(c.k.prefix())
}

// Where returns the records for which keep is true, in order.
func (c Records[T, I]) Where(keep func(T) bool) ([]T, error) {
	if !shelved[c.k.name] {
		all, err := c.kept(c.k.prefix())
		return slices.DeleteFunc(all, func(r T) bool { return !keep(r) }), err
	}
	list, err := c.k.all(c.s)
	if err != nil {
		return nil, err
	}
	var found []T
	for _, r := range list.records {
		if keep(r) {
			found = append(found, r)
		}
	}
	return found, nil
}

// kept decodes what is under a prefix.
func (c Records[T, I]) kept(prefix string) ([]T, error) {
	var found []T
	err := c.s.scan(prefix, func(key string, value []byte) error {
		record, err := c.k.decode(value)
		found = append(found, typedOver(c.s, key, record))
		return err
	})
	if err != nil {
		return nil, err
	}
	return c.k.sort(found).records, nil
}

// keyOf finds where a record is kept: at its own key, or under the record that the index names.
func (c Records[T, I]) keyOf(id I) (string, error) {
	if c.k.under == nil {
		return c.k.key("", id), nil
	}
	under, err := c.s.get(c.k.indexKey(id))
	if err != nil {
		return "", err
	}
	if under == nil {
		return "", notFound(c.k.name)
	}
	return c.k.key(string(under), id), nil
}

// typedOver lays the text that is being typed over a block, but not over what this very Change has written.
func typedOver[T any](s *snapshot, key string, record T) T {
	block, is := any(&record).(*data.Block)
	if !is {
		return record
	}
	if _, own := s.own[key]; own {
		return record
	}
	if text, ok := s.typed[block.ID]; ok {
		block.Text = text
	}
	return record
}

func notFound(kind string) error {
	return data.NewProblem("What you chose is no longer in the book. It may have been taken away since; look again.",
		fmt.Errorf("%w: %s", ErrNotFound, kind))
}
