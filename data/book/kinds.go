package book

import (
	"fmt"
	"strconv"
	"strings"

	"branchbook/data"
)

// The kinds of record. Notice.Kinds is keyed by their names, and by KindBranch.
const (
	KindBranch   = "branch"
	KindRules    = "rules"
	KindPerson   = "person"
	KindImport   = "import"
	KindMeeting  = "meeting"
	KindItem     = "item"
	KindBlock    = "block"
	KindEvent    = "event"
	KindDecision = "decision"
	KindAction   = "action"
	KindMotion   = "motion"
	KindVote     = "vote"
	KindPost     = "post"
	KindTerm     = "term"
	KindBody     = "body"
	KindSeat     = "seat"
	KindPaper    = "paper"

	KindLetter     = "letter"
	KindCanvass    = "canvass"
	KindApproval   = "approval"
	KindCorrection = "correction"
	KindAmendment  = "amendment"
	KindForwarding = "forwarding"
	KindContest    = "contest"
	KindBallot     = "ballot"
	KindFile       = "file"
	KindLayout     = "layout"
)

var (
	people = &kind[data.Person, data.PersonID]{
		name:  KindPerson,
		marks: func(p *data.Person) (*data.PersonID, *int) { return &p.ID, &p.Revision },
		order: func(p data.Person) string { return p.SortKey() },
	}
	imports = &kind[data.ListImport, data.ImportID]{
		name:  KindImport,
		marks: func(l *data.ListImport) (*data.ImportID, *int) { return &l.ID, &l.Revision },
		order: func(l data.ListImport) string { return l.AsAt.ISO() },
	}
	meetings = &kind[data.Meeting, data.MeetingID]{
		name:  KindMeeting,
		marks: func(m *data.Meeting) (*data.MeetingID, *int) { return &m.ID, &m.Revision },
		order: func(m data.Meeting) string { return fmt.Sprintf("%s %05d", m.Date.ISO(), m.Starts.Minutes()+1) },
	}
	items = &kind[data.AgendaItem, data.ItemID]{
		name:  KindItem,
		marks: func(a *data.AgendaItem) (*data.ItemID, *int) { return &a.ID, &a.Revision },
		order: func(a data.AgendaItem) string { return string(a.Meeting) + " " + inOrder(a.Place) },
		under: func(a data.AgendaItem) string { return string(a.Meeting) },
	}
	blocks = &kind[data.Block, data.BlockID]{
		name:  KindBlock,
		marks: func(b *data.Block) (*data.BlockID, *int) { return &b.ID, &b.Revision },
		order: func(b data.Block) string { return string(b.Item) },
		under: func(b data.Block) string { return string(b.Item) },
		form:  blockForm,
	}
	events = &kind[data.Event, data.EventID]{
		name:  KindEvent,
		marks: func(e *data.Event) (*data.EventID, *int) { return &e.ID, new(int) },
		order: func(e data.Event) string { return string(e.Meeting) },
		under: func(e data.Event) string { return string(e.Meeting) },
		pack:  packEvent,
		open:  openEvent,
	}
	decisions = &kind[data.Decision, data.DecisionID]{
		name:  KindDecision,
		marks: func(d *data.Decision) (*data.DecisionID, *int) { return &d.ID, &d.Revision },
		order: func(d data.Decision) string { return refOrder(d.Ref) },
		ref:   func(d data.Decision) string { return d.Ref },
	}
	actions = &kind[data.Action, data.ActionID]{
		name:  KindAction,
		marks: func(a *data.Action) (*data.ActionID, *int) { return &a.ID, &a.Revision },
		order: func(a data.Action) string { return refOrder(a.Ref) },
		ref:   func(a data.Action) string { return a.Ref },
	}
	motions = &kind[data.Motion, data.MotionID]{
		name:  KindMotion,
		marks: func(m *data.Motion) (*data.MotionID, *int) { return &m.ID, &m.Revision },
		order: func(m data.Motion) string { return refOrder(m.Ref) },
		ref:   func(m data.Motion) string { return m.Ref },
	}
	votes = &kind[data.Vote, data.VoteID]{
		name:  KindVote,
		marks: func(v *data.Vote) (*data.VoteID, *int) { return &v.ID, &v.Revision },
		order: func(v data.Vote) string { return string(v.ID) },
	}
	posts = &kind[data.Post, data.PostID]{
		name:  KindPost,
		marks: func(p *data.Post) (*data.PostID, *int) { return &p.ID, &p.Revision },
		order: func(p data.Post) string { return inOrder(p.Place) + data.Fold(p.Name) },
	}
	terms = &kind[data.Term, data.TermID]{
		name:  KindTerm,
		marks: func(t *data.Term) (*data.TermID, *int) { return &t.ID, &t.Revision },
		order: func(t data.Term) string { return t.From.ISO() },
	}
	bodies = &kind[data.Body, data.BodyID]{
		name:  KindBody,
		marks: func(b *data.Body) (*data.BodyID, *int) { return &b.ID, &b.Revision },
		order: func(b data.Body) string { return inOrder(b.Place) + data.Fold(b.Name) },
	}
	seats = &kind[data.Seat, data.SeatID]{
		name:  KindSeat,
		marks: func(s *data.Seat) (*data.SeatID, *int) { return &s.ID, &s.Revision },
		order: func(s data.Seat) string { return string(s.Body) + " " + inOrder(s.Number) + s.Elected.ISO() },
	}
	papers = &kind[data.Paper, data.PaperID]{
		name:  KindPaper,
		marks: func(p *data.Paper) (*data.PaperID, *int) { return &p.ID, &p.Revision },
		order: func(p data.Paper) string { return p.Made.UTC().Format("2006-01-02T15:04:05.000000000") },
	}
	letters = &kind[data.Letter, data.LetterID]{
		name:  KindLetter,
		marks: func(l *data.Letter) (*data.LetterID, *int) { return &l.ID, &l.Revision },
		order: func(l data.Letter) string { return l.Date.ISO() },
	}
	canvasses = &kind[data.Canvass, data.CanvassID]{
		name:  KindCanvass,
		marks: func(c *data.Canvass) (*data.CanvassID, *int) { return &c.ID, &c.Revision },
		order: func(c data.Canvass) string { return c.Date.ISO() },
	}
	approvals = &kind[data.Approval, data.ApprovalID]{
		name:  KindApproval,
		marks: func(a *data.Approval) (*data.ApprovalID, *int) { return &a.ID, &a.Revision },
		order: func(a data.Approval) string { return string(a.Meeting) },
	}
	corrections = &kind[data.Correction, data.CorrectionID]{
		name:  KindCorrection,
		marks: func(c *data.Correction) (*data.CorrectionID, *int) { return &c.ID, &c.Revision },
		order: func(c data.Correction) string { return string(c.Meeting) + " " + inOrder(c.Number) },
	}
	amendments = &kind[data.Amendment, data.AmendmentID]{
		name:  KindAmendment,
		marks: func(a *data.Amendment) (*data.AmendmentID, *int) { return &a.ID, &a.Revision },
		order: func(a data.Amendment) string { return string(a.Motion) + " " + inOrder(a.Order) + inOrder(a.Number) },
	}
	forwardings = &kind[data.Forwarding, data.ForwardingID]{
		name:  KindForwarding,
		marks: func(f *data.Forwarding) (*data.ForwardingID, *int) { return &f.ID, &f.Revision },
		order: func(f data.Forwarding) string { return string(f.Motion) + " " + f.Sent.ISO() },
	}
	contests = &kind[data.Contest, data.ContestID]{
		name:  KindContest,
		marks: func(c *data.Contest) (*data.ContestID, *int) { return &c.ID, &c.Revision },
		order: func(c data.Contest) string { return string(c.Meeting) + " " + inOrder(c.Order) },
	}
	ballots = &kind[data.Ballot, data.BallotID]{
		name:  KindBallot,
		marks: func(b *data.Ballot) (*data.BallotID, *int) { return &b.ID, &b.Revision },
		order: func(b data.Ballot) string { return string(b.Contest) + " " + inOrder(b.Round) + inOrder(b.Number) },
		under: func(b data.Ballot) string { return string(b.Contest) },
	}
	layouts = &kind[data.Layout, data.LayoutID]{
		name:  KindLayout,
		marks: func(l *data.Layout) (*data.LayoutID, *int) { return &l.ID, &l.Revision },
		order: func(l data.Layout) string { return string(l.Kind) + " " + data.Fold(l.To) },
	}
)

