package data

import (
	"fmt"
	"strings"
)

// Money is a sum in pence.
type Money int64

// MaxMoney is more than any branch agrees on; a larger sum is a slip of the finger. It is a hundred million pounds.
const MaxMoney Money = 100_000_000_00

// String returns the sum as minutes print it: "£45", "£1,516.16". Nothing is "".
func (m Money) String() string {
	if m == 0 {
		return ""
	}
	sign := ""
	if m < 0 {
		sign, m = "-", -m
	}
	pounds, pence := m/100, m%100
	words := sign + "£" + grouped(int64(pounds))
	if pence > 0 {
		words += fmt.Sprintf(".%02d", pence)
	}
	return words
}

// grouped sets commas between thousands: 1,516.
func grouped(n int64) string {
	digits := fmt.Sprint(n)
	var out strings.Builder
	for i, d := range digits {
		if i > 0 && (len(digits)-i)%3 == 0 {
			out.WriteByte(',')
		}
		out.WriteRune(d)
	}
	return out.String()
}

// ParseMoney reads a sum as it is typed: "45", "£45", "GBP 1,516.16", "£25.50". "" is no money. The error is a *Problem.
func ParseMoney(s string) (Money, error) {
	words := strings.TrimSpace(s)
	if words == "" {
		return 0, nil
	}
	wrong := NewProblem(fmt.Sprintf("%q is not a sum of money. Write it like £45 or £1,516.16.", words), nil)
	for _, sign := range []string{"£", "GBP", "gbp"} {
		words = strings.TrimSpace(strings.TrimPrefix(words, sign))
	}
	pounds, pence, point := strings.Cut(strings.ReplaceAll(words, ",", ""), ".")
	if pounds == "" || len(pounds) > 9 || point && len(pence) != 2 {
		return 0, wrong
	}
	var m Money
	for _, d := range pounds + (pence + "00")[:2] {
		if d < '0' || d > '9' {
			return 0, wrong
		}
		m = m*10 + Money(d-'0')
	}
	if m > MaxMoney {
		return 0, wrong
	}
	return m, nil
}
