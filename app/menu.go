package app

import (
	"slices"

	"fyne.io/fyne/v2"

	"branchbook/screens/place"
)

// menuOrder is the menu bar from left to right. A command of a menu that is not here goes last.
var menuOrder = []string{"Book", "Record", "Meeting", "Lists", "Go", "View", "Help"}

// menuBar lays commands out in the menus they name. Where two commands want the same key the first one has it, so the
// place that is shown is listed before the window. modal says whether a panel lies over the window: Fyne delivers the
// keys of menu items all the same, and the keys of items that are greyed out.
func menuBar(commands []place.Command, modal func() bool) *fyne.MainMenu {
	taken, there := map[place.Key]bool{}, map[[2]string]bool{}
	items := map[string][]*fyne.MenuItem{}
	var names []string
	for _, c := range commands {
		if there[[2]string{c.Menu, c.Name}] {
			continue // the place that is shown has a way of its own to do it
		}
		there[[2]string{c.Menu, c.Name}] = true
		if _, known := items[c.Menu]; !known {
			names = append(names, c.Menu)
		}
		items[c.Menu] = append(items[c.Menu], menuItem(c, taken, modal))
	}
	slices.SortStableFunc(names, func(a, b string) int { return menuRank(a) - menuRank(b) })
	bar := fyne.NewMainMenu()
	for _, name := range names {
		bar.Items = append(bar.Items, fyne.NewMenu(name, items[name]...))
	}
	return bar
}

func menuItem(c place.Command, taken map[place.Key]bool, modal func() bool) *fyne.MenuItem {
	label := c.Name
	key := c.Key
	if key.Shortcut() == nil && !c.Also.IsZero() && c.Also.Shortcut() != nil {
		key = c.Also
	}
	item := fyne.NewMenuItem(label, func() {
		if !modal() {
			c.Do()
		}
	})
	item.Disabled = !c.Allowed()
	switch shortcut := key.Shortcut(); {
	case shortcut != nil && !taken[key]:
		taken[key] = true
		item.Shortcut = shortcut
	case c.Key.IsBare():
		// Fyne has no shortcuts without a modifier: the key comes through place.Keys, and the menu only shows it.
		item.Label = label + "   " + c.Key.String()
	}
	return item
}

func menuRank(name string) int {
	if i := slices.Index(menuOrder, name); i >= 0 {
		return i
	}
	return len(menuOrder)
}
