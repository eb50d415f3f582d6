import type { Step } from "../step.js";

export const emptyBlocks: Step = { name: "empty-blocks", visitor: {} };
