//go:build journeys

package journeys

import (
	"strings"
	"testing"
	"time"
)

func TestKilledInTheMiddleOfTyping(t *testing.T) {
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
	d.settles()
	sentence := "Councillor Keogh reported that the city council has put off its decision on the library until the autumn, " +
		"and that the friends' group has found eleven people to stand at the desk. "
	d.write(sentence)
	time.Sleep(2500 * time.Millisecond) // what is older than two seconds is promised to be on the disk
	d.write("She thanked everybody who")
	d.kill()

	d.said += "-again"
	d.heard = 0
	d.open()
	d.unlocks(exampleBranch, "today")
	d.settles()
	d.shot("1-today-after")
	d.press("ctrl+m") // goes on with the meeting in session
	d.hears("place session")
	d.settles()
	d.shot("2-session-after")
	d.write("Typing goes on.")
	d.quits()

	if said := d.ask(exampleBranch, "check"); !strings.Contains(said, "Everything is as it was written.") {
		t.Errorf("check says: %s", said)
	}
	b := d.reads(exampleBranch)
	m := b.inSession(t)
	written := b.written(m.ID)
	if !strings.HasPrefix(written, sentence) {
		t.Errorf("older than two seconds and lost: the minutes read %q", written)
	}
	if !strings.HasSuffix(written, "Typing goes on.") {
		t.Errorf("the caret was not where the minutes ended: they read %q", written)
	}
	at := b.at(m.ID)
	if len(at) != 2 || at[0].Ended == "" || at[1].Ended != "" {
		t.Errorf("the second item should be on, the first done: %+v", at)
	}
}
