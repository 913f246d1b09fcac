package app

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"branchbook/data"
	"branchbook/exports"
	"branchbook/screens/actions"
	"branchbook/screens/approval"
	"branchbook/screens/ballot"
	"branchbook/screens/election"
	"branchbook/screens/meetings"
	"branchbook/screens/members"
	"branchbook/screens/motions"
	"branchbook/screens/place"
	"branchbook/screens/posts"
	"branchbook/screens/returns"
	"branchbook/screens/session"
	"branchbook/screens/settings"
	"branchbook/screens/today"
)

// assemble builds every place of an open book.
func assemble(h *house) map[string]place.Place {
	now, keys, clipboard := h.w.program.now, h.w.keys, h.w.app.Clipboard()
	papers, copies := paperRoom{h}, safeCopies{h}
	all := meetings.New(meetings.Deps{Book: h.book, Shell: h, Papers: papers, Clipboard: clipboard, Now: now})
	return map[string]place.Place{
		todayPlace:    today.New(today.Deps{Book: h.book, Shell: h, Planner: all, Copies: todayCopies{copies}, Now: now}),
		meetingsPlace: all,
		sessionPlace:  session.New(session.Deps{Book: h.book, Shell: h, Now: now}),
		ballotPlace:   ballot.New(ballot.Deps{Book: h.book, Shell: h, Files: ballotFiles{papers}}),
		approvalPlace: approval.New(approval.Deps{Book: h.book, Shell: h, Papers: papers, Now: now}),
		motionsPlace: motions.New(motions.Deps{
			Book: h.book, Keys: keys, Shell: h, Now: now, Papers: papers, Lists: lists{h.w.files, h.w.prefs}, Clipboard: clipboard,
		}),
		electionPlace: election.New(election.Deps{Book: h.book, Shell: h, Now: now, Papers: electionPapers{papers}}),
		postsPlace:    posts.New(posts.Deps{Book: h.book, Keys: keys, Shell: h, Now: now}),
		membersPlace: members.New(members.Deps{
			Book: h.book, Keys: keys, Shell: h, Now: now, Lists: lists{h.w.files, h.w.prefs}, Copies: copies, Papers: papers,
		}),
		actionsPlace:  actions.New(actions.Deps{Book: h.book, Keys: keys, Shell: h, Now: now}),
		returnsPlace:  returns.New(returns.Deps{Book: h.book, Keys: keys, Shell: h, Now: now, Papers: papers, Clipboard: clipboard}),
		settingsPlace: settings.New(settings.Deps{Book: h.book, Shell: h, Look: look{h.w}, Copies: copies, Papers: papers, About: h.about(), Now: now}),
	}
}

// A paperRoom asks the secretary where a paper goes, and has the press make it there.
type paperRoom struct{ h *house }

// Minutes exports the minutes of a meeting.
func (p paperRoom) Minutes(meeting data.MeetingID, then func(data.Paper, error)) {
	p.ofMeeting("Save the minutes (.docx for Word, .pdf for PDF)", data.MinutesPaper, meeting, (*press).minutes, then)
}

// Attendance exports who came to a meeting.
func (p paperRoom) Attendance(meeting data.MeetingID, then func(data.Paper, error)) {
	p.ofMeeting("Save the attendance", data.AttendancePaper, meeting, (*press).attendance, then)
}

// ExportMotions exports the register of motions as it stands today.
func (p paperRoom) ExportMotions(public bool, done func(data.Paper, error)) {
	p.save("Save the register of motions", exports.FileName(data.MotionsPaper, p.today(), 0), func(press *press, ctx context.Context, path string) (data.Paper, error) {
		return press.motions(ctx, public, path)
	}, done)
}

// ExportMotion exports the paper of one motion.
func (p paperRoom) ExportMotion(motion data.MotionID, named bool, done func(data.Paper, error)) {
	p.save("Save the motion (.docx for Word, .pdf for PDF)", exports.FileName(data.MotionPaper, p.today(), 0), func(press *press, ctx context.Context, path string) (data.Paper, error) {
		return press.motion(ctx, motion, named, path)
	}, done)
}

func (p paperRoom) today() data.Date { return data.DateOf(p.h.w.program.now()) }

func (p paperRoom) ofMeeting(title string, kind data.PaperKind, meeting data.MeetingID,
	write func(*press, context.Context, data.MeetingID, string) (data.Paper, error), then func(data.Paper, error)) {
	evening, err := p.h.press.evening(meeting)
	if err != nil {
		then(data.Paper{}, err)
		return
	}
	p.save(title, exports.FileName(kind, evening.Meeting.Date, 0), func(press *press, ctx context.Context, path string) (data.Paper, error) {
		return write(press, ctx, meeting, path)
	}, then)
}

// save asks where, makes the paper in the background, and tells then. Where a PDF would not show every word of a paper for
// reading, it says so first, and offers Word.
func (p paperRoom) save(title, name string, make printing, then func(data.Paper, error)) {
	p.h.leave() // what is being typed belongs in the paper
	write := func(ctx context.Context, path string, _ place.Report) (data.Paper, error) {
		return make(p.h.press, ctx, path)
	}
	stem, reads := readable(name)
	says := ""
	if reads {
		says = p.h.press.unprintable(make)
	}
	if says == "" {
		p.saveTold(title, name, write, then)
		return
	}
	p.h.Ask(place.Question{Title: "A PDF cannot show every name or word of this paper.", Text: says, Yes: "Save for Word",
		Then: func() { p.saveTold(title, stem+".docx", write, then) }})
}

// readable returns a file's name without its ending, and whether it is of a paper for reading, which can be a PDF.
func readable(name string) (stem string, reads bool) {
	ending := filepath.Ext(name)
	return strings.TrimSuffix(name, ending), ending == ".docx" || ending == ".pdf"
}

// saveTold asks where, makes a paper in the background, which says how far it has got, and tells then.
func (p paperRoom) saveTold(title, name string, write func(context.Context, string, place.Report) (data.Paper, error), then func(data.Paper, error)) {
	p.h.leave()
	p.h.w.files.save(title, name, func(path string) {
		var paper data.Paper
		p.h.Runner().Run(place.Task{
			Name: "Writing " + name,
			Work: func(ctx context.Context, report place.Report) (func(), error) {
				var err error
				paper, err = write(ctx, path, report)
				return nil, err
			},
			Finished: func(err error) { then(paper, err) },
		})
	})
}

// backUp asks where a copy of the book goes, writes it there and proves it.
func (h *house) backUp() {
	h.backUpThen(func(error) {})
}

func (h *house) backUpThen(then func(error)) {
	name := exports.FileName(data.BackupPaper, data.DateOf(h.w.program.now()), 0)
	paperRoom{h}.save("Save a copy of the book", name, func(press *press, _ context.Context, path string) (data.Paper, error) {
		return press.backup(path)
	}, func(paper data.Paper, err error) {
		if err != nil {
			h.Problem(err)
		} else {
			h.Notify(fmt.Sprintf("Safe copy written to %s and read back: %s.", paper.File, data.NumberOf(paper.Rows, "record", "records")))
		}
		then(err)
	})
}

// rescue writes what is not saved to another place, such as a USB stick.
func (h *house) rescue() {
	h.w.files.save("Save what is not saved yet", rescueName(h.w.program.now()), func(path string) {
		if _, err := writeFile(path, func(out io.Writer) error { return h.book.Rescue(out) }); err != nil {
			h.Problem(err)
			return
		}
		h.Notify("What is not saved here is safe in the rescue file. Keep the window open and try again when there is room.")
	})
}
