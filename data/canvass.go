package data

import (
	"fmt"
	"strings"
)

// A Canvass is one campaign session as it is reported to a meeting: at doors, on a stall, by telephone. Every figure is
// optional; 0 is not given.
type Canvass struct {
	ID       CanvassID `json:"id"`
	Revision int       `json:"rev"`
	Date     Date      `json:"date,omitzero"`
	Place    string    `json:"place"`
	// Volunteers turned out; Doors were knocked at, or numbers called; Contacts are voters spoken to, and Promises those
	// who said that they would vote for us. Signatures were collected on a stall.
	Volunteers int    `json:"volunteers,omitempty"`
	Doors      int    `json:"doors,omitempty"`
	Contacts   int    `json:"contacts,omitempty"`
	Promises   int    `json:"promises,omitempty"`
	Signatures int    `json:"signatures,omitempty"`
	Note       string `json:"note,omitempty"`
	// Meeting and Item are where it was reported.
	Meeting MeetingID `json:"meeting,omitempty"`
	Item    ItemID    `json:"item,omitempty"`
}

// Validate says what keeps the session from being stored.
func (c Canvass) Validate() error {
	if strings.TrimSpace(c.Place) == "" {
		return NewProblem("Type where the campaign session was.", nil)
	}
	for _, n := range []int{c.Volunteers, c.Doors, c.Contacts, c.Promises, c.Signatures} {
		if n < 0 || n > maxPeople {
			return NewProblem(fmt.Sprintf("%d cannot be right for a campaign session. Type a number from 0 to %d.", n, maxPeople), nil)
		}
	}
	return nil
}
