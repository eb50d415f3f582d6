import type { Step } from "../step.js";

export const mathml: Step = { name: "mathml", visitor: {} };
