import type { Cleanup } from "../cleanup.js";
import { csdn } from "./csdn.js";

/** Every origin that we know. The order matters only where two of them touch the same element: the first one has it. */
export const cleanups: readonly Cleanup[] = [csdn];