var files = &kind[data.File, data.FileID]{
	name:  KindFile,
	marks: func(f *data.File) (*data.FileID, *int) { return &f.ID, &f.Revision },
	order: func(f data.File) string { return string(f.Use) },
}

// A blockOnDisk is a block with its text and its revision last and together, so that a splice of typing in the journal
// is what was typed and little more.
type blockOnDisk struct {
	ID       data.BlockID   `json:"id"`
	Item     data.ItemID    `json:"item"`
	Meeting  data.MeetingID `json:"meeting"`
	Kind     data.BlockKind `json:"kind"`
	Record   data.ID        `json:"record,omitempty"`
	At       data.Time      `json:"at,omitzero"`
	Text     string         `json:"text,omitempty"`
	Revision int            `json:"rev"`
}

func blockForm(b data.Block) any {
	return blockOnDisk{b.ID, b.Item, b.Meeting, b.Kind, b.Record, b.At, b.Text, b.Revision}
}

// inOrder writes a number so that texts sort as the numbers do, negative ones too.
func inOrder(n int) string { return fmt.Sprintf("%020d", uint64(n)^1<<63) }

// refOrder sorts M-2026-100 behind M-2026-99.
func refOrder(ref string) string {
	letter, year, n, ok := splitRef(ref)
	if !ok {
		return "~" + ref
	}
	return fmt.Sprintf("%06d %s %020d", year, letter, n)
}

// splitRef takes M-2026-04 apart.
func splitRef(ref string) (letter string, year, n int, ok bool) {
	parts := strings.Split(ref, "-")
	if len(parts) != 3 || parts[0] == "" || strings.ContainsAny(parts[0], "/ ") {
		return "", 0, 0, false
	}
	year, err := strconv.Atoi(parts[1])
	if err != nil || year < 1 || year > 9999 {
		return "", 0, 0, false
	}
	n, err = strconv.Atoi(parts[2])
	return parts[0], year, n, err == nil && n > 0 && n < 1e9
}
