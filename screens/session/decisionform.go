package session

import (
	"strings"

	"branchbook/data"
	"branchbook/screens/parts"
)

// decisionForm records a decision: how it was settled, what it costs, and when it is looked at again.
func (p *Place) decisionForm() {
	text, sum := parts.NewField("What was agreed"), parts.NewField("")
	how := parts.NewChoice(data.WaysToSettle(), "", nil)
	how.Choose(0)
	review := parts.NewDateField(p.model.held.Date)
	row, sumRow := parts.NewFormRow("AGREED", text), parts.NewFormRow("Money, if any", sum).WithHint("a sum in the text counts by itself")
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
		reviewRow.SetError(unless(reviewErr == nil, "This is not a date. Write it like 3 June."))
		if row.Error() == "" && sumErr == nil && reviewErr == nil {
			p.recorded(p.model.Settle(d))
		}
	}
	text.OnSubmitted = func(string) { do() }
	p.open("Decision", parts.Column(10, row, parts.NewFormRow("How", how), sumRow, reviewRow,
		parts.Left(parts.NewButton("Record", do).Primary().WithKey("Enter"))), text)
}
