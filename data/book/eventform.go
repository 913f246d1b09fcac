package book

import (
	"encoding/binary"
	"errors"
	"fmt"

	"github.com/oklog/ulid/v2"

	"branchbook/data"
)

// The compact form of a register's line: a version byte, then each field in turn. A time is its minutes since midnight
// plus one, 0 when not known. A text is its length and its bytes; an id that is a ULID is a 0 and 16 bytes, any other a
// length and its text; words that are always the same are one byte, from the tables below. Version 2 ends with a byte that
// is 1 for somebody who came in online.
const eventVersion = 2

var (
	moves      = []data.Move{data.CameIn, data.WentOut, data.SentApologies}
	capacities = []data.Capacity{"", data.Voter, data.NoVote, data.Delegate, data.Observer, data.Visitor, data.InOffice}
)

// ownWord marks a word that is in no table: it follows as a text.
const ownWord = 0xff

func packEvent(e data.Event) ([]byte, error) {
	b := []byte{eventVersion}
	for _, id := range []string{string(e.ID), string(e.Meeting), string(e.Person), string(e.Unnamed)} {
		b = packID(b, id)
	}
	b = packWord(b, moves, e.Move)
	b = packWord(b, capacities, e.Capacity)
	b = binary.AppendUvarint(b, uint64(e.At.Minutes()+1))
	b = packText(b, e.Reason)
	b = packText(b, e.ReportedBy)
	online := byte(0)
	if e.Online {
		online = 1
	}
	return append(b, online), nil
}

func packText(b []byte, s string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}

func packID(b []byte, id string) []byte {
	u, err := ulid.ParseStrict(id)
	if err != nil || u.String() != id {
		return packText(append(b, 1), id)
	}
	return append(append(b, 0), u[:]...)
}

func packWord[W ~string](b []byte, table []W, word W) []byte {
	for i, w := range table {
		if w == word {
			return append(b, byte(i))
		}
	}
	return packText(append(b, ownWord), string(word))
}

func openEvent(b []byte) (data.Event, error) {
	if len(b) == 0 {
		return data.Event{}, unreadable(errors.New("book: empty event"))
	}
	if b[0] > eventVersion {
		return data.Event{}, newerRecord(int(b[0]))
	}
	o := opener{rest: b[1:]}
	e := data.Event{
		ID:       data.EventID(o.id()),
		Meeting:  data.MeetingID(o.id()),
		Person:   data.PersonID(o.id()),
		Unnamed:  data.EventID(o.id()),
		Move:     openWord(&o, moves),
		Capacity: openWord(&o, capacities),
		At:       o.time(),
	}
	e.Reason, e.ReportedBy = o.text(), o.text()
	if b[0] >= 2 {
		e.Online = o.byte() == 1
	}
	if len(o.rest) > 0 {
		o.fail("more than one event")
	}
	if b[0] == 0 {
		o.fail("no version")
	}
	if o.err != nil {
		return data.Event{}, unreadable(o.err)
	}
	return e, nil
}

// An opener reads a compact form. After its first failure it reads nothing more.
type opener struct {
	rest []byte
	err  error
}

func (o *opener) fail(what string) {
	if o.err == nil {
		o.err = fmt.Errorf("book: event: %s", what)
	}
	o.rest = nil
}

func (o *opener) take(n uint64) []byte {
	if o.err != nil || n > uint64(len(o.rest)) {
		o.fail("cut short")
		return nil
	}
	b := o.rest[:n]
	o.rest = o.rest[n:]
	return b
}

func (o *opener) byte() byte {
	if b := o.take(1); b != nil {
		return b[0]
	}
	return 0
}

func (o *opener) number() uint64 {
	n, size := binary.Uvarint(o.rest)
	if size <= 0 {
		o.fail("not a number")
		return 0
	}
	o.rest = o.rest[size:]
	return n
}

func (o *opener) text() string { return string(o.take(o.number())) }

func (o *opener) id() string {
	switch o.byte() {
	case 0:
		if b := o.take(16); b != nil {
			return ulid.ULID(b).String()
		}
		return ""
	case 1:
		return o.text()
	}
	o.fail("not an id")
	return ""
}

func (o *opener) time() data.Time {
	n := o.number()
	if n == 0 || o.err != nil {
		return data.Time{}
	}
	t, err := data.NewTime(int(min(n-1, 48*60)/60), int((n-1)%60))
	if err != nil {
		o.fail("not a time")
	}
	return t
}

func openWord[W ~string](o *opener, table []W) W {
	at := o.byte()
	if at == ownWord {
		return W(o.text())
	}
	if int(at) >= len(table) {
		o.fail("not a word")
		return ""
	}
	return table[at]
}
