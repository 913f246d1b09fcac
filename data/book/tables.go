package book

import (
	"fmt"
	"maps"

	"branchbook/data"
)

// A TableOrder says which spreadsheet of a kind is wanted.
type TableOrder struct {
	// AsAt is the day that it speaks of.
	AsAt data.Date
	// From is the day from which it counts, for kinds that have one; zero for what data.TableKind says of it.
	From data.Date
	// Body is the one that delegates are sent to; "" for the General Committee.
	Body data.BodyID
	// To is who it goes to; "" for the constituency secretary.
	To string
	// Meeting is the one that it is about, for kinds that are about one; "" for the last that was held by AsAt.
	Meeting data.MeetingID
	// Contest is the one that it is about, for kinds that are about one; "" for the last that was counted.
	Contest data.ContestID
	// Columns are the keys of the columns wanted; nil for the default ones.
	Columns []string
	// Public leaves out names, where a kind has a version without.
	Public bool
}

// TableDoc works out one of the spreadsheets of data.TableKinds. Those that have versions say which they are, and what
// changed since the last that went. A kind that is none of them, and a meeting or body that is not there, are a
// *data.Problem.
func (r *Reading) TableDoc(kind data.PaperKind, o TableOrder) (data.TableDoc, error) {
	k, known := data.TableKindOf(kind)
	if !known {
		return data.TableDoc{}, data.NewProblem(fmt.Sprintf("There is no list called %q. Choose one of those that are offered.", kind), nil)
	}
	doc, err := r.tableOf(kind, o)
	if err != nil {
		return data.TableDoc{}, err
	}
	if k.Versioned && kind != data.DelegateReturn { // which numbers itself, since screens ask it for its figures
		if err := r.number(&doc); err != nil {
			return data.TableDoc{}, err
		}
	}
	if o.To != "" {
		doc.AddressTo(o.To)
	}
	if doc.Secretary == "" {
		doc.Secretary, err = r.secretary(o.AsAt)
	}
	return doc, err
}

func (r *Reading) tableOf(kind data.PaperKind, o TableOrder) (data.TableDoc, error) {
	switch kind {
	case data.DelegateReturn:
		return r.delegateTable(o)
	case data.OfficersReturn:
		return r.officersReturn(o)
	case data.NominationsPaper:
		return r.nominationsReturn(o)
	case data.AttendancePaper:
		return r.attendanceTable(o)
	case data.StagesPaper:
		return r.ballotStages(o)
	case data.MatrixPaper:
		return r.attendanceMatrix(o)
	case data.MotionsPaper:
		register, err := r.MotionsRegister(o.AsAt, o.Public)
		return register.TableDoc(o.Columns), err
	case data.ActionsPaper:
		return r.actionsList(o)
	case data.DecisionsPaper:
		return r.decisionLog(o)
	}
	return r.memberList(kind, o)
}

// number makes a table the version that follows the last that went.
func (r *Reading) number(doc *data.TableDoc) error {
	last, sent, err := r.Papers.Last(doc.Kind, doc.Subject)
	if err != nil {
		return err
	}
	if !sent {
		doc.Begin()
		return nil
	}
	previous, kept := last.AsSent(r.zone())
	doc.Supersede(previous)
	if !kept { // a paper of before, whose rows nobody has
		doc.Since, doc.Changes = 0, nil
	}
	return nil
}

// secretary is who sends what the branch sends.
func (r *Reading) secretary(on data.Date) (string, error) {
	name, err := r.holder("Secretary", on)
	if err != nil || name != "" {
		return name, err
	}
	branch, err := r.Branch()
	return branch.Secretary, err
}

func (r *Reading) delegateTable(o TableOrder) (data.TableDoc, error) {
	body := o.Body
	if body == "" {
		found, err := r.Bodies.Where(data.Body.IsGeneralCommittee)
		if err != nil {
			return data.TableDoc{}, err
		}
		if len(found) == 0 {
			return data.TableDoc{}, data.NewProblem("No delegates to the General Committee are recorded yet. Enter them under Posts & delegates first.", nil)
		}
		body = found[0].ID
	}
	doc, err := r.DelegateReturn(body, o.AsAt, o.Columns)
	return doc.TableDoc(), err
}

func (r *Reading) officersReturn(o TableOrder) (data.TableDoc, error) {
	g := gathering{}
	in := data.OfficersInput{
		Branch: got(&g, r.Branch), Posts: got(&g, r.Posts.All), Terms: got(&g, r.Terms.All), People: got(&g, r.People.Names),
		Rules:    got(&g, func() (data.Rules, error) { return r.Rules(o.AsAt) }),
		Meetings: got(&g, r.Meetings.All), Seats: got(&g, r.Seats.All), AsAt: o.AsAt, Columns: o.Columns,
	}
	in.Members, in.MembersAsAt = r.membership(&g, o.AsAt)
	return data.NewOfficersReturn(in), g.err
}

// membership counts the branch on a day, from the last membership list where there is one.
func (r *Reading) membership(g *gathering, on data.Date) (data.Membership, data.Date) {
	list := got(g, func() (*data.ListImport, error) { return r.LastList(on) })
	if list != nil {
		return list.Counts, list.AsAt
	}
	return data.CountMembers(got(g, r.People.All), on), on
}

