import type { Step } from "../step.js";

export const presentation: Step = { name: "presentation", visitor: {} };
