import { describe, expect, test } from "vitest";
import { configJsonSchema } from "../../src/config/json-schema.js";
import { configKeys } from "../../src/config/schema.js";

interface Property {
  readonly description: string;
  readonly type?: readonly string[];
  readonly anyOf?: readonly Readonly<Record<string, unknown>>[];
}

describe("the schema for editors", () => {
  const schema = configJsonSchema();
  const properties = schema.properties as Readonly<Record<string, Property>>;

  test("has every setting, with what it is for, and allows keys of the layouts", () => {
    expect(Object.keys(properties)).toEqual(configKeys);
    for (const { description } of Object.values(properties)) expect(description).toMatch(/\.$/);
    expect(schema.additionalProperties).toEqual({});
    expect(schema.required).toBeUndefined();
  });

  test("says of what kind a value is, as it is written and not as it is read", () => {
    expect(properties.future!.type).toEqual(["boolean", "null"]);
    expect(properties.paginate!.anyOf).toContainEqual(expect.objectContaining({ type: "integer", minimum: 1 }));
    expect(properties.url!.anyOf).toContainEqual(
      expect.objectContaining({ type: "string", pattern: expect.any(String) }),
    );
    expect(JSON.stringify(properties.author)).toContain('["string","number"]');
    expect(JSON.stringify(properties.author)).toContain('"avatar"');
  });
});
