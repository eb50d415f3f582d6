import type { Step } from "../step.js";

export const highlight: Step = { name: "highlight", visitor: {} };
