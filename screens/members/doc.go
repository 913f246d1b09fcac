// Package members is the register of members: who is on the list, how each stands on a date, a card for each person,
// and bringing in the membership list that comes every month.
//
// The models (Model, Import, Draft) are plain Go and turn what the secretary does into Changes of the book. The views
// lay widgets out and copy strings.
package members
