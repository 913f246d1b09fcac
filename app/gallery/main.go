// Command gallery draws every screen of Branchbook in its main states to PNG files, for people to look at: go run
// ./app/gallery DIR, or ./app/gallery DIR session vote for those scenes alone. It needs no display. Its clock stands
// still and its chances are the same each time.
package main

import (
	"fmt"
	"image/png"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"branchbook/app"
	"branchbook/screens/parts"
)

func main() {
	if len(os.Args) < 2 {
		fmt.Fprintln(os.Stderr, "usage: gallery DIR [SCENE ...]")
		os.Exit(2)
	}
	if err := draw(os.Args[1], os.Args[2:]); err != nil {
		fmt.Fprintln(os.Stderr, "gallery:", err)
		os.Exit(1)
	}
}

// A look is how a screen is drawn.
type look struct {
	name          string
	scheme        parts.Scheme
	percent       int
	width, height float32
}

// The sizes are those of windows, less the menu bar, which a window has and a canvas has not: a screen of 1366 x 768, what
// Windows leaves of it, and 1024 x 640.
var (
	plain = look{"", parts.Light, 100, 1366, 740}
	looks = []look{
		plain,
		{"690high", parts.Light, 100, 1366, 662},
		{"150", parts.Light, 150, 1366, 740},
		{"200", parts.Light, 200, 1366, 662},
		{"dark", parts.Dark, 100, 1366, 740},
		{"contrast", parts.Contrast, 100, 1366, 740},
		{"small", parts.Light, 100, 1024, 612},
	}
)

// A scene is one screen in one state.
type scene struct {
	name  string
	at    time.Time
	stage func(*set) error
}

// A set is a stage with what a scene does on it.
type set struct {
	*app.Stage
	clock *time.Time
}

// draw draws the scenes of those names, or all.
func draw(dir string, names []string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for _, s := range scenes() {
		if len(names) > 0 && !slices.Contains(names, s.name) {
			continue
		}
		if err := perform(dir, s); err != nil {
			return fmt.Errorf("%s: %w", s.name, err)
		}
	}
	return nil
}

// perform sets up a scene and draws it in every look.
func perform(dir string, s scene) (err error) {
	folder, err := os.MkdirTemp("", "branchbook-gallery-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	now := s.at
	stage := app.NewStage(app.StageOptions{
		App: test.NewApp(), Folder: folder, Now: func() time.Time { return now }, Random: rand.NewChaCha8([32]byte{1}),
	})
	defer func() {
		if closed := stage.Close(); err == nil {
			err = closed
		}
	}()
	on := &set{Stage: stage, clock: &now}
	stage.Look(plain.scheme, plain.percent)
	stage.Window().Resize(fyne.NewSize(plain.width, plain.height))
	if err := s.stage(on); err != nil {
		return err
	}
	for _, l := range looks {
		stage.Look(l.scheme, l.percent)
		stage.Window().Resize(fyne.NewSize(l.width, l.height))
		if err := write(filepath.Join(dir, fileName(s.name, l.name)), stage.Window().Canvas()); err != nil {
			return err
		}
	}
	return nil
}

func fileName(scene, look string) string {
	if look != "" {
		scene += "-" + look
	}
	return scene + ".png"
}

func write(path string, c fyne.Canvas) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	if err := png.Encode(f, c.Capture()); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}

// press types bare keys at what has the caret.
func (s *set) press(keys ...fyne.KeyName) {
	c := s.Window().Canvas()
	for _, k := range keys {
		switch f := c.Focused(); {
		case k == fyne.KeyTab:
			c.FocusNext()
		case f != nil:
			f.TypedKey(&fyne.KeyEvent{Name: k})
		case c.OnTypedKey() != nil:
			c.OnTypedKey()(&fyne.KeyEvent{Name: k})
		}
	}
}

// write types letters at what has the caret.
func (s *set) write(text string) {
	for _, r := range text {
		if f := s.Window().Canvas().Focused(); f != nil {
			f.TypedRune(r)
		}
	}
}

// line types one line of the prompt of a meeting.
func (s *set) line(text string) error {
	if err := s.Do("Type a line"); err != nil {
		return err
	}
	s.write(text)
	s.press(fyne.KeyReturn)
	return nil
}

// wait moves the clock.
func (s *set) wait(d time.Duration) { *s.clock = s.clock.Add(d) }
