// Package returns is what leaves the book for the constituency (CLP) secretary: the delegate return, who attended a
// meeting, its minutes, and the log of everything that left.
//
// What is previewed is worked out by the very functions whose result the papers are written from. Nothing is sent by
// the program: a paper is a file, and the secretary sends it.
package returns
