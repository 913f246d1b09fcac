package vault

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

const (
	writerVar   = "BRANCHBOOK_VAULT_WRITER"    // the folder that a child process writes to until it is killed
	idleSyncVar = "BRANCHBOOK_VAULT_IDLE_SYNC" // set in the run whose Badger syncs nothing
)

// TestMain is the writing child when it is told to be.
func TestMain(m *testing.M) {
	if dir := os.Getenv(writerVar); dir != "" {
		writeUntilKilled(dir)
		return
	}
	os.Exit(m.Run())
}

// writeUntilKilled prints a line for every Change that was acknowledged.
func writeUntilKilled(dir string) {
	opt := Options{WorkFactor: 1, MinFree: -1, Segment: 32 << 10}
	v, err := Open(dir, passphrase, opt)
	if err != nil {
		fmt.Println("error", err)
		return
	}
	filler := strings.Repeat("minutes ", 250)
	for {
		n := v.Last() + 1
		d := Draft{What: "count", Edits: []Edit{{Key: fmt.Sprintf("item/%06d", n), After: fmt.Appendf(nil, "%d %s", n, filler)}}}
		w := v.View()
		before, err := w.Get("count")
		w.Close()
		d.Edits = append(d.Edits, Edit{Key: "count", Before: before, After: fmt.Append(nil, n)})
		if err == nil {
			_, err = v.Commit(d)
		}
		if err != nil {
			fmt.Println("error", err)
			return
		}
		fmt.Println(n)
	}
}

// TestAKilledWriterHasLostNothingItAcknowledged kills a process with SIGKILL while it writes, again and again.
func TestAKilledWriterHasLostNothingItAcknowledged(t *testing.T) {
	rounds := 6
	if testing.Short() {
		rounds = 2
	}
	v := newBook(t, quick())
	must(t, v.Close())
	var acknowledged uint64
	for range rounds {
		child := exec.Command(os.Args[0])
		child.Env = append(os.Environ(), writerVar+"="+v.Dir())
		out, err := child.StdoutPipe()
		must(t, err)
		must(t, child.Start())
		enough := acknowledged + 20 + rand.Uint64N(300)
		lines := bufio.NewScanner(out)
		for lines.Scan() {
			var n uint64
			if _, err := fmt.Sscan(lines.Text(), &n); err != nil {
				t.Fatalf("the writer said %q", lines.Text())
			}
			if acknowledged == 0 {
				_, err := Open(v.Dir(), passphrase, quick())
				wantCode(t, err, AlreadyOpen)
				if held, ok := Holder(v.Dir()); !ok || held.PID != child.Process.Pid {
					t.Errorf("held by %+v, %v; want process %d", held, ok, child.Process.Pid)
				}
			}
			if acknowledged = n; n == enough {
				must(t, child.Process.Kill())
			}
		}
		_ = child.Wait() // it was killed
		again := reopen(t, v.Dir(), quick())
		all := contents(t, again)
		last := again.Last()
		if last < acknowledged || all["count"] != fmt.Sprint(last) || uint64(len(all)) != last+1 {
			t.Fatalf("acknowledged %d; the book is at %d, says %s and holds %d records", acknowledged, last, all["count"], len(all))
		}
		if again.ReadOnly() || !again.Opened().Rebuilt {
			t.Fatalf("opened %+v", again.Opened())
		}
		acknowledged = last
		must(t, again.Close())
	}
}

// TestDurabilityDoesNotRestOnBadgersSync runs the durability tests again with ristretto's msync doing nothing, which
// is what it does on Windows. The go command overlays no file of a module it downloaded, so the module is replaced.
func TestDurabilityDoesNotRestOnBadgersSync(t *testing.T) {
	if os.Getenv(idleSyncVar) != "" {
		return // this is that run
	}
	if testing.Short() {
		t.Skip("builds a second test program")
	}
	const module = "github.com/dgraph-io/ristretto/v2"
	dir := t.TempDir()
	idle := filepath.Join(dir, "ristretto")
	must(t, os.CopyFS(idle, os.DirFS(goList(t, "-m", "-f", "{{.Dir}}", module))))
	silenced := 0
	for _, name := range []string{"mmap_linux.go", "mmap_unix.go", "mmap_darwin.go"} {
		path := filepath.Join(idle, "z", name)
		source, err := os.ReadFile(path)
		must(t, err)
		silent := strings.ReplaceAll(string(source), "return unix.Msync(b, unix.MS_SYNC)", "return nil")
		if silent != string(source) {
			silenced++
		}
		must(t, os.Chmod(path, 0o600))
		must(t, os.WriteFile(path, []byte(silent), 0o600))
	}
	if silenced != 3 {
		t.Fatalf("%d files of ristretto sync as this test knows, want 3", silenced)
	}
	root := filepath.Dir(goList(t, "-m", "-f", "{{.GoMod}}"))
	mod, err := os.ReadFile(filepath.Join(root, "go.mod"))
	must(t, err)
	sum, err := os.ReadFile(filepath.Join(root, "go.sum"))
	must(t, err)
	mod = fmt.Appendf(mod, "\nreplace %s => %s\n", module, idle)
	must(t, os.WriteFile(filepath.Join(dir, "idle.mod"), mod, 0o600))
	must(t, os.WriteFile(filepath.Join(dir, "idle.sum"), sum, 0o600))

	run := exec.Command("go", "test", "-count=1", "-short", "-trimpath", "-modfile", filepath.Join(dir, "idle.mod"),
		"-v", "-run", "Killed|FullDisk|FailedSync|Torn|Zeros|PowerCut", ".")
	run.Env = append(os.Environ(), idleSyncVar+"=1")
	said, err := run.CombinedOutput()
	if err != nil {
		t.Fatalf("without Badger's sync: %v\n%s", err, said)
	}
	if n := strings.Count(string(said), "--- PASS: Test"); n < 6 {
		t.Fatalf("only %d tests ran without Badger's sync:\n%s", n, said)
	}
}

func goList(t *testing.T, args ...string) string {
	t.Helper()
	out, err := exec.Command("go", append([]string{"list"}, args...)...).Output()
	must(t, err)
	return strings.TrimSpace(string(out))
}
