package returns

import (
	"slices"

	"branchbook/data"
	"branchbook/screens/parts"
)

// A Kind is one of the cards: a return, the lists that have none of their own, or the log of what was shared.
type Kind int

// The kinds, in the order of the cards.
const (
	DelegatesReturn Kind = iota
	OfficersReturn
	AttendanceReturn
	MotionsReturn
	MinutesReturn
	YearReport
	OtherLists
	SharingLog
	kinds int = iota
)

// A look is what a card has whatever the book holds, with the tab that a Route names.
type look struct {
	tab, title string
	icon       parts.IconName
	paper      data.PaperKind // "" where the card is of several papers, or of none
}

var looks = [kinds]look{
	{"delegates", "Delegate return", parts.IconRosette, data.DelegateReturn},
	{"officers", "Officers return", parts.IconStar, data.OfficersReturn},
	{"attendance", "Attendance", parts.IconTable, data.AttendancePaper},
	{"motions", "Motions register", parts.IconDocument, data.MotionsPaper},
	{"minutes", "Minutes", parts.IconMeeting, data.MinutesPaper},
	{"report", "Annual report", parts.IconBook, data.AnnualReport},
	{"lists", "More lists", parts.IconMenu, ""},
	{"log", "Sharing log", parts.IconShield, ""},
}

// due says that the branch owes the paper, so that one which never left waits for the secretary.
func (k Kind) due() bool { return k == DelegatesReturn || k == AttendanceReturn || k == MinutesReturn }

// ofMeeting says that it is about one meeting.
func (k Kind) ofMeeting() bool { return k == AttendanceReturn || k == MinutesReturn }

// forReading says that it is a paper in Word or PDF, and no spreadsheet.
func (k Kind) forReading() bool { return k == MinutesReturn || k == YearReport }

// otherLists are the spreadsheets that have no card of their own.
func otherLists() []data.TableKind {
	return slices.DeleteFunc(data.TableKinds(), func(k data.TableKind) bool {
		return slices.ContainsFunc(looks[:], func(l look) bool { return l.paper == k.Kind })
	})
}
