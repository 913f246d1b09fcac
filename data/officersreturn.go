package data

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// An OfficersInput is what an officers return is worked out from.
type OfficersInput struct {
	Branch Branch
	Posts  []Post // in their order
	Terms  []Term // any; past ones name who held a post before
	People Names
	Rules  Rules // those in force on AsAt
	AsAt   Date
	// Members counts the branch as at MembersAsAt.
	Members     Membership
	MembersAsAt Date
	Meetings    []Meeting // any; the last annual general meeting is named with its quorum
	Seats       []Seat    // any; who agreed as a delegate to share contact details has agreed
	Columns     []string  // keys; nil for the default ones
}

// officerColumns are those that a constituency party and the party's own role lists ask for.
func officerColumns() []ReturnColumn {
	return []ReturnColumn{
		{Key: "post", Title: "Post", Default: true},
		{Key: "name", Title: "Name", Default: true},
		{Key: "number", Title: "Membership no.", Kind: CodeColumn, Personal: true},
		{Key: "gender", Title: "Gender", Personal: true},
		{Key: "email", Title: "Email", Personal: true, Contact: true},
		{Key: "phone", Title: "Phone", Kind: CodeColumn, Personal: true, Contact: true},
		{Key: "how", Title: "How", Default: true},
		{Key: "from", Title: "Date", Kind: DateColumn, Default: true},
		{Key: "to", Title: "Term to", Kind: DateColumn, Default: true},
		{Key: "share", Title: "Job-share", Default: true},
		{Key: "before", Title: "Previous holder", Default: true},
		{Key: "access", Title: "Access needed", Kind: ProseColumn},
	}
}

// untilNextAGM stands in place of a last day that is not known yet.
const untilNextAGM = "until the next AGM begins"

// NewOfficersReturn lists the posts of a branch with who holds them on a day, vacant ones too, and judges the balance of
// those on the executive.
func NewOfficersReturn(in OfficersInput) TableDoc {
	d := TableDoc{
		Kind: OfficersReturn, Title: "Officers return", Page: "Return", About: "The return", Sheet: "Officers", Branch: in.Branch.PaperName(), CLP: in.Branch.CLP,
		To: in.Branch.CLPSecretary, AsAt: in.AsAt, Offered: officerColumns(), Holds: "names, posts and how they were filled",
		Declaration: "The officers listed here were elected or appointed by the branch as stated.", Signers: []string{"Branch secretary", "Branch chair"},
	}
	d.Columns = columnsOn(d.Offered, in.Columns)
	b := board{OfficersInput: in, executive: map[PersonID]bool{}}
	for _, p := range in.Posts {
		d.Rows = append(d.Rows, b.rowsOf(p)...)
	}
	d.Summary = fmt.Sprintf("%d of %s filled", len(in.Posts)-len(b.vacant), NumberOf(len(in.Posts), "post", "posts"))
	d.Facts, d.Gone = in.facts(), in.gone()
	d.Sections = b.sections()
	d.Warnings = b.warnings(d)
	return d
}

// A board is the officers as they are counted.
type board struct {
	OfficersInput
	vacant         []string // names of posts
	executive      map[PersonID]bool
	executiveEmpty int
	women          int
}

func (b *board) rowsOf(p Post) []TableRow {
	var own, held []Term
	for _, t := range b.Terms {
		if t.Post != p.ID {
			continue
		}
		own = append(own, t)
		if t.HeldOn(b.AsAt) {
			held = append(held, t)
		}
	}
	slices.SortStableFunc(own, func(x, y Term) int { return cmp.Or(x.From.Compare(y.From), cmp.Compare(x.ID, y.ID)) })
	if len(held) == 0 {
		b.vacant = append(b.vacant, p.Name)
		b.executiveEmpty += b2i(p.Executive) * p.Wanted()
		before, ended := b.before(own, held)
		row := TableRow{Key: ID(p.ID), Name: p.Name + " (vacant)", Vacant: true, Cells: map[string]any{"post": p.Name, "name": "Vacant", "before": before}}
		row.Cells["access"] = b.access(Term{From: ended}, own, held)
		return []TableRow{row}
	}
	var rows []TableRow
	for _, t := range held {
		b.countIn(p, t)
		rows = append(rows, b.rowOf(p, t, own, held))
	}
	if n := len(held); n < p.Wanted() {
		b.executiveEmpty += b2i(p.Executive) * (p.Wanted() - n)
		b.vacant = append(b.vacant, fmt.Sprintf("%s (%d of %d)", p.Name, p.Wanted()-n, p.Wanted()))
		rows = append(rows, TableRow{Key: ID(p.ID), Name: p.Name + " (vacant)", Cells: map[string]any{"post": p.Name, "name": "Vacant"}})
	}
	return rows
}

