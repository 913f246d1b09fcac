//go:build journeys

package journeys

import (
	"os/exec"
	"strings"
	"testing"
)

func TestLockAndUnlockReturnsToTheCaret(t *testing.T) {
	d := newDesk(t)
	d.ownsTheExample()
	d.open()
	d.unlocks(exampleBranch, "today")
	d.press("ctrl+m")
	d.hears("place session")
	d.settles()
	d.press("ctrl+m")
	d.hears("notify The meeting was opened at ")
	d.press("ctrl+Down")
	d.write("The minutes of the last meeting were read.")
	d.press("Left") // the caret is before the full stop
	d.settles()
	d.press("ctrl+l")
	d.hears("door Locked at ")
	d.settles()
	d.shot("1-locked")
	d.write(exampleBranch)
	d.press("Return")
	d.hears("place session")
	d.settles()
	d.write(" and agreed")
	d.settles()
	d.shot("2-typing-on")
	d.quits()

	b := d.reads(exampleBranch)
	want(t, "minutes", b.written(b.inSession(t).ID), "The minutes of the last meeting were read and agreed.")
}

func TestASecondStartIsRefused(t *testing.T) {
	d := newDesk(t)
	d.ownsTheExample()
	d.open()
	d.unlocks(exampleBranch, "today")

	cmd := exec.Command(program, "--book", d.book(), "check")
	cmd.Env = append(d.env(), "BRANCHBOOK_PASSPHRASE="+exampleBranch)
	out, err := cmd.CombinedOutput()
	if err == nil || !strings.Contains(string(out), "open") {
		t.Errorf("a book that is open in the window was read beside it: %v: %s", err, out)
	}

	second := d.beside()
	second.open()
	second.hears("door")
	second.settles()
	second.write(exampleBranch)
	second.press("Return")
	second.hears("failed Opening the book: ")
	said := second.rest()
	second.settles()
	second.shot("1-refused")
	if !strings.Contains(said, "since") {
		t.Errorf("the door says %q: not since when the book is open", said)
	}
	second.quits()
	d.quits()
}
