package session

import (
	"fmt"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"branchbook/data"
	"branchbook/screens/parts"
	"branchbook/screens/place"
)

// closeMeeting closes it at once, or shows first what is still open. Nothing on the list keeps it from closing.
func (p *Place) closeMeeting() {
	if len(p.model.LooseEnds()) == 0 {
		p.said(p.model.Close())
		return
	}
	newClosingPanel(p).open()
}

// A closingPanel is what is still open before the meeting closes: a list to go through with the arrows, and under it
// the letters that settle the one that is lit.
type closingPanel struct {
	of    *Place
	ends  []LooseEnd
	count *parts.Text
	list  *tileList
	roll  *container.Scroll
	lit   *parts.Text // in place of the list while an answer is waited for
	ways  *fyne.Container
	reply *fyne.Container
	end   *parts.Button
	panel *parts.PanelForm
	shown int // whose ways stand under the list; -1 for none
	// asked is the field for the answer that is waited for; nil for none.
	asked fyne.Focusable
}

// How wide the list is about, and how high it gets before it scrolls, in our pixels.
const (
	listWide = 456
	listHigh = 250
)

func newClosingPanel(p *Place) *closingPanel {
	c := &closingPanel{of: p, count: parts.Secondary("").Wrapped(0), ways: parts.Column(6), lit: parts.Bold("").Wrapped(0), reply: parts.Column(8), shown: -1}
	c.list = newTileList(c.spoken, c.choose, c.light)
	c.list.letter = c.letter
	c.roll = container.NewVScroll(c.list)
	c.lit.Hide()
	c.end = parts.NewButton("Close the meeting", func() {
		c.panel.Shut()
		p.said(p.model.Close())
	}).Primary()
	back := parts.NewButton("Back to the meeting", func() { c.panel.Shut() }).WithKey("Esc")
	c.panel = parts.NewPanelForm(parts.Column(10, c.count, c.roll, c.lit, c.ways, c.reply), back, c.end)
	c.fill()
	return c
}

func (c *closingPanel) open() {
	c.panel.WithKeys(place.KeyTakerFunc(c.typedKey)).Open(c.of.shell, "Close the meeting: loose ends", c.end)
}

// typedKey leads from the buttons into the list, and from a field back to it.
func (c *closingPanel) typedKey(ev *fyne.KeyEvent) bool {
	switch {
	case ev.Name == fyne.KeyEscape && c.asked != nil:
		c.stopAsking()
		c.of.shell.Focus(c.list)
		return true
	case (ev.Name == fyne.KeyUp || ev.Name == fyne.KeyDown) && c.asked == nil && len(c.ends) > 0:
		c.of.shell.Focus(c.list)
		return true
	}
	return false
}

// fill draws the list as it is now.
func (c *closingPanel) fill() {
	c.ends = c.of.model.LooseEnds()
	c.stopAsking()
	c.count.SetText("Nothing is left open.")
	if n := len(c.ends); n > 0 {
		c.count.SetText(data.NumberOf(n, "loose end", "loose ends") + ". Each can be settled here with its letter, or stay as it is: the minutes then say so.")
	}
	c.shown = -1
	c.showWays(max(min(c.list.lit, len(c.ends)-1), 0))
}

// draw lays out the list, the one whose ways stand under it on a ground of its own.
func (c *closingPanel) draw() {
	tiles := make([]fyne.CanvasObject, len(c.ends))
	for i, e := range c.ends {
		ground := parts.NewPlate("")
		if i == c.shown {
			ground.Fill = parts.ColorSelection
		}
		words := parts.Body(e.Text).Wrapped(0)
		row := parts.RowTop(10, parts.NewIcon(parts.IconWarning, parts.Amber, 18), parts.Grow(words, 1))
		tiles[i] = newTile(parts.Layers(ground, parts.PadXY(row, 8, 6)), func() {
			c.list.lit = i
			c.of.shell.Focus(c.list)
		})
	}
	c.list.set(tiles)
	c.roll.SetMinSize(fyne.NewSize(0, min(parts.HeightFor(c.list, parts.Dp(listWide)), parts.Dp(listHigh))))
	c.roll.Refresh()
}

