package settings

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"branchbook/data"
	"branchbook/data/book"
)

// ruleRow is one rule as the table shows it.
type ruleRow struct {
	key, group, name, value, from, source string
	warn, canWarn                         bool
	choices                               []string
	hint                                  string
}

func rowOf(l data.RuleLine) ruleRow {
	return ruleRow{
		key: l.Key, group: l.Group, name: l.Name, value: l.Value, from: since(l.From), source: l.Source,
		warn: l.Warn, canWarn: l.CanWarn, choices: l.Choices, hint: l.Hint,
	}
}

func since(d data.Date) string {
	if d.IsZero() {
		return "always"
	}
	return d.Short()
}

// A version is rules that were, are or will be in force, with what they altered.
type version struct {
	from, altered string
	on            data.Date
}

// An edit is the rule that is open in the table; the zero value is none.
type edit struct {
	Key, Value, Source string
	From               data.Date
	Effect             effect
	Wrong              string // why it cannot be kept; "" when it can
}

// list makes the rows of the day, and the versions, the newest first.
func (m *Model) list() {
	m.Rules, m.Versions = nil, nil
	for _, l := range data.RulesOn(m.all, m.On).Lines() {
		m.Rules = append(m.Rules, rowOf(l))
	}
	all := slices.Clone(m.all)
	slices.SortFunc(all, func(a, b data.Rules) int { return cmp.Or(a.From.Compare(b.From), cmp.Compare(a.ID, b.ID)) })
	before := data.DefaultRules()
	for _, r := range all {
		m.Versions = append(m.Versions, version{from: since(r.From), altered: altered(before, r), on: r.From})
		before = r
	}
	slices.Reverse(m.Versions)
}

// altered says which rules have another value: "Quorum of a meeting: 10 voters".
func altered(old, new data.Rules) string {
	var words []string
	was := old.Lines()
	for i, l := range new.Lines() {
		if l.Value != was[i].Value {
			words = append(words, l.Name+": "+l.Value)
		}
	}
	if words == nil {
		return "The same figures, or only a source or a warning"
	}
	return strings.Join(words, "; ")
}

// ShowOn shows the rules as they stand on a day.
func (m *Model) ShowOn(on data.Date) {
	m.On = on
	m.Cancel()
	m.list()
}

// Open opens a rule, to be changed from today on.
func (m *Model) Open(key string) error {
	i := slices.IndexFunc(m.Rules, func(r ruleRow) bool { return r.key == key })
	if i < 0 {
		return data.NewProblem("Branchbook does not know that rule. Choose one from the list.", fmt.Errorf("settings: no rule %q", key))
	}
	row := m.Rules[i]
	m.Editing = edit{Key: key, Value: row.value, From: m.today()}
	return m.Preview(row.value, m.today(), "")
}

// Cancel closes the rule that is open, and keeps nothing of it.
func (m *Model) Cancel() { m.Editing = edit{} }

// Preview works out what the open rule would change, into Editing.
func (m *Model) Preview(value string, from data.Date, source string) error {
	e := edit{Key: m.Editing.Key, Value: value, From: from, Source: source}
	defer func() { m.Editing = e }()
	if from.IsZero() {
		e.Wrong = "Write the day from which it holds: 14/5, or 14 May 2026."
		return nil
	}
	old := data.RulesOn(m.all, from)
	next, err := old.With(e.Key, value, from, source)
	if err != nil {
		e.Wrong = data.Say(err)
		return nil
	}
	return m.book.Read(func(r *book.Reading) error {
		e.Effect, err = effectOf(r, e.Key, old, next, from)
		if later := m.laterThan(from); err == nil && !later.IsZero() {
			e.Effect.Sum = strings.TrimSpace(e.Effect.Sum + " The rules from " + later.Short() + " stay as they are.")
		}
		return err
	})
}

// laterThan is the day on which the next rules begin; the zero Date for none.
func (m *Model) laterThan(from data.Date) data.Date {
	next := data.Date{}
	for _, r := range m.all {
		if r.From.After(from) && (next.IsZero() || r.From.Before(next)) {
			next = r.From
		}
	}
	return next
}

// Keep stores the open rule as it was last previewed and shows the rules of the day from which it holds. It returns what
// was done in a line. An error leaves the rule open.
func (m *Model) Keep() (said string, err error) {
	e := m.Editing
	if e.Wrong != "" {
		return "", data.NewProblem(e.Wrong, nil)
	}
	next, err := data.RulesOn(m.all, e.From).With(e.Key, e.Value, e.From, e.Source)
	if err != nil {
		return "", err
	}
	line := lineOf(next, e.Key)
	what := fmt.Sprintf("set %s to %s from %s", lowerFirst(line.Name), line.Value, e.From.Short())
	if err := m.store(what, next); err != nil {
		return "", err
	}
	m.Cancel()
	m.On = e.From
	return fmt.Sprintf("%s is %s from %s.", line.Name, line.Value, e.From), m.Load()
}

// Warn switches the warning of a rule on or off, in the rules that are shown.
func (m *Model) Warn(key string, on bool) (said string, err error) {
	next, err := data.RulesOn(m.all, m.On).WithWarning(key, on)
	if err != nil {
		return "", err
	}
	name := lineOf(next, key).Name
	verb := map[bool]string{true: "on", false: "off"}[on]
	if err := m.store(fmt.Sprintf("switch the warning of %s %s", lowerFirst(name), verb), next); err != nil {
		return "", err
	}
	return fmt.Sprintf("%s: the warning is %s.", name, verb), m.Load()
}

func (m *Model) store(what string, r data.Rules) error {
	return m.book.Change(what, func(tx *book.Tx) error {
		if r.ID == "" {
			r.ID = data.RulesID(tx.NewID())
		}
		return tx.AllRules.Put(r)
	})
}

func lineOf(r data.Rules, key string) data.RuleLine {
	for _, l := range r.Lines() {
		if l.Key == key {
			return l
		}
	}
	return data.RuleLine{}
}

// lowerFirst makes a name fit for the middle of a sentence; a name such as General Committee keeps its capitals.
func lowerFirst(s string) string {
	if s == "" || strings.HasPrefix(s, "General Committee") {
		return s
	}
	return strings.ToLower(s[:1]) + s[1:]
}
