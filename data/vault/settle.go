package vault

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// settle brings journal and store together on opening. Badger is only ever opened on files that are exactly as a
// clean close left them, or on none: a damaged table would end the process in a goroutine that nothing can catch.
func (v *Vault) settle() error {
	if list := v.readCleanList(); list != nil {
		done, err := v.settleClean(list)
		if done || err != nil {
			return err
		}
	}
	l, end, err := v.readJournal()
	if err == nil {
		if b := v.backupAhead(l.at.number); b != nil {
			return v.settleFromBackup(b)
		}
		if err := v.settleTail(end); err != nil {
			return err
		}
		return v.rebuild(l, true)
	}
	if CodeOf(err) != Damaged {
		return err
	}
	v.damaged(err)
	return v.settleDamaged(l)
}

// settleClean goes on with a store that is as it was left. It is not done when the store has to be made anew.
func (v *Vault) settleClean(list *cleanList) (done bool, err error) {
	after, err := v.journalAfter(list.at())
	if err != nil && CodeOf(err) != Damaged {
		return false, err
	}
	if err != nil || !after.found {
		return v.settleAhead(list, err)
	}
	if err := v.settleTail(after); err != nil {
		return false, err
	}
	switch err := v.openStoreAt(list.at()); CodeOf(err) {
	case "":
	case StoreDamaged:
		v.opt.Log.Error("a store that was left clean will not open; making it anew", "err", err)
		return false, nil
	default:
		return false, err
	}
	n, err := v.replay(list.at())
	if err != nil {
		return false, errors.Join(err, v.store.close())
	}
	v.report.Replayed, v.report.Clean = n, n == 0
	return true, nil
}

// journalAfter finds where the store's last entry stands in the journal: nearly always at the end of the last file.
func (v *Vault) journalAfter(at point) (reached, error) {
	list, err := v.journal.segments()
	if err != nil {
		return reached{}, failure(err, Failed, journalDir)
	}
	for _, start := range []int{max(0, len(list)-1), 0} {
		w := walk{journal: v.journal, start: start, after: &at.entry, entry: func(segment, entry) error { return nil }}
		r, err := w.run()
		if err != nil || r.found {
			return r, err
		}
	}
	return reached{}, nil
}

// settleAhead decides what to do with a sound store that the journal does not lead to. If the store knows more, the
// journal was lost, and with it the right to write: the book opens for reading.
func (v *Vault) settleAhead(list *cleanList, cause error) (done bool, err error) {
	l, _, err := v.readJournal()
	if err == nil && l.at.number >= list.Number {
		return false, nil // another store's; the journal has it all
	}
	if err != nil && CodeOf(err) != Damaged {
		return false, err
	}
	switch err := v.openStoreAt(list.at()); CodeOf(err) {
	case "":
	case StoreDamaged:
		return false, nil
	default:
		return false, err
	}
	v.report.ReadOnly = JournalLost
	if err != nil {
		v.report.ReadOnly = Damaged
		v.damaged(err)
	} else if cause != nil {
		v.damaged(cause)
	}
	return true, nil
}

// readJournal reads all of it. With a Damaged error it returns what stands before the hole.
func (v *Vault) readJournal() (*ledger, reached, error) {
	l := &ledger{records: map[string][]byte{}}
	w := walk{journal: v.journal, entry: l.take, progress: v.opt.Progress}
	end, err := w.run()
	if err == nil && !l.begun {
		err = &Error{Code: Damaged, File: journalDir, Err: errors.New("the generation's beginning is missing")}
	}
	return l, end, err
}

// settleTail sets aside what a cut left behind the last whole record, and makes sure of that record itself: it may
// stand only in the system's cache.
func (v *Vault) settleTail(end reached) error {
	torn := end.void
	for _, s := range torn {
		to, err := setAside(v.opt.Files, v.journal.dir, s, 0)
		if err != nil {
			return failure(err, Failed, s.name)
		}
		v.report.Torn = append(v.report.Torn, filepath.Join(journalDir, to))
	}
	if end.last.size > end.whole {
		to, err := setAside(v.opt.Files, v.journal.dir, end.last, end.whole)
		if err != nil {
			return failure(err, Failed, end.last.name)
		}
		v.report.Torn = append(v.report.Torn, filepath.Join(journalDir, to))
	}
	f, err := v.opt.Files.OpenFile(filepath.Join(v.journal.dir, end.last.name), os.O_RDWR, 0)
	if err == nil {
		err = errors.Join(f.Sync(), f.Close())
	}
	if err == nil {
		err = v.opt.Files.SyncDir(v.journal.dir)
	}
	v.journal.number, v.journal.entry = end.number, end.entry
	v.journal.name, v.journal.size = end.last.name, end.whole
	return failure(err, Failed, end.last.name)
}

// replay gives the store the Changes after at.
func (v *Vault) replay(at point) (uint64, error) {
	var n uint64
	prior := func(key string) []byte {
		b, err := v.store.get(key, at.timestamp())
		if err != nil {
			return nil
		}
		return b
	}
	w := walk{journal: v.journal, after: &at.entry, progress: v.opt.Progress}
	list, err := v.journal.segments()
	if err != nil {
		return 0, failure(err, Failed, journalDir)
	}
	w.start = v.journal.holding(at.number, list)
	w.entry = func(s segment, e entry) error {
		if e.kind != kindChange {
			return nil
		}
		c, err := decodeChange(e.body, prior)
		if err != nil {
			return &Error{Code: Damaged, File: filepath.Join(journalDir, s.name), Err: err}
		}
		next := point{number: e.number, change: e.seal, entry: e.seal}
		if err := v.store.apply(c, next); err != nil {
			return err
		}
		at = next
		v.show(next)
		n++
		return nil
	}
	_, err = w.run()
	return n, err
}

