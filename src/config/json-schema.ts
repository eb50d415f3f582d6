import * as z from "zod/mini";
import { descriptions } from "./descriptions.js";
import { configSchema } from "./schema.js";

type JsonSchema = Readonly<Record<string, unknown>> & {
  readonly properties: Readonly<Record<string, object>>;
};

/** The schema of `_config.yml` for editors (JSON Schema), with what each setting is for. */
export function configJsonSchema(): JsonSchema {
  const schema = z.toJSONSchema(configSchema, { io: "input", unrepresentable: "any" }) as unknown as JsonSchema;
  const properties = Object.entries(schema.properties).map(([key, property]) => [
    key,
    { description: descriptions[key as keyof typeof descriptions], ...property },
  ]);
  return { ...schema, title: "Settings of a Pumice site", properties: Object.fromEntries(properties) };
}
