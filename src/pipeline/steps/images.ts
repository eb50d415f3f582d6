import type { Step } from "../step.js";

export const images: Step = { name: "images", visitor: {} };