func (r *Reading) nominationsReturn(o TableOrder) (data.TableDoc, error) {
	g := gathering{}
	in := data.NominationsInput{
		Branch: got(&g, r.Branch), Contests: got(&g, r.Contests.All), Tallies: map[data.ContestID]data.Tally{},
		Meetings: byID(meetings, got(&g, r.Meetings.All)), People: got(&g, r.People.Names), From: o.From, AsAt: o.AsAt, Columns: o.Columns,
	}
	for _, c := range in.Contests {
		if c.Status == data.ResultDeclared {
			in.Tallies[c.ID] = got(&g, func() (data.Tally, error) { return r.Tally(c) })
		}
	}
	return data.NewNominationsReturn(in), g.err
}

func (r *Reading) attendanceTable(o TableOrder) (data.TableDoc, error) {
	meeting := o.Meeting
	if meeting == "" {
		held, err := r.heldBy(o.AsAt)
		if err != nil {
			return data.TableDoc{}, err
		}
		meeting = held.ID
	}
	evening, err := r.Evening(meeting)
	if err != nil {
		return data.TableDoc{}, err
	}
	doc := evening.Attendance().TableDoc(o.Columns)
	doc.Subject = data.ID(meeting)
	return doc, nil
}

func (r *Reading) ballotStages(o TableOrder) (data.TableDoc, error) {
	contest := o.Contest
	if contest == "" {
		counted, err := r.Contests.Counted()
		if err != nil {
			return data.TableDoc{}, err
		}
		if len(counted) == 0 {
			return data.TableDoc{}, data.NewProblem("No ballot has been counted yet, so there are no stages to list.", nil)
		}
		contest = counted[0].ID
	}
	in, err := r.ContestPapers(contest)
	if err != nil {
		return data.TableDoc{}, err
	}
	return data.NewBallotStages(in)
}

// heldBy is the last meeting that was held by a day.
func (r *Reading) heldBy(on data.Date) (data.Meeting, error) {
	held, err := r.Meetings.Where(func(m data.Meeting) bool { return m.Status == data.Closed && !m.Date.After(on) })
	if err != nil {
		return data.Meeting{}, err
	}
	if len(held) == 0 {
		return data.Meeting{}, data.NewProblem("No meeting has been closed by "+on.String()+". Choose a meeting.", nil)
	}
	return held[len(held)-1], nil
}

func (r *Reading) attendanceMatrix(o TableOrder) (data.TableDoc, error) {
	g := gathering{}
	in := data.MatrixInput{
		Branch: got(&g, r.Branch), Meetings: got(&g, r.Meetings.All), Registers: map[data.MeetingID]data.Register{}, People: got(&g, r.People.Names),
		To: o.AsAt, Columns: o.Columns,
	}
	in.From = data.YearBegan(in.Meetings, o.From, o.AsAt)
	for _, m := range data.MeetingsOfTheYear(in.Meetings, in.From, in.To) {
		in.Registers[m.ID] = got(&g, func() (data.Register, error) { return r.Events.Of(m.ID) })
	}
	return data.NewAttendanceMatrix(in), g.err
}

func (r *Reading) actionsList(o TableOrder) (data.TableDoc, error) {
	g := gathering{}
	all := got(&g, r.Meetings.All)
	in := data.ActionsInput{
		Branch: got(&g, r.Branch), Actions: got(&g, r.Actions.All), People: got(&g, r.People.Names), Meetings: byID(meetings, all),
		From: data.YearBegan(all, o.From, o.AsAt), AsAt: o.AsAt, Columns: o.Columns,
	}
	at := map[data.MeetingID]bool{}
	for _, a := range in.Actions {
		at[a.Meeting] = true
	}
	in.Items, in.Numbers = r.agendas(&g, at)
	return data.NewActionsList(in), g.err
}

func (r *Reading) decisionLog(o TableOrder) (data.TableDoc, error) {
	g := gathering{}
	in := data.DecisionsInput{
		Branch: got(&g, r.Branch), Decisions: got(&g, r.Decisions.All), Meetings: byID(meetings, got(&g, r.Meetings.All)),
		From: o.From, AsAt: o.AsAt, Columns: o.Columns,
	}
	at := map[data.MeetingID]bool{}
	for _, d := range in.Decisions {
		at[d.Meeting] = true
	}
	in.Items, in.Numbers = r.agendas(&g, at)
	return data.NewDecisionLog(in), g.err
}

// agendas are the items of some meetings, and how their minutes number them.
func (r *Reading) agendas(g *gathering, of map[data.MeetingID]bool) (map[data.ItemID]data.AgendaItem, map[data.ItemID]string) {
	taken, numbers := map[data.ItemID]data.AgendaItem{}, map[data.ItemID]string{}
	for meeting := range of {
		if meeting == "" {
			continue
		}
		agenda := got(g, func() ([]data.AgendaItem, error) { return r.Items.Of(meeting) })
		maps.Copy(taken, byID(items, agenda))
		maps.Copy(numbers, data.NumberItems(agenda))
	}
	return taken, numbers
}

func (r *Reading) memberList(kind data.PaperKind, o TableOrder) (data.TableDoc, error) {
	g := gathering{}
	in := data.MembersInput{
		Branch: got(&g, r.Branch), People: got(&g, r.People.All), Rules: got(&g, func() (data.Rules, error) { return r.Rules(o.AsAt) }),
		AsAt: o.AsAt, From: o.From, List: got(&g, func() (*data.ListImport, error) { return r.LastList(o.AsAt) }), Columns: o.Columns,
	}
	switch kind {
	case data.NewMembersPaper:
		return data.NewWelcomeList(in), g.err
	case data.PostListPaper:
		return data.NewPostList(in), g.err
	case data.DoorListPaper:
		return data.NewDoorList(in), g.err
	}
	return data.NewMembersList(in), g.err
}
