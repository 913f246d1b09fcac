package vault

import (
	"bytes"
	"encoding/binary"
	"errors"
	"time"
	"unicode/utf8"
)

// How a Change is written inside a record: strings and values with their length before them, numbers as varints.
// The first byte of each edit says which sides are present and whether they are written whole or as a splice.
const (
	hasBefore = 1 << iota
	hasAfter
	isSplice
)

const changeVersion = 1

var errGarbled = errors.New("an authentic record that cannot be read")

// texts remembers, for the length of one file of the journal, the last value of each record stated in it,
// so that typing can be written as a splice on it. A file can therefore be read without those before it.
type texts map[string][]byte

// splice says that removed, which stands after the first at bytes, gave way to added.
type splice struct {
	at, tail       int // lengths of what both sides share
	removed, added []byte
}

func spliceOf(before, after []byte) splice {
	shorter := min(len(before), len(after))
	var s splice
	for s.at < shorter && before[s.at] == after[s.at] {
		s.at++
	}
	for s.tail < shorter-s.at && before[len(before)-1-s.tail] == after[len(after)-1-s.tail] {
		s.tail++
	}
	// Whole characters, so that a snapshot shows them as text.
	for s.at > 0 && (continues(before, s.at) || continues(after, s.at)) {
		s.at--
	}
	for s.tail > 0 && (continues(before, len(before)-s.tail) || continues(after, len(after)-s.tail)) {
		s.tail--
	}
	s.removed, s.added = before[s.at:len(before)-s.tail], after[s.at:len(after)-s.tail]
	return s
}

func continues(b []byte, at int) bool { return at < len(b) && !utf8.RuneStart(b[at]) }

// on returns what the splice makes of before.
func (s splice) on(before []byte) ([]byte, error) {
	if s.at < 0 || s.tail < 0 || s.at > len(before) || s.tail > len(before)-s.at ||
		!bytes.Equal(before[s.at:len(before)-s.tail], s.removed) {
		return nil, errGarbled
	}
	after := make([]byte, 0, s.at+len(s.added)+s.tail)
	after = append(after, before[:s.at]...)
	after = append(after, s.added...)
	return append(after, before[len(before)-s.tail:]...), nil
}

// spliceable reports whether the edit may be written on top of what t remembers.
func (t texts) spliceable(typing bool, e Edit) bool {
	if !typing || e.Before == nil || e.After == nil {
		return false
	}
	held, ok := t[e.Key]
	return ok && held != nil && bytes.Equal(held, e.Before)
}

func (t texts) held(key string) []byte { return t[key] }

func (t texts) remember(c Change) {
	for _, e := range c.Edits {
		if c.Typing && e.After != nil {
			t[e.Key] = e.After
		} else {
			delete(t, e.Key)
		}
	}
}

// encodeChange writes c, but for its number and seal, which the record around it has.
func encodeChange(c Change, t texts) []byte {
	b := []byte{changeVersion}
	b = binary.AppendVarint(b, c.When.UnixMilli())
	b = appendBytes(b, []byte(c.What))
	b = appendBytes(b, []byte(c.Group))
	b = append(b, flag(c.Typing, 1))
	b = binary.AppendUvarint(b, c.Undoes)
	b = binary.AppendUvarint(b, c.Redoes)
	b = binary.AppendUvarint(b, uint64(len(c.Edits)))
	for _, e := range c.Edits {
		b = appendEdit(b, e, t.spliceable(c.Typing, e))
	}
	return b
}

func appendEdit(b []byte, e Edit, spliced bool) []byte {
	if spliced {
		s := spliceOf(e.Before, e.After)
		b = append(b, isSplice)
		b = appendBytes(b, []byte(e.Key))
		b = binary.AppendUvarint(b, uint64(s.at))
		b = binary.AppendUvarint(b, uint64(s.tail))
		b = appendBytes(b, s.removed)
		return appendBytes(b, s.added)
	}
	b = append(b, flag(e.Before != nil, hasBefore)|flag(e.After != nil, hasAfter))
	b = appendBytes(b, []byte(e.Key))
	if e.Before != nil {
		b = appendBytes(b, e.Before)
	}
	if e.After != nil {
		b = appendBytes(b, e.After)
	}
	return b
}

func flag(set bool, bit byte) byte {
	if set {
		return bit
	}
	return 0
}

func appendBytes(b, s []byte) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}

// decodeChange reads what encodeChange wrote. Values alias b or what prior returned, neither of which is changed later.
// prior says what a record was when a splice is laid on it.
func decodeChange(b []byte, prior func(key string) []byte) (Change, error) {
	r := reader{b: b}
	if r.byte() != changeVersion {
		return Change{}, errGarbled
	}
	c := Change{When: time.UnixMilli(r.varint()).UTC()}
	c.What, c.Group = string(r.bytes()), string(r.bytes())
	c.Typing = r.byte() == 1
	c.Undoes, c.Redoes = r.uvarint(), r.uvarint()
	n := r.uvarint()
	if n > uint64(len(b)) {
		return Change{}, errGarbled
	}
	c.Edits = make([]Edit, 0, n)
	for range n {
		e, err := r.edit(prior)
		if err != nil {
			return Change{}, err
		}
		c.Edits = append(c.Edits, e)
	}
	if r.bad || len(r.b) != 0 {
		return Change{}, errGarbled
	}
	return c, nil
}

// reader takes a record apart. After something that cannot be, it is bad and gives zeros.
type reader struct {
	b   []byte
	bad bool
}

func (r *reader) fail() { r.b, r.bad = nil, true }

func (r *reader) byte() byte {
	if len(r.b) == 0 {
		r.fail()
		return 0
	}
	c := r.b[0]
	r.b = r.b[1:]
	return c
}

func (r *reader) uvarint() uint64 {
	n, used := binary.Uvarint(r.b)
	if used <= 0 {
		r.fail()
		return 0
	}
	r.b = r.b[used:]
	return n
}

func (r *reader) varint() int64 {
	n, used := binary.Varint(r.b)
	if used <= 0 {
		r.fail()
		return 0
	}
	r.b = r.b[used:]
	return n
}

// bytes never returns nil, since nil means absent.
func (r *reader) bytes() []byte {
	n := r.uvarint()
	if n > uint64(len(r.b)) {
		r.fail()
		return []byte{}
	}
	s := r.b[:n:n]
	r.b = r.b[n:]
	return s
}

func (r *reader) edit(prior func(key string) []byte) (Edit, error) {
	shape := r.byte()
	e := Edit{Key: string(r.bytes())}
	if shape&isSplice != 0 {
		s := splice{at: int(min(r.uvarint(), MaxValue)), tail: int(min(r.uvarint(), MaxValue))}
		s.removed, s.added = r.bytes(), r.bytes()
		if r.bad {
			return e, errGarbled
		}
		held := prior(e.Key)
		if held == nil {
			return e, errGarbled
		}
		var err error
		e.Before = held
		e.After, err = s.on(held)
		return e, err
	}
	if shape&hasBefore != 0 {
		e.Before = r.bytes()
	}
	if shape&hasAfter != 0 {
		e.After = r.bytes()
	}
	return e, nil
}
