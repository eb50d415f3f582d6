import type { Step } from "../step.js";

export const math: Step = { name: "math", visitor: {} };