func (b *board) countIn(p Post, t Term) {
	if !p.Executive || b.executive[t.Person] {
		return
	}
	b.executive[t.Person] = true
	b.women += b2i(b.People[t.Person].Gender == Woman)
}

func (b *board) rowOf(p Post, t Term, own, held []Term) TableRow {
	name := b.People.Name(t.Person)
	who := b.People[t.Person]
	before, _ := b.before(own, held)
	cells := map[string]any{
		"post": p.Name, "name": name, "number": who.Number, "gender": Capital(string(who.Gender)), "email": who.Email, "phone": strings.Join(who.Phones, ", "),
		"how": howHeld(t), "from": t.From, "to": untilNextAGM, "before": before, "access": b.access(t, own, held),
	}
	if !t.To.IsZero() {
		cells["to"] = t.To
	}
	var with []string
	for _, other := range held {
		// Two auditors hold two places of one name; two who share hold one.
		if other.Person != t.Person && (p.Wanted() == 1 || t.Shared && other.Shared) {
			with = append(with, b.People.Name(other.Person))
		}
	}
	if len(with) > 0 {
		cells["share"] = "with " + listed(with)
	}
	return TableRow{Key: officerKey(t), Name: name + ", " + uncapital(p.Name), Person: t.Person, Cells: cells, Came: joined("from "+t.From.String(), string(t.How))}
}

// howHeld is "Ballot", "Co-opted", or for somebody who stands in "Acting, appointed".
func howHeld(t Term) string {
	if t.Acting {
		return joined("Acting", string(t.How))
	}
	return Capital(string(t.How))
}

// before names who held the post last before those who hold it now, with their last day.
func (b *board) before(own, held []Term) (words string, ended Date) {
	for _, t := range own {
		now := slices.ContainsFunc(held, func(h Term) bool { return h.Person == t.Person })
		if !now && !t.To.IsZero() && t.To.Before(b.AsAt) && !t.To.Before(ended) {
			words, ended = b.People.Name(t.Person)+", to "+t.To.Short(), t.To
		}
	}
	return words, ended
}

// access says what has to change in a list of roles that somebody keeps elsewhere: who came into the post since the last
// annual general meeting began, and who went out of it.
func (b *board) access(t Term, own, held []Term) string {
	from := b.lastAGM().Date
	if from.IsZero() {
		from = b.AsAt.AddYears(-1)
	}
	var words []string
	if t.Person != "" && !t.From.Before(from) && !slices.ContainsFunc(own, func(o Term) bool { return o.Person == t.Person && o.From.Before(from) }) {
		words = append(words, "add "+b.People.Name(t.Person))
	}
	for _, o := range own {
		stays := slices.ContainsFunc(held, func(h Term) bool { return h.Person == o.Person })
		if !stays && !o.To.IsZero() && !o.To.Before(from.AddDays(-1)) && o.To.Before(b.AsAt) {
			words = append(words, "take out "+b.People.Name(o.Person))
		}
	}
	return Capital(strings.Join(slices.Compact(words), "; "))
}

func (in OfficersInput) lastAGM() Meeting { return lastAGM(in.Meetings, in.AsAt) }

// lastAGM is the latest annual general meeting that was held by a day; zero where there was none.
func lastAGM(meetings []Meeting, on Date) Meeting {
	var last Meeting
	for _, m := range meetings {
		if m.Kind == AGM && m.held() && !m.Date.After(on) && m.Date.After(last.Date) {
			last = m
		}
	}
	return last
}

// held says that the meeting took place, or is taking place.
func (m Meeting) held() bool { return m.Status == Closed || m.Status == InSession }

