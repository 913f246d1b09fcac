package data

import (
	"fmt"
	"strings"
)

// A RuleLine is one rule as settings list it.
type RuleLine struct {
	// Key names the rule to Rules.With.
	Key                string
	Group, Name, Value string
	From               Date
	Source             string
	// Warn says whether a warning is wanted; CanWarn, whether the rule has one at all.
	Warn, CanWarn bool
	// Choices are the values it can have, where they are few; Hint shows how to type one, where they are many.
	Choices []string
	Hint    string
}

// A ruleForm is how one rule is shown, read from typed text and headed.
type ruleForm struct {
	key, group, name, hint string
	choices                []string
	silent                 bool // has no warning
	show                   func(Rules) string
	// read takes trimmed lower-case text into the rules. It says false when it cannot read it.
	read func(*Rules, string) bool
	head func(*Rules) *InForce
}

// Lines returns every rule in the order and groups of the settings. With reads each Value as it stands.
func (r Rules) Lines() []RuleLine {
	forms := ruleForms()
	lines := make([]RuleLine, 0, len(forms))
	for _, f := range forms {
		head := *f.head(&r)
		lines = append(lines, RuleLine{
			Key: f.key, Group: f.group, Name: f.name, Value: f.show(r), From: head.From, Source: head.Source,
			Warn: !f.silent && !head.Off, CanWarn: !f.silent, Choices: f.choices, Hint: f.hint,
		})
	}
	return lines
}

// With returns the rules with one of them changed from a day on, from text as people type it: "10%", "5", "14 days".
// From a day later than the rules' own it returns new Rules, with no ID, that begin on that day; on the same day it
// corrects these. Rules that share a heading (a notice and how its days are counted) share its day and source too.
// Every error is a Problem: a key that no rule has, text that cannot be read, a value that makes no sense, or a day
// before the rules began.
func (r Rules) With(key, value string, from Date, source string) (Rules, error) {
	f, err := ruleFormOf(key)
	if err != nil {
		return r, err
	}
	if from.Before(r.From) {
		return r, NewProblem(fmt.Sprintf("These rules began on %s. Choose that day or a later one; meetings before it keep the rules they were held under.", r.From), nil)
	}
	next := r
	if from != r.From {
		next.ID, next.Revision, next.From = "", 0, from
	}
	typed := strings.ToLower(strings.Join(strings.Fields(value), " "))
	if !f.read(&next, typed) {
		return r, NewProblem(fmt.Sprintf("%s: %q could not be read. %s.", f.name, strings.TrimSpace(value), f.how()), nil)
	}
	head := f.head(&next)
	head.From, head.Source = from, strings.TrimSpace(source)
	if err := next.Validate(); err != nil {
		return r, err
	}
	return next, nil
}

// WithWarning returns the rules with the warning of one of them switched on or off. That changes no rule, and so no
// date. The error is a Problem, for a key that no rule has and a rule that has no warning.
func (r Rules) WithWarning(key string, on bool) (Rules, error) {
	f, err := ruleFormOf(key)
	if err != nil {
		return r, err
	}
	if f.silent {
		return r, NewProblem(fmt.Sprintf("%s: there is no warning to switch.", f.name), nil)
	}
	f.head(&r).Off = !on
	return r, nil
}

func ruleFormOf(key string) (ruleForm, error) {
	for _, f := range ruleForms() {
		if f.key == key {
			return f, nil
		}
	}
	return ruleForm{}, NewProblem("Branchbook does not know that rule. Choose one from the list.", fmt.Errorf("no rule has the key %q", key))
}

// how says how the rule's value is typed.
func (f ruleForm) how() string {
	if len(f.choices) > 0 {
		return "It is one of these: " + strings.Join(f.choices, "; ")
	}
	return "Write it like " + f.hint
}
