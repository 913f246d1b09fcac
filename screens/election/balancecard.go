package election

import (
	"fmt"

	"branchbook/data"
	"branchbook/screens/parts"
)

// A BalanceCard is how many of the officers, or of the body's delegates, are women: before this election, and after it or as
// it may become.
type BalanceCard struct {
	Mark  parts.Mark
	Lines []BalanceLine
	Notes []string
}

// A BalanceLine is one filling against the rule.
type BalanceLine struct {
	Name           string // "Before", "After", "Fewest", "Most"
	Have, Need, Of int
	Words          string // "8 of 15"
}

// balance judges what was decided or, before that, what is possible.
func (m *Model) balance() *BalanceCard {
	h := &m.held
	c := h.contest
	rule, ok := h.Rule(c)
	if !ok || !rule.IsSet() {
		return nil
	}
	card := &BalanceCard{}
	if before := h.Before(c); before.Filled > 0 {
		card.Lines = append(card.Lines, BalanceLine{"Before", before.Women, rule.Needed(before.Filled), before.Filled, fmt.Sprintf("%d of %d", before.Women, before.Filled)})
	}
	after := func(name string, f data.Filling) {
		card.Lines = append(card.Lines, BalanceLine{name, f.Women, rule.Needed(f.Places), f.Places, fmt.Sprintf("%d of %d", f.Women, f.Filled)})
	}
	least, most := h.Possible(c)
	switch {
	case h.tally.Done || least == most:
		after("After", most)
	default:
		after("Fewest", least)
		after("Most", most)
	}
	f := m.judged(c)
	card.Mark = parts.Mark{Tone: balanceTone(f), Icon: balanceIcon(f), Text: data.Capital(f.Verdict)}
	card.Notes = append(card.Notes, data.Capital(f.Sum)+".")
	for _, o := range f.Other {
		card.Notes = append(card.Notes, data.Capital(o.Verdict)+".")
	}
	return card
}

// judged is the balance after a contest or, until it is decided, the outlook.
func (m *Model) judged(c data.Contest) data.Finding {
	if m.held.Tallies[c.ID].Done {
		return m.held.BalanceAfter(c)
	}
	return m.held.BalanceOutlook(c)
}

// balanceTone is green for a rule that is met, amber for one that is worth a look, and grey for one that is still open.
func balanceTone(f data.Finding) parts.Tone {
	switch {
	case f.Warning:
		return parts.Amber
	case f.Met():
		return parts.Green
	}
	return parts.Grey
}

func balanceIcon(f data.Finding) parts.IconName {
	switch {
	case f.Warning:
		return parts.IconWarning
	case f.Met():
		return parts.IconCheck
	}
	return parts.IconInfo
}

// afterCell is the balance after a contest of the list or, until it is decided, the fewest and the most women it may come to.
func (m *Model) afterCell(c data.Contest) parts.Cell {
	rule, ok := m.held.Rule(c)
	if !ok || !rule.IsSet() || c.Status == data.Abandoned {
		return parts.Cell{Text: "–", Tone: parts.Quiet}
	}
	least, most := m.held.Possible(c)
	words := fmt.Sprintf("%d of %d women", most.Women, most.Filled)
	if least.Women != most.Women {
		words = fmt.Sprintf("%d to %d of %d women", least.Women, most.Women, most.Filled)
	}
	f := m.judged(c)
	cell := parts.Cell{Text: words, Sub: data.Capital(f.Verdict), Tone: parts.Quiet, SubTone: balanceTone(f)}
	if f.Warning {
		cell.SubIcon = parts.IconWarning
	}
	if cell.SubTone == parts.Grey {
		cell.SubTone = parts.Quiet
	}
	return cell
}
