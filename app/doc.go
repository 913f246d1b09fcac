// Package app is the running program: it reads the command line, opens books and the window, assembles the places, and
// does what the screens may not, which is to touch files, dialogs and the clock.
package app
