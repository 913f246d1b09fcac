package parts

import (
	"strconv"

	"fyne.io/fyne/v2"
)

// A RailItem is one place in the navigation.
type RailItem struct {
	Place string // what OnGo returns
	Name  string // "Posts & delegates"
	Short string // for the narrow rail: "Posts"; "" for Name
	Icon  IconName
	Apart bool // set off from what is above, as Settings is
}

// A Rail is the navigation at the left: 204 pixels wide, or 72 with icons over short words. Tab goes through its items;
// it holds the search, the places with what waits in them, the state of saving, and the lock.
type Rail struct {
	part
	items   []RailItem
	entries []*railEntry
	wide    *fyne.Container
	narrow  *fyne.Container
	save    *SaveState
	isWide  bool
}

// Widths of the rail, in our pixels.
const (
	RailWide   = 204
	RailNarrow = 72
)

// RailActions is what the rail can do besides going to a place.
type RailActions struct {
	Go        func(place string)
	Search    func()
	Lock      func()
	SearchKey string // "Ctrl+K"
	LockKey   string // "Ctrl+L"
}

// NewRail returns the wide rail with nothing current.
func NewRail(items []RailItem, do RailActions) *Rail {
	r := &Rail{items: items, save: NewSaveState(), isWide: true}
	var wide, narrow []fyne.CanvasObject
	for _, item := range items {
		entry := newRailEntry(item, func() {
			if do.Go != nil {
				do.Go(item.Place)
			}
		})
		r.entries = append(r.entries, entry)
		if item.Apart {
			wide = append(wide, AtLeast(Column(0), 0, 10))
		}
		wide = append(wide, entry.wide)
		narrow = append(narrow, entry.narrow)
	}
	brand := Row(10, Layers(newPlate(ColorAccent, none, 0, 6), Fixed(AtLeast(Centre(newIcon(IconBook, ColorOnAccent, 19)), 32, 32), 32)),
		Grow(CardHeading("Branchbook"), 1))
	search := NewButton("Search", do.Search).WithIcon(IconSearch).WithKey(do.SearchKey).Leading()
	search.label.role = RoleBody
	lock := newRailRow(IconLock, "Lock", do.LockKey, do.Lock)
	r.wide = Fixed(PadXY(Column(0, brand, AtLeast(Column(0), 0, 16), search, AtLeast(Column(0), 0, 14),
		Column(2, wide...), Gap(), Rule(), AtLeast(Column(0), 0, 6), r.save, lock), 12, 14), RailWide)
	find := newRailEntry(RailItem{Name: "Search", Icon: IconSearch}, do.Search)
	shut := newRailEntry(RailItem{Name: "Lock", Icon: IconLock}, do.Lock)
	places := NewScroll(Column(0, narrow...))
	places.tall.bar = 0 // there is no room for it, and it shows over the edge
	r.narrow = Fixed(PadXY(Column(0, find.narrow, Grow(places, 1), Rule(), Pad(r.save.small, 6), shut.narrow), 2, 8), RailNarrow)
	r.narrow.Hide()
	r.content = RowFill(0, Layers(NewPlate(ColorRail), r.wide, r.narrow), Rule())
	r.ExtendBaseWidget(r)
	return r
}

// NewScroller returns a Scroll that takes the height that is left.
func NewScroller(content fyne.CanvasObject) *fyne.Container { return Grow(NewScroll(content), 1) }

// SetCurrent shows which place is on show.
func (r *Rail) SetCurrent(place string) {
	for i, item := range r.items {
		r.entries[i].be(item.Place == place)
	}
}

// SetCount shows how much waits in a place; 0 shows nothing.
func (r *Rail) SetCount(place string, n int) {
	for i, item := range r.items {
		if item.Place == place {
			r.entries[i].count(n)
		}
	}
}

// SetNarrow chooses the narrow rail or the wide one.
func (r *Rail) SetNarrow(narrow bool) {
	if narrow != r.isWide {
		return
	}
	r.isWide = !narrow
	r.wide.Hidden, r.narrow.Hidden = narrow, !narrow
	Settle(r)
	r.Refresh()
}

// Save is the line that says when the book was last saved.
func (r *Rail) Save() *SaveState { return r.save }

// railEntry is one place, drawn for the wide rail and for the narrow.
type railEntry struct {
	wide, narrow *railButton
}

func newRailEntry(item RailItem, tap func()) *railEntry {
	short := item.Short
	if short == "" {
		short = item.Name
	}
	return &railEntry{newRailButton(item.Icon, item.Name, false, tap), newRailButton(item.Icon, short, true, tap)}
}

func (e *railEntry) be(current bool) {
	for _, b := range []*railButton{e.wide, e.narrow} {
		b.current = current
		b.Refresh()
	}
}

func (e *railEntry) count(n int) {
	for _, b := range []*railButton{e.wide, e.narrow} {
		b.badge.SetNumber(n)
		b.Refresh()
	}
}

// railButton is a place in one of the two forms.
type railButton struct {
	control
	icon    *Icon
	label   *Text
	bar     *Plate
	badge   *Badge
	keycap  *Keycap
	current bool
	small   bool
}

func newRailButton(icon IconName, name string, small bool, tap func()) *railButton {
	b := &railButton{icon: NewIcon(icon, Quiet, 18), label: Body(name), bar: NewPlate(none), badge: NewBadge(0), small: small}
	b.bar.Least = fyne.NewSize(4, 0)
	var inside fyne.CanvasObject
	if small {
		b.label = Caption(name).Aligned(fyne.TextAlignCenter)
		inside = PadXY(Column(1, Centre(Row(2, NewIconBox(b.icon, 24), b.badge)), b.label), 0, 5)
	} else {
		inside = AtLeast(PadXY(Row(10, b.icon, Grow(b.label, 1), b.badge), 7, 4), 0, 40)
	}
	b.start(b, RowFill(0, b.bar, Grow(inside, 1)))
	b.restyle = b.colour
	b.press = func() {
		if tap != nil {
			tap()
		}
	}
	b.name = func() string {
		if n := b.badge.n; n > 0 {
			return name + ", " + strconv.Itoa(n)
		}
		return name
	}
	b.ExtendBaseWidget(b)
	return b
}

// newRailRow is a line at the foot of the rail that can be pressed, with its key.
func newRailRow(icon IconName, name, key string, tap func()) *railButton {
	b := newRailButton(icon, name, false, tap)
	b.keycap = NewKeycap(key)
	b.content = AtLeast(PadXY(Row(10, b.icon, Grow(b.label, 1), b.keycap), 11, 2), 0, 34)
	return b
}

// NewIconBox gives an icon a square of that many pixels.
func NewIconBox(icon *Icon, side float32) *fyne.Container {
	return Fixed(AtLeast(Centre(icon), side, side), side)
}

func (b *railButton) colour() {
	fill, stroke, bar, role, drawn := none, none, none, RoleBody, ColorInk2
	if b.small {
		role = RoleCaption
	}
	if b.current {
		fill, bar, drawn = ColorSurface, ColorAccent, ColorAccent
		role = RoleBold
		if b.small {
			role = RoleLabel
		}
		if isContrast() {
			stroke = ColorBorder
		}
	} else if b.hovered {
		fill = ColorSunken
	}
	b.plate.set(fill, stroke)
	b.bar.set(bar, none)
	b.icon.set(b.icon.name, drawn)
	b.label.role = role
	b.label.InColor(ColorInk)
	b.label.Refresh()
}
