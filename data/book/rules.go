package book

import (
	"branchbook/data"
)

var rules = &kind[data.Rules, data.RulesID]{
	name:  KindRules,
	marks: func(r *data.Rules) (*data.RulesID, *int) { return &r.ID, &r.Revision },
	order: func(r data.Rules) string { return r.From.ISO() },
}

// Rules returns the standing orders in force on a date; the default ones when the book has none of its own.
func (r *Reading) Rules(on data.Date) (data.Rules, error) {
	all, err := r.AllRules.All()
	if err != nil {
		return data.Rules{}, err
	}
	return data.RulesOn(all, on), nil
}
