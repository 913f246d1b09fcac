package session

import (
	"strings"
	"testing"
	"time"

	"branchbook/data"
	"branchbook/data/book"
)

// types carries out a line of the prompt, and returns what it said.
func (h *hall) types(line string) string {
	h.t.Helper()
	r := h.Understand(line)
	if r.Do == nil {
		h.t.Fatalf("%q cannot be recorded: %s (%s)", line, r.Text, r.More)
	}
	return h.do(r.Do())
}

// shows says what the prompt understands, before Enter.
func (h *hall) shows(line, text string) {
	h.t.Helper()
	if r := h.Understand(line); r.Text != text {
		h.t.Errorf("%q\ngot  %q (%s)\nwant %q", line, r.Text, r.More, text)
	}
}

// elections puts posts and the General Committee into the book, with Whitcombe in the chair since last year.
func (h *hall) withPosts() *hall {
	h.t.Helper()
	err := h.book.Change("set the posts up", func(tx *book.Tx) error {
		for _, p := range data.StandardPosts() {
			p.ID = data.PostID(tx.NewID())
			if err := tx.Posts.Put(p); err != nil {
				return err
			}
			if p.Name == "Chair" {
				term := data.Term{ID: data.TermID(tx.NewID()), Post: p.ID, Person: h.find("whitcombe"), From: data.MustDate(2025, time.June, 12)}
				if err := tx.Terms.Put(term); err != nil {
					return err
				}
			}
		}
		return tx.Bodies.Put(data.Body{ID: data.BodyID(tx.NewID()), Name: data.GeneralCommittee, Place: 1})
	})
	if err != nil {
		h.t.Fatal(err)
	}
	h.do("", h.Load())
	return h
}

// electing has fifteen voters in the room at an item for elections.
func electing(t testing.TB) *hall {
	h := inSession(t).withPosts()
	h.do(h.AddItemOf(data.ItemElection, "Election of branch officers"))
	for _, item := range h.Agenda {
		if item.Heading == "Election of branch officers" {
			h.do(h.TakeUp(item.ID))
		}
	}
	return h.at("8.20pm")
}

// inPost names who holds a post on a day.
func (h *hall) inPost(post string, on data.Date) string {
	h.t.Helper()
	var names []string
	h.do("", h.book.Read(func(r *book.Reading) error {
		posts, err := r.Posts.All()
		if err != nil {
			return err
		}
		terms, err := r.Terms.On(on)
		for _, t := range terms {
			if p, is := byID(posts, func(p data.Post) bool { return p.ID == t.Post }); is && p.Name == post {
				names = append(names, h.name(t.Person))
			}
		}
		return err
	}))
	return strings.Join(names, ", ")
}

// minuted returns what the minutes print of the contest that is at the item on show.
func (h *hall) minuted(lead string) data.MinutedPart {
	h.t.Helper()
	var found data.MinutedPart
	h.do("", h.book.Read(func(r *book.Reading) error {
		e, err := r.Evening(h.Meeting())
		if err != nil {
			return err
		}
		for _, item := range e.Minutes(data.MinutesStyle{}).Items {
			for _, p := range item.Parts {
				if p.Kind == data.BlockContest && p.Lead == lead {
					found = p
				}
			}
		}
		return nil
	}))
	return found
}

// Scenario 11 at the prompt: the chair, three candidates, by preference.
func TestTheChairIsElectedByPreferenceAtThePrompt(t *testing.T) {
	h := electing(t)
	h.shows("el chair: dunne / mbe / oka", "Chair: Margaret Dunne, nominated by Grace Mbeki, seconded by Zoë Okafor")
	h.types("el chair: dunne / mbe / oka")
	h.types("el mbe, carri")
	want(t, h.Blocks[1].Card.Text, "3 stand for 1 place: a ballot.")
	want(t, strings.Join(h.Blocks[1].Card.Lines, "; "), "1  Ben Carrick; 2  Margaret Dunne, proposed Grace Mbeki, seconded Zoë Okafor; 3  Grace Mbeki")
	h.types("tell whit, keo")
	h.types("el pref ballot")
	h.shows("el 7 11", "Votes of Ben Carrick 7, Margaret Dunne 11, Grace Mbeki: 1 figure is wanted yet")
	h.shows("el 7 11 9 1s 1n 29i", "Ben Carrick goes out. Next the totals of Margaret Dunne and Grace Mbeki")
	h.types("el 7 11 9 1s 1n 29i")
	h.shows("el 15 11", "Margaret Dunne (15) elected")
	want(t, h.types("el 15 11"), "Chair: Margaret Dunne (15) elected.")

	want(t, h.inPost("Chair", may14), "Margaret Dunne")
	want(t, h.inPost("Chair", may14.AddDays(-1)), "Jean Whitcombe")
	p := h.minuted("Chair")
	want(t, p.Text, "Margaret Dunne (15) elected.")
	want(t, p.Sum, "Ballot, first preferences: Dunne 11, Mbeki 9, Carrick 7.")
	want(t, p.Note, "Nominations: Margaret Dunne, proposed by Grace Mbeki and seconded by Zoë Okafor. Tellers: Jean Whitcombe and Siobhán Keogh.")
}
