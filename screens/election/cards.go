package election

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"branchbook/screens/parts"
)

// cardsOf are the cards at the right: the ballots, a tie, the balance, the doors, and what follows.
func cardsOf(p *Page) []fyne.CanvasObject {
	var all []fyne.CanvasObject
	if p.Ballots == nil || p.Wrong != "" {
		all = append(all, standingCard(p))
	}
	if p.Ballots != nil {
		all = append(all, ballotsCard(p.Ballots))
	}
	if p.Tie != nil {
		all = append(all, tieCard(p.Tie))
	}
	if p.Balance != nil {
		all = append(all, balanceCard(p.Balance))
	}
	if len(p.Follows) > 0 {
		all = append(all, followsCard(p))
	}
	if len(p.Doors) > 0 {
		all = append(all, doorsCard(p.Doors))
	}
	if p.Outcome != "" {
		all = append(all, toldCard(p))
	}
	return all
}

func card(items ...fyne.CanvasObject) fyne.CanvasObject {
	return parts.Layers(parts.Card(parts.Column(6, items...)))
}

// standingCard says what the nominations come to, and what the rule means: before anybody votes.
func standingCard(p *Page) fyne.CanvasObject {
	items := []fyne.CanvasObject{parts.CardHeading("How it stands"), parts.Bold(p.Field).Wrapped(0)}
	if p.Wrong != "" {
		items = append(items, parts.Secondary(p.Wrong).In(parts.Red).Wrapped(0))
	}
	if p.Open && p.Contested {
		for _, w := range p.RuleMeans {
			items = append(items, parts.Secondary(w).Wrapped(0))
		}
	}
	return card(items...)
}

func ballotsCard(b *Ballots) fyne.CanvasObject {
	head := []fyne.CanvasObject{parts.CardHeading(b.Heading)}
	if b.Sum.Text != "" {
		head = append(head, parts.AtLeast(parts.Row(5, parts.NewIcon(b.Sum.Icon, b.Sum.Tone, 15), parts.Grow(parts.Secondary(b.Sum.Text).In(b.Sum.Tone).Wrapped(2), 1)), 0, 28))
	}
	var tiles []fyne.CanvasObject
	for _, f := range b.Facts {
		plate := parts.NewPlate(parts.ColorSunken)
		plate.Radius = 6
		tiles = append(tiles, parts.Grow(parts.Layers(plate, parts.PadXY(parts.Column(0, parts.Caption(f.Name), parts.NewText(parts.RoleFigure, f.Value)), 7, 5)), 1))
	}
	items := []fyne.CanvasObject{parts.Lines(8, head...), parts.Row(6, tiles...)}
	if len(b.Spoilt) > 0 {
		items = append(items, parts.Caption("Spoilt: "+strings.Join(b.Spoilt, ", ")).Wrapped(0))
	}
	return card(items...)
}

func tieCard(t *Tie) fyne.CanvasObject {
	items := []fyne.CanvasObject{parts.Lines(8, parts.CardHeading(t.Heading), parts.ChipOf(t.Chip))}
	for _, r := range t.Rows {
		name := parts.Secondary(r.Name).Wrapped(2)
		if r.Winner {
			name = parts.NewText(parts.RoleStrong, r.Name).Wrapped(2)
		}
		items = append(items, parts.Row(10, parts.Grow(name, 3), parts.Grow(bar(r), 2), parts.Bold(fmt.Sprint(r.Votes))))
	}
	return card(append(items, parts.Secondary(t.Note).Wrapped(0))...)
}

// bar is a nominee's votes beside the most: the number at its right says the same.
func bar(r TieRow) fyne.CanvasObject {
	full, rest := parts.NewPlate(parts.ColorGreen), parts.NewPlate(parts.ColorGreyFill)
	if !r.Winner {
		full = parts.NewPlate(parts.ColorGrey)
	}
	high := func(p *parts.Plate) fyne.CanvasObject { return parts.AtLeast(p, 0, 10) }
	if r.Votes >= r.Most {
		return high(full)
	}
	return parts.RowFill(0, parts.Grow(high(full), float32(max(r.Votes, 0))), parts.Grow(high(rest), float32(r.Most-r.Votes)))
}

func balanceCard(b *BalanceCard) fyne.CanvasObject {
	line := func(l BalanceLine) fyne.CanvasObject {
		return parts.Row(8, parts.Fixed(parts.Secondary(l.Name), 52), parts.Grow(parts.NewPips(l.Have, l.Need, l.Of), 1), parts.Bold(l.Words))
	}
	items := []fyne.CanvasObject{parts.Lines(8, parts.CardHeading("Balance: women"), parts.ChipOf(b.Mark))}
	for _, l := range b.Lines {
		items = append(items, line(l))
	}
	for _, n := range b.Notes {
		items = append(items, parts.Caption(n).Wrapped(0))
	}
	return card(items...)
}

func doorsCard(facts []Fact) fyne.CanvasObject {
	items := []fyne.CanvasObject{parts.CardHeading("Doors")}
	for _, f := range facts {
		items = append(items, parts.RowTop(10, parts.Fixed(parts.Secondary(f.Name), 120), parts.Grow(parts.Body(f.Value).Wrapped(0), 1)))
	}
	return card(items...)
}

// followsCard is what the result brings about, a line each: who was elected stands in the table.
func followsCard(p *Page) fyne.CanvasObject {
	items := []fyne.CanvasObject{parts.CardHeading("What follows")}
	for _, l := range p.Follows {
		words := parts.NewRich(parts.RoleSecondary, parts.Run{Text: l.Text})
		if l.Lead != "" {
			words = parts.NewRich(parts.RoleSecondary, parts.Run{Text: l.Lead + " ", Bold: true}, parts.Run{Text: l.Text})
		}
		items = append(items, parts.RowTop(8, parts.NewIcon(l.Icon, parts.Quiet, 17), parts.Grow(words, 1)))
	}
	return card(items...)
}

// toldCard is what the minutes will print.
func toldCard(p *Page) fyne.CanvasObject {
	items := []fyne.CanvasObject{parts.CardHeading("In the minutes"), parts.Bold(p.Outcome).Wrapped(0)}
	for _, w := range p.Told {
		items = append(items, parts.Secondary(w).Wrapped(0))
	}
	return card(items...)
}
