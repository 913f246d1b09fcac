//go:build journeys

package journeys

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// program is the built Branchbook, made once for all journeys.
var program string

func TestMain(m *testing.M) {
	dir, err := os.MkdirTemp("", "branchbook-journeys-")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	program = filepath.Join(dir, "branchbook")
	build := exec.Command("go", "build", "-tags", "no_animations", "-o", program, "branchbook")
	build.Stderr = os.Stderr
	if err := build.Run(); err != nil {
		fmt.Fprintln(os.Stderr, "journeys: Branchbook does not build:", err)
		os.Exit(1)
	}
	status := m.Run()
	os.RemoveAll(dir)
	os.Exit(status)
}

// A desk is a laptop's screen with Branchbook on it, a home folder of its own, and a secretary who has a keyboard.
type desk struct {
	t       *testing.T
	home    string
	display string
	window  string
	picture string // file in which the virtual display keeps what is on it
	run     *exec.Cmd
	said    string // file in which the program narrates what it shows
	heard   int    // how much of it has been waited for
	clock   string // file that tells the program the time; "" for the laptop's own
	keys    int    // pressed so far
}

// newDesk lends a fresh screen of 1366 x 768 and an empty home.
func newDesk(t *testing.T) *desk {
	t.Helper()
	d := &desk{t: t, home: t.TempDir()}
	d.said = filepath.Join(d.home, "said.txt")
	screen := t.TempDir()
	d.picture = filepath.Join(screen, "Xvfb_screen0")
	read, write, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	x := exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", "1366x768x24", "-fbdir", screen, "-noreset", "-nolisten", "tcp")
	x.ExtraFiles = []*os.File{write}
	if err := x.Start(); err != nil {
		t.Fatalf("no virtual display: %v", err)
	}
	write.Close()
	t.Cleanup(func() {
		x.Process.Signal(syscall.SIGTERM)
		x.Wait()
	})
	number, err := io.ReadAll(io.LimitReader(read, 8))
	if err != nil && len(number) == 0 {
		t.Fatalf("the virtual display did not say its number: %v", err)
	}
	d.display = ":" + strings.TrimSpace(string(number))
	d.lendKeyboard()
	return d
}

// beside lends another screen to the same home: a second start of Branchbook on one laptop.
func (d *desk) beside() *desk {
	d.t.Helper()
	other := newDesk(d.t)
	other.home = d.home
	return other
}

// keyboard is a British volunteer's: plain letters, and AltGr for the accents of members' names.
const keyboard = `xkb_keymap {
	xkb_keycodes { include "evdev+aliases(qwerty)" };
	xkb_types { include "complete" };
	xkb_compat { include "complete" };
	xkb_symbols {
		include "pc+us(altgr-intl)+inet(evdev)"
		key <AC09> { [ l, L, lstroke, Lstroke ] };
	};
	xkb_geometry { include "pc(pc105)" };
};`

// accents are the letters that want AltGr, by the names that the X server has for them.
var accents = map[rune]string{'é': "eacute", 'ë': "ediaeresis", 'ł': "lstroke", 'ü': "udiaeresis"}

func (d *desk) lendKeyboard() {
	d.t.Helper()
	d.xdo("key", "Shift_L") // the display gives its keys to xdotool's keyboard, and so the layout too
	cmd := exec.Command("xkbcomp", "-w0", "-", d.display)
	cmd.Stdin = strings.NewReader(keyboard)
	if out, err := cmd.CombinedOutput(); err != nil {
		d.t.Fatalf("no keyboard: %v: %s", err, out)
	}
}

// env is what the program and the keyboard run in.
func (d *desk) env() []string {
	return append(os.Environ(), "DISPLAY="+d.display, "HOME="+d.home, "XDG_DATA_HOME="+filepath.Join(d.home, "data"),
		"XDG_CONFIG_HOME="+filepath.Join(d.home, "config"), "LIBGL_ALWAYS_SOFTWARE=1", "LC_ALL=C.UTF-8", "FYNE_SCALE=1",
		"WAYLAND_DISPLAY=")
}

// open starts Branchbook and waits for its window.
func (d *desk) open(args ...string) {
	d.t.Helper()
	args = append([]string{"--narrate", d.said}, args...)
	if d.clock != "" {
		args = append(args, "--clock", d.clock)
	}
	d.run = exec.Command(program, args...)
	d.run.Env = d.env()
	var trouble bytes.Buffer
	d.run.Stderr = &trouble
	if err := d.run.Start(); err != nil {
		d.t.Fatal(err)
	}
	d.t.Cleanup(func() {
		d.kill()
		if s := trouble.String(); strings.Contains(s, "Error in Fyne call thread") {
			d.t.Errorf("Fyne was called from a wrong goroutine:\n%s", s)
		}
	})
	for range 200 {
		cmd := exec.Command("xdotool", "search", "--onlyvisible", "--name", "^Branchbook")
		cmd.Env = d.env()
		out, err := cmd.Output()
		if id := strings.TrimSpace(string(out)); err == nil && id != "" {
			d.window = strings.Fields(id)[0]
			d.xdo("windowfocus", d.window)
			return
		}
		time.Sleep(100 * time.Millisecond)
	}
	d.t.Fatalf("no window appeared; the program said: %s", trouble.String())
}

