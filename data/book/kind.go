package book

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"

	"branchbook/data"
)

// A kind is how one sort of record is kept.
type kind[T any, I ~string] struct {
	name  string                  // the first part of its keys
	marks func(*T) (*I, *int)     // where its id and its revision are
	order func(T) string          // what All sorts by; records that are equal in it follow their ids
	under func(T) string          // the record it is kept under; nil for one that stands alone
	ref   func(T) string          // its reference, such as M-2026-04; nil for one that has none
	form  func(T) any             // what is written in its stead; nil for itself
	pack  func(T) ([]byte, error) // nil for JSON
	open  func([]byte) (T, error) // nil for JSON
}

func (k *kind[T, I]) id(record T) I {
	id, _ := k.marks(&record)
	return *id
}

func (k *kind[T, I]) revision(record T) int {
	_, revision := k.marks(&record)
	return *revision
}

// prefix is what all keys of the kind begin with, or those kept under one record.
func (k *kind[T, I]) prefix(under ...string) string {
	return k.name + "/" + strings.Join(append(under, ""), "/")
}

func (k *kind[T, I]) key(under string, id I) string {
	if k.under == nil {
		return k.prefix() + string(id)
	}
	return k.prefix(under) + string(id)
}

func (k *kind[T, I]) indexKey(id I) string { return "index/" + k.name + "/" + string(id) }

func (k *kind[T, I]) encode(record T) ([]byte, error) {
	if k.pack != nil {
		return k.pack(record)
	}
	if k.form != nil {
		return encode(k.form(record))
	}
	return encode(record)
}

func (k *kind[T, I]) decode(value []byte) (T, error) {
	if k.open != nil {
		return k.open(value)
	}
	var record T
	err := decode(value, &record)
	return record, err
}

// version is that of the JSON form of records.
const version = 1

var versionMark = fmt.Appendf(nil, `{"v":%d,`, version)

// encode writes a record, which must be a struct with fields, with its version in front.
func encode(record any) ([]byte, error) {
	var buf bytes.Buffer
	e := json.NewEncoder(&buf)
	e.SetEscapeHTML(false)
	if err := e.Encode(record); err != nil {
		return nil, fmt.Errorf("book: encode %T: %w", record, err)
	}
	return append(bytes.Clone(versionMark), bytes.TrimSuffix(buf.Bytes()[1:], []byte("\n"))...), nil
}

// decode reads what encode wrote. A later version's record is refused, kindly.
func decode(value []byte, record any) error {
	if !bytes.HasPrefix(value, versionMark) {
		var head struct {
			V int `json:"v"`
		}
		if err := json.Unmarshal(value, &head); err != nil || head.V <= version {
			return unreadable(fmt.Errorf("book: a %T without a version: %w", record, err))
		}
		return newerRecord(head.V)
	}
	if err := json.Unmarshal(value, record); err != nil {
		return unreadable(fmt.Errorf("book: decode %T: %w", record, err))
	}
	return nil
}

func newerRecord(v int) error {
	return data.NewProblem("A later version of Branchbook wrote a part of this book. Nothing was touched. Install that version here, and open the book again.",
		fmt.Errorf("book: record of version %d", v))
}

func unreadable(cause error) error {
	return data.NewProblem("A record in the book cannot be read. Make a backup, then check the book under Settings, Safety.", cause)
}