// settleDamaged goes over a hole in the journal by the newest backup that reaches beyond it and that the rest of the
// journal follows on. Without one the book opens for reading, with what stands before the hole.
func (v *Vault) settleDamaged(before *ledger) error {
	for _, b := range v.backupsFrom(before.at.number) {
		l, at, err := v.ledgerOf(b)
		if err != nil {
			v.damaged(err)
			continue
		}
		w := walk{journal: v.journal, after: &at.entry, entry: l.take}
		end, err := w.run()
		if err != nil || !end.found {
			continue
		}
		v.report.FromBackup = b.name
		if err := v.settleTail(end); err != nil {
			return err
		}
		return v.rebuild(l, true)
	}
	if ahead := v.backupAhead(before.at.number); ahead != nil {
		return v.settleFromBackup(ahead)
	}
	v.report.ReadOnly = Damaged
	return v.rebuild(before, false)
}

// settleFromBackup opens for reading what a backup knows and the journal does not.
func (v *Vault) settleFromBackup(b *backup) error {
	l, _, err := v.ledgerOf(*b)
	if err != nil {
		return err
	}
	v.report.ReadOnly, v.report.FromBackup = JournalLost, b.name
	return v.rebuild(l, false)
}

func (v *Vault) damaged(err error) {
	d := Damage{Code: CodeOf(err), Detail: err.Error()}
	var e *Error
	if errors.As(err, &e) {
		d.File = e.File
	}
	v.report.Damage = append(v.report.Damage, d)
}

// openStoreAt opens Badger on files that are as the list says, or that are not there.
func (v *Vault) openStoreAt(at point) error {
	if err := v.roomToOpen(0); err != nil {
		return err
	}
	if err := v.forgetCleanList(); err != nil {
		return err
	}
	s, err := openStore(v.path(storeDir), v.keys.derive("store"), v.opt.Log)
	if err != nil {
		return err
	}
	v.shown.Lock()
	v.store = s
	v.shown.Unlock()
	if at != (point{}) {
		holds, err := s.holds()
		if err == nil && holds.number != at.number {
			err = &Error{Code: StoreDamaged, Err: fmt.Errorf("it holds %d and should hold %d", holds.number, at.number)}
		}
		if err != nil {
			return errors.Join(err, s.close())
		}
	}
	v.show(at)
	return nil
}

// rebuild makes the store anew. The old one is set aside, since what is in it may be all that is left of something.
func (v *Vault) rebuild(l *ledger, sound bool) error {
	var size int64
	for k, r := range l.records {
		size += int64(len(k) + len(r))
	}
	if err := v.roomToOpen(size); err != nil {
		return err
	}
	if err := v.forgetCleanList(); err != nil {
		return err
	}
	if err := v.setStoreAside(sound); err != nil {
		return err
	}
	if err := v.opt.Files.Mkdir(v.path(storeDir), 0o700); err != nil {
		return failure(err, Failed, storeDir)
	}
	if err := v.openStoreAt(point{}); err != nil {
		return err
	}
	if err := v.store.fill(l.records, l.at); err != nil {
		return err
	}
	v.note(func(r *OpenReport) { r.Rebuilt = true })
	v.show(l.at)
	return nil
}

// setStoreAside moves the store away. While openings are sound one such is enough; otherwise all are kept.
func (v *Vault) setStoreAside(sound bool) error {
	found, err := v.opt.Files.ReadDir(v.path(storeDir))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return failure(err, Failed, storeDir)
	}
	if len(found) == 0 {
		return failure(v.opt.Files.Remove(v.path(storeDir)), Failed, storeDir)
	}
	if sound {
		v.dropAside()
	}
	name := badPrefix + v.opt.Now().UTC().Format("2006-01-02T150405.000Z")
	for n := 2; v.there(name); n++ {
		name = fmt.Sprintf("%s%s-%d", badPrefix, v.opt.Now().UTC().Format("2006-01-02T150405.000Z"), n)
	}
	if err := v.opt.Files.Rename(v.path(storeDir), v.path(name)); err != nil {
		return failure(err, Failed, storeDir)
	}
	v.note(func(r *OpenReport) { r.SetAside = name })
	return failure(v.opt.Files.SyncDir(v.dir), Failed, "")
}

func (v *Vault) there(name string) bool {
	_, err := v.opt.Files.Stat(v.path(name))
	return err == nil
}

// dropAside removes the stores that were set aside. One that will not go (a virus scanner may hold it) is no harm to the
// book; the next close tries again.
func (v *Vault) dropAside() {
	found, err := v.opt.Files.ReadDir(v.dir)
	if err != nil {
		v.opt.Log.Warn("stores set aside were not looked for", "err", err)
		return
	}
	for _, d := range found {
		if !strings.HasPrefix(d.Name(), badPrefix) {
			continue
		}
		if err := v.opt.Files.RemoveAll(v.path(d.Name())); err != nil {
			v.opt.Log.Warn("a store set aside was not removed", "err", err)
		}
	}
}
