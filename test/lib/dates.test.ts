import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { calendarDate, formatIso, isTimezone, parseDate, zonedParts } from "../../src/lib/dates.js";

const zones = [
  "Asia/Shanghai",
  "Europe/Berlin",
  "America/New_York",
  "Asia/Kolkata",
  "Australia/Lord_Howe",
  "Africa/Casablanca",
  "UTC",
];
const inShanghai = (text: string) => {
  const date = parseDate(text, "Asia/Shanghai");
  return date === undefined ? undefined : formatIso(date, "Asia/Shanghai");
};

describe("parseDate", () => {
  test.each([
    ["2025-02-26 22:55:23 +0800", "2025-02-26T22:55:23+08:00"],
    ["2025-02-26 22:55:23", "2025-02-26T22:55:23+08:00"],
    ["2025-02-26T22:55:23", "2025-02-26T22:55:23+08:00"],
    ["2025-02-26 22:55", "2025-02-26T22:55:00+08:00"],
    ["2025-02-26", "2025-02-26T00:00:00+08:00"],
    ["2025-2-6", "2025-02-06T00:00:00+08:00"],
    ["2025/02/26 1:02", "2025-02-26T01:02:00+08:00"],
    ["2025.02.26", "2025-02-26T00:00:00+08:00"],
    ["20250226", "2025-02-26T00:00:00+08:00"],
    ["20250226T225523Z", "2025-02-27T06:55:23+08:00"],
    ["2025年2月26日", "2025-02-26T00:00:00+08:00"],
    ["2025年2月26日 22时55分23秒", "2025-02-26T22:55:23+08:00"],
    ["2025年2月26日 下午3:04", "2025-02-26T15:04:00+08:00"],
    ["2025-02-26 上午12:04", "2025-02-26T00:04:00+08:00"],
    ["2003-04-23T08:04:17+06:00", "2003-04-23T10:04:17+08:00"],
    ["2024-05-23 10:00:00+02:00", "2024-05-23T16:00:00+08:00"],
    ["2009-09-14T23:40:00.001-0400", "2009-09-15T11:40:00+08:00"],
    ["2005-01-06 23:02:09.000000000 +00:00", "2005-01-07T07:02:09+08:00"],
    ["2014-06-19T13:05:00.002Z", "2014-06-19T21:05:00+08:00"],
    ["2022-01-23Z12:00:00.000", "2022-01-23T20:00:00+08:00"],
    ["2017-08-21 06:09 UTC", "2017-08-21T14:09:00+08:00"],
    ["2023-08-28 07:28 UtC", "2023-08-28T15:28:00+08:00"],
    ["2019-07-09 18::48::00", "2019-07-09T18:48:00+08:00"],
    ["Fri Sep  3 11:21:31 CEST 2021", "2021-09-03T17:21:31+08:00"],
    ["Fri Sep 3 11:21:31 2021", "2021-09-03T11:21:31+08:00"],
    ["Fri, 03 Sep 2021 11:21:31 +0200", "2021-09-03T17:21:31+08:00"],
    ["Fri, 03 Sep 2021 11:21:31 GMT", "2021-09-03T19:21:31+08:00"],
    ["2021-09-03 11:21 EST", "2021-09-04T00:21:00+08:00"],
    ["2021-09-03 11:21 CST", "2021-09-03T11:21:00+08:00"],
    ["2021-09-03 11:21 Asia/Tokyo", "2021-09-03T10:21:00+08:00"],
    ["2021-09-03 11:21 GMT+9", "2021-09-03T10:21:00+08:00"],
    ["September 3, 2021", "2021-09-03T00:00:00+08:00"],
    ["Sep 3rd, 2021 12:05 am", "2021-09-03T00:05:00+08:00"],
    ["3 September 2021 at 12:05 PM", "2021-09-03T12:05:00+08:00"],
    ["25-08-2004", "2004-08-25T00:00:00+08:00"],
    ["05/08/2004", "2004-08-05T00:00:00+08:00"],
    ["08/25/2004", "2004-08-25T00:00:00+08:00"],
    ["1630639291", "2021-09-03T11:21:31+08:00"],
    ["1630639291000", "2021-09-03T11:21:31+08:00"],
    ["2024-02-29", "2024-02-29T00:00:00+08:00"],
  ])("%s", (text, expected) => expect(inShanghai(text)).toBe(expected));

  test.each([
    "2025-02-30",
    "2023-02-29",
    "1900-02-29",
    "2025-13-45",
    "2025-04-31",
    "2025-00-10",
    "0000-00-00",
    "0000-01-01",
    "9999999",
    "12:30:45",
    "-0001-11-30 00:00:00",
    "2025-02-26 24:00:00",
    "2025-02-26 10:60",
    "2025-02-26 10:59:60",
    "2025-02-26 13:00 pm",
    "2025-02-26 10:00 +99:00",
    "2025-02-26 10:00 Nowhere/Land",
    "2025-02-26 10:00 XYZ",
    "2025-02-26 whenever",
    "Fri, 03 Foo 2021",
    "a title with 2021",
    " ",
    "",
    "2025-02-26".repeat(10),
    "constructor 3, 2021",
    "2025-02-26 10:00 constructor",
  ])("%j is no date", (text) => expect(parseDate(text, "Asia/Shanghai")).toBeUndefined());

  test("keeps milliseconds", () => expect(parseDate("2009-09-14T23:40:00.001Z", "UTC")).toBe(1252971600001));

  test.each([
    ["2025-03-09 02:30", "2025-03-09T03:30:00-04:00"],
    ["2025-11-02 01:30", "2025-11-02T01:30:00-04:00"],
    ["2025-11-02 02:30", "2025-11-02T02:30:00-05:00"],
  ])("%s on a day of a clock change", (text, expected) => {
    expect(formatIso(parseDate(text, "America/New_York")!, "America/New_York")).toBe(expected);
  });

  test("agrees with Temporal about local times, clock changes included", () => {
    // From 1980 on: before standard time, zones have offsets with seconds, which are rounded here.
    const instant = fc.integer({ min: Date.UTC(1980, 0, 1), max: Date.UTC(2040, 0, 1) });
    const nearChange = fc
      .tuple(
        fc.constantFrom(
          ...["2025-03-09T10:00Z", "2025-11-02T09:00Z", "2025-03-30T01:00Z", "2025-10-26T01:00Z", "2025-04-05T15:00Z"],
        ),
        fc.integer({ min: -10_800_000, max: 10_800_000 }),
      )
      .map(([at, delta]) => Date.parse(at) + delta);
    fc.assert(
      fc.property(fc.oneof(instant, nearChange), fc.constantFrom(...zones), (ms, zone) => {
        const local = new Date(ms).toISOString().slice(0, 19);
        expect(parseDate(local, zone)).toBe(Temporal.PlainDateTime.from(local).toZonedDateTime(zone).epochMilliseconds);
      }),
      { numRuns: 3000 },
    );
  });

  test("never throws", () => {
    const piece = fc.constantFrom(
      "2021",
      "-",
      "09",
      "/",
      " ",
      "T",
      ":",
      "30",
      "Z",
      "+08",
      "Sep",
      "pm",
      "UTC",
      "下午",
      "年",
      "9",
      ".",
      "(",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece, { maxLength: 16 }).map((pieces) => pieces.join("")),
        ),
        (text) => {
          const date = parseDate(text, "Europe/Berlin");
          if (date !== undefined) expect(new Date(date).toISOString()).toBeTypeOf("string");
        },
      ),
      { numRuns: 3000 },
    );
  });
});