// gone says until when those held their posts who hold them no longer, by the key of the row.
func (in OfficersInput) gone() map[ID]string {
	last, out := map[ID]Date{}, map[ID]string{}
	for _, t := range in.Terms {
		key := officerKey(t)
		if !t.To.IsZero() && t.To.Before(in.AsAt) && !t.To.Before(last[key]) {
			last[key], out[key] = t.To, "until "+t.To.String()
		}
	}
	return out
}

// officerKey is that of a row: somebody in a post.
func officerKey(t Term) ID { return ID(t.Post) + "/" + ID(t.Person) }

func (in OfficersInput) facts() []Fact {
	agm := ""
	if m := in.lastAGM(); m.ID != "" {
		agm = joinedBy(": ", m.Date.String(), m.Quorum.Verdict)
	}
	return present([]Fact{
		{"To", joined(in.Branch.CLPSecretary, in.Branch.CLP)},
		{"As at", in.AsAt.String()},
		{"Annual general meeting", agm},
		{"Membership", DelegateInput{Members: in.Members, MembersAsAt: in.MembersAsAt}.membershipWords()},
	})
}

// present leaves out facts that say nothing.
func present(facts []Fact) []Fact {
	return slices.DeleteFunc(facts, func(f Fact) bool { return strings.TrimSpace(f.Value) == "" })
}

func (b *board) sections() []TableSection {
	posts := TableSection{Title: "Posts", Sums: []TableSum{{Label: "Filled", N: len(b.Posts) - len(b.vacant)}, {Label: "Vacant", N: len(b.vacant), Words: listed(b.vacant)}}}
	f := b.balance()
	balance := TableSection{Title: "Balance of officers", Sums: []TableSum{{Label: "Women", N: b.women, Words: "of " + NumberOf(len(b.executive), "officer", "officers") + " on the executive"}}}
	balance.judged(f)
	return []TableSection{posts, balance}
}

func (b *board) balance() Finding {
	return b.Rules.Officers.Judge(b.women, len(b.executive), len(b.executive)+b.executiveEmpty)
}

// judged adds what a rule concluded, with its source and its other readings in small type.
func (s *TableSection) judged(f Finding) {
	s.Sentences = append(s.Sentences, sentence(f.Sentence()))
	if f.Source != "" {
		s.Notes = append(s.Notes, "Source: "+f.Source)
	}
	for _, other := range f.Other {
		s.Notes = append(s.Notes, "On another reading: "+other.Sentence())
	}
}

func (b *board) warnings(d TableDoc) []string {
	var out []string
	if len(b.vacant) > 0 {
		out = append(out, fmt.Sprintf("%s vacant: %s.", are(len(b.vacant), "post", "posts"), listed(b.vacant)))
	}
	if f := b.balance(); f.Warning {
		out = append(out, sentence(f.Sentence()))
	}
	for _, r := range d.Rows {
		p, known := b.People[r.Person]
		switch {
		case r.Person == "":
		case !known:
			out = append(out, fmt.Sprintf("The post of %s is held by someone who is no longer in the book. Choose who holds it.", uncapital(r.Cells["post"].(string))))
		case p.Status == Left:
			out = append(out, fmt.Sprintf("%s is no longer on the membership list. Check the post before you send this.", r.Name))
		}
	}
	if asked := b.notAsked(d); len(asked) > 0 {
		out = append(out, fmt.Sprintf("No consent to share contact details is recorded for %s. Ask before you send this, or switch those columns off.", listed(asked)))
	}
	return out
}

// notAsked names the officers whose contact details the return has, though they did not agree as delegates to share them.
// A post asks for no consent of its own: who takes one on expects to be written to, so nothing is held back.
func (b *board) notAsked(d TableDoc) []string {
	agreed := map[PersonID]bool{}
	for _, s := range b.Seats {
		agreed[s.Person] = agreed[s.Person] || s.Consent && s.HeldOn(b.AsAt)
	}
	var names []string
	for _, r := range d.Rows {
		says := slices.ContainsFunc(d.Columns, func(c ReturnColumn) bool { return c.Contact && r.Text(c) != "" })
		if name := b.People.Name(r.Person); says && !agreed[r.Person] && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}
