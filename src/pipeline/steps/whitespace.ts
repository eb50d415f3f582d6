import type { Step } from "../step.js";

export const whitespace: Step = { name: "whitespace", visitor: {} };
