package meetings

import (
	"strings"

	"branchbook/data"
	"branchbook/data/book"
)

// plain is one line of text without needless spaces.
func plain(s string) string { return strings.Join(strings.Fields(s), " ") }

// Call changes the calling of the meeting: another date, or postponed, cancelled or suspended. It keeps its agenda, its
// motions and its nominations.
func (m *Model) Call(r data.Recall, date data.Date) error {
	what := map[data.MeetingStatus]string{
		data.Planned: "move the meeting of %s to " + date.String(), data.Postponed: "postpone the meeting of %s",
		data.Cancelled: "cancel the meeting of %s", data.Suspended: "record that the meeting of %s is suspended",
	}[r.As]
	r.By, r.Why = plain(r.By), plain(r.Why)
	return m.edit(what, func(_ *book.Tx, meeting *data.Meeting) error {
		called, err := meeting.Called(r, date)
		*meeting = called
		return err
	})
}
