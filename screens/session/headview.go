package session

import (
	"strings"

	"fyne.io/fyne/v2"

	"branchbook/screens/parts"
)

// headView is the line over the meeting.
type headView struct {
	view   *fyne.Container
	narrow bool
	width  float32 // of the place
	head   Head    // as it is shown

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
	wide, oneLine, line   *fyne.Container
	name, rest            *fyne.Container // of the wide head: what meeting it is, and all that stands beside it
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
	h.name = parts.Row(12, h.kind, h.state, parts.Gap())
	h.rest = parts.Row(20, parts.Column(2, parts.Row(10, h.voters, h.pips), parts.Row(6, h.icon, h.quorum)), line, h.clock,
		parts.Column(0, h.left, h.ends))
	h.wide = parts.AtLeast(parts.PadXY(parts.Row(20, parts.Grow(parts.Column(2, h.name, h.under), 1), h.rest), 20, 8), 0, 72)
	h.view = parts.Layers(parts.NewPlate(parts.ColorSurface), h.wide)
	return h
}

func (h *headView) setNarrow(narrow bool, width float32) {
	h.width = width
	if narrow == h.narrow {
		h.fit()
		return
	}
	h.narrow = narrow
	if narrow && h.oneLine == nil {
		h.line = parts.Row(12, parts.Grow(h.kindBrief, 1), h.brief, h.shortIcon, h.short, h.clockBrief, h.leftShort)
		h.oneLine = parts.AtLeast(parts.PadXY(h.line, 16, 6), 0, 48)
	}
	row := h.wide
	if narrow {
		row = h.oneLine
	}
	h.view.Objects[1] = row
	h.fit()
	parts.Settle(h.view)
	h.view.Refresh()
}

// fit leaves out of the narrow line what there is no room for: the state first, then what is left of the time, which the
// clock tells too, then the last word of the name: "Ordinary", "Annual general".
//
// The wide head says the state in brief, and then leaves the last word of the name out, before it would cut either.
func (h *headView) fit() {
	switch {
	case h.width == 0:
		return
	case !h.narrow:
		h.fitWide()
		return
	}
	h.kindBrief.SetText(h.head.Kind)
	h.brief.Hidden, h.leftShort.Hidden = h.head.Brief.Text == "", h.head.Left == ""
	room := h.width - parts.Dp(32)
	for _, o := range []fyne.CanvasObject{h.brief, h.leftShort} {
		if parts.Natural(h.line).Width > room {
			o.Hide()
		}
	}
	if parts.Natural(h.line).Width > room {
		h.kindBrief.SetText(strings.TrimSuffix(h.head.Kind, " meeting"))
	}
	parts.Settle(h.line)
}

func (h *headView) fitWide() {
	h.kind.SetText(h.head.Kind)
	h.state.Set(h.head.State)
	room := h.width - parts.Dp(60) - parts.Natural(h.rest).Width
	if parts.Natural(h.name).Width > room {
		h.state.Set(h.head.Brief)
	}
	if parts.Natural(h.name).Width > room {
		h.kind.SetText(strings.TrimSuffix(h.head.Kind, " meeting"))
	}
	parts.Settle(h.name)
}

func (h *headView) show(head Head) {
	h.kind.SetText(head.Kind)
	h.head = head
	h.clockBrief.SetText(head.Clock)
	h.under.SetText(head.Under)
	h.state.Set(head.State)
	h.brief.Set(head.Brief)
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
	h.fit()
}
