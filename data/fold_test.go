package data

import (
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"
)

func TestWritingsOfTheSameNameFoldToOne(t *testing.T) {
	for folded, writings := range map[string][]string{
		"sian llewellyn":                 {"Siân Llewellyn", "SIÂN  LLEWELLYN", "sia\u0302n llewellyn", " Siân\tLlewellyn\n"},
		"oneill":                         {"O'Neill", "O’Neill", "O‘Neill", "O`Neill", "Oʼneill", "ONEILL"},
		"smith jones":                    {"Smith-Jones", "Smith–Jones", "Smith\u2010Jones", "Smith - Jones", "Smith Jones"},
		"los":                            {"Łoś", "łos", "LOS"},
		"sorensen":                       {"Sørensen", "SØRENSEN", "Sorensen"},
		"dordevic":                       {"Đorđević", "dordevic"},
		"yildiz":                         {"Yıldız", "YILDIZ"},
		"ibrahim":                        {"İbrahim", "ibrahim"},
		"thora gudrun":                   {"Þóra Guðrun"},
		"weiss":                          {"Weiß", "WEIẞ", "Weiss"},
		"aeoe":                           {"Æœ"},
		"ghallis hal":                    {"Għallis Ħal"},
		"m 2026 04":                      {"M-2026-04", "m 2026 04", "(M-2026/04)"},
		"j r smith":                      {"J.R. Smith", "J R Smith"},
		"\u092a\u0930\u093f\u092f\u093e": {"\u092a\u094d\u0930\u093f\u092f\u093e"},
		"":                               {"", " ", "–", "’", "\u0301"},
		"fields":                         {"ﬁelds"},
		"wisniewski tomek":               {"Wiśniewski, Tomek"},
	} {
		for _, w := range writings {
			want(t, w, Fold(w), folded)
		}
	}
}

func TestFoldingTwiceIsFoldingOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.String().Draw(t, "words")
		once := Fold(s)
		if twice := Fold(once); twice != once {
			t.Fatalf("%q folds to %q and then to %q", s, once, twice)
		}
		if once != strings.Join(strings.FieldsFunc(once, unicode.IsSpace), " ") {
			t.Fatalf("%q folds to %q, which has a space too many", s, once)
		}
	})
}

func TestPeopleStandInOrderOfSurnameWhateverTheAccents(t *testing.T) {
	order := []Person{
		{First: "Ann", Last: "Łoś"}, {First: "Zoë", Last: "Los"}, {First: "Bo", Last: "O’Neill"}, {Last: "Oneilly"},
		{First: "Sam", Last: "Smith-Jones"}, {First: "Al", Last: "Smith"}, {First: "Cy", Last: "Smithson"},
	}
	for i, p := range order[1:] {
		if order[i].SortKey() >= p.SortKey() {
			t.Errorf("%s does not stand before %s", order[i].SortName(), p.SortName())
		}
	}
}

func TestEveryTypedWordMustBeginAWord(t *testing.T) {
	text := SearchTextOf("Siân Ó Briain-Hughes, L0123456")
	for typed, found := range map[string]bool{
		"": true, "sian": true, "SI BRI": true, "hug": true, "l0123": true, "ughes": false, "sian jones": false, "0123": false,
	} {
		want(t, typed, text.Has(strings.Fields(Fold(typed))), found)
	}
}

func TestMembershipNumbersAreOneHoweverSpaced(t *testing.T) {
	for _, n := range []string{"L0123456", "l012 3456", "L-0123-456", "\tl0123456\u00a0\r"} {
		want(t, n, FoldNumber(n), "L0123456")
	}
}
