package returns

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"branchbook/screens/parts"
)

// cardView is one return in the list at the left. A tap on it shows the return; its button exports it, or shows what is a choice
// or a list.
type cardView struct {
	widget.BaseWidget
	content *fyne.Container
	plain   *fyne.Container
	current *fyne.Container
	button  *parts.Button
	title   *parts.Text
	chip    *parts.Chip
	last    *parts.Text
	since   *parts.Text
	lock    *parts.Icon
	columns *parts.Text
	tap     func()
}

func newCardView(icon parts.IconName, tap, export func()) *cardView {
	c := &cardView{
		tap: tap, title: parts.Bold(""), chip: parts.ChipOf(parts.Mark{}), last: parts.Secondary(""), since: parts.Secondary(""),
		lock: parts.NewIcon(parts.IconLock, parts.Blue, 15), columns: parts.Caption(""),
	}
	c.button = parts.NewButton("Show", export).Small()
	inside := parts.RowTop(12, parts.IconTile(icon, parts.Accent), parts.Grow(parts.Column(0,
		parts.Row(8, parts.Grow(c.title, 1), c.chip), c.last, c.since,
		parts.Row(6, c.lock, parts.Grow(c.columns, 1), c.button)), 1))
	c.plain, c.current = parts.Card(parts.Column(0)), parts.CurrentCard(parts.Column(0))
	c.current.Hide()
	c.content = parts.Layers(c.plain, c.current, parts.PadXY(inside, 13, 9))
	c.ExtendBaseWidget(c)
	return c
}

// set copies the card from the model.
func (c *cardView) set(card Card, current bool) {
	c.title.SetText(card.Title)
	c.chip.Set(card.Mark)
	c.last.SetText(card.Last)
	c.since.SetText(card.Since)
	c.button.SetLabel("Show")
	if card.Exports {
		c.button.SetLabel("Export")
	}
	c.button.Spoken(c.button.Label() + ": " + card.Title)
	c.columns.SetText(card.Columns)
	c.columns.In(parts.Quiet)
	c.lock.Hidden = !card.Private
	if card.Private {
		c.columns.In(parts.Blue)
	}
	c.plain.Hidden, c.current.Hidden = current, !current
	c.content.Refresh()
}

// CreateRenderer shows the card.
func (c *cardView) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(c.content) }

// cardHigh holds four lines at any size of text, so that the cards need not be measured again whenever a word changes.
const cardHigh = 112

// MinSize is the same for every card.
func (c *cardView) MinSize() fyne.Size { return fyne.NewSize(parts.Dp(240), parts.Dp(cardHigh)) }

// Natural is the same for every card.
func (c *cardView) Natural() fyne.Size { return fyne.NewSize(parts.Dp(340), parts.Dp(cardHigh)) }

// HeightFor is the same for every width.
func (c *cardView) HeightFor(float32) float32 { return parts.Dp(cardHigh) }

// Tapped shows the return.
func (c *cardView) Tapped(*fyne.PointEvent) { c.tap() }
