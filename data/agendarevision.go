package data

import (
	"fmt"
	"slices"
	"strings"
)

// agendaStep is the room left between the places of two items, so that another fits in without moving the rest.
const agendaStep = 10

// PlaceItems returns an agenda in the order given, with places that say so.
func PlaceItems(items []AgendaItem) []AgendaItem {
	for i := range items {
		items[i].Place = (i + 1) * agendaStep
	}
	return items
}

// IsOwn says whether the item is the secretary's: typed, or written by the book and since then renamed, noted, given a
// speaker, or taken at the meeting. The book writes its own items again, and takes them away when they no longer hold.
func (a AgendaItem) IsOwn() bool {
	return a.From.IsZero() || a.Heading != a.Wrote || a.Speaker != nil || a.Private != "" || a.recorded()
}

// ReviseAgenda returns a meeting's agenda, in order, as it is once the book has written itself into it: what is new is
// put in, what changed is renamed and what is settled is gone. What is the secretary's own stays, and what they took off
// stays off. Doing it twice changes nothing. newID names the new items.
func ReviseAgenda(m Meeting, items []AgendaItem, written []Written, newID func() ItemID) []AgendaItem {
	r := revision{meeting: m, newID: newID}
	r.weed(OrderItems(items), written)
	for _, w := range written {
		if !w.Listed && !slices.Contains(m.LeftOut, w.From) && !r.has(w.From) {
			r.add(w)
		}
	}
	return r.agenda
}

type revision struct {
	meeting Meeting
	agenda  []AgendaItem
	newID   func() ItemID
}

func (r *revision) has(from Source) bool {
	return slices.ContainsFunc(r.agenda, func(a AgendaItem) bool { return a.From == from })
}

// weed renames what the book wrote and takes out what no longer holds. What was part of it moves up.
func (r *revision) weed(items []AgendaItem, written []Written) {
	now := map[Source]Written{}
	for _, w := range written {
		now[w.From] = w
	}
	gone := map[ItemID]ItemID{}
	for _, item := range items {
		if up, is := gone[item.Under]; is {
			item.Under = up // the one above came first, so where it moved is settled
		}
		if item.IsOwn() {
			r.agenda = append(r.agenda, item)
			continue
		}
		if w, still := now[item.From]; still {
			item.Heading, item.Wrote = w.Heading, w.Heading
		} else if usual := standingHeading(r.meeting.Kind, item.Kind); item.From.Kind == FromMinutes && usual != "" && item.Under == "" {
			// The line for the minutes is of the usual agenda: it stays, about no meeting any more.
			item.Heading, item.From, item.Wrote = usual, Source{}, ""
		} else {
			gone[item.ID] = item.Under
			continue
		}
		r.agenda = append(r.agenda, item)
	}
	if r.oneOfTheUsual(); len(r.agenda) < len(items) {
		r.agenda = PlaceItems(r.agenda)
	}
}

// oneOfTheUsual leaves one line for minutes where several meetings' minutes have been settled.
func (r *revision) oneOfTheUsual() {
	usual, seen := standingHeading(r.meeting.Kind, ItemMinutes), false
	r.agenda = slices.DeleteFunc(slices.Clone(r.agenda), func(a AgendaItem) bool {
		if a.Kind != ItemMinutes || !a.From.IsZero() || a.Heading != usual || a.recorded() || a.Under != "" {
			return false
		}
		again := seen
		seen = true
		return again && !slices.ContainsFunc(r.agenda, func(part AgendaItem) bool { return part.Under == a.ID })
	})
}

