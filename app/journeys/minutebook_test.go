//go:build journeys

package journeys

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
)

// A minuteBook is what the journeys look at in the dump of a book.
type minuteBook struct {
	Branch struct {
		Name, CLP, Secretary string
		Wards                []string
	}
	People    []struct{ ID, First, Last string }                       `json:"person"`
	Meetings  []meeting                                                `json:"meeting"`
	Items     []item                                                   `json:"item"`
	Blocks    []struct{ ID, Item, Meeting, Kind, Text, Record string } `json:"block"`
	Events    []struct{ Meeting, Person, Move, Capacity string }       `json:"event"`
	Decisions []decision                                               `json:"decision"`
	Motions   []motion                                                 `json:"motion"`
	Votes     []vote                                                   `json:"vote"`
	Contests  []struct{ ID, Meeting, Title, Status string }            `json:"contest"`
	Terms     []struct{ Person, From, To, Contest string }             `json:"term"`
	Approvals []struct {
		Meeting, ApprovedAt, Signed string
		AsAmended                   bool
	} `json:"approval"`
}

// inSession is the one meeting that is.
func (b minuteBook) inSession(t *testing.T) meeting {
	t.Helper()
	for _, m := range b.Meetings {
		if m.Status == "in session" {
			return m
		}
	}
	t.Fatal("no meeting is in session")
	return meeting{}
}

// on is the meeting of a day.
func (b minuteBook) on(t *testing.T, day string) meeting {
	t.Helper()
	for _, m := range b.Meetings {
		if m.Date == day {
			return m
		}
	}
	t.Fatalf("there is no meeting on %s", day)
	return meeting{}
}

// at are the items of a meeting that were begun.
func (b minuteBook) at(meeting string) []item {
	var begun []item
	for _, i := range b.Items {
		if i.Meeting == meeting && i.Began != "" {
			begun = append(begun, i)
		}
	}
	return begun
}

type meeting struct {
	ID, Date, Status string
	Quorum           finding
}

type item struct {
	ID, Meeting, Heading, Began, Ended string
	Blocks                             []string
}

type decision struct {
	ID, Ref, Meeting, Item, Text, Ratified string
	Pressing                               bool
}

type finding struct{ Verdict, Sum, Source string }

type motion struct{ ID, Ref, Title, Meeting, Mover, Seconder, Outcome, Vote string }

type vote struct {
	ID, Meeting, Motion, Question, Outcome, Declared string
	For, Against, Abstained, Voters                  int
	Entitled                                         []string
	Finding                                          finding
}

// reads dumps the book of the desk, which must be closed.
func (d *desk) reads(passphrase string) minuteBook {
	d.t.Helper()
	var b minuteBook
	if err := json.Unmarshal([]byte(d.ask(passphrase, "dump", "--json")), &b); err != nil {
		d.t.Fatalf("the dump is no JSON: %v", err)
	}
	return b
}

// name of a person as people write it.
func (b minuteBook) name(id string) string {
	for _, p := range b.People {
		if p.ID == id {
			return strings.TrimSpace(p.First + " " + p.Last)
		}
	}
	return id
}

func (b minuteBook) names() []string {
	var names []string
	for _, p := range b.People {
		names = append(names, b.name(p.ID))
	}
	slices.Sort(names)
	return names
}

// came are the names of those who came in at a meeting, in the order they did.
func (b minuteBook) came(meeting string) []string {
	var names []string
	for _, e := range b.Events {
		if e.Meeting == meeting && e.Move == "in" {
			names = append(names, b.name(e.Person))
		}
	}
	return names
}

// written is everything that was typed into the minutes of a meeting, block by block in the order of the agenda.
func (b minuteBook) written(meeting string) string {
	var texts []string
	for _, item := range b.Items {
		for _, id := range item.Blocks {
			for _, block := range b.Blocks {
				if item.Meeting == meeting && block.ID == id && block.Text != "" {
					texts = append(texts, block.Text)
				}
			}
		}
	}
	return strings.Join(texts, "\n")
}

func (b minuteBook) votes(meeting string) []vote {
	var votes []vote
	for _, v := range b.Votes {
		if v.Meeting == meeting {
			votes = append(votes, v)
		}
	}
	return votes
}

func (b minuteBook) motion(ref string) motion {
	for _, m := range b.Motions {
		if m.Ref == ref {
			return m
		}
	}
	return motion{}
}

func want[T any](t *testing.T, what string, got, wanted T) {
	t.Helper()
	g, _ := json.Marshal(got)
	w, _ := json.Marshal(wanted)
	if string(g) != string(w) {
		t.Errorf("%s: got %s, want %s", what, g, w)
	}
}
