package data

import (
	"cmp"
	"strconv"
	"strings"
)

// A HandoverInput is what the summary for whoever takes the branch over is worked out from.
type HandoverInput struct {
	Branch      Branch
	AsAt        Date
	Meetings    []Meeting // in order of their dates
	Approvals   []Approval
	People      Names
	Actions     []Action
	Motions     []Motion
	Forwardings []Forwarding
	Letters     []Letter
	Posts       []Post
	Terms       []Term
	Bodies      []Body
	Seats       []Seat
	Rules       Rules // in force on AsAt
	LastList    *ListImport
	// Copies says where copies of the book are, in sentences.
	Copies []string
}

// Handover works out the summary: what is open, who holds what, what comes next, which rules are in force and where the
// copies are said to be. It holds no private notes and no contact details.
func Handover(in HandoverInput) Report {
	h := handover{year{AnnualInput: AnnualInput{Posts: in.Posts, Terms: in.Terms, People: in.People}, named: map[PersonID]bool{}}, in}
	r := Report{
		Kind: HandoverPaper, Branch: in.Branch.PaperName(), CLP: in.Branch.CLP, Title: "Handover summary",
		Lines: filledLines(in.Branch.CLP, "As at "+fullDay(in.AsAt)), Facts: h.facts(), AsAt: in.AsAt,
		Small: "Private notes and contact details are not in this summary. Everything else is in the book itself, which is handed over as an encrypted copy.",
	}
	for _, s := range []ReportSection{
		h.actions(), h.replies(), h.untaken(), h.letters(), h.minutes(), h.posts(), h.delegations(), h.meetings(), h.rules(),
		{Heading: "Copies of the book", Sentences: in.Copies},
	} {
		if len(s.Sentences)+len(s.Tables) > 0 {
			r.Sections = append(r.Sections, s)
		}
	}
	r.People = len(h.named)
	return r
}

type handover struct {
	year
	in HandoverInput
}

// section is a table under its heading, or the sentence that stands for an empty one.
func section(heading, empty string, t ReportTable) ReportSection {
	if len(t.Rows) == 0 {
		return ReportSection{Heading: heading, Sentences: []string{empty}}
	}
	return ReportSection{Heading: heading, Tables: []ReportTable{t}}
}

func (h handover) facts() []Fact {
	facts := []Fact{{"Wards", strings.Join(h.in.Branch.Wards, ", ")}, {"Secretary", h.in.Branch.Secretary}, {"CLP secretary", h.in.Branch.CLPSecretary}}
	if l := h.in.LastList; l != nil {
		facts = append(facts, Fact{"Membership", NumberOf(l.Counts.Members, "member", "members") + " on the list of " + fullDay(l.AsAt)})
	}
	return present(facts)
}

func (h handover) actions() ReportSection {
	t := ReportTable{Columns: []ReportColumn{{Title: "Ref", Share: 3}, {Title: "Action", Share: 9}, {Title: "Who", Share: 4}, {Title: "Due", Share: 5}}}
	for _, a := range h.in.Actions {
		if a.Status != Open {
			continue
		}
		due := shortDay(a.Due)
		if a.OverdueOn(h.in.AsAt) {
			due += " (overdue)"
		}
		t.Rows = append(t.Rows, []string{a.Ref, Capital(a.Text), cmp.Or(h.name(a.Owner), a.OwnerText), due})
	}
	return section("Open actions", "No action is open.", t)
}

func (h handover) replies() ReportSection {
	refs := map[MotionID]Motion{}
	for _, m := range h.in.Motions {
		refs[m.ID] = m
	}
	t := ReportTable{Columns: []ReportColumn{{Title: "Motion", Share: 6}, {Title: "How it stands", Share: 9}}}
	for _, f := range Awaiting(h.in.Forwardings, h.in.AsAt) {
		m, known := refs[f.Motion]
		if !known {
			continue
		}
		t.Rows = append(t.Rows, []string{m.Ref + " " + m.Title, f.Words(h.in.AsAt)})
	}
	return section("Motions waiting for a reply", "No motion waits for a reply.", t)
}

// untaken are the motions that came in and are still to be taken.
func (h handover) untaken() ReportSection {
	t := ReportTable{Columns: []ReportColumn{{Title: "Motion", Share: 8}, {Title: "Received", Share: 3}, {Title: "State", Share: 4}}}
	for _, m := range h.in.Motions {
		if m.Outcome == Undecided && m.Status != Drafted {
			t.Rows = append(t.Rows, []string{m.Ref + " " + m.Title, shortDay(m.Received), Capital(string(m.Status))})
		}
	}
	return section("Motions still to be taken", "No motion is still to be taken.", t)
}

