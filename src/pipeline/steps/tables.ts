import type { Step } from "../step.js";

export const tables: Step = { name: "tables", visitor: {} };