// light shows what can be done about the one that is lit. It stays while the caret is elsewhere, for the mouse and for Tab.
func (c *closingPanel) light(i int) {
	if c.asked != nil {
		return
	}
	if i >= 0 {
		c.showWays(i)
		c.reveal(i)
	}
}

// reveal scrolls the list to one of its lines.
func (c *closingPanel) reveal(i int) {
	tile, view := c.list.content.Objects[i], c.roll.Size().Height
	top, high := tile.Position().Y, tile.Size().Height
	switch {
	case view <= 0:
	case top < c.roll.Offset.Y:
		c.roll.ScrollToOffset(fyne.NewPos(0, top))
	case top+high > c.roll.Offset.Y+view:
		c.roll.ScrollToOffset(fyne.NewPos(0, top+high-view))
	}
}

// showWays puts what can be done about one under the list.
func (c *closingPanel) showWays(i int) {
	if i == c.shown {
		return
	}
	c.shown = i
	c.draw()
	c.ways.Objects = nil
	if i >= 0 && i < len(c.ends) {
		e := c.ends[i]
		var buttons []fyne.CanvasObject
		for _, w := range e.Ways {
			buttons = append(buttons, parts.NewButton(w.Words, func() { c.take(e, w) }).Small().WithKey(string(w.Key)))
		}
		if e.Item != "" {
			buttons = append(buttons, parts.NewButton("Go there", func() { c.goThere(e) }).Small().Quiet().WithKey(string(GoesThere)))
		}
		buttons = append(buttons, parts.NewButton("Leave it", func() { c.leave(e) }).Small().Quiet().WithKey(string(LeavesAsItIs)))
		c.ways.Objects = []fyne.CanvasObject{parts.Lines(8, buttons...)}
	}
	parts.Settle(c.ways)
	c.ways.Refresh()
}

// spoken is what a screen reader says of the one that is lit.
func (c *closingPanel) spoken() string {
	i := c.list.lit
	if i < 0 || i >= len(c.ends) {
		return c.count.Text()
	}
	words := []string{fmt.Sprintf("%d of %d: %s", i+1, len(c.ends), c.ends[i].Text)}
	for _, w := range c.ends[i].Ways {
		words = append(words, fmt.Sprintf("%c, %s.", w.Key, w.Words))
	}
	return strings.Join(append(words, "l, leave it."), " ")
}

// letter settles the one that is lit.
func (c *closingPanel) letter(r rune) bool {
	i := c.list.lit
	if i < 0 || i >= len(c.ends) {
		return false
	}
	e := c.ends[i]
	switch r = unicode.ToLower(r); r {
	case LeavesAsItIs:
		c.leave(e)
		return true
	case GoesThere:
		if e.Item != "" {
			c.goThere(e)
		}
		return true
	}
	for _, w := range e.Ways {
		if w.Key == r {
			c.take(e, w)
			return true
		}
	}
	return false
}

// choose takes the likeliest way; one that can only be known is left.
func (c *closingPanel) choose(i int) {
	if e := c.ends[i]; len(e.Ways) > 0 {
		c.take(e, e.Ways[0])
	} else {
		c.leave(e)
	}
}

func (c *closingPanel) take(e LooseEnd, w Way) {
	if w.Needs == NeedsNothing {
		c.settled(w.Settle(Answer{}))
		return
	}
	c.ask(w)
}

func (c *closingPanel) leave(e LooseEnd) { c.settled(c.of.model.Leave(e)) }

func (c *closingPanel) goThere(e LooseEnd) {
	c.panel.Shut()
	c.of.shell.Problem(c.of.model.Show(e.Item))
	c.of.show()
	c.of.focusMinutes()
}

// settled says what was done, draws the list that is left, and goes on in it; with nothing left, at the button.
func (c *closingPanel) settled(line string, err error) {
	if err != nil {
		c.panel.Fail(err)
		return
	}
	c.of.said(line, nil)
	c.panel.Say(parts.Green, line)
	c.fill()
	if len(c.ends) == 0 {
		c.of.shell.Focus(c.end)
		return
	}
	c.of.shell.Focus(c.list)
}
