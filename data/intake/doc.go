// Package intake reads other people's files into plain tables, and makes members of the rows.
//
// A file comes as bytes, from a party's system, a spreadsheet or an email, and nothing that it says of itself is
// trusted: not its name, its encoding, its size or its headings. ReadTable and Paste give a Table of text; Guess
// proposes which column is what; Read makes members of the rows, and says of every row that it leaves out why.
//
// Every error is a *data.Problem, with a sentence that says what to do; below it lies one of the errors of this package.
package intake
