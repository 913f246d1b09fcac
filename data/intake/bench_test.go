package intake

import (
	"testing"

	"branchbook/data"
)

// A secretary waits for this: a list read, mapped and compared with a book that has the same people.
func BenchmarkBringingInAListOf10000(b *testing.B) {
	rows := memberRows(0, 10_000)
	file := asFile(b, rows)
	var people []data.Person
	for b.Loop() {
		table, err := ReadTable(file, Choice{})
		if err != nil {
			b.Fatal(err)
		}
		members, _ := Read(table, Guess(table), may1)
		d := data.CompareLists(people, members, may1)
		if people == nil {
			people = d.Apply(newIDs())
		}
	}
}

// The worst of comparing: nobody has a number, so that each row is looked for among everyone.
func BenchmarkComparing2000WithoutNumbers(b *testing.B) {
	table, err := ReadTable(asFile(b, memberRows(0, 2000)), Choice{})
	if err != nil {
		b.Fatal(err)
	}
	members, _ := Read(table, Guess(table), may1)
	people := data.CompareLists(nil, members, may1).Apply(newIDs())
	for i := range people {
		people[i].Number = ""
	}
	for b.Loop() {
		data.CompareLists(people, members, may1)
	}
}
