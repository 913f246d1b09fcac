package app

import (
	_ "embed"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"
	fyneapp "fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/driver"
	"github.com/ncruces/zenity"

	"branchbook/data"
	"branchbook/data/book"
	"branchbook/screens/door"
	"branchbook/screens/parts"
	"branchbook/screens/place"
)

//go:embed icon.png
var icon []byte

// appID names the program to the system, and its preferences.
const appID = "org.branchbook.Branchbook"

// A window is the program's one window: the door while no book is open, else the house.
type window struct {
	program *program
	app     fyne.App
	win     fyne.Window
	shelf   shelf
	log     *slog.Logger
	prefs   preferences
	files   *files
	keys    *place.Keys
	runner  *place.Background
	panels  []*parts.Modal
	do      func(func())
	narrate func(string)

	door    *door.Place
	house   *house  // nil while no book is open
	keep    keeping // where the secretary was when the book locked
	idle    idle
	closing bool
}

// keeping is where the secretary was when the book locked, to be found again.
type keeping struct {
	route place.Route
	caret any
}

// A careted place can tell where its caret is, and put it back after the book was locked.
type careted interface {
	Caret() any
	RestoreCaret(any)
}

// A ticker is a place with a clock on it.
type ticker interface{ Tick() }

// openWindow opens the window and returns when it has closed.
func (p *program) openWindow() error {
	s, err := findShelf(p.getenv)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(string(s), 0o700); err != nil {
		return data.NewProblem("Branchbook may not make a folder for the book in your local application data. Ask whoever looks after this computer.", err)
	}
	log, logFile := openLog(s)
	defer logFile.Close()
	crashed, clean := catchCrashes(s)
	narrate, err := p.narrator()
	if err != nil {
		return err
	}
	w := newWindow(p, fyneapp.NewWithID(appID), s, log, narrate)
	err = w.run(crashed)
	if err == nil {
		err = w.ended()
	}
	if err == nil {
		clean()
	}
	return err
}

// errNoWindow is below the sentence that is said where the system can show no window.
var errNoWindow = errors.New("app: no window")

func noWindow(cause error) error {
	return data.NewProblem("This computer cannot show the window: there is no display, or its graphics are too old (OpenGL 2.1 is needed). The commands work without it; see branchbook --help.",
		fmt.Errorf("%w: %w", errNoWindow, cause))
}

// run shows the window until it has closed. Where there is no display Fyne 2.8.1 panics instead of answering.
func (w *window) run(crashed bool) (err error) {
	started := false
	w.app.Lifecycle().SetOnStarted(func() {
		started = true
		w.started(crashed)
	})
	defer func() {
		cause := recover()
		switch {
		case cause == nil:
		case started:
			panic(cause)
		default:
			err = noWindow(fmt.Errorf("%v", cause))
		}
	}()
	w.win.ShowAndRun()
	return nil
}

// newWindow builds the window with the door in it.
func newWindow(p *program, a fyne.App, s shelf, log *slog.Logger, narrate func(string)) *window {
	w := &window{
		program: p, app: a, shelf: s, log: log, narrate: narrate,
		prefs: preferences{a.Preferences()}, keys: &place.Keys{}, do: fyne.Do,
	}
	w.runner = place.NewBackground(w.do)
	a.SetIcon(fyne.NewStaticResource("icon.png", icon))
	w.applyLook()
	w.win = a.NewWindow("Branchbook")
	w.win.SetMaster()
	w.win.SetPadded(false)
	w.files = &files{window: w.win, keys: w.keys, do: w.do, fail: w.problem, system: zenity.IsAvailable, folder: documents()}
	w.win.Canvas().SetOnTypedKey(func(ev *fyne.KeyEvent) { w.keys.TypedKey(ev) })
	w.win.SetCloseIntercept(w.quit)
	w.keys.Window(place.KeyTakerFunc(w.typedKey))
	w.win.Resize(fyne.NewSize(1366, 690))
	w.showDoor("")
	return w
}

// started runs once the window is there: or is not, which Fyne only logs.
func (w *window) started(crashed bool) {
	if !hasWindow(w.win) {
		// Fyne logs the error and runs on without a window; nothing is open yet.
		fmt.Fprintln(w.program.errs, "branchbook: "+sentence(noWindow(errors.New("no handle"))))
		os.Exit(1)
	}
	if crashed {
		w.problem(data.NewProblem("Branchbook stopped unexpectedly last time. What you had typed is saved, all but perhaps the last second or two. What happened is in crash-before.txt beside the log, for whoever helps you.", nil))
	}
	go w.watch()
}

// hasWindow says whether the system really made a window.
func hasWindow(win fyne.Window) bool {
	native, ok := win.(driver.NativeWindow)
	if !ok {
		return true
	}
	there := true
	native.RunNative(func(context any) {
		switch c := context.(type) {
		case driver.X11WindowContext:
			there = c.WindowHandle != 0
		case driver.WindowsWindowContext:
			there = c.HWND != 0
		}
	})
	return there
}

// watch looks every few seconds whether the secretary's hands have moved, and locks when they have not for long.
func (w *window) watch() {
	for range time.Tick(5 * time.Second) {
		w.do(w.look)
	}
}

