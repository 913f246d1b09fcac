package data

import "time"

// PaperKind is what sort of document left the book.
type PaperKind string

// The papers that this version makes.
const (
	MinutesPaper     PaperKind = "minutes"
	AttendancePaper  PaperKind = "attendance"
	DelegateReturn   PaperKind = "delegate return"
	MotionPaper      PaperKind = "motion"
	MotionsPaper     PaperKind = "register of motions"
	BallotsPaper     PaperKind = "ballots"
	TellersPaper     PaperKind = "tellers sheet"
	StagesPaper      PaperKind = "ballot stages"
	ResultPaper      PaperKind = "election result"
	NominationsPaper PaperKind = "nominations return"
	NoticePaper      PaperKind = "notice"
	AgendaPaper      PaperKind = "agenda"
	SignInPaper      PaperKind = "sign-in sheet"
	LabelsPaper      PaperKind = "labels"
	MailPaper        PaperKind = "e-mail"
	CalendarPaper    PaperKind = "calendar"
	BallotFile       PaperKind = "file of ballots" // what voters marked, for another counting program
	BackupPaper      PaperKind = "backup"
	DumpPaper        PaperKind = "dump"
)

// A Paper is a document that was produced, and so a line of the sharing log: what left the book, when, with which
// columns, about how many people.
type Paper struct {
	ID       PaperID   `json:"id"`
	Revision int       `json:"rev"`
	Kind     PaperKind `json:"kind"`
	// Subject is the meeting or body it is about; "" where there is none.
	Subject ID `json:"subject,omitempty"`
	// Version counts the papers of a kind about a subject, from 1; Supersedes is the one before.
	Version    int       `json:"version"`
	Supersedes PaperID   `json:"supersedes,omitempty"`
	Made       time.Time `json:"made"` // a moment, in UTC
	Columns    []string  `json:"columns,omitempty"`
	Rows       int       `json:"rows,omitempty"`
	People     int       `json:"people,omitempty"` // how many the paper is about; never who
	// File is the file's name without its folder; Hash is the SHA-256 of what was written, in hexadecimal.
	File string `json:"file,omitempty"`
	Hash string `json:"hash,omitempty"`
	// To is who it was for, in words; optional.
	To string `json:"to,omitempty"`
	// AsAt is the day that it spoke of; zero for papers that have none, and for those made before it was kept.
	AsAt Date `json:"as_at,omitzero"`
	// Locked says that the file asks for a passphrase. The passphrase itself is kept nowhere.
	Locked bool `json:"locked,omitempty"`
	// Sent are the rows of a return as they went, so that the next version can say what changed; empty for other papers.
	Sent []SentRow `json:"sent,omitempty"`
}
