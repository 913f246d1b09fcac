// Package journeys holds tests that use Branchbook as a secretary does: in a real window on a virtual display, with keys
// alone. They need the tag journeys, an X server (Xvfb), xdotool and a software renderer; make journeys sees to those.
package journeys
