import type { Step } from "../step.js";

export const codeBlocks: Step = { name: "code-blocks", visitor: {} };
