// Package session is the meeting in session: the register at the door, the agenda that becomes the minutes, motions and
// votes, and the line that takes the whole evening as a shorthand.
//
//	match.go     who may be meant by a few letters
//	prompt.go    the shorthand as a grammar; order.go carries it out
//	model.go     what is shown, as strings; agenda, room, minutes, motion and vote hold its verbs
//	place.go     the place as the window knows it; the other *view.go files lay it out
//
// A meeting that is not dated today never stamps the clock: its times are typed or left blank.
package session
