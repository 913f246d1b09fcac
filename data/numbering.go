package data

import (
	"cmp"
	"slices"
	"strconv"
)

// OrderItems returns the items of an agenda as they are read: by place, each followed by its own parts. An item under
// one that is not there, or that is under itself, counts as one of its own and is returned as one.
func OrderItems(items []AgendaItem) []AgendaItem {
	parts := partsOf(items)
	out := make([]AgendaItem, 0, len(items))
	var lay func(ItemID)
	lay = func(of ItemID) {
		for _, item := range parts[of] {
			out = append(out, item)
			lay(item.ID)
		}
	}
	lay("")
	return out
}

// NumberItems returns the number of each item as minutes print it: "3", its parts "3.1", and "4(a)" where the parts of
// an item are lettered.
func NumberItems(items []AgendaItem) map[ItemID]string {
	parts := partsOf(items)
	numbers := make(map[ItemID]string, len(items))
	var number func(of AgendaItem)
	number = func(of AgendaItem) {
		for i, item := range parts[of.ID] {
			switch {
			case of.ID == "":
				numbers[item.ID] = strconv.Itoa(i + 1)
			case of.Lettered:
				numbers[item.ID] = numbers[of.ID] + "(" + letter(i) + ")"
			default:
				numbers[item.ID] = numbers[of.ID] + "." + strconv.Itoa(i+1)
			}
			number(item)
		}
	}
	number(AgendaItem{})
	return numbers
}

// letter names the parts of an item: a to z, then aa, ab.
func letter(i int) string {
	last := string(rune('a' + i%26))
	if i < 26 {
		return last
	}
	return letter(i/26-1) + last
}

// partsOf returns the parts of every item in order; those of "" are the items of their own.
func partsOf(items []AgendaItem) map[ItemID][]AgendaItem {
	above := make(map[ItemID]ItemID, len(items))
	for _, item := range items {
		above[item.ID] = item.Under
	}
	parts := map[ItemID][]AgendaItem{}
	for _, item := range items {
		under := item.Under
		if _, there := above[under]; !there || goesRound(above, item.ID) {
			under = ""
		}
		item.Under = under
		parts[under] = append(parts[under], item)
	}
	for _, list := range parts {
		slices.SortStableFunc(list, func(a, b AgendaItem) int { return cmp.Compare(a.Place, b.Place) })
	}
	return parts
}

// goesRound says whether an item is under itself, by however many others.
func goesRound(above map[ItemID]ItemID, id ItemID) bool {
	for range len(above) + 1 {
		next, there := above[id]
		if !there || next == "" {
			return false
		}
		id = next
	}
	return true
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
