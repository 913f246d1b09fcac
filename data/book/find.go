package book

import (
	"strings"
	"sync"

	"branchbook/data"
	"branchbook/data/search"
)

// A Found is something in the book that a search found.
type Found struct {
	// Kind is KindMotion, KindContest, KindDecision, KindAction, KindBlock (a text of the minutes), KindLetter, KindMeeting
	// or KindPerson. What became of a motion elsewhere is found with the motion, and a nominee with the contest.
	Kind string
	ID   data.ID
	// Meeting is where it was made; "" when it was not made at one.
	Meeting data.MeetingID
	// Title is one line that says what it is, Text what was searched in, and Date when it was; zero when not known.
	Title, Text string
	Date        data.Date
}

// foundKinds are the kinds in the order in which a search lists them: what was decided before what was said.
var foundKinds = []string{KindMotion, KindContest, KindDecision, KindAction, KindBlock, KindLetter, KindMeeting, KindPerson}

// FoundKinds lists the kinds that Find knows, in the order in which a search lists them.
func FoundKinds() []string { return append([]string(nil), foundKinds...) }

// finder is the index over what was written, one for each kind, made when it is first wanted and again when a Change
// has altered the kind. It is in memory alone.
type finder struct {
	mu      sync.Mutex
	stale   map[string]bool
	indexes map[string]*search.Index
	found   map[string]map[string]Found
}

// Find searches everything that was written, for every word of the query; the last may be the beginning of one, and
// words in quotes stand together. Accents and apostrophes do not matter. kind narrows to one kind; "" is all, the most
// telling kinds first.
func (b *Book) Find(query, kind string) ([]Found, error) {
	f := &b.finder
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.indexes == nil {
		f.indexes, f.found, f.stale = map[string]*search.Index{}, map[string]map[string]Found{}, map[string]bool{}
		b.Subscribe(func(n Notice) { f.changed(n.Kinds) })
	}
	var all []Found
	for _, k := range foundKinds {
		if kind != "" && kind != k {
			continue
		}
		if err := b.indexKind(k); err != nil {
			return nil, err
		}
		for _, name := range f.indexes[k].Find(query) {
			all = append(all, f.found[k][name])
		}
	}
	return all, nil
}

func (f *finder) changed(kinds map[string]bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	for k := range kinds {
		f.stale[k] = true
	}
	if kinds[KindForwarding] {
		f.stale[KindMotion] = true
	}
	if kinds[KindBallot] {
		f.stale[KindContest] = true
	}
	// Minutes and records are titled by their meeting, and actions by their owner.
	if kinds[KindMeeting] || kinds[KindPerson] {
		for _, k := range foundKinds {
			f.stale[k] = true
		}
	}
}

// indexKind makes the index of a kind if there is none, or it is stale.
func (b *Book) indexKind(kind string) error {
	f := &b.finder
	if f.indexes[kind] != nil && !f.stale[kind] {
		return nil
	}
	index, found := &search.Index{}, map[string]Found{}
	err := b.Read(func(r *Reading) error {
		return r.eachFound(kind, func(entry Found) {
			index.Put(string(entry.ID), entry.Title+" "+entry.Text)
			found[string(entry.ID)] = entry
		})
	})
	if err != nil {
		return err
	}
	f.indexes[kind], f.found[kind] = index, found
	delete(f.stale, kind)
	return nil
}

// eachFound tells what there is to be found of a kind.
func (r *Reading) eachFound(kind string, tell func(Found)) error {
	names, err := r.People.Names()
	if err != nil {
		return err
	}
	meetings, err := r.Meetings.All()
	if err != nil {
		return err
	}
	on := map[data.MeetingID]data.Date{}
	for _, m := range meetings {
		on[m.ID] = m.Date
	}
	switch kind {
	case KindPerson:
		return each(r.People.All, func(p data.Person) {
			tell(Found{Kind: kind, ID: data.ID(p.ID), Title: p.Name(), Text: p.Number + " " + p.Ward + " " + p.Organisation})
		})
	case KindMeeting:
		for _, m := range meetings {
			tell(Found{Kind: kind, ID: data.ID(m.ID), Meeting: m.ID, Title: m.Heading(), Text: m.Venue, Date: m.Date})
		}
		return nil
	case KindMotion:
		sent, err := r.sentOn()
		if err != nil {
			return err
		}
		return each(r.Motions.All, func(m data.Motion) {
			text := strings.Join([]string{m.Text, names.Name(m.Mover), names.Name(m.Seconder), sent[m.ID]}, " ")
			tell(Found{Kind: kind, ID: data.ID(m.ID), Meeting: m.Meeting, Title: m.Ref + " " + m.Title, Text: text, Date: on[m.Meeting]})
		})
	case KindContest:
		return r.foundContests(names, on, tell)
	case KindDecision:
		return each(r.Decisions.All, func(d data.Decision) {
			tell(Found{Kind: kind, ID: data.ID(d.ID), Meeting: d.Meeting, Title: d.Text, Date: on[d.Meeting]})
		})
	case KindAction:
		return each(r.Actions.All, func(a data.Action) {
			tell(Found{Kind: kind, ID: data.ID(a.ID), Meeting: a.Meeting, Title: a.Text, Text: names.Name(a.Owner) + " " + a.OwnerText, Date: a.Made})
		})
	case KindLetter:
		return each(r.Letters.All, func(l data.Letter) {
			text := strings.Join([]string{l.Asks, l.Medium, l.Note}, " ")
			tell(Found{Kind: kind, ID: data.ID(l.ID), Meeting: l.Meeting, Title: l.With + ": " + l.Subject, Text: text, Date: l.Date})
		})
	case KindBlock:
		return each(r.Blocks.All, func(b data.Block) {
			if b.Kind == data.BlockText && strings.TrimSpace(b.Text) != "" {
				tell(Found{Kind: kind, ID: data.ID(b.ID), Meeting: b.Meeting, Title: "", Text: b.Text, Date: on[b.Meeting]})
			}
		})
	}
	return nil
}

// foundContests tells every contest, with who was nominated by whom and what it came to.
func (r *Reading) foundContests(names data.Names, on map[data.MeetingID]data.Date, tell func(Found)) error {
	contests, err := r.Contests.All()
	if err != nil {
		return err
	}
	for _, c := range contests {
		t, err := r.Tally(c)
		if err != nil {
			t = data.Tally{} // figures that do not fit hide nobody from a search
		}
		text := []string{c.Result(t, names).Outcome, c.Objections, c.Why}
		for _, n := range c.Nominees {
			text = append(text, n.Called(names), n.From, names.Name(n.Proposer), names.Name(n.Seconder))
		}
		tell(Found{Kind: KindContest, ID: data.ID(c.ID), Meeting: c.Meeting, Title: c.Heading(), Text: strings.Join(text, " "), Date: on[c.Meeting]})
	}
	return nil
}

// sentOn returns, for each motion that was sent on, to whom and what came back.
func (r *Reading) sentOn() (map[data.MotionID]string, error) {
	sent := map[data.MotionID]string{}
	err := each(r.Forwardings.All, func(f data.Forwarding) {
		sent[f.Motion] += strings.Join([]string{"", f.To, f.AcknowledgedBy, f.TheirResult, f.ClosedWhy, f.Note}, " ")
	})
	return sent, err
}

func each[T any](read func() ([]T, error), tell func(T)) error {
	all, err := read()
	for _, record := range all {
		tell(record)
	}
	return err
}
