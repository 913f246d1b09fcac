// Package posts is who holds which post of the branch, and who sits for it on the General Committee: the officers with
// their years, the delegates with the sum of their entitlement and their balance.
//
// Model is plain Go and turns what the secretary does into Changes of the book. The views lay widgets out and copy
// strings. Under the all-members structure nobody is a delegate to the CLP's meeting; the place says so, and keeps a
// list of those who keep in touch only if the secretary wants one.
package posts
