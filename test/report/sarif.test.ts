import { expect, test } from "vitest";
import type { Message } from "../../src/model/message.js";
import { toSarif } from "../../src/report/sarif.js";

const messages: readonly Message[] = [
  {
    severity: "warning",
    ruleId: "broken-link",
    reason: "A link leads to nothing",
    note: "Correct it",
    file: "posts/墨 水.md",
    line: 4,
    column: 11,
  },
  { severity: "error", ruleId: "b", reason: "Two posts", file: "posts/b.md" },
  { severity: "info", ruleId: "broken-link", reason: "No file" },
];

test("SARIF 2.1.0: rules, levels, places from the root of the repository", () => {
  expect(toSarif(messages, "/work/blog", { env: { GITHUB_WORKSPACE: "/work" } })).toEqual({
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "Pumice", rules: [{ id: "b" }, { id: "broken-link" }] } },
        columnKind: "utf16CodeUnits",
        results: [
          {
            ruleId: "broken-link",
            ruleIndex: 1,
            level: "warning",
            message: { text: "A link leads to nothing. Correct it." },
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: "blog/posts/%E5%A2%A8%20%E6%B0%B4.md" },
                  region: { startLine: 4, startColumn: 11 },
                },
              },
            ],
          },
          {
            ruleId: "b",
            ruleIndex: 0,
            level: "error",
            message: { text: "Two posts." },
            locations: [{ physicalLocation: { artifactLocation: { uri: "blog/posts/b.md" } } }],
          },
          { ruleId: "broken-link", ruleIndex: 1, level: "note", message: { text: "No file." } },
        ],
      },
    ],
  });
});
