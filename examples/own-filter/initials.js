// @ts-check

/** @param {string} name */
export function initialsOf(name) {
  return name
    .split(/\s+/)
    .map((word) => word.charAt(0))
    .join("");
}
