package session

import (
	"fmt"
	"strings"
	"testing"

	"branchbook/data"
	"branchbook/data/book"
)

func door(came string, names ...string) *doorList {
	people := make([]data.Person, len(names))
	last := map[data.PersonID]bool{}
	for i, name := range names {
		first, surname, _ := strings.Cut(name, " ")
		people[i] = data.Person{ID: data.PersonID(name), First: first, Last: surname, Number: fmt.Sprintf("L%07d", 100+i), Status: data.Member}
		last[people[i].ID] = name == came
	}
	return newDoorList(people, last)
}

func namesOf(people []data.Person) string {
	out := make([]string, len(people))
	for i, p := range people {
		out[i] = p.Name()
	}
	return strings.Join(out, ", ")
}

func TestTheDoorFindsPeopleByAFewLetters(t *testing.T) {
	d := door("", "Zoë Okafor", "Emeka Okafor", "Siân Llewellyn", "Conor O'Hare", "José Cárdenas", "Lars Sørensen",
		"Tomasz Wiśniewski", "Anna van der Berg", "Priya Okonkwo-Smith", "Oka Nakamura", "Jean Whitcombe", "Łukasz Żak")
	for typed, want := range map[string]string{
		"oka":       "Zoë Okafor, Emeka Okafor, Oka Nakamura",
		"zoe":       "Zoë Okafor",
		"ohar":      "Conor O'Hare",
		"o'ha":      "Conor O'Hare",
		"O’Hare":    "Conor O'Hare",
		"cardenas":  "José Cárdenas",
		"sor":       "Lars Sørensen",
		"wis":       "Tomasz Wiśniewski",
		"ber":       "Anna van der Berg",
		"van der":   "Anna van der Berg",
		"smi":       "Priya Okonkwo-Smith",
		"em ok":     "Emeka Okafor",
		"okafor z":  "Zoë Okafor",
		"well":      "Siân Llewellyn",
		"zak":       "Łukasz Żak",
		"L0000104":  "José Cárdenas",
		"l 0000104": "José Cárdenas",
		"0000104":   "José Cárdenas",
		"104":       "José Cárdenas",
		"L000010":   "Zoë Okafor, Emeka Okafor, Siân Llewellyn, Conor O'Hare, José Cárdenas, Lars Sørensen",
		"whitcmobe": "Jean Whitcombe",
		"wihtc":     "Jean Whitcombe",
		"sorenson":  "Lars Sørensen",
		"":          "",
		"qqq":       "",
		"  ":        "",
	} {
		if got := namesOf(d.find(typed, 6, nil)); got != want {
			t.Errorf("%q finds %q, want %q", typed, got, want)
		}
	}
}

func TestSurnameAndFirstNameComeBeforeOtherPartsAndThoseBeforeTheInside(t *testing.T) {
	d := door("", "Rosa Mullan", "Peter Ann-Mull", "Mull Adams", "Eve Cormull")
	if got := namesOf(d.find("mull", 6, nil)); got != "Rosa Mullan, Mull Adams, Peter Ann-Mull, Eve Cormull" {
		t.Error(got)
	}
}

func TestThoseWhoCameLastTimeStandHigherAndThoseInTheRoomLower(t *testing.T) {
	d := door("Emeka Okafor", "Zoë Okafor", "Emeka Okafor", "Ben Okafor")
	if got := namesOf(d.find("oka", 6, nil)); got != "Emeka Okafor, Zoë Okafor, Ben Okafor" {
		t.Error(got)
	}
	inRoom := func(id data.PersonID) bool { return id == "Emeka Okafor" }
	if got := namesOf(d.find("oka", 6, inRoom)); got != "Zoë Okafor, Ben Okafor, Emeka Okafor" {
		t.Error(got)
	}
	if got := namesOf(d.find("oka", 1, nil)); got != "Emeka Okafor" {
		t.Error(got)
	}
}

func TestADoorListIsMadeAgainOnlyForOtherPeople(t *testing.T) {
	h := inSession(t)
	was := h.door
	h.comesIn("xxx150")
	if h.door != was {
		t.Error("it was made again for a check-in")
	}
	h.add(member("Amy Newcomer", "Mill", ""))
	if h.door == was {
		t.Error("a newcomer is not in it")
	}
	was = h.door
	err := h.book.Change("correct a name", func(tx *book.Tx) error {
		p, err := tx.People.Get(h.find("newcomer"))
		if err != nil {
			return err
		}
		p.Last = "Newman"
		return tx.People.Put(p)
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := h.Load(); err != nil || h.door == was {
		t.Errorf("a new name is not in it: %v", err)
	}
	want(t, h.Door("newman")[0].Name, "Amy Newman")
}

func FuzzFind(f *testing.F) {
	d := door("Zoë Okafor", "Zoë Okafor", "Conor O'Hare", "Anna van der Berg", "A B")
	for _, s := range []string{"oka", "o'h", "é", "\xff", "l0000101", "ab cd", "𝔸"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		if got := d.find(typed, 3, nil); len(got) > 3 {
			t.Errorf("%d found", len(got))
		}
	})
}

// BenchmarkCheckIn20000 is one letter typed at the door of a branch of 20,000; a frame is 16 ms.
func BenchmarkCheckIn20000(b *testing.B) {
	firsts := []string{"Zoë", "Emeka", "Siân", "Ben", "Priya", "Tomasz", "Margaret", "José", "Nadia", "Callum"}
	lasts := []string{"Okafor", "Llewellyn", "Carrick", "O'Hare", "Wiśniewski", "Dunne", "Cárdenas", "Benkhelifa", "Frazer", "van der Berg"}
	people := make([]data.Person, 20000)
	for i := range people {
		people[i] = data.Person{ID: data.PersonID(fmt.Sprint(i)), First: firsts[i%10] + fmt.Sprint(i%7), Last: lasts[i/10%10] + fmt.Sprint(i%977), Number: fmt.Sprintf("L%07d", i)}
	}
	d := newDoorList(people, nil)
	for _, typed := range []string{"o", "oka", "si ll", "L0012345", "wihtcombe"} {
		b.Run(strings.ReplaceAll(typed, " ", "+"), func(b *testing.B) {
			for b.Loop() {
				d.find(typed, 6, nil)
			}
		})
	}
}

// BenchmarkCheckInOf20000 is two letters and an Enter at the door of a branch of 20,000 with 400 in the room: all
// that the model does, with the journal's write to the disk. A frame is 16 ms.
func BenchmarkCheckInOf20000(b *testing.B) {
	h := crowded(b, 20000, 400)
	b.Run("key", func(b *testing.B) {
		for b.Loop() {
			h.Door("yy1")
		}
	})
	b.Run("key+enter", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			c := h.Door(fmt.Sprintf("Yyy%05d", 1000+i%19000))
			if _, err := h.AtTheDoor(c[0]); err != nil {
				b.Fatal(err)
			}
		}
	})
}
