import type { Step } from "../step.js";

export const paragraphs: Step = { name: "paragraphs", visitor: {} };
