package data

import "slices"

// The lists that are papers beside the returns.
const (
	OfficersReturn  PaperKind = "officers return"
	MatrixPaper     PaperKind = "attendance of the year"
	ActionsPaper    PaperKind = "actions"
	DecisionsPaper  PaperKind = "decision log"
	MembersPaper    PaperKind = "members"
	NewMembersPaper PaperKind = "new members"
	PostListPaper   PaperKind = "post list"
	DoorListPaper   PaperKind = "no vote"
)

// A TableKind is one spreadsheet that can be made from a book, as a screen and the command line offer it.
type TableKind struct {
	Kind PaperKind
	// Title is what a choice shows, and About a sentence under it.
	Title, About string
	// Word names it on the command line: one word, or words joined by hyphens.
	Word string
	// OfMeeting says that it is about one meeting, OfContest that it is about one election or nomination.
	OfMeeting, OfContest bool
	// From says that it is about a time that begins on a day; what From means where none is typed is in FromWords.
	From      bool
	FromWords string
	// Versioned says that versions of it are counted and compared, since it goes to somebody who files it.
	Versioned bool
	// Columns are all that can be switched on and off; a matrix has one more for each meeting. Stages, which are whole or
	// worth nothing, have none that can.
	Columns []ReturnColumn
	// Working says that it is for the branch's own use and outdated the day after, so that its rows are not kept.
	Working bool
}

// TableKinds lists every spreadsheet that is made from a TableDoc, in the order in which a choice shows them.
func TableKinds() []TableKind {
	lastAGM := "the last annual general meeting"
	return []TableKind{
		{Kind: DelegateReturn, Title: "Delegate return", Word: "delegates", About: "Who the branch's delegates are, for the constituency secretary.", Versioned: true, Columns: ReturnColumns()},
		{Kind: OfficersReturn, Title: "Officers return", Word: "officers", About: "Who holds which post, for the constituency secretary.", Versioned: true, Columns: officerColumns()},
		{Kind: NominationsPaper, Title: "Nominations return", Word: "nominations", About: "Whom the branch nominated to other bodies.",
			From: true, FromWords: "the first nomination", Versioned: true, Columns: nominationColumns()},
		{Kind: StagesPaper, Title: "Ballot stages", Word: "stages", About: "Every figure of a count, stage by stage.", OfContest: true},
		{Kind: AttendancePaper, Title: "Attendance of a meeting", Word: "attendance", About: "Who came to one meeting, when and as what.", OfMeeting: true, Versioned: true, Columns: attendanceColumns()},
		{Kind: MatrixPaper, Title: "Attendance of the year", Word: "attendance-year", About: "Who came to which meeting, from one annual general meeting to the next.",
			From: true, FromWords: lastAGM, Columns: matrixColumns()},
		{Kind: MotionsPaper, Title: "Register of motions", Word: "motions", About: "Every motion, with what became of it.", Columns: motionTableColumns()},
		{Kind: ActionsPaper, Title: "Actions", Word: "actions", About: "What is to be done by whom, what is overdue, and what was done.", From: true, FromWords: lastAGM, Columns: actionColumns()},
		{Kind: DecisionsPaper, Title: "Decision log", Word: "decisions", About: "What the meetings settled, with money and review dates.", From: true, FromWords: "the first decision", Columns: decisionColumns()},
		{Kind: MembersPaper, Title: "Members", Word: "members", About: "Everybody on the membership list. With all its columns it can be brought into a book again.", Working: true, Columns: memberColumns()},
		{Kind: NewMembersPaper, Title: "New members", Word: "new-members", About: "Whom to welcome: those who joined since a date.", From: true, FromWords: "three months before", Working: true, Columns: newMemberColumns()},
		{Kind: PostListPaper, Title: "Members without email", Word: "post-list", About: "Whom to reach by post.", Working: true, Columns: postListColumns()},
		{Kind: DoorListPaper, Title: "No vote at the door", Word: "no-vote", About: "Who cannot vote on a day, and why.", Working: true, Columns: doorListColumns()},
	}
}

// TableKindOf returns what is known of a kind, and false for a paper that is no such spreadsheet.
func TableKindOf(kind PaperKind) (TableKind, bool) {
	all := TableKinds()
	i := slices.IndexFunc(all, func(k TableKind) bool { return k.Kind == kind })
	if i < 0 {
		return TableKind{}, false
	}
	return all[i], true
}

// Keys returns the keys of all its columns.
func (k TableKind) Keys() []string {
	keys := make([]string, len(k.Columns))
	for i, c := range k.Columns {
		keys[i] = c.Key
	}
	return keys
}

// columnsOn returns the columns of the keys in the order in which they are offered; the default ones for nil. A key that
// no column has is left out.
func columnsOn(offered []ReturnColumn, keys []string) []ReturnColumn {
	return slices.DeleteFunc(slices.Clone(offered), func(c ReturnColumn) bool {
		if keys == nil {
			return !c.Default
		}
		return !slices.Contains(keys, c.Key)
	})
}

// allOn switches every column on unless it is switched off.
func allOn(columns []ReturnColumn) []ReturnColumn {
	for i := range columns {
		columns[i].Default = true
	}
	return columns
}
