package session

import (
	"branchbook/data"
)

// openContests are the elections and nominations that nobody has declared.
func (m *Model) openContests() []LooseEnd {
	var ends []LooseEnd
	for _, c := range m.held.contests {
		if _, held := c.HeldOverBy(m.meeting); held || c.Over() || c.Meeting != m.meeting {
			continue
		}
		end := LooseEnd{Text: c.Heading() + " was not decided: " + m.field(c) + ".", Item: c.Item, id: "contest " + string(c.ID)}
		if t := m.held.tallies[c.ID]; t.Done {
			result := c.Result(t, m.names).Outcome
			end.Text = c.Heading() + " was not declared: " + uncapital(result)
			end.Ways = append(end.Ways, Way{Key: 'e', Words: "Declare it", Settle: func(Answer) (string, error) {
				return m.decided("elect: "+c.Title, c, t)
			}})
		}
		put := func(key rune, words, why string) Way {
			return Way{Key: key, Words: words, Settle: func(Answer) (string, error) { return m.HoldOverContest(c.ID, why) }}
		}
		end.Ways = append(end.Ways, put('h', "Held over to the next meeting", ""), put('n', "Not reached", "not reached"),
			Way{Key: 'a', Words: "Abandoned", Needs: NeedsWords, Label: "Why, for the minutes", Settle: func(to Answer) (string, error) {
				return m.AbandonContest(c.ID, to.Words)
			}})
		ends = append(ends, end)
	}
	return ends
}

// contestsFor are those that this meeting did not decide, as they go on at another one, with the items that moved there.
func (m *Model) contestsFor(to data.MeetingID, moved map[data.ItemID]bool) []data.Contest {
	var out []data.Contest
	for _, c := range m.held.contests {
		if c.Over() || c.Meeting != m.meeting {
			continue
		}
		if held, err := c.HoldOver(m.held.Meeting, "the meeting was adjourned"); err == nil && len(c.Nominees) > 0 && !moved[c.Item] {
			c = held
		}
		c.Meeting = to
		if !moved[c.Item] {
			c.Item = ""
		}
		out = append(out, c)
	}
	return out
}
