// Command branchbook is the minute book of a political or union branch: its minutes, attendance, motions and delegates,
// on one laptop, offline.
package main

import (
	"os"

	"branchbook/app"
)

func main() {
	os.Exit(app.Main(os.Args[1:]))
}
