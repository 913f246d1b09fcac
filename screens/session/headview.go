package session

import (
	"fyne.io/fyne/v2"

	"branchbook/screens/parts"
)

// headView is the line over the meeting.
type headView struct {
	view   *fyne.Container
	narrow bool
	tight  bool

	kind, under  *parts.Text
	state, brief *parts.Chip
	voters       *parts.Text
	pips         *parts.Pips
	icon         *parts.Icon
	quorum       *parts.Text
	short        *parts.Text
	shortIcon    *parts.Icon
	clock        *parts.Text
	// A text has one parent, which it tells when it grows: the narrow line has its own.
	kindBrief, clockBrief *parts.Text
	left, ends            *parts.Text
	leftShort             *parts.Text
	wide, oneLine         *fyne.Container
}

func newHeadView() *headView {
	h := &headView{
		kind: parts.Heading(""), under: parts.Secondary(""), state: parts.NewChip(parts.Grey, "", ""), brief: parts.NewChip(parts.Grey, "", ""),
		voters: parts.Bold(""), pips: parts.NewPips(0, 0, 0), icon: parts.NewIcon("", parts.Green, 16), quorum: parts.Secondary(""),
		short: parts.Bold(""), shortIcon: parts.NewIcon("", parts.Green, 16), clock: parts.NewText(parts.RoleClock, ""),
		kindBrief: parts.Heading(""), clockBrief: parts.NewText(parts.RoleClock, ""),
		left: parts.Bold(""), ends: parts.Secondary(""), leftShort: parts.Secondary(""),
	}
	line := parts.Rule()
	line.Least = fyne.NewSize(1, 44)
	h.wide = parts.AtLeast(parts.PadXY(parts.Row(20,
		parts.Grow(parts.Column(2, parts.Row(12, h.kind, h.state, parts.Gap()), h.under), 1),
		parts.Column(2, parts.Row(10, h.voters, h.pips), parts.Row(6, h.icon, h.quorum)), line, h.clock,
		parts.Column(0, h.left, h.ends)), 20, 8), 0, 72)
	h.view = parts.Layers(parts.NewPlate(parts.ColorSurface), h.wide)
	return h
}

func (h *headView) setNarrow(narrow bool, width float32) {
	h.tight = parts.Logical(width) < briefBelow
	if h.tight {
		h.brief.Hide()
	}
	if narrow == h.narrow {
		return
	}
	h.narrow = narrow
	if narrow && h.oneLine == nil {
		h.oneLine = parts.AtLeast(parts.PadXY(parts.Row(12, parts.Grow(h.kindBrief, 1), h.brief, h.shortIcon, h.short, h.clockBrief, h.leftShort), 16, 6), 0, 48)
	}
	row := h.wide
	if narrow {
		row = h.oneLine
	}
	h.view.Objects[1] = row
	parts.Settle(h.view)
	h.view.Refresh()
}

// briefBelow is the width, in our pixels, under which the name of the meeting needs the room of its state.
const briefBelow = 700

func (h *headView) show(head Head) {
	h.kind.SetText(head.Kind)
	h.kindBrief.SetText(head.Kind)
	h.clockBrief.SetText(head.Clock)
	h.under.SetText(head.Under)
	h.state.Set(head.State)
	h.brief.Set(head.Brief)
	if h.tight {
		h.brief.Hide()
	}
	h.voters.SetText(head.Voters)
	h.pips.Set(head.Have, head.Need, head.Pips)
	h.icon.Set(head.Icon, head.Tone)
	h.quorum.In(head.Tone)
	h.quorum.SetText(head.Quorum)
	h.shortIcon.Set(head.Icon, head.Tone)
	h.short.In(head.Tone)
	h.short.SetText(head.Short)
	h.clock.SetText(head.Clock)
	h.left.SetText(head.Left)
	h.ends.SetText(head.Ends)
	h.leftShort.SetText(head.Left)
}
