package page_test

import (
	"strings"
	"testing"

	"branchbook/exports/page"

	"github.com/google/go-cmp/cmp"
)

func TestAnItemUnderAnotherIsSetFurtherInAndIsAHeadingBelowIt(t *testing.T) {
	item := func(number string, depth int) page.Block {
		return page.Item{Number: number, Title: "Reports", Depth: depth, Body: []page.Block{page.Paragraph{Runs: page.Plain("None.")}}}
	}
	top := parsed(t, written(t, page.Document{Blocks: []page.Block{item("3", 0), item("3.1", 1)}})["word/document.xml"])
	paragraphs := top.all("p")
	var styles, lefts []string
	for _, p := range paragraphs {
		styles, lefts = append(styles, p.all("pStyle")[0].value("val")), append(lefts, p.all("ind")[0].value("left"))
	}
	if diff := cmp.Diff([]string{"Heading2", "Normal", "Heading3", "Normal"}, styles); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"737", "737", "1017", "1017"}, lefts); diff != "" {
		t.Error(diff)
	}
}

func TestNoRowOfATableStandsAloneOnAPage(t *testing.T) {
	kept := func(rows int) (out []int) {
		top := parsed(t, written(t, page.Document{Blocks: []page.Block{manyActions("", rows)}})["word/document.xml"])
		for i, row := range top.all("tr")[1:] {
			if len(row.all("keepNext")) > 0 {
				out = append(out, i)
			}
		}
		return out
	}
	for rows, want := range map[int][]int{1: nil, 2: {0}, 4: {0, 1, 2}, 9: {0, 7}} {
		if diff := cmp.Diff(want, kept(rows)); diff != "" {
			t.Errorf("%d rows: kept with the next (-want +got):\n%s", rows, diff)
		}
	}
	for n := 30; n < 60; n++ { // as many as fill a page, and one or two more
		var lines []page.Block
		for range n {
			lines = append(lines, page.Paragraph{Runs: page.Plain("A line.")})
		}
		lines = append(lines, page.Paragraph{Runs: page.Plain("The sentence before it.")}, manyActions("", 6))
		for i, p := range readBack(t, page.Document{Blocks: lines}) {
			rows := strings.Count(p, "Lars Sørensen") + strings.Count(p, "Jean Whitcombe")
			if rows == 1 || rows > 0 && i == 0 && !strings.Contains(p, "The sentence before it.") {
				t.Errorf("after %d lines, page %d has %d rows:\n%s", n, i+1, rows, p)
			}
			if strings.Contains(p, "The sentence before it.") && rows == 0 {
				t.Errorf("after %d lines the sentence is parted from its table:\n%s", n, p)
			}
		}
	}
}

func TestWordsStandClearOfTheFiguresBeforeThem(t *testing.T) {
	table := page.Table{Columns: []page.Column{{Title: "Nominee", Share: 3}, {Title: "Votes", Share: 1, Right: true}, {Title: "Result", Share: 2}}, Rows: [][]string{{"Ann", "12", "Elected"}}}
	top := parsed(t, written(t, page.Document{Blocks: []page.Block{table}})["word/document.xml"])
	for i, c := range top.all("tc") {
		if set := len(c.all("ind")) > 0; set != (i%3 == 2) {
			t.Errorf("cell %d is set in: %v", i, set)
		}
	}
}

func TestPagesThatAreCutUpHaveNeitherHeaderNorFooter(t *testing.T) {
	d := minutes()
	d.Cut = true
	if document := written(t, d)["word/document.xml"]; strings.Contains(document, "headerReference") || strings.Contains(document, "footerReference") {
		t.Error("the Word file refers to a header or a footer")
	}
	if text := strings.Join(readBack(t, d), ""); strings.Contains(text, "Page 1") || strings.Contains(text, "Version 2") {
		t.Error("the PDF has a header or a footer")
	}
}
