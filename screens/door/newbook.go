package door

import (
	"strings"
	"unicode/utf8"

	"branchbook/data"
)

// shortest is how many letters a passphrase has at least: a shorter one is guessed in an afternoon.
const shortest = 8

// structures are the ways a constituency party can meet, as they are offered.
var structures = []struct {
	of    data.Structure
	words string
}{
	{data.Delegates, "Delegates from branches"},
	{data.AllMembers, "All members together"},
}

// A newBook is what was typed to begin a book.
type newBook struct {
	Branch, CLP, Wards, Secretary string
	Structure                     data.Structure
	Passphrase, Again             string
}

// faults say what is wrong with each field; "" for nothing.
type faults struct{ Branch, Passphrase, Again string }

func (n newBook) faults() faults {
	var f faults
	if strings.TrimSpace(n.Branch) == "" {
		f.Branch = "The book needs the name of your branch."
	}
	f.Passphrase, f.Again = passphraseFaults(n.Passphrase, n.Again)
	return f
}

func passphraseFaults(first, again string) (string, string) {
	switch {
	case first == "":
		return "A book needs a passphrase. Three or four words that you will remember do well.", ""
	case utf8.RuneCountInString(first) < shortest:
		return "This is too short to keep anyone out. Take three or four words that you will remember.", ""
	case again != first:
		return "", "The two passphrases differ. Type it again; Alt+S shows the letters."
	}
	return "", ""
}

// branch returns what the book begins with.
func (n newBook) branch() data.Branch {
	return data.Branch{
		Name: strings.TrimSpace(n.Branch), CLP: strings.TrimSpace(n.CLP), Wards: wards(n.Wards),
		Structure: n.Structure, Secretary: strings.TrimSpace(n.Secretary),
	}
}

// wards reads names of wards with commas, semicolons or line breaks between them.
func wards(typed string) []string {
	var names []string
	for _, name := range strings.FieldsFunc(typed, func(r rune) bool { return strings.ContainsRune(",;\n", r) }) {
		if name = strings.Join(strings.Fields(name), " "); name != "" {
			names = append(names, name)
		}
	}
	return names
}
