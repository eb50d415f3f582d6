import { expect, test } from "vitest";
import { printTemplates } from "../../src/report/templates.js";

test("phases and templates stand in Jekyll's two tables", () => {
  const stages = [
    { name: "read", milliseconds: 4.9, cpu: 5 },
    { name: "render", milliseconds: 8, cpu: 8 },
  ];
  const templates = [{ path: "i.md", count: 2, size: 2048, milliseconds: 1234 }];
  expect(printTemplates(stages, templates)).toEqual([
    "Build Process Summary:",
    "",
    "| PHASE      |   TIME |",
    "+------------+--------+",
    "| READ       | 0.0049 |",
    "| RENDER     | 0.0080 |",
    "| TOTAL TIME | 0.0129 |",
    "",
    "Site Render Stats:",
    "",
    "| Filename           | Count | Bytes |  Time |",
    "+--------------------+-------+-------+-------+",
    "| i.md               |     2 | 2.00K | 1.234 |",
    "| TOTAL (for 1 file) |     2 | 2.00K | 1.234 |",
  ]);
});
