package book

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"branchbook/data"
)

// dumped are the kinds in the order of a dump.
var dumped = []string{
	KindRules, KindPerson, KindImport, KindMeeting, KindItem, KindBlock, KindEvent, KindDecision, KindAction,
	KindMotion, KindVote, KindPost, KindTerm, KindBody, KindSeat, KindPaper,
	KindLetter, KindCanvass, KindApproval, KindCorrection, KindAmendment, KindForwarding, KindContest, KindBallot, KindFile, KindLayout,
}

// Dump writes the whole book in the clear as one indented JSON document: the branch, then each kind of record in order
// of keys, then the highest numbers given. The same book is the same bytes. What is unsaved, or being typed, is in it;
// indexes and keys are not. The error is a *data.Problem, or that of w.
func (b *Book) Dump(w io.Writer) error {
	s := b.snapshot()
	defer s.close()
	d := &dumping{w: w}
	d.print("{\n  \"format\": \"Branchbook\",\n  \"v\": %d", version)
	branch, err := s.get(KindBranch)
	if err != nil {
		return err
	}
	if branch != nil {
		d.print(",\n  \"branch\": ")
		d.value(branch, "  ")
	}
	for _, kind := range dumped {
		if err := d.list(s, kind); err != nil {
			return err
		}
	}
	if err := d.counters(s); err != nil {
		return err
	}
	d.print("\n}\n")
	return d.err
}

// dumping remembers the first error of the writer.
type dumping struct {
	w   io.Writer
	err error
}

func (d *dumping) print(format string, a ...any) {
	if d.err == nil {
		_, d.err = fmt.Fprintf(d.w, format, a...)
	}
}

func (d *dumping) value(raw []byte, prefix string) {
	var indented bytes.Buffer
	if err := json.Indent(&indented, raw, prefix, "  "); err != nil && d.err == nil {
		d.err = unreadable(err)
	}
	d.print("%s", indented.Bytes())
}

func (d *dumping) list(s *snapshot, kind string) error {
	d.print(",\n  %q: [", kind)
	first := true
	err := s.scan(kind+"/", func(key string, value []byte) error {
		raw, err := inClear(s, kind, key, value)
		if err != nil {
			return err
		}
		if !first {
			d.print(",")
		}
		first = false
		d.print("\n    ")
		d.value(raw, "    ")
		return d.err
	})
	if err != nil {
		return err
	}
	if !first {
		d.print("\n  ")
	}
	d.print("]")
	return d.err
}

// inClear returns a record as JSON.
func inClear(s *snapshot, kind, key string, value []byte) ([]byte, error) {
	switch kind {
	case KindEvent:
		e, err := openEvent(value)
		if err != nil {
			return nil, err
		}
		return encode(e)
	case KindBlock:
		block, err := blocks.decode(value)
		if err != nil {
			return nil, err
		}
		return blocks.encode(typedOver(s, key, block))
	}
	return bytes.Clone(value), nil
}

func (d *dumping) counters(s *snapshot) error {
	d.print(",\n  \"counters\": {")
	first := true
	err := s.scan(counterPrefix, func(key string, value []byte) error {
		var c counter
		if err := decode(value, &c); err != nil {
			return err
		}
		if !first {
			d.print(",")
		}
		first = false
		d.print("\n    %q: %d", strings.TrimPrefix(key, counterPrefix), c.Last)
		return d.err
	})
	if !first {
		d.print("\n  ")
	}
	d.print("}")
	return err
}

// unreadable counts the records that cannot be decoded.
func (b *Book) unreadable() (n uint64, err error) {
	s := b.snapshot()
	defer s.close()
	return n, s.scan("", func(key string, value []byte) error {
		if !readable(kindOf(key), value) {
			n++
		}
		return nil
	})
}

func readable(kind string, value []byte) bool {
	var into any
	switch kind {
	case KindRules:
		into = &data.Rules{}
	case KindBranch:
		into = &data.Branch{}
	case KindPost:
		into = &data.Post{}
	case KindBody:
		into = &data.Body{}
	case "index":
		return len(value) > 0
	case KindEvent:
		_, err := openEvent(value)
		return err == nil
	case KindPerson:
		into = &data.Person{}
	case KindImport:
		into = &data.ListImport{}
	case KindMeeting:
		into = &data.Meeting{}
	case KindItem:
		into = &data.AgendaItem{}
	case KindBlock:
		into = &data.Block{}
	case KindDecision:
		into = &data.Decision{}
	case KindAction:
		into = &data.Action{}
	case KindMotion:
		into = &data.Motion{}
	case KindVote:
		into = &data.Vote{}
	case KindTerm:
		into = &data.Term{}
	case KindSeat:
		into = &data.Seat{}
	case KindPaper:
		into = &data.Paper{}
	default:
		into = &map[string]any{}
	}
	return decode(value, into) == nil
}
