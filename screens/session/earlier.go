package session

import (
	"fyne.io/fyne/v2"

	"branchbook/data"
	"branchbook/data/book"
	"branchbook/screens/parts"
	"branchbook/screens/place"
)

// earlierMinutes are the minutes that come up at a meeting, and how far its own have got.
type earlierMinutes struct {
	own data.Approval
	due data.MeetingID // whose minutes come up; "" for none
}

// readMinutes finds the minutes that come up: those of the latest meeting of the same body before this one that nobody
// has approved, else of the latest.
func (e *evening) readMinutes(r *book.Reading) (err error) {
	if e.minutes.own, _, err = r.Approvals.Of(e.ID); err != nil {
		return err
	}
	before, err := r.Meetings.Where(func(m data.Meeting) bool {
		return m.ID != e.ID && m.Status == data.Closed && !m.Date.After(e.Date) && (m.Kind == data.Executive) == (e.Kind == data.Executive)
	})
	if err != nil || len(before) == 0 {
		return err
	}
	agreed, err := r.Approvals.Where(func(a data.Approval) bool { return !a.Approved.IsZero() })
	done := map[data.MeetingID]bool{}
	for _, a := range agreed {
		done[a.Meeting] = true
	}
	e.minutes.due = before[len(before)-1].ID
	for _, m := range before {
		// Minutes from before the branch kept approvals here are nobody's business tonight.
		if !done[m.ID] && m.Date.After(e.Date.AddYears(-1)) {
			e.minutes.due = m.ID
		}
	}
	return err
}

// EarlierMinutes returns whose minutes come up at the item on show; false where the item is about something else.
func (m *Model) EarlierMinutes() (data.MeetingID, bool) {
	item, ok := byID(m.held.items, func(i data.AgendaItem) bool { return i.ID == m.item })
	if ok && item.From.Kind == data.FromMinutes && item.From.Record != "" {
		return data.MeetingID(item.From.Record), true
	}
	return m.held.minutes.due, ok && item.Kind == data.ItemMinutes && m.held.minutes.due != ""
}

// Locked says that the minutes of this meeting are signed.
func (m *Model) Locked() bool { return m.held.minutes.own.Locked() }

// approvalCommands go to the minutes that come up at the item on show.
func (p *Place) approvalCommands() []place.Command {
	return []place.Command{{Menu: "Record", Name: "Approve the minutes", Key: place.Alt(fyne.KeyV), Enabled: func() bool {
		_, ok := p.model.EarlierMinutes()
		return ok
	}, Run: p.approve}}
}

func (p *Place) approve() {
	if of, ok := p.model.EarlierMinutes(); ok {
		p.shell.Go(place.Route{Place: "approval", ID: string(of), Tab: string(p.model.Meeting())})
	}
}

// showApproval shows the way to the minutes at their item, and says when this meeting's own are locked.
func (v *minutesView) showApproval(m *Model) {
	_, due := m.EarlierMinutes()
	if v.approve.Hidden == due {
		v.approve.Hidden = !due
		parts.Settle(v.view)
	}
	for _, e := range v.editors {
		e.lock(m.Locked())
	}
	if m.Locked() {
		v.left.Set(parts.Mark{Tone: parts.Green, Icon: parts.IconLock, Text: "Signed and locked"})
	}
}

// lock keeps signed minutes from being typed in.
func (e *blockEditor) lock(locked bool) {
	switch {
	case locked == e.Disabled():
	case locked:
		e.Disable()
	default:
		e.Enable()
	}
}
