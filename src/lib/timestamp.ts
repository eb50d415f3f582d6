const first = Date.parse("0001-01-01T00:00:00Z");
const last = Date.parse("9999-12-31T23:59:59Z");

/** An instant (ms UTC) as RFC 3339 writes it: `2025-02-26T14:55:23Z`. Never throws: what it cannot write becomes the nearest year's. */
export function timestamp(instant: number): string {
  const within = Number.isNaN(instant) ? 0 : Math.min(Math.max(instant, first), last);
  return new Date(within).toISOString().replace(/\.\d+Z$/, "Z");
}
