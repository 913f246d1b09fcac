package meetings

import (
	"fyne.io/fyne/v2"

	"branchbook/screens/parts"
)

// planView is a meeting that is planned or in session: its details, its agenda and its notice. Where the window is too
// narrow for three columns they are tabs.
type planView struct {
	p            *Place
	view         *fyne.Container
	title, under *parts.Text
	status       *parts.Chip
	start        *parts.Button
	papers       *parts.Button // where the window is narrow it stands with the notice alone
	tabs         *parts.Segments
	columns      [3]*fyne.Container
	details      *detailsView
	agenda       *agendaView
	notice       *noticeView
	narrow       bool
}

func newPlanView(p *Place) *planView {
	v := &planView{p: p, title: parts.Title("").Wrapped(2), under: parts.Secondary("").Wrapped(2), status: parts.NewChip(parts.Grey, "", "Planned")}
	v.details, v.agenda, v.notice = newDetailsView(p), newAgendaView(p), newNoticeView(p)
	v.start = parts.NewButton("Go to the meeting", p.forward).Primary().Tall().WithIcon(parts.IconMeeting).WithKey("Ctrl+M")
	v.tabs = parts.NewTabs([]string{"Agenda", "Details and quorum", "Notice"}, func(int) { v.fold() })
	v.columns = [3]*fyne.Container{parts.Grow(v.details.view, 30), parts.Grow(v.agenda.view, 50), parts.Grow(v.notice.view, 33)}
	v.papers = parts.NewButton("Papers…", p.startPapers).Tall().WithIcon(parts.IconPrinter).WithKey("Ctrl+P")
	page := parts.Page(parts.Column(14,
		parts.PageHead(v.title, v.under, v.status, v.papers, parts.NewButton("All meetings", p.toList).Tall().WithIcon(parts.IconChevronLeft), v.start),
		v.tabs,
		parts.Grow(parts.RowFill(14, v.columns[0], v.columns[1], v.columns[2]), 1)))
	v.view = parts.NewFolding(page, func(narrow bool) {
		if narrow != v.narrow {
			v.narrow = narrow
			v.fold()
		}
	})
	v.fold()
	return v
}

// fold shows the three columns side by side, or the one whose tab is chosen.
func (v *planView) fold() {
	v.tabs.Hidden, v.status.Hidden = !v.narrow, v.narrow
	v.papers.Hidden = v.narrow
	shown := [3]int{1, 0, 2}[v.tabs.Chosen()] // the agenda is the first tab, and the middle column
	for i, c := range [3]fyne.CanvasObject{v.details.view, v.agenda.view, v.notice.view} {
		if v.narrow && i != shown {
			c.Hide()
		} else {
			c.Show()
		}
	}
	parts.Settle(v.columns[0])
}

func (v *planView) show() {
	p := v.p.m.Plan
	v.title.SetText(p.Title)
	v.under.SetText(p.Under)
	v.status.Set(p.Status)
	v.status.Hidden = v.narrow
	v.start.SetLabel(p.Go)
	v.details.show(p)
	v.agenda.show(p)
	v.notice.show(p.Notice)
}

// commit stores what is typed in any field.
func (v *planView) commit() {
	for _, e := range v.details.entries {
		e.commit()
	}
	for _, r := range v.agenda.rows {
		r.commit()
	}
	v.notice.sent.commit()
}

// forget lets go of one meeting before another is opened.
func (v *planView) forget() { v.agenda.current = "" }

func (v *planView) remove() {
	if v.p.try(v.p.m.Remove(), "") {
		v.p.toList()
		v.p.d.Shell.Notify("The plan is removed. Its motions stay received.")
	}
}
