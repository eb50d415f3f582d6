import type { FilterImplOptions } from "liquidjs";

/** A filter as LiquidJS calls it; named arguments arrive as pairs. LiquidJS does not export this type. */
export type FilterHandler = Extract<FilterImplOptions, (...values: never[]) => unknown>;
