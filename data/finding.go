package data

import "strings"

// A Finding is what a rule concluded, with the sum that anyone in the hall could check.
// Screens and papers print it as it stands, and it is stored with what it judged, so that old minutes keep their words
// when the rules change.
type Finding struct {
	// Verdict is the conclusion in the field's words: "quorate", "carried", "one day short".
	Verdict string `json:"verdict"`
	// Sum is the arithmetic in words: "5% of 199 eligible = 9.95, rounded up: 10".
	Sum string `json:"sum,omitempty"`
	// Source says where the rule comes from: "Standing orders 4.2, from 1 Sept 2018".
	Source string `json:"source,omitempty"`
	// Warning marks a finding that is worth a look. It is never a refusal.
	Warning bool `json:"warning,omitempty"`
	// Other holds other readings of the same rule, where there are two.
	Other []Finding `json:"other,omitempty"`
}

// Sentence joins the verdict and the sum: "quorate: 5% of 199 eligible = 9.95, rounded up: 10".
func (f Finding) Sentence() string {
	parts := make([]string, 0, 2)
	for _, s := range []string{f.Verdict, f.Sum} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, ": ")
}

// Workings returns the sum, and the other readings of the rule behind it: "needed 10: two thirds of 15 present = 10, had 9.
// Carried if two thirds of votes cast are meant: needed 7: two thirds of 10 cast = 6.66…, rounded up: 7, had 9." Without
// other readings it is the sum as it stands.
func (f Finding) Workings() string {
	if len(f.Other) == 0 {
		return f.Sum
	}
	return strings.TrimSpace(sentence(f.Sum) + " " + f.others())
}

// others returns the other readings, a sentence for each; "" for none.
func (f Finding) others() string {
	sentences := make([]string, len(f.Other))
	for i, o := range f.Other {
		sentences[i] = sentence(o.Sentence())
	}
	return strings.Join(sentences, " ")
}

// IsZero says whether no rule has concluded anything yet.
func (f Finding) IsZero() bool { return f.Verdict == "" && f.Sum == "" }
