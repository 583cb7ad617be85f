/** The calendar file of a learner's goals: without its first lines no calendar opens it (RFC 5545, 3.4 and 3.7). */
import assert from "node:assert/strict";
import { test } from "node:test";
import { calendar } from "../../../templates/runtime/record/calendar.js";

test("a calendar begins with its version and its maker, and holds each day once", () => {
  const days = [{ id: "goal-1", date: "2027-03-01", words: "Look back", about: "Ask earlier" }];
  const lines = calendar(days, new Date("2026-11-23T14:02:00Z")).split("\r\n");
  assert.deepEqual(lines.slice(0, 3), ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Satchel//Record of learning//EN"]);
  assert.deepEqual(lines.slice(-2), ["END:VCALENDAR", ""]);
  assert.equal(lines.filter((line) => line === "BEGIN:VEVENT").length, 1);
  assert.ok(lines.some((line) => line.startsWith("DTSTART") && line.endsWith(":20270301")));
  assert.ok(lines.includes("TRIGGER:PT9H"), "a reminder at nine in the morning");
});
