package session

import (
	"strings"

	"fyne.io/fyne/v2"

	"branchbook/data"
	"branchbook/screens/parts"
)

// decisionForm records a decision: how it was settled, what it costs, and when it is looked at again.
func (p *Place) decisionForm() {
	p.decisionFields("Decision", DecisionDraft{}, p.model.Settle, p.recordButton)
}

func (p *Place) correctDecision(d data.Decision) {
	draft := DecisionDraft{Text: d.Text, How: d.How, Amount: d.Amount, Review: d.Review}
	p.decisionFields("Decision "+d.Ref, draft, func(to DecisionDraft) (string, error) { return p.model.CorrectDecision(d.ID, to) },
		func(do func()) fyne.CanvasObject { return p.correctButtons(data.ID(d.ID), do) })
}

func (p *Place) decisionFields(title string, was DecisionDraft, record func(DecisionDraft) (string, error), buttons func(do func()) fyne.CanvasObject) {
	text, sum := parts.NewField("What was agreed"), parts.NewField("")
	how := parts.NewChoice(data.WaysToSettle(), "", nil)
	how.Choose(0)
	if was.How != "" {
		how.ChooseValue(was.How)
	}
	review := parts.NewDateField(p.model.held.Date)
	text.Put(was.Text)
	review.PutDate(was.Review)
	if was.Amount != 0 && was.Amount != data.SumIn(was.Text) {
		sum.Put(was.Amount.String())
	}
	row, sumRow := parts.NewFormRow("What was decided", text), parts.NewFormRow("Money, if any", sum).WithHint("a sum in the text counts by itself")
	reviewRow := parts.NewFormRow("Look at it again by", review)
	do := func() {
		d := DecisionDraft{Text: text.Text, How: how.Value(), Amount: data.SumIn(text.Text)}
		var sumErr, reviewErr error
		if strings.TrimSpace(sum.Text) != "" {
			d.Amount, sumErr = data.ParseMoney(sum.Text)
		}
		d.Review, reviewErr = review.Date()
		row.SetError(unless(strings.TrimSpace(text.Text) != "", "Type what was decided."))
		sumRow.SetError(unless(sumErr == nil, "This is not a sum of money. Write it like £45."))
		reviewRow.SetError(unless(reviewErr == nil, noDate))
		if row.Error() == "" && sumErr == nil && reviewErr == nil {
			p.recorded(record(d))
		}
	}
	text.OnSubmitted = func(string) { do() }
	p.open(title, parts.Column(10, row, parts.NewFormRow("How", how), sumRow, reviewRow, buttons(do)), text)
}
