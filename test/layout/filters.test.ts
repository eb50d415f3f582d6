import { describe, expect, onTestFinished, test, vi } from "vitest";
import { strftime } from "../../src/lib/strftime.js";
import { engineOf, print } from "./engine-of.js";

const filtered = (filter: string, x: unknown) => print(`{{ x | ${filter} | raw }}`, { x });

describe("URLs", () => {
  test.each([
    ["relative_url", "/a/", "/sub/a/"],
    ["relative_url", "a.png", "/sub/a.png"],
    ["relative_url", "", "/sub/"],
    ["relative_url", "#top", "#top"],
    ["relative_url", "https://other.example/x", "https://other.example/x"],
    ["relative_url", "//other.example/x", "//other.example/x"],
    ["relative_url", "/分类/c d%20/", "/sub/%E5%88%86%E7%B1%BB/c%20d%20/"],
    ["relative_url", "javascript:alert(1)", ""],
    ["relative_url", " java\nscript:alert(1)", ""],
    ["relative_url", "\u0001JavaScript:alert(1)", ""],
    ["relative_url", "data:text/html,x", ""],
    ["absolute_url", "/a/", "https://blog.example/sub/a/"],
    ["absolute_url", "http://other.example/", "http://other.example/"],
    ["absolute_url", "vbscript:x", ""],
    ["safe_url", "https://a.example/?q=1", "https://a.example/?q=1"],
    ["safe_url", "mailto:me@a.example", "mailto:me@a.example"],
    ["safe_url", "../up", "../up"],
    ["safe_url", "ftp://a.example/", ""],
    ["safe_url", "java\tscript:alert(1)", ""],
    ["safe_url", undefined, ""],
    ["strip_index", "/a/index.html", "/a/"],
    ["asset_url", "theme.css", "/sub/assets/theme-1234.css"],
    ["asset_url", "other.css", "/sub/assets/other.css"],
  ])("%s of %j", (filter, url, expected) => {
    expect(filtered(filter, url)).toBe(expected);
  });
});

describe("dates, in the site's time zone", () => {
  const evening = "2025-02-26T23:30:00Z";

  test.each([
    ["date: '%Y-%m-%d %H:%M'", "2025-02-27 07:30"],
    ["date_to_xmlschema", "2025-02-27T07:30:00+08:00"],
    ["date_to_string", "27 Feb 2025"],
    ["date_to_long_string", "27 February 2025"],
    ["display_date", "27 February 2025"],
    ["display_date: 'short'", "27 Feb"],
  ])("%s", (filter, expected) => {
    expect(filtered(filter, evening)).toBe(expected);
  });

  test("what is no date is printed as it is", () => {
    expect(filtered("display_date", "soon")).toBe("soon");
  });

  test("are remembered, but the clock is asked each time", () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const engine = engineOf({});
    const shown = (time: string) => {
      vi.setSystemTime(time);
      return engine.renderText(
        "{% assign fixed = '2025-02-26' %}{{ fixed | display_date }}, {{ 'now' | display_date: 'short' }}",
        {},
        "x",
      );
    };
    expect(shown("2025-03-01T12:00:00Z")).toBe("26 February 2025, 1 Mar");
    expect(shown("2025-04-02T12:00:00Z")).toBe("26 February 2025, 2 Apr");
  });
});

describe("strftime", () => {
  // Thursday in UTC, but already Friday 1 March in Shanghai: the 61st day of a leap year.
  const instant = Date.UTC(2024, 1, 29, 22, 5, 9, 7);

  test.each([
    ["%Y %C %y %G", "2024 20 24 2024"],
    ["%m %-m %_m %B %b %h %^b", "03 3  3 March Mar Mar MAR"],
    ["%d %e %-d %3d", "01  1 1 001"],
    ["%j %U %W %V", "061 08 09 09"],
    ["%H %k %I %l %p %P %#p", "06  6 06  6 AM am am"],
    ["%M %S %L %N %s", "05 09 007 007000000 1709244309"],
    ["%A %a %u %w", "Friday Fri 5 5"],
    ["%z %:z %Z %3N", "+0800 +08:00 CST 007"],
    ["%F %T %R %D %r", "2024-03-01 06:05:09 06:05 03/01/24 06:05:09 AM"],
    ["100%% %q %E %500000000d", "100% st %E %500000000d"],
  ])("%s", (pattern, expected) => {
    expect(strftime(instant, "Asia/Shanghai", pattern)).toBe(expected);
  });

  test.each([
    ["2021-01-01", "2020-W53"],
    ["2020-12-31", "2020-W53"],
    ["2018-12-31", "2019-W01"],
    ["2023-01-01", "2022-W52"],
  ])("%s lies in the week %s", (date, week) => {
    expect(strftime(Date.parse(date), "UTC", "%G-W%V")).toBe(week);
  });

  test("west of Greenwich, with half an hour", () => {
    expect(strftime(0, "America/St_Johns", "%F %T %z")).toBe("1969-12-31 20:30:00 -0330");
  });
});
