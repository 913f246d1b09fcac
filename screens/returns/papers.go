package returns

import "branchbook/data"

// Papers writes papers. The program satisfies it with the system's file window, the package exports and the sharing log.
//
// Each of its methods asks the secretary where to, with a name for the file that says what it is, and returns at once.
// done is called in the window's goroutine when the file is written whole and the paper is in the sharing log, or with
// a *data.Problem that says why not; it is not called when the secretary changed their mind.
type Papers interface {
	// ExportDelegates writes the return of a body as it stands today, with the columns of those keys (data.ReturnColumns).
	ExportDelegates(body data.BodyID, columns []string, done func(data.Paper, error))
	// ExportAttendance writes who attended a meeting.
	ExportAttendance(meeting data.MeetingID, done func(data.Paper, error))
	// ExportMinutes writes the minutes of a meeting.
	ExportMinutes(meeting data.MeetingID, done func(data.Paper, error))
}

// Clipboard takes the covering note. Fyne's has it.
type Clipboard interface{ SetContent(string) }
