import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { appendRecord, readRecords, writeRecord } from "../../src/cache/records.js";
import { makeFolder } from "../writer/folder.js";

const value = fc.oneof(fc.jsonValue(), fc.array(fc.string({ unit: "binary" }), { maxLength: 1000, size: "max" }));
const record = fc.dictionary(fc.string(), fc.option(value, { nil: undefined }));
const asJson = (all: readonly unknown[]): unknown => JSON.parse(JSON.stringify(all));

test("records are read as JSON keeps them, the first and those that were added", () => {
  const file = join(makeFolder({}), "x.index");
  fc.assert(
    fc.property(record, record, record, (first, second, third) => {
      const end = writeRecord(file, 7, first);
      appendRecord(file, 7, second, end);
      expect(readRecords(file, 7).records).toEqual(asJson([first, second]));
      const last = appendRecord(file, 7, third, end);
      expect(readRecords(file, 7)).toEqual({ records: asJson([first, third]), end: last });
      expect(readRecords(file, 8).records).toEqual([]);
    }),
    { numRuns: 50 },
  );
});