// at sets the clock on the wall: "2026-05-14 19:34". What has been typed until then is dealt with first.
func (d *desk) at(moment string) {
	d.t.Helper()
	if d.clock == "" {
		d.clock = filepath.Join(d.home, "clock")
	} else {
		d.settles()
	}
	if err := os.WriteFile(d.clock+".new", []byte(moment), 0o600); err != nil {
		d.t.Fatal(err)
	}
	if err := os.Rename(d.clock+".new", d.clock); err != nil {
		d.t.Fatal(err)
	}
}

// kill ends the program as a flat battery does. It may be called again.
func (d *desk) kill() {
	if d.run != nil && d.run.Process != nil {
		d.run.Process.Kill()
		d.run.Wait()
		d.run = nil
	}
}

func (d *desk) xdo(args ...string) {
	d.t.Helper()
	cmd := exec.Command("xdotool", args...)
	cmd.Env = d.env()
	if out, err := cmd.CombinedOutput(); err != nil {
		d.t.Fatalf("xdotool %v: %v: %s", args, err, out)
	}
}

// press presses keys one after the other, in xdotool's names: "ctrl+m", "Return", "F2".
func (d *desk) press(keys ...string) {
	d.t.Helper()
	for _, k := range keys {
		d.xdo("key", "--delay", "30", k)
		d.keys++
		time.Sleep(60 * time.Millisecond)
	}
}

// write types a text as a hurried secretary does.
func (d *desk) write(text string) {
	d.t.Helper()
	plain := ""
	flush := func() {
		if plain != "" {
			d.xdo("type", "--delay", "25", plain)
			plain = ""
		}
	}
	for _, letter := range text {
		d.keys++
		if name, ok := accents[letter]; ok {
			// What is typed by its own name uses the keyboard as it is; "type" would change a key's meaning under way.
			flush()
			d.xdo("key", "--delay", "25", name)
			continue
		}
		plain += string(letter)
	}
	flush()
	time.Sleep(80 * time.Millisecond)
}

// settles waits until the screen has stopped changing: what was pressed has been dealt with.
func (d *desk) settles() {
	d.t.Helper()
	var last []byte
	for range 100 {
		time.Sleep(120 * time.Millisecond)
		now, err := os.ReadFile(d.picture)
		if err != nil {
			d.t.Fatalf("the screen cannot be seen: %v", err)
		}
		if last != nil && bytes.Equal(last, now) {
			return
		}
		last = now
	}
	d.t.Fatal("the screen never came to rest")
}

// unlocks types the passphrase at the door, and waits for the page that the secretary left or begins with.
func (d *desk) unlocks(passphrase, page string) {
	d.t.Helper()
	d.hears("door")
	d.settles()
	d.write(passphrase)
	d.press("Return")
	d.hears("place " + page)
	d.settles()
}

// quits closes the window as a secretary does, and waits until the program has ended well.
func (d *desk) quits() {
	d.t.Helper()
	d.press("ctrl+q")
	ended := make(chan error, 1)
	go func() { ended <- d.run.Wait() }()
	select {
	case err := <-ended:
		if err != nil {
			d.t.Errorf("the program ended with %v", err)
		}
	case <-time.After(20 * time.Second):
		d.shot("still-open")
		d.t.Fatal("Ctrl+Q did not close the window")
	}
	d.run = nil
}

// hears waits until the program narrates something that contains text, after what was heard before.
func (d *desk) hears(text string) {
	d.t.Helper()
	for range 300 {
		all, _ := os.ReadFile(d.said)
		rest := string(all[min(d.heard, len(all)):])
		if i := strings.Index(rest, text); i >= 0 {
			d.heard += i + len(text)
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
	all, _ := os.ReadFile(d.said)
	d.shot("missed")
	d.t.Fatalf("never showed %q; since then it showed:\n%s", text, all[min(d.heard, len(all)):])
}

// rest returns the rest of the line that was heard last.
func (d *desk) rest() string {
	d.t.Helper()
	for range 100 {
		all, _ := os.ReadFile(d.said)
		if line, _, whole := strings.Cut(string(all[min(d.heard, len(all)):]), "\n"); whole {
			d.heard += len(line)
			return line
		}
		time.Sleep(20 * time.Millisecond)
	}
	d.t.Fatal("the line that was heard last never ended")
	return ""
}

// shot keeps a picture of the screen in the folder named by BRANCHBOOK_SHOTS, for people to look at.
func (d *desk) shot(name string) {
	d.t.Helper()
	dir := os.Getenv("BRANCHBOOK_SHOTS")
	if dir == "" {
		return
	}
	path := filepath.Join(dir, d.t.Name()+"-"+name+".png")
	cmd := exec.Command("import", "-window", "root", path)
	cmd.Env = d.env()
	if out, err := cmd.CombinedOutput(); err != nil {
		d.t.Logf("no picture %s: %v: %s", path, err, out)
	}
}

// book is where the first book of this desk lives.
func (d *desk) book() string { return filepath.Join(d.home, "data", "branchbook", "book-1") }

// ask runs a command of Branchbook on the book, which must be closed, and returns what it printed.
func (d *desk) ask(passphrase string, args ...string) string {
	d.t.Helper()
	cmd := exec.Command(program, append([]string{"--book", d.book()}, args...)...)
	cmd.Env = append(d.env(), "BRANCHBOOK_PASSPHRASE="+passphrase)
	var out, trouble bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &trouble
	if err := cmd.Run(); err != nil {
		d.t.Fatalf("branchbook %v: %v: %s", args, err, trouble.String())
	}
	return out.String()
}