// add puts in what is not there: on the line that was kept for it, as part of the item it belongs under, or among the
// others by what sort of business it is.
func (r *revision) add(w Written) {
	for i, a := range r.agenda {
		kept := a.Heading == w.Heading || w.From.Kind == FromMinutes && a.Heading == standingHeading(r.meeting.Kind, ItemMinutes)
		if a.From.IsZero() && a.Kind == w.Kind && kept {
			r.agenda[i].From, r.agenda[i].Heading, r.agenda[i].Wrote = w.From, w.Heading, w.Heading
			return
		}
	}
	item := AgendaItem{
		ID: r.newID(), Meeting: r.meeting.ID, Kind: w.Kind, Heading: w.Heading, Wrote: w.Heading, From: w.From, Minutes: w.Minutes,
	}
	at := r.among(w.Kind)
	if above := r.holder(w.Under); above >= 0 {
		item.Under = r.agenda[above].ID
		at = r.behind(above)
	}
	r.agenda = PlaceItems(slices.Insert(r.agenda, at, item))
}

// holder is the item of its own that takes parts of a kind; -1 where there is none.
func (r *revision) holder(kind ItemKind) int {
	if kind == "" {
		return -1
	}
	return slices.IndexFunc(r.agenda, func(a AgendaItem) bool { return a.Kind == kind && a.Under == "" && a.From.IsZero() })
}

// behind is the place after an item and its parts.
func (r *revision) behind(i int) int {
	inside := map[ItemID]bool{r.agenda[i].ID: true}
	for i++; i < len(r.agenda) && inside[r.agenda[i].Under]; i++ {
		inside[r.agenda[i].ID] = true
	}
	return i
}

// among is where an item of its own stands by the usual order of business.
func (r *revision) among(kind ItemKind) int {
	for i, a := range r.agenda {
		if a.Under == "" && rankOf(a.Kind) > rankOf(kind) {
			return i
		}
	}
	return len(r.agenda)
}

// rankOf orders kinds of business as agendas usually have them. What has no usual place comes before the end.
func rankOf(kind ItemKind) int {
	order := [][]ItemKind{
		{ItemWelcome, ItemApologies, ItemCondolences}, {ItemMinutes}, {ItemMatters, ItemRatify}, {ItemCorrespondence},
		{ItemSpeaker}, {ItemReport}, {ItemMotions}, {ItemElection, ItemOther, ItemBreakout}, {ItemCampaigns}, {ItemAOB}, {ItemNext},
	}
	return slices.IndexFunc(order, func(kinds []ItemKind) bool { return slices.Contains(kinds, kind) })
}

// AgendaNews says in a sentence what a revision put on an agenda: "“Ratify: pay hall hire £45” wrote itself onto the
// agenda, from 10 September." It is "" when nothing was put on.
func AgendaNews(before, after []AgendaItem, written []Written) string {
	had := map[Source]bool{}
	for _, a := range before {
		had[a.From] = true
	}
	var news []AgendaItem
	for _, a := range after {
		if !a.From.IsZero() && !had[a.From] {
			news = append(news, a)
		}
	}
	switch len(news) {
	case 0:
		return ""
	case 1:
		i := slices.IndexFunc(written, func(w Written) bool { return w.From == news[0].From })
		return sentence(joined(fmt.Sprintf("“%s” wrote itself onto the agenda", news[0].Heading), written[i].Note))
	}
	return fmt.Sprintf("%d items wrote themselves onto the agenda, the first of them “%s”.", len(news), news[0].Heading)
}

// ListedWords sums up what is listed under an item: "3 open actions, 1 reply awaited".
func ListedWords(listed []Written) string {
	var actions, replies, toSend, letters int
	var results []string
	for _, w := range listed {
		switch {
		case w.From.Kind == FromAction:
			actions++
		case w.From.Kind == FromLetter:
			letters++
		case strings.HasSuffix(w.Heading, "to report back"):
			results = append(results, w.Heading)
		case w.Note == notSentYet:
			toSend++
		default:
			replies++
		}
	}
	var words []string
	say := func(n int, one, many string) {
		if n > 0 {
			words = append(words, NumberOf(n, one, many))
		}
	}
	say(actions, "open action", "open actions")
	say(replies, "reply awaited", "replies awaited")
	say(toSend, "motion to be sent", "motions to be sent")
	say(letters, "letter waiting", "letters waiting")
	if len(results) == 1 {
		words = append(words, results[0])
	} else {
		say(len(results), "result to report back", "results to report back")
	}
	return strings.Join(words, ", ")
}
