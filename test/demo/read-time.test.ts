import { zoneOf } from "clientele/kernel";
import { describe, expect, it } from "vitest";
import { timeReader } from "../../examples/customer-book/read-time.js";

describe("golden", () => {
  const read = timeReader(zoneOf("Europe/London"));
  it.each([
    ["2011-01-04 10:00:00", "2011-01-04T10:00:00.000Z"], // GMT
    ["2011-07-04 10:00:00", "2011-07-04T09:00:00.000Z"], // BST
    ["2011-07-04T10:00", "2011-07-04T09:00:00.000Z"],
    ["2011/7/4 9:05", "2011-07-04T08:05:00.000Z"],
    ["20110704", "2011-07-03T23:00:00.000Z"],
    ["2011-07-04", "2011-07-03T23:00:00.000Z"],
    ["2011-07-04T10:00:00.5Z", "2011-07-04T10:00:00.500Z"],
    ["2011-07-04T10:00:00+08:00", "2011-07-04T02:00:00.000Z"],
    ["2024-02-29", "2024-02-29T00:00:00.000Z"],
  ])("%s in London is %s", (text, instant) => {
    expect(read(text)?.toISOString()).toBe(instant);
  });
});

describe("edges", () => {
  const read = timeReader(zoneOf("UTC"));
  it.each([
    "",
    "tomorrow",
    "2023-02-29",
    "2023-13-01",
    "2023-00-10",
    "04/07/2011",
    "2011-07-04 24:00",
    "2011-07-04 10:60",
    "0000-01-01",
  ])("%j is no time", (text) => {
    expect(read(text)).toBeUndefined();
  });
});
