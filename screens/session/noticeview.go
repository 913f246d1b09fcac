package session

import (
	"fyne.io/fyne/v2"

	"branchbook/screens/parts"
)

// noticeView is the line under the head, with what it asks.
type noticeView struct {
	view  *fyne.Container
	back  *parts.Plate
	icon  *parts.Icon
	text  *parts.Text
	asks  map[Asking]*fyne.Container
	shown Notice
	frame func() // lays the regions out again
}

func newNoticeView(p *Place) *noticeView {
	n := &noticeView{back: parts.NewPlate(parts.ColorAmberFill), icon: parts.NewIcon(parts.IconWarning, parts.Amber, 18), text: parts.Body("").Wrapped(3)}
	button := func(label, key string, do func()) fyne.CanvasObject {
		return parts.NewButton(label, do).Small().WithKey(key)
	}
	n.asks = map[Asking]*fyne.Container{
		AsksQuorum: parts.Row(8, button("No business", "Alt+B", p.noBusiness), button("Pressing business alone", "Alt+P", p.pressingAlone)),
		AsksResume: parts.Row(8, button("Resume", "Alt+R", p.resume)),
		AsksRatify: parts.Row(8, button("Ratify", "Alt+Y", p.ratify(true)), button("Do not ratify", "Alt+W", p.ratify(false))),
		AsksTime:   parts.Row(8, button("Go on…", "Alt+X", p.extendForm)),
	}
	buttons := []fyne.CanvasObject{}
	for _, asks := range []Asking{AsksQuorum, AsksResume, AsksRatify, AsksTime} {
		n.asks[asks].Hide()
		buttons = append(buttons, n.asks[asks])
	}
	ways := parts.Row(0, buttons...)
	words := parts.Row(10, n.icon, parts.Grow(n.text, 1))
	inside := parts.NewArranged(func(width float32) bool { return parts.Logical(width) < parts.BesideFrom }, func(narrow bool) fyne.CanvasObject {
		if narrow {
			return parts.Column(6, words, parts.Left(ways))
		}
		return parts.Row(12, parts.Grow(words, 1), ways)
	})
	n.view = parts.Layers(n.back, parts.PadXY(inside, 20, 6))
	return n
}

// IsShown says whether there is a line.
func (n *noticeView) isShown() bool { return n.shown.Text != "" }

func (n *noticeView) show(notice Notice) {
	if notice == n.shown {
		return
	}
	n.shown = notice
	n.icon.Set(notice.Icon, notice.Tone)
	n.text.In(notice.Tone)
	n.text.SetText(notice.Text)
	fills := map[parts.Tone]fyne.ThemeColorName{parts.Green: parts.ColorGreenFill, parts.Blue: parts.ColorBlueFill}
	n.back.Fill = parts.ColorAmberFill
	if fill, other := fills[notice.Tone]; other {
		n.back.Fill = fill
	}
	for asks, buttons := range n.asks {
		buttons.Hidden = asks != notice.Asks
	}
	parts.Settle(n.view)
	n.view.Refresh()
	if n.frame != nil {
		n.frame()
	}
}
