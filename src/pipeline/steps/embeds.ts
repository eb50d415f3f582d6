import type { Step } from "../step.js";

export const embeds: Step = { name: "embeds", visitor: {} };