func (w *window) look() {
	if w.house == nil {
		return
	}
	if t, ok := w.house.at.(ticker); ok {
		t.Tick()
	}
	still := w.idle.look(w.hands(), w.program.now())
	if lockDue(still, w.prefs.lockAfter(), w.house.inSession()) {
		w.lock(fmt.Sprintf("Locked by itself at %s, after %d minutes without a key. Everything was saved.",
			data.TimeOf(w.program.now()), int(still.Minutes())))
	}
}

// hands is what can be seen of the secretary: where the caret is, how much is typed there, which place is shown, and when
// something was saved last: a line that was typed and recorded between two looks leaves nothing else behind.
func (w *window) hands() any {
	focused := w.win.Canvas().Focused()
	seen := struct {
		focused           fyne.Focusable
		letters, row, col int
		route             place.Route
		saved             time.Time
	}{focused: focused, saved: w.house.book.State().Saved}
	if w.house.at != nil {
		seen.route = w.house.at.Route()
	}
	if e, ok := focused.(interface {
		Typed() (letters, row, column int)
	}); ok {
		seen.letters, seen.row, seen.col = e.Typed()
	}
	return seen
}

// enter shows an open book.
func (w *window) enter(b *book.Book) {
	if name := filepath.Base(b.Dir()); numberOf(name) > 0 {
		w.prefs.setLastBook(name)
	}
	w.idle = idle{}
	w.house = newHouse(w, b)
	w.win.SetContent(w.house.view)
	route := w.keep.route
	if route.Place == "" {
		route.Place = todayPlace
	}
	w.house.Go(route)
	if c, ok := w.house.at.(careted); ok && w.keep.caret != nil {
		c.RestoreCaret(w.keep.caret)
	}
	w.keep = keeping{}
	if said := b.Opened(); said != "" {
		w.house.undo.Say(said, w.house.clock(), false)
		w.narrate("opened " + said)
	}
	w.offerRescue()
}

// lock puts away what is being typed, closes the book and shows the door. A book with something unsaved stays open:
// closing it would lose words.
func (w *window) lock(why string) {
	if w.house == nil {
		return
	}
	if h := w.house.at; h != nil {
		w.keep.route = h.Route()
		if c, ok := h.(careted); ok {
			w.keep.caret = c.Caret()
		}
	}
	w.closePanels()
	if err := w.house.close(); err != nil {
		w.problem(err)
		return
	}
	w.house = nil
	if why == "" {
		why = "Locked at " + data.TimeOf(w.program.now()).String() + ". Everything was saved."
	}
	w.showDoor(why)
}

// quit closes the book and the window. With something unsaved it asks first.
func (w *window) quit() {
	if w.closing {
		return
	}
	if w.house == nil {
		w.door.Leave()
		w.win.Close()
		return
	}
	if err := w.house.close(); err != nil {
		w.closePanels()
		w.ask(place.Question{
			Title: "Close with something unsaved?", Text: data.Say(err) + " If you close now, what is not saved is lost.",
			Yes: "Close and lose it", No: "Stay", Danger: true,
			Then: func() { w.closing = true; w.win.Close() },
		})
		return
	}
	w.house = nil
	w.win.Close()
}

// ended runs after the window has gone, however that came about: a signal to end closes it without asking.
func (w *window) ended() error {
	w.runner.Stop()
	if w.house == nil || w.closing {
		return nil
	}
	return w.house.close()
}

func (w *window) showDoor(why string) {
	w.door = w.newDoor(why)
	w.win.SetContent(parts.Layers(parts.NewPlate(parts.ColorPaper), w.door.View()))
	w.keys.Place(w.door)
	w.setMenu(append(w.doorCommands(), w.door.Commands()...))
	w.door.Refresh()
	w.focus(w.door.FirstFocus())
	w.narrate("door " + why)
}

func (w *window) focus(f fyne.Focusable) {
	if f == nil {
		w.win.Canvas().Unfocus()
		return
	}
	w.win.Canvas().Focus(f)
}

func (w *window) setMenu(commands []place.Command) {
	w.win.SetMainMenu(menuBar(commands, w.keys.IsModal))
}

// typedKey hears the bare keys that nobody else used.
func (w *window) typedKey(ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case fyne.KeyF1:
		w.showKeys()
		return true
	case fyne.KeyEscape:
		return w.house != nil && w.house.back()
	}
	return false
}

// telling is the runner of longer work, with its end narrated.
func (w *window) telling() place.Runner { return tellingRunner{w.runner, w.narrate} }

// narrator writes what the window shows, a line each, to the file that --narrate named: journeys read it.
func (p *program) narrator() (func(string), error) {
	if p.narrateTo == "" {
		return func(string) {}, nil
	}
	f, err := os.OpenFile(p.narrateTo, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return nil, fileProblem(p.narrateTo, err)
	}
	return func(line string) { fmt.Fprintln(f, line) }, nil
}

// documents is the folder that file dialogs begin in.
func documents() string {
	home, err := os.UserHomeDir()
	if err != nil {
		return "."
	}
	if dir := filepath.Join(home, "Documents"); isDir(dir) {
		return dir
	}
	return home
}

func isDir(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}