func (h handover) letters() ReportSection {
	t := ReportTable{Columns: []ReportColumn{{Title: "Letter", Share: 7}, {Title: "Date", Share: 3}, {Title: "How it stands", Share: 6}}}
	for _, l := range h.in.Letters {
		if l.Waits() {
			t.Rows = append(t.Rows, []string{Capital(l.Heading()), shortDay(l.Date), Capital(l.Words(h.in.AsAt))})
		}
	}
	return section("Letters waiting for an answer", "No letter waits for an answer.", t)
}

func (h handover) minutes() ReportSection {
	of := map[MeetingID]Approval{}
	for _, a := range h.in.Approvals {
		of[a.Meeting] = a
	}
	t := ReportTable{Columns: []ReportColumn{{Title: "Meeting", Share: 6}, {Title: "Minutes", Share: 4}}}
	for _, m := range h.in.Meetings {
		if a := of[m.ID]; m.Status == Closed && (a.Approved.IsZero() || !a.Locked()) {
			state := Capital(string(a.State()))
			if !a.Approved.IsZero() {
				state = "Approved, not signed"
			}
			t.Rows = append(t.Rows, []string{m.Heading(), state})
		}
	}
	return section("Minutes not approved or not signed", "All minutes are approved and signed.", t)
}

func (h handover) posts() ReportSection {
	t := ReportTable{Columns: []ReportColumn{{Title: "Post", Share: 4}, {Title: "Held by", Share: 5}, {Title: "Since", Share: 3}, {Title: "How", Share: 3}, {Title: "Until", Share: 3}}}
	for _, p := range h.in.Posts {
		holders := holding(h.in.Terms, p.ID, h.in.AsAt)
		if len(holders) == 0 {
			t.Rows = append(t.Rows, []string{p.Name, "Vacant", "", "", ""})
		}
		for _, x := range holders {
			t.Rows = append(t.Rows, []string{p.Name, h.name(x.Person), shortDay(x.From), Capital(string(x.How)), shortDay(x.To)})
		}
	}
	return section("Posts", "No posts are recorded.", t)
}

// delegations are the seats that are held, with the vacant ones of the General Committee where a rule says how many there are.
func (h handover) delegations() ReportSection {
	t := ReportTable{Columns: []ReportColumn{{Title: "To", Share: 4}, {Title: "Seat", Share: 2, Right: true}, {Title: "Delegate", Share: 5}, {Title: "Elected", Share: 3}, {Title: "Until", Share: 3}}}
	var sum []string
	for _, b := range h.in.Bodies {
		held := seated(h.in.Seats, b.ID, h.in.AsAt)
		for _, s := range held {
			t.Rows = append(t.Rows, []string{b.Name, seatNumber(s), h.name(s.Person), shortDay(s.Elected), cmp.Or(shortDay(s.Ends), "next AGM")})
		}
		if b.Name != GeneralCommittee || h.in.LastList == nil {
			continue
		}
		if n, f := h.in.Rules.Seats.Seats(h.in.LastList.Counts.Members, h.in.LastList.AsAt); n > 0 {
			sum = append(sum, b.Name+": "+f.Sentence()+"; "+NumberOf(max(n-len(held), 0), "seat is", "seats are")+" vacant.")
		}
	}
	s := section("Delegates", "No delegates are recorded.", t)
	s.Sentences = append(sum, s.Sentences...)
	return s
}

func (h handover) meetings() ReportSection {
	t := ReportTable{Columns: []ReportColumn{{Title: "Meeting", Share: 6}, {Title: "Starts", Share: 2}, {Title: "Where", Share: 5}, {Title: "Notice", Share: 4}}}
	for _, m := range h.in.Meetings {
		if m.Status == Closed || m.Off() || m.Date.Before(h.in.AsAt) {
			continue
		}
		notice := "Not sent yet"
		if !m.NoticeSent.IsZero() {
			notice = "Sent " + m.NoticeSent.Short()
		} else if by, _ := h.in.Rules.Notice.Latest(m); !by.IsZero() {
			notice = "To go by " + by.Short()
		}
		t.Rows = append(t.Rows, []string{m.Heading(), m.Starts.String(), m.Venue, notice})
	}
	return section("Next meetings", "No meeting is planned.", t)
}

func (h handover) rules() ReportSection {
	t := ReportTable{Columns: []ReportColumn{{Title: "Rule", Share: 6}, {Title: "Value", Share: 5}, {Title: "From", Share: 3}, {Title: "Where it comes from", Share: 9}}}
	for _, l := range h.in.Rules.Lines() {
		t.Rows = append(t.Rows, []string{l.Name, l.Value, shortDay(l.From), l.Source})
	}
	s := section("Rules in force", "No rules are recorded.", t)
	s.Small = strconv.Itoa(len(t.Rows)) + " rules, as they stand on " + fullDay(h.in.AsAt) + "."
	return s
}
