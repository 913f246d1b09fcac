package data

import (
	"cmp"
	"slices"
	"strconv"
)

// InAgendaOrder returns the items as an agenda has them: by their places, the parts of an item behind it. A part of
// something that is not among the items stands for itself.
func InAgendaOrder(items []AgendaItem) []AgendaItem {
	out := make([]AgendaItem, 0, len(items))
	walkAgenda(items, func(item AgendaItem, _ string) { out = append(out, item) })
	return out
}

// NumberItems returns the number of each item as agendas and minutes print it: "3", "3.1", and "4(a)" where the item it
// is a part of letters its parts.
func NumberItems(items []AgendaItem) map[ItemID]string {
	out := make(map[ItemID]string, len(items))
	walkAgenda(items, func(item AgendaItem, number string) { out[item.ID] = number })
	return out
}

// PartsOf returns the item and all that is under it, at any depth.
func PartsOf(items []AgendaItem, item ItemID) map[ItemID]bool {
	in := map[ItemID]bool{item: true}
	for range items {
		for _, i := range items {
			if in[i.Under] && i.Under != "" {
				in[i.ID] = true
			}
		}
	}
	return in
}

// Depth returns how many items an item is under: 0 for one of its own.
func Depth(items []AgendaItem, item ItemID) int {
	above := map[ItemID]ItemID{}
	for _, i := range items {
		above[i.ID] = i.Under
	}
	for depth := range items {
		up := above[item]
		if _, known := above[up]; !known || up == "" {
			return depth
		}
		item = up
	}
	return 0 // they are under each other
}

// walkAgenda visits the items in order, each with its number.
func walkAgenda(items []AgendaItem, visit func(item AgendaItem, number string)) {
	sorted := slices.Clone(items)
	slices.SortStableFunc(sorted, func(a, b AgendaItem) int { return cmp.Compare(a.Place, b.Place) })
	known := map[ItemID]bool{}
	for _, i := range sorted {
		known[i.ID] = true
	}
	parts, seen := map[ItemID][]AgendaItem{}, map[ItemID]bool{}
	var tops []AgendaItem
	for _, i := range sorted {
		if i.Under != "" && i.Under != i.ID && known[i.Under] {
			parts[i.Under] = append(parts[i.Under], i)
		} else {
			tops = append(tops, i)
		}
	}
	var walk func(item AgendaItem, number string)
	walk = func(item AgendaItem, number string) {
		if seen[item.ID] {
			return
		}
		seen[item.ID] = true
		visit(item, number)
		for n, part := range parts[item.ID] {
			walk(part, number+partNumber(item.Lettered, n))
		}
	}
	for n, item := range tops {
		walk(item, strconv.Itoa(n+1))
	}
	// Items that are under each other are under nothing: they come last, rather than nowhere.
	n := len(tops)
	for _, item := range sorted {
		if !seen[item.ID] {
			n++
			walk(item, strconv.Itoa(n))
		}
	}
}

// partNumber is what the n-th part, from 0, adds to the number of its item: ".1", or "(a)"; after (z) comes (aa).
func partNumber(lettered bool, n int) string {
	if !lettered {
		return "." + strconv.Itoa(n+1)
	}
	letters := ""
	for n++; n > 0; n = (n - 1) / 26 {
		letters = string(rune('a'+(n-1)%26)) + letters
	}
	return "(" + letters + ")"
}