describe("zonedParts and formatIso", () => {
  test("agree with Temporal", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(1980, 0, 1), max: Date.UTC(2040, 0, 1) }),
        fc.constantFrom(...zones),
        (ms, zone) => {
          const expected = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone);
          const { year, month, day, hour, minute, second, dayOfYear } = expected;
          expect(zonedParts(ms, zone)).toEqual({
            year,
            month,
            day,
            hour,
            minute,
            second,
            dayOfYear,
            weekday: expected.dayOfWeek % 7,
            offsetMinutes: expected.offsetNanoseconds / 60e9,
          });
          expect(formatIso(ms, zone)).toBe(
            expected.toString({ timeZoneName: "never", smallestUnit: "second", roundingMode: "floor" }),
          );
        },
      ),
      { numRuns: 2000 },
    );
  });

  test("a date of the days before standard time keeps its clock", () => {
    expect(formatIso(parseDate("1890-01-01 12:00", "Asia/Shanghai")!, "Asia/Shanghai")).toBe(
      "1890-01-01T12:00:00+08:06",
    );
  });
});

test("isTimezone", () => {
  expect(["Asia/Shanghai", "UTC", "America/Argentina/Buenos_Aires"].every(isTimezone)).toBe(true);
  expect(["Asia/Beijing", "", "Mars/Olympus"].some(isTimezone)).toBe(false);
});

test("calendarDate", () => {
  expect(calendarDate(2024, 2, 29)).toBe("2024-02-29");
  expect(calendarDate(2023, 2, 29)).toBeUndefined();
});
