package settings

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"branchbook/screens/parts"
)

// A section is the view of one part of the settings.
type section interface {
	// arrange lays the section out in that many of our pixels.
	arrange(width float32) fyne.CanvasObject
	// show copies what the model says.
	show()
	first() fyne.Focusable
}

// view is the settings in the window: the sections at the left, or as tabs where there is little room.
type view struct {
	model    *Model
	deps     Deps
	content  fyne.CanvasObject
	under    *parts.Text
	room     *fyne.Container
	items    []*sectionItem
	tabs     *parts.Segments
	sections []section // in the order of tabs
	branch   *branchView
	papers   *papersView
	rules    *rulesView
	safety   *safetyView
	at       int
	width    float32
}

func newView(m *Model, d Deps) *view {
	v := &view{model: m, deps: d, under: parts.Secondary(""), room: container.NewStack(), width: 1160}
	names := make([]string, len(tabs))
	for i, t := range tabs {
		names[i] = t.name
		v.items = append(v.items, newSectionItem(t, func() { v.visit(i) }))
	}
	v.tabs = parts.NewTabs(names, v.visit)
	v.branch, v.rules, v.safety = newBranchView(m, d.Shell), newRulesView(m, d.Shell), newSafetyView(m, d)
	v.papers = newPapersView(m, d)
	v.sections = []section{v.branch, v.papers, v.rules, newLookView(d.Look), v.safety, newAboutView(d.About)}
	v.content = container.New(&widthLayout{v.resized}, parts.Page(parts.Column(14,
		parts.PageHead(parts.Title("Settings"), v.under), parts.Grow(v.room, 1))))
	v.rules.rearrange = v.arrange
	v.mark()
	v.arrange()
	return v
}

func (v *view) tab() string           { return tabs[v.at].tab }
func (v *view) section() section      { return v.sections[v.at] }
func (v *view) first() fyne.Focusable { return v.section().first() }
func (v *view) resized(width float32) {
	if width != v.width {
		v.width = width
		v.arrange()
	}
}

// visit goes to a section that the secretary chose, and puts the caret there.
func (v *view) visit(i int) {
	v.leave()
	v.choose(i)
	v.load()
	v.deps.Shell.Focus(v.first())
}

// choose shows a section.
func (v *view) choose(i int) {
	if i == v.at {
		return
	}
	v.at = i
	v.mark()
	v.arrange()
}

// mark shows which section is open.
func (v *view) mark() {
	for i, item := range v.items {
		item.setCurrent(i == v.at)
	}
	v.tabs.Choose(v.at)
	v.under.SetText([]string{
		"What every paper of the branch begins with", "How papers look, and whom they name", "Rules are dated: past meetings keep the figures they were held under",
		"On this computer only", "Copies are locked with your passphrase and go only where you put them", "Branchbook, and how to find your way",
	}[v.at])
}

// sideBelow is the width under which the sections are tabs.
const sideBelow = 1000

func (v *view) arrange() {
	inner := v.width - 2*24
	if v.width < sideBelow {
		v.room.Objects = []fyne.CanvasObject{parts.Column(12, v.tabs, parts.Grow(v.section().arrange(inner), 1))}
		v.room.Refresh()
		return
	}
	list := make([]fyne.CanvasObject, len(v.items))
	for i, item := range v.items {
		list[i] = item.pressed
	}
	side := parts.Sheet(parts.PadXY(parts.Column(0, list...), 0, 10))
	v.room.Objects = []fyne.CanvasObject{parts.RowFill(16, parts.Fixed(side, 216), parts.Grow(v.section().arrange(inner-216-16), 1))}
	v.room.Refresh()
}

// load reads what the section shows.
func (v *view) load() {
	err := v.model.Load()
	if err == nil && v.section() == section(v.safety) {
		err = v.model.LoadSafety()
	}
	if err != nil {
		v.deps.Shell.Problem(err)
		return
	}
	v.section().show()
}

func (v *view) leave() {
	switch v.section() {
	case section(v.branch):
		v.branch.keep()
	case section(v.papers):
		v.papers.keep()
	}
	v.safety.forget()
}

func (v *view) reveal() { v.safety.reveal() }

// widthLayout fills its room with one object, and tells how wide the room is in our pixels.
type widthLayout struct{ resized func(float32) }

// Layout places the object.
func (l *widthLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.resized(parts.Logical(size.Width))
	for _, o := range objects {
		o.Move(fyne.Position{})
		o.Resize(size)
	}
}

// MinSize is small: what is too high scrolls.
func (l *widthLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(480, 320) }
