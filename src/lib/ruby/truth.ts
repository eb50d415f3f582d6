/** What counts as true in Ruby: all but `nil` and `false`. A text does, whatever it says. */
export function isTrue(value: unknown): boolean {
  return value !== undefined && value !== null && value !== false;
}
