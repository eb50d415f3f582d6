import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { parseRubyTime } from "../../src/lib/ruby/parse-time.js";

const hasRuby = spawnSync("ruby", ["--version"]).status === 0;
if (!hasRuby) console.warn("skipped: there is no `ruby` on this machine to compare with");

const texts = `
2020-02-30|2020-02-30 10:00|2020-04-31|2020-13-01|2020-02-32|2020-00-10|2019-05-06 25:00|2019-05-06 24:00|2019-05-06 10:60
2020-5-6|20-5-6|'20-5-6|99-12-31|70-1-1|68-1-1|1-2-3|100-1-1|2020-05|2020-05-06+02:00|2020-05-06, 10:00|10:00 2020-05-06
2019-05-06T10:00|2019-05-06T10:00:00Z|2019-05-06T10:00:00.123+02:00|2020-05-06 10:00:00 -0500|2020-05-06 10:00:00 UTC
2019-05-06 10|2019-05-06 3 PM|2020-5-6 1:2 am|12am|12pm|12:30|12:30:15 PM|10h30|10h|2020-05-06 at 10|2020-05-06 10:00 PM EDT
May 2020|May 5|May 5th, 2020|5th May 2020|the 3rd of May 2020|6 May|06 May, 2020|May|21st|sunday|5 Mai 2020|Sep 2009|decade 2020
Monday, May 5, 2020 at 3:04pm|Mon, 06 May 2019 10:00:00 GMT|Mon, 06 May 2019 10:00:00 +0200|Fri Sep  3 11:21:31 CEST 2021
May 3 2020 10:00 EST|May 3 2020 10:00 CEST|May 3 2020 10:00 JST|May 3 2020 10:00 +9|May 3 2020 10:00 +0900|7 June 2019 3pm
3-May-2020|May-3-2020|3/May/2020|1/2|1/2/20|06/07/2019|2020/1/2|13/1/2020|2020/13/1|31/12/99|6.5.2020|2020.5.6|1.2.3|1.2|v1.2.3
20190506|20190506T101112|20190506101112|20190506T1011|20190506101112Z|20200506 10:20|2019|201905|19|190506|123|12345|1234567
2019-126|2019-W19-1|2020-366|2021-366|1580000000|nonsense|x 5|Summer 2020|Q1 2020
`
  .trim()
  .split(/[|\n]/);

const asked =
  'require "time"; $stdin.each_line(chomp: true) { |text| puts((Time.parse(text).strftime("%F %T %z") rescue "none")) }';

describe.skipIf(!hasRuby)("texts mean the moments that they mean to Ruby's Time.parse", () => {
  const zone = "America/New_York";
  const { stdout } = spawnSync("ruby", ["-e", asked], {
    input: texts.join("\n"),
    encoding: "utf8",
    env: { ...process.env, TZ: zone },
  });
  const golden = stdout.trimEnd().split("\n");

  it("knows them all", () => {
    const ours = texts.map((text) => parseRubyTime(text, zone)?.format("%F %T %z") ?? "none");
    expect(ours.map((time, index) => `${texts[index]}: ${time}`)).toEqual(
      golden.map((time, index) => `${texts[index]}: ${time}`),
    );
    expect(golden.filter((time) => time === "none").length).toBeGreaterThan(10);
  });
});
