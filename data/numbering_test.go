package data

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestItemsAreNumberedAndTheirPartsNumberedOrLettered(t *testing.T) {
	items := []AgendaItem{
		{ID: "motions", Place: 40, Lettered: true}, {ID: "welcome", Place: 10}, {ID: "library", Place: 42, Under: "motions"},
		{ID: "matters", Place: 30}, {ID: "buses", Place: 41, Under: "motions"}, {ID: "ratify", Place: 5, Under: "matters"},
		{ID: "minutes", Place: 20}, {ID: "hall", Place: 6, Under: "ratify"},
	}
	got := NumberItems(items)
	want := map[ItemID]string{
		"welcome": "1", "minutes": "2", "matters": "3", "ratify": "3.1", "hall": "3.1.1", "motions": "4", "buses": "4(a)", "library": "4(b)",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	var order []ItemID
	for _, item := range OrderItems(items) {
		order = append(order, item.ID)
	}
	if diff := cmp.Diff([]ItemID{"welcome", "minutes", "matters", "ratify", "hall", "motions", "buses", "library"}, order); diff != "" {
		t.Error(diff)
	}
}

func TestAPartOfAnItemThatIsGoneIsAnItemOfItsOwn(t *testing.T) {
	got := NumberItems([]AgendaItem{{ID: "a", Place: 1}, {ID: "b", Place: 2, Under: "gone"}, {ID: "c", Place: 3, Under: "b"}})
	if diff := cmp.Diff(map[ItemID]string{"a": "1", "b": "2", "c": "2.1"}, got); diff != "" {
		t.Error(diff)
	}
}

func TestTheTwentySeventhPartIsLetteredTwice(t *testing.T) {
	items := []AgendaItem{{ID: "all", Lettered: true}}
	for i := range 28 {
		items = append(items, AgendaItem{ID: ItemID(fmt.Sprint(i)), Place: i, Under: "all"})
	}
	got := NumberItems(items)
	if got["25"] != "1(z)" || got["26"] != "1(aa)" || got["27"] != "1(ab)" {
		t.Errorf("numbered %s, %s, %s", got["25"], got["26"], got["27"])
	}
}

// However parts hang, even in a ring, each item is read once and has a number of its own.
func TestEveryItemHasOneNumber(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 12).Draw(t, "items")
		items := make([]AgendaItem, n)
		for i := range items {
			items[i] = AgendaItem{ID: ItemID(fmt.Sprint(i)), Place: rapid.IntRange(0, 5).Draw(t, "place"), Lettered: rapid.Bool().Draw(t, "lettered")}
			if rapid.Bool().Draw(t, "part") {
				items[i].Under = ItemID(fmt.Sprint(rapid.IntRange(0, 13).Draw(t, "under")))
			}
		}
		numbers, seen := NumberItems(items), map[string]bool{}
		for _, number := range numbers {
			seen[number] = true
		}
		if len(OrderItems(items)) != n || len(numbers) != n || len(seen) != n {
			t.Fatalf("%d items, %d in order, %d numbered, %d numbers", n, len(OrderItems(items)), len(numbers), len(seen))
		}
	})
}
