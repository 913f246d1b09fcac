package vault

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

const (
	backupSuffix = ".branchbook.zip"
	backupTime   = "2006-01-02T150405Z"

	keepDaily, keepWeekly, keepMonthly = 7, 4, 12
)

// backup is one dated snapshot, by its name: when it was made, and its last Change.
type backup struct {
	name   string
	when   time.Time
	number uint64
}

func backupName(when time.Time, number uint64) string {
	return fmt.Sprintf("%s-%09d%s", when.UTC().Format(backupTime), number, backupSuffix)
}

func parseBackup(name string) (backup, bool) {
	stem, ok := strings.CutSuffix(name, backupSuffix)
	if !ok || len(stem) < len(backupTime)+2 {
		return backup{}, false
	}
	when, err := time.Parse(backupTime, stem[:len(backupTime)])
	if err != nil {
		return backup{}, false
	}
	var number uint64
	if _, err := fmt.Sscanf(stem[len(backupTime):], "-%d", &number); err != nil {
		return backup{}, false
	}
	b := backup{name: name, when: when, number: number}
	return b, backupName(when, number) == name
}

// backups lists the dated snapshots, newest first.
func (v *Vault) backups() ([]backup, error) {
	found, err := v.opt.Files.ReadDir(v.path(backupsDir))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, failure(err, Failed, backupsDir)
	}
	var list []backup
	for _, d := range found {
		if b, ok := parseBackup(d.Name()); ok {
			list = append(list, b)
		}
	}
	// By number first: a laptop's clock can go back, and the newest backup must not be thinned for it.
	slices.SortFunc(list, func(a, b backup) int {
		return cmp.Or(cmp.Compare(b.number, a.number), b.when.Compare(a.when))
	})
	return list, nil
}

// DatedBackup puts a snapshot into the book's own backups folder and proves it by reading it back. Only then are older
// ones thinned: the newest of each of the last 7 days that have one, of 4 weeks and of 12 months are kept.
// It answers with the path.
func (v *Vault) DatedBackup() (path string, err error) {
	v.writing.Lock()
	closed := v.closed
	v.writing.Unlock()
	if closed {
		return "", &Error{Code: Closed}
	}
	return v.datedBackup()
}

func (v *Vault) datedBackup() (string, error) {
	v.backing.Lock()
	defer v.backing.Unlock()
	dir := v.path(backupsDir)
	if err := v.opt.Files.Mkdir(dir, 0o700); err != nil && !errors.Is(err, fs.ErrExist) {
		return "", failure(err, WriteFailed, backupsDir)
	}
	if err := v.roomFor(0); err != nil {
		return "", err
	}
	part := filepath.Join(dir, "new"+partSuffix)
	written, err := v.writeBackup(part)
	if err == nil {
		err = v.proveBackup(part, written)
	}
	if err != nil {
		return "", errors.Join(failure(err, WriteFailed, backupsDir), ignoreAbsent(v.opt.Files.Remove(part)))
	}
	path := filepath.Join(dir, backupName(v.opt.Now(), written.Last))
	if err := v.opt.Files.Rename(part, path); err != nil {
		return "", failure(err, WriteFailed, backupsDir)
	}
	if err := v.opt.Files.SyncDir(dir); err != nil {
		return "", failure(err, WriteFailed, backupsDir)
	}
	return path, v.thinBackups()
}

func (v *Vault) writeBackup(path string) (Counts, error) {
	f, err := v.opt.Files.OpenFile(path, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return Counts{}, err
	}
	counts, err := v.Backup(f)
	if err == nil {
		err = f.Sync()
	}
	return counts, errors.Join(err, f.Close())
}

func (v *Vault) proveBackup(path string, written Counts) error {
	_, counts, err := v.readBackup(path, noRecord, noChange)
	if err != nil {
		return err
	}
	if counts.Hash != written.Hash || counts.Changes != written.Changes || counts.Last != written.Last {
		return &Error{Code: SnapshotDamaged, File: backupsDir, Err: errors.New("it reads back as something else")}
	}
	return nil
}

func (v *Vault) readBackup(path string, record func(string, []byte) error, past func(Change) error) (headLine, Counts, error) {
	f, err := v.opt.Files.OpenFile(path, os.O_RDONLY, 0)
	if err != nil {
		return headLine{}, Counts{}, failure(err, Failed, backupsDir)
	}
	defer f.Close()
	info, err := v.opt.Files.Stat(path)
	if err != nil {
		return headLine{}, Counts{}, failure(err, Failed, backupsDir)
	}
	s, err := openSnapshot(f, info.Size())
	if err != nil {
		return headLine{}, Counts{}, err
	}
	s.identity = v.keys.identity
	return s.read(record, past)
}

// ledgerOf reads a backup of this generation.
func (v *Vault) ledgerOf(b backup) (*ledger, point, error) {
	l := &ledger{records: map[string][]byte{}, begun: true}
	head, counts, err := v.readBackup(filepath.Join(v.path(backupsDir), b.name), func(key string, value []byte) error {
		l.records[key] = value
		return nil
	}, noChange)
	if err == nil && head.Generation != v.keys.generation {
		err = &Error{Code: SnapshotDamaged, File: b.name, Err: errors.New("of another generation")}
	}
	l.changes = counts.Changes
	l.at = point{head.Number, seal(head.Seal), seal(head.Entry)}
	return l, l.at, err
}

// backupsFrom lists the backups that reach at least to that Change, newest first.
func (v *Vault) backupsFrom(number uint64) []backup {
	list, err := v.backups()
	if err != nil {
		return nil
	}
	return slices.DeleteFunc(list, func(b backup) bool { return b.number < number })
}

// backupAhead returns the newest good backup of this generation that knows more Changes than the journal.
func (v *Vault) backupAhead(number uint64) *backup {
	for _, b := range v.backupsFrom(number + 1) {
		if _, _, err := v.ledgerOf(b); err == nil {
			return &b
		}
	}
	return nil
}

// backedUp reports whether the newest backup has the last Change.
func (v *Vault) backedUp() bool {
	list, err := v.backups()
	return err == nil && len(list) > 0 && list[0].number == v.Last()
}

func (v *Vault) thinBackups() error {
	list, err := v.backups()
	if err != nil {
		return err
	}
	for _, b := range spare(list) {
		if err := v.opt.Files.Remove(filepath.Join(v.path(backupsDir), b.name)); err != nil {
			return failure(err, Failed, b.name)
		}
	}
	return nil
}

// spare returns the backups, of those given newest first, that need not be kept.
func spare(list []backup) []backup {
	periods := []struct {
		keep int
		of   func(time.Time) string
	}{
		{keepDaily, func(t time.Time) string { return t.Format(time.DateOnly) }},
		{keepWeekly, func(t time.Time) string { y, w := t.ISOWeek(); return fmt.Sprint(y, "-", w) }},
		{keepMonthly, func(t time.Time) string { return t.Format("2006-01") }},
	}
	kept := map[string]bool{}
	for _, p := range periods {
		seen := map[string]bool{}
		for _, b := range list {
			if name := p.of(b.when); !seen[name] && len(seen) < p.keep {
				seen[name] = true
				kept[b.name] = true
			}
		}
	}
	return slices.DeleteFunc(slices.Clone(list), func(b backup) bool { return kept[b.name] })
}
