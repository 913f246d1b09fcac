// Package data is what a branch keeps: its people, meetings, motions, posts and delegates, and the rules it lives
// under, as plain types and pure functions.
//
// Nothing here reads a file, a clock or a source of randomness: what a function needs is handed in. A rule returns a
// Finding, which carries its own sum and source, and which screens and papers print as it stands.
//
// Names are the field's own: a motion is moved and seconded, carried or lost; a meeting is quorate; a person has
// standing on a date.
//
// The files of one subject begin alike. A newcomer may read in this order:
//
//   - date, money, id, finding, problem: the small types that the others are made of;
//   - person, standing, listing: who is on the list, who has a vote on a day, and what a new list changes;
//   - rules, ruleline, quorum, entitlement, balance, majority: the standing orders, and the sums under them;
//   - meeting, agenda, business, presence, vote: an evening as it is planned and recorded;
//   - evening, minutes: what it all came to, as a clerk writes it down;
//   - motion, amendment, forwarding: a text from the day it comes in to the last reply;
//   - posts, bodies, seats, holding, vacancy: who held what on a day, and what waits to be filled;
//   - contest, nominee, round, ballot, tally: an election, counted by package count;
//   - table, return, and the files named after a paper: each paper as words and figures, which package exports sets.
package data
