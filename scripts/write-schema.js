import { mkdirSync, writeFileSync } from "node:fs";
import { configJsonSchema } from "../dist/config/json-schema.js";

/*
 * Writes the schema of `_config.yml` for editors, from the schema that the program itself uses.
 */
const folder = new URL("../schema/", import.meta.url);
mkdirSync(folder, { recursive: true });
writeFileSync(new URL("config.json", folder), `${JSON.stringify(configJsonSchema(), null, 2)}\n`);
