package book

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"branchbook/data"
)

func TestAFileIsKeptInPlaceOfTheOneBefore(t *testing.T) {
	h := newHall(t)
	for _, name := range []string{"old.png", "new.png"} {
		h.change("set the logo", func(tx *Tx) error {
			return tx.KeepFile(data.File{Use: data.LogoFile, Name: name, Content: []byte(name)})
		})
	}
	h.reopen()
	all := read(h, func(r *Reading) ([]data.File, error) { return r.Files.All() })
	if len(all) != 1 || all[0].Name != "new.png" || string(all[0].Content) != "new.png" {
		t.Errorf("the book keeps %+v", all)
	}
	h.change("take it away", func(tx *Tx) error { return errors.Join(tx.DropFile(data.LogoFile), tx.DropFile(data.TemplateFile)) })
	if n := len(read(h, func(r *Reading) ([]data.File, error) { return r.Files.All() })); n != 0 {
		t.Errorf("%d files are left", n)
	}
}

func TestTheLargestFileStillFitsTheBook(t *testing.T) {
	h := newHall(t)
	h.change("set the logo", func(tx *Tx) error {
		return tx.KeepFile(data.File{Use: data.LogoFile, Name: "logo.png", Content: make([]byte, data.MaxFile)})
	})
	err := h.Change("set a larger one", func(tx *Tx) error {
		return tx.KeepFile(data.File{Use: data.LogoFile, Name: "logo.png", Content: make([]byte, data.MaxFile+1)})
	})
	wantProblem(t, err, "logo.png is larger than 512 KB")
}

func TestALogoIsInTheDump(t *testing.T) {
	h := newHall(t)
	h.change("set the logo", func(tx *Tx) error {
		return tx.KeepFile(data.File{Use: data.LogoFile, Name: "rose.png", Content: []byte("rose")})
	})
	if !strings.Contains(h.dump(), "rose.png") {
		t.Error("whoever leaves cannot take the logo along")
	}
}

func TestAnItemOfSignedMinutesMayStillBecomeConfidential(t *testing.T) {
	s := newSigned(t)
	mark := func(alter func(*data.AgendaItem)) error {
		return s.Change("mark an item", func(tx *Tx) error {
			item, err := tx.Items.Get(s.item.ID)
			if err != nil {
				return err
			}
			alter(&item)
			return tx.Items.Put(item)
		})
	}
	must(t, mark(func(i *data.AgendaItem) { i.Confidential = true }))
	wantProblem(t, mark(func(i *data.AgendaItem) { i.Heading = "Another" }), lockedSentence)
}

func TestALetterIsGatheredFromTheRegisters(t *testing.T) {
	s := newSigned(t)
	on := s.meeting.Date
	r := read(s.hall, func(r *Reading) (data.Report, error) {
		return r.AttendanceLetter(s.chair.ID, data.Period{From: on, To: on}, on)
	})
	want(t, strings.Contains(r.Title, "Margaret Dunne"), true)
	err := s.Read(func(r *Reading) error {
		_, err := r.AttendanceLetter("nobody", data.Period{From: on, To: on}, on)
		return err
	})
	if !errors.Is(err, ErrNotFound) {
		t.Errorf("a letter about nobody: %v", err)
	}
}

func TestAHandoverNamesTheNewestBackup(t *testing.T) {
	h := newHall(t)
	copies := func() []string {
		r := read(h, func(r *Reading) (data.Report, error) {
			return r.Handover(data.MustDate(2026, 5, 4), []string{"One is with the chair."})
		})
		i := slices.IndexFunc(r.Sections, func(s data.ReportSection) bool { return s.Heading == "Copies of the book" })
		return r.Sections[i].Sentences
	}
	want(t, strings.Join(copies(), " "), "One is with the chair. No backup was saved elsewhere yet.")
	h.change("back up", func(tx *Tx) error {
		return tx.Papers.Put(data.Paper{ID: data.PaperID(tx.NewID()), Kind: data.BackupPaper, File: "backup-2026-05-01.zip", Made: tx.Now()})
	})
	want(t, strings.Contains(copies()[1], "backup-2026-05-01.zip, made on "), true)
}

func TestTheAnnualReportOfAnEmptyBookReads(t *testing.T) {
	h := newHall(t)
	years := read(h, func(r *Reading) ([]data.Period, error) { return r.Years(data.MustDate(2026, 5, 4)) })
	r := read(h, func(r *Reading) (data.Report, error) { return r.AnnualReport(years[0], data.MustDate(2026, 5, 4)) })
	want(t, r.Sections[0].Sentences[0], "The branch held 0 meetings.")
}
